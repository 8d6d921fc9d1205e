"""Who walks or drives through the picture, where, when and how well it can be seen; the truth comes from here.

A visit enters at an edge of the picture or from behind something, and leaves in such a way. It is an event while at
least 0.05 % of the picture (115 pixels) shows it and nothing hides it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from .actors import Actor
from .frame import FPS, HEIGHT, WIDTH, Picture, Plane

VISIBLE = 115  # pixels of 640x360: 0.05 % of the picture
SMALLEST_M, LARGEST = 30.0, 150.0  # height of a person, in pixels
FASTEST_WALK = 1.1  # body heights a second

type Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One mover on its way; feet at `path`, heights in pixels of 640x360."""

    label: str
    actor: Actor
    start_s: float
    length_s: float
    path: tuple[Point, Point]
    heights: tuple[float, float]
    between: tuple[float, float] = (0.0, float(WIDTH))  # hidden left and right of these columns
    mirrored: bool = False
    phase: int = 0
    strength: float = 1.0  # how much it differs from the scene; see `with_contrast`
    contrast: float = 0.0  # mean difference in grey levels that came of it

    def paint(self, picture: Picture, time_s: float) -> Plane | None:
        """Draw it into `picture`; returns its matte over the whole picture, or None while it is not there."""
        share = (time_s - self.start_s) / self.length_s
        if not 0 <= share <= 1:
            return None
        (x0, y0), (x1, y1) = self.path
        height = self.heights[0] + (self.heights[1] - self.heights[0]) * share
        cut = self.actor.cuts[(self.phase + int((time_s - self.start_s) * FPS)) % len(self.actor.cuts)]
        placed = _place(cut[:, ::-1] if self.mirrored else cut, height / self.actor.height)
        left, top = x0 + (x1 - x0) * share - placed.shape[1] / 2, y0 + (y1 - y0) * share - placed.shape[0]
        return self._lay(picture, placed, round(left), round(top))

    def _lay(self, picture: Picture, placed: Picture, left: int, top: int) -> Plane | None:
        right, bottom = min(left + placed.shape[1], int(self.between[1])), min(top + placed.shape[0], HEIGHT)
        first, above = max(left, int(self.between[0])), max(top, 0)
        if first >= right or above >= bottom:
            return None
        part = placed[above - top : bottom - top, first - left : right - left]
        box = (slice(above, bottom), slice(first, right))
        matte = np.zeros((HEIGHT, WIDTH), np.float32)
        matte[box] = part[..., 3]
        light = float(picture.mean()) / max(1.0, self.actor.brightness)
        scene = picture[box]
        picture[box] = scene + part[..., 3:] * self.strength * (part[..., :3] * light - scene)
        return matte

    @property
    def end_s(self) -> float:
        """When its way is over."""
        return self.start_s + self.length_s


def with_contrast(visit: Visit, scene: Picture, look: Callable[[Picture], Picture], target: float) -> Visit:
    """The same visit, differing from the scene by `target` grey levels on average, as far as that can be had."""
    before = look(scene.copy()).mean(axis=2)
    for _ in range(3):
        after = scene.copy()
        matte = visit.paint(after, visit.start_s + visit.length_s / 2)
        if matte is None:
            return visit
        body = matte > 0.5
        seen = float(np.abs(look(after).mean(axis=2) - before)[body].mean()) if body.any() else 0.0
        strength = float(np.clip(visit.strength * target / max(seen, 0.5), 0.12, 1.8))
        visit = replace(visit, strength=strength, contrast=round(seen, 1))
    return visit


def _place(cut: NDArray[np.uint8], scale: float) -> Picture:
    size = (max(2, round(cut.shape[1] * scale)), max(3, round(cut.shape[0] * scale)))
    small = cv2.resize(cut, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR).astype(np.float32)
    small[..., 3] /= 255
    return small


def walk(rng: np.random.Generator, actor: Actor, start_s: float) -> Visit:
    """A person or two: across the picture, out of a door and back behind something, or coming closer."""
    kind: Literal["across", "door", "closer"] = rng.choice(["across", "door", "closer"], p=[0.45, 0.35, 0.2])
    height = float(np.exp(rng.uniform(np.log(SMALLEST_M), np.log(LARGEST))))
    ways = {"across": _across, "door": _from_a_door, "closer": _closer}
    visit = ways[kind](rng, actor, start_s, height)
    return replace(visit, phase=int(rng.integers(len(actor.cuts))))


