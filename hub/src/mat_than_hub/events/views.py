"""Events as the console shows them."""

from dataclasses import dataclass
from datetime import datetime

from ..clips.models import Clip
from ..naming import Named
from .service import FeedEntry


@dataclass(frozen=True, slots=True)
class CameraName:
    """Which camera saw it."""

    id: str
    name: str
    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipView:
    """The clip of an event; `state` is announced until its bytes are here."""

    id: str
    url: str
    state: str
    size_bytes: int
    duration_s: float
    started_at: datetime
    masked: bool
    storage_receipt_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """An event with its still and clip; boxes are x, y, width, height in 0..1."""

    id: str
    seq: int
    type: str
    household: Named
    camera: CameraName
    started_at: datetime
    ended_at: datetime | None
    received_at: datetime
    score: float
    night: bool
    zones: list[str]
    boxes: list[list[float]]
    still_url: str | None
    clip: ClipView | None
    consent_id: str


@dataclass(frozen=True, slots=True)
class EventPage:
    """A page of the feed, newest first."""

    events: list[EventView]
    more: bool


def event_view(entry: FeedEntry) -> EventView:
    """An entry of the feed."""
    event = entry.event
    return EventView(
        id=event.id,
        seq=event.seq,
        type=event.type,
        household=Named(entry.household.id, entry.household.name),
        camera=CameraName(entry.camera.id, entry.camera.name, entry.camera.position),
        started_at=event.started_at,
        ended_at=event.ended_at,
        received_at=event.received_at,
        score=event.score,
        night=event.night,
        zones=event.zones,
        boxes=event.boxes,
        still_url=f"/api/stills/{entry.still.id}" if entry.still else None,
        clip=_clip_view(entry.clip) if entry.clip else None,
        consent_id=event.consent_id,
    )


def _clip_view(clip: Clip) -> ClipView:
    return ClipView(
        id=clip.id,
        url=f"/api/clips/{clip.id}",
        state="announced" if clip.stored_at is None else "stored",
        size_bytes=clip.size_bytes,
        duration_s=(clip.ended_at - clip.started_at).total_seconds(),
        started_at=clip.started_at,
        masked=clip.masked,
        storage_receipt_at=clip.stored_at,
    )
