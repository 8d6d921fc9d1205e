"""The demo's three cameras: where each looks, who comes when, what disturbs, how it encodes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .optics import Insect
from .people import Actor
from .picture import Crop

type Span = tuple[float, float, str]  # start and end in seconds, what

SWITCH_S = 0.3  # in which the infrared filter moves
EXPOSURE_S = 1.2  # in which the camera finds the new light


@dataclass(frozen=True, slots=True)
class Visit:
    """Some people of the video who come into the picture together."""

    at_s: float
    what: str
    actors: Sequence[Actor]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One camera's clip."""

    name: str
    duration_s: int
    crop: Crop
    visits: Sequence[Visit]
    seed: int
    codec: str = "libx264"
    main_kbit_s: int = 1600
    sub_kbit_s: int = 240
    mirrored: bool = False
    night_from_s: float | None = None  # None: day
    insects: Sequence[Insect] = ()
    negatives: Sequence[Span] = ()  # nothing may be reported then
    mask: Sequence[tuple[int, int, int, int]] = ()  # x0, y0, x1, y1 of the burnt-in clock, in pixels of 640x360

    def is_dark(self, time_s: float) -> bool:
        """Whether the infrared lamp lights the scene."""
        return self.night_from_s is not None and time_s >= self.night_from_s

    def light(self, time_s: float) -> float:
        """Gain of the light: clouds by day, the filter's switch and the exposure that follows it by night."""
        if self.night_from_s is None:
            clouds = sum(_swell(time_s, start, end - start) for start, end, _ in self.negatives)
            return float(1 + 0.012 * np.sin(time_s * 0.21) - 0.10 * clouds)
        since_s = time_s - self.night_from_s
        if 0 <= since_s < SWITCH_S:
            return 0.25
        if SWITCH_S <= since_s < SWITCH_S + EXPOSURE_S:
            return 1.5 - 0.5 * (since_s - SWITCH_S) / EXPOSURE_S
        return 1.0


def _swell(time_s: float, start_s: float, length_s: float) -> float:
    """From 0 to 1 and back to 0, softly."""
    share = (time_s - start_s) / length_s
    return float(np.sin(np.pi * share) ** 2) if 0 < share < 1 else 0.0


YARD_DAY = Scene(
    name="yard_day",
    duration_s=90,
    crop=(128, 196, 640, 360),
    visits=[
        Visit(18, "person from the right edge", [Actor(66, 616, 274, 30, 136)]),
        Visit(56, "two persons from the top edge", [Actor(327, 625, 228, 259, 386), Actor(327, 652, 228, 259, 386)]),
    ],
    negatives=[(40, 50, "cloud")],
    seed=11,
)
GATE_NIGHT = Scene(
    name="gate_night",
    duration_s=90,
    crop=(100, 306, 480, 270),
    visits=[Visit(34, "two persons", [Actor(600, 428, 363, 506, 621), Actor(600, 292, 500, 506, 714)])],
    mirrored=True,
    night_from_s=6.0,
    insects=[
        Insect(21.0, 0.9, [(-0.06, 0.18), (0.45, 0.02), (1.06, 0.33)], 15, 120),
        Insect(75.5, 1.3, [(0.70, 0.62), (0.36, 0.10), (-0.08, 0.26)], 22, 95),
    ],
    negatives=[(6, 7.5, "ir cut"), (21, 21.9, "insect"), (75.5, 76.8, "insect")],
    mask=[(0, 0, 130, 34)],
    seed=12,
)
STREET_H265 = Scene(
    name="street_h265",
    duration_s=60,
    crop=(0, 0, 640, 360),
    visits=[
        Visit(10, "person far", [Actor(108, 203, 79, 60, 184)]),
        Visit(38, "person at the right edge", [Actor(84, 579, 226, 36, 134)]),
    ],
    codec="libx265",
    main_kbit_s=1500,
    sub_kbit_s=220,
    seed=13,
)
SCENES = (YARD_DAY, GATE_NIGHT, STREET_H265)
