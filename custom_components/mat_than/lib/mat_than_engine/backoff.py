"""How long to wait before something that failed is tried again: a camera, or a hub."""

import random

FIRST_S = 2.0  # the first retry comes after at most this long
CAP_S = 60.0
CAMERA_CAP_S = 45.0  # with the time to find out and to open, a camera that is back is seen within a minute
GOOD_STRETCH_S = 30.0  # a stream that held this long starts again at the first wait


class Backoff:
    """Doubling waits with jitter, so that cameras behind one switch, or homes of one hub, do not all knock at once."""

    def __init__(self, rng: random.Random | None = None, first_s: float = FIRST_S, *, cap_s: float = CAP_S) -> None:
        self._first_s = first_s
        self._cap_s = cap_s
        self._rng = rng or random.Random()  # noqa: S311 - jitter, not a secret
        self._failures = 0

    def reset(self) -> None:
        """It works again: the next failure waits as the first one does."""
        self._failures = 0

    def next_wait_s(self, held_s: float = 0.0) -> float:
        """The wait after an attempt that was live for `held_s` seconds: between half and all of the step."""
        if held_s >= GOOD_STRETCH_S:
            self.reset()
        step_s = min(self._cap_s, self._first_s * 2.0 ** min(self._failures, 10))
        self._failures += 1
        return step_s * self._rng.uniform(0.5, 1.0)
