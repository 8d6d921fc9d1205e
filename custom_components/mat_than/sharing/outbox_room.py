"""Room in the outbox: what is given up when there is none, and the count of it.

What is older than a hub takes goes first; then the oldest clips, then stills, events last, and of each kind what was given for
a case after everything else. The copies of what goes, go with it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from ..lib.mat_than_engine.protocol.limits import EVENT_AGE
from .outbox_database import OutboxDatabase
from .parcel import SENDING_ORDER, to_ms

LARGEST_BYTES: Final = 2 * 1024**3  # shared copies that wait: about a day of a busy street without a line
MOST_PARCELS: Final = 20_000
_GIVEN_UP: Final = "SELECT seq, size_bytes FROM parcels WHERE kind = ? ORDER BY request_id IS NOT NULL, seq"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How much may wait."""

    largest_bytes: int = LARGEST_BYTES
    most_parcels: int = MOST_PARCELS


class OutboxRoom:
    """The room of one outbox, whose shared copies lie in `copies`."""

    def __init__(self, database: OutboxDatabase, copies: Path, clock: Callable[[], datetime], bounds: Bounds) -> None:
        self._database = database
        self._copies = copies
        self._clock = clock
        self._bounds = bounds

    def make(self) -> None:
        """Give up what is too old, and what is too much."""
        oldest = to_ms(self._clock() - EVENT_AGE)
        self.drop("last_ms < ? AND request_id IS NULL", (oldest,))  # footage for a case may be older; its consent ends
        for kind in reversed(range(len(SENDING_ORDER))):
            row = self._database.rows("SELECT count(*) AS n, coalesce(sum(size_bytes), 0) AS bytes FROM parcels")[0]
            excess, excess_bytes = row["n"] - self._bounds.most_parcels, row["bytes"] - self._bounds.largest_bytes
            if excess <= 0 and excess_bytes <= 0:
                return
            self._drop_oldest(kind, excess, excess_bytes)

    def _drop_oldest(self, kind: int, excess: int, excess_bytes: int) -> None:
        doomed: list[int] = []
        for row in self._database.rows(_GIVEN_UP, (kind,)):
            if excess <= 0 and excess_bytes <= 0:
                break
            if excess <= 0 and not row["size_bytes"]:
                continue
            doomed.append(row["seq"])
            excess -= 1
            excess_bytes -= row["size_bytes"]
        for start in range(0, len(doomed), 500):
            some = doomed[start : start + 500]
            self.drop(f"seq IN ({','.join('?' * len(some))})", tuple(some))

    def drop(self, where: str, values: tuple[Any, ...]) -> None:
        """Give up and count; `where` is a literal of the caller."""
        with self._database.writing() as db:
            rows = db.execute(f"SELECT seq, hub, kind, file FROM parcels WHERE {where}", values).fetchall()  # noqa: S608 - see above
            for row in rows:
                db.execute("DELETE FROM parcels WHERE seq = ?", (row["seq"],))
                db.execute(
                    "INSERT INTO drops (hub, kind, count) VALUES (?,?,1) ON CONFLICT (hub, kind) DO UPDATE SET count = count + 1",
                    (row["hub"], row["kind"]),
                )
        self.unlink(row["file"] for row in rows)

    def drops_seen(self, hub: str) -> None:
        """The owner knows of all that was given up so far."""
        with self._database.writing() as db:
            db.execute("UPDATE drops SET seen = count WHERE hub = ?", (hub,))

    def unlink(self, names: Iterable[str | None]) -> None:
        """Remove copies whose rows are gone."""
        for name in names:
            if name is not None:
                (self._copies / name).unlink(missing_ok=True)
