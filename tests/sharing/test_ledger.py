"""The owner's will survives restarts, kills and lost answers."""

from dataclasses import replace
from typing import Any

from homeassistant.util import dt as dt_util

from custom_components.mat_than.sharing import identity, ledger as ledger_module
from custom_components.mat_than.sharing.ledger import KnownConsent, async_get_ledger
from custom_components.mat_than.sharing.packer import Packer
from scripts.live.hub import Hub

from .conftest import Home


def forget_memory(home: Home) -> None:
    """As after a restart: what is known comes from the storage."""
    home.hass.data.pop(ledger_module._LEDGER)
    home.hass.data.pop(identity._IDENTITIES)


async def test_what_was_written_is_read_after_a_restart(home: Home, real_hub: Hub) -> None:
    consent_id = await home.consent(await home.join(real_hub))
    await home.door.async_pause("cam1")
    before = await async_get_ledger(home.hass)
    await home.shut()
    forget_memory(home)
    await home.open()
    after = await async_get_ledger(home.hass)
    assert after is not before
    assert after.consents == before.consents
    assert not after.switches["cam1"].on
    assert not home.door.sharing_state("cam1").on
    assert home.door.sharing_state("cam1").allowed
    assert after.consents[consent_id].withdrawn_at is None


async def test_a_withdrawal_that_was_not_told_is_told_after_a_restart(home: Home, real_hub: Hub) -> None:
    consent_id = await home.consent(await home.join(real_hub))
    await home.shut()
    # Written down, and then the power went.
    ledger = await async_get_ledger(home.hass)
    await ledger.async_put(home.door.permissions.withdrawn(ledger.consents[consent_id], dt_util.utcnow()))
    forget_memory(home)
    await home.open()
    assert not home.door.sharing_state("cam1").allowed
    ledger = await async_get_ledger(home.hass)
    await home.until(lambda: ledger.consents[consent_id].receipt, 60)


async def test_a_consent_that_the_hub_has_and_the_entry_has_not_is_withdrawn(home: Home, real_hub: Hub) -> None:
    hub_id = await home.join(real_hub)
    consent_id = await home.consent(hub_id)
    await home.shut()
    given = home.door.permissions.household.given[consent_id]
    home.hass.config_entries.async_remove_subentry(home.entry, given.subentry_id)
    forget_memory(home)
    await home.open()
    ledger = await async_get_ledger(home.hass)
    await home.until(lambda: ledger.consents[consent_id].receipt, 60)


async def test_a_consent_in_a_form_that_is_still_open_is_left_alone(home: Home, real_hub: Hub) -> None:
    hub = home.joined(await home.join(real_hub))
    ledger = await async_get_ledger(home.hass)
    consent_id = "01939af0-0000-7000-8000-000000000001"
    ledger.being_given.add(consent_id)
    await ledger.async_put(KnownConsent.of(consent_id, "cam1", hub))
    await home.settled()
    assert ledger.consents[consent_id].withdrawn_at is None
    ledger.being_given.discard(consent_id)
    await home.settled()
    # The hub never had it, so there is nothing to prove.
    await home.until(lambda: ledger.consents[consent_id].closed)
    assert ledger.consents[consent_id].receipt is None


async def test_a_home_without_its_key_stops_and_says_so(
    home: Home, real_hub: Hub, hass_storage: dict[str, Any]
) -> None:
    hub_id = await home.join(real_hub)
    consent_id = await home.consent(hub_id)
    await home.shut()
    hass_storage[identity.STORE_KEY]["data"] = {}
    forget_memory(home)
    await home.open()
    assert not home.door.sharing_state("cam1").allowed
    assert Packer(home.storage, home.door.permissions).motion(home.motion()) == []
    known = (await async_get_ledger(home.hass)).consents[consent_id]
    assert replace(known, withdrawn_at=None).receipt is None
