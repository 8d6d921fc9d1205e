"""Clips and stills; their bytes lie in the store under `object_key`."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Base


class Clip(Base):
    """A clip from its announcement on; `stored_at` is set once its bytes are on disk."""

    __tablename__ = "clips"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    household_id: Mapped[str] = mapped_column(ForeignKey("households.id"))
    camera_id: Mapped[str] = mapped_column(String(64))
    consent_id: Mapped[str] = mapped_column(ForeignKey("consents.id"), index=True)
    manifest_jws: Mapped[str] = mapped_column(Text)
    manifest_sha256: Mapped[str] = mapped_column(String(64))
    chained: Mapped[bool]  # its manifest names the one before it
    sha256: Mapped[str] = mapped_column(String(64))
    size_bytes: Mapped[int]
    started_at: Mapped[datetime] = mapped_column(index=True)
    ended_at: Mapped[datetime]
    masked: Mapped[bool]
    event_ids: Mapped[list[Any]] = mapped_column(JSON)
    request_id: Mapped[str | None] = mapped_column(String(36), index=True)  # the request or report it was sent for
    announced_at: Mapped[datetime]
    stored_at: Mapped[datetime | None]
    receipt_jws: Mapped[str | None] = mapped_column(Text)
    object_key: Mapped[str] = mapped_column(String(200), unique=True)


class Still(Base):
    """The picture of an event."""

    __tablename__ = "stills"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    household_id: Mapped[str] = mapped_column(ForeignKey("households.id"))
    camera_id: Mapped[str] = mapped_column(String(64))
    event_id: Mapped[str] = mapped_column(String(36), index=True)
    consent_id: Mapped[str] = mapped_column(ForeignKey("consents.id"), index=True)
    sha256: Mapped[str] = mapped_column(String(64))
    size_bytes: Mapped[int]
    taken_at: Mapped[datetime]
    stored_at: Mapped[datetime]
    object_key: Mapped[str] = mapped_column(String(200), unique=True)
