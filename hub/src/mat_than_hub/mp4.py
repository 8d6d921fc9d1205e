"""Reads just enough of an MP4, while its bytes pass by, to say whether it is one: `ftyp`, `moov`, H.264 inside.

Nothing is decoded. `Mp4Probe.feed` takes the file in pieces and keeps only `ftyp` and `moov`; `finish` says what was
found. Sizes in the file are never trusted: a box that reaches past its parent is an error.
"""

from collections.abc import Iterator
from dataclasses import dataclass

_MOOV_BYTES = 8 * 1024 * 1024
_TOP_BOXES = 20_000
_CONTAINERS = {b"trak", b"mdia", b"minf", b"stbl"}
_KEPT = {b"ftyp", b"moov"}


class Mp4Error(ValueError):
    """Not an MP4 that the hub takes."""


@dataclass(frozen=True, slots=True)
class Mp4Facts:
    """What was found: the sample entries (`avc1`, `mp4a`, …) of all tracks."""

    codecs: frozenset[str]

    @property
    def has_audio(self) -> bool:
        """Whether anything else than the picture is inside."""
        return not self.codecs <= {"avc1", "avc3"}


class Mp4Probe:
    """Follows the top-level boxes of a file that arrives in pieces."""

    def __init__(self) -> None:
        self._head = bytearray()  # of the box that begins next
        self._skip = 0  # bytes of the present box that are of no interest
        self._keep: bytearray | None = None  # content of the present box, if it is of interest
        self._name = b""
        self._left = 0  # of the present kept box
        self._boxes: dict[bytes, bytes] = {}
        self._order: list[bytes] = []
        self._endless = False  # a box of size 0 reaches to the end of the file

    def feed(self, data: bytes) -> None:
        """The next bytes of the file."""
        view = memoryview(data)
        while view and not self._endless:
            if self._skip:
                taken = min(self._skip, len(view))
                self._skip -= taken
            elif self._keep is not None:
                taken = min(self._left, len(view))
                self._keep += view[:taken]
                self._left -= taken
                self._close_kept()
            else:
                taken = self._read_head(view)
            view = view[taken:]

    def finish(self) -> Mp4Facts:
        """The file has ended. Mp4Error when it is not whole, or not an MP4 with H.264."""
        if self._skip or self._keep is not None or self._head:
            raise Mp4Error("breaks off")
        if not self._order or self._order[0] != b"ftyp" or b"moov" not in self._boxes or b"mdat" not in self._order:
            raise Mp4Error("is no MP4")
        codecs = frozenset(sample_entries(self._boxes[b"moov"]))
        if not codecs & {"avc1", "avc3"}:
            raise Mp4Error("has no H.264 picture")
        return Mp4Facts(codecs)

    def _read_head(self, view: memoryview) -> int:
        wanted = 16 if len(self._head) >= 4 and self._head[:4] == b"\0\0\0\1" else 8
        taken = min(wanted - len(self._head), len(view))
        self._head += view[:taken]
        size = int.from_bytes(self._head[:4])
        if len(self._head) < (16 if size == 1 else 8) or (len(self._head) < 8):
            return taken
        name, head_bytes = bytes(self._head[4:8]), len(self._head)
        if size == 1:
            size = int.from_bytes(self._head[8:16])
        self._head.clear()
        self._begin(name, size, head_bytes)
        return taken

    def _begin(self, name: bytes, size: int, head_bytes: int) -> None:
        self._order.append(name)
        if len(self._order) > _TOP_BOXES or (len(self._order) == 1 and name != b"ftyp"):
            raise Mp4Error("is no MP4")
        if size == 0:
            if name in _KEPT:
                raise Mp4Error("has a box without an end")
            self._endless = True
            return
        if size < head_bytes:
            raise Mp4Error("has a box that is smaller than its head")
        if name not in _KEPT:
            self._skip = size - head_bytes
            return
        if size > _MOOV_BYTES or name in self._boxes:
            raise Mp4Error("has an index that is too large, or two")
        self._name, self._keep, self._left = name, bytearray(), size - head_bytes
        self._close_kept()

    def _close_kept(self) -> None:
        if self._left == 0 and self._keep is not None:
            self._boxes[self._name] = bytes(self._keep)
            self._keep = None


def sample_entries(moov: bytes) -> Iterator[str]:
    """The names of all sample entries in a movie box, of every track."""
    for name, content in _walk(memoryview(moov), 0):
        if name == b"stsd":
            for entry, _ in boxes(content[8:]):
                yield bytes(entry).decode("latin-1")


def _walk(view: memoryview, depth: int) -> Iterator[tuple[bytes, memoryview]]:
    for name, content in boxes(view):
        if name in _CONTAINERS and depth < len(_CONTAINERS):
            yield from _walk(content, depth + 1)
        else:
            yield name, content


def boxes(view: memoryview) -> Iterator[tuple[bytes, memoryview]]:
    """The boxes that follow each other here: name and content."""
    while view:
        size = int.from_bytes(view[:4])
        if len(view) < 8 or not 8 <= size <= len(view):
            raise Mp4Error("has a box that reaches past its parent")
        yield bytes(view[4:8]), view[8:size]
        view = view[size:]
