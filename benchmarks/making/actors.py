"""People cut out of the demo's footage: what moves before a camera, frame by frame, with its matte.

The empty scene is the median of the frames without a visitor; a person is what differs from it, with a soft edge.
"""

from dataclasses import dataclass
from functools import cache
import json
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
from numpy.typing import NDArray

type Cut = NDArray[np.uint8]  # height x width x 4: BGR and the matte

DIFFERENT = 22  # grey levels, at the demo's noise after blurring
SMALLEST = 150  # pixels of the main stream; less is noise
QUIET_FROM_S = {"gate_night": 9.0}  # its camera switches to infrared before
UNSTEADY = {"yard_day": (39.0, 51.0)}  # a cloud passes
NO_ACTORS = {"gate_night"}  # dark coats on dark grass: the mattes would be torn


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One visit of the source footage; the crops stand on their feet: the anchor is the middle of the lower edge."""

    name: str
    cuts: list[Cut]
    brightness: float  # mean of the scene it was filmed in

    @property
    def height(self) -> float:
        """Typical height of a crop, in pixels."""
        return float(np.median([cut.shape[0] for cut in self.cuts]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One clip of the demo: its empty scene and who walks through."""

    name: str
    backdrop: NDArray[np.uint8]
    actors: list[Actor]


@cache
def sources(media: Path, labels: Path) -> tuple[Source, ...]:
    """Everything the demo's main streams hold, in the order of their names."""
    return tuple(_source(path, json.loads((labels / f"{path.name.split('.')[0]}.json").read_text()))
                 for path in sorted(media.glob("*.main.mp4")))  # fmt: skip


def _source(path: Path, truth: dict[str, Any]) -> Source:
    name = str(truth["clip"])
    visits: dict[int, list[NDArray[np.uint8]]] = {}
    still: list[NDArray[np.uint8]] = []
    with av.open(str(path)) as container:
        for number, frame in enumerate(container.decode(video=0)):
            time_s = number / 15
            inside = [i for i, (start, end, _) in enumerate(truth["events"]) if start <= time_s <= end]
            if inside and name not in NO_ACTORS:
                visits.setdefault(inside[0], []).append(_pixels(frame))
            elif number % 30 == 0 and _quiet(name, time_s, truth):
                still.append(_pixels(frame))
    backdrop = np.median(np.stack(still), axis=0).astype(np.uint8)
    actors = [_actor(f"{name}/{truth['events'][i][2]}", frames, backdrop) for i, frames in sorted(visits.items())]
    return Source(name=name, backdrop=backdrop, actors=actors)


def _pixels(frame: av.VideoFrame) -> NDArray[np.uint8]:
    return np.asarray(frame.to_ndarray(format="bgr24"), np.uint8)


def _quiet(name: str, time_s: float, truth: dict[str, Any]) -> bool:
    first, last = UNSTEADY.get(name, (0.0, 0.0))
    near = any(start - 1 <= time_s <= end + 1 for start, end, _ in truth["events"] + truth["ignore"])
    return time_s >= QUIET_FROM_S.get(name, 0.0) and not first <= time_s <= last and not near


def _actor(name: str, frames: list[NDArray[np.uint8]], backdrop: NDArray[np.uint8]) -> Actor:
    cuts = [cut for frame in frames if (cut := _cut(frame, backdrop)) is not None]
    # Entering and leaving the source's picture shows half a person; those crops would limp.
    tall = np.median([cut.shape[0] for cut in cuts])
    edge = len(cuts) // 8
    whole = [cut for cut in cuts[edge:-edge] if 0.75 * tall < cut.shape[0] < 1.3 * tall]
    return Actor(name=name, cuts=whole, brightness=float(backdrop.mean()))


def _cut(frame: NDArray[np.uint8], backdrop: NDArray[np.uint8]) -> Cut | None:
    difference = cv2.GaussianBlur(cv2.absdiff(frame, backdrop), (7, 7), 0)
    difference = cv2.max(cv2.max(difference[..., 0], difference[..., 1]), difference[..., 2])
    differs = (np.asarray(difference) > DIFFERENT).astype(np.uint8)
    mask = cv2.morphologyEx(differs, cv2.MORPH_CLOSE, np.ones((21, 9), np.uint8))
    _, parts, figures, _ = cv2.connectedComponentsWithStats(mask)
    largest = int(figures[1:, cv2.CC_STAT_AREA].argmax()) + 1 if len(figures) > 1 else 0
    if not largest or figures[largest, cv2.CC_STAT_AREA] < SMALLEST:
        return None
    matte = cv2.GaussianBlur(cv2.dilate((parts == largest).astype(np.float32), np.ones((3, 3), np.uint8)), (5, 5), 0)
    x, y, width, height = (int(figures[largest, i]) for i in range(4))
    top, left = max(0, y - 3), max(0, x - 3)
    box = (slice(top, y + height + 3), slice(left, x + width + 3))
    return np.dstack([frame[box], (matte[box] * 255).astype(np.uint8)])
