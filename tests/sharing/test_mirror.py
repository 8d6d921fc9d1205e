"""The owner learns who at the hub looked at what he shared: each look once, also over a restart, and from nobody else."""

import json
from typing import Any

import pytest

from custom_components.mat_than.lib.mat_than_engine.protocol.access import AccessEntry, AccessLog
from custom_components.mat_than.lib.mat_than_engine.protocol.signed import parse_body
from custom_components.mat_than.lib.mat_than_engine.wire import WireError
from custom_components.mat_than.sharing import presence_line
from custom_components.mat_than.sharing.mirror import STORE_KEY, async_get_mirror
from scripts.live.hub import Hub

from .conftest import Home

ENTRY = {
    "seq": 3,
    "at": "2026-11-22T08:00:00.000Z",
    "action": "view_still",
    "camera_id": "cam1",
    "item_id": "0192f0c1-2345-7abc-8def-0123456789ab",
    "unit": "Công an phường",
}


def ask(home: Home, hub_id: str) -> None:
    line = home.door.lines.get(home.joined(hub_id).recipient)
    assert line is not None
    line.wake("mirror")


async def test_a_look_at_the_hub_is_told_at_home_once_and_stays_over_a_restart(
    home: Home, real_hub: Hub, hass_storage: dict[str, Any]
) -> None:
    hub_id = await home.join(real_hub)
    await home.consent(hub_id)
    heard: list[AccessEntry] = []
    home.door.async_listen_looks(hub_id, heard.append)
    motion = home.motion()
    home.door.offer_motion(motion)
    event = await home.until_received(real_hub, motion.event_id, lambda event: event["still_url"])
    await home.hass.async_add_executor_job(real_hub.http.bytes_of, "GET", event["still_url"])
    ask(home, hub_id)
    await home.until(lambda: heard)
    [look] = heard
    assert (look.action, look.camera_id, look.event_id) == ("view_still", "cam1", motion.event_id)
    assert look.unit == "Nhà văn hoá tổ 5"
    await home.until(lambda: home.door.hub_state(hub_id).looks_this_week == 1)
    assert home.joined(hub_id).code in hass_storage[STORE_KEY]["data"]

    await home.shut()
    home.hass.data.pop(STORE_KEY)  # type: ignore[call-overload]  # as a restart forgets it
    await home.open()
    home.door.async_listen_looks(hub_id, heard.append)
    await home.hass.async_add_executor_job(real_hub.http.get, f"/api/events/{motion.event_id}")
    ask(home, hub_id)
    await home.until(lambda: len(heard) == 2)
    assert heard[1].action == "view_event"
    assert home.door.hub_state(hub_id).looks_this_week == 2
    assert (await async_get_mirror(home.hass)).entries(home.joined(hub_id).code) == tuple(heard)


def test_the_owner_learns_of_it_within_a_minute() -> None:
    assert presence_line.MIRROR_S + presence_line.HEARTBEAT_S / 2 <= 60


@pytest.mark.parametrize(
    "entries",
    [
        [ENTRY, ENTRY],
        [ENTRY, {**ENTRY, "seq": 2}],
        [{**ENTRY, "seq": 0}],
        [{**ENTRY, "action": "steal"}],
        [{**ENTRY, "unit": "x" * 300}],
        [{**ENTRY, "item_id": "../../etc"}],
        [{**ENTRY, "seq": number} for number in range(1, 102)],
    ],
)
def test_a_log_that_cannot_be_is_not_believed(entries: list[dict[str, Any]]) -> None:
    with pytest.raises(WireError):
        parse_body(AccessLog, json.dumps({"entries": entries}).encode())
