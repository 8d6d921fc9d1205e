"""How fast what leaves the home is made: a 10 s clip of 1920x1080, masked, encoded anew, and only made H.264.

    PYTHONPATH=custom_components/mat_than/lib .venv/bin/python -m benchmarks.masking [--rounds 3] [CLIP.mp4]

Without a clip the demo's yard is enlarged. Prints seconds by the clock and of processor time for each; under other
load only the processor time says much: at most two encoder threads and a decoder's work share it.
"""

import argparse
from pathlib import Path
import resource
import subprocess
import sys
import tempfile
import time

from mat_than_engine.commands import MakeSharedCopy
from mat_than_engine.keeping.shared_copy import make_shared_copy
from mat_than_engine.model import Polygon

YARD = Path(__file__).parents[1] / "demo/media/yard_day.main.mp4"
LENGTH_S = 10
CODECS = {"h264": ["libx264", "-preset", "veryfast"], "hevc": ["libx265", "-preset", "veryfast", "-tag:v", "hvc1"]}
MASKS: dict[str, tuple[Polygon, ...]] = {
    "two masks": (
        ((0.0, 0.0), (0.3, 0.0), (0.3, 0.5), (0.0, 0.5)),
        ((0.6, 0.2), (0.9, 0.3), (0.8, 0.9), (0.55, 0.7)),
    ),
    "no mask": (),
}


def main() -> int:
    """Make copies, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clip", nargs="?", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    slowest = 0.0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clips = {"given": options.clip} if options.clip else {codec: _large(folder, codec) for codec in CODECS}
        for codec, clip in clips.items():
            for masks, polygons in MASKS.items():
                if codec == "h264" and not polygons:
                    continue  # copied as it is
                best_s, cpu_s = _best(clip, folder / "copy.mp4", polygons, options.rounds)
                slowest = max(slowest, cpu_s / 2)
                print(
                    f"{codec:5} {masks:10} {best_s:5.2f} s by the clock, {cpu_s:5.2f} s of processor time "
                    f"for {LENGTH_S} s; {LENGTH_S / best_s:.1f} x real time now, "
                    f"{2 * LENGTH_S / cpu_s:.1f} x on two free cores at most"
                )
    return int(slowest > LENGTH_S)


def _best(clip: Path, target: Path, masks: tuple[Polygon, ...], rounds: int) -> tuple[float, float]:
    taken = []
    for _ in range(rounds):
        began_s, cpu_s = time.perf_counter(), _cpu_s()
        made = make_shared_copy(MakeSharedCopy(request_id="r", source=str(clip), target=str(target), masks=masks))
        assert made.error is None
        taken.append((time.perf_counter() - began_s, _cpu_s() - cpu_s))
    return min(taken)


def _cpu_s() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def _large(folder: Path, codec: str) -> Path:
    target = folder / f"{codec}.mp4"
    picture = ["-vf", "scale=1920:1080", "-r", "15", "-c:v", *CODECS[codec], "-b:v", "4M"]
    subprocess.run(
        [
            "ffmpeg",
            "-v",
            "error",
            "-y",
            "-ss",
            "15",
            "-i",
            str(YARD),
            "-t",
            str(LENGTH_S),
            "-an",
            *picture,
            str(target),
        ],
        check=True,
        stderr=subprocess.DEVNULL,
    )
    return target


if __name__ == "__main__":
    sys.exit(main())
