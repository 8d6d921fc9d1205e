"""Announces clips, marks clips and stills as stored, decides who may see them.

The bytes are the business of `upload.py` (in) and `console.py` (out); this file owns the rows. A clip that was sent for
a request or a report is taken once the hub has accepted its consent for that, and looked at for that alone: it stands
beside no event, and is shown to those who deal with cases.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from ..audit.service import Item, note
from ..cameras.models import Camera
from ..changes.service import ChangeKind, record as record_change
from ..consents import rules, service as consents
from ..consents.models import Consent
from ..consents.service import Signer, StandingConsent
from ..errors import ConsoleProblem, Refusal
from ..events.models import EventRow
from ..keys import HubKey, verify_ed25519
from ..members.roles import Permission
from ..members.service import Officer
from ..protocol.access import Action
from ..protocol.consent import ConsentRecord, DataKind
from ..protocol.footage import ClipManifest, StorageReceipt
from ..protocol.limits import EVENT_AGE
from ..protocol.problems import Problem
from ..protocol.signed import Kind, object_hash, open_object
from ..requests.models import RequestRow
from ..retention.tombstones import refuse_gone
from ..wire import WireError
from .models import Clip, Still


async def announce(session: AsyncSession, signer: Signer, token: str, now: datetime) -> tuple[Clip, bool]:
    """Take a manifest; the clip, and whether it is new. The same manifest again is no change."""
    manifest = _open_manifest(signer, token, now)
    await refuse_gone(session, manifest.clip_id)
    consent = await consents.standing(session, signer.household_id, manifest.consent_id)
    _check_manifest(consent, manifest, now)
    known = await session.get(Clip, manifest.clip_id)
    if known is not None:
        if known.household_id != signer.household_id or known.manifest_sha256 != object_hash(token):
            raise Refusal(Problem.CONFLICT)
        return known, False
    camera = await session.get(Camera, (signer.household_id, manifest.camera_id), with_for_update=True)
    if camera is None:
        raise Refusal(Problem.NOT_YOURS)
    clip = _row(manifest, token, chained=manifest.previous == camera.last_manifest_sha256, now=now)
    camera.last_manifest_sha256 = clip.manifest_sha256
    session.add(clip)
    if clip.request_id is None:
        await _link_events(session, clip, now)
    else:
        record_change(session, ChangeKind.CASE, "", clip.request_id, now)
    return clip, True


async def awaited(session: AsyncSession, household_id: str, clip_id: str, now: datetime) -> tuple[Clip, ConsentRecord]:
    """The announced clip whose bytes may come now, with its consent."""
    clip = await session.get(Clip, clip_id, populate_existing=True)
    if clip is None:
        await refuse_gone(session, clip_id)
    if clip is None or clip.household_id != household_id:
        raise Refusal(Problem.NOT_YOURS)
    consent = await consents.standing(session, household_id, clip.consent_id)
    if not rules.covers_span(consent.record, clip.started_at, clip.ended_at, now):
        raise Refusal(Problem.CONSENT_MISSING)
    return clip, consent.record


async def mark_stored(session: AsyncSession, clip: Clip, hub_key: HubKey, now: datetime) -> str:
    """The clip's bytes are on disk; the receipt."""
    if clip.receipt_jws is None:
        receipt = StorageReceipt(clip_id=clip.id, sha256=clip.sha256, size_bytes=clip.size_bytes, stored_at=now)
        clip.stored_at, clip.receipt_jws = now, hub_key.sign(Kind.STORAGE_RECEIPT, receipt)
        for event_id in await session.scalars(select(EventRow.id).where(EventRow.clip_id == clip.id)):
            record_change(session, ChangeKind.EVENT, clip.household_id, event_id, now)
        if clip.request_id is not None:
            record_change(session, ChangeKind.CASE, "", clip.request_id, now)
    return clip.receipt_jws


async def pictured(session: AsyncSession, household_id: str, event_id: str, now: datetime) -> EventRow:
    """The event whose still may come now."""
    event = await session.scalar(select(EventRow).where(EventRow.id == event_id))
    if event is None:
        await refuse_gone(session, event_id)
    if event is None or event.household_id != household_id:
        raise Refusal(Problem.NOT_YOURS)
    consent = await consents.standing(session, household_id, event.consent_id)
    if not rules.covers(consent.record, DataKind.STILLS, event.started_at, now):
        raise Refusal(Problem.CONSENT_MISSING)
    return event


async def known_still(session: AsyncSession, household_id: str, still_id: str, sha256: str) -> Still | None:
    """The still, if it is stored with these bytes. Refusal `conflict` for others."""
    await refuse_gone(session, still_id)
    still = await session.get(Still, still_id)
    if still is not None and (still.household_id, still.sha256) != (household_id, sha256):
        raise Refusal(Problem.CONFLICT)
    return still


def add_still(session: AsyncSession, still: Still, event: EventRow, now: datetime) -> None:
    """The still's bytes are on disk. An event has one still."""
    if event.still_id not in {None, still.id}:
        raise Refusal(Problem.CONFLICT)
    event.still_id = still.id
    session.add(still)
    record_change(session, ChangeKind.EVENT, event.household_id, event.id, now)


