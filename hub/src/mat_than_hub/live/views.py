"""Live views as the console shows them. Of a no, and of when it came, nothing is in here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from ..about import service as about
from ..cameras.models import Camera
from ..households.models import Household
from ..members.models import Member
from ..members.service import Officer
from ..naming import Named
from .models import LiveRow, LiveState
from .rooms import Rooms
from .service import may_end, state_at


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveView:
    """A view, for one officer. `until` is told once the household has said yes, `ending` of one that ran."""

    id: str
    seq: int
    household: Named
    camera: Named
    unit: str
    reason: str
    case_number: str | None
    asked_by: str
    asked_at: datetime
    answer_by: datetime
    longest_s: int
    state: LiveState
    until: datetime | None
    ended_at: datetime | None
    ending: str | None
    unasked: bool
    watching: int
    may_end: bool


@dataclass(frozen=True, slots=True)
class LivePage:
    """The views that wait or run."""

    views: list[LiveView]


async def live_views(
    session: AsyncSession, rows: Sequence[LiveRow], officer: Officer, rooms: Rooms, now: datetime
) -> list[LiveView]:
    """These views, for this officer."""
    homes, people = {row.household_id for row in rows}, {row.asked_by for row in rows}
    cameras = await session.execute(
        select(Camera.household_id, Camera.id, Camera.name).where(Camera.household_id.in_(homes))
    )
    camera_names = {(household, camera): name for household, camera, name in cameras}
    households = dict(
        (await session.execute(select(Household.id, Household.name).where(Household.id.in_(homes)))).all()
    )
    officers = dict((await session.execute(select(Member.id, Member.user_name).where(Member.id.in_(people)))).all())
    profile = await about.profile(session)
    shown = []
    for row in rows:
        ran = bool(row.approved)
        over = row.ended_at if ran or row.ended_by is not None else None
        shown.append(
            LiveView(
                id=row.id,
                seq=row.seq,
                household=Named(row.household_id, households.get(row.household_id, "")),
                camera=Named(row.camera_id, camera_names.get((row.household_id, row.camera_id), "")),
                unit=profile.name if profile else "",
                reason=row.reason,
                case_number=row.case_number,
                asked_by=officers.get(row.asked_by, ""),
                asked_at=row.asked_at,
                answer_by=row.answer_by,
                longest_s=row.longest_s,
                state=state_at(row, now),
                until=row.until if ran else None,
                ended_at=over,
                ending=row.ending,
                unasked=row.unasked,
                watching=rooms.watching(row.id),
                may_end=may_end(row, officer),
            )
        )
    return shown


async def views_of_ids(
    session: AsyncSession, live_ids: Sequence[str], officer: Officer, rooms: Rooms, now: datetime
) -> list[LiveView]:
    """The views among these ids."""
    rows = (await session.scalars(select(LiveRow).where(LiveRow.id.in_(live_ids)))).all()
    return await live_views(session, rows, officer, rooms, now)
