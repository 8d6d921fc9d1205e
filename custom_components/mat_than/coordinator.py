"""From what the engine reports to what is known: the only writer of the views that entities show.

Reports come from the engine host; what they change is written on the board, one `CameraView` per camera and one
`PlaceView`, and the entities are told. Motions and clips go on to the door, which alone decides whether they may
leave the home. What the engine is told in return is the arrangement's business.
"""

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import replace
from datetime import datetime
import logging
from typing import Any

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.event import async_track_time_change
from homeassistant.util import dt as dt_util

from .arrangement import Arrangement
from .camera_setup import CameraSetup, camera_setups
from .camera_view import CameraView, night_after
from .clips import ClipArchive
from .const import CONF_WARN_DAYS, DEFAULT_WARN_DAYS
from .engine_host import EngineHost
from .engine_process import EngineProgram
from .engine_requests import EngineError
from .issues import (
    GapAlarm,
    async_clear_camera_issues,
    async_clear_storage_issue,
    async_judge_advice,
    async_judge_quarantine,
    async_judge_storage,
    async_set_storage_issue,
)
from .lib.mat_than_engine.commands import OwnSensor
from .lib.mat_than_engine.keeping.clip_reader import Latest
from .lib.mat_than_engine.model import CameraState, Cause, Clip, Motion
from .lib.mat_than_engine.reports import (
    Advice,
    CameraFigures,
    CameraStatus,
    ClipLost,
    ClipSaved,
    ClipsDeleted,
    Coverage,
    MotionReport,
    Report,
    SceneReport,
    StorageFigures,
    TuningLook,
)
from .own_sensors import OwnSensors
from .sharing.door import Door
from .signing_key import async_signing_seed, fingerprint
from .tuning import Tuning
from .view_board import Unsubscribe, ViewBoard

_LOGGER = logging.getLogger(__name__)


