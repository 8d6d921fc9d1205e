"""The one row that describes this hub."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Base


class HubProfile(Base):
    """Set by the administrator; `id` is always 1."""

    __tablename__ = "hub_profile"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(String(80))
    commune: Mapped[str] = mapped_column(String(80))
    notice_version: Mapped[str] = mapped_column(String(64))
    statements: Mapped[list[Any]] = mapped_column(JSON)
    updated_at: Mapped[datetime]
