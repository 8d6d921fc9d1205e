"""What the panel asks: the live tuning picture and replays, for administrators alone; and the hooks of a backup."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from homeassistant.core import HomeAssistant
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.mat_than import engine_host, tuning
from custom_components.mat_than.backup import async_post_backup, async_pre_backup
from custom_components.mat_than.lib.mat_than_engine.model import SceneState
from custom_components.mat_than.lib.mat_than_engine.reports import TuningLook

from .conftest import StandIn, until
from .happenings import CLIP_ID, clip
from .kept import keep

TUNING = {"type": "mat_than/tuning/subscribe", "camera_id": "cam1"}


def look(score: float) -> TuningLook:
    return TuningLook(
        camera_id="cam1", at=datetime(2026, 11, 22, tzinfo=UTC), score=score, suspicion=0.0, on=False,
        scene=SceneState.DAY, reason="still", boxes=(), dismissed=(), picture_jpeg="", mask_width=2, mask_height=1,
        mask="wA==",
    )  # fmt: skip


def tuned(engine: StandIn) -> list[float]:
    return [command["for_s"] for command in engine.commands("tune")]


async def test_looks_come_as_long_as_somebody_looks(
    hass: HomeAssistant,
    engine: StandIn,
    entry: MockConfigEntry,
    socket_enabled: None,
    hass_ws_client: WebSocketGenerator,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tuning, "ASK_AGAIN_S", 0.2)
    client = await hass_ws_client(hass)
    ids = []
    for _ in range(2):
        await client.send_json_auto_id(TUNING)
        answer = await client.receive_json()
        assert answer["success"]
        ids.append(answer["id"])
    await until(hass, lambda: len(tuned(engine)) >= 2)  # asked again before it ends by itself
    assert set(tuned(engine)) == {30}
    await engine.report(hass, look(0.7))
    for _ in range(2):
        event = (await client.receive_json())["event"]
        assert (event["score"], event["scene"], event["mask"]) == (0.7, "day", "wA==")
    for subscription in ids:
        await client.send_json_auto_id({"type": "unsubscribe_events", "subscription": subscription})
        assert (await client.receive_json())["success"]
    await until(hass, lambda: tuned(engine)[-1] == 0)
    count = len(tuned(engine))
    await asyncio.sleep(0.4)
    assert len(tuned(engine)) == count


@pytest.mark.parametrize("message", [TUNING, {"type": "mat_than/replay", "clip_ids": ["a"], "watch": {}}])
async def test_only_administrators_see_what_the_detector_sees(
    hass: HomeAssistant,
    engine: StandIn,
    entry: MockConfigEntry,
    socket_enabled: None,
    hass_ws_client: WebSocketGenerator,
    hass_read_only_access_token: str,
    message: dict[str, Any],
) -> None:
    client = await hass_ws_client(hass, hass_read_only_access_token)
    await client.send_json_auto_id(message)
    answer = await client.receive_json()
    assert (answer["success"], answer["error"]["code"]) == (False, "unauthorized")
    assert not engine.commands("tune")


async def test_what_is_not_there_is_refused(
    hass: HomeAssistant,
    engine: StandIn,
    entry: MockConfigEntry,
    socket_enabled: None,
    hass_ws_client: WebSocketGenerator,
) -> None:
    client = await hass_ws_client(hass)

    async def error(message: dict[str, Any]) -> str:
        await client.send_json_auto_id(message)
        answer = await client.receive_json()
        assert answer["success"] is False
        return str(answer["error"]["code"])

    assert await error({**TUNING, "camera_id": "nobody"}) == "not_found"
    replay = {"type": "mat_than/replay", "clip_ids": ["a"], "watch": {"sensitivity": 500}}
    assert await error(replay) == "invalid_format"
    await hass.config_entries.async_unload(entry.entry_id)
    assert await error(TUNING) == "not_found"
    assert await error({**replay, "watch": {}}) == "not_found"
    assert await error({"type": "mat_than/playable", "clip_id": "a"}) == "not_found"


async def test_clips_are_looked_at_again_under_other_settings(
    hass: HomeAssistant,
    engine: StandIn,
    entry: MockConfigEntry,
    storage: Path,
    socket_enabled: None,
    hass_ws_client: WebSocketGenerator,
) -> None:
    second = clip(clip_id="second", path="clips/cam1/2026-11-21/second.mp4", still=None)
    await keep(hass, storage, [clip(), second])
    client = await hass_ws_client(hass)
    await client.send_json_auto_id(
        {"type": "mat_than/replay", "clip_ids": [CLIP_ID, "gone", "second"], "watch": {"sensitivity": 80}}
    )
    assert (await client.receive_json())["success"]
    first, last = [(await client.receive_json())["event"] for _ in range(2)]
    assert (first["clip_id"], first["last"], first["motions"]) == (CLIP_ID, False, [[1, 2, 0.9, "x"]])
    assert (last["clip_id"], last["last"]) == ("second", True)
    order = engine.commands("replay")[-1]
    assert (order["watch"]["sensitivity"], len(order["clips"])) == (80, 2)
    await client.send_json_auto_id({"type": "mat_than/replay", "clip_ids": ["gone"], "watch": {}})
    assert (await client.receive_json())["success"]
    assert (await client.receive_json())["event"] == {"last": True, "error": "missing"}


async def test_a_backup_waits_for_what_is_acknowledged_and_for_nothing_else(
    hass: HomeAssistant,
    engine: StandIn,
    entry: MockConfigEntry,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await async_pre_backup(hass)
    assert len(engine.commands("flush")) == 1
    await async_post_backup(hass)
    monkeypatch.setattr(engine_host, "FLUSH_S", 0.1)
    for error, text in (("disk", "could not be flushed"), ("silence", "did not flush")):
        monkeypatch.setenv("STAND_IN_ORDER_ERROR", error)
        assert await hass.config_entries.async_reload(entry.entry_id)
        await until(hass, lambda: entry.runtime_data.coordinator.host.alive)
        await async_pre_backup(hass)
        assert text in caplog.text
    await entry.runtime_data.coordinator.async_stop()
    caplog.set_level("INFO")
    await async_pre_backup(hass)
    assert "without the engine" in caplog.text
