"""Streams for a soak out of the demo's footage, as busy as asked: stretches in which nobody comes, and the whole clip."""

from collections.abc import Sequence
from dataclasses import dataclass
import json
from pathlib import Path
import subprocess

AHEAD_S = 5.37  # each camera is so far ahead of the one before it: they do not all move at once


@dataclass(frozen=True, slots=True)
class Footage:
    """A clip of the demo and a stretch of it, between two key frames, in which nothing moves."""

    name: str
    quiet: tuple[float, float]


FOOTAGE = (Footage("yard_day", (2.0, 16.0)), Footage("street_h265", (26.0, 40.0)), Footage("gate_night", (8.0, 20.0)))


def streams(names: Sequence[str], demo: Path, folder: Path, active: float | None) -> dict[str, str]:
    """What each camera serves: a clip in a loop, or so much of it between quiet stretches that this share is active."""
    files = [_files(footage, demo, folder, active) for footage in FOOTAGE]
    return {name: f"{files[number % len(files)]}@{number * AHEAD_S:.2f}" for number, name in enumerate(names)}


def _files(footage: Footage, demo: Path, folder: Path, active: float | None) -> str:
    whole = demo / "media" / f"{footage.name}.sub.mp4"
    if active is None:
        return str(whole)
    label = json.loads((demo / "labels" / f"{footage.name}.json").read_text())
    moving_s = sum(end - start for start, end, _ in label["events"])
    start, end = footage.quiet
    cut = folder / f"{footage.name}.quiet.mp4"
    copy = ["-ss", str(start), "-i", str(whole), "-t", str(end - start), "-c", "copy", str(cut)]
    subprocess.run(["ffmpeg", "-v", "error", "-y", *copy], check=True)
    stretches = max(0, round((moving_s / active - label["duration"]) / (end - start)))
    return "+".join([str(cut)] * stretches + [str(whole)])
