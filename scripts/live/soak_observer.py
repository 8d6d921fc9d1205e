"""What the engine says of its cameras while they are unplugged, told as figures."""

from dataclasses import dataclass
import threading
import time

from mat_than_engine.model import CameraState, Motion
from mat_than_engine.reports import CameraFigures, CameraStatus, ClipLost, ClipSaved, MotionReport, Report, SceneReport


@dataclass(slots=True)
class _On:
    """A motion that goes on. Times are of the monotonic clock."""

    camera_id: str
    since: float
    lost_at: float | None = None  # when its camera's pictures stopped


class Observer:
    """Listens to the engine and to whoever pulls the cables; safe to call from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._began = time.monotonic()
        self._states: dict[str, CameraState] = {}
        self._on: dict[str, _On] = {}
        self._back_at: dict[str, float] = {}
        self._figures: dict[str, CameraFigures] = {}
        self._steady: dict[str, float] = {}
        self.gone: set[str] = set()
        self.pulls = self.motions = self.clips = self.clips_lost = self.reconnects = 0
        self.longest_on_s = self.on_without_picture_s = self.longest_reconnect_s = 0.0
        self.first_look_s: dict[str, float] = {}

    def hear(self, report: Report) -> None:
        """A report of the engine."""
        with self._lock:
            match report:
                case CameraStatus():
                    self._status(report)
                case MotionReport():
                    self._motion(report.motion)
                case CameraFigures():
                    self._figures[report.camera_id] = report
                case SceneReport():
                    self.first_look_s.setdefault(report.camera_id, time.monotonic() - self._began)
                case ClipSaved():
                    self.clips += 1
                case ClipLost():
                    self.clips_lost += 1
                case _:
                    pass

    def engine_begins(self) -> None:
        """A new engine: nothing of the old one goes on."""
        with self._lock:
            self._began = time.monotonic()
            self._states.clear()
            self._on.clear()
            self._figures.clear()
            self._steady.clear()

    def pulled(self, camera_id: str) -> None:
        """A camera's cable was pulled."""
        with self._lock:
            self.pulls += 1
            self.gone.add(camera_id)
            self._back_at.pop(camera_id, None)

    def put_back(self, camera_id: str) -> None:
        """It is back; if the engine has noticed that it was gone, it must find it again."""
        with self._lock:
            self.gone.discard(camera_id)
            if self._states.get(camera_id) is not CameraState.LIVE:
                self._back_at[camera_id] = time.monotonic()

    def tick(self) -> None:
        """Look at what lasts."""
        with self._lock:
            now = time.monotonic()
            for motion in self._on.values():
                self._measure(motion, now)
            for since in self._back_at.values():
                self.longest_reconnect_s = max(self.longest_reconnect_s, now - since)

    @property
    def live(self) -> int:
        """How many cameras are live."""
        with self._lock:
            return sum(state is CameraState.LIVE for state in self._states.values())

    @property
    def motions_on(self) -> int:
        """How many motions go on."""
        with self._lock:
            return len(self._on)

    def counters(self) -> tuple[int, int, float]:
        """Packets dropped, packets corrupt, and the lowest rate of the cameras that were not disturbed of late."""
        with self._lock:
            now = time.monotonic()
            quiet = [f for f in self._figures.values() if now - self._steady.get(f.camera_id, now) > 25]
            return (
                sum(f.packets_dropped for f in self._figures.values()),
                sum(f.packets_corrupt for f in self._figures.values()),
                min((f.fps for f in quiet), default=0.0),
            )

    def _status(self, status: CameraStatus) -> None:
        now, before = time.monotonic(), self._states.get(status.camera_id)
        self._states[status.camera_id] = status.state
        live = status.state is CameraState.LIVE
        if live and before is not CameraState.LIVE:
            self._steady[status.camera_id] = now
            since = self._back_at.pop(status.camera_id, None)
            if since is not None:
                self.reconnects += 1
                self.longest_reconnect_s = max(self.longest_reconnect_s, now - since)
        elif not live:
            self._steady.pop(status.camera_id, None)
        for motion in self._on.values():
            if motion.camera_id == status.camera_id:
                motion.lost_at = None if live else motion.lost_at or now

    def _motion(self, motion: Motion) -> None:
        now = time.monotonic()
        if motion.phase == "start":
            self.motions += 1
            self._on[motion.event_id] = _On(motion.camera_id, now)
        elif motion.phase == "end" and motion.event_id in self._on:
            self._measure(self._on.pop(motion.event_id), now)

    def _measure(self, motion: _On, now: float) -> None:
        self.longest_on_s = max(self.longest_on_s, now - motion.since)
        if motion.lost_at is not None:
            self.on_without_picture_s = max(self.on_without_picture_s, now - motion.lost_at)
