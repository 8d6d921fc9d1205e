"""What the owner turns on and off per camera: detection, and sharing where a consent is live."""

from typing import Any, Final, override

from homeassistant.components.switch import SwitchEntity
from homeassistant.const import EntityCategory
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .const import CONF_DETECT
from .entity import CameraBoundEntity, async_add_per_camera
from .runtime import MatThanConfigEntry

PARALLEL_UPDATES: Final = 1


async def async_setup_entry(
    hass: HomeAssistant, entry: MatThanConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the switches of every camera."""
    async_add_per_camera(
        entry,
        async_add_entities,
        lambda camera_id: [DetectionSwitch(entry, camera_id), SharingSwitch(entry, camera_id)],
    )


class DetectionSwitch(CameraBoundEntity, SwitchEntity):
    """Whether motion is looked for; kept in the camera's own settings."""

    _attr_translation_key = "detection"
    _attr_entity_category = EntityCategory.CONFIG

    def __init__(self, entry: MatThanConfigEntry, camera_id: str) -> None:
        super().__init__(entry, camera_id, "detection")

    @property
    @override
    def is_on(self) -> bool:
        """Whether motion is looked for."""
        return self.view.setup.detect

    @override
    async def async_turn_on(self, **kwargs: Any) -> None:
        """Look for motion."""
        self._set(detect=True)

    @override
    async def async_turn_off(self, **kwargs: Any) -> None:
        """Look for no motion."""
        self._set(detect=False)

    def _set(self, *, detect: bool) -> None:
        subentry = self._entry.subentries[self.camera_id]
        self.hass.config_entries.async_update_subentry(
            self._entry, subentry, data={**subentry.data, CONF_DETECT: detect}
        )


class SharingSwitch(CameraBoundEntity, SwitchEntity):
    """Whether what a consent allows is shared now. Never on without a live consent."""

    _attr_translation_key = "sharing"
    _attr_entity_category = EntityCategory.CONFIG

    def __init__(self, entry: MatThanConfigEntry, camera_id: str) -> None:
        super().__init__(entry, camera_id, "sharing")
        self._door = entry.runtime_data.door

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the camera and the consents."""
        await super().async_added_to_hass()
        self.async_on_remove(self._door.async_listen(self.async_write_ha_state))

    @property
    @override
    def is_on(self) -> bool:
        """Whether the door lets anything of this camera out."""
        return self._door.sharing_state(self.camera_id).on

    @property
    @override
    def extra_state_attributes(self) -> dict[str, Any]:
        """With whom, and how much waits."""
        state = self._door.sharing_state(self.camera_id)
        return {"allowed": state.allowed, "hubs": list(state.hubs), "waiting": state.waiting}

    @override
    async def async_turn_on(self, **kwargs: Any) -> None:
        """Go on sharing what a consent allows; the door refuses, in words, where there is none."""
        await self._door.async_resume(self.camera_id)

    @override
    async def async_turn_off(self, **kwargs: Any) -> None:
        """Share nothing until it is turned on again; the consent stays."""
        await self._door.async_pause(self.camera_id)
