"""Reports."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Base, Sequence


class ReportRow(Base):
    """What an owner reports, as he signed it."""

    __tablename__ = "reports"
    __table_args__ = (Index("ix_reports_household", "household_id", "received_at"), {"sqlite_autoincrement": True})

    seq: Mapped[int] = mapped_column(Sequence, primary_key=True)
    id: Mapped[str] = mapped_column(String(36), unique=True)
    household_id: Mapped[str] = mapped_column(ForeignKey("households.id"))
    offence: Mapped[str] = mapped_column(String(32))  # Offence
    note: Mapped[str] = mapped_column(Text)
    since: Mapped[datetime]
    until: Mapped[datetime]
    reported_at: Mapped[datetime]
    received_at: Mapped[datetime]
    report_jws: Mapped[str] = mapped_column(Text)
