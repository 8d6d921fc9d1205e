"""A detector after the published description of Frigate's motion stage. Not Frigate: written anew from the description.

Described: the luma of a 5 fps pipe, shrunk to 100 pixels of height; contrast stretched between the 4th and the 96th
percentile, both averaged over 50 pictures; masks; a small Gaussian; more than 30 levels from a running average; one
dilation; contours of more than 10 pixels. The average takes 1 % of each picture, 20 % while calibrating, and while
there is motion only from its tenth picture on. It has calibrated when less than 5 % of the picture and at most four
contours changed; when more than 80 % changed it calibrates anew. Frigate says so of motion even while it calibrates.
"""

from collections import deque
from collections.abc import Sequence

import cv2
import numpy as np

from .pictures import SIZE, Luma

FPS = 5
HEIGHT = 100
THRESHOLD = 30
CONTOUR_AREA = 10
LIGHTNING = 0.8
MEMORY = 50
SQUARE_3 = np.ones((3, 3), np.uint8)  # OpenCV's own structuring element


class FrigateStyle:
    """One camera."""

    def __init__(self, mask: Sequence[tuple[int, int, int, int]] = ()) -> None:
        self.size = (SIZE[0] * HEIGHT // SIZE[1], HEIGHT)
        self.average = np.zeros((HEIGHT, self.size[0]), np.float32)
        self.levels: deque[tuple[float, float]] = deque(maxlen=MEMORY)
        self.masked = np.zeros((HEIGHT, self.size[0]), bool)
        for left, top, right, bottom in mask:
            scale = HEIGHT / SIZE[1]
            self.masked[int(top * scale) : int(bottom * scale) + 1, int(left * scale) : int(right * scale) + 1] = True
        self.calibrating = True
        self.motion_pictures = 0

    def look(self, picture: Luma) -> bool:
        """Whether anything moves."""
        small = self._stretched(np.asarray(cv2.resize(picture, self.size, interpolation=cv2.INTER_NEAREST), np.uint8))
        small[self.masked] = 255
        blurred = cv2.GaussianBlur(small, (3, 3), 1)
        differs = cv2.absdiff(blurred, cv2.convertScaleAbs(self.average))
        changed = cv2.dilate(cv2.threshold(differs, THRESHOLD, 255, cv2.THRESH_BINARY)[1], SQUARE_3, iterations=1)
        contours, _ = cv2.findContours(changed, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        areas = [area for contour in contours if (area := cv2.contourArea(contour)) > CONTOUR_AREA]
        share = sum(areas) / small.size
        if self.calibrating and share < 0.05 and len(areas) <= 4:
            self.calibrating = False
        if share > LIGHTNING:
            self.calibrating = True
        self.motion_pictures = self.motion_pictures + 1 if areas else 0
        if not areas or self.calibrating or self.motion_pictures >= 10:
            cv2.accumulateWeighted(blurred, self.average, 0.2 if self.calibrating else 0.01)
        return bool(areas)

    def _stretched(self, small: Luma) -> Luma:
        self.levels.append((float(np.percentile(small, 4)), float(np.percentile(small, 96))))
        low, high = np.mean(self.levels, axis=0)
        if high <= low:
            return small
        return np.asarray((np.clip(small, low, high) - low) / (high - low) * 255, np.uint8)
