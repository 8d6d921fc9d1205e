"""The one motion of a camera that is going on: an id, wall-clock times, stills on disk, and who is told.

`camera_watch` brings sightings and looks on the monotonic clock; from here they go to the recorder and, as reports, to
Home Assistant. A motion that started here ends here, at the latest when `overdue` says so: then the stream's own time
stands still, or nothing of it can be decoded any more.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
import logging
from pathlib import Path
from typing import Literal
from uuid import uuid7

from .clock import Clock, wall_at
from .errors import StoreError
from .keeping.clip_store import still_path
from .keeping.recorder import Recorder
from .model import Box, Look, Motion
from .reports import MotionReport, Report
from .seeing.trigger import STARTS_AT, Sighting
from .settings import WatchSettings

_LOG = logging.getLogger(__name__)
UPDATE_EVERY_S = 1.0
STILL_SETTLES_S = 1.0  # in this time whoever comes in at the edge is in the picture
EDGE = 0.01  # of the picture: a box this near to its border may go on beyond it
# Between two looks of a motion lie at most ten seconds of the stream; who is silent for longer does not come back.
OVERDUE_S = 12.0
MOST_SCORES = 300

type Picture = Callable[[], bytes | None] | None
"""Makes the JPEG of the clearest picture so far; None where there is none."""


@dataclass(slots=True)
class _Open:
    """The motion going on. Times are monotonic."""

    motion: Motion
    started: float
    opened: float
    last_seen: float
    proven: float  # when something last showed that it goes on
    reported: float
    scores: list[float] = field(default_factory=list)


class CameraMotion:
    """The motion of one camera."""

    def __init__(self, camera_id: str, recorder: Recorder, report: Callable[[Report], None], clock: Clock) -> None:
        self._camera_id = camera_id
        self._recorder = recorder
        self._report = report
        self._clock = clock
        self._open: _Open | None = None

    @property
    def on(self) -> bool:
        """Whether a motion is going on."""
        return self._open is not None

    def start(self, sighting: Sighting, started: float, last_seen: float, picture: Picture) -> None:
        """A motion begins, and ends the one before it."""
        self.end()
        event_id = str(uuid7())
        started_at = wall_at(self._clock, started)
        motion = Motion(
            event_id=event_id,
            camera_id=self._camera_id,
            phase="start",
            started_at=started_at,
            last_seen_at=started_at,
        )
        motion = self._with_still(motion, picture, settled=_is_whole(sighting.look.boxes))
        motion = self._seen(motion, sighting, last_seen, "start")
        now = self._clock.monotonic_s()
        self._open = _Open(motion, started, now, last_seen, proven=now, reported=now)
        self._report(MotionReport(motion=motion))
        self._recorder.see_motion(event_id, started, last_seen, motion.still)

    def update(self, sighting: Sighting, last_seen: float, picture: Picture) -> None:
        """The motion goes on."""
        current = self._open
        if current is None:
            return
        current.motion = self._seen(current.motion, sighting, last_seen, "update")
        current.last_seen = max(last_seen, current.last_seen)
        current.proven = self._clock.monotonic_s()
        self._settle(current, picture, sighting.look)
        self._recorder.see_motion(current.motion.event_id, last_seen, last_seen, current.motion.still)
        if current.proven - current.reported >= UPDATE_EVERY_S:
            self._tell(current)

    def look(self, look: Look, at: float, picture: Picture) -> None:
        """A look while the motion goes on, or the same again while time passes: its score, and a better still."""
        current = self._open
        if current is None:
            return
        second = int(at - current.started)
        if look.score >= STARTS_AT and 0 <= second < MOST_SCORES:
            current.scores += [0.0] * (second + 1 - len(current.scores))
            current.scores[second] = max(current.scores[second], round(look.score, 2))
        if not current.motion.still_settled and self._settle(current, picture, look):
            self._tell(current)

    def end(self, sighting: Sighting | None = None, last_seen: float | None = None, picture: Picture = None) -> None:
        """The motion ends, with its last sighting or without one."""
        current = self._open
        if current is None:
            return
        self._open = None
        motion = current.motion
        if sighting is not None and last_seen is not None:
            motion = self._seen(motion, sighting, last_seen, "update")
            current.last_seen = last_seen
        motion = self._with_still(motion, picture, settled=True)
        ended_at = max(self._clock.utc_now(), motion.last_seen_at)
        over = replace(motion, phase="end", ended_at=ended_at, scores=tuple(current.scores))
        self._report(MotionReport(motion=over))
        self._recorder.end_motion(motion.event_id, current.last_seen)

    def overdue(self, settings: WatchSettings) -> bool:
        """Whether the motion should have been ended by now, whatever the stream's own time says."""
        if self._open is None:
            return False
        now = self._clock.monotonic_s()
        silent_s, whole_s = now - self._open.proven, now - self._open.opened
        return silent_s > settings.quiet_s + OVERDUE_S or whole_s > settings.longest_s + OVERDUE_S

    def _settle(self, current: _Open, picture: Picture, look: Look) -> bool:
        """Take the clearest picture so far for the motion's still, once whoever moves is in it."""
        shown_s = self._clock.monotonic_s() - current.opened
        whole = look.score >= STARTS_AT and _is_whole(look.boxes)
        if current.motion.still_settled or not (whole or shown_s >= STILL_SETTLES_S):
            return False
        current.motion = self._with_still(current.motion, picture, settled=True)
        return True

    def _tell(self, current: _Open) -> None:
        current.reported = self._clock.monotonic_s()
        current.motion = replace(current.motion, phase="update")
        self._report(MotionReport(motion=current.motion))

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

    def _with_still(self, motion: Motion, picture: Picture, *, settled: bool) -> Motion:
        """The motion with its clearest picture so far on disk, or as it was when that cannot be."""
        relative = motion.still or still_path(self._camera_id, motion.started_at, motion.event_id)
        data = picture() if picture is not None else None
        if data is None or not self._write_still(relative, data):
            return replace(motion, still_settled=settled)
        return replace(motion, still=relative, still_at=self._clock.utc_now(), still_settled=settled)

    def _write_still(self, relative: str, data: bytes) -> bool:
        try:
            path: Path = self._recorder.store.inside(relative)
            path.parent.mkdir(parents=True, exist_ok=True)
            draft = path.with_suffix(".new")
            draft.write_bytes(data)
            draft.replace(path)
        except OSError, StoreError:
            _LOG.warning("a still could not be written")
            return False
        return True


def _is_whole(boxes: tuple[Box, ...]) -> bool:
    """Whether all that moves lies within the picture: nobody is half in it."""
    return bool(boxes) and all(
        x > EDGE and y > EDGE and x + width < 1 - EDGE and y + height < 1 - EDGE for x, y, width, height in boxes
    )
