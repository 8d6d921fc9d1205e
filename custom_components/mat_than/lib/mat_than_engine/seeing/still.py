"""A colour JPEG of one decoded picture, made by the same library that decoded it."""

from fractions import Fraction

import av
import av.error
from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, Interpolation

QUALITY = 4  # ffmpeg's scale of 2 (best) … 31: about 60 kB at 640x360


def jpeg(picture: VideoFrame, width: int | None = None) -> bytes | None:
    """The picture, at most that wide, or None when the encoder refuses it."""
    context = av.VideoCodecContext.create("mjpeg", "w")
    context.width, context.height = _size(picture, width)
    context.pix_fmt, context.color_range = "yuvj420p", ColorRange.JPEG
    context.time_base, context.thread_count = Fraction(1, 15), 1
    context.options = {"qmin": str(QUALITY), "qmax": str(QUALITY)}
    try:
        frame = picture.reformat(
            context.width,
            context.height,
            "yuvj420p",
            interpolation=Interpolation.AREA,
            dst_color_range=ColorRange.JPEG,
            threads=1,
        )
        frame.pts = 0
        packets = [*context.encode(frame), *context.encode(None)]
    except av.error.FFmpegError, ValueError:
        return None
    return b"".join(bytes(packet) for packet in packets) or None


def _size(picture: VideoFrame, width: int | None) -> tuple[int, int]:
    """Its own size where it is not wider than that; else even, as half the colours need it."""
    if width is None or picture.width <= width:
        return picture.width, picture.height
    return width // 2 * 2, max(2, round(picture.height * width / picture.width / 2) * 2)
