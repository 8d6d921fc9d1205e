"""What a household's inbox says of live views: that one is asked for, that one is over."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from ..protocol.live import LiveClosed, LiveEnding, LiveRequest
from ..protocol.requests import InboxItem
from ..requests.models import InboxRow
from .models import LiveRow


def tell(session: AsyncSession, row: LiveRow, now: datetime, ending: LiveEnding | None = None) -> None:
    """Put it into the household's inbox: the view itself, or that it is over."""
    closing = None if ending is None else ending.value
    session.add(InboxRow(household_id=row.household_id, live_id=row.id, closing=closing, at=now))


def item_of(news: InboxRow, row: LiveRow, unit: str) -> InboxItem:
    """The item as the household reads it."""
    if news.closing is None:
        return InboxItem(seq=news.seq, at=news.at, live=addressed(row, unit))
    closed = LiveClosed(live_id=row.id, cause=LiveEnding(news.closing), closed_at=news.at)
    return InboxItem(seq=news.seq, at=news.at, live_closed=closed)


def addressed(row: LiveRow, unit: str) -> LiveRequest:
    """The request as the household reads it. WireError when it is out of bounds."""
    return LiveRequest(
        live_id=row.id,
        camera_id=row.camera_id,
        unit=unit,
        reason=row.reason,
        case_number=row.case_number,
        asked_at=row.asked_at,
        answer_by=row.answer_by,
        longest_s=row.longest_s,
    )
