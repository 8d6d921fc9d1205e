"""What a hub proved after a withdrawal: its deletion receipt, and for each legal hold in it, once it is over, a release."""

from dataclasses import dataclass

from ..lib.mat_than_engine.protocol.consent import DeletionReceipt
from ..lib.mat_than_engine.protocol.holds import HoldRelease, LegalHold
from ..lib.mat_than_engine.protocol.signed import Kind, open_object
from ..lib.mat_than_engine.wire import WireError
from .identity import verify_ed25519
from .ledger import KnownConsent


@dataclass(frozen=True, slots=True)
class DeletionProof:
    """The receipt and the releases, their signatures checked."""

    receipt: DeletionReceipt
    releases: tuple[HoldRelease, ...]

    @property
    def open_holds(self) -> tuple[LegalHold, ...]:
        """The holds that still keep something."""
        over = {release.hold_id for release in self.releases}
        return tuple(hold for hold in self.receipt.holds or () if hold.hold_id not in over)


def read_proof(known: KnownConsent) -> DeletionProof | None:
    """The proof that a withdrawn consent's page holds; None without one, or with one that the hub did not sign."""
    if known.receipt is None:
        return None
    try:
        receipt = open_object(Kind.DELETION_RECEIPT, DeletionReceipt, known.receipt, known.hub_key, verify_ed25519)
        releases = [
            open_object(Kind.HOLD_RELEASE, HoldRelease, token, known.hub_key, verify_ed25519)
            for token in known.releases
        ]
    except WireError:
        return None
    return DeletionProof(receipt, tuple(releases))
