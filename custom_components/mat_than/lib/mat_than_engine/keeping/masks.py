"""Privacy masks burnt into pictures: what they cover is black in the data, not under a layer that could be lifted.

Works on planar YUV 4:2:0, the form in which every copy is encoded. A mask covers what is inside it, one pixel more on every
side, and in the coarser colour planes every sample that belongs to such a pixel.
"""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from av.video.frame import VideoFrame
import numpy as np
from numpy.typing import NDArray

from ..model import Box, Polygon

type Cover = NDArray[np.bool_]

PIXEL_FORMATS: dict[str, tuple[int, int]] = {"yuv420p": (16, 235), "yuvj420p": (0, 255)}  # black and white
_LINE = 2  # pixels of a box's outline


def cover(polygons: Sequence[Polygon], width: int, height: int) -> Cover:
    """Which pixels (height, width) the polygons touch."""
    covered = np.zeros((height, width), np.bool_)
    for polygon in polygons:
        covered |= _filled(polygon, width, height)
    return _grown(covered)


@cache
def _centres(count: int) -> NDArray[np.float64]:
    return (np.arange(count) + 0.5) / count


def _filled(polygon: Polygon, width: int, height: int) -> Cover:
    """Pixels whose centre is inside, by counting crossings, and those that hold a corner."""
    x, y = _centres(width)[None, :], _centres(height)[:, None]
    inside = np.zeros((height, width), np.bool_)
    for (x1, y1), (x2, y2) in zip(polygon, (*polygon[1:], polygon[0]), strict=True):
        inside[min(int(y1 * height), height - 1), min(int(x1 * width), width - 1)] = True
        if y1 == y2:
            continue
        spans = (y1 > y) != (y2 > y)
        inside ^= np.logical_and(spans, x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
    return inside


def _grown(covered: Cover) -> Cover:
    """One pixel more on every side: a pixel is covered when the polygon touches it, not only its centre."""
    grown = covered.copy()
    grown[1:] |= covered[:-1]
    grown[:-1] |= covered[1:]
    wide = grown.copy()
    wide[:, 1:] |= grown[:, :-1]
    wide[:, :-1] |= grown[:, 1:]
    return wide


def black_out(frame: VideoFrame, covered: Cover) -> None:
    """Make the covered pixels of a `yuv420p` or `yuvj420p` picture black, in place."""
    _plane(frame, 0)[covered] = PIXEL_FORMATS[frame.format.name][0]
    coarse = _coarse(covered)
    for index in (1, 2):
        _plane(frame, index)[coarse] = 128


def outline(frame: VideoFrame, boxes: Sequence[Box]) -> None:
    """Draw the boxes' outlines in white, in place."""
    luma = _plane(frame, 0)
    white = PIXEL_FORMATS[frame.format.name][1]
    for x, y, width, height in boxes:
        left, right = (min(max(round(v * frame.width), 0), frame.width) for v in (x, x + width))
        top, bottom = (min(max(round(v * frame.height), 0), frame.height) for v in (y, y + height))
        luma[top : top + _LINE, left:right] = white
        luma[max(top, bottom - _LINE) : bottom, left:right] = white
        luma[top:bottom, left : left + _LINE] = white
        luma[top:bottom, max(left, right - _LINE) : right] = white


def _coarse(covered: Cover) -> Cover:
    """The same at half the size: a colour sample belongs to up to four pixels."""
    height, width = covered.shape
    even = np.zeros((height + height % 2, width + width % 2), np.bool_)
    even[:height, :width] = covered
    return even[::2, ::2] | even[1::2, ::2] | even[::2, 1::2] | even[1::2, 1::2]


def _plane(frame: VideoFrame, index: Literal[0, 1, 2] | int) -> NDArray[np.uint8]:
    """A plane's samples, written in place."""
    plane = frame.planes[index]
    samples = np.frombuffer(plane, np.uint8).reshape(plane.height, plane.line_size)
    view: NDArray[np.uint8] = samples[:, : plane.width]
    return view
