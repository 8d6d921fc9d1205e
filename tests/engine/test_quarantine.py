"""Who is kept away after a shard died, and for how long; and what a dead shard's page says of it."""

import os
import subprocess
import sys
import threading

from engine_child import LIB
import pytest

from mat_than_engine.marks import SLOTS, Doing, Marks, new_page
from mat_than_engine.roles.quarantine import APART_S, FIRST_AWAY_S, LONGEST_AWAY_S, Quarantine


def test_the_third_death_within_ten_minutes_convicts() -> None:
    quarantine = Quarantine()
    assert quarantine.blame(["yard"], 0) == []
    assert quarantine.blame(["yard"], 100) == []
    assert quarantine.away_s("yard", 100) == 0
    assert quarantine.blame(["yard"], 599) == ["yard"]
    assert quarantine.away_s("yard", 599) == FIRST_AWAY_S
    assert quarantine.is_convicted("yard", 599)


def test_deaths_far_apart_do_not() -> None:
    quarantine = Quarantine()
    assert not any(quarantine.blame(["yard"], at_s) for at_s in range(0, 6000, 301))


def test_whoever_is_let_back_is_kept_away_longer_after_one_more_death() -> None:
    quarantine = Quarantine()
    now_s = away_s = 0.0
    for _ in range(3):
        quarantine.blame(["yard"], now_s)
    for _ in range(6):
        before_s, away_s = away_s, quarantine.away_s("yard", now_s)
        assert before_s < away_s <= LONGEST_AWAY_S or away_s == LONGEST_AWAY_S
        now_s += away_s
        assert quarantine.released(now_s) == ["yard"]
        assert quarantine.released(now_s) == []
        assert quarantine.blame(["yard"], now_s + 60) == ["yard"]
        now_s += 60


def test_several_suspects_come_back_one_after_the_other_until_it_is_clear_who_it_was() -> None:
    quarantine = Quarantine()
    assert quarantine.blame(["yard", "gate", "street"], 0) == []
    assert [quarantine.away_s(name, 0) for name in ("yard", "gate", "street")] == [0, APART_S, 2 * APART_S]
    assert not quarantine.is_convicted("gate", 0)
    assert quarantine.released(0) == ["yard"]
    assert quarantine.blame(["gate"], 1) == []
    assert quarantine.blame(["gate", "street"], 2) == ["gate"]
    assert quarantine.away_s("street", 2) == pytest.approx(2 * APART_S, abs=2)
    assert not quarantine.is_convicted("street", 2)


def test_a_camera_set_up_anew_has_no_past() -> None:
    quarantine = Quarantine()
    for at_s in range(3):
        quarantine.blame(["yard"], at_s)
    quarantine.forget("yard")
    assert quarantine.away_s("yard", 3) == 0
    assert quarantine.blame(["yard"], 4) == []


def test_who_was_at_the_likeliest_is_suspected() -> None:
    marks = Marks(new_page())
    reading, opening, looking = (marks.mark(name) for name in ("yard", "gate", "street"))
    assert marks.suspects(["yard", "gate", "street"]) == []
    reading.set(Doing.READING)
    assert marks.suspects(["yard", "gate", "street"]) == ["yard"]
    opening.set(Doing.OPENING)
    assert marks.suspects(["yard", "gate", "street"]) == ["gate"]
    looking.set(Doing.LOOKING)
    second = marks.mark("yard")  # its other stream
    second.set(Doing.LOOKING)
    assert sorted(marks.suspects(["yard", "gate", "street"])) == ["street", "yard"]
    assert marks.suspects(["gate"]) == ["gate"]
    looking.set(Doing.NOTHING)
    second.release()
    opening.release()
    assert marks.suspects(["yard", "gate", "street"]) == ["yard"]
    marks.close()


def test_places_are_given_anew_and_a_stream_too_many_goes_unmarked() -> None:
    marks = Marks(new_page())
    held = [marks.mark(f"c{number}") for number in range(SLOTS)]
    marks.mark("late").set(Doing.LOOKING)
    assert marks.suspects(["late"]) == []
    held[7].release()
    marks.mark("late").set(Doing.LOOKING)
    assert marks.suspects(["late", "c8"]) == ["late"]
    marks.close()


def test_the_thread_a_signal_met_tells_the_camera_from_others_that_were_looking_too() -> None:
    handle = new_page()
    code = (
        "import ctypes, sys, threading\n"
        "from mat_than_engine.marks import Doing, Marks\n"
        "marks = Marks(int(sys.argv[1])); marks.catch_crashes()\n"
        "looked = threading.Barrier(3)\n"
        "def look(name):\n"
        "    mark = marks.mark(name); mark.take(); mark.set(Doing.LOOKING); looked.wait()\n"
        "    ctypes.string_at(0) if name == 'gate' else threading.Event().wait()\n"
        "for name in ('yard', 'gate', 'street'): threading.Thread(target=look, args=(name,)).start()\n"
    )
    died = subprocess.run(
        [sys.executable, "-c", code, str(handle)],
        pass_fds=(handle,),
        env=os.environ | {"PYTHONPATH": str(LIB)},
        capture_output=True,
        check=False,
    )
    marks = Marks(handle)
    assert died.returncode == -11
    assert marks.suspects(["yard", "gate", "street"]) == ["gate"]
    assert marks.last_words.startswith("Current thread")
    assert marks.last_words.count("Current thread") == 1
    marks.close()


def test_signs_of_life_are_counted() -> None:
    marks = Marks(new_page())
    threading.Thread(target=marks.beat).start()
    marks.beat()
    assert marks.beats >= 1
    marks.close()
