"""What a consent allows arrives at a real hub; what it does not allow, or no longer, does not."""

from dataclasses import replace
from datetime import timedelta
import json
from pathlib import Path
import time

from homeassistant.exceptions import ServiceValidationError
from homeassistant.helpers import issue_registry as ir
from homeassistant.util import dt as dt_util
import pytest

from custom_components.mat_than.const import DOMAIN
from custom_components.mat_than.lib.mat_than_engine.protocol.consent import DataKind, DeletionReceipt, Hours
from custom_components.mat_than.lib.mat_than_engine.protocol.signed import Kind, open_object
from custom_components.mat_than.sharing.identity import async_get_identities, verify_ed25519
from custom_components.mat_than.sharing.ledger import async_get_ledger
from custom_components.mat_than.sharing.packer import Packer
from scripts.live.hub import Hub

from .conftest import Home


def stored(event: dict[str, object]) -> bool:
    clip = event["clip"]
    return isinstance(clip, dict) and clip["state"] == "stored"


async def test_the_hub_gets_the_picture_once_and_not_the_first_glimpse(home: Home, real_hub: Hub) -> None:
    await home.consent(await home.join(real_hub))
    motion = home.motion(still_settled=False)
    home.door.offer_motion(motion)
    event = await home.until_received(real_hub, motion.event_id)
    assert event["still_url"] is None
    home.door.offer_motion(replace(motion, phase="update", still_settled=True))
    await home.until_received(real_hub, motion.event_id, lambda event: event["still_url"])

    (home.storage / "still.jpg").write_bytes((home.footage / "still.jpg").read_bytes() + b"\0")  # a clearer one
    ended_at = motion.started_at + timedelta(seconds=9)
    home.door.offer_motion(replace(motion, phase="end", ended_at=ended_at, still_settled=True))
    await home.until_received(real_hub, motion.event_id, lambda event: event["ended_at"])
    # Nothing waits, and nothing is parked because the hub would not have it.
    await home.until(lambda: home.door.outbox.all() == [])


async def test_event_still_and_clip_arrive_at_the_hub(home: Home, real_hub: Hub) -> None:
    await home.consent(await home.join(real_hub))
    await home.until(lambda: home.door.hub_state(next(iter(home.door.permissions.household.hubs))).connected)
    motion = home.motion()
    began = time.monotonic()
    home.door.offer_motion(motion)
    await home.until_received(real_hub, motion.event_id)
    assert time.monotonic() - began < 1.0
    await home.until_received(real_hub, motion.event_id, lambda event: event["still_url"])

    ended = replace(motion, phase="end", ended_at=motion.started_at + timedelta(seconds=2), boxes=())
    home.door.offer_motion(ended)
    home.door.offer_clip(home.clip(motion))
    event = await home.until_received(real_hub, motion.event_id, stored)
    assert event["ended_at"] is not None
    assert event["boxes"] == [[0.1, 0.2, 0.3, 0.4]]
    clip = await home.hass.async_add_executor_job(_get_bytes, real_hub, event["clip"]["url"])
    assert clip == (home.footage / "clip.mp4").read_bytes()
    await home.until(lambda: home.door.sharing_state("cam1").waiting == 0)
    assert not list((home.storage / ".sharing/copies").iterdir())


def _get_bytes(hub: Hub, url: str) -> bytes:
    return hub.http.bytes_of("GET", url)


async def test_a_camera_without_a_consent_shares_nothing(home: Home, real_hub: Hub) -> None:
    await home.consent(await home.join(real_hub))
    secret, shared = home.motion("cam2"), home.motion("cam1")
    home.door.offer_motion(secret)
    home.door.offer_clip(home.clip(secret))
    home.door.offer_motion(shared)
    await home.until_received(real_hub, shared.event_id)
    assert secret.event_id not in await home.received(real_hub)
    assert not home.door.sharing_state("cam2").allowed
    assert home.door.sharing_state("cam2").waiting == 0


async def test_only_the_kinds_of_the_consent_leave(home: Home, real_hub: Hub) -> None:
    await home.consent(await home.join(real_hub), kinds=(DataKind.EVENTS,))
    motion = home.motion()
    home.door.offer_motion(motion)
    home.door.offer_clip(home.clip(motion))
    event = await home.until_received(real_hub, motion.event_id)
    await home.until(lambda: home.door.sharing_state("cam1").waiting == 0)
    assert event["still_url"] is None
    assert event["clip"] is None


