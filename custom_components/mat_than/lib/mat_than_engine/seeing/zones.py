"""Where motion counts: the owner's polygons as masks of the looked-at picture.

Excluded parts are cut out of the mask before patches are formed, so that a tree in one never joins a person beside
it. Included parts are asked afterwards: a mover counts where a good share of its box, or its foot, lies inside.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..model import Box, Polygon
from ..settings import Zone

INSIDE_SHARE = 0.3  # of a box; less is a passer-by whose arm or shadow reaches in


class Zones:
    """The zones of one camera at one picture size."""

    def __init__(self, zones: Sequence[Zone], width: int, height: int) -> None:
        self._width, self._height = width, height
        self._included = [(zone.name, _filled(zone.polygon, width, height)) for zone in zones if zone.mode == "include"]
        excluded = [_filled(zone.polygon, width, height) for zone in zones if zone.mode == "exclude"]
        self.excluded: NDArray[np.bool_] | None = np.logical_or.reduce(excluded) if excluded else None

    def where(self, box: Box) -> tuple[str, ...] | None:
        """Names of the included zones a box lies in; empty where there are no zones; None where it does not count."""
        if not self._included:
            return ()
        x0, y0 = int(box[0] * self._width), int(box[1] * self._height)
        x1 = max(x0 + 1, round((box[0] + box[2]) * self._width))
        y1 = max(y0 + 1, round((box[1] + box[3]) * self._height))
        foot = min(y1, self._height) - 1, min((x0 + x1) // 2, self._width - 1)
        names = tuple(name for name, mask in self._included if mask[foot] or mask[y0:y1, x0:x1].mean() >= INSIDE_SHARE)
        return names or None


def _filled(polygon: Polygon, width: int, height: int) -> NDArray[np.bool_]:
    """Pixels whose centre lies inside, by the even-odd rule."""
    x = (np.arange(width) + 0.5) / width
    y = ((np.arange(height) + 0.5) / height)[:, None]
    inside = np.zeros((height, width), np.bool_)
    for (xa, ya), (xb, yb) in zip(polygon, polygon[1:] + polygon[:1], strict=True):
        if ya != yb:
            crosses = (ya > y) != (yb > y)
            inside ^= crosses & (x < (xb - xa) * (y - ya) / (yb - ya) + xa)
    return inside
