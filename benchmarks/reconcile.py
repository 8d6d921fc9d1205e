"""How long index and disk take to be compared at a start, and what readers and writers notice of it meanwhile.

    PYTHONPATH=custom_components/mat_than/lib .venv/bin/python benchmarks/reconcile.py [--files N] [--rows N] [--json]

Made in a temporary folder: `files` clips that lie on the disk, in an index of `rows` rows (clips, the manifests of
those and of deleted ones, gaps, the ledger's spans); a hundred of the files are then removed, and a hundred rows, with
something in the place of their files that does not play. While both sides are compared one thread records and another
reads a day, each every 20 ms. Then, with `--lost`, the same where all but one file in ten are gone.
"""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
import json
from pathlib import Path
import sqlite3
import tempfile
import threading
import time
from uuid import uuid7

from mat_than_engine.keeping.clip_store import INDEX, Begun, ClipStore, clip_path
from mat_than_engine.keeping.index import milliseconds
from mat_than_engine.keeping.recovery import recover

CAMERAS = 8
SEGMENT_S = 60
SPOILT = 100
GOAL_S = 10.0
EVERY_S = 0.02


@dataclass
class Figures:
    """What one comparison took."""

    case: str
    rows: int
    files: int
    seconds: float
    missing: int
    writes: int
    write_p99_ms: float
    write_max_ms: float
    reads: int
    read_p99_ms: float
    read_max_ms: float


def main() -> None:
    """Make, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--lost", action="store_true", help="also with nine files in ten gone")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = ClipStore(Path(folder))
        store.prepare()
        store.index.open()
        rows, clips = make(store, arguments.files, arguments.rows)
        spoil(store, clips)
        cases = [compare(store, "a hundred missing, a hundred strange", rows, arguments.files)]
        cases.append(compare(store, "all in agreement", rows, arguments.files))
        if arguments.lost:
            for number, (_, path) in enumerate(clips):
                if number % 10:
                    store.inside(path).unlink(missing_ok=True)
            cases.append(compare(store, "nine in ten missing", rows, arguments.files // 10))
        store.index.close()
    for figures in cases:
        print(json.dumps(asdict(figures)) if arguments.json else sentence(figures))


def sentence(figures: Figures) -> str:
    verdict = "ok" if figures.seconds <= GOAL_S else f"MORE THAN {GOAL_S:.0f} s"
    return (
        f"{figures.case}: {figures.rows:,} rows, {figures.files:,} files in {figures.seconds:.2f} s ({verdict}), "
        f"{figures.missing} missing; meanwhile {figures.writes} writes, p99 {figures.write_p99_ms:.0f} ms, "
        f"longest {figures.write_max_ms:.0f} ms; {figures.reads} reads of a day, p99 {figures.read_p99_ms:.0f} ms, "
        f"longest {figures.read_max_ms:.0f} ms"
    )


def make(store: ClipStore, files: int, rows: int) -> tuple[int, list[tuple[str, str]]]:
    """Clips of as many days as it takes, and rows of everything else up to the number asked for."""
    first = datetime(2026, 1, 1, tzinfo=UTC)
    clips: list[tuple[str, str]] = []
    with store.index.write() as db:
        for number in range(files):
            camera = f"camera{number % CAMERAS}"
            started = first + timedelta(seconds=number // CAMERAS * SEGMENT_S)
            clip_id = str(uuid7())
            path = clip_path(camera, started, clip_id)
            clips.append((clip_id, path))
            if (number // CAMERAS) % (86_400 // SEGMENT_S) == 0:
                store.inside(path).parent.mkdir(parents=True, exist_ok=True)
            store.inside(path).touch()
            start = milliseconds(started)
            db.execute(
                "INSERT INTO clips (clip_id, camera_id, event_ids, path, started_ms, ended_ms, duration_s, pre_roll_s, "
                "size_bytes, sha256, codec, width, height, kind) VALUES (?,?,'[]',?,?,?,60,0,1,?,'h264',1920,1080,"
                "'continuous')",
                (clip_id, camera, path, start, start + SEGMENT_S * 1000, "0" * 64),
            )
        left = rows - files
        db.executemany("INSERT INTO manifests VALUES (?,?,?,?,?,?,NULL,NULL)", manifests(left // 2))
        spans = left - left // 2
        db.executemany(
            "INSERT INTO spans (camera_id, started_ms, ended_ms, kind, cause, writer) VALUES (?,?,?,'watched',NULL,'x')",
            ((f"camera{n % CAMERAS}", n * 60_000, n * 60_000 + 60_000) for n in range(spans)),
        )
    return rows, clips


def manifests(number: int) -> Iterator[tuple[object, ...]]:
    """As large as real ones."""
    token = "x" * 900
    return ((f"camera{n % CAMERAS}", n, f"m{n}", token, n * 60_000, n * 60_000 + 60_000) for n in range(number))


def spoil(store: ClipStore, clips: list[tuple[str, str]]) -> None:
    """A hundred files go; a hundred rows go, and what is in the place of their files does not play."""
    step = max(1, len(clips) // (2 * SPOILT))
    for _, path in clips[:: 2 * step][:SPOILT]:
        store.inside(path).unlink()
    with sqlite3.connect(store.storage / INDEX) as db:
        db.executemany("DELETE FROM clips WHERE clip_id = ?", [(c,) for c, _ in clips[step :: 2 * step][:SPOILT]])


def compare(store: ClipStore, case: str, rows: int, files: int) -> Figures:
    """Recover while others write and read."""
    over = threading.Event()
    writing, reading = Bystander(over, writer(store)), Bystander(over, reader(store))
    for bystander in (writing, reading):
        bystander.start()
    started_s = time.perf_counter()
    missing = sum(len(getattr(report, "clip_ids", ())) for report in recover(store))
    seconds = time.perf_counter() - started_s
    over.set()
    for bystander in (writing, reading):
        bystander.join()
    return Figures(
        case, rows, files, round(seconds, 2), missing,
        len(writing.took_ms), writing.at(0.99), writing.at(1.0), len(reading.took_ms), reading.at(0.99), reading.at(1.0),
    )  # fmt: skip


class Bystander(threading.Thread):
    """Does something again and again and measures it."""

    def __init__(self, over: threading.Event, act: Callable[[], None]) -> None:
        super().__init__(daemon=True)
        self._over = over
        self._act = act
        self.took_ms: list[float] = []

    def run(self) -> None:
        while not self._over.wait(EVERY_S):
            began_s = time.perf_counter()
            self._act()
            self.took_ms.append((time.perf_counter() - began_s) * 1000)

    def at(self, share: float) -> float:
        ordered = sorted(self.took_ms)
        return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 1) if ordered else 0.0


def writer(store: ClipStore) -> Callable[[], None]:
    """A recording is begun and given up."""

    def write() -> None:
        clip_id, now = str(uuid7()), datetime.now(UTC)
        store.begin(
            Begun(
                clip_id=clip_id, camera_id="new", event_ids=(), path=clip_path("new", now, clip_id), still=None,
                started_at=now, pre_roll_s=0.0,
            )
        )  # fmt: skip
        store.give_up(clip_id)

    return write


def reader(store: ClipStore) -> Callable[[], None]:
    """The clips of a day."""
    day = datetime(2026, 1, 2, tzinfo=UTC)
    return lambda: void(store.page("camera1", since=day, until=day + timedelta(days=1)))


def void(_: object) -> None:
    """What was read is of no use here."""


if __name__ == "__main__":
    main()
