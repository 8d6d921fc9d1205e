"""Adding and changing a camera: every cause has its sentence, every failure can be recovered from."""

from collections.abc import Callable
from typing import Any

from homeassistant.config_entries import SOURCE_USER, ConfigEntryState, SubentryFlowResult
from homeassistant.const import STATE_OFF, STATE_UNAVAILABLE
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType, InvalidData
from homeassistant.helpers import entity_registry as er, issue_registry as ir
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mat_than import engine_host
from custom_components.mat_than.const import DOMAIN

from .conftest import StandIn, camera_subentry, until
from .other_camera import OtherCamera

SETTINGS = {"name": "Sân", "position": "yard", "detect": True, "record": "both"}
UNTOUCHED: dict[str, Any] = {"recording": {}, "tuning": {}, "camera_sensor": {}, "zone": {}}
TUNING = UNTOUCHED | {"tuning": {"sensitivity": 60}, "recording": {"pre_roll_s": 8}}


async def begin(hass: HomeAssistant, entry: MockConfigEntry, how: str) -> SubentryFlowResult:
    flows = hass.config_entries.subentries
    menu = await flows.async_init((entry.entry_id, "camera"), context={"source": SOURCE_USER})
    assert (menu["type"], menu["menu_options"]) == (
        FlowResultType.MENU,
        ["search", "existing", "maker", "address"],
    )
    return await flows.async_configure(menu["flow_id"], {"next_step_id": how})


async def go_on(hass: HomeAssistant, form: SubentryFlowResult, **typed: Any) -> SubentryFlowResult:
    return await hass.config_entries.subentries.async_configure(form["flow_id"], typed)


def address(url: str, **more: Any) -> dict[str, Any]:
    return {"main_url": url, "advanced": {"transport": "tcp"}, **more}


def notes(form: SubentryFlowResult) -> list[str]:
    return [str(key) for key in form["data_schema"].schema if str(key).startswith("note_")]


async def test_a_camera_is_added_by_its_address(hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry) -> None:
    form = await begin(hass, entry, "address")
    typed = address("rtsp://10.0.0.7/main", sub_url="rtsp://10.0.0.7/sub", username="u", password="p")
    found = await go_on(hass, form, **typed)
    assert (found["type"], found["step_id"]) == (FlowResultType.FORM, "found")
    assert found["description_placeholders"]["picture"].startswith("data:image/jpeg;base64,")
    assert found["description_placeholders"]["main_size"] == "1920×1080"
    assert notes(found) == ["note_sub_found"]
    done = await go_on(hass, found, **SETTINGS, **TUNING)
    assert (done["type"], done["title"]) == (FlowResultType.CREATE_ENTRY, "Sân")
    await until(hass, lambda: (state := hass.states.get("binary_sensor.san_motion")) and state.state == STATE_OFF)
    (added,) = (sub for sub in entry.subentries.values() if sub.title == "Sân")
    assert dict(added.data) == {
        "source": "url",
        "main_url": "rtsp://10.0.0.7/main",
        "sub_url": "rtsp://10.0.0.7/sub",
        "username": "u",
        "password": "p",
        "transport": "tcp",
        "position": "yard",
        "detect": True,
        "record": "both",
        "record_when_on": "both",
        "pre_roll_s": 8,
        "post_roll_s": 3,
        "segment_s": 60,
        "days": 0,
        "continuous_days": 0,
        "gigabytes": 0,
        "sensitivity": 60,
        "minimum_s": 0.3,
        "profile": "auto",
        "important": False,
        "own_sensor": None,
        "own_sensor_use": "ignored",
        "zones": [],
        "privacy_masks": [],
    }
    camera = engine.commands("configure")[-1]["cameras"][-1]
    assert camera["main_url"] == "rtsp://u:p@10.0.0.7/main"
    assert (camera["watch"]["sensitivity"], camera["record"]["pre_roll_s"]) == (60, 8)


