"""How one camera stands with the gap ledger: what is done with its pictures, from which one on, or why none come.

Told by `camera_task` what becomes of the main stream. Spans begin with the first key frame and end with the last
picture, not when a time-out notices: what lies between belongs to the cause. Called under the camera's lock.
"""

from collections.abc import Sequence
from datetime import datetime

from .clock import Clock, wall_at
from .keeping.account import Account, Standing
from .model import Cause, Packet
from .settings import CameraSettings, RecordMode
from .source import Source, Unit


class CameraStanding:
    """What the ledger is told of one camera."""

    def __init__(self, settings: CameraSettings, account: Account, clock: Clock) -> None:
        self._settings = settings
        self._account = account
        self._clock = clock
        self._cause: Cause | None = None  # why no pictures come
        self._live = False  # a key frame came since the stream was opened
        self._watching = False
        self._last_at: datetime | None = None  # the last picture of a stream that was lost, until its cause is known
        self._tell(clock.utc_now())

    def receive(self, source: Source, units: Sequence[Unit]) -> None:
        """Packets of the main stream came."""
        if self._live:
            return
        key = next((unit for unit in units if isinstance(unit, Packet) and unit.key), None)
        if key is not None:
            self._live, self._cause, self._last_at = True, None, None
            self._tell(self._moment(source, key.time_s))

    def lose(self, source: Source) -> None:
        """The main stream is gone; why, follows with `change`."""
        if self._live:
            self._live = False
            self._last_at = self._moment(source, source.time.last_s + source.time.interval_s)

    def change(self, cause: Cause | None) -> None:
        """The main stream's supervisor says why it is not live; None while it tries, which explains nothing new."""
        if cause is not None:
            self._cause = cause
            self._tell(self._last_at or self._clock.utc_now())
            self._last_at = None

    def watch(self, *, watching: bool) -> None:
        """Whether somebody looks at the pictures."""
        if watching != self._watching:
            self._watching = watching
            if self._live:
                self._tell(self._clock.utc_now())

    def stop(self, source: Source | None) -> None:
        """The camera's task ends."""
        at = self._clock.utc_now()
        if self._live and source is not None:
            at = min(at, self._moment(source, source.time.last_s + source.time.interval_s))
        self._account.stands(self._settings.camera_id, Standing.STOPPED, self._last_at or at)

    def _tell(self, at: datetime) -> None:
        self._account.stands(self._settings.camera_id, self._now(), at)

    def _now(self) -> Standing | Cause:
        record = self._settings.record
        if record.mode is RecordMode.OFF:
            return Standing.RECORDING_OFF
        if not self._settings.detect and not record.continuous:
            return Standing.DETECTION_OFF
        if not self._live:
            return self._cause or Standing.CONNECTING
        if record.continuous:
            return Standing.RECORDED
        return Standing.WATCHED if self._watching else Standing.CONNECTING

    def _moment(self, source: Source, time_s: float) -> datetime:
        return wall_at(self._clock, source.clock.monotonic_of(time_s))
