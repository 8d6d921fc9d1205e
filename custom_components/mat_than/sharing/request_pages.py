"""The pages of the book of footage requests: a request and where it stands, an answer or a report and how far it is, a
report that did not get through. What is stored of them is these objects.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from ..lib.mat_than_engine.protocol.consent import FootageSpan
from ..lib.mat_than_engine.protocol.requests import FootageRequest

LATE: Final = timedelta(minutes=11)  # the longest clip ends ten minutes after it began, and is in the index then


class RequestState(StrEnum):
    """Where a request stands. Silence becomes `EXPIRED`, which is a no."""

    WAITING = "waiting"
    APPROVED = "approved"
    DECLINED = "declined"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedFootage:
    """A request's page in the book."""

    hub: str  # `Hub.code`
    request: FootageRequest
    received_at: datetime
    state: RequestState = RequestState.WAITING
    decided_at: datetime | None = None
    consent_ids: tuple[str, ...] = ()

    def is_open(self, now: datetime) -> bool:
        """Whether it can still be answered."""
        return self.state is RequestState.WAITING and now < self.request.deadline


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the owner decided about a request, or reports himself: told to the hub, then followed by its clips."""

    subject_id: str  # of the request, or of the report
    hub: str
    token: str  # the decision or the report, signed
    is_report: bool = False
    footage: FootageSpan | None = None  # from the earliest to the latest that is given; None for a no
    consent_ids: tuple[str, ...] = ()
    told: bool = False
    packed_at: datetime | None = None

    def refused(self, cause: ReportFate, at: datetime) -> RefusedReport:
        """What the owner is told of a report that did not get through."""
        return RefusedReport(report_id=self.subject_id, hub=self.hub, cause=cause, at=at, footage=self.footage)

    @property
    def is_done(self) -> bool:
        """Whether the hub knows, and all clips there will ever be are on their way."""
        if not self.told:
            return False
        return self.footage is None or (self.packed_at is not None and self.packed_at >= self.footage.until + LATE)


class ReportFate(StrEnum):
    """Why a report of the owner's did not get through."""

    REFUSED = "refused"  # the hub will not have it
    LOST = "lost"  # the power went before its consent was saved


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedReport:
    """A report that did not get through; what was given with it is taken back."""

    report_id: str
    hub: str
    cause: ReportFate
    at: datetime
    footage: FootageSpan | None = None
