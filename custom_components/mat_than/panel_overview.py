"""What the panel knows of all cameras at any time: each as it is now, the storage, and whether the engine runs.

One subscription, told again whenever the board changes, a few times a second at most. It outlives a reload of the
place: it then follows the new one.
"""

from collections.abc import Callable
from typing import Any, Final

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api import ActiveConnection
from homeassistant.config_entries import SIGNAL_CONFIG_ENTRY_CHANGED, ConfigEntry, ConfigEntryChange
from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.event import async_call_later
import probatio

from .camera_access import READ, may, picture_entity
from .camera_view import CameraView
from .const import DOMAIN
from .lib.mat_than_engine.wire import to_json
from .panel_access import Message
from .runtime import MatThanRuntime, loaded_runtime

TELL_EVERY_S: Final = 0.4
_PARTS: Final = (
    ("motion", "binary_sensor", "motion"),
    ("connection", "binary_sensor", "connection"),
    ("tamper", "binary_sensor", "tamper"),
    ("picture", "image", "last_motion_image"),
    ("detection", "switch", "detection"),
    ("sharing", "switch", "sharing"),
)


@callback
@websocket_api.websocket_command({probatio.Required("type"): "mat_than/panel/overview"})
def handle_overview(hass: HomeAssistant, connection: ActiveConnection, msg: Message) -> None:
    """An event with everything, now and after each change, until the subscription ends."""
    overview = _Overview(hass, connection, msg["id"])
    connection.subscriptions[msg["id"]] = overview.stop
    connection.send_result(msg["id"])
    overview.start()


class _Overview:
    """One panel that looks on."""

    def __init__(self, hass: HomeAssistant, connection: ActiveConnection, subscription: int) -> None:
        self._hass = hass
        self._connection = connection
        self._subscription = subscription
        self._runtime: MatThanRuntime | None = None
        self._followed: frozenset[str] = frozenset()
        self._endings: list[Callable[[], None]] = []
        self._stop_following_entry: CALLBACK_TYPE | None = None
        self._telling: CALLBACK_TYPE | None = None

    @callback
    def start(self) -> None:
        """Tell it once, and follow what changes."""
        self._stop_following_entry = async_dispatcher_connect(
            self._hass, SIGNAL_CONFIG_ENTRY_CHANGED, self._entry_changed
        )
        self._tell()

    @callback
    def stop(self) -> None:
        """Nobody looks any more."""
        if self._stop_following_entry is not None:
            self._stop_following_entry()
        if self._telling is not None:
            self._telling()
        self._let_go()

    @callback
    def _entry_changed(self, _change: ConfigEntryChange, entry: ConfigEntry[Any]) -> None:
        if entry.domain == DOMAIN:
            self._soon()

    @callback
    def _soon(self) -> None:
        if self._telling is None:
            self._telling = async_call_later(self._hass, TELL_EVERY_S, self._tell)

    @callback
    def _tell(self, *_: object) -> None:
        self._telling = None
        self._follow()
        self._connection.send_event(self._subscription, self._all())

    def _follow(self) -> None:
        """Listen to the cameras that there are now."""
        runtime = loaded_runtime(self._hass)
        cameras = frozenset() if runtime is None else frozenset(runtime.coordinator.views)
        if runtime is self._runtime and cameras == self._followed:
            return
        self._let_go()
        self._runtime, self._followed = runtime, cameras
        if runtime is None:
            return
        board = runtime.coordinator.board
        self._endings = [board.async_listen(camera_id, self._soon) for camera_id in cameras]
        self._endings.append(board.async_listen_place(self._soon))
        self._endings.append(runtime.door.async_listen(self._soon))

    def _let_go(self) -> None:
        for end in self._endings:
            end()
        self._endings = []
        self._runtime = None

    def _all(self) -> Message:
        runtime = self._runtime
        if runtime is None:
            return {"loaded": False, "engine": False, "cameras": [], "storage": None}
        seen = [view for view in runtime.coordinator.board if may(self._hass, self._connection.user, view.setup, READ)]
        return {
            "loaded": True,
            "engine": runtime.coordinator.host.alive,
            "cameras": [camera_facts(self._hass, view) for view in seen],
            "storage": to_json(runtime.coordinator.board.place.storage),
        }


def camera_facts(hass: HomeAssistant, view: CameraView) -> Message:
    """A camera as the panel shows it. Nothing that could open its stream."""
    setup = view.setup
    return {
        "camera_id": setup.camera_id,
        "name": setup.name,
        "position": setup.position,
        "entities": _entities(hass, view),
        "state": view.state.value,
        "live": view.live,
        "since": to_json(view.since),
        "trouble": view.trouble,
        "tamper": None if view.tampering is None else view.tampering.value,
        "scene": None if view.scene is None else view.scene.value,
        "night": view.night,
        "moving": view.motion is not None,
        "last_motion_at": to_json(view.last_motion_at),
        "last_clip_at": to_json(view.last_clip_at),
        "clips_today": view.clips_today,
        "detect": setup.detect,
        "record": setup.record.mode.value,
        "findings": to_json(view.findings),
        "coverage": to_json(view.coverage),
    }


def _entities(hass: HomeAssistant, view: CameraView) -> dict[str, str]:
    entities = er.async_get(hass)
    camera_id = view.setup.camera_id
    found = {name: entities.async_get_entity_id(domain, DOMAIN, f"{camera_id}_{key}") for name, domain, key in _PARTS}
    return {
        name: entity_id
        for name, entity_id in (found | {"camera": picture_entity(hass, view.setup)}).items()
        if entity_id
    }
