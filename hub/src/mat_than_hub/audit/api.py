"""Households read who looked at their items."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from ..about import service as about
from ..answers import answer
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
    """The entries that follow that number, oldest first."""
    async with hub.db.read() as session:
        rows = await service.of_household(session, caller.household_id, after)
        profile = await about.profile(session)
    unit = profile.name if profile is not None else hub.settings.url
    entries = tuple(
        AccessEntry(
            seq=row.seq,
            at=row.at,
            action=Action(row.action),
            camera_id=row.camera_id,
            item_id=row.item_id,
            unit=unit,
            event_id=row.event_id,
        )
        for row in rows
    )
    return answer(AccessLog(entries=entries))
