"""Events."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, ForeignKeyConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Base, Sequence


class EventRow(Base):
    """An event as it was last sent; `seq` is the order of first arrival."""

    __tablename__ = "events"
    __table_args__ = (
        ForeignKeyConstraint(
            ["household_id", "camera_id"], ["cameras.household_id", "cameras.id"], name="fk_events_camera"
        ),
        Index("ix_events_consent_started", "consent_id", "started_at"),
        Index("ix_events_camera_started", "household_id", "camera_id", "started_at"),
        {"sqlite_autoincrement": True},
    )

    seq: Mapped[int] = mapped_column(Sequence, primary_key=True)
    id: Mapped[str] = mapped_column(String(36), unique=True)
    household_id: Mapped[str] = mapped_column(ForeignKey("households.id"))
    camera_id: Mapped[str] = mapped_column(String(64))
    consent_id: Mapped[str] = mapped_column(ForeignKey("consents.id"))
    type: Mapped[str] = mapped_column(String(64))  # EventType
    time: Mapped[datetime]
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    score: Mapped[float]
    night: Mapped[bool]
    zones: Mapped[list[Any]] = mapped_column(JSON)
    boxes: Mapped[list[Any]] = mapped_column(JSON)
    still_id: Mapped[str | None] = mapped_column(String(36))
    clip_id: Mapped[str | None] = mapped_column(String(36), index=True)
    content_sha256: Mapped[str] = mapped_column(String(64))
    received_at: Mapped[datetime]
    changed_at: Mapped[datetime]
