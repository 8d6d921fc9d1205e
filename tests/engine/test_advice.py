"""What would help a camera is said once it is certain, and not to and fro."""

import random

import av
import pytest

from mat_than_engine.advice import Adviser, Streams
from mat_than_engine.model import Packet, StreamFacts

RAW = av.Packet(b"x")
SUB = StreamFacts(codec="h264", width=640, height=360, fps=15)
MAIN = StreamFacts(codec="h264", width=1920, height=1080, fps=15)
GOOD = Streams(main=MAIN, sub=SUB, watched=SUB, has_sub=True)


class Camera:
    """A stream made of numbers."""

    def __init__(self) -> None:
        self.adviser = Adviser(1000.0)
        self.now_s = 1000.0
        self.told: list[dict[str, float]] = []

    def run(self, groups, *, key_bytes=9000, inter_bytes=300, length_s=2.0, moving=False, streams=GOOD):
        """So many groups of pictures, ten seconds between two conclusions."""
        concluded_s = self.now_s
        for _ in range(groups):
            count = round(length_s * 15)
            for n in range(count):
                at = self.now_s + n / 15
                self.adviser.note_packets(
                    [Packet(at, n == 0, key_bytes if n == 0 else inter_bytes, RAW)], moving=moving
                )
            self.now_s += length_s
            if self.now_s - concluded_s >= 10:
                concluded_s = self.now_s
                self.conclude(streams)
        return self

    def conclude(self, streams=GOOD):
        findings = self.adviser.conclude(self.now_s, streams)
        if findings is not None:
            self.told.append({finding.kind: finding.value for finding in findings})


def test_a_good_camera_needs_no_advice():
    camera = Camera().run(300)
    assert camera.told == []


def test_nothing_is_said_in_the_first_minute():
    camera = Camera().run(25, streams=Streams(main=MAIN, sub=None, watched=MAIN, has_sub=False))
    assert camera.told == []
    camera.run(10, streams=Streams(main=MAIN, sub=None, watched=MAIN, has_sub=False))
    assert camera.told == [{"no_sub_stream": pytest.approx(2.07, abs=0.01)}]


def test_rare_key_frames_are_named_until_they_are_frequent():
    camera = Camera().run(20, length_s=10)
    assert camera.told == [{"key_frames_rare": pytest.approx(10)}]
    camera.run(600)
    assert camera.told[1:] == [{}]


def test_a_camera_that_saves_key_frames_is_told_so_and_not_that_they_are_rare():
    camera = Camera()
    for _ in range(20):
        camera.run(3).run(1, length_s=12)
    assert set(camera.told[-1]) == {"key_frames_irregular"}
    assert camera.told[-1]["key_frames_irregular"] == pytest.approx(12)


def test_a_stream_that_was_away_makes_no_rare_key_frame():
    camera = Camera()
    for _ in range(10):
        camera.run(4)
        camera.adviser.note_break()
        camera.now_s += 20
    assert camera.told == []


def test_a_constant_bit_rate_shows_when_moving_makes_no_difference():
    constant = Camera().run(40, key_bytes=6000, inter_bytes=2000).run(10, key_bytes=6000, inter_bytes=2010, moving=True)
    assert set(constant.told[-1]) == {"constant_bit_rate"}
    assert constant.told[-1]["constant_bit_rate"] == pytest.approx(256, abs=1)
    # A variable one spends little between key frames while nothing moves, and more when something does.
    assert Camera().run(40).run(10, inter_bytes=900, moving=True).told == []
    assert Camera().run(40, inter_bytes=280).run(10, inter_bytes=300, moving=True).told == []


def test_noise_at_night_is_remembered_by_day():
    camera = Camera().run(40, streams=Streams(main=MAIN, sub=SUB, watched=SUB, has_sub=True, noise=6.0))
    camera.run(40)
    assert camera.told == [{"night_noise": 6.0}]


def test_hysteresis_keeps_a_figure_at_its_limit_from_being_told_to_and_fro():
    chance = random.Random(3)
    camera = Camera()
    for _ in range(100):
        noise = 3.9 + chance.uniform(-0.4, 0.4)
        camera.run(5, streams=Streams(main=MAIN, sub=SUB, watched=SUB, has_sub=True, noise=noise))
    assert len(camera.told) == 1


def test_a_scene_that_keeps_stirring_is_busy_and_overlapping_stirs_count_once():
    camera = Camera()
    for _ in range(60):
        camera.run(5)
        camera.adviser.note_dismissed(camera.now_s - 4, camera.now_s, "in_place", (0.1, 0.1, 0.1, 0.1))
        camera.adviser.note_dismissed(camera.now_s - 4, camera.now_s - 1, "faint", (0.5, 0.1, 0.1, 0.1))
    assert set(camera.told[-1]) == {"busy_scene"}
    assert camera.told[-1]["busy_scene"] == pytest.approx(0.4, abs=0.1)


def test_writing_that_keeps_changing_is_a_clock_in_the_picture():
    camera = Camera()
    for _ in range(40):
        camera.run(5)
        for n in range(3):
            camera.adviser.note_dismissed(camera.now_s - n, camera.now_s - n, "text", (0.02, 0.02, 0.2, 0.03))
    assert "clock_in_picture" in camera.told[-1]
    assert 0.005 < camera.told[-1]["clock_in_picture"] < 0.03


def test_lost_packets_and_few_pictures_are_named():
    slow = StreamFacts(codec="h264", width=640, height=360, fps=4)
    camera = Camera()
    packets = 0
    for _ in range(20):
        packets += 1000
        camera.run(
            5, streams=Streams(main=MAIN, sub=slow, watched=slow, has_sub=True, packets=packets, corrupt=packets // 100)
        )
    assert camera.told[-1] == {"packets_lost": pytest.approx(0.01, abs=0.001), "low_frame_rate": 4}


def test_a_sensor_that_has_not_been_heard_of_for_days_is_named():
    camera = Camera()
    for days in (1, 2, 3.5, 3.6, 0):
        camera.run(35, streams=Streams(main=MAIN, sub=SUB, watched=SUB, has_sub=True, silent_sensor_s=days * 86400))
    assert camera.told == [{"own_sensor_silent": pytest.approx(3.5)}, {}]
