"""Footage requests in the panel: what is asked of this home, the owner's yes or no, and a report of his own.

Everybody sees what is asked of the cameras that they may see; administrators decide. Times are RFC 3339 texts.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from homeassistant.exceptions import ServiceValidationError
from homeassistant.helpers import config_validation as cv
from homeassistant.util import dt as dt_util
import probatio

from .const import DOMAIN
from .lib.mat_than_engine.protocol.consent import FootageSpan
from .lib.mat_than_engine.protocol.limits import CAMERAS_PER_REQUEST, REASON_CHARS
from .lib.mat_than_engine.protocol.requests import Offence
from .lib.mat_than_engine.wire import WireError, to_json
from .panel_access import Asked, Message, Schema, answering
from .sharing.case_choice import Given
from .sharing.request_pages import AskedFootage

MOST_SHOWN: Final = 100

_ID: Final = probatio.All(str, probatio.Length(max=64))
_CAMERAS: Final = probatio.All([_ID], probatio.Length(min=1, max=CAMERAS_PER_REQUEST))
_DAYS: Final = probatio.All(int, probatio.Range(min=1, max=365))


async def _async_requests(asked: Asked) -> Message:
    """The requests about cameras that the asker may see, newest first."""
    names = {camera.setup.camera_id: camera.setup.name for camera in asked.cameras()}
    found = [
        (hub_id, page)
        for hub_id, page in asked.runtime.door.view.requests()
        if asked.may_administer or names.keys() & set(page.request.camera_ids)
    ]
    return {"requests": [await _facts(asked, hub_id, page, names) for hub_id, page in found[:MOST_SHOWN]]}


async def _facts(asked: Asked, hub_id: str, page: AskedFootage, names: dict[str, str]) -> Message:
    request, now = page.request, dt_util.utcnow()
    view = asked.runtime.door.view
    figures = view.request_figures(request.request_id)
    is_open = page.is_open(now)
    return {
        "request_id": request.request_id,
        "hub_id": hub_id,
        "hub": view.hubs[hub_id].name,
        "unit": request.unit,
        "case_number": request.case_number,
        "offence": request.offence.value,
        "reason": request.reason,
        "contact": request.contact,
        "asked_at": to_json(request.asked_at),
        "deadline": to_json(request.deadline),
        "since": to_json(request.span.since),
        "until": to_json(request.span.until),
        "retention_days": request.retention_days,
        "state": "expired" if page.state == "waiting" and not is_open else page.state.value,
        "cameras": [await _camera_facts(asked, names, camera_id, request.span) for camera_id in _of(page, names)],
        "decided_at": to_json(page.decided_at),
        "consent_ids": list(page.consent_ids),
        "sent": figures.sent,
        "waiting": figures.waiting,
        "may_decide": is_open and asked.may_administer,
    }


def _of(page: AskedFootage, names: dict[str, str]) -> Iterable[str]:
    """The cameras of a request that the asker may see; one that was removed is nobody's any more."""
    return (camera_id for camera_id in page.request.camera_ids if camera_id in names)


async def _camera_facts(asked: Asked, names: dict[str, str], camera_id: str, span: FootageSpan) -> Message:
    clips = await asked.runtime.door.requests.async_footage(camera_id, span)
    return {
        "camera_id": camera_id,
        "name": names[camera_id],
        "clips": clips,
        "has_footage": clips > 0,
        "masked": asked.runtime.door.view.has_masks(camera_id),
    }


async def _async_approve(asked: Asked) -> Message:
    """Give a part of what was asked."""
    asked.require_admin()
    msg = asked.msg
    span = asked_span(msg["since"], msg["until"])
    choices = tuple(
        Given(camera_id=camera_id, span=span, audio=msg["audio"], retention_days=msg["retention_days"])
        for camera_id in dict.fromkeys(msg["cameras"])
    )
    language = asked.hass.config.language
    await asked.runtime.door.requests.async_approve(msg["request_id"], choices, language)
    return {}


async def _async_decline(asked: Asked) -> Message:
    """Say no."""
    asked.require_admin()
    await asked.runtime.door.requests.async_decline(asked.msg["request_id"])
    return {}


async def _async_report(asked: Asked) -> Message:
    """Bring footage to a hub unasked."""
    asked.require_admin()
    msg = asked.msg
    choice = Given(camera_id=asked.camera().setup.camera_id, span=asked_span(msg["since"], msg["until"]))
    report_id = await asked.runtime.door.requests.async_report(
        msg["hub_id"], choice, Offence(msg["offence"]), msg["note"], asked.hass.config.language
    )
    return {"report_id": report_id}


def asked_span(since: datetime, until: datetime) -> FootageSpan:
    """From then till then. ServiceValidationError when that is no time, or more than may be given at once."""
    try:
        return FootageSpan(since=dt_util.as_utc(since), until=dt_util.as_utc(until))
    except WireError as err:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="request_span") from err


def _command(name: str, **fields: object) -> Schema:
    required: Schema = {probatio.Required(field): kind for field, kind in fields.items()}
    return {probatio.Required("type"): f"mat_than/{name}", **required}


handle_requests = answering(_command("requests"), _async_requests)
handle_approve = answering(
    _command(
        "requests/approve",
        request_id=_ID,
        cameras=_CAMERAS,
        since=cv.datetime,
        until=cv.datetime,
        audio=bool,
        retention_days=_DAYS,
    ),
    _async_approve,
)
handle_decline = answering(_command("requests/decline", request_id=_ID), _async_decline)
handle_report = answering(
    _command(
        "report",
        hub_id=_ID,
        camera_id=str,
        since=cv.datetime,
        until=cv.datetime,
        offence=probatio.In([offence.value for offence in Offence]),
        note=probatio.All(str, probatio.Length(max=REASON_CHARS)),
    ),
    _async_report,
)
