"""What becomes a clip: from a key frame before the motion to the last seconds after it, copied as the camera sent it."""

from pathlib import Path
import shutil

import av
from filmed import filmed, packets_of, pictures_of
from hand_clock import HandClock
import pytest


def test_a_clip_holds_the_pre_roll_and_the_post_roll(tmp_path: Path, visit: dict[str, Path], clock: HandClock) -> None:
    with filmed(tmp_path, visit["main"], clock, pre_roll_s=5, post_roll_s=3) as camera:
        camera.run_to(9.5)
        camera.motion("a", started_s=9.0, last_seen_s=9.4)
        camera.run_to(14.0)
        camera.motion_over("a", last_seen_s=11.0)
        camera.run_to(15.0)
        (clip,) = camera.clips()
    assert 5.0 <= clip.pre_roll_s <= 7.0  # a key frame every two seconds
    assert clip.pre_roll_s + 2.0 + 3.0 == pytest.approx(clip.duration_s, abs=0.2)
    assert (clip.ended_at - clip.started_at).total_seconds() == pytest.approx(clip.duration_s, abs=0.2)
    assert clip.event_ids == ("a",)
    assert clip.codec == "h264"
    assert (clip.width, clip.height) == (1280, 720)


def test_a_clip_plays_from_its_first_picture(tmp_path: Path, visit: dict[str, Path], clock: HandClock) -> None:
    with filmed(tmp_path, visit["main"], clock) as camera:
        camera.run_to(8)
        camera.motion("a", 8, 8)
        camera.run_to(9)
        camera.motion_over("a", 9)
        camera.run_to(13)
        (clip,) = camera.clips()
    file = camera.store.path_of(clip)
    assert pictures_of(file) == pytest.approx(clip.duration_s * 15, abs=1)
    with av.open(str(file)) as container:
        assert next(iter(container.demux(video=0))).is_keyframe
        assert container.streams.video[0].start_time == 0
        assert container.duration is not None
        assert container.duration / 1e6 == pytest.approx(clip.duration_s, abs=0.2)
    assert file.stat().st_size == clip.size_bytes
    assert not list(tmp_path.rglob("*.part"))


def test_pictures_are_those_the_camera_sent(tmp_path: Path, street: Path, clock: HandClock) -> None:
    with filmed(tmp_path, street, clock) as camera:
        camera.run_to(6)
        camera.motion("a", 6, 6)
        camera.run_to(7)
        camera.motion_over("a", 7)
        camera.run_to(11)
        (clip,) = camera.clips()
    kept, sent = packets_of(camera.store.path_of(clip)), packets_of(street)
    start = sent.index(kept[0])
    assert kept == sent[start : start + len(kept)]
    with av.open(str(camera.store.path_of(clip))) as container:
        assert container.streams.video[0].codec_context.codec_tag == "hvc1"  # what browsers and phones ask for


def test_sound_is_kept_when_it_is_aac(tmp_path: Path, visit: dict[str, Path], clock: HandClock) -> None:
    with filmed(tmp_path, visit["main"], clock) as camera:
        camera.run_to(8)
        camera.motion("a", 8, 8)
        camera.run_to(9)
        camera.motion_over("a", 9)
        camera.run_to(13)
        (clip,) = camera.clips()
    assert clip.audio == "aac"
    with av.open(str(camera.store.path_of(clip))) as container:
        seconds = sum(frame.samples for frame in container.decode(audio=0)) / 16000
    assert seconds == pytest.approx(clip.duration_s, abs=0.3)


def test_a_further_motion_extends_the_clip(tmp_path: Path, visit: dict[str, Path], clock: HandClock) -> None:
    with filmed(tmp_path, visit["main"], clock, post_roll_s=3) as camera:
        camera.run_to(6)
        camera.motion("a", 6, 6)
        camera.run_to(7)
        camera.motion_over("a", 7)
        camera.run_to(9)
        camera.motion("b", 9, 9)
        camera.run_to(12)
        camera.motion_over("b", 12)
        camera.run_to(16)
        (clip,) = camera.clips()
    assert clip.event_ids == ("a", "b")
    assert clip.duration_s >= 5 + 6 + 3


