"""The clips of one storage folder: rows of the index, and what lies on the disk for them.

Written by the engine's processes, from any thread; `clip_reader` is the half that only reads. Imports no video library.
`docs/design/clips.md` holds the invariants; `clip_paths` says where files lie, `index` what the tables are,
`protection` and `retention` what may go, `ledger` and `coverage` what became of a camera's time.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
import json
from pathlib import Path

from ..errors import StoreError
from ..model import Clip
from .clip_paths import CLIPS, clip_path, folder_name, still_path
from .clip_reader import MOST_ROWS, ClipReader, Page, day_bounds
from .clip_rows import (
    PROTECTED,
    Begun,
    Gap,
    Kind,
    MakeManifest,
    Removal,
    add_gap,
    begun_of,
    forget_clip,
    insert_clip,
    select_clips,
)
from .disk import Disk
from .index import INDEX, milliseconds, moment
from .writer import new_writer, runs_elsewhere

# The names that go with a store, for those who use one.
__all__ = [
    "CLIPS",
    "INDEX",
    "Begun",
    "ClipStore",
    "Gap",
    "Kind",
    "MakeManifest",
    "Page",
    "Removal",
    "clip_path",
    "day_bounds",
    "folder_name",
    "still_path",
]


_ONE_MOTION_MS = 3 * 60 * 60 * 1000  # further apart no two clips show one motion, however the clock was set


class ClipStore(ClipReader):
    """Clips of one storage folder. Every call raises StoreError when the index cannot be used."""

    def __init__(self, storage: Path) -> None:
        super().__init__(storage)
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
            insert_clip(db, clip, make_manifest)

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
            clips = select_clips(db, free, (*clip_ids, milliseconds(at)), "ORDER BY started_ms")
            db.executemany("UPDATE clips SET deleted = 1 WHERE clip_id = ?", [(clip.clip_id,) for clip in clips])
        gone = self.remove_files(clips)
        with self.index.write() as db:
            for clip in gone:
                forget_clip(db, clip, cause, at)
        if len(gone) < len(clips):
            raise StoreError("a clip's file cannot be removed")
        return gone

    def lose(self, clips: Sequence[Clip], cause: str, now: datetime | None = None) -> None:
        """The files of clips are not there any more: their rows become gaps."""
        with self.index.write() as db:
            for clip in clips:
                forget_clip(db, clip, "missing", now or datetime.now(UTC), cause)

    # What retention and recovery need.

    def remove_files(self, clips: Iterable[Clip]) -> tuple[Clip, ...]:
        """Remove what lies on the disk for clips, and nothing of their rows; those of which nothing is left.

        A still that shows a clip which stays as well (a motion across two segments has one still) stays with it.
        """
        gone = []
        for clip in clips:
            try:
                self.inside(clip.path).unlink(missing_ok=True)
                if clip.still is not None and not self._shows_another(clip):
                    self.inside(clip.still).unlink(missing_ok=True)
            except OSError:
                continue
            gone.append(clip)
        return tuple(gone)

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

    def _shows_another(self, clip: Clip) -> bool:
        """Whether the clip's still is that of another clip too, which was recorded about then and stays."""
        at_ms = milliseconds(clip.started_at)
        where = "deleted = 0 AND camera_id = ? AND started_ms BETWEEN ? AND ? AND still = ? AND clip_id <> ? LIMIT 1"
        values = (clip.camera_id, at_ms - _ONE_MOTION_MS, at_ms + _ONE_MOTION_MS, clip.still, clip.clip_id)
        try:
            with self.index.read() as db:
                return db.execute(f"SELECT 1 FROM clips WHERE {where}", values).fetchone() is not None  # noqa: S608 - a constant
        except StoreError:
            return True  # it goes with its day, which retention clears of stills that show nothing

    def _writes(self, writer: str) -> bool:
        return writer == self.writer or runs_elsewhere(writer)

    def _recordings(self) -> tuple[tuple[Begun, str], ...]:
        with self.index.read() as db:
            rows = db.execute("SELECT * FROM recordings").fetchall()
        return tuple((begun_of(row), row[8]) for row in rows)
