"""Who may see a camera: whoever Home Assistant lets read the entity that shows its picture."""

from typing import Final

from homeassistant.auth.models import User
from homeassistant.auth.permissions.const import POLICY_CONTROL, POLICY_READ
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er

from .camera_setup import CameraSetup
from .const import DOMAIN

READ: Final = POLICY_READ
CONTROL: Final = POLICY_CONTROL


def picture_entity(hass: HomeAssistant, setup: CameraSetup) -> str | None:
    """The camera entity that shows this camera; None while there is none."""
    entities = er.async_get(hass)
    if setup.entity_registry_id is not None:
        entity = entities.async_get(setup.entity_registry_id)
        return None if entity is None else entity.entity_id
    return entities.async_get_entity_id("camera", DOMAIN, f"{setup.camera_id}_camera")


def may(hass: HomeAssistant, user: User, setup: CameraSetup, policy: str) -> bool:
    """Whether they may read or control the camera."""
    if user.is_admin:
        return True
    entity_id = picture_entity(hass, setup)
    return entity_id is not None and user.permissions.check_entity(entity_id, policy)
