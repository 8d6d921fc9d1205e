"""What waits in the outbox, counted: by hub, by camera, and by what it was asked or reported for."""

from dataclasses import dataclass, field
from datetime import datetime
import sqlite3
from typing import Final

from ..lib.mat_than_engine.protocol.consent import DataKind
from .outbox_database import OutboxDatabase
from .parcel import SENDING_ORDER, Stage, from_ms

_WAITING: Final = (
    "SELECT hub, kind, stage, request_id IS NOT NULL AS for_case, count(*) AS n, sum(size_bytes) AS bytes,"
    " min(first_ms) AS oldest FROM parcels WHERE stage < 2 GROUP BY hub, kind, stage, for_case"
    " ORDER BY kind, for_case DESC, stage DESC"
)
_PARKED: Final = "SELECT hub, count(*) AS n FROM parcels WHERE stage = 2 GROUP BY hub"
_DROPS: Final = "SELECT hub, sum(count) AS n, sum(seen) AS seen FROM drops GROUP BY hub"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Objects of one kind that wait for one hub at the same stage."""

    kind: DataKind
    stage: Stage  # not parked
    for_case: bool
    count: int
    size_bytes: int  # of the copies that are made
    oldest_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueFigures:
    """What waits for one hub, in the order in which it leaves."""

    waiting: tuple[Waiting, ...] = ()
    parked: int = 0  # what the hub will not have
    dropped: int = 0
    dropped_unseen: int = 0  # of those, what the owner has not been told of

    @property
    def length(self) -> int:
        """How many objects wait."""
        return sum(waiting.count for waiting in self.waiting)

    @property
    def oldest_at(self) -> datetime | None:
        """From when the oldest of them is."""
        return min((waiting.oldest_at for waiting in self.waiting), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFigures:
    """How far the clips for one request or report are."""

    waiting: int = 0
    sent: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxFigures:
    """What waits, by hub, by camera, and by what it was asked or reported for."""

    hubs: dict[str, QueueFigures]
    cameras: dict[str, int]
    requests: dict[str, RequestFigures] = field(default_factory=dict)
    size_bytes: int = 0


def count_outbox(database: OutboxDatabase) -> OutboxFigures:
    """Count everything. Blocks; OutboxError where the database fails."""
    cameras = database.rows("SELECT camera_id, count(*) AS n FROM parcels WHERE stage < 2 GROUP BY camera_id")
    size = database.rows("SELECT coalesce(sum(size_bytes), 0) AS n FROM parcels")
    return OutboxFigures(
        hubs=_of_hubs(database),
        cameras={row["camera_id"]: row["n"] for row in cameras},
        requests=_of_requests(database),
        size_bytes=size[0]["n"],
    )


def _of_hubs(database: OutboxDatabase) -> dict[str, QueueFigures]:
    waiting: dict[str, list[Waiting]] = {}
    for row in database.rows(_WAITING):
        waiting.setdefault(row["hub"], []).append(_waiting(row))
    parked = {row["hub"]: row["n"] for row in database.rows(_PARKED)}
    drops = {row["hub"]: (row["n"], row["n"] - row["seen"]) for row in database.rows(_DROPS)}
    return {
        hub: QueueFigures(
            waiting=tuple(waiting.get(hub, ())),
            parked=parked.get(hub, 0),
            dropped=drops.get(hub, (0, 0))[0],
            dropped_unseen=drops.get(hub, (0, 0))[1],
        )
        for hub in waiting.keys() | parked.keys() | drops.keys()
    }


def _waiting(row: sqlite3.Row) -> Waiting:
    return Waiting(
        kind=SENDING_ORDER[row["kind"]],
        stage=Stage(row["stage"]),
        for_case=bool(row["for_case"]),
        count=row["n"],
        size_bytes=row["bytes"],
        oldest_at=from_ms(row["oldest"]),
    )


def _of_requests(database: OutboxDatabase) -> dict[str, RequestFigures]:
    waiting, sent = (
        {
            row["request_id"]: row["n"]
            for row in database.rows(f"SELECT request_id, count(*) AS n FROM {where} GROUP BY request_id")  # noqa: S608 - literals
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
