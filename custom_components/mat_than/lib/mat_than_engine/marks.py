"""What each stream is doing, kept where it outlives a crash: one page of memory a shard shares with the conductor.

A shard's streams write here what they are about to have FFmpeg do, and take it back afterwards; when the shard dies,
the conductor reads who was at it (`roles/quarantine.py`). A mark costs one byte written to memory, no lock and no
system call. The page also counts up while the shard is alive, so that one that hangs is told from one that is idle.
"""

from enum import IntEnum
import hashlib
import mmap
import os
import struct

SLOTS = 255  # streams of one shard that can be told apart; those beyond it go unmarked
_SLOT = struct.Struct("=B7x8s")
_BEAT = struct.Struct("=Q")
_SLOTS_AT = _SLOT.size
SIZE = _SLOTS_AT + SLOTS * _SLOT.size


class Doing(IntEnum):
    """What FFmpeg does for a stream, the likelier to crash it the higher."""

    NOTHING = 0
    READING = 1  # mostly waiting for the camera
    OPENING = 2
    LOOKING = 3  # decoding, detecting, recording


class Mark:
    """The place of one stream."""

    def __init__(self, page: mmap.mmap | bytearray, at: int) -> None:
        self._page = page
        self._at = at

    def set(self, doing: Doing) -> None:
        """Note what comes now; NOTHING when it is over."""
        self._page[self._at] = doing

    def release(self) -> None:
        """The stream is over: another may have the place."""
        self._page[self._at : self._at + _SLOT.size] = bytes(_SLOT.size)


def unmarked() -> Mark:
    """A mark nobody reads, for streams outside a shard."""
    return Mark(bytearray(_SLOT.size), 0)


class Marks:
    """The page of one shard, seen from either side."""

    def __init__(self, handle: int) -> None:
        self._page = mmap.mmap(handle, SIZE)

    def mark(self, camera_id: str) -> Mark:
        """A place for a stream of this camera."""
        for at in range(_SLOTS_AT, SIZE, _SLOT.size):
            if self._page[at + 8 : at + 16] == bytes(8):
                _SLOT.pack_into(self._page, at, Doing.NOTHING, _digest(camera_id))
                return Mark(self._page, at)
        return unmarked()

    def beat(self) -> None:
        """The shard is alive."""
        _BEAT.pack_into(self._page, 0, self.beats + 1)

    @property
    def beats(self) -> int:
        """How often it was, so far."""
        count: int = _BEAT.unpack_from(self._page, 0)[0]
        return count

    def suspects(self, camera_ids: list[str]) -> list[str]:
        """Those of these cameras that were at what is likeliest to crash; none when nothing was going on."""
        most = dict.fromkeys(camera_ids, Doing.NOTHING)
        ids = {_digest(camera_id): camera_id for camera_id in camera_ids}
        for at in range(_SLOTS_AT, SIZE, _SLOT.size):
            doing, digest = _SLOT.unpack_from(self._page, at)
            if digest in ids:
                most[ids[digest]] = max(most[ids[digest]], Doing(min(doing, Doing.LOOKING)))
        worst = max(most.values(), default=Doing.NOTHING)
        return [camera_id for camera_id, doing in most.items() if doing is worst and doing is not Doing.NOTHING]

    def close(self) -> None:
        """Give the memory back."""
        self._page.close()


def new_page() -> int:
    """A handle of an empty page, to be handed to a child."""
    handle = os.memfd_create("mat_than_marks")
    os.ftruncate(handle, SIZE)
    return handle


def _digest(camera_id: str) -> bytes:
    return hashlib.blake2s(camera_id.encode(), digest_size=8).digest()
