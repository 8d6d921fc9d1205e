"""Legal holds: footage that a case keeps after its consent was withdrawn, who decided it, and the proof of its end."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ..wire import WireError
from .limits import CASE_CHARS, REASON_CHARS, check_id, check_text

HELD_ITEMS = 50  # of one hold
HOLD_DAYS = 365  # the longest that a hold may last; what needs longer is held anew, which is decided anew


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalHold:
    """Why something of a withdrawn consent is not deleted yet, and until when at most.

    `unit` answers for it: one of its officers asked and a second one decided. Nobody can open what is held but through
    the hold, under a key of its own.
    """

    hold_id: str
    case_number: str
    basis: str
    unit: str
    decided_at: datetime
    until: datetime
    item_ids: tuple[str, ...]
    events: int
    stills: int
    clips: int
    size_bytes: int
    first_at: datetime
    last_at: datetime

    def __post_init__(self) -> None:
        """Bound every field."""
        check_id(self.hold_id, "/hold_id")
        check_text(self.case_number, "/case_number", CASE_CHARS)
        check_text(self.basis, "/basis", REASON_CHARS)
        check_text(self.unit, "/unit")
        for item_id in self.item_ids:
            check_id(item_id, "/item_ids")
        if not 1 <= len(set(self.item_ids)) == len(self.item_ids) <= 3 * HELD_ITEMS:
            raise WireError("/item_ids", "are none, too many, or one twice")


class ReleaseCause(StrEnum):
    """Why a hold is over."""

    ENDED = "ended"  # its date came
    LIFTED = "lifted"  # by an officer, before its date


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldRelease:
    """What was held of one consent is deleted now (`Kind.HOLD_RELEASE`): the second proof, after the deletion receipt."""

    hold_id: str
    deletion_id: str
    consent_id: str
    cause: ReleaseCause
    ended_at: datetime
    item_ids: tuple[str, ...]
    events: int
    stills: int
    clips: int
    size_bytes: int
    key_destroyed_at: datetime
    objects_deleted_at: datetime

    def __post_init__(self) -> None:
        """Bound the ids."""
        for name in ("hold_id", "deletion_id", "consent_id"):
            check_id(getattr(self, name), f"/{name}")
        for item_id in self.item_ids:
            check_id(item_id, "/item_ids")
