#!/usr/bin/env python3
"""Make the demo camera streams from OpenCV's sample video vtest.avi.

A scene is the video's own static background (the median over time) on which people of that same video
walk through now and then: each is cut out by the difference to the background, with the shadow around the
feet, and put back where he or she really walked. Between the visits nothing moves, as in front of a house.

    compose_footage.py VTEST_AVI --out DIR [--labels DIR] [--only yard_day,gate_night,street_h265] [--frames DIR]

writes DIR/<scene>.main.mp4 (1280x720) and DIR/<scene>.sub.mp4 (640x360), 15 fps, and one label file a scene.
Needs numpy, opencv-python-headless and ffmpeg with libx264 and libx265. Same input, same versions: same output.
"""

import argparse
from dataclasses import dataclass, field
import itertools
import json
import pathlib
import subprocess

import cv2
import numpy as np

FPS = 15
MAIN = (1280, 720)
SUB = (640, 360)
VISIBLE = 115  # pixels at 640x360: from here on a visitor counts as an event (0.05 % of the picture)
MARGIN = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (15, 13))  # kept around a person: feet's shadow, soft edge


# --- people: from the source video to (picture, matte) pairs ------------------------------------------------


class Source:
    """The sample video: frames, background, and the moving pixels of each frame."""

    def __init__(self, path):
        capture = cv2.VideoCapture(str(path))
        frames = []
        while True:
            ok, frame = capture.read()
            if not ok:
                break
            frames.append(frame)
        if len(frames) < 700:
            raise SystemExit(f"{path}: expected OpenCV's vtest.avi with 795 frames, read {len(frames)}")
        self.frames = frames
        self.background = np.median(np.stack(frames[::5]), 0).astype(np.uint8)

    def moving(self, index):
        """Binary mask of everything that differs from the background."""
        difference = cv2.absdiff(self.frames[index], self.background).max(2)
        mask = (cv2.GaussianBlur(difference, (5, 5), 0) > 20).astype(np.uint8)
        mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((11, 5), np.uint8))
        return cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((2, 2), np.uint8))

    def relit(self, index, moving):
        """The frame, brought to the background's brightness by the smooth difference around the people."""
        still = (1 - cv2.dilate(moving, np.ones((9, 9), np.uint8))).astype(np.float32)
        frame = self.frames[index].astype(np.float32)
        offset = (frame - self.background) * still[..., None]
        weight = cv2.GaussianBlur(still, (0, 0), 24) + 1e-3
        return frame - cv2.GaussianBlur(offset, (0, 0), 24) / weight[..., None]


@dataclass
class Actor:
    """One person (or group) of the video: a point on the body at a frame, and the frames to follow."""

    frame: int
    x: int
    y: int
    first: int
    last: int


def follow(source, actor, moving):
    """{frame: mask}: the component at the actor's point, carried to later and earlier frames by overlap."""

    def components(index, seed):
        count, labels, stats, _ = cv2.connectedComponentsWithStats(moving(index))
        hit = np.bincount(labels[seed > 0].ravel(), minlength=count) > 0
        hit[0] = False
        hit &= stats[:, 4] >= 25
        return hit[labels].astype(np.uint8)

    point = np.zeros(source.background.shape[:2], np.uint8)
    cv2.circle(point, (actor.x, actor.y), 14, 1, -1)
    start = components(actor.frame, point)
    if not start.any():
        raise SystemExit(f"nobody at {actor.x},{actor.y} in frame {actor.frame}")
    masks = {actor.frame: start}
    for direction in (1, -1):
        seed, index = start, actor.frame + direction
        while actor.first <= index <= actor.last:
            seed = components(index, cv2.dilate(seed, np.ones((5, 9), np.uint8)))
            if not seed.any():
                break
            masks[index] = seed
            index += direction
    return masks


