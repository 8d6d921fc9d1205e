"""When a camera last saw motion and how it is doing; how much waits for a hub."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, override

from homeassistant.components.sensor import (
    SensorDeviceClass,
    SensorEntity,
    SensorEntityDescription,
    SensorStateClass,
)
from homeassistant.const import PERCENTAGE, EntityCategory
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback
from homeassistant.helpers.typing import StateType

from .camera_view import CameraView
from .entity import CameraBoundEntity, HubBoundEntity, async_add_per_camera, async_add_per_hub
from .lib.mat_than_engine.model import SceneState
from .runtime import MatThanConfigEntry
from .sharing.door import HubState

PARALLEL_UPDATES: Final = 0


@dataclass(frozen=True, kw_only=True)
class CameraFigureDescription(SensorEntityDescription):
    """Reads one value of a camera's view."""

    value_fn: Callable[[CameraView], StateType | datetime]
    only_live: bool = False


@dataclass(frozen=True, kw_only=True)
class HubFigureDescription(SensorEntityDescription):
    """Reads one value of a hub's state."""

    value_fn: Callable[[HubState], StateType | datetime]


CAMERA_FIGURES: Final = (
    CameraFigureDescription(
        key="last_motion",
        translation_key="last_motion",
        device_class=SensorDeviceClass.TIMESTAMP,
        value_fn=lambda view: view.last_motion_at,
    ),
    CameraFigureDescription(
        key="clips_today",
        translation_key="clips_today",
        state_class=SensorStateClass.TOTAL_INCREASING,
        value_fn=lambda view: view.clips_today,
    ),
    CameraFigureDescription(
        key="scene",
        translation_key="scene",
        device_class=SensorDeviceClass.ENUM,
        options=[scene.value for scene in SceneState],
        entity_category=EntityCategory.DIAGNOSTIC,
        entity_registry_enabled_default=False,
        value_fn=lambda view: view.scene,
        only_live=True,
    ),
    CameraFigureDescription(
        key="fps",
        translation_key="fps",
        state_class=SensorStateClass.MEASUREMENT,
        native_unit_of_measurement="fps",
        suggested_display_precision=1,
        entity_category=EntityCategory.DIAGNOSTIC,
        entity_registry_enabled_default=False,
        value_fn=lambda view: view.figures.fps if view.figures else None,
        only_live=True,
    ),
    CameraFigureDescription(
        key="cpu_share",
        translation_key="cpu_share",
        state_class=SensorStateClass.MEASUREMENT,
        native_unit_of_measurement=PERCENTAGE,
        suggested_display_precision=1,
        entity_category=EntityCategory.DIAGNOSTIC,
        entity_registry_enabled_default=False,
        value_fn=lambda view: view.figures.cpu_share * 100 if view.figures else None,
        only_live=True,
    ),
)
HUB_FIGURES: Final = (
    HubFigureDescription(
        key="queue_length",
        translation_key="queue_length",
        state_class=SensorStateClass.MEASUREMENT,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda state: state.queue_length,
    ),
    HubFigureDescription(
        key="last_contact",
        translation_key="last_contact",
        device_class=SensorDeviceClass.TIMESTAMP,
        entity_category=EntityCategory.DIAGNOSTIC,
        entity_registry_enabled_default=False,
        value_fn=lambda state: state.last_contact_at,
    ),
)


async def async_setup_entry(
    hass: HomeAssistant, entry: MatThanConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the sensors of every camera and hub."""
    async_add_per_camera(
        entry, async_add_entities, lambda camera_id: [CameraFigure(entry, camera_id, d) for d in CAMERA_FIGURES]
    )
    async_add_per_hub(entry, async_add_entities, lambda hub_id: [HubFigure(entry, hub_id, d) for d in HUB_FIGURES])


class CameraFigure(CameraBoundEntity, SensorEntity):
    """One value of a camera."""

    entity_description: CameraFigureDescription

    def __init__(self, entry: MatThanConfigEntry, camera_id: str, description: CameraFigureDescription) -> None:
        super().__init__(entry, camera_id, description.key)
        self.entity_description = description

    @property
    @override
    def available(self) -> bool:
        """What is measured on the stream is known only while it runs."""
        return self.view.live or not self.entity_description.only_live

    @property
    @override
    def native_value(self) -> StateType | datetime:
        """The value."""
        return self.entity_description.value_fn(self.view)


class HubFigure(HubBoundEntity, SensorEntity):
    """One value of a hub."""

    entity_description: HubFigureDescription

    def __init__(self, entry: MatThanConfigEntry, hub_id: str, description: HubFigureDescription) -> None:
        super().__init__(entry, hub_id, description.key)
        self.entity_description = description

    @property
    @override
    def native_value(self) -> StateType | datetime:
        """The value."""
        return self.entity_description.value_fn(self.door.hub_state(self.hub_id))
