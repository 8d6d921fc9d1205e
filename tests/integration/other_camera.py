"""A camera of another integration, as Home Assistant has it."""

from typing import Self

from homeassistant.components.camera import DATA_COMPONENT, Camera, CameraEntityFeature
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component


class OtherCamera(Camera):
    """Tells the address that the test sets."""

    _attr_supported_features = CameraEntityFeature.STREAM

    def __init__(self, source: str | None, name: str) -> None:
        super().__init__()
        self._source = source
        self._attr_name = name
        self._attr_unique_id = name.lower()

    @classmethod
    async def add(cls, hass: HomeAssistant, source: str | None, name: str = "Other") -> Self:
        """Add it to Home Assistant."""
        assert await async_setup_component(hass, "camera", {})
        camera = cls(source, name)
        await hass.data[DATA_COMPONENT].async_add_entities([camera])
        await hass.async_block_till_done()
        return camera

    def set(self, *, available: bool, source: str | None = None) -> None:
        """It goes, or comes back with this address."""
        self._attr_available = available
        self._source = source
        self.async_write_ha_state()

    def answer(self, source: str) -> None:
        """Its address is another from now on; nobody is told."""
        self._source = source

    async def stream_source(self) -> str | None:
        return self._source
