"""Households read who looked at their items."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from ..about import service as about
from ..answers import answer, fitting
from ..contract import HOME_PROBLEMS, described
from ..dependencies import HubDep
from ..gates import Caller, HomeGate
from ..protocol.access import AccessEntry, AccessLog, Action
from . import service

router = APIRouter(prefix="/v1", tags=["home"])


@router.get("/household/access-log", **described(answers={200: AccessLog}, problems=HOME_PROBLEMS))
async def read_own_log(
    caller: Annotated[Caller, Depends(HomeGate())],
    hub: HubDep,
    after: Annotated[int, Query(ge=0, le=2**53)] = 0,
) -> Response:
    """The entries that follow that number, oldest first; as many as an answer holds."""
    async with hub.db.read() as session:
        looks = await service.of_household(session, caller.household_id, after)
        profile = await about.profile(session)
    unit = profile.name if profile is not None else hub.settings.url
    entries = fitting(
        AccessEntry(
            seq=look.entry.seq,
            at=look.entry.at,
            action=Action(look.entry.action),
            camera_id=look.entry.camera_id,
            item_id=look.entry.item_id,
            unit=unit,
            event_id=look.entry.event_id,
            request_id=look.entry.request_id,
            case_number=look.case_number,
            reason=look.reason,
        )
        for look in looks
    )
    return answer(AccessLog(entries=entries))
