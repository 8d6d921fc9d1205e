"""What the empty scene looks like, per pixel: a mean, and how far pictures usually stray from it.

Pictures are float32 grey levels after a 3x3 blur. The deviation rises fast and falls slowly, so that a bush that
swayed a minute ago still counts as a bush. Rates are per second, whatever the spacing of the looks.
"""

from collections.abc import Sequence
import math

import numpy as np
from numpy.typing import NDArray

from .image_ops import Sums
from .workspace import Difference

type Picture = NDArray[np.float32]
type Mask = NDArray[np.bool_]

MEAN_TAU_S = 20.0  # daylight drifts within minutes, clouds within ten seconds: between the two
SETTLED_TAU_S = 5.0  # what differs but stands still (a parked car, a moved chair) becomes scene this fast
HELD_TAU_S = 150.0  # beneath a mover the scene is hardly learnt, or a slow one would melt into it
RISE_TAU_S = 3.0  # the first gusts make a bush a bush within seconds
LONGEST_RISE_S = 0.7
FALL_TAU_S = 60.0  # and it stays one between gusts
DEVIATIONS = 2.6  # rise and fall settle near 1.5 sigma of plain noise: this is about 4 sigma
FASTEST_DEVIATION = 48.0  # grey levels one look may teach; a lamp must not blind a pixel for minutes


def blurred(sums: Sums, into: Picture | None = None) -> Picture:
    """The picture whose sums of 3x3 pixels these are, or a part of it. To keep one, keep its sums: they are half as large."""
    return np.multiply(sums, np.float32(1 / 9), out=into, dtype=np.float32)


class Background:
    """Mean and deviation of every pixel, and the difference from which a pixel is foreground."""

    def __init__(self, picture: Picture, floor: float) -> None:
        self.mean = picture.copy()
        self._floor = floor
        self._deviation = np.full_like(picture, floor / DEVIATIONS / 2)
        self._looks = 1

    def compare(self, picture: Picture, gain: float, into: Difference) -> Difference:
        """Fill in how the picture differs from the scene in a light `gain` times as strong."""
        if gain == 1:
            np.subtract(picture, self.mean, out=into.delta)
        else:
            np.multiply(self.mean, np.float32(gain), out=into.delta)
            np.subtract(picture, into.delta, out=into.delta)
        np.abs(into.delta, out=into.distance)
        np.multiply(self._deviation, np.float32(DEVIATIONS), out=into.threshold)
        np.maximum(into.threshold, np.float32(self._floor), out=into.threshold)
        np.greater(into.distance, into.threshold, out=into.mask)
        return into

    @property
    def noise(self) -> float:
        """The deviation of the middle pixel, in grey levels."""
        return float(np.median(self._deviation[::8, ::8]))

    def rebase(self, picture: Picture) -> None:
        """Take the picture for the scene at once: the light changed. Where it usually strays stays known."""
        np.copyto(self.mean, picture)

    def brighten(self, gain: float) -> None:
        """The light became stronger or weaker everywhere."""
        self.mean *= np.float32(gain)

    def relearn(self) -> None:
        """Learn quickly for a while: the light changed, and with it the noise."""
        self._looks = min(self._looks, 3)

    def forget(self, picture: Picture) -> None:
        """Take the picture for a new scene, of which nothing is known yet."""
        np.copyto(self.mean, picture)
        self._deviation.fill(self._floor / DEVIATIONS / 2)
        self._looks = 1

    def learn(
        self,
        difference: Difference,
        dt_s: float,
        *,
        held: Sequence[tuple[slice, slice]] = (),
        settled: Mask | None = None,
    ) -> None:
        """Learn from a picture that differs so.

        `held` parts belong to a mover (or to what may be one): they teach next to nothing. `settled` pixels differ
        and stand still: they are learnt quickly, and do not count as straying.
        """
        self._looks += 1
        rate = max(_share(dt_s, MEAN_TAU_S), 1 / self._looks)
        delta = difference.delta
        step, stray = difference.step, difference.stray
        np.multiply(delta, np.float32(rate), out=step)
        if settled is not None:
            np.multiply(delta, np.float32(_share(dt_s, SETTLED_TAU_S)), out=step, where=settled)
        for part in held:
            np.multiply(delta[part], np.float32(_share(dt_s, HELD_TAU_S)), out=step[part])
        self.mean += step
        np.minimum(difference.distance, np.float32(FASTEST_DEVIATION), out=stray)
        stray -= self._deviation
        if settled is not None:
            np.copyto(stray, np.float32(0), where=settled)
        for part in held:
            stray[part] = 0
        fall = _share(dt_s, FALL_TAU_S)
        # One look, however long after the last, must not make a habit of what it saw.
        rise = max(_share(min(dt_s, LONGEST_RISE_S), RISE_TAU_S), 1 / self._looks, fall)
        # The greater of the two is the rise where a pixel strays farther than usual, and the fall elsewhere.
        np.multiply(stray, np.float32(rise), out=step)
        stray *= np.float32(fall)
        self._deviation += np.maximum(step, stray, out=step)


def _share(dt_s: float, tau_s: float) -> float:
    return 1 - math.exp(-dt_s / tau_s)
