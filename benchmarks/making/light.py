"""Light that changes: clouds, lamps, headlights, and the looks of day, dark and infrared with the switch between."""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from .frame import FPS, HEIGHT, WIDTH, Layer, Picture, Span, Stage, grid, happenings


def clouds(rng: np.random.Generator, duration_s: float) -> Layer:
    """Shadows with soft edges that drift over the scene all the time."""
    soft = cv2.GaussianBlur(rng.normal(0, 1, (HEIGHT // 4, WIDTH)).astype(np.float32), (0, 0), 18)
    soft = np.clip(0.85 + soft / soft.std() * rng.uniform(0.08, 0.2), 0.5, 1.2)
    drift = rng.uniform(2, 12)

    def paint(picture: Picture, time_s: float) -> Picture:
        window = np.take(soft, np.arange(WIDTH // 4) + int(time_s * drift), axis=1, mode="wrap")
        return np.asarray(picture * cv2.resize(window, (WIDTH, HEIGHT))[..., None], np.float32)

    return Layer(stage=Stage.LIGHT, paint=paint, negatives=[(0.0, duration_s, "clouds")])


def lamp(rng: np.random.Generator, duration_s: float) -> Layer:
    """A lamp of the room or the porch, on and off; one side of the scene has more of it."""
    x, y = grid()
    steps = happenings(rng, duration_s, 14, 6)
    centre, reach = rng.uniform(0, 1, 2) * (WIDTH, HEIGHT), rng.uniform(200, 700)
    light = np.exp(-((x - centre[0]) ** 2 + (y - centre[1]) ** 2) / (2 * reach**2))[..., None]
    strength, ramp_s = rng.uniform(0.25, 0.9), rng.choice([0.05, 0.4, 1.2])

    def paint(picture: Picture, time_s: float) -> Picture:
        level = 0.0
        for number, at in enumerate(steps):
            level += (1 if number % 2 == 0 else -1) * float(np.clip((time_s - at) / ramp_s, 0, 1))
        return np.asarray(picture * (1 + strength * level * light), np.float32)

    spans: list[Span] = [(at, at + float(ramp_s), "lamp") for at in steps]
    return Layer(stage=Stage.LIGHT, paint=paint, negatives=spans)


def headlights(rng: np.random.Generator, duration_s: float) -> Layer:
    """Pools of light that sweep over the scene, from cars that are not in the picture."""
    x, y = grid()
    sweeps = [
        (at, rng.uniform(1.2, 3.5), rng.uniform(0.2, 0.9) * HEIGHT, rng.choice([-1, 1]), rng.uniform(0.5, 2.0))
        for at in happenings(rng, duration_s, 9)
    ]
    size = rng.uniform(60, 180), rng.uniform(30, 90)

    def paint(picture: Picture, time_s: float) -> Picture:
        light = np.ones((HEIGHT, WIDTH), np.float32)
        for at, length_s, level, way, power in sweeps:
            share = (time_s - at) / length_s
            if 0 <= share <= 1:
                centre = WIDTH * ((share if way > 0 else 1 - share) * 1.8 - 0.4)
                light += power * np.exp(-(((x - centre) / size[0]) ** 2) - ((y - level) / size[1]) ** 2)
        return picture * light[..., None]

    spans: list[Span] = [(at, round(at + length_s, 3), "headlights") for at, length_s, *_ in sweeps]
    return Layer(stage=Stage.LIGHT, paint=paint, negatives=spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What sensor and lamp make of the scene: `tone` without noise, then `sigma` grey levels of it."""

    tone: Callable[[Picture], Picture]
    sigma: float
    coarse: float  # share of the noise that is coarser than a pixel


def day(rng: np.random.Generator) -> Look:
    """As it is."""
    return Look(tone=lambda picture: picture, sigma=rng.uniform(0.8, 2.0), coarse=0.2)


def dark(rng: np.random.Generator) -> Look:
    """In colour by a street lamp: little light, much gain."""
    gain, warm = rng.uniform(0.25, 0.5), np.array([0.75, 0.95, 1.15], np.float32)
    return Look(tone=lambda picture: picture * (gain * warm) + 8, sigma=rng.uniform(2.5, 6.0), coarse=0.5)


def infrared(rng: np.random.Generator) -> Look:
    """Grey, lit from the camera: bright in the middle, dark at the rim."""
    x, y = grid()
    reach = rng.uniform(0.35, 0.7)
    fall = 0.25 + 0.75 * np.exp(-(((x / WIDTH - 0.5) / reach) ** 2) - (((y / HEIGHT - 0.55) / reach) ** 2))
    lamp_light, level = fall.astype(np.float32), rng.uniform(0.6, 0.95)

    def tone(picture: Picture) -> Picture:
        # Vegetation and cloth are brighter in infrared: more of red, less of blue.
        grey = picture @ np.array([0.15, 0.35, 0.5], np.float32)
        return np.repeat((grey * lamp_light * level + 10)[..., None], 3, axis=2)

    return Look(tone=tone, sigma=rng.uniform(2.0, 5.0), coarse=0.4)


def sensor(rng: np.random.Generator, looks: tuple[Look, Look], switches: list[float]) -> Layer:
    """Looks, the switch between the two (half a second of nothing, then the exposure settles), and noise."""
    planes = [rng.normal(0, 1, (HEIGHT + 32, WIDTH + 32)).astype(np.float32) for _ in range(6)]
    coarse = [cv2.GaussianBlur(plane, (0, 0), 1.2) * 3.5 for plane in planes]
    seed = int(rng.integers(1 << 30))

    def paint(picture: Picture, time_s: float) -> Picture:
        passed = [at for at in switches if at <= time_s]
        look = looks[len(passed) % 2]
        seen = look.tone(picture)
        since = time_s - passed[-1] if passed else 99.0
        if since < 0.4:
            seen = looks[(len(passed) - 1) % 2].tone(picture) * (1 - since * 2)
        elif since < 3:
            seen *= 1 + 0.7 * np.exp(-(since - 0.4) * 2.2)
        frame = np.random.default_rng([seed, round(time_s * FPS)])
        which, top, left = int(frame.integers(6)), int(frame.integers(32)), int(frame.integers(32))
        box = (slice(top, top + HEIGHT), slice(left, left + WIDTH))
        grain = planes[which][box] * (1 - look.coarse) + coarse[(which + 1) % 6][box] * look.coarse
        return np.asarray(seen + (grain * look.sigma)[..., None], np.float32)

    spans: list[Span] = [(at, at + 2.5, "infrared switch") for at in switches]
    states: list[Span] = [(at, at + 2.5, "switching") for at in switches]
    return Layer(stage=Stage.SENSOR, paint=paint, negatives=spans, states=states)
