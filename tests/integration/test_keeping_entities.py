"""What is kept: the last clip, how much of the day, how much of the disk; and what is wrong with it."""

from typing import Any

from homeassistant.components.repairs import ConfirmRepairFlow
from homeassistant.const import STATE_OFF, STATE_ON, STATE_UNAVAILABLE, STATE_UNKNOWN
from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mat_than.const import DOMAIN
from custom_components.mat_than.lib.mat_than_engine.keeping.manifest import signing_key
from custom_components.mat_than.lib.mat_than_engine.reports import Absence, Coverage, StorageFigures
from custom_components.mat_than.repairs import async_create_fix_flow

from .conftest import StandIn, until
from .happenings import STARTED_AT, clip_saved

COVERAGE = "sensor.cong_coverage_today"
STORAGE = "binary_sensor.mat_than_storage"
USED = "sensor.mat_than_storage_used"
DAYS_LEFT = "sensor.mat_than_disk_lasts_for"


def coverage(**seconds: Any) -> Coverage:
    return Coverage(**({"camera_id": "cam1", "day": "2026-11-22", "recorded_s": 60.0, "watched_s": 3540.0} | seconds))


def figures(**more: Any) -> StorageFigures:
    usual = {"used_bytes": 5_000_000_000, "protected_bytes": 0, "free_bytes": 9, "clips": 3, "days_left": 23.4}
    return StorageFigures(**(usual | more))


async def test_the_last_clip_is_one_of_motion(hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry) -> None:
    last, today = "sensor.cong_last_clip", "sensor.cong_clips_today"
    await engine.report(hass, clip_saved(kind="continuous", clip_id="x"), clip_saved())
    await until(hass, lambda: hass.states.get(today).state == "1")
    assert hass.states.get(last).state == STARTED_AT.isoformat()


async def test_coverage_does_not_count_what_the_owner_wanted_so(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    assert hass.states.get(COVERAGE).state == STATE_UNKNOWN
    absent = (Absence(cause="detection_off", seconds=7000.0), Absence(cause="host", seconds=1200.0))
    await engine.report(hass, coverage(absent=absent))
    await until(hass, lambda: hass.states.get(COVERAGE).state == "75.0")
    attributes = hass.states.get(COVERAGE).attributes
    assert attributes["most_absent_for"] == "detection_off"
    assert (attributes["absent_s"], attributes["recorded_s"]) == ({"detection_off": 7000, "host": 1200}, 60)
    await engine.report(hass, coverage(recorded_s=0.0, watched_s=0.0))
    await until(hass, lambda: hass.states.get(COVERAGE).state == STATE_UNKNOWN)


async def test_an_unexplained_gap_is_a_repair_and_comes_back_when_it_grows(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    issues = ir.async_get(hass)
    await engine.report(hass, coverage(unexplained_s=1.0))
    await until(hass, lambda: hass.states.get(COVERAGE).state not in {STATE_UNKNOWN, STATE_UNAVAILABLE})
    assert issues.async_get_issue(DOMAIN, "gap_cam1") is None
    await engine.report(hass, coverage(unexplained_s=31.0))
    await until(hass, lambda: issues.async_get_issue(DOMAIN, "gap_cam1"))
    issue = issues.async_get_issue(DOMAIN, "gap_cam1")
    assert issue.translation_placeholders == {
        "camera": "Cổng",
        "year": "2026",
        "month": "11",
        "day": "22",
        "seconds": "31",
    }
    assert isinstance(await async_create_fix_flow(hass, "gap_cam1", issue.data), ConfirmRepairFlow)
    ir.async_delete_issue(hass, DOMAIN, "gap_cam1")  # as confirming does
    await engine.report(hass, coverage(unexplained_s=31.0, watched_s=9000.0), coverage(unexplained_s=40.0))
    await until(hass, lambda: issues.async_get_issue(DOMAIN, "gap_cam1"))
    ir.async_delete_issue(hass, DOMAIN, "gap_cam1")
    await engine.report(hass, coverage(unexplained_s=5.0, day="2026-11-23"))
    await until(hass, lambda: issues.async_get_issue(DOMAIN, "gap_cam1"))


async def test_the_place_shows_what_is_used_and_how_long_it_will_do(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    assert hass.states.get(USED).state == STATE_UNKNOWN
    await engine.report(hass, figures())
    await until(hass, lambda: hass.states.get(USED).state == "5.0")
    assert float(hass.states.get(DAYS_LEFT).state) == pytest.approx(23.4)
    assert hass.states.get(STORAGE).state == STATE_OFF
    assert not [key for key in ir.async_get(hass).issues if key[0] == DOMAIN]


@pytest.mark.parametrize("trouble", ["disk_full", "read_only", "gone", "disk_error"])
async def test_trouble_with_the_disk_is_a_repair_until_it_is_over(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, trouble: str
) -> None:
    issues = ir.async_get(hass)
    await engine.report(hass, figures(trouble=trouble))
    await until(hass, lambda: hass.states.get(STORAGE).state == STATE_ON)
    assert hass.states.get(STORAGE).attributes["trouble"] == trouble
    assert issues.async_get_issue(DOMAIN, "storage").translation_key == f"storage_{trouble}"
    await engine.report(hass, figures())
    await until(hass, lambda: hass.states.get(STORAGE).state == STATE_OFF)
    assert issues.async_get_issue(DOMAIN, "storage") is None


async def test_a_disk_that_will_soon_be_full_is_told_in_time(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    issues = ir.async_get(hass)
    await engine.report(hass, figures(days_left=2.94))
    await until(hass, lambda: issues.async_get_issue(DOMAIN, "storage_forecast"))
    assert issues.async_get_issue(DOMAIN, "storage_forecast").translation_placeholders["days"] == "2.9"
    await engine.report(hass, figures(days_left=None))
    await until(hass, lambda: issues.async_get_issue(DOMAIN, "storage_forecast") is None)


async def test_the_fingerprint_is_that_of_the_key_that_signs_and_stays(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, caplog: pytest.LogCaptureFixture
) -> None:
    seed = engine.commands("configure")[-1]["signing_seed"]
    key, _sign = signing_key(bytes.fromhex(seed))
    shown = "sensor.mat_than_fingerprint_of_the_key"
    assert hass.states.get(shown).state == f"{key.thumbprint[:12]}…"  # a page has no room for more
    assert hass.states.get(shown).attributes["fingerprint"] == key.thumbprint
    assert await hass.config_entries.async_reload(entry.entry_id)
    await until(hass, lambda: hass.states.get(shown).attributes.get("fingerprint") == key.thumbprint)
    assert engine.commands("configure")[-1]["signing_seed"] == seed
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("custom_components")]
    assert not [message for message in ours if seed in message]
