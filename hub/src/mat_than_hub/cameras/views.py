"""Cameras as the console shows them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from ..clips.models import Still
from ..consents.models import Consent
from ..consents.service import live_cameras, watchable_cameras
from ..events.models import EventRow
from ..households.models import Household
from ..naming import Named
from .models import Camera
from .service import is_live


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraView:
    """A camera; `live` is None while nobody knows. `consents` are the ids of those not withdrawn.

    `askable` says that one of these holds now, so that its household can be asked for footage; `live_askable` that
    its household can be asked, at this moment, for a live view.
    """

    id: str
    household: Named
    name: str
    position: str
    latitude: float | None
    longitude: float | None
    live: bool | None
    since: datetime | None
    last_event_at: datetime | None
    last_still_url: str | None
    consents: list[str]
    askable: bool
    live_askable: bool


type CameraId = tuple[str, str]
"""Household and camera."""


async def camera_views(
    session: AsyncSession, now: datetime, only: Iterable[CameraId] | None = None
) -> list[CameraView]:
    """All cameras, or only those."""
    query = select(Camera, Household).join(Household, Household.id == Camera.household_id)
    rows = (await session.execute(query.order_by(Household.name, Camera.name))).all()
    wanted = None if only is None else set(only)
    consents = await _consents(session)
    homes = {household for household, _ in wanted or consents}
    live, watchable = await live_cameras(session, homes, now), await watchable_cameras(session, homes, now)
    views = []
    for camera, household in rows:
        key = (camera.household_id, camera.id)
        if wanted is not None and key not in wanted:
            continue
        last_at, still_id = await _last_event(session, key, consents[key])
        views.append(
            CameraView(
                id=camera.id,
                household=Named(household.id, household.name),
                name=camera.name,
                position=camera.position,
                latitude=camera.latitude,
                longitude=camera.longitude,
                live=is_live(camera, household.last_heartbeat_at, now),
                since=camera.live_since,
                last_event_at=last_at,
                last_still_url=f"/api/stills/{still_id}" if still_id else None,
                consents=list(consents[key]),
                askable=key in live,
                live_askable=key in watchable,
            )
        )
    return views


async def _consents(session: AsyncSession) -> defaultdict[CameraId, list[str]]:
    found: defaultdict[CameraId, list[str]] = defaultdict(list)
    for consent in await session.scalars(select(Consent).where(Consent.withdrawn_at.is_(None))):
        found[consent.household_id, consent.camera_id].append(consent.id)
    return found


async def _last_event(
    session: AsyncSession, camera: CameraId, consents: Sequence[str]
) -> tuple[datetime | None, str | None]:
    """When its newest event began, and its newest still, of consents that stand."""
    household_id, camera_id = camera
    mine = (
        EventRow.household_id == household_id,
        EventRow.camera_id == camera_id,
        EventRow.consent_id.in_(consents),
    )
    last_at = await session.scalar(select(func.max(EventRow.started_at)).where(*mine))
    still_id = await session.scalar(
        select(Still.id)
        .join(EventRow, EventRow.id == Still.event_id)
        .where(*mine)
        .order_by(EventRow.started_at.desc())
        .limit(1)
    )
    return last_at, still_id
