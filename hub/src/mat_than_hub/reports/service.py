"""Takes reports: signed by the household, under one-off consents that name the footage."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from ..changes.service import ChangeKind, record as record_change
from ..consents import gifts
from ..consents.gifts import Gift
from ..consents.service import Signer
from ..errors import Refusal
from ..keys import verify_ed25519
from ..protocol.limits import EVENT_AGE
from ..protocol.problems import Problem
from ..protocol.requests import Report
from ..protocol.signed import Kind, open_object
from ..requests.models import RequestRow
from ..wire import WireError
from .models import ReportRow

MOST_A_DAY = 20  # of one household
AHEAD = timedelta(minutes=5)


async def take(session: AsyncSession, signer: Signer, token: str, now: datetime) -> bool:
    """Keep a report; whether it is new. The same again changes nothing."""
    report = _open(signer, token, now)
    known = await session.scalar(select(ReportRow).where(ReportRow.id == report.report_id))
    if known is not None:
        if (known.household_id, known.report_jws) != (signer.household_id, token):
            raise Refusal(Problem.CONFLICT)
        return False
    if await session.scalar(select(RequestRow.id).where(RequestRow.id == report.report_id)) is not None:
        raise Refusal(Problem.CONFLICT)
    await _refuse_too_many(session, signer.household_id, now)
    gift = Gift(id=report.report_id, household_id=signer.household_id, span=report.span)
    await gifts.accept(session, gift, report.consent_ids, now)
    session.add(
        ReportRow(
            id=report.report_id,
            household_id=signer.household_id,
            offence=report.offence.value,
            note=report.note.strip(),
            since=report.span.since,
            until=report.span.until,
            reported_at=report.reported_at,
            received_at=now,
            report_jws=token,
        )
    )
    record_change(session, ChangeKind.CASE, "", report.report_id, now)
    return True


async def find(session: AsyncSession, report_id: str) -> ReportRow:
    """The report. Refusal `not-yours` when there is none."""
    row = await session.scalar(select(ReportRow).where(ReportRow.id == report_id))
    if row is None:
        raise Refusal(Problem.NOT_YOURS)
    return row


async def newest(session: AsyncSession, before: int | None, limit: int) -> tuple[Sequence[ReportRow], bool]:
    """A page of the reports, newest first, and whether there is more."""
    query = select(ReportRow).order_by(ReportRow.seq.desc()).limit(limit + 1)
    if before is not None:
        query = query.where(ReportRow.seq < before)
    rows = (await session.scalars(query)).all()
    return rows[:limit], len(rows) > limit


async def _refuse_too_many(session: AsyncSession, household_id: str, now: datetime) -> None:
    day = timedelta(days=1)
    times = await session.scalars(
        select(ReportRow.received_at)
        .where(ReportRow.household_id == household_id, ReportRow.received_at > now - day)
        .order_by(ReportRow.received_at.desc())
        .limit(MOST_A_DAY)
    )
    recent = times.all()
    if len(recent) >= MOST_A_DAY:
        raise Refusal(Problem.QUOTA, retry_after_s=(recent[-1] + day - now).total_seconds())


def _open(signer: Signer, token: str, now: datetime) -> Report:
    try:
        report = open_object(Kind.REPORT, Report, token, signer.key, verify_ed25519)
    except WireError as err:
        raise Refusal.of_wire(err) from err
    wrong = [
        (pointer, detail)
        for fits, pointer, detail in (
            (report.household_id == signer.household_id, "/household_id", "is another household"),
            (now - EVENT_AGE <= report.reported_at <= now + AHEAD, "/reported_at", "lies too far from now"),
            (report.span.until <= now + AHEAD, "/span/until", "lies in the future"),
        )
        if not fits
    ]
    if wrong:
        raise Refusal(Problem.VALIDATION, wrong)
    return report
