"""Households' inboxes: numbered news of requests and live views, which a home reads on from the last number it has stored.

An item says what its request says now; only cameras of that household that were delivered are named in it.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from ..consents import service as consents
from ..live import news
from ..live.models import LiveRow
from ..protocol.consent import FootageSpan
from ..protocol.limits import INBOX_ITEMS
from ..protocol.requests import Closing, FootageRequest, InboxItem, Offence, RequestClosed
from .models import InboxRow, RequestAnswer, RequestCamera, RequestRow


async def deliver(session: AsyncSession, row: RequestRow, now: datetime) -> set[str]:
    """Tell the households of the request's cameras that have a live consent now; who was told."""
    cameras = (await session.scalars(select(RequestCamera).where(RequestCamera.request_id == row.id))).all()
    live = await consents.live_cameras(session, {camera.household_id for camera in cameras}, now)
    for camera in cameras:
        camera.delivered = (camera.household_id, camera.camera_id) in live
    told = {camera.household_id for camera in cameras if camera.delivered}
    session.add_all(InboxRow(household_id=household, request_id=row.id, at=now) for household in sorted(told))
    return told


async def close(session: AsyncSession, row: RequestRow, cause: Closing, now: datetime) -> set[str]:
    """Tell the households that have not answered that they need not any more; who was told."""
    answered = select(RequestAnswer.household_id).where(RequestAnswer.request_id == row.id)
    told = await session.scalars(
        select(InboxRow.household_id).where(InboxRow.request_id == row.id, InboxRow.household_id.not_in(answered))
    )
    households = set(told)
    session.add_all(
        InboxRow(household_id=household, request_id=row.id, closing=cause.value, at=now)
        for household in sorted(households)
    )
    return households


async def newest(session: AsyncSession, household_id: str) -> int:
    """The number of a household's newest item, 0 for none."""
    query = select(func.max(InboxRow.seq)).where(InboxRow.household_id == household_id)
    return await session.scalar(query) or 0


@dataclass(frozen=True, slots=True)
class Reader:
    """Whose inbox is read, from where on, and whether that home knows live views."""

    household_id: str
    after: int
    knows_live: bool


async def page(session: AsyncSession, reader: Reader, unit: str) -> list[InboxItem]:
    """The items that follow, oldest first."""
    query = (
        select(InboxRow, RequestRow, LiveRow)
        .outerjoin(RequestRow, RequestRow.id == InboxRow.request_id)
        .outerjoin(LiveRow, LiveRow.id == InboxRow.live_id)
        .where(InboxRow.household_id == reader.household_id, InboxRow.seq > reader.after)
        .order_by(InboxRow.seq)
        .limit(INBOX_ITEMS)
    )
    if not reader.knows_live:
        query = query.where(InboxRow.live_id.is_(None))
    found = [(item, request, view) for item, request, view in await session.execute(query)]
    cameras = await _cameras(session, reader.household_id, {request.id for _, request, _ in found if request})
    return [
        news.item_of(item, view, unit) if view is not None else _item(item, request, cameras[request.id], unit)
        for item, request, view in found
    ]


def addressed(row: RequestRow, camera_ids: tuple[str, ...], unit: str) -> FootageRequest:
    """The request as the household of these cameras reads it. WireError when it is out of bounds."""
    return FootageRequest(
        request_id=row.id,
        case_number=row.case_number,
        offence=Offence(row.offence),
        reason=row.reason,
        unit=unit,
        contact=row.contact,
        camera_ids=camera_ids,
        span=FootageSpan(since=row.since, until=row.until),
        asked_at=row.asked_at,
        deadline=row.deadline,
        retention_days=row.retention_days,
    )


def _item(item: InboxRow, request: RequestRow, camera_ids: tuple[str, ...], unit: str) -> InboxItem:
    if item.closing is None:
        return InboxItem(seq=item.seq, at=item.at, request=addressed(request, camera_ids, unit))
    closed = RequestClosed(request_id=request.id, cause=Closing(item.closing), closed_at=item.at)
    return InboxItem(seq=item.seq, at=item.at, closed=closed)


async def _cameras(
    session: AsyncSession, household_id: str, request_ids: set[str]
) -> defaultdict[str, tuple[str, ...]]:
    rows = await session.execute(
        select(RequestCamera.request_id, RequestCamera.camera_id)
        .where(
            RequestCamera.request_id.in_(request_ids),
            RequestCamera.household_id == household_id,
            RequestCamera.delivered,
        )
        .order_by(RequestCamera.camera_id)
    )
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for request_id, camera_id in rows:
        found[request_id] += (camera_id,)
    return found
