"""OpenCV's MOG2: on every picture, as many a script has it, and in Viseron's way (1 fps, 8 % of the picture)."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from .pictures import SIZE, Luma

SQUARE = 300
SQUARE_3 = np.ones((3, 3), np.uint8)  # OpenCV's own structuring element


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How MOG2 is used. `area` is the share of the picture that the largest contour has to exceed."""

    fps: float | None  # None: every picture
    history: int
    threshold: float
    rate: float
    erode: int
    dilate: int
    area: float


FULL = Way(fps=None, history=500, threshold=16, rate=-1, erode=1, dilate=2, area=0.004)
VISERON = Way(fps=1, history=500, threshold=15, rate=0.01, erode=1, dilate=4, area=0.08)


class Mog2:
    """One camera."""

    def __init__(self, way: Way, mask: Sequence[tuple[int, int, int, int]] = ()) -> None:
        self.way = way
        self.model = cv2.createBackgroundSubtractorMOG2(way.history, way.threshold, False)
        self.masked = np.zeros((SQUARE, SQUARE), bool)
        for left, top, right, bottom in mask:
            across, down = SQUARE / SIZE[0], SQUARE / SIZE[1]
            self.masked[int(top * down) : int(bottom * down) + 1, int(left * across) : int(right * across) + 1] = True
        self.first = True

    def look(self, picture: Luma) -> bool:
        """Whether the largest contour is large enough."""
        small = cv2.resize(picture, (SQUARE, SQUARE), interpolation=cv2.INTER_LINEAR)
        found = self.model.apply(small, learningRate=1.0 if self.first else self.way.rate)
        self.first = False
        found[self.masked] = 0
        found = cv2.dilate(cv2.erode(found, SQUARE_3, iterations=self.way.erode), SQUARE_3, iterations=self.way.dilate)
        contours, _ = cv2.findContours(found, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        return max((cv2.contourArea(contour) for contour in contours), default=0.0) > self.way.area * SQUARE * SQUARE
