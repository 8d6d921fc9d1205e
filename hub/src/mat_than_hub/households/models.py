"""Invitations, households, their keys, and nonces that were used."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Base


class InvitationRow(Base):
    """An officer's invitation; the code itself is only known to whom it was handed."""

    __tablename__ = "invitations"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    code_sha256: Mapped[str] = mapped_column(String(64), unique=True)
    note: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime]
    created_by: Mapped[str] = mapped_column(String(36))  # member
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    used_at: Mapped[datetime | None]
    household_id: Mapped[str | None] = mapped_column(ForeignKey("households.id"))


class Household(Base):
    """A home that answered an invitation."""

    __tablename__ = "households"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    folded: Mapped[str] = mapped_column(String(320))  # the name as it is searched
    software: Mapped[str] = mapped_column(String(80))
    state: Mapped[str] = mapped_column(String(16))  # PairingState
    comparison_code: Mapped[str] = mapped_column(String(6))
    paired_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str | None] = mapped_column(String(36))  # member
    last_heartbeat_at: Mapped[datetime | None]
    queue_length: Mapped[int] = mapped_column(default=0)
    oldest_waiting_at: Mapped[datetime | None]
    dropped: Mapped[int] = mapped_column(default=0)


class HouseholdKey(Base):
    """A household's public key, found by its thumbprint."""

    __tablename__ = "household_keys"

    thumbprint: Mapped[str] = mapped_column(String(43), primary_key=True)
    household_id: Mapped[str] = mapped_column(ForeignKey("households.id"), index=True)
    x: Mapped[str] = mapped_column(String(43))
    created_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class UsedNonce(Base):
    """A nonce of a request that must not be repeated, kept while its signature would still be good."""

    __tablename__ = "used_nonces"

    thumbprint: Mapped[str] = mapped_column(String(43), primary_key=True)
    nonce: Mapped[str] = mapped_column(String(64), primary_key=True)
    used_at: Mapped[datetime] = mapped_column(index=True)