async def test_nothing_from_outside_the_hours_leaves(home: Home, real_hub: Hub) -> None:
    local = dt_util.now()
    begins = (local.hour * 60 + local.minute + 120) % 1440
    await home.consent(
        await home.join(real_hub), hours=Hours(from_minute=begins, to_minute=(begins + 60) % 1440 or 1440)
    )
    home.door.offer_motion(home.motion())
    assert home.door.sharing_state("cam1").allowed
    assert Packer(home.storage, home.door.permissions).motion(home.motion()) == []


async def test_the_switch_stops_at_once_and_what_waited_is_removed(home: Home, real_hub: Hub) -> None:
    await home.consent(await home.join(real_hub))
    await home.door.async_pause("cam1")
    hidden = home.motion()
    home.door.offer_motion(hidden)
    home.door.offer_clip(home.clip(hidden))
    assert home.door.sharing_state("cam1").allowed
    assert not home.door.sharing_state("cam1").on
    await home.shut()
    await home.open()
    assert not home.door.sharing_state("cam1").on, "the switch is remembered"
    await home.door.async_resume("cam1")
    # The motion goes on after the switch was turned on: its clip holds what was hidden, so it stays at home.
    home.door.offer_clip(home.clip(hidden))
    shown = home.motion()
    home.door.offer_motion(shown)
    await home.until_received(real_hub, shown.event_id)
    await home.until(lambda: home.door.sharing_state("cam1").waiting == 0)
    assert hidden.event_id not in await home.received(real_hub)


async def test_the_switch_cannot_be_turned_on_without_a_consent(home: Home) -> None:
    with pytest.raises(ServiceValidationError) as refused:
        await home.door.async_resume("cam1")
    assert refused.value.translation_key == "sharing_no_consent"


async def test_a_withdrawal_stops_deletes_and_brings_a_signed_receipt(home: Home, real_hub: Hub) -> None:
    hub_id = await home.join(real_hub)
    hub = home.joined(hub_id)
    consent_id = await home.consent(hub_id)
    motion = home.motion()
    home.door.offer_motion(motion)
    home.door.offer_clip(home.clip(motion))
    await home.until_received(real_hub, motion.event_id, stored)

    await home.door.async_withdraw(consent_id)
    later = home.motion()
    home.door.offer_motion(later)
    ledger = await async_get_ledger(home.hass)
    took_s = await home.until(lambda: ledger.consents[consent_id].closed, 60)
    assert took_s < 60
    token = ledger.consents[consent_id].receipt
    assert token is not None
    receipt = open_object(Kind.DELETION_RECEIPT, DeletionReceipt, token, hub.key, verify_ed25519)
    assert (receipt.events, receipt.stills, receipt.clips) == (1, 1, 1)
    assert not {motion.event_id, later.event_id} & (await home.received(real_hub)).keys()
    assert not home.door.sharing_state("cam1").allowed
    assert home.door.hub_state(hub_id).idle


async def test_removing_the_consent_withdraws_it(home: Home, real_hub: Hub) -> None:
    consent_id = await home.consent(await home.join(real_hub))
    subentry_id = home.door.permissions.household.given[consent_id].subentry_id
    home.hass.config_entries.async_remove_subentry(home.entry, subentry_id)
    ledger = await async_get_ledger(home.hass)
    await home.until(lambda: ledger.consents[consent_id].receipt, 60)


async def test_removing_the_camera_withdraws_its_consent(home: Home, real_hub: Hub) -> None:
    consent_id = await home.consent(await home.join(real_hub))
    home.hass.config_entries.async_remove_subentry(home.entry, "cam1")
    ledger = await async_get_ledger(home.hass)
    await home.until(lambda: ledger.consents[consent_id].receipt, 60)
    assert all(s.subentry_type != "consent" for s in home.entry.subentries.values())


async def test_leaving_a_hub_ends_with_its_receipt_and_the_key_destroyed(home: Home, real_hub: Hub) -> None:
    hub_id = await home.join(real_hub)
    recipient = home.joined(hub_id).recipient
    consent_id = await home.consent(hub_id)
    home.hass.config_entries.async_remove_subentry(home.entry, hub_id)
    ledger = await async_get_ledger(home.hass)
    await home.until(lambda: ledger.consents[consent_id].receipt, 60)
    await home.settled()
    assert (await async_get_identities(home.hass)).get(recipient) is None
    assert home.door.lines.get(recipient) is None


