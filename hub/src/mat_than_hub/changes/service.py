"""Writes the journal and reads it on.

A writer records in the transaction of the change itself, opened with `ordered=True`, so `seq` becomes visible in
order; after its commit it gives the bus a hint. A reader asks for what came after the last it saw: a lost hint costs
time (the reader also looks by itself), never a change.
"""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from .models import Change

JOURNAL_KEPT = timedelta(days=1)
_JOURNAL = ""  # no household's inbox


class ChangeKind(StrEnum):
    """What changed."""

    EVENT = "event"
    CAMERA = "camera"
    HOUSEHOLD = "household"
    LIVE = "live"  # a live view
    CASE = "case"  # a footage request, a report or a legal hold, of no household


class Bus:
    """Wakes the readers of this process: those of the journal, and those who wait at a household's inbox."""

    def __init__(self) -> None:
        self._readers: defaultdict[str, set[Hints]] = defaultdict(set)
        self.closed = False

    def close(self) -> None:
        """The hub stops: nobody waits any longer, and whoever looks at `closed` answers with what there is."""
        self.closed = True
        self.ring(list(self._readers))

    def hint(self) -> None:
        """Say that the journal has grown."""
        self.ring([_JOURNAL])

    def ring(self, household_ids: Iterable[str]) -> None:
        """Say that there is something in these inboxes."""
        for place in household_ids:
            for reader in self._readers.get(place, ()):
                reader.give()

    def waiting(self, household_id: str) -> int:
        """How many wait at this inbox."""
        return len(self._readers.get(household_id, ()))

    @contextmanager
    def listening(self, household_id: str = _JOURNAL) -> Iterator[Hints]:
        """The hints of one reader, kept from here on: also one that comes while it reads."""
        reader = Hints()
        self._readers[household_id].add(reader)
        try:
            yield reader
        finally:
            self._readers[household_id].discard(reader)
            if not self._readers[household_id]:
                del self._readers[household_id]


class Hints:
    """What a reader was told since it last began to read: that something has come, not what."""

    def __init__(self) -> None:
        self._told = asyncio.Event()

    def give(self) -> None:
        """Something has come."""
        self._told.set()

    def begin(self) -> None:
        """The reader begins to read: what it is told from now on may have come too late for it."""
        self._told.clear()

    async def wait(self, longest_s: float) -> None:
        """Return at the next hint, at once for one that came since `begin`, or after `longest_s`."""
        with suppress(TimeoutError):
            async with asyncio.timeout(longest_s):
                await self._told.wait()


def record(session: AsyncSession, kind: ChangeKind, household_id: str, item_id: str, now: datetime) -> None:
    """Add to the journal."""
    session.add(Change(at=now, kind=kind.value, household_id=household_id, item_id=item_id))


async def newest(session: AsyncSession) -> int:
    """The last number given, 0 for none."""
    return await session.scalar(select(func.max(Change.seq))) or 0


async def after(session: AsyncSession, seq: int, limit: int = 200) -> Sequence[Change]:
    """The changes that follow `seq`, in order."""
    return (await session.scalars(select(Change).where(Change.seq > seq).order_by(Change.seq).limit(limit))).all()


async def forget_old(session: AsyncSession, now: datetime) -> None:
    """Drop what no page will ask for any more."""
    await session.execute(delete(Change).where(Change.at < now - JOURNAL_KEPT))
