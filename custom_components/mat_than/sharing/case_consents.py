"""The consents by which footage is given for a case: one for each camera, all of them or none.

They are given as any other is (`giving`) and are subentries when this is done, so that the owner sees and withdraws them where
he sees all others.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta
import logging
from types import MappingProxyType
from typing import Any, Final, Protocol
from uuid import uuid4

from homeassistant.config_entries import ConfigEntry, ConfigSubentry
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.util import dt as dt_util

from ..const import DOMAIN, SUBENTRY_CONSENT
from ..lib.mat_than_engine.protocol.consent import ConsentRecord, DataKind, Hours, Purpose
from .case_choice import Given
from .errors import SharingError
from .giving import Offer, async_give, async_title, refusal_key
from .hub import Hub
from .permissions import Permissions
from .request_pages import AskedFootage

_LOGGER = logging.getLogger(__name__)

SENDING_LASTS: Final = timedelta(days=7)  # how long what was given may be on its way


class ConsentDoor(Protocol):
    """What is asked of the door."""

    permissions: Permissions

    async def async_withdraw(self, consent_id: str) -> None:
        """Withdraw a consent."""

    async def async_read_entry(self) -> None:
        """Read hubs, consents and cameras anew."""


class CaseConsents:
    """The consents for cases of one place."""

    def __init__(self, hass: HomeAssistant, entry: ConfigEntry[Any], door: ConsentDoor) -> None:
        self._hass = hass
        self._entry = entry
        self._door = door
        self._permissions = door.permissions

    def offer(self, hub: Hub, choice: Given, language: str, asked: AskedFootage | None = None) -> Offer:
        """The consent that gives a choice, for what was asked or of the owner's own accord."""
        camera = self._permissions.household.cameras[choice.camera_id]
        now = dt_util.utcnow()
        record = ConsentRecord(
            consent_id=str(uuid4()),
            version=1,
            household_id=hub.household_id,
            hub_thumbprint=hub.key.thumbprint,
            camera_id=choice.camera_id,
            purpose=Purpose.CASE,
            kinds=(DataKind.CLIPS,),
            valid_from=now,
            valid_until=now + SENDING_LASTS,
            retention_days=choice.retention_days or min(365, hub.retention_days),
            notice_version=hub.notice_version,
            language=language,
            given_at=now,
            hours=Hours(time_zone=str(self._hass.config.time_zone)),
            masks_required=bool(camera.privacy_masks),
            audio=choice.audio,
            footage=choice.span,
            request_id=None if asked is None else asked.request.request_id,
        )
        return Offer(camera=camera, hub=hub, record=record)

    async def async_give_all(self, offers: Sequence[Offer]) -> list[str]:
        """Give them all, or none: the ids of the consents, which are subentries when this returns."""
        given: list[ConfigSubentry] = []
        for number, offer in enumerate(offers):
            try:
                data = await async_give(self._hass, offer)
            except SharingError as err:
                _LOGGER.info("Footage could not be given: %s", err)
                await self.async_take_back(tried.record.consent_id for tried in offers[: number + 1])
                raise HomeAssistantError(
                    translation_domain=DOMAIN,
                    translation_key=f"give_{refusal_key(err)}",
                    translation_placeholders={"hub": offer.hub.name},
                ) from err
            given.append(
                ConfigSubentry(
                    data=MappingProxyType(data),
                    subentry_type=SUBENTRY_CONSENT,
                    title=await async_title(self._hass, offer),
                    unique_id=f"{SUBENTRY_CONSENT}/{offer.record.consent_id}",
                )
            )
        for subentry in given:
            self._hass.config_entries.async_add_subentry(self._entry, subentry)
        await self._door.async_read_entry()
        return [offer.record.consent_id for offer in offers]

    async def async_take_back(self, consent_ids: Iterable[str]) -> None:
        """Withdraw them."""
        for consent_id in consent_ids:
            await self._door.async_withdraw(consent_id)
