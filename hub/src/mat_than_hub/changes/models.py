"""The journal of changes."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Base, Sequence


class Change(Base):
    """Something that live pages show has changed; what it is now is read from its own table."""

    __tablename__ = "changes"
    __table_args__ = ({"sqlite_autoincrement": True},)

    seq: Mapped[int] = mapped_column(Sequence, primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    kind: Mapped[str] = mapped_column(String(16))  # ChangeKind
    household_id: Mapped[str] = mapped_column(String(36))
    item_id: Mapped[str] = mapped_column(String(64))
