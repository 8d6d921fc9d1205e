"""The end of holds: keys destroyed, copies deleted, and for what was withdrawn meanwhile a second receipt to its home.

Steps as everywhere: the hold is over in its own transaction, from which on nothing is shown; then keys, then objects,
then the row that says so together with the receipts. Killed in between, the next round begins again and signs the same.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from ..about import service as about
from ..changes.service import ChangeKind, record as record_change
from ..clock import Clock
from ..consents.models import DeletionOrder, Release
from ..db import Database
from ..keys import HubKey
from ..protocol.holds import HoldRelease, LegalHold, ReleaseCause
from ..protocol.signed import Kind
from ..sealing import SealedStore
from .keeping import forget
from .models import HeldItem, HeldKind, HoldRow, HoldState
from .service import items_of

_OVER = (HoldState.LIFTED.value, HoldState.ENDED.value)


async def finish_holds(db: Database, store: SealedStore, key: HubKey, clock: Clock) -> int:
    """End what has reached its date, and delete what is over; how many holds were deleted."""
    async with db.write(ordered=True) as session:
        await _end_due(session, clock.now())
    async with db.read() as session:
        over = HoldRow.state.in_(_OVER) & HoldRow.destroyed_at.is_(None)
        hold_ids = (await session.scalars(select(HoldRow.id).where(over).order_by(HoldRow.seq))).all()
    for hold_id in hold_ids:
        async with db.read() as session:
            items = await items_of(session, hold_id)
        await forget(store, items)
        async with db.write(ordered=True) as session:
            await _close(session, hold_id, key, clock.now())
    return len(hold_ids)


async def _end_due(session: AsyncSession, now: datetime) -> None:
    """What was held is over at its date; what nobody decided until then is not held any more."""
    living = HoldRow.state.in_((HoldState.HELD.value, HoldState.WAITING.value))
    due = await session.scalars(select(HoldRow).where(living, HoldRow.until <= now).with_for_update())
    for row in due.all():
        if row.state == HoldState.HELD.value:
            row.state, row.ended_at = HoldState.ENDED.value, row.until
        else:
            row.state = HoldState.REFUSED.value
        record_change(session, ChangeKind.CASE, "", row.id, now)


async def keeping_of(session: AsyncSession, consent_id: str) -> list[LegalHold]:
    """The holds that still keep something of a consent, as its deletion receipt lists them."""
    rows = await session.execute(
        select(HoldRow, HeldItem)
        .join(HeldItem, HeldItem.hold_id == HoldRow.id)
        .where(
            HeldItem.consent_id == consent_id,
            HeldItem.object_key.is_not(None),
            HoldRow.decided_at.is_not(None),
            HoldRow.destroyed_at.is_(None),
        )
        .order_by(HoldRow.seq, HeldItem.started_at)
    )
    held: dict[str, tuple[HoldRow, list[HeldItem]]] = {}
    for row, item in rows:
        held.setdefault(row.id, (row, []))[1].append(item)
    profile = await about.profile(session)
    return [_listed(row, items, profile.name if profile else "hub") for row, items in held.values()]


def _listed(row: HoldRow, items: list[HeldItem], unit: str) -> LegalHold:
    return LegalHold(
        hold_id=row.id,
        case_number=row.case_number,
        basis=row.basis,
        unit=unit,
        decided_at=row.decided_at or row.asked_at,
        until=row.until,
        item_ids=tuple(item.item_id for item in items),
        events=_count(items, HeldKind.EVENT),
        stills=_count(items, HeldKind.STILL),
        clips=_count(items, HeldKind.CLIP),
        size_bytes=_size(items),
        first_at=min(item.started_at for item in items),
        last_at=max(item.ended_at for item in items),
    )


async def _close(session: AsyncSession, hold_id: str, key: HubKey, now: datetime) -> None:
    row = await session.scalar(select(HoldRow).where(HoldRow.id == hold_id).with_for_update())
    if row is None or row.destroyed_at is not None:
        return
    items = await items_of(session, hold_id)
    for consent_id in sorted({item.consent_id for item in items}):
        order = await session.scalar(select(DeletionOrder).where(DeletionOrder.consent_id == consent_id))
        if order is not None and order.done_at is not None:
            mine = [item for item in items if item.consent_id == consent_id and item.object_key is not None]
            if not mine:  # it was lifted before it kept anything
                continue
            release = _release(row, order, mine, now)
            session.add(Release(deletion_id=order.id, hold_id=row.id, release_jws=key.sign(Kind.HOLD_RELEASE, release)))
    for item in items:
        item.object_key = None
    row.destroyed_at = now
    record_change(session, ChangeKind.CASE, "", row.id, now)


def _release(row: HoldRow, order: DeletionOrder, items: list[HeldItem], now: datetime) -> HoldRelease:
    return HoldRelease(
        hold_id=row.id,
        deletion_id=order.id,
        consent_id=order.consent_id,
        cause=ReleaseCause.LIFTED if row.state == HoldState.LIFTED.value else ReleaseCause.ENDED,
        ended_at=row.ended_at or now,
        item_ids=tuple(item.item_id for item in items),
        events=_count(items, HeldKind.EVENT),
        stills=_count(items, HeldKind.STILL),
        clips=_count(items, HeldKind.CLIP),
        size_bytes=_size(items),
        key_destroyed_at=now,
        objects_deleted_at=now,
    )


def _count(items: list[HeldItem], kind: HeldKind) -> int:
    return sum(item.kind == kind.value for item in items)


def _size(items: list[HeldItem]) -> int:
    return sum(item.size_bytes for item in items if item.kind != HeldKind.EVENT.value)
