"""Right before the lens: insects in the infrared lamp's light, and a spider's web."""

import cv2
import numpy as np

from .frame import HEIGHT, WIDTH, Layer, Picture, Span, Stage, happenings


def insects(rng: np.random.Generator, duration_s: float) -> Layer:
    """Bright blurred blobs on crooked ways."""
    flights = [
        (
            at,
            rng.uniform(0.4, 3.5),
            rng.uniform(0, 1, 2) * (WIDTH, HEIGHT),
            rng.uniform(-450, 450, 2),
            rng.uniform(3, 15),
            rng.uniform(50, 170),
            rng.uniform(0, 6, 2),
        )
        for at in happenings(rng, duration_s, 6, 1.5)
    ]

    def paint(picture: Picture, time_s: float) -> Picture:
        for at, length_s, origin, speed, radius, light, wobble in flights:
            t = time_s - at
            if 0 <= t <= length_s:
                blob = np.zeros((HEIGHT, WIDTH), np.float32)
                x = origin[0] + speed[0] * t + 30 * np.sin(wobble[0] + 5 * t)
                y = origin[1] + speed[1] * t + 30 * np.sin(wobble[1] + 7 * t)
                turn = float(np.degrees(np.arctan2(speed[1], speed[0])))
                cv2.ellipse(blob, (int(x), int(y)), (int(radius * 1.8), int(radius)), turn, 0, 360, float(light), -1)
                picture = picture + cv2.GaussianBlur(blob, (0, 0), radius * 0.45)[..., None]
        return picture

    spans: list[Span] = [(flight[0], round(flight[0] + flight[1], 3), "insect") for flight in flights]
    return Layer(stage=Stage.LENS, paint=paint, negatives=spans)


def web(rng: np.random.Generator, duration_s: float) -> Layer:
    """Threads across the picture, out of focus, lit by the lamp; a breath of air shakes them."""
    drawn = np.zeros((HEIGHT, WIDTH), np.float32)
    knot = rng.uniform(0, 1, 2) * (WIDTH, HEIGHT)
    for angle in rng.uniform(0, 2 * np.pi, int(rng.integers(3, 8))):
        end = knot + 700 * np.array([np.cos(angle), np.sin(angle)])
        cv2.line(drawn, tuple(int(v) for v in knot), tuple(int(v) for v in end), float(rng.uniform(50, 150)), 3)
    for radius in rng.uniform(20, 200, 3):
        cv2.circle(drawn, tuple(int(v) for v in knot), int(radius), float(rng.uniform(20, 70)), 2)
    threads = cv2.GaussianBlur(drawn, (0, 0), rng.uniform(1.5, 4))
    breaths = [(at, rng.uniform(1, 8)) for at in happenings(rng, duration_s, 12)]
    tempo, reach = rng.uniform(0.8, 3), rng.uniform(2, 14)

    def paint(picture: Picture, time_s: float) -> Picture:
        power = sum(np.exp(-max(0.0, time_s - at) / length_s * 2) for at, length_s in breaths if time_s >= at)
        swing = reach * min(1.0, power) * np.sin(2 * np.pi * tempo * time_s)
        shift = np.array([[1, 0, swing], [0, 1, swing * 0.6]], np.float32)
        moved = np.asarray(cv2.warpAffine(threads, shift, (WIDTH, HEIGHT)), np.float32)
        return np.asarray(picture + (moved * (1 + 0.1 * swing / reach))[..., None], np.float32)

    spans: list[Span] = [(at, round(at + length_s, 3), "web") for at, length_s in breaths]
    return Layer(stage=Stage.LENS, paint=paint, negatives=spans)
