"""When a camera last saw motion and how it is doing; what is kept and for how long; how much waits for a hub."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, override

from homeassistant.components.sensor import (
    SensorDeviceClass,
    SensorEntity,
    SensorEntityDescription,
    SensorStateClass,
)
from homeassistant.const import PERCENTAGE, EntityCategory, UnitOfInformation, UnitOfTime
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback
from homeassistant.helpers.typing import StateType

from .camera_view import CameraView
from .const import PROFILES
from .entity import CameraBoundEntity, HubBoundEntity, PlaceBoundEntity, async_add_per_camera, async_add_per_hub
from .lib.mat_than_engine.model import SceneState
from .lib.mat_than_engine.reports import Coverage, StorageFigures
from .lib.mat_than_engine.wire import to_json
from .runtime import MatThanConfigEntry
from .sharing.owner_view import HubState

PARALLEL_UPDATES: Final = 0
SHOWN_OF_FINGERPRINT: Final = 12

OWNERS_WILL: Final = frozenset(
    {"detection_off", "recording_off", "camera_removed", "not_set_up", "off"}
)  # absences nobody minds


@dataclass(frozen=True, kw_only=True)
class CameraFigureDescription(SensorEntityDescription):
    """Reads one value of a camera's view."""

    value_fn: Callable[[CameraView], StateType | datetime]
    only_live: bool = False
    measured: bool = False  # shows figures or coverage, which come all the time
    attributes_fn: Callable[[CameraView], dict[str, Any] | None] = lambda _view: None


@dataclass(frozen=True, kw_only=True)
class StorageFigureDescription(SensorEntityDescription):
    """Reads one figure of the folder for clips."""

    value_fn: Callable[[StorageFigures], StateType]


@dataclass(frozen=True, kw_only=True)
class HubFigureDescription(SensorEntityDescription):
    """Reads one value of a hub's state."""

    value_fn: Callable[[HubState], StateType | datetime]
    attributes_fn: Callable[[HubState], dict[str, Any] | None] = lambda _state: None


