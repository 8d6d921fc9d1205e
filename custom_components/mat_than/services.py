"""The actions: record now, protect, delete, export, list, account for a day, and links to send along.

What the owner asked wrongly is a `ServiceValidationError`, what could not be done a `HomeAssistantError`; both say
in words what to do.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

from homeassistant.core import HomeAssistant, ServiceCall, ServiceResponse, SupportsResponse, callback
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.network import NoURLAvailableError, get_url
from homeassistant.helpers.service import async_get_config_entry, async_register_admin_service
from homeassistant.util import dt as dt_util
import probatio

from .action_target import async_limited_caller, async_require, async_targeted_cameras
from .camera_access import CONTROL, READ
from .clip_facts import clip_facts, day_facts, signed_links
from .clips import Wanted
from .const import DOMAIN
from .engine_requests import EngineError
from .export_actions import async_register_export_actions
from .export_job import ExportJob
from .lib.mat_than_engine.commands import DeleteClips, Export, Protect, Record, Unprotect
from .lib.mat_than_engine.model import Clip
from .lib.mat_than_engine.reports import Done
from .live_actions import async_register_live_actions
from .request_actions import async_register_request_actions
from .runtime import MatThanConfigEntry
from .words import async_words

LONGEST_RECORD_S: Final = 600
MOST_LISTED: Final = 1000
MOST_CLIPS: Final = 1000  # of one order
LONGEST_LINK_H: Final = 24 * 7
_OWNERS_FAULT: Final = {"unknown_camera", "unknown_clip", "protected", "over_budget", "not_live"}

_CLIP_IDS: Final = probatio.All(cv.ensure_list, [cv.string], probatio.Length(min=1, max=MOST_CLIPS))
_PERIOD: Final = {probatio.Optional("since"): cv.datetime, probatio.Optional("until"): cv.datetime}
_CHOSEN: Final[dict[Any, Any]] = {**cv.ENTITY_SERVICE_FIELDS, **_PERIOD, probatio.Optional("clip_ids"): _CLIP_IDS}

RECORD: Final = probatio.Schema(
    {
        **cv.ENTITY_SERVICE_FIELDS,
        probatio.Required("duration"): probatio.All(
            cv.positive_time_period, probatio.Range(max=timedelta(seconds=LONGEST_RECORD_S))
        ),
        probatio.Optional("pre_roll"): probatio.All(probatio.Coerce(float), probatio.Range(min=0, max=60)),
    }
)
PROTECT: Final = probatio.Schema(
    {
        **_CHOSEN,
        probatio.Required("reason"): probatio.All(cv.string, probatio.Length(min=1, max=500)),
        probatio.Optional("owner"): probatio.All(cv.string, probatio.Length(min=1, max=100)),
        probatio.Optional("keep_until"): cv.datetime,
    }
)
UNPROTECT: Final = probatio.Schema({probatio.Required("clip_ids"): _CLIP_IDS})
DELETE: Final = probatio.Schema({probatio.Required("clip_ids"): _CLIP_IDS, probatio.Required("confirm"): cv.boolean})
EXPORT: Final = probatio.Schema(
    {**_CHOSEN, probatio.Optional("title", default=""): probatio.All(cv.string, probatio.Length(max=200))}
)
LIST: Final = probatio.Schema(
    {
        **cv.ENTITY_SERVICE_FIELDS,
        **_PERIOD,
        probatio.Optional("kind"): probatio.In(["motion", "continuous", "asked"]),
        probatio.Optional("limit", default=100): probatio.All(
            probatio.Coerce(int), probatio.Range(min=1, max=MOST_LISTED)
        ),
    }
)
COVERAGE: Final = probatio.Schema({**cv.ENTITY_SERVICE_FIELDS, probatio.Optional("day"): cv.date})
LINK: Final = probatio.Schema(
    {
        probatio.Required("clip_id"): cv.string,
        probatio.Optional("hours", default=24): probatio.All(
            probatio.Coerce(float), probatio.Range(min=0.1, max=LONGEST_LINK_H)
        ),
    }
)

type Action = Callable[[ServiceCall], Awaitable[ServiceResponse]]


@callback
def async_register_actions(hass: HomeAssistant) -> None:
    """Offer the actions; once in the life of Home Assistant. What cannot be undone is for administrators."""
    for name, handle, schema, answers in (
        ("record", _async_record, RECORD, SupportsResponse.NONE),
        ("protect", _async_protect, PROTECT, SupportsResponse.OPTIONAL),
        ("export", _async_export, EXPORT, SupportsResponse.OPTIONAL),
        ("list_clips", _async_list, LIST, SupportsResponse.ONLY),
        ("coverage", _async_coverage, COVERAGE, SupportsResponse.ONLY),
        ("link", _async_link, LINK, SupportsResponse.ONLY),
    ):
        hass.services.async_register(DOMAIN, name, handle, schema, answers)
    async_register_admin_service(hass, DOMAIN, "unprotect", _async_unprotect, UNPROTECT, SupportsResponse.OPTIONAL)
    async_register_admin_service(hass, DOMAIN, "delete", _async_delete, DELETE, SupportsResponse.OPTIONAL)
    async_register_export_actions(hass)
    async_register_request_actions(hass)
    async_register_live_actions(hass)


async def _async_record(call: ServiceCall) -> ServiceResponse:
    """Record the cameras now, whether anything moves or not."""
    entry = _entry(call)
    for_s = call.data["duration"].total_seconds()
    orders = [
        Record(request_id="", camera_id=camera_id, for_s=for_s, pre_roll_s=call.data.get("pre_roll"))
        for camera_id in await async_targeted_cameras(call.hass, entry, call, CONTROL)
    ]
    await asyncio.gather(*(async_do(entry, order) for order in orders))
    return None


async def _async_protect(call: ServiceCall) -> ServiceResponse:
    """Keep clips whatever retention says."""
    entry = _entry(call)
    keep_until = call.data.get("keep_until")
    user = await call.hass.auth.async_get_user(call.context.user_id) if call.context.user_id else None
    order = Protect(
        request_id="",
        clip_ids=await _async_chosen(call, entry),
        owner=call.data.get("owner") or (user.name if user else None) or "Home Assistant",
        reason=call.data["reason"],
        until=None if keep_until is None else dt_util.as_utc(keep_until),
    )
    return {"count": (await async_do(entry, order)).count}


async def _async_unprotect(call: ServiceCall) -> ServiceResponse:
    """Leave clips to retention again."""
    order = Unprotect(request_id="", clip_ids=tuple(call.data["clip_ids"]))
    return {"count": (await async_do(_entry(call), order)).count}


async def _async_delete(call: ServiceCall) -> ServiceResponse:
    """Delete clips for good."""
    if not call.data["confirm"]:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="not_confirmed")
    order = DeleteClips(request_id="", clip_ids=tuple(call.data["clip_ids"]))
    return {"count": (await async_do(_entry(call), order)).count}


async def _async_export(call: ServiceCall) -> ServiceResponse:
    """Write clips and what proves them into a zip; who asks for the answer waits for it."""
    entry = _entry(call)
    clip_ids = tuple(call.data.get("clip_ids", ()))
    since, until = _period(call, usual=timedelta(days=1))
    if not clip_ids:
        cameras = await async_targeted_cameras(call.hass, entry, call, CONTROL)
    else:
        clips = await _async_clips(call, entry, clip_ids, CONTROL)
        cameras = tuple({clip.camera_id: None for clip in clips})
        since, until = min(clip.started_at for clip in clips), max(clip.ended_at for clip in clips)
    export = Export(
        request_id="",
        target="",
        camera_ids=cameras,
        since=since,
        until=until,
        clip_ids=clip_ids,
        title=call.data["title"],
        place=call.hass.config.location_name,
        language="vi" if call.hass.config.language.startswith("vi") else "en",
    )
    runtime = entry.runtime_data
    job = ExportJob(call.hass, runtime)
    if not call.return_response:
        entry.async_create_background_task(call.hass, _async_alone(job, export), f"{DOMAIN} export")
        return None
    finished = await job.async_run(export)
    return {
        "path": str(finished.path),
        "url": finished.url,
        "clips": finished.clips,
        "size_bytes": finished.size_bytes,
        "sha256": finished.sha256,
        "fingerprint": runtime.coordinator.board.place.fingerprint,
    }


async def _async_alone(job: ExportJob, export: Export) -> None:
    try:
        await job.async_run(export)
    except HomeAssistantError:
        return  # the notification says what went wrong


async def _async_list(call: ServiceCall) -> ServiceResponse:
    """The clips of the cameras in a time, newest first."""
    entry = _entry(call)
    archive = entry.runtime_data.archive
    since, until = _period(call, usual=timedelta(days=1))
    limit = call.data["limit"]
    wanted = Wanted(
        camera_ids=await async_targeted_cameras(call.hass, entry, call, READ),
        since=since,
        until=until,
        kind=call.data.get("kind"),
        limit=limit,
    )
    clips = await archive.async_find(wanted)
    protections = await archive.async_protections(clips)
    names = {camera_id: view.setup.name for camera_id, view in entry.runtime_data.coordinator.views.items()}
    words = await async_words(call.hass)
    facts = [clip_facts(clip, names[clip.camera_id], protections.get(clip.clip_id), words) for clip in clips]
    return {"clips": facts, "limited": len(clips) == limit}


async def _async_coverage(call: ServiceCall) -> ServiceResponse:
    """What each second of the cameras' day is."""
    entry = _entry(call)
    day: date = call.data.get("day", dt_util.now().date())
    cameras = await async_targeted_cameras(call.hass, entry, call, READ)
    spans = await asyncio.gather(*(entry.runtime_data.archive.async_spans(camera_id, day) for camera_id in cameras))
    views = entry.runtime_data.coordinator.views
    return {
        "cameras": [
            day_facts(views[camera_id].setup.name, day.isoformat(), told)
            for camera_id, told in zip(cameras, spans, strict=True)
        ]
    }


