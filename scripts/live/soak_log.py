"""A soak's rows: one every ten seconds, appended to a CSV that the next run goes on with."""

import csv
from dataclasses import dataclass, fields
from pathlib import Path

EVERY_S = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The engine and its cameras at one moment; counters are since the run began."""

    at: str  # UTC
    run: int  # how often the soak was started, this time included
    elapsed_s: float  # of this run
    processes: int
    threads: int
    files: int
    rss_mb: float
    pss_mb: float
    cpu_share: float  # of one core, since the row before
    server_cpu_share: float  # of the cameras' server, which is no part of the engine
    live: int
    gone: int  # whose cable is pulled, or who are held
    lowest_fps: float  # of the cameras that were live all the time
    motions: int
    motions_on: int
    longest_on_s: float
    on_without_picture_s: float  # the longest a motion stayed on after its camera was lost
    clips: int
    clips_lost: int
    pulls: int
    reconnects: int
    longest_reconnect_s: float  # from the cable put back to a picture
    dropped: int
    corrupt: int
    engine_ended: int


def append(path: Path, row: Row) -> None:
    """Add a row; the first one brings the head."""
    names = [field.name for field in fields(Row)]
    new = not path.exists()
    with path.open("a", newline="") as file:
        writer = csv.writer(file)
        if new:
            writer.writerow(names)
        writer.writerow([getattr(row, name) for name in names])


def read(path: Path) -> list[Row]:
    """All rows so far, of every run."""
    if not path.exists():
        return []
    with path.open(newline="") as file:
        return [_row(line) for line in csv.DictReader(file)]


def _row(line: dict[str, str]) -> Row:
    values: dict[str, str | int | float] = {}
    for field in fields(Row):
        text = line[field.name]
        values[field.name] = int(text) if field.type is int else float(text) if field.type is float else text
    return Row(**values)  # type: ignore[arg-type]  # each as its field says


def seconds_so_far(rows: list[Row]) -> float:
    """How long all runs lasted together."""
    ends = {row.run: row.elapsed_s for row in rows}
    return sum(ends.values())
