"""What leaves the home, counted byte by byte on the line itself: nothing before a consent, nothing after it ended."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from random import Random
import time

import pytest

from custom_components.mat_than.sharing.ledger import async_get_ledger
from custom_components.mat_than.sharing.removal import async_remove_sharing
from scripts.live.hub import Hub

from .conftest import Home
from .counting_line import Line


async def test_not_a_byte_leaves_without_a_consent_nor_after_it_is_withdrawn(
    home: Home, hub_and_line: tuple[Hub, Line]
) -> None:
    hub, line = hub_and_line
    hub_id = await home.join(hub)
    joined_at = line.sent
    for _ in range(3):
        motion = home.motion()
        home.door.offer_motion(motion)
        home.door.offer_clip(home.clip(motion))
        home.door.camera_health("cam1", True, motion.started_at)
    await asyncio.sleep(1.5)
    assert line.sent == joined_at, line.requests(joined_at)

    consent_id = await home.consent(hub_id)
    shared = home.motion()
    home.door.offer_motion(shared)
    home.door.offer_clip(home.clip(shared))
    await home.until_received(hub, shared.event_id, lambda event: event["clip"] and event["clip"]["state"] == "stored")
    assert line.sent > joined_at

    before = line.sent
    await home.door.async_withdraw(consent_id)
    hidden = home.motion()
    home.door.offer_motion(hidden)
    home.door.offer_clip(home.clip(hidden))
    ledger = await async_get_ledger(home.hass)
    await home.until(lambda: ledger.consents[consent_id].closed, 60)
    said = line.requests(before)
    assert all("/withdrawal" in request or "/v1/deletions/" in request for request in said), said
    assert said, "the hub was told"
    quiet = line.sent
    home.door.offer_motion(home.motion())
    await asyncio.sleep(2.5)
    assert line.sent == quiet


async def test_a_clip_on_its_way_is_broken_off_within_a_second(home: Home, hub_and_line: tuple[Hub, Line]) -> None:
    hub, line = hub_and_line
    consent_id = await home.consent(await home.join(hub))
    motion = home.motion()
    home.door.offer_motion(motion)
    await home.until_received(hub, motion.event_id, lambda event: event["still_url"])
    line.bytes_per_s = 20_000.0  # the clip takes many seconds now
    clip = home.clip(motion)
    before = line.sent
    home.door.offer_clip(clip)
    await home.until(lambda: any("/content" in request for request in line.requests(before)))
    await asyncio.sleep(0.2)
    assert b"".join(line.pieces).count(b"ftyp") == 1

    withdrawn_at = time.monotonic()
    line.bytes_per_s = None
    stopped_at = line.sent
    await home.door.async_withdraw(consent_id)
    ledger = await async_get_ledger(home.hass)
    await home.until(lambda: ledger.consents[consent_id].closed, 60)
    later = b"".join(line.pieces)[stopped_at:]
    # Bytes that the kernel already had may still arrive; far fewer than the clip, and all within the first second.
    assert len(later) < clip.size_bytes
    assert not [request for request in line.requests(stopped_at) if "clips" in request or "events" in request]
    assert time.monotonic() - withdrawn_at < 60


async def test_the_switch_silences_the_whole_line(home: Home, hub_and_line: tuple[Hub, Line]) -> None:
    hub, line = hub_and_line
    hub_id = await home.join(hub)
    await home.consent(hub_id)
    await home.until(lambda: home.door.hub_state(hub_id).connected)
    await asyncio.sleep(0.5)
    await home.door.async_pause("cam1")
    quiet = line.sent
    home.door.offer_motion(home.motion())
    home.door.camera_health("cam1", False, home.motion().started_at)
    await asyncio.sleep(1.5)
    assert line.sent == quiet, line.requests(quiet)
    assert home.door.hub_state(hub_id).idle


async def test_removing_everything_tells_the_hub_and_destroys_the_keys(
    home: Home, hub_and_line: tuple[Hub, Line], hass_storage: dict[str, object]
) -> None:
    hub, line = hub_and_line
    consent_id = await home.consent(await home.join(hub))
    await home.shut()
    before = line.sent
    await async_remove_sharing(home.hass, home.storage)
    assert [request.split("/")[-1] for request in line.requests(before)] == ["withdrawal"]
    assert not [key for key in hass_storage if key.startswith("mat_than")]
    assert not (home.storage / ".sharing").exists()
    consents = await home.hass.async_add_executor_job(hub.http.get, "/api/consents")
    assert [consent["state"] for consent in consents if consent["id"] == consent_id] == ["withdrawn"]


@pytest.mark.slow
async def test_on_a_line_that_keeps_breaking_everything_arrives_once(
    home: Home, hub_and_line: tuple[Hub, Line]
) -> None:
    hub, line = hub_and_line
    hub_id = await home.join(hub)
    await home.consent(hub_id)
    line.breaks = Random(20261122)
    motions = [home.motion() for _ in range(40)]
    for motion in motions:
        home.door.offer_motion(motion)
        home.door.offer_motion(replace(motion, phase="end", ended_at=motion.started_at + timedelta(seconds=1)))
    await home.until(lambda: home.door.hub_state(hub_id).queue_length >= 40)
    await home.until(lambda: home.door.hub_state(hub_id).queue_length == 0, 120)
    received = await home.received(hub)
    assert {motion.event_id for motion in motions} <= received.keys()
    assert all(received[motion.event_id]["still_url"] for motion in motions)
    assert all(received[motion.event_id]["ended_at"] for motion in motions)
    assert home.door.hub_state(hub_id).dropped == 0
