"""Footage requests, the cameras they name, the households' inboxes, and what households answered."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, ForeignKeyConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Base, Sequence


class RequestState(StrEnum):
    """Where a request stands. What was given for it stays, whatever becomes of it."""

    WAITING = "waiting"  # for the second officer
    REFUSED = "refused"  # by the second officer; no home hears of it
    OPEN = "open"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class RequestRow(Base):
    """What an officer asks. Rows are never removed: they say why footage was looked at."""

    __tablename__ = "footage_requests"
    __table_args__ = (
        Index("ix_footage_requests_case", "case_key", "asked_at"),
        Index("ix_footage_requests_officer", "asked_by", "asked_at"),
        Index("ix_footage_requests_state", "state", "deadline"),
        {"sqlite_autoincrement": True},
    )

    seq: Mapped[int] = mapped_column(Sequence, primary_key=True)
    id: Mapped[str] = mapped_column(String(36), unique=True)
    case_number: Mapped[str] = mapped_column(String(40))
    case_key: Mapped[str] = mapped_column(String(160))  # the number as it is counted: capitals do not matter
    offence: Mapped[str] = mapped_column(String(32))  # Offence
    reason: Mapped[str] = mapped_column(Text)
    contact: Mapped[str] = mapped_column(String(200))
    since: Mapped[datetime]
    until: Mapped[datetime]
    asked_by: Mapped[str] = mapped_column(ForeignKey("members.id"))
    asked_at: Mapped[datetime]
    deadline: Mapped[datetime]
    retention_days: Mapped[int]
    state: Mapped[str] = mapped_column(String(16))  # RequestState; past its deadline it counts as expired at once
    moderated_by: Mapped[str | None] = mapped_column(ForeignKey("members.id"))
    moderated_at: Mapped[datetime | None]
    moderation_note: Mapped[str | None] = mapped_column(Text)
    closed_by: Mapped[str | None] = mapped_column(ForeignKey("members.id"))
    closed_at: Mapped[datetime | None]


class RequestCamera(Base):
    """A camera that a request names; `delivered` once its household was told, which needs a live consent."""

    __tablename__ = "request_cameras"
    __table_args__ = (
        ForeignKeyConstraint(
            ["household_id", "camera_id"], ["cameras.household_id", "cameras.id"], name="fk_request_cameras_camera"
        ),
    )

    request_id: Mapped[str] = mapped_column(ForeignKey("footage_requests.id"), primary_key=True)
    household_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    camera_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    delivered: Mapped[bool] = mapped_column(default=False)


class InboxRow(Base):
    """A piece of news for a household: a request or a live view, or that it is closed; read from there what it says."""

    __tablename__ = "inbox"
    __table_args__ = (Index("ix_inbox_household", "household_id", "seq"), {"sqlite_autoincrement": True})

    seq: Mapped[int] = mapped_column(Sequence, primary_key=True)
    household_id: Mapped[str] = mapped_column(ForeignKey("households.id"))
    request_id: Mapped[str | None] = mapped_column(ForeignKey("footage_requests.id"))
    live_id: Mapped[str | None] = mapped_column(ForeignKey("live_views.id"))
    closing: Mapped[str | None] = mapped_column(String(16))  # Closing, LiveEnding; None for the request itself
    at: Mapped[datetime]


class RequestAnswer(Base):
    """A household's decision, as it signed it. No console call reads this table: a no looks like silence."""

    __tablename__ = "request_answers"

    request_id: Mapped[str] = mapped_column(ForeignKey("footage_requests.id"), primary_key=True)
    household_id: Mapped[str] = mapped_column(ForeignKey("households.id"), primary_key=True)
    approved: Mapped[bool]
    consent_ids: Mapped[list[Any]] = mapped_column(JSON)
    decision_jws: Mapped[str] = mapped_column(Text)
    received_at: Mapped[datetime]
