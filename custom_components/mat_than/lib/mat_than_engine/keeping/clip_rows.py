"""Rows of the index: from a clip, a recording or a gap to its columns and back, and what one transaction does to them.

`clip_store` opens the transactions; nothing here does. The tables are STRICT: columns have the fields' types.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
import json
import sqlite3
from typing import Literal

from ..model import Clip
from .index import milliseconds, moment

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
PROTECTED = "SELECT clip_id FROM protections WHERE until_ms IS NULL OR until_ms > ?"
"""The clips that stay; takes the present in milliseconds."""


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


def insert_clip(db: sqlite3.Connection, clip: Clip, make_manifest: MakeManifest | None) -> None:
    """A recording is a clip from now on; its manifest is the next of its camera."""
    db.execute(f"INSERT INTO clips ({_CLIP_COLUMNS}) VALUES ({','.join('?' * len(_NAMES))})", _row_of(clip))  # noqa: S608 - constants only
    db.execute("DELETE FROM recordings WHERE clip_id = ?", (clip.clip_id,))
    if make_manifest is not None:
        _add_manifest(db, clip, make_manifest)


def select_clips(db: sqlite3.Connection, where: str, values: tuple[object, ...], rest: str = "") -> tuple[Clip, ...]:
    """The clips for which that holds; `where` and `rest` are written in this package."""
    query = f"SELECT {_CLIP_COLUMNS} FROM clips WHERE {where} {rest}"  # noqa: S608 - see above
    return tuple(_clip_of(row) for row in db.execute(query, values))


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


def forget_clip(db: sqlite3.Connection, clip: Clip, removal: Removal, at: datetime, cause: str | None = None) -> None:
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


def begun_of(row: tuple[object, ...]) -> Begun:
    """A row of `recordings`, without its writer."""
    names = ("clip_id", "camera_id", "event_ids", "path", "still", "started_at", "pre_roll_s", "kind")
    values = dict(zip(names, row, strict=False))
    values["event_ids"] = tuple(json.loads(str(values["event_ids"])))
    values["started_at"] = moment(values["started_at"])
    return Begun(**values)  # type: ignore[arg-type]  # the table is STRICT: its columns have the fields' types
