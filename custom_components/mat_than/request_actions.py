"""The actions on footage requests: give a part of what is asked, decline it, bring footage unasked. For administrators.

A notification's button and an automation of the owner's call them; the panel has its own way to the same door.
"""

from datetime import datetime
from typing import Any, Final

from homeassistant.core import HomeAssistant, ServiceCall, ServiceResponse, SupportsResponse, callback
from homeassistant.exceptions import ServiceValidationError
from homeassistant.helpers import config_validation as cv, device_registry as dr, entity_registry as er
from homeassistant.helpers.service import async_get_config_entry, async_register_admin_service
from homeassistant.util import dt as dt_util
import probatio

from .const import DOMAIN
from .lib.mat_than_engine.protocol.consent import FootageSpan
from .lib.mat_than_engine.protocol.limits import CAMERAS_PER_REQUEST, REASON_CHARS
from .lib.mat_than_engine.protocol.requests import Offence
from .lib.mat_than_engine.wire import WireError
from .runtime import MatThanRuntime
from .sharing.case_choice import Given

APPROVE: Final = probatio.Schema(
    {
        probatio.Required("request_id"): cv.string,
        probatio.Optional("cameras"): probatio.All(
            cv.ensure_list, [cv.string], probatio.Length(min=1, max=CAMERAS_PER_REQUEST)
        ),
        probatio.Optional("since"): cv.datetime,
        probatio.Optional("until"): cv.datetime,
        probatio.Optional("audio", default=False): cv.boolean,
        probatio.Optional("retention_days"): probatio.All(probatio.Coerce(int), probatio.Range(min=1, max=365)),
    }
)
DECLINE: Final = probatio.Schema({probatio.Required("request_id"): cv.string})
REPORT: Final = probatio.Schema(
    {
        probatio.Optional("hub"): cv.string,
        probatio.Optional("clip_id"): cv.string,
        probatio.Optional("camera"): cv.string,
        probatio.Optional("since"): cv.datetime,
        probatio.Optional("until"): cv.datetime,
        probatio.Required("offence"): probatio.In([offence.value for offence in Offence]),
        probatio.Required("note"): probatio.All(cv.string, probatio.Length(min=1, max=REASON_CHARS)),
    }
)


@callback
def async_register_request_actions(hass: HomeAssistant) -> None:
    """Offer them; once in the life of Home Assistant."""
    async_register_admin_service(hass, DOMAIN, "approve_request", _async_approve, APPROVE, SupportsResponse.NONE)
    async_register_admin_service(hass, DOMAIN, "decline_request", _async_decline, DECLINE, SupportsResponse.NONE)
    async_register_admin_service(hass, DOMAIN, "report", _async_report, REPORT, SupportsResponse.OPTIONAL)


async def _async_approve(call: ServiceCall) -> ServiceResponse:
    """Give what is asked, or the part of it that is named."""
    runtime, request_id = _runtime(call), call.data["request_id"]
    asked = next(
        (page for _, page in runtime.door.view.requests() if page.request.request_id == request_id),
        None,
    )
    if asked is None:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="request_unknown")
    whole = asked.request.span
    span = _span(call.data.get("since", whole.since), call.data.get("until", whole.until))
    there = [camera_id for camera_id in asked.request.camera_ids if camera_id in runtime.coordinator.views]
    named = [_camera_id(call.hass, runtime, name) for name in call.data.get("cameras", there)]
    audio, days = call.data["audio"], call.data.get("retention_days")
    choices = tuple(
        Given(camera_id=camera_id, span=span, audio=audio, retention_days=days) for camera_id in dict.fromkeys(named)
    )
    await runtime.door.requests.async_approve(request_id, choices, call.hass.config.language)
    return None


async def _async_decline(call: ServiceCall) -> ServiceResponse:
    """Say no."""
    await _runtime(call).door.requests.async_decline(call.data["request_id"])
    return None


async def _async_report(call: ServiceCall) -> ServiceResponse:
    """Bring a clip, or a time of a camera, to a hub."""
    runtime, asked = _runtime(call), call.data
    if "clip_id" in asked:
        clip = await runtime.archive.async_get(asked["clip_id"])
        if clip is None:
            raise ServiceValidationError(translation_domain=DOMAIN, translation_key="unknown_clip")
        camera_id, span = clip.camera_id, _span(clip.started_at, clip.ended_at)
    elif {"camera", "since", "until"} <= asked.keys():
        camera_id, span = _camera_id(call.hass, runtime, asked["camera"]), _span(asked["since"], asked["until"])
    else:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="report_of_what")
    choice = Given(camera_id=camera_id, span=span)
    report_id = await runtime.door.requests.async_report(
        _hub_id(call.hass, runtime, asked.get("hub")), choice, Offence(asked["offence"]), asked["note"],
        call.hass.config.language,
    )  # fmt: skip
    return {"report_id": report_id}


def _runtime(call: ServiceCall) -> MatThanRuntime:
    runtime: MatThanRuntime = async_get_config_entry(call.hass, DOMAIN, None).runtime_data
    return runtime


def _span(since: datetime, until: datetime) -> FootageSpan:
    try:
        return FootageSpan(since=dt_util.as_utc(since), until=dt_util.as_utc(until))
    except WireError as err:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="request_span") from err


def _camera_id(hass: HomeAssistant, runtime: MatThanRuntime, name: str) -> str:
    """The camera that an id of ours, or any entity of it, stands for."""
    views = runtime.coordinator.views
    if name in views:
        return name
    entity = er.async_get(hass).async_get(name)
    named = _names(hass, entity.device_id if entity is not None else None)
    found = next((camera_id for camera_id in views if camera_id in named), None)
    if found is None:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="no_camera")
    return found


def _hub_id(hass: HomeAssistant, runtime: MatThanRuntime, name: str | None) -> str:
    """The hub that its id or its device stands for; without a name, the only one there is."""
    hubs = runtime.door.view.hubs
    named = set(hubs) if name is None else {name, *_names(hass, name)}
    found = [hub_id for hub_id in hubs if hub_id in named]
    if len(found) != 1:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="unknown_hub")
    return found[0]


def _names(hass: HomeAssistant, device_id: str | None) -> set[Any]:
    device = None if device_id is None else dr.async_get(hass).async_get(device_id)
    return {name for domain, name in (device.identifiers if device else ()) if domain == DOMAIN}
