"""Makes playable files of what a kill left: the whole fragments of a `.part`, copied into an ordinary MP4.

Only packets that lie in the file whole are copied, up to the first damaged one. `recovery` says which files.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import av

from ..packet_reader import MediaPacket
from .recording import disk_error

# A remuxed file is written once and whole, so its index can go to the front.
_MP4_OPTIONS = {"movflags": "faststart"}


@dataclass(frozen=True, slots=True)
class Playable:
    """What a file really holds, found by reading it."""

    pictures: int
    duration_s: float
    codec: str
    width: int
    height: int
    audio: str | None


def read_through(file: Path) -> Playable | None:
    """What a complete file holds; None when it does not play."""
    return _copy(file, None)


def mend(part: Path, target: Path) -> Playable | None:
    """Copy the whole fragments of a `.part` into an ordinary MP4; None when there are none. Raises DiskError."""
    return _copy(part, target)


def _copy(file: Path, target: Path | None) -> Playable | None:
    try:
        source = av.open(str(file), format="mp4", options={"protocol_whitelist": "file"})
    except FileNotFoundError:
        return None
    except OSError as err:  # the disk cannot give it now; what it holds is not known
        raise disk_error(err) from err
    except av.FFmpegError, ValueError:
        return None
    with source:
        if not source.streams.video:
            return None
        try:
            return _copy_packets(source, target)
        except OSError as err:
            raise disk_error(err) from err


def _copy_packets(source: av.container.InputContainer, target: Path | None) -> Playable | None:
    """Copy packet by packet up to the first damaged one."""
    video = source.streams.video[0]
    sound = source.streams.audio[0] if source.streams.audio else None
    out = None if target is None else av.open(str(target), "w", format="mp4", options=_MP4_OPTIONS)
    streams = {s.index: s for s in (video, sound) if s is not None}
    outs = {} if out is None else {index: out.add_stream_from_template(s) for index, s in streams.items()}
    if outs and video.codec_context.name == "hevc":
        outs[video.index].codec_context.codec_tag = "hvc1"
    pictures, end_s = 0, 0.0
    try:
        for raw in _sound_packets(source, source.size or 0, streams=list(streams.values())):
            is_picture, raw_end_s = raw.stream is video, _end_s(raw)
            if out is not None and not _taken(out, raw, outs[raw.stream_index]):
                break
            if is_picture:
                pictures, end_s = pictures + 1, raw_end_s
    finally:
        if out is not None:
            out.close()
    if not pictures:
        return None
    codec = video.codec_context
    return Playable(pictures, end_s, codec.name, codec.width, codec.height, "aac" if sound is not None else None)


def _end_s(raw: MediaPacket) -> float:
    return float(((raw.dts or 0) + (raw.duration or 0)) * (raw.time_base or 0))


def _taken(out: av.container.OutputContainer, raw: MediaPacket, stream: av.VideoStream | av.AudioStream) -> bool:
    """Whether a file can hold the packet; one that it cannot is where what is whole ends. OSError of the disk."""
    raw.stream = stream
    try:
        out.mux(raw)
    except OSError:
        raise
    except av.FFmpegError, ValueError:
        return False
    return True


def _sound_packets(
    source: av.container.InputContainer, file_size: int, streams: list[av.VideoStream | av.AudioStream]
) -> Iterator[MediaPacket]:
    """The packets of a file that lie in it whole; a kill may have cut the last ones."""
    packets = cast("Iterator[MediaPacket]", source.demux(streams))
    while True:
        try:
            raw = next(packets)
        except StopIteration, av.FFmpegError:
            return
        if raw.size == 0 or raw.is_corrupt or (raw.pos is not None and raw.pos + raw.size > file_size):
            return
        yield raw
