"""What the picture as a whole is doing: learning, day, infrared, switching, a light step, a flash, clouds, dark, moved.

Infrared is read from the chroma, a change of light from the brightness of a grid of points, and whether the light or
the view changed from whether the picture still correlates with the background block by block. Whether the camera
still does its work is asked of `tamper`.
"""

from dataclasses import dataclass
import math

import numpy as np
from numpy.typing import NDArray

from ..model import Frame, SceneState
from .background import Mask, Picture
from .tamper import Tamper

LEARNING_S = 3.0
COLOURLESS = 2.5  # colours closer together than this are infrared's one tint and the coder's rounding
COLOURED = 3.5  # and above this it is colour again: between the two nothing changes
COLOURFUL = 6.0  # a scene usually above this that is suddenly colourless is under infrared
USUAL_TAU_S = 20.0
RETURN_SHARE = 0.3  # colour returns with a new exposure of most of the picture; a red car before grey asphalt has less
GLOBAL_SHARE = 0.35  # more of the picture than a person or car covers unless it stands before the lens
GAIN_STEP = 0.25  # brightness change of the median block that no mover makes
CORRELATES = 0.55  # median correlation of the blocks from which it is the same view in another light
CHANGED = 0.3  # a block with this share of differing pixels has changed
SILENCE_S = 1.5  # exposure and white balance settle after a step
CAUTIOUS_S = 6.0  # until the next key frame has refreshed what the coder left behind
LONGEST_SWITCH_S = 6.0  # an infrared filter with its exposure is done by then
MOVED_AFTER_S = 4.0  # a view that differs for this long is a new view
MOVED_TOLD_S = 60.0  # so long a new view is said to be new, so that somebody looks
FLASH_S = 1.5  # light that is gone again after this long was a flash
CLOUD_TAU_S, CLOUD_DRIFT = 10.0, 0.06  # the light drifts by this share within so many seconds
GREY_LEVEL, GREY_SHARE = 128, 0.08  # a decoder without its key frame paints mid-grey, evenly
DARK_LEVEL = 12.0  # mean grey level below which nothing can be told


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a look may conclude from the picture as a whole."""

    state: SceneState
    gain: float  # brightness of this picture over the background's
    quiet: bool  # motion is not to be looked for now
    rebase: bool = False  # take this picture as the scene
    forget: bool = False  # it is another scene
    relearn: bool = False  # the noise may have changed with the light
    strange: bool = False  # most of the picture belongs to a mover, or to another view: it must not become the scene
    hidden: bool = False  # nothing of the scene is to be seen: nothing to learn either


class Scene:
    """The state of one camera's picture over time."""

    def __init__(self) -> None:
        self.state = SceneState.LEARNING
        self.infrared: bool | None = None
        self._usual_chroma: float | None = None
        self._chroma_s = 0.0
        self._learnt_at_s: float | None = None
        self._silent_until_s = float("-inf")
        self._switching_since_s: float | None = None
        self._strange_since_s: float | None = None
        self._last: Picture | None = None
        self._tamper = Tamper()
        self._moved_at_s = float("-inf")
        self._step: tuple[float, float] = (float("-inf"), 0.0)  # the last light step: when, and its gain in logarithms
        self._drift = self._drift_s = 0.0  # changes of brightness of late
        self._usual_grey: float | None = None

    def caution(self, now_s: float) -> float:
        """How much more evidence a mover needs shortly after the light changed: exposure and noise still settle."""
        return 1.0 if self._silent_until_s <= now_s < self._silent_until_s + CAUTIOUS_S else 0.0

    def gain(self, picture: Picture, mean: Picture) -> float:
        """Median over a grid of points of brightness now over brightness of the scene."""
        ratios = ((picture[4::8, 4::8] + 1) / (mean[4::8, 4::8] + 1)).ravel()
        middle = ratios.size // 2
        return min(5.0, max(0.2, float(np.partition(ratios, middle)[middle])))

    def judge(self, frame: Frame, picture: Picture, mean: Picture, *, gain: float, mask: Mask) -> Verdict:
        """The verdict on a picture of whose pixels `mask` differ after compensating `gain`."""
        now_s = frame.time_s
        share = float(np.count_nonzero(mask) / mask.size)
        if self._learnt_at_s is None:
            self._learnt_at_s = now_s + LEARNING_S
        if self._filter_moved(frame, share=share, gain=gain):
            self._switching_since_s = now_s
        if self._switching_since_s is not None:
            return self._switch(now_s, picture, gain)
        if now_s < self._learnt_at_s:
            self.state = SceneState.LEARNING
            return Verdict(self.state, gain, quiet=True, rebase=share > GLOBAL_SHARE)
        ordinary = share <= GLOBAL_SHARE and now_s >= self._silent_until_s
        hidden = self._hidden(frame, picture, gain, ordinary=ordinary)
        if hidden is not None:
            return hidden
        if share > GLOBAL_SHARE:
            return self._changed(now_s, picture, mean, mask, gain)
        return self._calm(now_s, picture, gain)

    def _hidden(self, frame: Frame, picture: Picture, gain: float, *, ordinary: bool) -> Verdict | None:
        """The verdict while nothing of the scene is to be seen, and when it comes back."""
        was_hidden = self._tamper.hides
        told = self._tamper.judge(frame, picture, ordinary=ordinary)
        if self._tamper.hides:
            self.state = told or self.state
            return Verdict(self.state, gain, quiet=True, hidden=True)
        if was_hidden:
            # Nobody knows in which light the scene comes back.
            self._silent_until_s = frame.time_s + SILENCE_S
            self.state = SceneState.SETTLING
            return Verdict(self.state, gain, quiet=True, rebase=True, relearn=True)
        if self._is_torn(frame):
            self.state = SceneState.RECONNECTING
            return Verdict(self.state, gain, quiet=True, hidden=True)
        return None

    def _calm(self, now_s: float, picture: Picture, gain: float) -> Verdict:
        """The usual case: most of the picture is as it was."""
        self._strange_since_s = None
        stepped = abs(gain - 1) > GAIN_STEP
        self._note_drift(now_s, 1.0 if stepped else gain)
        if now_s < self._silent_until_s:
            # The first half waits for the exposure, the second learns the new light's noise.
            early = now_s < self._silent_until_s - SILENCE_S / 2
            if self.state not in {SceneState.LIGHT_STEP, SceneState.FLASH, SceneState.MOVED}:
                self.state = SceneState.SETTLING
            return Verdict(self.state, gain, quiet=True, rebase=early, relearn=early)
        step = self._kind_of_step(now_s, gain) if stepped else None
        self.state = self._tamper.told or step or self._usual(picture, now_s)
        return Verdict(self.state, gain, quiet=self.state is SceneState.DARK)

    def _switch(self, now_s: float, picture: Picture, gain: float) -> Verdict:
        """The infrared filter moves; over when the picture holds still again."""
        assert self._switching_since_s is not None  # noqa: S101  the caller has just looked
        self.state = SceneState.SWITCHING
        still = self._last is not None and float(np.abs(picture - self._last).mean()) < 1.5
        self._last = picture.copy()
        elapsed_s = now_s - self._switching_since_s
        if (still and elapsed_s > SILENCE_S) or elapsed_s > LONGEST_SWITCH_S:
            self._switching_since_s, self._last = None, None
            self._silent_until_s = now_s + SILENCE_S
            self._tamper.relearn()
        return Verdict(self.state, gain, quiet=True, rebase=True)

    def _changed(self, now_s: float, picture: Picture, mean: Picture, mask: Mask, gain: float) -> Verdict:
        """Most of the picture differs: the light, a large mover before the lens, or another view."""
        if correlation(picture, mean, mask) >= CORRELATES:
            self.state = self._kind_of_step(now_s, gain)
            self._silent_until_s = now_s + SILENCE_S
            self._strange_since_s = None
            return Verdict(self.state, gain, quiet=True, rebase=True, relearn=True)
        if self._strange_since_s is None:
            self._strange_since_s = now_s
        if now_s - self._strange_since_s >= MOVED_AFTER_S:
            self.state = SceneState.MOVED
            self._moved_at_s = now_s
            self._tamper.relearn()
            self._strange_since_s = None
            self._silent_until_s = now_s + SILENCE_S
            return Verdict(self.state, gain, quiet=True, forget=True)
        return Verdict(self._usual(picture, now_s), gain, quiet=False, strange=True)

    def _kind_of_step(self, now_s: float, gain: float) -> SceneState:
        """A flash takes back what it gave; every other change of the light stays."""
        step = math.log(gain)
        before_s, before = self._step
        self._step = now_s, step
        took_back = before * step < 0 and abs(before + step) < abs(before) / 2
        return SceneState.FLASH if took_back and now_s - before_s < FLASH_S else SceneState.LIGHT_STEP

    def _note_drift(self, now_s: float, gain: float) -> None:
        self._drift *= math.exp((self._drift_s - now_s) / CLOUD_TAU_S)
        self._drift += abs(math.log(gain))
        self._drift_s = now_s

    def _is_torn(self, frame: Frame) -> bool:
        """Whether a part of the picture is the even grey of pictures whose reference was lost."""
        # One grey level up or down; what is darker wraps round to a large number.
        level = frame.luma[2::4, 2::4] - np.uint8(GREY_LEVEL - 1) <= 2
        even = level[:, 1:] & level[:, :-1]
        grey = float(even.mean())
        if self._usual_grey is None or grey <= self._usual_grey + GREY_SHARE:
            usual = grey if self._usual_grey is None else self._usual_grey
            self._usual_grey = usual + 0.05 * (grey - usual)
            return False
        return True

    def _filter_moved(self, frame: Frame, *, share: float, gain: float) -> bool:
        """Whether the infrared filter has just moved. Keeps `infrared`."""
        chroma, usual = frame.chroma, self._usual_chroma
        if usual is None or self.infrared is None:
            self._usual_chroma, self._chroma_s = chroma, frame.time_s
            self.infrared = chroma < COLOURLESS
            return False
        rate = 1 - math.exp(-(frame.time_s - self._chroma_s) / USUAL_TAU_S)
        self._usual_chroma, self._chroma_s = usual + rate * (chroma - usual), frame.time_s
        if self.infrared:
            moved = chroma > COLOURED and (share > RETURN_SHARE or abs(gain - 1) > GAIN_STEP)
            dawned = self._usual_chroma > COLOURFUL
        else:
            moved = chroma < COLOURLESS and usual > COLOURFUL
            dawned = self._usual_chroma < COLOURLESS
        if moved or dawned:
            self.infrared = not self.infrared
            self._usual_chroma = chroma
        return moved

    def _usual(self, picture: Picture, now_s: float) -> SceneState:
        if now_s - self._moved_at_s < MOVED_TOLD_S:
            return SceneState.MOVED
        if float(picture[::8, ::8].mean()) < DARK_LEVEL:
            return SceneState.DARK
        if self._drift > CLOUD_DRIFT:
            return SceneState.CLOUD
        return SceneState.INFRARED if self.infrared else SceneState.DAY


def correlation(picture: Picture, mean: Picture, mask: Mask, size: int = 20) -> float:
    """Median correlation of two pictures over the blocks of `size` pixels that changed.

    Blocks without texture do not vote: under another light they look like anything. 1 when none has any.
    """
    height, width = (side // size * size for side in picture.shape)

    def blocks(whole: NDArray[np.generic]) -> NDArray[np.float32]:
        cut = whole[:height, :width].reshape(height // size, size, width // size, size)
        return cut.swapaxes(1, 2).reshape(-1, size * size).astype(np.float32)

    changed = blocks(mask).mean(axis=1) > CHANGED
    a, b = blocks(picture)[changed], blocks(mean)[changed]
    a, b = a - a.mean(axis=1, keepdims=True), b - b.mean(axis=1, keepdims=True)
    power_a, power_b = (a * a).mean(axis=1), (b * b).mean(axis=1)
    textured = (power_b > 4.0) | (power_a > 4.0)
    if not textured.any():
        return 1.0
    together = (a * b).mean(axis=1)[textured]
    return float(np.median(together / np.sqrt(power_a[textured] * power_b[textured] + 1e-3)))