def layers(source, actors):
    """[(picture, matte)] for the visit at the source's frame rate; picture float32 BGR, matte float32 0..1."""
    cache = {}

    def moving(index):
        if index not in cache:
            cache[index] = source.moving(index)
        return cache[index]

    followed = [follow(source, actor, moving) for actor in actors]
    first, last = min(min(m) for m in followed), max(max(m) for m in followed)
    out = []
    for index in range(first, last + 1):
        own = np.zeros(source.background.shape[:2], np.uint8)
        for masks in followed:
            if index in masks:
                own |= masks[index]
        others = moving(index) & (1 - own)
        own = cv2.morphologyEx(own, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (9, 9)))
        wide = cv2.dilate(own, MARGIN)
        wide &= 1 - cv2.dilate(others, np.ones((5, 5), np.uint8)) | own
        matte = np.maximum(cv2.GaussianBlur(wide.astype(np.float32), (0, 0), 2.2) * wide, 0)
        out.append((source.relit(index, moving(index)), matte))
    return out


def between(background, a, b):
    """The (picture, matte) half-way between two neighbours, by optical flow from both sides."""
    matte_a, matte_b = a[1], b[1]
    if not matte_a.any() or not matte_b.any():
        return a if matte_a.any() else b
    rows, columns = np.where(np.maximum(matte_a, matte_b) > 0)
    y0, y1 = max(0, rows.min() - 24), rows.max() + 24
    x0, x1 = max(0, columns.min() - 24), columns.max() + 24
    cut = (slice(y0, y1), slice(x0, x1))
    ground = background[cut].astype(np.float32)
    alone = [ground + (f[cut] - ground) * m[cut][..., None] for f, m in (a, b)]
    grey = [cv2.cvtColor(np.clip(p, 0, 255).astype(np.uint8), cv2.COLOR_BGR2GRAY) for p in alone]
    grey = [cv2.resize(g, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC) for g in grey]
    dis = cv2.DISOpticalFlow_create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    height, width = ground.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    pictures, mattes = [], []
    for one, two, picture, matte in ((0, 1, alone[0], matte_a[cut]), (1, 0, alone[1], matte_b[cut])):
        flow = cv2.resize(dis.calc(grey[one], grey[two], None), (width, height)) / 2
        half = [x - flow[..., 0] / 2, y - flow[..., 1] / 2]
        pictures.append(cv2.remap(picture, *half, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE))
        mattes.append(cv2.remap(matte, *half, cv2.INTER_LINEAR))
    middle, matte = background.astype(np.float32), np.zeros_like(matte_a)
    middle[cut] = (pictures[0] + pictures[1]) / 2
    matte[cut] = np.maximum(*mattes)
    return middle, matte


def body(matte, crop):
    """Pixels of the person (without the margin) inside the crop, counted at 640x360."""
    x, y, w, h = crop
    mask = cv2.erode((matte > 0.5).astype(np.uint8), MARGIN)[y : y + h, x : x + w]
    return int(mask.sum() * SUB[0] * SUB[1] / (w * h))


def visit(source, actors):
    """The visit at 15 fps: source frames and one in between, so the source runs at 7.5 fps, a natural pace."""
    steps = layers(source, actors)
    out = []
    for a, b in itertools.pairwise(steps):
        out += [a, between(source.background, a, b)]
    return [*out, steps[-1]]


# --- the camera: crop, light, lens, sensor -----------------------------------------------------------------


class Sensor:
    """Noise that looks like a small sensor's: slightly blurred in space, new in every frame."""

    def __init__(self, rng, sigma, blur, colour, pool=24):
        self.rng, self.pool = rng, []
        width, height = MAIN
        for _ in range(pool):
            grain = cv2.GaussianBlur(rng.normal(0, 1, (height + 64, width + 64)).astype(np.float32), (0, 0), blur)
            grain = np.repeat((grain / grain.std())[..., None], 3, 2)
            if colour:
                tint = cv2.GaussianBlur(rng.normal(0, 1, grain.shape).astype(np.float32), (0, 0), 1.6)
                grain += tint / tint.std() * colour
            self.pool.append((grain * sigma).astype(np.float16))

    def __call__(self):
        y, x = self.rng.integers(0, 64, 2)
        return self.pool[self.rng.integers(len(self.pool))][y : y + MAIN[1], x : x + MAIN[0]].astype(np.float32)


