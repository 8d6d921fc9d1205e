"""Zones count where, when, which way and how large their owner says."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, strategies as st
import pytest

from mat_than_engine.seeing.zones import Zones, is_active
from mat_than_engine.settings import Zone

LEFT_HALF = ((0.0, 0.0), (0.5, 0.0), (0.5, 1.0), (0.0, 1.0))
RIGHT, UP = (1.0, 0.0), (0.0, -1.0)


def by_day(*zones):
    return Zones(zones, 320, 180).at(night=False)


def test_without_zones_everything_counts():
    placing = by_day().place((0.8, 0.1, 0.1, 0.1))
    assert placing.counts
    assert placing.names == ()


def test_a_mover_in_an_included_zone_is_named_after_it():
    assert by_day(Zone(name="gate", polygon=LEFT_HALF)).place((0.1, 0.2, 0.1, 0.3)).names == ("gate",)


def test_a_mover_outside_every_included_zone_does_not_count_and_says_why():
    placing = by_day(Zone(name="gate", polygon=LEFT_HALF)).place((0.7, 0.2, 0.1, 0.3))
    assert not placing.counts
    assert placing.refused == "outside"


def test_a_foot_inside_is_enough():
    low = ((0.0, 0.8), (1.0, 0.8), (1.0, 1.0), (0.0, 1.0))
    assert by_day(Zone(name="path", polygon=low)).place((0.4, 0.1, 0.1, 0.75)).names == ("path",)


def test_an_excluded_zone_covers_its_polygon_and_nothing_else():
    excluded = by_day(Zone(name="tree", polygon=LEFT_HALF, mode="exclude")).excluded
    assert excluded is not None
    assert excluded[:, :160].all()
    assert not excluded[:, 160:].any()


def test_a_slanted_border_divides_the_picture_evenly():
    triangle = ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0))
    excluded = by_day(Zone(name="roof", polygon=triangle, mode="exclude")).excluded
    assert excluded is not None
    assert abs(excluded.mean() - 0.5) < 0.01


def test_what_is_smaller_than_the_zone_asks_does_not_count():
    zones = by_day(Zone(name="gate", polygon=LEFT_HALF, smallest=0.02))
    assert zones.place((0.1, 0.2, 0.1, 0.19)).refused == "small"
    assert zones.place((0.1, 0.2, 0.1, 0.21)).counts


def test_only_what_goes_the_zone_s_way_within_45_degrees_counts():
    zones = by_day(Zone(name="in", polygon=LEFT_HALF, heading="right"))
    box = (0.1, 0.2, 0.1, 0.3)
    assert zones.place(box, RIGHT).names == ("in",)
    assert zones.place(box, (0.8, 0.6)).counts
    assert zones.place(box, (0.8, -0.6)).counts
    assert zones.place(box, (0.6, 0.8)).refused == "other_way"
    assert zones.place(box, UP).refused == "other_way"


def test_an_unknown_way_counts_only_until_the_mover_is_believed():
    zones = by_day(Zone(name="in", polygon=LEFT_HALF, heading="right"))
    box = (0.1, 0.2, 0.1, 0.3)
    assert zones.place(box, None, sure=False).counts  # so that it is looked at more closely
    assert not zones.place(box, None).counts


def test_one_of_two_zones_at_the_same_place_is_enough():
    zones = by_day(
        Zone(name="in", polygon=LEFT_HALF, heading="right"), Zone(name="large", polygon=LEFT_HALF, smallest=0.01)
    )
    assert zones.place((0.1, 0.2, 0.1, 0.3), UP).names == ("large",)


def test_an_excluded_zone_cuts_only_while_it_is_active():
    zones = Zones((Zone(name="tree", polygon=LEFT_HALF, mode="exclude", active="day"),), 320, 180)
    assert zones.at(night=False).excluded is not None
    assert zones.at(night=True).excluded is None
    assert zones.at(night=False) is zones.at(night=False)  # masks are made once for each set


def test_with_included_zones_of_which_none_is_active_nothing_counts():
    zones = Zones((Zone(name="yard", polygon=LEFT_HALF, active="night"),), 320, 180)
    assert zones.at(night=True).place((0.1, 0.2, 0.1, 0.3)).counts
    assert zones.at(night=False).place((0.1, 0.2, 0.1, 0.3)).refused == "outside"


def hours(start, end):
    return Zone(name="shop", polygon=LEFT_HALF, active="hours", hours=(start, end))


@pytest.mark.parametrize(
    ("start", "end", "at", "active"),
    [
        ("08:00", "17:30", "07:59", False),
        ("08:00", "17:30", "08:00", True),
        ("08:00", "17:30", "17:30", False),
        ("22:00", "05:30", "23:59", True),
        ("22:00", "05:30", "00:00", True),
        ("22:00", "05:30", "05:29:59", True),
        ("22:00", "05:30", "05:30", False),
        ("22:00", "05:30", "12:00", False),
        ("07:00", "07:00", "03:00", True),
    ],
)
def test_hours_hold_and_may_cross_midnight(start, end, at, active):
    assert is_active(hours(start, end), night=False, local=time.fromisoformat(at)) is active


@given(st.times(), st.times(), st.times())
def test_two_zones_whose_hours_follow_one_another_share_the_day(start, end, now):
    if start == end:
        return
    one, other = hours(start.isoformat(), end.isoformat()), hours(end.isoformat(), start.isoformat())
    assert is_active(one, night=False, local=now) is not is_active(other, night=False, local=now)


def active_minutes(zone, place, since, until):
    local = ZoneInfo(place)
    count, moment = 0, since
    while moment < until:
        count += is_active(zone, night=False, local=moment.astimezone(local).time())
        moment += timedelta(minutes=1)
    return count


def test_hours_are_the_wall_clock_s_when_summer_time_begins_and_ends():
    zone = hours("22:00", "05:30")
    for day, minutes in ((datetime(2026, 3, 28, 12, tzinfo=UTC), 390), (datetime(2026, 10, 24, 12, tzinfo=UTC), 510)):
        assert active_minutes(zone, "Europe/Berlin", day, day + timedelta(hours=23)) == minutes
    day = datetime(2026, 3, 28, 5, tzinfo=UTC)  # noon in Vietnam, which has no summer time
    assert active_minutes(zone, "Asia/Ho_Chi_Minh", day, day + timedelta(hours=24)) == 450


def test_an_hour_that_is_skipped_is_skipped_and_one_that_comes_twice_counts_twice():
    zone = hours("02:15", "02:45")
    spring, autumn = datetime(2026, 3, 28, 22, tzinfo=UTC), datetime(2026, 10, 24, 21, tzinfo=UTC)
    assert active_minutes(zone, "Europe/Berlin", spring, spring + timedelta(hours=6)) == 0
    assert active_minutes(zone, "Europe/Berlin", autumn, autumn + timedelta(hours=6)) == 60
