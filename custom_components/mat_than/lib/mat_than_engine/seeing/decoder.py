"""Packets to pictures for one watched stream: one thread, no loop filter, only what is asked for.

Owns an av decoder of its own, so that the reader's is never touched. What cannot be decoded is skipped and counted.
"""

from collections.abc import Iterator
import math

import av
from av.codec.context import Flags
import av.error
from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, Interpolation, VideoReformatter
import numpy as np

from ..model import Frame, Packet

LOOK_AREA = 320 * 180  # pixels looked at: enough for a person of 3 % of the picture's height, and cheap
CHROMA_EVERY_S = 0.5  # an infrared filter takes as long to move
LARGEST_SIDE = 8192  # a picture larger than any camera's is a damaged header


class Decoder:
    """Decodes packets of one stream in order; after a gap it needs a key frame."""

    def __init__(self, template: av.VideoCodecContext) -> None:
        self._name, self._extradata = template.name, template.extradata
        self._context = self._opened()
        self._times: dict[int, float] = {}
        self._has_inter = False  # has decoded pictures that lean on others, and holds what that takes
        self.corrupt = 0

    def begin_anew(self, *, frugal: bool = False) -> None:
        """What comes next does not follow what came: a key frame.

        `frugal` gives back what inter pictures made the decoder hold (2.5 MB at 640x360) for a third of a millisecond.
        """
        if frugal and self._has_inter:
            self._context = self._opened()
        else:
            self._context.flush_buffers()
        self._has_inter = self._has_inter and not frugal
        self._times.clear()

    def decode(self, packet: Packet) -> list[tuple[float, VideoFrame]]:
        """The pictures this packet completes with their times. Damaged data gives none and is counted."""
        self._has_inter |= not packet.key
        if packet.raw.pts is not None:
            self._times[packet.raw.pts] = packet.time_s
            while len(self._times) > 32:
                del self._times[next(iter(self._times))]
        return list(self._pictures(packet.raw, packet.time_s))

    def drain(self, time_s: float) -> list[tuple[float, VideoFrame]]:
        """What the decoder holds back to reorder; afterwards it needs a key frame."""
        pictures = list(self._pictures(None, time_s))
        self._context.flush_buffers()
        return pictures

    def _pictures(self, raw: av.Packet[av.VideoStream] | None, time_s: float) -> Iterator[tuple[float, VideoFrame]]:
        try:
            frames = self._context.decode(raw)
        except av.error.EOFError:
            return
        except av.error.FFmpegError, ValueError, MemoryError:
            self.corrupt += 1
            return
        for frame in frames:
            if frame.is_corrupt:
                self.corrupt += 1
            if 2 <= frame.width <= LARGEST_SIDE and 2 <= frame.height <= LARGEST_SIDE:
                yield self._times.get(frame.pts, time_s) if frame.pts is not None else time_s, frame

    def _opened(self) -> av.VideoCodecContext:
        context = av.CodecContext.create(self._name, "r")
        if not isinstance(context, av.VideoCodecContext):
            raise TypeError("only video is watched")
        context.extradata = self._extradata
        context.thread_count = 1
        # In-loop deblocking changes an intra picture by under half a grey level and costs a fifth of its decoding.
        context.options = {"skip_loop_filter": "all"}
        context.flags |= Flags.low_delay
        return context


class Shrinker:
    """Makes the small luma picture the detector looks at, true to the camera's aspect."""

    def __init__(self) -> None:
        self._reformatter = VideoReformatter()
        self._chroma_at_s, self._chroma = float("-inf"), 0.0

    def shrink(self, time_s: float, picture: VideoFrame) -> Frame:
        """A frame of about 320x180 pixels."""
        width, height = looked_at(picture.width, picture.height)
        grey = self._reformatter.reformat(
            picture,
            width,
            height,
            "gray",
            interpolation=Interpolation.AREA,
            # Both ranges alike: the grey levels stay what the camera sent, and nothing is computed for it.
            src_color_range=ColorRange.JPEG,
            dst_color_range=ColorRange.JPEG,
            threads=1,
        )
        plane = grey.planes[0]
        luma = np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)[:height, :width]
        if not 0 <= time_s - self._chroma_at_s < CHROMA_EVERY_S:
            self._chroma_at_s, self._chroma = time_s, _chroma(picture)
        return Frame(time_s=time_s, luma=luma, chroma=self._chroma)


def looked_at(width: int, height: int) -> tuple[int, int]:
    """The size looked at for a stream's size: about `LOOK_AREA` pixels, even sides, never enlarged."""
    scale = min(1.0, math.sqrt(LOOK_AREA / (width * height)))
    return max(8, round(width * scale / 2) * 2), max(8, round(height * scale / 2) * 2)


def _chroma(picture: VideoFrame) -> float:
    """How far apart the picture's colours lie; 0 for formats without plain colour planes.

    The 99th percentile of the distance from the median colour: infrared pictures may carry a tint, but one tint, and
    a grey street by day still has a sign, a number plate, a leaf.
    """
    if not picture.format.name.startswith(("yuv4", "yuvj4")) or picture.format.components[0].bits != 8:
        return 0.0
    total = None
    for plane in picture.planes[1:3]:
        rows = np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)[::4, : plane.width : 4]
        values = rows.astype(np.int16).ravel()
        distance = np.abs(values - np.partition(values, values.size // 2)[values.size // 2])
        total = distance if total is None else total + distance
    if total is None:
        return 0.0
    rank = total.size * 99 // 100
    return float(np.partition(total, rank)[rank])
