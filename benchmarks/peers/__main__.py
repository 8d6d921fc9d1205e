"""One detector on one clip: prints what it said and its CPU seconds as JSON.

    python -m benchmarks.peers NAME CLIP [--mask x0,y0,x1,y1 ...]

With `--live SECONDS` the source is an RTSP address: nothing is printed before that time is over.
"""

import argparse
from collections.abc import Callable, Sequence
import json
from pathlib import Path
import resource
import time

import cv2

from .frigate_style import FPS as FRIGATE_FPS, FrigateStyle
from .mog2 import FULL, VISERON, Mog2
from .pictures import Luma, luma, on_times
from .scene_filter import hits

type Look = Callable[[Luma], bool]
type Mask = Sequence[tuple[int, int, int, int]]

STREAM_FPS = 15
LOOKING: dict[str, tuple[float | None, Callable[[Mask], Look]]] = {
    "frigate-style": (FRIGATE_FPS, lambda mask: FrigateStyle(mask).look),
    "mog2": (None, lambda mask: Mog2(FULL, mask).look),
    "viseron-way": (VISERON.fps, lambda mask: Mog2(VISERON, mask).look),
}
FILTERS = {"scene-0.10": 0.10, "scene-0.02": 0.02}
NAMES = (*LOOKING, *FILTERS)


def run(name: str, source: str, mask: Mask, live_s: float | None) -> dict[str, object]:
    """Watch to the end, or for so long."""
    cv2.setNumThreads(1)
    before = _cpu_s()
    said: list[tuple[float, float]] = []
    alarms: list[float] = []  # wall clock; told for live streams
    if name in FILTERS:
        for at in hits(source, FILTERS[name], live_s):
            said.append((round(at, 3), round(at + 1 / STREAM_FPS, 3)))
            alarms.append(time.time())
    else:
        fps, made = LOOKING[name]
        look = made(mask)
        yes = []
        for picture in luma(source, fps, live_s):
            yes.append(look(picture))
            if yes[-1] and not (len(yes) > 1 and yes[-2]):
                alarms.append(time.time())
        said = on_times(yes, fps or STREAM_FPS)
    found = {"detector": name, "clip": Path(source).name, "intervals": said, "cpu_s": round(_cpu_s() - before, 3)}
    return found | ({"alarms": alarms} if live_s else {})


def _cpu_s() -> float:
    """Of this process and its ended children, the decoder among them."""
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(used.ru_utime + used.ru_stime for used in both)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", choices=NAMES)
    parser.add_argument("source")
    parser.add_argument("--mask", nargs="*", default=[])
    parser.add_argument("--live", type=float)
    words = parser.parse_args()
    mask = []
    for text in words.mask:
        left, top, right, bottom = (int(value) for value in text.split(","))
        mask.append((left, top, right, bottom))
    print(json.dumps(run(words.name, words.source, mask, words.live)))


if __name__ == "__main__":
    main()
