"""Sharing in the panel: each hub and its line, each consent, what waits, what was withdrawn and whether that is proved.

Reads what the door shows; what the owner decides goes through the door too.
"""

from datetime import timedelta
from typing import Final

from homeassistant.exceptions import ServiceValidationError
from homeassistant.util import dt as dt_util
import probatio

from .camera_access import CONTROL
from .const import DOMAIN
from .lib.mat_than_engine.protocol.consent import DeletionReceipt
from .lib.mat_than_engine.protocol.holds import LegalHold
from .lib.mat_than_engine.wire import to_json
from .panel_access import Asked, Message, answering, command
from .sharing.deletion_proof import DeletionProof, read_proof
from .sharing.ledger import KnownConsent
from .sharing.owner_view import Look, OwnerView
from .sharing.standing import GivenConsent

MOST_LOOKS: Final = 50
REFUSED_SHOWN: Final = timedelta(days=14)
DELETED_WITHIN: Final = timedelta(days=20)  # what the law gives whoever has to delete (Law 91/2025/QH15)


async def _async_sharing(asked: Asked) -> Message:
    """Everything, of the cameras that the asker may see."""
    view = asked.runtime.door.view
    seen = {camera.setup.camera_id: camera.setup.name for camera in asked.cameras()}
    return {
        "hubs": [
            {"hub_id": hub_id, "name": hub.name, "commune": hub.commune, "line": to_json(view.hub_state(hub_id))}
            for hub_id, hub in view.hubs.items()
        ],
        "cameras": {camera_id: to_json(view.sharing_state(camera_id)) for camera_id in seen},
        "consents": [_consent_facts(view, consent) for consent in view.consents(seen)],
        "looks": [_look_facts(look) for look in view.looks(seen, MOST_LOOKS)],
        "withdrawn": [
            _withdrawn_facts(known, seen)
            for known in view.withdrawn()
            if known.camera_id in seen or asked.may_administer
        ],
        "refused_reports": [
            {
                "report_id": report.report_id,
                "hub": view.hubs[hub_id].name,
                "cause": report.cause.value,
                "at": to_json(report.at),
            }
            for hub_id, report in view.refused_reports()
            if report.at > dt_util.utcnow() - REFUSED_SHOWN and asked.may_administer
        ],
    }


def _look_facts(look: Look) -> Message:
    entry = look.entry
    return {
        "at": to_json(entry.at),
        "hub": look.hub,
        "unit": entry.unit,
        "action": str(entry.action),
        "camera_id": entry.camera_id,
        "request_id": entry.request_id,
        "case_number": entry.case_number,
        "reason": entry.reason,
    }


def _consent_facts(view: OwnerView, consent: GivenConsent) -> Message:
    record, now = consent.record, dt_util.utcnow()
    return {
        "consent_id": record.consent_id,
        "camera_id": record.camera_id,
        "hub": view.hub_name(consent),
        "purpose": record.purpose.value,
        "kinds": [kind.value for kind in record.kinds],
        "hours": to_json(record.hours),
        "valid_from": to_json(record.valid_from),
        "valid_until": to_json(record.valid_until),
        "retention_days": record.retention_days,
        "parents": record.parents,
        "audio": record.audio,
        "masked": view.has_masks(record.camera_id),
        "live": record.valid_from <= now < record.valid_until,
        "footage": None if record.footage is None else to_json(record.footage),
        "request_id": record.request_id,
    }


def _withdrawn_facts(known: KnownConsent, names: dict[str, str]) -> Message:
    """What became of a withdrawal: whether its proof is here, what was deleted, what a legal hold still keeps."""
    proof = read_proof(known)
    return {
        "consent_id": known.consent_id,
        "camera": names.get(known.camera_id),
        "hub": known.hub_name,
        "withdrawn_at": to_json(known.withdrawn_at),
        "proved": known.receipt is not None,
        "pending": known.pending,
        "due_at": to_json(known.withdrawn_at + DELETED_WITHIN) if known.withdrawn_at is not None else None,
        "deleted": None if proof is None else _deleted_facts(proof.receipt),
        "holds": [] if proof is None else [_hold_facts(hold, proof) for hold in proof.receipt.holds or ()],
    }


def _deleted_facts(receipt: DeletionReceipt) -> Message:
    return {
        "at": to_json(receipt.objects_deleted_at),
        "events": receipt.events,
        "stills": receipt.stills,
        "clips": receipt.clips,
    }


def _hold_facts(hold: LegalHold, proof: DeletionProof) -> Message:
    released = next((release for release in proof.releases if release.hold_id == hold.hold_id), None)
    return {
        "case_number": hold.case_number,
        "basis": hold.basis,
        "unit": hold.unit,
        "until": to_json(hold.until),
        "first_at": to_json(hold.first_at),
        "last_at": to_json(hold.last_at),
        "events": hold.events,
        "clips": hold.clips,
        "released_at": None if released is None else to_json(released.objects_deleted_at),
    }


async def _async_withdraw(asked: Asked) -> Message:
    """Take a consent back: nothing more leaves under it, and the hub is told to delete what it has."""
    asked.require_admin()
    door = asked.runtime.door
    given = {consent.record.consent_id for consent in door.view.consents(asked.runtime.coordinator.views)}
    if asked.msg["consent_id"] not in given:
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
