"""Clips that were given for a request or a report, as the console shows them, while their consent stands."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from ..cameras.models import Camera
from ..consents.models import Consent
from ..households.models import Household
from ..naming import Named
from .models import Clip


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenClip:
    """A clip; `state` is announced until its bytes are here. `url` plays it, with `?download=1` it is a file."""

    id: str
    household: Named
    camera: Named
    url: str
    state: str
    size_bytes: int
    duration_s: float
    started_at: datetime
    masked: bool


@dataclass(frozen=True, slots=True)
class Given:
    """How many households gave something, and how many clips of it are here or announced."""

    households: int = 0
    clips: int = 0


async def given_for(session: AsyncSession, case_id: str) -> list[GivenClip]:
    """The clips of a request or report, by household, camera and time."""
    rows = await session.execute(
        select(Clip, Household.name, Camera.name)
        .join(Consent, _stands())
        .join(Household, Household.id == Clip.household_id)
        .join(Camera, (Camera.household_id == Clip.household_id) & (Camera.id == Clip.camera_id))
        .where(Clip.request_id == case_id)
        .order_by(Household.name, Clip.household_id, Camera.name, Clip.camera_id, Clip.started_at)
    )
    return [_view(clip, household, camera) for clip, household, camera in rows]


async def counts(session: AsyncSession, case_ids: Collection[str]) -> dict[str, Given]:
    """What was given for each of these requests or reports; nothing for those without an entry."""
    households = await session.execute(
        select(Consent.given_for, func.count(Consent.household_id.distinct()))
        .where(Consent.given_for.in_(case_ids), Consent.withdrawn_at.is_(None))
        .group_by(Consent.given_for)
    )
    clips = await session.execute(
        select(Clip.request_id, func.count())
        .join(Consent, _stands())
        .where(Clip.request_id.in_(case_ids))
        .group_by(Clip.request_id)
    )
    count_of = dict(clips.all())
    return {case_id: Given(number, count_of.get(case_id, 0)) for case_id, number in households if case_id}


def _stands() -> ColumnElement[bool]:
    """The clip's consent, unless it was withdrawn."""
    return and_(Consent.id == Clip.consent_id, Consent.withdrawn_at.is_(None))


def _view(clip: Clip, household: str, camera: str) -> GivenClip:
    return GivenClip(
        id=clip.id,
        household=Named(clip.household_id, household),
        camera=Named(clip.camera_id, camera),
        url=f"/api/clips/{clip.id}",
        state="announced" if clip.stored_at is None else "stored",
        size_bytes=clip.size_bytes,
        duration_s=(clip.ended_at - clip.started_at).total_seconds(),
        started_at=clip.started_at,
        masked=clip.masked,
    )
