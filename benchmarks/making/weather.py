"""What grows and falls: rain, and foliage of four kinds from a breath of wind to a storm."""

from collections.abc import Callable

import cv2
import numpy as np

from .frame import HEIGHT, WARM_UP_S, WIDTH, Layer, Picture, Plane, Stage, grid


def rain(rng: np.random.Generator, duration_s: float) -> Layer:
    """Streaks everywhere, thicker in showers."""
    shower, thick, light = rng.uniform(0, 6), rng.uniform(25, 90), rng.uniform(30, 70)
    slant = rng.uniform(-6, 6)
    seed = int(rng.integers(1 << 30))

    def paint(picture: Picture, time_s: float) -> Picture:
        if time_s < WARM_UP_S:
            return picture
        frame = np.random.default_rng([seed, round(time_s * 1000)])
        drops = np.zeros((HEIGHT, WIDTH), np.uint8)
        for _ in range(int(thick * (1 + 0.8 * np.sin(time_s / 9 + shower)))):
            x, y, length = int(frame.integers(WIDTH)), int(frame.integers(HEIGHT)), int(frame.integers(8, 34))
            cv2.line(drops, (x, y), (int(x + slant * length / 34), y + length), int(frame.uniform(0.5, 1.6) * light), 1)
        return picture + cv2.GaussianBlur(drops, (3, 3), 0)[..., None]

    return Layer(stage=Stage.LENS, paint=paint, negatives=[(WARM_UP_S, duration_s, "rain")])


def foliage(rng: np.random.Generator, duration_s: float) -> Layer:
    """A branch before the camera, a bush, grass below, or the shadow of leaves on the ground; wind in gusts."""
    kind = rng.choice(["branch", "bush", "grass", "leaf shadows"])
    strength = float(np.exp(rng.uniform(np.log(1.5), np.log(12))))
    wind = _wind(rng, strength)
    if kind == "bush":
        return _bush(rng, wind, duration_s)
    x, y = grid()
    leaves, edge = _leaves(rng), cv2.GaussianBlur(rng.normal(0, 1, (HEIGHT, WIDTH)).astype(np.float32), (0, 0), 9) * 350
    side = rng.choice([-1, 1])
    if kind == "grass":
        alpha = np.clip(((y - rng.uniform(0.78, 0.9) * HEIGHT) + edge * 0.4) / 8, 0, 1)
    else:
        across = x if side > 0 else WIDTH - x
        alpha = np.clip((rng.uniform(0.2, 0.4) * WIDTH - across + edge) / 12, 0, 1)

    def cover(time_s: float) -> Plane:
        dx, dy = wind(time_s)
        hidden = cv2.remap(alpha, x + dx, y + dy, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        return np.asarray(hidden, np.float32)

    def paint(picture: Picture, time_s: float) -> Picture:
        dx, dy = wind(time_s)
        here = cover(time_s)[..., None]
        if kind == "leaf shadows":
            spots = cv2.remap(leaves[..., 1], x + dx, y + dy, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
            return picture * (
                1 - here * np.where(spots > leaves[..., 1].mean(), 0.0, 0.45).astype(np.float32)[..., None]
            )
        blades = cv2.remap(leaves, x + dx, y + dy, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
        return np.asarray(picture * (1 - here) + blades * here, np.float32)

    shaded = kind == "leaf shadows"
    return Layer(
        stage=Stage.LIGHT if shaded else Stage.FRONT,
        paint=paint,
        negatives=[(0.0, duration_s, f"foliage, {kind}, {_words(strength)}")],
        cover=None if shaded else cover,
    )


def _bush(rng: np.random.Generator, wind: Callable[[float], tuple[Plane, Plane]], duration_s: float) -> Layer:
    """A part of the scene itself sways."""
    x, y = grid()
    centre, size = rng.uniform(0.1, 0.9, 2) * (WIDTH, HEIGHT), rng.uniform(60, 160, 2)
    here = np.exp(-(((x - centre[0]) / size[0]) ** 4) - ((y - centre[1]) / size[1]) ** 4)
    leaves = _leaves(rng)
    soft = here[..., None]

    def paint(picture: Picture, time_s: float) -> Picture:
        dx, dy = wind(time_s)
        grown = picture * (1 - soft) + leaves * soft
        swayed = cv2.remap(grown, x + dx * here, y + dy * here, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        return np.asarray(swayed, np.float32)

    strong = _words(float(np.abs(wind(3.0)[0]).max()))
    return Layer(stage=Stage.GROUND, paint=paint, negatives=[(0.0, duration_s, f"foliage, bush, {strong}")])


def _wind(rng: np.random.Generator, strength: float) -> Callable[[float], tuple[Plane, Plane]]:
    phase = cv2.GaussianBlur(rng.normal(0, 1, (HEIGHT, WIDTH)).astype(np.float32), (0, 0), 40) * 150
    gusts, tempo = rng.uniform(0, 2 * np.pi, 4), rng.uniform(0.25, 0.9)

    def wind(time_s: float) -> tuple[Plane, Plane]:
        gust = max(0.0, sum(np.sin(time_s * 2 * np.pi / (7 + 5 * i) + p) for i, p in enumerate(gusts)) / 2)
        sway = (0.2 + 0.8 * gust) * strength
        angle = 2 * np.pi * tempo * time_s
        return (
            (sway * np.sin(angle + phase)).astype(np.float32),
            (sway * 0.4 * np.sin(1.7 * angle + 2 * phase)).astype(np.float32),
        )

    return wind


def _leaves(rng: np.random.Generator) -> Picture:
    texture = cv2.GaussianBlur(rng.normal(0, 1, (HEIGHT, WIDTH)).astype(np.float32), (0, 0), rng.uniform(1.5, 4))
    texture = np.clip(texture / texture.std() * rng.uniform(12, 28) + rng.uniform(40, 110), 5, 230)
    return np.stack([texture * 0.7, texture, texture * 0.6], axis=2).astype(np.float32)


def _words(strength: float) -> str:
    return "mild" if strength < 3 else "fresh" if strength < 7 else "strong"
