"""The place starts, survives its engine's death, and leaves nothing behind."""

import asyncio
from collections.abc import Callable
import os
from pathlib import Path
import signal
import time

from homeassistant.config_entries import ConfigEntryState
from homeassistant.const import EVENT_HOMEASSISTANT_STOP, STATE_OFF, STATE_ON, STATE_UNAVAILABLE
from homeassistant.core import HomeAssistant
from homeassistant.helpers import device_registry as dr, entity_registry as er, issue_registry as ir
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mat_than.const import DOMAIN

from .conftest import StandIn, alive, camera_data, camera_subentry, until
from .happenings import motion_report

MOTION = "binary_sensor.cong_motion"
CONNECTION = "binary_sensor.cong_connection"


async def test_a_place_without_cameras_starts_its_engine(
    hass: HomeAssistant, engine: StandIn, make_entry: Callable[..., MockConfigEntry]
) -> None:
    entry = make_entry()
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(hass, lambda: entry.runtime_data.coordinator.host.alive)
    assert entry.state is ConfigEntryState.LOADED


async def test_the_engine_is_told_folder_retention_and_cameras(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, storage: Path
) -> None:
    configure = engine.commands("configure")[-1]
    assert configure["storage"] == str(storage)
    retention = configure["retention"]
    assert (retention["days"], retention["gigabytes"]) == (14, 20)
    assert [(camera["camera_id"], camera["main_url"]) for camera in configure["cameras"]] == [
        ("cam1", "rtsp://10.0.0.5/main")
    ]


async def test_credentials_reach_the_engine_in_the_address_alone(
    hass: HomeAssistant, engine: StandIn, make_entry: Callable[..., MockConfigEntry]
) -> None:
    data = {"username": "chủ nhà", "password": "p@ss:/?", "sub_url": "rtsp://10.0.0.5/sub"}
    entry = make_entry(camera_subentry(**data))
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(hass, lambda: engine.commands("configure"))
    camera = engine.commands("configure")[-1]["cameras"][0]
    assert camera["main_url"] == "rtsp://ch%E1%BB%A7%20nh%C3%A0:p%40ss%3A%2F%3F@10.0.0.5/main"
    assert camera["sub_url"] == "rtsp://ch%E1%BB%A7%20nh%C3%A0:p%40ss%3A%2F%3F@10.0.0.5/sub"


