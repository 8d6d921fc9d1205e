"""Every second of a camera's day is recorded, watched, absent with a cause, or off; what nothing explains shows."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import count, pairwise
import os
from pathlib import Path
import sqlite3
import subprocess
import sys
import tempfile
from zoneinfo import ZoneInfo

from engine_child import LIB
from hand_clock import HandClock
from hypothesis import given, settings, strategies as st
import pytest

from mat_than_engine.keeping.account import Standing
from mat_than_engine.keeping.clip_store import INDEX, Begun, ClipStore, clip_path
from mat_than_engine.keeping.coverage import Span, coverage_of, day_of, spans_of
from mat_than_engine.keeping.ledger import BEAT_S, Ledger
from mat_than_engine.keeping.writer import boot_id, runs_elsewhere
from mat_than_engine.model import Cause, Clip
from mat_than_engine.reports import Absence

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
_numbers = count()


@dataclass
class Home:
    """An engine of one camera that can be killed, on a clock moved by hand."""

    storage: Path
    clock: HandClock = field(default_factory=HandClock)
    store: ClipStore = None  # type: ignore[assignment]  # there is one from the first start on

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        if self.store is not None:
            self.store.index.close()
        self.store = ClipStore(self.storage)
        self.store.prepare()
        self.store.index.open()
        self.ledger = Ledger(self.store, self.clock)

    def stands(self, standing: Standing | Cause) -> None:
        self.ledger.stands("yard", standing, self.clock.wall)

    def run(self, seconds: float) -> None:
        """The engine runs on, its heart beating; nobody looks before the last beat, so that is the one written."""
        rest = seconds % BEAT_S
        if seconds >= BEAT_S:
            self.clock.advance(seconds - rest)
            assert self.ledger.flush()
        self.clock.advance(rest)

    def set_clock(self, by_s: float) -> None:
        before = self.clock.wall
        self.clock.wall += timedelta(seconds=by_s)
        self.ledger.stepped(before, self.clock.wall)

    def record(self, start: datetime, end: datetime) -> Clip:
        clip_id = f"c{next(_numbers)}"
        clip = Clip(
            clip_id=clip_id, camera_id="yard", event_ids=(), path=clip_path("yard", start, clip_id), started_at=start,
            ended_at=end, duration_s=(end - start).total_seconds(), pre_roll_s=0.0, size_bytes=1, sha256="0" * 64,
            codec="h264", width=64, height=64,
        )  # fmt: skip
        self.store.add(clip)
        return clip

    def day(self, zone: tzinfo = UTC) -> tuple[Span, ...]:
        return day_of(self.store, "yard", self.clock.wall.astimezone(zone).date(), zone, self.clock.wall)

    def since(self, start: datetime) -> list[tuple[str, str | None, float]]:
        """Kind, cause and seconds of what was, from then on."""
        spans = spans_of(self.store, "yard", start, self.clock.wall, self.clock.wall)
        return [(span.kind, span.cause, span.seconds) for span in spans]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def test_a_day_tells_what_was_and_nothing_before_the_camera_was_set_up(home: Home) -> None:
    began = home.clock.wall
    home.stands(Standing.WATCHED)
    home.run(600)
    home.record(began + timedelta(seconds=100), began + timedelta(seconds=160))
    home.stands(Cause.CREDENTIALS)
    home.run(60)
    home.stands(Standing.WATCHED)
    home.run(30)
    home.ledger.flush()
    assert [(span.kind, span.cause, span.seconds) for span in home.day()] == [
        ("off", "not_set_up", 8 * 3600.0),
        ("watched", None, 100.0),
        ("recorded", None, 60.0),
        ("watched", None, 440.0),
        ("absent", "credentials", 60.0),
        ("watched", None, 30.0),
    ]


def test_a_kill_is_an_absence_from_the_last_heartbeat_on(home: Home) -> None:
    began = home.clock.wall
    home.stands(Standing.WATCHED)
    home.run(100)
    home.start()
    home.clock.advance(5)
    home.stands(Standing.WATCHED)
    home.ledger.flush()
    home.run(30)
    assert home.since(began) == [("watched", None, 90.0), ("absent", "engine_stopped", 15.0), ("watched", None, 30.0)]


def test_after_the_machine_started_anew_it_was_the_power(home: Home) -> None:
    began = home.clock.wall
    home.stands(Standing.WATCHED)
    home.run(90)
    with sqlite3.connect(home.storage / INDEX) as db:  # as an index looks that was written before the machine started
        for table in ("spans", "beats"):
            db.execute(f"UPDATE {table} SET writer = replace(writer, ?, 'earlier')", (boot_id(),))
    home.start()
    home.clock.advance(3600)
    home.stands(Standing.WATCHED)
    home.ledger.flush()
    assert home.since(began)[:2] == [("watched", None, 90.0), ("absent", "power", 3600.0)]


def test_what_the_owner_switched_off_stays_off_while_the_engine_does_not_run(home: Home) -> None:
    began = home.clock.wall
    home.stands(Standing.RECORDING_OFF)
    home.run(60)
    home.start()
    home.clock.advance(600)
    home.stands(Standing.WATCHED)
    home.ledger.flush()
    assert home.since(began) == [("off", "recording_off", 660.0)]


def test_a_clock_set_forward_leaves_an_hour_that_never_was(home: Home) -> None:
    began = home.clock.wall
    home.stands(Standing.WATCHED)
    home.run(60)
    home.set_clock(3600)
    home.run(60)
    assert home.since(began) == [("watched", None, 60.0), ("absent", "clock_step", 3600.0), ("watched", None, 60.0)]


def test_a_clock_set_back_lets_nothing_be_forgotten(home: Home) -> None:
    began = home.clock.wall
    home.stands(Standing.WATCHED)
    home.run(3600)
    home.set_clock(-1800)
    home.stands(Cause.HOST)
    home.run(60)
    home.stands(Standing.WATCHED)
    home.run(60)
    home.clock.advance(1680)
    assert home.since(began) == [("watched", None, 1800.0), ("absent", "host", 60.0), ("watched", None, 1740.0)]


def test_a_board_that_wakes_in_1970_does_not_darken_the_years_before(home: Home) -> None:
    began = home.clock.wall
    home.stands(Standing.WATCHED)
    home.run(600)
    home.start()
    off_at, home.clock.wall = home.clock.wall, datetime(1970, 1, 1, tzinfo=UTC)
    home.stands(Standing.WATCHED)
    home.run(30)
    home.set_clock((off_at + timedelta(hours=2) - home.clock.wall).total_seconds())
    home.run(30)
    assert home.since(began) == [("watched", None, 600.0), ("absent", "clock_step", 7200.0), ("watched", None, 30.0)]


def test_continuous_footage_that_is_not_there_is_unexplained(home: Home) -> None:
    began = home.clock.wall
    home.stands(Standing.RECORDED)
    home.run(180)
    home.record(began + timedelta(seconds=4), began + timedelta(seconds=64))
    home.record(began + timedelta(seconds=65.5), began + timedelta(seconds=120))  # the seam is no gap
    assert home.since(began) == [("absent", "connecting", 4.0), ("recorded", None, 116.0), ("unexplained", None, 60.0)]
    coverage = coverage_of(home.store, "yard", UTC, home.clock.wall)
    assert coverage.unexplained_s == 40.0  # the last twenty seconds may still be explained
    assert coverage.recorded_s == 116.0


def test_what_was_noticed_late_began_with_the_last_picture(home: Home) -> None:
    began = home.clock.wall
    home.stands(Standing.RECORDED)
    home.run(90)
    home.record(began, began + timedelta(seconds=75))
    home.stands(Cause.NO_DATA)
    home.run(60)
    assert home.since(began) == [("recorded", None, 75.0), ("absent", "no_data", 75.0)]


def test_a_recording_going_on_counts_while_its_engine_lives(home: Home) -> None:
    began = home.clock.wall
    home.stands(Standing.RECORDED)
    home.store.begin(
        Begun(clip_id="c", camera_id="yard", event_ids=(), path=clip_path("yard", began, "c"), still=None,
              started_at=began, pre_roll_s=0.0, kind="continuous")
    )  # fmt: skip
    home.run(60)
    assert home.since(began) == [("recorded", None, 60.0)]
    home.clock.advance(120)
    assert home.since(began) == [("recorded", None, 60.0), ("unexplained", None, 120.0)]


def test_lost_and_deleted_footage_is_absent_with_its_cause(home: Home) -> None:
    began = home.clock.wall
    home.stands(Standing.RECORDED)
    clips = [home.record(began + timedelta(seconds=60 * n), began + timedelta(seconds=60 * n + 60)) for n in range(4)]
    home.ledger.failed("yard", began + timedelta(seconds=240), began + timedelta(seconds=300), "disk_full")
    home.run(300)
    home.store.delete_all([clips[0].clip_id, clips[1].clip_id], "age", home.clock.wall)
    home.store.lose([clips[2]], "file_missing")
    assert home.since(began) == [
        ("absent", "deleted_age", 120.0), ("absent", "file_missing", 60.0), ("recorded", None, 60.0),
        ("absent", "disk_full", 60.0),
    ]  # fmt: skip


def test_notes_wait_while_the_disk_is_gone(home: Home) -> None:
    began = home.clock.wall
    home.stands(Standing.WATCHED)
    home.run(60)
    away = home.storage.with_name("away")
    home.storage.rename(away)
    home.stands(Cause.HOST)
    home.clock.advance(60)
    assert not home.ledger.flush()
    home.stands(Standing.WATCHED)
    away.rename(home.storage)
    home.run(60)
    assert home.since(began) == [("watched", None, 60.0), ("absent", "host", 60.0), ("watched", None, 60.0)]


def test_a_heartbeat_is_one_small_write_however_many_cameras_there_are(home: Home) -> None:
    for number in range(16):
        home.ledger.stands(f"camera{number}", Standing.WATCHED, home.clock.wall)
    home.ledger.flush()
    with sqlite3.connect(home.storage / INDEX) as db:
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("SELECT count(*) FROM spans").fetchone()
        log = home.storage / f"{INDEX}-wal"
        before = log.stat().st_size
        home.ledger.flush()
        assert log.stat().st_size - before <= 2 * 4200  # bytes: two pages at most


def test_a_camera_that_moves_to_another_process_leaves_no_gap(home: Home, tmp_path: Path) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", _OTHER, str(tmp_path)], env={"PYTHONPATH": str(LIB)},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert other.stdout is not None
    assert other.stdin is not None
    writer = other.stdout.readline().strip()
    assert runs_elsewhere(writer)
    home.clock.wall = datetime.now(UTC) + timedelta(seconds=5)
    home.stands(Standing.WATCHED)
    home.run(20)
    home.ledger.flush()
    was = home.since(home.clock.wall - timedelta(seconds=24))
    assert [(kind, cause) for kind, cause, _ in was] == [("absent", "connecting"), ("watched", None)]
    other.stdin.close()
    other.wait(10)
    assert not runs_elsewhere(writer)


_OTHER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from mat_than_engine.clock import SystemClock
from mat_than_engine.keeping.account import Standing
from mat_than_engine.keeping.clip_store import ClipStore
from mat_than_engine.keeping.ledger import Ledger
store = ClipStore(Path(sys.argv[1]))
ledger = Ledger(store, SystemClock())
ledger.stands("yard", Standing.CONNECTING, datetime.now(UTC))
ledger.flush()
print(store.writer, flush=True)
sys.stdin.read()
"""


