"""Where and when motion counts: the owner's zones at the size of the looked-at picture.

Excluded parts are cut out of the mask before patches are formed, so that a tree in one never joins a person beside
it; whoever is there is not seen at all. Included parts are asked afterwards: a mover counts where a good share of its
box, or its foot, lies inside, if it is large enough and goes the zone's way. With included zones of which none is active
nothing counts: the owner said where and when.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

import numpy as np
from numpy.typing import NDArray

from ..model import Box, Polygon
from ..settings import Zone
from .heading import UNIT, Heading

INSIDE_SHARE = 0.3  # of a box; less is a passer-by whose arm or shadow reaches in
WITHIN_45_DEGREES = 0.7071


@dataclass(frozen=True, slots=True)
class Placing:
    """Whether a mover counts: the included zones it counts in, or why it does not."""

    names: tuple[str, ...] = ()
    refused: str = ""  # "outside", "small" or "other_way"; empty when it counts

    @property
    def counts(self) -> bool:
        """Whether it counts."""
        return not self.refused


@dataclass(frozen=True, slots=True)
class _Area:
    zone: Zone
    mask: NDArray[np.bool_]

    def holds(self, part: tuple[slice, slice], foot: tuple[int, int]) -> bool:
        return bool(self.mask[foot]) or float(self.mask[part].mean()) >= INSIDE_SHARE


class ActiveZones:
    """The zones that are active at one moment, at one picture size."""

    def __init__(self, areas: Sequence[_Area], *, anywhere: bool) -> None:
        self._included = [area for area in areas if area.zone.mode == "include"]
        self._anywhere = anywhere  # no zone is included, active or not: the whole picture counts
        excluded = [area.mask for area in areas if area.zone.mode == "exclude"]
        self.excluded: NDArray[np.bool_] | None = np.logical_or.reduce(excluded) if excluded else None

    def place(self, box: Box, heading: Heading | None = None, *, sure: bool = True) -> Placing:
        """Whether a box counts, and where. While a mover is not `sure` an unknown heading is no reason against it."""
        if self._anywhere:
            return _COUNTS
        here = [area.zone for area in self._included if area.holds(*self._part(area, box))]
        if not here:
            return Placing(refused="outside")
        large = [zone for zone in here if box[2] * box[3] >= zone.smallest]
        if not large:
            return Placing(refused="small")
        names = tuple(zone.name for zone in large if _goes(zone, heading, sure=sure))
        return Placing(names) if names else Placing(refused="other_way")

    def _part(self, area: _Area, box: Box) -> tuple[tuple[slice, slice], tuple[int, int]]:
        height, width = area.mask.shape
        x0, y0 = min(int(box[0] * width), width - 1), min(int(box[1] * height), height - 1)
        x1 = max(x0 + 1, round((box[0] + box[2]) * width))
        y1 = max(y0 + 1, round((box[1] + box[3]) * height))
        foot = min(y1, height) - 1, min((x0 + x1) // 2, width - 1)
        return (slice(y0, y1), slice(x0, x1)), foot


class Zones:
    """All zones of one camera at one picture size."""

    def __init__(self, zones: Sequence[Zone], width: int, height: int) -> None:
        self._areas = [_Area(zone, _filled(zone.polygon, width, height)) for zone in zones]
        self._anywhere = not any(zone.mode == "include" for zone in zones)
        self.ask_heading = any(zone.heading != "any" and zone.mode == "include" for zone in zones)
        self.ask_hours = any(zone.active == "hours" for zone in zones)
        self._made: dict[tuple[bool, ...], ActiveZones] = {}

    def at(self, *, night: bool, local: time | None = None) -> ActiveZones:
        """The zones active now. `local` is the place's own time; without one, zones by hours are active."""
        key = tuple(is_active(area.zone, night=night, local=local) for area in self._areas)
        if key not in self._made:
            chosen = [area for area, active in zip(self._areas, key, strict=True) if active]
            self._made[key] = ActiveZones(chosen, anywhere=self._anywhere)
        return self._made[key]


def is_active(zone: Zone, *, night: bool, local: time | None) -> bool:
    """Whether a zone is active. Hours are those of the wall clock, so a change to summer time needs no care:
    an hour that is skipped is skipped, one that comes twice counts twice. From an hour to itself is the whole day.
    """
    if zone.hours is None:
        return zone.active == "always" or (zone.active == "night") == night
    if local is None:
        return True
    start, end = (time.fromisoformat(hour) for hour in zone.hours)
    return start <= local < end if start < end else local >= start or local < end


def _goes(zone: Zone, heading: Heading | None, *, sure: bool) -> bool:
    if zone.heading == "any":
        return True
    if heading is None:
        return not sure
    x, y = UNIT[zone.heading]
    return heading[0] * x + heading[1] * y >= WITHIN_45_DEGREES


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


_COUNTS = Placing()
