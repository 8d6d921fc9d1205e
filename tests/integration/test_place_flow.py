"""Setting the place up and changing it; a camera's new password."""

from collections.abc import Callable
from pathlib import Path

from homeassistant.config_entries import SOURCE_REAUTH, SOURCE_USER, ConfigEntryState, FlowType
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.helpers import issue_registry as ir
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mat_than.const import DOMAIN
from custom_components.mat_than.place_form import default_storage

from .conftest import StandIn, camera_subentry, until

RETENTION = {"retention_days": 7, "retention_gb": 5}


async def test_the_place_is_set_up_and_leads_on_to_the_first_camera(
    hass: HomeAssistant, engine: StandIn, storage: Path
) -> None:
    flows = hass.config_entries.flow
    form = await flows.async_init(DOMAIN, context={"source": SOURCE_USER})
    assert (form["type"], form["step_id"]) == (FlowResultType.FORM, "user")
    form = await flows.async_configure(form["flow_id"], {"kind": "shop", "storage": "clips", **RETENTION})
    assert form["errors"] == {"storage": "not_absolute"}
    storage.write_text("in the way")
    form = await flows.async_configure(form["flow_id"], {"kind": "shop", "storage": str(storage), **RETENTION})
    assert form["errors"] == {"storage": "storage_disk_error"}
    storage.unlink()
    done = await flows.async_configure(form["flow_id"], {"kind": "shop", "storage": str(storage), **RETENTION})
    assert (done["type"], done["title"]) == (FlowResultType.CREATE_ENTRY, "Mắt Thần")
    assert done["data"] == {"kind": "shop", "storage": str(storage)}
    assert done["options"] == RETENTION
    kind, camera_flow = done["next_flow"]
    assert kind is FlowType.CONFIG_SUBENTRIES_FLOW
    assert hass.config_entries.subentries.async_get(camera_flow)["step_id"] == "user"
    await hass.async_block_till_done()
    assert done["result"].state is ConfigEntryState.LOADED
    await hass.config_entries.async_unload(done["result"].entry_id)


async def test_there_is_one_place(hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry) -> None:
    result = await hass.config_entries.flow.async_init(DOMAIN, context={"source": SOURCE_USER})
    assert result["reason"] == "single_instance_allowed"


async def test_the_suggested_folder_is_that_of_media(hass: HomeAssistant) -> None:
    hass.config.media_dirs = {"local": "/media"}
    assert default_storage(hass) == "/media/mat_than"
    hass.config.media_dirs = {}
    assert default_storage(hass) == hass.config.path("media/mat_than")


async def test_the_place_gets_another_kind_and_folder(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, tmp_path: Path
) -> None:
    form = await entry.start_reconfigure_flow(hass)
    flows = hass.config_entries.flow
    failed = await flows.async_configure(form["flow_id"], {"kind": "office", "storage": "x"})
    assert failed["errors"] == {"storage": "not_absolute"}
    inside = str(tmp_path / "other")  # of the configuration's folder
    note = await flows.async_configure(form["flow_id"], {"kind": "office", "storage": inside})
    assert (note["step_id"], note["description_placeholders"]["folder"]) == ("in_backup", inside)
    done = await flows.async_configure(note["flow_id"], {})
    assert done["reason"] == "reconfigure_successful"
    await until(hass, lambda: engine.commands("configure")[-1]["storage"] == str(tmp_path / "other"))
    await until(hass, lambda: entry.state is ConfigEntryState.LOADED)
    assert entry.data["kind"] == "office"


async def test_retention_is_changed_in_the_options(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    form = await hass.config_entries.options.async_init(entry.entry_id)
    done = await hass.config_entries.options.async_configure(form["flow_id"], RETENTION)
    assert done["type"] is FlowResultType.CREATE_ENTRY
    await until(hass, lambda: engine.commands("configure")[-1]["retention"]["gigabytes"] == 5)
    await until(hass, lambda: entry.state is ConfigEntryState.LOADED)


async def test_a_camera_that_refuses_its_password_asks_for_the_new_one(
    hass: HomeAssistant, engine: StandIn, make_entry: Callable[..., MockConfigEntry]
) -> None:
    entry = make_entry(camera_subentry(url="rtsp://10.0.0.5/credentials", username="u", password="old"))
    assert await hass.config_entries.async_setup(entry.entry_id)
    flows = hass.config_entries.flow
    await until(hass, lambda: flows.async_progress_by_handler(DOMAIN))
    (form,) = flows.async_progress_by_handler(DOMAIN)
    assert (form["context"]["source"], form["step_id"]) == (SOURCE_REAUTH, "reauth_confirm")
    assert [key for key in ir.async_get(hass).issues if "reauth" in key[1]]
    typed = {"username": "u", "password": "wrong"}
    failed = await flows.async_configure(form["flow_id"], typed)
    assert failed["errors"] == {"base": "credentials"}
    assert failed["description_placeholders"]["camera"] == "Cổng"

    # The stand-in judges by the path alone, so the right password is a right path here.
    subentry = entry.subentries["cam1"]
    data = {**subentry.data, "main_url": "rtsp://10.0.0.5/main"}
    hass.config_entries.async_update_subentry(entry, subentry, data=data)
    done = await flows.async_configure(form["flow_id"], {"username": "u", "password": "new"})
    assert done["reason"] == "reauth_successful"
    await until(hass, lambda: "u:new@" in engine.commands("configure")[-1]["cameras"][0]["main_url"])
    await until(hass, lambda: hass.states.get("binary_sensor.cong_motion").state == "off")
    assert not [key for key in ir.async_get(hass).issues if "reauth" in key[1]]


async def test_a_password_for_a_camera_that_was_removed_is_not_asked_for(
    hass: HomeAssistant, engine: StandIn, make_entry: Callable[..., MockConfigEntry]
) -> None:
    entry = make_entry(camera_subentry(url="rtsp://10.0.0.5/credentials"))
    assert await hass.config_entries.async_setup(entry.entry_id)
    flows = hass.config_entries.flow
    await until(hass, lambda: flows.async_progress_by_handler(DOMAIN))
    (form,) = flows.async_progress_by_handler(DOMAIN)
    hass.config_entries.async_remove_subentry(entry, "cam1")
    await hass.async_block_till_done()
    result = await flows.async_configure(form["flow_id"], {})
    assert result["reason"] == "camera_gone"


@pytest.mark.parametrize("cause", ["host", "path"])
async def test_other_causes_ask_for_no_password(
    hass: HomeAssistant, engine: StandIn, make_entry: Callable[..., MockConfigEntry], cause: str
) -> None:
    entry = make_entry(camera_subentry(url=f"rtsp://10.0.0.5/{cause}"))
    assert await hass.config_entries.async_setup(entry.entry_id)
    connection = "binary_sensor.cong_connection"
    await until(hass, lambda: hass.states.get(connection).attributes.get("cause") == cause)
    assert not hass.config_entries.flow.async_progress_by_handler(DOMAIN)
