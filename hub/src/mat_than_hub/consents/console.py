"""The list of consents, for officers."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Response

from ..answers import view
from ..cameras import service as cameras
from ..contract import OFFICER_PROBLEMS, described
from ..dependencies import HubDep
from ..gates import OfficerGate
from ..households import service as households
from ..members.roles import Permission
from ..members.service import Officer
from ..naming import Named
from ..protocol.consent import ConsentRecord, FootageSpan, Hours
from . import service
from .models import Consent, DeletionOrder

router = APIRouter(prefix="/api", tags=["console"])


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletionView:
    """What was deleted after a withdrawal; `receipt` is the signed proof, once done."""

    done: bool
    events: int
    stills: int
    clips: int
    size_bytes: int
    receipt: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentView:
    """A consent in its newest version; `state` is live, not_yet, expired or withdrawn.

    One for a case names the `footage` that it is about, and the request or report that took it.
    """

    id: str
    version: int
    household: Named
    camera: Named
    purpose: str
    kinds: list[str]
    hours: Hours
    valid_from: datetime
    valid_until: datetime
    retention_days: int
    parents: bool
    masks_required: bool
    audio: bool
    footage: FootageSpan | None
    given_for: str | None
    state: str
    given_at: datetime
    withdrawn_at: datetime | None
    deletion: DeletionView | None


@router.get("/consents", **described(answers={200: list[ConsentView]}, problems=OFFICER_PROBLEMS))
async def list_consents(_: Annotated[Officer, Depends(OfficerGate(Permission.SEE_CONSENTS))], hub: HubDep) -> Response:
    """All consents, also those withdrawn."""
    async with hub.db.read() as session:
        names = {household.id: household.name for household in await households.everyone(session)}
        camera_names = {(c.household_id, c.id): c.name for c in await cameras.everything(session)}
        found = await service.everything(session)
    now = hub.clock.now()
    views = []
    for consent, record, order in found:
        household = Named(consent.household_id, names.get(consent.household_id, ""))
        camera = Named(consent.camera_id, camera_names.get((consent.household_id, consent.camera_id), ""))
        views.append(_consent_view(consent, record, order, (household, camera), now))
    return view(views)


def _consent_view(
    consent: Consent, record: ConsentRecord, order: DeletionOrder | None, who: tuple[Named, Named], now: datetime
) -> ConsentView:
    household, camera = who
    return ConsentView(
        id=consent.id,
        version=consent.version,
        household=household,
        camera=camera,
        purpose=record.purpose.value,
        kinds=[kind.value for kind in record.kinds],
        hours=record.hours,
        valid_from=record.valid_from,
        valid_until=record.valid_until,
        retention_days=record.retention_days,
        parents=record.parents,
        masks_required=record.masks_required,
        audio=record.audio,
        footage=record.footage,
        given_for=consent.given_for,
        state=_state(consent, record, now),
        given_at=record.given_at,
        withdrawn_at=consent.withdrawn_at,
        deletion=_deletion_view(order) if order else None,
    )


def _deletion_view(order: DeletionOrder) -> DeletionView:
    return DeletionView(
        done=order.done_at is not None,
        events=order.events,
        stills=order.stills,
        clips=order.clips,
        size_bytes=order.size_bytes,
        receipt=order.receipt_jws,
    )


def _state(consent: Consent, record: ConsentRecord, now: datetime) -> str:
    if consent.withdrawn_at is not None:
        return "withdrawn"
    if now < record.valid_from:
        return "not_yet"
    return "live" if now < record.valid_until else "expired"
