"""Mắt Thần: motion, clips and sharing by consent for the cameras of a place.

Sets the parts up and takes them down: the engine's process and what is known of the cameras (coordinator), the
clips on disk (archive), the door to the hubs, and the entities.
"""

import asyncio
from pathlib import Path

from homeassistant.config_entries import ConfigEntryState
from homeassistant.const import EVENT_HOMEASSISTANT_STOP
from homeassistant.core import Event, HomeAssistant
from homeassistant.exceptions import ConfigEntryNotReady
from homeassistant.helpers import config_validation as cv, device_registry as dr
from homeassistant.helpers.typing import ConfigType

from .clips import ClipArchive, storage_trouble
from .const import CONF_STORAGE, DOMAIN, PLATFORMS, SUBENTRY_CAMERA
from .coordinator import MatThanCoordinator
from .engine_process import ENGINE_PROGRAM, EngineProgram
from .exports import ExportFolder
from .issues import async_clear_all_issues, async_clear_storage_issue, async_set_storage_issue
from .live_film import EngineFilm
from .panel import async_hide_panel, async_register_panel_commands, async_show_panel
from .playable import PlayableCopies
from .print_view import async_register_print_view
from .printing.signboard import async_get_signboard
from .request_guard import RequestGuard
from .runtime import MatThanConfigEntry, MatThanRuntime
from .services import async_register_actions
from .shared_copies import EngineCopies
from .sharing.door import Door
from .sharing.removal import async_remove_sharing
from .signing_key import async_destroy_signing_seed
from .together import async_all
from .views import async_register_views
from .websocket import async_register_commands

CONFIG_SCHEMA = cv.config_entry_only_config_schema(DOMAIN)


async def async_setup(hass: HomeAssistant, config: ConfigType) -> bool:
    """Register what outlives an entry: views, the panel's commands, actions."""
    async_register_views(hass)
    async_register_print_view(hass)
    async_register_commands(hass)
    async_register_panel_commands(hass)
    async_register_actions(hass)
    return True


async def async_setup_entry(hass: HomeAssistant, entry: MatThanConfigEntry) -> bool:
    """Start the engine and the door; cameras come alive later and hold nothing up."""
    storage = Path(entry.data[CONF_STORAGE])
    await _async_check_storage(hass, entry, storage)
    place = dr.async_get(hass).async_get_or_create(
        config_entry_id=entry.entry_id,
        identifiers={(DOMAIN, entry.entry_id)},
        entry_type=dr.DeviceEntryType.SERVICE,
        name=entry.title,
        manufacturer="Mắt Thần",
    )
    archive = ClipArchive(hass, storage)
    coordinator = MatThanCoordinator(hass, entry, hass.data.get(ENGINE_PROGRAM, EngineProgram()), archive)
    door = Door(hass, entry, storage, EngineCopies(coordinator.host), EngineFilm(hass, coordinator.host))
    playable = PlayableCopies(hass, archive, coordinator.host)
    coordinator.on_clips_deleted = playable.async_forget
    exports = ExportFolder(hass, storage)
    entry.runtime_data = MatThanRuntime(coordinator, archive, door, playable, exports, place.id)

    async def stop(_event: Event | None = None) -> None:
        await asyncio.gather(door.async_stop(), coordinator.async_stop())

    entry.async_on_unload(stop)
    # At the same time: each waits for the disk, and while Home Assistant starts every wait is a long one.
    await async_all(door.async_start(), coordinator.async_prepare(), playable.async_start(), exports.async_sweep())
    await coordinator.async_start(door)
    RequestGuard(hass, entry, door, archive, coordinator.host).start()
    entry.async_on_unload(hass.bus.async_listen_once(EVENT_HOMEASSISTANT_STOP, stop))
    await async_all(hass.config_entries.async_forward_entry_setups(entry, PLATFORMS), async_show_panel(hass))
    entry.async_on_unload(entry.add_update_listener(_EntryWatch(entry).async_updated))
    return True


async def async_unload_entry(hass: HomeAssistant, entry: MatThanConfigEntry) -> bool:
    """Take the entities down; the engine and the door are stopped after them."""
    return await hass.config_entries.async_unload_platforms(entry, PLATFORMS)


async def async_remove_entry(hass: HomeAssistant, entry: MatThanConfigEntry) -> None:
    """End all sharing and forget the repairs of this place. Its clips stay on disk: they are the owner's."""
    await async_remove_sharing(hass, Path(entry.data[CONF_STORAGE]))
    await async_destroy_signing_seed(hass)
    await (await async_get_signboard(hass)).async_destroy()
    async_clear_all_issues(hass)
    await async_hide_panel(hass)


async def _async_check_storage(hass: HomeAssistant, entry: MatThanConfigEntry, storage: Path) -> None:
    """A folder that is gone stops everything (try again later); a full one only becomes a repair."""
    trouble = await hass.async_add_executor_job(storage_trouble, storage)
    if trouble is None:
        async_clear_storage_issue(hass)
        return
    async_set_storage_issue(hass, entry.entry_id, storage, trouble)
    if trouble == "storage_disk_error":
        raise ConfigEntryNotReady(
            translation_domain=DOMAIN, translation_key="storage", translation_placeholders={"folder": str(storage)}
        )


class _EntryWatch:
    """Tells a change of the place, which loads everything anew, from one of a subentry, which must not."""

    def __init__(self, entry: MatThanConfigEntry) -> None:
        self._data = entry.data
        self._options = entry.options

    async def async_updated(self, hass: HomeAssistant, entry: MatThanConfigEntry) -> None:
        """The entry, its options or its subentries changed."""
        if entry.data != self._data or entry.options != self._options:
            hass.config_entries.async_schedule_reload(entry.entry_id)
            return
        _rename_devices(hass, entry)
        for part in (entry.runtime_data.coordinator, entry.runtime_data.door):
            if entry.state is ConfigEntryState.LOADED:  # it may be taken down meanwhile
                await part.async_subentries_changed()


def _rename_devices(hass: HomeAssistant, entry: MatThanConfigEntry) -> None:
    """A camera that was given another name in its form is called so everywhere."""
    registry = dr.async_get(hass)
    for subentry_id, subentry in entry.subentries.items():
        if subentry.subentry_type != SUBENTRY_CAMERA:
            continue
        device = registry.async_get_device_by_identifier((DOMAIN, subentry_id), entry.entry_id)
        if device is not None and device.name != subentry.title:
            registry.async_update_device(device.id, name=subentry.title)
