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


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["look", "rest", "gap", "close", "still"]),
        st.floats(0, 5),  # seconds until it happens
        st.floats(0, 1),  # score
        st.floats(0, 10),  # patience
    ),
    max_size=80,
)


def run(trigger, steps, longest_gap_s=600.0):
    """Whatever may happen to a stream, in any order; what was said, and the time at the end."""
    now, found = 0.0, []
    for what, step, score, patience in steps:
        now += longest_gap_s if what == "gap" else 0.0 if what == "still" else step
        if what in {"look", "gap", "still"}:  # a stream's time may stand still, and jump
            found += trigger.add(look(now, score), first_seen_s=now - step, patience_s=patience)
        elif what == "rest":
            found += trigger.rest(now, patience_s=patience)
        else:
            found += trigger.close(now)
    return found, now


@given(STEPS)
def test_starts_and_ends_alternate_and_closing_leaves_nothing_open(steps):
    trigger = Trigger(WatchSettings())
    found, now = run(trigger, steps)
    found += trigger.close(now)
    turns = [phase for phase in phases(found) if phase != "update"]
    assert turns == ["start", "end"] * (len(turns) // 2)
    assert all(s.started_s <= s.last_seen_s <= s.time_s for s in found)
    assert not trigger.on


@given(STEPS, st.floats(0, 20), st.floats(10, 120))
def test_without_motion_it_is_off_after_the_quiet_time_whatever_was_before(steps, quiet_s, longest_s):
    trigger = Trigger(WatchSettings(quiet_s=quiet_s, longest_s=longest_s))
    _, now = run(trigger, steps)
    trigger.rest(now + quiet_s + 0.001)
    assert not trigger.on


@given(STEPS, st.floats(10, 120))
def test_no_motion_lasts_longer_than_the_longest_and_one_look(steps, longest_s):
    trigger = Trigger(WatchSettings(quiet_s=600, longest_s=longest_s))
    found, _ = run(trigger, steps, longest_gap_s=5.0)
    opened_s = None
    for sighting in found:
        if sighting.phase == "start":
            opened_s = sighting.time_s
        elif sighting.phase == "end":
            assert sighting.time_s - opened_s <= longest_s + 5


def test_what_stirred_for_long_before_it_counted_did_not_begin_minutes_ago():
    started = Trigger(WatchSettings()).add(look(100.0), first_seen_s=10.0)
    assert 90 < started[0].started_s < 100
