"""What the ledger is told of a camera: from the first key frame to the last picture, and why nothing comes else."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any  # of settings, which the dataclasses check

from hand_clock import HandClock
import pytest

from mat_than_engine.camera_standing import CameraStanding
from mat_than_engine.keeping.account import NoAccount, Standing
from mat_than_engine.model import Cause
from mat_than_engine.settings import CameraSettings, RecordMode, RecordSettings, Transport
from mat_than_engine.source import Source, open_source

NOON = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
NEARLY = timedelta(seconds=0.2)


class Notes(NoAccount):
    """An account that remembers how the camera stood."""

    def __init__(self) -> None:
        self.stood: list[tuple[Standing | Cause, datetime]] = []

    def stands(self, camera_id: str, standing: Standing | Cause, at: datetime) -> None:
        self.stood.append((standing, at))


def standing_of(clock: HandClock, mode: RecordMode, **more: Any) -> tuple[CameraStanding, Notes]:
    notes = Notes()
    settings = CameraSettings(camera_id="yard", name="Yard", main_url="f", record=RecordSettings(mode=mode), **more)
    return CameraStanding(settings, notes, clock), notes


def play(source: Source, clock: HandClock, standing: CameraStanding, seconds: float) -> None:
    for _ in range(round(seconds * 2)):
        clock.advance(0.5)
        standing.receive(source, source.read_batch())


@pytest.fixture
def source(visit: dict[str, Path], clock: HandClock) -> Source:
    return open_source(str(visit["main"]), Transport.TCP, clock)


def test_a_continuous_recording_lasts_from_its_first_key_frame_to_its_last_picture(
    source: Source, clock: HandClock
) -> None:
    standing, notes = standing_of(clock, RecordMode.CONTINUOUS)
    play(source, clock, standing, 5)
    clock.advance(10)  # nothing comes, and only a time-out notices
    standing.lose(source)
    standing.change(Cause.NO_DATA)
    assert [what for what, _ in notes.stood] == [Standing.CONNECTING, Standing.RECORDED, Cause.NO_DATA]
    first, last = notes.stood[1][1], notes.stood[2][1]
    assert abs(first - NOON) < NEARLY
    assert abs(last - NOON - timedelta(seconds=5)) < NEARLY


def test_a_camera_whose_pictures_nobody_looks_at_is_not_called_watched(source: Source, clock: HandClock) -> None:
    standing, notes = standing_of(clock, RecordMode.MOTION)
    play(source, clock, standing, 2)
    standing.watch(watching=True)
    standing.watch(watching=False)
    assert [what for what, _ in notes.stood] == [
        Standing.CONNECTING, Standing.CONNECTING, Standing.WATCHED, Standing.CONNECTING,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("mode", "detect", "expected"),
    [
        (RecordMode.OFF, True, Standing.RECORDING_OFF),
        (RecordMode.MOTION, False, Standing.DETECTION_OFF),
        (RecordMode.CONTINUOUS, False, Standing.RECORDED),
        (RecordMode.BOTH, True, Standing.RECORDED),
    ],
)
def test_the_owner_s_will_is_told_apart_from_absence(
    source: Source, clock: HandClock, mode: RecordMode, detect: bool, expected: Standing
) -> None:
    standing, notes = standing_of(clock, mode, detect=detect)
    play(source, clock, standing, 2)
    assert notes.stood[-1][0] is expected


def test_an_attempt_that_has_no_answer_yet_explains_nothing_new(clock: HandClock) -> None:
    standing, notes = standing_of(clock, RecordMode.CONTINUOUS)
    standing.change(Cause.CREDENTIALS)
    standing.change(None)  # it tries again
    assert [what for what, _ in notes.stood] == [Standing.CONNECTING, Cause.CREDENTIALS]


def test_a_stop_ends_with_the_last_picture(source: Source, clock: HandClock) -> None:
    standing, notes = standing_of(clock, RecordMode.CONTINUOUS)
    play(source, clock, standing, 4)
    clock.advance(0.9)  # what came since lies in the socket unread
    standing.stop(source)
    what, at = notes.stood[-1]
    assert what is Standing.STOPPED
    assert abs(at - NOON - timedelta(seconds=4)) < NEARLY
