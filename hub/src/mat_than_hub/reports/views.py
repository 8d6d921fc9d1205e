"""Reports as the console shows them."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from ..clips import given
from ..clips.given import Given, GivenClip
from ..households.models import Household
from ..naming import Named
from .models import ReportRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """A report; `clips` of it are here or announced, fewer once the owner withdrew or their time was over."""

    id: str
    seq: int
    household: Named
    offence: str
    note: str
    since: datetime
    until: datetime
    reported_at: datetime
    clips: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDetail(ReportView):
    """A report with its clips."""

    given: list[GivenClip]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A page of the reports, newest first."""

    reports: list[ReportView]
    more: bool


async def report_views(session: AsyncSession, rows: Sequence[ReportRow]) -> list[ReportView]:
    """These reports."""
    gifts = await given.counts(session, [row.id for row in rows])
    ids = {row.household_id for row in rows}
    names = dict((await session.execute(select(Household.id, Household.name).where(Household.id.in_(ids)))).all())
    return [
        ReportView(
            id=row.id,
            seq=row.seq,
            household=Named(row.household_id, names[row.household_id]),
            offence=row.offence,
            note=row.note,
            since=row.since,
            until=row.until,
            reported_at=row.reported_at,
            clips=gifts.get(row.id, Given()).clips,
        )
        for row in rows
    ]


async def report_detail(session: AsyncSession, row: ReportRow) -> ReportDetail:
    """One report with its clips."""
    [shown] = await report_views(session, [row])
    return ReportDetail(
        **{field.name: getattr(shown, field.name) for field in fields(shown)},
        given=await given.given_for(session, row.id),
    )


async def views_of_ids(session: AsyncSession, report_ids: Sequence[str]) -> list[ReportView]:
    """The reports among these ids."""
    rows = (await session.scalars(select(ReportRow).where(ReportRow.id.in_(report_ids)))).all()
    return await report_views(session, rows)
