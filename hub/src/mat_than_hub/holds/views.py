"""Legal holds as the console shows them; nothing of what is held stands in them."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from ..cameras.models import Camera
from ..consents.models import Consent
from ..households.models import Household
from ..members.models import Member
from ..members.service import Officer
from ..naming import Named
from . import service
from .models import HeldItem, HeldKind, HoldRow, HoldState


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldView:
    """A hold, for one officer; `items` counts events and clips."""

    id: str
    seq: int
    case_number: str
    basis: str
    until: datetime
    state: HoldState
    asked_by: str
    asked_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    decision_note: str | None
    ended_by: str | None
    ended_at: datetime | None
    deleted: bool
    items: int
    may_decide: bool
    may_lift: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldItemView:
    """What a hold names. `withdrawn`: its household took its consent back, so it is here for this case alone."""

    id: str
    kind: HeldKind
    household: Named
    camera: Named
    event_id: str | None
    started_at: datetime
    ended_at: datetime
    size_bytes: int
    url: str | None
    withdrawn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldDetail(HoldView):
    """A hold with what it names; `open_until` is there while this officer may look, who said why."""

    named: list[HeldItemView]
    open_until: datetime | None


@dataclass(frozen=True, slots=True)
class HoldPage:
    """A page of the holds, newest first."""

    holds: list[HoldView]
    more: bool


async def newest(session: AsyncSession, before: int | None, limit: int) -> tuple[Sequence[HoldRow], bool]:
    """A page of the holds, newest first, and whether there is more."""
    query = select(HoldRow).order_by(HoldRow.seq.desc()).limit(limit + 1)
    if before is not None:
        query = query.where(HoldRow.seq < before)
    rows = (await session.scalars(query)).all()
    return rows[:limit], len(rows) > limit


async def count_for(session: AsyncSession, officer: Officer, now: datetime) -> int:
    """How many holds wait for this officer's word."""
    waits = (HoldRow.state == HoldState.WAITING.value) & (HoldRow.until > now)
    return await session.scalar(select(func.count()).where(waits, HoldRow.asked_by != officer.member_id)) or 0


async def hold_views(session: AsyncSession, rows: Sequence[HoldRow], officer: Officer, now: datetime) -> list[HoldView]:
    """These holds, for this officer."""
    counted = await session.execute(
        select(HeldItem.hold_id, func.count())
        .where(HeldItem.hold_id.in_([row.id for row in rows]), HeldItem.kind != HeldKind.STILL.value)
        .group_by(HeldItem.hold_id)
    )
    counts = dict(counted.all())
    people = {name for row in rows for name in (row.asked_by, row.decided_by, row.ended_by) if name}
    names = dict((await session.execute(select(Member.id, Member.user_name).where(Member.id.in_(people)))).all())
    return [_view(row, counts.get(row.id, 0), names, officer, now) for row in rows]


async def views_of_ids(
    session: AsyncSession, hold_ids: Sequence[str], officer: Officer, now: datetime
) -> list[HoldView]:
    """Those of these ids that are holds, for this officer."""
    rows = (await session.scalars(select(HoldRow).where(HoldRow.id.in_(hold_ids)))).all()
    return await hold_views(session, rows, officer, now)


async def hold_detail(session: AsyncSession, row: HoldRow, officer: Officer, now: datetime) -> HoldDetail:
    """One hold with what it names."""
    [shown] = await hold_views(session, [row], officer, now)
    found = await session.execute(
        select(HeldItem, Household.name, Camera.name, Consent.withdrawn_at)
        .join(Household, Household.id == HeldItem.household_id)
        .join(Camera, (Camera.household_id == HeldItem.household_id) & (Camera.id == HeldItem.camera_id))
        .join(Consent, Consent.id == HeldItem.consent_id)
        .where(HeldItem.hold_id == row.id)
        .order_by(Household.name, HeldItem.started_at, HeldItem.kind)
    )
    look = await service.newest_look(session, officer, row.id, now) if shown.state is HoldState.HELD else None
    return HoldDetail(
        **{field.name: getattr(shown, field.name) for field in fields(shown)},
        named=[
            HeldItemView(
                id=item.item_id,
                kind=HeldKind(item.kind),
                household=Named(item.household_id, household),
                camera=Named(item.camera_id, camera),
                event_id=item.event_id,
                started_at=item.started_at,
                ended_at=item.ended_at,
                size_bytes=item.size_bytes,
                url=f"/api/holds/{row.id}/items/{item.item_id}" if item.object_key and look is not None else None,
                withdrawn=withdrawn_at is not None,
            )
            for item, household, camera, withdrawn_at in found
        ],
        open_until=None if look is None else look.at + service.LOOK_LASTS,
    )


def state_at(row: HoldRow, now: datetime) -> HoldState:
    """Where the hold stands: over from its date on, also before anybody has written it down."""
    if row.until <= now and row.state == HoldState.HELD.value:
        return HoldState.ENDED
    if row.until <= now and row.state == HoldState.WAITING.value:
        return HoldState.REFUSED
    return HoldState(row.state)


def _view(row: HoldRow, items: int, names: dict[str, str], officer: Officer, now: datetime) -> HoldView:
    state = state_at(row, now)
    waits = state is HoldState.WAITING
    return HoldView(
        id=row.id,
        seq=row.seq,
        case_number=row.case_number,
        basis=row.basis,
        until=row.until,
        state=state,
        asked_by=names.get(row.asked_by, ""),
        asked_at=row.asked_at,
        decided_by=names.get(row.decided_by or ""),
        decided_at=row.decided_at,
        decision_note=row.decision_note,
        ended_by=names.get(row.ended_by or ""),
        ended_at=row.ended_at,
        deleted=row.destroyed_at is not None,
        items=items,
        may_decide=waits and row.asked_by != officer.member_id,
        may_lift=state in {HoldState.WAITING, HoldState.HELD},
    )
