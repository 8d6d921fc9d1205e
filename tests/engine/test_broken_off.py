"""What a recording that cannot go on leaves behind: everything that was written, with its true end and the cause."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import av
from filmed import Filmed, filmed, packets_of, pictures_of
from hand_clock import HandClock
import pytest

from mat_than_engine.model import Sound
from mat_than_engine.source import Unit


def play(camera: Filmed, second: float, change: Callable[[Unit], Unit]) -> None:
    """Play up to this second, with the packets as the test wants them."""
    while camera.clock.now - camera.began < second:
        camera.clock.advance(0.5)
        camera.recorder.receive([change(unit) for unit in camera.source.read_batch()])


def stepping_back(unit: Unit) -> Unit:
    """Sound as RTSP dates it: two seconds off until the camera's first report about its clocks, 5.5 s after the start."""
    if isinstance(unit, Sound) and unit.time_s >= 5.5:
        return replace(unit, time_s=unit.time_s - 2)
    return unit


def test_sound_that_steps_back_in_time_is_kept_and_costs_no_picture(
    tmp_path: Path, visit: dict[str, Path], clock: HandClock
) -> None:
    with filmed(tmp_path, visit["main"], clock) as camera:
        play(camera, 8, stepping_back)
        camera.motion("a", 8, 8)
        play(camera, 10, stepping_back)
        camera.motion_over("a", 10)
        play(camera, 16, stepping_back)
        (clip,) = camera.clips()
    assert not camera.lost()
    assert clip.audio == "aac"
    assert pictures_of(camera.store.path_of(clip)) == pytest.approx(clip.duration_s * 15, abs=1)
    with av.open(str(camera.store.path_of(clip))) as container:
        assert len([packet for packet in container.demux(audio=0) if packet.size]) > 100


def with_foreign_sound(unit: Unit) -> Unit:
    """Sound that says it is AAC and carries headers no MP4 may hold."""
    if isinstance(unit, Sound):
        packet: av.Packet[av.AudioStream] = av.Packet(b"\xff\xf1" + bytes(62))  # type: ignore[assignment]  # a packet made by hand is of no stream
        return replace(unit, size=packet.size, raw=packet)
    return unit


def test_sound_no_file_can_hold_is_left_out_and_the_disk_not_blamed(
    tmp_path: Path, visit: dict[str, Path], clock: HandClock
) -> None:
    with filmed(tmp_path, visit["main"], clock) as camera:
        play(camera, 8, with_foreign_sound)
        camera.motion("a", 8, 8)
        play(camera, 12, with_foreign_sound)
        camera.motion_over("a", 12)
        play(camera, 18, with_foreign_sound)
        (clip,) = camera.clips()
    assert not camera.lost()
    kept, sent = packets_of(camera.store.path_of(clip)), packets_of(visit["main"])
    start = sent.index(kept[0])
    assert kept == sent[start : start + len(kept)]
    assert len(kept) == pytest.approx(clip.duration_s * 15, abs=1)
