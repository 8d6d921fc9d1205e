"""Decides what of a camera's main stream becomes a clip.

Fed with every packet and with what the detector says. A motion opens a recording that begins at the key frame
before `pre_roll_s`; further motions join it; it closes `post_roll_s` after motion was last seen, or, when it grows
too long, at a key frame, where the next one begins. The finished recording goes to the `keeper`. Called under the
camera's lock; moments are of the monotonic clock, as two streams have two clocks.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
import logging
from typing import Literal
from uuid import uuid7

from ..clock import Clock, wall_at
from ..errors import DiskError, StoreError
from ..model import Packet, StreamFacts
from ..reports import ClipLost
from ..settings import RecordSettings
from ..source import Unit
from ..stream_time import StreamClock
from .clip_store import Begun, ClipStore, clip_path
from .keeper import Ending, Finished, Keeper
from .preroll import PreRoll
from .recording import Recording, Template

_LOG = logging.getLogger(__name__)
LATE_S = 8.0  # motion is known this much after it began, at worst: a confirmed look, a batch, the other stream's delay


@dataclass(slots=True)
class MainStream:
    """The open main stream: what a recording is made of, and its clock."""

    template: Template
    clock: StreamClock
    facts: Callable[[], StreamFacts]


@dataclass(slots=True)
class _Event:
    """A motion that is on, or was and belongs into the recording going on."""

    event_id: str
    started: float  # monotonic
    last_seen: float
    still: str | None
    over: bool = False
    kept: bool = False  # whether some recording holds it


@dataclass(slots=True)
class _Current:
    recording: Recording
    begun: Begun


class Recorder:
    """The clips of one camera."""

    def __init__(self, camera_id: str, settings: RecordSettings, keeper: Keeper, clock: Clock) -> None:
        self._camera_id = camera_id
        self._settings = settings
        self._keeper = keeper
        self.store: ClipStore = keeper.store
        self._clock = clock
        self._main: MainStream | None = None
        self._events: dict[str, _Event] = {}
        self._current: _Current | None = None
        self._failed = False  # the disk refused; not tried again before the next motion
        self.preroll = PreRoll(settings.pre_roll_s + LATE_S)

    @property
    def recording(self) -> bool:
        """Whether a clip is being written."""
        return self._current is not None

    def open_stream(self, main: MainStream) -> None:
        """The main stream is there."""
        self._main = main

    def lose_stream(self) -> None:
        """The main stream is gone: what was recorded is a clip, and the ring is of no use any more."""
        self._finish()
        self.preroll.clear()
        self._main = None

    def receive(self, unit: Unit) -> None:
        """A packet of the main stream."""
        if not self._settings.on_motion:
            return
        self.preroll.add(unit)
        if self._current is None:
            if isinstance(unit, Packet) and unit.key and self._waiting:
                self._begin()
            return
        if isinstance(unit, Packet):
            if unit.time_s >= self._deadline_s():
                self._finish()
                return
            if unit.key and unit.time_s - (self._current.recording.first_s or 0.0) >= self._settings.longest_clip_s:
                self._finish(going_on=True)
                self._begin(from_s=unit.time_s)
                return
        self._write([unit])

    def see_motion(self, event_id: str, started: float, last_seen: float, still: str | None) -> None:
        """A motion started, or goes on."""
        if not self._settings.on_motion:
            return
        event = self._events.get(event_id)
        if event is not None:
            event.last_seen = max(event.last_seen, last_seen)
            return
        self._failed = False
        self._events[event_id] = _Event(event_id, started, last_seen, still)
        if self._current is None:
            self._begin()
        else:
            self._join(self._current, self._events[event_id])

    def end_motion(self, event_id: str, last_seen: float) -> None:
        """A motion is over; its recording goes on until the post-roll is in."""
        event = self._events.get(event_id)
        if event is None:
            return
        event.last_seen = max(event.last_seen, last_seen)
        event.over = True
        if self._current is None:
            if not event.kept and not self._failed:
                self._lost(event.started, "camera_gone" if self._main is None else "no_key_frame")
            del self._events[event_id]

    def close(self) -> None:
        """The camera stops: finish what is being written."""
        self._finish()
        self._main = None

    @property
    def _waiting(self) -> bool:
        return not self._failed and any(not event.over for event in self._events.values())

    def _deadline_s(self) -> float:
        """When the recording ends, on the stream's clock; not while a motion is on."""
        if self._main is None or not self._events or any(not event.over for event in self._events.values()):
            return float("inf")
        last_seen = max(event.last_seen for event in self._events.values())
        return self._main.clock.time_of(last_seen) + self._settings.post_roll_s

    def _begin(self, from_s: float | None = None) -> None:
        """Start a recording with what the ring holds, if it holds anything."""
        if self._main is None or not self._events:
            return
        events = list(self._events.values())
        motion_s = self._main.clock.time_of(min(event.started for event in events))
        units = self.preroll.since(motion_s - self._settings.pre_roll_s if from_s is None else from_s)
        if not units:
            return
        first_s = units[0].time_s
        started_at = wall_at(self._clock, self._main.clock.monotonic_of(first_s))
        clip_id = str(uuid7())
        begun = Begun(
            clip_id=clip_id,
            camera_id=self._camera_id,
            event_ids=tuple(event.event_id for event in events),
            path=clip_path(self._camera_id, started_at, clip_id),
            still=next((event.still for event in events if event.still), None),
            started_at=started_at,
            pre_roll_s=round(max(0.0, motion_s - first_s), 3) if from_s is None else 0.0,
        )
        try:
            self.store.begin(begun)
            recording = Recording(self.store.inside(begun.path), self._main.template)
        except (DiskError, StoreError) as err:
            self._fail(begun, err)
            return
        self._current = _Current(recording, begun)
        for event in events:
            event.kept = True
        self._write(units)

    def _join(self, current: _Current, event: _Event) -> None:
        """Another motion while a recording is going on."""
        event.kept = True
        current.begun = replace(current.begun, event_ids=(*current.begun.event_ids, event.event_id))
        try:
            self.store.begin(current.begun)
        except StoreError:
            # Only a rescue after a kill reads this; the clip itself will carry all its events.
            _LOG.warning("the clip index could not note a further motion")

    def _write(self, units: list[Unit]) -> None:
        assert self._current is not None  # noqa: S101 - callers have looked
        try:
            for unit in units:
                self._current.recording.write(unit)
        except DiskError as err:
            current, self._current = self._current, None
            current.recording.discard()
            self._fail(current.begun, err)

    def _finish(self, *, going_on: bool = False) -> None:
        """Hand the recording over to be closed and taken into the index."""
        current, self._current = self._current, None
        if not going_on:
            self._events = {key: event for key, event in self._events.items() if not event.over}
        if current is None or self._main is None:
            return
        monotonic_of = self._main.clock.monotonic_of
        last_s = current.recording.last_s
        self._keeper.finish(
            Finished(
                current.recording,
                current.begun,
                Ending(
                    ended_at=wall_at(self._clock, monotonic_of(last_s)),
                    facts=self._main.facts(),
                    sound=self._main.template.sound is not None,
                ),
            )
        )

    def _fail(self, begun: Begun, err: DiskError | StoreError) -> None:
        """The disk does not take the clip: say so, and go on watching."""
        self._failed = True
        self._events = {key: event for key, event in self._events.items() if not event.over}
        reason: Literal["disk_full", "disk_error"] = err.reason if isinstance(err, DiskError) else "disk_error"
        self._keeper.lost(begun, reason, self._clock.utc_now())

    def _lost(self, started: float, reason: Literal["no_key_frame", "camera_gone"]) -> None:
        at: datetime = wall_at(self._clock, started).astimezone(UTC)
        self._keeper.report(ClipLost(camera_id=self._camera_id, started_at=at, reason=reason))
