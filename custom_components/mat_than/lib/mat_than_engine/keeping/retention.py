"""Which clips go when there are too many: those past their days, then, for room, the oldest, continuous ones first.

What a camera says of itself goes before what the place says. Protected clips are counted and kept apart
(`protection`). The disk is never filled to the brim: a share of it is left to Home Assistant and everybody else.
What went is told to whoever asked, with the reason.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from heapq import merge
import logging
import shutil

from ..errors import StoreError
from ..model import Clip
from ..reports import ClipsDeleted
from ..settings import RecordMode, RecordSettings, RetentionSettings
from .clip_paths import CLIPS
from .clip_rows import Removal
from .clip_store import ClipStore
from .protection import Protections
from .wall_clock import BELIEVABLE_FROM

_LOG = logging.getLogger(__name__)
_AT_ONCE = 100
CONTINUOUS, MARKED, MOTION = range(3)  # ranks (`index`): segments, segments with motion on them, clips of motion


@dataclass(frozen=True, slots=True)
class Retention:
    """How long and how much is kept; zero means without limit."""

    days: float = 14.0
    gigabytes: float = 50.0
    continuous_days: float = 3.0
    free_percent: float = 5.0
    cameras: Mapping[str, RecordSettings] = field(default_factory=dict)

    @classmethod
    def of(cls, place: RetentionSettings, cameras: Mapping[str, RecordSettings]) -> Retention:
        """As the owner set it."""
        return cls(place.days, place.gigabytes, place.continuous_days, place.free_percent, cameras)

    def enforce(self, store: ClipStore, now: datetime) -> tuple[ClipsDeleted, ...]:
        """Delete what is beyond the limits; what went. StoreError when index or disk do not let it."""
        gone = [*self._by_age(store, now), *self._by_camera(store, now)]
        gone += _free(store, now, self.shortfall_bytes(store, now))
        _remove_old_folders(store, now, self.days)
        return _told(gone)

    def make_room(self, store: ClipStore, now: datetime, size_bytes: int) -> tuple[ClipsDeleted, ...]:
        """Delete at least that much, whatever the limits say: a write has just failed for want of room."""
        return _told(_free(store, now, max(size_bytes, self.shortfall_bytes(store, now))))

    def shortfall_bytes(self, store: ClipStore, now: datetime) -> int:
        """How much has to go: what is over the budget, or what the disk lacks, whichever is more."""
        try:
            disk = shutil.disk_usage(store.storage)
        except OSError as err:
            raise StoreError("the storage folder is not there") from err
        lacking = int(disk.total * self.free_percent / 100) - disk.free
        if not self.gigabytes:
            return lacking
        protected = sum(Protections(store).size_by_camera(now).values())
        return max(lacking, store.size_bytes() - protected - int(self.gigabytes * 1e9))

    def days_of(self, camera_id: str, rank: int) -> float:
        """How many days the camera's clips of that rank are kept; zero: without limit."""
        record = self.cameras.get(camera_id)
        # Segments with motion on them are the camera's clips of motion where it makes no others.
        as_motion = rank == MOTION or (rank == MARKED and (record is None or record.mode is not RecordMode.BOTH))
        own = None if record is None else record.days if as_motion else record.continuous_days
        return own if own is not None else self.days if as_motion else self.continuous_days

    def _by_age(self, store: ClipStore, now: datetime) -> Iterator[tuple[Clip, Removal]]:
        for total in store.totals():
            days = self.days_of(total.camera_id, total.rank)
            if not days:
                continue
            # A clip from before the clock was set has no age; it goes when room is wanted.
            limit = now - timedelta(days=days)
            while stale := store.oldest(total.camera_id, total.rank, _AT_ONCE, now, (BELIEVABLE_FROM, limit)):
                yield from _delete(store, stale, "age", now)

    def _by_camera(self, store: ClipStore, now: datetime) -> Iterator[tuple[Clip, Removal]]:
        protected = Protections(store).size_by_camera(now)
        for camera_id, record in self.cameras.items():
            if record.gigabytes is None:
                continue
            used = sum(total.size_bytes for total in store.totals() if total.camera_id == camera_id)
            excess = used - protected.get(camera_id, 0) - int(record.gigabytes * 1e9)
            yield from _free(store, now, excess, camera_id)


def first_to_go(store: ClipStore, now: datetime, size_bytes: int, camera_id: str | None = None) -> tuple[Clip, ...]:
    """The clips that make that much room, or the first of them; all of one rank."""
    chosen: list[Clip] = []
    for rank in (CONTINUOUS, MARKED, MOTION):
        cameras = sorted({total.camera_id for total in store.totals() if total.rank == rank})
        lines = [store.oldest(camera, rank, _AT_ONCE, now) for camera in cameras if camera_id in {None, camera}]
        for clip in merge(*lines, key=_age):
            if size_bytes <= 0 or len(chosen) == _AT_ONCE:
                break
            chosen.append(clip)
            size_bytes -= clip.size_bytes
        if chosen:
            break
    return tuple(chosen)


def _free(
    store: ClipStore, now: datetime, size_bytes: int, camera_id: str | None = None
) -> Iterator[tuple[Clip, Removal]]:
    """Delete the oldest until that much went, or nothing is left that may go."""
    while size_bytes > 0 and (chosen := first_to_go(store, now, size_bytes, camera_id)):
        yield from _delete(store, chosen, "space", now)
        size_bytes -= sum(clip.size_bytes for clip in chosen)


def _delete(store: ClipStore, clips: tuple[Clip, ...], why: Removal, now: datetime) -> Iterator[tuple[Clip, Removal]]:
    for clip in store.delete_all([clip.clip_id for clip in clips], why, now):
        yield clip, why


def _age(clip: Clip) -> datetime:
    return clip.started_at


def _told(gone: list[tuple[Clip, Removal]] | Iterator[tuple[Clip, Removal]]) -> tuple[ClipsDeleted, ...]:
    """One report for each camera and reason."""
    told: dict[tuple[str, Removal], list[str]] = {}
    for clip, why in gone:
        told.setdefault((clip.camera_id, why), []).append(clip.clip_id)
    if told:
        _LOG.info("retention deleted %d clips", sum(len(ids) for ids in told.values()))
    return tuple(
        ClipsDeleted(camera_id=camera_id, clip_ids=tuple(ids), reason=why) for (camera_id, why), ids in told.items()
    )


def _remove_old_folders(store: ClipStore, now: datetime, days: float) -> None:
    """Remove the stills of motions without a clip, with their day's folder, once the day is past."""
    still_limit = now - timedelta(days=max(days, 1.0)) if days else None
    for folder in (store.storage / CLIPS).glob("*/????-??-??"):
        try:
            over = datetime.strptime(folder.name, "%Y-%m-%d").replace(tzinfo=UTC) + timedelta(days=1)
        except ValueError:
            continue
        if over > now - timedelta(days=1):  # somebody may be about to write into it
            continue
        try:
            if still_limit is not None and over <= still_limit and not any(folder.glob("*.mp4*")):
                for still in folder.glob("*.jpg"):
                    still.unlink(missing_ok=True)
            folder.rmdir()
        except OSError:
            continue  # something of that day is still kept
