"""What can be told of a patch: how much of it changed, how clearly, how sharp its outline is, what shows through it.

The first two are cheap and asked of every patch; the rest only of patches that were seen before, as in rain nearly
all are new in every look.
"""

from dataclasses import dataclass, replace
import math

import numpy as np

from .background import Background, Mask, Picture, blurred
from .image_ops import Sums
from .patches import Patch
from .workspace import Difference

STIRRED = 0.6  # of the threshold: what changed by this much since half a second ago
LIKENESS_PX = 60
PLAIN = 0.4  # mean square of the steps between neighbours; below this it is the coder's noise
EDGE_MARGIN_PX = 3  # around a patch: its outline lies there
BLACK = 8.0  # grey levels that any light leaves in the darkest place
LEAST_RATIO = 0.02


@dataclass(frozen=True, slots=True)
class Canvas:
    """One picture with what it is compared to; patches are measured on it."""

    picture: Picture
    recent: Sums  # of about half a second ago
    background: Background
    difference: Difference  # from the scene, in this picture's light
    mask: Mask  # of the difference, what lies in no excluded zone

    def stirring(self, patch: Patch) -> Patch:
        """The patch with its liveliness and contrast."""
        part = np.s_[patch.y0 : patch.y1, patch.x0 : patch.x1]
        inside, threshold = self.mask[part], self.difference.threshold[part]
        count = max(1, int(np.count_nonzero(inside)))
        changed = np.abs(self.picture[part] - blurred(self.recent[part])) > threshold * np.float32(STIRRED)
        alive = int(np.count_nonzero(changed & inside)) / count
        if not alive:
            return replace(patch, alive=0.0)
        return replace(patch, alive=alive, contrast=float((self.difference.distance[part] / threshold)[inside].mean()))

    def closer(self, patch: Patch) -> Patch:
        """The patch with its outline, and with what of the scene shows through it."""
        part = np.s_[patch.y0 : patch.y1, patch.x0 : patch.x1]
        picture, mean, inside = self.picture[part], self.background.mean[part], self.mask[part]
        change = picture - mean
        return replace(
            patch,
            sharpness=_steepness(change),
            edge=_edge(self.picture, self.background.mean, patch),
            likeness=_likeness(picture, mean, inside),
            brighter=int(np.count_nonzero(inside & (change > 0))) / max(1, int(np.count_nonzero(inside))),
        )


def _steepness(values: Picture, least: float = 1.0) -> float:
    """The steepest step between neighbours over the highest value (at least `least`): low for what has no edge."""
    if min(values.shape) < 2:
        return 1.0
    steepest = max(float(np.abs(np.diff(values, axis=axis)).max()) for axis in (0, 1))
    return steepest / max(float(np.abs(values).max()), least)


def _edge(picture: Picture, mean: Picture, patch: Patch) -> float:
    """How sharply the light changes at a patch's border and within it, whatever the scene's own structure.

    Light multiplies what it falls on, so the picture over the scene is as smooth as the light is; somebody who stands
    before the scene has an outline. Smoothed over 3x3 pixels first, or noise would be an edge.
    """
    part = np.s_[
        max(0, patch.y0 - EDGE_MARGIN_PX) : patch.y1 + EDGE_MARGIN_PX,
        max(0, patch.x0 - EDGE_MARGIN_PX) : patch.x1 + EDGE_MARGIN_PX,
    ]
    scene = _box3(mean[part])
    ratio = (_box3(picture[part]) - scene) / (scene + np.float32(9 * BLACK))
    return _steepness(ratio, LEAST_RATIO)


def _box3(values: Picture) -> Picture:
    """Nine times the mean of each pixel's neighbourhood, where it is whole."""
    across = values[:, :-2] + values[:, 1:-1] + values[:, 2:]
    total: Picture = across[:-2] + across[1:-1] + across[2:]
    return total


def _likeness(picture: Picture, mean: Picture, inside: Mask) -> float:
    """Correlation of the fine structure with the scene's: near 1 where only the light changed, near 0 behind a person.

    0 where the patch is small or the scene there is too plain to tell.
    """
    if np.count_nonzero(inside) < LIKENESS_PX:
        return 0.0
    both = inside[:, 1:] & inside[:, :-1]
    now, then = np.diff(picture, axis=1)[both], np.diff(mean, axis=1)[both]
    power_now, power_then = float(np.dot(now, now)), float(np.dot(then, then))
    if power_then < PLAIN * max(1, then.size):
        return 0.0
    return float(np.dot(now, then)) / math.sqrt(power_now * power_then + 1e-6)
