"""What must be remembered for the sake of the owner's will: switches, consents given, withdrawals and their receipts.

Kept in Home Assistant's own storage and not beside the clips: should the clips' disk be gone, a camera that was
switched off stays off, and a withdrawal that the hub has not heard of is still told. Written before anything is done
that depends on it.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from homeassistant.core import HomeAssistant
from homeassistant.helpers.storage import Store
from homeassistant.util.hass_dict import HassKey

from ..const import DOMAIN
from ..lib.mat_than_engine.protocol.keys import PublicKey
from ..lib.mat_than_engine.wire import format_time, parse_time, read, to_json
from .consent import Recipient, Switch
from .hub import Hub

STORE_KEY = f"{DOMAIN}.sharing"
STORE_VERSION = 1
_LEDGER: HassKey[Ledger] = HassKey(STORE_KEY)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownConsent:
    """A consent that was handed to a hub, and how far its withdrawal is, once it is withdrawn."""

    consent_id: str
    hub_url: str
    hub_key: PublicKey
    hub_name: str
    household_id: str
    camera_id: str
    withdrawn_at: datetime | None = None
    withdrawal: str | None = None  # signed; sent until the hub answers
    deletion_id: str | None = None
    receipt: str | None = None  # the hub's deletion receipt
    closed: bool = False  # nothing more to tell or to wait for
    releases: tuple[str, ...] = ()  # the hub's proofs that what legal holds kept is deleted too
    open_holds: tuple[str, ...] = ()  # ids of the legal holds whose end is not proved yet

    @classmethod
    def of(cls, consent_id: str, camera_id: str, hub: Hub) -> KnownConsent:
        """A consent that is about to be handed to `hub`."""
        return cls(
            consent_id=consent_id,
            hub_url=hub.url,
            hub_key=hub.key,
            hub_name=hub.name,
            household_id=hub.household_id,
            camera_id=camera_id,
        )

    @property
    def recipient(self) -> Recipient:
        """The hub that has it."""
        return Recipient(thumbprint=self.hub_key.thumbprint, household_id=self.household_id)

    @property
    def pending(self) -> bool:
        """Whether the hub still owes the proof of the deletion."""
        return self.withdrawn_at is not None and not self.closed

    @property
    def awaits(self) -> bool:
        """Whether anything is still to come from the hub: the proof, or the end of a legal hold."""
        return self.pending or bool(self.open_holds)


@dataclass(slots=True)
class _Pages:
    switches: dict[str, Switch] = field(default_factory=dict)
    consents: dict[str, KnownConsent] = field(default_factory=dict)


class Ledger:
    """The one ledger of this Home Assistant. What stops sharing is set in memory first, so that it holds at once."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._store = Store[dict[str, Any]](hass, STORE_VERSION, STORE_KEY, private=True, atomic_writes=True)
        self._pages = _Pages()
        self.being_given: set[str] = set()  # consents in a flow that is not done; a restart forgets them, as it should

    async def async_load(self) -> None:
        """Read what is stored."""
        data = await self._store.async_load()
        if data is None:
            return
        for camera_id, page in data["switches"].items():
            since = parse_time(page["since"]) if page["since"] else None
            self._pages.switches[camera_id] = Switch(on=page["on"], since=since)
        for page in data["consents"]:
            known = read(KnownConsent, page)
            self._pages.consents[known.consent_id] = known

    @property
    def switches(self) -> dict[str, Switch]:
        """The sharing switches that were ever touched, by camera."""
        return self._pages.switches

    @property
    def consents(self) -> dict[str, KnownConsent]:
        """All consents that were ever handed to a hub, by id, also the withdrawn ones with their receipts."""
        return self._pages.consents

    def set_switch(self, camera_id: str, *, on: bool, now: datetime) -> None:
        """Turn a camera's sharing on or off, in memory; `async_save` follows."""
        self._pages.switches[camera_id] = Switch(on=on, since=now)

    def set_consent(self, known: KnownConsent) -> None:
        """Write a consent's page, in memory; `async_save` follows."""
        self._pages.consents[known.consent_id] = known

    async def async_put(self, known: KnownConsent) -> None:
        """Write a consent's page; it is on disk when this returns."""
        self.set_consent(known)
        await self.async_save()

    async def async_forget(self, consent_id: str) -> None:
        """Remove a consent that no hub ever had."""
        self._pages.consents.pop(consent_id, None)
        await self.async_save()

    async def async_close(self, consent_id: str, receipt: str | None) -> None:
        """The hub has nothing left of it; with the proof, if there was anything to prove."""
        known = self._pages.consents[consent_id]
        await self.async_put(replace(known, receipt=receipt, closed=True))

    async def async_destroy(self) -> None:
        """Remove everything, and the file."""
        self._pages = _Pages()
        await self._store.async_remove()

    async def async_save(self) -> None:
        """Bring everything to disk."""
        switches = {
            camera_id: {"on": switch.on, "since": format_time(switch.since) if switch.since else None}
            for camera_id, switch in self._pages.switches.items()
        }
        consents = [to_json(known) for known in self._pages.consents.values()]
        await self._store.async_save({"switches": switches, "consents": consents})


async def async_get_ledger(hass: HomeAssistant) -> Ledger:
    """The one `Ledger` of this Home Assistant, loaded."""
    if _LEDGER not in hass.data:
        ledger = Ledger(hass)
        await ledger.async_load()
        hass.data.setdefault(_LEDGER, ledger)
    return hass.data[_LEDGER]
