"""The clips of one storage folder: rows of the index, and what lies on the disk for them.

Written by the engine's processes, read in Home Assistant's executor, from any thread. Imports no video library.
`docs/design/clips.md` holds the invariants; `clip_paths` says where files lie, `index` what the tables are,
`protection` and `retention` what may go, `ledger` and `coverage` what became of a camera's time.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
import json
from pathlib import Path
import sqlite3
from typing import Literal

from ..errors import StoreError
from ..model import Clip
from .clip_paths import CLIPS, clip_path, folder_name, inside, still_path
from .disk import Disk
from .index import INDEX, Index, milliseconds, moment
from .writer import new_writer, runs_elsewhere

__all__ = ["CLIPS", "INDEX", "Begun", "ClipStore", "Gap", "clip_path", "day_bounds", "folder_name", "still_path"]

MOST_ROWS = 1000  # of one answer
_QUARTER_MS = 15 * 60 * 1000  # every time zone's midnight lies on a quarter of an hour
JOINED_MS = 3000  # gaps of one cause that lie closer are one

type Kind = Literal["motion", "continuous", "asked"]
type Removal = Literal["age", "space", "owner", "missing"]
type MakeManifest = Callable[[int, str | None], str]
"""From the number and the token of the camera's manifest before (0 and None for the first) to the clip's token."""

_CLIP_COLUMNS = (
    "clip_id, camera_id, event_ids, path, still, started_ms, ended_ms, duration_s, pre_roll_s, size_bytes, sha256, "
    "codec, width, height, fps, audio, kind"
)
_NAMES = tuple(name.strip() for name in _CLIP_COLUMNS.split(","))


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
    kind: Kind = "motion"


@dataclass(frozen=True, slots=True)
class Gap:
    """A time of a camera of which there should be footage and is none, or none any more."""

    camera_id: str
    started_at: datetime
    ended_at: datetime
    cause: str


@dataclass(frozen=True, slots=True)
class Page:
    """Some clips of a list, and where the next page goes on; None when there is none."""

    clips: tuple[Clip, ...]
    following: str | None


@dataclass(frozen=True, slots=True)
class Total:
    """How many clips of a camera there are, and how large, by what goes first (`rank`, see `index`)."""

    camera_id: str
    rank: int
    clips: int
    size_bytes: int


class ClipStore:
    """Clips of one storage folder. Every call raises StoreError when the index cannot be used."""

    def __init__(self, storage: Path) -> None:
        self.storage = storage
        self.index = Index(storage / INDEX)
        self.disk = Disk(storage)
        self.writer = new_writer()

    def prepare(self) -> None:
        """Make the folder and the index where they are not there yet; the engine does this at its start.

        And again when they vanished: never on another disk than the one they were on.
        """
        if self.disk.fell_off():
            raise StoreError("the storage folder is gone with its disk")
        try:
            (self.storage / CLIPS).mkdir(parents=True, exist_ok=True)
        except OSError as err:
            raise StoreError("the storage folder cannot be made") from err
        self.index.prepare()
        self.disk.remember()

    # Writing: a recording is begun, and its clip added when the file is complete and durable.

    def begin(self, begun: Begun) -> None:
        """Remember a recording that starts now; again when more events join it."""
        with self.index.write() as db:
            db.execute("INSERT OR REPLACE INTO recordings VALUES (?,?,?,?,?,?,?,?,?)", (
                begun.clip_id, begun.camera_id, json.dumps(begun.event_ids), begun.path, begun.still,
                milliseconds(begun.started_at), begun.pre_roll_s, begun.kind, self.writer,
            ))  # fmt: skip

    def add(self, clip: Clip, make_manifest: MakeManifest | None = None) -> None:
        """Take in a clip whose file lies, complete and synced, at its path; its manifest with it."""
        self.path_of(clip)
        with self.index.write() as db:
            db.execute(f"INSERT INTO clips ({_CLIP_COLUMNS}) VALUES ({','.join('?' * len(_NAMES))})", _row_of(clip))  # noqa: S608 - constants only
            db.execute("DELETE FROM recordings WHERE clip_id = ?", (clip.clip_id,))
            if make_manifest is not None:
                _add_manifest(db, clip, make_manifest)

    def mark(self, clip_id: str, event_ids: Sequence[str], still: str | None = None) -> bool:
        """Motions were found on a finished clip, and perhaps its still; False when the clip is gone already."""
        with self.index.write() as db:
            row = db.execute("SELECT event_ids, still FROM clips WHERE clip_id = ?", (clip_id,)).fetchone()
            if row is None:
                return False
            joined = json.dumps(tuple(dict.fromkeys((*json.loads(row[0]), *event_ids))))
            db.execute(
                "UPDATE clips SET event_ids = ?, still = ? WHERE clip_id = ?", (joined, row[1] or still, clip_id)
            )
        return True

    def shift(self, clip_ids: Sequence[str], by: timedelta) -> None:
        """Clips were recorded before the wall clock was set: they and their manifests lie that much later in time."""
        by_ms = round(by.total_seconds() * 1000)
        with self.index.write() as db:
            for table in ("clips", "manifests"):
                db.executemany(
                    f"UPDATE {table} SET started_ms = started_ms + ?, ended_ms = ended_ms + ? WHERE clip_id = ?",  # noqa: S608 - constants only
                    [(by_ms, by_ms, clip_id) for clip_id in clip_ids],
                )

    def give_up(self, clip_id: str, gap: Gap | None = None) -> None:
        """A recording came to nothing; what it should have held is a gap."""
        with self.index.write() as db:
            db.execute("DELETE FROM recordings WHERE clip_id = ?", (clip_id,))
            if gap is not None:
                add_gap(db, gap)

    def note_gap(self, gap: Gap) -> None:
        """Footage that should be there and is not."""
        with self.index.write() as db:
            add_gap(db, gap)

    def delete(self, clip_id: str, cause: Removal = "owner", now: datetime | None = None) -> bool:
        """Delete a clip, unless it is protected. False when there is none that may go."""
        return bool(self.delete_all((clip_id,), cause, now))

    def delete_all(self, clip_ids: Sequence[str], cause: Removal, now: datetime | None = None) -> tuple[Clip, ...]:
        """Delete clips: first their right to be served, then their files, then their rows. Gives those that went.

        Protected ones stay. StoreError when some file cannot be removed; such a clip is not served any more, and its
        deletion is completed by recovery.
        """
        at = now or datetime.now(UTC)
        marks = ",".join("?" * len(clip_ids))
        free = f"clip_id IN ({marks}) AND clip_id NOT IN ({PROTECTED})"
        with self.index.write() as db:
            rows = db.execute(f"SELECT {_CLIP_COLUMNS} FROM clips WHERE {free}", (*clip_ids, milliseconds(at)))  # noqa: S608 - constants and question marks
            clips = tuple(_clip_of(row) for row in rows)
            _execute_each(db, "UPDATE clips SET deleted = 1 WHERE clip_id = ?", clips)
        gone = tuple(clip for clip in clips if self._remove_files(clip))
        with self.index.write() as db:
            for clip in gone:
                _forget(db, clip, cause, at)
        if len(gone) < len(clips):
            raise StoreError("a clip's file cannot be removed")
        return gone

    def lose(self, clips: Sequence[Clip], cause: str, now: datetime | None = None) -> None:
        """The files of clips are not there any more: their rows become gaps."""
        with self.index.write() as db:
            for clip in clips:
                _forget(db, clip, "missing", now or datetime.now(UTC), cause)

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
        where, values = _started_in(camera_id, since, until)
        return self._clips(where, values, min(limit, MOST_ROWS))

    def page(
        self,
        camera_id: str | None = None,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        kind: Kind | None = None,
        after: str | None = None,
    ) -> Page:
        """The same in pages of `MOST_ROWS`; `after` is what the page before gave. StoreError when it is not."""
        where, values = _started_in(camera_id, since, until)
        if kind is not None:
            where, values = f"{where} AND kind = ?", (*values, kind)
        if after is not None:
            stamp, _, clip_id = after.partition("/")
            if not stamp.lstrip("-").isdecimal():
                raise StoreError("no place in a list of clips")
            where, values = f"{where} AND (started_ms, clip_id) < (?, ?)", (*values, int(stamp), clip_id)
        clips = self._clips(where, values, MOST_ROWS)
        last = clips[-1] if len(clips) == MOST_ROWS else None
        return Page(clips, None if last is None else f"{milliseconds(last.started_at)}/{last.clip_id}")

    def count(
        self, camera_id: str | None = None, *, since: datetime | None = None, until: datetime | None = None
    ) -> int:
        """How many clips started in [since, until)."""
        where, values = _started_in(camera_id, since, until)
        with self.index.read() as db:
            row = db.execute(f"SELECT count(*) FROM clips WHERE deleted = 0 AND {where}", values).fetchone()  # noqa: S608 - `where` is written in this file
        return int(row[0])

    def touching(self, camera_id: str, since: datetime, until: datetime) -> tuple[Clip, ...]:
        """All clips of the camera with a moment in [since, until), oldest first."""
        # The longest clip lasts ten minutes; a clock that stepped while it was written may make it look longer.
        first = milliseconds(since) - 3 * 60 * 60 * 1000
        where = "camera_id = ? AND started_ms >= ? AND started_ms < ? AND (ended_ms > ? OR started_ms >= ?)"
        bounds = (first, milliseconds(until), milliseconds(since), milliseconds(since))
        return self._clips(where, (camera_id, *bounds), -1, order="ASC")

    def days(self, camera_id: str, zone: tzinfo = UTC) -> tuple[date, ...]:
        """The days, in that zone, on which clips of the camera started, newest first."""
        # One seek in the index for each quarter of an hour that has clips, instead of a walk over all of them.
        quarters = (
            "WITH RECURSIVE found (q) AS (SELECT min(started_ms) / :q FROM clips WHERE deleted = 0 AND camera_id = :c "
            "UNION ALL SELECT (SELECT min(started_ms) / :q FROM clips WHERE deleted = 0 AND camera_id = :c "
            "AND started_ms >= (found.q + 1) * :q) FROM found WHERE found.q IS NOT NULL) "
            "SELECT q FROM found WHERE q IS NOT NULL"
        )
        with self.index.read() as db:
            rows = db.execute(quarters, {"q": _QUARTER_MS, "c": camera_id}).fetchall()
        found = {moment(quarter * _QUARTER_MS).astimezone(zone).date() for (quarter,) in rows}
        return tuple(sorted(found, reverse=True))

    def gaps(self, camera_id: str) -> tuple[Gap, ...]:
        """Where footage of the camera should be and is not, newest first."""
        with self.index.read() as db:
            rows = db.execute(
                "SELECT started_ms, ended_ms, cause FROM gaps WHERE camera_id = ? ORDER BY started_ms DESC LIMIT ?",
                (camera_id, MOST_ROWS),
            ).fetchall()
        return tuple(Gap(camera_id, moment(start), moment(end), cause) for start, end, cause in rows)

    def manifests(self, clip_ids: Iterable[str]) -> dict[str, str]:
        """The signed manifests of clips, those of deleted ones too."""
        with self.index.read() as db:
            found = (
                db.execute("SELECT clip_id, token FROM manifests WHERE clip_id = ?", (clip_id,)).fetchone()
                for clip_id in clip_ids
            )
            return {row[0]: row[1] for row in found if row is not None}

    def chain(self, camera_id: str, since: datetime, until: datetime) -> tuple[tuple[str, Removal | None], ...]:
        """The camera's manifests that touch [since, until) in their order, each with why its clip is gone."""
        with self.index.read() as db:
            rows = db.execute(
                "SELECT token, deleted_for FROM manifests WHERE camera_id = ? AND ended_ms >= ? AND started_ms < ? "
                "ORDER BY sequence",
                (camera_id, milliseconds(since), milliseconds(until)),
            ).fetchall()
        return tuple((token, cause) for token, cause in rows)

    def totals(self) -> tuple[Total, ...]:
        """How many clips there are and how large, by camera and rank."""
        with self.index.read() as db:
            return tuple(Total(*row) for row in db.execute("SELECT * FROM totals WHERE clips > 0"))

    def size_bytes(self) -> int:
        """What all clips together take."""
        return sum(total.size_bytes for total in self.totals())

    def path_of(self, clip: Clip) -> Path:
        """Where the clip's file lies. StoreError when its path leads out of the clips folder."""
        return self.inside(clip.path)

    def still_of(self, clip: Clip) -> Path | None:
        """Where the clip's still lies."""
        return None if clip.still is None else self.inside(clip.still)

    def inside(self, relative: str) -> Path:
        """The path of a file of the clips folder. StoreError for any other, links out of it included."""
        return inside(self.storage, relative)

    # What retention and recovery need.

    def oldest(
        self,
        camera_id: str,
        rank: int,
        limit: int,
        now: datetime,
        started: tuple[datetime, datetime] | None = None,
    ) -> tuple[Clip, ...]:
        """The camera's clips of that rank that go first, of those that started between two moments if need be.

        Protected ones are not among them.
        """
        where = f"camera_id = ? AND rank = ? AND started_ms >= ? AND started_ms < ? AND clip_id NOT IN ({PROTECTED})"
        first, last = (-(1 << 62), 1 << 62) if started is None else map(milliseconds, started)
        values = (camera_id, rank, first, last, milliseconds(now))
        return self._clips(where, values, min(limit, MOST_ROWS), order="ASC")

    def left_over(self) -> tuple[Begun, ...]:
        """Recordings whose writer does not run any more."""
        return tuple(begun for begun, writer in self._recordings() if not self._writes(writer))

    def written_until(self, clip_id: str) -> datetime | None:
        """Until when the writer of a recording is known to have run."""
        query = "SELECT beat_ms FROM recordings JOIN beats USING (writer) WHERE clip_id = ?"
        with self.index.read() as db:
            row = db.execute(query, (clip_id,)).fetchone()
        return None if row is None else moment(row[0])

    def going_on(self) -> tuple[Begun, ...]:
        """Recordings that this process or another one that runs has begun and not yet finished."""
        return tuple(begun for begun, writer in self._recordings() if self._writes(writer))

    def paths(self, after: str, limit: int) -> tuple[str, ...]:
        """The next paths of rows, deleted ones included, in their order."""
        with self.index.read() as db:
            rows = db.execute("SELECT path FROM clips WHERE path > ? ORDER BY path LIMIT ?", (after, limit))
            return tuple(path for (path,) in rows)

    def clips_at(self, paths: Sequence[str]) -> tuple[Clip, ...]:
        """The clips whose files are these."""
        found: list[Clip] = []
        for first in range(0, len(paths), 500):  # SQLite takes a limited number of values
            some = paths[first : first + 500]
            found += self._clips(f"path IN ({','.join('?' * len(some))})", tuple(some), -1)
        return tuple(found)

    def clip_at(self, path: str) -> Clip | None:
        """The clip whose file is this one."""
        clips = self.clips_at((path,))
        return clips[0] if clips else None

    def half_deleted(self) -> tuple[str, ...]:
        """The ids of clips whose deletion was interrupted."""
        with self.index.read() as db:
            return tuple(clip_id for (clip_id,) in db.execute("SELECT clip_id FROM clips WHERE deleted = 1"))

    def _writes(self, writer: str) -> bool:
        return writer == self.writer or runs_elsewhere(writer)

    def _recordings(self) -> tuple[tuple[Begun, str], ...]:
        with self.index.read() as db:
            rows = db.execute("SELECT * FROM recordings").fetchall()
        return tuple((_begun_of(row), row[8]) for row in rows)

    def _clips(self, where: str, values: tuple[object, ...], limit: int, order: str = "DESC") -> tuple[Clip, ...]:
        query = (
            f"SELECT {_CLIP_COLUMNS} FROM clips WHERE deleted = 0 AND {where} "  # noqa: S608 - `where` is written in this file
            f"ORDER BY started_ms {order}, clip_id {order} LIMIT ?"
        )
        with self.index.read() as db:
            return tuple(_clip_of(row) for row in db.execute(query, (*values, limit)))

    def _remove_files(self, clip: Clip) -> bool:
        try:
            self.inside(clip.path).unlink(missing_ok=True)
            if clip.still is not None:
                self.inside(clip.still).unlink(missing_ok=True)
        except OSError:
            return False
        return True


