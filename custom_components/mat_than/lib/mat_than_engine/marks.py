"""What is being done for each camera, kept where it outlives a crash: a little memory a shard shares with the conductor.

A shard's streams, live views and snapshots write here what they are about to have FFmpeg do, and take it back
afterwards; behind it the process writes, when a signal ends it, in which thread that was. When a shard died the conductor
reads whom it died over (`roles/quarantine.py`). A mark costs one byte written to memory, no lock and no system call. The
page also counts up while the shard is alive, so that one that hangs is told from one that is idle.
"""

from collections.abc import Collection
from enum import IntEnum
import faulthandler
import mmap
import os
import re
import struct
import sys
import threading

SLOTS = 255  # threads of one shard that can be told apart; those beyond it go unmarked
ID_BYTES = 48  # of a camera's id; ids that differ only later share the blame
_SLOT = struct.Struct(f"=Q{ID_BYTES}sB7x")  # its thread, whose it is, what it does
_DOING_AT = 8 + ID_BYTES
_BEAT = struct.Struct("=Q")
SIZE = SLOTS * _SLOT.size + _BEAT.size
_BEAT_AT = SLOTS * _SLOT.size
LAST_WORDS_BYTES = 16_000
_CRASHED_THREAD = re.compile(r"^Current thread 0x([0-9a-f]+).*(?:\n  .*)*", re.MULTILINE)


class Doing(IntEnum):
    """What FFmpeg does for a camera, the likelier to crash it the higher."""

    NOTHING = 0
    READING = 1  # mostly waiting for the camera
    OPENING = 2
    LOOKING = 3  # decoding, detecting, recording, encoding


class Mark:
    """The place of one thread that works for a camera."""

    def __init__(self, page: mmap.mmap | bytearray, at: int) -> None:
        self._page = page
        self._at = at

    def take(self) -> None:
        """The calling thread is the one."""
        self._page[self._at : self._at + 8] = threading.get_ident().to_bytes(8, sys.byteorder)

    def set(self, doing: Doing) -> None:
        """Note what comes now; NOTHING when it is over."""
        self._page[self._at + _DOING_AT] = doing

    def release(self) -> None:
        """It is done: another may have the place."""
        self._page[self._at : self._at + _SLOT.size] = bytes(_SLOT.size)


def unmarked() -> Mark:
    """A mark nobody reads, for streams outside a shard."""
    return Mark(bytearray(_SLOT.size), 0)


class Marks:
    """The page of one shard, seen from either side."""

    def __init__(self, handle: int) -> None:
        """Of `new_page`; it is closed with this."""
        self._handle = handle
        self._page = mmap.mmap(handle, SIZE)
        self._lock = threading.Lock()  # places are given in several threads

    # What the shard writes.

    def mark(self, camera_id: str) -> Mark:
        """A place for a thread that works for this camera: one of its streams, a live view, a snapshot."""
        with self._lock:
            for at in range(0, _BEAT_AT, _SLOT.size):
                if not any(_SLOT.unpack_from(self._page, at)[1]):
                    _SLOT.pack_into(self._page, at, 0, _key(camera_id), Doing.NOTHING)
                    return Mark(self._page, at)
        return unmarked()

    def beat(self) -> None:
        """The shard is alive."""
        _BEAT.pack_into(self._page, _BEAT_AT, self.beats + 1)

    def catch_crashes(self) -> None:
        """Have a signal that ends this process leave its last words here: names of functions, no values."""
        os.lseek(self._handle, SIZE, os.SEEK_SET)
        faulthandler.enable(self._handle, c_stack=False)

    # What the conductor reads.

    @property
    def beats(self) -> int:
        """How often the shard said that it is alive."""
        count: int = _BEAT.unpack_from(self._page, _BEAT_AT)[0]
        return count

    @property
    def last_words(self) -> str:
        """Where a signal met the process, if one did and it was in a thread of Python's: function by function."""
        words = os.pread(self._handle, LAST_WORDS_BYTES, SIZE).decode("ascii", "replace")
        crashed = _CRASHED_THREAD.search(words)
        return "" if crashed is None else crashed[0]

    def suspects(self, camera_ids: Collection[str]) -> list[str]:
        """Those of these cameras the process died over.

        The one whose thread met the signal; where that was a thread of FFmpeg's own, all that were at what is
        likeliest to crash. None when nothing was going on.
        """
        ids = {_key(camera_id): camera_id for camera_id in camera_ids}
        at_it: dict[str, int] = {}
        crashed = _CRASHED_THREAD.match(self.last_words)
        for at in range(0, _BEAT_AT, _SLOT.size):
            thread, key, doing = _SLOT.unpack_from(self._page, at)
            if key not in ids:
                continue
            if crashed is not None and thread == int(crashed[1], 16):
                return [ids[key]]
            at_it[ids[key]] = max(doing, at_it.get(ids[key], Doing.NOTHING))
        worst = max(at_it.values(), default=Doing.NOTHING)
        return [camera_id for camera_id, doing in at_it.items() if doing == worst != Doing.NOTHING]

    def close(self) -> None:
        """Give the memory back."""
        self._page.close()
        os.close(self._handle)


def new_page() -> int:
    """A handle of an empty page, to be handed to a child."""
    handle = os.memfd_create("mat_than_marks")
    os.ftruncate(handle, SIZE)
    return handle


def _key(camera_id: str) -> bytes:
    return camera_id.encode()[:ID_BYTES].ljust(ID_BYTES, b"\0")
