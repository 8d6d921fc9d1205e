"""Sharing in the panel: each hub and its line, each consent, what waits, what was withdrawn and whether that is proved.

Reads what the door shows; what the owner decides goes through the door too.
"""

from typing import Final

from homeassistant.exceptions import ServiceValidationError
from homeassistant.util import dt as dt_util
import probatio

from .camera_access import CONTROL
from .const import DOMAIN
from .lib.mat_than_engine.wire import to_json
from .panel_access import Asked, Message, answering, command
from .sharing.ledger import KnownConsent
from .sharing.standing import GivenConsent

MOST_LOOKS: Final = 50


async def _async_sharing(asked: Asked) -> Message:
    """Everything, of the cameras that the asker may see."""
    door = asked.runtime.door
    household, ledger = door.permissions.household, door.permissions.ledger
    seen = {view.setup.camera_id: view.setup.name for view in asked.cameras()}
    given = [consent for consent in household.given.values() if consent.record.camera_id in seen]
    withdrawn = [known for known in ledger.consents.values() if known.withdrawn_at is not None]
    return {
        "hubs": [
            {"hub_id": hub_id, "name": hub.name, "commune": hub.commune, "line": to_json(door.hub_state(hub_id))}
            for hub_id, hub in household.hubs.items()
        ],
        "cameras": {camera_id: to_json(door.sharing_state(camera_id)) for camera_id in seen},
        "consents": [
            _consent_facts(asked, consent) for consent in given if not _is_withdrawn(ledger.consents, consent)
        ],
        "looks": _looks(asked, set(seen)),
        "withdrawn": [
            _withdrawn_facts(known, seen) for known in withdrawn if known.camera_id in seen or asked.may_administer
        ],
    }


def _looks(asked: Asked, seen: set[str]) -> list[Message]:
    """The newest looks of the hubs' officers, newest first."""
    permissions = asked.runtime.door.permissions
    found = [
        (hub.name, entry)
        for hub in permissions.household.hubs.values()
        for entry in permissions.mirror.entries(hub.code)
        if entry.camera_id in seen
    ]
    found.sort(key=lambda look: look[1].at, reverse=True)
    return [
        {
            "at": to_json(entry.at),
            "hub": hub,
            "unit": entry.unit,
            "action": str(entry.action),
            "camera_id": entry.camera_id,
        }
        for hub, entry in found[:MOST_LOOKS]
    ]


def _is_withdrawn(known: dict[str, KnownConsent], consent: GivenConsent) -> bool:
    page = known.get(consent.record.consent_id)
    return page is not None and page.withdrawn_at is not None


def _consent_facts(asked: Asked, consent: GivenConsent) -> Message:
    record, now = consent.record, dt_util.utcnow()
    household = asked.runtime.door.permissions.household
    hub = household.hub_of(consent.recipient)
    return {
        "consent_id": record.consent_id,
        "camera_id": record.camera_id,
        "hub": "" if hub is None else hub.name,
        "purpose": record.purpose.value,
        "kinds": [kind.value for kind in record.kinds],
        "hours": to_json(record.hours),
        "valid_from": to_json(record.valid_from),
        "valid_until": to_json(record.valid_until),
        "retention_days": record.retention_days,
        "parents": record.parents,
        "audio": record.audio,
        "masked": household.has_masks(record.camera_id),
        "live": record.valid_from <= now < record.valid_until,
    }


def _withdrawn_facts(known: KnownConsent, names: dict[str, str]) -> Message:
    return {
        "consent_id": known.consent_id,
        "camera": names.get(known.camera_id),
        "hub": known.hub_name,
        "withdrawn_at": to_json(known.withdrawn_at),
        "proved": known.receipt is not None,
        "pending": known.pending,
    }


async def _async_withdraw(asked: Asked) -> Message:
    """Take a consent back: nothing more leaves under it, and the hub is told to delete what it has."""
    asked.require_admin()
    door = asked.runtime.door
    if asked.msg["consent_id"] not in door.permissions.household.given:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="sharing_no_consent")
    await door.async_withdraw(asked.msg["consent_id"])
    return {}


async def _async_switch(asked: Asked) -> Message:
    """Pause a camera's sharing, or go on with it, as its switch does."""
    camera_id = asked.camera(CONTROL).setup.camera_id
    door = asked.runtime.door
    await (door.async_resume(camera_id) if asked.msg["on"] else door.async_pause(camera_id))
    return {}


handle_sharing = answering(command("sharing"), _async_sharing)
handle_withdraw = answering(
    command("sharing/withdraw", consent_id=probatio.All(str, probatio.Length(max=64))), _async_withdraw
)
handle_share_switch = answering(command("sharing/switch", camera_id=str, on=bool), _async_switch)
