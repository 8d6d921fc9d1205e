"""The access log, for administrators."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response
from sqlalchemy import select

from ..answers import view
from ..cameras import service as cameras
from ..contract import OFFICER_PROBLEMS, described
from ..dependencies import HubDep
from ..gates import OfficerGate
from ..households import service as households
from ..members.models import Member
from ..members.roles import Permission
from ..members.service import Officer
from ..naming import Named
from . import service

router = APIRouter(prefix="/api", tags=["console"])


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessView:
    """Who looked at what, when; for which case where there is one, by request, live view or hold. A report has none."""

    seq: int
    at: datetime
    user_name: str
    action: str
    event_id: str | None
    household: Named
    camera: Named
    request_id: str | None
    hold_id: str | None
    case_number: str | None
    reason: str | None


@router.get("/access-log", **described(answers={200: list[AccessView]}, problems=OFFICER_PROBLEMS))
async def read_access_log(
    _: Annotated[Officer, Depends(OfficerGate(Permission.SEE_ACCESS_LOG))],
    hub: HubDep,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
    before: Annotated[int | None, Query(ge=1, le=2**53)] = None,
    event_id: Annotated[str | None, Query(max_length=36)] = None,
    household: Annotated[str | None, Query(max_length=36)] = None,
) -> Response:
    """Entries from the newest on."""
    query = service.LogQuery(limit=limit, before=before, event_id=event_id, household_id=household)
    async with hub.db.read() as session:
        looks = await service.newest(session, query)
        officers = dict((await session.execute(select(Member.id, Member.user_name))).all())
        names = {household.id: household.name for household in await households.everyone(session)}
        camera_names = {(c.household_id, c.id): c.name for c in await cameras.everything(session)}
    views = []
    for look in looks:
        entry = look.entry
        views.append(
            AccessView(
                seq=entry.seq,
                at=entry.at,
                user_name=officers.get(entry.member_id, ""),
                action=entry.action,
                event_id=entry.event_id,
                household=Named(entry.household_id, names.get(entry.household_id, "")),
                camera=Named(entry.camera_id, camera_names.get((entry.household_id, entry.camera_id), "")),
                request_id=entry.request_id,
                hold_id=entry.hold_id,
                case_number=look.case_number,
                reason=look.reason,
            )
        )
    return view(views)
