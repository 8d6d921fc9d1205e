"""How closely a camera is looked at, and what of it is recorded; kept in the camera's own settings."""

from typing import Final, override

from homeassistant.components.select import SelectEntity
from homeassistant.const import EntityCategory
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .const import CONF_CLIPS, CONF_PROFILE, CONF_RECORD, CONF_RECORD_WHEN_ON, PROFILES
from .entity import CameraBoundEntity, async_add_per_camera
from .lib.mat_than_engine.settings import RecordMode
from .runtime import MatThanConfigEntry

PARALLEL_UPDATES: Final = 1


async def async_setup_entry(
    hass: HomeAssistant, entry: MatThanConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the choices of every camera."""
    async_add_per_camera(
        entry, async_add_entities, lambda camera_id: [ProfileSelect(entry, camera_id), RecordSelect(entry, camera_id)]
    )


class ProfileSelect(CameraBoundEntity, SelectEntity):
    """How closely to look; the sensor of the same name shows what automatic chose."""

    _attr_translation_key = "profile"
    _attr_entity_category = EntityCategory.CONFIG
    _attr_options = PROFILES

    def __init__(self, entry: MatThanConfigEntry, camera_id: str) -> None:
        super().__init__(entry, camera_id, "profile_choice")

    @property
    @override
    def current_option(self) -> str:
        """What is chosen."""
        return self.view.setup.watch.profile

    @override
    async def async_select_option(self, option: str) -> None:
        """Choose."""
        self.save({CONF_PROFILE: option})


class RecordSelect(CameraBoundEntity, SelectEntity):
    """What is recorded."""

    _attr_translation_key = "record"
    _attr_entity_category = EntityCategory.CONFIG
    _attr_options = [mode.value for mode in RecordMode]  # noqa: RUF012 - the base class's own declaration

    def __init__(self, entry: MatThanConfigEntry, camera_id: str) -> None:
        super().__init__(entry, camera_id, "record")

    @property
    @override
    def current_option(self) -> str:
        """What is chosen."""
        return self.view.setup.record.mode.value

    @override
    async def async_select_option(self, option: str) -> None:
        """Choose; what the recording switch goes back to is remembered."""
        on = {} if option == RecordMode.OFF else {CONF_RECORD_WHEN_ON: option}
        self.save({CONF_RECORD: option, CONF_CLIPS: None} | on)
