"""Shared cameras."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Base


class Camera(Base):
    """A camera under the id that its home gave it; ids of two homes may be alike."""

    __tablename__ = "cameras"

    household_id: Mapped[str] = mapped_column(ForeignKey("households.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    folded: Mapped[str] = mapped_column(String(320))  # the name as it is searched
    position: Mapped[str] = mapped_column(String(16))  # PositionKind
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    changed_at: Mapped[datetime]
    live: Mapped[bool | None]  # as the home last said
    live_since: Mapped[datetime | None]
    last_manifest_sha256: Mapped[str | None] = mapped_column(String(64))  # the end of the chain of clip manifests
