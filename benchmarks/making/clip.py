"""One clip from one seed: what is in it (`Recipe`), the painting of its pictures, its coding and its labels."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
import json
from pathlib import Path
from typing import Literal

import av
import cv2
import numpy as np
from numpy.typing import NDArray

from . import lens, light, link, weather
from .actors import Source
from .backdrops import backdrop
from .frame import FPS, HEIGHT, WIDTH, Layer, Picture, Span, Stage, happenings
from .visits import VISIBLE, Visit, drive, visible, walk, with_contrast

type Nuisance = Callable[[np.random.Generator, float], Layer]

NUISANCES: dict[str, Nuisance] = {
    "clouds": light.clouds,
    "lamp": light.lamp,
    "headlights": light.headlights,
    "rain": weather.rain,
    "foliage": weather.foliage,
    "insects": lens.insects,
    "web": lens.web,
    "clock": link.clock,
    "reconnect": link.reconnect,
    "frozen": link.frozen,
    "tampering": link.tampering,
}
# Those two are matters of the sensor: made by `light.sensor`.
KINDS = (*NUISANCES, "infrared_switch", "noise")
AT_NIGHT = {"insects", "web", "headlights", "noise"}
BY_DAY = {"clouds"}
type Mode = Literal["day", "dark", "infrared"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What a seed makes. `kind` names the nuisance; movers are in every clip."""

    seed: int
    kind: str
    mode: Mode
    codec: Literal["h264", "h265"]
    rate: Literal["vbr", "cbr"]
    gop_s: int
    duration_s: float

    @property
    def scene(self) -> str:
        """The name its labels go by."""
        return f"{self.kind}_{self.mode}_{self.seed}"

    @property
    def file(self) -> str:
        """The name of the clip: the scene, the coding, `.mp4`."""
        return f"{self.scene}.{self.rate}{self.codec[1:]}_g{self.gop_s}.mp4"


