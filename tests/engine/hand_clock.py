"""Time that only a test moves."""

from datetime import UTC, datetime, timedelta
import threading


class HandClock:
    """Time that only a test moves; waiting moves it too."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.wall = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
        self.waits: list[float] = []

    def utc_now(self) -> datetime:
        return self.wall

    def monotonic_s(self) -> float:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += seconds
        self.wall += timedelta(seconds=seconds)

    def wait(self, stop: threading.Event, timeout_s: float) -> bool:
        self.waits.append(timeout_s)
        self.advance(timeout_s)
        return stop.is_set()
