"""How far long work is, told at most once a second, and whether somebody wants it no more."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event

from ..clock import Clock
from ..errors import EngineError
from ..reports import Progress, Report

EVERY_S = 1.0


class CancelledError(EngineError):
    """Somebody does not want the work any more."""


@dataclass(slots=True)
class Meter:
    """The meter of one request; whoever works calls `tell` often."""

    request_id: str
    report: Callable[[Report], None]
    clock: Clock
    cancelled: Event = field(default_factory=Event)
    _told_s: float = field(init=False)

    def __post_init__(self) -> None:
        """The first report comes after a second of work: what is quick needs none."""
        self._told_s = self.clock.monotonic_s()

    def tell(self, share: float) -> None:
        """So much (0..1) is done. Raises CancelledError."""
        if self.cancelled.is_set():
            raise CancelledError
        now_s = self.clock.monotonic_s()
        if now_s - self._told_s >= EVERY_S:
            self._told_s = now_s
            self.report(Progress(request_id=self.request_id, share=round(min(max(share, 0.0), 1.0), 3)))
