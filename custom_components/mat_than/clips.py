"""The clips on disk as Home Assistant reads them: the engine's index, asked in the executor.

The engine alone writes the index. What cannot be read now (a folder that is not mounted) reads as empty here and
shows as a repair issue; only a path that leads out of the storage folder is an error of its own.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
import logging
import os
from pathlib import Path
import shutil
from typing import Final, Literal

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from .lib.mat_than_engine.errors import StoreError
from .lib.mat_than_engine.keeping.clip_reader import Latest
from .lib.mat_than_engine.keeping.clip_store import ClipStore, day_bounds
from .lib.mat_than_engine.keeping.coverage import Span, day_of
from .lib.mat_than_engine.keeping.protection import Protection, Protections
from .lib.mat_than_engine.model import Clip

_LOGGER = logging.getLogger(__name__)

_NO_CLIPS: Final[tuple[Clip, ...]] = ()
LEAST_FREE_BYTES: Final = 500 * 1024 * 1024  # below this a storage folder counts as full


type ClipKind = Literal["motion", "continuous", "asked"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which clips are asked for; None is any."""

    camera_ids: tuple[str, ...]
    since: datetime | None = None
    until: datetime | None = None
    kind: ClipKind | None = None
    limit: int = 200


class ClipArchive:
    """Clips of one storage folder."""

    def __init__(self, hass: HomeAssistant, storage: Path) -> None:
        self._hass = hass
        self._store = ClipStore(storage)
        self.storage = storage

    async def async_latest(self, camera_ids: Iterable[str], since: datetime) -> dict[str, Latest]:
        """Of each camera the last clip, of motion or asked for, and how many of them started since then."""
        cameras = tuple(camera_ids)
        found: dict[str, Latest] = await self._async_read(lambda: self._store.latest(cameras, since), {})
        return {camera_id: found.get(camera_id, Latest(None, 0)) for camera_id in cameras}

    async def async_get(self, clip_id: str) -> Clip | None:
        """The clip of this id."""
        return await self._async_read(lambda: self._store.get(clip_id), None)

    async def async_gone(self, clip_ids: Iterable[str]) -> tuple[str, ...]:
        """Those of these clips that are not there any more."""
        wanted = tuple(clip_ids)

        def find() -> tuple[str, ...]:
            return tuple(clip_id for clip_id in wanted if self._store.get(clip_id) is None)

        return await self._async_read(find, ())

    async def async_days(self, camera_id: str) -> tuple[date, ...]:
        """The days of Home Assistant's time zone that have clips, newest first."""
        return await self._async_read(lambda: self._store.days(camera_id, dt_util.get_default_time_zone()), ())

    async def async_day(self, camera_id: str, day: date) -> tuple[Clip, ...]:
        """The clips of one day, of motion or asked for, newest first."""
        since, until = day_bounds(day, dt_util.get_default_time_zone())
        return await self._async_read(lambda: self._wanted(camera_id, since, until), _NO_CLIPS)

    async def async_hours(self, camera_id: str, day: date) -> tuple[datetime, ...]:
        """The beginnings of the hours of a day in which everything was recorded, newest first. Local times."""
        since, until = day_bounds(day, dt_util.get_default_time_zone())

        def find() -> tuple[datetime, ...]:
            pieces = self._every(camera_id, since, until, "continuous")
            hours = {dt_util.as_local(clip.started_at).replace(minute=0, second=0, microsecond=0) for clip in pieces}
            return tuple(sorted(hours, reverse=True))

        return await self._async_read(find, ())

    async def async_hour(self, camera_id: str, hour: datetime) -> tuple[Clip, ...]:
        """The pieces of an hour of continuous recording, oldest first."""
        until = hour + timedelta(hours=1)
        pieces = await self._async_read(lambda: self._every(camera_id, hour, until, "continuous"), _NO_CLIPS)
        return pieces[::-1]

    async def async_find(self, wanted: Wanted) -> tuple[Clip, ...]:
        """The newest clips of these cameras in a time, newest first; at most `wanted.limit`."""

        def find() -> tuple[Clip, ...]:
            found = [
                clip
                for camera_id in wanted.camera_ids
                for clip in self._store.page(camera_id, since=wanted.since, until=wanted.until, kind=wanted.kind).clips
            ]
            return tuple(sorted(found, key=lambda clip: clip.started_at, reverse=True)[: wanted.limit])

        return await self._async_read(find, _NO_CLIPS)

    async def async_touching(self, camera_ids: Iterable[str], since: datetime, until: datetime) -> tuple[Clip, ...]:
        """All clips of these cameras with a moment in [since, until)."""
        cameras = tuple(camera_ids)
        return await self._async_read(
            lambda: tuple(clip for camera_id in cameras for clip in self._store.touching(camera_id, since, until)),
            _NO_CLIPS,
        )

    async def async_protections(self, clips: Iterable[Clip]) -> dict[str, Protection]:
        """Which of these are protected, by whom and why."""
        clip_ids = [clip.clip_id for clip in clips]
        return await self._async_read(lambda: Protections(self._store).of(clip_ids, dt_util.utcnow()), {})

    async def async_all_protections(self) -> dict[str, Protection]:
        """Every protection in force, by its clip."""

        def find() -> dict[str, Protection]:
            return {found.clip_id: found for found in Protections(self._store).all(dt_util.utcnow())}

        return await self._async_read(find, {})

    async def async_spans(self, camera_id: str, day: date) -> tuple[Span, ...]:
        """What each second of a camera's day is, until now; empty for a day to come."""
        zone = dt_util.get_default_time_zone()
        return await self._async_read(lambda: day_of(self._store, camera_id, day, zone, dt_util.utcnow()), ())

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

    def _wanted(self, camera_id: str, since: datetime | None, until: datetime | None) -> tuple[Clip, ...]:
        """Of motion, or asked for: what somebody looks at by itself. Newest first, at most `MOST_ROWS` of each."""
        pages = (self._store.page(camera_id, since=since, until=until, kind=kind) for kind in ("motion", "asked"))
        found = [clip for page in pages for clip in page.clips]
        return tuple(sorted(found, key=lambda clip: clip.started_at, reverse=True))

    def _every(self, camera_id: str, since: datetime, until: datetime, kind: ClipKind) -> tuple[Clip, ...]:
        """All of a kind, page by page; a day of short pieces is more than one page."""
        found: list[Clip] = []
        after = None
        while True:
            page = self._store.page(camera_id, since=since, until=until, kind=kind, after=after)
            found += page.clips
            after = page.following
            if after is None:
                return tuple(found)

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
