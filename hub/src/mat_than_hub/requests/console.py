"""Officers ask for footage, moderate each other's requests, and see what was given."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response
from sqlalchemy.ext.asyncio import AsyncSession

from ..answers import view
from ..bodies import JsonBody
from ..contract import BODY_PROBLEMS, OFFICER_PROBLEMS, described
from ..dependencies import HubDep
from ..gates import OfficerGate
from ..members.roles import Permission
from ..members.service import Officer
from ..protocol.problems import Problem
from ..resources import Hub
from . import asking, service
from .asking import NewRequest
from .models import RequestRow, RequestState
from .service import Moderation
from .views import RequestDetail, RequestPage, RequestView, request_detail, request_views

router = APIRouter(prefix="/api", tags=["console"])
_FOUND = (*OFFICER_PROBLEMS, Problem.NOT_YOURS)


@dataclass(frozen=True, slots=True)
class WaitingRequests:
    """How many requests wait for this officer's word."""

    count: int


@router.get("/requests", **described(answers={200: RequestPage}, problems=OFFICER_PROBLEMS))
async def list_requests(
    officer: Annotated[Officer, Depends(OfficerGate(Permission.ASK_FOOTAGE))],
    hub: HubDep,
    state: Annotated[RequestState | None, Query()] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    before: Annotated[int | None, Query(ge=1, le=2**53)] = None,
) -> Response:
    """Requests from the newest on."""
    now = hub.clock.now()
    async with hub.db.read() as session:
        rows, more = await service.newest(session, state, before, limit, now)
        return view(RequestPage(await request_views(session, rows, officer, now), more))


@router.post(
    "/requests",
    **described(
        body=NewRequest, answers={201: RequestView}, problems=[*OFFICER_PROBLEMS, *BODY_PROBLEMS, Problem.QUOTA]
    ),
)
async def ask_for_footage(
    officer: Annotated[Officer, Depends(OfficerGate(Permission.ASK_FOOTAGE))],
    wanted: Annotated[NewRequest, Depends(JsonBody(NewRequest))],
    hub: HubDep,
) -> Response:
    """A new request; no home hears of it before a second officer has approved it."""
    async with hub.db.write(ordered=True) as session:
        row = await asking.ask(session, officer, wanted, hub.settings, hub.clock.now())
        shown = await _shown(session, row, officer, hub)
    hub.bus.hint()
    return view(shown, 201)


@router.get("/requests/waiting", **described(answers={200: WaitingRequests}, problems=OFFICER_PROBLEMS))
async def count_waiting(
    officer: Annotated[Officer, Depends(OfficerGate(Permission.MODERATE_REQUESTS))], hub: HubDep
) -> Response:
    """How many requests of others wait for a second officer."""
    async with hub.db.read() as session:
        return view(WaitingRequests(await service.count_for(session, officer, hub.clock.now())))


@router.get("/requests/{request_id}", **described(answers={200: RequestDetail}, problems=_FOUND))
async def read_request(
    officer: Annotated[Officer, Depends(OfficerGate(Permission.ASK_FOOTAGE))], request_id: str, hub: HubDep
) -> Response:
    """One request with its cameras and what was given."""
    async with hub.db.read() as session:
        row = await service.find(session, request_id)
        return view(await request_detail(session, row, officer, hub.clock.now()))


@router.post(
    "/requests/{request_id}/moderation",
    **described(body=Moderation, answers={200: RequestView}, problems=[*_FOUND, *BODY_PROBLEMS, Problem.CONFLICT]),
)
async def moderate(
    officer: Annotated[Officer, Depends(OfficerGate(Permission.MODERATE_REQUESTS))],
    request_id: str,
    word: Annotated[Moderation, Depends(JsonBody(Moderation))],
    hub: HubDep,
) -> Response:
    """Approve or refuse another officer's request; approved, the households are told at once."""
    async with hub.db.write(ordered=True) as session:
        row, told = await service.moderate(session, officer, request_id, word, hub.clock.now())
        shown = await _shown(session, row, officer, hub)
    hub.bus.hint()
    hub.bus.ring(told)
    return view(shown)


@router.post(
    "/requests/{request_id}/cancellation",
    **described(answers={200: RequestView}, problems=[*_FOUND, Problem.CONFLICT]),
)
async def cancel(
    officer: Annotated[Officer, Depends(OfficerGate(Permission.ASK_FOOTAGE))], request_id: str, hub: HubDep
) -> Response:
    """Take a request back, by who asked or an administrator; what was given stays."""
    async with hub.db.write(ordered=True) as session:
        row, told = await service.cancel(session, officer, request_id, hub.clock.now())
        shown = await _shown(session, row, officer, hub)
    hub.bus.hint()
    hub.bus.ring(told)
    return view(shown)


async def _shown(session: AsyncSession, row: RequestRow, officer: Officer, hub: Hub) -> RequestView:
    await session.flush()
    [shown] = await request_views(session, [row], officer, hub.clock.now())
    return shown
