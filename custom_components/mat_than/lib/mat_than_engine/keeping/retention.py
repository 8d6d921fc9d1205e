"""Which clips go when there are too many: those past their days, and the oldest beyond the budget.

The row's right to be served goes first, then the file. The disk is never filled to the brim: some room is left for
Home Assistant itself, even when the budget would allow more.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
import logging
import shutil

from ..errors import StoreError
from ..model import Clip
from .clip_store import CLIPS, ClipStore

_LOG = logging.getLogger(__name__)
FREE_SHARE = 0.05  # of the disk, that clips leave to others
FREE_BYTES = 1_000_000_000  # but not more than this
_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Retention:
    """How long and how much is kept; zero means without limit."""

    days: float = 14.0
    gigabytes: float = 50.0

    def enforce(self, store: ClipStore, now: datetime) -> int:
        """Delete what is beyond the limits, oldest first; how many clips went."""
        deleted = 0
        if self.days:
            limit = now - timedelta(days=self.days)
            while stale := [clip for clip in store.oldest(_AT_ONCE) if clip.started_at < limit]:
                deleted += self._delete(store, stale)
            _remove_old_folders(store, limit)
        excess = self._excess_bytes(store)
        while excess > 0 and (clips := store.oldest(_AT_ONCE)):
            chosen: list[Clip] = []
            for clip in clips:
                if excess <= 0:
                    break
                chosen.append(clip)
                excess -= clip.size_bytes
            deleted += self._delete(store, chosen)
        if deleted:
            _LOG.info("retention deleted %d clips", deleted)
        return deleted

    def _excess_bytes(self, store: ClipStore) -> int:
        """How much must go: what is over the budget, or what the disk lacks, whichever is more."""
        disk = shutil.disk_usage(store.storage)
        lacking = min(int(disk.total * FREE_SHARE), FREE_BYTES) - disk.free
        over = store.size_bytes() - int(self.gigabytes * 1e9) if self.gigabytes else 0
        return max(lacking, over)

    @staticmethod
    def _delete(store: ClipStore, clips: list[Clip]) -> int:
        for clip in clips:
            store.delete(clip.clip_id)
        return len(clips)


def _remove_old_folders(store: ClipStore, limit: datetime) -> None:
    """Remove the stills of motions without a clip, with their day's folder, once the day is past."""
    for folder in (store.storage / CLIPS).glob("*/????-??-??"):
        try:
            day = datetime.strptime(folder.name, "%Y-%m-%d").replace(tzinfo=UTC)
        except ValueError:
            continue
        if day + timedelta(days=1) > limit:
            continue
        try:
            for still in folder.glob("*.jpg"):
                still.unlink(missing_ok=True)
            folder.rmdir()
        except OSError as err:
            if any(folder.glob("*.mp4")):
                continue  # a clip that began on that day and is still kept
            raise StoreError("an old folder cannot be removed") from err
