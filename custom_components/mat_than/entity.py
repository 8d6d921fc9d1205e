"""What all entities share: their device, their unique id, when they are available, and how they are added."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, override

from homeassistant.core import callback
from homeassistant.helpers import device_registry as dr
from homeassistant.helpers.device_registry import DeviceInfo
from homeassistant.helpers.entity import Entity
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .camera_view import CameraView, PlaceView
from .const import DOMAIN, SUBENTRY_CAMERA, SUBENTRY_HUB
from .runtime import MatThanConfigEntry
from .sharing.door import Door


class CameraBoundEntity(Entity):
    """An entity of one camera; shows what the coordinator last knew."""

    _attr_has_entity_name = True
    _attr_should_poll = False
    _shows_measurements = False

    def __init__(self, entry: MatThanConfigEntry, camera_id: str, key: str) -> None:
        self._entry = entry
        self.camera_id = camera_id
        self.coordinator = entry.runtime_data.coordinator
        self._last_view = self.coordinator.views[camera_id]
        self._attr_unique_id = f"{camera_id}_{key}"
        self._attr_device_info = DeviceInfo(
            identifiers={(DOMAIN, camera_id)},
            name=self._last_view.setup.name,
            via_device_id=entry.runtime_data.place_device_id,
        )

    @property
    def view(self) -> CameraView:
        """The camera as it is known; its last view while Home Assistant is removing it."""
        self._last_view = self.coordinator.views.get(self.camera_id, self._last_view)
        return self._last_view

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the camera."""
        board, measurements = self.coordinator.board, self._shows_measurements
        self.async_on_remove(board.async_listen(self.camera_id, self._view_changed, measurements=measurements))

    @callback
    def _view_changed(self) -> None:
        self.async_write_ha_state()

    @callback
    def save(self, changes: Mapping[str, Any]) -> None:
        """Change the camera's own settings; the engine is told at once, and the form shows it."""
        subentry = self._entry.subentries[self.camera_id]
        data = {key: value for key, value in (subentry.data | changes).items() if value is not None}
        self.hass.config_entries.async_update_subentry(self._entry, subentry, data=data)


class PlaceBoundEntity(Entity):
    """An entity of the place itself."""

    _attr_has_entity_name = True
    _attr_should_poll = False

    def __init__(self, entry: MatThanConfigEntry, key: str) -> None:
        self.coordinator = entry.runtime_data.coordinator
        self._attr_unique_id = f"{entry.entry_id}_{key}"
        self._attr_device_info = DeviceInfo(
            identifiers={(DOMAIN, entry.entry_id)}, entry_type=dr.DeviceEntryType.SERVICE
        )

    @property
    def view(self) -> PlaceView:
        """The place as it is known."""
        return self.coordinator.board.place

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the place."""
        self.async_on_remove(self.coordinator.board.async_listen_place(self.async_write_ha_state))


class HubBoundEntity(Entity):
    """An entity of one hub; shows what the door last knew."""

    _attr_has_entity_name = True
    _attr_should_poll = False

    def __init__(self, entry: MatThanConfigEntry, hub_id: str, key: str) -> None:
        self.hub_id = hub_id
        self.door: Door = entry.runtime_data.door
        self._attr_unique_id = f"{hub_id}_{key}"
        self._attr_device_info = DeviceInfo(
            identifiers={(DOMAIN, hub_id)},
            name=entry.subentries[hub_id].title,
            entry_type=dr.DeviceEntryType.SERVICE,
            via_device_id=entry.runtime_data.place_device_id,
        )

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the hub."""
        self.async_on_remove(self.door.async_listen(self.async_write_ha_state))


@callback
def async_add_per_camera(
    entry: MatThanConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
    make: Callable[[str], Iterable[Entity]],
) -> None:
    """Add the entities of every camera, also of those that come later."""
    _add_per_subentry(entry, SUBENTRY_CAMERA, async_add_entities, make)


@callback
def async_add_per_hub(
    entry: MatThanConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
    make: Callable[[str], Iterable[Entity]],
) -> None:
    """Add the entities of every hub, also of those joined later."""
    _add_per_subentry(entry, SUBENTRY_HUB, async_add_entities, make)


def _add_per_subentry(
    entry: MatThanConfigEntry,
    kind: str,
    async_add_entities: AddConfigEntryEntitiesCallback,
    make: Callable[[str], Iterable[Entity]],
) -> None:
    @callback
    def add(subentry_id: str) -> None:
        async_add_entities(make(subentry_id), config_subentry_id=subentry_id)

    for subentry_id, subentry in entry.subentries.items():
        if subentry.subentry_type == kind:
            add(subentry_id)
    entry.async_on_unload(entry.runtime_data.coordinator.board.async_listen_added(kind, add))
