"""The second vote, in any order of what is seen and what is sensed."""

from hypothesis import given, strategies as st

from mat_than_engine.model import Look, SceneState
from mat_than_engine.seeing.own_sensor import Vote
from mat_than_engine.seeing.trigger import Sighting


def sighting(phase, at, started=None, last=None):
    look = Look(at, 0.9, (), SceneState.DAY, "moving")
    return Sighting(phase, at, at if started is None else started, at if last is None else last, look, (), night=False)


def phases(sightings):
    return [s.phase for s in sightings]


def test_a_motion_that_was_over_when_the_vote_came_starts_and_ends_at_once():
    vote = Vote(on=False)
    assert vote.ask(sighting("start", 10)) == []
    assert vote.ask(sighting("end", 14, started=10, last=11)) == []
    told = vote.hear(15, on=True)
    assert phases(told) == ["start", "end"]
    assert (told[0].started_s, told[1].last_seen_s) == (10, 11)


def test_a_motion_that_nobody_agreed_to_is_named_once():
    vote = Vote(on=False)
    vote.ask(sighting("start", 10))
    vote.ask(sighting("end", 14, started=10, last=11))
    assert vote.denied(15) is None
    denied = vote.denied(17)
    assert denied is not None
    assert denied.started_s == 10
    assert vote.denied(30) is None
    assert vote.hear(31, on=True) == []


def test_a_sensor_that_is_on_lets_everything_through():
    vote = Vote(on=True)
    told = [s for phase in ("start", "update", "end") for s in vote.ask(sighting(phase, 10))]
    assert phases(told) == ["start", "update", "end"]


@given(st.lists(st.tuples(st.floats(0, 4), st.sampled_from(["eyes", "on", "off"])), max_size=80))
def test_what_is_let_through_starts_and_ends_in_turn(steps):
    vote, now, state, told = Vote(on=False), 0.0, "end", []
    for wait, what in steps:
        now += wait
        if what == "eyes":
            state = {"end": "start", "start": "update", "update": "end"}[state]
            told += vote.ask(sighting(state, now))
        else:
            told += vote.hear(now, on=what == "on")
    if state != "end":
        told += vote.ask(sighting("end", now))
    turns = [phase for phase in phases(told) if phase != "update"]
    assert turns == ["start", "end"] * (len(turns) // 2)
