"""Patches: what differs from the scene in one look, how much one look at them is worth, and which are alike.

`motion` makes them of blobs and measures them; `movers` follows them.
"""

from dataclasses import dataclass
import math

from .image_ops import Blob

SIZE_RATIO = 3.3  # largest change of area from look to look; a person coming round a corner stays below
SPARSE_SIZE_RATIO = 6.0  # the same from key frame to key frame
JOIN_GAP_PX = 3  # legs and head of one person are seldom farther apart
FAINT, CLEAR = 1.1, 1.1  # contrast over threshold where noise ends, and how much more is beyond doubt
CROWD, CROWD_STEP = 3, 0.12  # each faint patch beyond three says that noise or rain reaches higher than believed
CROWD_MOST = 1.2
CLEAR_AREA_PX = 40
TEXT_SHARPNESS = 0.6  # optics and coder blur an edge over three pixels; what is drawn into the picture is sharper
TEXT_HEIGHT, TEXT_BAND = 0.1, 0.15  # of the picture
SAME_SCENE = 0.6  # the scene's own structure shows through: a shadow or a light
DOUBTFUL_WEIGHT = 0.1
SOFT_EDGE = 0.2  # people and vehicles have 0.28 to 0.6, pools of light and insects near the lens 0.05 to 0.15
BLURRED_SIZE_PX = 9  # below this even a sharp patch is all edge


@dataclass(frozen=True, slots=True)
class Patch:
    """A blob, or several close together, with what the look says of it. Pixels of the looked-at picture."""

    x0: int
    y0: int
    x1: int
    y1: int
    area: int
    alive: float = 1.0  # share of its pixels that changed since half a second ago
    contrast: float = 1.0  # mean difference over threshold
    sharpness: float = 0.4  # steepest edge over the highest difference, per pixel
    edge: float = 0.4  # steepest step of its brightness over the scene's, against the highest
    likeness: float = 0.0  # correlation of its fine structure with the scene's
    brighter: float = 0.0  # share of its pixels that are brighter than the scene

    @property
    def size(self) -> float:
        """Square root of the box's area."""
        return math.sqrt((self.x1 - self.x0) * (self.y1 - self.y0))

    @property
    def longest(self) -> int:
        """The box's longer side."""
        return max(self.x1 - self.x0, self.y1 - self.y0)

    @property
    def box(self) -> tuple[int, int, int, int]:
        """x0, y0, x1, y1."""
        return self.x0, self.y0, self.x1, self.y1


def joined(blobs: list[Blob]) -> list[Patch]:
    """Blobs, those within `JOIN_GAP_PX` of one another taken together; the largest first."""
    patches = [Patch(b.x, b.y, b.x + b.width, b.y + b.height, b.area) for b in blobs]
    merged = True
    while merged:
        merged = False
        result: list[Patch] = []
        for patch in patches:
            for index, other in enumerate(result):
                if _gap(patch, other) <= JOIN_GAP_PX:
                    result[index] = _union(patch, other)
                    merged = True
                    break
            else:
                result.append(patch)
        patches = result
    return sorted(patches, key=lambda p: (-p.area, p.y0, p.x0))


def weight(patch: Patch, picture_height: int, faint: float) -> float:
    """The evidence one look at a patch brings, 0.03..1."""
    clear = min(1.0, max(0.03, (patch.contrast - faint) / CLEAR))
    large = min(1.0, math.sqrt(patch.area / CLEAR_AREA_PX))
    if patch.likeness > SAME_SCENE or is_text(patch, picture_height):
        return clear * large * DOUBTFUL_WEIGHT
    return clear * large


def is_soft(patch: Patch) -> bool:
    """Whether it has no edge and is of one tone: brighter than the scene throughout, or darker."""
    return patch.size >= BLURRED_SIZE_PX and patch.edge < SOFT_EDGE and abs(patch.brighter - 0.5) > 0.35


def is_light(patch: Patch) -> bool:
    """Whether the scene itself shows through it, or it has no edge: light or shadow, not somebody."""
    return patch.likeness > SAME_SCENE or is_soft(patch)


def is_text(patch: Patch, picture_height: int) -> bool:
    """Whether it looks drawn into the picture: too sharp for a lens, low, and near the upper or lower border.

    What touches the border comes in there; text keeps a margin.
    """
    if patch.y0 == 0 or patch.y1 == picture_height:
        return False
    band = TEXT_BAND * picture_height
    low = patch.y1 - patch.y0 < TEXT_HEIGHT * picture_height
    return patch.sharpness > TEXT_SHARPNESS and low and (patch.y1 < band or patch.y0 > picture_height - band)


def _union(a: Patch, b: Patch) -> Patch:
    return Patch(min(a.x0, b.x0), min(a.y0, b.y0), max(a.x1, b.x1), max(a.y1, b.y1), a.area + b.area)


def _gap(a: Patch, b: Patch) -> int:
    return max(a.x0 - b.x1, b.x0 - a.x1, a.y0 - b.y1, b.y0 - a.y1)


def overlap(a: Patch, b: Patch) -> bool:
    """Whether the boxes come within a quarter of the second one's size of each other."""
    return _gap(a, b) <= b.size / 4


def distance(a: Patch, b: Patch) -> float:
    """Pixels from centre to centre."""
    return math.hypot(a.x0 + a.x1 - b.x0 - b.x1, a.y0 + a.y1 - b.y0 - b.y1) / 2


def resembles(a: Patch, b: Patch, *, sparse: bool) -> bool:
    """Near enough (within about the larger one's size) and of like size; seconds apart, size alone must do."""
    ratio = a.area / b.area
    if sparse:
        return 1 / SPARSE_SIZE_RATIO <= ratio <= SPARSE_SIZE_RATIO and b.contrast >= max(2 * FAINT, a.contrast / 2)
    return 1 / SIZE_RATIO <= ratio <= SIZE_RATIO and distance(a, b) <= 1.1 * max(a.longest, b.longest) + 3
