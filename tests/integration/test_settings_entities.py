"""Numbers, choices and switches write the camera's own settings, and the engine is told at once."""

from typing import Any

from homeassistant.const import ATTR_ENTITY_ID, STATE_OFF, STATE_ON
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import ServiceValidationError
from homeassistant.helpers import entity_registry as er
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mat_than.const import DOMAIN

from .conftest import StandIn, until

RECORDING = "switch.cong_recording"
RECORD = "select.cong_what_is_recorded"


def told(engine: StandIn) -> dict[str, Any]:
    camera: dict[str, Any] = engine.commands("configure")[-1]["cameras"][0]
    return camera


async def call(hass: HomeAssistant, action: str, entity_id: str, **data: Any) -> None:
    domain, _, service = action.partition(".")
    await hass.services.async_call(domain, service, {ATTR_ENTITY_ID: entity_id, **data}, blocking=True)


@pytest.mark.parametrize(
    ("entity_id", "value", "key"),
    [("number.cong_sensitivity", 80, "sensitivity"), ("number.cong_shortest_motion", 1.5, "minimum_s")],
)
async def test_a_number_is_kept_and_told(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, entity_id: str, value: float, key: str
) -> None:
    await call(hass, "number.set_value", entity_id, value=value)
    await until(hass, lambda: told(engine)["watch"][key] == value)
    assert entry.subentries["cam1"].data[key] == value
    assert float(hass.states.get(entity_id).state) == value
    with pytest.raises(ServiceValidationError):
        await call(hass, "number.set_value", entity_id, value=1000)


async def test_the_profile_is_chosen(hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry) -> None:
    profile = "select.cong_how_closely_to_look"
    assert hass.states.get(profile).state == "auto"
    await call(hass, "select.select_option", profile, option="economy")
    await until(hass, lambda: told(engine)["watch"]["profile"] == "economy")
    assert hass.states.get(profile).state == "economy"


async def test_recording_is_turned_off_and_back_to_what_it_was(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    await call(hass, "select.select_option", RECORD, option="both")
    await until(hass, lambda: told(engine)["record"]["mode"] == "both")
    assert hass.states.get(RECORDING).state == STATE_ON
    await call(hass, "switch.turn_off", RECORDING)
    await call(hass, "switch.turn_off", RECORDING)
    await until(hass, lambda: told(engine)["record"]["mode"] == "off")
    assert (hass.states.get(RECORDING).state, hass.states.get(RECORD).state) == (STATE_OFF, "off")
    await call(hass, "switch.turn_on", RECORDING)
    await until(hass, lambda: told(engine)["record"]["mode"] == "both")
    await call(hass, "select.select_option", RECORD, option="off")
    await until(hass, lambda: hass.states.get(RECORDING).state == STATE_OFF)
    await call(hass, "switch.turn_on", RECORDING)
    await until(hass, lambda: told(engine)["record"]["mode"] == "both")


async def test_an_important_camera_goes_first(hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry) -> None:
    important = "switch.cong_important_camera"
    registry = er.async_get(hass)
    registry.async_update_entity(registry.async_get_entity_id("switch", DOMAIN, "cam1_important"), disabled_by=None)
    assert await hass.config_entries.async_reload(entry.entry_id)
    await until(hass, lambda: hass.states.get(important).state == STATE_OFF)
    await call(hass, "switch.turn_on", important)
    await until(hass, lambda: told(engine)["important"] is True)
    await call(hass, "switch.turn_off", important)
    await until(hass, lambda: told(engine)["important"] is False)
    assert hass.states.get(important).state == STATE_OFF
