"""What waits for the hubs, on disk: SQLite beside the clips, and the shared copies in a folder next to it.

An object is in here, synced, before anybody is told that it is shared, and leaves only when the hub has it, when the
owner withdraws, or when there is no room (clips first, then stills, events last; each drop is counted). A row comes
before its file and goes before its file: a file without a row is removed on opening, and a row whose file is gone is
made anew from its source. All methods block and may be called from any thread, one at a time.

What was given for a case goes before everything else of its kind, and is given up after it; hours of footage are copied
only a little ahead of what is sent.

Above 400 lines because every statement on the one table belongs in one file.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
import logging
from pathlib import Path
import sqlite3
import threading
from typing import Any, Final

from ..lib.mat_than_engine.protocol.consent import DataKind
from ..lib.mat_than_engine.protocol.limits import EVENT_AGE
from .errors import OutboxError
from .parcel import (
    SENDING_ORDER,
    MadeCopy,
    NewParcel,
    OutboxFigures,
    Parcel,
    QueueFigures,
    RequestFigures,
    Stage,
    from_ms,
    to_ms,
)

_LOGGER = logging.getLogger(__name__)

LARGEST_BYTES: Final = 2 * 1024**3  # shared copies that wait: about a day of a busy street without a line
MOST_PARCELS: Final = 20_000
AHEAD_BYTES: Final = LARGEST_BYTES // 4  # copies for cases that wait to be sent; more are made when these are gone

_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS parcels (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    hub TEXT NOT NULL,
    kind INTEGER NOT NULL,          -- place in SENDING_ORDER
    object_id TEXT NOT NULL,
    camera_id TEXT NOT NULL,
    consent_id TEXT NOT NULL,
    first_ms INTEGER NOT NULL,
    last_ms INTEGER NOT NULL,
    event_id TEXT NOT NULL,
    stage INTEGER NOT NULL,
    payload TEXT NOT NULL,          -- the event's JSON, or the clip as the engine told it
    source TEXT,                    -- what the shared copy is made of
    manifest TEXT,                  -- the signed manifest of a clip's copy
    masked INTEGER NOT NULL DEFAULT 0,
    file TEXT,                      -- the shared copy, once it is made
    sha256 TEXT NOT NULL DEFAULT '',
    size_bytes INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 1,
    attempts INTEGER NOT NULL DEFAULT 0,
    reason TEXT,
    request_id TEXT,                -- the request or the report that it is sent for
    UNIQUE (hub, kind, object_id)
);
CREATE INDEX IF NOT EXISTS parcels_next ON parcels (hub, stage, kind, seq);
CREATE TABLE IF NOT EXISTS manifests (  -- the newest manifest of a camera, which the next one names
    hub TEXT NOT NULL, camera_id TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (hub, camera_id)
);
CREATE TABLE IF NOT EXISTS drops (
    hub TEXT NOT NULL, kind INTEGER NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (hub, kind)
);
CREATE TABLE IF NOT EXISTS storage_receipts (
    hub TEXT NOT NULL, clip_id TEXT NOT NULL, receipt TEXT NOT NULL, last_ms INTEGER NOT NULL, request_id TEXT,
    PRIMARY KEY (hub, clip_id)
);
"""
_OF_CASES: Final = """
CREATE INDEX IF NOT EXISTS parcels_of_cases ON parcels (request_id) WHERE request_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS receipts_of_cases ON storage_receipts (request_id) WHERE request_id IS NOT NULL;
"""
_PUT: Final = (
    "INSERT INTO parcels (hub, kind, object_id, camera_id, consent_id, first_ms, last_ms, event_id, stage, payload,"
    " source, request_id) VALUES (?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (hub, kind, object_id) DO "
)
_GIVEN_UP: Final = "SELECT seq, size_bytes FROM parcels WHERE kind = ? ORDER BY request_id IS NOT NULL, seq"
_PUT_FILE: Final = _PUT + "NOTHING"  # a clip or a still is what it is; offered again, it is the same
_PUT_EVENT: Final = _PUT + (
    "UPDATE SET payload = excluded.payload, consent_id = excluded.consent_id, revision = revision + 1,"
    " stage = excluded.stage, reason = NULL"
)


