"""The arrays a look needs while it lasts and nobody keeps, lent to one camera after the other.

Cameras take turns looking, so a shard needs as many as look at the same moment, not one for each camera; and what was
just used lies in the processor's cache. Made once and filled again: memory taken anew costs more than the sums in it.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray

type Shape = tuple[int, ...]


class Difference:
    """How a picture differs from the scene."""

    def __init__(self, shape: Shape) -> None:
        self.delta: NDArray[np.float32] = np.empty(shape, np.float32)  # grey levels above the scene
        self.distance: NDArray[np.float32] = np.empty(shape, np.float32)  # the same without the sign
        self.threshold: NDArray[np.float32] = np.empty(shape, np.float32)  # what the distance has to exceed
        self.mask: NDArray[np.bool_] = np.empty(shape, np.bool_)  # what is foreground
        self.step: NDArray[np.float32] = np.empty(shape, np.float32)  # room for what is learnt from it
        self.stray: NDArray[np.float32] = np.empty(shape, np.float32)

    @property
    def pixels(self) -> int:
        """How many pixels are foreground."""
        return int(np.count_nonzero(self.mask))


class Workspace:
    """The arrays of one look at pictures of one shape; what they hold before it means nothing."""

    def __init__(self, shape: Shape) -> None:
        self.picture: NDArray[np.float32] = np.empty(shape, np.float32)  # what is looked at, blurred
        self.plain = Difference(shape)  # from the scene as it is
        self.lit = Difference(shape)  # from the scene in the picture's light


_free: defaultdict[Shape, list[Workspace]] = defaultdict(list)


@contextmanager
def workspace(shape: Shape) -> Iterator[Workspace]:
    """One for the time of a look, from any thread; there come to be as many as ever were lent at once."""
    free = _free[shape]
    try:
        lent = free.pop()
    except IndexError:
        lent = Workspace(shape)
    try:
        yield lent
    finally:
        free.append(lent)
