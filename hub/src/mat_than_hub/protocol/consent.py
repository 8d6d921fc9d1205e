"""Cameras, consents and their withdrawal, with the receipts that prove each step."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from ..wire import WireError
from .holds import LegalHold
from .limits import FOOTAGE_SPAN, check_id, check_text


class PositionKind(StrEnum):
    """What a camera looks at."""

    GATE = "gate"
    YARD = "yard"
    STREET = "street"
    SHOP = "shop"
    ENTRANCE = "entrance"
    INDOOR = "indoor"
    PUBLIC_PLACE = "public_place"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraCard:
    """`PUT /v1/cameras/{camera_id}`: what the hub may know of a camera."""

    name: str
    position: PositionKind
    latitude: float | None = None
    longitude: float | None = None

    def __post_init__(self) -> None:
        """Bound the name and the place."""
        check_text(self.name, "/name", 80)
        if self.latitude is not None and not -90 <= self.latitude <= 90:
            raise WireError("/latitude", "lies outside the earth")
        if self.longitude is not None and not -180 <= self.longitude <= 180:
            raise WireError("/longitude", "lies outside the earth")


class Purpose(StrEnum):
    """What footage is shared for; one consent names one purpose."""

    NEIGHBOURHOOD_SECURITY = "neighbourhood_security"
    CASE = "case"
    PUBLIC_PLACE = "public_place"


class DataKind(StrEnum):
    """What is shared; none is implied by another."""

    EVENTS = "events"
    STILLS = "stills"
    CLIPS = "clips"
    LIVE = "live"


WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """When a consent holds, on the home's own clock: days of the week, from and to in minutes after midnight.

    `to_minute` at or before `from_minute` reaches into the next day; 0 to 1440 is the whole day. A span over
    midnight belongs to the day on which it begins.
    """

    days: tuple[str, ...] = WEEKDAYS
    from_minute: int = 0
    to_minute: int = 1440
    time_zone: str = "Asia/Ho_Chi_Minh"

    def __post_init__(self) -> None:
        """Refuse days and minutes that do not exist."""
        if not self.days or not set(self.days) <= set(WEEKDAYS) or len(set(self.days)) != len(self.days):
            raise WireError("/days", "are no days of the week")
        if not 0 <= self.from_minute < 1440 or not 0 < self.to_minute <= 1440:
            raise WireError("/from_minute", "is no time of the day")
        check_text(self.time_zone, "/time_zone", 64)


@dataclass(frozen=True, slots=True, kw_only=True)
class FootageSpan:
    """Footage from then till then, at most `FOOTAGE_SPAN` of it; both ends belong to it."""

    since: datetime
    until: datetime

    def __post_init__(self) -> None:
        """Refuse no time and too much of it."""
        if not timedelta(0) < self.until - self.since <= FOOTAGE_SPAN:
            raise WireError("/until", "does not lie after since, or too long after it")

    def holds(self, first_at: datetime, last_at: datetime) -> bool:
        """Whether all of an object lies in it."""
        return self.since <= first_at <= last_at <= self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRecord:
    """One household's consent for one camera and one purpose; a change is a new version, never an edit.

    The fields are those of ISO/IEC TS 27560's record, by the names a reader of this code expects. A consent for a case
    names the `footage`: what was recorded in that span and nothing else, before the consent or after; it is sent while
    the consent holds (`valid_from` to `valid_until`). Without it, what is recorded while the consent holds.
    """

    consent_id: str
    version: int
    household_id: str
    hub_thumbprint: str  # the recipient
    camera_id: str
    purpose: Purpose
    kinds: tuple[DataKind, ...]
    valid_from: datetime
    valid_until: datetime
    retention_days: int
    notice_version: str
    language: str
    given_at: datetime
    hours: Hours = field(default_factory=Hours)
    parents: bool = False  # hubs above this one
    masks_required: bool = False
    audio: bool = False
    footage: FootageSpan | None = None  # for a case alone
    request_id: str | None = None  # the footage request that this answers

    def __post_init__(self) -> None:
        """Refuse a consent to nothing, for ever, or for no time."""
        check_id(self.consent_id, "/consent_id")
        check_id(self.household_id, "/household_id")
        check_text(self.camera_id, "/camera_id", 64)
        if self.version < 1:
            raise WireError("/version", "begins at 1")
        if not self.kinds or len(set(self.kinds)) != len(self.kinds):
            raise WireError("/kinds", "is empty or names one twice")
        if not 1 <= self.retention_days <= 365:
            raise WireError("/retention_days", "lies outside 1..365")
        if self.valid_until <= self.valid_from:
            raise WireError("/valid_until", "does not lie after valid_from")
        if self.valid_until - self.valid_from > timedelta(days=2 * 366):
            raise WireError("/valid_until", "lies more than two years ahead")
        if self.footage is not None and self.purpose is not Purpose.CASE:
            raise WireError("/footage", "is named for another purpose than a case")
        if self.request_id is not None:
            check_id(self.request_id, "/request_id")
            if self.footage is None:
                raise WireError("/footage", "is missing in an answer to a request")

    def visible(self, first_at: datetime, last_at: datetime) -> bool:
        """Whether all of an object was recorded when the consent lets it be seen, its hours aside."""
        if self.footage is not None:
            return self.footage.holds(first_at, last_at)
        return self.valid_from <= first_at <= last_at < self.valid_until


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentUpload:
    """`PUT /v1/consents/{consent_id}`: the record, signed by the home (`Kind.CONSENT`)."""

    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentReceipt:
    """The hub's countersignature (`Kind.CONSENT_RECEIPT`)."""

    consent_id: str
    version: int
    record_sha256: str
    received_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptAnswer:
    """An answer that carries a signed receipt."""

    receipt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """`POST /v1/consents/{consent_id}/withdrawal`, also signed as an object (`Kind.WITHDRAWAL`) for the proof."""

    consent_id: str
    withdrawn_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalUpload:
    """The body of a withdrawal."""

    withdrawal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deletion:
    """`GET /v1/deletions/{deletion_id}` and the answer to a withdrawal."""

    deletion_id: str
    done: bool
    receipt: str | None = None  # `Kind.DELETION_RECEIPT`, once done
    releases: tuple[str, ...] | None = None  # `Kind.HOLD_RELEASE`, one for each hold that is over since then


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletionReceipt:
    """What was deleted, by whom, when."""

    deletion_id: str
    consent_id: str
    events: int
    stills: int
    clips: int
    size_bytes: int
    requested_at: datetime
    objects_deleted_at: datetime
    first_at: datetime | None = None
    last_at: datetime | None = None
    key_destroyed_at: datetime | None = None  # from then on nothing of it could be read, wherever it still lay
    held: tuple[str, ...] = ()  # ids of what a legal hold keeps; not counted above
    holds: tuple[LegalHold, ...] | None = None  # and the holds that keep it
