"""Packets in, fragmented MP4 out: an init segment, then a fragment a second, cut at whatever picture comes then.

Times in the file are those of the whole view, so that a stream that was lost and came back goes on where it is. Each
fragment says in a `prft` box (ISO/IEC 14496-12, 8.16.5) which moment of the wall clock its first picture was.
"""

from collections.abc import Callable
from dataclasses import dataclass
import struct

import av
from av.video.codeccontext import VideoCodecContext

from .piece import Piece, PieceKind, boxes

FRAGMENT_S = 1.0
_OPTIONS = {
    "movflags": "empty_moov+default_base_moof+frag_keyframe",
    "frag_duration": str(round(FRAGMENT_S * 1e6)),
    "use_editlist": "0",
    "flush_packets": "1",
}
_NTP_BEGAN_S = 2_208_988_800  # 1900 to 1970
_PRFT = struct.Struct(">I4sIIQQ")
_VERSION_1 = 0x0100_0000


@dataclass(slots=True)
class Coded:
    """One compressed picture: its bytes, its time within the view, and how much later than its turn it is shown."""

    data: bytes
    key: bool
    time_s: float
    taken_s: float  # the wall clock's, since 1970
    shown_later_s: float = 0.0


class _Sink:
    """Where the muxer writes; it cannot go back."""

    def __init__(self) -> None:
        self.written = bytearray()

    def write(self, data: bytes) -> int:
        self.written += data
        return len(data)


class Fragments:
    """The file of one stretch of pictures with the same parameters. Raises av.FFmpegError where they fit in no file."""

    def __init__(self, add: Callable[[av.container.OutputContainer], av.VideoStream]) -> None:
        """`add` adds the one stream: from a template, or an encoder's."""
        self._sink = _Sink()
        self._out = av.open(self._sink, "w", format="mp4", options=_OPTIONS)
        self._stream = add(self._out)
        self._out.start_encoding()
        assert self._stream.time_base is not None  # noqa: S101 - the muxer has settled it with the file's head
        self._time_base = self._stream.time_base
        self._ticks_per_s = 1 / float(self._time_base)
        self._last = -1
        self._began: int | None = None  # the first picture's time within the view; the muxer begins at 0
        self._first: Coded | None = None  # of the fragment that is being gathered

    @property
    def codec(self) -> VideoCodecContext:
        """The stream's parameters: an encoder's to encode with."""
        return self._stream.codec_context

    def add(self, picture: Coded) -> list[Piece]:
        """Take a picture; the pieces that are complete by it. It is in none of them itself, or begins the next."""
        before, self._first = self._first, self._first or picture
        ticks = round(picture.time_s * self._ticks_per_s)
        if self._began is None:
            self._began = ticks
        dts = self._last = max(ticks - self._began, self._last + 1)
        packet = av.Packet(picture.data)
        packet.time_base = self._time_base
        packet.dts, packet.pts = dts, dts + round(picture.shown_later_s * self._ticks_per_s)
        packet.is_keyframe = picture.key
        packet.stream = self._stream
        self._out.mux_one(packet)
        return self._complete(before, picture)

    def close(self) -> None:
        """Let go of it; what is not a whole fragment is nobody's any more."""
        self._out.close()

    def _complete(self, first: Coded | None, newest: Coded) -> list[Piece]:
        data = bytes(self._sink.written)
        pieces, taken = [], 0
        begun: dict[bytes, int] = {}
        for name, at, end in boxes(data):
            begun[name] = at
            if name == b"moov":
                pieces.append(Piece(PieceKind.INIT, data[begun[b"ftyp"] : end]))
                taken = end
            elif name == b"mdat" and b"moof" in begun and first is not None:
                kind = PieceKind.KEY_FRAGMENT if first.key else PieceKind.FRAGMENT
                fragment = _dated(bytearray(data[begun[b"moof"] : end]), self._began or 0, first.taken_s)
                pieces.append(Piece(kind, fragment, first.taken_s))
                self._first, taken = newest, end
        del self._sink.written[:taken]
        return pieces


def _dated(fragment: bytearray, began: int, taken_s: float) -> bytes:
    """The fragment on the view's own time, behind a box that says when its first picture was taken."""
    at = fragment.find(b"tfdt") + 8  # of 64 bits, as FFmpeg writes it
    media_time = int.from_bytes(fragment[at : at + 8]) + began
    fragment[at : at + 8] = media_time.to_bytes(8)
    ntp = round((taken_s + _NTP_BEGAN_S) * 2**32)
    return _PRFT.pack(_PRFT.size, b"prft", _VERSION_1, 1, ntp, media_time) + fragment