def test_a_motion_right_after_a_clip_has_its_pre_roll_all_the_same(
    tmp_path: Path, visit: dict[str, Path], clock: HandClock
) -> None:
    with filmed(tmp_path, visit["main"], clock, pre_roll_s=5, post_roll_s=1) as camera:
        for event_id, start in (("a", 6), ("b", 9.5)):
            camera.run_to(start)
            camera.motion(event_id, start, start)
            camera.run_to(start + 1)
            camera.motion_over(event_id, start + 1)
        camera.run_to(13)
        first, second = camera.clips()
    assert (first.event_ids, second.event_ids) == (("a",), ("b",))
    assert second.pre_roll_s >= 5
    assert second.started_at < first.ended_at  # the same pictures stand in both


def test_a_long_motion_makes_the_next_clip_without_a_hole(tmp_path: Path, yard: Path, clock: HandClock) -> None:
    with filmed(tmp_path, yard, clock, longest_clip_s=10, pre_roll_s=2) as camera:
        camera.run_to(4)
        camera.motion("a", 4, 4)
        camera.run_to(30)
        camera.motion_over("a", 30)
        camera.run_to(34)
        clips = camera.clips()
    assert len(clips) == 4
    assert all(clip.event_ids == ("a",) for clip in clips)
    assert clips[1].pre_roll_s == 0
    kept = [packet for clip in clips for packet in packets_of(camera.store.path_of(clip))]
    sent = packets_of(yard)
    start = sent.index(kept[0])
    assert kept == sent[start : start + len(kept)]


def test_a_camera_that_goes_away_leaves_what_it_sent(tmp_path: Path, visit: dict[str, Path], clock: HandClock) -> None:
    with filmed(tmp_path, visit["main"], clock) as camera:
        camera.run_to(8)
        camera.motion("a", 8, 8)
        camera.run_to(10)
        camera.recorder.lose_stream()
        camera.motion_over("a", 10)
        (clip,) = camera.clips()
    assert pictures_of(camera.store.path_of(clip)) > 60
    assert not camera.lost()


def test_motion_without_a_main_stream_is_a_lost_clip_with_its_reason(
    tmp_path: Path, visit: dict[str, Path], clock: HandClock
) -> None:
    with filmed(tmp_path, visit["main"], clock) as camera:
        camera.recorder.lose_stream()
        camera.motion("a", 0, 0)
        camera.motion_over("a", 1)
        camera.connect()
        camera.motion("b", 0, 0)
        camera.motion_over("b", 1)
        assert not camera.clips()
    assert [lost.reason for lost in camera.lost()] == ["camera_gone", "no_key_frame"]


def test_nothing_is_written_without_motion(tmp_path: Path, visit: dict[str, Path], clock: HandClock) -> None:
    with filmed(tmp_path, visit["main"], clock) as camera:
        camera.run_to(15)
        assert not camera.clips()
    assert not list(tmp_path.rglob("*.mp4*"))


def test_a_folder_that_cannot_be_written_loses_the_clip_and_says_so(
    tmp_path: Path, visit: dict[str, Path], clock: HandClock
) -> None:
    with filmed(tmp_path, visit["main"], clock) as camera:
        camera.run_to(6)
        (tmp_path / "clips").rmdir()
        (tmp_path / "clips").write_text("a file where the folder was")
        camera.motion("a", 6, 6)
        camera.run_to(8)
        camera.motion_over("a", 8)
        (tmp_path / "clips").unlink()
        camera.motion("b", 8, 8)  # the next motion is tried again
        camera.run_to(9)
        camera.motion_over("b", 9)
        camera.run_to(13)
        (clip,) = camera.clips()
    assert [lost.reason for lost in camera.lost()] == ["disk_error"]
    assert clip.event_ids == ("b",)
    assert [gap.cause for gap in camera.store.gaps("yard")] == ["disk_error"]


def test_a_storage_folder_that_vanished_is_made_anew(tmp_path: Path, visit: dict[str, Path], clock: HandClock) -> None:
    with filmed(tmp_path / "share", visit["main"], clock) as camera:
        camera.settle()
        camera.run_to(6)
        shutil.rmtree(tmp_path / "share")
        camera.motion("a", 6, 6)
        camera.run_to(8)
        camera.motion_over("a", 8)
        camera.settle()
        camera.motion("b", 9, 9)
        camera.run_to(10)
        camera.motion_over("b", 10)
        camera.run_to(14)
        camera.settle()
    assert [lost.reason for lost in camera.lost()] == ["disk_error"]
    (clip,) = camera.store.list("yard")
    assert clip.event_ids == ("b",)
