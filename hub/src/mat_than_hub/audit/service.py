"""Writes and reads the access log.

An entry is written in the transaction that decides to serve the item, opened with `ordered=True`: what is not logged is
not served, and a household that reads on from the last number it saw misses none. A player asks
for a clip in many ranges and a feed shows its stills again and again; within a minute this is one look.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from ..protocol.access import Action
from ..protocol.limits import ACCESS_ENTRIES
from .models import AccessEntry

ONE_LOOK = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What was looked at."""

    id: str
    household_id: str
    camera_id: str
    event_id: str | None


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
            )
        )


async def newest(session: AsyncSession, before: int | None, limit: int) -> Sequence[AccessEntry]:
    """Entries from the newest on, older than `before`."""
    query = select(AccessEntry).order_by(AccessEntry.seq.desc()).limit(limit)
    if before is not None:
        query = query.where(AccessEntry.seq < before)
    return (await session.scalars(query)).all()


async def of_household(session: AsyncSession, household_id: str, after: int) -> Sequence[AccessEntry]:
    """What was done with a household's items since the entry of that number, oldest first."""
    query = select(AccessEntry).where(AccessEntry.household_id == household_id, AccessEntry.seq > after)
    return (await session.scalars(query.order_by(AccessEntry.seq).limit(ACCESS_ENTRIES))).all()
