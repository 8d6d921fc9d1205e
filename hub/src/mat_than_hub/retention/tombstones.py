"""Knows what was deleted."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from ..errors import Refusal
from ..protocol.limits import EVENT_AGE
from ..protocol.problems import Problem
from .models import Tombstone

_KEPT = 2 * EVENT_AGE  # whatever is sent after that is refused for its age


async def refuse_gone(session: AsyncSession, item_id: str) -> None:
    """Refusal `gone` when the item was deleted."""
    if await session.get(Tombstone, item_id) is not None:
        raise Refusal(Problem.GONE)


async def bury(session: AsyncSession, item_ids: Iterable[str], now: datetime) -> None:
    """Remember that these are gone."""
    for item_id in item_ids:
        await session.merge(Tombstone(item_id=item_id, gone_at=now))


async def forget_old(session: AsyncSession, now: datetime) -> None:
    """Drop what can no longer be sent again."""
    await session.execute(delete(Tombstone).where(Tombstone.gone_at < now - _KEPT))
