"""Withdrawals of one hub's consents: told, and asked after, until the signed proof of the deletion is here.

What a legal hold keeps is asked after once an hour, until the proof that this is deleted, too.
"""

from collections.abc import Callable
from dataclasses import replace
import time
from typing import Final

from ..lib.mat_than_engine.protocol.consent import Deletion
from ..lib.mat_than_engine.protocol.problems import Problem
from .contact import Contact
from .deletion_proof import read_proof
from .errors import HubRefusedError
from .ledger import KnownConsent, Ledger

HELD_S: Final = 3600.0  # between two questions about what is held


class WithdrawalLine:
    """One hub's withdrawals; `changed` is told when none is pending any more."""

    def __init__(self, contact: Contact, ledger: Ledger, changed: Callable[[], None]) -> None:
        self._contact = contact
        self._ledger = ledger
        self._changed = changed
        self._asked: dict[
            str, float
        ] = {}  # when what is held of a consent was last asked after, by the monotonic clock

    async def tell(self) -> float | None:
        """Tell what was withdrawn; ask for proofs that are due."""
        pending = self._pending()
        for known in pending:
            await self._withdraw_one(known)
        still = self._pending()
        if pending and not still:
            self._changed()
        next_s = await self._ask_after_holds()
        return 1.0 if still else next_s

    async def _ask_after_holds(self) -> float | None:
        """Ask after what is held, where it is time; in how many seconds the next is due, None when nothing is held."""
        due = []
        for known in list(self._ledger.consents.values()):
            if known.pending or not known.open_holds or known.recipient != self._contact.hub.recipient:
                continue
            left_s = self._asked.get(known.consent_id, float("-inf")) + HELD_S - time.monotonic()
            if left_s <= 0 and known.deletion_id is not None:
                deletion = await self._contact.client.deletion(known.deletion_id, known.consent_id)
                self._asked[known.consent_id] = time.monotonic()
                left_s = HELD_S
                if await self._prove(known, deletion):
                    self._changed()
            due.append(left_s)
        return min(due, default=None)

    async def _prove(self, known: KnownConsent, deletion: Deletion) -> bool:
        """Keep what the hub proves; whether it is more than before."""
        proved = replace(known, receipt=deletion.receipt, releases=deletion.releases or (), closed=True)
        proof = read_proof(proved)
        open_holds = () if proof is None else tuple(hold.hold_id for hold in proof.open_holds)
        proved = replace(proved, open_holds=open_holds, deletion_id=deletion.deletion_id)
        if proved == known:
            return False
        await self._ledger.async_put(proved)
        return True

    def _pending(self) -> list[KnownConsent]:
        recipient = self._contact.hub.recipient
        return [k for k in self._ledger.consents.values() if k.pending and k.recipient == recipient]

    async def _withdraw_one(self, known: KnownConsent) -> None:
        try:
            if known.deletion_id is None:
                deletion = await self._contact.client.withdraw(known.consent_id, known.withdrawal or "")
            else:
                deletion = await self._contact.client.deletion(known.deletion_id, known.consent_id)
        except HubRefusedError as err:
            if err.problem is not Problem.NOT_YOURS:
                raise
            # The hub knows nothing of that consent, or of that deletion: then it holds nothing under it.
            if known.deletion_id is None:
                await self._ledger.async_close(known.consent_id, None)
            else:
                await self._ledger.async_put(replace(known, deletion_id=None))
            return
        if deletion.done:
            self._asked[known.consent_id] = time.monotonic()
            await self._prove(known, deletion)
        elif known.deletion_id != deletion.deletion_id:
            await self._ledger.async_put(replace(known, deletion_id=deletion.deletion_id))
