"""The clips on disk as Home Assistant reads them: the engine's index, asked in the executor.

The engine alone writes the index. What cannot be read now (a folder that is not mounted) reads as empty here and
shows as a repair issue; only a path that leads out of the storage folder is an error of its own.
"""

from collections.abc import Callable
from datetime import date, datetime
import logging
import os
from pathlib import Path
import shutil
from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from .lib.mat_than_engine.errors import StoreError
from .lib.mat_than_engine.keeping.clip_store import MOST_ROWS, ClipStore, day_bounds
from .lib.mat_than_engine.model import Clip

_LOGGER = logging.getLogger(__name__)

_NO_CLIPS: Final[tuple[Clip, ...]] = ()
LEAST_FREE_BYTES: Final = 500 * 1024 * 1024  # below this a storage folder counts as full


class ClipArchive:
    """Clips of one storage folder."""

    def __init__(self, hass: HomeAssistant, storage: Path) -> None:
        self._hass = hass
        self._store = ClipStore(storage)
        self.storage = storage

    async def async_newest(self, camera_id: str) -> Clip | None:
        """The last clip of a camera."""
        clips = await self._async_read(lambda: self._store.list(camera_id, limit=1), _NO_CLIPS)
        return clips[0] if clips else None

    async def async_count(self, camera_id: str, since: datetime) -> int:
        """How many clips started since then; stops counting at `MOST_ROWS`."""
        return len(await self._async_read(lambda: self._store.list(camera_id, since=since, limit=MOST_ROWS), ()))

    async def async_get(self, clip_id: str) -> Clip | None:
        """The clip of this id."""
        return await self._async_read(lambda: self._store.get(clip_id), None)

    async def async_days(self, camera_id: str) -> tuple[date, ...]:
        """The days of Home Assistant's time zone that have clips, newest first."""
        return await self._async_read(lambda: self._store.days(camera_id, dt_util.get_default_time_zone()), ())

    async def async_day(self, camera_id: str, day: date) -> tuple[Clip, ...]:
        """The clips of one day, newest first."""
        since, until = day_bounds(day, dt_util.get_default_time_zone())
        return await self._async_read(
            lambda: self._store.list(camera_id, since=since, until=until, limit=MOST_ROWS), ()
        )

    async def async_path(self, relative: str) -> Path | None:
        """The file of a clip or a still, None when it is not there."""

        def find() -> Path | None:
            path = self._store.inside(relative)
            return path if path.is_file() else None

        return await self._async_read(find, None)

    async def async_still(self, relative: str) -> bytes | None:
        """The bytes of a still, None when it is not there."""

        def load() -> bytes | None:
            path = self._store.inside(relative)
            try:
                return path.read_bytes()
            except OSError:
                return None

        return await self._async_read(load, None)

    async def _async_read[T](self, ask: Callable[[], T], nothing: T) -> T:
        try:
            return await self._hass.async_add_executor_job(ask)
        except StoreError as err:
            _LOGGER.debug("The clip index cannot be read: %s", err)
            return nothing


def storage_trouble(storage: Path) -> str | None:
    """Why clips cannot be kept in this folder, as a translation key; None when they can. Blocks."""
    try:
        storage.mkdir(parents=True, exist_ok=True)
        free_bytes = shutil.disk_usage(storage).free
    except OSError:
        return "storage_disk_error"
    if not os.access(storage, os.W_OK | os.X_OK):
        return "storage_disk_error"
    return "storage_disk_full" if free_bytes < LEAST_FREE_BYTES else None