def enlarge(picture, crop):
    x, y, w, h = crop
    return cv2.resize(picture[y : y + h, x : x + w], MAIN, interpolation=cv2.INTER_CUBIC)


def sharpen(picture):
    return picture + 0.6 * (picture - cv2.GaussianBlur(picture, (0, 0), 1.6))


def bump(t, start, length, height):
    u = (t - start) / length
    return height * np.sin(np.pi * u) ** 2 if 0 < u < 1 else 0.0


def infrared(picture):
    """Monochrome as under infrared light: plants bright, contrast low, a hot spot in the middle, dark corners."""
    grey = picture @ np.float32([-0.15, 0.75, 0.40])
    height, width = grey.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    radius = np.hypot((x / width - 0.5) * 1.05, (y / height - 0.58) * 0.9)
    lamp = 0.34 + 0.80 * np.exp(-((radius / 0.40) ** 2))
    return np.repeat(((26 + 0.62 * grey) * lamp)[..., None], 3, 2)


@dataclass
class Insect:
    """A flight past the lens: out of focus, bright in the lamp, through three points given in picture widths."""

    at: float
    length: float
    points: list
    radius: float
    light: float

    def draw(self, picture, t):
        u = (t - self.at) / self.length
        if not 0 <= u <= 1:
            return picture
        a, b, c = (np.float32(p) * MAIN[0] for p in self.points)
        glow = np.zeros(picture.shape[:2], np.float32)
        shutter = 0.8 / FPS / self.length
        for part in np.linspace(u - shutter, u, 24):
            wing = 0.006 * MAIN[0] * np.sin(part * self.length * 70)
            x, y = (1 - part) ** 2 * a + 2 * part * (1 - part) * b + part**2 * c
            cv2.circle(glow, (int(x * 16), int((y + wing) * 16)), int(self.radius * 16), 1.0, -1, cv2.LINE_AA, 4)
            glow *= 0.985
        glow = cv2.GaussianBlur(glow, (0, 0), self.radius * 0.6)
        return picture + glow[..., None] * self.light


def clock(picture, t, start):
    """The camera's own clock, top left."""
    s = int(t) + start
    text = f"{s // 3600 % 24:02d}:{s // 60 % 60:02d}:{s % 60:02d}"
    for colour, thick in ((20, 5), (235, 2)):
        cv2.putText(picture, text, (24, 46), cv2.FONT_HERSHEY_SIMPLEX, 1.1, (colour,) * 3, thick, cv2.LINE_AA)


# --- scenes ------------------------------------------------------------------------------------------------


@dataclass
class Scene:
    name: str
    seconds: int
    crop: tuple  # x, y, w, h in the source, 16:9
    visits: list  # (start in seconds, label, actors)
    codec: str = "libx264"
    main_kbit: int = 1600
    sub_kbit: int = 240
    mirrored: bool = False
    night_from: float = None  # seconds; None: day
    insects: list = field(default_factory=list)
    negatives: list = field(default_factory=list)
    mask: list = field(default_factory=list)
    seed: int = 1

    def light(self, t):
        """Gain of the light (clouds, exposure control) at t seconds."""
        if self.night_from is None:
            return 1 + 0.012 * np.sin(t * 0.21) + sum(bump(t, s, e - s, -0.10) for s, e, _ in self.negatives)
        dt = t - self.night_from
        if 0 <= dt < 0.3:
            return 0.25
        if 0.3 <= dt < 1.5:
            return 1.5 - 0.5 * (dt - 0.3) / 1.2
        return 1.0


