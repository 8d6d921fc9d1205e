"""What waits for the hubs, on disk: rows in SQLite beside the clips, and the shared copies in a folder next to it.

An object is in here, synced, before anybody is told that it is shared, and leaves only when the hub has it, when the
owner withdraws, or when there is no room (`outbox_room`; each drop is counted). A row comes before its file and goes
before its file: a file without a row is removed on opening, and a row whose file is gone is made anew from its source.
All methods block and may be called from any thread, one at a time.

What was given for a case goes before everything else of its kind, and is given up after it; hours of footage are copied
only a little ahead of what is sent.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from pathlib import Path
import sqlite3
from typing import Any, Final

from ..lib.mat_than_engine.protocol.consent import DataKind
from .errors import OutboxError
from .outbox_database import OutboxDatabase
from .outbox_figures import OutboxFigures, count_outbox
from .outbox_room import LARGEST_BYTES, MOST_PARCELS, Bounds, OutboxRoom
from .parcel import SENDING_ORDER, MadeCopy, NewParcel, Parcel, Stage, to_ms

AHEAD_BYTES: Final = LARGEST_BYTES // 4  # copies for cases that wait to be sent; more are made when these are gone

_PUT: Final = (
    "INSERT INTO parcels (hub, kind, object_id, camera_id, consent_id, first_ms, last_ms, event_id, stage, payload,"
    " source, request_id) VALUES (?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (hub, kind, object_id) DO "
)
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
        self.copies = folder / "copies"
        self._ahead_bytes = ahead_bytes
        self._database = OutboxDatabase(folder)
        bounds = Bounds(largest_bytes=largest_bytes, most_parcels=most_parcels)
        self._room = OutboxRoom(self._database, self.copies, clock, bounds)

    def open(self) -> None:
        """Open or make the database, and remove copies that no row knows."""
        try:
            self.copies.mkdir(parents=True, exist_ok=True)
        except OSError as err:
            raise OutboxError("the outbox's folder cannot be made") from err
        self._database.open()
        self._sweep()

    def close(self) -> None:
        """Close the database; what waits stays."""
        self._database.close()

    # -- in

    def put(self, parcels: Iterable[NewParcel]) -> None:
        """Keep new objects, synced when this returns; one that is here already is updated if it is an event."""
        with self._database.writing() as db:
            for parcel in parcels:
                self._put_one(db, parcel)
        self._room.make()

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
        with self._database.writing() as db:
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
            self._room.unlink([made.file])
        self._room.make()
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
        may_go_ahead = self._database.rows(ahead, ())[0]["n"] < self._ahead_bytes
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
        rows = self._database.rows("SELECT hash FROM manifests WHERE hub = ? AND camera_id = ?", (hub, camera_id))
        return str(rows[0]["hash"]) if rows else None

    # -- out

    def acknowledged(self, parcels: Sequence[Parcel], receipt: str | None = None) -> None:
        """The hub has them: gone from here, but for an event that was updated since it was read."""
        with self._database.writing() as db:
            for parcel in parcels:
                db.execute("DELETE FROM parcels WHERE seq = ? AND revision = ?", (parcel.seq, parcel.revision))
                if receipt is not None:
                    db.execute(
                        "INSERT OR REPLACE INTO storage_receipts (hub, clip_id, receipt, last_ms, request_id)"
                        " VALUES (?,?,?,?,?)",
                        (parcel.hub, parcel.object_id, receipt, to_ms(parcel.last_at), parcel.request_id),
                    )
        self._room.unlink(parcel.file for parcel in parcels)

    def park(self, parcel: Parcel, reason: str) -> None:
        """Set aside what the hub will not have; it counts as room until it is too old."""
        with self._database.writing() as db:
            db.execute("UPDATE parcels SET stage = ?, reason = ? WHERE seq = ?", (Stage.PARKED, reason, parcel.seq))

    def tried(self, parcel: Parcel) -> int:
        """Count an attempt that failed by the parcel's own fault; how many there were."""
        with self._database.writing() as db:
            db.execute("UPDATE parcels SET attempts = attempts + 1 WHERE seq = ?", (parcel.seq,))
        return parcel.attempts + 1

    def make_again(self, parcel: Parcel) -> None:
        """A parcel's copy is gone, damaged, or masked as it was before: have it made anew.

        The manifest that nobody got stays a link of the chain, so the next one shows that there was something.
        """
        with self._database.writing() as db:
            db.execute(
                "UPDATE parcels SET stage = ?, file = NULL, manifest = NULL, size_bytes = 0, attempts = attempts + 1 WHERE seq = ?",
                (Stage.COPYING, parcel.seq),
            )
        self._room.unlink([parcel.file])

    def drop(self, parcel: Parcel) -> None:
        """Give an object up, counted."""
        self._room.drop("seq = ?", (parcel.seq,))

    def drops_seen(self, hub: str) -> None:
        """The owner knows of all that was given up so far."""
        self._room.drops_seen(hub)

    def discard(self, parcels: Sequence[Parcel]) -> None:
        """Remove what may not leave any more; by the owner's will, so it counts as no loss."""
        with self._database.writing() as db:
            db.executemany("DELETE FROM parcels WHERE seq = ?", [(parcel.seq,) for parcel in parcels])
        self._room.unlink(parcel.file for parcel in parcels)

    def of_camera(self, camera_id: str) -> list[Parcel]:
        """All that waits of a camera."""
        return self._parcels("WHERE camera_id = ?", (camera_id,))

    def of_consent(self, consent_id: str) -> list[Parcel]:
        """All that waits under a consent."""
        return self._parcels("WHERE consent_id = ?", (consent_id,))

    def sent_already(self, hub: str, object_id: str) -> bool:
        """Whether that hub has the clip."""
        found = "SELECT 1 FROM storage_receipts WHERE hub = ? AND clip_id = ?"
        return bool(self._database.rows(found, (hub, object_id)))

    def all(self) -> list[Parcel]:
        """All that waits."""
        return self._parcels("ORDER BY seq", ())

    def receipt(self, clip_id: str) -> list[str]:
        """The hubs' storage receipts for a clip."""
        rows = self._database.rows("SELECT receipt FROM storage_receipts WHERE clip_id = ?", (clip_id,))
        return [str(row["receipt"]) for row in rows]

    def figures(self) -> OutboxFigures:
        """What waits, counted."""
        return count_outbox(self._database)

    def _sweep(self) -> None:
        """Remove copies without a row; make copies anew that a row misses."""
        known = {parcel.file: parcel for parcel in self.all() if parcel.file is not None}
        there = {path.name for path in self.copies.iterdir()}
        self._room.unlink(there - known.keys())
        for name in known.keys() - there:
            self.make_again(known[name])

    def _parcels(self, clause: str, values: tuple[Any, ...]) -> list[Parcel]:
        """The parcels that `clause`, a literal of this module, asks for."""
        rows = self._database.rows(f"SELECT * FROM parcels {clause}", values)  # noqa: S608 - see above
        return [Parcel.of(row) for row in rows]
