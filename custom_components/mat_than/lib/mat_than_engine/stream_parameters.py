"""A stream's parameter sets: noticed when they change within it, and made into a stream's head of their own.

A camera that is given another resolution may go on in the same connection; its next key frame brings the new sets
along. What FFmpeg found out when the connection was opened then describes pictures that no longer come.
"""

import io
from typing import cast

import av
from av.container import InputContainer

from .model import Packet

_SEQUENCE_SETS = {"h264": frozenset({7}), "hevc": frozenset({32, 33})}
_START = b"\0\0\1"
_SEARCHED_BYTES = 4096  # parameter sets stand before the picture's first slice
_LARGEST_HEAD = 64 * 1024
_JPEG_SIZES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


class StreamParameters:
    """The sequence sets (of JPEG: the size) that a stream's pictures are coded by."""

    def __init__(self, codec: av.VideoCodecContext) -> None:
        self._codec = codec.name
        head = codec.extradata or b""
        # Length-prefixed pictures (of MP4) carry no sets; their container says once for all what they are.
        self._within = self._codec == "mjpeg" or not head.startswith(b"\1")
        self._known = frozenset[bytes]() if self._codec == "mjpeg" else sequence_sets(head, self._codec)

    def changed_by(self, packet: Packet) -> bool:
        """Whether this picture begins a stretch with other parameters than those before it; from now on it is known."""
        if not packet.key or not self._within:
            return False
        data = memoryview(packet.raw)
        if self._codec == "mjpeg":
            found = _jpeg_size(bytes(data[:_LARGEST_HEAD]))
        else:
            found = sequence_sets(bytes(data[:_SEARCHED_BYTES]), self._codec)
        before, self._known = self._known, found or self._known
        return bool(found) and bool(before) and found != before


def sequence_sets(data: bytes, codec: str) -> frozenset[bytes]:
    """The sequence sets (of H.265 with the video sets) at the beginning of data with start codes."""
    wanted, found = _SEQUENCE_SETS[codec], set[bytes]()
    at = data.find(_START)
    while at >= 0:
        begin = at + len(_START)
        at = data.find(_START, begin)
        unit = data[begin : at if at >= 0 else None]
        if not unit:
            continue
        kind = unit[0] & 31 if codec == "h264" else unit[0] >> 1 & 63
        if kind in wanted:
            found.add(unit.rstrip(b"\0"))
        elif _is_picture(kind, codec):
            break
    return frozenset(found)


def head_of(key_frame: bytes, codec: str) -> InputContainer | None:
    """A container that knows this key frame's parameters, to take a stream's codec from; None when it has none."""
    try:
        head = av.open(io.BytesIO(key_frame), format=codec, options={"codec_whitelist": codec})
    except av.FFmpegError, OSError, ValueError:
        return None
    context = head.streams.video[0].codec_context if head.streams.video else None
    if context is None or not context.width or not context.height:
        head.close()
        return None
    return cast("InputContainer", head)


def _is_picture(kind: int, codec: str) -> bool:
    return 1 <= kind <= 5 if codec == "h264" else kind <= 31


def _jpeg_size(data: bytes) -> frozenset[bytes]:
    """Height and width as they stand in a JPEG's frame header."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        if data[at + 1] in _JPEG_SIZES:
            return frozenset({data[at + 5 : at + 9]})
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return frozenset()
