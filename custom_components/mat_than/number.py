"""How sensitive a camera is, as numbers for automations; kept in the camera's own settings."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, override

from homeassistant.components.number import NumberDeviceClass, NumberEntity, NumberEntityDescription, NumberMode
from homeassistant.const import EntityCategory, UnitOfTime
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .const import CONF_MINIMUM, CONF_SENSITIVITY
from .entity import CameraBoundEntity, async_add_per_camera
from .lib.mat_than_engine.settings import WatchSettings
from .runtime import MatThanConfigEntry

PARALLEL_UPDATES: Final = 1


@dataclass(frozen=True, kw_only=True)
class WatchNumberDescription(NumberEntityDescription):
    """Reads one number of how a camera is watched; `setting` is where it is stored."""

    setting: str
    value_fn: Callable[[WatchSettings], float]


NUMBERS: Final = (
    WatchNumberDescription(
        key="sensitivity",
        translation_key="sensitivity",
        entity_category=EntityCategory.CONFIG,
        native_min_value=1,
        native_max_value=100,
        native_step=1,
        mode=NumberMode.SLIDER,
        setting=CONF_SENSITIVITY,
        value_fn=lambda watch: watch.sensitivity,
    ),
    WatchNumberDescription(
        key="minimum_duration",
        translation_key="minimum_duration",
        device_class=NumberDeviceClass.DURATION,
        entity_category=EntityCategory.CONFIG,
        native_unit_of_measurement=UnitOfTime.SECONDS,
        native_min_value=0,
        native_max_value=10,
        native_step=0.1,
        mode=NumberMode.BOX,
        setting=CONF_MINIMUM,
        value_fn=lambda watch: watch.minimum_s,
    ),
)


async def async_setup_entry(
    hass: HomeAssistant, entry: MatThanConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the numbers of every camera."""
    async_add_per_camera(
        entry, async_add_entities, lambda camera_id: [WatchNumber(entry, camera_id, d) for d in NUMBERS]
    )


class WatchNumber(CameraBoundEntity, NumberEntity):
    """One number of how a camera is watched."""

    entity_description: WatchNumberDescription

    def __init__(self, entry: MatThanConfigEntry, camera_id: str, description: WatchNumberDescription) -> None:
        super().__init__(entry, camera_id, description.key)
        self.entity_description = description

    @property
    @override
    def native_value(self) -> float:
        """The number."""
        return self.entity_description.value_fn(self.view.setup.watch)

    @override
    async def async_set_native_value(self, value: float) -> None:
        """Keep it."""
        self.save({self.entity_description.setting: value})
