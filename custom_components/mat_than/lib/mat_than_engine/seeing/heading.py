"""Which way something goes in the picture, from the looks at it that are remembered.

Boxes are pixels of the looked-at picture, which is true to the camera's aspect, so 45 degrees are 45 degrees. A line is
fitted through where the box was; what strays about that line as far as it leads goes nowhere.
"""

from collections.abc import Sequence
import math
from typing import Final

type Heading = tuple[float, float]
"""A direction of length 1: x to the right, y downward."""
type Side = tuple[float, float, float]
"""Seconds, and the two ends of a box on one axis."""
type Seen = tuple[float, tuple[int, int, int, int]]
"""Seconds, and the box (x0, y0, x1, y1) in pixels."""

UNIT: Final = {"right": (1.0, 0.0), "left": (-1.0, 0.0), "down": (0.0, 1.0), "up": (0.0, -1.0)}
FEWEST_LOOKS = 4
LEAST_PX = 3.0  # of 320: boxes of what stands still tremble by one
LEAST_SIZES = 0.15  # of the longer side: a large box trembles more
OUT_OF_NOISE = 2.0  # the way made over how far the boxes stray from it


def heading_of(seen: Sequence[Seen], width: int, height: int) -> Heading | None:
    """The heading, or None while it is not clear."""
    if len(seen) < FEWEST_LOOKS:
        return None
    x_way, x_stray = _way([(at, box[0], box[2]) for at, box in seen], width)
    y_way, y_stray = _way([(at, box[1], box[3]) for at, box in seen], height)
    way = math.hypot(x_way, y_way)
    size = max(max(box[2] - box[0], box[3] - box[1]) for _, box in seen)
    least = max(LEAST_PX, LEAST_SIZES * size, OUT_OF_NOISE * math.hypot(x_stray, y_stray))
    return (x_way / way, y_way / way) if way >= least else None


def _way(sides: Sequence[Side], edge: int) -> tuple[float, float]:
    """How far it went along one axis, and how far it strayed from going evenly.

    An end that lies at the picture's edge says nothing of whoever is only half in it: then the other end speaks.
    """
    near, far = any(a <= 1 for _, a, _ in sides), any(b >= edge - 1 for _, _, b in sides)
    places = [b if near and not far else a if far and not near else (a + b) / 2 for _, a, b in sides]
    times = [at for at, _, _ in sides]
    mean_t, mean_p = sum(times) / len(times), sum(places) / len(places)
    spread = sum((at - mean_t) ** 2 for at in times)
    if not spread:
        return 0.0, 0.0
    speed = sum((at - mean_t) * (p - mean_p) for at, p in zip(times, places, strict=True)) / spread
    strays = [p - mean_p - speed * (at - mean_t) for at, p in zip(times, places, strict=True)]
    return speed * (times[-1] - times[0]), math.sqrt(sum(stray * stray for stray in strays) / len(strays))
