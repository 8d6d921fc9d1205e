"""What the entities of a camera show, as its engine reports."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
import os
from pathlib import Path
import signal
import time

from homeassistant.components.camera import async_get_image as async_get_camera_image, async_get_stream_source
from homeassistant.components.camera.helper import get_camera_from_entity_id
from homeassistant.components.image import async_get_image
from homeassistant.const import (
    ATTR_ENTITY_ID,
    SERVICE_TURN_OFF,
    SERVICE_TURN_ON,
    STATE_OFF,
    STATE_ON,
    STATE_UNAVAILABLE,
    STATE_UNKNOWN,
)
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError
from homeassistant.helpers import device_registry as dr, entity_registry as er, issue_registry as ir
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry, async_fire_time_changed

from custom_components.mat_than.const import DOMAIN
from custom_components.mat_than.lib.mat_than_engine.model import CameraState, Cause, SceneState
from custom_components.mat_than.lib.mat_than_engine.reports import CameraFigures, CameraStatus, ClipLost, SceneReport

from .conftest import StandIn, camera_subentry, until
from .happenings import CLIP_ID, EVENT_ID, STARTED_AT, clip_saved, motion_report

MOTION = "binary_sensor.cong_motion"
CONNECTION = "binary_sensor.cong_connection"
EVENT = "event.cong_happening"
LAST_MOTION = "sensor.cong_last_motion"
CLIPS_TODAY = "sensor.cong_clips_today"
CAMERA = "camera.cong"
IMAGE = "image.cong_picture_of_the_last_motion"
DETECTION = "switch.cong_motion_detection"
SHARING = "switch.cong_sharing"


def status(state: CameraState, cause: Cause | None = None) -> CameraStatus:
    return CameraStatus(camera_id="cam1", state=state, cause=cause)


async def test_a_camera_has_one_device_below_the_place_and_no_noisy_entity_is_on(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    registry = er.async_get(hass)
    entities = er.async_entries_for_config_entry(registry, entry.entry_id)
    assert {item.unique_id for item in entities if item.disabled_by is None} == {
        "cam1_motion",
        "cam1_connection",
        "cam1_camera",
        "cam1_happening",
        "cam1_last_motion_image",
        "cam1_last_motion",
        "cam1_clips_today",
        "cam1_last_clip",
        "cam1_coverage",
        "cam1_advice",
        "cam1_profile",
        "cam1_tamper",
        "cam1_night",
        "cam1_live_view",
        "cam1_detection",
        "cam1_recording",
        "cam1_sharing",
        "cam1_sensitivity",
        "cam1_minimum_duration",
        "cam1_profile_choice",
        "cam1_record",
        f"{entry.entry_id}_storage",
        f"{entry.entry_id}_storage_used",
        f"{entry.entry_id}_days_left",
        f"{entry.entry_id}_fingerprint",
    }
    of_the_place = {item.unique_id for item in entities if item.config_subentry_id is None}
    assert of_the_place == {f"{entry.entry_id}_{key}" for key in (
        "storage", "storage_used", "storage_protected", "days_left", "fingerprint",
    )}  # fmt: skip
    assert {item.config_subentry_id for item in entities} == {"cam1", None}
    devices = dr.async_get(hass)
    camera = devices.async_get_device_by_identifier((DOMAIN, "cam1"), entry.entry_id)
    place = devices.async_get_device_by_identifier((DOMAIN, entry.entry_id), entry.entry_id)
    assert camera is not None
    assert place is not None
    assert camera.via_device_id == place.id
    assert place.entry_type is dr.DeviceEntryType.SERVICE


async def test_motion_turns_on_with_its_start_and_off_with_its_end(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    assert hass.states.get(MOTION).state == STATE_OFF
    await engine.report(hass, motion_report("start"))
    await until(hass, lambda: hass.states.get(MOTION).state == STATE_ON)
    assert hass.states.get(MOTION).attributes["event_id"] == EVENT_ID
    assert hass.states.get(LAST_MOTION).state == STARTED_AT.isoformat()
    event = hass.states.get(EVENT)
    assert (event.attributes["event_type"], event.attributes["event_id"]) == ("motion_start", EVENT_ID)
    await engine.report(hass, motion_report("update"), motion_report("end"))
    await until(hass, lambda: hass.states.get(MOTION).state == STATE_OFF)
    event = hass.states.get(EVENT)
    assert (event.attributes["event_type"], event.attributes["duration_s"]) == ("motion_end", 6.0)
    assert hass.states.get(LAST_MOTION).state == (STARTED_AT + timedelta(seconds=6)).isoformat()


async def test_a_saved_clip_is_an_event_with_its_address(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    assert hass.states.get(CLIPS_TODAY).state == "0"
    await engine.report(hass, clip_saved())
    await until(hass, lambda: hass.states.get(CLIPS_TODAY).state == "1")
    event = hass.states.get(EVENT)
    assert event.attributes["event_type"] == "clip_saved"
    assert event.attributes["clip_id"] == CLIP_ID
    assert event.attributes["url"] == f"/api/mat_than/clips/{CLIP_ID}.mp4"
    assert event.attributes["media_content_id"] == f"media-source://mat_than/clip/{CLIP_ID}"


async def test_the_picture_of_the_last_motion_is_shown(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, storage: Path
) -> None:
    still = storage / "clips/cam1/a.jpg"
    still.parent.mkdir(parents=True)
    still.write_bytes(b"jpeg")
    assert hass.states.get(IMAGE).state == STATE_UNKNOWN
    await engine.report(hass, motion_report("start", still="clips/cam1/a.jpg", still_at=STARTED_AT))
    await until(hass, lambda: hass.states.get(IMAGE).state == STARTED_AT.isoformat())
    assert (await async_get_image(hass, IMAGE)).content == b"jpeg"
    still.write_bytes(b"clearer")
    later = STARTED_AT + timedelta(seconds=9)
    await engine.report(hass, motion_report("end", still="clips/cam1/a.jpg", still_at=later))
    await until(hass, lambda: hass.states.get(IMAGE).state == later.isoformat())
    assert (await async_get_image(hass, IMAGE)).content == b"clearer"


async def test_a_still_outside_the_storage_folder_is_not_shown(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, storage: Path
) -> None:
    (storage.parent / "secret.jpg").write_bytes(b"secret")
    await engine.report(hass, motion_report("start", still="clips/../../secret.jpg", still_at=STARTED_AT))
    await until(hass, lambda: hass.states.get(IMAGE).state == STARTED_AT.isoformat())
    with pytest.raises(Exception, match="Unable to get image"):
        await async_get_image(hass, IMAGE)


async def test_a_cameras_picture_comes_from_the_engine_and_opens_no_stream(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    image = await async_get_camera_image(hass, CAMERA, width=640)
    assert (image.content_type, image.content[:2]) == ("image/jpeg", b"\xff\xd8")
    await async_get_camera_image(hass, CAMERA)
    assert [(asked["camera_id"], asked.get("width")) for asked in engine.commands("snapshot")] == [
        ("cam1", 640),
        ("cam1", None),
    ]
    assert get_camera_from_entity_id(hass, CAMERA).stream is None


async def test_a_camera_without_a_picture_says_so_at_once(
    hass: HomeAssistant, engine: StandIn, make_entry: Callable[..., MockConfigEntry]
) -> None:
    entry = make_entry(camera_subentry(url="rtsp://10.0.0.5/host"))
    assert await hass.config_entries.async_setup(entry.entry_id)
    host = entry.runtime_data.coordinator.host
    await until(hass, lambda: host.alive)
    for alive in (True, False):
        if not alive:
            os.kill(engine.pid, signal.SIGKILL)
            await until(hass, lambda: not host.alive)
        began = time.monotonic()
        with pytest.raises(HomeAssistantError, match="Unable to get image"):
            await async_get_camera_image(hass, CAMERA)
        assert time.monotonic() - began < 1
    assert get_camera_from_entity_id(hass, CAMERA).stream is None


@pytest.mark.parametrize("cause", list(Cause))
async def test_a_camera_that_dies_says_why_and_returns(
    hass: HomeAssistant,
    engine: StandIn,
    entry: MockConfigEntry,
    caplog: pytest.LogCaptureFixture,
    cause: Cause,
) -> None:
    caplog.set_level("INFO", "custom_components.mat_than")
    await engine.report(hass, motion_report("start"), status(CameraState.RETRYING, cause))
    await until(hass, lambda: hass.states.get(CONNECTION).state == STATE_OFF)
    assert hass.states.get(CONNECTION).attributes["cause"] == cause.value
    assert hass.states.get(MOTION).state == STATE_UNAVAILABLE
    assert hass.states.get("camera.cong").state == STATE_UNAVAILABLE
    assert hass.states.get(LAST_MOTION).state == STARTED_AT.isoformat()
    await engine.report(hass, status(CameraState.CONNECTING), status(CameraState.RETRYING, cause))
    await engine.report(hass, status(CameraState.LIVE))
    await until(hass, lambda: hass.states.get(CONNECTION).state == STATE_ON)
    assert hass.states.get(CONNECTION).attributes["cause"] == "none"
    assert hass.states.get(MOTION).state == STATE_OFF
    assert caplog.text.count("Camera Cổng is not live") == 1
    assert caplog.text.count("Camera Cổng is live") == 1


async def test_what_is_said_of_a_camera_that_is_gone_is_dropped(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    figures = CameraFigures(
        camera_id="gone", fps=1, looks_per_s=1, cpu_share=0, buffered_s=0, packets_dropped=0, packets_corrupt=0,
        profile="auto",
    )  # fmt: skip
    scene = SceneReport(camera_id="gone", scene=SceneState.DAY, at=datetime.now(UTC))
    await engine.report(hass, motion_report("start", camera_id="gone"), clip_saved(camera_id="gone"), figures, scene)
    await engine.report(hass, clip_saved())
    await until(hass, lambda: hass.states.get(CLIPS_TODAY).state == "1")


async def test_figures_are_there_for_who_turns_them_on(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    registry = er.async_get(hass)
    for key in ("fps", "cpu_share", "scene"):
        entity_id = registry.async_get_entity_id("sensor", DOMAIN, f"cam1_{key}")
        registry.async_update_entity(entity_id, disabled_by=None)
    assert await hass.config_entries.async_reload(entry.entry_id)
    await until(hass, lambda: hass.states.get(MOTION).state == STATE_OFF)
    figures = CameraFigures(
        camera_id="cam1", fps=14.9, looks_per_s=5, cpu_share=0.031, buffered_s=5, packets_dropped=0,
        packets_corrupt=0, profile="balanced",
    )  # fmt: skip
    scene = SceneReport(camera_id="cam1", scene=SceneState.INFRARED, at=datetime.now(UTC))
    await engine.report(hass, figures, scene)
    await until(hass, lambda: hass.states.get("sensor.cong_pictures_a_second").state == "14.9")
    assert float(hass.states.get("sensor.cong_processor_share").state) == pytest.approx(3.1)
    assert hass.states.get("sensor.cong_scene").state == "infrared"


async def test_detection_is_turned_off_and_on_in_the_camera_s_own_settings(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    for service, wanted, state in ((SERVICE_TURN_OFF, False, STATE_OFF), (SERVICE_TURN_ON, True, STATE_ON)):
        await hass.services.async_call("switch", service, {ATTR_ENTITY_ID: DETECTION}, blocking=True)
        await until(hass, lambda w=wanted: engine.commands("configure")[-1]["cameras"][0]["detect"] is w)
        assert hass.states.get(DETECTION).state == state
        assert entry.subentries["cam1"].data["detect"] is wanted


async def test_sharing_is_off_and_cannot_be_turned_on_without_a_consent(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    assert hass.states.get(SHARING).state == STATE_OFF
    with pytest.raises(ServiceValidationError) as refusal:
        await hass.services.async_call("switch", SERVICE_TURN_ON, {ATTR_ENTITY_ID: SHARING}, blocking=True)
    assert refusal.value.translation_key == "sharing_no_consent"
    assert hass.states.get(SHARING).state == STATE_OFF
    await hass.services.async_call("switch", SERVICE_TURN_OFF, {ATTR_ENTITY_ID: SHARING}, blocking=True)


async def test_the_camera_entity_streams_from_the_address(
    hass: HomeAssistant, engine: StandIn, make_entry: Callable[..., MockConfigEntry]
) -> None:
    entry = make_entry(camera_subentry(username="u", password="p"))
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(hass, lambda: hass.states.get("camera.cong").state != STATE_UNAVAILABLE)
    assert await async_get_stream_source(hass, "camera.cong") == "rtsp://u:p@10.0.0.5/main"
    assert "u:p" not in str(hass.states.get("camera.cong").attributes)
    subentry = entry.subentries["cam1"]
    hass.config_entries.async_update_subentry(entry, subentry, data={**subentry.data, "password": "new"})
    await hass.async_block_till_done()
    assert await async_get_stream_source(hass, "camera.cong") == "rtsp://u:new@10.0.0.5/main"


@pytest.mark.parametrize("reason", ["disk_full", "disk_error"])
async def test_clips_lost_for_the_disk_are_a_repair_until_one_is_saved(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, reason: str
) -> None:
    await engine.report(hass, ClipLost(camera_id="cam1", started_at=STARTED_AT, reason=reason))
    issues = ir.async_get(hass)
    await until(hass, lambda: issues.async_get_issue(DOMAIN, "storage"))
    assert issues.async_get_issue(DOMAIN, "storage").translation_key == f"storage_{reason}"
    await engine.report(hass, clip_saved())
    await until(hass, lambda: issues.async_get_issue(DOMAIN, "storage") is None)


async def test_clips_of_the_day_are_counted_anew_after_midnight(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    await engine.report(hass, clip_saved())
    await until(hass, lambda: hass.states.get(CLIPS_TODAY).state == "1")
    async_fire_time_changed(hass, dt_util.start_of_local_day() + timedelta(days=1, seconds=1))
    await until(hass, lambda: hass.states.get(CLIPS_TODAY).state == "0")
