"""The console's live line: server-sent events made of the journal.

`id:` is the journal's number, so a browser that comes back says where it was. The reader wakes at a hint and looks by
itself every five seconds; a session that is over ends the line. What is sent is read from the tables at that moment,
with the same questions as everywhere: nothing withdrawn gets out here.
"""

from collections.abc import AsyncIterator, Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from sqlalchemy.ext.asyncio import AsyncSession
from sse_starlette import EventSourceResponse, ServerSentEvent

from .answers import view_json
from .cameras import service as cameras
from .cameras.views import camera_views
from .changes import service as changes
from .changes.models import Change
from .changes.service import ChangeKind
from .contract import OFFICER_PROBLEMS, described
from .dependencies import HubDep
from .events import service as events
from .events.views import event_view
from .gates import OfficerGate, cookie_name
from .holds import views as holds
from .households import service as households
from .households.console import household_view
from .live import views as live
from .members import service as members
from .members.roles import Permission
from .members.service import Officer
from .reports import views as reports
from .requests import views as requests
from .resources import Hub

POLL_S = 5.0
COMMENT_S = 15

router = APIRouter(prefix="/api", tags=["console"])


@router.get("/stream", **described(answers={200: "text/event-stream"}, problems=OFFICER_PROBLEMS))
async def follow(
    officer: Annotated[Officer, Depends(OfficerGate(Permission.SEE_FEED))], request: Request, hub: HubDep
) -> Response:
    """Events, cameras, households, live views, footage requests, reports and legal holds as they change."""
    last = request.headers.get("last-event-id", "")
    async with hub.db.read() as session:
        newest = await changes.newest(session)
    start = min(int(last), newest) if last.isdecimal() and len(last) <= 15 else newest
    token = request.cookies.get(cookie_name(secure=hub.settings.secure_cookies), "")
    return EventSourceResponse(
        _follow(hub, start, token, officer),
        ping=COMMENT_S,
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


async def _follow(hub: Hub, seq: int, token: str, officer: Officer) -> AsyncIterator[ServerSentEvent]:
    yield ServerSentEvent(event="hello", data="{}", id=str(seq), retry=3000)
    with hub.bus.listening() as hints:
        while not hub.bus.closed:
            hints.begin()
            async with hub.db.read() as session:
                if await members.find_officer(session, token, hub.clock.now()) is None:
                    return
                found = await changes.after(session, seq)
                messages = await _messages(session, hub, found, officer)
            for message in messages:
                yield message
            if found:
                seq = found[-1].seq
            else:
                await hints.wait(POLL_S)


async def _messages(
    session: AsyncSession, hub: Hub, found: Sequence[Change], officer: Officer
) -> list[ServerSentEvent]:
    """One message for each item that changed, at the place of its last change."""
    latest = {(change.kind, change.household_id, change.item_id): change.seq for change in found}
    made: list[tuple[int, str, bytes]] = []
    event_ids = [item for kind, _, item in latest if kind == ChangeKind.EVENT]
    for entry in await events.of_ids(session, event_ids) if event_ids else ():
        seq = latest[ChangeKind.EVENT.value, entry.household.id, entry.event.id]
        made.append((seq, "event", view_json(event_view(entry))))
    camera_ids = [(household, item) for kind, household, item in latest if kind == ChangeKind.CAMERA]
    for camera in await camera_views(session, hub.clock.now(), camera_ids) if camera_ids else ():
        seq = latest[ChangeKind.CAMERA.value, camera.household.id, camera.id]
        made.append((seq, "camera", view_json(camera)))
    household_ids = {item for kind, _, item in latest if kind == ChangeKind.HOUSEHOLD}
    if household_ids and officer.role.allows(Permission.SEE_HOUSEHOLDS):
        counts = await cameras.counts(session)
        for household in await households.everyone(session):
            if household.id in household_ids:
                seq = latest[ChangeKind.HOUSEHOLD.value, household.id, household.id]
                made.append((seq, "household", view_json(household_view(household, counts.get(household.id, 0)))))
    views = {item: seq for (kind, _, item), seq in latest.items() if kind == ChangeKind.LIVE}
    if views and officer.role.allows(Permission.WATCH_LIVE):
        shown = await live.views_of_ids(session, list(views), officer, hub.rooms, hub.clock.now())
        made += [(views[view.id], "live", view_json(view)) for view in shown]
    cases = {item: seq for (kind, _, item), seq in latest.items() if kind == ChangeKind.CASE}
    if cases:
        made += await _cases(session, hub, cases, officer)
    return [ServerSentEvent(event=kind, data=data.decode(), id=str(seq)) for seq, kind, data in sorted(made)]


async def _cases(
    session: AsyncSession, hub: Hub, cases: dict[str, int], officer: Officer
) -> list[tuple[int, str, bytes]]:
    """Requests, reports and holds for who may see them; a household's no is no change and comes here never."""
    made: list[tuple[int, str, bytes]] = []
    if officer.role.allows(Permission.ASK_FOOTAGE):
        asked = await requests.views_of_ids(session, list(cases), officer, hub.clock.now())
        made += [(cases[request.id], "request", view_json(request)) for request in asked]
    if officer.role.allows(Permission.SEE_REPORTS):
        told = await reports.views_of_ids(session, list(cases))
        made += [(cases[report.id], "report", view_json(report)) for report in told]
    if officer.role.allows(Permission.HOLD_FOOTAGE):
        kept = await holds.views_of_ids(session, list(cases), officer, hub.clock.now())
        made += [(cases[hold.id], "hold", view_json(hold)) for hold in kept]
    return made
