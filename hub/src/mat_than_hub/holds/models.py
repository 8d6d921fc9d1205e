"""Legal holds, what they keep, and who looked at it why."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Base, Sequence


class HoldState(StrEnum):
    """Where a hold stands."""

    WAITING = "waiting"  # for the second officer; it keeps nothing yet
    REFUSED = "refused"
    HELD = "held"
    LIFTED = "lifted"  # by an officer, before its date
    ENDED = "ended"  # its date came


class HeldKind(StrEnum):
    """What a held item is."""

    EVENT = "event"
    STILL = "still"
    CLIP = "clip"


class HoldRow(Base):
    """A hold. Rows are never removed: they say why something was kept."""

    __tablename__ = "legal_holds"
    __table_args__ = (Index("ix_legal_holds_state", "state", "until"), {"sqlite_autoincrement": True})

    seq: Mapped[int] = mapped_column(Sequence, primary_key=True)
    id: Mapped[str] = mapped_column(String(36), unique=True)
    case_number: Mapped[str] = mapped_column(String(40))
    basis: Mapped[str] = mapped_column(Text)
    until: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(16))  # HoldState
    asked_by: Mapped[str] = mapped_column(ForeignKey("members.id"))
    asked_at: Mapped[datetime]
    decided_by: Mapped[str | None] = mapped_column(ForeignKey("members.id"))
    decided_at: Mapped[datetime | None]
    decision_note: Mapped[str | None] = mapped_column(Text)
    ended_by: Mapped[str | None] = mapped_column(ForeignKey("members.id"))
    ended_at: Mapped[datetime | None]
    destroyed_at: Mapped[datetime | None]  # once over: its keys and copies are gone


class HeldItem(Base):
    """One item of a hold: when and where, and the hold's own sealed copy; nothing of what is to be seen."""

    __tablename__ = "held_items"

    hold_id: Mapped[str] = mapped_column(ForeignKey("legal_holds.id"), primary_key=True)
    item_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    kind: Mapped[str] = mapped_column(String(8))  # HeldKind
    household_id: Mapped[str] = mapped_column(ForeignKey("households.id"))
    camera_id: Mapped[str] = mapped_column(String(64))
    consent_id: Mapped[str] = mapped_column(ForeignKey("consents.id"), index=True)
    event_id: Mapped[str | None] = mapped_column(String(36))
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime]
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    object_key: Mapped[str | None] = mapped_column(String(200), unique=True)  # None until the hold is decided


class HoldLook(Base):
    """An officer said why he looks; for a while he may open the hold's items."""

    __tablename__ = "hold_looks"
    __table_args__ = (Index("ix_hold_looks_member", "hold_id", "member_id", "at"), {"sqlite_autoincrement": True})

    seq: Mapped[int] = mapped_column(Sequence, primary_key=True)
    hold_id: Mapped[str] = mapped_column(ForeignKey("legal_holds.id"))
    member_id: Mapped[str] = mapped_column(ForeignKey("members.id"))
    reason: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime]
