"""The exports in the panel: those being written, those that are there, and the removal of one, which can be undone.

Whoever may control every camera in an export sees it and may fetch it, as the link's own view checks again; removing
one is for administrators. Times are milliseconds since 1970.
"""

from datetime import datetime
from typing import Any, Final

from homeassistant.exceptions import ServiceValidationError
import probatio

from .const import DOMAIN, EXPORT_URL
from .exports import KeptExport, camera_names, may_have, may_have_cameras
from .panel_access import Asked, Message, answering, command
from .panel_deletions import deletions
from .running_exports import RunningExport

_NAME: Final = probatio.All(str, probatio.Length(max=124))


async def _async_exports(asked: Asked) -> Message:
    """What the asker may have, newest first."""
    hass, user, board = asked.hass, asked.connection.user, asked.runtime.coordinator.board
    exports, doomed = asked.runtime.exports, deletions(asked.hass).doomed
    return {
        "running": [
            _running_facts(asked, running)
            for running in exports.running.all
            if may_have_cameras(hass, user, board, running.order.camera_ids)
        ],
        "kept": [
            _kept_facts(asked, export)
            for export in await exports.async_list()
            if export.name not in doomed and may_have(hass, user, board, export)
        ],
    }


def _running_facts(asked: Asked, running: RunningExport) -> Message:
    order = running.order
    return {
        "name": running.name,
        "share": round(running.share, 3),
        "title": order.title,
        "cameras": camera_names(order.camera_ids, asked.runtime.coordinator.board),
        "since": _ms(order.since),
        "until": _ms(order.until),
    }


def _kept_facts(asked: Asked, export: KeptExport) -> Message:
    """One without a record says only when it was written and how large it is."""
    facts: dict[str, Any] = {
        "name": export.name,
        "path": EXPORT_URL.format(name=export.name),
        "written_at": _ms(export.written_at),
        "bytes": export.size_bytes,
    }
    if (record := export.record) is None:
        return facts
    return facts | {
        "title": record.title,
        "cameras": camera_names(record.camera_ids, asked.runtime.coordinator.board),
        "since": _ms(record.since),
        "until": _ms(record.until),
        "clips": record.clips,
    }


def _ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


async def _async_delete(asked: Asked) -> Message:
    """Remove the zip in a little while, until which `undo` brings it back; the clips at home stay as they are."""
    asked.require_admin()
    exports, name = asked.runtime.exports, asked.msg["name"]
    waiting = deletions(asked.hass)
    if name in waiting.doomed or await exports.async_get(name) is None:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="unknown_export")
    return waiting.begin(asked.entry, [name], lambda: exports.async_remove(name))


handle_exports = answering(command("exports"), _async_exports)
handle_delete_export = answering(command("exports/delete", name=_NAME), _async_delete)
