"""Makes clips of known truth: real footage with labelled movers, and seeded nuisances laid over it.

    benchmarks/nuisance.py SOURCE.mp4 --labels LABELS.json --out DIR [--kind foliage …] [--seed N]

For each kind one clip (H.264, I-frame every 2 s, about 300 kbit/s at 640x360) and its labels, in the form the scorer
of motion detectors reads: the source's events stay true, the nuisance's times are its `negatives`. The same seed
makes the same clip. Tune on some seeds, report on others. Needs OpenCV, for drawing only.
"""

import argparse
from collections.abc import Callable, Iterator
from fractions import Fraction
import json
import math
from pathlib import Path

import av
import cv2
import numpy as np
from numpy.typing import NDArray

type Picture = NDArray[np.uint8]
type Painter = Callable[[Picture, float], Picture]

SIZE = (640, 360)
FPS = 15
WARM_UP_S = 6.0  # nuisances begin after the detector has learnt the scene, except those that are always there


def foliage(rng: np.random.Generator) -> Painter:
    """Branches over the left third of the picture, swaying in gusts by up to 12 pixels (`yard_day`'s people keep right)."""
    width, height = SIZE
    texture = cv2.GaussianBlur(rng.normal(0, 1, (height, width)).astype(np.float32), (0, 0), rng.uniform(1.5, 4))
    texture = texture / texture.std() * rng.uniform(12, 28) + rng.uniform(40, 100)
    leaves = np.stack([texture * 0.7, texture, texture * 0.6], axis=2)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    reach = rng.uniform(0.25, 0.4) * width
    edge = cv2.GaussianBlur(rng.normal(0, 1, (height, width)).astype(np.float32), (0, 0), 9) * 400
    alpha = np.clip(((reach - x) + edge) / 12, 0, 1)[..., None]
    phase = cv2.GaussianBlur(rng.normal(0, 1, (height, width)).astype(np.float32), (0, 0), 40) * 150
    gusts = rng.uniform(0, 2 * math.pi, 4)
    strength, tempo = rng.uniform(3, 12), rng.uniform(0.3, 0.9)

    def paint(picture: Picture, time_s: float) -> Picture:
        gust = max(0.0, sum(math.sin(time_s * 2 * math.pi / (7 + 5 * i) + p) for i, p in enumerate(gusts)) / 2)
        sway = (0.15 + gust) * strength
        dx = (sway * np.sin(2 * math.pi * tempo * time_s + phase)).astype(np.float32)
        dy = (sway * 0.4 * np.sin(2 * math.pi * tempo * 1.7 * time_s + 2 * phase)).astype(np.float32)
        cover = cv2.remap(alpha, x + dx, y + dy, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)[..., None]
        branch = cv2.remap(leaves, x + dx, y + dy, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
        return (picture * (1 - cover) + branch * cover).astype(np.uint8)

    return paint


def insects(rng: np.random.Generator) -> Painter:
    """Under infrared: bright blurred blobs on crooked ways close to the lens, one about every five seconds."""
    flights = []
    start = WARM_UP_S
    while start < 600:
        start += rng.exponential(5)
        flights.append(
            (
                start,
                rng.uniform(0.6, 4),
                rng.uniform(0, 1, 2),
                rng.uniform(-500, 500, 2),
                rng.uniform(4, 16),
                rng.uniform(60, 160),
                rng.uniform(0, 6, 2),
            )
        )
    noise = rng.normal(0, 4, (8, SIZE[1], SIZE[0], 1)).astype(np.float32)

    def paint(picture: Picture, time_s: float) -> Picture:
        grey = picture.mean(axis=2, keepdims=True).astype(np.float32) * 0.55 + 15
        grey += noise[int(time_s * FPS) % 8]
        for start_s, length_s, origin, speed, radius, light, wobble in flights:
            t = time_s - start_s
            if 0 <= t <= length_s:
                cx = origin[0] * SIZE[0] + speed[0] * t + 30 * math.sin(wobble[0] + 5 * t)
                cy = origin[1] * SIZE[1] + speed[1] * t + 30 * math.sin(wobble[1] + 7 * t)
                blob = np.zeros((SIZE[1], SIZE[0]), np.float32)
                turn = math.degrees(math.atan2(speed[1], speed[0]))
                cv2.ellipse(blob, (int(cx), int(cy)), (int(radius * 1.8), int(radius)), turn, 0, 360, light, -1)
                grey += cv2.GaussianBlur(blob, (0, 0), radius * 0.45)[..., None]
        return np.repeat(np.clip(grey, 0, 255), 3, axis=2).astype(np.uint8)

    return paint


def headlights(rng: np.random.Generator) -> Painter:
    """At night: pools of light that sweep over the scene, and its texture with them."""
    sweeps = []
    start = WARM_UP_S
    while start < 600:
        start += 3 + rng.exponential(8)
        sweeps.append((start, rng.uniform(1.5, 4), rng.uniform(0.2, 0.9), rng.choice([-1, 1]), rng.uniform(0.4, 1.4)))
    y, x = np.mgrid[0 : SIZE[1], 0 : SIZE[0]].astype(np.float32)
    noise = rng.normal(0, 3, (8, SIZE[1], SIZE[0], 1)).astype(np.float32)

    def paint(picture: Picture, time_s: float) -> Picture:
        light = np.full((SIZE[1], SIZE[0]), 0.35, np.float32)
        for start_s, length_s, level, way, power in sweeps:
            t = (time_s - start_s) / length_s
            if 0 <= t <= 1:
                cx = SIZE[0] * ((t if way > 0 else 1 - t) * 1.6 - 0.3)
                light += power * np.exp(-(((x - cx) / 130) ** 2) - ((y - level * SIZE[1]) / 60) ** 2)
        return np.clip(picture * light[..., None] + noise[int(time_s * FPS) % 8], 0, 255).astype(np.uint8)

    return paint


def rain(rng: np.random.Generator) -> Painter:
    """Streaks everywhere, thicker in showers."""
    shower = rng.uniform(0, 6)

    def paint(picture: Picture, time_s: float) -> Picture:
        drops = np.zeros((SIZE[1], SIZE[0]), np.uint8)
        count = int(60 + 50 * math.sin(time_s / 9 + shower)) if time_s > WARM_UP_S else 0
        for px, py, length in zip(
            rng.integers(0, SIZE[0], count), rng.integers(0, SIZE[1], count), rng.integers(8, 34, count), strict=True
        ):
            cv2.line(drops, (int(px), int(py)), (int(px) + 3, int(py + length)), int(rng.integers(40, 110)), 1)
        return cv2.add(picture, np.repeat(cv2.GaussianBlur(drops, (3, 3), 0)[..., None], 3, axis=2))

    return paint


def clouds(rng: np.random.Generator) -> Painter:
    """Shadows with soft edges that drift over the scene, and a lamp that goes on and off."""
    soft = cv2.GaussianBlur(rng.normal(0, 1, (SIZE[1], SIZE[0] * 4)).astype(np.float32), (0, 0), 60)
    soft = np.clip(0.85 + soft / soft.std() * 0.15, 0.5, 1.15)
    drift = rng.uniform(4, 20)
    steps = np.cumsum(rng.exponential(15, 60)) + WARM_UP_S

    def paint(picture: Picture, time_s: float) -> Picture:
        offset = int(time_s * drift) % (SIZE[0] * 3)
        lit = 1.0 if np.searchsorted(steps, time_s) % 2 == 0 else 0.65
        return np.clip(picture * soft[:, offset : offset + SIZE[0], None] * lit, 0, 255).astype(np.uint8)

    return paint


def noise(rng: np.random.Generator) -> Painter:
    """A dark scene at high gain: strong noise, and the coder's blocks."""
    grain = rng.normal(0, rng.uniform(7, 12), (12, SIZE[1], SIZE[0], 1)).astype(np.float32)

    def paint(picture: Picture, time_s: float) -> Picture:
        return np.clip(picture * 0.35 + 12 + grain[rng.integers(0, 12)], 0, 255).astype(np.uint8)

    return paint


def clock(rng: np.random.Generator) -> Painter:
    """Date and time burnt in, with seconds, at one of the corners; a bit rate below it."""
    where = (int(rng.choice([8, 380])), int(rng.choice([24, 350])))
    scale = rng.uniform(0.5, 0.9)

    def paint(picture: Picture, time_s: float) -> Picture:
        text = f"2026-03-0{1 + int(time_s) // 86400} 18:{int(time_s) // 60:02}:{int(time_s) % 60:02}"
        drawn = picture.copy()
        for colour, thick in ((0, 3), (255, 1)):
            cv2.putText(drawn, text, where, cv2.FONT_HERSHEY_SIMPLEX, scale, (colour,) * 3, thick, cv2.LINE_AA)
        rate = f"{1000 + int(400 * math.sin(time_s // 1)):4d} kbps"
        cv2.putText(drawn, rate, (where[0], 180), cv2.FONT_HERSHEY_PLAIN, 1.0, (255, 255, 255), 1, cv2.LINE_AA)
        return drawn

    return paint


def reconnects(rng: np.random.Generator) -> Painter:
    """A poor link: grey smears after a loss, frozen pictures, a jump of the exposure."""
    losses = np.cumsum(10 + rng.exponential(8, 60)) + WARM_UP_S
    kinds = rng.integers(0, 3, 60)
    kept: dict[str, Picture] = {}

    def paint(picture: Picture, time_s: float) -> Picture:
        index = int(np.searchsorted(losses, time_s)) - 1
        if index >= 0 and time_s - losses[index] < 1.5:
            if kinds[index] == 0:
                grey = picture.copy()
                grey[int(SIZE[1] * 0.4) :] = 128
                return grey
            if kinds[index] == 1:
                return kept.setdefault(f"frozen{index}", picture)
            return np.clip(picture * (1 + 0.5 * math.exp(-(time_s - losses[index]) * 2)), 0, 255).astype(np.uint8)
        return picture

    return paint


KINDS: dict[str, Callable[[np.random.Generator], Painter]] = {
    made.__name__: made for made in (foliage, insects, headlights, rain, clouds, noise, clock, reconnects)
}


def make(source: Path, labels: Path, kind: str, seed: int, out: Path) -> Path:
    """Write one clip and its labels; returns the clip."""
    scene = f"{source.name.split('.')[0]}_{kind}_{seed}"
    truth = json.loads(labels.read_text())
    truth["negatives"] = [[WARM_UP_S, truth["duration"], kind]]
    out.mkdir(parents=True, exist_ok=True)
    (out / "labels").mkdir(exist_ok=True)
    (out / "labels" / f"{scene}.json").write_text(json.dumps(truth | {"clip": scene}))
    clip = out / f"{scene}.sub.mp4"
    paint = KINDS[kind](np.random.default_rng([seed, list(KINDS).index(kind)]))
    with av.open(str(clip), "w") as target:
        stream = target.add_stream("libx264", rate=FPS)
        stream.width, stream.height, stream.pix_fmt = *SIZE, "yuv420p"
        stream.time_base = Fraction(1, FPS)
        stream.options = {
            "preset": "veryfast",
            "crf": "28",
            "maxrate": "500k",
            "bufsize": "500k",
            "g": "30",
            "bf": "0",
            "sc_threshold": "0",
        }
        for number, picture in enumerate(_pictures(source)):
            painted = av.VideoFrame.from_ndarray(paint(picture, number / FPS), format="bgr24")
            painted.pts = number
            target.mux(stream.encode(painted))
        target.mux(stream.encode(None))
    return clip


def _pictures(source: Path) -> Iterator[Picture]:
    with av.open(str(source)) as container:
        for frame in container.decode(video=0):
            yield frame.reformat(*SIZE, "bgr24").to_ndarray()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--kind", nargs="+", choices=list(KINDS), default=list(KINDS))
    parser.add_argument("--seed", type=int, default=1)
    words = parser.parse_args()
    for kind in words.kind:
        print(make(words.source, words.labels, kind, words.seed, words.out), flush=True)


if __name__ == "__main__":
    main()
