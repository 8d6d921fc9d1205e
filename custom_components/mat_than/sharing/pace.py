"""How fast bodies go out: a token bucket, so that a camera's clips leave room on the line for the household.

Small bodies are never kept waiting; they are counted, and the next file waits the longer for it.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
import time
from typing import Final

BURST_S: Final = 1.0  # so much may go at once after a rest
_STEPS_PER_S: Final = 4
_LEAST_STEP_BYTES: Final = 1024
_LARGEST_STEP_BYTES: Final = 64 * 1024


class TokenBucket:
    """Bytes that may go, filled at `bytes_per_s`. What is taken beyond it is a debt that has to be waited for."""

    def __init__(self, bytes_per_s: float, burst_bytes: float, clock: Callable[[], float]) -> None:
        self._bytes_per_s = bytes_per_s
        self._burst_bytes = burst_bytes
        self._clock = clock
        self._tokens = burst_bytes
        self._filled_at = clock()

    def take(self, size_bytes: int) -> float:
        """Take them; the seconds to wait before they go."""
        now = self._clock()
        # A clock that is not moved forward fills nothing, and one that is set back takes nothing away.
        filled = max(0.0, now - self._filled_at) * self._bytes_per_s
        self._tokens = min(self._burst_bytes, self._tokens + filled) - size_bytes
        self._filled_at = now
        return max(0.0, -self._tokens / self._bytes_per_s)


class Pace:
    """The pace of one line, in kilobits a second, for all that goes out on it."""

    def __init__(self, kbit_s: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.bytes_per_s = kbit_s * 1000 / 8
        step = int(self.bytes_per_s / _STEPS_PER_S)
        self._step_bytes = min(max(step, _LEAST_STEP_BYTES), _LARGEST_STEP_BYTES)
        self._bucket = TokenBucket(self.bytes_per_s, self.bytes_per_s * BURST_S, clock)

    def note(self, size_bytes: int) -> None:
        """So much goes without waiting."""
        self._bucket.take(size_bytes)

    async def paced(self, pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
        """The same bytes, in small steps, no faster than the pace."""
        async for piece in pieces:
            for start in range(0, len(piece), self._step_bytes):
                step = piece[start : start + self._step_bytes]
                if (wait_s := self._bucket.take(len(step))) > 0:
                    await asyncio.sleep(wait_s)
                yield step
