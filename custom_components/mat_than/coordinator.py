"""The last known state of every camera, and the only writer of what entities show.

Reports come from the engine host; what they change is written into one `CameraView` per camera and the entities
of that camera are told. Motions and clips go on to the door, which alone decides whether they may leave the home.
Commands go the other way: the cameras as their owner set them up become one `Configure` for the engine.
"""

import asyncio
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
import logging
from typing import Final

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.event import async_track_time_change
from homeassistant.util import dt as dt_util

from .camera_setup import CameraSetup, camera_setups
from .camera_view import CameraView
from .clips import ClipArchive
from .const import (
    CONF_RETENTION_DAYS,
    CONF_RETENTION_GB,
    DEFAULT_RETENTION_DAYS,
    DEFAULT_RETENTION_GB,
)
from .engine_host import EngineHost, EngineProgram
from .issues import (
    async_clear_source_issue,
    async_clear_storage_issue,
    async_set_source_issue,
    async_set_storage_issue,
)
from .lib.mat_than_engine.commands import Configure
from .lib.mat_than_engine.model import CameraState, Cause, Clip, Motion
from .lib.mat_than_engine.reports import (
    CameraFigures,
    CameraStatus,
    ClipLost,
    ClipSaved,
    MotionReport,
    Report,
    SceneReport,
)
from .lib.mat_than_engine.settings import CameraSettings, RetentionSettings
from .sharing.door import Door
from .source_entity import SourceGoneError, SourceWatch, async_entity_address

_LOGGER = logging.getLogger(__name__)

ASK_SOURCE_AGAIN_S: Final = 60  # an address from another integration may have changed when the stream is gone

type Unsubscribe = Callable[[], None]


