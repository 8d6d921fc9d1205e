"""The actions on exports that are there: list them, with links to fetch them by, and delete one."""

from typing import Any, Final

from homeassistant.components.http.auth import async_sign_path
from homeassistant.core import HomeAssistant, ServiceCall, ServiceResponse, SupportsResponse, callback
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.service import async_get_config_entry, async_register_admin_service
import probatio

from .action_target import async_limited_caller
from .clip_facts import local_text
from .const import DOMAIN, EXPORT_URL
from .export_job import LINK_LASTS
from .exports import KeptExport, camera_names, may_have
from .runtime import MatThanRuntime

LIST: Final = probatio.Schema({})
DELETE: Final = probatio.Schema({probatio.Required("name"): cv.string, probatio.Required("confirm"): cv.boolean})


@callback
def async_register_export_actions(hass: HomeAssistant) -> None:
    """Offer them; once in the life of Home Assistant. What cannot be undone is for administrators."""
    hass.services.async_register(DOMAIN, "list_exports", _async_list, LIST, SupportsResponse.ONLY)
    async_register_admin_service(hass, DOMAIN, "delete_export", _async_delete, DELETE, SupportsResponse.NONE)


async def _async_list(call: ServiceCall) -> ServiceResponse:
    """The exports that the caller may have, newest first."""
    runtime = _runtime(call)
    user = await async_limited_caller(call)
    board = runtime.coordinator.board
    exports = await runtime.exports.async_list()
    return {
        "exports": [
            _facts(call.hass, runtime, export)
            for export in exports
            if user is None or may_have(call.hass, user, board, export)
        ]
    }


async def _async_delete(call: ServiceCall) -> ServiceResponse:
    """Remove the zip for good; the clips at home stay as they are."""
    if not call.data["confirm"]:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="not_confirmed")
    try:
        was_there = await _runtime(call).exports.async_remove(call.data["name"])
    except OSError as err:
        raise HomeAssistantError(translation_domain=DOMAIN, translation_key="export_disk") from err
    if not was_there:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="unknown_export")
    return None


def _facts(hass: HomeAssistant, runtime: MatThanRuntime, export: KeptExport) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "name": export.name,
        "written_at": local_text(export.written_at),
        "size_bytes": export.size_bytes,
        "url": async_sign_path(hass, EXPORT_URL.format(name=export.name), LINK_LASTS, use_content_user=True),
    }
    if (record := export.record) is None:
        return facts
    return facts | {
        "title": record.title,
        "cameras": camera_names(record.camera_ids, runtime.coordinator.board),
        "since": local_text(record.since),
        "until": local_text(record.until),
        "clips": record.clips,
    }


def _runtime(call: ServiceCall) -> MatThanRuntime:
    runtime: MatThanRuntime = async_get_config_entry(call.hass, DOMAIN, None).runtime_data
    return runtime
