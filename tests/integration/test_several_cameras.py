"""Cameras of Home Assistant added together, with their smaller streams, and addresses written from the maker's name."""

import asyncio
from typing import Any

from homeassistant.config_entries import SubentryFlowResult
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.helpers import device_registry as dr, entity_registry as er
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mat_than.maker_paths import MAKERS, addresses
from custom_components.mat_than.stream_url import AddressError

from .conftest import StandIn, until
from .other_camera import OtherCamera
from .test_camera_flow import SETTINGS, UNTOUCHED, begin, go_on, notes


async def after_progress(hass: HomeAssistant, form: SubentryFlowResult) -> SubentryFlowResult:
    flows = hass.config_entries.subentries
    while form["type"] is FlowResultType.SHOW_PROGRESS:
        await asyncio.sleep(0.02)
        form = await flows.async_configure(form["flow_id"])
    return form


def failures(form: SubentryFlowResult) -> list[str]:
    assert form["step_id"] == "tried"
    return [str(key) for key in form["data_schema"].schema if str(key).startswith("failed_")]


def on_one_device(hass: HomeAssistant, *cameras: OtherCamera) -> None:
    """As an integration has the streams of a camera."""
    theirs = MockConfigEntry(domain="other")
    theirs.add_to_hass(hass)
    device = dr.async_get(hass).async_get_or_create(config_entry_id=theirs.entry_id, identifiers={("other", "1")})
    for camera in cameras:
        er.async_get(hass).async_update_entity(camera.entity_id, device_id=device.id)