class Outbox:
    """The outbox in `folder`. Raises `OutboxError` where disk or database fail."""

    def __init__(
        self,
        folder: Path,
        clock: Callable[[], datetime],
        *,
        largest_bytes: int = LARGEST_BYTES,
        most_parcels: int = MOST_PARCELS,
        ahead_bytes: int = AHEAD_BYTES,
    ) -> None:
        self._folder = folder
        self.copies = folder / "copies"
        self._clock = clock
        self._largest_bytes = largest_bytes
        self._most_parcels = most_parcels
        self._ahead_bytes = ahead_bytes
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None

    def open(self) -> None:
        """Open or make the database, and remove copies that no row knows."""
        try:
            self.copies.mkdir(parents=True, exist_ok=True)
        except OSError as err:
            raise OutboxError("the outbox's folder cannot be made") from err
        try:
            self._connect()
        except sqlite3.DatabaseError as err:
            if isinstance(err, sqlite3.OperationalError):
                raise OutboxError("the outbox cannot be opened") from err
            self._set_aside()
            self._connect()
        self._sweep()

    def close(self) -> None:
        """Close the database; what waits stays."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    # -- in

    def put(self, parcels: Iterable[NewParcel]) -> None:
        """Keep new objects, synced when this returns; one that is here already is updated if it is an event."""
        with self._writing() as db:
            for parcel in parcels:
                self._put_one(db, parcel)
        self._make_room()

    def _put_one(self, db: sqlite3.Connection, parcel: NewParcel) -> None:
        stage = Stage.WAITING if parcel.source is None else Stage.COPYING
        db.execute(
            _PUT_EVENT if parcel.kind is DataKind.EVENTS else _PUT_FILE,
            (
                parcel.hub,
                SENDING_ORDER.index(parcel.kind),
                parcel.object_id,
                parcel.camera_id,
                parcel.consent_id,
                to_ms(parcel.first_at),
                to_ms(parcel.last_at),
                parcel.event_id,
                stage,
                parcel.payload,
                parcel.source,
                parcel.request_id,
            ),
        )

    def copied(self, parcel: Parcel, made: MadeCopy) -> bool:
        """A parcel's copy is on disk, so it may go. False (and the copy is removed) when it is gone meanwhile."""
        with self._writing() as db:
            changed = db.execute(
                "UPDATE parcels SET stage = ?, file = ?, sha256 = ?, size_bytes = ?, masked = ?, manifest = ?"
                " WHERE seq = ? AND stage = ?",
                (
                    Stage.WAITING,
                    made.file,
                    made.sha256,
                    made.size_bytes,
                    made.masked,
                    made.manifest,
                    parcel.seq,
                    Stage.COPYING,
                ),
            ).rowcount
            if changed and made.manifest_hash is not None:
                db.execute(
                    "INSERT INTO manifests VALUES (?,?,?) ON CONFLICT (hub, camera_id) DO UPDATE SET hash = excluded.hash",
                    (parcel.hub, parcel.camera_id, made.manifest_hash),
                )
        if not changed:
            self._unlink([made.file])
        self._make_room()
        return bool(changed)

    # -- what is next

    def next_copy(self, kind: DataKind, but_not: Collection[tuple[str, str]] = ()) -> Parcel | None:
        """The parcel of a kind whose copy is to be made next, those of some (hub, camera) left out."""
        waiting = self._parcels(
            "WHERE seq IN (SELECT MIN(seq) FROM parcels WHERE stage = ? AND kind = ?"
            " GROUP BY hub, camera_id, request_id IS NULL) ORDER BY request_id IS NULL, seq",
            (Stage.COPYING, SENDING_ORDER.index(kind)),
        )
        ahead = "SELECT coalesce(sum(size_bytes), 0) AS n FROM parcels WHERE request_id IS NOT NULL"
        may_go_ahead = self._rows(ahead, ())[0]["n"] < self._ahead_bytes
        wanted = (parcel for parcel in waiting if may_go_ahead or parcel.request_id is None)
        return next((parcel for parcel in wanted if (parcel.hub, parcel.camera_id) not in but_not), None)

    def next_to_send(self, hub: str, kind: DataKind, limit: int = 1) -> list[Parcel]:
        """Parcels of a kind that may go to that hub: what was given for cases, then the oldest first."""
        return self._parcels(
            "WHERE hub = ? AND stage = ? AND kind = ? ORDER BY request_id IS NULL, seq LIMIT ?",
            (hub, Stage.WAITING, SENDING_ORDER.index(kind), limit),
        )

    def previous_manifest(self, hub: str, camera_id: str) -> str | None:
        """The hash of the camera's newest manifest for that hub."""
        rows = self._rows("SELECT hash FROM manifests WHERE hub = ? AND camera_id = ?", (hub, camera_id))
        return str(rows[0]["hash"]) if rows else None

    # -- out

    def acknowledged(self, parcels: Sequence[Parcel], receipt: str | None = None) -> None:
        """The hub has them: gone from here, but for an event that was updated since it was read."""
        with self._writing() as db:
            for parcel in parcels:
                db.execute("DELETE FROM parcels WHERE seq = ? AND revision = ?", (parcel.seq, parcel.revision))
                if receipt is not None:
                    db.execute(
                        "INSERT OR REPLACE INTO storage_receipts (hub, clip_id, receipt, last_ms, request_id)"
                        " VALUES (?,?,?,?,?)",
                        (parcel.hub, parcel.object_id, receipt, to_ms(parcel.last_at), parcel.request_id),
                    )
        self._unlink(parcel.file for parcel in parcels)

    def park(self, parcel: Parcel, reason: str) -> None:
        """Set aside what the hub will not have; it counts as room until it is too old."""
        with self._writing() as db:
            db.execute("UPDATE parcels SET stage = ?, reason = ? WHERE seq = ?", (Stage.PARKED, reason, parcel.seq))

    def tried(self, parcel: Parcel) -> int:
        """Count an attempt that failed by the parcel's own fault; how many there were."""
        with self._writing() as db:
            db.execute("UPDATE parcels SET attempts = attempts + 1 WHERE seq = ?", (parcel.seq,))
        return parcel.attempts + 1

    def make_again(self, parcel: Parcel) -> None:
        """A parcel's copy is gone, damaged, or masked as it was before: have it made anew.

        The manifest that nobody got stays a link of the chain, so the next one shows that there was something.
        """
        with self._writing() as db:
            db.execute(
                "UPDATE parcels SET stage = ?, file = NULL, manifest = NULL, size_bytes = 0, attempts = attempts + 1 WHERE seq = ?",
                (Stage.COPYING, parcel.seq),
            )
        self._unlink([parcel.file])

    def drop(self, parcel: Parcel) -> None:
        """Give an object up, counted."""
        self._drop("seq = ?", (parcel.seq,))

    def discard(self, parcels: Sequence[Parcel]) -> None:
        """Remove what may not leave any more; by the owner's will, so it counts as no loss."""
        with self._writing() as db:
            db.executemany("DELETE FROM parcels WHERE seq = ?", [(parcel.seq,) for parcel in parcels])
        self._unlink(parcel.file for parcel in parcels)

    def of_camera(self, camera_id: str) -> list[Parcel]:
        """All that waits of a camera."""
        return self._parcels("WHERE camera_id = ?", (camera_id,))

    def of_consent(self, consent_id: str) -> list[Parcel]:
        """All that waits under a consent."""
        return self._parcels("WHERE consent_id = ?", (consent_id,))

    def sent_already(self, hub: str, object_id: str) -> bool:
        """Whether that hub has the clip."""
        return bool(self._rows("SELECT 1 FROM storage_receipts WHERE hub = ? AND clip_id = ?", (hub, object_id)))

    def all(self) -> list[Parcel]:
        """All that waits."""
        return self._parcels("ORDER BY seq", ())

    def receipt(self, clip_id: str) -> list[str]:
        """The hubs' storage receipts for a clip."""
        rows = self._rows("SELECT receipt FROM storage_receipts WHERE clip_id = ?", (clip_id,))
        return [str(row["receipt"]) for row in rows]

    def figures(self) -> OutboxFigures:
        """What waits, by hub and by camera."""
        hubs: dict[str, QueueFigures] = {}
        dropped = {
            row["hub"]: row["n"] for row in self._rows("SELECT hub, sum(count) AS n FROM drops GROUP BY hub", ())
        }
        queues = self._rows(
            "SELECT hub, sum(stage < 2) AS n, sum(stage = 2) AS parked, min(CASE WHEN stage < 2 THEN first_ms END) AS oldest"
            " FROM parcels GROUP BY hub",
            (),
        )
        by_hub = {row["hub"]: row for row in queues}
        for hub in dropped.keys() | by_hub.keys():
            row = by_hub.get(hub)
            hubs[hub] = QueueFigures(
                length=row["n"] if row else 0,
                oldest_at=from_ms(row["oldest"]) if row and row["oldest"] is not None else None,
                parked=row["parked"] if row else 0,
                dropped=dropped.get(hub, 0),
            )
        cameras = self._rows("SELECT camera_id, count(*) AS n FROM parcels WHERE stage < 2 GROUP BY camera_id", ())
        size = self._rows("SELECT coalesce(sum(size_bytes), 0) AS n FROM parcels", ())
        return OutboxFigures(
            hubs=hubs,
            cameras={row["camera_id"]: row["n"] for row in cameras},
            requests=self._of_requests(),
            size_bytes=size[0]["n"],
        )

    def _of_requests(self) -> dict[str, RequestFigures]:
        waiting, sent = (
            {
                row["request_id"]: row["n"]
                for row in self._rows(f"SELECT request_id, count(*) AS n FROM {where} GROUP BY request_id", ())  # noqa: S608 - literals
            }
            for where in (
                "parcels WHERE request_id IS NOT NULL AND stage < 2",
                "storage_receipts WHERE request_id IS NOT NULL",
            )
        )
        return {
            request_id: RequestFigures(waiting=waiting.get(request_id, 0), sent=sent.get(request_id, 0))
            for request_id in waiting.keys() | sent.keys()
        }

    # -- room

    def _make_room(self) -> None:
        oldest = to_ms(self._clock() - EVENT_AGE)
        self._drop("last_ms < ? AND request_id IS NULL", (oldest,))  # footage for a case may be older; its consent ends
        for kind in reversed(range(len(SENDING_ORDER))):
            row = self._rows("SELECT count(*) AS n, coalesce(sum(size_bytes), 0) AS bytes FROM parcels", ())[0]
            excess, excess_bytes = row["n"] - self._most_parcels, row["bytes"] - self._largest_bytes
            if excess <= 0 and excess_bytes <= 0:
                return
            self._drop_oldest(kind, excess, excess_bytes)

    def _drop_oldest(self, kind: int, excess: int, excess_bytes: int) -> None:
        doomed: list[int] = []
        for row in self._rows(_GIVEN_UP, (kind,)):
            if excess <= 0 and excess_bytes <= 0:
                break
            if excess <= 0 and not row["size_bytes"]:
                continue
            doomed.append(row["seq"])
            excess -= 1
            excess_bytes -= row["size_bytes"]
        for start in range(0, len(doomed), 500):
            some = doomed[start : start + 500]
            self._drop(f"seq IN ({','.join('?' * len(some))})", tuple(some))

    def _drop(self, where: str, values: tuple[Any, ...]) -> None:
        """Delete and count; `where` is a literal of this module."""
        with self._writing() as db:
            rows = db.execute(f"SELECT seq, hub, kind, file FROM parcels WHERE {where}", values).fetchall()  # noqa: S608
            for row in rows:
                db.execute("DELETE FROM parcels WHERE seq = ?", (row["seq"],))
                db.execute(
                    "INSERT INTO drops VALUES (?,?,1) ON CONFLICT (hub, kind) DO UPDATE SET count = count + 1",
                    (row["hub"], row["kind"]),
                )
        self._unlink(row["file"] for row in rows)

    # -- disk

    def _connect(self) -> None:
        connection = sqlite3.connect(self._folder / "outbox.sqlite3", isolation_level=None, check_same_thread=False)
        connection.row_factory = sqlite3.Row
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA secure_delete = ON")  # what was withdrawn is not left readable in free pages
            connection.executescript(_SCHEMA)
            for table in ("parcels", "storage_receipts"):  # of an outbox from before there were requests
                if "request_id" not in {row["name"] for row in connection.execute(f"PRAGMA table_info({table})")}:
                    connection.execute(f"ALTER TABLE {table} ADD COLUMN request_id TEXT")
            connection.executescript(_OF_CASES)
        except sqlite3.Error:
            connection.close()
            raise
        self._connection = connection

    def _set_aside(self) -> None:
        """A database that is none any more is kept under another name, and a new one begun."""
        _LOGGER.warning("The outbox's database is damaged; what waited for the hubs is lost")
        for name in ("outbox.sqlite3", "outbox.sqlite3-wal", "outbox.sqlite3-shm"):
            damaged = self._folder / name
            if damaged.exists():
                damaged.replace(self._folder / f"{name}.damaged")

    def _sweep(self) -> None:
        """Remove copies without a row; make copies anew that a row misses."""
        known = {parcel.file: parcel for parcel in self.all() if parcel.file is not None}
        there = {path.name for path in self.copies.iterdir()}
        self._unlink(there - known.keys())
        for name in known.keys() - there:
            self.make_again(known[name])

    def _unlink(self, names: Iterable[str | None]) -> None:
        for name in names:
            if name is not None:
                (self.copies / name).unlink(missing_ok=True)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction; synced when the block is left."""
        with self._reading() as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise
            db.execute("COMMIT")

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            if self._connection is None:
                raise OutboxError("the outbox is closed")
            try:
                yield self._connection
            except sqlite3.Error as err:
                raise OutboxError(f"the outbox's database failed ({type(err).__name__})") from err

    def _rows(self, statement: str, values: tuple[Any, ...]) -> list[sqlite3.Row]:
        with self._reading() as db:
            return db.execute(statement, values).fetchall()

    def _parcels(self, clause: str, values: tuple[Any, ...]) -> list[Parcel]:
        """The parcels that `clause`, a literal of this module, asks for."""
        return [Parcel.of(row) for row in self._rows(f"SELECT * FROM parcels {clause}", values)]  # noqa: S608
