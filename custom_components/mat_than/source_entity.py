"""Cameras that Home Assistant already has: their stream's address, and word of when it may have changed.

The camera is followed by its id in the entity registry, so renaming its entity changes nothing. Its integration
may load after us, rotate the address or lose the camera; each shows as a change of its state, on which the
coordinator asks for the address anew.
"""

from collections.abc import Callable

from homeassistant.components.camera import async_get_stream_source
from homeassistant.const import STATE_UNAVAILABLE, STATE_UNKNOWN
from homeassistant.core import Event, EventStateChangedData, HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.event import async_track_state_change_event

_SILENT = (None, STATE_UNAVAILABLE, STATE_UNKNOWN)


class SourceGoneError(HomeAssistantError):
    """The camera's entity is no longer in the entity registry."""


async def async_entity_address(hass: HomeAssistant, registry_id: str) -> str | None:
    """The stream's address, None while the camera does not tell one. SourceGoneError when there is no such entity."""
    entity_id = er.async_resolve_entity_id(er.async_get(hass), registry_id)
    if entity_id is None:
        raise SourceGoneError
    state = hass.states.get(entity_id)
    if state is None or state.state == STATE_UNAVAILABLE:
        return None
    try:
        return await async_get_stream_source(hass, entity_id)
    except HomeAssistantError:
        return None


class SourceWatch:
    """Calls back when a watched camera comes, goes or is renamed."""

    def __init__(self, hass: HomeAssistant, changed: Callable[[], None]) -> None:
        self._hass = hass
        self._changed = changed
        self._registry_ids: frozenset[str] = frozenset()
        self._stop_states: Callable[[], None] | None = None
        self._stop_registry: Callable[[], None] | None = None

    @callback
    def watch(self, registry_ids: frozenset[str]) -> None:
        """Watch these cameras from now on, and no others."""
        if registry_ids != self._registry_ids:
            self._registry_ids = registry_ids
            self._follow()

    @callback
    def stop(self) -> None:
        """Watch nothing any more."""
        self.watch(frozenset())

    def _follow(self) -> None:
        for stop in (self._stop_states, self._stop_registry):
            if stop is not None:
                stop()
        self._stop_states = self._stop_registry = None
        if not self._registry_ids:
            return
        registry = er.async_get(self._hass)
        known = (er.async_resolve_entity_id(registry, registry_id) for registry_id in self._registry_ids)
        entity_ids = [entity_id for entity_id in known if entity_id is not None]
        self._stop_states = async_track_state_change_event(self._hass, entity_ids, self._on_state)
        self._stop_registry = self._hass.bus.async_listen(er.EVENT_ENTITY_REGISTRY_UPDATED, self._on_registry)

    @callback
    def _on_state(self, event: Event[EventStateChangedData]) -> None:
        old, new = event.data["old_state"], event.data["new_state"]
        if (old and old.state) in _SILENT or (new and new.state) in _SILENT:
            self._changed()

    @callback
    def _on_registry(self, event: Event[er.EventEntityRegistryUpdatedData]) -> None:
        registry_entry = er.async_get(self._hass).async_get(event.data["entity_id"])
        if event.data["action"] == "remove" or (registry_entry and registry_entry.id in self._registry_ids):
            self._follow()
            self._changed()
