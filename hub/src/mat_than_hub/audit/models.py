"""The access log."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Base, Sequence


class AccessEntry(Base):
    """One look at one item. It names items by id only, so it can outlive them."""

    __tablename__ = "access_log"
    __table_args__ = (
        Index("ix_access_log_recent", "member_id", "item_id", "action", "at"),
        Index("ix_access_log_household", "household_id", "seq"),
        Index("ix_access_log_event", "event_id", "seq"),
        {"sqlite_autoincrement": True},
    )

    seq: Mapped[int] = mapped_column(Sequence, primary_key=True)
    at: Mapped[datetime]
    member_id: Mapped[str] = mapped_column(ForeignKey("members.id"))
    action: Mapped[str] = mapped_column(String(32))  # Action
    item_id: Mapped[str] = mapped_column(String(36))  # the event, still or clip, or the live view
    event_id: Mapped[str | None] = mapped_column(String(36))
    household_id: Mapped[str] = mapped_column(ForeignKey("households.id"))
    camera_id: Mapped[str] = mapped_column(String(64))
    request_id: Mapped[str | None] = mapped_column(String(36))  # the request or report the item was given for
    hold_id: Mapped[str | None] = mapped_column(String(36))  # the legal hold it was put under, or looked at through
    reason: Mapped[str | None] = mapped_column(Text)  # of that
