"""Whether every clip of an index is what its row says, byte for byte, and plays to its last key frame."""

from dataclasses import dataclass, field
from pathlib import Path

import av

from mat_than_engine.keeping.clip_store import ClipStore
from mat_than_engine.keeping.recording import sha256_of
from mat_than_engine.model import Clip


@dataclass(slots=True)
class ClipCheck:
    """What was found of an index's clips."""

    clip_ids: set[str] = field(default_factory=set)
    damaged: list[str] = field(default_factory=list)  # paths: not what their row says, or not playing to the end
    key_frames: int = 0  # decoded


def check_clips(store: ClipStore) -> ClipCheck:
    """Read every clip. StoreError when the index cannot be read."""
    found = ClipCheck()
    for clip in every_clip(store):
        found.clip_ids.add(clip.clip_id)
        file = store.path_of(clip)
        key_frames = key_frames_of(file)
        found.key_frames += key_frames
        if not key_frames or file.stat().st_size != clip.size_bytes or sha256_of(file) != clip.sha256:
            found.damaged.append(clip.path)
    return found


def every_clip(store: ClipStore) -> list[Clip]:
    """The whole index."""
    clips: list[Clip] = []
    following: str | None = None
    while True:
        page = store.page(after=following)
        clips += page.clips
        following = page.following
        if following is None:
            return clips


def key_frames_of(file: Path) -> int:
    """How many key frames decode; 0 when any of those the file lists does not, or a packet is cut short."""
    try:
        with av.open(str(file)) as container:
            video = container.streams.video[0]
            video.codec_context.options = {"err_detect": "explode"}
            listed = decoded = 0
            for packet in container.demux(video):
                if packet.is_corrupt:
                    return 0
                if packet.is_keyframe and packet.size:
                    listed += 1
                    decoded += len(packet.decode()) + len(video.codec_context.decode(None))
                    video.codec_context.flush_buffers()
            return decoded if decoded == listed else 0
    except av.FFmpegError, OSError, IndexError:
        return 0
