"""Continuous recording: everything the camera sent, in files that follow one another without a seam."""

from datetime import timedelta
from itertools import pairwise
from pathlib import Path

from filmed import Filmed, filmed, packets_of, pictures_of
from hand_clock import HandClock
import pytest

from mat_than_engine.model import Clip
from mat_than_engine.settings import RecordMode

CONTINUOUS = {"mode": RecordMode.CONTINUOUS, "segment_s": 10}
BOTH = {"mode": RecordMode.BOTH, "segment_s": 10, "pre_roll_s": 4, "post_roll_s": 2}


def kept(camera: Filmed, clips: list[Clip]) -> list[bytes]:
    return [packet for clip in clips for packet in packets_of(camera.store.path_of(clip))]


def of_kind(kind: str, clips: list[Clip]) -> list[Clip]:
    return [clip for clip in clips if clip.kind == kind]


def test_no_picture_is_missing_between_segments_and_none_stands_twice(
    tmp_path: Path, yard: Path, clock: HandClock
) -> None:
    with filmed(tmp_path, yard, clock, **CONTINUOUS) as camera:
        camera.run_to(75)
        camera.recorder.close()
        segments = camera.clips()
    assert len(segments) >= 7
    sent = packets_of(yard)
    assert kept(camera, segments) == sent[: sum(pictures_of(camera.store.path_of(clip)) for clip in segments)]
    assert sum(clip.duration_s for clip in segments) == pytest.approx(75, abs=0.6)
    for before, after in pairwise(segments):
        assert before.ended_at == after.started_at  # not a millisecond between them
        assert 10 <= before.duration_s <= 12  # a key frame every two seconds
    assert {(clip.kind, clip.event_ids, clip.pre_roll_s) for clip in segments} == {("continuous", (), 0.0)}


def test_a_motion_is_marked_on_each_segment_it_touches_and_on_no_other(
    tmp_path: Path, yard: Path, clock: HandClock
) -> None:
    with filmed(tmp_path, yard, clock, **CONTINUOUS, pre_roll_s=1, post_roll_s=1) as camera:
        camera.run_to(24)
        camera.motion("a", started_s=15, last_seen_s=15.5)  # known late: its segment is finished already
        camera.motion("a", started_s=15, last_seen_s=23)
        camera.run_to(26)
        camera.motion_over("a", last_seen_s=25)
        camera.run_to(50)
        camera.recorder.close()
        camera.clips()
        rows = camera.store.list("yard")[::-1]
    spans = [((row.started_at - rows[0].started_at).total_seconds(), row) for row in rows]
    touched = [row for start, row in spans if start < 26 and start + row.duration_s > 14]
    assert 1 < len(touched) < len(rows)
    assert [row.event_ids for row in rows] == [("a",) if row in touched else () for row in rows]


def test_a_motion_nobody_repeats_is_marked_until_it_ends(tmp_path: Path, yard: Path, clock: HandClock) -> None:
    with filmed(tmp_path, yard, clock, **CONTINUOUS, pre_roll_s=0, post_roll_s=0) as camera:
        camera.run_to(5)
        camera.motion("door", started_s=5, last_seen_s=5)  # another sensor turned on
        camera.run_to(35)
        camera.motion_over("door", last_seen_s=35)
        camera.run_to(60)
        camera.recorder.close()
        camera.clips()
        rows = camera.store.list("yard")[::-1]
    shut = rows[0].started_at + timedelta(seconds=35)
    assert [bool(row.event_ids) for row in rows] == [row.started_at < shut for row in rows]
    assert rows[-2].started_at >= shut


def test_both_makes_segments_and_a_clip_for_each_motion(tmp_path: Path, yard: Path, clock: HandClock) -> None:
    with filmed(tmp_path, yard, clock, **BOTH) as camera:
        camera.run_to(14)
        camera.recorder.see_motion("a", camera.began + 14, camera.began + 14, "clips/yard/2026-11-22/a.jpg")
        camera.run_to(17)
        camera.motion_over("a", 17)
        camera.run_to(40)
        camera.recorder.close()
        clips = camera.clips()
        rows = camera.store.list("yard")[::-1]
    segments, motions = of_kind("continuous", clips), of_kind("motion", clips)
    sent = packets_of(yard)
    assert kept(camera, segments) == sent[: len(kept(camera, segments))]
    (motion,) = motions
    assert motion.pre_roll_s >= 4
    assert motion.still == "clips/yard/2026-11-22/a.jpg"
    marked = [row for row in rows if row.kind == "continuous" and row.event_ids]
    assert marked
    assert all(row.still is None for row in marked)  # the still goes with the clip, not with the segment


def test_a_stream_that_comes_back_goes_on_in_a_new_segment(tmp_path: Path, yard: Path, clock: HandClock) -> None:
    with filmed(tmp_path, yard, clock, **CONTINUOUS) as camera:
        camera.run_to(13)
        camera.recorder.lose_stream()
        camera.connect()
        camera.run_to(30)
        camera.recorder.close()
        segments = camera.clips()
    assert [clip.kind for clip in segments] == ["continuous"] * 4
    assert segments[1].duration_s < 4
    assert segments[2].started_at >= segments[1].ended_at


def test_segments_are_tried_again_when_the_disk_is_back(tmp_path: Path, yard: Path, clock: HandClock) -> None:
    with filmed(tmp_path, yard, clock, **CONTINUOUS) as camera:
        camera.run_to(5)
        camera.recorder.lose_stream()
        camera.settle()
        (tmp_path / "clips").rename(tmp_path / "away")
        (tmp_path / "clips").write_text("a file where the folder was")
        camera.connect()
        camera.run_to(20)
        (tmp_path / "clips").unlink()
        (tmp_path / "away").rename(tmp_path / "clips")
        camera.run_to(40)
        camera.recorder.close()
        camera.settle()
        gaps = camera.store.gaps("yard")
        rows = camera.store.list("yard")[::-1]
    assert {lost.reason for lost in camera.lost()} == {"disk_error"}
    assert {gap.cause for gap in gaps} == {"disk_error"}
    # From the first refusal until the next segment began, every second has its cause.
    assert min(gap.started_at for gap in gaps) <= rows[0].ended_at + timedelta(seconds=2.1)  # a key frame later
    assert max(gap.ended_at for gap in gaps) == rows[1].started_at
    assert all(after.started_at <= before.ended_at for before, after in pairwise(gaps[::-1]))


def test_nothing_is_kept_where_the_owner_keeps_nothing(
    tmp_path: Path, visit: dict[str, Path], clock: HandClock
) -> None:
    with filmed(tmp_path, visit["main"], clock, mode=RecordMode.OFF) as camera:
        camera.run_to(8)
        camera.motion("a", 8, 8)
        camera.run_to(10)
        camera.motion_over("a", 10)
        camera.run_to(15)
        assert not camera.clips()
    assert not camera.lost()
    assert not list(tmp_path.rglob("*.mp4*"))
