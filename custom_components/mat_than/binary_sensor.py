"""Motion, connection and tampering of each camera, trouble of the place and of each hub."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, override

from homeassistant.components.binary_sensor import (
    BinarySensorDeviceClass,
    BinarySensorEntity,
    BinarySensorEntityDescription,
)
from homeassistant.const import EntityCategory
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .camera_view import CameraView
from .entity import CameraBoundEntity, HubBoundEntity, PlaceBoundEntity, async_add_per_camera, async_add_per_hub
from .live_entities import LiveViewSensor
from .runtime import MatThanConfigEntry
from .sharing.owner_view import HubState

PARALLEL_UPDATES: Final = 0


@dataclass(frozen=True, kw_only=True)
class CameraSensorDescription(BinarySensorEntityDescription):
    """Reads one bit of a camera's view."""

    is_on_fn: Callable[[CameraView], bool | None]
    only_live: bool
    attributes_fn: Callable[[CameraView], dict[str, Any]]


@dataclass(frozen=True, kw_only=True)
class HubSensorDescription(BinarySensorEntityDescription):
    """Reads one bit of a hub's state."""

    is_on_fn: Callable[[HubState], bool | None]


CAMERA_SENSORS: Final = (
    CameraSensorDescription(
        key="motion",
        translation_key="motion",
        device_class=BinarySensorDeviceClass.MOTION,
        is_on_fn=lambda view: view.motion is not None,
        only_live=True,
        attributes_fn=lambda view: {"event_id": view.motion.event_id} if view.motion else {},
    ),
    CameraSensorDescription(
        key="connection",
        translation_key="connection",
        device_class=BinarySensorDeviceClass.CONNECTIVITY,
        entity_category=EntityCategory.DIAGNOSTIC,
        is_on_fn=lambda view: view.live,
        only_live=False,
        attributes_fn=lambda view: {"cause": view.trouble or "none"},
    ),
    CameraSensorDescription(
        key="tamper",
        translation_key="tamper",
        device_class=BinarySensorDeviceClass.TAMPER,
        is_on_fn=lambda view: view.tampering is not None,
        only_live=True,
        attributes_fn=lambda view: {"what": view.tampering.value if view.tampering else "none"},
    ),
    CameraSensorDescription(
        key="night",
        translation_key="night",
        entity_category=EntityCategory.DIAGNOSTIC,
        is_on_fn=lambda view: view.night,
        only_live=True,
        attributes_fn=lambda view: {},
    ),
)
HUB_SENSORS: Final = (
    HubSensorDescription(
        key="connection",
        device_class=BinarySensorDeviceClass.CONNECTIVITY,
        entity_category=EntityCategory.DIAGNOSTIC,
        # While nothing may leave, the hub is not spoken to, and nobody knows.
        is_on_fn=lambda state: None if state.idle else state.connected,
    ),
    HubSensorDescription(
        key="problem",
        device_class=BinarySensorDeviceClass.PROBLEM,
        entity_category=EntityCategory.DIAGNOSTIC,
        is_on_fn=lambda state: state.problem is not None,
    ),
)


async def async_setup_entry(
    hass: HomeAssistant, entry: MatThanConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the binary sensors of every camera and hub."""
    async_add_per_camera(
        entry,
        async_add_entities,
        lambda camera_id: [
            *(CameraSensor(entry, camera_id, d) for d in CAMERA_SENSORS),
            LiveViewSensor(entry, camera_id),
        ],
    )
    async_add_entities([StorageProblem(entry)])
    async_add_per_hub(entry, async_add_entities, lambda hub_id: [HubSensor(entry, hub_id, d) for d in HUB_SENSORS])


class CameraSensor(CameraBoundEntity, BinarySensorEntity):
    """One bit of a camera."""

    entity_description: CameraSensorDescription
    _unrecorded_attributes = frozenset({"event_id"})

    def __init__(self, entry: MatThanConfigEntry, camera_id: str, description: CameraSensorDescription) -> None:
        super().__init__(entry, camera_id, description.key)
        self.entity_description = description

    @property
    @override
    def available(self) -> bool:
        """Nothing is known without the engine; motion is not known either while no picture comes."""
        return self.view.live if self.entity_description.only_live else self.coordinator.host.alive

    @property
    @override
    def is_on(self) -> bool | None:
        """Whether the bit is set; None while it is not known."""
        return self.entity_description.is_on_fn(self.view)

    @property
    @override
    def extra_state_attributes(self) -> dict[str, Any]:
        """What belongs to the bit."""
        return self.entity_description.attributes_fn(self.view)


class StorageProblem(PlaceBoundEntity, BinarySensorEntity):
    """Whether clips cannot be kept, and why."""

    _attr_translation_key = "storage"
    _attr_device_class = BinarySensorDeviceClass.PROBLEM
    _attr_entity_category = EntityCategory.DIAGNOSTIC

    def __init__(self, entry: MatThanConfigEntry) -> None:
        super().__init__(entry, "storage")

    @property
    @override
    def available(self) -> bool:
        """Nobody looks at the folder without the engine."""
        return self.coordinator.host.alive

    @property
    @override
    def is_on(self) -> bool | None:
        """Whether something is wrong; None until the engine has looked."""
        return None if self.view.storage is None else self.view.storage.trouble is not None

    @property
    @override
    def extra_state_attributes(self) -> dict[str, Any]:
        """What is wrong."""
        storage = self.view.storage
        return {"trouble": (storage.trouble if storage else None) or "none"}


class HubSensor(HubBoundEntity, BinarySensorEntity):
    """One bit of a hub."""

    entity_description: HubSensorDescription

    def __init__(self, entry: MatThanConfigEntry, hub_id: str, description: HubSensorDescription) -> None:
        super().__init__(entry, hub_id, description.key)
        self.entity_description = description

    @property
    @override
    def is_on(self) -> bool | None:
        """Whether the bit is set; None when it is not known."""
        return self.entity_description.is_on_fn(self.door.hub_state(self.hub_id))

    @property
    @override
    def extra_state_attributes(self) -> dict[str, Any] | None:
        """Which problem it is."""
        if self.entity_description.key != "problem":
            return None
        return {"problem": self.door.hub_state(self.hub_id).problem or "none"}
