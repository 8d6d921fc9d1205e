"""Ends what has been kept long enough: as many days as its consent says, at most as many as the hub keeps anything.

Days count from when something was recorded; for what was given for a case, from when it came.

Rows go first, which ends the right to be served; the objects follow. If the hub is killed between the two, the
sweeper finds objects without rows.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from ..clips.models import Clip, Still
from ..clock import Clock
from ..consents import service as consents
from ..db import Database
from ..events.models import EventRow
from ..sealing import SealedStore
from .tombstones import bury

_BATCH = 500


@dataclass(frozen=True, slots=True)
class _Old:
    """What of one consent has been kept long enough."""

    consent_id: str
    before: datetime
    for_case: bool

    @property
    def clips(self) -> ColumnElement[bool]:
        """Which clips that are."""
        of_consent = Clip.consent_id == self.consent_id
        if self.for_case:
            return of_consent & (Clip.announced_at < self.before)
        return of_consent & (Clip.started_at < self.before)


async def expire(db: Database, store: SealedStore, clock: Clock, most_days: int) -> int:
    """Delete what is too old; how many items."""
    async with db.read() as session:
        kept = {
            consent.id: (min(record.retention_days, most_days), record.footage is not None)
            for consent, record, _ in await consents.everything(session)
            if consent.withdrawn_at is None
        }
    removed = 0
    for consent_id, (days, for_case) in kept.items():
        old = _Old(consent_id, clock.now() - timedelta(days=days), for_case)
        while batch := await _expire_batch(db, store, old, clock.now()):
            removed += batch
    return removed


async def _expire_batch(db: Database, store: SealedStore, old: _Old, now: datetime) -> int:
    async with db.write() as session:
        events = await session.scalars(
            select(EventRow.id)
            .where(EventRow.consent_id == old.consent_id, EventRow.started_at < old.before)
            .limit(_BATCH)
        )
        stills = await session.execute(
            select(Still.id, Still.object_key)
            .where(Still.consent_id == old.consent_id, Still.taken_at < old.before)
            .limit(_BATCH)
        )
        clips = await session.execute(select(Clip.id, Clip.object_key).where(old.clips).limit(_BATCH))
        event_ids = list(events)
        still_keys = dict(stills.all())
        clip_keys = dict(clips.all())
        await _delete_rows(session, EventRow, event_ids, now)
        await _delete_rows(session, Still, list(still_keys), now)
        await _delete_rows(session, Clip, list(clip_keys), now)
    await store.delete(*still_keys.values(), *clip_keys.values())
    return len(event_ids) + len(still_keys) + len(clip_keys)


async def _delete_rows(
    session: AsyncSession, table: type[EventRow | Still | Clip], ids: list[str], now: datetime
) -> None:
    if ids:
        await bury(session, ids, now)
        await session.execute(delete(table).where(table.id.in_(ids)))
