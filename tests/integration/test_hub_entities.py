"""What a joined hub shows, and that joining or leaving one does not touch the cameras."""

from homeassistant.config_entries import ConfigSubentry
from homeassistant.const import STATE_OFF, STATE_UNKNOWN
from homeassistant.core import HomeAssistant
from homeassistant.helpers import device_registry as dr
from homeassistant.util import dt as dt_util
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mat_than.const import DOMAIN, SUBENTRY_HUB
from custom_components.mat_than.lib.mat_than_engine.protocol.access import AccessEntry, Action
from custom_components.mat_than.lib.mat_than_engine.protocol.keys import PublicKey
from custom_components.mat_than.sharing.hub import Hub
from custom_components.mat_than.sharing.mirror import async_get_mirror

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


async def test_a_look_of_an_officer_is_an_event_of_the_hub_and_counted_for_a_week(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    joined = ConfigSubentry(data=HUB.as_data(), subentry_type=SUBENTRY_HUB, title="Phường Một", unique_id="hub")
    hass.config_entries.async_add_subentry(entry, joined)
    event, count = "event.phuong_mot_look_by_the_hub", "sensor.phuong_mot_looks_in_7_days"
    await until(hass, lambda: hass.states.get(event) and hass.states.get(count))
    assert (hass.states.get(event).state, hass.states.get(count).state) == (STATE_UNKNOWN, "0")
    look = AccessEntry(
        seq=7,
        at=dt_util.utcnow(),
        action=Action.VIEW_STILL,
        camera_id="cam1",
        item_id="0190a1b2-0000-7000-8000-00000000000b",
        unit="Công an phường",
    )
    mirror = await async_get_mirror(hass)
    await mirror.async_add(HUB.code, (look,))
    await mirror.async_add(HUB.code, (look,))  # told again, it is still one
    attributes = hass.states.get(event).attributes
    assert (attributes["event_type"], attributes["unit"], attributes["camera_id"]) == (
        "view_still",
        "Công an phường",
        "cam1",
    )
    entry.runtime_data.door.state_changed()
    assert hass.states.get(count).state == "1"
