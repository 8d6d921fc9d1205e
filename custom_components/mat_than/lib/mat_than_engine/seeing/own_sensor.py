"""The camera's own motion sensor as a second vote: a motion that is seen counts once the sensor agrees.

Sightings come in and go out on the stream's clock. A sensor may be slower than the eyes or quicker, and many only
pulse; so it is asked for a few seconds around, and only until the motion has begun.
"""

from dataclasses import replace

from .trigger import Sighting

AGREES_WITHIN_S = 5.0  # cameras report their sensor one to three seconds late


class Vote:
    """Holds sightings back until the camera's own sensor agrees."""

    def __init__(self, *, on: bool) -> None:
        self._on = on
        self._last_on_s = float("-inf")
        self._waiting: list[Sighting] = []  # the latest of a motion that nobody has agreed to, and its end
        self._agreed = False

    def hear(self, time_s: float, *, on: bool) -> list[Sighting]:
        """The sensor changed: what is let through by that."""
        self._on, self._last_on_s = on, time_s
        waiting, self._waiting = self._waiting, []
        if not on or not waiting or time_s - waiting[-1].last_seen_s > AGREES_WITHIN_S:
            self._waiting = waiting
            return []
        if waiting[-1].phase == "end":
            return [replace(waiting[0], phase="start"), waiting[-1]]
        self._agreed = True
        return [replace(waiting[-1], phase="start")]

    def ask(self, sighting: Sighting) -> list[Sighting]:
        """What of a sighting counts now."""
        if self._agreed:
            self._agreed = sighting.phase != "end"
            return [sighting]
        if sighting.phase != "end" and (self._on or sighting.time_s - self._last_on_s <= AGREES_WITHIN_S):
            self._agreed, self._waiting = True, []
            return [replace(sighting, phase="start")]
        self._waiting = [*self._waiting[:1], sighting] if sighting.phase == "end" else [sighting]
        return []

    def denied(self, time_s: float) -> Sighting | None:
        """A motion that is over and that the sensor has not agreed to in time; told once."""
        if not self._waiting or self._waiting[-1].phase != "end":
            return None
        over = self._waiting[-1]
        if time_s - over.last_seen_s <= AGREES_WITHIN_S:
            return None
        self._waiting = []
        return over
