"""One clip while it is written: from its row among the recordings to the keeper's hands.

`segmenter` and `occasions` decide when a take begins, what goes into it and when it ends; how it gets onto the disk,
and what becomes of it when the disk refuses, is the same for both and stands here. Called under the camera's lock.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
import logging
from uuid import uuid7

from ..clock import Clock, wall_at
from ..errors import DiskError, RecordingError, StoreError, StreamError
from ..model import StreamFacts
from ..source import Unit
from ..stream_time import StreamClock
from .clip_store import Begun, Kind, clip_path
from .ending import Broken, Ending, Finished
from .keeper import Keeper
from .recording import Recording, Template

_LOG = logging.getLogger(__name__)
RETRY_S = 10.0  # after the disk refused, the next key frame this much later is tried


@dataclass(slots=True)
class MainStream:
    """The open main stream: what a recording is made of, and its clock."""

    template: Template
    clock: StreamClock
    facts: Callable[[], StreamFacts]


@dataclass(frozen=True, slots=True)
class Desk:
    """What all takes of one camera are written with."""

    camera_id: str
    keeper: Keeper
    clock: Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Slate:
    """What is known of a take when it begins."""

    kind: Kind
    event_ids: tuple[str, ...] = ()
    still: str | None = None
    motion_s: float | None = None  # when the first motion began, on the stream's clock: what is before is pre-roll


@dataclass(frozen=True, slots=True)
class Cut:
    """Where one take ends and the next begins: the key frame that is in the second alone."""

    time_s: float  # on the stream's clock
    at: datetime


class Take:
    """A clip being written; `begin_take` makes one."""

    def __init__(self, desk: Desk, main: MainStream, begun: Begun, recording: Recording) -> None:
        self._desk = desk
        self._main = main
        self._recording = recording
        self._began = desk.keeper.wall.read()
        self._sound = main.template.sound is not None
        self.begun = begun
        self.tried_s = 0.0  # of the packet that could not be written

    @property
    def first_s(self) -> float:
        """The first picture's time on the stream's clock."""
        return self._recording.first_s or 0.0

    @property
    def recorded_s(self) -> float:
        """From the first picture to the last."""
        return self._recording.last_s - self.first_s

    def write(self, units: Sequence[Unit]) -> None:
        """Add packets. RecordingError when no more go in: what is written is saved, the loss of the rest told."""
        unit = units[0]
        try:
            for unit in units:
                self._recording.write(unit)
        except RecordingError as err:
            self.tried_s = unit.time_s
            self._break_off(err)
            raise

    @property
    def whole_s(self) -> float:
        """Up to where its pictures lie in the file, on the stream's clock."""
        return self._recording.whole_s

    def _break_off(self, err: RecordingError) -> None:
        self._recording.break_off()
        if isinstance(err, StreamError):  # the next one does without what may be the cause
            self._main.template = replace(self._main.template, sound=None)
        self._desk.keeper.rescue(Broken(self._ended(self._own_end()), err.reason))

    def join(self, event_ids: tuple[str, ...], still: str | None = None, kind: Kind | None = None) -> None:
        """More reasons to keep it; noted at once, for a rescue after a kill."""
        joined = tuple(dict.fromkeys((*self.begun.event_ids, *event_ids)))
        begun = replace(self.begun, event_ids=joined, still=self.begun.still or still, kind=kind or self.begun.kind)
        if begun == self.begun:
            return
        self.begun = begun
        try:
            self._desk.keeper.store.begin(begun)
        except StoreError:
            _LOG.warning("the clip index could not note a further motion")  # the clip itself will carry it

    def finish(self, cut: Cut | None = None) -> None:
        """Hand it over to be closed and taken into the index. It ends at the cut, or with its last picture."""
        self._desk.keeper.finish(self._ended(cut or self._own_end()))

    def _own_end(self) -> Cut:
        """The end of its last picture."""
        fps = self._main.facts().fps
        end_s = self._recording.last_s + (1 / fps if fps else 0.0)
        return Cut(end_s, moment_of(self._desk, self._main, end_s))

    def _ended(self, cut: Cut) -> Finished:
        """Everything there is to know of it, when it ends there."""
        wall = self._desk.keeper.wall
        ended = wall.read()
        duration_s, step_s = cut.time_s - self.first_s, self._began.step_s(ended)
        if step_s:  # by the clock as it was set, the take began at another time than was thought
            self.begun = replace(self.begun, started_at=cut.at - timedelta(seconds=duration_s))
        ending = Ending(
            ended_at=cut.at,
            duration_s=round(duration_s, 3),
            facts=self._main.facts(),
            sound=self._sound,
            clock=wall.state(self._began, ended),
            clock_step_s=round(step_s, 3) or None,
            read=ended,
        )
        return Finished(self._recording, self.begun, ending)


def begin_take(desk: Desk, main: MainStream, units: Sequence[Unit], slate: Slate, cut: Cut | None = None) -> Take:
    """Begin with these packets, the first of them a key frame. RecordingError when that fails, which is told."""
    first_s = units[0].time_s
    started_at = cut.at if cut is not None else moment_of(desk, main, first_s)
    clip_id = str(uuid7())
    begun = Begun(
        clip_id=clip_id,
        camera_id=desk.camera_id,
        event_ids=slate.event_ids,
        path=clip_path(desk.camera_id, started_at, clip_id),
        still=slate.still,
        started_at=started_at,
        pre_roll_s=0.0 if slate.motion_s is None else round(max(0.0, slate.motion_s - first_s), 3),
        kind=slate.kind,
    )
    store = desk.keeper.store
    try:
        store.begin(begun)
        take = Take(desk, main, begun, Recording(store.inside(begun.path), main.template))
    except StoreError as err:
        _LOG.warning("a clip could not be begun: %s", err)
        desk.keeper.lost(begun, err.reason, desk.clock.utc_now())
        raise DiskError(err.reason) from err
    except RecordingError as err:
        desk.keeper.lost(begun, err.reason, desk.clock.utc_now())
        raise
    take.write(units)
    return take


def moment_of(desk: Desk, main: MainStream, time_s: float) -> datetime:
    """What the wall clock shows for a time of the stream."""
    return wall_at(desk.clock, main.clock.monotonic_of(time_s))