async def _async_link(call: ServiceCall) -> ServiceResponse:
    """Links to a clip that open without logging in."""
    (clip,) = await _async_clips(call, _entry(call), (call.data["clip_id"],), READ)
    links: dict[str, Any] = dict(signed_links(call.hass, clip, timedelta(hours=call.data["hours"])))
    try:
        links["base_url"] = get_url(call.hass, prefer_external=True)
    except NoURLAvailableError:
        links["base_url"] = None
    return links


def _entry(call: ServiceCall) -> MatThanConfigEntry:
    entry: MatThanConfigEntry = async_get_config_entry(call.hass, DOMAIN, None)
    return entry


def _period(call: ServiceCall, usual: timedelta) -> tuple[datetime, datetime]:
    """When the call is about; without a beginning, as long as usual before its end, which is now where none is told."""
    until = dt_util.as_utc(call.data["until"]) if "until" in call.data else dt_util.utcnow()
    since = dt_util.as_utc(call.data["since"]) if "since" in call.data else until - usual
    if since >= until:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="period_backwards")
    return since, until


async def _async_clips(
    call: ServiceCall, entry: MatThanConfigEntry, clip_ids: Sequence[str], policy: str
) -> list[Clip]:
    clips = await asyncio.gather(*(entry.runtime_data.archive.async_get(clip_id) for clip_id in clip_ids))
    found = [clip for clip in clips if clip is not None]
    if len(found) < len(clip_ids):
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="unknown_clip")
    await async_require(call, entry, {clip.camera_id for clip in found}, policy)
    return found


