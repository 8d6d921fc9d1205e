"""Writes and reads the access log.

An entry is written in the transaction that decides to serve the item, opened with `ordered=True`: what is not logged is
not served, and a household that reads on from the last number it saw misses none. A player asks
for a clip in many ranges and a feed shows its stills again and again; within a minute this is one look.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from ..holds.models import HoldRow
from ..live.models import LiveRow
from ..protocol.access import Action
from ..protocol.limits import ACCESS_ENTRIES
from ..requests.models import RequestRow
from .models import AccessEntry

ONE_LOOK = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What was looked at."""

    id: str
    household_id: str
    camera_id: str
    event_id: str | None
    request_id: str | None = None  # the request or report that it was given for
    hold_id: str | None = None  # the legal hold that it is under
    reason: str | None = None  # why it was put there, or looked at through it


@dataclass(frozen=True, slots=True)
class Look:
    """An entry with the case it was for, or the reason of a live view; a report has none."""

    entry: AccessEntry
    case_number: str | None
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LogQuery:
    """What to read of the log: the newest first, older than `before`."""

    limit: int = 100
    before: int | None = None
    event_id: str | None = None
    household_id: str | None = None


async def note(session: AsyncSession, member_id: str, action: Action, item: Item, now: datetime) -> None:
    """Log a look, unless it goes on from one of the last minute."""
    recent = await session.scalar(
        select(AccessEntry.seq)
        .where(
            AccessEntry.member_id == member_id,
            AccessEntry.item_id == item.id,
            AccessEntry.action == action.value,
            AccessEntry.at > now - ONE_LOOK,
        )
        .limit(1)
    )
    if recent is None:
        session.add(
            AccessEntry(
                at=now,
                member_id=member_id,
                action=action.value,
                item_id=item.id,
                event_id=item.event_id,
                household_id=item.household_id,
                camera_id=item.camera_id,
                request_id=item.request_id,
                hold_id=item.hold_id,
                reason=item.reason,
            )
        )


async def newest(session: AsyncSession, query: LogQuery) -> list[Look]:
    """A page of the log."""
    statement = _looks().order_by(AccessEntry.seq.desc()).limit(query.limit)
    if query.before is not None:
        statement = statement.where(AccessEntry.seq < query.before)
    if query.event_id:
        statement = statement.where(AccessEntry.event_id == query.event_id)
    if query.household_id:
        statement = statement.where(AccessEntry.household_id == query.household_id)
    return [Look(*row) for row in await session.execute(statement)]


async def of_household(session: AsyncSession, household_id: str, after: int) -> list[Look]:
    """What was done with a household's items since the entry of that number, oldest first."""
    statement = _looks().where(AccessEntry.household_id == household_id, AccessEntry.seq > after)
    rows = await session.execute(statement.order_by(AccessEntry.seq).limit(ACCESS_ENTRIES))
    return [Look(*row) for row in rows]


def _looks() -> Select[AccessEntry, str | None, str | None]:
    case_number = func.coalesce(HoldRow.case_number, RequestRow.case_number, LiveRow.case_number)
    reason = func.coalesce(AccessEntry.reason, RequestRow.reason, LiveRow.reason)
    return (
        select(AccessEntry, case_number, reason)
        .outerjoin(RequestRow, RequestRow.id == AccessEntry.request_id)
        .outerjoin(LiveRow, LiveRow.id == AccessEntry.item_id)
        .outerjoin(HoldRow, HoldRow.id == AccessEntry.hold_id)
    )
