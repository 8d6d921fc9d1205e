"""Whether a camera still does its work: covered, blinded, out of focus, or frozen.

Compares what the picture holds with what it usually holds, about once a second. What changes slowly (dusk, fog, dirt
over weeks) becomes usual; what happens within seconds and stays is reported. `scene` asks, and owns the rest: a view
that changed (`moved`) and the infrared filter.
"""

from dataclasses import dataclass
from functools import reduce
import math

import numpy as np
from numpy.typing import NDArray

from ..model import Frame, SceneState
from .background import Picture

JUDGED_EVERY_S = 0.9
USUAL_TAU_S = 600.0  # fog and dusk take longer, a hand does not
FIRST_TAU_S = 5.0  # after the start, or after the infrared filter moved
LEARNS_S = 20.0
COVERED_COARSE = 0.25  # of the usual large forms: a hand or paper leaves a tenth; a person has his own, noise has none
DEFOCUSED_FINE, FOCUS_COARSE = 0.5, 0.6  # edges go, large forms stay
LEAST_STRUCTURE = 0.01  # a scene with less (a plain wall, a dark room) cannot be judged by it
BRIGHT_LEVEL, BLINDED_SHARE, USUALLY_BRIGHT = 240, 0.3, 0.1
FROZEN_LOOKS = 5
# Seconds a state must last before it is told: a hand that wipes the lens or a bus is none of them.
TOLD_AFTER_S = {
    SceneState.COVERED: 4.0,
    SceneState.BLINDED: 5.0,
    SceneState.DEFOCUSED: 8.0,
    SceneState.FROZEN: 20.0,
}
OVER_AFTER_S = 2.0


@dataclass(frozen=True, slots=True)
class _Features:
    """What a picture holds. Structure is relative to its brightness, so that dusk changes little."""

    fine: float  # strong steps from pixel to pixel
    coarse: float  # the same between means of 8x8 pixels
    bright: float  # share of pixels at the top of the range


class Tamper:
    """The condition of one camera's picture."""

    def __init__(self) -> None:
        self.told: SceneState | None = None
        self._usual: _Features | None = None
        self._learnt_s = 0.0
        self._judged_s = float("-inf")
        self._suspect: SceneState | None = None
        self._suspect_s = self._seen_s = 0.0
        self._last: NDArray[np.uint8] | None = None
        self._same_s, self._same_looks = 0.0, 0

    @property
    def hides(self) -> bool:
        """Whether nothing of the scene may be visible just now: nothing can be learnt of it, nor motion be found."""
        return self._suspect in {SceneState.COVERED, SceneState.BLINDED}

    def relearn(self) -> None:
        """The scene is another one, or in another light: what it usually holds has to be learnt anew."""
        self._usual, self._suspect, self.told, self._learnt_s = None, None, None, 0.0

    def judge(self, frame: Frame, picture: Picture, *, ordinary: bool) -> SceneState | None:
        """What is wrong with the camera now, if anything; `ordinary` pictures are what usual is learnt from."""
        elapsed_s = frame.time_s - self._judged_s
        if elapsed_s < JUDGED_EVERY_S:
            return self.told
        self._judged_s = frame.time_s
        suspect = self._frozen(frame)
        features = _features(frame, picture)
        if suspect is None and self._usual is not None and self._learnt_s >= LEARNS_S:
            suspect = _compare(features, self._usual)
        if suspect is None and ordinary:
            self._learn(features, min(elapsed_s, LEARNS_S))
        self._tell(suspect, frame.time_s)
        return self.told

    def _learn(self, features: _Features, elapsed_s: float) -> None:
        self._learnt_s += elapsed_s
        usual = self._usual or features
        share = 1 - math.exp(-elapsed_s / (FIRST_TAU_S if self._learnt_s < LEARNS_S else USUAL_TAU_S))
        self._usual = _Features(
            fine=usual.fine + share * (features.fine - usual.fine),
            coarse=usual.coarse + share * (features.coarse - usual.coarse),
            bright=usual.bright + share * (features.bright - usual.bright),
        )

    def _frozen(self, frame: Frame) -> SceneState | None:
        """Pictures that are alike to the last bit; a live sensor's noise never is, not even after coding."""
        if self._last is None or not np.array_equal(frame.luma, self._last):
            self._last, self._same_s, self._same_looks = frame.luma.copy(), frame.time_s, 0
            return None
        self._same_looks += 1
        return SceneState.FROZEN if self._same_looks >= FROZEN_LOOKS else None

    def _tell(self, suspect: SceneState | None, now_s: float) -> None:
        if suspect is not None:
            self._seen_s = now_s
            if suspect is not self._suspect:
                self._suspect = suspect
                self._suspect_s = self._same_s if suspect is SceneState.FROZEN else now_s
            if now_s - self._suspect_s >= TOLD_AFTER_S[suspect]:
                self.told = suspect
        elif self._suspect is not None and (self.told is None or now_s - self._seen_s >= OVER_AFTER_S):
            self._suspect = self.told = None


def _compare(now: _Features, usual: _Features) -> SceneState | None:
    if now.bright >= BLINDED_SHARE and usual.bright <= USUALLY_BRIGHT:
        return SceneState.BLINDED
    if usual.coarse < LEAST_STRUCTURE:
        return None
    if now.coarse < COVERED_COARSE * usual.coarse:
        return SceneState.COVERED
    soft = now.fine < DEFOCUSED_FINE * usual.fine  # never, where there usually are no fine steps at all
    return SceneState.DEFOCUSED if soft and now.coarse > FOCUS_COARSE * usual.coarse else None


def _features(frame: Frame, picture: Picture) -> _Features:
    level = float(picture[::8, ::8].mean()) + 16
    height, width = (side // 8 * 8 for side in picture.shape)
    # Slices added up: numpy's own means over short axes take several times as long.
    rows: Picture = reduce(np.add, (picture[row:height:8, :width:2] for row in range(0, 8, 2)))
    means: Picture = reduce(np.add, (rows[:, column::4] for column in range(4)))
    return _Features(
        fine=_strong(picture[::8, 1:] - picture[::8, :-1]) / level,
        coarse=_strong(means[:, 1:] - means[:, :-1]) / 16 / level,
        bright=float((frame.luma[::4, ::4] >= BRIGHT_LEVEL).mean()),
    )


def _strong(steps: NDArray[np.float32]) -> float:
    """The 90th percentile of the steps' size: noise is everywhere, structure is not."""
    sizes = np.abs(steps).ravel()
    rank = sizes.size * 9 // 10
    return float(np.partition(sizes, rank)[rank])
