"""What becomes of a request: a second officer's word, cancellation, the deadline; and how requests are read.

Every change of a request stands in one ordered transaction with the news it makes for households; who was told is
handed back, so that the caller wakes them after the commit.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from ..changes.service import ChangeKind, record as record_change
from ..errors import ConsoleProblem, Refusal
from ..members.roles import Role
from ..members.service import Officer
from ..protocol.limits import REASON_CHARS, check_text
from ..protocol.problems import Problem
from ..protocol.requests import Closing
from ..wire import WireError
from . import inbox
from .models import RequestRow, RequestState

_LIVING = (RequestState.WAITING.value, RequestState.OPEN.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moderation:
    """The second officer's word; the note is for the officers only, and may be empty."""

    approved: bool
    note: str


async def moderate(
    session: AsyncSession, officer: Officer, request_id: str, word: Moderation, now: datetime
) -> tuple[RequestRow, set[str]]:
    """The second officer's word; the request, and the households that were told."""
    row = await _locked(session, request_id)
    if row.asked_by == officer.member_id:
        raise Refusal(ConsoleProblem.FORBIDDEN)
    if state_at(row, now) is not RequestState.WAITING:
        raise Refusal(Problem.CONFLICT, [("", "is not waiting for anybody")])
    row.moderated_by, row.moderated_at = officer.member_id, now
    row.moderation_note = _checked_note(word.note)
    row.state = (RequestState.OPEN if word.approved else RequestState.REFUSED).value
    told = await inbox.deliver(session, row, now) if word.approved else set()
    if word.approved and not told:
        raise Refusal(Problem.CONFLICT, [("", "names no camera that is still shared")])
    record_change(session, ChangeKind.CASE, "", row.id, now)
    return row, told


async def cancel(
    session: AsyncSession, officer: Officer, request_id: str, now: datetime
) -> tuple[RequestRow, set[str]]:
    """Take a request back; the request, and the households that were told."""
    row = await _locked(session, request_id)
    if not (row.asked_by == officer.member_id or officer.role is Role.ADMIN):
        raise Refusal(ConsoleProblem.FORBIDDEN)
    if state_at(row, now).value not in _LIVING:
        raise Refusal(Problem.CONFLICT, [("", "is closed already")])
    told = await inbox.close(session, row, Closing.CANCELLED, now)
    row.state, row.closed_by, row.closed_at = RequestState.CANCELLED.value, officer.member_id, now
    record_change(session, ChangeKind.CASE, "", row.id, now)
    return row, told


async def close_overdue(session: AsyncSession, now: datetime) -> set[str]:
    """Close what has passed its deadline; the households that were told."""
    overdue = await session.scalars(
        select(RequestRow).where(RequestRow.state.in_(_LIVING), RequestRow.deadline <= now).with_for_update()
    )
    told: set[str] = set()
    for row in overdue.all():
        told |= await inbox.close(session, row, Closing.EXPIRED, now)
        row.state, row.closed_at = RequestState.EXPIRED.value, now
        record_change(session, ChangeKind.CASE, "", row.id, now)
    return told


def state_at(row: RequestRow, now: datetime) -> RequestState:
    """Where the request stands: past its deadline it has expired, also before anybody has written it down."""
    if row.state in _LIVING and row.deadline <= now:
        return RequestState.EXPIRED
    return RequestState(row.state)


async def find(session: AsyncSession, request_id: str) -> RequestRow:
    """The request. Refusal `not-yours` when there is none."""
    row = await session.scalar(select(RequestRow).where(RequestRow.id == request_id))
    if row is None:
        raise Refusal(Problem.NOT_YOURS)
    return row


async def newest(
    session: AsyncSession, state: RequestState | None, before: int | None, limit: int, now: datetime
) -> tuple[Sequence[RequestRow], bool]:
    """A page of the requests, newest first, and whether there is more."""
    query = select(RequestRow).order_by(RequestRow.seq.desc()).limit(limit + 1)
    if before is not None:
        query = query.where(RequestRow.seq < before)
    if state is not None:
        query = query.where(_is(state, now))
    rows = (await session.scalars(query)).all()
    return rows[:limit], len(rows) > limit


async def count_for(session: AsyncSession, officer: Officer, now: datetime) -> int:
    """How many requests wait for this officer's word."""
    query = select(func.count()).where(_is(RequestState.WAITING, now), RequestRow.asked_by != officer.member_id)
    return await session.scalar(query) or 0


def _is(state: RequestState, now: datetime) -> ColumnElement[bool]:
    """`state_at`, asked of the database."""
    overdue = and_(RequestRow.state.in_(_LIVING), RequestRow.deadline <= now)
    if state is RequestState.EXPIRED:
        return or_(RequestRow.state == state.value, overdue)
    return and_(RequestRow.state == state.value, ~overdue)


async def _locked(session: AsyncSession, request_id: str) -> RequestRow:
    row = await session.scalar(select(RequestRow).where(RequestRow.id == request_id).with_for_update())
    if row is None:
        raise Refusal(Problem.NOT_YOURS)
    return row


def _checked_note(note: str) -> str | None:
    if not note.strip():
        return None
    try:
        check_text(note, "/note", REASON_CHARS)
    except WireError as err:
        raise Refusal.of_wire(err) from err
    return note.strip()