def test_this_process_is_not_another_one() -> None:
    assert not runs_elsewhere(f"{boot_id()}.{os.getpid()}.1.0")
    assert not runs_elsewhere("nobody")


def test_coverage_counts_the_day_of_the_place(home: Home) -> None:
    home.clock.wall = datetime(2026, 11, 22, 16, 59, tzinfo=UTC)
    home.stands(Standing.WATCHED)
    home.run(90)
    home.stands(Cause.HOST)
    home.run(30)
    home.ledger.flush()
    coverage = coverage_of(home.store, "yard", HANOI, home.clock.wall)
    assert coverage.day == date(2026, 11, 23).isoformat()
    assert coverage.watched_s == 30.0
    assert coverage.absent == (Absence(cause="host", seconds=30.0),)


_STANDINGS = (Standing.WATCHED, Standing.RECORDING_OFF, Standing.CONNECTING, Cause.HOST, Cause.CREDENTIALS)
_seconds = st.floats(0, 20_000, allow_nan=False)
_deeds = st.lists(
    st.one_of(
        st.tuples(st.just("stands"), st.sampled_from(_STANDINGS)),
        st.tuples(st.just("runs"), _seconds),
        st.tuples(st.just("is killed"), _seconds),
        st.tuples(st.just("stops"), _seconds),
        st.tuples(st.just("clock is set"), st.floats(-90_000, 90_000, allow_nan=False)),
        st.tuples(st.just("recorded"), st.floats(1, 600, allow_nan=False)),
        st.tuples(st.just("lost"), st.floats(1, 600, allow_nan=False)),
    ),
    max_size=25,
)


