"""From what a watch sees to a camera's motion: whatever happens, what began ends; the camera's own sensor is heard."""

import base64
from dataclasses import replace
from datetime import timedelta
import io
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import av
from eyes import Eyes, eyes
from hand_clock import HandClock
import numpy as np
import pytest

from mat_than_engine.model import Packet
from mat_than_engine.reports import Advice, TuningLook
from mat_than_engine.settings import Zone

WHOLE = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))


@pytest.fixture
def sub(visit: dict[str, Path]) -> Path:
    """Somebody is there from 8.2 s to 19.3 s of 22."""
    return visit["sub"]


def damaged(packet: Packet) -> Packet:
    raw = av.Packet(b"\x00\x00\x00\x01\x41" + bytes(40))
    raw.pts = packet.raw.pts
    return replace(packet, raw=raw, key=False)


def ended_after(camera: Eyes) -> float:
    """Seconds from the start of the only motion to its end."""
    assert camera.turns == ["start", "end"]
    ended = camera.motions[-1]
    assert ended.ended_at is not None
    return (ended.ended_at - ended.started_at).total_seconds()


def test_a_motion_has_its_scores_its_boxes_and_its_reason(tmp_path: Path, sub: Path, clock: HandClock) -> None:
    with eyes(tmp_path, sub, clock, profile="quick") as camera:
        camera.look_to(21)
        camera.rest(5)
    assert camera.turns == ["start", "end"]
    end = camera.motions[-1]
    assert camera.second_of(end) == pytest.approx(8.3, abs=0.7)
    assert end.reason == "moving"
    assert end.boxes
    assert 9 <= len(end.scores) <= 12
    assert all(0.5 <= score <= 1 for score in end.scores[1:])
    assert max(end.scores) == pytest.approx(end.score, abs=0.01)


def test_a_motion_ends_although_the_stream_s_own_time_stands_still(tmp_path: Path, sub: Path, clock: HandClock) -> None:
    with eyes(tmp_path, sub, clock, profile="quick", quiet_s=3) as camera:
        camera.look_to(9.5)
        assert camera.turns == ["start"]
        camera.look_to(21.5, lambda packet: replace(packet, time_s=9.5))
        camera.rest(8)
    assert ended_after(camera) <= 3 + 12 + 2


def test_a_motion_ends_although_nothing_can_be_decoded_any_more(tmp_path: Path, yard: Path, clock: HandClock) -> None:
    with eyes(tmp_path, yard, clock, profile="quick", quiet_s=3) as camera:
        camera.look_to(20)
        assert camera.turns == ["start"]
        camera.look_to(40, damaged)
    assert ended_after(camera) <= 3 + 12 + 3


def test_a_motion_ends_with_its_stream_and_the_next_stream_may_have_its_own(
    tmp_path: Path, sub: Path, clock: HandClock
) -> None:
    with eyes(tmp_path, sub, clock, profile="quick") as camera:
        camera.look_to(10)
        camera.watch.detach()
        assert camera.turns == ["start", "end"]
        camera.watch.attach(camera.source)
        camera.look_to(19)
        camera.watch.detach()
    assert camera.turns == ["start", "end", "start", "end"]
    assert len({motion.event_id for motion in camera.motions}) == 2


def test_the_still_settles_at_once_when_nobody_touches_the_edge_and_is_told_so_once(
    tmp_path: Path, sub: Path, clock: HandClock
) -> None:
    with eyes(tmp_path, sub, clock, profile="quick") as camera:
        camera.look_to(21, every_s=0.25)
        camera.rest(5)
    start, *_, end = camera.motions
    settled = next(motion for motion in camera.motions if motion.still_settled)
    assert settled.still_at is not None
    assert start.still_at is not None
    assert (settled.still_at - start.still_at).total_seconds() <= 1.25
    assert end.still == start.still
    assert (tmp_path / end.still).read_bytes()[:2] == b"\xff\xd8"


@pytest.mark.parametrize(("hours", "seen"), [(("15:00", "16:00"), True), (("08:00", "09:00"), False)])
def test_hours_of_a_zone_are_the_place_s_own(
    tmp_path: Path, sub: Path, clock: HandClock, hours: tuple[str, str], *, seen: bool
) -> None:
    zone = Zone(name="shop", polygon=WHOLE, active="hours", hours=hours)  # it is 08:00 UTC, 15:00 in Vietnam
    with eyes(tmp_path, sub, clock, profile="quick", zones=(zone,)) as camera:
        camera.watch.time_zone = ZoneInfo("Asia/Ho_Chi_Minh")
        camera.look_to(12)
    assert bool(camera.motions) is seen


# The camera's own sensor.


def sense(camera: Eyes, *, on: bool, ago_s: float = 0.0) -> None:
    camera.watch.sense(camera.clock.utc_now() - timedelta(seconds=ago_s), on=on)


def test_a_trusted_sensor_starts_and_ends_motion_and_next_to_nothing_is_decoded(
    tmp_path: Path, sub: Path, clock: HandClock
) -> None:
    with eyes(tmp_path, sub, clock, own_sensor="trigger", quiet_s=2) as camera:
        camera.look_to(12)
        assert camera.motions == []  # somebody has been there for four seconds, the sensor has not said so
        sense(camera, on=True)
        assert camera.turns == ["start"]
        camera.look_to(16)
        sense(camera, on=False)
        camera.look_to(21)
    assert ended_after(camera) == pytest.approx(6, abs=1)
    assert camera.watch.looks <= 4
    start, end = camera.motions[0], camera.motions[-1]
    assert start.reason == "own_sensor"
    assert start.still is not None
    assert end.still_settled
    assert not end.night


