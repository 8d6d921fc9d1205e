"""Reads just enough of a live view's pieces to say that they are what they claim: fragmented MP4 with H.264 inside.

Nothing is decoded. An init segment is `ftyp` and `moov`; a fragment is `moof` and `mdat`, before them perhaps `styp` and
`prft` (when it was taken). Sizes are never trusted: a box that reaches past its parent is an error.
"""

from dataclasses import dataclass

from ..mp4 import Mp4Error, boxes, sample_entries

_PICTURES = {"avc1", "avc3"}
_SOUNDS = {"mp4a"}
_BEFORE = {b"styp", b"prft"}
_NOT_SYNC = 0x0001_0000
# tfhd and trun say by these flags which of their fields are there.
_BASE_OFFSET, _DESCRIPTION, _DURATION, _SIZE, _DEFAULT_FLAGS = 0x1, 0x2, 0x8, 0x10, 0x20
_DATA_OFFSET, _FIRST_FLAGS, _EACH_DURATION, _EACH_SIZE, _EACH_FLAGS = 0x1, 0x4, 0x100, 0x200, 0x400


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a view; `key` says that a picture begins it that needs none before."""

    data: bytes
    key: bool


def check_init(data: bytes, *, audio: bool) -> None:
    """Mp4Error unless it is an init segment with one picture track, and sound only where `audio` allows it."""
    parts = list(boxes(memoryview(data)))
    if [name for name, _ in parts] != [b"ftyp", b"moov"]:
        raise Mp4Error("is no init segment")
    codecs = list(sample_entries(bytes(parts[1][1])))
    if sum(codec in _PICTURES for codec in codecs) != 1 or not set(codecs) <= _PICTURES | (_SOUNDS if audio else set()):
        raise Mp4Error("has not one H.264 picture")


def read_fragment(data: bytes) -> Fragment:
    """The fragment in these bytes. Mp4Error when it is none."""
    parts = [(name, content) for name, content in boxes(memoryview(data)) if name not in _BEFORE]
    names = [name for name, _ in parts]
    if not names or names != [b"moof", b"mdat"] * (len(names) // 2):
        raise Mp4Error("is no fragment")
    return Fragment(data, _begins_with_key(parts[0][1]))


def _begins_with_key(moof: memoryview) -> bool:
    """Whether the first picture of the first track needs none before it."""
    traf = next((content for name, content in boxes(moof) if name == b"traf"), None)
    if traf is None:
        raise Mp4Error("has no track")
    parts = dict(boxes(traf))
    if b"tfhd" not in parts or b"trun" not in parts:
        raise Mp4Error("has no pictures")
    run = parts[b"trun"]
    flags, at = _number(run, 0) & 0xFFFFFF, 8
    at += 4 * bool(flags & _DATA_OFFSET)
    if flags & _FIRST_FLAGS:
        return not _number(run, at) & _NOT_SYNC
    if flags & _EACH_FLAGS:
        at += 4 * bool(flags & _EACH_DURATION) + 4 * bool(flags & _EACH_SIZE)
        return not _number(run, at) & _NOT_SYNC
    head = parts[b"tfhd"]
    flags, at = _number(head, 0) & 0xFFFFFF, 8
    at += 8 * bool(flags & _BASE_OFFSET)
    at += 4 * sum(bool(flags & field) for field in (_DESCRIPTION, _DURATION, _SIZE))
    return bool(flags & _DEFAULT_FLAGS) and not _number(head, at) & _NOT_SYNC


def _number(view: memoryview, at: int) -> int:
    if len(view) < at + 4:
        raise Mp4Error("breaks off")
    return int.from_bytes(view[at : at + 4])
