"""A household learns who looked at its items: all of it, only of its own, in order, as soon as it asks."""

from datetime import timedelta
from typing import Any

from casework import give, member, opened
from conftest import Stage
from home import Home, new_id

from mat_than_hub.protocol.access import AccessLog
from mat_than_hub.protocol.limits import JSON_BYTES
from mat_than_hub.protocol.signed import parse_body


async def told(home: Home, after: int = 0) -> AccessLog:
    response = await home.send("GET", f"/v1/household/access-log?after={after}")
    assert response.status_code == 200, response.text
    return parse_body(AccessLog, response.content)


async def shown(stage: Stage, home: Home, jpeg: bytes) -> dict[str, Any]:
    event = home.event(await home.put_consent())
    await home.results(event)
    await home.put_still(new_id(), event.id, jpeg)
    view: dict[str, Any] = (await stage.officer.get(f"/api/events/{event.id}")).json()
    return view


async def test_a_household_learns_of_every_look_at_its_own_items(stage: Stage, jpeg: bytes) -> None:
    home, neighbour = await stage.joined(), await stage.joined("Nhà ông Tư")
    assert (await told(home)).entries == ()
    event = await shown(stage, home, jpeg)
    assert (await stage.officer.get(event["still_url"])).status_code == 200
    log = (await told(home)).entries
    assert [(entry.action, entry.unit, entry.camera_id) for entry in log] == [
        ("view_event", "Công an phường", "cam-1"),
        ("view_still", "Công an phường", "cam-1"),
    ]
    assert {entry.event_id for entry in log} == {event["id"]}
    assert (await told(home, log[0].seq)).entries == log[1:]
    assert (await told(home, log[1].seq)).entries == ()
    assert (await told(neighbour)).entries == ()


async def test_a_look_that_was_refused_is_none_and_a_withdrawal_does_not_erase_those_before(
    stage: Stage, jpeg: bytes
) -> None:
    home = await stage.joined()
    event = await shown(stage, home, jpeg)
    before = (await told(home)).entries
    [consent] = (await stage.officer.get("/api/consents")).json()
    await home.withdraw(consent["id"])
    assert (await stage.officer.get(event["still_url"])).status_code == 410
    assert (await told(home)).entries == before


async def test_the_log_is_asked_for_with_a_number(stage: Stage) -> None:
    home = await stage.joined()
    for wrong in ("-1", "x", str(2**70)):
        assert (await home.send("GET", f"/v1/household/access-log?after={wrong}")).status_code == 422
    assert (await stage.officer.get("/v1/household/access-log")).status_code == 401


async def test_a_page_of_the_log_is_as_long_as_a_home_reads(stage: Stage, mp4: bytes) -> None:
    home, second = await stage.joined(), await member(stage)
    await home.put_consent()
    request = await opened(stage, second, home, reason="🚓" * 1000)
    clip = await give(home, request, mp4)
    for minute in range(1, 18):
        stage.clock.ahead = timedelta(minutes=minute, seconds=minute)
        assert (await second.get(f"/api/clips/{clip.clip_id}")).status_code == 200
    answer = await home.send("GET", "/v1/household/access-log")
    assert JSON_BYTES * 0.9 < len(answer.content) <= JSON_BYTES
    first = (await told(home)).entries
    rest = (await told(home, first[-1].seq)).entries
    assert (len(first) < 17, len(first) + len(rest)) == (True, 17)
    assert {entry.reason for entry in (*first, *rest)} == {"🚓" * 1000}


async def test_the_log_is_asked_for_one_event_or_one_household(stage: Stage, jpeg: bytes) -> None:
    home, neighbour = await stage.joined(), await stage.joined("Nhà ông Tư")
    event, other = await shown(stage, home, jpeg), await shown(stage, neighbour, jpeg)
    await stage.officer.get(event["still_url"])

    async def log(query: str) -> list[tuple[str, str]]:
        entries = (await stage.officer.get(f"/api/access-log?{query}")).json()
        return [(entry["action"], entry["event_id"]) for entry in entries]

    looks = [("view_still", event["id"]), ("view_event", event["id"])]
    assert await log(f"event_id={event['id']}") == await log(f"household={home.household_id}") == looks
    assert await log(f"household={neighbour.household_id}") == [("view_event", other["id"])]
    assert await log(f"event_id={event['id']}&household={neighbour.household_id}") == []
    assert await log(f"event_id={event['id']}&limit=1") == looks[:1]
