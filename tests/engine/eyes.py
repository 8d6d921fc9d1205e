"""A camera's eyes and recorder on a real file, under a clock moved by hand."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filmed import Filmed
from hand_clock import HandClock

from mat_than_engine.camera_watch import CameraWatch
from mat_than_engine.errors import CameraError
from mat_than_engine.model import Motion, Packet
from mat_than_engine.reports import MotionReport
from mat_than_engine.settings import RecordSettings, WatchSettings
from mat_than_engine.source import Unit

type Change = Callable[[Packet], Packet]


class Eyes(Filmed):
    """One camera whose only stream is watched and recorded."""

    def __init__(
        self, storage: Path, file: Path, clock: HandClock, settings: WatchSettings, record: RecordSettings
    ) -> None:
        super().__init__(storage, file, clock, record)
        self.watch = CameraWatch("yard", settings, self.recorder, self.reports.append, clock)
        self.watch.attach(self.source)

    def look_to(self, second: float, change: Change = lambda packet: packet, *, every_s: float = 0.5) -> None:
        """Play up to this second of the file, each packet changed on its way to the eyes."""
        while self.clock.now - self.began < second - 1e-6:
            self.clock.advance(min(every_s, second - (self.clock.now - self.began)))
            units: list[Unit] = []
            try:
                units = self.source.read_batch()
            except CameraError:
                self.watch.detach()
                self.recorder.lose_stream()
                return
            self.recorder.receive(units)
            self.watch.feed([change(unit) for unit in units if isinstance(unit, Packet)])

    def rest(self, seconds: float, every_s: float = 0.5) -> None:
        """Time passes and no packet comes."""
        for _ in range(round(seconds / every_s)):
            self.clock.advance(every_s)
            self.watch.feed([])

    @property
    def motions(self) -> list[Motion]:
        return [report.motion for report in self.reports if isinstance(report, MotionReport)]

    @property
    def turns(self) -> list[str]:
        """Starts and ends, in order."""
        return [motion.phase for motion in self.motions if motion.phase != "update"]

    def second_of(self, motion: Motion) -> float:
        """The second of the file at which a motion began."""
        return self.began + (motion.started_at - self.clock.wall).total_seconds() + self.clock.now - 2 * self.began


@contextmanager
def eyes(
    storage: Path, file: Path, clock: HandClock, record: RecordSettings | None = None, **settings: object
) -> Iterator[Eyes]:
    camera = Eyes(storage, file, clock, WatchSettings(**settings), record or RecordSettings())
    yield camera
    camera.source.close()
