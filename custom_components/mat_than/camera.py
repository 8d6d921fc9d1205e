"""The picture of cameras that were added by address; the others have a camera entity already."""

from base64 import b64decode
from typing import Final, override

from homeassistant.components.camera import Camera, CameraEntityFeature
from homeassistant.components.stream import CONF_RTSP_TRANSPORT
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.entity import Entity
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .engine_requests import EngineError
from .entity import CameraBoundEntity, async_add_per_camera
from .lib.mat_than_engine.commands import Snapshot
from .runtime import MatThanConfigEntry

PARALLEL_UPDATES: Final = 0


async def async_setup_entry(
    hass: HomeAssistant, entry: MatThanConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the camera entity of every camera that has an address of its own."""

    def make(camera_id: str) -> list[Entity]:
        setup = entry.runtime_data.coordinator.views[camera_id].setup
        return [] if setup.from_entity else [AddressCamera(entry, camera_id)]

    async_add_per_camera(entry, async_add_entities, make)


class AddressCamera(CameraBoundEntity, Camera):
    """A camera by its address; Home Assistant's own stream shows it live, and the engine has its stills."""

    _attr_name = None
    _attr_supported_features = CameraEntityFeature.STREAM
    _attr_frame_interval = 1.0  # of stills in a row: there is a new one with each key frame

    def __init__(self, entry: MatThanConfigEntry, camera_id: str) -> None:
        Camera.__init__(self)
        CameraBoundEntity.__init__(self, entry, camera_id, "camera")
        self._address = self.view.setup.own_addresses()[0]
        self._set_transport()

    @property
    @override
    def available(self) -> bool:
        """Whether pictures come from the camera."""
        return self.view.live

    @property
    @override
    def motion_detection_enabled(self) -> bool:
        """Whether we look for motion."""
        return self.view.setup.detect

    @override
    async def async_camera_image(self, width: int | None = None, height: int | None = None) -> bytes | None:
        """The newest key frame that the engine has; None, at once, where it has none.

        No stream is opened for it, and no older picture shown in its place: who looks wants to know what is there now.
        """
        try:
            made = await self.coordinator.host.async_take(
                Snapshot(request_id="", camera_id=self.camera_id, width=width or None)
            )
        except EngineError:
            return None
        return None if made.jpeg is None else b64decode(made.jpeg)

    @override
    async def stream_source(self) -> str | None:
        """The main stream, with credentials; for Home Assistant's stream alone."""
        return self._address

    @callback
    @override
    def _view_changed(self) -> None:
        """Follow a changed address: a stream that runs on the old one is told."""
        address = self.view.setup.own_addresses()[0]
        if address != self._address:
            self._address = address
            self._set_transport()
            if self.stream is not None and address is not None:
                self.stream.update_source(address)
        super()._view_changed()

    def _set_transport(self) -> None:
        self.stream_options = {CONF_RTSP_TRANSPORT: self.view.setup.transport.value}
