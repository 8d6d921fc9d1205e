"""Officers' accounts and their login sessions."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Base


class Member(Base):
    """An officer; a removed one keeps the row that the access log names, and nothing else."""

    __tablename__ = "members"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    user_name: Mapped[str] = mapped_column(String(80))
    login_name: Mapped[str | None] = mapped_column(String(320), unique=True)  # folded; None once removed
    password_hash: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(16))  # Role
    language: Mapped[str] = mapped_column(String(8))
    created_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]


class LoginSession(Base):
    """A browser that is logged in; the token itself is only in its cookie."""

    __tablename__ = "login_sessions"

    token_sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    member_id: Mapped[str] = mapped_column(ForeignKey("members.id"), index=True)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)
