"""The few operations on whole pictures that a faster library may do: one interface, two backends, the same answers.

Everything here works on integers, so that OpenCV and numpy agree to the last bit; all that is done in floating point
(the background's statistics) is numpy for both. OpenCV is taken where it is installed; Home Assistant OS has none.
"""

from dataclasses import dataclass
from functools import cache
import importlib
from typing import Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

type Luma = NDArray[np.uint8]
type Mask = NDArray[np.bool_]
type Sums = NDArray[np.uint16]  # of 3x3 pixels, 0..2295

MOST_BLOBS = 24  # more blobs than these are rain or noise, and the largest are enough to say so


@dataclass(frozen=True, slots=True)
class Blob:
    """A connected patch of a mask, in pixels of the looked-at picture."""

    x: int
    y: int
    width: int
    height: int
    area: int


class ImageOps(Protocol):
    """What a backend does. Pictures are (height, width); borders repeat the outermost pixel."""

    @property
    def name(self) -> Literal["opencv", "numpy"]:
        """What `Hello.backend` says."""

    def sum3(self, luma: Luma) -> Sums:
        """The sum of each pixel's 3x3 neighbourhood."""

    def close3(self, mask: Mask) -> Mask:
        """The mask with gaps of up to two pixels closed (3x3 dilation, then erosion)."""

    def blobs(self, mask: Mask, smallest: int) -> list[Blob]:
        """The mask's 8-connected patches of at least `smallest` pixels, the largest first."""


class NumpyOps:
    """The backend that is always there."""

    name: Literal["opencv", "numpy"] = "numpy"

    def sum3(self, luma: Luma) -> Sums:
        """See `ImageOps`."""
        height, width = luma.shape
        rows = np.empty((height, width + 2), np.uint16)
        inner = rows[:, 1:-1]
        np.copyto(inner, luma)
        inner[1:] += luma[:-1]
        inner[0] += luma[0]
        inner[:-1] += luma[1:]
        inner[-1] += luma[-1]
        rows[:, 0] = rows[:, 1]
        rows[:, -1] = rows[:, -2]
        total = rows[:, :-2] + rows[:, 1:-1]
        total += rows[:, 2:]
        return total

    def close3(self, mask: Mask) -> Mask:
        """See `ImageOps`."""
        grown = _or3(mask)
        np.logical_not(grown, out=grown)
        shrunk = _or3(grown)
        np.logical_not(shrunk, out=shrunk)
        return shrunk

    def blobs(self, mask: Mask, smallest: int) -> list[Blob]:
        """See `ImageOps`. Works on runs of set pixels, so the cost follows what is set, not the picture's size."""
        if np.count_nonzero(mask) < smallest:
            return []
        height, width = mask.shape
        stride = width + 2
        padded = np.zeros((height, stride), np.bool_)
        padded[:, 1:-1] = mask
        flat = padded.ravel()
        edges = np.flatnonzero(flat[1:] != flat[:-1]) + 1
        starts, ends = edges[::2], edges[1::2]
        roots = _joined_runs(starts, ends, stride)
        _, index = np.unique(roots, return_inverse=True)
        count = int(index[-1]) + 1 if index.size == 1 else int(index.max()) + 1
        left, right = starts % stride - 1, ends % stride - 1
        row = starts // stride
        x0, x1 = np.full(count, width), np.zeros(count, np.int64)
        y0, y1 = np.full(count, height), np.zeros(count, np.int64)
        np.minimum.at(x0, index, left)
        np.maximum.at(x1, index, right)
        np.minimum.at(y0, index, row)
        np.maximum.at(y1, index, row + 1)
        area = np.bincount(index, weights=ends - starts).astype(np.int64)
        return _largest(x0, y0, x1 - x0, y1 - y0, area, smallest)


class OpenCvOps:
    """The faster backend."""

    name: Literal["opencv", "numpy"] = "opencv"

    def __init__(self) -> None:
        """ImportError where OpenCV is not installed."""
        # OpenCV's stubs cannot be required where OpenCV itself is optional, hence Any.
        self._cv: Any = importlib.import_module("cv2")
        # The engine decides how many cores it uses; small pictures gain nothing from more.
        self._cv.setNumThreads(1)
        self._square = np.ones((3, 3), np.uint8)

    def sum3(self, luma: Luma) -> Sums:
        """See `ImageOps`."""
        cv = self._cv
        total: Sums = cv.boxFilter(luma, cv.CV_16U, (3, 3), normalize=False, borderType=cv.BORDER_REPLICATE)
        return total

    def close3(self, mask: Mask) -> Mask:
        """See `ImageOps`."""
        closed: NDArray[np.uint8] = self._cv.morphologyEx(mask.view(np.uint8), self._cv.MORPH_CLOSE, self._square)
        return closed.view(np.bool_)

    def blobs(self, mask: Mask, smallest: int) -> list[Blob]:
        """See `ImageOps`."""
        if np.count_nonzero(mask) < smallest:
            return []
        # This algorithm takes a third of the default one's time on pictures as small as these.
        _, _, stats, _ = self._cv.connectedComponentsWithStatsWithAlgorithm(
            mask.view(np.uint8), 8, self._cv.CV_32S, self._cv.CCL_BBDT
        )
        columns = stats[1:].T.astype(np.int64)
        return _largest(columns[0], columns[1], columns[2], columns[3], columns[4], smallest)


@cache
def backend(name: Literal["opencv", "numpy"] | None = None) -> ImageOps:
    """The backend of that name, or the best one installed. ImportError when the asked one is not installed."""
    if name == "numpy":
        return NumpyOps()
    try:
        return OpenCvOps()
    except ImportError:
        if name == "opencv":
            raise
        return NumpyOps()


def _or3(mask: Mask) -> Mask:
    """Each pixel or any of its eight neighbours; beyond the border nothing is set."""
    across = mask.copy()
    across[:, 1:] |= mask[:, :-1]
    across[:, :-1] |= mask[:, 1:]
    both = across.copy()
    both[1:] |= across[:-1]
    both[:-1] |= across[1:]
    return both


def _joined_runs(starts: NDArray[np.int64], ends: NDArray[np.int64], stride: int) -> NDArray[np.int64]:
    """For each run of set pixels the index of the run that stands for its patch.

    Runs are half-open in the flattened, padded picture; runs touch (8-connected) where the next row's run begins no
    later than this one ends and ends no earlier than this one begins.
    """
    first = np.searchsorted(ends, starts + stride, "left")
    last = np.searchsorted(starts, ends + stride, "right")
    counts = np.maximum(last - first, 0)
    upper = np.repeat(np.arange(starts.size), counts)
    offsets = np.arange(upper.size) - np.repeat(np.cumsum(counts) - counts, counts)
    lower = first[upper] + offsets
    roots = np.arange(starts.size)
    while True:
        a, b = roots[upper], roots[lower]
        if np.array_equal(a, b):
            return roots
        np.minimum.at(roots, np.maximum(a, b), np.minimum(a, b))
        while not np.array_equal(jumped := roots[roots], roots):
            roots = jumped


def _largest(
    x: NDArray[np.int64],
    y: NDArray[np.int64],
    width: NDArray[np.int64],
    height: NDArray[np.int64],
    area: NDArray[np.int64],
    smallest: int,
) -> list[Blob]:
    keep = np.flatnonzero(area >= smallest)
    order = keep[np.lexsort((x[keep], y[keep], -area[keep]))][:MOST_BLOBS]
    table = np.stack([x, y, width, height, area])[:, order].T.tolist()
    return [Blob(*row) for row in table]
