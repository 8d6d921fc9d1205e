"""A hub that misbehaves never empties the outbox, never blocks Home Assistant, and is never believed."""

import asyncio
from collections.abc import AsyncGenerator
from datetime import timedelta
import json
import logging
from uuid import uuid4

from homeassistant.helpers import issue_registry as ir
from homeassistant.util import dt as dt_util
import pytest

from custom_components.mat_than.const import DOMAIN, SUBENTRY_CONSENT, SUBENTRY_HUB
from custom_components.mat_than.lib.mat_than_engine.protocol.consent import ConsentRecord, DataKind, Purpose
from custom_components.mat_than.lib.mat_than_engine.protocol.problems import Problem
from custom_components.mat_than.lib.mat_than_engine.protocol.signed import Kind
from custom_components.mat_than.sharing.hub import Hub as JoinedHub
from custom_components.mat_than.sharing.identity import Identity, async_get_identities

from .conftest import ALWAYS, Home
from .hostile_hub import Answer, HostileHub, endless, hostile_hub, http, json_answer, problem


@pytest.fixture
async def hub(socket_enabled: None) -> AsyncGenerator[HostileHub]:
    async with hostile_hub() as hub:
        beat = {"server_time": "2026-11-22T08:00:00.000Z", "inbox_seq": 0}
        hub.answers |= {"/v1/cameras/cam1": http(201, b"{}"), "/v1/heartbeat": json_answer(beat)}
        hub.answers["/v1/household/access-log"] = json_answer({"entries": []})
        hub.answers["/v1/inbox"] = json_answer({"items": []})
        yield hub


async def shared_with(home: Home, hub: HostileHub, kinds: tuple[DataKind, ...] = (DataKind.EVENTS,)) -> str:
    """A consent from the days when the hub behaved; the hub's subentry."""
    told = hub.description()
    joined = JoinedHub(
        url=hub.url,
        key=hub.key,
        household_id=str(uuid4()),
        name=told.name,
        commune=told.commune,
        notice_version="1",
        retention_days=30,
    )
    identity = Identity.new()
    await (await async_get_identities(home.hass)).async_put(joined.recipient, identity)
    hub_id = home.add(SUBENTRY_HUB, told.name, joined.as_data())
    now = dt_util.utcnow()
    record = ConsentRecord(
        consent_id=str(uuid4()),
        version=1,
        household_id=joined.household_id,
        hub_thumbprint=hub.key.thumbprint,
        camera_id="cam1",
        purpose=Purpose.NEIGHBOURHOOD_SECURITY,
        kinds=kinds,
        valid_from=now,
        valid_until=now + timedelta(days=30),
        retention_days=7,
        notice_version="1",
        language="vi",
        given_at=now,
        hours=ALWAYS,
    )
    home.add(SUBENTRY_CONSENT, "Cổng", {"record": identity.sign_object(Kind.CONSENT, record), "receipt": ""})
    await home.settled()
    return hub_id


@pytest.mark.parametrize(
    ("answer", "problem_word"),
    [
        (http(503, b"<html>", "text/html"), "hub_refused"),
        (problem(Problem.OVERLOADED), "overloaded"),
        (http(202, b"<html>It works!</html>", "text/html"), "hub_nonsense"),
        (http(202, json.dumps({"results": []}).encode()), "hub_nonsense"),
        (http(404, b"not here", "text/plain"), "hub_nonsense"),
        (endless, "hub_nonsense"),
        (b"", "hub_unreachable"),
    ],
    ids=["a 503 page", "overloaded", "a web page", "no results", "a 404 page", "an endless body", "nothing"],
)
async def test_nothing_is_lost_to_a_hub_that_misbehaves(
    home: Home, hub: HostileHub, answer: Answer, problem_word: str
) -> None:
    hub_id = await shared_with(home, hub)
    hub.answers["/v1/events"] = answer
    motion = home.motion()
    home.door.offer_motion(motion)
    await home.until(lambda: home.door.hub_state(hub_id).problem == problem_word)
    assert home.door.hub_state(hub_id).queue_length == 1
    began = asyncio.get_running_loop().time()
    await asyncio.sleep(0.05)
    assert asyncio.get_running_loop().time() - began < 0.5, "Home Assistant goes on"
    hub.answers["/v1/events"] = json_answer({"results": [{"id": motion.event_id, "status": "accepted"}]}, 202)
    await home.until(lambda: home.door.hub_state(hub_id).queue_length == 0)
    assert home.door.hub_state(hub_id).connected


async def test_another_key_at_the_hubs_address_stops_everything_and_is_a_repair(home: Home, hub: HostileHub) -> None:
    hub.describe(key=Identity.new().public)
    hub_id = await shared_with(home, hub)
    home.door.offer_motion(home.motion())
    await home.until(lambda: ir.async_get(home.hass).async_get_issue(DOMAIN, f"hub_key_changed_{hub_id}"))
    await home.until(lambda: home.door.hub_state(hub_id).queue_length == 1)
    assert {request for request, _, _ in hub.requests} == {"GET /.well-known/mt-hub"}
    hub.describe()
    await home.until(lambda: any(request == "POST /v1/events" for request, _, _ in hub.requests))
    await home.until(lambda: not ir.async_get(home.hass).async_get_issue(DOMAIN, f"hub_key_changed_{hub_id}"))


async def test_one_bad_event_does_not_hold_the_others_up(home: Home, hub: HostileHub) -> None:
    hub_id = await shared_with(home, hub)
    motions = [home.motion() for _ in range(3)]

    async def picky(writer: asyncio.StreamWriter) -> None:
        events = json.loads(hub.requests[-1][2])["events"]
        bad = any(event["id"] == motions[1].event_id for event in events)
        results = [{"id": event["id"], "status": "accepted"} for event in events]
        writer.write(problem(Problem.VALIDATION) if bad else json_answer({"results": results}, 202))

    hub.answers["/v1/events"] = picky
    for motion in motions:
        home.door.offer_motion(motion)
    await home.until(lambda: [parcel.reason for parcel in home.door.outbox.all()] == ["validation"], 20)
    assert home.door.outbox.all()[0].object_id == motions[1].event_id
    await home.until(lambda: ir.async_get(home.hass).async_get_issue(DOMAIN, f"hub_parked_{hub_id}"))


async def test_no_log_line_holds_a_key_a_signature_or_what_was_sent(
    home: Home, hub: HostileHub, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "custom_components.mat_than")
    hub_id = await shared_with(home, hub)
    hub.answers["/v1/events"] = http(404, b"you sent 0.1,0.2,0.3,0.4", "text/plain")
    home.door.offer_motion(home.motion())
    await home.until(lambda: home.door.hub_state(hub_id).problem == "hub_nonsense")
    ours = " ".join(record.getMessage() for record in caplog.records if record.name.startswith("custom_components"))
    sent = hub.requests[-1]
    assert ours
    for secret in (sent[1].get("signature", "-"), home.joined(hub_id).household_id, "0.2,0.3", hub.url):
        assert secret not in ours
