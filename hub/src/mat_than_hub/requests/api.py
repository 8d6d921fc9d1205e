"""Homes read their inbox and answer requests."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from ..about import service as about
from ..answers import answer, fitting
from ..bodies import JsonBody
from ..consents.service import Signer
from ..contract import BODY_PROBLEMS, HOME_PROBLEMS, described
from ..dependencies import HubDep
from ..errors import Refusal
from ..gates import Caller, HomeGate
from ..households import service as households
from ..protocol.limits import INBOX_WAIT_S
from ..protocol.problems import Problem
from ..protocol.requests import DecisionUpload, Inbox, InboxItem
from ..resources import Hub
from . import decisions, inbox

MOST_WAITING = 8  # of one household; a home has one, and after a broken line those that have not noticed

router = APIRouter(prefix="/v1", tags=["home"])


@router.get("/inbox", **described(answers={200: Inbox}, problems=[*HOME_PROBLEMS, Problem.QUOTA]))
async def read_inbox(
    caller: Annotated[Caller, Depends(HomeGate())],
    hub: HubDep,
    after: Annotated[int, Query(ge=0, le=2**53)] = 0,
    wait: Annotated[int, Query(ge=0, le=INBOX_WAIT_S)] = 0,
    live: Annotated[int, Query(ge=0, le=1)] = 0,
) -> Response:
    """What follows that number, oldest first; when there is nothing, the answer waits so many seconds for it.

    With `live=1` news of live views are among it.
    """
    if hub.bus.waiting(caller.household_id) >= MOST_WAITING:
        raise Refusal(Problem.QUOTA, retry_after_s=INBOX_WAIT_S)
    loop = asyncio.get_running_loop()
    until = loop.time() + wait
    with hub.bus.listening(caller.household_id) as hints:
        while True:
            hints.begin()
            items = await _page(hub, inbox.Reader(caller.household_id, after, bool(live)))
            left = until - loop.time()
            if items or left <= 0 or hub.bus.closed:
                return answer(Inbox(items=fitting(items)))
            await hints.wait(left)


@router.post(
    "/requests/{request_id}/decision",
    **described(
        body=DecisionUpload,
        answers={200: None},
        problems=[*HOME_PROBLEMS, *BODY_PROBLEMS, Problem.NOT_YOURS, Problem.CONFLICT, Problem.GONE],
    ),
)
async def decide(
    caller: Annotated[Caller, Depends(HomeGate())],
    sent: Annotated[DecisionUpload, Depends(JsonBody(DecisionUpload))],
    request_id: str,
    hub: HubDep,
) -> Response:
    """A household's final word: 200 for the first and for the same again, 409 for another, 410 once it is too late."""
    signer = Signer(caller.household_id, caller.key)
    async with hub.db.write(ordered=True) as session:
        await households.use_nonce(session, caller.claim, hub.clock.now())
        await decisions.decide(session, signer, request_id, sent.decision, hub.clock.now())
    hub.bus.hint()
    return Response(status_code=200)


async def _page(hub: Hub, reader: inbox.Reader) -> list[InboxItem]:
    """Read in a session of its own: nothing of the database is held while the answer waits."""
    async with hub.db.read() as session:
        profile = await about.profile(session)
        return await inbox.page(session, reader, profile.name if profile else hub.settings.url)
