"""One camera's eyes: a `Watch` on whichever stream is watched, and the one motion that is going on.

Turns sightings (seconds of a stream) into motions (an id, wall-clock times, a still on disk), tells the recorder and
reports. Whatever happens to stream, settings or engine, a motion that started here also ends here. Called under the
camera's lock.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
import logging
from pathlib import Path
from typing import Literal
from uuid import uuid7

from .clock import Clock, wall_at
from .errors import StoreError
from .keeping.clip_store import ClipStore, still_path
from .keeping.recorder import Recorder
from .model import Motion, Packet, SceneState
from .reports import MotionReport, Report, SceneReport
from .seeing.trigger import Sighting
from .seeing.watch import Watch
from .settings import WatchSettings
from .source import Source

_LOG = logging.getLogger(__name__)
UPDATE_EVERY_S = 1.0
STILL_SETTLES_S = 2.0  # in this time whoever comes in at the edge is in the picture
# Latency is what this profile is paid for with wake-ups; the others are content with fewer.
BATCH_S = {"quick": 0.25, "balanced": 0.5, "economy": 1.0}


@dataclass(slots=True)
class _Open:
    """The motion going on."""

    motion: Motion
    last_seen: float  # monotonic
    reported: float


class CameraWatch:
    """Motion of one camera."""

    def __init__(
        self,
        camera_id: str,
        settings: WatchSettings,
        recorder: Recorder,
        report: Callable[[Report], None],
        clock: Clock,
    ) -> None:
        self._camera_id = camera_id
        self._settings = settings
        self._recorder = recorder
        self._store: ClipStore = recorder.store
        self._report = report
        self._clock = clock
        self._watch: Watch | None = None
        self._source: Source | None = None
        self._open: _Open | None = None
        self._scene: SceneState | None = None
        self._looks = self._corrupt = 0  # of watches that are closed

    @property
    def watching(self) -> Source | None:
        """The stream that is watched now."""
        return self._source

    @property
    def looks(self) -> int:
        """Pictures looked at since the start."""
        return self._looks + (self._watch.looks if self._watch else 0)

    @property
    def corrupt(self) -> int:
        """Damaged packets and pictures met by the decoder since the start."""
        return self._corrupt + (self._watch.corrupt if self._watch else 0)

    @property
    def profile(self) -> str:
        """The profile in use, or the one asked for while nothing is watched."""
        return self._watch.profile if self._watch else self._settings.profile

    @property
    def batch_s(self) -> float:
        """How long the watched stream may rest between two batches."""
        return BATCH_S.get(self.profile, BATCH_S["quick"])

    def attach(self, source: Source) -> None:
        """Watch this stream from now on, instead of any other."""
        self.detach()
        self._source = source
        self._watch = Watch(self._settings, source.codec, source.facts)

    def feed(self, packets: list[Packet]) -> None:
        """Look at a batch of the watched stream; an empty one lets time pass."""
        if self._watch is None or self._source is None:
            return
        for packet in packets:
            self._tell(self._watch.feed(packet))
        if not packets:
            self._tell(self._watch.rest(self._source.now_s()))
        if self._watch.scene is not self._scene:
            self._scene = self._watch.scene
            self._report(SceneReport(camera_id=self._camera_id, scene=self._scene, at=self._clock.utc_now()))

    def detach(self) -> None:
        """Watch nothing: the stream is gone, or the camera stops. Ends the motion going on."""
        if self._watch is not None:
            self._tell(self._watch.close())
            self._looks += self._watch.looks
            self._corrupt += self._watch.corrupt
        if self._open is not None:
            self._end(self._open, self._open.last_seen)
        self._watch = self._source = self._scene = None

    def _tell(self, sightings: list[Sighting]) -> None:
        for sighting in sightings:
            assert self._source is not None  # noqa: S101 - sightings come of a watched stream
            last_seen = self._source.clock.monotonic_of(sighting.last_seen_s)
            if sighting.phase == "start":
                if self._open is not None:
                    self._end(self._open, self._open.last_seen)
                self._start(sighting, self._source.clock.monotonic_of(sighting.started_s), last_seen)
            elif self._open is not None and sighting.phase == "update":
                self._update(self._open, sighting, last_seen)
            elif self._open is not None:
                self._open.motion = self._seen(self._open.motion, sighting, last_seen, "update")
                self._end(self._open, last_seen)

    def _start(self, sighting: Sighting, started: float, last_seen: float) -> None:
        event_id = str(uuid7())
        started_at = wall_at(self._clock, started)
        motion = Motion(
            event_id=event_id,
            camera_id=self._camera_id,
            phase="start",
            started_at=started_at,
            last_seen_at=started_at,
        )
        motion = self._with_still(motion, settled=False)
        motion = self._seen(motion, sighting, last_seen, "start")
        self._open = _Open(motion, last_seen, self._clock.monotonic_s())
        self._report(MotionReport(motion=motion))
        self._recorder.see_motion(event_id, started, last_seen, motion.still)

    def _update(self, current: _Open, sighting: Sighting, last_seen: float) -> None:
        current.motion = self._seen(current.motion, sighting, last_seen, "update")
        current.last_seen = max(last_seen, current.last_seen)
        shown_s = (current.motion.last_seen_at - current.motion.started_at).total_seconds()
        if not current.motion.still_settled and shown_s >= STILL_SETTLES_S:
            current.motion = self._with_still(current.motion, settled=True)
        self._recorder.see_motion(current.motion.event_id, last_seen, last_seen, current.motion.still)
        now_s = self._clock.monotonic_s()
        if now_s - current.reported >= UPDATE_EVERY_S:
            current.reported = now_s
            self._report(MotionReport(motion=current.motion))

    def _end(self, current: _Open, last_seen: float) -> None:
        self._open = None
        motion = self._with_still(current.motion, settled=True)
        ended_at = max(self._clock.utc_now(), motion.last_seen_at)
        self._report(MotionReport(motion=replace(motion, phase="end", ended_at=ended_at)))
        self._recorder.end_motion(motion.event_id, last_seen)

    def _seen(self, motion: Motion, sighting: Sighting, last_seen: float, phase: Literal["start", "update"]) -> Motion:
        last_seen_at: datetime = max(wall_at(self._clock, last_seen), motion.started_at)
        return replace(
            motion,
            phase=phase,
            last_seen_at=last_seen_at,
            score=round(max(sighting.look.score, motion.score), 3),
            boxes=sighting.look.boxes,
            zones=tuple(sorted({*motion.zones, *sighting.zones})),
            night=sighting.night,
            reason=sighting.look.reason,
        )

    def _with_still(self, motion: Motion, *, settled: bool) -> Motion:
        """The motion with its clearest picture so far on disk, or as it was when that cannot be."""
        relative = motion.still or still_path(self._camera_id, motion.started_at, motion.event_id)
        data = self._watch.still_jpeg() if self._watch else None
        if data is None or not self._write_still(relative, data):
            return replace(motion, still_settled=settled)
        return replace(motion, still=relative, still_at=self._clock.utc_now(), still_settled=settled)

    def _write_still(self, relative: str, data: bytes) -> bool:
        try:
            path: Path = self._store.inside(relative)
            path.parent.mkdir(parents=True, exist_ok=True)
            draft = path.with_suffix(".new")
            draft.write_bytes(data)
            draft.replace(path)
        except OSError, StoreError:
            _LOG.warning("a still could not be written")
            return False
        return True
