"""From what the engine tells to what the hub reads: a motion as an event, a camera as a card, a clip as a manifest."""

from collections.abc import Mapping
from datetime import datetime
import json
from typing import Final
from uuid import UUID, uuid5

from ..lib.mat_than_engine.model import Clip, Motion
from ..lib.mat_than_engine.protocol.consent import CameraCard, PositionKind
from ..lib.mat_than_engine.protocol.footage import ClipManifest, Event, EventData, EventType
from ..lib.mat_than_engine.protocol.limits import BOXES_PER_EVENT
from ..lib.mat_than_engine.wire import to_json
from .consent import Recipient
from .parcel import MadeCopy, Parcel

_STILLS: Final = UUID(
    "6f1b3f0e-4f6a-5d0e-9a51-7d2f6f0c5b11"
)  # a name space for the ids of stills; any fixed UUID will do

# The owner's words for where a camera looks, in those that the hub knows.
_POSITIONS: Final[Mapping[str, PositionKind]] = {
    "gate": PositionKind.GATE,
    "yard": PositionKind.YARD,
    "street": PositionKind.STREET,
    "alley": PositionKind.STREET,
    "shop_floor": PositionKind.SHOP,
    "counter": PositionKind.SHOP,
    "workshop": PositionKind.INDOOR,
    "indoors": PositionKind.INDOOR,
}


def still_id_of(event_id: str) -> str:
    """The id of an event's still: always the same, so that a repeat is a repeat."""
    return str(uuid5(_STILLS, event_id))


def event_payload(
    motion: Motion, recipient: Recipient, consent_id: str, *, with_still: bool, clip_id: str | None
) -> str:
    """The event's JSON. Its time is the motion's start, in every update."""
    event = Event(
        id=motion.event_id,
        source=f"urn:mt:{recipient.household_id}:{motion.camera_id}",
        type=EventType.MOTION,
        time=motion.started_at,
        data=EventData(
            consent_id=consent_id,
            started_at=motion.started_at,
            ended_at=motion.ended_at,
            score=min(max(motion.score, 0.0), 1.0),
            zones=tuple(zone[:80] for zone in motion.zones[:BOXES_PER_EVENT] if zone.strip()),
            boxes=tuple(_inside(box) for box in motion.boxes[:BOXES_PER_EVENT]),
            night=motion.night,
            still_id=still_id_of(motion.event_id) if with_still else None,
            clip_id=clip_id,
        ),
    )
    return json.dumps(to_json(event), separators=(",", ":"), ensure_ascii=False)


def clip_payload(clip: Clip) -> str:
    """What has to be remembered of a clip until its copy is made."""
    return json.dumps(to_json(clip), separators=(",", ":"), ensure_ascii=False)


def manifest(
    clip: Clip, parcel: Parcel, recipient: Recipient, made: MadeCopy, previous: str | None, now: datetime
) -> ClipManifest:
    """What the home signs of a clip's shared copy: of a part, the span that really is in it.

    What is given for a case tells nothing of the motions in it.
    """
    same = made.sha256 == clip.sha256
    return ClipManifest(
        clip_id=parcel.object_id,
        household_id=recipient.household_id,
        camera_id=clip.camera_id,
        consent_id=parcel.consent_id,
        sha256=made.sha256,
        size_bytes=made.size_bytes,
        codec="h264",
        started_at=made.first_at or clip.started_at,
        ended_at=made.last_at or clip.ended_at,
        created_at=now,
        event_ids=() if parcel.request_id is not None else clip.event_ids[:100],
        fps=made.fps or clip.fps,
        masked=made.masked,
        original_sha256=None if same else clip.sha256,
        previous=previous,
        request_id=parcel.request_id,
    )


def camera_card(name: str, position: str) -> CameraCard:
    """What the hub may know of a camera: its name, and what kind of place it looks at."""
    return CameraCard(name=name.strip()[:80] or "Camera", position=_POSITIONS.get(position, PositionKind.OTHER))


def _inside(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    x, y, width, height = (min(max(part, 0.0), 1.0) for part in box)
    return x, y, width, height
