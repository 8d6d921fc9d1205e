"""Packs what a yes or a report gives: from the engine's index, the pieces of the span, into the outbox.

Asks the one question for every piece, as everything that leaves is asked for. May be done again: a piece keeps its id,
and one that the hub has is not packed twice.
"""

from collections.abc import Callable
import logging
from pathlib import Path

from homeassistant.core import HomeAssistant

from ..lib.mat_than_engine.errors import StoreError
from ..lib.mat_than_engine.keeping.clip_store import ClipStore
from ..lib.mat_than_engine.model import Clip
from ..lib.mat_than_engine.protocol.consent import DataKind, FootageSpan
from ..lib.mat_than_engine.protocol.limits import CLIP_BYTES
from .case_footage import Piece, pieces_of
from .consent import Sharable
from .envelope import clip_payload
from .hub import Hub
from .outbox import Outbox
from .parcel import NewParcel
from .permissions import Permissions
from .request_pages import Answer
from .standing import GivenConsent

_LOGGER = logging.getLogger(__name__)


class CasePacker:
    """Packs for the hubs of the household; `storage` is where the engine's files and their index lie."""

    def __init__(self, hass: HomeAssistant, storage: Path, outbox: Outbox, permissions: Permissions) -> None:
        self._hass = hass
        self._storage = storage
        self._store = ClipStore(storage)
        self._outbox = outbox
        self._permissions = permissions

    async def async_count(self, camera_id: str, span: FootageSpan) -> int:
        """How many clips touch the span; 0 too while the index cannot be read."""
        try:
            return len(await self._async_clips(camera_id, span))
        except StoreError:
            return 0

    async def async_pack(self, answer: Answer) -> bool:
        """Put all of an answer's pieces into the outbox; False when the index cannot be read now. OutboxError."""
        hub = self._permissions.household.hub_by_code(answer.hub)
        if hub is None:
            return True
        parcels = []
        try:
            for given in self._permissions.live_consents(answer.consent_ids):
                footage = given.record.footage
                if footage is None:
                    continue
                clips = await self._async_clips(given.record.camera_id, footage)
                pieces = pieces_of(clips, footage, min(CLIP_BYTES, hub.clip_bytes))
                found = (self._parcel(hub, given, piece, answer.subject_id) for piece in pieces)
                parcels += [parcel for parcel in found if parcel is not None]
        except StoreError as err:
            _LOGGER.warning("The footage of a case cannot be looked up now: %s", err)
            return False
        await self._off_loop(self._put, parcels)
        return True

    def _parcel(self, hub: Hub, given: GivenConsent, piece: Piece, subject_id: str) -> NewParcel | None:
        consent_id, camera_id = given.record.consent_id, given.record.camera_id
        thing = Sharable(
            recipient=hub.recipient,
            camera_id=camera_id,
            kind=DataKind.CLIPS,
            first_at=piece.first_at,
            last_at=piece.last_at,
            masked=self._permissions.household.has_masks(camera_id),
            request_id=subject_id,
        )
        if not self._permissions.judge(thing, consent_id).allowed:
            return None
        object_id = piece.object_id(consent_id)
        return NewParcel(
            hub=hub.code,
            kind=DataKind.CLIPS,
            object_id=object_id,
            camera_id=camera_id,
            consent_id=consent_id,
            first_at=piece.first_at,
            last_at=piece.last_at,
            event_id=object_id,
            payload=clip_payload(piece.clip),
            source=str(self._storage / piece.clip.path),
            request_id=subject_id,
        )

    def _put(self, parcels: list[NewParcel]) -> None:
        new = [parcel for parcel in parcels if not self._outbox.sent_already(parcel.hub, parcel.object_id)]
        self._outbox.put(new)

    async def _async_clips(self, camera_id: str, span: FootageSpan) -> tuple[Clip, ...]:
        return await self._off_loop(self._store.touching, camera_id, span.since, span.until)

    async def _off_loop[*Args, T](self, work: Callable[[*Args], T], *values: *Args) -> T:
        return await self._hass.async_add_executor_job(work, *values)