def _queue_attributes(state: HubState) -> dict[str, Any]:
    """What waits and why, as the panel shows it."""
    return {"waiting": to_json(state.queue), "refused": state.parked, "dropped": state.dropped}


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
        key="last_clip",
        translation_key="last_clip",
        device_class=SensorDeviceClass.TIMESTAMP,
        value_fn=lambda view: view.last_clip_at,
    ),
    CameraFigureDescription(
        key="coverage",
        translation_key="coverage",
        state_class=SensorStateClass.MEASUREMENT,
        native_unit_of_measurement=PERCENTAGE,
        suggested_display_precision=1,
        entity_category=EntityCategory.DIAGNOSTIC,
        measured=True,
        value_fn=lambda view: covered_percent(view.coverage) if view.coverage else None,
        attributes_fn=lambda view: _coverage_attributes(view.coverage) if view.coverage else None,
    ),
    CameraFigureDescription(
        key="advice",
        translation_key="advice",
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda view: len(view.findings),
        attributes_fn=lambda view: {
            "findings": [finding.kind for finding in view.findings],
            "figures": {finding.kind: round(finding.value, 2) for finding in view.findings},
        },
    ),
    CameraFigureDescription(
        key="profile",
        translation_key="profile",
        device_class=SensorDeviceClass.ENUM,
        options=PROFILES[1:],
        entity_category=EntityCategory.DIAGNOSTIC,
        measured=True,
        value_fn=lambda view: view.figures.profile if view.figures and view.figures.profile in PROFILES[1:] else None,
        only_live=True,
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
        measured=True,
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
        measured=True,
        value_fn=lambda view: view.figures.cpu_share * 100 if view.figures else None,
        only_live=True,
    ),
)
STORAGE_FIGURES: Final = (
    StorageFigureDescription(
        key="storage_used",
        translation_key="storage_used",
        device_class=SensorDeviceClass.DATA_SIZE,
        state_class=SensorStateClass.MEASUREMENT,
        native_unit_of_measurement=UnitOfInformation.BYTES,
        suggested_unit_of_measurement=UnitOfInformation.GIGABYTES,
        suggested_display_precision=1,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda figures: figures.used_bytes,
    ),
    StorageFigureDescription(
        key="storage_protected",
        translation_key="storage_protected",
        device_class=SensorDeviceClass.DATA_SIZE,
        state_class=SensorStateClass.MEASUREMENT,
        native_unit_of_measurement=UnitOfInformation.BYTES,
        suggested_unit_of_measurement=UnitOfInformation.GIGABYTES,
        suggested_display_precision=1,
        entity_category=EntityCategory.DIAGNOSTIC,
        entity_registry_enabled_default=False,
        value_fn=lambda figures: figures.protected_bytes,
    ),
    StorageFigureDescription(
        key="days_left",
        translation_key="days_left",
        device_class=SensorDeviceClass.DURATION,
        state_class=SensorStateClass.MEASUREMENT,
        native_unit_of_measurement=UnitOfTime.DAYS,
        suggested_display_precision=0,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda figures: figures.days_left,
    ),
)
HUB_FIGURES: Final = (
    HubFigureDescription(
        key="queue_length",
        translation_key="queue_length",
        state_class=SensorStateClass.MEASUREMENT,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda state: state.queue_length,
        attributes_fn=_queue_attributes,
    ),
    HubFigureDescription(
        key="looks_this_week",
        translation_key="looks_this_week",
        state_class=SensorStateClass.MEASUREMENT,
        value_fn=lambda state: state.looks_this_week,
    ),
    HubFigureDescription(
        key="requests_waiting",
        translation_key="requests_waiting",
        state_class=SensorStateClass.MEASUREMENT,
        value_fn=lambda state: state.requests_waiting,
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
    async_add_entities([*(StorageFigure(entry, description) for description in STORAGE_FIGURES), Fingerprint(entry)])
    async_add_per_hub(entry, async_add_entities, lambda hub_id: [HubFigure(entry, hub_id, d) for d in HUB_FIGURES])


class CameraFigure(CameraBoundEntity, SensorEntity):
    """One value of a camera."""

    entity_description: CameraFigureDescription

    def __init__(self, entry: MatThanConfigEntry, camera_id: str, description: CameraFigureDescription) -> None:
        super().__init__(entry, camera_id, description.key)
        self.entity_description = description
        self._shows_measurements = description.measured

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

    @property
    @override
    def extra_state_attributes(self) -> dict[str, Any] | None:
        """What belongs to the value."""
        return self.entity_description.attributes_fn(self.view)


class StorageFigure(PlaceBoundEntity, SensorEntity):
    """One figure of the folder for clips."""

    entity_description: StorageFigureDescription

    def __init__(self, entry: MatThanConfigEntry, description: StorageFigureDescription) -> None:
        super().__init__(entry, description.key)
        self.entity_description = description

    @property
    @override
    def available(self) -> bool:
        """Nobody counts without the engine."""
        return self.coordinator.host.alive

    @property
    @override
    def native_value(self) -> StateType:
        """The figure; None until the engine has counted."""
        return None if self.view.storage is None else self.entity_description.value_fn(self.view.storage)


class Fingerprint(PlaceBoundEntity, SensorEntity):
    """What whoever verifies an export compares the home's key with; its beginning, as a page has no room for more."""

    _attr_translation_key = "fingerprint"
    _attr_entity_category = EntityCategory.DIAGNOSTIC

    def __init__(self, entry: MatThanConfigEntry) -> None:
        super().__init__(entry, "fingerprint")

    @property
    @override
    def native_value(self) -> str | None:
        """How the key's thumbprint begins."""
        return self.view.fingerprint and f"{self.view.fingerprint[:SHOWN_OF_FINGERPRINT]}…"

    @property
    @override
    def extra_state_attributes(self) -> dict[str, str | None]:
        """All of it."""
        return {"fingerprint": self.view.fingerprint}


def covered_percent(coverage: Coverage) -> float | None:
    """Of the time in which the owner wanted footage, how much is recorded or was watched. None of no such time."""
    there_s = coverage.recorded_s + coverage.watched_s
    missing_s = coverage.unexplained_s + sum(a.seconds for a in coverage.absent if a.cause not in OWNERS_WILL)
    return round(100 * there_s / (there_s + missing_s), 1) if there_s + missing_s else None


def _coverage_attributes(coverage: Coverage) -> dict[str, Any]:
    worst = max(coverage.absent, key=lambda absence: absence.seconds, default=None)
    return {
        "recorded_s": round(coverage.recorded_s),
        "watched_s": round(coverage.watched_s),
        "unexplained_s": round(coverage.unexplained_s),
        "absent_s": {absence.cause: round(absence.seconds) for absence in coverage.absent},
        "most_absent_for": worst.cause if worst else "none",
    }


class HubFigure(HubBoundEntity, SensorEntity):
    """One value of a hub."""

    entity_description: HubFigureDescription
    _unrecorded_attributes = frozenset({"waiting"})  # it changes with every object

    def __init__(self, entry: MatThanConfigEntry, hub_id: str, description: HubFigureDescription) -> None:
        super().__init__(entry, hub_id, description.key)
        self.entity_description = description

    @property
    @override
    def native_value(self) -> StateType | datetime:
        """The value."""
        return self.entity_description.value_fn(self.door.hub_state(self.hub_id))

    @property
    @override
    def extra_state_attributes(self) -> dict[str, Any] | None:
        """What belongs to the value."""
        return self.entity_description.attributes_fn(self.door.hub_state(self.hub_id))
