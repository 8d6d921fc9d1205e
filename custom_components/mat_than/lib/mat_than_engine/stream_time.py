"""A stream's own time: timestamps made trustworthy, and their place on the host's clock.

Cameras send timestamps that are missing, step back, wrap, begin in 1970 or jump when the camera learns the hour.
`StreamTime` turns them into seconds since the stream was opened that only grow; `StreamClock` says which moment of the
host such a second was.
"""

from collections import deque

LARGEST_STEP_S = 10.0  # a longer pause in a file is a jump
# A live picture never comes before it was taken. One that would, by more than this, and right after a step of that
# length, is dated by a clock that was set; after a true pause it comes as late as any other.
EARLY_S = 1.0
BACKWARD_TOLERANCE_S = 1.0  # a small step back is held at the last time, a larger one is a new origin
TICK_S = 1e-5  # of 90 kHz; what is less is no step
STANDING_PICTURES = 5  # so many without a step forward: the timestamps stand still, the pictures do not
SOUND_SLACK_S = 5.0  # sound further from the pictures than this is dated by a clock that was set
WINDOW_S = 30.0  # cameras' clocks drift: the place on the host's clock is learnt anew within two windows


class StreamTime:
    """Camera timestamps in, seconds since opening out."""

    def __init__(self, interval_s: float = 1 / 15) -> None:
        self.interval_s = interval_s  # of a picture, for packets without a timestamp
        self.jumps = 0
        self.last_s = -interval_s
        self._origin_s: float | None = None
        self._standing = 0

    def accept(self, stamp_s: float | None, present_s: float | None = None) -> float:
        """The time of a picture with this timestamp.

        `present_s` is the stream's present by the host's clock, None where it is not known or does not count.
        """
        expected_s = self.last_s + self.interval_s
        if stamp_s is None:
            self.last_s = expected_s
            return expected_s
        if self._origin_s is None:
            self._origin_s = stamp_s - max(0.0, expected_s)
        time_s = stamp_s - self._origin_s
        self._standing = self._standing + 1 if time_s - self.last_s < TICK_S else 0
        if self._is_jump(time_s, present_s) or self._standing >= STANDING_PICTURES:
            self.jumps += self._standing <= STANDING_PICTURES
            self._origin_s = stamp_s - expected_s
            time_s = expected_s
        self.last_s = max(time_s, self.last_s)
        return self.last_s

    def place(self, stamp_s: float | None) -> float | None:
        """The same for a packet of sound: on the pictures' origin, moving nothing; None before the first picture."""
        if self._origin_s is None:
            return None
        if stamp_s is None:
            return self.last_s
        time_s = stamp_s - self._origin_s
        if abs(time_s - self.last_s) > SOUND_SLACK_S:
            return self.last_s
        return time_s if time_s >= 0 else None

    def _is_jump(self, time_s: float, present_s: float | None) -> bool:
        step_s = time_s - self.last_s
        if step_s < -BACKWARD_TOLERANCE_S:
            return True
        if present_s is None:
            return step_s > LARGEST_STEP_S
        return step_s > EARLY_S and time_s > present_s + EARLY_S


class StreamClock:
    """Where a stream's seconds lie on the monotonic clock.

    A packet can arrive late, never early: the least distance seen between arrival and timestamp is the true one
    (plus the way from lens to host, which nobody can see from here). It is taken over one to two windows.
    """

    def __init__(self) -> None:
        self._windows: deque[float] = deque(maxlen=2)
        self._window_began_s = float("-inf")
        self._distance_s = 0.0  # the least of the windows

    def observe(self, time_s: float, arrived_s: float) -> None:
        """A packet of that stream time arrived at that monotonic moment."""
        distance_s = arrived_s - time_s
        if arrived_s - self._window_began_s > WINDOW_S:
            self._window_began_s = arrived_s
            self._windows.append(distance_s)
        elif distance_s < self._windows[-1]:
            self._windows[-1] = distance_s
        else:
            return
        self._distance_s = min(self._windows)

    @property
    def known(self) -> bool:
        """Whether a packet was seen."""
        return bool(self._windows)

    def monotonic_of(self, time_s: float) -> float:
        """The monotonic moment of a stream time."""
        return time_s + self._distance_s

    def time_of(self, monotonic_s: float) -> float:
        """The stream time of a monotonic moment."""
        return monotonic_s - self._distance_s
