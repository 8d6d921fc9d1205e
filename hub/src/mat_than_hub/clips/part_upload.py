"""Takes a clip in parts: each is checked against its own digest and synced before it counts; the last makes the clip whole.

The consent is asked for each part, on the way and before it counts. The whole goes past hash and probe like any other clip
(`upload.py`), and its parts are removed once it is stored. A part that comes twice is a repetition.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
import hashlib

from ..consent_keys import KeyDestroyedError
from ..errors import ConsoleProblem, Refusal
from ..protocol.consent import ConsentRecord
from ..protocol.parts import LEAST_PART_BYTES, OFFSET_FIELD
from ..protocol.problems import Problem
from ..resources import Hub
from ..sealing import SealBrokenError
from . import service, upload
from .models import Clip
from .parts import Part, end_of, forget_parts, part_key, read_parts, received


@dataclass(frozen=True, slots=True, kw_only=True)
class Which:
    """Which clip of which household."""

    household_id: str
    clip_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPart:
    """A part as its head announces it; `digest` is its SHA-256."""

    offset: int
    complete: bool
    digest: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How much of a clip is kept; once it is whole, its receipt, and whether it became whole just now."""

    offset: int
    size_bytes: int
    receipt: str | None = None
    new: bool = False


async def standing(hub: Hub, which: Which) -> Standing:
    """How much is kept."""
    clip, _ = await _awaited(hub, which)
    if clip.receipt_jws is not None:
        return Standing(offset=clip.size_bytes, size_bytes=clip.size_bytes, receipt=clip.receipt_jws)
    return Standing(offset=end_of(await received(hub.store, clip.id)), size_bytes=clip.size_bytes)


async def receive_part(hub: Hub, which: Which, part: SentPart, pieces: AsyncIterator[bytes]) -> Standing:
    """Keep a part; how much there is then. Refusal `mismatching-upload-offset` for one that does not follow."""
    clip, record = await _awaited(hub, which)
    if clip.receipt_jws is not None:
        await _drain(pieces)
        return Standing(offset=clip.size_bytes, size_bytes=clip.size_bytes, receipt=clip.receipt_jws)
    have = await received(hub.store, clip.id)
    if part.offset == end_of(have):
        await _keep(hub, clip, part, pieces)
        try:
            await _awaited(hub, which)
        except Refusal:  # withdrawn meanwhile: what is noise already is not left lying either
            await hub.store.delete(part_key(clip.id, part.offset))
            raise
        have = await received(hub.store, clip.id)
    elif await _is_repeated(hub, clip, have, part):
        await _drain(pieces)
    else:
        raise Refusal(ConsoleProblem.UPLOAD_OFFSET, headers={OFFSET_FIELD: str(end_of(have))})
    if not part.complete:
        return Standing(offset=end_of(have), size_bytes=clip.size_bytes)
    receipt = await _make_whole(hub, clip, record, have)
    return Standing(offset=clip.size_bytes, size_bytes=clip.size_bytes, receipt=receipt, new=True)


async def _awaited(hub: Hub, which: Which) -> tuple[Clip, ConsentRecord]:
    async with hub.db.read() as session:
        return await service.awaited(session, which.household_id, which.clip_id, hub.clock.now())


async def _keep(hub: Hub, clip: Clip, part: SentPart, pieces: AsyncIterator[bytes]) -> None:
    """Write it down, if it is what its digest says."""
    longest, size, sha256 = clip.size_bytes - part.offset, 0, hashlib.sha256()
    await upload.refuse_when_full(hub, longest)
    kept = await upload.begin(hub, part_key(clip.id, part.offset), clip.consent_id)
    try:
        async for piece in upload.while_consented(hub, clip, pieces):
            size += len(piece)
            if size > longest:
                raise Refusal(Problem.DIGEST_MISMATCH)
            sha256.update(piece)
            await kept.write(piece)
        if sha256.hexdigest() != part.digest:
            raise Refusal(Problem.DIGEST_MISMATCH)
        if size < LEAST_PART_BYTES and not part.complete:
            raise Refusal(Problem.VALIDATION, [("", f"is shorter than {LEAST_PART_BYTES} bytes")])
        if size:  # the end of a clip whose parts are all here is an empty one
            await kept.commit()
    finally:
        await kept.discard()


async def _is_repeated(hub: Hub, clip: Clip, have: list[Part], part: SentPart) -> bool:
    """Whether the very same part is here already: its answer was lost, or the line sent it twice."""
    known = next((one for one in have if one.start == part.offset), None)
    if known is None:
        return False
    sha256 = hashlib.sha256()
    try:
        async for piece in read_parts(hub.store, [known], clip.consent_id):
            sha256.update(piece)
    except FileNotFoundError, KeyDestroyedError, SealBrokenError:
        return False
    return sha256.hexdigest() == part.digest


async def _make_whole(hub: Hub, clip: Clip, record: ConsentRecord, parts: list[Part]) -> str:
    """The clip of its parts, stored as if it had come at once; its receipt."""
    try:
        receipt = await upload.store_clip(hub, clip, record, read_parts(hub.store, parts, clip.consent_id))
    except KeyDestroyedError as err:
        raise Refusal(Problem.CONSENT_WITHDRAWN) from err
    except FileNotFoundError as err:  # another request has made it whole, or begun anew
        raise Refusal(Problem.OVERLOADED, retry_after_s=1) from err
    except SealBrokenError as err:
        await forget_parts(hub.store, [clip.id])
        raise Refusal(Problem.DIGEST_MISMATCH) from err
    except Refusal as err:
        if err.problem in {Problem.DIGEST_MISMATCH, Problem.CODEC}:  # no part is to blame: all of it anew
            await forget_parts(hub.store, [clip.id])
        raise
    await forget_parts(hub.store, [clip.id])
    return receipt


async def _drain(pieces: AsyncIterator[bytes]) -> None:
    """A sender that is half-way is not cut off."""
    async for _ in pieces:
        pass
