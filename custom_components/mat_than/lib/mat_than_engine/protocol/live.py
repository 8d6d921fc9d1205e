"""Live view on request: an officer asks to look now, the owner says yes or no, the home pushes fragments while it lasts.

A view is of one camera and ends after `LIVE_LONGEST` at the latest. Fragments are fragmented MP4: an init segment, then
fragments numbered from 1, each of which ends where the next one begins. The hub keeps the last seconds in its memory
and nothing of it anywhere else. Silence is a no, and neither is told apart from the other by whoever asked.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ..wire import WireError
from .limits import CASE_CHARS, LIVE_LONGEST, LIVE_PATIENCE, LIVE_SHORTEST_S, REASON_CHARS, check_id, check_text


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveRequest:
    """An officer asks to look through one camera now; answered until `answer_by`, or not at all."""

    live_id: str
    camera_id: str
    unit: str
    reason: str
    asked_at: datetime
    answer_by: datetime
    longest_s: int  # from the yes on
    case_number: str | None = None

    def __post_init__(self) -> None:
        """Bound every field."""
        check_id(self.live_id, "/live_id")
        check_text(self.camera_id, "/camera_id", 64)
        check_text(self.unit, "/unit")
        check_text(self.reason, "/reason", REASON_CHARS)
        if self.case_number is not None:
            check_text(self.case_number, "/case_number", CASE_CHARS)
        if not self.asked_at < self.answer_by <= self.asked_at + LIVE_PATIENCE:
            raise WireError("/answer_by", "does not lie after asked_at, or too long after it")
        if not LIVE_SHORTEST_S <= self.longest_s <= LIVE_LONGEST.total_seconds():
            raise WireError("/longest_s", "is no length of a view")


class LiveEnding(StrEnum):
    """Why a view is over, or never began."""

    OFFICER = "officer"  # whoever asked needs it no more
    SILENCE = "silence"  # nobody answered in time
    TIME = "time"  # it lasted as long as it may
    CUT = "cut"  # the owner ended it
    UNWATCHED = "unwatched"  # nobody looked any more
    CAMERA = "camera"  # no picture comes
    CONSENT = "consent"  # it was withdrawn, changed or paused, or its hours are over


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveClosed:
    """In the inbox: a view that the household need not answer, or push, any more."""

    live_id: str
    cause: LiveEnding
    closed_at: datetime

    def __post_init__(self) -> None:
        """Bound the id."""
        check_id(self.live_id, "/live_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveAnswer:
    """What the owner decided, signed by the home (`Kind.LIVE_ANSWER`): a yes names the consent and the end."""

    live_id: str
    household_id: str
    camera_id: str
    approved: bool
    answered_at: datetime
    consent_id: str | None = None
    until: datetime | None = None
    unasked: bool = False  # within hours in which the owner lets it be without being asked each time

    def __post_init__(self) -> None:
        """Refuse a yes without an end, or a no with one."""
        check_id(self.live_id, "/live_id")
        check_id(self.household_id, "/household_id")
        check_text(self.camera_id, "/camera_id", 64)
        if self.approved != (self.consent_id is not None) or self.approved != (self.until is not None):
            raise WireError("/until", "does not fit the answer")
        if self.consent_id is not None:
            check_id(self.consent_id, "/consent_id")
        if self.until is not None and not self.answered_at < self.until <= self.answered_at + LIVE_LONGEST:
            raise WireError("/until", "does not lie after answered_at, or too long after it")


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveAnswerUpload:
    """`POST /v1/live/{live_id}/answer`; 200 for the first and for the same again, 409 for another, 410 too late."""

    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveStanding:
    """The answer to each piece of a view: until when it may last, and how many look now."""

    until: datetime
    watching: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveEnd:
    """`POST /v1/live/{live_id}/end`: the home pushes no more. Repeats are welcome."""

    cause: LiveEnding
