"""Where this camera cries wolf: cells of the picture in which something quivered and never went anywhere.

Leaves, a web, a flickering lamp, the clock burnt into the picture: each stays where it is and comes again. A cell
remembers for minutes; what moves there needs more proof, and what quivers there becomes part of the scene at once.
"""

import math

import numpy as np

from .background import Mask

CELL_PX = 8
FADES_TAU_S = 180.0  # wind pauses for a minute; a day's habit must not outlive the day
KNOWN = 1.5  # this many recent false cries make a cell a habitual one
MOST = 6.0


class Habits:
    """Recent false cries per cell of the looked-at picture."""

    def __init__(self, width: int, height: int) -> None:
        self._cries = np.zeros((-(-height // CELL_PX), -(-width // CELL_PX)), np.float32)
        self._faded_s = 0.0

    def cried(self, box: tuple[int, int, int, int]) -> None:
        """Something in the box (x0, y0, x1, y1 in pixels) stirred and proved to be nobody."""
        part = self._cries[_cells(box)]
        np.minimum(part + 1, MOST, out=part)

    def fade(self, time_s: float) -> None:
        """Let time pass."""
        if time_s - self._faded_s >= 1:
            self._cries *= np.float32(math.exp((self._faded_s - time_s) / FADES_TAU_S))
            self._faded_s = time_s

    def at(self, box: tuple[int, int, int, int]) -> float:
        """How habitual the box is: 0 nothing known, 1 at `KNOWN` cries, more above. The mean over its cells."""
        return float(self._cries[_cells(box)].mean()) / KNOWN

    def mask(self, shape: tuple[int, int]) -> Mask:
        """The habitual cells as pixels."""
        known = np.repeat(np.repeat(self._cries >= KNOWN, CELL_PX, axis=0), CELL_PX, axis=1)
        return known[: shape[0], : shape[1]]


def _cells(box: tuple[int, int, int, int]) -> tuple[slice, slice]:
    x0, y0, x1, y1 = box
    return slice(y0 // CELL_PX, -(-y1 // CELL_PX)), slice(x0 // CELL_PX, -(-x1 // CELL_PX))
