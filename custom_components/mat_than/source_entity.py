"""Cameras that Home Assistant already has: which there are, their streams' addresses, and word of a change.

A camera of another integration is one entity for each of its streams, as a rule on one device: the entity chosen is
the main stream, another one of the device may be the one that is watched. Each is followed by its id in the entity registry, so renaming its entity changes nothing. Its integration
may load after us, rotate the address or lose the camera; each shows as a change of its state, on which the
coordinator asks for the address anew.
"""

from collections.abc import Callable, Collection
import re
from typing import Final

from homeassistant.components.camera import DOMAIN as CAMERA_DOMAIN, async_get_stream_source
from homeassistant.const import STATE_UNAVAILABLE, STATE_UNKNOWN
from homeassistant.core import Event, EventStateChangedData, HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.event import async_track_state_change_event

from .const import DOMAIN

_SILENT = (None, STATE_UNAVAILABLE, STATE_UNKNOWN)
# What integrations call the smaller stream: ONVIF's profiles, Reolink's "fluent", UniFi Protect's "low".
_SMALL: Final = frozenset({"fluent", "low", "lowres", "minor", "secondary", "small", "sub", "substream"})
_LARGE: Final = frozenset({"balanced", "clear", "high", "main", "mainstream", "medium", "primary"})


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


def other_streams(registry: er.EntityRegistry, registry_id: str) -> list[str]:
    """The entities that show the same device as this camera, and may be its smaller stream."""
    camera = registry.async_get(registry_id)
    if camera is None or camera.device_id is None:
        return []
    return [
        entity.entity_id
        for entity in er.async_entries_for_device(registry, camera.device_id)
        if entity.domain == CAMERA_DOMAIN and entity.id != camera.id
    ]


def small_stream(registry: er.EntityRegistry, registry_id: str) -> str | None:
    """The entity that by its name is the smaller stream of this camera; None when none says so."""
    camera = registry.async_get(registry_id)
    if camera is None or _words(camera) & _SMALL:
        return None
    beside = [entity for name in other_streams(registry, registry_id) if (entity := registry.async_get(name))]
    small = [entity for entity in beside if _words(entity) & _SMALL]
    # A second lens is on the same device as well: only one that is called a stream has a smaller one of its own.
    alone = len(small) == len(beside)
    if not small or not (alone or _words(camera) & _LARGE):
        return None
    return small[0].entity_id


def not_to_choose(registry: er.EntityRegistry, taken: Collection[str]) -> list[str]:
    """Camera entities that are none to add: ours, those added already, the smaller streams of others."""
    cameras = [entity for entity in registry.entities.values() if entity.domain == CAMERA_DOMAIN]
    ours = {entity.entity_id for entity in cameras if entity.platform == DOMAIN or entity.id in taken}
    small = {small_stream(registry, entity.id) for entity in cameras}
    return sorted(ours | {entity_id for entity_id in small if entity_id is not None})


def _words(entity: er.RegistryEntry) -> set[str]:
    """The words that tell the entities of one device apart."""
    said = f"{entity.entity_id} {entity.unique_id} {entity.original_name or ''} {entity.name or ''}"
    return set(re.findall(r"[^\W\d_]+", said.lower()))


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
