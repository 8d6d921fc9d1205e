"""A wall clock that is set: nothing is overwritten, and what lies in the wrong day carries a note."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
import os
from pathlib import Path
import random
import subprocess
from tempfile import TemporaryDirectory
import threading

import av
from filmed import filmed
from hand_clock import HandClock
import pytest

from mat_than_engine.clock import wall_at
from mat_than_engine.keeping.clip_store import ClipStore
from mat_than_engine.keeping.keeper import Keeper
from mat_than_engine.keeping.ledger import Ledger
from mat_than_engine.keeping.manifest import Manifest, open_manifest
from mat_than_engine.keeping.recorder import MainStream, Recorder
from mat_than_engine.keeping.recording import Template
from mat_than_engine.keeping.wall_clock import Reading, WallClock
from mat_than_engine.model import Clip, Packet, StreamFacts
from mat_than_engine.reports import Report
from mat_than_engine.settings import RecordMode, RecordSettings
from mat_than_engine.stream_time import StreamClock

TRUE_START = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
SECONDS_OF = {"day": 86_400.0, "week": 7 * 86_400.0}


class House:
    """A camera that sends a key frame every ten seconds, recorded under a wall clock that others set."""

    def __init__(self, storage: Path, film: Path) -> None:
        self.clock = HandClock()
        self.began = self.clock.now
        self.clock.wall = TRUE_START
        self.error = timedelta()
        self.steps = 0
        self.store = ClipStore(storage)
        self.store.prepare()
        self.ledger = Ledger(self.store, self.clock)
        self.reports: list[Report] = []
        self.keeper = Keeper(
            self.store, self.reports.append, self.clock, self.ledger, synchronised=lambda: not self.error
        )
        settings = RecordSettings(mode=RecordMode.CONTINUOUS, segment_s=600, pre_roll_s=0)
        self.recorder = Recorder("yard", settings, self.keeper, self.clock)
        self.container = av.open(str(film))
        video = self.container.streams.video[0]
        self.key = next(packet for packet in self.container.demux(video) if packet.is_keyframe)
        self.stream_clock = StreamClock()
        facts = StreamFacts(codec="h264", width=160, height=96, fps=0.1)
        self.recorder.open_stream(MainStream(Template(video, None), self.stream_clock, lambda: facts))
        self.sent = 0
        self.keeper.start()

    def set_clock(self, error: timedelta) -> None:
        """Somebody sets the wall clock; from now on it is wrong by this much."""
        self.steps += error != self.error
        self.clock.wall += error - self.error
        self.error = error
        self.settle()

    def run(self, seconds: float) -> None:
        until = self.clock.now + seconds
        while self.clock.now < until:
            self.stream_clock.observe(self.clock.now - self.began, self.clock.now)
            self.recorder.receive((Packet(self.clock.now - self.began, True, self.key.size, self.key),))
            self.sent += 1
            self.clock.advance(10)
            if self.sent % 600 == 0:
                self.settle()

    def settle(self) -> None:
        """What the keeper's thread does in its own time is done now."""
        done = threading.Event()
        self.keeper.soon(done.set)
        assert done.wait(20)
        looked = threading.Event()  # it looks at the clock before each job
        self.keeper.soon(looked.set)
        assert looked.wait(20)
        self.ledger.flush()

    def end(self) -> None:
        self.recorder.close()
        self.settle()
        self.keeper.drain(10)
        self.container.close()

    def clips(self) -> Iterator[tuple[Clip, Manifest]]:
        following = None
        while True:
            page = self.store.page("yard", after=following)
            tokens = self.store.manifests(clip.clip_id for clip in page.clips)
            for clip in page.clips:
                yield clip, open_manifest(tokens[clip.clip_id], None)
            following = page.following
            if following is None:
                return


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A film of one small picture: sixty thousand of them are sent in a week."""
    film = tmp_path / "picture.mp4"
    words = ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=160x96:rate=1", "-frames:v", "1"]
    subprocess.run([*words, "-c:v", "libx264", str(film)], check=True)
    return film


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Path]:
    """A folder no disk has to be waited for, where there is one: a thousand clips are synced in a week."""
    shared = Path("/dev/shm")
    with TemporaryDirectory(dir=shared if os.access(shared, os.W_OK) else tmp_path) as folder:
        yield Path(folder)


@pytest.mark.parametrize("length", ["day", pytest.param("week", marks=pytest.mark.slow)])
def test_steps_overwrite_nothing_and_leave_no_clip_in_a_wrong_day_without_a_note(
    memory: Path, picture: Path, length: str
) -> None:
    house = House(memory, picture)
    dice = random.Random(4)
    house.set_clock(datetime(1970, 1, 1, tzinfo=UTC) - TRUE_START)  # a board without a battery
    house.run(1500)
    house.set_clock(timedelta())  # NTP
    while house.clock.now - house.began < SECONDS_OF[length]:
        house.run(dice.uniform(1, 5) * 3600)
        house.set_clock(dice.choice([HOUR, -HOUR, timedelta()]))
    house.set_clock(timedelta())
    house.end()

    kept = list(house.clips())
    pictures = {clip.clip_id: pictures_in(house.store.path_of(clip)) for clip, _ in kept}
    assert sum(pictures.values()) == house.sent  # nothing overwritten, nothing lost
    assert len({clip.path for clip, _ in kept}) == len(kept) == len(list(memory.rglob("*.mp4")))
    # Segments follow one another without a hole, so each one's place in their order says when it really began.
    truth, began = {}, TRUE_START
    for clip, manifest in sorted(kept, key=lambda pair: pair[1].sequence):
        truth[clip.clip_id] = began
        began += timedelta(seconds=10 * pictures[clip.clip_id])
        assert abs(clip.ended_at - clip.started_at - timedelta(seconds=clip.duration_s)) < timedelta(seconds=1)
        wrong_by = abs(clip.started_at - truth[clip.clip_id])
        if wrong_by > timedelta(seconds=1):
            assert manifest.clock in {"unsure", "stepped"}
            assert wrong_by < HOUR + timedelta(seconds=1)  # what began in 1970 was dated anew
    assert all(clip.started_at.year == 2026 for clip, _ in kept)
    stepped = [manifest for _, manifest in kept if manifest.clock == "stepped"]
    assert stepped
    assert all(manifest.clock_step_s for manifest in stepped)
    with house.store.index.read() as db:
        noted = db.execute("SELECT count(*) FROM clock_steps").fetchone()[0]
    assert noted == house.steps


def test_a_clip_during_which_the_clock_was_set_has_the_times_of_the_new_one(
    tmp_path: Path, visit: dict[str, Path], clock: HandClock
) -> None:
    with filmed(tmp_path, visit["main"], clock) as camera:
        camera.run_to(8)
        camera.motion("a", 8, 8)
        camera.run_to(9)
        clock.wall += HOUR
        camera.motion_over("a", 10)
        camera.run_to(16)
        (clip,) = camera.clips()
        token = camera.store.manifests([clip.clip_id])[clip.clip_id]
    manifest = open_manifest(token, None)
    assert (manifest.clock, manifest.clock_step_s) == ("stepped", pytest.approx(3600, abs=0.1))
    began = datetime(2026, 11, 22, 9, 0, tzinfo=UTC) + timedelta(seconds=8 - clip.pre_roll_s)
    assert abs(clip.started_at - began) < timedelta(seconds=0.2)
    assert "/2026-11-22/20261122T0800" in clip.path  # what the clock showed when it began


def test_slewing_is_no_step_and_setting_is() -> None:
    clock = HandClock()
    watch = WallClock(clock, lambda: True)
    for _ in range(1000):
        clock.advance(1)
        clock.wall += timedelta(milliseconds=0.5)
        assert watch.step() is None
    clock.wall -= timedelta(hours=1)
    step = watch.step()
    assert step is not None
    assert (step.after - step.before).total_seconds() == pytest.approx(-3600, abs=0.1)
    assert watch.step() is None


def test_a_clock_nobody_keeps_right_is_not_called_synchronised() -> None:
    clock = HandClock()
    now = Reading(clock.utc_now(), clock.monotonic_s())
    before_ntp = Reading(datetime(1970, 1, 1, tzinfo=UTC), clock.monotonic_s())
    assert WallClock(clock, lambda: True).state(now, now) == "synchronised"
    assert WallClock(clock, lambda: False).state(now, now) == "unsure"
    assert WallClock(clock, lambda: True).state(before_ntp, before_ntp) == "unsure"
    assert wall_at(clock, clock.monotonic_s()) == clock.utc_now()


def pictures_in(file: Path) -> int:
    with av.open(str(file)) as container:
        return sum(1 for packet in container.demux(video=0) if packet.size)
