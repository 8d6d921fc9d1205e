"""What the home of `lossless_line` needs to begin and what it shares: made beforehand, read by a process of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
import hashlib
import json
from pathlib import Path
from typing import Any
from uuid import uuid7

import numpy as np

from custom_components.mat_than.lib.mat_than_engine.model import Clip, Motion
from custom_components.mat_than.lib.mat_than_engine.wire import read, to_json

from .noise_media import CLIP_S, free_box, write_clip, write_still

CAMERA = "cam1"
CLIPS = "clips"  # folder of clips and stills, below the plan's
EVENT_EVERY = timedelta(seconds=5)
_CLIP_SIZE = (320, 240)  # width, height
_STILL_BLOCKS = (12, 20)  # rows and columns of 8x8 pixels: what a JPEG keeps


@dataclass(frozen=True, kw_only=True)
class Planned:
    """A motion with its still, and perhaps its clip."""

    motion: Motion
    clip: Clip | None = None


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What a home needs to begin, and what it shares; `folder` holds clips, kept.txt and the clock's file."""

    folder: str
    hub: dict[str, Any]  # data of the hub's subentry
    private_key: str
    consent: str  # signed
    things: tuple[Planned, ...]

    @classmethod
    def load(cls, file: Path) -> Plan:
        """Read what `save` wrote."""
        data = json.loads(file.read_text())
        return cls(**{**data, "things": tuple(read(Planned, thing) for thing in data["things"])})

    def save(self, file: Path) -> None:
        """Write it down for the home's process."""
        things = [to_json(thing) for thing in self.things]
        data = {"folder": self.folder, "hub": self.hub, "private_key": self.private_key, "consent": self.consent}
        file.write_text(json.dumps({**data, "things": things}))


def make_things(folder: Path, begin: datetime, events: int, clips: int) -> Iterator[Planned]:
    """So many motions, and so many of them with a clip, spread evenly; their files are put below the folder."""
    video = write_clip(folder / "clip.mp4", *_CLIP_SIZE, {"crf": "35"})
    every = max(1, events // clips) if clips else events + 1
    for number in range(events):
        motion = _motion(folder, begin + number * EVENT_EVERY, number)
        yield Planned(motion=motion, clip=_clip(folder, motion, video) if number % every == 0 else None)


def _motion(folder: Path, at: datetime, number: int) -> Motion:
    still = f"still-{number}.jpg"
    blocks = np.random.default_rng(number).integers(0, 255, (*_STILL_BLOCKS, 3), np.uint8)
    write_still(folder / CLIPS / still, np.kron(blocks, np.ones((8, 8, 1), np.uint8)))
    return Motion(
        camera_id=CAMERA,
        event_id=str(uuid7()),
        phase="end",
        started_at=at,
        last_seen_at=at + timedelta(seconds=2),
        ended_at=at + timedelta(seconds=3),
        score=0.9,
        still=still,
        still_at=at,
        still_settled=True,
    )


def _clip(folder: Path, motion: Motion, video: bytes) -> Clip:
    clip_id = str(uuid7())
    data = video + free_box(clip_id.encode())  # no two clips are alike
    (folder / CLIPS / f"{clip_id}.mp4").write_bytes(data)
    return Clip(
        clip_id=clip_id,
        camera_id=CAMERA,
        event_ids=(motion.event_id,),
        path=f"{clip_id}.mp4",
        still=None,
        started_at=motion.started_at,
        ended_at=motion.started_at + timedelta(seconds=CLIP_S),
        duration_s=CLIP_S,
        pre_roll_s=0.0,
        size_bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        codec="h264",
        width=_CLIP_SIZE[0],
        height=_CLIP_SIZE[1],
    )
