"""Finds what a paper says: a consent with its receipt, a proved deletion, the facts of the sign. Nothing is drawn here."""

from datetime import tzinfo
from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..arrangement import read_retention
from ..camera_setup import CameraSetup, camera_setups
from ..const import CONF_KIND
from ..lib.mat_than_engine.protocol.consent import ConsentReceipt
from ..lib.mat_than_engine.protocol.keys import PublicKey
from ..lib.mat_than_engine.protocol.signed import Kind, object_hash, open_object
from ..lib.mat_than_engine.wire import WireError
from ..runtime import MatThanConfigEntry
from ..sharing.deletion_proof import read_proof
from ..sharing.identity import verify_ed25519
from ..sharing.ledger import KnownConsent
from ..sharing.standing import CONF_RECEIPT, GivenConsent
from .consent_paper import ConsentSheet, SignedConsent
from .deletion_paper import DeletionSheet, ProvedDeletion
from .gate_sign import GateSign, Sharing
from .signboard import SignOwner
from .words import common

WHOLE_PLACE: Final = "place"  # the sign's subject where it is for all cameras


def consent_sheet(
    hass: HomeAssistant, entry: MatThanConfigEntry, consent_id: str, language: str
) -> ConsentSheet | None:
    """A consent that stands, with its hub; None when there is none."""
    permissions = entry.runtime_data.door.permissions
    given = permissions.household.given.get(consent_id)
    hub = None if given is None else permissions.household.hub_of(given.recipient)
    identity = None if given is None else permissions.identities.get(given.recipient)
    if given is None or hub is None or identity is None:
        return None
    receipt_token = entry.subentries[given.subentry_id].data.get(CONF_RECEIPT)
    receipt = _receipt(given, receipt_token, hub.key)
    setup = permissions.household.cameras.get(given.record.camera_id)
    return ConsentSheet(
        consent=SignedConsent(
            record=given.record,
            token=given.token,
            home_key=identity.public,
            hub_key=hub.key,
            receipt=receipt,
            receipt_token=None if receipt is None else receipt_token,
        ),
        place=hass.config.location_name,
        camera=given.record.camera_id if setup is None else setup.name,
        hub=hub.name,
        hub_url=hub.url,
        commune=hub.commune,
        language=language,
        zone=_zone(),
        printed_at=dt_util.utcnow(),
    )


def deletion_sheet(entry: MatThanConfigEntry, consent_id: str, language: str) -> DeletionSheet | None:
    """What a hub proved after a withdrawal; None while it has not."""
    known = entry.runtime_data.door.permissions.ledger.consents.get(consent_id)
    proved = None if known is None else proved_deletion(known)
    if known is None or proved is None or known.withdrawn_at is None:
        return None
    setup = camera_setups(entry).get(known.camera_id)
    return DeletionSheet(
        deletion=proved,
        camera=known.camera_id if setup is None else setup.name,
        hub=known.hub_name,
        withdrawn_at=known.withdrawn_at,
        language=language,
        zone=_zone(),
    )


def proved_deletion(known: KnownConsent) -> ProvedDeletion | None:
    """The receipts of a withdrawn consent, each with the hub's signature checked; None without any."""
    proof = read_proof(known)
    if proof is None or known.receipt is None:
        return None
    return ProvedDeletion(
        receipt=proof.receipt,
        receipt_token=known.receipt,
        releases=proof.releases,
        release_tokens=known.releases,
        hub_key=known.hub_key,
    )


def sign_of(entry: MatThanConfigEntry, owner: SignOwner, subject: str, language: str) -> GateSign | None:
    """The sign for one camera, or for the whole place; None when there is no such camera."""
    setups = camera_setups(entry)
    if subject != WHOLE_PLACE and subject not in setups:
        return None
    chosen = list(setups.values()) if subject == WHOLE_PLACE else [setups[subject]]
    view = entry.runtime_data.door.view
    words = common(language)
    shared = {
        (view.hub_name(given), given.record.purpose): Sharing(
            hub=view.hub_name(given),
            purpose=words.purposes[given.record.purpose],
            retention_days=given.record.retention_days,
        )
        for given in view.consents([setup.camera_id for setup in chosen])
        if given.record.footage is None  # what is given for one case is not what usually becomes of footage
    }
    days = [_kept_days(entry, setup) for setup in chosen]
    unbounded = not days or any(one is None for one in days)
    return GateSign(
        language=language,
        name=owner.name,
        contact=owner.contact,
        camera=None if subject == WHOLE_PLACE else setups[subject].name,
        kind=str(entry.data.get(CONF_KIND, "household")),
        keeps_days=None if unbounded else max(one for one in days if one is not None),
        shared=tuple(shared[key] for key in sorted(shared)),
    )


def _kept_days(entry: MatThanConfigEntry, setup: CameraSetup) -> float | None:
    """The longest that anything of a camera is kept by its age; None where age does not end it."""
    place = read_retention(entry.options)
    kept = [setup.record.days or place.days]
    if setup.record.continuous:
        kept.append(setup.record.continuous_days or place.continuous_days)
    return None if 0 in kept else max(kept)


def _receipt(given: GivenConsent, token: object, hub_key: PublicKey) -> ConsentReceipt | None:
    """The hub's receipt, if it is for this very record."""
    if not isinstance(token, str):
        return None
    try:
        receipt = open_object(Kind.CONSENT_RECEIPT, ConsentReceipt, token, hub_key, verify_ed25519)
    except WireError:
        return None
    return receipt if receipt.record_sha256 == object_hash(given.token) else None


def _zone() -> tzinfo:
    return dt_util.get_default_time_zone()
