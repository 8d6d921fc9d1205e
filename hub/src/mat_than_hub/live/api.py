"""Homes answer live requests, push fragments while a view runs, and end it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request, Response

from ..answers import answer
from ..bodies import JsonBody, media_type, read_body
from ..consents.service import Signer
from ..contract import BODY_PROBLEMS, CONSENT_PROBLEMS, HOME_PROBLEMS, described
from ..dependencies import HubDep
from ..errors import Refusal
from ..gates import Caller, HomeGate
from ..households import service as households
from ..mp4 import Mp4Error
from ..protocol.consent import ConsentRecord
from ..protocol.limits import LIVE_FRAGMENT_BYTES, LIVE_INIT_BYTES
from ..protocol.live import LiveAnswerUpload, LiveEnd, LiveStanding
from ..protocol.problems import Problem
from ..resources import Hub
from . import service
from .film import check_init, read_fragment
from .models import LiveRow
from .rooms import Room

MOST_FRAGMENTS = 100_000  # numbers; a view of fifteen minutes has about a thousand

router = APIRouter(prefix="/v1/live", tags=["home"])
_ANSWERED = (*HOME_PROBLEMS, *BODY_PROBLEMS, *CONSENT_PROBLEMS, Problem.NOT_YOURS, Problem.CONFLICT, Problem.GONE)
_PUSHED = (*_ANSWERED, Problem.CODEC)


@router.post("/{live_id}/answer", **described(body=LiveAnswerUpload, answers={200: None}, problems=_ANSWERED))
async def answer_live(
    caller: Annotated[Caller, Depends(HomeGate())],
    sent: Annotated[LiveAnswerUpload, Depends(JsonBody(LiveAnswerUpload))],
    live_id: str,
    hub: HubDep,
) -> Response:
    """A household's final word: 200 for the first and for the same again, 409 for another, 410 once it is too late."""
    signer = Signer(caller.household_id, caller.key)
    async with hub.db.write(ordered=True) as session:
        await households.use_nonce(session, caller.claim, hub.clock.now())
        row = await service.answer(session, signer, live_id, sent.answer, hub.clock.now())
    if row.approved:
        _room(hub, row)
    hub.bus.hint()
    return Response(status_code=200)


@router.put("/{live_id}/init", **described(body="video/mp4", answers={200: LiveStanding}, problems=_PUSHED))
async def put_init(
    caller: Annotated[Caller, Depends(HomeGate())], request: Request, live_id: str, hub: HubDep
) -> Response:
    """How the fragments that follow are to be read; again whenever the camera's picture becomes another."""
    data = await _film(caller, request, live_id, hub, LIVE_INIT_BYTES)
    row, record = await _pushed(hub, caller, live_id)
    try:
        check_init(data, audio=record.audio)
    except Mp4Error as err:
        raise Refusal(Problem.CODEC) from err
    _room(hub, row).put_init(data)
    return _standing(hub, row)


@router.put(
    "/{live_id}/fragments/{number}", **described(body="video/mp4", answers={200: LiveStanding}, problems=_PUSHED)
)
async def put_fragment(
    caller: Annotated[Caller, Depends(HomeGate())],
    request: Request,
    live_id: str,
    number: Annotated[int, Path(ge=1, le=MOST_FRAGMENTS)],
    hub: HubDep,
) -> Response:
    """The next fragment. Numbers grow and may be left out; the last one again is no change, an earlier one is refused."""
    data = await _film(caller, request, live_id, hub, LIVE_FRAGMENT_BYTES)
    row, _ = await _pushed(hub, caller, live_id)
    try:
        fragment = read_fragment(data)
    except Mp4Error as err:
        raise Refusal(Problem.CODEC) from err
    _room(hub, row).put(number, fragment)
    return _standing(hub, row)


@router.post(
    "/{live_id}/end",
    **described(body=LiveEnd, answers={200: None}, problems=[*HOME_PROBLEMS, *BODY_PROBLEMS, Problem.NOT_YOURS]),
)
async def end_live(
    caller: Annotated[Caller, Depends(HomeGate())],
    sent: Annotated[LiveEnd, Depends(JsonBody(LiveEnd))],
    live_id: str,
    hub: HubDep,
) -> Response:
    """The home pushes no more; who looks sees it at once. Repeats are welcome."""
    async with hub.db.write(ordered=True) as session:
        await service.end_by_home(session, caller.household_id, live_id, sent.cause, hub.clock.now())
    hub.rooms.close(live_id)
    hub.bus.hint()
    return Response(status_code=200)


async def _film(caller: Caller, request: Request, live_id: str, hub: Hub, longest: int) -> bytes:
    """The body; asked for a consent before its first byte is read, as after its last."""
    if media_type(request) != "video/mp4":
        raise Refusal(Problem.CODEC)
    await _pushed(hub, caller, live_id)
    return await read_body(request, longest, caller.claim.digest)


async def _pushed(hub: Hub, caller: Caller, live_id: str) -> tuple[LiveRow, ConsentRecord]:
    async with hub.db.read() as session:
        return await service.pushed(session, caller.household_id, live_id, hub.clock.now())


def _room(hub: Hub, row: LiveRow) -> Room:
    lasts_s = 0.0 if row.until is None else (row.until - hub.clock.now()).total_seconds()
    return hub.rooms.open(row.id, lasts_s)


def _standing(hub: Hub, row: LiveRow) -> Response:
    if row.until is None:
        raise Refusal(Problem.GONE)
    return answer(LiveStanding(until=row.until, watching=hub.rooms.watching(row.id)))
