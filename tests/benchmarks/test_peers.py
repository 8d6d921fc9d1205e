"""Each peer sees a square that comes into an empty picture, and nothing before it."""

from collections.abc import Callable

import numpy as np
import pytest

from benchmarks.peers.frigate_style import FrigateStyle
from benchmarks.peers.mog2 import FULL, VISERON, Mog2
from benchmarks.peers.pictures import Luma, on_times


def pictures(count: int, square_from: int) -> list[Luma]:
    rng = np.random.default_rng(3)
    scene = np.repeat(np.repeat(rng.integers(40, 200, (36, 64)), 10, axis=0), 10, axis=1).astype(np.uint8)
    found = [scene.copy() for _ in range(count)]
    for number, picture in enumerate(found[square_from:]):
        picture[60:260, 40 + 8 * number : 240 + 8 * number] = 255
    return found


@pytest.mark.parametrize(
    "look", [FrigateStyle().look, Mog2(FULL).look, Mog2(VISERON).look], ids=["frigate-style", "mog2", "viseron-way"]
)
def test_it_is_on_while_something_moves_and_off_before(look: Callable[[Luma], bool]) -> None:
    said = [look(picture) for picture in pictures(90, 75)]
    assert not any(said[60:75])
    assert all(said[76:])


def test_neighbouring_pictures_are_one_interval() -> None:
    assert on_times([False, True, True, False, True], 5) == [(0.2, 0.6), (0.8, 1.0)]
