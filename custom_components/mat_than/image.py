"""The picture of the last motion of each camera."""

from datetime import datetime
from typing import Final, override

from homeassistant.components.image import ImageEntity
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .entity import CameraBoundEntity, async_add_per_camera
from .runtime import MatThanConfigEntry

PARALLEL_UPDATES: Final = 0


async def async_setup_entry(
    hass: HomeAssistant, entry: MatThanConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the image of every camera."""
    async_add_per_camera(entry, async_add_entities, lambda camera_id: [LastMotionImage(hass, entry, camera_id)])


class LastMotionImage(CameraBoundEntity, ImageEntity):
    """The newest still; it stays when the camera is away."""

    _attr_translation_key = "last_motion"

    def __init__(self, hass: HomeAssistant, entry: MatThanConfigEntry, camera_id: str) -> None:
        ImageEntity.__init__(self, hass)
        CameraBoundEntity.__init__(self, entry, camera_id, "last_motion_image")
        self._archive = entry.runtime_data.archive

    @property
    @override
    def image_last_updated(self) -> datetime | None:
        """When the still was taken."""
        return self.view.still_at

    @override
    async def async_image(self) -> bytes | None:
        """The still's bytes."""
        still = self.view.still
        return None if still is None else await self._archive.async_still(still)
