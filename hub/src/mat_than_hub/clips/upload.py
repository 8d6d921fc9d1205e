"""Takes the bytes of clips and stills: past hash and probe into the store, and only then into the database.

The consent is asked before the first byte, every two seconds on the way, and again in the transaction that marks the
object as stored; a withdrawal at any moment ends the upload and leaves nothing behind. Object first, row second: what
is acknowledged is on disk, what breaks off is swept.
"""

from collections.abc import AsyncIterator
import hashlib
from uuid import UUID

from ..consent_keys import KeyDestroyedError
from ..errors import Refusal
from ..jpeg import is_jpeg
from ..mp4 import Mp4Error, Mp4Probe
from ..protocol.consent import ConsentRecord, ReceiptAnswer
from ..protocol.problems import Problem
from ..resources import Hub
from ..store import Upload
from . import service
from .models import Clip, Still

CONSENT_ASKED_S = 2.0


async def receive_clip(
    hub: Hub, household_id: str, clip_id: str, digest: str | None, pieces: AsyncIterator[bytes]
) -> tuple[ReceiptAnswer, bool]:
    """Store an announced clip; its receipt, and whether it is new."""
    async with hub.db.read() as session:
        clip, record = await service.awaited(session, household_id, clip_id, hub.clock.now())
    if digest != clip.sha256:
        raise Refusal(Problem.DIGEST_MISMATCH)
    if clip.receipt_jws is not None:
        async for _ in pieces:
            pass  # the same bytes by their digest; a sender that is half-way is not cut off
        return ReceiptAnswer(receipt=clip.receipt_jws), False
    return ReceiptAnswer(receipt=await store_clip(hub, clip, record, pieces)), True


async def store_clip(hub: Hub, clip: Clip, record: ConsentRecord, pieces: AsyncIterator[bytes]) -> str:
    """Store the bytes of an announced clip; its receipt."""
    await refuse_when_full(hub, clip.size_bytes)
    upload = await begin(hub, clip.object_key, clip.consent_id)
    try:
        await _copy(clip, record, while_consented(hub, clip, pieces), upload)
        await upload.commit()
    finally:
        await upload.discard()
    return await _mark_stored(hub, clip)


async def receive_still(hub: Hub, household_id: str, still_id: str, event_id: str, data: bytes) -> bool:
    """Store a still; whether it is new."""
    _check_uuid(still_id)
    if not is_jpeg(data):
        raise Refusal(Problem.CODEC)
    sha256 = hashlib.sha256(data).hexdigest()
    async with hub.db.read() as session:
        event = await service.pictured(session, household_id, event_id, hub.clock.now())
        if await service.known_still(session, household_id, still_id, sha256) is not None:
            return False
    await refuse_when_full(hub, len(data))
    key = f"v1/{household_id}/{event.started_at:%Y-%m-%d}/{still_id}-{sha256[:16]}.jpg"
    upload = await begin(hub, key, event.consent_id)
    try:
        await upload.write(data)
        await upload.commit()
    finally:
        await upload.discard()
    still = Still(
        id=still_id,
        household_id=household_id,
        camera_id=event.camera_id,
        event_id=event_id,
        consent_id=event.consent_id,
        sha256=sha256,
        size_bytes=len(data),
        taken_at=event.started_at,
        stored_at=hub.clock.now(),
        object_key=key,
    )
    return await _keep_still(hub, still)


async def begin(hub: Hub, key: str, consent_id: str) -> Upload:
    """Begin to write an object. Refusal `consent-withdrawn` when its key is gone."""
    try:
        return await hub.store.put(key, consent_id)
    except KeyDestroyedError as err:  # withdrawn since it was asked a moment ago
        raise Refusal(Problem.CONSENT_WITHDRAWN) from err


async def _keep_still(hub: Hub, still: Still) -> bool:
    try:
        async with hub.db.write(ordered=True) as session:
            now = hub.clock.now()
            event = await service.pictured(session, still.household_id, still.event_id, now)
            if await service.known_still(session, still.household_id, still.id, still.sha256) is not None:
                return False
            service.add_still(session, still, event, now)
    except Refusal:
        await hub.store.delete(still.object_key)
        raise
    hub.bus.hint()
    return True


async def _mark_stored(hub: Hub, clip: Clip) -> str:
    try:
        async with hub.db.write(ordered=True) as session:
            now = hub.clock.now()
            current, _ = await service.awaited(session, clip.household_id, clip.id, now)
            receipt = await service.mark_stored(session, current, hub.key, now)
    except Refusal:
        await hub.store.delete(clip.object_key)
        raise
    hub.bus.hint()
    return receipt


async def while_consented(hub: Hub, clip: Clip, pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """The pieces, for as long as the clip may come. Refusal when its consent ends on the way."""
    asked_at = hub.clock.now()
    async for piece in pieces:
        yield piece
        if (hub.clock.now() - asked_at).total_seconds() >= CONSENT_ASKED_S:
            asked_at = hub.clock.now()
            async with hub.db.read() as session:
                await service.awaited(session, clip.household_id, clip.id, asked_at)


async def _copy(clip: Clip, record: ConsentRecord, pieces: AsyncIterator[bytes], upload: Upload) -> None:
    """Every piece goes past the hash and the probe; nothing but the announced clip comes out."""
    sha256, probe, received = hashlib.sha256(), Mp4Probe(), 0
    try:
        async for piece in pieces:
            received += len(piece)
            if received > clip.size_bytes:
                raise Refusal(Problem.DIGEST_MISMATCH)
            sha256.update(piece)
            probe.feed(piece)
            await upload.write(piece)
        if sha256.hexdigest() != clip.sha256:
            raise Refusal(Problem.DIGEST_MISMATCH)
        facts = probe.finish()
    except Mp4Error as err:
        raise Refusal(Problem.CODEC) from err
    if facts.has_audio and not record.audio:
        raise Refusal(Problem.CONSENT_MISSING)


async def refuse_when_full(hub: Hub, size_bytes: int) -> None:
    """Refusal `overloaded` when the disk would be too full with so much more."""
    if await hub.store.free_bytes() < size_bytes + hub.settings.free_space_mib * 1024 * 1024:
        raise Refusal(Problem.OVERLOADED, retry_after_s=60)


def _check_uuid(value: str) -> None:
    try:
        fits = str(UUID(value)) == value
    except ValueError:
        fits = False
    if not fits:
        raise Refusal(Problem.VALIDATION, [("/still_id", "is not a UUID in its usual form")])
