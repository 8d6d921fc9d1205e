"""Cameras' timestamps become seconds that only grow, and find their place on the host's clock."""

from hypothesis import given, strategies as st
import pytest

from mat_than_engine.stream_time import StreamClock, StreamTime


def times(stamps: list[float | None], interval_s: float = 0.1, arrivals: list[float] | None = None) -> list[float]:
    """What live pictures with these timestamps are dated, when they come at these moments."""
    time, clock = StreamTime(interval_s), StreamClock()
    seen = []
    for stamp, arrived in zip(stamps, arrivals or [100 + i * interval_s for i in range(len(stamps))], strict=True):
        seen.append(round(time.accept(stamp, clock.time_of(arrived) if clock.known else None), 3))
        clock.observe(seen[-1], arrived)
    return seen


def times_in_file(stamps: list[float | None]) -> list[float]:
    time = StreamTime(0.1)
    return [round(time.accept(stamp), 3) for stamp in stamps]


def test_the_first_picture_is_at_zero() -> None:
    assert times([7200.5, 7200.6]) == [0.0, 0.1]


def test_pictures_without_a_timestamp_follow_at_the_usual_interval() -> None:
    assert times([None, None, 50.0, 50.1]) == [0.0, 0.1, 0.2, 0.3]


def test_a_small_step_back_is_held() -> None:
    assert times([10.0, 10.3, 10.2, 10.4]) == [0.0, 0.3, 0.3, 0.4]


def test_a_wrap_goes_on_as_if_nothing_had_happened() -> None:
    wrap = 2**32 / 90_000
    assert times([wrap - 0.2, wrap - 0.1, 0.0, 0.1]) == [0.0, 0.1, 0.2, 0.3]


def test_a_jump_forward_is_no_time_passed() -> None:
    assert times([10.0, 10.1, 5000.0, 5000.1]) == [0.0, 0.1, 0.2, 0.3]


def test_a_pause_the_host_saw_too_is_time_passed() -> None:
    assert times([10.0, 10.1, 40.1], arrivals=[100.0, 100.1, 130.1]) == [0.0, 0.1, 30.1]


def test_pictures_a_camera_left_out_while_its_connection_stood_still_are_time_passed() -> None:
    stamps = [
        10.0,
        10.1,
        10.2,
        10.3,
        14.3,
        14.4,
    ]  # nothing comes for four seconds, then what was buffered, then the present
    assert times(stamps, arrivals=[100.0, 100.1, 104.3, 104.3, 104.3, 104.4])[-2:] == [4.3, 4.4]


def test_a_camera_that_learns_the_hour_loses_no_time() -> None:
    in_1970, today = [5.0, 5.1, 5.2], [1_800_000_000.0, 1_800_000_000.1]
    assert times([*in_1970, *today]) == [0.0, 0.1, 0.2, 0.3, 0.4]
    a_little_late = [5.0, 5.1, 5.2, 8.3, 8.4]  # set forward by three seconds
    assert times(a_little_late) == [0.0, 0.1, 0.2, 0.3, 0.4]
    set_back = [5.0, 5.1, 5.2, 2.3, 2.4]
    assert times(set_back) == [0.0, 0.1, 0.2, 0.3, 0.4]


def test_timestamps_that_stand_still_do_not_stop_time() -> None:
    seen = times([5.0, 5.1] + [5.1] * 30)
    assert seen[-1] - seen[10] == pytest.approx(2.1, abs=0.05)


def test_a_file_may_pause_but_not_for_hours() -> None:
    assert times_in_file([0.0, 5.0, 5.1]) == [0.0, 5.0, 5.1]
    assert times_in_file([0.0, 0.1, 7200.0, 7200.1]) == [0.0, 0.1, 0.2, 0.3]


def test_sound_dated_by_another_clock_stays_with_the_pictures() -> None:
    time = StreamTime(0.1)
    assert time.place(10.3) is None
    time.accept(10.0)
    assert time.place(10.3) == pytest.approx(0.3)
    assert time.place(1_800_000_000.0) == 0.0


@given(st.lists(st.none() | st.floats(-1e6, 1e6), max_size=50))
def test_time_never_steps_back_whatever_the_camera_sends(stamps: list[float | None]) -> None:
    seen = times(stamps)
    assert seen == sorted(seen)
    assert all(time_s >= 0 for time_s in seen)


def test_a_packet_fetched_late_does_not_move_the_clock() -> None:
    clock = StreamClock()
    clock.observe(0.0, 1000.2)
    clock.observe(1.0, 1001.05)  # the least late one is the true one
    clock.observe(2.0, 1002.5)
    assert clock.monotonic_of(2.0) == pytest.approx(1002.05)
    assert clock.time_of(1002.05) == pytest.approx(2.0)


def test_a_drifting_camera_is_followed() -> None:
    clock = StreamClock()
    for second in range(600):
        clock.observe(second * 0.999, 1000.0 + second)  # the camera's clock is a thousandth slow
    assert clock.monotonic_of(599 * 0.999) == pytest.approx(1599.0, abs=0.07)
