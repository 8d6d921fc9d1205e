"""Time as the engine sees it, handed in where logic depends on it.

Two clocks: the wall (UTC, may step) names moments for people; the monotonic one measures, and never steps.
"""

from datetime import UTC, datetime, timedelta, tzinfo
import logging
import threading
import time
from typing import Protocol
from zoneinfo import ZoneInfo

_LOG = logging.getLogger(__name__)


class Clock(Protocol):
    """What the engine asks of time; tests hand in one that they move themselves."""

    def utc_now(self) -> datetime:
        """The wall clock, in UTC."""
        ...

    def monotonic_s(self) -> float:
        """Seconds since some moment of the past, never stepping back."""
        ...

    def wait(self, stop: threading.Event, timeout_s: float) -> bool:
        """Wait until `stop` is set or the time is over; True when it is set."""
        ...


class SystemClock:
    """The machine's own clocks."""

    def utc_now(self) -> datetime:
        """The wall clock, in UTC."""
        return datetime.now(UTC)

    def monotonic_s(self) -> float:
        """Seconds since the machine started."""
        return time.monotonic()

    def wait(self, stop: threading.Event, timeout_s: float) -> bool:
        """Wait until `stop` is set or the time is over; True when it is set."""
        return stop.wait(timeout_s)


def wall_at(clock: Clock, monotonic_s: float) -> datetime:
    """What the wall clock showed at a moment of the monotonic one, by what both show now, in whole milliseconds."""
    moment = clock.utc_now() - timedelta(seconds=clock.monotonic_s() - monotonic_s)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def zone_named(name: str) -> tzinfo:
    """The time zone of that IANA name; UTC, with a line in the log, where this machine does not know it."""
    try:
        return ZoneInfo(name)
    except ValueError, OSError, KeyError:
        _LOG.warning("the time zone of the place is not known here; hours are those of UTC")
        return UTC
