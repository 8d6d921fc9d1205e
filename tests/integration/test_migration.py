"""What earlier versions stored loads, works and is changed as it was meant.

`fixtures/place_*.json` were written by those versions themselves: the entry, and in the later ones what lies beside it in
Home Assistant's storage. Their keys were made for them and are known to nobody's hub.
"""

import json
from pathlib import Path
from typing import Any

from homeassistant.config_entries import ConfigSubentryDataWithId, SubentryFlowResult
from homeassistant.core import HomeAssistant
import probatio
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mat_than.printing.signboard import SignOwner, async_get_signboard
from custom_components.mat_than.sharing.identity import async_get_identities
from custom_components.mat_than.sharing.ledger import async_get_ledger
from custom_components.mat_than.sharing.request_book import async_get_request_book
from custom_components.mat_than.sharing.sending_limits import QuietHours, SendingLimits
from custom_components.mat_than.sharing.standing import read_household

from .conftest import StandIn, until

FIXTURES = Path(__file__).parent / "fixtures"
STORED = FIXTURES / "place_before_modes.json"
WHOLE = FIXTURES / "place_with_limits_and_live_hours.json"  # the newest: everything that an owner can set and be asked
SHARING = sorted(FIXTURES.glob("place_sharing_*.json"))  # with a hub, two consents, and a third that was withdrawn
GATE, YARD = "01KANS4CAM1", "01KANS4CAM2"


@pytest.fixture
async def old_place(hass: HomeAssistant, engine: StandIn, storage: Path) -> MockConfigEntry:
    """The entry as storage kept it."""
    entry = entry_of(json.loads(STORED.read_text().replace("STORAGE", str(storage))))
    entry.add_to_hass(hass)
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(hass, lambda: entry.runtime_data.coordinator.views[GATE].live)
    return entry


def entry_of(stored: dict[str, Any]) -> MockConfigEntry:
    return MockConfigEntry(
        domain=stored["domain"],
        title=stored["title"],
        entry_id=stored["entry_id"],
        data=stored["data"],
        options=stored["options"],
        version=stored["version"],
        minor_version=stored["minor_version"],
        subentries_data=[ConfigSubentryDataWithId(**subentry) for subentry in stored["subentries"]],
    )


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


@pytest.mark.usefixtures("socket_enabled")  # the hub of long ago does not answer
@pytest.mark.parametrize("stored", SHARING, ids=lambda path: path.stem)
async def test_a_place_that_shared_keeps_its_cameras_hubs_and_consents(
    hass: HomeAssistant,
    engine: StandIn,
    storage: Path,
    hass_storage: dict[str, Any],
    stored: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    kept = json.loads(stored.read_text().replace("STORAGE", str(storage)))
    hass_storage.update(kept["stores"])
    entry = entry_of(kept["entry"])
    entry.add_to_hass(hass)
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(hass, lambda: all(view.live for view in entry.runtime_data.coordinator.views.values()))
    configured = engine.commands("configure")[-1]
    assert {camera["name"] for camera in configured["cameras"]} == {"Cổng", "Sân nhà", "Đường trước nhà"}
    assert {camera["record"]["mode"] for camera in configured["cameras"]} == {"motion"}
    household = read_household(entry, await async_get_identities(hass))
    assert [hub.name for hub in household.hubs.values()] == ["Nhà văn hoá tổ 5"]
    shared = {household.cameras[given.record.camera_id].name for given in household.given.values()}
    assert shared == {"Sân nhà", "Đường trước nhà"}
    told = (await async_get_ledger(hass)).consents
    withdrawn = {known.camera_id for known in told.values() if known.withdrawn_at is not None}
    assert {household.cameras[camera].name for camera in withdrawn} == {"Cổng"}
    assert len(told) == 3
    if seed := kept["stores"].get("mat_than.signing"):
        assert hass_storage["mat_than.signing"]["data"] == seed["data"]
    assert "The stored" not in caplog.text  # hub that cannot be read, consent that is not ours
    assert await hass.config_entries.async_unload(entry.entry_id)


@pytest.mark.usefixtures("socket_enabled")  # the hub of long ago does not answer
async def test_a_place_keeps_limits_live_hours_switches_requests_and_the_sign(
    hass: HomeAssistant,
    engine: StandIn,
    storage: Path,
    hass_storage: dict[str, Any],
    caplog: pytest.LogCaptureFixture,
) -> None:
    kept = json.loads(WHOLE.read_text().replace("STORAGE", str(storage)))
    hass_storage.update(kept["stores"])
    entry = entry_of(kept["entry"])
    entry.add_to_hass(hass)
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(hass, lambda: all(view.live for view in entry.runtime_data.coordinator.views.values()))
    configured = engine.commands("configure")[-1]
    assert {camera["name"]: camera["record"]["mode"] for camera in configured["cameras"]} == {
        "Sân nhà": "both",
        "Cổng": "motion",
        "Đường trước nhà": "continuous",
    }
    assert {camera["watch"]["profile"] for camera in configured["cameras"]} == {"balanced"}
    assert (configured["retention"]["days"], configured["retention"]["continuous_days"]) == (10, 3)

    household = read_household(entry, await async_get_identities(hass))
    (hub,) = household.hubs.values()
    assert hub.limits == SendingLimits(kbit_s=2000, quiet=QuietHours(from_minute=22 * 60, until_minute=5 * 60 + 30))
    given = {household.cameras[one.record.camera_id].name: one for one in household.given.values()}
    assert given.keys() == {"Sân nhà", "Đường trước nhà"}
    live_hours = given["Đường trước nhà"].live_hours
    assert live_hours is not None
    assert (live_hours.from_minute, live_hours.to_minute) == (22 * 60, 5 * 60)
    assert given["Sân nhà"].live_hours is None
    ledger = await async_get_ledger(hass)
    assert {household.cameras[camera].name: switch.on for camera, switch in ledger.switches.items()} == {
        "Đường trước nhà": False
    }
    (withdrawn,) = (known for known in ledger.consents.values() if known.withdrawn_at is not None)
    assert (household.cameras[withdrawn.camera_id].name, withdrawn.closed) == ("Cổng", True)
    assert withdrawn.receipt is not None
    asked = {one.request.case_number: one.state for one in (await async_get_request_book(hass)).asked()}
    assert asked.pop("2/2026") == "declined"
    assert set(asked.values()) <= {"waiting", "expired"}  # its deadline may be over by now, and silence is a no
    assert len(asked) == 1
    assert (await async_get_signboard(hass)).owner == SignOwner(name="Nguyễn Thị Lan", contact="024 1234 567")
    assert "The stored" not in caplog.text
    assert await hass.config_entries.async_unload(entry.entry_id)
