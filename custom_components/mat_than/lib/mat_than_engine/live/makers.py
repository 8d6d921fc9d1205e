"""From a camera's packets to the pictures of a live view: as they are, or decoded, masked and encoded anew.

Copied is what is H.264 and needs no mask. Everything else is encoded as H.264 for the moment: quickly, at most
`LONGEST_EDGE` wide, with the masks burnt in before a byte leaves this machine. Sound is never in it.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Protocol, cast

import av
from av.container import OutputContainer
from av.video.codeccontext import VideoCodecContext
from av.video.frame import PictureType, VideoFrame

from ..keeping.masks import Cover, black_out, cover
from ..model import Polygon
from .fragments import Coded, Fragments
from .piece import Piece

LONGEST_EDGE = 1280
KEY_EVERY_S = 2.0
USUAL_FPS = 15.0
_MICRO = Fraction(1, 1_000_000)
_TAG = "avc1"


class Maker(Protocol):
    """Makes the pieces of one stretch of pictures with the same parameters."""

    def take(self, picture: Coded) -> list[Piece]:
        """A camera's picture; the pieces that are complete."""
        ...

    def close(self) -> None:
        """No more pictures come."""
        ...


def make_maker(video: av.VideoStream, masks: tuple[Polygon, ...], fps: float | None) -> Maker:
    """The maker for such a stream."""
    if video.codec_context.name == "h264" and not masks:
        return Copied(video)
    return Encoded(video.codec_context, masks, fps or USUAL_FPS)


class Copied:
    """Every picture as the camera sent it."""

    def __init__(self, video: av.VideoStream) -> None:
        def add(out: OutputContainer) -> av.VideoStream:
            stream = out.add_stream_from_template(video)
            stream.codec_context.codec_tag = _TAG
            return stream

        self._fragments = Fragments(add)

    def take(self, picture: Coded) -> list[Piece]:
        """The picture goes on as it is."""
        return self._fragments.add(picture)

    def close(self) -> None:
        """No more pictures come."""
        self._fragments.close()


class Encoded:
    """Every picture decoded, masked, made smaller and encoded."""

    def __init__(self, codec: VideoCodecContext, masks: tuple[Polygon, ...], fps: float) -> None:
        self._decoder = cast("VideoCodecContext", av.CodecContext.create(codec.name, "r"))
        self._decoder.extradata = codec.extradata
        self._decoder.thread_count = 1
        self._taken: dict[int, float] = {}  # when pictures that are on their way were taken, by their time
        shrink = min(1.0, LONGEST_EDGE / max(codec.width, codec.height))
        width, height = (max(16, round(size * shrink) // 2 * 2) for size in (codec.width, codec.height))
        self._masks = masks
        self._covered: Cover | None = None  # made with the first picture, in the thread that encodes

        def add(out: OutputContainer) -> av.VideoStream:
            stream = out.add_stream("libx264", rate=Fraction(fps).limit_denominator(1000))
            context = stream.codec_context
            context.width, context.height, context.pix_fmt = width, height, "yuv420p"
            context.time_base = _MICRO
            context.thread_count = 1
            context.gop_size = max(1, round(fps * KEY_EVERY_S))
            context.options = {"preset": "veryfast", "tune": "zerolatency", "crf": "26"}
            return stream

        self._fragments = Fragments(add)

    def take(self, picture: Coded) -> list[Piece]:
        """What the picture shows, under its masks; a damaged one shows nothing."""
        packet = cast("av.Packet[av.VideoStream]", av.Packet(picture.data))
        packet.time_base = _MICRO
        packet.pts = packet.dts = round(picture.time_s / _MICRO)
        self._taken[packet.pts] = picture.taken_s
        try:
            frames = self._decoder.decode(packet)
        except av.InvalidDataError:
            return []
        return [piece for frame in frames for coded in self._encoded(frame) for piece in self._fragments.add(coded)]

    def close(self) -> None:
        """No more pictures come."""
        self._fragments.close()

    def _encoded(self, frame: VideoFrame) -> Iterator[Coded]:
        encoder = self._fragments.codec
        picture = frame.reformat(width=encoder.width, height=encoder.height, format="yuv420p", dst_color_range=1)
        if self._masks:
            if self._covered is None:
                self._covered = cover(self._masks, encoder.width, encoder.height)
            picture.make_writable()  # the decoder may still refer to its own picture, which must not be painted on
            black_out(picture, self._covered)
        picture.pts, picture.time_base, picture.pict_type = frame.pts, _MICRO, PictureType.NONE
        for packet in encoder.encode(picture):
            at = packet.pts or 0
            taken_s = self._taken.get(at, 0.0)
            self._taken = {time: taken for time, taken in self._taken.items() if time > at}
            yield Coded(bytes(packet), packet.is_keyframe, float(at * _MICRO), taken_s)
