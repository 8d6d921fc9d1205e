"""Live views: who asked, why, what the household answered, when it was over. Pictures are never in a table."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Base, Sequence


class LiveState(StrEnum):
    """Where a view stands, as officers see it: a no waits like silence until the time to answer is over."""

    WAITING = "waiting"
    RUNNING = "running"
    UNANSWERED = "unanswered"
    OVER = "over"


class LiveRow(Base):
    """One view that was asked for. Rows are never removed: they say why somebody looked."""

    __tablename__ = "live_views"
    __table_args__ = (
        ForeignKeyConstraint(
            ["household_id", "camera_id"], ["cameras.household_id", "cameras.id"], name="fk_live_views_camera"
        ),
        Index("ix_live_views_camera", "household_id", "camera_id", "asked_at"),
        Index("ix_live_views_officer", "asked_by", "asked_at"),
        {"sqlite_autoincrement": True},
    )

    seq: Mapped[int] = mapped_column(Sequence, primary_key=True)
    id: Mapped[str] = mapped_column(String(36), unique=True)
    household_id: Mapped[str] = mapped_column(ForeignKey("households.id"))
    camera_id: Mapped[str] = mapped_column(String(64))
    reason: Mapped[str] = mapped_column(Text)
    case_number: Mapped[str | None] = mapped_column(String(40))
    asked_by: Mapped[str] = mapped_column(ForeignKey("members.id"))
    asked_at: Mapped[datetime]
    answer_by: Mapped[datetime]
    longest_s: Mapped[int]
    approved: Mapped[bool | None]  # None is silence so far; a no is shown to nobody
    answer_jws: Mapped[str | None] = mapped_column(Text)
    consent_id: Mapped[str | None] = mapped_column(ForeignKey("consents.id"), index=True)
    answered_at: Mapped[datetime | None]
    unasked: Mapped[bool] = mapped_column(default=False)
    until: Mapped[datetime | None]
    ending: Mapped[str | None] = mapped_column(String(16))  # LiveEnding
    ended_by: Mapped[str | None] = mapped_column(ForeignKey("members.id"))
    ended_at: Mapped[datetime | None]
