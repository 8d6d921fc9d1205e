"""The demo's footage with its truth, and what a watch says of it."""

from dataclasses import dataclass
from functools import cache
import json
from pathlib import Path

import av

from mat_than_engine.detect import packets
from mat_than_engine.model import Packet, SceneState
from mat_than_engine.seeing.image_ops import backend
from mat_than_engine.seeing.trigger import Sighting
from mat_than_engine.seeing.watch import Watch
from mat_than_engine.settings import WatchSettings

DEMO = Path(__file__).parents[3] / "demo"
SCENES = ("yard_day", "gate_night", "street_h265")


@dataclass(frozen=True)
class Watched:
    watch: Watch
    sightings: list[Sighting]
    scenes: list[tuple[float, SceneState]]

    @property
    def motions(self) -> list[tuple[float, float, float]]:
        """(first showed, became known, last seen) of each motion."""
        starts = [s for s in self.sightings if s.phase == "start"]
        ends = [s for s in self.sightings if s.phase == "end"]
        return [(a.started_s, a.time_s, b.last_seen_s) for a, b in zip(starts, ends, strict=True)]


def truth(scene: str) -> list[tuple[float, float]]:
    """When somebody is there."""
    events = json.loads((DEMO / "labels" / f"{scene}.json").read_text())["events"]
    return [(start, end) for start, end, _ in events]


@cache
def stream(scene: str, kind: str = "sub") -> tuple[av.VideoCodecContext, tuple[Packet, ...]]:
    """A clip's codec and packets."""
    container = av.open(str(DEMO / "media" / f"{scene}.{kind}.mp4"))
    video = container.streams.video[0]
    return video.codec_context, tuple(packets(container, video))


def watched(scene: str, settings: WatchSettings, *, kind: str = "sub", ops: str | None = None, until_s=1e9) -> Watched:
    """Watch a clip to its end (or to `until_s`), and close."""
    codec, all_packets = stream(scene, kind)
    watch = Watch(settings, codec, backend=backend(ops))
    found, scenes = [], []
    for packet in all_packets:
        if packet.time_s > until_s:
            break
        found += watch.feed(packet)
        scenes.append((packet.time_s, watch.scene))
    found += watch.close()
    return Watched(watch, found, scenes)
