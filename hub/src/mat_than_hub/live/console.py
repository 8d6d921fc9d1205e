"""Officers ask to look live, look, and end it."""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Depends, Response
from fastapi.responses import StreamingResponse
from sqlalchemy.ext.asyncio import AsyncSession

from ..answers import view
from ..bodies import JsonBody
from ..contract import BODY_PROBLEMS, CONSENT_PROBLEMS, OFFICER_PROBLEMS, described
from ..dependencies import HubDep
from ..errors import Refusal
from ..gates import OfficerGate
from ..members.roles import Permission
from ..members.service import Officer
from ..protocol.problems import Problem
from ..resources import Hub
from . import service
from .models import LiveRow
from .rooms import Room, Watcher
from .service import NewLive
from .views import LivePage, LiveView, live_views

ASK_AGAIN_S = 0.5  # how long nothing may come before it is asked again whether anybody may look
_WATCHES = OfficerGate(Permission.WATCH_LIVE)

router = APIRouter(prefix="/api/live", tags=["console"])
_FOUND = (*OFFICER_PROBLEMS, Problem.NOT_YOURS)


@router.get("", **described(answers={200: LivePage}, problems=OFFICER_PROBLEMS))
async def list_open(officer: Annotated[Officer, Depends(_WATCHES)], hub: HubDep) -> Response:
    """The views that wait for a household's word, or run."""
    now = hub.clock.now()
    async with hub.db.read() as session:
        rows = await service.open_views(session, now)
        return view(LivePage(await live_views(session, rows, officer, hub.rooms, now)))


@router.post(
    "",
    **described(
        body=NewLive,
        answers={201: LiveView},
        problems=[*OFFICER_PROBLEMS, *BODY_PROBLEMS, Problem.CONFLICT, Problem.QUOTA],
    ),
)
async def ask_to_look(
    officer: Annotated[Officer, Depends(_WATCHES)],
    wanted: Annotated[NewLive, Depends(JsonBody(NewLive))],
    hub: HubDep,
) -> Response:
    """Ask a household to let officers look through one camera now; it has two minutes to answer."""
    async with hub.db.write(ordered=True) as session:
        row = await service.ask(session, officer, wanted, hub.settings, hub.clock.now())
        shown = await _shown(session, row, officer, hub)
    hub.bus.hint()
    hub.bus.ring([row.household_id])
    return view(shown, 201)


@router.get("/{live_id}", **described(answers={200: LiveView}, problems=_FOUND))
async def read_live(officer: Annotated[Officer, Depends(_WATCHES)], live_id: str, hub: HubDep) -> Response:
    """One view, also when it is over."""
    async with hub.db.read() as session:
        return view(await _shown(session, await service.find(session, live_id), officer, hub))


@router.post("/{live_id}/end", **described(answers={200: LiveView}, problems=_FOUND))
async def end_live(officer: Annotated[Officer, Depends(_WATCHES)], live_id: str, hub: HubDep) -> Response:
    """Look no more, or take the question back; by whoever asked, or an administrator."""
    async with hub.db.write(ordered=True) as session:
        row = await service.end_by_officer(session, officer, live_id, hub.clock.now())
        shown = await _shown(session, row, officer, hub)
    hub.rooms.close(live_id)
    hub.bus.hint()
    hub.bus.ring([row.household_id])
    return view(shown)


@router.get(
    "/{live_id}/film",
    **described(answers={200: "video/mp4"}, problems=[*_FOUND, *CONSENT_PROBLEMS, Problem.GONE, Problem.OVERLOADED]),
)
async def watch(officer: Annotated[Officer, Depends(_WATCHES)], live_id: str, hub: HubDep) -> Response:
    """The film as it comes, without an end of its own; the look is logged in the transaction that allows it."""
    async with hub.db.write(ordered=True) as session:
        row = await service.look(session, officer, live_id, hub.clock.now())
    room = hub.rooms.open(live_id, 0.0 if row.until is None else (row.until - hub.clock.now()).total_seconds())
    headers = {
        "Cache-Control": "private, no-store",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Accel-Buffering": "no",
    }
    return StreamingResponse(_film(hub, room, live_id), 200, headers, "video/mp4")


async def _film(hub: Hub, room: Room, live_id: str) -> AsyncIterator[bytes]:
    """What comes, as long as it may be seen: asked before each piece, and while nothing comes."""
    loop = asyncio.get_running_loop()
    with room.watching(loop.time()) as watcher:
        while not room.closed and await _may_look(hub, live_id):
            watcher.hints.begin()
            if data := _taken(room, watcher, loop.time()):
                yield data
            else:
                await watcher.hints.wait(ASK_AGAIN_S)


def _taken(room: Room, watcher: Watcher, now_s: float) -> bytes:
    return b"" if room.closed else room.take(watcher, now_s)


async def _may_look(hub: Hub, live_id: str) -> bool:
    try:
        async with hub.db.read() as session:
            await service.looked_at(session, live_id, hub.clock.now())
    except Refusal:
        return False
    return True


async def _shown(session: AsyncSession, row: LiveRow, officer: Officer, hub: Hub) -> LiveView:
    await session.flush()
    [shown] = await live_views(session, [row], officer, hub.rooms, hub.clock.now())
    return shown
