"""Time that only a test moves."""

from datetime import UTC, datetime, timedelta
import threading


class HandClock:
    """Time that only a test moves; waiting moves it too."""

    def __init__(self) -> None:
        self.now = 1000.0
        self._booted_at = datetime(2026, 11, 22, 8, 0, tzinfo=UTC) - timedelta(seconds=self.now)
        self.waits: list[float] = []

    @property
    def wall(self) -> datetime:
        """What the wall clock shows; setting it is a step."""
        return self._booted_at + timedelta(seconds=self.now)

    @wall.setter
    def wall(self, shown: datetime) -> None:
        self._booted_at = shown - timedelta(seconds=self.now)

    def utc_now(self) -> datetime:
        return self.wall

    def monotonic_s(self) -> float:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += seconds

    def wait(self, stop: threading.Event, timeout_s: float) -> bool:
        self.waits.append(timeout_s)
        self.advance(timeout_s)
        return stop.is_set()
