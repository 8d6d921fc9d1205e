"""Patches followed from look to look, and which of them move like a person, an animal or a vehicle.

A patch is believed once it was seen in enough looks, kept its size, and one of its sides travelled steadily. What
jumps farther than its own size between looks (insects, rain), or quivers in place (leaves, a clock), is not.
"""

from collections import deque
from dataclasses import dataclass, field
import math

from .image_ops import Blob

MEMORY_LOOKS = 8
FORGOTTEN_AFTER_S = 0.9  # a patch not seen for this long is gone, at the usual spacing of looks
NEEDED_LOOKS = 3
SIZE_RATIO = 3.3  # largest change of area from look to look; a person coming round a corner stays below
JOIN_GAP_PX = 3  # legs and head of one person are seldom farther apart


@dataclass(frozen=True, slots=True)
class Patch:
    """A blob, or several close together, with what the look says of it. Pixels of the looked-at picture."""

    x0: int
    y0: int
    x1: int
    y1: int
    area: int
    alive: float = 1.0  # share of its pixels that changed since half a second ago
    contrast: float = 1.0  # mean difference over threshold

    @property
    def size(self) -> float:
        """Square root of the box's area."""
        return math.sqrt((self.x1 - self.x0) * (self.y1 - self.y0))


@dataclass(slots=True)
class Mover:
    """A patch over time."""

    first_s: float
    seen: deque[tuple[float, Patch]] = field(default_factory=lambda: deque(maxlen=MEMORY_LOOKS))
    hits: int = 0
    believed: bool = False

    @property
    def last_s(self) -> float:
        """When it was last seen."""
        return self.seen[-1][0]

    @property
    def patch(self) -> Patch:
        """Where it was last seen."""
        return self.seen[-1][1]

    def add(self, time_s: float, patch: Patch) -> None:
        """It was seen again."""
        self.seen.append((time_s, patch))
        self.hits += 1

    def steadiness(self) -> tuple[float, float]:
        """Net travel (pixels) and its share of the way made, of the side that travelled most steadily."""
        best = (0.0, 0.0)
        for name in ("x0", "y0", "x1", "y1"):
            way = [float(getattr(patch, name)) for _, patch in self.seen]
            path = sum(abs(b - a) for a, b in zip(way, way[1:], strict=False))
            net = abs(way[-1] - way[0])
            if path > 0 and net * net / path > best[0] * best[1]:
                best = (net, net / path)
        return best


class Movers:
    """All patches being followed."""

    def __init__(self, minimum_s: float) -> None:
        self._minimum_s = minimum_s
        self.all: list[Mover] = []

    def follow(self, time_s: float, patches: list[Patch]) -> list[Mover]:
        """Give each patch its mover, old or new; returns those seen in this look."""
        self.all = [mover for mover in self.all if time_s - mover.last_s <= FORGOTTEN_AFTER_S]
        free = list(self.all)
        seen = []
        for patch in patches:
            mover = min(free, key=lambda m: _distance(m.patch, patch), default=None)
            if mover is None or not _resembles(mover.patch, patch):
                mover = Mover(time_s)
                self.all.append(mover)
            else:
                free.remove(mover)
            mover.add(time_s, patch)
            mover.believed = mover.believed or self._believable(mover)
            seen.append(mover)
        return seen

    def clear(self) -> None:
        """Forget all: the scene changed."""
        self.all.clear()

    def _believable(self, mover: Mover) -> bool:
        if mover.hits < NEEDED_LOOKS or mover.last_s - mover.first_s < self._minimum_s:
            return False
        net, direct = mover.steadiness()
        return net >= max(2.0, 0.1 * mover.patch.size) and direct >= 0.6


def joined(blobs: list[Blob]) -> list[Patch]:
    """Blobs, those within `JOIN_GAP_PX` of one another taken together; the largest first."""
    patches = [Patch(b.x, b.y, b.x + b.width, b.y + b.height, b.area) for b in blobs]
    merged = True
    while merged:
        merged = False
        result: list[Patch] = []
        for patch in patches:
            for index, other in enumerate(result):
                if _gap(patch, other) <= JOIN_GAP_PX:
                    result[index] = _union(patch, other)
                    merged = True
                    break
            else:
                result.append(patch)
        patches = result
    return sorted(patches, key=lambda p: (-p.area, p.y0, p.x0))


def _union(a: Patch, b: Patch) -> Patch:
    return Patch(min(a.x0, b.x0), min(a.y0, b.y0), max(a.x1, b.x1), max(a.y1, b.y1), a.area + b.area)


def _gap(a: Patch, b: Patch) -> int:
    return max(a.x0 - b.x1, b.x0 - a.x1, a.y0 - b.y1, b.y0 - a.y1)


def _distance(a: Patch, b: Patch) -> float:
    return math.hypot(a.x0 + a.x1 - b.x0 - b.x1, a.y0 + a.y1 - b.y0 - b.y1) / 2


def _resembles(a: Patch, b: Patch) -> bool:
    """Near enough (within about the larger one's size) and of like size."""
    ratio = a.area / b.area
    return 1 / SIZE_RATIO <= ratio <= SIZE_RATIO and _distance(a, b) <= 1.2 * max(a.size, b.size) + 3
