"""Withdrawals of one hub's consents: told, and asked after, until the signed proof of the deletion is here."""

from collections.abc import Callable
from dataclasses import replace

from ..lib.mat_than_engine.protocol.problems import Problem
from .contact import Contact
from .errors import HubRefusedError
from .ledger import KnownConsent, Ledger


class WithdrawalLine:
    """One hub's withdrawals; `changed` is told when none is pending any more."""

    def __init__(self, contact: Contact, ledger: Ledger, changed: Callable[[], None]) -> None:
        self._contact = contact
        self._ledger = ledger
        self._changed = changed

    async def tell(self) -> float | None:
        """Tell what was withdrawn; ask for proofs that are due."""
        pending = self._pending()
        for known in pending:
            await self._withdraw_one(known)
        still = self._pending()
        if pending and not still:
            self._changed()
        return 1.0 if still else None

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
            await self._ledger.async_close(known.consent_id, deletion.receipt)
        elif known.deletion_id != deletion.deletion_id:
            await self._ledger.async_put(replace(known, deletion_id=deletion.deletion_id))
