"""The index of clips and where their files lie; `docs/design/clips.md` holds its invariants.

Written by the engine, read in Home Assistant's executor: every call opens its own short SQLite connection, so a
store may be used from any thread and by both processes at once. Imports no video library. Files lie in
`clips/<camera>/<day in UTC>/`, stills beside them; the index is `clips.sqlite3` in the storage folder.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
import hashlib
import json
from pathlib import Path, PurePosixPath
import re
import sqlite3
import threading

from ..errors import StoreError
from ..model import Clip

INDEX = "clips.sqlite3"
CLIPS = "clips"
SCHEMA_VERSION = 1
MOST_ROWS = 1000  # of one answer
_BUSY_S = 10.0
_SAFE_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
_QUARTER_MS = 15 * 60 * 1000  # every time zone's midnight lies on a quarter of an hour

_SCHEMA = """
CREATE TABLE clips (
    clip_id TEXT PRIMARY KEY, camera_id TEXT NOT NULL, event_ids TEXT NOT NULL, path TEXT NOT NULL UNIQUE,
    still TEXT, started_ms INTEGER NOT NULL, ended_ms INTEGER NOT NULL, duration_s REAL NOT NULL,
    pre_roll_s REAL NOT NULL, size_bytes INTEGER NOT NULL, sha256 TEXT NOT NULL, codec TEXT NOT NULL,
    width INTEGER NOT NULL, height INTEGER NOT NULL, fps REAL, audio TEXT,
    deleted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX clips_of_camera ON clips (camera_id, started_ms) WHERE deleted = 0;
CREATE INDEX clips_by_age ON clips (started_ms) WHERE deleted = 0;
CREATE INDEX clips_deleted ON clips (clip_id) WHERE deleted = 1;
CREATE TABLE recordings (
    clip_id TEXT PRIMARY KEY, camera_id TEXT NOT NULL, event_ids TEXT NOT NULL, path TEXT NOT NULL,
    still TEXT, started_ms INTEGER NOT NULL, pre_roll_s REAL NOT NULL
) STRICT;
CREATE TABLE gaps (
    camera_id TEXT NOT NULL, started_ms INTEGER NOT NULL, ended_ms INTEGER NOT NULL, cause TEXT NOT NULL
) STRICT;
"""
_CLIP_COLUMNS = (
    "clip_id, camera_id, event_ids, path, still, started_ms, ended_ms, duration_s, pre_roll_s, size_bytes, sha256, "
    "codec, width, height, fps, audio"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A recording that was begun: what is known of it should the engine be killed before it ends."""

    clip_id: str
    camera_id: str
    event_ids: tuple[str, ...]
    path: str  # relative to the storage folder, of the finished clip
    still: str | None
    started_at: datetime
    pre_roll_s: float


@dataclass(frozen=True, slots=True)
class Gap:
    """A time of a camera of which there should be footage and is none."""

    camera_id: str
    started_at: datetime
    ended_at: datetime
    cause: str


class ClipStore:
    """Clips of one storage folder. Every call raises StoreError when the index cannot be used."""

    def __init__(self, storage: Path) -> None:
        self.storage = storage
        self._mine: set[str] = set()  # recordings begun by this process: not left over from another
        self._lock = threading.Lock()

    def prepare(self) -> None:
        """Make the folder and the index where they are not there yet; the engine does this, once."""
        try:
            (self.storage / CLIPS).mkdir(parents=True, exist_ok=True)
        except OSError as err:
            raise StoreError("the storage folder cannot be made") from err
        with self._open(create=True) as db:
            db.execute("PRAGMA journal_mode=WAL")
            version = db.execute("PRAGMA user_version").fetchone()[0]
            if version > SCHEMA_VERSION:
                raise StoreError("the index was made by a newer version")
            if version == 0:
                db.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} PRAGMA user_version={SCHEMA_VERSION}; COMMIT;")

    # Writing: a recording is begun, and its clip added when the file is complete and durable.

    def begin(self, begun: Begun) -> None:
        """Remember a recording that starts now; again when more events join it."""
        with self._lock:
            self._mine.add(begun.clip_id)
        with self._open() as db:
            db.execute("INSERT OR REPLACE INTO recordings VALUES (?,?,?,?,?,?,?)", (
                begun.clip_id, begun.camera_id, json.dumps(begun.event_ids), begun.path, begun.still,
                _milliseconds(begun.started_at), begun.pre_roll_s,
            ))  # fmt: skip

    def add(self, clip: Clip) -> None:
        """Take in a clip whose file lies, complete and synced, at its path."""
        self.path_of(clip)
        with self._open() as db:
            db.execute(f"INSERT INTO clips ({_CLIP_COLUMNS}) VALUES ({','.join('?' * 16)})", _row_of(clip))  # noqa: S608 - constants only
            db.execute("DELETE FROM recordings WHERE clip_id = ?", (clip.clip_id,))

    def give_up(self, clip_id: str, gap: Gap | None = None) -> None:
        """A recording came to nothing; what it should have held is a gap."""
        with self._open() as db:
            db.execute("DELETE FROM recordings WHERE clip_id = ?", (clip_id,))
            if gap is not None:
                _add_gap(db, gap)

    def delete(self, clip_id: str) -> bool:
        """Delete a clip: first its right to be served, then its files, then its row. False when there is none."""
        with self._open() as db:
            db.execute("UPDATE clips SET deleted = 1 WHERE clip_id = ?", (clip_id,))
            row = db.execute("SELECT path, still FROM clips WHERE clip_id = ?", (clip_id,)).fetchone()
        if row is None:
            return False
        self._remove_files(row[0], row[1])
        with self._open() as db:
            db.execute("DELETE FROM clips WHERE clip_id = ?", (clip_id,))
        return True

    def lose(self, clip: Clip, cause: str) -> None:
        """A clip's file is not there any more: its row becomes a gap."""
        with self._open() as db:
            db.execute("DELETE FROM clips WHERE clip_id = ?", (clip.clip_id,))
            _add_gap(db, Gap(clip.camera_id, clip.started_at, clip.ended_at, cause))

    # Reading: nothing that was deleted, nothing that is not complete.

    def get(self, clip_id: str) -> Clip | None:
        """The clip of this id."""
        clips = self._clips("clip_id = ?", (clip_id,), 1)
        return clips[0] if clips else None

    def list(
        self,
        camera_id: str | None = None,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int = 200,
    ) -> tuple[Clip, ...]:
        """Clips that started in [since, until), newest first; of one camera or of all. At most `MOST_ROWS`."""
        terms, values = ["1"], list[object]()
        if camera_id is not None:
            terms, values = ["camera_id = ?"], [camera_id]
        if since is not None:
            terms.append("started_ms >= ?")
            values.append(_milliseconds(since))
        if until is not None:
            terms.append("started_ms < ?")
            values.append(_milliseconds(until))
        return self._clips(" AND ".join(terms), tuple(values), min(limit, MOST_ROWS))

    def days(self, camera_id: str, zone: tzinfo = UTC) -> tuple[date, ...]:
        """The days, in that zone, on which clips of the camera started, newest first."""
        with self._read() as db:
            rows = db.execute(
                f"SELECT DISTINCT started_ms / {_QUARTER_MS} FROM clips WHERE deleted = 0 AND camera_id = ?",  # noqa: S608 - a constant
                (camera_id,),
            ).fetchall()
        found = {_moment(quarter * _QUARTER_MS).astimezone(zone).date() for (quarter,) in rows}
        return tuple(sorted(found, reverse=True))

    def gaps(self, camera_id: str) -> tuple[Gap, ...]:
        """Where footage of the camera should be and is not, newest first."""
        with self._read() as db:
            rows = db.execute(
                "SELECT started_ms, ended_ms, cause FROM gaps WHERE camera_id = ? ORDER BY started_ms DESC LIMIT ?",
                (camera_id, MOST_ROWS),
            ).fetchall()
        return tuple(Gap(camera_id, _moment(start), _moment(end), cause) for start, end, cause in rows)

    def size_bytes(self) -> int:
        """What all clips together take."""
        with self._read() as db:
            row = db.execute("SELECT coalesce(sum(size_bytes), 0) FROM clips WHERE deleted = 0").fetchone()
        return int(row[0])

    def oldest(self, limit: int) -> tuple[Clip, ...]:
        """The clips that are deleted first."""
        return self._clips("1", (), min(limit, MOST_ROWS), order="ASC")

    def path_of(self, clip: Clip) -> Path:
        """Where the clip's file lies. StoreError when its path leads out of the clips folder."""
        return self.inside(clip.path)

    def still_of(self, clip: Clip) -> Path | None:
        """Where the clip's still lies."""
        return None if clip.still is None else self.inside(clip.still)

    def inside(self, relative: str) -> Path:
        """The path of a file of the clips folder. StoreError for any other, links out of it included."""
        parts = PurePosixPath(relative).parts
        if not parts or parts[0] != CLIPS or ".." in parts or "\\" in relative or "\0" in relative:
            raise StoreError("a path outside the clips folder")
        path = self.storage.joinpath(*parts)
        if not path.resolve().is_relative_to((self.storage / CLIPS).resolve()):
            raise StoreError("a path outside the clips folder")
        return path

    # What recovery needs after a kill.

    def is_mine(self, clip_id: str) -> bool:
        """Whether this process began that recording."""
        with self._lock:
            return clip_id in self._mine

    def left_over(self) -> tuple[Begun, ...]:
        """Recordings that another process began and did not finish."""
        with self._read() as db:
            rows = db.execute("SELECT * FROM recordings").fetchall()
        begun = (
            Begun(
                clip_id=row[0], camera_id=row[1], event_ids=tuple(json.loads(row[2])), path=row[3], still=row[4],
                started_at=_moment(row[5]), pre_roll_s=row[6],
            )
            for row in rows
        )  # fmt: skip
        return tuple(recording for recording in begun if not self.is_mine(recording.clip_id))

    def known_paths(self) -> set[str]:
        """The paths of all rows, deleted ones included."""
        with self._read() as db:
            return {path for (path,) in db.execute("SELECT path FROM clips")}

    def clip_at(self, path: str) -> Clip | None:
        """The clip whose file is this one."""
        clips = self._clips("path = ?", (path,), 1)
        return clips[0] if clips else None

    def half_deleted(self) -> tuple[str, ...]:
        """The ids of clips whose deletion was interrupted."""
        with self._read() as db:
            return tuple(clip_id for (clip_id,) in db.execute("SELECT clip_id FROM clips WHERE deleted = 1"))

    def _clips(self, where: str, values: tuple[object, ...], limit: int, order: str = "DESC") -> tuple[Clip, ...]:
        query = f"SELECT {_CLIP_COLUMNS} FROM clips WHERE deleted = 0 AND {where} ORDER BY started_ms {order} LIMIT ?"  # noqa: S608 - `where` is written in this file
        with self._read() as db:
            return tuple(_clip_of(row) for row in db.execute(query, (*values, limit)))

    def _remove_files(self, path: str, still: str | None) -> None:
        try:
            self.inside(path).unlink(missing_ok=True)
            if still is not None:
                self.inside(still).unlink(missing_ok=True)
        except OSError as err:
            raise StoreError("a clip's file cannot be removed") from err

    @contextmanager
    def _open(self, *, create: bool = False) -> Iterator[sqlite3.Connection]:
        """A connection and a transaction; durable when the block is left."""
        mode = "rwc" if create else "rw"
        try:
            db = sqlite3.connect(f"{(self.storage / INDEX).as_uri()}?mode={mode}", uri=True, timeout=_BUSY_S)
            try:
                db.execute("PRAGMA synchronous=FULL")
                with db:
                    yield db
            finally:
                db.close()
        except sqlite3.Error as err:
            raise StoreError("the clip index cannot be used") from err

    @contextmanager
    def _read(self) -> Iterator[sqlite3.Connection]:
        """A connection that changes nothing; before the engine's first start, one to an empty index."""
        if (self.storage / INDEX).exists():
            with self._open() as db:
                db.execute("PRAGMA query_only=ON")
                yield db
            return
        db = sqlite3.connect(":memory:")
        try:
            db.executescript(_SCHEMA)
            yield db
        finally:
            db.close()