async def test_five_cameras_are_tried_side_by_side_and_added_together(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    others = [await OtherCamera.add(hass, f"rtsp://10.0.0.{at}/main", f"Cam {at}") for at in range(5)]
    hass.states.async_set(others[4].entity_id, "idle", {"friendly_name": "Cam 3"})  # two of the same name
    form = await begin(hass, entry, "existing")
    trying = await go_on(hass, form, entity_ids=[other.entity_id for other in others])
    assert (trying["type"], trying["description_placeholders"]) == (FlowResultType.SHOW_PROGRESS, {"count": "5"})
    several = await after_progress(hass, trying)
    assert several["step_id"] == "several"
    assert several["description_placeholders"]["cameras"].count("data:image/jpeg") == 5
    assert several["description_placeholders"]["camera_5"] == "5. Cam 3 (2)"
    assert notes(several) == ["note_no_sub"]
    own = {f"camera_{at}": {"name": f"Nhà {at}", "position": "gate"} for at in range(1, 6)}
    done = await go_on(hass, several, **own, detect=True, record="motion")
    assert done["type"] is FlowResultType.CREATE_ENTRY
    await hass.async_block_till_done()
    added = {sub.title: sub for sub in entry.subentries.values()}
    assert set(added) == {"Cổng", *(f"Nhà {at}" for at in range(1, 6))}
    assert len({sub.unique_id for sub in added.values()}) == 6
    assert all(hass.states.get(f"binary_sensor.nha_{at}_motion") is not None for at in range(1, 6))
    await until(hass, lambda: len(engine.commands("configure")[-1]["cameras"]) == 6)
    form = await begin(hass, entry, "existing")
    chooser = next(iter(form["data_schema"].schema.values()))
    assert {other.entity_id for other in others} <= set(chooser.config["exclude_entities"])


async def test_what_fails_is_named_with_its_reason_and_left_out_or_tried_again(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    good = await OtherCamera.add(hass, "rtsp://10.0.0.1/main", "Good")
    bad = await OtherCamera.add(hass, "rtsp://10.0.0.2/credentials", "Bad")
    mute = await OtherCamera.add(hass, None, "Mute")
    form = await begin(hass, entry, "existing")
    chosen = [camera.entity_id for camera in (good, bad, mute)]
    failed = await after_progress(hass, await go_on(hass, form, entity_ids=chosen))
    assert failures(failed) == ["failed_credentials", "failed_no_stream"]
    told = failed["description_placeholders"]
    assert (told["works"], told["names_credentials"], told["names_no_stream"]) == ("Good", "Bad", "Mute")
    probes = len(engine.commands("probe"))
    bad.answer("rtsp://10.0.0.2/main")
    failed = await after_progress(hass, await go_on(hass, failed, next="again"))
    assert failures(failed) == ["failed_no_stream"]
    assert len(engine.commands("probe")) == probes + 1  # what works is not asked again
    several = await go_on(hass, failed, next="go_on")
    own = {f"camera_{at}": {"name": name, "position": "other"} for at, name in enumerate(("Good", "Bad"), start=1)}
    await go_on(hass, several, **own, detect=False, record="off")
    await hass.async_block_till_done()
    assert {sub.title: sub.data.get("detect", True) for sub in entry.subentries.values()} == {
        "Cổng": True,
        "Good": False,
        "Bad": False,
    }


async def test_when_nothing_works_only_trying_again_is_offered(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    others = [await OtherCamera.add(hass, f"rtsp://10.0.0.{at}/host", f"Cam {at}") for at in range(2)]
    form = await begin(hass, entry, "existing")
    failed = await after_progress(hass, await go_on(hass, form, entity_ids=[other.entity_id for other in others]))
    assert failures(failed) == ["failed_host"]
    assert failed["data_schema"].schema["next"].config["options"] == ["again"]


async def test_the_smaller_stream_of_a_device_is_offered_and_watched(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    main = await OtherCamera.add(hass, "rtsp://10.0.0.8/main", "Gate clear")
    sub = await OtherCamera.add(hass, "rtsp://10.0.0.8/sub", "Gate fluent")
    on_one_device(hass, main, sub)
    form = await begin(hass, entry, "existing")
    chooser = next(iter(form["data_schema"].schema.values()))
    assert sub.entity_id in chooser.config["exclude_entities"]
    watched = await go_on(hass, form, entity_ids=[main.entity_id])
    (key,) = watched["data_schema"].schema
    assert (watched["step_id"], key.description["suggested_value"]) == ("watched", sub.entity_id)
    found = await go_on(hass, watched, watched=sub.entity_id)
    assert notes(found) == ["note_sub_found"]
    await go_on(hass, found, **SETTINGS, **UNTOUCHED)
    await until(hass, lambda: len(engine.commands("configure")[-1]["cameras"]) == 2)
    assert engine.commands("configure")[-1]["cameras"][-1]["sub_url"] == "rtsp://10.0.0.8/sub"
    # The address of the smaller stream is followed as well; without its entity the main stream is watched.
    sub.set(available=False)
    await until(hass, lambda: engine.commands("configure")[-1]["cameras"][-1].get("sub_url") is None)
    sub.set(available=True, source="rtsp://10.0.0.8/sub?token=2")
    await until(hass, lambda: engine.commands("configure")[-1]["cameras"][-1].get("sub_url") is not None)
    er.async_get(hass).async_remove(sub.entity_id)
    await until(hass, lambda: engine.commands("configure")[-1]["cameras"][-1].get("sub_url") is None)


async def test_a_second_lens_is_no_smaller_stream(hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry) -> None:
    high = await OtherCamera.add(hass, "rtsp://10.0.0.8/main", "Bell high")
    low = await OtherCamera.add(hass, "rtsp://10.0.0.8/sub", "Bell low")
    package = await OtherCamera.add(hass, "rtsp://10.0.0.8/second", "Bell package")
    on_one_device(hass, high, low, package)
    form = await begin(hass, entry, "existing")
    several = await after_progress(hass, await go_on(hass, form, entity_ids=[high.entity_id, package.entity_id]))
    assert several["description_placeholders"]["names_note_no_sub"] == "Mock Title Bell package"
    assert [probe.get("sub_url") for probe in engine.commands("probe")[-2:]].count("rtsp://10.0.0.8/sub") == 1


async def test_another_camera_of_home_assistant_takes_the_place_of_one(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    first = await OtherCamera.add(hass, "rtsp://10.0.0.1/main", "First")
    second = await OtherCamera.add(hass, "rtsp://10.0.0.2/main", "Second")
    form = await begin(hass, entry, "existing")
    await go_on(hass, await go_on(hass, form, entity_ids=[first.entity_id]), **SETTINGS, **UNTOUCHED)
    await hass.async_block_till_done()
    (added,) = (sub for sub in entry.subentries.values() if sub.title == "Sân")
    menu = await entry.start_subentry_reconfigure_flow(hass, added.subentry_id)
    assert menu["menu_options"] == ["settings", "replace"]
    form = await go_on(hass, menu, next_step_id="replace")
    assert (await go_on(hass, form, entity_id="camera.nowhere"))["errors"] == {"entity_id": "no_registry_entry"}
    found = await go_on(hass, form, entity_id=second.entity_id)
    done = await go_on(hass, found, **SETTINGS, **UNTOUCHED)
    assert done["reason"] == "reconfigure_successful"
    assert entry.subentries[added.subentry_id].unique_id.removeprefix("entity:") == (
        er.async_get(hass).async_get(second.entity_id).id
    )


async def test_a_makers_name_writes_the_addresses(hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry) -> None:
    form = await begin(hass, entry, "maker")
    wrong = await go_on(hass, form, maker="kbvision", host="10.0.0.9/x", channel=2)
    assert wrong["errors"] == {"host": "host_name"}
    written = await go_on(hass, wrong, maker="kbvision", host="10.0.0.9:5554", channel=2)
    suggested = {str(key): (key.description or {}).get("suggested_value") for key in written["data_schema"].schema}
    assert suggested["main_url"] == "rtsp://10.0.0.9:5554/cam/realmonitor?channel=2&subtype=0"
    assert suggested["sub_url"] == "rtsp://10.0.0.9:5554/cam/realmonitor?channel=2&subtype=1"
    typed: dict[str, Any] = {key: suggested[key] for key in ("main_url", "sub_url")}
    found = await go_on(hass, written, **typed, advanced={"transport": "tcp"})
    assert found["step_id"] == "found"


@pytest.mark.parametrize("maker", MAKERS)
def test_every_maker_has_two_streams_for_each_channel(maker: str) -> None:
    first, third = (addresses(maker, " cam.lan ", channel) for channel in (1, 3))
    assert first.main_url.startswith("rtsp://cam.lan/")
    assert first.main_url != first.sub_url
    assert (first == third) is (maker in {"tapo", "vigi"})  # these have one camera a device


@pytest.mark.parametrize("host", ["", " ", "a b", "cam:x", "cam:70000", "user:pw@cam", "cam/path", "cam?x", "http://"])
def test_what_names_no_camera_is_refused(host: str) -> None:
    with pytest.raises(AddressError):
        addresses("hikvision", host)
