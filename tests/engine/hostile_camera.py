"""Feeds a hostile stream to a real camera (source, eyes, recorder) and says what became of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
import logging
from pathlib import Path
import threading
import time

from mat_than_engine.camera_task import CameraTask
from mat_than_engine.clock import SystemClock
from mat_than_engine.keeping.clip_store import ClipStore
from mat_than_engine.keeping.keeper import Keeper
from mat_than_engine.model import CameraState
from mat_than_engine.reports import CameraStatus, MotionReport, Report, SceneReport
from mat_than_engine.settings import CameraSettings, RecordSettings, WatchSettings

STATUS = Path("/proc/self/status")


class HastyClock(SystemClock):
    """The machine's clock, but waiting takes no time: a file is played as fast as it is read."""

    def __init__(self) -> None:
        self._skipped_s = 0.0

    def monotonic_s(self) -> float:
        return super().monotonic_s() + self._skipped_s

    def utc_now(self) -> datetime:
        return super().utc_now() + timedelta(seconds=self._skipped_s)

    def wait(self, stop: threading.Event, timeout_s: float) -> bool:
        self._skipped_s += timeout_s
        return stop.is_set()


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended: the camera's state and cause, or `hung`."""

    word: str
    looked_at: bool
    motion_left_on: bool
    took_s: float


class Failures(logging.Handler):
    """Notices what the engine did not expect: it is caught at the top of a loop and logged as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.seen = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.seen += record.exc_info is not None


class HostileCamera:
    """One camera on one stream, until it ended or its supervisor will try again."""

    def __init__(self, storage: Path, url: str, *, live: bool = False) -> None:
        self._clock = SystemClock() if live else HastyClock()
        self._done = threading.Event()
        self._looked_at = False
        self._last: CameraStatus | None = None
        self._motions: dict[str, str] = {}
        store = ClipStore(storage)
        store.prepare()
        self._keeper = Keeper(store, self._hear, self._clock)
        settings = CameraSettings(
            camera_id="hostile",
            name="hostile",
            main_url=url,
            watch=WatchSettings(profile="quick"),
            record=RecordSettings(pre_roll_s=1),
        )
        self._camera = CameraTask(settings, self._keeper, self._hear, self._clock)

    def run(self, limit_s: float = 30.0) -> Outcome:
        """Play it, at most for so long, and stop."""
        began = time.monotonic()
        failures = Failures()
        logging.getLogger("mat_than_engine").addHandler(failures)
        self._keeper.start()
        self._camera.start()
        ended = self._done.wait(limit_s)
        took_s = time.monotonic() - began
        self._camera.stop()
        ended = self._camera.join(10 if ended else 1) or ended
        self._keeper.drain(5)
        logging.getLogger("mat_than_engine").removeHandler(failures)
        status = self._last
        word = (
            "none" if status is None else f"{status.state.value} {status.cause.value if status.cause else ''}".strip()
        )
        if failures.seen:
            word += ", unexpected"
        return Outcome(
            word if ended else f"hung ({word})",
            self._looked_at,
            any(phase != "end" for phase in self._motions.values()),
            took_s,
        )

    def _hear(self, report: Report) -> None:
        if isinstance(report, MotionReport):
            self._motions[report.motion.event_id] = report.motion.phase
        elif isinstance(report, SceneReport):
            self._looked_at = True
        elif isinstance(report, CameraStatus) and not self._done.is_set():
            self._last = report
            if report.state in {CameraState.OFF, CameraState.RETRYING}:
                self._done.set()


def memory_mb() -> tuple[float, float]:
    """What this process holds, and the most it ever held."""
    fields = dict(line.split(":", 1) for line in STATUS.read_text().splitlines())
    return int(fields["VmRSS"].split()[0]) / 1024, int(fields["VmHWM"].split()[0]) / 1024
