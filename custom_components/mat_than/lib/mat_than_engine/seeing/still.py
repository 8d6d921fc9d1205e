"""A colour JPEG of one decoded picture, made by the same library that decoded it."""

from fractions import Fraction

import av
import av.error
from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange

QUALITY = 4  # ffmpeg's scale of 2 (best) … 31: about 60 kB at 640x360


def jpeg(picture: VideoFrame) -> bytes | None:
    """The picture at its own size, or None when the encoder refuses it."""
    context = av.VideoCodecContext.create("mjpeg", "w")
    context.width, context.height = picture.width, picture.height
    context.pix_fmt, context.color_range = "yuvj420p", ColorRange.JPEG
    context.time_base, context.thread_count = Fraction(1, 15), 1
    context.options = {"qmin": str(QUALITY), "qmax": str(QUALITY)}
    try:
        frame = picture.reformat(format="yuvj420p", dst_color_range=ColorRange.JPEG, threads=1)
        frame.pts = 0
        packets = [*context.encode(frame), *context.encode(None)]
    except av.error.FFmpegError, ValueError:
        return None
    return b"".join(bytes(packet) for packet in packets) or None
