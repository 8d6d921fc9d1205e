"""Who may ask what in the panel: the loaded place, and the cameras that Home Assistant lets the asker see.

Whoever may read a camera's entity sees the camera here, whoever may control it may keep and take out its clips. What
changes what a camera does, and what cannot be undone, is for administrators.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api import ActiveConnection
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError, Unauthorized
import probatio

from .camera_access import READ, may
from .camera_view import CameraView
from .const import DOMAIN
from .lib.mat_than_engine.model import Clip
from .runtime import MatThanConfigEntry, MatThanRuntime, loaded_entry

type Message = dict[str, Any]
type Schema = dict[str | probatio.Marker, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of the panel, and the place it is asked of."""

    hass: HomeAssistant
    connection: ActiveConnection
    msg: Message
    entry: MatThanConfigEntry

    @property
    def runtime(self) -> MatThanRuntime:
        """The running parts of the place."""
        return self.entry.runtime_data

    def camera(self, policy: str = READ) -> CameraView:
        """The camera that is asked about. Unauthorized, or ServiceValidationError when there is none."""
        view = self.runtime.coordinator.views.get(self.msg["camera_id"])
        if view is None:
            raise ServiceValidationError(translation_domain=DOMAIN, translation_key="unknown_camera")
        self.require(view, policy)
        return view

    def cameras(self, policy: str = READ) -> list[CameraView]:
        """The cameras that the asker may see."""
        return [
            view for view in self.runtime.coordinator.board if may(self.hass, self.connection.user, view.setup, policy)
        ]

    def require(self, view: CameraView | None, policy: str) -> None:
        """Unauthorized unless the asker may; of a camera that was removed, only administrators know anything."""
        allowed = (
            self.connection.user.is_admin if view is None else may(self.hass, self.connection.user, view.setup, policy)
        )
        if not allowed:
            raise Unauthorized

    @property
    def may_administer(self) -> bool:
        """Whether the asker is an administrator."""
        return self.connection.user.is_admin

    def require_admin(self) -> None:
        """Unauthorized unless the asker is an administrator."""
        if not self.may_administer:
            raise Unauthorized

    async def clips(self, policy: str) -> list[Clip]:
        """The clips that are asked about. Unauthorized, or ServiceValidationError when one is not there."""
        found = [await self.runtime.archive.async_get(clip_id) for clip_id in self.msg["clip_ids"]]
        clips = [clip for clip in found if clip is not None]
        if len(clips) < len(found):
            raise ServiceValidationError(translation_domain=DOMAIN, translation_key="unknown_clip")
        for camera_id in {clip.camera_id for clip in clips}:
            self.require(self.runtime.coordinator.views.get(camera_id), policy)
        return clips


def command(name: str, /, **fields: Any) -> Schema:
    """The schema of a command of the panel; all its fields are required."""
    required: Schema = {probatio.Required(field): kind for field, kind in fields.items()}
    return {probatio.Required("type"): f"mat_than/panel/{name}", **required}


type Answer = Callable[[Asked], Awaitable[Any]]


def answering(schema: Schema, answer: Answer) -> websocket_api.const.WebSocketCommandHandler:
    """A command whose answer is a result; what is refused is told in a sentence that can be translated."""

    @websocket_api.websocket_command(schema)
    @websocket_api.async_response
    async def handle(hass: HomeAssistant, connection: ActiveConnection, msg: Message) -> None:
        entry = loaded_entry(hass)
        if entry is None:
            connection.send_error(msg["id"], websocket_api.ERR_NOT_FOUND, "not loaded", "not_loaded", DOMAIN)
            return
        try:
            result = await answer(Asked(hass, connection, msg, entry))
        except Unauthorized:
            connection.send_error(msg["id"], websocket_api.ERR_UNAUTHORIZED, "unauthorized")
        except HomeAssistantError as err:
            told = (err.translation_key, err.translation_domain, err.translation_placeholders)
            connection.send_error(msg["id"], websocket_api.ERR_HOME_ASSISTANT_ERROR, str(err), *told)
        else:
            connection.send_result(msg["id"], result)

    return handle
