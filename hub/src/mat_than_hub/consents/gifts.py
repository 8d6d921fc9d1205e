"""Consents for a case, accepted for what they were given for: a footage request's answer, or a report.

A gift bounds its consents, and only under an accepted one are clips taken. Each consent is given once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from ..errors import Refusal
from ..protocol.consent import ConsentRecord, FootageSpan, Purpose
from ..protocol.problems import Problem
from ..wire import read
from .models import Consent, ConsentVersion
from .rules import is_live


@dataclass(frozen=True, slots=True, kw_only=True)
class Gift:
    """What a household gives consents for, and what these may be about at most."""

    id: str  # of the request or the report
    household_id: str
    span: FootageSpan
    request_id: str | None = None  # as the consents must name it
    camera_ids: frozenset[str] | None = None  # None: whichever the owner chooses


async def accept(session: AsyncSession, gift: Gift, consent_ids: Iterable[str], now: datetime) -> None:
    """Accept these consents for the gift. Refusal `validation` that names each that does not fit it."""
    wrong = []
    for place, consent_id in enumerate(consent_ids):
        consent = await session.get(Consent, consent_id, with_for_update=True, populate_existing=True)
        if consent is None or consent.household_id != gift.household_id:
            wrong.append((f"/consent_ids/{place}", "is no consent of this household"))
            continue
        version = await session.get_one(ConsentVersion, (consent_id, consent.version))
        detail = _misfit(consent, read(ConsentRecord, version.record), gift, now)
        if detail is not None:
            wrong.append((f"/consent_ids/{place}", detail))
        consent.given_for = gift.id
    if wrong:
        raise Refusal(Problem.VALIDATION, wrong)


def _misfit(consent: Consent, record: ConsentRecord, gift: Gift, now: datetime) -> str | None:
    """Why the consent cannot be accepted; None when it fits."""
    if consent.withdrawn_at is not None or not is_live(record, now):
        return "does not hold now"
    if consent.given_for not in {None, gift.id}:
        return "was given for something else"
    if record.purpose is not Purpose.CASE or record.footage is None:
        return "is not for a case"
    if record.request_id != gift.request_id:
        return "answers something else"
    if gift.camera_ids is not None and record.camera_id not in gift.camera_ids:
        return "is for a camera that was not asked for"
    if not gift.span.holds(record.footage.since, record.footage.until):
        return "reaches outside of the span"
    return None
