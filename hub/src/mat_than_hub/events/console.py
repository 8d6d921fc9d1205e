"""The feed, for officers."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from ..answers import view
from ..audit.service import Item, note
from ..contract import OFFICER_PROBLEMS, described
from ..dependencies import HubDep
from ..gates import OfficerGate
from ..members.roles import Permission
from ..members.service import Officer
from ..protocol.access import Action
from ..protocol.problems import Problem
from . import service
from .views import EventPage, EventView, event_view

router = APIRouter(prefix="/api", tags=["console"])


@router.get("/events", **described(answers={200: EventPage}, problems=OFFICER_PROBLEMS))
async def read_feed(
    _: Annotated[Officer, Depends(OfficerGate(Permission.SEE_FEED))],
    hub: HubDep,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    before: Annotated[int | None, Query(ge=1, le=2**53)] = None,
    household: Annotated[str | None, Query(max_length=36)] = None,
    camera: Annotated[str | None, Query(max_length=64)] = None,
    q: Annotated[str | None, Query(max_length=100)] = None,
) -> Response:
    """Events from the newest on."""
    query = service.FeedQuery(limit=limit, before=before, household_id=household, camera_id=camera, text=q)
    async with hub.db.read() as session:
        entries, more = await service.feed(session, query)
    return view(EventPage([event_view(entry) for entry in entries], more))


@router.get(
    "/events/{event_id}",
    **described(answers={200: EventView}, problems=[*OFFICER_PROBLEMS, Problem.NOT_YOURS, Problem.GONE]),
)
async def read_event(
    officer: Annotated[Officer, Depends(OfficerGate(Permission.SEE_FEED))], event_id: str, hub: HubDep
) -> Response:
    """One event; the look is logged."""
    async with hub.db.write(ordered=True) as session:
        entry = await service.find(session, event_id)
        event = entry.event
        item = Item(id=event.id, household_id=event.household_id, camera_id=event.camera_id, event_id=event.id)
        await note(session, officer.member_id, Action.VIEW_EVENT, item, hub.clock.now())
    return view(event_view(entry))