def clip_path(camera_id: str, started_at: datetime, clip_id: str) -> str:
    """Where a new clip goes, relative to the storage folder; names sort by time and hold what a rescue needs."""
    moment = started_at.astimezone(UTC)
    stamp = f"{moment:%Y%m%dT%H%M%S}{moment.microsecond // 1000:03d}Z"
    return f"{CLIPS}/{folder_name(camera_id)}/{moment:%Y-%m-%d}/{stamp}_{clip_id}.mp4"


def still_path(camera_id: str, started_at: datetime, event_id: str) -> str:
    """Where the still of a motion goes: beside the clips of its day."""
    return f"{CLIPS}/{folder_name(camera_id)}/{started_at.astimezone(UTC):%Y-%m-%d}/{event_id}.jpg"


def folder_name(camera_id: str) -> str:
    """A camera's id as the name of a folder, whatever characters it has."""
    return camera_id if _SAFE_NAME.fullmatch(camera_id) else hashlib.sha256(camera_id.encode()).hexdigest()[:32]


def day_bounds(day: date, zone: tzinfo = UTC) -> tuple[datetime, datetime]:
    """When a day begins and ends in that zone, for `ClipStore.list`."""
    start = datetime(day.year, day.month, day.day, tzinfo=zone)
    following = day + timedelta(days=1)
    return start, datetime(following.year, following.month, following.day, tzinfo=zone)


