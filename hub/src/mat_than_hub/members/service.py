"""Accounts and login sessions.

Passwords are Argon2id hashes; session tokens are 256 random bits of which only the hash is stored, so a copied
database logs nobody in. Hashing takes a tenth of a second on purpose: callers do it outside of transactions.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
import hashlib
import secrets
from uuid import uuid7

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from ..errors import Refusal
from ..protocol.limits import check_text
from ..protocol.problems import Problem
from ..wire import WireError
from .models import LoginSession, Member
from .roles import Role

PASSWORD_CHARS = (12, 200)
LANGUAGES = ("vi", "en")

_hasher = PasswordHasher()


@dataclass(frozen=True, slots=True)
class Officer:
    """An officer who is logged in."""

    member_id: str
    user_name: str
    role: Role
    language: str


def hash_password(password: str) -> str:
    """Argon2id; Refusal `validation` for a password that is too short. Slow."""
    shortest, longest = PASSWORD_CHARS
    if not shortest <= len(password) <= longest:
        raise Refusal(Problem.VALIDATION, [("/password", f"must have {shortest} to {longest} characters")])
    return _hasher.hash(password)


def password_fits(password: str, password_hash: str | None) -> bool:
    """Whether it is this password. Takes as long for an account that does not exist (None). Slow."""
    try:
        _hasher.verify(password_hash or _nobody(), password[: PASSWORD_CHARS[1] + 1])
    except Argon2Error, InvalidHashError:
        return False
    return password_hash is not None


async def nobody_yet(session: AsyncSession) -> bool:
    """Whether the hub waits for its first administrator."""
    return not await session.scalar(select(func.count()).select_from(Member))


async def add(session: AsyncSession, user_name: str, password_hash: str, role: Role, now: datetime) -> Member:
    """A new account. Refusal `validation` or `conflict`."""
    try:
        check_text(user_name, "/user_name", 80)
    except WireError as err:
        raise Refusal.of_wire(err) from err
    if await find_login(session, user_name) is not None:
        raise Refusal(Problem.CONFLICT, [("/user_name", "is taken")])
    member = Member(
        id=str(uuid7()),
        user_name=user_name.strip(),
        login_name=_login_name(user_name),
        password_hash=password_hash,
        role=role.value,
        language="vi",
        created_at=now,
    )
    session.add(member)
    await session.flush()
    return member


async def find_login(session: AsyncSession, user_name: str) -> Member | None:
    """The account of that name; capitals do not matter."""
    return await session.scalar(select(Member).where(Member.login_name == _login_name(user_name)))


async def everyone(session: AsyncSession) -> Sequence[Member]:
    """All accounts that can log in."""
    return (await session.scalars(select(Member).where(Member.removed_at.is_(None)).order_by(Member.user_name))).all()


async def remove(session: AsyncSession, member_id: str, by: Officer, now: datetime) -> None:
    """Close an account at once. Nobody removes themselves, so an administrator always remains."""
    member = await session.get(Member, member_id)
    if member is None or member.removed_at is not None:
        raise Refusal(Problem.NOT_YOURS)
    if member.id == by.member_id:
        raise Refusal(Problem.CONFLICT, [("", "is your own account")])
    member.removed_at, member.login_name, member.password_hash = now, None, ""
    await session.execute(delete(LoginSession).where(LoginSession.member_id == member_id))


async def open_session(session: AsyncSession, member_id: str, now: datetime, lasts: timedelta) -> str:
    """Log in; the token for the cookie."""
    await session.execute(delete(LoginSession).where(LoginSession.expires_at <= now))
    token = secrets.token_urlsafe(32)
    session.add(
        LoginSession(token_sha256=_token_hash(token), member_id=member_id, created_at=now, expires_at=now + lasts)
    )
    return token


async def close_session(session: AsyncSession, token: str) -> None:
    """Log out."""
    await session.execute(delete(LoginSession).where(LoginSession.token_sha256 == _token_hash(token)))


async def find_officer(session: AsyncSession, token: str, now: datetime) -> Officer | None:
    """Who this token belongs to, None when it is unknown or over."""
    if not token:
        return None
    member = await session.scalar(
        select(Member)
        .join(LoginSession, LoginSession.member_id == Member.id)
        .where(
            LoginSession.token_sha256 == _token_hash(token),
            LoginSession.expires_at > now,
            Member.removed_at.is_(None),
        )
    )
    if member is None:
        return None
    return Officer(member.id, member.user_name, Role(member.role), member.language)


def _login_name(user_name: str) -> str:
    return user_name.strip().casefold()


def _token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _nobody() -> str:
    """A hash that no password fits, with the present cost."""
    if not _NOBODY:
        _NOBODY.append(_hasher.hash(secrets.token_hex(32)))
    return _NOBODY[0]


_NOBODY: list[str] = []
