"""The soak: the real engine on looping RTSP cameras whose cables are pulled at random, for any length of time.

`scripts/soak` runs it. A folder holds the rows, the logs and the clips; started again on the same folder it goes on
until the length asked for is reached, then judges all runs together and draws them.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
import random
import signal
import sys
import threading
import time

from mat_than_engine.commands import Configure
from mat_than_engine.settings import CameraSettings, RecordMode, RecordSettings, RetentionSettings, WatchSettings

from .camera_server import CameraServer
from .engine_process import EngineProcess
from .process_tree import Use, use_of
from .soak_footage import streams
from .soak_log import EVERY_S, Row, append, read, seconds_so_far
from .soak_observer import Observer
from .soak_report import plot, verdict

ROOT = Path(__file__).parents[2]
LONGEST_S = 120.0  # a motion's limit, so that a stuck one is soon told from a long one
GONE_S = (3.0, 90.0)
POWER_CUT_SHARE = 0.02  # of all disturbances: every camera at once, the port closed
POWER_CUT_S = 20.0


@dataclass
class Cables:
    """Pulls cables and puts them back: thrown out and refused, or connected and silent, or all without power."""

    server: CameraServer
    observer: Observer
    names: Sequence[str]
    every_s: float  # between two disturbances, on the average; 0: none
    rng: random.Random
    back_at: dict[str, tuple[float, bool]] = field(default_factory=dict)
    next_at: float = field(default_factory=time.monotonic)

    def tick(self) -> None:
        """Do what is due."""
        now = time.monotonic()
        for name, (_, held) in [(n, item) for n, item in self.back_at.items() if item[0] <= now]:
            (self.server.let_go if held else self.server.plug)(name)
            del self.back_at[name]
            self.observer.put_back(name)
        if self.every_s and now >= self.next_at:
            self.next_at = now + self.rng.expovariate(1 / self.every_s)
            self._disturb(now)

    def _disturb(self, now: float) -> None:
        whole = [name for name in self.names if name not in self.back_at]
        if self.rng.random() < POWER_CUT_SHARE:
            self._cut_power()
        elif whole:
            name, held = self.rng.choice(whole), self.rng.random() < 0.4
            self.back_at[name] = (now + self.rng.uniform(*GONE_S), held)
            self.observer.pulled(name)
            (self.server.hold if held else self.server.unplug)(name)

    def _cut_power(self) -> None:
        for name in self.names:
            self.observer.pulled(name)
        self.server.stop()
        time.sleep(POWER_CUT_S)
        self.server.start()
        self.back_at.clear()
        for name in self.names:
            self.observer.put_back(name)


class Soak:
    """One run of it."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.folder: Path = options.folder
        self.folder.mkdir(parents=True, exist_ok=True)
        self.rows = read(self.folder / "rows.csv")
        self.run_number = self.rows[-1].run + 1 if self.rows else 1
        self.observer = Observer()
        self.names = [f"camera{number:02d}" for number in range(options.cameras)]
        self.server = CameraServer(
            streams(self.names, options.demo, self.folder, options.active), self.folder / "cameras.log"
        )
        self.engine = EngineProcess(self.folder / "engine.log", self.observer.hear)
        self.ended = 0
        self.stop = threading.Event()
        self._before = (time.monotonic(), 0.0, 0.0)

    def go(self) -> None:
        """Run until the length asked for is reached, or a signal comes."""
        self.server.start()
        self._start_engine()
        rng = random.Random(self.options.seed + self.run_number)
        cables = Cables(self.server, self.observer, self.names, self.options.pull_every, rng)
        cables.next_at = time.monotonic() + 60.0
        began = time.monotonic()
        limit_s = self.options.minutes * 60 - seconds_so_far(self.rows)
        next_row = began + EVERY_S
        try:
            while not self.stop.wait(0.5) and time.monotonic() - began < limit_s + 1:
                cables.tick()
                self.observer.tick()
                if time.monotonic() >= next_row:
                    next_row += EVERY_S
                    self._row(time.monotonic() - began)
        finally:
            self.engine.stop()
            self.server.stop()

    def judge(self) -> bool:
        """Write and print what all runs showed."""
        rows = read(self.folder / "rows.csv")
        held, lines = verdict(rows, self.options.cameras, LONGEST_S)
        looks = sorted(self.observer.first_look_s.values())
        if len(looks) == len(self.names):
            lines.append(
                f"        first look: the first camera after {looks[0]:.2f} s, the last after {looks[-1]:.2f} s"
            )
        (self.folder / "verdict.txt").write_text("\n".join(lines) + "\n")
        (self.folder / "plot.svg").write_text(plot(rows, self.options.cameras))
        print("\n".join(lines), flush=True)
        return held

    def _start_engine(self) -> None:
        self.observer.engine_begins()
        self.engine = EngineProcess(self.folder / "engine.log", self.observer.hear)
        self.engine.start()
        self._before = (time.monotonic(), use_of(self.engine.pid).cpu_s, use_of(self.server.pid).cpu_s)
        record = RecordSettings(mode=RecordMode.MOTION if self.options.record else RecordMode.OFF)
        watch = WatchSettings(profile=self.options.profile, longest_s=LONGEST_S)
        self.engine.send(
            Configure(
                storage=str(self.folder / "clips"),
                cameras=tuple(
                    CameraSettings(
                        camera_id=name, name=name, main_url=self.server.address(name), watch=watch, record=record
                    )
                    for name in self.names
                ),
                retention=RetentionSettings(gigabytes=0.3),
            )
        )

    def _row(self, elapsed_s: float) -> None:
        if not self.engine.alive:
            self.ended += 1
            self._start_engine()
        row = self._make_row(elapsed_s, use_of(self.engine.pid), use_of(self.server.pid))
        append(self.folder / "rows.csv", row)
        if self.options.verbose:
            print(row, flush=True)

    def _make_row(self, elapsed_s: float, engine: Use, server: Use) -> Row:
        seen = self.observer
        before_s, cpu_s, server_cpu_s = self._before
        self._before = (time.monotonic(), engine.cpu_s, server.cpu_s)
        span_s = self._before[0] - before_s
        dropped, corrupt, lowest_fps = seen.counters()
        return Row(
            at=datetime.now(UTC).isoformat(timespec="seconds"),
            run=self.run_number,
            elapsed_s=round(elapsed_s, 1),
            processes=engine.processes,
            threads=engine.threads,
            files=engine.files,
            rss_mb=engine.rss_mb,
            pss_mb=engine.pss_mb,
            cpu_share=round(max(0.0, engine.cpu_s - cpu_s) / span_s, 4),
            server_cpu_share=round(max(0.0, server.cpu_s - server_cpu_s) / span_s, 4),
            live=seen.live,
            gone=len(seen.gone),
            lowest_fps=lowest_fps,
            motions=seen.motions,
            motions_on=seen.motions_on,
            longest_on_s=round(seen.longest_on_s, 1),
            on_without_picture_s=round(seen.on_without_picture_s, 1),
            clips=seen.clips,
            clips_lost=seen.clips_lost,
            pulls=seen.pulls,
            reconnects=seen.reconnects,
            longest_reconnect_s=round(seen.longest_reconnect_s, 1),
            dropped=dropped,
            corrupt=corrupt,
            engine_ended=self.ended,
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; 0 when all held."""
    parser = argparse.ArgumentParser(prog="scripts/soak", description=__doc__)
    parser.add_argument("--folder", type=Path, default=ROOT / "out/soak", help="rows, logs, clips; continued if there")
    parser.add_argument("--demo", type=Path, default=ROOT / "demo", help="footage and labels")
    parser.add_argument(
        "--active", type=float, metavar="SHARE", help="of the time somebody is there; else as the clips are"
    )
    parser.add_argument("--cameras", type=int, default=16)
    parser.add_argument("--minutes", type=float, default=120.0, help="all runs on this folder together")
    parser.add_argument("--profile", choices=["auto", "quick", "balanced", "economy"], default="economy")
    parser.add_argument("--pull-every", type=float, default=20.0, metavar="S", help="on the average; 0: never")
    parser.add_argument("--no-record", dest="record", action="store_false", help="no clips, no pre-roll")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--verbose", action="store_true", help="print each row")
    parser.add_argument("--judge", action="store_true", help="only judge and draw what the folder holds")
    soak = Soak(parser.parse_args(arguments))
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: soak.stop.set())
    if not soak.options.judge:
        soak.go()
    return 0 if soak.judge() else 1


if __name__ == "__main__":
    sys.exit(main())
