"""The live picture of what the detector sees, for whoever sets a camera up.

Made while a `Tune` lasts and at no other time: at most two looks a second, each with the small picture, the pixels that
differ from the scene, and what came of them. The reports go over the pipe to whoever asked.
"""

import base64
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from av.video.frame import VideoFrame
import numpy as np

from ..model import Frame
from ..reports import TuningLook
from .background import Mask
from .motion import Seen
from .still import jpeg

SHOWN_EVERY_S = 0.5
LONGEST_S = 1800.0  # whoever forgets to switch it off pays for half an hour
REASONS = 8


@dataclass(frozen=True, slots=True)
class Shown:
    """One look, as the watch hands it out."""

    frame: Frame
    seen: Seen
    foreground: Mask | None


class Tuner:
    """Shows one camera's looks until its time is over. Times called `…_s` are monotonic."""

    def __init__(self, camera_id: str, until_s: float, report: Callable[[TuningLook], None]) -> None:
        self.until_s = until_s
        self._camera_id = camera_id
        self._report = report
        self._shown_s = float("-inf")
        self._dismissed: list[str] = []

    def note_dismissed(self, reason: str) -> None:
        """Something stirred and was not believed."""
        self._dismissed = [*self._dismissed[1 - REASONS :], reason]

    def show(self, shown: Shown, at: datetime, *, on: bool) -> None:
        """Report a look unless the last one was only just shown."""
        elapsed_s = shown.frame.time_s - self._shown_s
        if 0 <= elapsed_s < SHOWN_EVERY_S:
            return
        self._shown_s = shown.frame.time_s
        dismissed, self._dismissed = tuple(self._dismissed), []
        look = shown.seen.look
        height, width = shown.frame.luma.shape
        mask = shown.foreground
        if mask is None or mask.shape != shown.frame.luma.shape:
            mask = np.zeros((height, width), np.bool_)
        self._report(
            TuningLook(
                camera_id=self._camera_id,
                at=at,
                score=round(look.score, 3),
                suspicion=round(shown.seen.suspicion, 3),
                on=on,
                scene=look.scene,
                reason=look.reason,
                boxes=look.boxes,
                dismissed=dismissed,
                picture_jpeg=base64.b64encode(jpeg(_picture(shown.frame)) or b"").decode(),
                mask_width=width,
                mask_height=height,
                mask=base64.b64encode(np.packbits(mask, axis=1).tobytes()).decode(),
            )
        )


def _picture(frame: Frame) -> VideoFrame:
    return VideoFrame.from_ndarray(np.ascontiguousarray(frame.luma), format="gray")