PROTECTED = "SELECT clip_id FROM protections WHERE until_ms IS NULL OR until_ms > ?"


def day_bounds(day: date, zone: tzinfo = UTC) -> tuple[datetime, datetime]:
    """When a day begins and ends in that zone, for `ClipStore.list`."""
    start = datetime(day.year, day.month, day.day, tzinfo=zone)
    following = day + timedelta(days=1)
    return start, datetime(following.year, following.month, following.day, tzinfo=zone)


def add_gap(db: sqlite3.Connection, gap: Gap) -> None:
    """Note a gap; one that goes on where another of its cause ended makes that one longer."""
    start, end = milliseconds(gap.started_at), milliseconds(gap.ended_at)
    before = db.execute(
        "SELECT rowid FROM gaps WHERE camera_id = ? AND cause = ? AND started_ms BETWEEN ? AND ? "
        "AND ended_ms BETWEEN ? AND ? ORDER BY started_ms DESC LIMIT 1",
        (gap.camera_id, gap.cause, start - 86_400_000, start, start - JOINED_MS, end),
    ).fetchone()
    if before is not None:
        db.execute("UPDATE gaps SET ended_ms = ? WHERE rowid = ?", (end, before[0]))
    else:
        db.execute("INSERT INTO gaps VALUES (?,?,?,?)", (gap.camera_id, start, end, gap.cause))


