"""The SQLite file behind the clips: its tables, how they came to be, and connections to it.

Every use opens its own short connection, so that any thread and several processes may use the index at once; a write
is one transaction, begun with the write lock in hand. `clip_store`, `protection` and `ledger` ask it; nobody else
writes SQL. Version 1 knew clips, recordings and gaps; version 2 adds what continuous recording, protection, manifests
and the ledger need.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
import os
from pathlib import Path
import sqlite3
import threading

from ..errors import StoreError

INDEX = "clips.sqlite3"
SCHEMA_VERSION = 2
_BUSY_S = 10.0

_VERSION_1 = (
    """CREATE TABLE clips (
        clip_id TEXT PRIMARY KEY, camera_id TEXT NOT NULL, event_ids TEXT NOT NULL, path TEXT NOT NULL UNIQUE,
        still TEXT, started_ms INTEGER NOT NULL, ended_ms INTEGER NOT NULL, duration_s REAL NOT NULL,
        pre_roll_s REAL NOT NULL, size_bytes INTEGER NOT NULL, sha256 TEXT NOT NULL, codec TEXT NOT NULL,
        width INTEGER NOT NULL, height INTEGER NOT NULL, fps REAL, audio TEXT,
        deleted INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    "CREATE INDEX clips_of_camera ON clips (camera_id, started_ms) WHERE deleted = 0",
    "CREATE INDEX clips_by_age ON clips (started_ms) WHERE deleted = 0",
    "CREATE INDEX clips_deleted ON clips (clip_id) WHERE deleted = 1",
    """CREATE TABLE recordings (
        clip_id TEXT PRIMARY KEY, camera_id TEXT NOT NULL, event_ids TEXT NOT NULL, path TEXT NOT NULL,
        still TEXT, started_ms INTEGER NOT NULL, pre_roll_s REAL NOT NULL
    ) STRICT""",
    """CREATE TABLE gaps (
        camera_id TEXT NOT NULL, started_ms INTEGER NOT NULL, ended_ms INTEGER NOT NULL, cause TEXT NOT NULL
    ) STRICT""",
)
_COUNT = (
    "INSERT INTO totals VALUES (new.camera_id, new.rank, 1, new.size_bytes) ON CONFLICT (camera_id, rank) "
    "DO UPDATE SET clips = clips + 1, bytes = bytes + excluded.bytes"
)
_DISCOUNT = (
    "UPDATE totals SET clips = clips - 1, bytes = bytes - old.size_bytes "
    "WHERE camera_id = old.camera_id AND rank = old.rank"
)
_VERSION_2 = (
    "ALTER TABLE clips ADD COLUMN kind TEXT NOT NULL DEFAULT 'motion'",
    # What goes first when there is no room: continuous segments, then those with motion on them, then clips of motion.
    """ALTER TABLE clips ADD COLUMN rank INTEGER NOT NULL GENERATED ALWAYS AS (
        CASE WHEN kind <> 'continuous' THEN 2 WHEN event_ids <> '[]' THEN 1 ELSE 0 END
    ) VIRTUAL""",
    "CREATE INDEX clips_by_rank ON clips (camera_id, rank, started_ms) WHERE deleted = 0",
    "ALTER TABLE recordings ADD COLUMN kind TEXT NOT NULL DEFAULT 'motion'",
    "ALTER TABLE recordings ADD COLUMN writer TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX gaps_of_camera ON gaps (camera_id, started_ms)",
    # Counting a million rows takes a while; these are counted along.
    """CREATE TABLE totals (
        camera_id TEXT NOT NULL, rank INTEGER NOT NULL, clips INTEGER NOT NULL, bytes INTEGER NOT NULL,
        PRIMARY KEY (camera_id, rank)
    ) STRICT, WITHOUT ROWID""",
    "INSERT INTO totals SELECT camera_id, rank, count(*), sum(size_bytes) FROM clips WHERE deleted = 0 GROUP BY 1, 2",
    f"CREATE TRIGGER clip_added AFTER INSERT ON clips WHEN new.deleted = 0 BEGIN {_COUNT}; END",
    f"CREATE TRIGGER clip_removed AFTER DELETE ON clips WHEN old.deleted = 0 BEGIN {_DISCOUNT}; END",
    f"""CREATE TRIGGER clip_withdrawn AFTER UPDATE OF deleted ON clips
        WHEN old.deleted = 0 AND new.deleted = 1 BEGIN {_DISCOUNT}; END""",
    f"""CREATE TRIGGER clip_marked AFTER UPDATE OF event_ids, kind ON clips
        WHEN new.deleted = 0 BEGIN {_DISCOUNT}; {_COUNT}; END""",
    """CREATE TABLE manifests (
        camera_id TEXT NOT NULL, sequence INTEGER NOT NULL, clip_id TEXT NOT NULL UNIQUE, token TEXT NOT NULL,
        started_ms INTEGER NOT NULL, ended_ms INTEGER NOT NULL, deleted_ms INTEGER, deleted_for TEXT,
        PRIMARY KEY (camera_id, sequence)
    ) STRICT""",
    "CREATE INDEX manifests_by_time ON manifests (camera_id, started_ms)",
    """CREATE TABLE protections (
        clip_id TEXT PRIMARY KEY, owner TEXT NOT NULL, reason TEXT NOT NULL, since_ms INTEGER NOT NULL,
        until_ms INTEGER
    ) STRICT""",
    # The ledger: a span without an end goes on, for as long as its writer's heart beats.
    """CREATE TABLE spans (
        span_id INTEGER PRIMARY KEY, camera_id TEXT NOT NULL, started_ms INTEGER NOT NULL, ended_ms INTEGER,
        kind TEXT NOT NULL, cause TEXT, writer TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX spans_of_camera ON spans (camera_id, started_ms)",
    "CREATE INDEX spans_open ON spans (camera_id) WHERE ended_ms IS NULL",
    "CREATE TABLE beats (writer TEXT PRIMARY KEY, boot TEXT NOT NULL, beat_ms INTEGER NOT NULL) STRICT",
    "CREATE TABLE clock_steps (from_ms INTEGER NOT NULL, to_ms INTEGER NOT NULL, writer TEXT NOT NULL) STRICT",
)
_VERSIONS = (_VERSION_1, _VERSION_2)


class Index:
    """The index in one file. Every use raises StoreError when it cannot be used."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._anchor: sqlite3.Connection | None = None
        self._reading = threading.local()  # `db`: the view that this thread reads in now

    def prepare(self) -> None:
        """Make the file where it is not there yet, and bring an older one up to this version."""
        with self._connect("rwc") as db:
            # A share that cannot hold the write-ahead log's shared memory keeps the journal it has: slower, as safe.
            db.execute("PRAGMA journal_mode=WAL")
            db.execute("BEGIN IMMEDIATE")
            version = db.execute("PRAGMA user_version").fetchone()[0]
            if version > SCHEMA_VERSION:
                raise StoreError("the index was made by a newer version")
            for statements in _VERSIONS[version:]:
                for statement in statements:
                    db.execute(statement)
            if version < SCHEMA_VERSION:
                db.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
            db.execute("COMMIT")

    def open(self) -> None:
        """Keep the file open until `close`: its log stays, and need not be made anew on a disk without room."""
        if self._anchor is not None:
            return
        try:
            self._anchor = sqlite3.connect(f"{self.file.as_uri()}?mode=rw", uri=True, check_same_thread=False)
            self._anchor.execute("SELECT count(*) FROM beats").fetchone()
        except sqlite3.Error as err:
            raise StoreError("the clip index cannot be used") from err

    def close(self) -> None:
        """Let go of the file."""
        if self._anchor is not None:
            self._anchor.close()
            self._anchor = None

    def probe(self) -> None:
        """Write something and have it on the disk."""
        with self.write() as db:
            db.execute("INSERT OR REPLACE INTO beats VALUES ('probe', '', unixepoch() * 1000)")

    def flush(self) -> None:
        """Write the log back, so that the file alone holds everything."""
        with self._connect("rw") as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def write(self, *, durable: bool = True) -> Iterator[sqlite3.Connection]:
        """A transaction; on the disk when the block is left, or, if not `durable`, soon and in order."""
        with self._connect("rw") as db:
            if not durable:
                db.execute("PRAGMA synchronous=NORMAL")
            db.execute("BEGIN IMMEDIATE")
            yield db
            db.execute("COMMIT")  # whatever is raised before closes the connection, which rolls back

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """A view of one moment that changes nothing; before the engine's first start, of an empty index.

        A read within a read sees the same moment, and costs no opening of the file.
        """
        outer: sqlite3.Connection | None = getattr(self._reading, "db", None)
        if outer is not None:
            with _translated():
                yield outer
            return
        with self._opened_to_read() as db:
            self._reading.db = db
            try:
                yield db
            finally:
                self._reading.db = None

    @contextmanager
    def _opened_to_read(self) -> Iterator[sqlite3.Connection]:
        if self.file.exists():
            with self._connect("ro&immutable=1" if self._lies_frozen() else "rw") as db:
                db.execute("PRAGMA query_only=ON")
                if db.execute("PRAGMA user_version").fetchone()[0] != SCHEMA_VERSION:
                    raise StoreError("the index has not been brought up to this version yet")
                db.execute("BEGIN")
                yield db
            return
        db = sqlite3.connect(":memory:")
        try:
            for statement in (*_VERSION_1, *_VERSION_2):
                db.execute(statement)
            yield db
        finally:
            db.close()

    def _lies_frozen(self) -> bool:
        """Whether the disk is read-only now and the log all written back: such a file opens only as unchangeable."""
        try:
            read_only = bool(os.statvfs(self.file.parent).f_flag & os.ST_RDONLY)
        except OSError:
            return False
        return read_only and not self.file.with_name(f"{self.file.name}-wal").exists()

    @contextmanager
    def _connect(self, mode: str) -> Iterator[sqlite3.Connection]:
        with _translated():
            db = sqlite3.connect(f"{self.file.as_uri()}?mode={mode}", uri=True, timeout=_BUSY_S, isolation_level=None)
            try:
                db.execute("PRAGMA synchronous=FULL")
                yield db
            finally:
                db.close()


@contextmanager
def _translated() -> Iterator[None]:
    """SQLite's errors as ours."""
    try:
        yield
    except sqlite3.Error as err:
        full = getattr(err, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL
        name = getattr(err, "sqlite_errorname", type(err).__name__)
        raise StoreError(f"the clip index cannot be used: {name}", "disk_full" if full else "disk_error") from err


def milliseconds(moment: datetime) -> int:
    """A moment as the index holds it."""
    return round(moment.timestamp() * 1000)


def moment(value: object) -> datetime:
    """The reverse of `milliseconds`."""
    return datetime.fromtimestamp(int(str(value)) / 1000, UTC)
