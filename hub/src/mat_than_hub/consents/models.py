"""Consents, their versions, and the deletions that withdrawals cause."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Base


class Consent(Base):
    """One consent: where it stands now. Rows are never removed, they prove what was allowed when."""

    __tablename__ = "consents"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    household_id: Mapped[str] = mapped_column(ForeignKey("households.id"), index=True)
    camera_id: Mapped[str] = mapped_column(String(64))
    version: Mapped[int]  # the newest
    withdrawn_at: Mapped[datetime | None]
    given_for: Mapped[str | None] = mapped_column(String(36), index=True)  # the request or report that took it


class ConsentVersion(Base):
    """A record as the home signed it, with the hub's receipt; never edited."""

    __tablename__ = "consent_versions"

    consent_id: Mapped[str] = mapped_column(ForeignKey("consents.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    record: Mapped[dict[str, Any]] = mapped_column(JSON)  # ConsentRecord
    record_jws: Mapped[str] = mapped_column(Text)
    record_sha256: Mapped[str] = mapped_column(String(64))
    receipt_jws: Mapped[str] = mapped_column(Text)
    received_at: Mapped[datetime]


class Release(Base):
    """The proof that what a legal hold kept after a deletion is deleted, too."""

    __tablename__ = "deletion_releases"

    deletion_id: Mapped[str] = mapped_column(ForeignKey("deletions.id"), primary_key=True)
    hold_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    release_jws: Mapped[str] = mapped_column(Text)


class DeletionOrder(Base):
    """A withdrawal and what came of it."""

    __tablename__ = "deletions"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    consent_id: Mapped[str] = mapped_column(ForeignKey("consents.id"), unique=True)
    household_id: Mapped[str] = mapped_column(String(36))
    withdrawal_jws: Mapped[str] = mapped_column(Text)
    requested_at: Mapped[datetime]
    done_at: Mapped[datetime | None] = mapped_column(index=True)
    events: Mapped[int] = mapped_column(default=0)
    stills: Mapped[int] = mapped_column(default=0)
    clips: Mapped[int] = mapped_column(default=0)
    size_bytes: Mapped[int] = mapped_column(BigInteger, default=0)
    receipt_jws: Mapped[str | None] = mapped_column(Text)