def _forget(db: sqlite3.Connection, clip: Clip, removal: Removal, at: datetime, cause: str | None = None) -> None:
    """Take a row out: its time is a gap from here on, its manifest stays and says why."""
    db.execute("DELETE FROM clips WHERE clip_id = ?", (clip.clip_id,))
    db.execute("DELETE FROM protections WHERE clip_id = ?", (clip.clip_id,))
    db.execute(
        "UPDATE manifests SET deleted_ms = ?, deleted_for = ? WHERE clip_id = ?",
        (milliseconds(at), removal, clip.clip_id),
    )
    add_gap(db, Gap(clip.camera_id, clip.started_at, clip.ended_at, cause or f"deleted_{removal}"))


def _add_manifest(db: sqlite3.Connection, clip: Clip, make_manifest: MakeManifest) -> None:
    last = db.execute(
        "SELECT sequence, token FROM manifests WHERE camera_id = ? ORDER BY sequence DESC LIMIT 1", (clip.camera_id,)
    ).fetchone()
    sequence, token = last or (0, None)
    db.execute("INSERT INTO manifests VALUES (?,?,?,?,?,?,NULL,NULL)", (
        clip.camera_id, sequence + 1, clip.clip_id, make_manifest(sequence, token), milliseconds(clip.started_at),
        milliseconds(clip.ended_at),
    ))  # fmt: skip


