"""A place that was set up before there were modes of recording loads, works and is changed as it was meant."""

import json
from pathlib import Path

from homeassistant.config_entries import ConfigSubentryDataWithId, SubentryFlowResult
from homeassistant.core import HomeAssistant
import probatio
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from .conftest import StandIn, until

STORED = Path(__file__).parent / "fixtures/place_before_modes.json"
GATE, YARD = "01KANS4CAM1", "01KANS4CAM2"


@pytest.fixture
async def old_place(hass: HomeAssistant, engine: StandIn, storage: Path) -> MockConfigEntry:
    """The entry as storage kept it."""
    stored = json.loads(STORED.read_text().replace("STORAGE", str(storage)))
    entry = MockConfigEntry(
        domain=stored["domain"],
        title=stored["title"],
        entry_id=stored["entry_id"],
        data=stored["data"],
        options=stored["options"],
        version=stored["version"],
        minor_version=stored["minor_version"],
        subentries_data=[ConfigSubentryDataWithId(**subentry) for subentry in stored["subentries"]],
    )
    entry.add_to_hass(hass)
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(hass, lambda: entry.runtime_data.coordinator.views[GATE].live)
    return entry


def inside(form: SubentryFlowResult, section: str) -> dict[str, object]:
    """What the fields of a section suggest; a default of the section's own would hide it."""
    (key,) = (key for key in form["data_schema"].schema if key == section)
    assert isinstance(key.default, probatio.Undefined)
    fields = form["data_schema"].schema[key].schema.schema
    return {str(field): (field.description or {}).get("suggested_value") for field in fields}


async def test_clips_on_and_off_are_read_as_modes(
    hass: HomeAssistant, engine: StandIn, old_place: MockConfigEntry
) -> None:
    gate, yard = engine.commands("configure")[-1]["cameras"]
    assert (gate["record"]["mode"], gate["record"]["pre_roll_s"], gate["watch"]["sensitivity"]) == ("motion", 8, 60)
    assert (yard["record"]["mode"], yard["detect"], yard["transport"]) == ("off", False, "udp")
    assert engine.commands("configure")[-1]["retention"]["days"] == 14
    assert await hass.config_entries.async_unload(old_place.entry_id)


async def test_a_changed_camera_is_stored_in_the_new_way_and_loses_nothing(
    hass: HomeAssistant, engine: StandIn, old_place: MockConfigEntry
) -> None:
    flows = hass.config_entries.subentries
    menu = await old_place.start_subentry_reconfigure_flow(hass, YARD)
    form = await flows.async_configure(menu["flow_id"], {"next_step_id": "settings"})
    suggested = {str(key): (key.description or {}).get("suggested_value") for key in form["data_schema"].schema}
    assert (suggested["name"], suggested["record"]) == ("Sân", "off")
    assert inside(form, "recording")["pre_roll_s"] == 5
    assert inside(form, "tuning")["sensitivity"] == 50
    typed = {"name": "Sân", "position": "yard", "detect": True, "record": "continuous"}
    typed |= {"recording": {}, "tuning": {}, "camera_sensor": {}, "zone": {}}
    done = await flows.async_configure(form["flow_id"], typed)
    assert done["reason"] == "reconfigure_successful"
    data = old_place.subentries[YARD].data
    assert "clips" not in data
    assert (data["record"], data["main_url"]) == ("continuous", "rtsp://10.0.0.6/main")
    await until(hass, lambda: engine.commands("configure")[-1]["cameras"][1]["record"]["mode"] == "continuous")
    assert await hass.config_entries.async_unload(old_place.entry_id)
