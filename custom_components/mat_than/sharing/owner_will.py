"""The owner's no and his yes again: a camera is paused or goes on, a consent is withdrawn.

A no holds from the moment it is called: first in memory, then the lines and the live views are broken off, then it is
written, then what waits is removed.
"""

from collections.abc import Callable
from typing import Any, Protocol

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import ServiceValidationError
from homeassistant.util import dt as dt_util

from ..const import DOMAIN
from .outbox import Outbox
from .parcel import Parcel
from .permissions import Permissions


class WillDoor(Protocol):
    """What is told to the door."""

    permissions: Permissions
    outbox: Outbox

    def break_off(self) -> None:
        """Whatever is on its way out stops now; what still may leave begins anew."""

    async def async_outbox_changed(self) -> None:
        """What waits has changed."""

    def wake_all(self) -> None:
        """There may be something to do, or nothing any more."""


class OwnerWill:
    """What the owner of one place wants; the door carries it out."""

    def __init__(self, hass: HomeAssistant, entry: ConfigEntry[Any], door: WillDoor) -> None:
        self._hass = hass
        self._entry = entry
        self._door = door

    async def async_pause(self, camera_id: str) -> None:
        """Nothing of this camera leaves from now on; what waits of it is removed."""
        ledger = self._door.permissions.ledger
        ledger.set_switch(camera_id, on=False, now=dt_util.utcnow())
        self._door.break_off()
        await ledger.async_save()
        await self._async_purge(lambda: self._door.outbox.of_camera(camera_id))

    async def async_resume(self, camera_id: str) -> None:
        """Share again what is recorded from now on. ServiceValidationError without a live consent."""
        permissions = self._door.permissions
        if not permissions.live_recipients(camera_id):
            raise ServiceValidationError(translation_domain=DOMAIN, translation_key="sharing_no_consent")
        permissions.ledger.set_switch(camera_id, on=True, now=dt_util.utcnow())
        await permissions.ledger.async_save()
        self._door.wake_all()

    async def async_withdraw(self, consent_id: str) -> None:
        """Withdraw a consent: at home at once; the hub is told until it proves the deletion. Repeats do nothing."""
        permissions = self._door.permissions
        ledger = permissions.ledger
        known = ledger.consents.get(consent_id)
        if known is None or known.withdrawn_at is not None:
            return
        ledger.set_consent(permissions.withdrawn(known, dt_util.utcnow()))
        self._door.break_off()
        await ledger.async_save()
        given = permissions.household.given.get(consent_id)
        if given is not None and given.subentry_id in self._entry.subentries:
            self._hass.config_entries.async_remove_subentry(self._entry, given.subentry_id)
        await self._async_purge(lambda: self._door.outbox.of_consent(consent_id))

    async def async_withdraw_missing(self) -> None:
        """A consent whose subentry, hub or camera was removed is withdrawn."""
        household, ledger = self._door.permissions.household, self._door.permissions.ledger
        ledger.being_given -= household.given.keys()  # given; from now on its removal is a withdrawal
        for known in list(ledger.consents.values()):
            if known.withdrawn_at is not None or known.consent_id in ledger.being_given:
                continue
            there = known.consent_id in household.given and household.hub_of(known.recipient) is not None
            if not there or known.camera_id not in household.cameras:
                await self.async_withdraw(known.consent_id)

    async def _async_purge(self, find: Callable[[], list[Parcel]]) -> None:
        outbox = self._door.outbox
        await self._hass.async_add_executor_job(lambda: outbox.discard(find()))
        await self._door.async_outbox_changed()
        self._door.wake_all()
