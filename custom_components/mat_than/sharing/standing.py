"""The consents as they stand, read from the entry's subentries: hubs, signed records, the cameras they name.

A consent is a subentry because it is a thing of the owner's: he sees it in the list, opens it to change it, and
removing it is withdrawing it. Its data is the record as this home signed it, so what is enforced is what was agreed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
import logging
from typing import Any, Final

from homeassistant.config_entries import ConfigEntry, ConfigSubentry
from homeassistant.util import dt as dt_util

from ..camera_setup import CameraSetup, camera_setups
from ..const import SUBENTRY_CONSENT, SUBENTRY_HUB
from ..lib.mat_than_engine.protocol.consent import ConsentRecord, Hours
from ..lib.mat_than_engine.protocol.signed import Kind, open_object
from ..lib.mat_than_engine.wire import WireError, read
from .consent import Recipient, Standing
from .hub import Hub
from .identity import Identities, Identity, verify_ed25519
from .ledger import Ledger

_LOGGER = logging.getLogger(__name__)

# Data of a consent's subentry.
CONF_RECORD: Final = "record"
CONF_RECEIPT: Final = "receipt"
CONF_LIVE_HOURS: Final = "live_hours"


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenConsent:
    """A consent's subentry, its signature checked."""

    subentry_id: str
    record: ConsentRecord
    token: str  # the signed record
    live_hours: Hours | None = None  # in which a live view needs no yes of its own; the owner's will, told to nobody

    @property
    def recipient(self) -> Recipient:
        """To whom it was given."""
        return Recipient(thumbprint=self.record.hub_thumbprint, household_id=self.record.household_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """What the entry says now: hubs (by subentry), consents (by id), cameras (by id)."""

    hubs: Mapping[str, Hub] = field(default_factory=dict)
    given: Mapping[str, GivenConsent] = field(default_factory=dict)
    cameras: Mapping[str, CameraSetup] = field(default_factory=dict)

    def hub_of(self, recipient: Recipient) -> Hub | None:
        """The joined hub that a consent names."""
        return next((hub for hub in self.hubs.values() if hub.recipient == recipient), None)

    def hub_by_code(self, code: str) -> Hub | None:
        """The joined hub that a parcel names."""
        return next((hub for hub in self.hubs.values() if hub.code == code), None)

    def has_masks(self, camera_id: str) -> bool:
        """Whether the owner drew privacy masks for a camera."""
        setup = self.cameras.get(camera_id)
        return setup is not None and bool(setup.privacy_masks)


def read_hubs(entry: ConfigEntry[Any]) -> dict[str, Hub]:
    """The hubs that the entry has joined, by their subentries' ids."""
    hubs = {}
    for subentry in entry.subentries.values():
        if subentry.subentry_type == SUBENTRY_HUB:
            try:
                hubs[subentry.subentry_id] = Hub.of(subentry.data)
            except KeyError, WireError:
                _LOGGER.warning("The stored hub %s cannot be read; nothing goes to it", subentry.title)
    return hubs


def read_consent(subentry: ConfigSubentry, identity: Identity | None) -> GivenConsent | None:
    """The consent in a subentry, or None where this home did not sign it."""
    token = subentry.data.get(CONF_RECORD)
    if identity is None or not isinstance(token, str):
        return None
    try:
        record = open_object(Kind.CONSENT, ConsentRecord, token, identity.public, verify_ed25519)
    except WireError:
        return None
    return GivenConsent(
        subentry_id=subentry.subentry_id, record=record, token=token, live_hours=_live_hours(subentry.data)
    )


def _live_hours(data: Mapping[str, Any]) -> Hours | None:
    """What cannot be read is no leave to show anything unasked."""
    stored = data.get(CONF_LIVE_HOURS)
    if stored is None:
        return None
    try:
        return read(Hours, {key: list(part) if key == "days" else part for key, part in stored.items()})
    except AttributeError, TypeError, WireError:
        return None


def read_household(entry: ConfigEntry[Any], identities: Identities) -> Household:
    """Everything of the entry that sharing depends on."""
    hubs = read_hubs(entry)
    keys = [identity for hub in hubs.values() if (identity := identities.get(hub.recipient)) is not None]
    given: dict[str, GivenConsent] = {}
    for subentry in entry.subentries.values():
        if subentry.subentry_type == SUBENTRY_CONSENT:
            found = next((read for key in keys if (read := read_consent(subentry, key)) is not None), None)
            if found is None:
                _LOGGER.warning(
                    "The stored consent %s is not signed by this home; nothing leaves under it", subentry.title
                )
            else:
                given[found.record.consent_id] = found
    return Household(hubs=hubs, given=given, cameras=camera_setups(entry))


async def async_standings(household: Household, ledger: Ledger) -> tuple[Standing, ...]:
    """The consents as `consent.may_leave` asks for them. One without its hub or its camera is none."""
    standings = []
    for given in household.given.values():
        record = given.record
        if household.hub_of(given.recipient) is None or record.camera_id not in household.cameras:
            continue
        known = ledger.consents.get(record.consent_id)
        zone = await dt_util.async_get_time_zone(record.hours.time_zone)
        withdrawn = known is not None and known.withdrawn_at is not None
        standings.append(Standing(record=record, zone=zone, withdrawn=withdrawn))
    return tuple(standings)