@settings(max_examples=100, deadline=None)
@given(_deeds)
def test_whatever_happens_each_day_is_whole_and_nothing_stays_unexplained(
    deeds: list[tuple[str, float | Standing | Cause]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        first = home.clock.wall
        home.stands(Standing.WATCHED)
        home.ledger.flush()
        for deed, how in deeds:
            _DEEDS[deed](home, how)
        home.stands(Cause.PATH)
        home.ledger.flush()
        last = home.clock.wall
        day = min(first, last).date() - timedelta(days=1)
        while day <= last.date() + timedelta(days=1):
            spans = day_of(home.store, "yard", day, UTC, last)
            start = datetime(day.year, day.month, day.day, tzinfo=UTC)
            end = min(start + timedelta(days=1), last)
            if end <= start:
                assert spans == ()
            else:
                assert (spans[0].start, spans[-1].end) == (start, _floor(end))
                assert all(one.end == other.start for one, other in pairwise(spans))
                assert all(span.start < span.end for span in spans)
                assert not [span for span in spans if span.kind == "unexplained"]
            day += timedelta(days=1)
        home.store.index.close()


def _floor(moment: datetime) -> datetime:
    return datetime.fromtimestamp(round(moment.timestamp() * 1000) / 1000, UTC)


def _kill(home: Home, down_s: float) -> None:
    home.start()
    home.clock.advance(down_s)
    home.stands(Standing.WATCHED)
    home.ledger.flush()


def _stop(home: Home, down_s: float) -> None:
    home.ledger.stop(0)
    _kill(home, down_s)


def _record(home: Home, seconds: float) -> None:
    home.record(home.clock.wall - timedelta(seconds=seconds), home.clock.wall)


def _lose(home: Home, seconds: float) -> None:
    home.ledger.failed("yard", home.clock.wall - timedelta(seconds=seconds), home.clock.wall, "disk_full")


_DEEDS: dict[str, Callable[[Home, float | Standing | Cause], None]] = {
    "stands": Home.stands, "runs": Home.run, "is killed": _kill, "stops": _stop, "clock is set": Home.set_clock,
    "recorded": _record, "lost": _lose,
}  # type: ignore[dict-item]  # fmt: skip  # each deed is drawn with the value it takes
