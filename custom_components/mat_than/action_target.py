"""Which cameras an action means: those of its target, or all where it has none; and whether the caller may.

An automation may do everything: an administrator wrote it. A person may do what Home Assistant lets them do with the
camera's picture, as in the panel.
"""

from collections.abc import Iterable

from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant, ServiceCall
from homeassistant.exceptions import ServiceValidationError, Unauthorized, UnknownUser
from homeassistant.helpers import device_registry as dr, entity_registry as er
from homeassistant.helpers.target import TargetSelection, async_extract_referenced_entity_ids

from .camera_access import may
from .const import DOMAIN
from .runtime import MatThanConfigEntry


async def async_targeted_cameras(
    hass: HomeAssistant, entry: MatThanConfigEntry, call: ServiceCall, policy: str
) -> tuple[str, ...]:
    """The ids of the cameras. ServiceValidationError when the target has none of ours.

    A device or any entity of a camera stands for the camera, the device of the place for all of them. Without a
    target: all that the caller may read or control. Unauthorized when that is none, or the target names another.
    """
    views = entry.runtime_data.coordinator.views
    user = await async_limited_caller(call)
    allowed = tuple(key for key, view in views.items() if user is None or may(hass, user, view.setup, policy))
    cameras = _named_cameras(hass, entry, call) if TargetSelection(call.data).has_any_target else allowed
    if (views and not cameras) or not set(cameras) <= set(allowed):
        raise Unauthorized(context=call.context, permission=policy)
    return cameras


async def async_require(call: ServiceCall, entry: MatThanConfigEntry, camera_ids: Iterable[str], policy: str) -> None:
    """Unauthorized unless the caller may read or control these cameras; one that was removed is for administrators."""
    user = await async_limited_caller(call)
    if user is None:
        return
    views = entry.runtime_data.coordinator.views
    for view in map(views.get, camera_ids):
        if view is None or not may(call.hass, user, view.setup, policy):
            raise Unauthorized(context=call.context, permission=policy)


async def async_limited_caller(call: ServiceCall) -> User | None:
    """The person who calls and whose permissions count; None for an automation and for an administrator.

    UnknownUser when there is no such person any more.
    """
    if call.context.user_id is None:
        return None
    user = await call.hass.auth.async_get_user(call.context.user_id)
    if user is None:
        raise UnknownUser(context=call.context)
    return None if user.is_admin else user


def _named_cameras(hass: HomeAssistant, entry: MatThanConfigEntry, call: ServiceCall) -> tuple[str, ...]:
    views = entry.runtime_data.coordinator.views
    selected = async_extract_referenced_entity_ids(hass, TargetSelection(call.data), primary_entities_only=False)
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
