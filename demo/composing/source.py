"""The sample video: its frames, its empty scene, and what moves in each frame."""

from functools import cached_property
from pathlib import Path

import cv2
import numpy as np

from .picture import Frame, Mask, Picture

LEAST_FRAMES = 700  # the last visit of a scene needs them
DIFFERENT = 20  # grey levels from the background, after blurring
_EVERY_FOR_BACKGROUND = 5
_SOFT_PX = 24  # light changes over more than that


class SourceError(Exception):
    """The video is not the one that the scenes were written for."""


class Source:
    """Frames in memory; masks are kept, as several visits ask for the same ones."""

    def __init__(self, path: Path) -> None:
        """Read all of it. SourceError when it is not vtest.avi."""
        self.frames: list[Frame] = []
        capture = cv2.VideoCapture(str(path))
        while (read := capture.read())[0]:
            self.frames.append(np.asarray(read[1], np.uint8))
        if len(self.frames) < LEAST_FRAMES:
            raise SourceError(f"{path}: expected OpenCV's vtest.avi with 795 frames, read {len(self.frames)}")
        self._moving: dict[int, Mask] = {}

    @cached_property
    def background(self) -> Frame:
        """The empty scene: the median over time."""
        return np.asarray(np.median(np.stack(self.frames[::_EVERY_FOR_BACKGROUND]), 0), np.uint8)

    @property
    def size(self) -> tuple[int, int]:
        """Height and width."""
        height, width = self.background.shape[:2]
        return height, width

    def moving(self, index: int) -> Mask:
        """Everything in a frame that differs from the background."""
        if index not in self._moving:
            difference = cv2.absdiff(self.frames[index], self.background).max(2)
            mask = (cv2.GaussianBlur(difference, (5, 5), 0) > DIFFERENT).astype(np.uint8)
            closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((11, 5), np.uint8))
            opened = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((2, 2), np.uint8))
            self._moving[index] = np.asarray(opened, np.uint8)
        return self._moving[index]

    def relit(self, index: int) -> Picture:
        """The frame, brought to the background's brightness by the smooth difference around the people."""
        still = (1 - cv2.dilate(self.moving(index), np.ones((9, 9), np.uint8))).astype(np.float32)
        frame = self.frames[index].astype(np.float32)
        offset = (frame - self.background) * still[..., None]
        weight = cv2.GaussianBlur(still, (0, 0), _SOFT_PX) + 1e-3
        return np.asarray(frame - cv2.GaussianBlur(offset, (0, 0), _SOFT_PX) / weight[..., None], np.float32)