async def test_a_killed_engine_leaves_no_motion_on_and_is_back_within_five_seconds(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    await engine.report(hass, motion_report("start"))
    await until(hass, lambda: hass.states.get(MOTION).state == STATE_ON)
    killed, at = engine.pid, time.monotonic()
    os.kill(killed, signal.SIGKILL)
    await until(hass, lambda: hass.states.get(MOTION).state == STATE_UNAVAILABLE)
    assert hass.states.get(CONNECTION).state == STATE_UNAVAILABLE
    await until(hass, lambda: hass.states.get(MOTION).state == STATE_OFF)
    assert time.monotonic() - at < 5
    assert engine.pid != killed
    assert hass.states.get(CONNECTION).state == STATE_ON


async def test_an_engine_that_speaks_nonsense_is_replaced(
    hass: HomeAssistant, engine: StandIn, make_entry: Callable[..., MockConfigEntry], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STAND_IN_MODE", "garbage")
    entry = make_entry(camera_subentry())
    assert await hass.config_entries.async_setup(entry.entry_id)
    host = entry.runtime_data.coordinator.host
    await until(hass, lambda: host.unreadable)
    monkeypatch.setenv("STAND_IN_MODE", "")
    await until(hass, lambda: hass.states.get(MOTION).state == STATE_OFF)
    assert host.starts >= 2


async def test_an_engine_of_another_version_is_not_used(
    hass: HomeAssistant, engine: StandIn, make_entry: Callable[..., MockConfigEntry], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STAND_IN_MODE", "newer")
    entry = make_entry(camera_subentry())
    assert await hass.config_entries.async_setup(entry.entry_id)
    host = entry.runtime_data.coordinator.host
    await until(hass, lambda: host.unreadable)
    assert not host.alive
    assert hass.states.get(MOTION).state == STATE_UNAVAILABLE


async def test_log_lines_of_the_engine_come_without_addresses(
    hass: HomeAssistant,
    engine: StandIn,
    make_entry: Callable[..., MockConfigEntry],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("STAND_IN_MODE", "noisy")
    entry = make_entry(camera_subentry())
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(hass, lambda: "still here" in caplog.text)
    assert "cannot open" in caplog.text
    assert "hunter2" not in caplog.text
    assert "10.0.0.9" not in caplog.text


async def test_a_stubborn_engine_is_gone_three_seconds_after_home_assistant_stops(
    hass: HomeAssistant, engine: StandIn, make_entry: Callable[..., MockConfigEntry], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STAND_IN_MODE", "stubborn")
    entry = make_entry(camera_subentry())
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(hass, lambda: entry.runtime_data.coordinator.host.alive)
    pid, at = engine.pid, time.monotonic()
    hass.bus.async_fire(EVENT_HOMEASSISTANT_STOP)
    await until(hass, lambda: not alive(pid))
    assert time.monotonic() - at < 3.5


async def test_unloading_ends_the_engine_and_loading_again_works(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    pid = engine.pid
    assert await hass.config_entries.async_unload(entry.entry_id)
    assert not alive(pid)
    assert hass.states.get(MOTION).state == STATE_UNAVAILABLE
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(hass, lambda: hass.states.get(MOTION).state == STATE_OFF)


async def test_removing_leaves_no_process_no_entity_no_device_and_keeps_the_clips(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, storage: Path
) -> None:
    (storage / "a clip").write_bytes(b"mp4")
    pid = engine.pid
    await hass.config_entries.async_remove(entry.entry_id)
    await hass.async_block_till_done()
    assert not alive(pid)
    assert not er.async_entries_for_config_entry(er.async_get(hass), entry.entry_id)
    assert not dr.async_entries_for_config_entry(dr.async_get(hass), entry.entry_id)
    assert not [key for key in ir.async_get(hass).issues if key[0] == DOMAIN]
    assert (storage / "a clip").exists()


async def test_a_camera_added_or_removed_does_not_disturb_the_others(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    pid = engine.pid
    from homeassistant.config_entries import ConfigSubentry  # noqa: PLC0415 - read as a subentry flow makes it

    added = ConfigSubentry(
        data=camera_data("rtsp://10.0.0.6/main"), subentry_type="camera", title="Sân", unique_id="second"
    )
    hass.config_entries.async_add_subentry(entry, added)
    await until(hass, lambda: (state := hass.states.get("binary_sensor.san_motion")) and state.state == STATE_OFF)
    assert engine.pid == pid
    assert len(engine.commands("configure")[-1]["cameras"]) == 2
    hass.config_entries.async_remove_subentry(entry, added.subentry_id)
    await until(hass, lambda: hass.states.get("binary_sensor.san_motion") is None)
    assert len(engine.commands("configure")[-1]["cameras"]) == 1
    assert hass.states.get(MOTION).state == STATE_OFF
    assert engine.pid == pid
    assert len(dr.async_entries_for_config_entry(dr.async_get(hass), entry.entry_id)) == 2


async def test_a_place_that_is_taken_down_while_a_camera_changes_goes_quietly(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, go_on = asyncio.Event(), asyncio.Event()
    asked: list[str] = []

    async def slow() -> None:
        reached.set()
        await go_on.wait()

    async def door() -> None:
        asked.append("door")

    monkeypatch.setattr(entry.runtime_data.coordinator, "async_subentries_changed", slow)
    monkeypatch.setattr(entry.runtime_data.door, "async_subentries_changed", door)
    hass.config_entries.async_remove_subentry(entry, "cam1")
    await reached.wait()
    assert await hass.config_entries.async_unload(entry.entry_id)
    go_on.set()
    await hass.async_block_till_done()
    assert entry.state is ConfigEntryState.NOT_LOADED
    assert asked == []


async def test_a_renamed_camera_renames_its_device(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    hass.config_entries.async_update_subentry(entry, entry.subentries["cam1"], title="Cổng sau")
    await hass.async_block_till_done()
    devices = dr.async_entries_for_config_entry(dr.async_get(hass), entry.entry_id)
    assert "Cổng sau" in {device.name for device in devices}


async def test_new_options_load_the_place_anew(hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry) -> None:
    hass.config_entries.async_update_entry(entry, options={"retention_days": 3, "retention_gb": 5})
    await until(hass, lambda: engine.commands("configure")[-1]["retention"]["days"] == 3)
    await until(hass, lambda: hass.states.get(MOTION).state == STATE_OFF)


async def test_a_folder_that_cannot_be_written_is_a_repair_and_is_tried_again(
    hass: HomeAssistant, engine: StandIn, make_entry: Callable[..., MockConfigEntry], storage: Path
) -> None:
    storage.write_text("a file where the folder should be")
    entry = make_entry(camera_subentry())
    assert not await hass.config_entries.async_setup(entry.entry_id)
    assert entry.state is ConfigEntryState.SETUP_RETRY
    assert ir.async_get(hass).async_get_issue(DOMAIN, "storage").translation_key == "storage_disk_error"
    storage.unlink()
    assert await hass.config_entries.async_reload(entry.entry_id)
    assert ir.async_get(hass).async_get_issue(DOMAIN, "storage") is None
