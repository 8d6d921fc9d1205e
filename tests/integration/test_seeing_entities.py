"""What a camera does, as its engine sees it: tampered with, at night, in need of advice; its own sensor's word."""

from collections.abc import Callable
from datetime import UTC, datetime
import os
import signal
from typing import Any

from homeassistant.const import STATE_OFF, STATE_ON, STATE_UNKNOWN
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er, issue_registry as ir
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mat_than.const import DOMAIN
from custom_components.mat_than.lib.mat_than_engine.model import TAMPERED, CameraState, Cause, SceneState
from custom_components.mat_than.lib.mat_than_engine.reports import (
    Advice,
    CameraFigures,
    CameraStatus,
    Finding,
    SceneReport,
)

from .conftest import StandIn, camera_subentry, until

TAMPER = "binary_sensor.cong_tampering"
NIGHT = "binary_sensor.cong_night"
ADVICE = "sensor.cong_advice"


def scene(name: SceneState) -> SceneReport:
    return SceneReport(camera_id="cam1", scene=name, at=datetime.now(UTC))


@pytest.mark.parametrize("tampered", sorted(TAMPERED))
async def test_tampering_is_on_and_says_what_it_is(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, tampered: SceneState
) -> None:
    assert (hass.states.get(TAMPER).state, hass.states.get(TAMPER).attributes["what"]) == (STATE_OFF, "none")
    await engine.report(hass, scene(tampered))
    await until(hass, lambda: hass.states.get(TAMPER).state == STATE_ON)
    assert hass.states.get(TAMPER).attributes["what"] == tampered.value
    await engine.report(hass, scene(SceneState.DAY))
    await until(hass, lambda: hass.states.get(TAMPER).state == STATE_OFF)


