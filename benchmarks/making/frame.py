"""The picture all layers paint on, and what a layer is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT = 640, 360
FPS = 15
WARM_UP_S = 8.0  # nuisances that come and go begin later, when a detector may know the scene

type Picture = NDArray[np.float32]  # height x width x 3, BGR, 0..255
type Plane = NDArray[np.float32]  # height x width
type Span = tuple[float, float, str]  # start and end in seconds, what


class Stage(IntEnum):
    """Where on light's way to the file a layer paints; lower ones first."""

    GROUND = 0  # part of the scene, behind every visitor
    LIGHT = 1  # falls on scene and visitors
    FRONT = 2  # hides visitors
    LENS = 3  # between scene and sensor: rain, insects, a web
    SENSOR = 4  # look of day or night, noise
    SCREEN = 5  # what the camera writes over its picture
    LINK = 6  # what the way to the viewer does to it


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Something painted on every picture. `paint` may change the picture it is given."""

    stage: Stage
    paint: Callable[[Picture, float], Picture]
    negatives: list[Span] = field(default_factory=list)  # when it disturbs, exactly
    states: list[Span] = field(default_factory=list)  # the scene states it brings about
    ignore: list[Span] = field(default_factory=list)  # when motion is neither right nor wrong
    cover: Callable[[float], Plane] | None = None  # FRONT alone: how much of what is behind it is hidden, 0..1


def grid() -> tuple[Plane, Plane]:
    """The x and the y of each pixel."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    return x, y


def happenings(rng: np.random.Generator, until_s: float, every_s: float, shortest_s: float = 4.0) -> list[float]:
    """Moments from the warm-up on, about `every_s` apart, never closer than `shortest_s`."""
    found, now = [], WARM_UP_S + float(rng.uniform(0, every_s / 2))
    while now < until_s - 2:
        found.append(round(now, 3))
        now += shortest_s + float(rng.exponential(max(0.1, every_s - shortest_s)))
    return found
