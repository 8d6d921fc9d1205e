"""Everything a camera sends, in segments of about `segment_s`: one file after the other without a seam.

A segment ends with the picture before a key frame, and that key frame is the first picture of the next. Motions are
marked on every segment they touch, on those that are finished too: a motion is known seconds after it began. Fed by
`recorder`, under the camera's lock; writes through `take`.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import BreakReason, RecordingError
from ..model import Packet
from ..source import Unit
from .occasions import Occasion
from .take import RETRY_S, Cut, Desk, MainStream, Slate, Take, begin_take, moment_of

_RECENT = 16  # finished segments a late motion may still be marked on: with the shortest ones, 160 s


@dataclass(frozen=True, slots=True)
class _Past:
    """A finished segment, on the monotonic clock."""

    clip_id: str
    began: float
    ended: float


class Segmenter:
    """The continuous recording of one camera."""

    def __init__(self, desk: Desk, segment_s: float, *, stills: bool) -> None:
        """`stills`: whether a segment takes over its motion's still; not where the motion has a clip of its own."""
        self._desk = desk
        self._segment_s = segment_s
        self._stills = stills
        self._main: MainStream | None = None
        self._take: Take | None = None
        self._recent: deque[_Past] = deque(maxlen=_RECENT)
        self._marks: list[Occasion] = []  # motions that may reach into the next segment
        self._refused: tuple[float, BreakReason] | None = None  # the last refusal, on the stream's clock

    def open_stream(self, main: MainStream) -> None:
        """The main stream is there."""
        self._main = main

    def close_stream(self) -> None:
        """The main stream is gone: what was recorded is a segment."""
        if self._take is not None:
            self._finish(self._take)
        if self._main is not None:
            self._account_for_refusal(self._main.clock.time_of(self._desk.clock.monotonic_s()))
        self._main = None

    def receive(self, units: Sequence[Unit]) -> None:
        """Packets of the main stream."""
        if self._main is None:
            return
        written = 0
        for at, unit in enumerate(units):
            if isinstance(unit, Packet) and unit.key:
                self._write(units[written:at])
                written = at
                if self._begins_with(self._main, unit):
                    written += 1
        self._write(units[written:])

    def _begins_with(self, main: MainStream, key: Packet) -> bool:
        """Begin a segment with this key frame, if it is time to; whether it has it, or has refused it."""
        if self._take is None:
            if self._refused is None or key.time_s >= self._refused[0] + RETRY_S:
                self._begin(main, key)
            return True
        if key.time_s - self._take.first_s < self._segment_s:
            return False
        cut = Cut(key.time_s, moment_of(self._desk, main, key.time_s))
        self._finish(self._take, cut)
        self._begin(main, key, cut)
        return True

    def _write(self, units: Sequence[Unit]) -> None:
        """What belongs to the segment that is being written, if one is."""
        if self._take is None or not units:
            return
        try:
            self._take.write(units)
        except RecordingError as err:
            self._give_up(self._take.tried_s, err.reason)

    def mark(self, motion: Occasion) -> None:
        """A motion started, goes on or ended: it stands on every segment from its pre-roll to its post-roll."""
        keeper = self._desk.keeper
        still = motion.still if self._stills else None
        for past in self._recent:
            if past.clip_id not in motion.marked and motion.overlaps(past.began, past.ended):
                motion.marked.add(past.clip_id)
                keeper.mark(past.clip_id, motion.event_ids, still)
        if self._take is not None and motion.overlaps(self._began(self._take), float("inf")):
            self._take.join(motion.event_ids, still)
        if motion not in self._marks:
            self._marks.append(motion)

    def _begin(self, main: MainStream, key: Packet, cut: Cut | None = None) -> None:
        began = main.clock.monotonic_of(key.time_s)
        self._marks = [motion for motion in self._marks if not motion.is_over(began)]
        slate = Slate(
            kind="continuous",
            event_ids=tuple(event_id for motion in self._marks for event_id in motion.event_ids),
        )
        self._account_for_refusal(key.time_s)
        try:
            self._take = begin_take(self._desk, main, (key,), slate, cut)
        except RecordingError as err:
            self._give_up(key.time_s, err.reason)

    def _finish(self, take: Take, cut: Cut | None = None) -> None:
        self._take = None
        take.finish(cut)
        self._remember(take)

    def _remember(self, take: Take) -> None:
        """It is in the keeper's hands; a motion that is known late is still marked on it."""
        began = self._began(take)
        self._recent.append(_Past(take.begun.clip_id, began, began + take.recorded_s))

    def _began(self, take: Take) -> float:
        assert self._main is not None  # noqa: S101 - a take is written while its stream is open
        return self._main.clock.monotonic_of(take.first_s)

    def _give_up(self, time_s: float, reason: BreakReason) -> None:
        """It cannot be gone on with: from here to the next attempt nothing is kept."""
        take, self._take = self._take, None
        if take is not None:
            self._remember(take)
        self._refused = (time_s, reason)

    def _account_for_refusal(self, until_s: float) -> None:
        """The time without an attempt is over."""
        if self._refused is None or self._main is None:
            return
        (since_s, reason), self._refused = self._refused, None
        since, until = (moment_of(self._desk, self._main, time_s) for time_s in (since_s, until_s))
        self._desk.keeper.account.failed(self._desk.camera_id, since, until, reason)