async def test_it_is_night_until_a_day_s_picture_comes(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    assert hass.states.get(NIGHT).state == STATE_UNKNOWN
    await engine.report(hass, scene(SceneState.INFRARED))
    await until(hass, lambda: hass.states.get(NIGHT).state == STATE_ON)
    await engine.report(hass, scene(SceneState.FLASH), scene(SceneState.COVERED))
    await until(hass, lambda: hass.states.get(TAMPER).state == STATE_ON)
    assert hass.states.get(NIGHT).state == STATE_ON
    await engine.report(hass, scene(SceneState.DAY))
    await until(hass, lambda: hass.states.get(NIGHT).state == STATE_OFF)


def figures(profile: str) -> CameraFigures:
    return CameraFigures(
        camera_id="cam1", fps=15, looks_per_s=5, cpu_share=0, buffered_s=5, packets_dropped=0, packets_corrupt=0,
        profile=profile,
    )  # fmt: skip


async def test_figures_are_written_where_they_are_shown_and_nowhere_else(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    """They come every ten seconds from each camera, and writing a state costs much the same when nothing changed."""
    others = [TAMPER, NIGHT, ADVICE]
    written_at = [hass.states.get(entity_id).last_reported for entity_id in others]
    await engine.report(hass, figures("economy"))
    await until(hass, lambda: hass.states.get("sensor.cong_looking_now").state == "economy")
    assert [hass.states.get(entity_id).last_reported for entity_id in others] == written_at


async def test_the_profile_that_automatic_chose_is_shown(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    await engine.report(hass, figures("economy"))
    await until(hass, lambda: hass.states.get("sensor.cong_looking_now").state == "economy")
    await engine.report(hass, figures("of a newer engine"))
    await until(hass, lambda: hass.states.get("sensor.cong_looking_now").state == STATE_UNKNOWN)


async def test_advice_is_counted_and_only_what_hurts_is_a_repair(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    issues = ir.async_get(hass)
    mild = (Finding(kind="key_frames_rare", value=6.0), Finding(kind="large_watched_stream", value=0.9))
    await engine.report(hass, Advice(camera_id="cam1", findings=mild))
    await until(hass, lambda: hass.states.get(ADVICE).state == "2")
    assert hass.states.get(ADVICE).attributes["findings"] == ["key_frames_rare", "large_watched_stream"]
    assert not [key for key in issues.issues if key[0] == DOMAIN]
    bad = (Finding(kind="key_frames_irregular", value=20.04), Finding(kind="no_sub_stream", value=3.7))
    await engine.report(hass, Advice(camera_id="cam1", findings=bad))
    await until(hass, lambda: issues.async_get_issue(DOMAIN, "advice_key_frames_cam1"))
    issue = issues.async_get_issue(DOMAIN, "advice_key_frames_cam1")
    assert issue.translation_placeholders == {"camera": "Cổng", "value": "20.0"}
    assert issue.severity is ir.IssueSeverity.WARNING
    assert issues.async_get_issue(DOMAIN, "advice_large_stream_cam1").translation_placeholders["value"] == "3.7"
    await engine.report(hass, Advice(camera_id="cam1", findings=()))
    await until(hass, lambda: hass.states.get(ADVICE).state == "0")
    assert not [key for key in issues.issues if key[0] == DOMAIN]


async def test_a_camera_kept_away_is_a_repair_until_it_is_live(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    issues = ir.async_get(hass)
    await engine.report(hass, CameraStatus(camera_id="cam1", state=CameraState.RETRYING, cause=Cause.CRASHED))
    await until(hass, lambda: issues.async_get_issue(DOMAIN, "quarantined_cam1"))
    await engine.report(hass, CameraStatus(camera_id="cam1", state=CameraState.CONNECTING))
    await engine.report(hass, CameraStatus(camera_id="cam1", state=CameraState.LIVE))
    await until(hass, lambda: issues.async_get_issue(DOMAIN, "quarantined_cam1") is None)
    await engine.report(hass, CameraStatus(camera_id="cam1", state=CameraState.RETRYING, cause=Cause.CRASHED))
    await until(hass, lambda: issues.async_get_issue(DOMAIN, "quarantined_cam1"))
    hass.config_entries.async_remove_subentry(entry, "cam1")
    await until(hass, lambda: issues.async_get_issue(DOMAIN, "quarantined_cam1") is None)


async def test_the_camera_s_own_sensor_reaches_the_engine(
    hass: HomeAssistant, engine: StandIn, make_entry: Callable[..., MockConfigEntry]
) -> None:
    registry = er.async_get(hass)
    pir = registry.async_get_or_create("binary_sensor", "onvif", "pir", original_device_class="motion")
    hass.states.async_set(pir.entity_id, STATE_ON)
    entry = make_entry(camera_subentry(own_sensor=pir.id, own_sensor_use="vote"))
    assert await hass.config_entries.async_setup(entry.entry_id)

    def said() -> list[tuple[Any, ...]]:
        return [(command["camera_id"], command["on"]) for command in engine.commands("own_sensor")]

    await until(hass, lambda: said() == [("cam1", True)])
    assert engine.commands("configure")[-1]["cameras"][0]["watch"]["own_sensor"] == "vote"
    hass.states.async_set(pir.entity_id, "unavailable")
    await until(hass, lambda: said()[1:] == [("cam1", False)])
    registry.async_update_entity(pir.entity_id, new_entity_id="binary_sensor.renamed")
    hass.states.async_set("binary_sensor.renamed", STATE_ON)
    await until(hass, lambda: said()[2:] == [("cam1", True)])

    # A new engine is told anew; a sensor that is not to be heeded is not told at all.
    before = engine.pid
    os.kill(before, signal.SIGKILL)
    await until(hass, lambda: said()[3:] == [("cam1", True)])
    subentry = entry.subentries["cam1"]
    hass.config_entries.async_update_subentry(entry, subentry, data={**subentry.data, "own_sensor_use": "ignored"})
    await hass.async_block_till_done()
    hass.states.async_set("binary_sensor.renamed", STATE_OFF)
    await until(hass, lambda: engine.commands("configure")[-1]["cameras"][0]["watch"]["own_sensor"] == "ignored")
    assert len(said()) == 4


async def test_zones_and_the_time_zone_reach_the_engine(
    hass: HomeAssistant, engine: StandIn, make_entry: Callable[..., MockConfigEntry]
) -> None:
    zone = {"name": "sân", "polygon": [[0, 0], [1, 0], [1, 1]], "active": "hours", "hours": ["22:00", "05:30"]}
    entry = make_entry(camera_subentry(zones=[zone]))
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(hass, lambda: engine.commands("configure"))
    (told,) = engine.commands("configure")[-1]["cameras"][0]["watch"]["zones"]
    assert (told["name"], told["hours"], told["polygon"][2]) == ("sân", ["22:00", "05:30"], [1, 1])
    await hass.config.async_update(time_zone="Asia/Ho_Chi_Minh")
    await until(hass, lambda: engine.commands("configure")[-1]["time_zone"] == "Asia/Ho_Chi_Minh")
