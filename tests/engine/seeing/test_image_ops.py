"""Both backends give the same answers, to the last bit, on real pictures and on made-up ones."""

from hypothesis import given, settings, strategies as st
from hypothesis.extra.numpy import arrays
import numpy as np
import pytest

from mat_than_engine.seeing.image_ops import Blob, NumpyOps, backend

opencv = pytest.importorskip("cv2") and backend("opencv")
plain = NumpyOps()
SHAPES = st.tuples(st.integers(2, 40), st.integers(2, 60))


@given(arrays(np.uint8, SHAPES))
@settings(max_examples=60, deadline=None)
def test_sums_of_neighbourhoods_agree(luma):
    assert np.array_equal(plain.sum3(luma), opencv.sum3(luma))


@given(arrays(np.bool_, SHAPES))
@settings(max_examples=60, deadline=None)
def test_closed_masks_agree(mask):
    assert np.array_equal(plain.close3(mask), opencv.close3(mask))


@given(arrays(np.bool_, SHAPES), st.integers(1, 12))
@settings(max_examples=100, deadline=None)
def test_blobs_agree(mask, smallest):
    assert plain.blobs(mask, smallest) == opencv.blobs(mask, smallest)


def test_a_neighbourhood_sum_repeats_the_border():
    luma = np.array([[1, 2], [3, 4]], np.uint8)
    assert plain.sum3(luma)[0, 0] == 1 * 4 + 2 * 2 + 3 * 2 + 4


def test_patches_that_touch_at_a_corner_are_one_blob():
    mask = np.zeros((9, 9), np.bool_)
    mask[1:3, 1:3] = True
    mask[3:5, 3:5] = True
    mask[7, 8] = True
    assert plain.blobs(mask, 2) == [Blob(1, 1, 4, 4, 8)]


def test_a_spiral_is_one_blob():
    rows = [
        "#########",
        "........#",
        "#######.#",
        "#.....#.#",
        "#.###.#.#",
        "#.#...#.#",
        "#.#####.#",
        "#.......#",
        "#########",
    ]
    mask = np.array([[letter == "#" for letter in row] for row in rows])
    blobs = plain.blobs(mask, 1)
    assert len(blobs) == 1
    assert blobs[0].area == int(mask.sum())
