"""RTP payloads to pictures: H.264 (RFC 6184) and H.265 (RFC 7798), with start codes, as FFmpeg gives them too.

A picture ends with the packet that is marked as its last, or with the first one of another time. Cameras that mark the
end of every slice are told by a slice that is not a picture's first; from then on only the time counts.
"""

from collections import deque
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple, override

START = b"\0\0\0\1"
LARGEST_PICTURE = 16 * 1024 * 1024
LARGEST_PREFIX = 64 * 1024  # what comes before a picture: its sets, its messages


class Picture(NamedTuple):
    """One compressed picture; `stamp` is its time in the track's clock, 32 bits that wrap."""

    data: bytes
    stamp: int
    key: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """What a codec's unit (NAL) is."""

    is_picture: bool = False
    is_first: bool = False  # the first slice of a picture
    is_key: bool = False
    is_set: bool = False  # a sequence parameter set


class Depacketizer:
    """The pictures of one track, in order. `pictures` is emptied by whoever reads; `damaged` counts what was dropped."""

    aggregate: int  # kinds of units
    fragment: int
    header_bytes: int
    kind_shift: int  # where the kind stands in a unit's first byte
    kind_mask: int
    units: Sequence[Unit]  # by kind, and for each kind without and with the mark of a picture's first slice

    def __init__(self, sets: tuple[bytes, ...] = ()) -> None:
        self.pictures: deque[Picture] = deque()
        self.damaged = 0
        self.goes_on = b""  # how the next payload begins if it is the next fragment of the same unit, and not its last
        self._sets = b"".join(START + unit for unit in sets)  # for key frames that come without
        self._parts: list[bytes] = []
        self._size = 0
        self._stamp: int | None = None
        self._last_stamp: int | None = None  # of the picture handed on last
        self._lost = self._torn = False
        self._marks_count = True
        self._has_picture = self._key = self._has_sets = False

    def add(self, data: bytes, begin: int, end: int, stamp: int, *, marked: bool) -> None:
        """The payload `data[begin:end]` of the next packet."""
        self.goes_on = b""
        if stamp != self._stamp:
            if self._has_picture:
                self._torn |= self._lost
                self._finish()
            elif self._size > LARGEST_PREFIX:
                self._forget()
            self._stamp = stamp
        elif self._lost and self._parts:
            self._tear()
        self._lost = False
        if end - begin <= self.header_bytes:
            return
        kind = data[begin] >> self.kind_shift & self.kind_mask
        if kind == self.fragment:
            self._add_fragment(data, begin, end)
        elif kind == self.aggregate:
            self._add_aggregate(data, begin + self.header_bytes, end)
        elif kind < self.aggregate:
            self._begin(kind, data, begin, end)
            self._append(data[begin:end])
        if marked and self._has_picture and self._marks_count:
            self._finish()

    def go_on(self, pieces: list[bytes], size: int) -> None:
        """What follows, in the next packets, the beginning that `goes_on` said: so many bytes."""
        self._parts += pieces
        self._grow(size)

    def lose(self) -> None:
        """Packets are missing before the next one."""
        self._lost = True

    def _add_fragment(self, data: bytes, begin: int, end: int) -> None:
        raise NotImplementedError

    def _add_aggregate(self, data: bytes, at: int, end: int) -> None:
        while end - at > 2:
            size, at = data[at] << 8 | data[at + 1], at + 2
            if size <= self.header_bytes or at + size > end:
                self._tear()
                return
            self._begin(data[at] >> self.kind_shift & self.kind_mask, data, at, at + size)
            self._append(data[at : at + size])
            at += size

    def _begin(self, kind: int, data: bytes, begin: int, end: int) -> None:
        """A unit begins; what belongs to it is appended after."""
        first = data[begin + self.header_bytes] if end - begin > self.header_bytes else 0
        unit = self.units[kind << 1 | first >> 7]
        if unit.is_picture:
            if not unit.is_first and not self._has_picture:
                # The rest of a picture that was taken for whole: marks are not its end here. Or its beginning is lost.
                self._marks_count &= self._stamp != self._last_stamp
                self._torn = True
            self._has_picture = True
            self._key |= unit.is_key
        self._has_sets |= unit.is_set
        self._parts.append(START)

    def _append(self, piece: bytes) -> None:
        self._parts.append(piece)
        self._grow(len(piece))

    def _grow(self, size: int) -> None:
        self._size += size
        if self._size > LARGEST_PICTURE:
            self._parts, self._size = [], 0
            self._tear()

    def _tear(self) -> None:
        """What belongs to this time is no whole picture and is dropped when it ends."""
        self._torn = self._has_picture = True

    def _finish(self) -> None:
        if self._torn:
            self.damaged += 1
        else:
            if self._key and not self._has_sets:
                self._parts.insert(0, self._sets)
            assert self._stamp is not None  # noqa: S101 - set with the first packet
            self.pictures.append(Picture(b"".join(self._parts), self._stamp, self._key))
        self._last_stamp = self._stamp
        self._forget()

    def _forget(self) -> None:
        self._parts, self._size = [], 0
        self._torn = self._has_picture = self._key = self._has_sets = False


def _units(kinds: int, slices: Collection[int], keys: Collection[int], sets: Collection[int]) -> list[Unit]:
    """What units of so many kinds are. A picture's first slice is told by the first bit after the unit's header: of
    H.264 the `first_mb_in_slice`, whose 0 is written as a single set bit, of H.265 a flag.
    """
    return [
        Unit(is_picture=kind in slices, is_first=kind in slices and first, is_key=kind in keys, is_set=kind in sets)
        for kind in range(kinds)
        for first in (False, True)
    ]


class H264Depacketizer(Depacketizer):
    """Single units, STAP-A and FU-A: the non-interleaved mode, the only one that cameras use."""

    aggregate = 24
    fragment = 28
    header_bytes = 1
    kind_shift = 0
    kind_mask = 31
    units = _units(32, slices={1, 2, 5}, keys={5}, sets={7})

    @override
    def _add_fragment(self, data: bytes, begin: int, end: int) -> None:
        head = data[begin + 1]
        if head & 128:
            kind = head & 31
            self._begin(kind, data, begin + 1, end)
            self._parts.append(bytes((data[begin] & 0xE0 | kind,)))
        elif not self._parts:
            self._tear()
        self._append(data[begin + 2 : end])
        if not head & 64:
            self.goes_on = bytes((data[begin], head & 31))


class H265Depacketizer(Depacketizer):
    """Single units, AP and FU, without decoding order numbers."""

    aggregate = 48
    fragment = 49
    header_bytes = 2
    kind_shift = 1
    kind_mask = 63
    units = _units(64, slices=range(32), keys=range(16, 22), sets={33})

    @override
    def _add_fragment(self, data: bytes, begin: int, end: int) -> None:
        head = data[begin + 2]
        if head & 128:
            kind = head & 63
            self._begin(kind, data, begin + 1, end)
            self._parts.append(bytes((data[begin] & 0x81 | kind << 1, data[begin + 1])))
        elif not self._parts:
            self._tear()
        self._append(data[begin + 3 : end])
        if not head & 64:
            self.goes_on = bytes((data[begin], data[begin + 1], head & 63))
