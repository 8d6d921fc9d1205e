"""How often footage may be asked for: within seven days, for one case and by one officer.

What was refused, or taken back before any home heard of it, does not count for its case; for its officer everything
counts.
"""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from ..config import Settings
from ..errors import Refusal
from ..protocol.problems import Problem
from .models import RequestRow, RequestState

WINDOW = timedelta(days=7)


async def refuse_too_many(session: AsyncSession, row: RequestRow, settings: Settings, now: datetime) -> None:
    """Refusal `quota`, with when to try again, where this request would be one too many."""
    waits = and_(RequestRow.state == RequestState.WAITING.value, RequestRow.deadline > now)
    approved = and_(RequestRow.moderated_at.is_not(None), RequestRow.state != RequestState.REFUSED.value)
    of_case = and_(RequestRow.case_key == row.case_key, or_(waits, approved))
    await _refuse(session, of_case, settings.requests_per_case, now)
    await _refuse(session, RequestRow.asked_by == row.asked_by, settings.requests_per_officer, now)


async def _refuse(session: AsyncSession, counted: ColumnElement[bool], most: int, now: datetime) -> None:
    times = await session.scalars(
        select(RequestRow.asked_at)
        .where(counted, RequestRow.asked_at > now - WINDOW)
        .order_by(RequestRow.asked_at.desc())
        .limit(most)
    )
    recent = times.all()
    if len(recent) >= most:
        raise Refusal(Problem.QUOTA, retry_after_s=(recent[-1] + WINDOW - now).total_seconds())
