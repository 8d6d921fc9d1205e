"""Whether the wall clock can be believed, and by how much it was set while something was recorded.

The monotonic clock never steps, so the distance between the two clocks changes only when the wall clock is set. The
`keeper` looks every moment and tells the ledger; each recording takes a `Reading` when it begins and when it ends.
"""

from collections.abc import Callable
import ctypes
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
import threading

from ..clock import Clock
from .manifest import ClockState

STEP_S = 1.0  # slewing by the kernel's greatest 500 ppm moves the clock by 0.3 s within the longest recording
BELIEVABLE_FROM = datetime(2026, 1, 1, tzinfo=UTC)  # no camera was recorded by this software before
_TOGETHER_S = 0.05
_MOST_READS = 5
_TIME_ERROR = 5  # of adjtimex(2): the kernel does not hold its clock for synchronised
_TIMEX_BYTES = 512  # more than any platform's struct timex; its first field, the modes, stays zero: only read


@dataclass(frozen=True, slots=True)
class Reading:
    """Both clocks at one moment."""

    wall: datetime
    monotonic_s: float

    def step_s(self, later: Reading) -> float:
        """By how much the wall clock was set between the two readings; 0 for what is only slewing."""
        moved_s = (later.wall - self.wall).total_seconds() - (later.monotonic_s - self.monotonic_s)
        return moved_s if abs(moved_s) > STEP_S else 0.0


@dataclass(frozen=True, slots=True)
class Step:
    """The wall clock showed `before` and was set to `after`."""

    before: datetime
    after: datetime


class WallClock:
    """One process's trust in its wall clock. Used by several threads."""

    def __init__(self, clock: Clock, synchronised: Callable[[], bool]) -> None:
        self._clock = clock
        self._synchronised = synchronised
        self._lock = threading.Lock()
        self._last = self.read()

    def read(self) -> Reading:
        """Both clocks now; read again while the machine is so busy that they were not read together."""
        for _ in range(_MOST_READS):
            before_s, wall, after_s = self._clock.monotonic_s(), self._clock.utc_now(), self._clock.monotonic_s()
            if after_s - before_s < _TOGETHER_S:
                break
        return Reading(wall, after_s)

    def step(self) -> Step | None:
        """The step since the last call, if there was one; called often, so that slewing never adds up to one."""
        now = self.read()
        with self._lock:
            last, self._last = self._last, now
        by_s = last.step_s(now)
        return Step(now.wall - timedelta(seconds=by_s), now.wall) if by_s else None

    def state(self, began: Reading, ended: Reading) -> ClockState:
        """What is to be noted of the clock with something recorded between the two readings."""
        if began.step_s(ended):
            return "stepped"
        return "synchronised" if is_believable(began.wall) and self._synchronised() else "unsure"


def is_believable(moment: datetime) -> bool:
    """Whether this can be the present at all; a board without a battery wakes up in 1970."""
    return moment >= BELIEVABLE_FROM


def kernel_is_synchronised() -> bool:
    """Whether the kernel says that something keeps its clock right; False too where it cannot be asked."""
    buffer = ctypes.create_string_buffer(_TIMEX_BYTES)
    try:
        state = ctypes.CDLL(None, use_errno=True).adjtimex(buffer)
    except AttributeError, OSError:
        return False
    return bool(state not in {_TIME_ERROR, -1})
