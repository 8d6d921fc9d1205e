"""Clips of what happens: of motions, and of what somebody asks to be recorded.

An occasion begins a clip at the key frame before its pre-roll; further ones join and extend it; it closes when the
last is over, or, when it grows too long, at a key frame, where the next clip begins. Fed by `recorder`, under the
camera's lock; writes through `take`. Moments are of the monotonic clock, as two streams have two clocks.
"""

from dataclasses import dataclass, field
from typing import Literal

from ..clock import wall_at
from ..errors import RecordingError
from ..model import Packet
from ..reports import ClipLost
from ..source import Unit
from .clip_store import Kind
from .preroll import PreRoll
from .take import RETRY_S, Cut, Desk, MainStream, Slate, Take, begin_take, moment_of


@dataclass(slots=True, eq=False, kw_only=True)
class Occasion:
    """Why something is recorded: a motion, with its id, or an order, without one."""

    event_id: str | None
    started: float
    until: float  # with its post-roll, as far as is known
    pre_roll_s: float
    going_on: bool  # a motion that has not ended yet: it will be longer than `until`
    still: str | None = None
    kept: bool = False  # whether some clip holds it
    marked: set[str] = field(default_factory=set)  # finished segments that carry it

    @property
    def event_ids(self) -> tuple[str, ...]:
        """The id as a clip lists it; an order has none."""
        return () if self.event_id is None else (self.event_id,)

    def is_over(self, moment: float) -> bool:
        """Whether nothing more of it is to be kept from this moment on."""
        return not self.going_on and self.until <= moment

    def overlaps(self, began: float, ended: float) -> bool:
        """Whether something recorded in that time holds a part of it, pre-roll and post-roll included."""
        return self.started - self.pre_roll_s < ended and not self.is_over(began)


class Occasions:
    """The clips one camera's occasions make."""

    def __init__(self, desk: Desk, preroll: PreRoll, longest_clip_s: float) -> None:
        self._desk = desk
        self._preroll = preroll
        self._longest_clip_s = longest_clip_s
        self._main: MainStream | None = None
        self._occasions: list[Occasion] = []
        self._take: Take | None = None
        self._retry_s = float("-inf")
        self._kept_s = float("-inf")  # up to where the take that was broken off last is kept, on the stream's clock

    @property
    def waiting(self) -> bool:
        """Whether packets matter: a clip is being written, or shall begin at one of them."""
        return bool(self._occasions) or self._take is not None

    @property
    def recording(self) -> bool:
        """Whether a clip is being written."""
        return self._take is not None

    def open_stream(self, main: MainStream) -> None:
        """The main stream is there."""
        self._main = main
        self._retry_s = self._kept_s = float("-inf")

    def close_stream(self) -> None:
        """The main stream is gone: what was recorded is a clip. What goes on is taken up when it is back."""
        self._finish()
        now = self._desk.clock.monotonic_s()
        self._occasions = [o for o in self._occasions if o.going_on or (o.event_id is None and not o.is_over(now))]
        self._main = None

    def begin(self, occasion: Occasion) -> None:
        """Something is to be recorded from now on, and from its pre-roll as far as that is still held."""
        self._occasions.append(occasion)
        self._retry_s = float("-inf")
        if self._take is None:
            self._begin()
        else:
            occasion.kept = True
            self._take.join(occasion.event_ids, occasion.still, self._kind)

    def end(self, occasion: Occasion) -> None:
        """A motion is over; its clip goes on until the post-roll is in."""
        if self._take is None:
            if not occasion.kept and self._retry_s == float("-inf"):
                self._lose(occasion)
            self._occasions = [other for other in self._occasions if other is not occasion]

    def receive(self, unit: Unit) -> None:
        """A packet of the main stream, which the ring holds already."""
        if self._main is None:
            return
        if self._take is None:
            if isinstance(unit, Packet) and unit.key and self._occasions and unit.time_s >= self._retry_s:
                self._forget(unit.time_s)
                self._begin()
            return
        if isinstance(unit, Packet):
            if self._is_over(unit.time_s):
                self._finish()
                self._forget(unit.time_s)
                return
            if unit.key and unit.time_s - self._take.first_s >= self._longest_clip_s:
                cut = Cut(unit.time_s, moment_of(self._desk, self._main, unit.time_s))
                self._finish(cut)
                self._forget(unit.time_s)
                self._begin(cut)
                return
        try:
            self._take.write((unit,))
        except RecordingError:
            self._give_up(unit.time_s)

    @property
    def _kind(self) -> Kind:
        return "asked" if any(occasion.event_id is None for occasion in self._occasions) else "motion"

    def _is_over(self, time_s: float) -> bool:
        assert self._main is not None  # noqa: S101 - something is being recorded
        moment = self._main.clock.monotonic_of(time_s)
        return all(occasion.is_over(moment) for occasion in self._occasions)

    def _forget(self, time_s: float) -> None:
        assert self._main is not None  # noqa: S101 - a packet of it came
        moment = self._main.clock.monotonic_of(time_s)
        self._occasions = [occasion for occasion in self._occasions if not occasion.is_over(moment)]

    def _begin(self, cut: Cut | None = None) -> None:
        """Start a clip with what the ring holds, if it holds anything."""
        if self._main is None or not self._occasions:
            return
        time_of = self._main.clock.time_of
        wanted_s = min(self._wanted_s(self._main, o) for o in self._occasions) if cut is None else cut.time_s
        units = self._preroll.since(wanted_s)
        if not units:
            return
        slate = Slate(
            kind=self._kind,
            event_ids=tuple(event_id for o in self._occasions for event_id in o.event_ids),
            still=next((o.still for o in self._occasions if o.still), None),
            motion_s=min(time_of(o.started) for o in self._occasions) if cut is None else None,
        )
        try:
            self._take = begin_take(self._desk, self._main, units, slate, cut)
        except RecordingError:
            self._give_up(units[-1].time_s)
            return
        for occasion in self._occasions:
            occasion.kept = True

    def _wanted_s(self, main: MainStream, occasion: Occasion) -> float:
        """From where on it is to be kept, on the stream's clock; what is kept already is not kept twice."""
        wanted_s = main.clock.time_of(occasion.started - occasion.pre_roll_s)
        return max(wanted_s, self._kept_s) if occasion.kept else wanted_s

    def _finish(self, cut: Cut | None = None) -> None:
        take, self._take = self._take, None
        if take is not None:
            take.finish(cut)

    def _give_up(self, time_s: float) -> None:
        """It cannot be gone on with: what is in the file is kept, the rest taken up at the next attempt."""
        take, self._take = self._take, None
        if take is not None:
            self._kept_s = take.whole_s
        self._retry_s = time_s + RETRY_S

    def _lose(self, occasion: Occasion) -> None:
        """A motion came and went without a key frame to begin a clip with."""
        keeper, clock = self._desk.keeper, self._desk.clock
        started_at = wall_at(clock, occasion.started)
        reason: Literal["camera_gone", "no_key_frame"] = "camera_gone" if self._main is None else "no_key_frame"
        keeper.report(ClipLost(camera_id=self._desk.camera_id, started_at=started_at, reason=reason))
        if reason == "no_key_frame":  # that a camera is gone the ledger knows
            keeper.account.failed(self._desk.camera_id, started_at, clock.utc_now(), reason)
