"""Takes consent records, says what they allow, takes withdrawals.

A withdrawal sets `withdrawn_at`; every query that shows anything asks for it to be empty, so from that commit on
nothing is served. What remains is deleted by `retention/withdrawal.py`.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid7

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from ..changes.service import ChangeKind, record as record_change
from ..errors import Refusal
from ..keys import HubKey, verify_ed25519
from ..protocol.consent import (
    ConsentReceipt,
    ConsentRecord,
    DataKind,
    Deletion,
    ReceiptAnswer,
    Withdrawal,
)
from ..protocol.keys import PublicKey
from ..protocol.problems import Problem
from ..protocol.signed import Kind, object_hash, open_object
from ..wire import WireError, read, to_json
from .models import Consent, ConsentVersion, DeletionOrder, Release
from .rules import covers, is_live, zone_exists


@dataclass(frozen=True, slots=True)
class StandingConsent:
    """A consent as it stands now; `given_for` is the request or report that took it, None for any but a case's."""

    record: ConsentRecord
    given_for: str | None


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed an object: a household and its key."""

    household_id: str
    key: PublicKey


async def put(
    session: AsyncSession, signer: Signer, consent_id: str, token: str, hub_key: HubKey, now: datetime
) -> tuple[ReceiptAnswer, bool]:
    """Keep a record; its receipt, and whether it is new. The same record again has the same receipt."""
    record = _open_record(signer, consent_id, token, hub_key.public, now)
    consent = await session.get(Consent, consent_id, with_for_update=True)
    if consent is not None and consent.household_id != signer.household_id:
        raise Refusal(Problem.NOT_YOURS)
    known = await session.get(ConsentVersion, (consent_id, record.version))
    if known is not None:
        if known.record_sha256 != object_hash(token):
            raise Refusal(Problem.CONFLICT)
        return ReceiptAnswer(receipt=known.receipt_jws), False
    if consent is None:
        consent = Consent(id=consent_id, household_id=signer.household_id, camera_id=record.camera_id, version=0)
        session.add(consent)
        await session.flush()
    await _check_succession(session, consent, record)
    consent.version = record.version
    version = _version(record, token, hub_key, now)
    session.add(version)
    record_change(session, ChangeKind.CAMERA, signer.household_id, record.camera_id, now)
    return ReceiptAnswer(receipt=version.receipt_jws), True


async def standing(session: AsyncSession, household_id: str, consent_id: str) -> StandingConsent:
    """The consent an object names, held until the transaction ends. Refusal when it cannot carry anything."""
    consent = await session.get(Consent, consent_id, with_for_update={"read": True}, populate_existing=True)
    if consent is None or consent.household_id != household_id:
        raise Refusal(Problem.CONSENT_MISSING)
    if consent.withdrawn_at is not None:
        raise Refusal(Problem.CONSENT_WITHDRAWN)
    version = await session.get_one(ConsentVersion, (consent_id, consent.version))
    return StandingConsent(read(ConsentRecord, version.record), consent.given_for)


async def withdraw(session: AsyncSession, signer: Signer, consent_id: str, token: str, now: datetime) -> Deletion:
    """Withdraw at once; a repetition answers with the same deletion."""
    withdrawal = _open(Kind.WITHDRAWAL, Withdrawal, signer, token)
    if withdrawal.consent_id != consent_id:
        raise Refusal(Problem.VALIDATION, [("/withdrawal", "names another consent")])
    consent = await session.get(Consent, consent_id, with_for_update=True)
    if consent is None or consent.household_id != signer.household_id:
        raise Refusal(Problem.NOT_YOURS)
    order = await session.scalar(select(DeletionOrder).where(DeletionOrder.consent_id == consent_id))
    if order is None:
        consent.withdrawn_at = now
        order = DeletionOrder(
            id=str(uuid7()),
            consent_id=consent_id,
            household_id=signer.household_id,
            withdrawal_jws=token,
            requested_at=now,
        )
        session.add(order)
        record_change(session, ChangeKind.CAMERA, signer.household_id, consent.camera_id, now)
        if consent.given_for is not None:
            record_change(session, ChangeKind.CASE, "", consent.given_for, now)
    return deletion_answer(order)


async def find_deletion(session: AsyncSession, household_id: str, deletion_id: str) -> Deletion:
    """How far a deletion has come."""
    order = await session.get(DeletionOrder, deletion_id)
    if order is None or order.household_id != household_id:
        raise Refusal(Problem.NOT_YOURS)
    return deletion_answer(order, await releases_of(session, deletion_id))


async def releases_of(session: AsyncSession, deletion_id: str) -> tuple[str, ...]:
    """The signed proofs that what legal holds kept after this deletion is deleted, too; in the order of their holds."""
    query = select(Release.release_jws).where(Release.deletion_id == deletion_id).order_by(Release.hold_id)
    return tuple(await session.scalars(query))


async def shared_cameras(session: AsyncSession, household_id: str, now: datetime) -> set[str]:
    """The ids of a household's cameras whose present state it shares; footage given for a case says nothing of now."""
    found = await _standing_records(session, {household_id})
    return {camera for _, camera, record in found if record.valid_until > now and record.footage is None}


