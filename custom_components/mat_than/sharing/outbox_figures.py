"""What waits in the outbox, counted: by hub, by camera, and by what it was asked or reported for."""

from dataclasses import dataclass, field
from datetime import datetime

from .outbox_database import OutboxDatabase
from .parcel import from_ms


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueFigures:
    """What waits for one hub."""

    length: int = 0
    oldest_at: datetime | None = None
    parked: int = 0
    dropped: int = 0


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
    dropped = {row["hub"]: row["n"] for row in database.rows("SELECT hub, sum(count) AS n FROM drops GROUP BY hub")}
    queues = database.rows(
        "SELECT hub, sum(stage < 2) AS n, sum(stage = 2) AS parked, min(CASE WHEN stage < 2 THEN first_ms END) AS oldest"
        " FROM parcels GROUP BY hub"
    )
    by_hub = {row["hub"]: row for row in queues}
    hubs: dict[str, QueueFigures] = {}
    for hub in dropped.keys() | by_hub.keys():
        row = by_hub.get(hub)
        hubs[hub] = QueueFigures(
            length=row["n"] if row else 0,
            oldest_at=from_ms(row["oldest"]) if row and row["oldest"] is not None else None,
            parked=row["parked"] if row else 0,
            dropped=dropped.get(hub, 0),
        )
    return hubs


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
