"""The cameras' own motion sensors, as other integrations show them: each change goes on to the engine.

A camera's form names one binary sensor, and says whether it starts motion, is a second vote, or does not count. It
is followed by its id in the entity registry, so renaming it changes nothing.
"""

from collections.abc import Callable, Iterable
from datetime import datetime

from homeassistant.const import STATE_ON
from homeassistant.core import Event, EventStateChangedData, HomeAssistant, callback
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.event import async_track_state_change_event
from homeassistant.util import dt as dt_util

from .camera_setup import CameraSetup
from .lib.mat_than_engine.commands import OwnSensor

type Tell = Callable[[OwnSensor], None]


class OwnSensors:
    """Follows the sensors of all cameras."""

    def __init__(self, hass: HomeAssistant, tell: Tell) -> None:
        self._hass = hass
        self._tell = tell
        self._sensors: dict[str, str] = {}  # camera id: registry id or entity id
        self._on: dict[str, bool] = {}  # what was told last
        self._stop_states: Callable[[], None] | None = None
        self._stop_registry: Callable[[], None] | None = None

    @callback
    def follow(self, setups: Iterable[CameraSetup]) -> None:
        """Follow the sensors of these cameras from now on."""
        sensors = {setup.camera_id: setup.own_sensor for setup in setups if setup.own_sensor is not None}
        if sensors == self._sensors:
            return
        for camera_id in self._on.keys() - sensors.keys():
            del self._on[camera_id]
        self._sensors = sensors
        self._track()

    @callback
    def tell_all(self) -> None:
        """An engine that has just started knows nothing of them."""
        self._on.clear()
        for entity_id, camera_id in self._entities():
            self._look(camera_id, entity_id, dt_util.utcnow())

    @callback
    def stop(self) -> None:
        """Follow nothing any more."""
        self.follow(())

    def _entities(self) -> list[tuple[str, str]]:
        registry = er.async_get(self._hass)
        found = ((er.async_resolve_entity_id(registry, sensor), camera) for camera, sensor in self._sensors.items())
        return [(entity_id, camera_id) for entity_id, camera_id in found if entity_id is not None]

    def _track(self) -> None:
        for stop in (self._stop_states, self._stop_registry):
            if stop is not None:
                stop()
        self._stop_states = self._stop_registry = None
        if not self._sensors:
            return
        entity_ids = {entity_id for entity_id, _camera in self._entities()}
        self._stop_states = async_track_state_change_event(self._hass, entity_ids, self._on_state)
        self._stop_registry = self._hass.bus.async_listen(er.EVENT_ENTITY_REGISTRY_UPDATED, self._on_registry)
        for entity_id, camera_id in self._entities():
            self._look(camera_id, entity_id, dt_util.utcnow())

    @callback
    def _on_state(self, event: Event[EventStateChangedData]) -> None:
        for entity_id, camera_id in self._entities():
            if entity_id == event.data["entity_id"]:
                self._look(camera_id, entity_id, event.time_fired)

    @callback
    def _on_registry(self, event: Event[er.EventEntityRegistryUpdatedData]) -> None:
        changed = er.async_get(self._hass).async_get(event.data["entity_id"])
        if event.data["action"] == "update" and changed is not None and changed.id in self._sensors.values():
            self._track()

    def _look(self, camera_id: str, entity_id: str, at: datetime) -> None:
        """A sensor that is away says nothing, so it is off."""
        state = self._hass.states.get(entity_id)
        on = state is not None and state.state == STATE_ON
        if self._on.get(camera_id, False) != on:
            self._on[camera_id] = on
            self._tell(OwnSensor(camera_id=camera_id, on=on, at=at))
