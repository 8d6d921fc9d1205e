"""Scores the detector beside ffmpeg's scene filter, in one session on one machine, and prints a table.

    benchmarks/detect.py --scorer evaluate.py --labels LABELS --out DIR CLIP.mp4 … [--profile quick …] [--backend numpy …]

`--scorer` is any program that takes detection files, `--labels DIR` and `--json FILE` and writes rows with `group`,
`recall`, `false_per_h`, … as the bench's `evaluate.py` does; `--by group` gives one row a detector. The rounds over
the clips are interleaved, so that a busy machine slows all alike. Figures are printed, not asserted: only ratios of
one session mean anything.
"""

import argparse
import json
import os
from pathlib import Path
import re
import resource
import subprocess
import sys

ROOT = Path(__file__).resolve().parent.parent
ENGINE = ROOT / "custom_components" / "mat_than" / "lib"
SCENE_THRESHOLD = 0.02  # the one of the two usual thresholds that finds people at all
HOLD_S = 3.0


def ours(clip: Path, profile: str, backend: str) -> dict[str, object]:
    """One run of the command line in a process of its own."""
    words = "import sys; from mat_than_engine.detect import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", words, "--json", "--profile", profile, "--backend", backend, str(clip)],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ENGINE)},
    )
    found: dict[str, object] = json.loads(done.stdout)
    return found | {"detector": f"mat_than/{profile}/{backend}"}


def scene_filter(clip: Path) -> dict[str, object]:
    """ffmpeg's scene filter at full rate, one thread; hits closer than the hold-off are one interval."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    chosen = f"select='gt(scene,{SCENE_THRESHOLD})',showinfo"
    words = ["ffmpeg", "-nostdin", "-threads", "1", "-i", str(clip), "-an", "-vf", chosen, "-f", "null", "-"]
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    intervals: list[list[float]] = []
    for time_s in (float(found) for found in re.findall(r"pts_time:\s*([\d.]+)", done.stderr)):
        if intervals and time_s - intervals[-1][1] <= HOLD_S:
            intervals[-1][1] = time_s
        else:
            intervals.append([time_s, time_s])
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"detector": "ffmpeg scene", "clip": clip.name, "intervals": intervals, "cpu_s": round(cpu_s, 3)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clips", nargs="+", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--profile", nargs="+", default=["quick", "balanced", "economy"])
    parser.add_argument("--backend", nargs="+", default=["opencv", "numpy"])
    words = parser.parse_args()
    found: dict[str, list[dict[str, object]]] = {}
    for clip in words.clips:
        runs = [scene_filter(clip)]
        runs += [ours(clip, profile, backend) for profile in words.profile for backend in words.backend]
        for run in runs:
            found.setdefault(str(run["detector"]), []).append(run)
        print(clip.name, file=sys.stderr, flush=True)
    words.out.mkdir(parents=True, exist_ok=True)
    for name, runs in found.items():
        target = words.out / f"{name.replace('/', '-').replace(' ', '-')}.json"
        target.write_text(json.dumps(runs))
        scored = [
            sys.executable,
            str(words.scorer),
            str(target),
            "--labels",
            str(words.labels),
            "--by",
            "clip",
            "--missed",
        ]
        print(subprocess.run(scored, check=True, capture_output=True, text=True).stdout)
    print(_ratios(found))


def _ratios(found: dict[str, list[dict[str, object]]]) -> str:
    """CPU of the scene filter over each detector's, same clips, same session."""
    total = {name: sum(float(str(run["cpu_s"])) for run in runs) for name, runs in found.items()}
    reference = total["ffmpeg scene"]
    lines = [f"{name:28s} {seconds:8.1f} s of CPU   {reference / seconds:5.1f}x" for name, seconds in total.items()]
    return "\n".join(["against ffmpeg's scene filter", *lines])


if __name__ == "__main__":
    main()
