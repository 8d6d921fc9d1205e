"""Ids of what was here."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Base


class Tombstone(Base):
    """An event, still or clip was deleted: it is `gone`, and does not come back when it is sent again."""

    __tablename__ = "tombstones"

    item_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    gone_at: Mapped[datetime] = mapped_column(index=True)
