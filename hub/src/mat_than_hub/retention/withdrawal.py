"""Carries a withdrawal through: the key, the objects, then rows and receipt in one transaction.

Views are blocked since the withdrawal's own transaction. The consent's key goes first, which makes noise of every object
wherever it lies; then the objects; then what the rows tell of a scene, and the database is written anew. The rows
themselves still name and count everything if the hub is killed on the way, so a restart begins again and counts
the same. They go with the transaction that signs the receipt.

What a legal hold keeps has copies of its own under other keys (`holds.keeping`): it is listed in the receipt, not counted.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from ..changes.service import ChangeKind, record as record_change
from ..clips.models import Clip, Still
from ..clips.parts import forget_parts
from ..clock import Clock
from ..consents.models import Consent, DeletionOrder
from ..db import Database
from ..events.models import EventRow
from ..holds.ending import keeping_of
from ..keys import HubKey
from ..protocol.consent import DeletionReceipt
from ..protocol.holds import LegalHold
from ..protocol.signed import Kind
from ..sealing import SealedStore
from .tombstones import bury


@dataclass(frozen=True, slots=True)
class _Rows:
    """All that was taken under one consent."""

    events: list[EventRow]
    stills: list[Still]
    clips: list[Clip]

    def without(self, item_ids: Collection[str]) -> _Rows:
        """Those that no legal hold keeps."""
        return _Rows(
            [event for event in self.events if event.id not in item_ids],
            [still for still in self.stills if still.id not in item_ids],
            [clip for clip in self.clips if clip.id not in item_ids],
        )

    @property
    def files(self) -> list[Still | Clip]:
        """Whatever has bytes in the store."""
        return [*self.stills, *self.clips]

    @property
    def ids(self) -> list[str]:
        """Whatever must not come back."""
        return [event.id for event in self.events] + [file.id for file in self.files]

    @property
    def moments(self) -> list[datetime]:
        """When it was seen."""
        return [event.started_at for event in self.events] + [clip.started_at for clip in self.clips]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Proof:
    """When what was stored could not be read any more, and when it was gone."""

    key_destroyed_at: datetime
    objects_deleted_at: datetime


async def finish_withdrawals(db: Database, store: SealedStore, key: HubKey, clock: Clock) -> int:
    """Finish every withdrawal that waits; how many were finished."""
    async with db.read() as session:
        waiting = (await session.scalars(select(DeletionOrder.id).where(DeletionOrder.done_at.is_(None)))).all()
    proofs = {order_id: await _destroy(db, store, clock, order_id) for order_id in waiting}
    if proofs:
        await db.rewrite()
    for order_id, proof in proofs.items():
        async with db.write(ordered=True) as session:
            order = await session.get_one(DeletionOrder, order_id, with_for_update=True)
            if order.done_at is None:
                await _close(session, order, key, proof, clock.now())
    if proofs:
        await db.truncate_log()  # where a reader still holds it back, the hub's next round does it
    return len(proofs)


async def _destroy(db: Database, store: SealedStore, clock: Clock, order_id: str) -> _Proof:
    """Nothing that was seen is left of it, but for the rows that are counted in the receipt."""
    async with db.read() as session:
        order = await session.get_one(DeletionOrder, order_id)
        rows = await _rows(session, order.consent_id)
    await store.keys.destroy(order.consent_id)
    destroyed_at = clock.now()
    await store.delete(*(file.object_key for file in rows.files))
    await forget_parts(store, (clip.id for clip in rows.clips))
    deleted_at = clock.now()
    async with db.write() as session:
        of_consent = EventRow.consent_id == order.consent_id
        await session.execute(update(EventRow).where(of_consent).values(zones=[], boxes=[]))
        await session.execute(update(Clip).where(Clip.consent_id == order.consent_id).values(manifest_jws=""))
    return _Proof(key_destroyed_at=destroyed_at, objects_deleted_at=deleted_at)


async def _close(session: AsyncSession, order: DeletionOrder, key: HubKey, proof: _Proof, now: datetime) -> None:
    rows = await _rows(session, order.consent_id)
    holds = await keeping_of(session, order.consent_id)
    deleted = rows.without({item_id for hold in holds for item_id in hold.item_ids})
    order.events, order.stills = len(deleted.events), len(deleted.stills)
    stored = [clip for clip in deleted.clips if clip.stored_at is not None]
    order.clips = len(stored)
    order.size_bytes = sum(still.size_bytes for still in deleted.stills) + sum(clip.size_bytes for clip in stored)
    order.receipt_jws = key.sign(Kind.DELETION_RECEIPT, _receipt(order, deleted, proof, holds))
    order.done_at = now
    await bury(session, rows.ids, now)
    for table in (Still, Clip, EventRow):
        await session.execute(delete(table).where(table.consent_id == order.consent_id))
    consent = await session.get_one(Consent, order.consent_id)
    record_change(session, ChangeKind.CAMERA, consent.household_id, consent.camera_id, now)


def _receipt(order: DeletionOrder, rows: _Rows, proof: _Proof, holds: list[LegalHold]) -> DeletionReceipt:
    return DeletionReceipt(
        deletion_id=order.id,
        consent_id=order.consent_id,
        events=order.events,
        stills=order.stills,
        clips=order.clips,
        size_bytes=order.size_bytes,
        requested_at=order.requested_at,
        key_destroyed_at=proof.key_destroyed_at,
        objects_deleted_at=proof.objects_deleted_at,
        first_at=min(rows.moments, default=None),
        last_at=max(rows.moments, default=None),
        held=tuple(dict.fromkeys(item_id for hold in holds for item_id in hold.item_ids)),
        holds=tuple(holds) or None,
    )


async def _rows(session: AsyncSession, consent_id: str) -> _Rows:
    events = (await session.scalars(select(EventRow).where(EventRow.consent_id == consent_id))).all()
    stills = (await session.scalars(select(Still).where(Still.consent_id == consent_id))).all()
    clips = (await session.scalars(select(Clip).where(Clip.consent_id == consent_id))).all()
    return _Rows(list(events), list(stills), list(clips))
