"""Which cameras an action means: those of its target, or all where it has none."""

from homeassistant.core import HomeAssistant, ServiceCall
from homeassistant.exceptions import ServiceValidationError
from homeassistant.helpers import device_registry as dr, entity_registry as er
from homeassistant.helpers.target import TargetSelection, async_extract_referenced_entity_ids

from .const import DOMAIN
from .runtime import MatThanConfigEntry


def targeted_cameras(hass: HomeAssistant, entry: MatThanConfigEntry, call: ServiceCall) -> tuple[str, ...]:
    """The ids of the cameras. ServiceValidationError when the target has none of ours.

    A device or any entity of a camera stands for the camera, the device of the place for all of them.
    """
    views = entry.runtime_data.coordinator.views
    selection = TargetSelection(call.data)
    if not selection.has_any_target:
        return tuple(views)
    selected = async_extract_referenced_entity_ids(hass, selection, primary_entities_only=False)
    entities = er.async_get(hass)
    found = (entities.async_get(entity_id) for entity_id in selected.referenced)
    device_ids = selected.referenced_devices | {item.device_id for item in found if item and item.device_id}
    devices = dr.async_get(hass)
    names: set[str] = set()
    for device_id in device_ids:
        device = devices.async_get(device_id)
        names |= {name for domain, name in (device.identifiers if device else ()) if domain == DOMAIN}
    cameras = tuple(views) if entry.entry_id in names else tuple(camera_id for camera_id in views if camera_id in names)
    if not cameras:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="no_camera")
    return cameras
