"""The disk below a storage folder: whether it is there, how much room it has, and a little room kept for hard times.

A share that vanished leaves an empty folder on the system's own disk behind; recording into that would fill the wrong
disk and hide what was kept. So the mount point is remembered, and a folder that fell off it counts as gone until it
is back.
"""

from contextlib import suppress
from dataclasses import dataclass
import os
from pathlib import Path
from typing import Literal

type Trouble = Literal["disk_full", "read_only", "gone", "disk_error"]

RESERVE = ".reserve"
RESERVE_BYTES = 4 * 1024 * 1024  # enough for the index to note a thousand deletions on a disk without a free byte
PLENTY_BYTES = 64 * 1024 * 1024  # only with this much free the reserve is put aside
LEAST_FREE_BYTES = 4 * 1024 * 1024  # with less than this no clip is begun with a good chance of its end
LEAST_FREE_SHARE = 0.02  # of the disk, where that is less


@dataclass(frozen=True, slots=True)
class Room:
    """How large a disk is, and what of it anybody may still use."""

    total_bytes: int
    free_bytes: int


class Disk:
    """The disk of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._mount: Path | None = None

    def remember(self) -> None:
        """The folder is good now: where it is mounted is where it belongs."""
        self._mount = _mount_of(self._folder)

    def fell_off(self) -> bool:
        """Whether the folder, or what now stands in its place, lies on another disk than it belongs to."""
        return self._mount is not None and not self._mount.is_mount()

    def room(self) -> Room | None:
        """How much room there is; None when the folder is not there."""
        try:
            facts = os.statvfs(self._folder)
        except OSError:
            return None
        return Room(facts.f_frsize * facts.f_blocks, facts.f_frsize * facts.f_bavail)

    def trouble(self) -> Trouble | None:
        """What can be seen from outside; that a write fails is seen only by writing."""
        if self.fell_off():
            return "gone"
        try:
            facts = os.statvfs(self._folder)
        except FileNotFoundError:
            return None  # the disk is there and came back empty: the folder is made anew
        except OSError:
            return "gone"
        if facts.f_flag & os.ST_RDONLY:
            return "read_only"
        least = min(LEAST_FREE_BYTES, int(facts.f_frsize * facts.f_blocks * LEAST_FREE_SHARE))
        return "disk_full" if facts.f_frsize * facts.f_bavail < least else None

    def keep_reserve(self) -> None:
        """Put a little room aside while there is plenty."""
        reserve, room = self._folder / RESERVE, self.room()
        if reserve.exists() or room is None or room.free_bytes < PLENTY_BYTES:
            return
        with suppress(OSError), reserve.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, RESERVE_BYTES)

    def give_reserve(self) -> bool:
        """Let go of it; whether there was any."""
        try:
            (self._folder / RESERVE).unlink()
        except OSError:
            return False
        return True


def _mount_of(folder: Path) -> Path:
    for parent in (folder.resolve(), *folder.resolve().parents):
        if parent.is_mount():
            return parent
    return Path("/")
