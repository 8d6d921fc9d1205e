"""The end of sharing, when the whole integration is removed.

Every consent is withdrawn, as far as the hubs can be reached now; the keys, the ledger and what waited are destroyed.
"""

import asyncio
from dataclasses import replace
import logging
from pathlib import Path
import shutil
from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..lib.mat_than_engine.protocol.consent import Withdrawal
from ..lib.mat_than_engine.protocol.signed import Kind
from .client import HubClient
from .door import OUTBOX_FOLDER
from .errors import SharingError
from .identity import Identities, async_get_identities
from .ledger import KnownConsent, async_get_ledger
from .mirror import async_get_mirror
from .request_book import async_get_request_book
from .transport import Transport, async_get_hub_session

_LOGGER = logging.getLogger(__name__)

FAREWELL_S: Final = 10.0  # the owner waits for this


async def async_remove_sharing(hass: HomeAssistant, storage: Path) -> None:
    """Withdraw everything and forget everything; `storage` is the place's folder for clips."""
    identities = await async_get_identities(hass)
    ledger = await async_get_ledger(hass)
    open_consents = [known for known in ledger.consents.values() if not known.closed]
    try:
        async with asyncio.timeout(FAREWELL_S):
            await asyncio.gather(*(_async_tell(hass, identities, known) for known in open_consents))
    except TimeoutError:
        _LOGGER.warning("Not every hub could be told that sharing has ended; nothing is sent to them any more")
    await ledger.async_destroy()
    await identities.async_destroy()
    await (await async_get_mirror(hass)).async_destroy()
    await (await async_get_request_book(hass)).async_destroy()
    await hass.async_add_executor_job(_remove_folder, storage / OUTBOX_FOLDER)


async def _async_tell(hass: HomeAssistant, identities: Identities, known: KnownConsent) -> None:
    identity = identities.get(known.recipient)
    if identity is None:
        return
    if known.withdrawal is None:
        withdrawal = Withdrawal(consent_id=known.consent_id, withdrawn_at=dt_util.utcnow())
        known = replace(known, withdrawal=identity.sign_object(Kind.WITHDRAWAL, withdrawal))
    transport = Transport(async_get_hub_session(hass), known.hub_url, identity, dt_util.utcnow)
    try:
        await HubClient(transport, known.hub_key).withdraw(known.consent_id, known.withdrawal or "")
    except SharingError as err:
        _LOGGER.warning("The hub %s could not be told that sharing has ended: %s", known.hub_name, err)


def _remove_folder(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