class MatThanCoordinator:
    """All cameras of the place."""

    def __init__(
        self,
        hass: HomeAssistant,
        entry: ConfigEntry[Any],
        program: EngineProgram,
        archive: ClipArchive,
    ) -> None:
        self._hass = hass
        self._entry = entry
        self._archive = archive
        self._door: Door | None = None
        self._seed = ""
        self.on_clips_deleted: Callable[[Iterable[str]], Coroutine[Any, Any, None]] | None = None
        self.board = ViewBoard()
        self.host = EngineHost(hass, program, self._on_report, self._on_alive)
        self.tuning = Tuning(hass, self.host)
        self._arrangement = Arrangement(hass, entry, str(archive.storage), self.host, self.board)
        self._own_sensors = OwnSensors(hass, self._tell_own_sensor)
        self._gaps = GapAlarm(hass)
        self._known: frozenset[str] = frozenset(entry.subentries)
        self._changing = asyncio.Lock()  # several cameras may be added at once
        self._stop_midnight: Unsubscribe | None = None

    @property
    def views(self) -> dict[str, CameraView]:
        """What is known of each camera, by its id."""
        return self.board.views

    # -- life

    async def async_prepare(self) -> None:
        """Read what is known of the cameras, and the key of this home."""
        first_views = self._async_first_views(camera_setups(self._entry).values())
        self._seed, _ = await asyncio.gather(async_signing_seed(self._hass), first_views)
        self.board.put_place(replace(self.board.place, fingerprint=fingerprint(self._seed)))

    async def async_start(self, door: Door) -> None:
        """Start the engine, once prepared; cameras come alive later."""
        self._door = door
        self._stop_midnight = async_track_time_change(self._hass, self._on_midnight, hour=0, minute=0, second=0)
        self._arrangement.start(self._seed, self._on_source)
        self._own_sensors.follow(view.setup for view in self.board)
        await self._arrangement.async_tell_engine()
        await self.host.async_start()

    async def async_stop(self) -> None:
        """End the engine; nothing is written to an entity any more."""
        self._own_sensors.stop()
        self._arrangement.stop()
        self.tuning.stop()
        if self._stop_midnight is not None:
            self._stop_midnight()
            self._stop_midnight = None
        await self.host.async_stop()

    async def async_subentries_changed(self) -> None:
        """Cameras or hubs were added, changed or removed; those that were not go on undisturbed."""
        async with self._changing:
            setups = camera_setups(self._entry)
            before, self._known = self._known, frozenset(self._entry.subentries)
            for camera_id in self.views.keys() - setups.keys():
                del self.views[camera_id]
                async_clear_camera_issues(self._hass, camera_id)
            for camera_id in self.views.keys() & setups.keys():  # at once: who saved settings reads them again
                self.board.change(camera_id, setup=setups[camera_id])
            if new := [setup for camera_id, setup in setups.items() if camera_id not in self.views]:
                await self._async_first_views(new)
            for subentry_id in self._known - before:
                if (subentry := self._entry.subentries.get(subentry_id)) is not None:
                    self.board.tell_added(subentry.subentry_type, subentry_id)
            self._own_sensors.follow(setups.values())
        await self._arrangement.async_tell_engine()

    # -- what the engine says

    @callback
    def _on_alive(self, alive: bool) -> None:
        """The engine came or went; without it nothing is known, so no motion stays on."""
        now = dt_util.utcnow()
        for view in self.board:
            self._set_state(replace(view, state=CameraState.CONNECTING, cause=None, motion=None), now)
        self.board.tell_place()
        if alive:
            self._own_sensors.tell_all()

    @callback
    def _on_report(self, report: Report) -> None:  # one case a report
        match report:
            case CameraStatus():
                self._on_status(report)
            case MotionReport():
                self._on_motion(report.motion)
            case ClipSaved():
                self._on_clip(report.clip)
            case ClipLost():
                self._on_clip_lost(report)
            case ClipsDeleted():
                self._on_clips_deleted(report)
            case SceneReport() if view := self.views.get(report.camera_id):
                night = night_after(report.scene, view.night)
                self.board.put(replace(view, scene=report.scene, night=night))
            case CameraFigures():
                self.board.change(report.camera_id, figures=report)
            case Advice() if view := self.views.get(report.camera_id):
                self.board.put(replace(view, findings=report.findings))
                async_judge_advice(self._hass, view.setup, report.findings)
            case Coverage() if view := self.views.get(report.camera_id):
                self.board.put(replace(view, coverage=report))
                self._gaps.judge(view.setup, report)
            case StorageFigures():
                self._on_storage(report)
            case TuningLook():
                self.tuning.deliver(report)
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
        if live or status.cause is not None:
            async_judge_quarantine(self._hass, view.setup, crashed=status.cause is Cause.CRASHED)
        if status.cause is not None and view.setup.from_entity:
            self._arrangement.ask_source_again()
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
        self.board.put(changed)
        if motion.phase != "update":
            self.board.tell_happening(motion.camera_id, motion)
        if self._door is not None:
            self._door.offer_motion(motion)

    def _on_clip(self, clip: Clip) -> None:
        view = self.views.get(clip.camera_id)
        if view is None:
            return
        async_clear_storage_issue(self._hass)
        if clip.kind == "continuous":  # one a minute: no happening, and no clip that somebody counts
            return
        self.board.put(replace(view, clips_today=view.clips_today + 1, last_clip_at=clip.started_at))
        self.board.tell_happening(clip.camera_id, clip)
        if self._door is not None:
            self._door.offer_clip(clip)

    def _on_clip_lost(self, lost: ClipLost) -> None:
        view = self.views.get(lost.camera_id)
        if view is None:
            return
        _LOGGER.warning("A clip of %s was not kept: %s", view.setup.name, lost.reason)
        self.board.put(replace(view, clips_lost=view.clips_lost + 1))
        if lost.reason in ("disk_full", "disk_error"):
            trouble = f"storage_{lost.reason}"
            async_set_storage_issue(self._hass, self._entry.entry_id, self._archive.storage, trouble)

    def _on_clips_deleted(self, deleted: ClipsDeleted) -> None:
        """Nothing made of these clips stays; only what the owner deleted can be of today, and is counted anew."""
        name = "mat_than clips deleted"
        if self.on_clips_deleted is not None:
            self._entry.async_create_background_task(self._hass, self.on_clips_deleted(deleted.clip_ids), name)
        if deleted.reason == "owner" and deleted.camera_id in self.views:
            self._entry.async_create_background_task(self._hass, self._async_count(deleted.camera_id), name)

    def _on_storage(self, figures: StorageFigures) -> None:
        self.board.put_place(replace(self.board.place, storage=figures))
        warn_days = float(self._entry.options.get(CONF_WARN_DAYS, DEFAULT_WARN_DAYS))
        async_judge_storage(self._hass, self._entry.entry_id, self._archive.storage, figures, warn_days)

    # -- writing

    @callback
    def _on_source(self, view: CameraView, missing: bool) -> None:
        """The integration that added a camera tells its address no more, or again."""
        state = CameraState.RETRYING if missing else CameraState.CONNECTING
        self._set_state(replace(view, source_missing=missing, state=state, motion=None), dt_util.utcnow())

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
        self.board.put(view)
        if was_live != view.live and self._door is not None:
            self._door.camera_health(camera_id, view.live, view.since)

    @callback
    def _tell_own_sensor(self, changed: OwnSensor) -> None:
        name = "mat_than own sensor"
        self._entry.async_create_background_task(self._hass, self._async_tell_own_sensor(changed), name)

    async def _async_tell_own_sensor(self, changed: OwnSensor) -> None:
        try:
            await self.host.async_tell(changed)
        except EngineError:
            return  # the next engine is told all of them on its start

    @callback
    def _on_midnight(self, _now: datetime) -> None:
        for view in self.board:
            self.board.put(replace(view, clips_today=0, coverage=None))

    async def _async_count(self, camera_id: str) -> None:
        latest = (await self._archive.async_latest([camera_id], _midnight()))[camera_id]
        newest = latest.newest
        self.board.change(camera_id, clips_today=latest.count, last_clip_at=newest.started_at if newest else None)

    async def _async_first_views(self, setups: Iterable[CameraSetup]) -> None:
        """What the clips on disk tell of these cameras before the engine says anything; asked for in one go."""
        wanted = {setup.camera_id: setup for setup in setups}
        latest = await self._archive.async_latest(wanted, _midnight())
        for camera_id, setup in wanted.items():
            self.board.put(_first_view(setup, latest[camera_id]))


def _first_view(setup: CameraSetup, latest: Latest) -> CameraView:
    newest = latest.newest
    return CameraView(
        setup=setup,
        since=dt_util.utcnow(),
        last_motion_at=newest.started_at if newest else None,
        still=newest.still if newest else None,
        still_at=newest.started_at if newest and newest.still else None,
        last_clip_at=newest.started_at if newest else None,
        clips_today=latest.count,
    )


def _midnight() -> datetime:
    return dt_util.as_utc(dt_util.start_of_local_day())