def _across(rng: np.random.Generator, actor: Actor, start_s: float, height: float) -> Visit:
    """From one edge to the other, or some way in and out again behind something."""
    height = max(height, 60.0)  # who is smaller would be on the way for half a minute
    speed = height * rng.uniform(0.7, FASTEST_WALK)
    half = _half_width(actor, height)
    y = rng.uniform(height + 10, HEIGHT - 4)
    length_s = min((WIDTH + 2 * half) / speed, rng.uniform(7, 13))
    reach = speed * length_s
    from_left = bool(rng.random() < 0.5)
    ends = (-half, -half + reach) if from_left else (WIDTH + half, WIDTH + half - reach)
    between = (0.0, min(float(WIDTH), ends[1] - half)) if from_left else (max(0.0, ends[1] + half), float(WIDTH))
    return Visit(
        label=f"{_who(actor)} across",
        actor=actor,
        start_s=start_s,
        length_s=length_s,
        path=((ends[0], y), (ends[1], y + rng.uniform(-20, 20))),
        heights=(height, height),
        between=between,
        mirrored=from_left,
    )


def _from_a_door(rng: np.random.Generator, actor: Actor, start_s: float, height: float) -> Visit:
    length_s = rng.uniform(4, 10)
    half = _half_width(actor, height)
    reach = min(height * rng.uniform(0.5, FASTEST_WALK) * length_s, WIDTH - 4 * half - 20)
    left = rng.uniform(2 * half, WIDTH - 2 * half - reach)
    y = rng.uniform(height + 10, HEIGHT - 4)
    from_left = bool(rng.random() < 0.5)
    ends = (left, left + reach) if from_left else (left + reach, left)
    return Visit(
        label=f"{_who(actor)} from behind something",
        actor=actor,
        start_s=start_s,
        length_s=length_s,
        path=((ends[0], y), (ends[1], y + rng.uniform(-10, 10))),
        heights=(height, height),
        between=(left + half, left + reach - half) if reach > 4 * half else (left, left + max(reach, 2 * half)),
        mirrored=from_left,
    )


def _closer(rng: np.random.Generator, actor: Actor, start_s: float, height: float) -> Visit:
    """Comes up to the camera and leaves below the picture."""
    near = height * rng.uniform(1.4, 2.2)
    x = rng.uniform(120, WIDTH - 120)
    length_s = rng.uniform(6, 11)
    return Visit(
        label=f"{_who(actor)} comes closer",
        actor=actor,
        start_s=start_s,
        length_s=length_s,
        path=((x, max(height + 20, HEIGHT * 0.55)), (x + rng.uniform(-80, 80), HEIGHT + near * 1.02)),
        heights=(height, near),
        between=(max(0.0, x - 100), min(float(WIDTH), x + 100)),
        mirrored=bool(rng.random() < 0.5),
    )


def drive(rng: np.random.Generator, start_s: float) -> Visit:
    """A drawn car or scooter from one edge to the other."""
    height = rng.uniform(45, 150)
    car = _car(rng, lit=False)
    half = _half_width(car, height)
    speed = height * rng.uniform(1.4, 3.2)
    y = rng.uniform(height + 30, HEIGHT - 2)
    from_left = bool(rng.random() < 0.5)
    ends = (-half, WIDTH + half) if from_left else (WIDTH + half, -half)
    return Visit(
        label="car",
        actor=car,
        start_s=start_s,
        length_s=(WIDTH + 2 * half) / speed,
        path=((ends[0], y), (ends[1], y)),
        heights=(height, height),
        mirrored=not from_left,
    )


def _car(rng: np.random.Generator, *, lit: bool) -> Actor:
    """Facing right, 160 pixels long; `lit` adds the lamp's glow in front."""
    cut = np.zeros((72, 176, 4), np.uint8)
    paint = tuple(int(v) for v in rng.uniform(15, 240, 3))
    body = np.array([[6, 58], [6, 36], [36, 30], [56, 8], [112, 8], [138, 30], [164, 38], [168, 58]])
    glass = np.array([[46, 30], [62, 12], [108, 12], [128, 30]])
    cv2.fillPoly(cut, [body], (*paint, 255))
    cv2.fillPoly(cut, [glass], (60, 50, 45, 255))
    cv2.line(cut, (84, 10), (84, 56), (*(v // 2 for v in paint), 255), 2)
    for x in (40, 132):
        cv2.circle(cut, (x, 58), 13, (25, 25, 25, 255), -1)
        cv2.circle(cut, (x, 58), 6, (150, 150, 150, 255), -1)
    if lit:
        cv2.circle(cut, (166, 44), 7, (255, 255, 255, 255), -1)
    return Actor(name="car", cuts=[cut], brightness=120.0)


def _half_width(actor: Actor, height: float) -> float:
    return float(max(cut.shape[1] for cut in actor.cuts) * height / actor.height / 2)


def _who(actor: Actor) -> str:
    return "two persons" if "two" in actor.name else "person"


def visible(mattes: Sequence[Plane | None], cover: Plane | None) -> int:
    """How many pixels show one of the visitors."""
    seen = [matte for matte in mattes if matte is not None]
    if not seen:
        return 0
    whole = np.maximum.reduce(seen)
    return int(np.count_nonzero((whole if cover is None else whole * (1 - cover)) > 0.5))
