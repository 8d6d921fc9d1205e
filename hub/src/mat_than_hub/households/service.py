"""Invitations, pairing and keys.

An invitation's code is 128 random bits, good once and for a day, stored as a hash. A pairing waits until an officer
has compared the six digits that both screens show; a home that asks again with the same key and code gets the same
answer, so a lost answer costs nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
import hashlib
from uuid import uuid7

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from ..changes.service import ChangeKind, record
from ..errors import Refusal
from ..folding import fold
from ..protocol.footage import Heartbeat
from ..protocol.keys import PublicKey, comparison_code
from ..protocol.limits import SIGNATURE_WINDOW
from ..protocol.pairing import PairingAnswer, PairingRequest, PairingState
from ..protocol.problems import Problem
from ..setup_code import make
from ..signing import Claim
from .models import Household, HouseholdKey, InvitationRow, UsedNonce

INVITATION_LASTS = timedelta(hours=24)
CODE_CHARS = 26  # 130 bits in base32
_NONCES_KEPT = 3 * SIGNATURE_WINDOW


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A key, its household, and where the household stands."""

    household_id: str
    state: PairingState
    key: PublicKey


async def find_key(session: AsyncSession, thumbprint: str) -> KnownKey | None:
    """The household of a key that is in use."""
    row = (
        await session.execute(
            select(HouseholdKey, Household.state)
            .join(Household, Household.id == HouseholdKey.household_id)
            .where(HouseholdKey.thumbprint == thumbprint, HouseholdKey.revoked_at.is_(None))
        )
    ).one_or_none()
    if row is None:
        return None
    key, state = row
    return KnownKey(key.household_id, PairingState(state), PublicKey(kty="OKP", crv="Ed25519", x=key.x))


async def use_nonce(session: AsyncSession, claim: Claim, now: datetime) -> None:
    """Refusal `signature-invalid` when this nonce was used: the request is a repetition by somebody else."""
    await session.execute(delete(UsedNonce).where(UsedNonce.used_at < now - _NONCES_KEPT))
    try:
        async with session.begin_nested():
            session.add(UsedNonce(thumbprint=claim.keyid, nonce=claim.nonce, used_at=now))
    except IntegrityError as err:
        raise Refusal(Problem.SIGNATURE_INVALID) from err


async def invite(session: AsyncSession, note: str, member_id: str, now: datetime) -> tuple[InvitationRow, str]:
    """A new invitation, and its code, which is not kept."""
    code = make(CODE_CHARS)
    invitation = InvitationRow(
        id=str(uuid7()),
        code_sha256=_code_hash(code),
        note=note.strip(),
        created_at=now,
        created_by=member_id,
        expires_at=now + INVITATION_LASTS,
    )
    session.add(invitation)
    await session.flush()
    return invitation, code


async def invitations(session: AsyncSession) -> Sequence[InvitationRow]:
    """The newest hundred."""
    query = select(InvitationRow).order_by(InvitationRow.created_at.desc()).limit(100)
    return (await session.scalars(query)).all()


async def revoke(session: AsyncSession, invitation_id: str, now: datetime) -> None:
    """Take an open invitation back; a second time changes nothing."""
    invitation = await session.get(InvitationRow, invitation_id)
    if invitation is None:
        raise Refusal(Problem.NOT_YOURS)
    if invitation.used_at is not None:
        raise Refusal(Problem.CONFLICT, [("", "is used already")])
    invitation.revoked_at = invitation.revoked_at or now


async def pair(session: AsyncSession, request: PairingRequest, hub_key: PublicKey, now: datetime) -> PairingAnswer:
    """Answer an invitation. Refusal `not-yours` for a code that is unknown, used, revoked or too old."""
    invitation = await session.scalar(
        select(InvitationRow).where(InvitationRow.code_sha256 == _code_hash(request.code)).with_for_update()
    )
    known = await find_key(session, request.key.thumbprint)
    if invitation is not None and known is not None and invitation.household_id == known.household_id:
        return PairingAnswer(household_id=known.household_id, state=known.state)
    if (
        invitation is None
        or invitation.used_at is not None
        or invitation.revoked_at is not None
        or invitation.expires_at <= now
    ):
        raise Refusal(Problem.NOT_YOURS)
    if known is not None:
        raise Refusal(Problem.CONFLICT)
    household = Household(
        id=str(uuid7()),
        name=request.name.strip(),
        folded=fold(request.name.strip()),
        software=request.software,
        state=PairingState.WAITING.value,
        comparison_code=comparison_code(request.key, hub_key, request.code),
        paired_at=now,
    )
    session.add(household)
    await session.flush()
    key = request.key
    session.add(HouseholdKey(thumbprint=key.thumbprint, household_id=household.id, x=key.x, created_at=now))
    invitation.used_at, invitation.household_id = now, household.id
    record(session, ChangeKind.HOUSEHOLD, household.id, household.id, now)
    return PairingAnswer(household_id=household.id, state=PairingState.WAITING)


async def everyone(session: AsyncSession) -> Sequence[Household]:
    """All households, those that wait first."""
    waiting_first = Household.state != PairingState.WAITING.value
    return (await session.scalars(select(Household).order_by(waiting_first, Household.name))).all()


async def decide(
    session: AsyncSession, household_id: str, state: PairingState, member_id: str, now: datetime
) -> Household:
    """Confirm or refuse. A confirmed household can be refused later, which locks it out; refused is final."""
    household = await session.get(Household, household_id, with_for_update=True)
    if household is None:
        raise Refusal(Problem.NOT_YOURS)
    if household.state != state.value:
        if household.state == PairingState.REFUSED.value:
            raise Refusal(Problem.CONFLICT)
        household.state, household.decided_at, household.decided_by = state.value, now, member_id
        record(session, ChangeKind.HOUSEHOLD, household.id, household.id, now)
    return household


async def note_heartbeat(session: AsyncSession, household_id: str, heartbeat: Heartbeat, now: datetime) -> None:
    """Remember that the household is alive and what it has waiting."""
    household = await session.get_one(Household, household_id)
    household.last_heartbeat_at = now
    household.queue_length = heartbeat.queue_length
    household.oldest_waiting_at = heartbeat.oldest_waiting_at
    household.dropped = heartbeat.dropped
    record(session, ChangeKind.HOUSEHOLD, household_id, household_id, now)


def _code_hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
