"""What may leave, as the owner has it now: hubs, consents and cameras of the entry, switches and withdrawals of the ledger.

Asks `consent.may_leave`, the one question, with all of that and the time. A switch and a withdrawal hold from the moment
they are in the ledger's memory, whatever was read from the entry before.
"""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..lib.mat_than_engine.protocol.consent import CameraCard, DataKind, Withdrawal
from ..lib.mat_than_engine.protocol.footage import CameraHealth
from ..lib.mat_than_engine.protocol.signed import Kind
from .consent import Reason, Recipient, Sharable, Standing, Verdict, may_leave
from .copies import CopyTerms
from .envelope import camera_card
from .hub import Hub
from .identity import Identities, async_get_identities
from .ledger import KnownConsent, Ledger, async_get_ledger
from .mirror import Mirror, async_get_mirror
from .parcel import Parcel, Stage
from .request_book import RequestBook, async_get_request_book
from .standing import GivenConsent, Household, async_standings, read_household


class Permissions:
    """The permissions of one place. `async_load` first, then `async_read` whenever the entry changes."""

    def __init__(self, hass: HomeAssistant, entry: ConfigEntry[Any]) -> None:
        self._hass = hass
        self._entry = entry
        self._read: tuple[Standing, ...] = ()
        self._health: dict[str, CameraHealth] = {}
        self.household = Household()
        self.identities: Identities
        self.ledger: Ledger
        self.mirror: Mirror
        self.book: RequestBook

    async def async_load(self) -> None:
        """Open what is stored: the keys, the owner's will, who looked, and who asked."""
        self.identities, self.ledger, self.mirror, self.book = await asyncio.gather(
            async_get_identities(self._hass),
            async_get_ledger(self._hass),
            async_get_mirror(self._hass),
            async_get_request_book(self._hass),
        )

    async def async_read(self) -> Household:
        """Read hubs, consents and cameras anew; what they were before."""
        household = read_household(self._entry, self.identities)
        read = await async_standings(household, self.ledger)
        before, self.household, self._read = self.household, household, read
        return before

    # -- the question

    def judge(self, thing: Sharable, under: str | None = None) -> Verdict:
        """The one question, with what is known now; `under` names the only consent that counts."""
        consents = [s for s in self._standings() if under is None or s.record.consent_id == under]
        return may_leave(consents, self.ledger.switches, thing, dt_util.utcnow())

    def ask(self, parcel: Parcel) -> Verdict:
        """Whether a parcel may leave now, under the consent that it was kept under."""
        hub = self.household.hub_by_code(parcel.hub)
        if hub is None:
            return Verdict(reason=Reason.NO_CONSENT)
        # Masks are burnt in when the copy is made; before that, the question is whether there are any.
        masked = self.household.has_masks(parcel.camera_id) if parcel.stage is Stage.COPYING else parcel.masked
        thing = Sharable(
            recipient=hub.recipient,
            camera_id=parcel.camera_id,
            kind=parcel.kind,
            first_at=parcel.first_at,
            last_at=parcel.last_at,
            masked=masked or parcel.kind is DataKind.EVENTS,
            request_id=parcel.request_id,
        )
        return self.judge(thing, parcel.consent_id)

    def ask_live(self, hub: Hub, camera_id: str) -> Verdict:
        """Whether a hub may have what a camera shows at this moment; masks, where there are any, are burnt in."""
        now = dt_util.utcnow()
        thing = Sharable(
            recipient=hub.recipient,
            camera_id=camera_id,
            kind=DataKind.LIVE,
            first_at=now,
            last_at=now,
            masked=self.household.has_masks(camera_id),
        )
        return self.judge(thing)

    def _standings(self) -> list[Standing]:
        consents = self.ledger.consents
        return [
            replace(s, withdrawn=True)
            if (known := consents.get(s.record.consent_id)) is not None and known.withdrawn_at is not None
            else s
            for s in self._read
        ]

    # -- what follows from it

    def live_recipients(self, camera_id: str) -> list[Recipient]:
        """Who may have something of a camera, its switch aside."""
        now = dt_util.utcnow()
        return [s.recipient for s in self._standings() if s.record.camera_id == camera_id and s.live(now)]

    def live_consents(self, consent_ids: Iterable[str]) -> list[GivenConsent]:
        """Those of these consents that stand, in their order."""
        withdrawn = {s.record.consent_id for s in self._standings() if s.withdrawn}
        given = self.household.given
        return [given[consent_id] for consent_id in consent_ids if consent_id in given and consent_id not in withdrawn]

    def switched_on(self, camera_id: str) -> bool:
        """Whether the camera's sharing switch is on; one never touched is."""
        switch = self.ledger.switches.get(camera_id)
        return switch is None or switch.on

    def open_cameras(self, recipient: Recipient) -> list[str]:
        """The cameras that a hub may know of now."""
        now = dt_util.utcnow()
        live = {s.record.camera_id for s in self._standings() if s.recipient == recipient and s.live(now)}
        return sorted(camera_id for camera_id in live if self.switched_on(camera_id))

    def open_to(self, recipient: Recipient) -> bool:
        """Whether anything at all may be said to this hub now."""
        return bool(self.open_cameras(recipient))

    def cards(self, recipient: Recipient) -> Mapping[str, CameraCard]:
        """Those cameras, as the hub may know them."""
        setups = self.household.cameras
        return {
            camera_id: camera_card(setups[camera_id].name, setups[camera_id].position)
            for camera_id in self.open_cameras(recipient)
        }

    def note_health(self, camera_id: str, live: bool, since: datetime) -> list[Recipient]:
        """A camera came or went; the hubs that may perhaps know."""
        self._health[camera_id] = CameraHealth(camera_id=camera_id, live=live, since=since)
        return [standing.recipient for standing in self._read if standing.record.camera_id == camera_id]

    def health(self, recipient: Recipient) -> tuple[CameraHealth, ...]:
        """How those cameras are, told like events of this moment: within the consent's hours only."""
        now = dt_util.utcnow()
        told = []
        for camera_id in self.open_cameras(recipient):
            sharable = Sharable(
                recipient=recipient, camera_id=camera_id, kind=DataKind.EVENTS, first_at=now, last_at=now
            )
            known = self._health.get(camera_id)
            if known is not None and self.judge(sharable).allowed:
                told.append(known)
        return tuple(told)

    def consent_record(self, consent_id: str) -> tuple[int, str] | None:
        """Version and signed record of a live consent."""
        given = self.household.given.get(consent_id)
        known = self.ledger.consents.get(consent_id)
        if given is None or (known is not None and known.withdrawn_at is not None):
            return None
        return given.record.version, given.token

    def withdrawn(self, known: KnownConsent, now: datetime) -> KnownConsent:
        """A consent's page once it is withdrawn, with what is sent to its hub, signed."""
        identity = self.identities.get(known.recipient)
        if identity is None:
            # Without its key this home cannot prove who it is, so there is nobody to tell; nothing leaves any more.
            return replace(known, withdrawn_at=now, closed=True)
        withdrawal = Withdrawal(consent_id=known.consent_id, withdrawn_at=now)
        token = identity.sign_object(Kind.WITHDRAWAL, withdrawal)
        return replace(known, withdrawn_at=now, withdrawal=token)

    def terms(self, parcel: Parcel) -> CopyTerms | None:
        """The terms for a parcel's copy, or None where its hub is gone."""
        hub = self.household.hub_by_code(parcel.hub)
        given = self.household.given.get(parcel.consent_id)
        setup = self.household.cameras.get(parcel.camera_id)
        identity = self.identities.get(hub.recipient) if hub is not None else None
        if hub is None or given is None or setup is None or identity is None:
            return None
        return CopyTerms(
            recipient=hub.recipient,
            identity=identity,
            masks=setup.privacy_masks,
            audio=given.record.audio,
            clip_bytes=hub.clip_bytes,
        )
