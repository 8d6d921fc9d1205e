"""The mirror log: what officers did with a household's items, told to the household itself."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ..wire import WireError
from .limits import ACCESS_ENTRIES, CASE_CHARS, REASON_CHARS, check_id, check_text


class Action(StrEnum):
    """What an officer did."""

    VIEW_EVENT = "view_event"
    VIEW_STILL = "view_still"
    PLAY_CLIP = "play_clip"
    DOWNLOAD_CLIP = "download_clip"
    HOLD_ITEM = "hold_item"  # a case keeps it, also beyond a withdrawal
    VIEW_HELD = "view_held"  # looked at through the hold
    WATCH_LIVE = "watch_live"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessEntry:
    """One look at one item; going on with it within a minute is the same look. The unit is told, not the officer.

    What was given for a case is looked at for that case: its number and the request's reason stand beside the look.
    """

    seq: int
    at: datetime
    action: Action
    camera_id: str
    item_id: str  # the event, still or clip, or the live view
    unit: str
    event_id: str | None = None
    request_id: str | None = None
    case_number: str | None = None
    reason: str | None = None

    def __post_init__(self) -> None:
        """Bound every field."""
        if self.seq < 1:
            raise WireError("/seq", "is not above 0")
        check_text(self.camera_id, "/camera_id", 64)
        check_text(self.unit, "/unit")
        check_id(self.item_id, "/item_id")
        for name in ("event_id", "request_id"):
            if (value := getattr(self, name)) is not None:
                check_id(value, f"/{name}")
        if self.case_number is not None:
            check_text(self.case_number, "/case_number", CASE_CHARS)
        if self.reason is not None:
            check_text(self.reason, "/reason", REASON_CHARS)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessLog:
    """`GET /v1/household/access-log?after=N`: the entries that follow number N, oldest first, at most `ACCESS_ENTRIES`."""

    entries: tuple[AccessEntry, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a page that is too long or not in order."""
        if len(self.entries) > ACCESS_ENTRIES:
            raise WireError("/entries", "are too many")
        numbers = [entry.seq for entry in self.entries]
        if numbers != sorted(set(numbers)):
            raise WireError("/entries", "are not in order")
