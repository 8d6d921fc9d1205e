"""Households' answers: signed, final, and told to nobody but by the footage that follows a yes.

A no leaves one row that no console call reads: no entry in the journal, no count, no time.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from ..changes.service import ChangeKind, record as record_change
from ..consents import gifts
from ..consents.gifts import Gift
from ..consents.service import Signer
from ..errors import Refusal
from ..keys import verify_ed25519
from ..protocol.consent import FootageSpan
from ..protocol.problems import Problem
from ..protocol.requests import Decision
from ..protocol.signed import Kind, open_object
from ..wire import WireError
from .models import RequestAnswer, RequestCamera, RequestRow, RequestState
from .service import state_at


async def decide(session: AsyncSession, signer: Signer, request_id: str, token: str, now: datetime) -> bool:
    """Keep a household's decision; whether it is new. The same again changes nothing, also when it is too late."""
    decision = _open(signer, request_id, token)
    row = await session.scalar(select(RequestRow).where(RequestRow.id == request_id).with_for_update())
    camera_ids = await _delivered(session, request_id, signer.household_id)
    if row is None or not camera_ids:
        raise Refusal(Problem.NOT_YOURS)
    known = await session.get(RequestAnswer, (request_id, signer.household_id))
    if known is not None:
        if (known.approved, set(known.consent_ids)) != (decision.approved, set(decision.consent_ids)):
            raise Refusal(Problem.CONFLICT)
        return False
    if state_at(row, now) is not RequestState.OPEN:
        raise Refusal(Problem.GONE)
    if decision.approved:
        gift = Gift(
            id=request_id,
            household_id=signer.household_id,
            span=FootageSpan(since=row.since, until=row.until),
            request_id=request_id,
            camera_ids=camera_ids,
        )
        await gifts.accept(session, gift, decision.consent_ids, now)
        record_change(session, ChangeKind.CASE, "", request_id, now)
    session.add(
        RequestAnswer(
            request_id=request_id,
            household_id=signer.household_id,
            approved=decision.approved,
            consent_ids=list(decision.consent_ids),
            decision_jws=token,
            received_at=now,
        )
    )
    return True


async def _delivered(session: AsyncSession, request_id: str, household_id: str) -> frozenset[str]:
    """The cameras that this household was asked for."""
    found = await session.scalars(
        select(RequestCamera.camera_id).where(
            RequestCamera.request_id == request_id,
            RequestCamera.household_id == household_id,
            RequestCamera.delivered,
        )
    )
    return frozenset(found)


def _open(signer: Signer, request_id: str, token: str) -> Decision:
    try:
        decision = open_object(Kind.DECISION, Decision, token, signer.key, verify_ed25519)
    except WireError as err:
        raise Refusal.of_wire(err) from err
    wrong = [
        (pointer, detail)
        for fits, pointer, detail in (
            (decision.request_id == request_id, "/request_id", "is not the one in the address"),
            (decision.household_id == signer.household_id, "/household_id", "is another household"),
        )
        if not fits
    ]
    if wrong:
        raise Refusal(Problem.VALIDATION, wrong)
    return decision
