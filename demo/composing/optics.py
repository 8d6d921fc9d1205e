"""What a camera makes of a scene: enlargement, sharpening, infrared light, insects at the lens, noise, a burnt-in clock."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from .picture import FPS, MAIN, Crop, Frame, Picture

_SLACK_PX = 64  # grain is larger than the picture by that, so that it can be put elsewhere each time


@dataclass(frozen=True, slots=True)
class Grain:
    """What a sensor's noise looks like."""

    sigma: float  # grey levels
    blur_px: float  # noise of a small sensor is slightly blurred in space
    colour: float  # of the noise, as a part of its brightness


class Sensor:
    """Noise that is new in every frame, out of a pool of grains."""

    def __init__(self, rng: np.random.Generator, grain: Grain, pool: int = 24) -> None:
        self._rng = rng
        self._pool: list[NDArray[np.float16]] = []
        width, height = MAIN
        for _ in range(pool):
            plain = rng.normal(0, 1, (height + _SLACK_PX, width + _SLACK_PX)).astype(np.float32)
            grey = cv2.GaussianBlur(plain, (0, 0), grain.blur_px)
            noise = np.repeat((grey / grey.std())[..., None], 3, 2)
            if grain.colour:
                tint = cv2.GaussianBlur(rng.normal(0, 1, noise.shape).astype(np.float32), (0, 0), 1.6)
                noise += tint / tint.std() * grain.colour
            self._pool.append((noise * grain.sigma).astype(np.float16))

    def noise(self) -> Picture:
        """For one picture, around 0."""
        y, x = self._rng.integers(0, _SLACK_PX, 2)
        grain = self._pool[self._rng.integers(len(self._pool))]
        return grain[y : y + MAIN[1], x : x + MAIN[0]].astype(np.float32)


@dataclass(frozen=True, slots=True)
class Insect:
    """A flight past the lens: out of focus, bright in the lamp, along a curve through three points."""

    at_s: float
    length_s: float
    points: Sequence[tuple[float, float]]  # in picture widths
    radius_px: float
    light: float  # grey levels

    def draw(self, picture: Picture, time_s: float) -> Picture:
        """The picture with the insect, while it flies."""
        share = (time_s - self.at_s) / self.length_s
        if not 0 <= share <= 1:
            return picture
        glow = np.zeros(picture.shape[:2], np.float32)
        shutter = 0.8 / FPS / self.length_s
        for part in np.linspace(share - shutter, share, 24):
            x, y = self._place(float(part))
            cv2.circle(glow, (int(x * 16), int(y * 16)), int(self.radius_px * 16), 1.0, -1, cv2.LINE_AA, 4)
            glow *= 0.985
        blurred = cv2.GaussianBlur(glow, (0, 0), self.radius_px * 0.6)
        return np.asarray(picture + blurred[..., None] * self.light, np.float32)

    def _place(self, share: float) -> tuple[float, float]:
        """Where it is after that share of its flight, its wings beating, in pixels."""
        a, b, c = (np.array(point, np.float32) * MAIN[0] for point in self.points)
        x, y = (1 - share) ** 2 * a + 2 * share * (1 - share) * b + share**2 * c
        return x, y + 0.006 * MAIN[0] * np.sin(share * self.length_s * 70)


def enlarge(picture: NDArray[np.float32], crop: Crop) -> NDArray[np.float32]:
    """A part of a picture or matte of the source, as large as the main stream."""
    x, y, width, height = crop
    part = picture[y : y + height, x : x + width]
    return np.asarray(cv2.resize(part, MAIN, interpolation=cv2.INTER_CUBIC), np.float32)


def sharpen(picture: Picture) -> Picture:
    """As cameras do it."""
    return np.asarray(picture + 0.6 * (picture - cv2.GaussianBlur(picture, (0, 0), 1.6)), np.float32)


def infrared(picture: Picture) -> Picture:
    """Monochrome as under infrared light: plants bright, contrast low, a hot spot in the middle, dark corners."""
    grey = picture @ np.array([-0.15, 0.75, 0.40], np.float32)
    height, width = grey.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    radius = np.hypot((x / width - 0.5) * 1.05, (y / height - 0.58) * 0.9)
    lamp = 0.34 + 0.80 * np.exp(-((radius / 0.40) ** 2))
    return np.repeat(((26 + 0.62 * grey) * lamp)[..., None], 3, 2)


def dusk(picture: Picture) -> Picture:
    """Little light, and little colour left."""
    return np.asarray(0.55 * (0.55 * picture + 0.45 * picture.mean(2, keepdims=True)), np.float32)


def burn_clock(picture: Frame, second_of_day: int) -> None:
    """The camera's own clock, top left."""
    text = f"{second_of_day // 3600 % 24:02d}:{second_of_day // 60 % 60:02d}:{second_of_day % 60:02d}"
    for shade, thickness_px in ((20, 5), (235, 2)):
        cv2.putText(picture, text, (24, 46), cv2.FONT_HERSHEY_SIMPLEX, 1.1, (shade,) * 3, thickness_px, cv2.LINE_AA)
