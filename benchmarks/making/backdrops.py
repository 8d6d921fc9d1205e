"""Empty scenes: crops of the demo's three places in other lights, and drawn walls and yards."""

from collections.abc import Sequence

import cv2
import numpy as np

from .actors import Source
from .frame import HEIGHT, WIDTH, Picture, grid

DRAWN_SHARE = 0.3
CLOCK_SHARE = 0.09  # of gate_night's height: its clock stands there


def backdrop(rng: np.random.Generator, places: Sequence[Source]) -> Picture:
    """One empty scene in daylight."""
    made = _drawn(rng) if rng.random() < DRAWN_SHARE else _filmed(rng, places[int(rng.integers(len(places)))])
    x, y = grid()
    turn = rng.uniform(0, 2 * np.pi)
    slope = 1 + rng.uniform(0, 0.25) * (np.cos(turn) * (x / WIDTH - 0.5) + np.sin(turn) * (y / HEIGHT - 0.5))
    level = rng.uniform(85, 140) / max(1.0, float(made.mean()))
    tint = rng.uniform(0.92, 1.08, 3).astype(np.float32)
    return np.asarray(np.clip(made * (slope[..., None] * level) * tint, 4, 250), np.float32)


def _filmed(rng: np.random.Generator, place: Source) -> Picture:
    whole = place.backdrop[int(place.backdrop.shape[0] * CLOCK_SHARE) :] if "night" in place.name else place.backdrop
    share = rng.uniform(0.6, 0.9)
    height, width = int(whole.shape[0] * share), int(whole.shape[0] * share * WIDTH / HEIGHT)
    top, left = (int(rng.integers(0, room + 1)) for room in (whole.shape[0] - height, whole.shape[1] - width))
    cut = whole[top : top + height, left : left + width]
    if rng.random() < 0.5:
        cut = cut[:, ::-1]
    return cv2.resize(cut, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA).astype(np.float32)


def _drawn(rng: np.random.Generator) -> Picture:
    """Ground with the texture of plaster or gravel, a wall above it, a door, windows, posts."""
    ground = np.clip(_rough(rng, 1.2, 9) + _rough(rng, 12, 14) + rng.uniform(80, 150), 10, 245)
    made = np.repeat(ground[..., None], 3, axis=2) * rng.uniform(0.85, 1.15, 3).astype(np.float32)
    horizon = int(rng.uniform(0.15, 0.4) * HEIGHT)
    made[:horizon] = made[:horizon] * 0.3 + rng.uniform(70, 170, 3).astype(np.float32) * 0.7
    for _ in range(int(rng.integers(4, 12))):
        x, y = int(rng.integers(0, WIDTH)), int(rng.integers(0, HEIGHT))
        width, height = (int(v) for v in rng.integers(8, 110, 2))
        corner = (x + width, y + (height if y < horizon else height // 3))
        cv2.rectangle(made, (x, y), corner, tuple(float(v) for v in rng.uniform(20, 220, 3)), -1)
        cv2.rectangle(made, (x, y), corner, tuple(float(v) for v in rng.uniform(20, 120, 3)), 2)
    return np.asarray(cv2.GaussianBlur(made.astype(np.float32), (3, 3), 0), np.float32)


def _rough(rng: np.random.Generator, blur: float, strength: float) -> Picture:
    plane = cv2.GaussianBlur(rng.normal(0, 1, (HEIGHT, WIDTH)).astype(np.float32), (0, 0), blur)
    return np.asarray(plane / plane.std() * strength, np.float32)
