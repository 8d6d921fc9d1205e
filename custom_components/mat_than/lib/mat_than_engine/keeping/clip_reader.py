"""The clips of one storage folder, read: from Home Assistant's executor and by whoever in the engine only looks.

Nothing that was deleted is given, nothing that is not complete. Imports no video library. `clip_store` writes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path

from ..errors import StoreError
from ..model import Clip
from .clip_paths import inside
from .clip_rows import Gap, Kind, Removal, select_clips
from .index import INDEX, Index, milliseconds, moment

MOST_ROWS = 1000  # of one answer
_QUARTER_MS = 15 * 60 * 1000  # every time zone's midnight lies on a quarter of an hour


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


@dataclass(frozen=True, slots=True)
class Latest:
    """Of the clips that somebody looks at one by one: the newest, and how many there are since some moment."""

    newest: Clip | None
    count: int


class ClipReader:
    """Clips of one storage folder. Every call raises StoreError when the index cannot be used."""

    def __init__(self, storage: Path) -> None:
        self.storage = storage
        self.index = Index(storage / INDEX)

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

    def latest(self, camera_ids: Iterable[str], since: datetime) -> dict[str, Latest]:
        """Of each camera its clips of motion and those that were asked for, all in one look at the index."""
        count = "SELECT count(*) FROM clips WHERE deleted = 0 AND camera_id = ? AND rank = 2 AND started_ms >= ?"
        newest = "deleted = 0 AND camera_id = ? AND rank = 2"  # the rank of all that is no segment, see `index`
        found = {}
        with self.index.read() as db:
            for camera_id in camera_ids:
                clips = select_clips(db, newest, (camera_id,), "ORDER BY started_ms DESC LIMIT 1")
                (counted,) = db.execute(count, (camera_id, milliseconds(since))).fetchone()
                found[camera_id] = Latest(clips[0] if clips else None, counted)
        return found

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

    def _clips(self, where: str, values: tuple[object, ...], limit: int, order: str = "DESC") -> tuple[Clip, ...]:
        rest = f"ORDER BY started_ms {order}, clip_id {order} LIMIT ?"
        with self.index.read() as db:
            return select_clips(db, f"deleted = 0 AND {where}", (*values, limit), rest)


def day_bounds(day: date, zone: tzinfo = UTC) -> tuple[datetime, datetime]:
    """When a day begins and ends in that zone, for `ClipStore.list`."""
    start = datetime(day.year, day.month, day.day, tzinfo=zone)
    following = day + timedelta(days=1)
    return start, datetime(following.year, following.month, following.day, tzinfo=zone)


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
