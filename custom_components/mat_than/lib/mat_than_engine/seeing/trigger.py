"""Looks in, sightings out: when a motion starts, goes on and ends, in seconds of the stream's clock.

Pure state without pictures. Whatever happens to the stream, an open motion ends: after `quiet_s` without any, after
`longest_s` in all, when no packet comes (`rest`), and when the watch closes.
"""

from dataclasses import dataclass
from typing import Literal

from ..model import Look
from ..settings import WatchSettings

UPDATE_EVERY_S = 1.0  # what is worth reporting of a motion that goes on
STARTS_AT = 0.5  # a look's score from which it is motion
LONGEST_DOUBT_S = 6.0  # what was there for longer before it counted began then, not when it first stirred


@dataclass(frozen=True, slots=True)
class Sighting:
    """A motion started, goes on, or ended. Times are seconds of the stream's clock."""

    phase: Literal["start", "update", "end"]
    time_s: float  # when this became known
    started_s: float  # when the mover first showed
    last_seen_s: float
    look: Look  # the look that caused this; for an end, the last one that showed motion
    zones: tuple[str, ...]
    night: bool


@dataclass(slots=True)
class _Open:
    started_s: float
    opened_s: float
    last_seen_s: float
    reported_s: float
    look: Look
    zones: tuple[str, ...]
    night: bool


class Trigger:
    """The start, continue and stop of motion for one camera."""

    def __init__(self, settings: WatchSettings) -> None:
        self._settings = settings
        self._open: _Open | None = None
        self.ended_as_stuck = False  # the last motion reached `longest_s`

    @property
    def on(self) -> bool:
        """Whether a motion is going on."""
        return self._open is not None

    def add(
        self,
        look: Look,
        *,
        first_seen_s: float,
        zones: tuple[str, ...] = (),
        night: bool = False,
        patience_s: float = 0,
    ) -> list[Sighting]:
        """Take a look. `patience_s` is the time until the next one: a motion does not end between two looks."""
        moving = look.score >= STARTS_AT
        if self._open is None:
            if not moving:
                return []
            started_s = min(look.time_s, max(first_seen_s, look.time_s - LONGEST_DOUBT_S))
            self._open = _Open(started_s, look.time_s, look.time_s, look.time_s, look, zones, night)
            self.ended_as_stuck = False
            return [self._sighting("start", look.time_s)]
        motion = self._open
        if moving:
            motion.last_seen_s, motion.look, motion.night = look.time_s, look, night
            motion.zones += tuple(zone for zone in zones if zone not in motion.zones)
            if look.time_s - motion.opened_s >= self._settings.longest_s:
                self.ended_as_stuck = True
                return self._end(look.time_s)
            if look.time_s - motion.reported_s >= UPDATE_EVERY_S:
                motion.reported_s = look.time_s
                return [self._sighting("update", look.time_s)]
            return []
        return self.rest(look.time_s, patience_s=patience_s)

    def rest(self, time_s: float, *, patience_s: float = 0) -> list[Sighting]:
        """Time passes without motion."""
        if self._open is None:
            return []
        quiet_s = time_s - self._open.last_seen_s
        if (
            quiet_s < max(self._settings.quiet_s, patience_s)
            and time_s - self._open.opened_s < self._settings.longest_s
        ):
            return []
        return self._end(time_s)

    def close(self, time_s: float) -> list[Sighting]:
        """End an open motion now."""
        return self._end(time_s) if self._open else []

    def _end(self, time_s: float) -> list[Sighting]:
        end = self._sighting("end", time_s)
        self._open = None
        return [end]

    def _sighting(self, phase: Literal["start", "update", "end"], time_s: float) -> Sighting:
        motion = self._open
        assert motion is not None  # noqa: S101  every caller has just looked
        return Sighting(
            phase=phase,
            time_s=max(time_s, motion.last_seen_s),
            started_s=motion.started_s,
            last_seen_s=motion.last_seen_s,
            look=motion.look,
            zones=motion.zones,
            night=motion.night,
        )
