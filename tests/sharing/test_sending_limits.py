"""Quiet hours hold on the clock of the home's wall; the pace holds over any stretch of time."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings, strategies as st
import pytest

from custom_components.mat_than.sharing.pace import BURST_S, Pace, TokenBucket
from custom_components.mat_than.sharing.sending_limits import QuietHours

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
# Zones whose clocks are set by an hour, by half an hour, at midnight, and never; with a night in which that happens.
CHANGES = (
    ("Europe/Berlin", datetime(2026, 3, 28, 12, tzinfo=UTC)),
    ("Europe/Berlin", datetime(2026, 10, 24, 12, tzinfo=UTC)),
    ("Australia/Lord_Howe", datetime(2026, 4, 4, 3, tzinfo=UTC)),
    ("Australia/Lord_Howe", datetime(2026, 10, 3, 3, tzinfo=UTC)),
    ("America/Santiago", datetime(2026, 9, 5, 16, tzinfo=UTC)),
    ("America/Santiago", datetime(2026, 4, 4, 16, tzinfo=UTC)),
    ("Asia/Ho_Chi_Minh", datetime(2026, 11, 22, 5, tzinfo=UTC)),
)
MINUTE = timedelta(minutes=1)


def night(from_hour: int = 22, until_hour: int = 6) -> QuietHours:
    return QuietHours(from_minute=from_hour * 60, until_minute=until_hour * 60)


@pytest.mark.parametrize(
    ("hour", "quiet"), [(21, False), (22, True), (23, True), (0, True), (5, True), (6, False), (12, False)]
)
def test_a_night_reaches_over_midnight(hour: int, quiet: bool) -> None:
    assert night().hold(datetime(2026, 11, 22, hour, 0, tzinfo=HANOI), HANOI) is quiet


def test_the_end_of_a_night_is_the_next_morning() -> None:
    evening = datetime(2026, 12, 31, 23, 30, tzinfo=HANOI)
    assert night().end_after(evening, HANOI) == datetime(2027, 1, 1, 6, 0, tzinfo=HANOI)
    assert night().end_after(evening + timedelta(hours=3), HANOI) == datetime(2027, 1, 1, 6, 0, tzinfo=HANOI)


@pytest.mark.parametrize(("start", "stop"), [(60, 60), (-1, 60), (60, 1440)])
def test_what_is_no_span_of_a_day_is_refused(start: int, stop: int) -> None:
    with pytest.raises(ValueError, match="span"):
        QuietHours(from_minute=start, until_minute=stop)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(CHANGES),
    st.integers(0, 1439),
    st.integers(0, 1439),
    st.integers(0, 24 * 60 - 1),
)
def test_the_end_is_the_first_minute_that_is_not_quiet_also_when_clocks_are_set(
    change: tuple[str, datetime], start: int, stop: int, after: int
) -> None:
    if start == stop:
        return
    zone, now = ZoneInfo(change[0]), change[1] + after * MINUTE
    quiet = QuietHours(from_minute=start, until_minute=stop)

    def is_quiet(moment: datetime) -> bool:  # the oracle counts minutes round the dial
        wall = moment.astimezone(zone)
        return (wall.hour * 60 + wall.minute - start) % 1440 < (stop - start) % 1440

    assert quiet.hold(now, zone) is is_quiet(now)
    if not is_quiet(now):
        return
    looked = now + MINUTE
    while is_quiet(looked):
        looked += MINUTE
    assert quiet.end_after(now, zone) == looked


class HandClock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 60_000), st.floats(0, 5)), min_size=1, max_size=80))
def test_over_any_stretch_no_more_goes_than_the_pace_and_one_burst(steps: list[tuple[int, float]]) -> None:
    clock, rate, burst = HandClock(), 10_000.0, 5_000.0
    bucket = TokenBucket(rate, burst, clock)
    gone: list[tuple[float, int]] = []
    for size, idle_s in steps:
        clock.now += idle_s
        clock.now += bucket.take(size)  # as whoever sends waits
        gone.append((clock.now, size))
    for first in range(len(gone)):
        total = 0
        for at, size in gone[first:]:
            total += size
            # The step that begins a stretch may have been waited for before it.
            assert total - gone[first][1] <= rate * (at - gone[first][0]) + burst + 1


def test_a_clock_that_is_set_back_gives_nothing_and_takes_nothing() -> None:
    clock = HandClock()
    bucket = TokenBucket(1000, 1000, clock)
    assert bucket.take(1000) == 0
    clock.now -= 3600
    assert bucket.take(500) == pytest.approx(0.5)
    clock.now += 0.5
    assert bucket.take(0) == pytest.approx(0)


async def test_small_bodies_do_not_wait_and_the_next_file_waits_for_them() -> None:
    loop = asyncio.get_running_loop()
    pace = Pace(800)  # 100 kB/s
    pace.note(int(100_000 * BURST_S))
    began = loop.time()

    async def file() -> AsyncIterator[bytes]:
        yield b"x" * 30_000

    steps = [step async for step in pace.paced(file())]
    assert b"".join(steps) == b"x" * 30_000
    assert len(steps) > 1
    assert 0.25 <= loop.time() - began < 1.5