def _add_gap(db: sqlite3.Connection, gap: Gap) -> None:
    db.execute(
        "INSERT INTO gaps VALUES (?,?,?,?)",
        (gap.camera_id, _milliseconds(gap.started_at), _milliseconds(gap.ended_at), gap.cause),
    )


def _row_of(clip: Clip) -> tuple[object, ...]:
    return (
        clip.clip_id, clip.camera_id, json.dumps(clip.event_ids), clip.path, clip.still,
        _milliseconds(clip.started_at), _milliseconds(clip.ended_at), clip.duration_s, clip.pre_roll_s,
        clip.size_bytes, clip.sha256, clip.codec, clip.width, clip.height, clip.fps, clip.audio,
    )  # fmt: skip


def _clip_of(row: tuple[object, ...]) -> Clip:
    names = [name.strip() for name in _CLIP_COLUMNS.split(",")]
    values = dict(zip(names, row, strict=True))
    values["event_ids"] = tuple(json.loads(str(values["event_ids"])))
    values["started_at"] = _moment(values.pop("started_ms"))
    values["ended_at"] = _moment(values.pop("ended_ms"))
    return Clip(**values)  # type: ignore[arg-type]  # the table is STRICT: its columns have the fields' types


def _milliseconds(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


def _moment(milliseconds: object) -> datetime:
    return datetime.fromtimestamp(int(str(milliseconds)) / 1000, UTC)
