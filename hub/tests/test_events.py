"""Events: each is checked against its consent, none is kept twice, each is told its fate."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

from conftest import Stage
from home import new_id
import pytest

from mat_than_hub.changes.service import Bus
from mat_than_hub.protocol.consent import DataKind, Hours
from mat_than_hub.protocol.footage import EventType


async def test_an_event_without_a_consent_of_its_own_camera_is_refused(stage: Stage) -> None:
    home, other = await stage.joined(), await stage.joined("Nhà ông Ba")
    foreign = await other.put_consent()
    elsewhere = await home.put_consent(camera_id="cam-2")
    for consent_id in (new_id(), foreign, elsewhere):
        assert await home.results(home.event(consent_id)) == [("rejected", "consent-missing")]
    assert (await stage.officer.get("/api/events")).json()["events"] == []


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"kinds": (DataKind.CLIPS,)}, id="events are not among the kinds"),
        pytest.param({"valid_from": timedelta(hours=1)}, id="it begins later"),
        pytest.param({"hours": "closed"}, id="outside its hours"),
    ],
)
async def test_an_event_outside_of_its_consent_is_refused(stage: Stage, changes: dict[str, Any]) -> None:
    home = await stage.joined()
    now = stage.clock.now()
    if "valid_from" in changes:
        changes = {"valid_from": now + changes["valid_from"]}
    if "hours" in changes:
        minute = (now.hour * 60 + now.minute + 720) % 1440
        changes = {"hours": Hours(from_minute=minute, to_minute=min(minute + 1, 1440), time_zone="UTC")}
    consent_id = await home.put_consent(**changes)
    assert await home.results(home.event(consent_id)) == [("rejected", "consent-missing")]


async def test_an_event_of_before_the_consent_or_after_its_end_is_refused(stage: Stage) -> None:
    home = await stage.joined()
    consent_id = await home.put_consent(valid_until=stage.clock.now() + timedelta(hours=2))
    before = home.event(consent_id, started_at=stage.clock.now() - timedelta(hours=2))
    assert await home.results(before) == [("rejected", "consent-missing")]
    stage.clock.ahead = timedelta(hours=3)
    assert await home.results(home.event(consent_id)) == [("rejected", "consent-missing")]


async def test_an_event_from_another_time_is_refused(stage: Stage) -> None:
    home = await stage.joined()
    consent_id = await home.put_consent(valid_from=stage.clock.now() - timedelta(days=60))
    for away in (timedelta(days=-32), timedelta(minutes=10)):
        event = home.event(consent_id, started_at=stage.clock.now() + away)
        assert await home.results(event) == [("rejected", "validation")]


async def test_an_event_sent_again_is_a_duplicate_and_a_changed_one_an_update(stage: Stage) -> None:
    home = await stage.joined()
    consent_id = await home.put_consent()
    event, clip_id = home.event(consent_id), new_id()
    ended = replace(event, data=replace(event.data, ended_at=stage.clock.now(), clip_id=clip_id))
    late = replace(event, data=replace(event.data, ended_at=stage.clock.now(), score=0.9))
    assert await home.results(event) == [("accepted", None)]
    assert await home.results(event) == [("duplicate", None)]
    assert await home.results(ended) == [("updated", None)]
    assert await home.results(late) == [("updated", None)]
    [shown] = (await stage.officer.get("/api/events")).json()["events"]
    assert shown["ended_at"] is not None
    assert shown["score"] == 0.9


async def test_an_update_never_moves_an_event(stage: Stage) -> None:
    home, other = await stage.joined(), await stage.joined("Nhà ông Ba")
    consent_id, second, foreign = await home.put_consent(), await home.put_consent(), await other.put_consent()
    event = home.event(consent_id)
    await home.results(event)
    assert await home.results(replace(event, data=replace(event.data, consent_id=second))) == [("rejected", "conflict")]
    assert await home.results(replace(event, type=EventType.TAMPER)) == [("rejected", "conflict")]
    assert await other.results(other.event(foreign, event.id)) == [("rejected", "conflict")]
    assert await other.results(replace(event, data=replace(event.data, consent_id=foreign))) == [
        ("rejected", "not-yours")
    ]


async def test_a_batch_tells_each_events_fate_in_its_order(stage: Stage) -> None:
    home = await stage.joined()
    consent_id = await home.put_consent()
    good, bad = home.event(consent_id), home.event(new_id())
    assert await home.results(bad, good, good) == [
        ("rejected", "consent-missing"),
        ("accepted", None),
        ("duplicate", None),
    ]


async def test_a_camera_that_was_never_described_has_no_events(stage: Stage) -> None:
    home = await stage.joined()
    home.camera_id = "cam-9"
    consent_id = await home.put_consent()
    assert await home.results(home.event(consent_id)) == [("rejected", "not-yours")]


async def test_a_batch_is_bounded(stage: Stage) -> None:
    home = await stage.joined()
    consent_id = await home.put_consent()
    events = [home.event(consent_id) for _ in range(100)]
    assert (await home.send_events(*events)).status_code == 202
    raw = {"events": [{}] * 101}
    assert (await home.send("POST", "/v1/events", raw)).status_code == 422
    assert (await home.send("POST", "/v1/events", b" " * (256 * 1024 + 1))).status_code == 413


async def test_a_consent_can_be_changed_by_its_next_version_only(stage: Stage) -> None:
    home = await stage.joined()
    record = home.record()
    await home.put_consent(record)
    narrower = replace(record, version=2, kinds=(DataKind.CLIPS,))
    path = f"/v1/consents/{record.consent_id}"
    for wrong in (replace(record, retention_days=9), replace(record, version=3)):
        response = await home.send("PUT", path, {"record": home.sign_consent(wrong)})
        assert response.json()["type"] == "urn:mt:problem:conflict"
    assert (await home.send("PUT", path, {"record": home.sign_consent(narrower)})).status_code == 201
    assert await home.results(home.event(record.consent_id)) == [("rejected", "consent-missing")]
    moved = replace(record, version=3, camera_id="cam-2")
    assert (await home.send("PUT", path, {"record": home.sign_consent(moved)})).status_code == 422


async def test_a_consent_names_this_hub_this_household_and_a_time_to_come(stage: Stage) -> None:
    home, other = await stage.joined(), await stage.joined("Nhà ông Ba")
    now = stage.clock.now()
    for record in (
        home.record(hub_thumbprint="x" * 43),
        home.record(household_id=other.household_id),
        home.record(valid_from=now - timedelta(days=2), valid_until=now - timedelta(days=1)),
        home.record(hours=Hours(time_zone="Asia/Nowhere")),
    ):
        path = f"/v1/consents/{record.consent_id}"
        response = await home.send("PUT", path, {"record": home.sign_consent(record)})
        assert response.json()["type"] == "urn:mt:problem:validation"
    record = home.record()
    body = {"record": other.sign_consent(record)}
    assert (await home.send("PUT", f"/v1/consents/{record.consent_id}", body)).status_code == 422
    body = {"record": home.sign_consent(record)}
    assert (await home.send("PUT", f"/v1/consents/{new_id()}", body)).status_code == 422


async def test_one_household_cannot_touch_the_consent_of_another(stage: Stage) -> None:
    home, other = await stage.joined(), await stage.joined("Nhà ông Ba")
    consent_id = await home.put_consent()
    assert (await other.withdraw(consent_id)).json()["type"] == "urn:mt:problem:not-yours"
    record = other.record(consent_id=consent_id)
    response = await other.send("PUT", f"/v1/consents/{consent_id}", {"record": other.sign_consent(record)})
    assert response.json()["type"] == "urn:mt:problem:not-yours"
    deletion = (await home.withdraw(consent_id)).json()
    assert (await other.send("GET", f"/v1/deletions/{deletion['deletion_id']}")).status_code == 404
    assert (await home.withdraw(consent_id)).json() == deletion
    record = home.record(consent_id=consent_id, version=2)
    response = await home.send("PUT", f"/v1/consents/{consent_id}", {"record": home.sign_consent(record)})
    assert response.json()["type"] == "urn:mt:problem:consent-withdrawn"


async def test_the_feed_is_read_in_pages_and_searched_without_marks(stage: Stage) -> None:
    home = await stage.joined("Nhà bà Đào")
    consent_id = await home.put_consent()
    for _ in range(5):
        await home.results(home.event(consent_id))
    first = (await stage.officer.get("/api/events?limit=3")).json()
    assert (len(first["events"]), first["more"]) == (3, True)
    rest = (await stage.officer.get(f"/api/events?limit=3&before={first['events'][-1]['seq']}")).json()
    assert (len(rest["events"]), rest["more"]) == (2, False)
    for text, count in (("ba dao", 5), ("CONG truoc", 5), ("100%", 0), ("bà Đào", 5)):
        found = await stage.officer.get("/api/events", params={"q": text})
        assert len(found.json()["events"]) == count, text
    assert (await stage.officer.get("/api/events?limit=0")).status_code == 422
    assert (
        len((await stage.officer.get(f"/api/events?camera=cam-1&household={home.household_id}")).json()["events"]) == 5
    )


async def test_a_change_that_comes_while_a_reader_reads_is_not_slept_over() -> None:
    bus = Bus()
    with bus.listening() as hints:
        hints.begin()
        bus.hint()  # between the reader's look and its wait
        async with asyncio.timeout(1):
            await hints.wait(60)
        hints.begin()
        await hints.wait(0.01)  # nothing new: it waits, and looks by itself
    bus.hint()
