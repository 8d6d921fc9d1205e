"""Recording because somebody asks: now, with what was before, for as long as was said."""

from pathlib import Path

from filmed import filmed
from hand_clock import HandClock
import pytest

from mat_than_engine.settings import RecordMode


@pytest.mark.parametrize("mode", [RecordMode.OFF, RecordMode.MOTION])
def test_an_order_is_recorded_with_its_pre_roll(
    tmp_path: Path, visit: dict[str, Path], clock: HandClock, mode: RecordMode
) -> None:
    with filmed(tmp_path, visit["main"], clock, mode=mode) as camera:
        camera.run_to(9)
        assert camera.ask(4, pre_roll_s=3) is None
        camera.run_to(16)
        (clip,) = camera.clips()
    assert clip.kind == "asked"
    assert clip.event_ids == ()
    assert 3 <= clip.pre_roll_s <= 5
    assert clip.duration_s == pytest.approx(clip.pre_roll_s + 4, abs=0.2)


def test_an_order_takes_the_camera_s_own_pre_roll_where_it_names_none(
    tmp_path: Path, visit: dict[str, Path], clock: HandClock
) -> None:
    with filmed(tmp_path, visit["main"], clock, mode=RecordMode.CONTINUOUS, segment_s=600, pre_roll_s=6) as camera:
        camera.run_to(12)
        assert camera.ask(2) is None
        camera.run_to(16)
        camera.recorder.close()
        asked, segment = camera.clips()
    assert (asked.kind, segment.kind) == ("asked", "continuous")
    assert 6 <= asked.pre_roll_s <= 8


def test_an_order_during_a_motion_extends_its_clip(tmp_path: Path, visit: dict[str, Path], clock: HandClock) -> None:
    with filmed(tmp_path, visit["main"], clock, post_roll_s=1) as camera:
        camera.run_to(7)
        camera.motion("a", 7, 7)
        camera.run_to(8)
        camera.motion_over("a", 8)
        camera.ask(6)
        camera.run_to(18)
        (clip,) = camera.clips()
    assert (clip.kind, clip.event_ids) == ("asked", ("a",))
    assert clip.duration_s == pytest.approx(clip.pre_roll_s + 1 + 6, abs=0.3)


def test_a_motion_during_an_order_joins_its_clip(tmp_path: Path, visit: dict[str, Path], clock: HandClock) -> None:
    with filmed(tmp_path, visit["main"], clock, pre_roll_s=0, post_roll_s=2) as camera:
        camera.run_to(6)
        camera.ask(3)
        camera.run_to(8)
        camera.motion("a", 8, 8)
        camera.run_to(11)
        camera.motion_over("a", 11)
        camera.run_to(16)
        (clip,) = camera.clips()
    assert (clip.kind, clip.event_ids) == ("asked", ("a",))
    assert clip.pre_roll_s + 5 + 2 == pytest.approx(clip.duration_s, abs=0.3)


def test_an_order_goes_on_when_the_camera_comes_back(tmp_path: Path, yard: Path, clock: HandClock) -> None:
    with filmed(tmp_path, yard, clock) as camera:
        camera.run_to(6)
        camera.ask(20)
        camera.run_to(10)
        camera.recorder.lose_stream()
        clock.advance(3)
        camera.connect()
        camera.run_to(40)
        first, second = camera.clips()
    assert {first.kind, second.kind} == {"asked"}
    assert (second.ended_at - first.started_at).total_seconds() == pytest.approx(first.pre_roll_s + 20, abs=0.3)


def test_a_camera_that_is_not_there_refuses_an_order(tmp_path: Path, visit: dict[str, Path], clock: HandClock) -> None:
    with filmed(tmp_path, visit["main"], clock) as camera:
        assert camera.ask(5) == "not_live"  # open, but no picture came yet
        camera.run_to(4)
        camera.recorder.lose_stream()
        assert camera.ask(5) == "not_live"


def test_an_order_the_disk_does_not_take_is_refused(tmp_path: Path, visit: dict[str, Path], clock: HandClock) -> None:
    with filmed(tmp_path, visit["main"], clock) as camera:
        camera.run_to(4)
        (tmp_path / "clips").rmdir()
        (tmp_path / "clips").write_text("a file where the folder was")
        assert camera.ask(5) == "disk"
        camera.clips()
    assert [lost.reason for lost in camera.lost()] == ["disk_error"]
