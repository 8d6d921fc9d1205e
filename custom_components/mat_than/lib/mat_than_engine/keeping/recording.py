"""One clip while it is written: packets of the main stream, copied as they are into a file that survives a kill.

The `.part` file is a fragmented MP4, so whatever was flushed plays even when the engine is killed; closing it turns
it into an ordinary MP4 with one index, in place (FFmpeg's hybrid mode: the pictures are not written twice). Sound is
kept when it is AAC. `recorder` opens and feeds a recording, `keeper` finishes it.
"""

from dataclasses import dataclass
import errno
from fractions import Fraction
import logging
import os
from pathlib import Path
from typing import cast

import av
from av.container import OutputContainer

from ..errors import DiskError
from ..model import Packet, Sound
from ..source import MediaPacket, Unit
from .clip_paths import PART

_TIME_BASE = Fraction(1, 90_000)
FRAGMENT_S = 0.5  # what a kill may take of the pictures, and what the muxer holds back in memory
_LOG = logging.getLogger(__name__)
_MP4_OPTIONS = {
    "movflags": "hybrid_fragmented+frag_keyframe+default_base_moof",
    "frag_duration": str(round(FRAGMENT_S * 1e6)),
    "flush_packets": "1",
}
_TAGS = {"h264": "avc1", "hevc": "hvc1"}  # without its tag browsers and phones refuse H.265


@dataclass(frozen=True, slots=True)
class Template:
    """The streams a clip is made of."""

    video: av.VideoStream
    sound: av.AudioStream | None


class Recording:
    """A clip on its way to the disk. Every call raises DiskError when the disk does not take it."""

    def __init__(self, path: Path, template: Template) -> None:
        self.part = path.with_name(path.name + PART)
        self.path = path
        self.first_s: float | None = None  # of the pictures, on the stream's clock
        self.last_s = 0.0
        self.pictures = 0
        self._dts: dict[int, int] = {}
        try:
            self.part.parent.mkdir(parents=True, exist_ok=True)
            self._out: OutputContainer = av.open(str(self.part), "w", format="mp4", options=_MP4_OPTIONS)
            self._video = self._out.add_stream_from_template(template.video)
            codec = self._video.codec_context
            codec.codec_tag = _TAGS.get(template.video.codec_context.name, codec.codec_tag)
            self._sound = None if template.sound is None else self._out.add_stream_from_template(template.sound)
        except (av.FFmpegError, OSError, ValueError) as err:
            raise disk_error(err) from err

    def write(self, unit: Unit) -> None:
        """Add a packet; the first one must be a key frame."""
        if isinstance(unit, Packet):
            if self.first_s is None:
                self.first_s = unit.time_s
            self.last_s = unit.time_s
            self.pictures += 1
        if self.first_s is None or (isinstance(unit, Sound) and self._sound is None):
            return
        packet = self._copy(unit, self.first_s)
        if packet is None:
            return
        try:
            self._out.mux(packet)
        except (av.FFmpegError, OSError, ValueError) as err:
            raise disk_error(err) from err

    def _copy(self, unit: Unit, first_s: float) -> MediaPacket | None:
        """The packet with this clip's times; the original stays as it is, others hold it too."""
        stream = self._video if isinstance(unit, Packet) else self._sound
        assert stream is not None  # noqa: S101 - `write` lets sound pass only where there is a stream for it
        ticks = round((unit.time_s - first_s) / _TIME_BASE)
        if ticks < 0:
            return None  # sound from before the first picture
        # Two packets never share a time: the file's index cannot hold it.
        dts = max(ticks, self._dts.get(stream.index, -1) + 1)
        self._dts[stream.index] = dts
        raw = unit.raw
        packet = cast("MediaPacket", av.Packet(bytes(raw)))
        packet.time_base = _TIME_BASE
        packet.dts = dts
        packet.pts = dts + _reorder_ticks(raw)
        packet.is_keyframe = raw.is_keyframe
        packet.stream = stream
        return packet

    def close(self) -> None:
        """Write the index. The file is whole afterwards, but not yet safe on the disk."""
        try:
            self._out.close()
        except (av.FFmpegError, OSError, ValueError) as err:
            raise disk_error(err) from err

    def discard(self) -> None:
        """Give the recording up and remove what there is of it."""
        try:
            self._out.close()
        except av.FFmpegError, OSError, ValueError:
            pass  # it is given up because the disk does not take it
        finally:
            self.part.unlink(missing_ok=True)


def publish(part: Path, path: Path) -> None:
    """Make a closed file durable under its final name: fsync, rename, fsync of the folder. Raises DiskError."""
    try:
        _sync(part)
        part.replace(path)
        _sync_folder(path.parent)
    except OSError as err:
        raise disk_error(err) from err


def disk_error(err: Exception) -> DiskError:
    """What a failed write means. EFBIG is how a quota or a limit of the process says that there is no more room."""
    full = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
    number = getattr(err, "errno", None)
    _LOG.warning("the disk did not take a recording: %s", errno.errorcode.get(number or 0, type(err).__name__))
    return DiskError("disk_full" if number in full else "disk_error")


def _reorder_ticks(raw: MediaPacket) -> int:
    """How much later than its decoding a picture is shown (streams with B-frames)."""
    if raw.pts is None or raw.dts is None or raw.time_base is None:
        return 0
    return max(0, round((raw.pts - raw.dts) * raw.time_base / _TIME_BASE))


def _sync_folder(folder: Path) -> None:
    """Make a new name durable. Some network shares refuse this for folders: there the server sees to it."""
    try:
        _sync(folder)
    except OSError as err:
        if err.errno not in {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EISDIR}:
            raise


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
