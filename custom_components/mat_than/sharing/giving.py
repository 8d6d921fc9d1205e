"""Giving a consent: the record is signed, handed to the hub, and kept with the hub's receipt as a subentry.

The form of a standing consent and the yes to a case both give in this one way. A consent is written into the ledger
before the hub hears of it: one that the hub has and the home has forgotten could not be withdrawn.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..camera_setup import CameraSetup
from ..lib.mat_than_engine.protocol.consent import ConsentRecord
from ..lib.mat_than_engine.protocol.problems import Problem
from ..lib.mat_than_engine.protocol.signed import Kind
from ..words import async_option_words
from .client import HubClient
from .envelope import camera_card
from .errors import HubRefusedError, KeyLostError, SharingError
from .hub import Hub
from .identity import async_get_identities
from .ledger import KnownConsent, async_get_ledger
from .standing import CONF_RECEIPT, CONF_RECORD
from .transport import Transport, async_get_hub_session

_REFUSALS: Final[Mapping[Problem, str]] = {
    Problem.CLOCK_SKEW: "clock_skew",
    Problem.NOT_CONFIRMED: "not_confirmed",
    Problem.UNKNOWN_KEY: "hub_unknown_key",
    Problem.QUOTA: "hub_busy",
    Problem.OVERLOADED: "hub_busy",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A consent that is about to be given: of which camera, to which hub, on which terms."""

    camera: CameraSetup
    hub: Hub
    record: ConsentRecord


async def async_give(hass: HomeAssistant, offer: Offer) -> dict[str, Any]:
    """Sign it and hand it to the hub; the data of the subentry that it becomes.

    Raises SharingError. The hub may have got it all the same: whoever asked withdraws it then.
    """
    record, hub = offer.record, offer.hub
    identity = (await async_get_identities(hass)).get(hub.recipient)
    if identity is None:
        raise KeyLostError("the key for the hub is lost")
    ledger = await async_get_ledger(hass)
    client = HubClient(Transport(async_get_hub_session(hass), hub.url, identity, dt_util.utcnow), hub.key)
    token = identity.sign_object(Kind.CONSENT, record)
    ledger.being_given.add(record.consent_id)
    try:
        if record.consent_id not in ledger.consents:
            await ledger.async_put(KnownConsent.of(record.consent_id, record.camera_id, hub))
        await client.describe(hub.key.thumbprint)
        await client.put_camera(record.camera_id, camera_card(offer.camera.name, offer.camera.position))
        receipt = await client.put_consent(record.consent_id, record.version, token)
    except SharingError:
        ledger.being_given.discard(record.consent_id)
        raise
    return {CONF_RECORD: token, CONF_RECEIPT: receipt}


async def async_title(hass: HomeAssistant, offer: Offer) -> str:
    """What the consent is called in the list of the owner's."""
    word = await async_option_words(hass)
    purpose = word("consent_purpose", offer.record.purpose.value)
    return f"{offer.camera.name} → {offer.hub.name}: {purpose}"


def refusal_key(err: SharingError) -> str:
    """The key of the sentence that says why a consent could not be given."""
    if isinstance(err, KeyLostError):
        return "gone"
    if not isinstance(err, HubRefusedError):
        return err.code
    usual = "hub_busy" if err.status >= 500 else "refused"
    return usual if err.problem is None else _REFUSALS.get(err.problem, usual)
