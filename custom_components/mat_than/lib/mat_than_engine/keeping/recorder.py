"""Decides what of a camera's main stream is kept: nothing, clips of motion, everything, and what is asked for.

Fed by `camera_task` with every batch of packets, by `camera_watch` with what the detector says. Packets go to the ring
(`preroll`), to the `segmenter` where everything is kept, and to `occasions`, which make clips. Finished recordings
go to the `keeper`. Called under the camera's lock; moments are of the monotonic clock, as two streams have two.
"""

from collections.abc import Sequence
from typing import Literal

from ..clock import Clock
from ..settings import RecordSettings
from ..source import Unit
from .clip_store import ClipStore
from .keeper import Keeper
from .occasions import Occasion, Occasions
from .preroll import PreRoll
from .segmenter import Segmenter
from .take import Desk, MainStream

__all__ = ["MainStream", "RecordRefusal", "Recorder"]

type RecordRefusal = Literal["not_live", "disk"]

LATE_S = 8.0  # motion is known this much after it began, at worst: a confirmed look, a batch, the other stream's delay
LONGEST_ORDER_S = 3600.0


class Recorder:
    """The recordings of one camera."""

    def __init__(self, camera_id: str, settings: RecordSettings, keeper: Keeper, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock
        self.store: ClipStore = keeper.store
        self._motions: dict[str, Occasion] = {}
        self._live = False
        desk = Desk(camera_id, keeper, clock)
        # A ring for orders alone need not reach back to a motion that is known late.
        self.preroll = PreRoll(settings.pre_roll_s + (LATE_S if settings.on_motion else 0.0))
        self._occasions = Occasions(desk, self.preroll, settings.longest_clip_s)
        self._segmenter = (
            Segmenter(desk, settings.segment_s, stills=not settings.on_motion) if settings.continuous else None
        )

    @property
    def recording(self) -> bool:
        """Whether a clip is being written that ends when something is over; segments do not count."""
        return self._occasions.recording

    def open_stream(self, main: MainStream) -> None:
        """The main stream is there."""
        self._live = True
        self._occasions.open_stream(main)
        if self._segmenter is not None:
            self._segmenter.open_stream(main)

    def lose_stream(self) -> None:
        """The main stream is gone: what was recorded is kept, and the ring is of no use any more."""
        self.close()
        self.preroll.clear()

    def close(self) -> None:
        """The camera stops: finish what is being written."""
        self._live = False
        self._occasions.close_stream()
        if self._segmenter is not None:
            self._segmenter.close_stream()

    def receive(self, units: Sequence[Unit]) -> None:
        """Packets of the main stream."""
        if self._occasions.waiting:  # a clip that begins at one of these packets takes none after it out of the ring
            for unit in units:
                self.preroll.add((unit,))
                self._occasions.receive(unit)
        else:
            self.preroll.add(units)
        if self._segmenter is not None:
            self._segmenter.receive(units)

    def see_motion(self, event_id: str, started: float, last_seen: float, still: str | None) -> None:
        """A motion started, or goes on; of the detector, or of any other sensor that shall make clips.

        It goes on, told again or not, until `end_motion`.
        """
        until = last_seen + self._settings.post_roll_s
        motion = self._motions.get(event_id)
        if motion is None:
            motion = self._motions[event_id] = Occasion(
                event_id=event_id,
                started=started,
                until=until,
                pre_roll_s=self._settings.pre_roll_s,
                going_on=True,
                still=still,
            )
            if self._settings.on_motion:
                self._occasions.begin(motion)
        motion.until = max(motion.until, until)
        if self._segmenter is not None:
            self._segmenter.mark(motion)

    def end_motion(self, event_id: str, last_seen: float) -> None:
        """A motion is over; what is recorded of it goes on until the post-roll is in."""
        motion = self._motions.pop(event_id, None)
        if motion is None:
            return
        motion.until = max(motion.until, last_seen + self._settings.post_roll_s)
        motion.going_on = False
        if self._settings.on_motion:
            self._occasions.end(motion)
        if self._segmenter is not None:
            self._segmenter.mark(motion)

    def ask(self, for_s: float, pre_roll_s: float | None = None) -> RecordRefusal | None:
        """Record for so long from now, with what the ring holds of the pre-roll; extends a clip that is going on.

        Says why it is not being recorded, or None when it is.
        """
        if not self._live or not self.preroll.buffered:
            return "not_live"
        now = self._clock.monotonic_s()
        self._occasions.begin(
            Occasion(
                event_id=None,
                started=now,
                until=now + min(max(for_s, 0.0), LONGEST_ORDER_S),
                pre_roll_s=self._settings.pre_roll_s if pre_roll_s is None else pre_roll_s,
                going_on=False,
            )
        )
        return None if self._occasions.recording else "disk"