@pytest.mark.parametrize("cause", ["credentials", "host", "path", "not_a_stream", "codec", "no_data"])
async def test_each_cause_has_its_own_sentence_and_the_form_stays_open(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, cause: str
) -> None:
    form = await begin(hass, entry, "address")
    failed = await go_on(hass, form, **address(f"rtsp://10.0.0.7/{cause}", username="u", password="p"))
    assert (failed["step_id"], failed["errors"]) == ("address", {"base": cause})
    found = await go_on(hass, failed, **address("rtsp://10.0.0.7/main"))
    assert found["step_id"] == "found"
    done = await go_on(hass, found, **SETTINGS, **TUNING)
    assert done["type"] is FlowResultType.CREATE_ENTRY


async def test_a_stream_that_the_camera_closes_counts_as_no_picture(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    form = await begin(hass, entry, "address")
    failed = await go_on(hass, form, **address("rtsp://10.0.0.7/ended"))
    assert failed["errors"] == {"base": "no_data"}


async def test_advice_is_given_where_it_helps(hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry) -> None:
    form = await begin(hass, entry, "address")
    found = await go_on(hass, form, **address("rtsp://10.0.0.7/h265", sub_url="rtsp://10.0.0.7/path"))
    assert notes(found) == ["note_sub_failed", "note_key_frames", "note_h265"]
    assert found["description_placeholders"]["main_codec"] == "H.265"
    assert found["description_placeholders"]["main_key_s"] == "10"


@pytest.mark.parametrize(
    "url", ["10.0.0.7", "ftp://10.0.0.7/x", "rtsp:///x", "rtsp://10.0.0.7:x/", "file:///etc/passwd"]
)
@pytest.mark.parametrize("field", ["main_url", "sub_url"])
async def test_what_is_no_address_is_refused_at_its_field(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, url: str, field: str
) -> None:
    form = await begin(hass, entry, "address")
    failed = await go_on(hass, form, **(address("rtsp://10.0.0.7/main") | {field: url}))
    assert failed["errors"] == {field: "address"}
    assert not engine.commands("probe")


async def test_credentials_in_the_address_are_taken_out_of_it(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    form = await begin(hass, entry, "address")
    found = await go_on(hass, form, **address("rtsp://admin:p%40ss@10.0.0.7:554/main"))
    await go_on(hass, found, **SETTINGS, **TUNING)
    (added,) = (sub for sub in entry.subentries.values() if sub.title == "Sân")
    assert added.data["main_url"] == "rtsp://10.0.0.7:554/main"
    assert (added.data["username"], added.data["password"]) == ("admin", "p@ss")
    assert engine.commands("probe")[-1]["main_url"] == "rtsp://admin:p%40ss@10.0.0.7:554/main"


@pytest.mark.parametrize("spelling", ["rtsp://10.0.0.5/main", "rtsp://x:y@10.0.0.5:554/main/", "RTSP://10.0.0.5/main"])
async def test_the_same_camera_is_not_added_twice(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, spelling: str
) -> None:
    form = await begin(hass, entry, "address")
    assert (await go_on(hass, form, **address(spelling)))["reason"] == "already_configured"


async def test_without_an_engine_the_form_says_so(hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry) -> None:
    form = await begin(hass, entry, "address")
    await entry.runtime_data.coordinator.async_stop()
    host = entry.runtime_data.coordinator.host
    assert not host.alive
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine_host, "PROBE_S", 0.1)
        failed = await go_on(hass, form, **address("rtsp://10.0.0.7/main"))
    assert failed["errors"] == {"base": "engine"}


async def test_a_place_that_is_not_loaded_takes_no_cameras(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    await hass.config_entries.async_unload(entry.entry_id)
    assert entry.state is ConfigEntryState.NOT_LOADED
    result = await hass.config_entries.subentries.async_init(
        (entry.entry_id, "camera"), context={"source": SOURCE_USER}
    )
    assert result["reason"] == "not_loaded"
    result = await entry.start_subentry_reconfigure_flow(hass, "cam1")
    assert result["reason"] == "not_loaded"


async def test_settings_are_changed_without_touching_the_camera(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    menu = await entry.start_subentry_reconfigure_flow(hass, "cam1")
    assert menu["menu_options"] == ["settings", "address"]
    form = await go_on(hass, menu, next_step_id="settings")
    done = await go_on(hass, form, **SETTINGS, **(UNTOUCHED | {"tuning": {"sensitivity": 5}}))
    assert done["reason"] == "reconfigure_successful"
    await hass.async_block_till_done()
    subentry = entry.subentries["cam1"]
    assert (subentry.title, subentry.data["sensitivity"], subentry.data["main_url"]) == (
        "Sân",
        5,
        "rtsp://10.0.0.5/main",
    )
    assert not engine.commands("probe")
    await until(hass, lambda: engine.commands("configure")[-1]["cameras"][0]["watch"]["sensitivity"] == 5)


async def test_a_new_address_is_tried_before_it_is_kept(
    hass: HomeAssistant, engine: StandIn, make_entry: Callable[..., MockConfigEntry]
) -> None:
    entry = make_entry(
        camera_subentry(
            sub_url="rtsp://10.0.0.5/sub", username="u", password="p", privacy_masks=[[[0, 0], [1, 0], [1, 1]]]
        )
    )
    assert await hass.config_entries.async_setup(entry.entry_id)
    menu = await entry.start_subentry_reconfigure_flow(hass, "cam1")
    form = await go_on(hass, menu, next_step_id="address")
    failed = await go_on(hass, form, **address("rtsp://10.0.0.9/host"))
    assert failed["errors"] == {"base": "host"}
    found = await go_on(hass, failed, **address("rtsp://10.0.0.9/main"))
    done = await go_on(hass, found, **SETTINGS, **TUNING)
    assert done["reason"] == "reconfigure_successful"
    data = entry.subentries["cam1"].data
    assert data["main_url"] == "rtsp://10.0.0.9/main"
    assert not {"sub_url", "username", "password"} & set(data)
    assert data["privacy_masks"] == [[[0, 0], [1, 0], [1, 1]]]
    await until(hass, lambda: engine.commands("configure")[-1]["cameras"][0]["main_url"] == "rtsp://10.0.0.9/main")


async def test_a_stored_password_stays_without_being_shown(
    hass: HomeAssistant, engine: StandIn, make_entry: Callable[..., MockConfigEntry]
) -> None:
    entry = make_entry(camera_subentry(username="u", password="hunter2"))
    assert await hass.config_entries.async_setup(entry.entry_id)
    menu = await entry.start_subentry_reconfigure_flow(hass, "cam1")
    form = await go_on(hass, menu, next_step_id="address")
    suggested = {str(key): (key.description or {}).get("suggested_value") for key in form["data_schema"].schema}
    assert (suggested["username"], suggested["password"]) == ("u", None)
    found = await go_on(hass, form, **address("rtsp://10.0.0.5/second", username="u"))
    assert engine.commands("probe")[-1]["main_url"] == "rtsp://u:hunter2@10.0.0.5/second"
    await go_on(hass, found, **SETTINGS, **TUNING)
    assert entry.subentries["cam1"].data["password"] == "hunter2"


async def test_a_camera_of_home_assistant_is_added_and_followed(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    other = await OtherCamera.add(hass, "rtsp://10.0.0.8/main?token=1")
    form = await begin(hass, entry, "existing")
    selector = next(iter(form["data_schema"].schema.values()))
    assert selector.config["exclude_entities"] == ["camera.cong"]
    found = await go_on(hass, form, entity_ids=[other.entity_id])
    assert (found["step_id"], notes(found)) == ("found", ["note_no_sub"])
    done = await go_on(hass, found, **SETTINGS, **TUNING)
    assert done["type"] is FlowResultType.CREATE_ENTRY
    motion = "binary_sensor.san_motion"
    await until(hass, lambda: (state := hass.states.get(motion)) and state.state == STATE_OFF)
    assert hass.states.get("camera.san") is None
    again = await begin(hass, entry, "existing")
    assert next(iter(again["data_schema"].schema.values())).config["exclude_entities"] == [
        "camera.cong",
        "camera.other",
    ]
    with pytest.raises(InvalidData):
        await go_on(hass, again, entity_ids=[other.entity_id])

    # Renamed, it is still the same camera; another address reaches the engine when it comes back.
    er.async_get(hass).async_update_entity(other.entity_id, new_entity_id="camera.renamed")
    await hass.async_block_till_done()
    other.set(available=False)
    await until(hass, lambda: hass.states.get(motion).state == STATE_UNAVAILABLE)
    assert hass.states.get("binary_sensor.san_connection").attributes["cause"] == "source_missing"
    other.set(available=True, source="rtsp://10.0.0.8/main?token=2")
    await until(hass, lambda: hass.states.get(motion).state == STATE_OFF)
    assert engine.commands("configure")[-1]["cameras"][-1]["main_url"] == "rtsp://10.0.0.8/main?token=2"

    # Removed, it becomes a repair.
    er.async_get(hass).async_remove("camera.renamed")
    issues = ir.async_get(hass)
    await until(hass, lambda: [key for key in issues.issues if key[1].startswith("source_gone")])
    assert hass.states.get(motion).state == STATE_UNAVAILABLE
    (san,) = (sub for sub in entry.subentries.values() if sub.title == "Sân")
    hass.config_entries.async_remove_subentry(entry, san.subentry_id)
    await until(hass, lambda: not [key for key in issues.issues if key[0] == DOMAIN])


async def test_a_camera_without_a_stream_is_refused(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    other = await OtherCamera.add(hass, None)
    form = await begin(hass, entry, "existing")
    failed = await go_on(hass, form, entity_ids=[other.entity_id])
    assert failed["errors"] == {"base": "no_stream"}
    hass.states.async_set("camera.by_hand", "idle")
    failed = await go_on(hass, failed, entity_ids=["camera.by_hand"])
    assert failed["errors"] == {"entity_ids": "no_registry_entry"}
    other.set(available=True, source="rtsp://10.0.0.8/credentials")
    failed = await go_on(hass, failed, entity_ids=[other.entity_id])
    assert failed["errors"] == {"base": "credentials"}
    other.set(available=True, source="rtsp://10.0.0.8/main")
    found = await go_on(hass, failed, entity_ids=[other.entity_id])
    assert found["step_id"] == "found"


async def test_zones_are_chosen_or_written_and_mistakes_are_told_with_their_place(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    async def save(choice: str, text: str = "") -> SubentryFlowResult:
        menu = await entry.start_subentry_reconfigure_flow(hass, "cam1")
        form = await go_on(hass, menu, next_step_id="settings")
        zone = {"zone": {"zone_choice": choice, "zones": text}}
        return await go_on(hass, form, **SETTINGS, **(UNTOUCHED | zone))

    for text, error, place in (
        ('[{"name": ', "zones_no_json", "1:11"),
        ('{"name": "a"}', "zones_no_list", "/"),
        ('[{"name": "a", "polygon": [[0, 0], [1, 1]]}]', "zones_wrong", "/0"),
        ('[{"name": "a", "polygon": [[0, 0], [1, 0], [2, 1]]}]', "zones_wrong", "/0"),
        ("[" * 100_000, "zones_no_json", "1:1"),
    ):
        failed = await save("written", text)
        assert (failed["errors"], failed["description_placeholders"]["place"]) == ({"base": error}, place)
    written = '[{"name": "sân", "polygon": [[0, 0], [1, 0], [1, 1]], "mode": "exclude"}]'
    assert (await save("written", written))["reason"] == "reconfigure_successful"
    await until(hass, lambda: engine.commands("configure")[-1]["cameras"][0]["watch"]["zones"])
    assert entry.subentries["cam1"].data["zones"][0]["mode"] == "exclude"
    await save("lower_half")
    assert entry.subentries["cam1"].data["zones"][0]["polygon"][0] == [0.0, 0.5]
    await save("whole")
    assert entry.subentries["cam1"].data["zones"] == []


async def test_the_sensor_beside_a_camera_is_suggested_and_can_be_taken_away(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    registry = er.async_get(hass)
    pir = registry.async_get_or_create("binary_sensor", "onvif", "pir", original_device_class="motion")
    chosen = {"camera_sensor": {"own_sensor": pir.entity_id, "own_sensor_use": "trigger"}}
    menu = await entry.start_subentry_reconfigure_flow(hass, "cam1")
    form = await go_on(hass, menu, next_step_id="settings")
    await go_on(hass, form, **SETTINGS, **(UNTOUCHED | chosen))
    assert entry.subentries["cam1"].data["own_sensor"] == pir.id
    menu = await entry.start_subentry_reconfigure_flow(hass, "cam1")
    form = await go_on(hass, menu, next_step_id="settings")
    await go_on(hass, form, **SETTINGS, **UNTOUCHED)
    assert entry.subentries["cam1"].data["own_sensor"] is None