def test_a_sensor_that_stays_on_for_ever_is_ended_and_must_go_off_to_be_believed_again(
    tmp_path: Path, yard: Path, clock: HandClock
) -> None:
    with eyes(tmp_path, yard, clock, own_sensor="trigger", quiet_s=2, longest_s=10) as camera:
        camera.look_to(3)
        sense(camera, on=True)
        camera.look_to(40)
        assert ended_after(camera) == pytest.approx(10, abs=1)
        sense(camera, on=False)
        sense(camera, on=True)
        assert camera.turns == ["start", "end", "start"]
        camera.watch.detach()
    assert camera.turns == ["start", "end", "start", "end"]


def test_a_trusted_sensor_that_is_on_while_the_stream_comes_back_goes_on(
    tmp_path: Path, sub: Path, clock: HandClock
) -> None:
    with eyes(tmp_path, sub, clock, own_sensor="trigger") as camera:
        camera.look_to(3)
        sense(camera, on=True)
        camera.watch.detach()
        camera.watch.attach(camera.source)
        camera.look_to(5)
    assert camera.turns == ["start", "end", "start"]


def test_without_the_sensor_s_vote_nothing_counts(tmp_path: Path, sub: Path, clock: HandClock) -> None:
    with eyes(tmp_path, sub, clock, profile="quick", own_sensor="vote") as camera:
        camera.look_to(21)
        camera.rest(5)
    assert camera.motions == []


def test_a_vote_that_comes_late_counts_as_of_when_somebody_was_first_seen(
    tmp_path: Path, sub: Path, clock: HandClock
) -> None:
    with eyes(tmp_path, sub, clock, profile="quick", own_sensor="vote") as camera:
        camera.look_to(11)
        sense(camera, on=True)
        assert camera.turns == ["start"]
        assert camera.second_of(camera.motions[0]) == pytest.approx(8.3, abs=0.7)
        camera.look_to(12)
        sense(camera, on=False)  # it is only asked for the beginning
        camera.look_to(18)
        assert camera.turns == ["start"]
        camera.look_to(21.5)
        camera.rest(5)
    assert camera.turns == ["start", "end"]


def test_a_vote_a_few_seconds_before_counts_and_one_long_before_does_not(
    tmp_path: Path, sub: Path, clock: HandClock
) -> None:
    for at_s, counts in ((6.0, True), (1.0, False)):
        clock = HandClock()
        with eyes(tmp_path / str(at_s), sub, clock, profile="quick", own_sensor="vote") as camera:
            camera.look_to(at_s)
            sense(camera, on=True)
            camera.look_to(at_s + 0.5)
            sense(camera, on=False)
            camera.look_to(12)
        assert bool(camera.motions) is counts


# Tuning and advice.


def test_tuning_shows_two_looks_a_second_and_ends_by_itself(tmp_path: Path, sub: Path, clock: HandClock) -> None:
    with eyes(tmp_path, sub, clock, profile="quick") as camera:
        camera.look_to(4)
        assert not any(isinstance(report, TuningLook) for report in camera.reports)
        camera.watch.tune(8.0)
        camera.look_to(16)
    looks = [report for report in camera.reports if isinstance(report, TuningLook)]
    assert 8 <= len(looks) <= 17
    spans = [(b.at - a.at).total_seconds() for a, b in pairwise(looks)]
    assert min(spans) >= 0.49
    assert looks[-1].on
    assert looks[-1].boxes
    assert (looks[0].on, looks[0].boxes) == (False, ())
    assert (looks[-1].mask_width, looks[-1].mask_height) == (320, 180)


def test_the_mask_and_the_picture_of_a_tuning_look_are_what_the_detector_saw(
    tmp_path: Path, sub: Path, clock: HandClock
) -> None:
    with eyes(tmp_path, sub, clock, profile="quick") as camera:
        camera.look_to(12)
        camera.watch.tune(1.0)
        camera.look_to(12.5)
        camera.watch.tune(0)
        camera.look_to(15)
    looks = [report for report in camera.reports if isinstance(report, TuningLook)]
    assert len(looks) == 1
    look = looks[0]
    packed = np.frombuffer(base64.b64decode(look.mask), np.uint8).reshape(look.mask_height, -1)
    mask = np.unpackbits(packed, axis=1)[:, : look.mask_width]
    x, y, width, height = look.boxes[0]
    inside = mask[round(y * 180) : round((y + height) * 180), round(x * 320) : round((x + width) * 320)]
    assert inside.mean() > 0.3
    assert mask.mean() < 0.1
    with av.open(io.BytesIO(base64.b64decode(look.picture_jpeg)), format="mjpeg") as container:
        picture = next(container.decode(video=0))
    assert (picture.width, picture.height) == (320, 180)


def test_advice_comes_after_a_minute_and_once(tmp_path: Path, yard: Path, clock: HandClock) -> None:
    with eyes(tmp_path, yard, clock, profile="economy") as camera:
        for second in range(10, 90, 10):
            camera.look_to(second)
            camera.watch.advise(camera.source.facts, None, has_sub=False, corrupt=0)
    advice = [report for report in camera.reports if isinstance(report, Advice)]
    assert len(advice) == 1
    assert [finding.kind for finding in advice[0].findings] == ["no_sub_stream"]
    assert advice[0].findings[0].value == pytest.approx(0.92, abs=0.01)
