"""What happened in front of a camera (a motion started or ended, a clip was saved), and what a hub's officers do: look, ask."""

from typing import Any, Final, override

from homeassistant.components.event import EventDeviceClass, EventEntity
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .const import CLIP_URL, DOMAIN, STILL_URL
from .entity import CameraBoundEntity, HubBoundEntity, async_add_per_camera, async_add_per_hub
from .lib.mat_than_engine.model import Clip, Motion
from .lib.mat_than_engine.protocol.access import AccessEntry, Action
from .lib.mat_than_engine.wire import format_time
from .live_entities import LiveEvent
from .runtime import MatThanConfigEntry
from .sharing.request_pages import AskedFootage, RefusedReport, RequestState

PARALLEL_UPDATES: Final = 0

MOTION_START: Final = "motion_start"
MOTION_END: Final = "motion_end"
CLIP_SAVED: Final = "clip_saved"
ASKED: Final = "asked"
CLOSED: Final = "closed"
REPORT_REFUSED: Final = "report_refused"


async def async_setup_entry(
    hass: HomeAssistant, entry: MatThanConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the event entity of every camera and of every hub."""
    async_add_per_camera(entry, async_add_entities, lambda camera_id: [CameraEvent(entry, camera_id)])
    async_add_per_hub(
        entry, async_add_entities, lambda hub_id: [kind(entry, hub_id) for kind in (LookEvent, RequestEvent, LiveEvent)]
    )


class CameraEvent(CameraBoundEntity, EventEntity):
    """The happenings of a camera."""

    _attr_translation_key = "happening"
    _attr_device_class = EventDeviceClass.MOTION
    _attr_event_types = [MOTION_START, MOTION_END, CLIP_SAVED]  # noqa: RUF012 - the base class's own declaration

    def __init__(self, entry: MatThanConfigEntry, camera_id: str) -> None:
        super().__init__(entry, camera_id, "happening")

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the camera and what happens before it."""
        await super().async_added_to_hass()
        self.async_on_remove(self.coordinator.board.async_listen_happenings(self.camera_id, self._happened))

    @property
    @override
    def available(self) -> bool:
        """A clip is saved shortly after a camera went away, so only the engine's absence counts."""
        return self.coordinator.host.alive

    @callback
    def _happened(self, happening: Motion | Clip) -> None:
        if isinstance(happening, Clip):
            self._trigger_event(CLIP_SAVED, _clip_attributes(happening))
        else:
            self._trigger_event(MOTION_END if happening.phase == "end" else MOTION_START, _motion_attributes(happening))
        self.async_write_ha_state()


class LookEvent(HubBoundEntity, EventEntity):
    """An officer of a hub looked at something that this home shared."""

    _attr_translation_key = "look"
    _attr_event_types = [action.value for action in Action]  # noqa: RUF012 - the base class's own declaration

    def __init__(self, entry: MatThanConfigEntry, hub_id: str) -> None:
        super().__init__(entry, hub_id, "look")

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the hub and its mirror log."""
        await super().async_added_to_hass()
        self.async_on_remove(self.door.async_listen_looks(self.hub_id, self._looked))

    @callback
    def _looked(self, look: AccessEntry) -> None:
        attributes = {
            "at": format_time(look.at),
            "unit": look.unit,
            "camera_id": look.camera_id,
            "item_id": look.item_id,
            "event_id": look.event_id,
            "request_id": look.request_id,
            "case_number": look.case_number,
            "reason": look.reason,
        }
        self._trigger_event(look.action.value, attributes)
        self.async_write_ha_state()


class RequestEvent(HubBoundEntity, EventEntity):
    """A hub asks for footage, or what it asked is over (answered, cancelled, expired); or it does not take a report."""

    _attr_translation_key = "request"
    _attr_event_types = [ASKED, CLOSED, REPORT_REFUSED]  # noqa: RUF012 - the base class's own declaration

    def __init__(self, entry: MatThanConfigEntry, hub_id: str) -> None:
        super().__init__(entry, hub_id, "request")

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the hub and what it asks."""
        await super().async_added_to_hass()
        self.async_on_remove(self.door.async_listen_requests(self.hub_id, self._changed))
        self.async_on_remove(self.door.async_listen_reports(self.hub_id, self._refused))

    @callback
    def _refused(self, report: RefusedReport) -> None:
        attributes = {"report_id": report.report_id, "cause": report.cause.value, "at": format_time(report.at)}
        self._trigger_event(REPORT_REFUSED, attributes)
        self.async_write_ha_state()

    @callback
    def _changed(self, asked: AskedFootage) -> None:
        request = asked.request
        attributes = {
            "request_id": request.request_id,
            "state": asked.state.value,
            "unit": request.unit,
            "contact": request.contact,
            "case_number": request.case_number,
            "offence": request.offence.value,
            "reason": request.reason,
            "camera_ids": list(request.camera_ids),
            "since": format_time(request.span.since),
            "until": format_time(request.span.until),
            "deadline": format_time(request.deadline),
        }
        self._trigger_event(ASKED if asked.state is RequestState.WAITING else CLOSED, attributes)
        self.async_write_ha_state()


def _motion_attributes(motion: Motion) -> dict[str, Any]:
    attributes: dict[str, Any] = {
        "event_id": motion.event_id,
        "started_at": format_time(motion.started_at),
        "score": round(motion.score, 2),
        "zones": list(motion.zones),
        "night": motion.night,
    }
    if motion.ended_at is not None:
        attributes["duration_s"] = round((motion.ended_at - motion.started_at).total_seconds(), 1)
    return attributes


def _clip_attributes(clip: Clip) -> dict[str, Any]:
    return {
        "clip_id": clip.clip_id,
        "event_ids": list(clip.event_ids),
        "started_at": format_time(clip.started_at),
        "duration_s": round(clip.duration_s, 1),
        "url": CLIP_URL.format(clip_id=clip.clip_id),
        "still_url": STILL_URL.format(clip_id=clip.clip_id) if clip.still else None,
        "media_content_id": f"media-source://{DOMAIN}/clip/{clip.clip_id}",
    }