SCENES = [
    Scene(
        "yard_day",
        90,
        (128, 196, 640, 360),
        [
            (18, "person from the right edge", [Actor(66, 616, 274, 30, 136)]),
            (56, "two persons from the top edge", [Actor(327, 625, 228, 259, 386), Actor(327, 652, 228, 259, 386)]),
        ],
        negatives=[[40, 50, "cloud"]],
        seed=11,
    ),
    Scene(
        "gate_night",
        90,
        (100, 306, 480, 270),
        [(34, "two persons", [Actor(600, 428, 363, 506, 621), Actor(600, 292, 500, 506, 714)])],
        mirrored=True,
        night_from=6.0,
        insects=[
            Insect(21.0, 0.9, [(-0.06, 0.18), (0.45, 0.02), (1.06, 0.33)], 15, 120),
            Insect(75.5, 1.3, [(0.70, 0.62), (0.36, 0.10), (-0.08, 0.26)], 22, 95),
        ],
        negatives=[[6, 7.5, "ir cut"], [21, 21.9, "insect"], [75.5, 76.8, "insect"]],
        mask=[[0, 0, 130, 34]],
        seed=12,
    ),
    Scene(
        "street_h265",
        60,
        (0, 0, 640, 360),
        [
            (10, "person far", [Actor(108, 203, 79, 60, 184)]),
            (38, "person at the right edge", [Actor(84, 579, 226, 36, 134)]),
        ],
        codec="libx265",
        main_kbit=1500,
        sub_kbit=220,
        seed=13,
    ),
]


