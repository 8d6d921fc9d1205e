"""What the panel asks over Home Assistant's own connection: the live tuning picture, replays, playable copies.

The picture and the replay show what a camera sees and are for administrators; watching a clip is for everybody who
may log in, as in the media browser.
"""

import asyncio
from collections.abc import Coroutine
from typing import Any, Final

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api import ActiveConnection
from homeassistant.core import HomeAssistant, callback
import probatio

from .const import DOMAIN, PLAYABLE_URL
from .engine_requests import EngineError, Step
from .lib.mat_than_engine.commands import Replay
from .lib.mat_than_engine.model import Clip
from .lib.mat_than_engine.reports import ReplayedClip, TuningLook
from .lib.mat_than_engine.settings import WatchSettings
from .lib.mat_than_engine.wire import WireError, read, to_json
from .playable import PlayableError
from .runtime import MatThanRuntime, loaded_runtime

MOST_REPLAYED: Final = 200

type Message = dict[str, Any]


@callback
def async_register_commands(hass: HomeAssistant) -> None:
    """Offer the commands; once in the life of Home Assistant."""
    for command in (handle_tuning, handle_replay, handle_playable):
        websocket_api.async_register_command(hass, command)


def _runtime(hass: HomeAssistant, connection: ActiveConnection, msg: Message) -> MatThanRuntime | None:
    """The loaded place; None when there is none, or no such camera in it, and the asker was told."""
    runtime = loaded_runtime(hass)
    if runtime is None:
        connection.send_error(msg["id"], websocket_api.ERR_NOT_FOUND, "not loaded")
        return None
    if "camera_id" in msg and msg["camera_id"] not in runtime.coordinator.views:
        connection.send_error(msg["id"], websocket_api.ERR_NOT_FOUND, "no such camera")
        return None
    return runtime


@callback
@websocket_api.require_admin
@websocket_api.websocket_command(
    {probatio.Required("type"): "mat_than/tuning/subscribe", probatio.Required("camera_id"): str}
)
def handle_tuning(hass: HomeAssistant, connection: ActiveConnection, msg: Message) -> None:
    """An event for each look of a camera's detector, until the subscription ends."""
    runtime = _runtime(hass, connection, msg)
    if runtime is None:
        return

    @callback
    def hear(look: TuningLook) -> None:
        connection.send_event(msg["id"], to_json(look))

    connection.subscriptions[msg["id"]] = runtime.coordinator.tuning.look(msg["camera_id"], hear)
    connection.send_result(msg["id"])


@callback
@websocket_api.require_admin
@websocket_api.websocket_command(
    {
        probatio.Required("type"): "mat_than/replay",
        probatio.Required("clip_ids"): probatio.All([str], probatio.Length(min=1, max=MOST_REPLAYED)),
        probatio.Required("watch"): dict,
    }
)
def handle_replay(hass: HomeAssistant, connection: ActiveConnection, msg: Message) -> None:
    """An event for each clip as the detector sees it under other settings; `last` on the last."""
    runtime = _runtime(hass, connection, msg)
    if runtime is None:
        return
    try:
        watch = read(WatchSettings, msg["watch"])
    except WireError as err:
        connection.send_error(msg["id"], websocket_api.ERR_INVALID_FORMAT, str(err))
        return
    _run(hass, connection, msg, _async_replay(runtime, connection, msg, watch))


@callback
@websocket_api.websocket_command({probatio.Required("type"): "mat_than/playable", probatio.Required("clip_id"): str})
def handle_playable(hass: HomeAssistant, connection: ActiveConnection, msg: Message) -> None:
    """Events with `share` while an H.264 copy is made, then one with its `url`."""
    runtime = _runtime(hass, connection, msg)
    if runtime is not None:
        _run(hass, connection, msg, _async_playable(runtime, connection, msg))


def _run(hass: HomeAssistant, connection: ActiveConnection, msg: Message, work: Coroutine[Any, Any, None]) -> None:
    """Do it for as long as the asker listens."""
    connection.send_result(msg["id"])
    task = hass.async_create_background_task(work, f"{DOMAIN} {msg['type']}")

    @callback
    def stop() -> None:
        task.cancel()

    connection.subscriptions[msg["id"]] = stop


async def _async_replay(
    runtime: MatThanRuntime, connection: ActiveConnection, msg: Message, watch: WatchSettings
) -> None:
    found = await asyncio.gather(*(runtime.archive.async_get(clip_id) for clip_id in msg["clip_ids"]))
    clips: dict[str, Clip] = {clip.path: clip for clip in found if clip is not None}

    @callback
    def hear(step: Step) -> None:
        if isinstance(step, ReplayedClip):
            event = to_json(step)
            clip = clips.get(step.clip)
            named = {"clip_id": clip.clip_id if clip else None}
            connection.send_event(msg["id"], (event if isinstance(event, dict) else {}) | named)
        else:
            connection.send_event(msg["id"], {"share": step.share})

    if not clips:
        connection.send_event(msg["id"], {"last": True, "error": "missing"})
        return
    try:
        await runtime.coordinator.host.async_replay(Replay(request_id="", clips=tuple(clips), watch=watch), hear)
    except EngineError:
        connection.send_event(msg["id"], {"last": True, "error": "engine"})


async def _async_playable(runtime: MatThanRuntime, connection: ActiveConnection, msg: Message) -> None:
    clip = await runtime.archive.async_get(msg["clip_id"])
    if clip is None:
        connection.send_event(msg["id"], {"error": "clip_gone"})
        return
    try:
        await runtime.playable.async_path(clip, lambda share: connection.send_event(msg["id"], {"share": share}))
    except PlayableError as err:
        connection.send_event(msg["id"], {"error": err.key})
        return
    connection.send_event(msg["id"], {"url": PLAYABLE_URL.format(clip_id=clip.clip_id)})
