"""One clip while it is written: packets of the main stream, copied as they are into a file that survives a kill.

The `.part` file is a fragmented MP4, so whatever was flushed plays even when the engine is killed; closing it turns
it into an ordinary MP4 with one index, in place (FFmpeg's hybrid mode: the pictures are not written twice). Sound is
kept when it is AAC. `recorder` opens and feeds a recording, `keeper` finishes it.
"""

from contextlib import suppress
from dataclasses import dataclass
import errno
import hashlib
import logging
import os
from pathlib import Path
from typing import cast

import av
from av.container import OutputContainer
from av.rational import AVRational

from ..errors import DiskError, RecordingError, StreamError
from ..model import Packet
from ..packet_reader import MediaPacket
from ..source import Unit
from .clip_paths import PART
from .part_file import PartFile

FRAGMENT_S = 0.125  # what a kill may take of the pictures, and what the muxer holds back in memory
BUFFER_BYTES = 64 * 1024  # between the muxer and the disk; 32 kB cost a little more CPU, 192 kB no less
INTERLEAVE_S = 0.25  # how long pictures wait for sound that belongs before them
_LOG = logging.getLogger(__name__)
_MP4_OPTIONS = {
    "movflags": "hybrid_fragmented+frag_keyframe+default_base_moof",
    "frag_duration": str(round(FRAGMENT_S * 1e6)),
    "flush_packets": "1",
    # Sound that stops coming does not hold the pictures back in memory for longer.
    "max_interleave_delta": str(round(INTERLEAVE_S * 1e6)),
}
_TAGS = {"h264": "avc1", "hevc": "hvc1"}  # without its tag browsers and phones refuse H.265


@dataclass(frozen=True, slots=True)
class Template:
    """The streams a clip is made of."""

    video: av.VideoStream
    sound: av.AudioStream | None


@dataclass(slots=True)
class _Track:
    """A stream of the file, with the unit its times are counted in."""

    stream: av.VideoStream | av.AudioStream
    time_base: AVRational
    ticks_per_s: float
    last: int = -1


class Recording:
    """A clip on its way to the disk.

    Every call raises DiskError when the disk does not take it, StreamError when a file cannot hold what came.
    """

    def __init__(self, path: Path, template: Template) -> None:
        self.part = path.with_name(path.name + PART)
        self.path = path
        self.first_s: float | None = None  # of the pictures, on the stream's clock
        self.last_s = 0.0
        self.whole_s = 0.0  # what was shown before lies in the file, whatever comes
        self.pictures = 0
        try:
            self.part.parent.mkdir(parents=True, exist_ok=True)
            self._file = PartFile(self.part)
        except OSError as err:
            raise disk_error(err) from err
        try:
            self._out: OutputContainer = av.open(
                self._file, "w", format="mp4", options=_MP4_OPTIONS, buffer_size=BUFFER_BYTES
            )
            video = self._out.add_stream_from_template(template.video)
            codec = video.codec_context
            codec.codec_tag = _TAGS.get(template.video.codec_context.name, codec.codec_tag)
            sound = None if template.sound is None else self._out.add_stream_from_template(template.sound)
            self._out.start_encoding()  # from here on the streams have the time bases of the file
        except (av.FFmpegError, OSError, ValueError) as err:
            self._file.close()
            self.part.unlink(missing_ok=True)
            raise self._refusal(err) from err
        self._video = _track(video)
        self._sound = None if sound is None else _track(sound)

    def write(self, unit: Unit) -> None:
        """Add a packet; the first one must be a key frame."""
        if isinstance(unit, Packet):
            if self.first_s is None:
                self.first_s = self.whole_s = unit.time_s
            self.last_s = unit.time_s
            self.pictures += 1
            track = self._video
        elif self._sound is None:
            return
        else:
            track = self._sound
        if self.first_s is None:
            return
        ticks = round((unit.time_s - self.first_s) * track.ticks_per_s)
        if ticks < 0:
            return  # sound from before the first picture
        before_bytes = self._file.written_bytes
        try:
            self._out.mux_one(_copy(unit.raw, track, ticks))
        except (av.FFmpegError, OSError, ValueError) as err:
            self._give_way(track, self._refusal(err), err)
        if track is self._video and self._file.written_bytes > before_bytes:
            self.whole_s = unit.time_s

    def _give_way(self, track: _Track, refusal: RecordingError, err: Exception) -> None:
        """Sound that no file can hold is left out from here on; anything else ends the recording."""
        if track is self._video or isinstance(refusal, DiskError):
            raise refusal from err
        self._sound = None

    def _refusal(self, err: Exception) -> RecordingError:
        """Whose fault a failure is: the file knows what the disk said, everything else is the muxer's word."""
        if self._file.failure is not None:
            return disk_error(self._file.failure)
        _LOG.warning("a clip's file cannot hold what the camera sends: %s", _name_of(err))
        return StreamError()

    def close(self) -> None:
        """Write the index. The file is whole afterwards, but not yet safe on the disk."""
        try:
            self._out.close()
            self._file.close()
        except (av.FFmpegError, OSError, ValueError) as err:
            with suppress(OSError):
                self._file.close()
            raise self._refusal(err) from err
        if self._file.failure is not None:
            raise disk_error(self._file.failure)

    def break_off(self) -> None:
        """Let go of the file as it is: whole fragments up to `whole_s`, without an index, and perhaps a torn one."""
        with suppress(OSError):  # why it is broken off is known
            self._file.close()
        with suppress(av.FFmpegError, OSError, ValueError):
            self._out.close()  # writes nothing into a file that is closed


def _track(stream: av.VideoStream | av.AudioStream) -> _Track:
    assert stream.time_base is not None  # noqa: S101 - the muxer has settled it with the file's head
    return _Track(stream, stream.time_base, 1 / float(stream.time_base))


def _copy(raw: MediaPacket, track: _Track, ticks: int) -> MediaPacket:
    """The packet with this clip's times; the original stays as it is, others hold it too.

    No two packets of a track share a time, in the track's own unit: a file's index cannot hold that, and the muxer
    refuses it. Sound does step back: a camera's first report about its clocks comes seconds after its first packets.
    """
    dts = track.last = max(ticks, track.last + 1)
    packet = cast("MediaPacket", av.Packet(cast("bytes", raw)))  # shares the bytes
    packet.time_base = track.time_base
    packet.dts = dts
    packet.pts = dts + _reorder_ticks(raw, track)
    packet.is_keyframe = raw.is_keyframe
    packet.stream = track.stream
    return packet


def publish(part: Path, path: Path) -> None:
    """Make a closed file durable under its final name: fsync, rename, fsync of the folder. Raises DiskError."""
    try:
        _sync(part)
        part.replace(path)
        _sync_folder(path.parent)
    except OSError as err:
        raise disk_error(err) from err


def sha256_of(file: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def disk_error(err: Exception) -> DiskError:
    """What a failed write means. EFBIG is how a quota or a limit of the process says that there is no more room."""
    full = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
    _LOG.warning("the disk did not take a recording: %s", _name_of(err))
    return DiskError("disk_full" if getattr(err, "errno", None) in full else "disk_error")


def _name_of(err: Exception) -> str:
    return errno.errorcode.get(getattr(err, "errno", None) or 0, type(err).__name__)


def _reorder_ticks(raw: MediaPacket, track: _Track) -> int:
    """How much later than its decoding a picture is shown (streams with B-frames)."""
    pts, dts = raw.pts, raw.dts
    if pts is None or dts is None or pts <= dts or raw.time_base is None:
        return 0
    return round((pts - dts) * float(raw.time_base) * track.ticks_per_s)


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