async def test_a_consent_that_this_home_did_not_sign_allows_nothing(home: Home, real_hub: Hub) -> None:
    consent_id = await home.consent(await home.join(real_hub))
    given = home.door.permissions.household.given[consent_id]
    subentry = home.entry.subentries[given.subentry_id]
    head, body, signature = subentry.data["record"].split(".")
    forged = f"{head}.{body[:-2]}{'A' if body[-2] != 'A' else 'B'}{body[-1]}.{signature}"
    home.hass.config_entries.async_update_subentry(home.entry, subentry, data={**subentry.data, "record": forged})
    await home.settled()
    assert not home.door.sharing_state("cam1").allowed
    assert Packer(home.storage, home.door.permissions).motion(home.motion()) == []


async def test_masks_are_burnt_in_and_said_so(home: Home, real_hub: Hub) -> None:
    corner = [[0.0, 0.0], [0.5, 0.0], [0.5, 0.5], [0.0, 0.5]]
    camera = home.entry.subentries["cam1"]
    home.hass.config_entries.async_update_subentry(home.entry, camera, data={**camera.data, "privacy_masks": [corner]})
    await home.settled()
    await home.consent(await home.join(real_hub), masks_required=True)
    motion = home.motion()
    home.door.offer_motion(motion)
    home.door.offer_clip(home.clip(motion))
    event = await home.until_received(real_hub, motion.event_id, stored, 20)
    assert event["clip"]["masked"] is True
    sent = await home.hass.async_add_executor_job(_get_bytes, real_hub, event["clip"]["url"])
    assert sent != (home.footage / "clip.mp4").read_bytes()


async def test_with_masks_required_and_none_drawn_no_picture_leaves(home: Home, real_hub: Hub) -> None:
    await home.consent(await home.join(real_hub), masks_required=True)
    motion = home.motion()
    kinds = {parcel.kind for parcel in Packer(home.storage, home.door.permissions).motion(motion)}
    assert kinds == {DataKind.EVENTS}
    assert Packer(home.storage, home.door.permissions).clip(home.clip(motion)) == []


async def test_what_waited_in_a_door_that_was_shut_is_sent_by_the_next(home: Home, tmp_path: Path) -> None:
    hub = Hub(tmp_path / "hub")
    await home.hass.async_add_executor_job(hub.start)
    try:
        hub_id = await home.join(hub)
        await home.consent(hub_id)
        await home.until(lambda: home.door.hub_state(hub_id).connected)
    finally:
        await home.hass.async_add_executor_job(hub.stop)
    motion = home.motion()
    home.door.offer_motion(motion)
    home.door.offer_clip(home.clip(motion))
    await home.until(lambda: home.door.hub_state(hub_id).queue_length == 3)
    await home.until(lambda: home.door.hub_state(hub_id).problem == "hub_unreachable")
    await home.shut()
    again = Hub(hub.folder, port=hub.port)
    again.password = hub.password
    await home.hass.async_add_executor_job(again.start)
    try:
        await home.open()
        await home.until_received(again, motion.event_id, stored, 30)
        await home.until(lambda: home.door.hub_state(hub_id).queue_length == 0)
        assert home.door.hub_state(hub_id).problem is None
    finally:
        await home.hass.async_add_executor_job(again.stop)


async def test_a_hub_that_refuses_for_good_is_told_in_a_repair(home: Home, real_hub: Hub) -> None:
    hub_id = await home.join(real_hub)
    consent_id = await home.consent(hub_id)
    # The hub was told of a withdrawal that this home knows nothing of: another Home Assistant, restored from a backup.
    hub = home.joined(hub_id)
    line = home.door.lines.get(hub.recipient)
    identity = (await async_get_identities(home.hass)).get(hub.recipient)
    assert identity is not None
    known = home.door.permissions.withdrawn((await async_get_ledger(home.hass)).consents[consent_id], dt_util.utcnow())
    await line.contact.client.withdraw(consent_id, known.withdrawal or "")
    home.door.offer_motion(home.motion(still=None))
    issue_id = f"hub_parked_{hub_id}"
    await home.until(lambda: ir.async_get(home.hass).async_get_issue(DOMAIN, issue_id), 20)
    issue = ir.async_get(home.hass).async_get_issue(DOMAIN, issue_id)
    assert issue is not None
    assert issue.translation_placeholders == {"hub": hub.name, "count": "1"}
    assert json.dumps(home.door.hub_state(hub_id).queue_length) == "0"
