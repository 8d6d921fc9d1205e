"""How long it takes from a person in the picture to the sensor, to the hub's feed, to the clip on the hub.

The truth is the clip's labels on the camera server's clock; Home Assistant's and the hub's own times are compared
with it. All of them run on this machine, by one clock.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Any

from .footage import Scene, Span
from .home_connection import Change

EARLY_S = 0.5  # so much before the label a sensor may rise: a label begins when enough of a visitor is seen
LATE_S = 6.0  # so long after a visit ended the sensor may still be on


@dataclass(frozen=True, slots=True, kw_only=True)
class Rise:
    """A motion sensor went on, and off again (None while it is on)."""

    event_id: str
    on_at: float
    off_at: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A labelled event and what became of it; None is what never came."""

    camera: str
    visible_at: float
    gone_at: float
    what: str
    rise: Rise | None
    hub_event_at: float | None = None
    hub_clip_at: float | None = None

    @property
    def sensor_s(self) -> float | None:
        """From visible to the sensor."""
        return self.rise.on_at - self.visible_at if self.rise else None

    @property
    def hub_s(self) -> float | None:
        """From the sensor to the hub's feed."""
        return self.hub_event_at - self.rise.on_at if self.rise and self.hub_event_at else None

    @property
    def clip_s(self) -> float | None:
        """From the motion's end (the sensor went off) to the clip stored on the hub; negative when it is there before."""
        if self.rise is None or self.rise.off_at is None or self.hub_clip_at is None:
            return None
        return self.hub_clip_at - self.rise.off_at


def rises(changes: Iterable[Change], motion_entity: str) -> list[Rise]:
    """The times a sensor was on."""
    found: list[Rise] = []
    for change in changes:
        if change.entity_id != motion_entity:
            continue
        is_open = bool(found) and found[-1].off_at is None
        if change.state == "on" and not is_open:
            found.append(Rise(event_id=change.attributes.get("event_id", ""), on_at=change.at, off_at=None))
        elif change.state != "on" and is_open:
            found[-1] = Rise(event_id=found[-1].event_id, on_at=found[-1].on_at, off_at=change.at)
    return found


def visits(
    camera: str, events: Sequence[Span], seen: Sequence[Rise], hub_events: Sequence[dict[str, Any]]
) -> list[Visit]:
    """Each labelled event with the first rise that belongs to it, and that rise's event on the hub."""
    on_hub = {event["id"]: event for event in hub_events}
    found = []
    for event in events:
        rise = next((r for r in seen if event.start - EARLY_S <= r.on_at <= event.end), None)
        stored = on_hub.get(rise.event_id) if rise else None
        clip = stored["clip"] if stored else None
        found.append(
            Visit(
                camera=camera,
                visible_at=event.start,
                gone_at=event.end,
                what=event.what,
                rise=rise,
                hub_event_at=_seconds(stored["received_at"]) if stored else None,
                hub_clip_at=_seconds(clip["storage_receipt_at"]) if clip and clip["storage_receipt_at"] else None,
            )
        )
    return found


def false_rises(scene: Scene, clip_began: float, seen: Sequence[Rise]) -> list[Rise]:
    """Rises at a moment when nobody is, even partly, in the picture."""
    return [rise for rise in seen if not scene.may_move(clip_began, rise.on_at + EARLY_S, EARLY_S)]


def middle(values: Iterable[float | None]) -> float | None:
    """The median of what is known."""
    known = [value for value in values if value is not None]
    return median(known) if known else None


def _seconds(moment: str) -> float:
    return datetime.fromisoformat(moment).timestamp()
