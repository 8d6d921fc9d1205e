"""What is shared under a consent: events, stills, clips, and the heartbeat that says who is alive."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ..wire import WireError
from .limits import (
    BOXES_PER_EVENT,
    CLIP_BYTES,
    EVENTS_PER_BATCH,
    TEXT_CHARS,
    check_id,
    check_order,
    check_sha256,
    check_text,
)
from .problems import Problem


class EventType(StrEnum):
    """CloudEvents `type`."""

    MOTION = "vn.matthan.motion.v1"
    TAMPER = "vn.matthan.tamper.v1"
    CAMERA_OFFLINE = "vn.matthan.camera.offline.v1"
    CAMERA_ONLINE = "vn.matthan.camera.online.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventData:
    """What happened; boxes are x, y, width, height in 0..1."""

    consent_id: str
    started_at: datetime
    ended_at: datetime | None = None
    score: float = 0.0
    zones: tuple[str, ...] = ()
    boxes: tuple[tuple[float, float, float, float], ...] = ()
    night: bool = False
    still_id: str | None = None
    clip_id: str | None = None

    def __post_init__(self) -> None:
        """Bound every number and list."""
        check_id(self.consent_id, "/consent_id")
        check_order(self.started_at, self.ended_at, "/ended_at")
        for name in ("still_id", "clip_id"):
            if (value := getattr(self, name)) is not None:
                check_id(value, f"/{name}")
        if not 0 <= self.score <= 1:
            raise WireError("/score", "lies outside 0..1")
        if len(self.boxes) > BOXES_PER_EVENT or any(not 0 <= part <= 1 for box in self.boxes for part in box):
            raise WireError("/boxes", "are too many or lie outside the picture")
        if len(self.zones) > BOXES_PER_EVENT:
            raise WireError("/zones", "are too many")
        for zone in self.zones:
            check_text(zone, "/zones", 80)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A CloudEvents 1.0 event. Sent again with the same id it is an update: `ended_at`, `still_id`, `clip_id` come later."""

    id: str
    source: str  # urn:mt:{household_id}:{camera_id}
    type: EventType
    time: datetime
    data: EventData
    specversion: str = "1.0"

    def __post_init__(self) -> None:
        """Refuse another dialect."""
        check_id(self.id, "/id")
        if self.specversion != "1.0":
            raise WireError("/specversion", "is not 1.0")
        parts = self.source.split(":")
        if len(parts) != 4 or parts[:2] != ["urn", "mt"] or not all(parts[2:]) or len(self.source) > TEXT_CHARS:
            raise WireError("/source", "is not urn:mt:household:camera")

    @property
    def camera_id(self) -> str:
        """The camera named in `source`."""
        return self.source.rpartition(":")[2]

    @property
    def household_id(self) -> str:
        """The household named in `source`."""
        return self.source.split(":")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventBatch:
    """`POST /v1/events`."""

    events: tuple[Event, ...]

    def __post_init__(self) -> None:
        """Bound the batch."""
        if not 1 <= len(self.events) <= EVENTS_PER_BATCH:
            raise WireError("/events", f"are none or more than {EVENTS_PER_BATCH}")


class EventStatus(StrEnum):
    """What became of an event."""

    ACCEPTED = "accepted"
    UPDATED = "updated"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventResult:
    """One event's fate, with the problem where it was rejected."""

    id: str
    status: EventStatus
    problem: Problem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventResults:
    """202 for a batch, in the batch's order."""

    results: tuple[EventResult, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipManifest:
    """What a clip is, signed by the home (`Kind.CLIP_MANIFEST`); `previous` chains a camera's manifests."""

    clip_id: str
    household_id: str
    camera_id: str
    consent_id: str
    sha256: str
    size_bytes: int
    codec: str
    started_at: datetime
    ended_at: datetime
    created_at: datetime
    event_ids: tuple[str, ...] = ()
    fps: float | None = None
    masked: bool = False
    original_sha256: str | None = None
    previous: str | None = None
    request_id: str | None = None  # the footage request, or the report, that it was sent for

    def __post_init__(self) -> None:
        """Bound the clip before a byte of it is taken."""
        for name in ("clip_id", "household_id", "consent_id"):
            check_id(getattr(self, name), f"/{name}")
        for event_id in self.event_ids:
            check_id(event_id, "/event_ids")
        if self.request_id is not None:
            check_id(self.request_id, "/request_id")
        check_text(self.camera_id, "/camera_id", 64)
        check_sha256(self.sha256, "/sha256")
        check_order(self.started_at, self.ended_at, "/ended_at")
        if self.codec != "h264":
            raise WireError("/codec", "is not h264")
        if not 1 <= self.size_bytes <= CLIP_BYTES:
            raise WireError("/size_bytes", f"lies outside 1..{CLIP_BYTES}")
        if len(self.event_ids) > EVENTS_PER_BATCH:
            raise WireError("/event_ids", "are too many")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipAnnouncement:
    """`POST /v1/clips`; its bytes follow with `PUT /v1/clips/{clip_id}/content`."""

    manifest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StorageReceipt:
    """The hub has the clip, on disk (`Kind.STORAGE_RECEIPT`)."""

    clip_id: str
    sha256: str
    size_bytes: int
    stored_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraHealth:
    """A shared camera, as the home sees it now."""

    camera_id: str
    live: bool
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Heartbeat:
    """`POST /v1/heartbeat`, once a minute: who is alive, what waits. Only cameras with a live consent are named."""

    cameras: tuple[CameraHealth, ...] = ()
    queue_length: int = 0
    oldest_waiting_at: datetime | None = None
    dropped: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HeartbeatAnswer:
    """The hub's clock and its newest inbox item."""

    server_time: datetime
    inbox_seq: int = 0