async def show_clip(session: AsyncSession, officer: Officer, clip_id: str, action: Action, now: datetime) -> Clip:
    """The clip, for an officer; logged. Refusal `gone`, `not-yours`, or `forbidden` for one of a case."""
    clip = await session.get(Clip, clip_id)
    if clip is None:
        await refuse_gone(session, clip_id)
    if clip is None or clip.stored_at is None:
        raise Refusal(Problem.NOT_YOURS)
    await _refuse_withdrawn(session, clip.consent_id)
    event_id = None
    if clip.request_id is None:
        event_id = await session.scalar(select(EventRow.id).where(EventRow.clip_id == clip.id).limit(1))
    else:
        await _refuse_viewers(session, officer, clip.request_id)
    item = Item(
        id=clip.id,
        household_id=clip.household_id,
        camera_id=clip.camera_id,
        event_id=event_id,
        request_id=clip.request_id,
    )
    await note(session, officer.member_id, action, item, now)
    return clip


async def _refuse_viewers(session: AsyncSession, officer: Officer, given_for: str) -> None:
    """A clip of a case is for those who may see the request or the report."""
    asked = await session.scalar(select(RequestRow.id).where(RequestRow.id == given_for))
    if not officer.role.allows(Permission.SEE_REPORTS if asked is None else Permission.ASK_FOOTAGE):
        raise Refusal(ConsoleProblem.FORBIDDEN)


async def show_still(session: AsyncSession, member_id: str, still_id: str, now: datetime) -> Still:
    """The still, for an officer; logged. Refusal `gone` or `not-yours`."""
    still = await session.get(Still, still_id)
    if still is None:
        await refuse_gone(session, still_id)
        raise Refusal(Problem.NOT_YOURS)
    await _refuse_withdrawn(session, still.consent_id)
    item = Item(id=still.id, household_id=still.household_id, camera_id=still.camera_id, event_id=still.event_id)
    await note(session, member_id, Action.VIEW_STILL, item, now)
    return still


async def _refuse_withdrawn(session: AsyncSession, consent_id: str) -> None:
    """On PostgreSQL this waits for a withdrawal that is being written, and the other way round."""
    consent = await session.get_one(Consent, consent_id, with_for_update={"read": True}, populate_existing=True)
    if consent.withdrawn_at is not None:
        raise Refusal(Problem.GONE)


def _open_manifest(signer: Signer, token: str, now: datetime) -> ClipManifest:
    try:
        manifest = open_object(Kind.CLIP_MANIFEST, ClipManifest, token, signer.key, verify_ed25519)
    except WireError as err:
        raise Refusal.of_wire(err) from err
    if manifest.household_id != signer.household_id:
        raise Refusal(Problem.VALIDATION, [("/household_id", "is another household")])
    # A request may ask for what is a month old, and stay open for another: still younger than tombstones are kept.
    oldest = now - (EVENT_AGE if manifest.request_id is None else 2 * EVENT_AGE)
    if not oldest <= manifest.started_at <= manifest.ended_at <= now + rules.CLIP_MARGIN:
        raise Refusal(Problem.VALIDATION, [("/started_at", "lies too far from now")])
    return manifest


def _check_manifest(consent: StandingConsent, manifest: ClipManifest, now: datetime) -> None:
    record = consent.record
    if (manifest.request_id is None) != (record.footage is None):
        raise Refusal(Problem.VALIDATION, [("/request_id", "does not fit the consent")])
    fits = (
        record.camera_id == manifest.camera_id
        and consent.given_for == manifest.request_id
        and rules.covers_span(record, manifest.started_at, manifest.ended_at, now)
        and (manifest.masked or not record.masks_required)
    )
    if not fits:
        raise Refusal(Problem.CONSENT_MISSING)


def _row(manifest: ClipManifest, token: str, *, chained: bool, now: datetime) -> Clip:
    return Clip(
        id=manifest.clip_id,
        household_id=manifest.household_id,
        camera_id=manifest.camera_id,
        consent_id=manifest.consent_id,
        manifest_jws=token,
        manifest_sha256=object_hash(token),
        chained=chained,
        sha256=manifest.sha256,
        size_bytes=manifest.size_bytes,
        started_at=manifest.started_at,
        ended_at=manifest.ended_at,
        masked=manifest.masked,
        event_ids=list(manifest.event_ids),
        request_id=manifest.request_id,
        announced_at=now,
        object_key=f"v1/{manifest.household_id}/{manifest.started_at:%Y-%m-%d}/{manifest.clip_id}.mp4",
    )


async def _link_events(session: AsyncSession, clip: Clip, now: datetime) -> None:
    """Events of the same camera that the manifest names, and that know of no clip yet, get this one."""
    events = await session.scalars(
        select(EventRow).where(
            EventRow.id.in_(clip.event_ids),
            EventRow.household_id == clip.household_id,
            EventRow.camera_id == clip.camera_id,
        )
    )
    for event in events:
        event.clip_id = event.clip_id or clip.id
        record_change(session, ChangeKind.EVENT, clip.household_id, event.id, now)
