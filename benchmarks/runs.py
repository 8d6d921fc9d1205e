"""Runs every detector on every clip, a process each, clip by clip, so that a busy machine slows all alike."""

from collections.abc import Callable, Sequence
import json
import os
from pathlib import Path
import subprocess
import sys

from .footage import Clip
from .labels import Detections, from_json
from .peers.pictures import SIZE

ROOT = Path(__file__).resolve().parents[1]
ENGINE = ROOT / "custom_components/mat_than/lib"
PROFILES = ("economy", "balanced", "quick")
PEERS = ("frigate-style", "mog2", "viseron-way", "scene-0.10", "scene-0.02")

LIMIT_S = 600.0  # of one detector on one clip

type Detector = Callable[[Clip], Detections]


class DetectorFailedError(Exception):
    """A detector did not end well; its last words are the message."""


def ours(profile: str, backend: str | None = None) -> Detector:
    """The engine's own command line; the clip's masked rectangles are zones to leave out."""

    def run(clip: Clip) -> Detections:
        zones = [
            {"name": f"mask {i}", "mode": "exclude", "polygon": _polygon(box)} for i, box in enumerate(clip.truth.mask)
        ]
        words = ["-m", "mat_than_engine", "detect", "--json", "--profile", profile]
        words += ["--settings", json.dumps({"zones": zones})] if zones else []
        words += ["--backend", backend] if backend else []
        return _named(_said([*words, str(clip.path)]), f"mat-than {profile}" + (f" {backend}" if backend else ""))

    return run


def peer(name: str) -> Detector:
    """One of `benchmarks.peers`."""

    def run(clip: Clip) -> Detections:
        mask = [",".join(map(str, box)) for box in clip.truth.mask]
        return _said(["-m", "benchmarks.peers", name, str(clip.path), *(["--mask", *mask] if mask else [])])

    return run


def detectors(profiles: Sequence[str] = PROFILES, peers: Sequence[str] = PEERS) -> dict[str, Detector]:
    """By the name each goes by."""
    return {f"mat-than {name}": ours(name) for name in profiles} | {name: peer(name) for name in peers}


def interleaved(clips: Sequence[Clip], chosen: dict[str, Detector], say: Callable[[str], None]) -> list[Detections]:
    """All detectors on each clip; who begins changes from clip to clip, and one that fails is left out from then on."""
    found: list[Detections] = []
    working = dict(chosen)
    for number, clip in enumerate(clips):
        names = list(working)
        turn = number % max(1, len(names))
        for name in [*names[turn:], *names[:turn]]:
            try:
                found.append(working[name](clip))
            except DetectorFailedError as err:
                say(f"{name} FAILED and is left out: {err}")
                del working[name]
        say(f"{number + 1}/{len(clips)} {clip.path.name}")
    # Half of a detector's clips would not compare with all of another's.
    order = [name for name in chosen if name in working]
    return sorted((one for one in found if one.detector in working), key=lambda one: order.index(one.detector))


def _said(words: Sequence[str]) -> Detections:
    environment = os.environ | {"PYTHONPATH": f"{ENGINE}{os.pathsep}{ROOT}"}
    what = " ".join(words[1:3])
    try:
        done = subprocess.run(
            [sys.executable, *words], check=True, capture_output=True, text=True, env=environment, timeout=LIMIT_S
        )
        return from_json(json.loads(done.stdout))
    except subprocess.CalledProcessError as err:
        raise DetectorFailedError(f"{what}: {err.stderr.strip()[-500:]}") from err
    except (subprocess.TimeoutExpired, ValueError, KeyError) as err:
        raise DetectorFailedError(f"{what}: {err}") from err


def _named(said: Detections, name: str) -> Detections:
    return Detections(
        detector=name,
        clip=said.clip,
        intervals=said.intervals,
        emitted=said.emitted,
        cpu_s=said.cpu_s,
        notes=said.notes,
    )


def _polygon(box: tuple[int, int, int, int]) -> list[list[float]]:
    left, top, right, bottom = box[0] / SIZE[0], box[1] / SIZE[1], box[2] / SIZE[0], box[3] / SIZE[1]
    return [[left, top], [right, top], [right, bottom], [left, bottom]]
