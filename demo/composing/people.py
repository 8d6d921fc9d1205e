"""People of the sample video, followed by the overlap of what moves and cut out with a soft edge."""

from collections.abc import Sequence
from dataclasses import dataclass
import itertools

import cv2
import numpy as np

from .picture import SUB, Crop, Layer, Mask, Matte, Picture
from .source import Source, SourceError

MARGIN = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (15, 13))  # kept around a person: feet's shadow, soft edge
SMALLEST_PX = 25  # of a part that moves; less is noise
_FINGER_PX = 14  # how far from the point the body may be
_AROUND_PX = 24  # how far a person goes from one frame to the next


@dataclass(frozen=True, slots=True)
class Actor:
    """One person (or group) of the video: a point on the body in a frame, and the frames to follow it through."""

    frame: int
    x: int
    y: int
    first: int
    last: int


def visit(source: Source, actors: Sequence[Actor]) -> list[Layer]:
    """The visit at 15 fps: source frames and one in between, so the source runs at 7.5 fps, a natural pace."""
    steps = _layers(source, actors)
    found: list[Layer] = []
    for one, two in itertools.pairwise(steps):
        found += [one, _between(source, one, two)]
    return [*found, steps[-1]]


def body_px(matte: Matte, crop: Crop) -> int:
    """Pixels of the person (without the margin) inside the crop, counted at 640x360."""
    x, y, width, height = crop
    mask = cv2.erode((matte > 0.5).astype(np.uint8), MARGIN)[y : y + height, x : x + width]
    return int(mask.sum() * SUB[0] * SUB[1] / (width * height))


def _follow(source: Source, actor: Actor) -> dict[int, Mask]:
    """By frame: what moves at the actor's point, carried to later and earlier frames by overlap."""
    point = np.zeros(source.size, np.uint8)
    cv2.circle(point, (actor.x, actor.y), _FINGER_PX, 1, -1)
    start = _touching(source.moving(actor.frame), point)
    if not start.any():
        raise SourceError(f"nobody at {actor.x},{actor.y} in frame {actor.frame}")
    masks = {actor.frame: start}
    for direction in (1, -1):
        seed, index = start, actor.frame + direction
        while actor.first <= index <= actor.last:
            seed = _touching(source.moving(index), np.asarray(cv2.dilate(seed, np.ones((5, 9), np.uint8)), np.uint8))
            if not seed.any():
                break
            masks[index] = seed
            index += direction
    return masks


def _touching(moving: Mask, seed: Mask) -> Mask:
    """The parts that move and touch the seed."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(moving)
    hit = np.bincount(labels[seed > 0].ravel(), minlength=count) > 0
    hit[0] = False
    hit &= stats[:, cv2.CC_STAT_AREA] >= SMALLEST_PX
    return np.asarray(hit[labels], np.uint8)


def _layers(source: Source, actors: Sequence[Actor]) -> list[Layer]:
    """The visit at the source's frame rate."""
    followed = [_follow(source, actor) for actor in actors]
    first, last = min(min(masks) for masks in followed), max(max(masks) for masks in followed)
    return [
        (source.relit(index), _matte(source, index, [masks[index] for masks in followed if index in masks]))
        for index in range(first, last + 1)
    ]


def _matte(source: Source, index: int, masks: Sequence[Mask]) -> Matte:
    """A soft cut around these people that leaves out everybody else."""
    own = np.zeros(source.size, np.uint8)
    for mask in masks:
        own |= mask
    others = source.moving(index) & (1 - own)
    own = np.asarray(
        cv2.morphologyEx(own, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (9, 9))), np.uint8
    )
    wide = np.asarray(cv2.dilate(own, MARGIN), np.uint8)
    wide &= 1 - np.asarray(cv2.dilate(others, np.ones((5, 5), np.uint8)), np.uint8) | own
    return np.asarray(np.maximum(cv2.GaussianBlur(wide.astype(np.float32), (0, 0), 2.2) * wide, 0), np.float32)


def _between(source: Source, one: Layer, two: Layer) -> Layer:
    """Half-way between two neighbours, by optical flow from both sides."""
    if not one[1].any() or not two[1].any():
        return one if one[1].any() else two
    rows, columns = np.where(np.maximum(one[1], two[1]) > 0)
    cut = (
        slice(max(0, rows.min() - _AROUND_PX), rows.max() + _AROUND_PX),
        slice(max(0, columns.min() - _AROUND_PX), columns.max() + _AROUND_PX),
    )
    ground = source.background[cut].astype(np.float32)
    alone = [ground + (picture[cut] - ground) * matte[cut][..., None] for picture, matte in (one, two)]
    middle, matte = source.background.astype(np.float32), np.zeros_like(one[1])
    from_one = _half_way(alone[0], alone[1], one[1][cut])
    from_two = _half_way(alone[1], alone[0], two[1][cut])
    middle[cut] = (from_one[0] + from_two[0]) / 2
    matte[cut] = np.maximum(from_one[1], from_two[1])
    return middle, matte


def _half_way(picture: Picture, towards: Picture, matte: Matte) -> Layer:
    """The picture and its matte, moved half of the way that everything goes to the other picture."""
    seer = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    height, width = matte.shape
    flow = cv2.resize(seer.calc(_grey(picture), _grey(towards), None), (width, height)) / 2  # type: ignore[call-overload]  # None: a flow of its own
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    half = (x - flow[..., 0] / 2, y - flow[..., 1] / 2)
    moved = cv2.remap(picture, *half, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(moved, np.float32), np.asarray(cv2.remap(matte, *half, cv2.INTER_LINEAR), np.float32)


def _grey(picture: Picture) -> Mask:
    """Twice as large, so that small people have a flow at all."""
    grey = cv2.cvtColor(np.clip(picture, 0, 255).astype(np.uint8), cv2.COLOR_BGR2GRAY)
    return np.asarray(cv2.resize(grey, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC), np.uint8)