def recipe(seed: int, duration_s: float = 75.0) -> Recipe:
    """Kinds take turns with the seed; mode, codec, rate and GOP are drawn."""
    rng = np.random.default_rng([seed, 1])
    kind = KINDS[seed % len(KINDS)]
    modes: list[Mode] = (
        ["day"] if kind in BY_DAY else ["dark", "infrared"] if kind in AT_NIGHT else ["day", "dark", "infrared"]
    )
    if kind in {"insects", "web"}:
        modes = ["infrared"]
    return Recipe(
        seed=seed,
        kind=kind,
        mode=modes[rng.integers(len(modes))],
        codec=rng.choice(["h264", "h265"], p=[0.65, 0.35]),
        rate=rng.choice(["vbr", "cbr"]),
        gop_s=int(rng.choice([2, 4])),
        duration_s=duration_s,
    )


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything a clip is painted from."""

    scene: Picture
    layers: list[Layer]
    visits: list[Visit]


def plan(what: Recipe, places: tuple[Source, ...]) -> Plan:
    """Draw everything that is drawn from the seed."""
    rng = np.random.default_rng([what.seed, 2])
    scene = backdrop(rng, places)
    looks = {"day": light.day, "dark": light.dark, "infrared": light.infrared}
    look, other = looks[what.mode](rng), light.infrared(rng) if what.mode != "infrared" else light.day(rng)
    if what.kind == "noise":
        look = light.Look(tone=look.tone, sigma=rng.uniform(6, 10), coarse=0.5)
    switches = happenings(rng, what.duration_s, 22, 12) if what.kind == "infrared_switch" else []
    layers = [light.sensor(rng, (look, other), switches)]
    if what.kind in NUISANCES:
        layers.append(NUISANCES[what.kind](rng, what.duration_s))
    if what.kind != "clock" and rng.random() < 0.2:
        layers.append(link.clock(rng, what.duration_s))
    layers.sort(key=lambda layer: layer.stage)
    visits = _visits(rng, what, places)
    bright, dim = (26.0, 70.0) if what.mode == "day" else (16.0, 50.0)
    aimed = [
        with_contrast(v, scene, look.tone, float(np.exp(rng.uniform(np.log(bright), np.log(dim))))) for v in visits
    ]
    return Plan(scene, layers, aimed)


def _visits(rng: np.random.Generator, what: Recipe, places: tuple[Source, ...]) -> list[Visit]:
    """Two or three, with quiet between them; before the tampering where there is one."""
    actors = [actor for place in places for actor in place.actors]
    end_s = what.duration_s * (0.5 if what.kind == "tampering" else 1.0) - 4
    found: list[Visit] = []
    now = rng.uniform(10, 16)
    while True:
        made = drive(rng, now) if rng.random() < 0.2 else walk(rng, actors[rng.integers(len(actors))], now)
        if made.end_s > end_s:
            return found
        found.append(made)
        now = made.end_s + rng.uniform(9, 18)


def paint(made: Plan, duration_s: float) -> Iterator[tuple[Picture, int]]:
    """Each picture, and how many of its pixels show a visitor."""
    front = [layer for layer in made.layers if layer.cover is not None]
    for number in range(int(duration_s * FPS)):
        time_s = number / FPS
        picture = made.scene.copy()
        mattes = None
        for layer in made.layers:
            if mattes is None and layer.stage > Stage.GROUND:
                mattes = [visit.paint(picture, time_s) for visit in made.visits]
            picture = layer.paint(picture, time_s)
        seen = 0
        if any(matte is not None for matte in mattes or []):
            seen = visible(mattes or [], front[0].cover(time_s) if front and front[0].cover else None)
        yield picture, seen


def write(what: Recipe, places: tuple[Source, ...], folder: Path) -> Path:
    """Make the clip in `folder` and its labels in `folder/labels`; returns the clip."""
    (folder / "labels").mkdir(parents=True, exist_ok=True)
    made = plan(what, places)
    clip = folder / what.file
    counts: list[int] = []
    # The name is there only when the file is whole: an interrupted run makes it anew.
    part = clip.with_suffix(".part")
    with av.open(str(part), "w", format="mp4") as target:
        stream = target.add_stream("libx264" if what.codec == "h264" else "libx265", rate=FPS)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.time_base = Fraction(1, FPS)
        stream.options = {**_coding(what)}
        for number, (picture, seen) in enumerate(paint(made, what.duration_s)):
            counts.append(seen)
            frame = av.VideoFrame.from_ndarray(_eight_bits(picture), format="bgr24")
            frame.pts = number
            target.mux(stream.encode(frame))
        target.mux(stream.encode(None))
    labels = {"clip": what.scene, "files": [clip.name], "duration": what.duration_s, "fps": FPS, **truth(made, counts)}
    (folder / "labels" / f"{what.scene}.json").write_text(json.dumps(labels, indent=1))
    part.rename(clip)
    return clip


def truth(made: Plan, counts: list[int]) -> dict[str, object]:
    """Events by the visible pixels, and what the layers know of themselves."""
    events: list[Span] = []
    for start, end in spans(counts, VISIBLE):
        nearest = _nearest(made.visits, (start + end) / 2)
        words = f"{nearest.label}, {nearest.heights[0]:.0f} px, contrast {nearest.contrast:.0f}"
        events.append((start, end, words))
    ignore = [[start, end, "a few pixels of a visitor"] for start, end in spans(counts, 1)]
    layers = made.layers
    return {
        "events": events,
        "ignore": ignore + [list(s) for layer in layers for s in layer.ignore],
        "negatives": [list(s) for layer in layers for s in layer.negatives],
        "states": [list(s) for layer in layers for s in layer.states],
        "mask": [],
    }


def _nearest(visits: Sequence[Visit], moment: float) -> Visit:
    return min(visits, key=lambda visit: abs(visit.start_s + visit.length_s / 2 - moment))


def spans(counts: list[int], least: int) -> list[tuple[float, float]]:
    """When at least so many pixels show somebody; gaps below a second belong to it."""
    found: list[tuple[float, float]] = []
    for number, count in enumerate(counts):
        if count >= least:
            time_s = round(number / FPS, 2)
            if found and time_s - found[-1][1] <= 1:
                found[-1] = (found[-1][0], time_s)
            else:
                found.append((time_s, time_s))
    return [span for span in found if span[1] - span[0] >= 0.4 or least == 1]


def _eight_bits(picture: Picture) -> NDArray[np.uint8]:
    return np.asarray(cv2.convertScaleAbs(np.maximum(picture, 0)), np.uint8)


def _coding(what: Recipe) -> dict[str, str]:
    gop = str(what.gop_s * FPS)
    if what.codec == "h265":
        kept = "crf=28" if what.rate == "vbr" else "bitrate=220:vbv-maxrate=220:vbv-bufsize=220"
        words = f"keyint={gop}:min-keyint={gop}:scenecut=0:bframes=0:pools=1:frame-threads=1:log-level=none:{kept}"
        return {"preset": "ultrafast", "x265-params": words}
    shared = {"preset": "veryfast", "g": gop, "keyint_min": gop, "bf": "0", "sc_threshold": "0", "threads": "1"}
    if what.rate == "vbr":
        return shared | {"crf": "27", "maxrate": "600k", "bufsize": "600k"}
    return shared | {"b": "280k", "minrate": "280k", "maxrate": "280k", "bufsize": "280k"}
