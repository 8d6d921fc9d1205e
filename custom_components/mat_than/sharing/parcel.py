"""What waits in the outbox: one object for one hub."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import IntEnum
import sqlite3

from ..lib.mat_than_engine.protocol.consent import DataKind

# The order in which objects leave, and the reverse of the order in which they are given up when there is no room.
SENDING_ORDER = (DataKind.EVENTS, DataKind.STILLS, DataKind.CLIPS)


class Stage(IntEnum):
    """How far a parcel is."""

    COPYING = 0  # its shared copy is not made yet
    WAITING = 1  # ready to go
    PARKED = 2  # the hub will not have it, for a reason that waiting does not heal


@dataclass(frozen=True, slots=True, kw_only=True)
class NewParcel:
    """An object on its way into the outbox.

    `payload` is the event's JSON, or the clip as the engine told it; `source` is the file to make a copy of
    (absolute), None for an event.
    """

    hub: str  # `Hub.code`
    kind: DataKind
    object_id: str
    camera_id: str
    consent_id: str
    first_at: datetime
    last_at: datetime
    event_id: str
    payload: str = ""
    source: str | None = None
    request_id: str | None = None  # the request or the report that it is sent for


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """An object in the outbox."""

    seq: int
    hub: str
    kind: DataKind
    object_id: str
    camera_id: str
    consent_id: str
    first_at: datetime
    last_at: datetime
    event_id: str
    stage: Stage
    payload: str
    source: str | None
    manifest: str | None
    masked: bool
    file: str | None  # name of the shared copy in the outbox's folder
    sha256: str
    size_bytes: int
    revision: int  # counts an event's updates, so that an acknowledgement of an older one does not end the newer
    attempts: int
    reason: str | None  # why it is parked
    request_id: str | None  # the request or the report that it is sent for

    @classmethod
    def of(cls, row: sqlite3.Row) -> Parcel:
        """Read a row of the outbox."""
        return cls(
            seq=row["seq"],
            hub=row["hub"],
            kind=SENDING_ORDER[row["kind"]],
            object_id=row["object_id"],
            camera_id=row["camera_id"],
            consent_id=row["consent_id"],
            first_at=from_ms(row["first_ms"]),
            last_at=from_ms(row["last_ms"]),
            event_id=row["event_id"],
            stage=Stage(row["stage"]),
            payload=row["payload"],
            source=row["source"],
            manifest=row["manifest"],
            masked=bool(row["masked"]),
            file=row["file"],
            sha256=row["sha256"],
            size_bytes=row["size_bytes"],
            revision=row["revision"],
            attempts=row["attempts"],
            reason=row["reason"],
            request_id=row["request_id"],
        )


def to_ms(moment: datetime) -> int:
    """UTC as the outbox keeps it: whole milliseconds since 1970."""
    return round(moment.timestamp() * 1000)


def from_ms(value: int) -> datetime:
    """The reverse of `to_ms`."""
    return datetime.fromtimestamp(value / 1000, UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeCopy:
    """A shared copy that is on disk, with what the parcel becomes by it."""

    file: str
    sha256: str
    size_bytes: int
    masked: bool
    fps: float | None = None
    first_at: datetime | None = None  # of a part of a clip: of when its first picture is
    last_at: datetime | None = None  # and its last
    manifest: str | None = None  # a clip's, signed
    manifest_hash: str | None = None
