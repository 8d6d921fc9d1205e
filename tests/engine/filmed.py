"""A camera's recorder fed from a real file under a clock moved by hand, so that a minute takes a moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
import threading
from typing import Any  # of `filmed`'s settings, which RecordSettings checks

import av
from hand_clock import HandClock

from mat_than_engine.errors import CameraError
from mat_than_engine.keeping.clip_store import ClipStore
from mat_than_engine.keeping.keeper import Keeper
from mat_than_engine.keeping.ledger import Ledger
from mat_than_engine.keeping.recorder import MainStream, Recorder
from mat_than_engine.keeping.recording import Template
from mat_than_engine.model import Clip
from mat_than_engine.reports import ClipLost, ClipSaved, Report
from mat_than_engine.settings import RecordSettings, Transport
from mat_than_engine.source import open_source


class Filmed:
    """One camera playing a file into a recorder."""

    def __init__(self, storage: Path, file: Path, clock: HandClock, settings: RecordSettings) -> None:
        self.clock = clock
        self.reports: list[Report] = []
        self.store = ClipStore(storage)
        self.store.prepare()
        self.ledger = Ledger(self.store, clock)
        self.keeper = Keeper(self.store, self.reports.append, clock, self.ledger, synchronised=lambda: True)
        self.recorder = Recorder("yard", settings, self.keeper, clock)
        self.source = open_source(str(file), Transport.TCP, clock)
        self.began = clock.now
        self._keeping = False
        self.connect()

    def ask(self, for_s: float, pre_roll_s: float | None = None) -> str | None:
        return self.recorder.ask(for_s, pre_roll_s)

    def connect(self) -> None:
        template = Template(self.source.video, self.source.sound)
        self.recorder.open_stream(MainStream(template, self.source.clock, lambda: self.source.facts))

    def run_to(self, second: float) -> None:
        """Play up to this second of the file."""
        while self.clock.now - self.began < second:
            self.clock.advance(min(0.5, second - (self.clock.now - self.began)))
            try:
                self.recorder.receive(self.source.read_batch())
            except CameraError:
                self.recorder.lose_stream()
                return

    def motion(self, event_id: str, started_s: float, last_seen_s: float) -> None:
        self.recorder.see_motion(event_id, self.began + started_s, self.began + last_seen_s, None)

    def motion_over(self, event_id: str, last_seen_s: float) -> None:
        self.recorder.end_motion(event_id, self.began + last_seen_s)

    def settle(self) -> None:
        """Let the keeper and the ledger do what they have to do up to now."""
        if not self._keeping:
            self._keeping = True
            self.keeper.start()
        done = threading.Event()
        self.keeper.soon(done.set)
        assert done.wait(10)
        self.ledger.flush()

    def clips(self) -> list[Clip]:
        """What was kept, in the order it was."""
        self.settle()
        return [report.clip for report in self.reports if isinstance(report, ClipSaved)]

    def lost(self) -> list[ClipLost]:
        return [report for report in self.reports if isinstance(report, ClipLost)]


@contextmanager
def filmed(storage: Path, file: Path, clock: HandClock, **settings: Any) -> Iterator[Filmed]:
    camera = Filmed(storage, file, clock, RecordSettings(**settings))
    yield camera
    camera.settle()
    camera.keeper.drain(10)
    camera.source.close()


def pictures_of(file: Path) -> int:
    """How many pictures decode from the file, all of them without a fault."""
    with av.open(str(file)) as container:
        container.streams.video[0].codec_context.options = {"err_detect": "explode"}
        return sum(1 for _ in container.decode(video=0))


def packets_of(file: Path) -> list[bytes]:
    """The compressed pictures of a file."""
    with av.open(str(file)) as container:
        return [bytes(packet) for packet in container.demux(video=0) if packet.size]