async def _async_chosen(call: ServiceCall, entry: MatThanConfigEntry) -> tuple[str, ...]:
    """The clips named, or those of the cameras in the time named: one of the two must be."""
    if "clip_ids" in call.data:
        if await async_limited_caller(call) is not None:
            await _async_clips(call, entry, call.data["clip_ids"], CONTROL)
        return tuple(call.data["clip_ids"])
    if "since" not in call.data:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="clips_or_period")
    since, until = _period(call, usual=timedelta(0))
    cameras = await async_targeted_cameras(call.hass, entry, call, CONTROL)
    touching = await entry.runtime_data.archive.async_touching(cameras, since, until)
    if not touching:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="unknown_clip")
    return tuple(clip.clip_id for clip in touching)


async def async_do(entry: MatThanConfigEntry, order: Record | Protect | Unprotect | DeleteClips) -> Done:
    """Have the engine do it; a refusal is raised as a sentence for the owner."""
    try:
        done = await entry.runtime_data.coordinator.host.async_do(order)
    except EngineError as err:
        raise HomeAssistantError(translation_domain=DOMAIN, translation_key="engine") from err
    if done.error in _OWNERS_FAULT:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key=done.error)
    if done.error is not None:
        raise HomeAssistantError(translation_domain=DOMAIN, translation_key=f"action_{done.error}")
    return done
