"""Which way a box goes, told from its looks; trembling goes nowhere."""

import math
import random

from hypothesis import given, strategies as st
import pytest

from mat_than_engine.seeing.heading import heading_of

WIDTH, HEIGHT = 320, 180


def going(dx, dy, looks=8, *, at=(160, 90), size=(12, 30), noise=0.0, seed=1):
    """Boxes of something that goes (dx, dy) pixels a look."""
    chance = random.Random(seed)
    seen = []
    for n in range(looks):
        x, y = at[0] + n * dx, at[1] + n * dy
        x0, y0 = x + chance.gauss(0, noise), y + chance.gauss(0, noise)
        x1, y1 = x + size[0] + chance.gauss(0, noise), y + size[1] + chance.gauss(0, noise)
        box = max(0, round(x0)), max(0, round(y0)), min(WIDTH, round(x1)), min(HEIGHT, round(y1))
        seen.append((n * 0.2, box))
    return seen


@given(st.floats(-math.pi, math.pi))
def test_the_angle_is_that_of_the_way_in_an_aspect_true_picture(angle):
    found = heading_of(going(4 * math.cos(angle), 4 * math.sin(angle)), WIDTH, HEIGHT)
    assert found is not None
    assert math.hypot(*found) == pytest.approx(1)
    assert found[0] * math.cos(angle) + found[1] * math.sin(angle) > math.cos(math.radians(8))


@pytest.mark.parametrize("seed", range(20))
def test_what_trembles_goes_nowhere(seed):
    assert heading_of(going(0, 0, 10, noise=1.5, seed=seed), WIDTH, HEIGHT) is None


def test_what_swings_to_and_fro_goes_nowhere():
    swings = [(n * 0.2, (100 + x, 50, 130 + x, 90)) for n, x in enumerate([0, 8, 12, 8, 0, -8, -12, -8, 0, 8])]
    assert heading_of(swings, WIDTH, HEIGHT) is None


def test_a_walk_is_known_through_noise():
    found = heading_of(going(-2, 0, 10, noise=1.0), WIDTH, HEIGHT)
    assert found is not None
    assert found[0] < -0.9


def test_whoever_comes_in_at_the_edge_goes_inward_from_the_first_steps():
    entering = [(n * 0.2, (0, 60, 4 + 3 * n, 120)) for n in range(5)]
    leaving = [(n * 0.2, (280 + 4 * n, 60, 320, 120)) for n in range(5)]
    assert heading_of(entering, WIDTH, HEIGHT) == pytest.approx((1, 0), abs=0.05)
    assert heading_of(leaving, WIDTH, HEIGHT) == pytest.approx((1, 0), abs=0.05)


def test_three_looks_are_too_few():
    assert heading_of(going(9, 0, 3), WIDTH, HEIGHT) is None
