"""A camera's pictures a second, counted through batches."""

import pytest

from mat_than_engine.picture_rate import PictureRate

FPS = 15


def batches(rate: PictureRate, since_s: float, until_s: float, rest_s: float) -> None:
    """A reader that takes what gathered, every `rest_s`."""
    at_s = since_s + rest_s
    while at_s <= until_s:
        rate.take(round(FPS * rest_s), at_s, rest_s)
        at_s += rest_s


@pytest.mark.parametrize("asked_s", [7.0, 7.9, 10.3])
def test_what_still_waits_at_the_socket_is_not_missing(asked_s: float) -> None:
    rate = PictureRate(0.0)
    batches(rate, 0.0, asked_s, 1.0)
    assert rate.per_second(asked_s) == pytest.approx(FPS)


def test_windows_follow_one_another_without_a_hole() -> None:
    rate = PictureRate(0.0)
    batches(rate, 0.0, 9.5, 1.0)
    rate.per_second(9.5)
    batches(rate, 9.0, 19.5, 1.0)
    assert rate.per_second(19.5) == pytest.approx(FPS)


def test_the_time_to_connect_is_no_low_rate() -> None:
    rate = PictureRate(0.0)
    rate.open(5.0)
    batches(rate, 5.0, 10.0, 1.0)
    assert rate.per_second(10.0) == pytest.approx(FPS)


def test_a_stream_that_falls_silent_is_seen_to() -> None:
    rate = PictureRate(0.0)
    batches(rate, 0.0, 4.0, 1.0)
    assert rate.per_second(10.0) == pytest.approx(4 * FPS / 8.0)
    assert rate.per_second(20.0) == 0.0


def test_a_question_without_time_has_an_answer() -> None:
    assert PictureRate(3.0).per_second(3.0) == 0.0
