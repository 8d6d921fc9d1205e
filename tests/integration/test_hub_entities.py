"""What a joined hub shows, and that joining or leaving one does not touch the cameras."""

from homeassistant.config_entries import ConfigSubentry
from homeassistant.const import STATE_OFF, STATE_UNKNOWN
from homeassistant.core import HomeAssistant
from homeassistant.helpers import device_registry as dr
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mat_than.const import DOMAIN, SUBENTRY_HUB
from custom_components.mat_than.lib.mat_than_engine.protocol.keys import PublicKey
from custom_components.mat_than.sharing.hub import Hub

from .conftest import StandIn, until

HUB = Hub(
    url="https://hub.invalid",
    key=PublicKey.of(bytes(32)),
    household_id="0190a1b2-0000-7000-8000-00000000000a",
    name="Phường Một",
    commune="Phường Một",
    notice_version="1",
    retention_days=30,
)


async def test_a_hub_nothing_is_shared_with_is_neither_up_nor_down(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    configured = len(engine.commands("configure"))
    joined = ConfigSubentry(data=HUB.as_data(), subentry_type=SUBENTRY_HUB, title="Phường Một", unique_id="hub")
    hass.config_entries.async_add_subentry(entry, joined)
    connection = "binary_sensor.phuong_mot_connectivity"
    await until(hass, lambda: hass.states.get(connection))
    assert hass.states.get(connection).state == STATE_UNKNOWN
    assert hass.states.get("binary_sensor.phuong_mot_problem").state == STATE_OFF
    assert hass.states.get("sensor.phuong_mot_waiting_to_be_sent").state == "0"
    devices = dr.async_get(hass)
    device = devices.async_get_device_by_identifier((DOMAIN, joined.subentry_id), entry.entry_id)
    place = devices.async_get_device_by_identifier((DOMAIN, entry.entry_id), entry.entry_id)
    assert device is not None
    assert place is not None
    assert (device.via_device_id, device.config_subentry_id) == (place.id, joined.subentry_id)

    hass.config_entries.async_remove_subentry(entry, joined.subentry_id)
    await until(hass, lambda: hass.states.get(connection) is None)
    told = engine.commands("configure")[configured:]
    assert all(command == engine.commands("configure")[configured - 1] for command in told)
    assert hass.states.get("binary_sensor.cong_motion").state == STATE_OFF
