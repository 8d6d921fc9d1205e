"""Where our time goes on one clip, stage by stage, in one process: for the cost bars of the report.

The whole is the detector's own run under a profiler; its shares are laid on the CPU of a run without it, since a
profiler makes Python dearer than it is. Decoding is told apart by what it costs to decode key frames alone.
"""

import cProfile
from dataclasses import dataclass
from pathlib import Path
import pstats
import time

import av

from mat_than_engine.detect import Wish, detect
from mat_than_engine.seeing.image_ops import backend
from mat_than_engine.settings import WatchSettings

from .runs import PROFILES

STAGES = ("demux", "decode", "shrink", "model", "python")


@dataclass(frozen=True, slots=True, kw_only=True)
class StageCost:
    """CPU seconds per hour of video."""

    name: str
    parts: dict[str, float]


def costs(clip: Path, duration_s: float) -> list[StageCost]:
    """One bar for each profile, and what the parts of decoding cost by themselves."""
    hour = 3600 / duration_s
    bars = [StageCost(name=f"mat-than {profile}", parts=_shares(clip, profile, hour)) for profile in PROFILES]
    demux = _demux_s(clip) * hour
    for name, keys_only in (("key frames alone", True), ("every frame", False)):
        decode = _decode_s(clip, keys_only=keys_only) * hour
        bars.append(StageCost(name=name, parts={"demux": demux, "decode": max(0.0, decode - demux)}))
    return bars


def _shares(clip: Path, profile: str, hour: float) -> dict[str, float]:
    wish = Wish(WatchSettings(profile=profile), backend(None))  # type: ignore[arg-type]  # one of PROFILES
    began = time.process_time()
    detect(str(clip), wish)
    whole = time.process_time() - began
    profiler = cProfile.Profile()
    profiler.runcall(detect, str(clip), wish)
    parts = dict.fromkeys(STAGES, 0.0)
    for (file, _, function), (_, _, own_s, *_) in pstats.Stats(profiler).stats.items():  # type: ignore[attr-defined]  # not in the stubs
        parts[_stage(file, function)] += own_s
    total = sum(parts.values())
    return {name: value / total * whole * hour for name, value in parts.items()}


def _stage(file: str, function: str) -> str:
    if "decode" in function and "av." in function:
        return "decode"
    if "demux" in function or "packets" in function:
        return "demux"
    if "reformat" in function or "shrink" in file or "Shrinker" in function:
        return "shrink"
    if "numpy" in function or "numpy" in file or "cv2" in function or "/seeing/" in file:
        return "model"
    return "python"


def _demux_s(clip: Path) -> float:
    began = time.process_time()
    with av.open(str(clip)) as container:
        for _ in container.demux(video=0):
            pass
    return time.process_time() - began


def _decode_s(clip: Path, *, keys_only: bool) -> float:
    began = time.process_time()
    with av.open(str(clip)) as container:
        context = container.streams.video[0].codec_context
        context.thread_count = 1
        context.options = {"skip_loop_filter": "all"}
        for packet in container.demux(video=0):
            if not keys_only or packet.is_keyframe:
                packet.decode()
    return time.process_time() - began
