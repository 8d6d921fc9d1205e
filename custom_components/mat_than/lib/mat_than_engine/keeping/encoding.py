"""Encoding a clip, or a part of it, anew: pictures with the masks burnt in, sound copied as it is.

`shared_copy` opens the clip and says where the copy goes; `cut` says what of it belongs in.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import cast

import av
from av.audio import AudioStream
from av.container import InputContainer, OutputContainer
from av.video.codeccontext import VideoCodecContext
from av.video.frame import PictureType, VideoFrame

from ..commands import MakeSharedCopy
from ..errors import CopyError
from .cut import Cut, first_picture_s, packets_of
from .masks import Cover, black_out, cover
from .progress import Meter

THREADS = 2
CRF = 23
KEY_EVERY_S = 2.0
_TIME_BASE = Fraction(1, 90_000)


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the copy's pictures are; of a part also when the first and the last were, since the clip's first."""

    width: int
    height: int
    first_s: float | None = None
    last_s: float | None = None


def encode(container: InputContainer, out: OutputContainer, order: MakeSharedCopy, meter: Meter | None) -> Encoded:
    """Decode, mask, encode; sound is copied when asked for. CopyError when there is not a picture."""
    video = container.streams.video[0]
    video.codec_context.thread_count = THREADS
    video.codec_context.thread_type = "AUTO"  # H.265 in slices alone would keep one core waiting
    cut, zero_s = Cut.of(order), first_picture_s(video)
    pictures = _Pictures(_encoder(out, video), order, cut, zero_s)
    audio = container.streams.audio[0] if order.audio and container.streams.audio else None
    sound = None if audio is None else _Sound(out.add_stream_from_template(audio), cut, zero_s)
    length_s = (container.duration or 0) / av.time_base if cut.until_s is None else cut.until_s
    for packet in packets_of(container, [video] if audio is None else [video, audio], cut):
        if sound is not None and packet.stream is audio:
            out.mux(sound.take(cast("av.Packet[AudioStream]", packet), pictures.begin_s))
            continue
        for frame in _decoded(video, cast("av.Packet[av.VideoStream]", packet)):
            if meter is not None and length_s > cut.from_s:
                meter.tell(((frame.time or 0.0) - zero_s - cut.from_s) / (length_s - cut.from_s))
            out.mux(pictures.take(frame))
    for frame in _decoded(video, None):
        out.mux(pictures.take(frame))
    if pictures.first_s is None:
        raise CopyError("unreadable" if cut.is_whole else "empty")
    if sound is not None:
        out.mux(sound.take(None, pictures.begin_s))
    out.mux(pictures.encoder.encode(None))
    size = pictures.encoder.width, pictures.encoder.height
    return Encoded(*size) if cut.is_whole else Encoded(*size, round(pictures.first_s, 6), round(pictures.last_s, 6))


def _encoder(out: OutputContainer, video: av.VideoStream) -> VideoCodecContext:
    width, height = (size - size % 2 for size in (video.codec_context.width, video.codec_context.height))
    rate = video.average_rate or Fraction(15)
    context = out.add_stream("libx264", rate=rate).codec_context
    context.width, context.height, context.pix_fmt = width, height, "yuv420p"
    context.time_base = _TIME_BASE
    context.thread_count = THREADS
    context.gop_size = max(1, round(float(rate) * KEY_EVERY_S))
    context.options = {"preset": "veryfast", "crf": str(CRF)}
    return context


def _decoded(video: av.VideoStream, packet: av.Packet[av.VideoStream] | None) -> list[VideoFrame]:
    """The pictures that a packet completes; those that still wait, without one."""
    if packet is None:
        packet = cast("av.Packet[av.VideoStream]", av.Packet())
        packet.time_base = video.time_base
    try:
        return video.codec_context.decode(packet)
    except av.EOFError, av.InvalidDataError:
        return []  # one damaged picture; the others are still worth sharing


@dataclass(slots=True)
class _Pictures:
    """The pictures on their way into a copy: those of the cut, masked. A part begins at 0 with its first picture."""

    encoder: VideoCodecContext
    order: MakeSharedCopy
    cut: Cut
    zero_s: float
    first_s: float | None = None
    last_s: float = 0.0
    _covered: Cover | None = field(init=False)

    def __post_init__(self) -> None:
        """Rasterize the masks once."""
        masks = self.order.masks
        self._covered = cover(masks, self.encoder.width, self.encoder.height) if masks else None

    @property
    def begin_s(self) -> float | None:
        """What is 0 in the copy, on the container's clock; None while no picture of a part came."""
        if self.cut.is_whole:
            return 0.0
        return None if self.first_s is None else self.zero_s + self.first_s

    def take(self, frame: VideoFrame) -> list[av.Packet[av.VideoStream]]:
        """A decoded picture, if it belongs to the cut."""
        time_s = (frame.time or 0.0) - self.zero_s
        if not (self.cut.is_whole or self.cut.holds(time_s)):
            return []
        if self.first_s is None:
            self.first_s = time_s
        self.last_s = time_s
        return self.encoder.encode(self._prepared(frame, (frame.time or 0.0) - (self.begin_s or 0.0)))

    def _prepared(self, frame: VideoFrame, seconds: float) -> VideoFrame:
        """The picture as the encoder takes it: masked, timed in the copy's time base."""
        width, height = self.encoder.width, self.encoder.height
        picture = frame.reformat(width=width, height=height, format="yuv420p", dst_color_range=1)
        if self._covered is not None:
            picture.make_writable()  # the decoder may still refer to its own picture, which must not be painted on
            black_out(picture, self._covered)
        picture.time_base = _TIME_BASE
        picture.pts = round(seconds / _TIME_BASE)
        picture.pict_type = PictureType.NONE
        return picture


@dataclass(slots=True)
class _Sound:
    """Sound on its way into a copy. It waits until the first picture of a part says what its beginning is."""

    stream: AudioStream
    cut: Cut
    zero_s: float
    _waiting: list[av.Packet[AudioStream]] = field(default_factory=list)

    def take(self, packet: av.Packet[AudioStream] | None, begin_s: float | None) -> list[av.Packet[AudioStream]]:
        """What may go into the copy now: this packet, if it belongs to the cut, and those that waited."""
        if packet is not None and packet.pts is not None and packet.time_base is not None:
            length_s = float((packet.duration or 0) * packet.time_base)
            if self.cut.holds_sound(float(packet.pts * packet.time_base) - self.zero_s, length_s):
                self._waiting.append(packet)
        if begin_s is None:
            return []
        going, self._waiting = self._waiting, []
        return [moved for packet in going if (moved := self._moved(packet, begin_s)) is not None]

    def _moved(self, packet: av.Packet[AudioStream], begin_s: float) -> av.Packet[AudioStream] | None:
        """The packet on the copy's clock; None of one from before the first picture."""
        if packet.pts is None or packet.dts is None or packet.time_base is None:
            return None
        back = round(begin_s / packet.time_base)
        if back and packet.dts < back:
            return None
        packet.pts, packet.dts = packet.pts - back, packet.dts - back
        packet.stream = self.stream
        return packet
