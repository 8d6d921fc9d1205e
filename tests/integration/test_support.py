"""What helps when something is wrong: repairs, diagnostics, the system page."""

from collections.abc import Callable
import json
from pathlib import Path

from homeassistant.components.repairs import RepairsFlow
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.helpers import issue_registry as ir
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import MockConfigEntry
from pytest_homeassistant_custom_component.components.diagnostics import get_diagnostics_for_config_entry
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.mat_than.const import DOMAIN
from custom_components.mat_than.lib.mat_than_engine.reports import Advice, ClipLost, Coverage, Finding
from custom_components.mat_than.repairs import async_create_fix_flow
from custom_components.mat_than.system_health import async_health

from .conftest import StandIn, camera_subentry, until
from .happenings import STARTED_AT, clip_saved, motion_report

SECRETS = ["hunter2", "chủ", "10.0.0.5", "rtsp", "Cổng", "main-path", "a-secret-token"]


async def test_diagnostics_hold_figures_and_no_secret(
    hass: HomeAssistant,
    engine: StandIn,
    make_entry: Callable[..., MockConfigEntry],
    socket_enabled: None,
    hass_client: ClientSessionGenerator,
    storage: Path,
) -> None:
    assert await async_setup_component(hass, "diagnostics", {})
    entry = make_entry(
        camera_subentry(
            url="rtsp://10.0.0.5/main-path?token=a-secret-token",
            username="chủ",
            password="hunter2",
            privacy_masks=[[[0, 0], [1, 0], [1, 1]]],
        )
    )
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(hass, lambda: entry.runtime_data.coordinator.views["cam1"].live)
    found = (Finding(kind="key_frames_rare", value=10.0),)
    coverage = Coverage(camera_id="cam1", day="2026-11-22", recorded_s=1.0, watched_s=2.0)
    await engine.report(hass, Advice(camera_id="cam1", findings=found), coverage)
    await engine.report(hass, motion_report("start", still="clips/cam1/a.jpg"), clip_saved())
    await until(hass, lambda: entry.runtime_data.coordinator.views["cam1"].clips_today)
    found = await get_diagnostics_for_config_entry(hass, hass_client, entry)
    text = json.dumps(found, ensure_ascii=False)
    assert [secret for secret in [*SECRETS, str(storage), entry.entry_id, "cam1"] if secret in text] == []
    (camera,) = found["cameras"]
    assert (camera["state"], camera["motion_now"], camera["masks"], camera["clips_today"]) == ("live", True, 1, 1)
    assert (camera["main"]["codec"], camera["main"]["width"]) == ("h264", 1920)
    assert found["engine"]["alive"] is True
    assert camera["advice"][0]["what"].startswith("Key frames come rarely")
    assert camera["coverage"]["recorded_s"] == 1.0
    seed = engine.commands("configure")[-1]["signing_seed"]
    assert len(bytes.fromhex(seed)) == 32
    assert seed not in text


async def start_repair(hass: HomeAssistant, engine: StandIn) -> RepairsFlow:
    await engine.report(hass, ClipLost(camera_id="cam1", started_at=STARTED_AT, reason="disk_error"))
    issues = ir.async_get(hass)
    await until(hass, lambda: issues.async_get_issue(DOMAIN, "storage"))
    issue = issues.async_get_issue(DOMAIN, "storage")
    flow = await async_create_fix_flow(hass, "storage", issue.data)
    flow.hass = hass
    flow.handler = DOMAIN
    flow.issue_id = "storage"
    flow.flow_id = "flow"
    flow.context = {}
    return flow


async def test_the_folder_is_looked_at_again_when_the_owner_has_seen_to_it(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, storage: Path
) -> None:
    flow = await start_repair(hass, engine)
    form = await flow.async_step_init()
    assert (form["step_id"], form["description_placeholders"]) == ("check", {"folder": str(storage)})
    storage.rename(storage.with_name("away"))
    storage.write_text("in the way")
    form = await flow.async_step_check({})
    assert form["errors"] == {"base": "storage_disk_error"}
    storage.unlink()
    before = engine.pid
    assert (await flow.async_step_check({}))["type"] is FlowResultType.CREATE_ENTRY
    await until(hass, lambda: engine.pid != before and entry.runtime_data.coordinator.host.alive)
    assert ir.async_get(hass).async_get_issue(DOMAIN, "storage") is None


async def test_a_repair_of_a_place_that_is_gone_just_ends(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    flow = await start_repair(hass, engine)
    await hass.config_entries.async_remove(entry.entry_id)
    assert (await flow.async_step_init())["type"] is FlowResultType.CREATE_ENTRY


async def test_the_system_page_counts_cameras(hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry) -> None:
    health = await async_health(hass)
    assert len(health.pop("fingerprint")) == 43  # a thumbprint, which is public; the key stays where it is
    assert health == {"engine": True, "engine_starts": 1, "cameras": 1, "cameras_live": 1}
    await hass.config_entries.async_unload(entry.entry_id)
    assert await async_health(hass) == {"engine": False}
