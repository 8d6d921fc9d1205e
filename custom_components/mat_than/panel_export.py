"""An export from the panel: how far it is, then a link to the zip. It goes on when the panel is closed."""

from datetime import datetime
from typing import Any, Final

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api import ActiveConnection
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError
from homeassistant.util import dt as dt_util
import probatio

from .camera_access import CONTROL
from .const import DOMAIN
from .export_job import ExportJob
from .lib.mat_than_engine.commands import Export
from .panel_access import Asked, Message
from .runtime import loaded_entry

MOST_CLIPS: Final = 1000


@callback
@websocket_api.websocket_command(
    {
        probatio.Required("type"): "mat_than/panel/export",
        probatio.Required("camera_id"): str,
        probatio.Required("since"): int,
        probatio.Required("until"): int,
        probatio.Optional("clip_ids", default=list): probatio.All([str], probatio.Length(max=MOST_CLIPS)),
        probatio.Optional("title", default=""): probatio.All(str, probatio.Length(max=200)),
    }
)
def handle_export(hass: HomeAssistant, connection: ActiveConnection, msg: Message) -> None:
    """Events with `share` while the zip is written, then one with its `url` or an `error`."""
    entry = loaded_entry(hass)
    if entry is None:
        connection.send_error(msg["id"], websocket_api.ERR_NOT_FOUND, "not loaded", "not_loaded", DOMAIN)
        return
    connection.send_result(msg["id"])
    connection.subscriptions[msg["id"]] = lambda: None
    asked = Asked(hass, connection, msg, entry)
    entry.async_create_background_task(hass, _async_export(asked), f"{DOMAIN} panel export")


async def _async_export(asked: Asked) -> None:
    tell = _Teller(asked)
    try:
        export = await _async_order(asked)
        finished = await ExportJob(asked.hass, asked.runtime, tell.share).async_run(export)
    except HomeAssistantError as err:
        tell.event({"error": err.translation_key or "unauthorized"})
        return
    tell.event({"url": finished.url, "clips": finished.clips, "bytes": finished.size_bytes, "sha256": finished.sha256})


async def _async_order(asked: Asked) -> Export:
    """What shall be exported. Unauthorized, or ServiceValidationError when a clip is not there."""
    camera_id = asked.camera(CONTROL).setup.camera_id
    clips = await asked.clips(CONTROL)
    cameras = tuple({clip.camera_id: None for clip in clips}) or (camera_id,)
    since = min((clip.started_at for clip in clips), default=_moment(asked.msg["since"]))
    until = max((clip.ended_at for clip in clips), default=_moment(asked.msg["until"]))
    return Export(
        request_id="",
        target="",
        camera_ids=cameras,
        since=since,
        until=until,
        clip_ids=tuple(clip.clip_id for clip in clips),
        title=asked.msg["title"],
        place=asked.hass.config.location_name,
        language="vi" if asked.hass.config.language.startswith("vi") else "en",
    )


def _moment(milliseconds: int) -> datetime:
    return dt_util.utc_from_timestamp(milliseconds / 1000)


class _Teller:
    """Tells whoever asked, for as long as they listen."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked

    @callback
    def share(self, share: float) -> None:
        """How far it is."""
        self.event({"share": round(share, 3)})

    @callback
    def event(self, event: dict[str, Any]) -> None:
        """Anything."""
        connection, subscription = self._asked.connection, self._asked.msg["id"]
        if subscription in connection.subscriptions:
            connection.send_event(subscription, event)
