"""Patches followed from look to look, and which of them move like a person, an animal or a vehicle.

A patch is believed once its looks add up to enough evidence and one of its sides travelled steadily, step by step.
Faint, small, very fast or out-of-focus patches bring less evidence per look; a place that has cried wolf asks more.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from .habits import Habits
from .heading import Heading
from .patches import (
    BLURRED_SIZE_PX,
    CROWD,
    CROWD_MOST,
    CROWD_STEP,
    FAINT,
    SAME_SCENE,
    Patch,
    distance,
    is_light,
    is_soft,
    is_text,
    overlap,
    resembles,
    weight,
)

MEMORY_LOOKS = 10
FORGOTTEN_AFTER_S = 0.9  # a patch not seen for this long is gone, at the usual spacing of looks
NEEDED_LOOKS = 3
NEEDED_EVIDENCE = 2.4  # three clear looks, or twenty faint ones
WORTH_A_WORD = 0.6  # evidence from which a dismissal is remembered, to be explained
DISMISSED_KEPT = 64
EVIDENCE_KEPT = 0.95  # per look: what brings less than an eighth of a clear look never adds up
CRY_LOOKS, CLEAR_CRY_LOOKS = 8, 20  # what has not gone anywhere in so many looks has cried wolf

STANDS_S = 10.0  # somebody at a door is still there; a branch that once deceived is not for long
PART_STANDS_S = 3.0
LENT_S = 20.0  # belief passed on from patch to patch for so long has to be earned again
PART_SIZES = 4.0  # a part, or two who meet, are not larger than this many times the one believed
TRAIL_S = 8.0  # what stirs where somebody has just been is no false cry

STEADY = 0.6  # share of the way made that must be progress: random quivering makes about 0.3 over five looks
STEPPING = 0.35  # share of looks in which it moved on; a clock's digits change once a second
TRAVEL_PX = 2.5
TRAVEL_SIZES = 0.15
SLOW_STEADY, SLOW_SIZES = 0.9, 0.04

SLOW_INSECT, FAST_INSECT = 1.0, 4.0  # sizes a second; under the camera's own lamps every insect is lit
LIGHT_NEEDS_S = 8.0  # headlights have swept past by then; a camera out of focus still sees people


@dataclass(slots=True)
class Mover:
    """A patch over time."""

    first_s: float
    seen: deque[tuple[float, Patch]] = field(default_factory=lambda: deque(maxlen=MEMORY_LOOKS))
    hits: int = 0
    evidence: float = 0.0
    believed: bool = False
    travelled_s: float = 0.0  # when it last went somewhere, or was taken for part of one that did
    earned_s: float = 0.0  # when it, or whom it has its belief from, last went somewhere by itself
    patience_s: float = 0.0  # how long it is believed without going anywhere
    cried: bool = False
    weight: float = 0.0  # of its last look, less where the place is known for false cries
    nuisance: str = ""  # what it seems to be while it is not believed
    heading: Heading | None = None  # the last clear one, kept up where zones ask for it

    @property
    def last_s(self) -> float:
        """When it was last seen."""
        return self.seen[-1][0]

    @property
    def patch(self) -> Patch:
        """Where it was last seen."""
        return self.seen[-1][1]

    @property
    def cries_after(self) -> int:
        """Looks after which it has cried wolf if it went nowhere; somebody clear may be slow to leave."""
        return CLEAR_CRY_LOOKS if self.patch.contrast > 2 * FAINT else CRY_LOOKS

    @property
    def age_s(self) -> float:
        """From its first look to its last."""
        return self.last_s - self.first_s

    def add(self, time_s: float, patch: Patch, weight: float) -> None:
        """It was seen again. After a gap its travel is measured anew: seconds apart, any two places are a way."""
        if self.seen and time_s - self.last_s > FORGOTTEN_AFTER_S:
            self.seen.clear()
        self.seen.append((time_s, patch))
        self.hits += 1
        self.evidence = self.evidence * EVIDENCE_KEPT + weight

    def travel(self) -> tuple[float, float, int]:
        """Of the side that travelled most steadily: net way in pixels, its share of the way made, steps forward.

        A side that moved in many looks goes before one that jumped: parts join and split, and boxes with them.
        """
        best, rank = (0.0, 0.0, 0), (0, 0.0)
        for name in ("x0", "y0", "x1", "y1"):
            way = [getattr(patch, name) for _, patch in self.seen]
            net = way[-1] - way[0]
            steps = [b - a for a, b in pairwise(way) if a != b]
            path = sum(abs(step) for step in steps)
            forward = sum(1 for step in steps if step * net > 0)
            if not path:
                continue
            direct = abs(net) / path
            rated = (int(forward >= self.needed_steps) + int(direct >= STEADY), abs(net) * direct)
            if rated > rank:
                best, rank = (abs(net), direct, forward), rated
        return best

    @property
    def needed_steps(self) -> float:
        """In how many of the remembered looks a side must have moved forward."""
        return max(2.0, STEPPING * len(self.seen))

    def blurred(self) -> bool:
        """Whether it is out of focus in most looks, and of one tone: brighter or darker than the scene throughout."""
        patches = [patch for _, patch in self.seen if patch.size >= BLURRED_SIZE_PX]
        return sum(1 for patch in patches if is_soft(patch)) > len(patches) / 2

    def light(self) -> bool:
        """Whether most looks show the scene itself through it, or no edge at all."""
        alike = sum(1 for _, patch in self.seen if is_light(patch))
        return alike > len(self.seen) / 2

    def speed(self) -> float:
        """Sizes a second, from its first remembered look to its last."""
        (t0, a), (t1, b) = self.seen[0], self.seen[-1]
        return distance(a, b) / max(a.size, b.size, 1.0) / (t1 - t0) if t1 > t0 else 0.0


@dataclass(frozen=True, slots=True)
class Dismissed:
    """Something that stirred and was not believed: when, where, and what it looked like."""

    first_s: float
    last_s: float
    box: tuple[int, int, int, int]
    reason: str


class Movers:
    """All patches being followed in one camera's picture."""

    def __init__(self, minimum_s: float, picture_height: int) -> None:
        self._minimum_s, self._height = minimum_s, picture_height
        self.all: list[Mover] = []
        self._last_s = float("-inf")
        self._crowded = False
        self.dismissed: deque[Dismissed] = deque(maxlen=DISMISSED_KEPT)
        self._trail: deque[tuple[float, Patch]] = deque(maxlen=256)  # where believed movers were of late

    def follow(
        self,
        time_s: float,
        patches: list[Patch],
        habits: Habits,
        *,
        infrared: bool,
        caution: float = 0.0,
        closer: Callable[[Patch], Patch] = lambda patch: patch,
    ) -> list[Mover]:
        """Give each patch its mover, old or new; returns those seen in this look.

        `caution` asks for more evidence everywhere, as a habit does in its place. `closer` tells more of a patch: asked
        where it was seen before, and where this look decides alone whether there will be others.
        """
        gap_s = time_s - self._last_s
        self._last_s = time_s
        self._retire(time_s, max(FORGOTTEN_AFTER_S, 1.5 * gap_s), habits)
        crowd = sum(1 for patch in patches if patch.contrast < 2 * FAINT)
        self._crowded = crowd > 2 * CROWD
        faint = FAINT + min(CROWD_MOST, CROWD_STEP * max(0, crowd - CROWD))
        sparse = gap_s > FORGOTTEN_AFTER_S
        free = list(self.all)
        seen: list[Mover] = []
        for patch in patches:
            mover = min(free, key=lambda m: distance(m.patch, patch), default=None)
            if mover is None or not resembles(mover.patch, patch, sparse=sparse):
                mover, told = Mover(time_s), closer(patch) if sparse else patch
                self.all.append(mover)
            else:
                told = closer(patch)
                free.remove(mover)
            evidence, habit = weight(told, self._height, faint), habits.at(patch.box)
            mover.add(time_s, told, evidence)
            mover.weight = evidence / (1 + habit)
            mover.nuisance = self._doubt(mover, habit + caution, infrared=infrared)
            if not mover.nuisance:
                mover.believed, mover.travelled_s, mover.earned_s, mover.patience_s = True, time_s, time_s, STANDS_S
            seen.append(mover)
        self._inherit(time_s, seen, closer)
        return seen

    def clear(self) -> None:
        """Forget all: the scene changed."""
        self.all.clear()
        self._trail.clear()

    def _inherit(self, time_s: float, seen: list[Mover], closer: Callable[[Patch], Patch]) -> None:
        """Whoever is believed lends belief to what splits off or merges at the same place, but for lights."""
        lenders = [mover for mover in self.all if mover.believed and time_s - mover.earned_s <= LENT_S]
        for mover in seen:
            if mover.believed:
                continue
            lender = next((m for m in lenders if _is_part(mover.patch, m.patch)), None)
            if lender is None or is_light(mover.patch if mover.hits > 1 else closer(mover.patch)):
                continue
            mover.believed, mover.travelled_s, mover.patience_s = True, time_s, PART_STANDS_S
            mover.earned_s, mover.heading = lender.earned_s, lender.heading
        self._trail += [(time_s, mover.patch) for mover in seen if mover.believed]
        while self._trail and time_s - self._trail[0][0] > TRAIL_S:
            self._trail.popleft()

    def _retire(self, time_s: float, forgotten_s: float, habits: Habits) -> None:
        for mover in self.all:
            if mover.believed and mover.last_s - mover.travelled_s > mover.patience_s:
                mover.believed, mover.hits, mover.evidence = False, 0, 0.0
            over = time_s - mover.last_s > (forgotten_s if mover.believed else FORGOTTEN_AFTER_S)
            if over and not mover.believed and mover.hits >= NEEDED_LOOKS and mover.evidence >= WORTH_A_WORD:
                self.dismissed.append(Dismissed(mover.first_s, mover.last_s, mover.patch.box, mover.nuisance))
            if mover.believed or mover.cried or mover.hits < 3 or not (over or mover.hits >= mover.cries_after):
                continue
            net, direct, _ = mover.travel()
            if direct < STEADY or net < max(TRAVEL_PX, mover.patch.size * 0.5):
                mover.cried = True
                if not any(overlap(mover.patch, patch) for _, patch in self._trail):
                    habits.cried(mover.patch.box)
        self.all = [
            mover
            for mover in self.all
            if time_s - mover.last_s <= (forgotten_s if mover.believed else FORGOTTEN_AFTER_S)
        ]

    def _doubt(self, mover: Mover, habit: float, *, infrared: bool) -> str:
        """Why the mover is not believed yet, in one word; empty when it is."""
        if mover.hits < NEEDED_LOOKS or mover.age_s < self._minimum_s:
            return "brief"
        if mover.evidence < NEEDED_EVIDENCE * (1 + habit):
            return "habit" if mover.evidence >= NEEDED_EVIDENCE else self._kind(mover.patch)
        if not self._goes_somewhere(mover, habit):
            return "in_place"
        if mover.blurred() and mover.speed() > (SLOW_INSECT if infrared else FAST_INSECT):
            return "insect"
        if mover.age_s < LIGHT_NEEDS_S and mover.light():
            return "light"
        return ""

    @staticmethod
    def _goes_somewhere(mover: Mover, habit: float) -> bool:
        net, direct, steps = mover.travel()
        if mover.hits >= MEMORY_LOOKS and habit < 1 and direct >= SLOW_STEADY and steps >= 3:
            # Leaves turn round within a second; who goes the same way for longer may be slow.
            return net >= max(TRAVEL_PX, SLOW_SIZES * mover.patch.size)
        far = max(TRAVEL_PX, TRAVEL_SIZES * mover.patch.size) * (1 + habit)
        return direct >= STEADY and steps >= mover.needed_steps and net >= far

    def _kind(self, patch: Patch) -> str:
        """What a patch that brings too little evidence looks like."""
        if patch.likeness > SAME_SCENE:
            return "light" if patch.brighter > 0.5 else "shadow"
        if is_text(patch, self._height):
            return "text"
        return "rain" if self._crowded else "faint"


def _is_part(patch: Patch, whole: Patch) -> bool:
    return overlap(patch, whole) and patch.area <= PART_SIZES * whole.area
