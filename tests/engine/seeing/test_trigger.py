"""Motion starts, goes on and ends in seconds; whatever happens, it ends."""

from hypothesis import given, strategies as st

from mat_than_engine.model import Look, SceneState
from mat_than_engine.seeing.trigger import Trigger
from mat_than_engine.settings import WatchSettings


def look(time_s, score=0.9):
    return Look(time_s, score, (), SceneState.DAY, "moving" if score >= 0.5 else "quiet")


def phases(sightings):
    return [sighting.phase for sighting in sightings]


def test_the_first_moving_look_starts_a_motion_as_of_when_the_mover_first_showed():
    started = Trigger(WatchSettings()).add(look(10.4), first_seen_s=10.0, zones=("gate",), night=True)
    assert phases(started) == ["start"]
    assert (started[0].time_s, started[0].started_s, started[0].zones, started[0].night) == (
        10.4,
        10.0,
        ("gate",),
        True,
    )


def test_updates_come_once_a_second_at_most():
    trigger = Trigger(WatchSettings())
    found = [p for i in range(50) for p in phases(trigger.add(look(i / 10), first_seen_s=0))]
    assert found == ["start", *["update"] * 4]


def test_motion_ends_after_the_quiet_time_and_remembers_when_it_was_last_seen():
    trigger = Trigger(WatchSettings(quiet_s=3))
    trigger.add(look(1), first_seen_s=1)
    assert trigger.add(look(3.9, 0), first_seen_s=3.9) == []
    end = trigger.add(look(4.1, 0), first_seen_s=4.1)
    assert phases(end) == ["end"]
    assert (end[0].last_seen_s, end[0].time_s, end[0].look.score) == (1, 4.1, 0.9)


def test_a_stream_that_falls_silent_ends_its_motion():
    trigger = Trigger(WatchSettings(quiet_s=3))
    trigger.add(look(1), first_seen_s=1)
    assert trigger.rest(2) == []
    assert phases(trigger.rest(5)) == ["end"]
    assert trigger.rest(9) == []


def test_motion_that_never_stops_is_ended_all_the_same():
    trigger = Trigger(WatchSettings(longest_s=10))
    found = [p for i in range(110) for p in phases(trigger.add(look(i / 10), first_seen_s=0))]
    assert found.count("end") == 1


def test_patience_bridges_the_gap_between_two_key_frames():
    trigger = Trigger(WatchSettings(quiet_s=3))
    trigger.add(look(1), first_seen_s=1)
    assert trigger.add(look(5, 0), first_seen_s=5, patience_s=4.8) == []
    assert phases(trigger.add(look(9, 0), first_seen_s=9, patience_s=4.8)) == ["end"]


@given(st.lists(st.tuples(st.floats(0, 5), st.floats(0, 1), st.booleans()), max_size=60))
def test_starts_and_ends_alternate_and_closing_leaves_nothing_open(steps):
    trigger, now, found = Trigger(WatchSettings()), 0.0, []
    for step, score, packets in steps:
        now += step
        found += trigger.add(look(now, score), first_seen_s=now) if packets else trigger.rest(now)
    found += trigger.close(now)
    turns = [phase for phase in phases(found) if phase != "update"]
    assert turns == ["start", "end"] * (len(turns) // 2)
    assert all(s.started_s <= s.last_seen_s <= s.time_s for s in found)
