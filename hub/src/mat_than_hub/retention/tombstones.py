"""Knows what was deleted."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from ..errors import Refusal
from ..protocol.limits import EVENT_AGE
from ..protocol.problems import Problem
from .models import Tombstone

_AT_ONCE = 500
_KEPT = 2 * EVENT_AGE  # whatever is sent after that is refused for its age


async def refuse_gone(session: AsyncSession, item_id: str) -> None:
    """Refusal `gone` when the item was deleted."""
    if await session.get(Tombstone, item_id) is not None:
        raise Refusal(Problem.GONE)


async def bury(session: AsyncSession, item_ids: Iterable[str], now: datetime) -> None:
    """Remember that these are gone."""
    rows = [{"item_id": item_id, "gone_at": now} for item_id in item_ids]
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        known = select(Tombstone.item_id).where(Tombstone.item_id.in_([row["item_id"] for row in some]))
        there = set(await session.scalars(known))
        if fresh := [row for row in some if row["item_id"] not in there]:
            await session.execute(insert(Tombstone), fresh)


async def forget_old(session: AsyncSession, now: datetime) -> None:
    """Drop what can no longer be sent again."""
    await session.execute(delete(Tombstone).where(Tombstone.gone_at < now - _KEPT))
