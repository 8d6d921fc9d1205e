"""Puts index and disk in agreement when the engine starts: what a kill or a power cut left behind.

Files without a row are adopted when they play, else removed; rows without a file become gaps; half deletions are
completed. A `.part` file is a fragmented MP4: its whole fragments are copied into an ordinary MP4. Runs in the
keeper's thread while cameras are already live, and leaves alone what this process records itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
import logging
import os
from pathlib import Path
import re
from typing import cast

import av

from ..errors import DiskError, StoreError
from ..model import Clip
from ..reports import ClipSaved, Report
from ..source import MediaPacket
from .clip_store import CLIPS, Begun, ClipStore, Gap
from .keeper import sha256_of
from .recording import PART, disk_error, publish

_LOG = logging.getLogger(__name__)
MENDED = ".mended"
_NAME = re.compile(r"(\d{8}T\d{9})Z_([0-9A-Za-z-]{1,64})\.mp4")
# A remuxed file is written once and whole, so its index can go to the front.
_MP4_OPTIONS = {"movflags": "faststart"}


@dataclass(frozen=True, slots=True)
class _Playable:
    """What a file really holds, found by reading it."""

    pictures: int
    duration_s: float
    codec: str
    width: int
    height: int
    audio: str | None


def recover(store: ClipStore) -> Iterator[Report]:
    """Yields a report for each clip saved from a kill. Raises StoreError when the index cannot be used."""
    for clip_id in store.half_deleted():
        store.delete(clip_id)
    left_over = {begun.path: begun for begun in store.left_over()}
    known = store.known_paths()
    found: set[str] = set()
    for path in _files(store.storage / CLIPS):
        relative = path.relative_to(store.storage).as_posix()
        found.add(relative)
        if relative.endswith(MENDED):
            path.unlink(missing_ok=True)
            continue
        name = relative.removesuffix(PART)
        if name in known:
            if relative != name:  # mended and taken in, and killed before this was removed
                path.unlink(missing_ok=True)
            continue
        begun = left_over.pop(name, None) or _begun_by_name(name)
        if begun is None:
            _LOG.warning("an unknown file lies among the clips and is left alone")
        elif not store.is_mine(begun.clip_id):
            yield from _adopt(store, begun, path)
            known.add(name)
            found.add(name)
    for begun in left_over.values():
        store.give_up(begun.clip_id, Gap(begun.camera_id, begun.started_at, begun.started_at, "engine_stopped"))
    for missing in known - found:
        clip = store.clip_at(missing)
        if clip is not None and not store.path_of(clip).exists():
            store.lose(clip, "file_missing")


def _files(folder: Path) -> Iterator[Path]:
    for parent, _folders, names in os.walk(folder):
        for name in names:
            if name.endswith((".mp4", PART, MENDED)):
                yield Path(parent) / name


def _begun_by_name(relative: str) -> Begun | None:
    """What the name of a file alone tells, when the index knows nothing of it."""
    parts = relative.split("/")
    match = _NAME.fullmatch(parts[-1])
    if len(parts) != 4 or match is None:
        return None
    started_at = datetime.strptime(match[1] + "000", "%Y%m%dT%H%M%S%f").replace(tzinfo=UTC)
    return Begun(
        clip_id=match[2], camera_id=parts[1], event_ids=(), path=relative, still=None, started_at=started_at,
        pre_roll_s=0.0,
    )  # fmt: skip


def _adopt(store: ClipStore, begun: Begun, path: Path) -> Iterator[Report]:
    """Take a left-over file in, or remove it when nothing in it plays."""
    final = store.inside(begun.path)
    try:
        if path == final:
            holds = _read(path)
        else:
            mended = final.with_name(final.name + MENDED)
            holds = _mend(path, mended)
            if holds is not None:
                publish(mended, final)
            else:
                mended.unlink(missing_ok=True)
            path.unlink(missing_ok=True)
    except DiskError:
        _LOG.warning("a left-over clip cannot be mended now, the disk does not take it; tried again at the next start")
        return
    if holds is None:
        final.unlink(missing_ok=True)
        store.give_up(begun.clip_id, Gap(begun.camera_id, begun.started_at, begun.started_at, "engine_stopped"))
        return
    clip = _clip(store, begun, final, holds)
    store.add(clip)
    yield ClipSaved(clip=clip)


def _clip(store: ClipStore, begun: Begun, file: Path, holds: _Playable) -> Clip:
    still = begun.still if begun.still is not None and store.inside(begun.still).exists() else None
    try:
        size_bytes, digest = file.stat().st_size, sha256_of(file)
    except OSError as err:
        raise StoreError("a left-over clip cannot be read") from err
    return Clip(
        clip_id=begun.clip_id, camera_id=begun.camera_id, event_ids=begun.event_ids, path=begun.path, still=still,
        started_at=begun.started_at, ended_at=begun.started_at + timedelta(seconds=holds.duration_s),
        duration_s=round(holds.duration_s, 3), pre_roll_s=begun.pre_roll_s, size_bytes=size_bytes, sha256=digest,
        codec=holds.codec, width=holds.width, height=holds.height,
        fps=round(holds.pictures / holds.duration_s, 2) if holds.duration_s > 0 else None, audio=holds.audio,
    )  # fmt: skip


def _read(file: Path) -> _Playable | None:
    """What a complete file holds; None when it does not play."""
    return _copy(file, None)


def _mend(part: Path, target: Path) -> _Playable | None:
    """Copy the whole fragments of a `.part` into an ordinary MP4; None when there are none. Raises DiskError."""
    return _copy(part, target)


def _copy(file: Path, target: Path | None) -> _Playable | None:
    try:
        source = av.open(str(file), format="mp4", options={"protocol_whitelist": "file"})
    except av.FFmpegError, OSError, ValueError:
        return None
    with source:
        if not source.streams.video:
            return None
        try:
            return _copy_packets(source, target)
        except OSError as err:
            raise disk_error(err) from err
        except av.FFmpegError, ValueError:
            return None


def _copy_packets(source: av.container.InputContainer, target: Path | None) -> _Playable | None:
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
            if raw.stream is video:
                pictures += 1
                end_s = float(((raw.dts or 0) + (raw.duration or 0)) * (raw.time_base or 0))
            if out is not None:
                raw.stream = outs[raw.stream_index]
                out.mux(raw)
    finally:
        if out is not None:
            out.close()
    if not pictures:
        return None
    codec = video.codec_context
    return _Playable(pictures, end_s, codec.name, codec.width, codec.height, "aac" if sound is not None else None)


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
