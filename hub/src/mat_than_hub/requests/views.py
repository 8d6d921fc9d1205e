"""Footage requests as the console shows them: how many were asked and how many gave, never who did not."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from ..about import service as about
from ..cameras.models import Camera
from ..clips import given
from ..clips.given import Given, GivenClip
from ..households.models import Household
from ..members.models import Member
from ..members.roles import Permission, Role
from ..members.service import Officer
from ..naming import Named
from .models import RequestCamera, RequestRow, RequestState
from .service import state_at


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestView:
    """A request, for one officer; `households` were asked or would be, `gave` of them gave something that stands."""

    id: str
    seq: int
    case_number: str
    offence: str
    reason: str
    contact: str
    unit: str
    since: datetime
    until: datetime
    deadline: datetime
    retention_days: int
    state: RequestState
    asked_by: str
    asked_at: datetime
    moderated_by: str | None
    moderated_at: datetime | None
    moderation_note: str | None
    households: int
    gave: int
    clips: int
    may_moderate: bool
    may_cancel: bool


@dataclass(frozen=True, slots=True)
class CameraOfHousehold:
    """A camera that a request names."""

    household: Named
    camera: Named


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDetail(RequestView):
    """A request with the cameras it names and the clips that were given."""

    cameras: list[CameraOfHousehold]
    given: list[GivenClip]


@dataclass(frozen=True, slots=True)
class RequestPage:
    """A page of the requests, newest first."""

    requests: list[RequestView]
    more: bool


async def request_views(
    session: AsyncSession, rows: Sequence[RequestRow], officer: Officer, now: datetime
) -> list[RequestView]:
    """These requests, for this officer."""
    ids = [row.id for row in rows]
    asked = await session.execute(
        select(RequestCamera.request_id, func.count(RequestCamera.household_id.distinct()))
        .where(RequestCamera.request_id.in_(ids))
        .group_by(RequestCamera.request_id)
    )
    households = dict(asked.all())
    gifts = await given.counts(session, ids)
    people = {name for row in rows for name in (row.asked_by, row.moderated_by) if name}
    names = dict((await session.execute(select(Member.id, Member.user_name).where(Member.id.in_(people)))).all())
    profile = await about.profile(session)
    reader = _Reader(officer, now, profile.name if profile else "", names)
    return [reader.view(row, households.get(row.id, 0), gifts.get(row.id, Given())) for row in rows]


async def request_detail(session: AsyncSession, row: RequestRow, officer: Officer, now: datetime) -> RequestDetail:
    """One request with its cameras and clips."""
    [shown] = await request_views(session, [row], officer, now)
    cameras = await session.execute(
        select(Household.id, Household.name, Camera.id, Camera.name)
        .select_from(RequestCamera)
        .join(Household, Household.id == RequestCamera.household_id)
        .join(Camera, (Camera.household_id == RequestCamera.household_id) & (Camera.id == RequestCamera.camera_id))
        .where(RequestCamera.request_id == row.id)
        .order_by(Household.name, Household.id, Camera.name, Camera.id)
    )
    return RequestDetail(
        **{field.name: getattr(shown, field.name) for field in fields(shown)},
        cameras=[
            CameraOfHousehold(Named(household, name), Named(camera, camera_name))
            for household, name, camera, camera_name in cameras
        ],
        given=await given.given_for(session, row.id),
    )


async def views_of_ids(
    session: AsyncSession, request_ids: Sequence[str], officer: Officer, now: datetime
) -> list[RequestView]:
    """The requests among these ids."""
    rows = (await session.scalars(select(RequestRow).where(RequestRow.id.in_(request_ids)))).all()
    return await request_views(session, rows, officer, now)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Who reads, when, and the names that are shown."""

    officer: Officer
    now: datetime
    unit: str
    names: dict[str, str]

    def view(self, row: RequestRow, households: int, gifts: Given) -> RequestView:
        state = state_at(row, self.now)
        own = row.asked_by == self.officer.member_id
        waits, lives = state is RequestState.WAITING, state in {RequestState.WAITING, RequestState.OPEN}
        return RequestView(
            id=row.id,
            seq=row.seq,
            case_number=row.case_number,
            offence=row.offence,
            reason=row.reason,
            contact=row.contact,
            unit=self.unit,
            since=row.since,
            until=row.until,
            deadline=row.deadline,
            retention_days=row.retention_days,
            state=state,
            asked_by=self.names.get(row.asked_by, ""),
            asked_at=row.asked_at,
            moderated_by=self.names.get(row.moderated_by or ""),
            moderated_at=row.moderated_at,
            moderation_note=row.moderation_note,
            households=households,
            gave=gifts.households,
            clips=gifts.clips,
            may_moderate=waits and not own and self.officer.role.allows(Permission.MODERATE_REQUESTS),
            may_cancel=lives and (own or self.officer.role is Role.ADMIN),
        )
