"""When and where a clip was recorded, written into its file: `suep` and `cstb` of the ONVIF Export File Format.

Both stand in a `meta` box behind everything FFmpeg wrote, so that not a byte of pictures, sound or index is touched;
`recording` has it appended when a clip is closed, before its hash is taken. Addresses and MACs are left empty: a file
that leaves the home says which camera it is from, and not how that camera is reached.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
import struct

_SINCE_1601 = datetime(1601, 1, 1, tzinfo=UTC)
_SINCE_1904 = datetime(1904, 1, 1, tzinfo=UTC)
_LONGEST_NAME = 200  # characters; a name is for people, and the box is read whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a clip comes from."""

    camera_name: str
    unit_name: str  # what recorded it
    started_at: datetime  # of the first picture
    written_at: datetime  # when the file was closed
    tracks: Sequence[int] = (1,)


def append_origin(file: Path, origin: Origin) -> None:
    """Add the boxes to the end of a closed MP4. OSError when the disk does not take them."""
    with file.open("ab") as stream:
        stream.write(origin_box(origin))


def origin_box(origin: Origin) -> bytes:
    """The `meta` box: a handler that says it is no media, the source, the start."""
    handler = _full_box(b"hdlr", bytes(4) + b"null" + bytes(12) + b"\0")
    return _full_box(b"meta", handler + _source(origin) + _start(origin))


def _source(origin: Origin) -> bytes:
    """SurveillanceExportBox: who wrote the file, and for each track the camera it shows."""
    seconds = int((origin.written_at - _SINCE_1904).total_seconds())
    unit = _text(origin.unit_name) + _text("") + _text("")
    operator = _text("")  # nobody ordered it: it was recorded
    source = _text(origin.camera_name) + _text("") + _text("") + _text("")
    entries = b"".join(struct.pack(">H", track) + source for track in origin.tracks)
    count = struct.pack(">I", len(origin.tracks))
    return _full_box(b"suep", unit + struct.pack(">Q", seconds) + operator + count + entries, version=1)


def _start(origin: Origin) -> bytes:
    """CorrectStartTimeBox: the wall clock at the beginning of the timeline, in 100 ns since 1601."""
    since = origin.started_at - _SINCE_1601
    ticks = (since.days * 86_400 + since.seconds) * 10_000_000 + since.microseconds * 10
    entries = b"".join(struct.pack(">IQ", track, ticks) for track in origin.tracks)
    return _box(b"cstb", struct.pack(">I", len(origin.tracks)) + entries)


def _text(text: str) -> bytes:
    return text.replace("\0", "")[:_LONGEST_NAME].encode() + b"\0"


def _full_box(kind: bytes, content: bytes, *, version: int = 0) -> bytes:
    return _box(kind, struct.pack(">I", version << 24) + content)


def _box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(content), kind) + content