def encoder(scene, path, size, kbit):
    """ffmpeg writing like a camera: no B-frames, one I-frame every 2 s, near-constant bit rate.

    One thread, so that the same pictures give the same stream.
    """
    command = ["ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "bgr24", "-r", str(FPS)]
    command += ["-s", "{}x{}".format(*size), "-i", "-", "-an", "-pix_fmt", "yuv420p", "-c:v", scene.codec]
    rate = ["-b:v", f"{kbit}k", "-maxrate", f"{int(kbit * 1.15)}k", "-bufsize", f"{kbit}k"]
    if scene.codec == "libx264":
        command += ["-profile:v", "main", "-preset", "veryfast", "-tune", "zerolatency", "-threads", "1", *rate]
        command += [
            "-x264-params",
            f"keyint={2 * FPS}:min-keyint={2 * FPS}:scenecut=0:bframes=0:ref=1:sliced-threads=0",
        ]
    else:
        command += ["-preset", "superfast", "-tune", "zerolatency", *rate, "-tag:v", "hvc1", "-x265-params"]
        gop = f"keyint={2 * FPS}:min-keyint={2 * FPS}:scenecut=0:bframes=0:open-gop=0"
        command += [f"log-level=error:pools=none:frame-threads=1:{gop}"]
    command += ["-video_track_timescale", "90000", "-movflags", "+faststart", str(path)]
    return subprocess.Popen(command, stdin=subprocess.PIPE)


def runs(frames, gap=FPS):
    """Frame numbers to [first, last] runs."""
    out = []
    for k in frames:
        if out and k - out[-1][1] <= gap:
            out[-1][1] = k
        else:
            out.append([k, k])
    return out


def write(writers, picture):
    """One picture to every stream, in its size."""
    for process, size in writers:
        shown = picture if size == MAIN else cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
        process.stdin.write(np.ascontiguousarray(shown).tobytes())


def make(source, scene, out, labels, stills):
    rng = np.random.default_rng(scene.seed)
    night = scene.night_from is not None
    day_noise, night_noise = Sensor(rng, 1.7, 0.7, 0.25), Sensor(rng, 4.2, 0.9, 0.0) if night else None
    ground = enlarge(source.background.astype(np.float32), scene.crop)
    still = {False: sharpen(ground), True: infrared(sharpen(ground)) if night else None}
    visits = [(int(start * FPS), label, visit(source, actors)) for start, label, actors in scene.visits]
    writers = [
        (encoder(scene, out / f"{scene.name}.main.mp4", MAIN, scene.main_kbit), MAIN),
        (encoder(scene, out / f"{scene.name}.sub.mp4", SUB, scene.sub_kbit), SUB),
    ]
    seen, edge = [[] for _ in visits], []
    for i in range(scene.seconds * FPS):
        t = i / FPS
        dark = night and t >= scene.night_from
        picture = still[dark].copy()
        for k, (first, _, frames) in enumerate(visits):
            if not 0 <= i - first < len(frames):
                continue
            person, matte = frames[i - first]
            alpha = np.clip(enlarge(matte, scene.crop), 0, 1)
            pixels = body(matte, scene.crop)
            if pixels >= VISIBLE:
                seen[k].append(i)
            elif pixels:
                edge.append(i)
            layer = sharpen(enlarge(person, scene.crop))
            picture += (infrared(layer) - picture if dark else layer - picture) * alpha[..., None]
        if scene.mirrored:
            picture = picture[:, ::-1]
        if night and not dark:  # dusk: little colour left
            picture = 0.55 * (0.55 * picture + 0.45 * picture.mean(2, keepdims=True))
        picture = picture * scene.light(t)
        for insect in scene.insects:
            picture = insect.draw(picture, t)
        picture = np.clip(picture + (night_noise if dark else day_noise)(), 0, 255).astype(np.uint8)
        if scene.mask:
            clock(picture, t, 18 * 3600 + 42 * 60)
        write(writers, picture)
        if stills and i % 5 == 0:
            cv2.imwrite(str(stills / f"{scene.name}.{i:04d}.png"), picture)
    for process, _ in writers:
        process.stdin.close()
        if process.wait():
            raise SystemExit(f"ffmpeg failed on {scene.name}")
    write_labels(scene, labels, [visit_label for _, visit_label, _ in visits], seen, edge)


def write_labels(scene, folder, visitors, seen, edge):
    """What is true of the clip: when each visitor is to be seen, and when only a few pixels of one are."""
    events = []
    for visitor, frames in zip(visitors, seen, strict=True):
        events += [[round(a / FPS, 2), round((b + 1) / FPS, 2), visitor] for a, b in runs(frames)]
    label = {
        "clip": scene.name,
        "files": [f"{scene.name}.main.mp4", f"{scene.name}.sub.mp4"],
        "duration": scene.seconds,
        "fps": FPS,
        "events": events,
        "ignore": [[round(a / FPS, 2), round((b + 1) / FPS, 2), "a few pixels of a visitor"] for a, b in runs(edge)],
        "negatives": scene.negatives,
        "mask": scene.mask,
    }
    (folder / f"{scene.name}.json").write_text(json.dumps(label, indent=1) + "\n")
    print(scene.name, events, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("vtest", type=pathlib.Path, help="OpenCV's samples/data/vtest.avi")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--labels", type=pathlib.Path, help="folder for the label files (default: --out)")
    parser.add_argument("--only", default="", help="comma-separated scene names")
    parser.add_argument("--frames", type=pathlib.Path, help="also write every fifth frame as PNG here, to look at")
    arguments = parser.parse_args()
    labels = arguments.labels or arguments.out
    for folder in filter(None, (arguments.out, labels, arguments.frames)):
        folder.mkdir(parents=True, exist_ok=True)
    wanted = set(filter(None, arguments.only.split(",")))
    unknown = wanted - {scene.name for scene in SCENES}
    if unknown:
        parser.error(f"unknown scene: {', '.join(sorted(unknown))}")
    source = Source(arguments.vtest)
    for scene in SCENES:
        if not wanted or scene.name in wanted:
            make(source, scene, arguments.out, labels, arguments.frames)


if __name__ == "__main__":
    main()
