"""A live view as entities: whether somebody looks through a camera now, and what a hub asks, begins and ends."""

from typing import Any, Final, override

from homeassistant.components.binary_sensor import BinarySensorEntity
from homeassistant.components.event import EventEntity
from homeassistant.core import callback

from .entity import CameraBoundEntity, HubBoundEntity
from .lib.mat_than_engine.wire import to_json
from .runtime import MatThanConfigEntry
from .sharing.live_book import AskedLive, LiveState

ASKED: Final = "asked"
STARTED: Final = "started"
ENDED: Final = "ended"
_TYPES: Final = {LiveState.WAITING: ASKED, LiveState.RUNNING: STARTED}


class LiveViewSensor(CameraBoundEntity, BinarySensorEntity):
    """On while a camera is shown to somebody outside."""

    _attr_translation_key = "live_view"
    _unrecorded_attributes = frozenset({"live_id", "until", "watching"})

    def __init__(self, entry: MatThanConfigEntry, camera_id: str) -> None:
        super().__init__(entry, camera_id, "live_view")
        self._door = entry.runtime_data.door

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the camera and the door."""
        await super().async_added_to_hass()
        self.async_on_remove(self._door.live.book.async_listen(None, self._live_changed))

    @property
    @override
    def is_on(self) -> bool:
        """Whether it is shown now."""
        return bool(self._door.live.book.running(self.camera_id))

    @property
    @override
    def extra_state_attributes(self) -> dict[str, Any]:
        """To whom, until when, and how many look."""
        page = next(iter(self._door.live.book.running(self.camera_id)), None)
        if page is None:
            return {}
        return {
            "live_id": page.request.live_id,
            "unit": page.request.unit,
            "until": to_json(page.until),
            "watching": page.watching,
        }

    @callback
    def _live_changed(self, page: AskedLive) -> None:
        if page.request.camera_id == self.camera_id:
            self.async_write_ha_state()


class LiveEvent(HubBoundEntity, EventEntity):
    """A hub asks to look live; a view begins; it is over, or never began."""

    _attr_translation_key = "live"
    _attr_event_types = [ASKED, STARTED, ENDED]  # noqa: RUF012 - the base class's own declaration

    def __init__(self, entry: MatThanConfigEntry, hub_id: str) -> None:
        super().__init__(entry, hub_id, "live")
        self._told: dict[str, str] = {}

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the hub and what it asks."""
        await super().async_added_to_hass()
        self.async_on_remove(self.door.async_listen_live(self.hub_id, self._changed))

    @callback
    def _changed(self, page: AskedLive) -> None:
        kind, request = _TYPES.get(page.state, ENDED), page.request
        if self._told.get(request.live_id) == kind:
            return  # only how many look has changed
        self._told[request.live_id] = kind
        if kind == ENDED:
            del self._told[request.live_id]
        attributes = {
            "live_id": request.live_id,
            "camera_id": request.camera_id,
            "state": page.state.value,
            "unit": request.unit,
            "reason": request.reason,
            "case_number": request.case_number,
            "minutes": round(request.longest_s / 60),
            "answer_by": to_json(request.answer_by),
            "until": to_json(page.until),
            "unasked": page.unasked,
            "ending": None if page.ending is None else page.ending.value,
        }
        self._trigger_event(kind, attributes)
        self.async_write_ha_state()
