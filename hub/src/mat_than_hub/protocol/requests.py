"""Footage that is asked for, and footage that an owner brings himself: requests, their answers, reports.

A request names cameras of one household and a span of time. Its answer is final and signed; a yes names the consents
that were given for it, which bound what follows. Silence is a no, and neither is told apart from the other by whoever
asked.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ..wire import WireError
from .consent import FootageSpan
from .limits import (
    CAMERAS_PER_REQUEST,
    CASE_CHARS,
    INBOX_ITEMS,
    REASON_CHARS,
    REQUEST_AGE,
    check_id,
    check_text,
)
from .live import LiveClosed, LiveRequest


class Offence(StrEnum):
    """What a case or a report is about."""

    THEFT = "theft"
    ROBBERY = "robbery"
    ASSAULT = "assault"
    VANDALISM = "vandalism"
    LITTERING = "littering"
    TRAFFIC = "traffic"
    FIRE = "fire"
    MISSING_PERSON = "missing_person"
    PUBLIC_ORDER = "public_order"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class FootageRequest:
    """What an officer asks of one household, approved by a second officer of the unit before any home hears of it."""

    request_id: str
    case_number: str
    offence: Offence
    reason: str
    unit: str
    contact: str
    camera_ids: tuple[str, ...]
    span: FootageSpan
    asked_at: datetime
    deadline: datetime
    retention_days: int

    def __post_init__(self) -> None:
        """Bound every field."""
        check_id(self.request_id, "/request_id")
        check_text(self.case_number, "/case_number", CASE_CHARS)
        check_text(self.reason, "/reason", REASON_CHARS)
        check_text(self.unit, "/unit")
        check_text(self.contact, "/contact")
        if not 1 <= len(set(self.camera_ids)) == len(self.camera_ids) <= CAMERAS_PER_REQUEST:
            raise WireError("/camera_ids", "are none, too many, or one twice")
        for camera_id in self.camera_ids:
            check_text(camera_id, "/camera_ids", 64)
        if not self.asked_at < self.deadline <= self.asked_at + REQUEST_AGE:
            raise WireError("/deadline", "does not lie after asked_at, or too long after it")
        if not 1 <= self.retention_days <= 365:
            raise WireError("/retention_days", "lies outside 1..365")


class Closing(StrEnum):
    """Why a request is not open any more."""

    CANCELLED = "cancelled"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestClosed:
    """A request that the household needs not answer any more."""

    request_id: str
    cause: Closing
    closed_at: datetime

    def __post_init__(self) -> None:
        """Bound the id."""
        check_id(self.request_id, "/request_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxItem:
    """One piece of news for a household; exactly one of its kinds is there."""

    seq: int
    at: datetime
    request: FootageRequest | None = None
    closed: RequestClosed | None = None
    live: LiveRequest | None = None
    live_closed: LiveClosed | None = None

    def __post_init__(self) -> None:
        """Refuse an item without news or with two."""
        if self.seq < 1:
            raise WireError("/seq", "is not above 0")
        if sum(news is not None for news in (self.request, self.closed, self.live, self.live_closed)) != 1:
            raise WireError("", "is no item of one kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """`GET /v1/inbox?after=N&wait=S&live=1`: what follows number N, oldest first; empty when nothing came in S seconds.

    Without `live=1` nothing of live views is in it: a home of an earlier version would not know what it is.
    """

    items: tuple[InboxItem, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a page that is too long or not in order."""
        if len(self.items) > INBOX_ITEMS:
            raise WireError("/items", "are too many")
        numbers = [item.seq for item in self.items]
        if numbers != sorted(set(numbers)):
            raise WireError("/items", "are not in order")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the owner decided, signed by the home (`Kind.DECISION`); a yes names a consent for each camera he gives."""

    request_id: str
    household_id: str
    approved: bool
    decided_at: datetime
    consent_ids: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a yes to nothing and a no with something."""
        check_id(self.request_id, "/request_id")
        check_id(self.household_id, "/household_id")
        for consent_id in self.consent_ids:
            check_id(consent_id, "/consent_ids")
        if self.approved != bool(self.consent_ids) or len(set(self.consent_ids)) != len(self.consent_ids):
            raise WireError("/consent_ids", "do not fit the decision, or name one twice")
        if len(self.consent_ids) > CAMERAS_PER_REQUEST:
            raise WireError("/consent_ids", "are too many")


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionUpload:
    """`POST /v1/requests/{request_id}/decision`; 200 for the first and for the same again, 409 for another."""

    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An owner brings footage to the unit himself, signed by the home (`Kind.REPORT`), under one-off consents."""

    report_id: str
    household_id: str
    offence: Offence
    note: str
    span: FootageSpan
    reported_at: datetime
    consent_ids: tuple[str, ...]

    def __post_init__(self) -> None:
        """Bound every field."""
        check_id(self.report_id, "/report_id")
        check_id(self.household_id, "/household_id")
        check_text(self.note, "/note", REASON_CHARS)
        if not 1 <= len(set(self.consent_ids)) == len(self.consent_ids) <= CAMERAS_PER_REQUEST:
            raise WireError("/consent_ids", "are none, too many, or one twice")
        for consent_id in self.consent_ids:
            check_id(consent_id, "/consent_ids")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportUpload:
    """`POST /v1/reports`; 201 for a new report, 200 for the same again, 409 for another under its id."""

    report: str
