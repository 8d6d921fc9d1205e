"""The storage in the panel: what is used and by which camera, how much is kept, and every protected clip."""

from typing import Any

from homeassistant.util import dt as dt_util

from .arrangement import read_retention
from .lib.mat_than_engine.errors import StoreError
from .lib.mat_than_engine.keeping.clip_store import ClipStore
from .lib.mat_than_engine.keeping.protection import Protection, Protections
from .lib.mat_than_engine.model import Clip
from .lib.mat_than_engine.wire import to_json
from .panel_access import Asked, Message, answering, command
from .panel_timeline import clip_facts

type Found = tuple[dict[str, list[int]], list[tuple[Clip, Protection]]]


async def _async_storage(asked: Asked) -> Message:
    """The figures, and what the asker may see of the clips."""
    runtime = asked.runtime
    store = ClipStore(runtime.archive.storage)
    totals, kept = await asked.hass.async_add_executor_job(_find, store)
    seen = {view.setup.camera_id: view.setup for view in asked.cameras()}
    return {
        "folder": str(runtime.archive.storage) if asked.connection.user.is_admin else None,
        "figures": to_json(runtime.coordinator.board.place.storage),
        "retention": to_json(read_retention(asked.entry.options)),
        "cameras": [_camera_facts(setup.name, camera_id, totals) for camera_id, setup in seen.items()],
        "protected": [
            clip_facts(clip, protection) | {"camera_id": clip.camera_id}
            for clip, protection in kept
            if clip.camera_id in seen
        ],
    }


def _camera_facts(name: str, camera_id: str, totals: dict[str, list[int]]) -> dict[str, Any]:
    clips, size_bytes = totals.get(camera_id, [0, 0])
    return {"camera_id": camera_id, "name": name, "clips": clips, "bytes": size_bytes}


def _find(store: ClipStore) -> Found:
    """How many clips of each camera there are and how large, and those that are protected. Blocks."""
    totals: dict[str, list[int]] = {}
    kept = []
    try:
        for total in store.totals():
            clips, size_bytes = totals.get(total.camera_id, [0, 0])
            totals[total.camera_id] = [clips + total.clips, size_bytes + total.size_bytes]
        for protection in Protections(store).all(dt_util.utcnow()):
            clip = store.get(protection.clip_id)
            if clip is not None:
                kept.append((clip, protection))
    except StoreError:
        return {}, []  # the storage's own trouble is told with its figures
    return totals, kept


handle_storage = answering(command("storage"), _async_storage)
