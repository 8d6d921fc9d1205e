"""Writes and reads the access log.

An entry is written in the transaction that decides to serve the item: what is not logged is not served. A player asks
for a clip in many ranges and a feed shows its stills again and again; within a minute this is one look.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from .models import AccessEntry

ONE_LOOK = timedelta(minutes=1)


class Action(StrEnum):
    """What an officer did."""

    VIEW_EVENT = "view_event"
    VIEW_STILL = "view_still"
    PLAY_CLIP = "play_clip"


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
