"""The outbox's one SQLite database (WAL, FULL): its tables, one connection, one transaction at a time.

A database that is none any more is set aside under another name and a new one begun. Every statement on it is
`outbox`'s and `outbox_room`'s and `outbox_figures`'; a failure of SQLite becomes an `OutboxError` here.
"""

from collections.abc import Iterator
from contextlib import contextmanager
import logging
from pathlib import Path
import sqlite3
import threading
from typing import Any, Final

from .errors import OutboxError

_LOGGER = logging.getLogger(__name__)

_NAME: Final = "outbox.sqlite3"
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
    hub TEXT NOT NULL, kind INTEGER NOT NULL, count INTEGER NOT NULL,
    seen INTEGER NOT NULL DEFAULT 0,  -- how many of them the owner has been told of
    PRIMARY KEY (hub, kind)
);
CREATE TABLE IF NOT EXISTS storage_receipts (
    hub TEXT NOT NULL, clip_id TEXT NOT NULL, receipt TEXT NOT NULL, last_ms INTEGER NOT NULL, request_id TEXT,
    PRIMARY KEY (hub, clip_id)
);
"""
# Columns that an older outbox does not have yet.
_ADDED: Final = (
    ("parcels", "request_id", "TEXT"),
    ("storage_receipts", "request_id", "TEXT"),
    ("drops", "seen", "INTEGER NOT NULL DEFAULT 0"),
)
_OF_CASES: Final = """
CREATE INDEX IF NOT EXISTS parcels_of_cases ON parcels (request_id) WHERE request_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS receipts_of_cases ON storage_receipts (request_id) WHERE request_id IS NOT NULL;
"""


class OutboxDatabase:
    """The database in `folder`, which is there. Methods block and may be called from any thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None

    def open(self) -> None:
        """Open or make it; a damaged one is set aside. OutboxError where the disk will not have it."""
        try:
            self._connection = _connect(self._folder / _NAME)
        except sqlite3.DatabaseError as err:
            if isinstance(err, sqlite3.OperationalError):
                raise OutboxError("the outbox cannot be opened") from err
            self._set_aside()
            self._connection = _connect(self._folder / _NAME)

    def close(self) -> None:
        """Close it. May be called twice."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def rows(self, statement: str, values: tuple[Any, ...] = ()) -> list[sqlite3.Row]:
        """What a question answers."""
        with self._reading() as connection:
            return connection.execute(statement, values).fetchall()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction; synced when the block is left."""
        with self._reading() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            if self._connection is None:
                raise OutboxError("the outbox is closed")
            try:
                yield self._connection
            except sqlite3.Error as err:
                raise OutboxError(f"the outbox's database failed ({type(err).__name__})") from err

    def _set_aside(self) -> None:
        _LOGGER.warning("The outbox's database is damaged; what waited for the hubs is lost")
        for name in (_NAME, f"{_NAME}-wal", f"{_NAME}-shm"):
            damaged = self._folder / name
            if damaged.exists():
                damaged.replace(self._folder / f"{name}.damaged")


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")  # what was withdrawn is not left readable in free pages
        connection.executescript(_SCHEMA)
        for table, column, kind in _ADDED:
            if column not in {row["name"] for row in connection.execute(f"PRAGMA table_info({table})")}:
                connection.execute(f"ALTER TABLE {table} ADD COLUMN {column} {kind}")
        connection.executescript(_OF_CASES)
    except sqlite3.Error:
        connection.close()
        raise
    return connection
