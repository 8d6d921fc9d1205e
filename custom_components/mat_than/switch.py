"""What the owner turns on and off per camera: detection, recording, and sharing where a consent is live."""

from typing import Any, Final, override

from homeassistant.components.switch import SwitchEntity
from homeassistant.const import EntityCategory
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .const import CONF_CLIPS, CONF_DETECT, CONF_IMPORTANT, CONF_RECORD, CONF_RECORD_WHEN_ON
from .entity import CameraBoundEntity, async_add_per_camera
from .lib.mat_than_engine.settings import RecordMode
from .runtime import MatThanConfigEntry

PARALLEL_UPDATES: Final = 1


async def async_setup_entry(
    hass: HomeAssistant, entry: MatThanConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the switches of every camera."""
    async_add_per_camera(
        entry,
        async_add_entities,
        lambda camera_id: [
            DetectionSwitch(entry, camera_id),
            RecordingSwitch(entry, camera_id),
            ImportantSwitch(entry, camera_id),
            SharingSwitch(entry, camera_id),
        ],
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
        self.save({CONF_DETECT: True})

    @override
    async def async_turn_off(self, **kwargs: Any) -> None:
        """Look for no motion."""
        self.save({CONF_DETECT: False})


class RecordingSwitch(CameraBoundEntity, SwitchEntity):
    """Whether anything is recorded; turned on again, it is what was recorded before."""

    _attr_translation_key = "recording"
    _attr_entity_category = EntityCategory.CONFIG

    def __init__(self, entry: MatThanConfigEntry, camera_id: str) -> None:
        super().__init__(entry, camera_id, "recording")

    @property
    @override
    def is_on(self) -> bool:
        """Whether anything is recorded."""
        return self.view.setup.record.mode is not RecordMode.OFF

    @override
    async def async_turn_on(self, **kwargs: Any) -> None:
        """Record as before."""
        if not self.is_on:
            before = self._entry.subentries[self.camera_id].data.get(CONF_RECORD_WHEN_ON, RecordMode.MOTION.value)
            self.save({CONF_RECORD: before, CONF_CLIPS: None})

    @override
    async def async_turn_off(self, **kwargs: Any) -> None:
        """Record nothing, and remember what it was."""
        if self.is_on:
            now = self.view.setup.record.mode.value
            self.save({CONF_RECORD: RecordMode.OFF.value, CONF_RECORD_WHEN_ON: now, CONF_CLIPS: None})


class ImportantSwitch(CameraBoundEntity, SwitchEntity):
    """Whether this camera goes first where the processor is not enough for all."""

    _attr_translation_key = "important"
    _attr_entity_category = EntityCategory.CONFIG
    _attr_entity_registry_enabled_default = False

    def __init__(self, entry: MatThanConfigEntry, camera_id: str) -> None:
        super().__init__(entry, camera_id, "important")

    @property
    @override
    def is_on(self) -> bool:
        """Whether it goes first."""
        return self.view.setup.important

    @override
    async def async_turn_on(self, **kwargs: Any) -> None:
        """It goes first."""
        self.save({CONF_IMPORTANT: True})

    @override
    async def async_turn_off(self, **kwargs: Any) -> None:
        """It waits its turn."""
        self.save({CONF_IMPORTANT: False})


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
