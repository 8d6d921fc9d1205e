"""Removes objects that no row owns: uploads that broke off, or whose row never came, or went first.

The parts of a clip are owned by the clip that still awaits them, for a day after the newest.
"""

from datetime import timedelta

from sqlalchemy import select

from ..clips.models import Clip, Still
from ..clips.parts import clip_of, in_progress
from ..clock import Clock
from ..db import Database
from ..holds.models import HeldItem
from ..sealing import SealedStore

GRACE = timedelta(hours=1)  # longer than any upload


async def sweep(db: Database, store: SealedStore, clock: Clock) -> int:
    """Remove them; how many."""
    # Objects are listed before rows are read: one that gets its row in between is owned when we look.
    listed = await store.list_keys()
    objects = [item for item in listed if clock.now() - item.changed_at > GRACE]
    if not objects:
        return 0
    async with db.read() as session:
        owned = set(await session.scalars(select(Clip.object_key).where(Clip.stored_at.is_not(None))))
        owned |= set(await session.scalars(select(Still.object_key)))
        owned |= set(await session.scalars(select(HeldItem.object_key).where(HeldItem.object_key.is_not(None))))
        awaited = set(await session.scalars(select(Clip.id).where(Clip.stored_at.is_(None))))
    awaited &= in_progress(listed, clock.now())
    ownerless = [item.key for item in objects if item.key not in owned and clip_of(item.key) not in awaited]
    await store.delete(*ownerless)
    return len(ownerless)
