"""Clips on disk and in the index, as the engine leaves them."""

from collections.abc import Iterable
from pathlib import Path

from homeassistant.core import HomeAssistant

from custom_components.mat_than.lib.mat_than_engine.keeping.clip_store import ClipStore
from custom_components.mat_than.lib.mat_than_engine.model import Clip

CONTENT = b"0123456789"


async def keep(hass: HomeAssistant, storage: Path, clips: Iterable[Clip]) -> ClipStore:
    """Put them there."""
    store = ClipStore(storage)

    def write() -> None:
        store.prepare()
        for item in clips:
            file = storage / item.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(CONTENT)
            if item.still:
                (storage / item.still).write_bytes(b"\xff\xd8 a still")
            store.add(item)

    await hass.async_add_executor_job(write)
    return store
