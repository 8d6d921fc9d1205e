"""Homes send events."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from ..answers import answer
from ..bodies import JsonBody
from ..contract import BODY_PROBLEMS, HOME_PROBLEMS, described
from ..dependencies import HubDep
from ..gates import Caller, HomeGate
from ..protocol.footage import EventBatch, EventResults
from ..protocol.limits import BATCH_BYTES
from . import service

router = APIRouter(prefix="/v1", tags=["home"])


@router.post(
    "/events",
    **described(body=EventBatch, answers={202: EventResults}, problems=[*HOME_PROBLEMS, *BODY_PROBLEMS]),
)
async def send_events(
    caller: Annotated[Caller, Depends(HomeGate())],
    batch: Annotated[EventBatch, Depends(JsonBody(EventBatch, BATCH_BYTES))],
    hub: HubDep,
) -> Response:
    """Each event's fate, in the batch's order."""
    async with hub.db.write(ordered=True) as session:
        results = await service.take(session, caller.household_id, batch, hub.clock.now())
    hub.bus.hint()
    return answer(results, 202)
