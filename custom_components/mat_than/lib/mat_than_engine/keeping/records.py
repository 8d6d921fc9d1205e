"""From the index and the gap ledger to the `Case` of an export: which clips, which are gone, what lies between.

Everything is read when it is asked for, a camera at a time. A camera's manifests are numbered without a hole; those
between the first and the last of the export that it does not hold are told by their hash, so that its chain can be
followed to the end.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
import json

from ..commands import Export
from ..model import Clip
from .case import Apart, Case, Forgotten, Gone, Kept, Stretch
from .clip_store import ClipStore
from .coverage import spans_of
from .index import milliseconds, moment
from .ledger import KEPT_DAYS
from .manifest import manifest_hash


@dataclass(frozen=True, slots=True)
class _Row:
    """A manifest in the index."""

    sequence: int
    clip_id: str
    token: str
    started_at: datetime
    ended_at: datetime
    touches: bool  # the time that is asked for
    is_there: bool  # its clip
    deleted_at: datetime | None
    deleted_for: str | None


def case_of(store: ClipStore, order: Export, camera_names: Mapping[str, str], now: datetime) -> Case:
    """What the order asks for, as the index has it now. StoreError when it cannot be read."""
    clips = _clips(store, order)
    cameras = [*dict.fromkeys((*order.camera_ids, *(clip.camera_id for clip in clips)))]
    kept, gone, apart, forgotten = list[Kept](), list[Gone](), list[Apart](), list[Forgotten]()
    for camera_id in cameras:
        rows = _chain(store, camera_id, order)
        held = {clip.clip_id for clip in clips if clip.camera_id == camera_id}
        numbered = {row.clip_id: row for row in rows if row.clip_id in held}
        kept += (_kept(clip, numbered.get(clip.clip_id)) for clip in clips if clip.camera_id == camera_id)
        lost = [] if order.clip_ids else [row for row in rows if row.touches and not row.is_there]
        gone += (_gone(camera_id, row) for row in lost)
        within = sorted(row.sequence for row in (*numbered.values(), *lost))
        if not within:
            continue
        told = {*within}
        between = [row for row in rows if within[0] < row.sequence < within[-1]]
        apart += (
            Apart(camera_id=camera_id, sequence=row.sequence, manifest_sha256=manifest_hash(row.token))
            for row in between
            if row.sequence not in told
        )
        if order.since < now - timedelta(days=KEPT_DAYS):
            missing = {*range(within[0], within[-1])} - told - {row.sequence for row in between}
            forgotten += (Forgotten(camera_id=camera_id, sequence=sequence) for sequence in sorted(missing))
    return Case(
        kept=tuple(kept),
        gone=tuple(gone),
        apart=tuple(apart),
        forgotten=tuple(forgotten),
        ledger=tuple(_ledger(store, cameras, order, now)),
        camera_names=camera_names,
    )


def _clips(store: ClipStore, order: Export) -> Sequence[Clip]:
    if order.clip_ids:
        found = (store.get(clip_id) for clip_id in dict.fromkeys(order.clip_ids))
        return sorted((clip for clip in found if clip is not None), key=lambda clip: (clip.camera_id, clip.started_at))
    return [clip for camera in order.camera_ids for clip in store.touching(camera, order.since, order.until)]


def _chain(store: ClipStore, camera_id: str, order: Export) -> list[_Row]:
    """The camera's manifests that touch the time, those of chosen clips, and all between them, by number."""
    bounds = (milliseconds(order.since), milliseconds(order.until))
    ends = "SELECT min(sequence), max(sequence) FROM manifests WHERE camera_id = ?"
    with store.index.read() as db:
        if order.clip_ids:
            chosen = (camera_id, json.dumps(order.clip_ids))
            found = db.execute(f"{ends} AND clip_id IN (SELECT value FROM json_each(?))", chosen)  # noqa: S608 - constants only
        else:
            found = db.execute(f"{ends} AND ended_ms >= ? AND started_ms < ?", (camera_id, *bounds))
        first, last = found.fetchone()
        if first is None:
            return []
        rows = db.execute(
            "SELECT sequence, m.clip_id, token, m.started_ms, m.ended_ms, m.ended_ms >= ? AND m.started_ms < ?, "
            "c.clip_id IS NOT NULL, deleted_ms, deleted_for FROM manifests AS m LEFT JOIN clips AS c ON c.clip_id = m.clip_id "
            "AND c.deleted = 0 WHERE m.camera_id = ? AND sequence BETWEEN ? AND ? ORDER BY sequence",
            (*bounds, camera_id, first, last),
        ).fetchall()
    return [
        _Row(
            sequence, clip_id, token, moment(started_ms), moment(ended_ms), bool(touches), bool(is_there),
            None if deleted_ms is None else moment(deleted_ms), deleted_for,
        )
        for sequence, clip_id, token, started_ms, ended_ms, touches, is_there, deleted_ms, deleted_for in rows
    ]  # fmt: skip


def _kept(clip: Clip, row: _Row | None) -> Kept:
    return Kept(clip) if row is None else Kept(clip, row.token, row.sequence)


def _gone(camera_id: str, row: _Row) -> Gone:
    return Gone(
        clip_id=row.clip_id,
        camera_id=camera_id,
        sequence=row.sequence,
        manifest=row.token,
        reason=row.deleted_for or "missing",
        started_at=row.started_at,
        ended_at=row.ended_at,
        deleted_at=row.deleted_at,
    )


def _ledger(store: ClipStore, cameras: Sequence[str], order: Export, now: datetime) -> Iterator[Stretch]:
    for camera_id in cameras:
        for span in spans_of(store, camera_id, order.since, min(order.until, now), now):
            yield Stretch(
                camera_id=camera_id, started_at=span.start, ended_at=span.end, state=span.kind, cause=span.cause
            )
