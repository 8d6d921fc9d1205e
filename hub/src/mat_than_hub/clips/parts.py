"""The parts of clips that are on their way: each an object of its own, sealed as whole clips are, until the clip is whole.

What counts is what lies on disk without a hole from the clip's beginning, so a hub that was killed knows what it
has. Parts that nobody goes on with are swept.
"""

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from ..sealing import SealedStore
from ..store import UNFINISHED, StoredObject

PARTS_LAST: Final = timedelta(hours=24)  # since the newest; the home goes on within minutes, or from the beginning
_FOLDER: Final = "parts/"
_ID_CHARS: Final = 36  # of a clip's id at the beginning of a name


@dataclass(frozen=True, slots=True)
class Part:
    """The bytes of a clip from `start` up to `stop`."""

    key: str
    start: int
    stop: int


def part_key(clip_id: str, start: int) -> str:
    """Under which name a part lies in the store."""
    return f"{_FOLDER}{clip_id}-{start:08d}"


async def received(store: SealedStore, clip_id: str) -> list[Part]:
    """The parts of a clip that follow one another from its beginning."""
    found = {item.key: item.size_bytes for item in await store.list_keys(f"{_FOLDER}{clip_id}-")}
    parts: list[Part] = []
    while size := found.get(part_key(clip_id, end_of(parts)), 0):
        begins = end_of(parts)
        parts.append(Part(part_key(clip_id, begins), begins, begins + size))
    return parts


def end_of(parts: list[Part]) -> int:
    """How much of the clip they are."""
    return parts[-1].stop if parts else 0


async def read_parts(store: SealedStore, parts: list[Part], consent_id: str) -> AsyncIterator[bytes]:
    """Their bytes, in order. Raises what `SealedStore.read` raises."""
    for part in parts:
        async for piece in store.read(part.key, consent_id, 0, part.stop - part.start):
            yield piece


async def forget_parts(store: SealedStore, clip_ids: Iterable[str]) -> None:
    """Remove whatever there is of these clips' parts."""
    wanted = set(clip_ids)
    doomed = [item.key for item in await store.list_keys(_FOLDER) if clip_of(item.key) in wanted]
    await store.delete(*doomed)


def clip_of(key: str) -> str | None:
    """To which clip a part belongs; None of any other object, and of what was never finished."""
    if not key.startswith(_FOLDER) or key.endswith(UNFINISHED):
        return None
    return key.removeprefix(_FOLDER)[:_ID_CHARS]


def in_progress(objects: Iterable[StoredObject], now: datetime) -> set[str]:
    """The clips of which a part came not long ago."""
    return {
        clip_id for item in objects if (clip_id := clip_of(item.key)) is not None and now - item.changed_at < PARTS_LAST
    }
