"""Officers put footage under a legal hold, decide each other's, look at what is held, and lift it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from sqlalchemy.ext.asyncio import AsyncSession

from ..answers import view
from ..bodies import JsonBody
from ..clips.console import Stored, serve
from ..clips.ranges import parse_range
from ..contract import BODY_PROBLEMS, OFFICER_PROBLEMS, described
from ..dependencies import HubDep
from ..errors import ConsoleProblem, Refusal
from ..gates import OfficerGate
from ..members.roles import Permission
from ..members.service import Officer
from ..protocol.problems import Problem
from ..resources import Hub
from . import keeping, service
from .models import HeldItem, HeldKind, HoldRow
from .service import HoldDecision, LookReason, NewHold
from .views import HoldDetail, HoldPage, HoldView, count_for, hold_detail, hold_views, newest

router = APIRouter(prefix="/api/holds", tags=["console"])
_HOLDS = OfficerGate(Permission.HOLD_FOOTAGE)
_FOUND = (*OFFICER_PROBLEMS, Problem.NOT_YOURS)
_MEDIA = {
    HeldKind.EVENT.value: "application/json",
    HeldKind.STILL.value: "image/jpeg",
    HeldKind.CLIP.value: "video/mp4",
}


@dataclass(frozen=True, slots=True)
class WaitingHolds:
    """How many holds wait for this officer's word."""

    count: int


@dataclass(frozen=True, slots=True)
class LookGranted:
    """Until when the officer may open what is held."""

    until: datetime


@router.get("", **described(answers={200: HoldPage}, problems=OFFICER_PROBLEMS))
async def list_holds(
    officer: Annotated[Officer, Depends(_HOLDS)],
    hub: HubDep,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    before: Annotated[int | None, Query(ge=1, le=2**53)] = None,
) -> Response:
    """Holds from the newest on."""
    async with hub.db.read() as session:
        rows, more = await newest(session, before, limit)
        return view(HoldPage(await hold_views(session, rows, officer, hub.clock.now()), more))


@router.post(
    "",
    **described(body=NewHold, answers={201: HoldView}, problems=[*OFFICER_PROBLEMS, *BODY_PROBLEMS, Problem.CONFLICT]),
)
async def ask_to_hold(
    officer: Annotated[Officer, Depends(_HOLDS)], wanted: Annotated[NewHold, Depends(JsonBody(NewHold))], hub: HubDep
) -> Response:
    """A new hold; it keeps nothing before a second officer has decided."""
    async with hub.db.write(ordered=True) as session:
        row = await service.ask(session, officer, wanted, hub.clock.now())
        shown = await _shown(session, row, officer, hub)
    hub.bus.hint()
    return view(shown, 201)


@router.get("/waiting", **described(answers={200: WaitingHolds}, problems=OFFICER_PROBLEMS))
async def count_waiting_holds(officer: Annotated[Officer, Depends(_HOLDS)], hub: HubDep) -> Response:
    """How many holds of others wait for a second officer."""
    async with hub.db.read() as session:
        return view(WaitingHolds(await count_for(session, officer, hub.clock.now())))


@router.get("/{hold_id}", **described(answers={200: HoldDetail}, problems=_FOUND))
async def read_hold(officer: Annotated[Officer, Depends(_HOLDS)], hold_id: str, hub: HubDep) -> Response:
    """One hold with what it names; nothing of that is shown by it."""
    async with hub.db.read() as session:
        row = await service.find(session, hold_id)
        return view(await hold_detail(session, row, officer, hub.clock.now()))


@router.post(
    "/{hold_id}/decision",
    **described(body=HoldDecision, answers={200: HoldView}, problems=[*_FOUND, *BODY_PROBLEMS, Problem.CONFLICT]),
)
async def decide_hold(
    officer: Annotated[Officer, Depends(_HOLDS)],
    hold_id: str,
    word: Annotated[HoldDecision, Depends(JsonBody(HoldDecision))],
    hub: HubDep,
) -> Response:
    """The second officer's word. A yes copies what is held under keys of the hold's own before it counts."""
    if not word.approved:
        async with hub.db.write(ordered=True) as session:
            row = await service.refuse(session, officer, hold_id, word.note, hub.clock.now())
            shown = await _shown(session, row, officer, hub)
        hub.bus.hint()
        return view(shown)
    async with hub.db.write() as session:
        items = await service.claim(session, officer, hold_id, hub.clock.now())
        originals = [(item, await service.original(session, item)) for item in items]
    copies: list[HeldItem] = []
    try:
        for item, original in originals:
            if original is not None and await keeping.copy(hub.store, item, original):
                copies.append(item)
        async with hub.db.write(ordered=True) as session:
            row, dropped = await service.hold(session, officer, hold_id, copies, word.note, hub.clock.now())
            shown = await _shown(session, row, officer, hub)
    except BaseException:
        await keeping.forget(hub.store, copies)  # it does not count: nothing of it stays
        raise
    await keeping.forget(hub.store, dropped)
    hub.bus.hint()
    return view(shown)


@router.post("/{hold_id}/lifting", **described(answers={200: HoldView}, problems=[*_FOUND, Problem.CONFLICT]))
async def lift_hold(officer: Annotated[Officer, Depends(_HOLDS)], hold_id: str, hub: HubDep) -> Response:
    """End a hold now: nothing is shown from here on, and what it kept is deleted at once."""
    async with hub.db.write(ordered=True) as session:
        row = await service.lift(session, officer, hold_id, hub.clock.now())
        shown = await _shown(session, row, officer, hub)
    hub.bus.hint()
    hub.work_waits.set()
    return view(shown)


@router.post(
    "/{hold_id}/looks",
    **described(body=LookReason, answers={200: LookGranted}, problems=[*_FOUND, *BODY_PROBLEMS, Problem.GONE]),
)
async def say_why(
    officer: Annotated[Officer, Depends(_HOLDS)],
    hold_id: str,
    word: Annotated[LookReason, Depends(JsonBody(LookReason))],
    hub: HubDep,
) -> Response:
    """Say why; for a quarter of an hour the held items open for this officer, each look told to its household."""
    async with hub.db.write() as session:
        return view(LookGranted(await service.say_why(session, officer, hold_id, word.reason, hub.clock.now())))


@router.get(
    "/{hold_id}/items/{item_id}",
    **described(
        answers={200: "video/mp4", 206: "video/mp4"},
        problems=[*_FOUND, Problem.GONE, Problem.OVERLOADED, ConsoleProblem.RANGE],
    ),
)
async def read_held(
    officer: Annotated[Officer, Depends(_HOLDS)], request: Request, hold_id: str, item_id: str, hub: HubDep
) -> Response:
    """A held clip, still (JPEG) or event (JSON); the look is logged in the transaction that allows it."""
    async with hub.db.write(ordered=True) as session:
        item = await service.show(session, officer, hold_id, item_id, hub.clock.now())
    if item.object_key is None:
        raise Refusal(Problem.GONE)
    wanted = parse_range(request.headers.get("range"), item.size_bytes)
    stored = Stored(item.object_key, item.size_bytes, keeping.key_name(hold_id, item.consent_id))
    return await serve(hub, stored, wanted, _MEDIA[item.kind])


async def _shown(session: AsyncSession, row: HoldRow, officer: Officer, hub: Hub) -> HoldView:
    await session.flush()
    [shown] = await hold_views(session, [row], officer, hub.clock.now())
    return shown