async def live_cameras(session: AsyncSession, household_ids: Collection[str], now: datetime) -> set[tuple[str, str]]:
    """Household and id of those households' cameras that have a live consent."""
    found = await _standing_records(session, household_ids)
    return {(household, camera) for household, camera, record in found if is_live(record, now)}


async def watchable_cameras(
    session: AsyncSession, household_ids: Collection[str], now: datetime
) -> set[tuple[str, str]]:
    """Household and id of those households' cameras that may be asked for live at this moment."""
    found = await _standing_records(session, household_ids)
    return {
        (household, camera)
        for household, camera, record in found
        if record.footage is None and covers(record, DataKind.LIVE, max(now, record.valid_from), now)
    }


async def _standing_records(
    session: AsyncSession, household_ids: Collection[str]
) -> list[tuple[str, str, ConsentRecord]]:
    """Household, camera and newest record of each consent that was not withdrawn."""
    rows = await session.execute(
        select(Consent.household_id, Consent.camera_id, ConsentVersion.record)
        .join(ConsentVersion, (ConsentVersion.consent_id == Consent.id) & (ConsentVersion.version == Consent.version))
        .where(Consent.household_id.in_(household_ids), Consent.withdrawn_at.is_(None))
    )
    return [(household, camera, read(ConsentRecord, raw)) for household, camera, raw in rows]


async def everything(
    session: AsyncSession,
) -> Sequence[tuple[Consent, ConsentRecord, DeletionOrder | None]]:
    """All consents in their newest version, with the deletion of those that were withdrawn."""
    rows = await session.execute(
        select(Consent, ConsentVersion.record, DeletionOrder)
        .join(ConsentVersion, (ConsentVersion.consent_id == Consent.id) & (ConsentVersion.version == Consent.version))
        .outerjoin(DeletionOrder, DeletionOrder.consent_id == Consent.id)
        .order_by(ConsentVersion.received_at.desc())
    )
    return [(consent, read(ConsentRecord, raw), order) for consent, raw, order in rows]


def deletion_answer(order: DeletionOrder, releases: tuple[str, ...] = ()) -> Deletion:
    """What a household is told of a deletion."""
    return Deletion(
        deletion_id=order.id,
        done=order.done_at is not None,
        receipt=order.receipt_jws,
        releases=releases or None,  # a home of an earlier version does not know the field
    )


def _open[T](kind: Kind, cls: type[T], signer: Signer, token: str) -> T:
    try:
        return open_object(kind, cls, token, signer.key, verify_ed25519)
    except WireError as err:
        raise Refusal.of_wire(err) from err


def _open_record(signer: Signer, consent_id: str, token: str, hub_key: PublicKey, now: datetime) -> ConsentRecord:
    record = _open(Kind.CONSENT, ConsentRecord, signer, token)
    wrong = [
        (pointer, detail)
        for fits, pointer, detail in (
            (record.consent_id == consent_id, "/consent_id", "is not the one in the address"),
            (record.household_id == signer.household_id, "/household_id", "is another household"),
            (record.hub_thumbprint == hub_key.thumbprint, "/hub_thumbprint", "is another hub"),
            (record.valid_until > now, "/valid_until", "lies in the past"),
            (zone_exists(record.hours.time_zone), "/hours/time_zone", "is no time zone"),
        )
        if not fits
    ]
    if wrong:
        raise Refusal(Problem.VALIDATION, wrong)
    return record


async def _check_succession(session: AsyncSession, consent: Consent, record: ConsentRecord) -> None:
    if consent.withdrawn_at is not None:
        raise Refusal(Problem.CONSENT_WITHDRAWN)
    if consent.camera_id != record.camera_id:
        raise Refusal(Problem.VALIDATION, [("/camera_id", "is not the camera of the earlier versions")])
    if record.version != consent.version + 1:
        raise Refusal(Problem.CONFLICT, [("/version", "does not follow the newest")])
    if consent.version == 0:
        return
    before = read(ConsentRecord, (await session.get_one(ConsentVersion, (consent.id, consent.version))).record)
    if (before.footage, before.request_id) != (record.footage, record.request_id):
        raise Refusal(Problem.VALIDATION, [("/footage", "is not that of the earlier versions")])


def _version(record: ConsentRecord, token: str, hub_key: HubKey, now: datetime) -> ConsentVersion:
    digest = object_hash(token)
    receipt = ConsentReceipt(
        consent_id=record.consent_id, version=record.version, record_sha256=digest, received_at=now
    )
    payload: Any = to_json(record)
    return ConsentVersion(
        consent_id=record.consent_id,
        version=record.version,
        record=payload,
        record_jws=token,
        record_sha256=digest,
        receipt_jws=hub_key.sign(Kind.CONSENT_RECEIPT, receipt),
        received_at=now,
    )