class MatThanCoordinator:
    """All cameras of the place."""

    def __init__(
        self,
        hass: HomeAssistant,
        entry: ConfigEntry,
        program: EngineProgram,
        archive: ClipArchive,
    ) -> None:
        self._hass = hass
        self._entry = entry
        self._archive = archive
        self._door: Door | None = None
        self.host = EngineHost(hass, program, self._on_report, self._on_alive)
        self.views: dict[str, CameraView] = {}
        self._on_change: defaultdict[str, list[Callable[[], None]]] = defaultdict(list)
        self._on_happening: defaultdict[str, list[Callable[[Motion | Clip], None]]] = defaultdict(list)
        self._on_added: defaultdict[str, list[Callable[[str], None]]] = defaultdict(list)
        self._known: frozenset[str] = frozenset(entry.subentries)
        self._watch = SourceWatch(hass, self._schedule_configure)
        self._configuring = asyncio.Lock()
        self._asked_source_at = 0.0
        self._stop_midnight: Unsubscribe | None = None

    # -- life

    async def async_start(self, door: Door) -> None:
        """Read what is known of the cameras and start the engine; cameras come alive later."""
        self._door = door
        for setup in camera_setups(self._entry).values():
            self.views[setup.camera_id] = await self._async_first_view(setup)
        self._stop_midnight = async_track_time_change(self._hass, self._on_midnight, hour=0, minute=0, second=0)
        await self._async_configure()
        await self.host.async_start()

    async def async_stop(self) -> None:
        """End the engine; nothing is written to an entity any more."""
        self._watch.stop()
        if self._stop_midnight is not None:
            self._stop_midnight()
            self._stop_midnight = None
        await self.host.async_stop()

    async def async_subentries_changed(self) -> None:
        """Cameras or hubs were added, changed or removed; those that were not go on undisturbed."""
        setups = camera_setups(self._entry)
        for camera_id in self.views.keys() - setups.keys():
            del self.views[camera_id]
            async_clear_source_issue(self._hass, camera_id)
        for camera_id, setup in setups.items():
            if camera_id not in self.views:
                self.views[camera_id] = await self._async_first_view(setup)
        for camera_id, view in list(self.views.items()):
            if view.setup != setups[camera_id]:
                self._put(replace(view, setup=setups[camera_id]))
        before, self._known = self._known, frozenset(self._entry.subentries)
        for subentry_id in self._known - before:
            for tell in self._on_added[self._entry.subentries[subentry_id].subentry_type]:
                tell(subentry_id)
        await self._async_configure()

    # -- listening

    @callback
    def async_listen(self, camera_id: str, changed: Callable[[], None]) -> Unsubscribe:
        """Be told when what is known of a camera changed."""
        return _subscribe(self._on_change[camera_id], changed)

    @callback
    def async_listen_happenings(self, camera_id: str, happened: Callable[[Motion | Clip], None]) -> Unsubscribe:
        """Be told of each start and end of a motion and of each saved clip, once."""
        return _subscribe(self._on_happening[camera_id], happened)

    @callback
    def async_listen_added(self, kind: str, added: Callable[[str], None]) -> Unsubscribe:
        """Be told the ids of subentries of a kind that are added later."""
        return _subscribe(self._on_added[kind], added)

    # -- what the engine says

    @callback
    def _on_alive(self, alive: bool) -> None:
        """The engine came or went; without it nothing is known, so no motion stays on."""
        now = dt_util.utcnow()
        for view in list(self.views.values()):
            self._set_state(replace(view, state=CameraState.CONNECTING, cause=None, motion=None), now)

    @callback
    def _on_report(self, report: Report) -> None:
        match report:
            case CameraStatus():
                self._on_status(report)
            case MotionReport():
                self._on_motion(report.motion)
            case ClipSaved():
                self._on_clip(report.clip)
            case ClipLost():
                self._on_clip_lost(report)
            case SceneReport() if view := self.views.get(report.camera_id):
                self._put(replace(view, scene=report.scene))
            case CameraFigures() if view := self.views.get(report.camera_id):
                self._put(replace(view, figures=report))
            case _:
                _LOGGER.debug("A report of a camera that is no longer there")

    def _on_status(self, status: CameraStatus) -> None:
        view = self.views.get(status.camera_id)
        if view is None:
            return
        live = status.state is CameraState.LIVE
        # While it tries again, the cause of the last failure stays: the owner still has to act on it.
        cause = status.cause or (view.cause if status.state is CameraState.CONNECTING else None)
        changed = replace(
            view,
            state=status.state,
            cause=cause,
            motion=view.motion if live else None,
            main=status.main or view.main,
            sub=status.sub or view.sub,
        )
        self._set_state(changed, dt_util.utcnow())
        if status.cause is not None and view.setup.from_entity:
            self._ask_source_again()
        elif status.cause is Cause.CREDENTIALS:
            self._entry.async_start_reauth(self._hass, data={"camera_id": status.camera_id})

    def _on_motion(self, motion: Motion) -> None:
        view = self.views.get(motion.camera_id)
        if view is None:
            return
        changed = replace(view, motion=None if motion.phase == "end" else motion)
        # A motion that goes on is told every second; the time of the last one is its start, then its end.
        if motion.phase == "start":
            changed = replace(changed, last_motion_at=motion.started_at)
        elif motion.phase == "end":
            changed = replace(changed, last_motion_at=motion.ended_at or motion.last_seen_at)
        if motion.still is not None and motion.still_at != view.still_at:
            changed = replace(changed, still=motion.still, still_at=motion.still_at)
        self._put(changed)
        if motion.phase != "update":
            self._tell_happening(motion.camera_id, motion)
        if self._door is not None:
            self._door.offer_motion(motion)

    def _on_clip(self, clip: Clip) -> None:
        view = self.views.get(clip.camera_id)
        if view is None:
            return
        async_clear_storage_issue(self._hass)
        self._put(replace(view, clips_today=view.clips_today + 1))
        self._tell_happening(clip.camera_id, clip)
        if self._door is not None:
            self._door.offer_clip(clip)

    def _on_clip_lost(self, lost: ClipLost) -> None:
        view = self.views.get(lost.camera_id)
        if view is None:
            return
        _LOGGER.warning("A clip of %s was not kept: %s", view.setup.name, lost.reason)
        self._put(replace(view, clips_lost=view.clips_lost + 1))
        if lost.reason in ("disk_full", "disk_error"):
            trouble = f"storage_{lost.reason}"
            async_set_storage_issue(self._hass, self._entry.entry_id, self._archive.storage, trouble)

    # -- writing

    def _set_state(self, view: CameraView, now: datetime) -> None:
        """Write a view whose connection may have changed; log once down, once up."""
        camera_id = view.setup.camera_id
        was_live = self.views[camera_id].live
        if was_live != view.live:
            view = replace(view, since=now)
            if view.live:
                _LOGGER.info("Camera %s is live", view.setup.name)
            elif not self._hass.is_stopping:
                _LOGGER.info("Camera %s is not live: %s", view.setup.name, view.trouble or "engine")
        self._put(view)
        if was_live != view.live and self._door is not None:
            self._door.camera_health(camera_id, view.live, view.since)

    def _put(self, view: CameraView) -> None:
        camera_id = view.setup.camera_id
        if self.views.get(camera_id) == view:
            return
        self.views[camera_id] = view
        for tell in list(self._on_change[camera_id]):
            tell()

    def _tell_happening(self, camera_id: str, happening: Motion | Clip) -> None:
        for tell in list(self._on_happening[camera_id]):
            tell(happening)

    @callback
    def _on_midnight(self, _now: datetime) -> None:
        for view in list(self.views.values()):
            self._put(replace(view, clips_today=0))

    async def _async_first_view(self, setup: CameraSetup) -> CameraView:
        """What the clips on disk tell of a camera before the engine says anything."""
        midnight = dt_util.as_utc(dt_util.start_of_local_day())
        newest = await self._archive.async_newest(setup.camera_id)
        return CameraView(
            setup=setup,
            since=dt_util.utcnow(),
            last_motion_at=newest.started_at if newest else None,
            still=newest.still if newest else None,
            still_at=newest.started_at if newest and newest.still else None,
            clips_today=await self._archive.async_count(setup.camera_id, midnight),
        )

    # -- what the engine is told

    @callback
    def _schedule_configure(self) -> None:
        self._entry.async_create_background_task(self._hass, self._async_configure(), "mat_than configure")

    def _ask_source_again(self) -> None:
        now = self._hass.loop.time()
        if now - self._asked_source_at > ASK_SOURCE_AGAIN_S:
            self._asked_source_at = now
            self._schedule_configure()

    async def _async_configure(self) -> None:
        async with self._configuring:
            self._watch.watch(
                frozenset(v.setup.entity_registry_id for v in self.views.values() if v.setup.entity_registry_id)
            )
            cameras = [await self._async_settings(view.setup) for view in list(self.views.values())]
            options = self._entry.options
            await self.host.async_configure(
                Configure(
                    storage=str(self._archive.storage),
                    cameras=tuple(camera for camera in cameras if camera is not None),
                    retention=RetentionSettings(
                        days=float(options.get(CONF_RETENTION_DAYS, DEFAULT_RETENTION_DAYS)),
                        gigabytes=float(options.get(CONF_RETENTION_GB, DEFAULT_RETENTION_GB)),
                    ),
                )
            )

    async def _async_settings(self, setup: CameraSetup) -> CameraSettings | None:
        """The camera as the engine needs it, None while its address is not known."""
        if setup.entity_registry_id is None:
            main, sub = setup.own_addresses()
            return setup.settings(main, sub) if main else None
        try:
            address = await async_entity_address(self._hass, setup.entity_registry_id)
        except SourceGoneError:
            address = None
            async_set_source_issue(self._hass, setup)
        else:
            async_clear_source_issue(self._hass, setup.camera_id)
        view = self.views.get(setup.camera_id)
        if view is not None and view.source_missing == (address is not None):
            missing = address is None
            state = CameraState.RETRYING if missing else CameraState.CONNECTING
            self._set_state(replace(view, source_missing=missing, state=state, motion=None), dt_util.utcnow())
        return setup.settings(address, None) if address else None


def _subscribe[**P](listeners: list[Callable[P, None]], listener: Callable[P, None]) -> Unsubscribe:
    listeners.append(listener)

    def unsubscribe() -> None:
        if listener in listeners:
            listeners.remove(listener)

    return unsubscribe
