"""The hold's own sealed copies: made before it is decided, under a key for each of its consents, gone when it is over.

What a hold keeps is copied, not taken out: while the consent stands everything stays as it is, and a withdrawal destroys
the consent's key and objects as always. The copy's key is another, so nothing but the hold opens it. An event is copied as
text, so that no row of the database tells a scene once its own are gone.
"""

from collections.abc import AsyncIterator, Iterable, Sequence
import json
from uuid import UUID, uuid5

from ..clips.models import Clip, Still
from ..consent_keys import KeyDestroyedError
from ..events.models import EventRow
from ..sealing import SealBrokenError, SealedStore
from ..wire import format_time
from .models import HeldItem, HeldKind

type Original = EventRow | Still | Clip

_SUFFIX = {HeldKind.EVENT.value: "json", HeldKind.STILL.value: "jpg", HeldKind.CLIP.value: "mp4"}


def key_name(hold_id: str, consent_id: str) -> str:
    """The name of the key under which a hold keeps what was taken under a consent."""
    return str(uuid5(UUID(hold_id), consent_id))


async def copy(store: SealedStore, item: HeldItem, original: Original) -> bool:
    """Seal a copy for the hold; False when the original cannot be read any more."""
    key = f"held/{item.hold_id}/{item.item_id}.{_SUFFIX[item.kind]}"
    pieces: AsyncIterator[bytes]
    if isinstance(original, EventRow):
        text = event_text(original)
        item.size_bytes, pieces = len(text), _once(text)
    else:
        item.size_bytes = original.size_bytes
        pieces = store.read(original.object_key, original.consent_id, 0, original.size_bytes)
    upload = await store.put(key, key_name(item.hold_id, item.consent_id))
    copied = 0
    try:
        async for piece in pieces:
            copied += len(piece)
            await upload.write(piece)
        if copied != item.size_bytes:
            return False
        await upload.commit()
    except FileNotFoundError, KeyDestroyedError, SealBrokenError:  # withdrawn, or deleted, since it was asked
        return False
    finally:
        await upload.discard()
    item.object_key = key
    return True


async def forget(store: SealedStore, items: Iterable[HeldItem]) -> None:
    """Destroy the keys of these, then the copies. Again is no change."""
    gone: Sequence[HeldItem] = list(items)
    for name in sorted({key_name(item.hold_id, item.consent_id) for item in gone}):
        await store.keys.destroy(name)
    await store.delete(*(item.object_key for item in gone if item.object_key is not None))


def event_text(event: EventRow) -> bytes:
    """What an event says, as it is kept."""
    told = {
        "id": event.id,
        "type": event.type,
        "started_at": format_time(event.started_at),
        "ended_at": None if event.ended_at is None else format_time(event.ended_at),
        "score": event.score,
        "night": event.night,
        "zones": event.zones,
        "boxes": event.boxes,
    }
    return json.dumps(told, ensure_ascii=False).encode()


async def _once(data: bytes) -> AsyncIterator[bytes]:
    yield data