def _execute_each(db: sqlite3.Connection, statement: str, clips: Iterable[Clip]) -> None:
    db.executemany(statement, [(clip.clip_id,) for clip in clips])


def _started_in(
    camera_id: str | None, since: datetime | None, until: datetime | None
) -> tuple[str, tuple[object, ...]]:
    terms, values = ["1"], list[object]()
    for term, value in (
        ("camera_id = ?", camera_id),
        ("started_ms >= ?", None if since is None else milliseconds(since)),
        ("started_ms < ?", None if until is None else milliseconds(until)),
    ):
        if value is not None:
            terms.append(term)
            values.append(value)
    return " AND ".join(terms), tuple(values)


def _row_of(clip: Clip) -> tuple[object, ...]:
    return (
        clip.clip_id, clip.camera_id, json.dumps(clip.event_ids), clip.path, clip.still,
        milliseconds(clip.started_at), milliseconds(clip.ended_at), clip.duration_s, clip.pre_roll_s,
        clip.size_bytes, clip.sha256, clip.codec, clip.width, clip.height, clip.fps, clip.audio, clip.kind,
    )  # fmt: skip


def _clip_of(row: tuple[object, ...]) -> Clip:
    values = dict(zip(_NAMES, row, strict=True))
    values["event_ids"] = tuple(json.loads(str(values["event_ids"])))
    values["started_at"] = moment(values.pop("started_ms"))
    values["ended_at"] = moment(values.pop("ended_ms"))
    return Clip(**values)  # type: ignore[arg-type]  # the table is STRICT: its columns have the fields' types


def _begun_of(row: tuple[object, ...]) -> Begun:
    names = ("clip_id", "camera_id", "event_ids", "path", "still", "started_at", "pre_roll_s", "kind")
    values = dict(zip(names, row, strict=False))
    values["event_ids"] = tuple(json.loads(str(values["event_ids"])))
    values["started_at"] = moment(values["started_at"])
    return Begun(**values)  # type: ignore[arg-type]  # the table is STRICT: its columns have the fields' types
