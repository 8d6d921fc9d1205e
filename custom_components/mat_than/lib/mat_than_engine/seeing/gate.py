"""Is a look worth it? Asked of packet sizes alone, at about a microsecond a packet.

Under variable bit rate a mover costs bytes; under constant bit rate and at night the sizes say little. So the gate
decides nothing: half open it asks for a look at the next key frame, which is cheap, wide open for one now, which
means decoding all since the last key frame. Every opening that shows nothing makes it stricter. The excess of
log2(size) over its median feeds a one-sided cumulative sum.
"""

from collections import deque
from enum import IntEnum
import math

MEMORY_PACKETS = 300  # 20 s at 15 a second: shorter learns the mover, longer misses the change of light
LEARNS_PACKETS = 30
REFRESH_PACKETS = 30  # sorting 300 numbers this rarely costs under a microsecond a packet
SIGMAS_PER_IQR = 1 / 1.35
LEAST_SIGMA = 0.08  # octaves; a constant bit rate's sizes hardly differ, and their jitter is no news
SLACK = 1.2  # sigmas above the median that are still nothing
LARGEST_STEP, SMALLEST_STEP = 5.0, -1.0  # one huge packet (a scene change) is not yet motion
OPENS_AT = 10.0  # accumulated sigmas: three packets far out, or a dozen just outside
HALF_OPEN_AT = 4.0  # one packet far out and one outside
STRICTER = 1.35  # after each opening that showed nothing
STRICTEST = 12.0
RELAXES_PACKETS = 3000  # an empty opening is half forgotten after about three minutes


class Opening(IntEnum):
    """What the gate asks for."""

    SHUT = 0
    NEXT_KEY = 1  # a look at the next key frame
    NOW = 2


class Gate:
    """The sizes of one stream's inter packets."""

    def __init__(self) -> None:
        self._octaves: deque[float] = deque(maxlen=MEMORY_PACKETS)
        self._median, self._sigma = 0.0, 1.0
        self._until_refresh = LEARNS_PACKETS
        self._learnt = False
        self._sum = 0.0
        self._strictness = {Opening.NEXT_KEY: 1.0, Opening.NOW: 1.0}

    def add(self, size: int) -> Opening:
        """Take an inter packet's size in bytes."""
        octaves = math.log2(size + 1)
        self._octaves.append(octaves)
        self._until_refresh -= 1
        if self._until_refresh == 0:
            self._refresh()
        if not self._learnt:
            return Opening.SHUT
        excess = (octaves - self._median) / self._sigma
        self._sum = max(0.0, self._sum + min(LARGEST_STEP, max(SMALLEST_STEP, excess)) - SLACK)
        if self._sum >= OPENS_AT * self._strictness[Opening.NOW]:
            self._sum = 0.0
            return Opening.NOW
        half_open = self._sum >= HALF_OPEN_AT * self._strictness[Opening.NEXT_KEY]
        return Opening.NEXT_KEY if half_open else Opening.SHUT

    def report(self, opening: Opening, *, found: bool) -> None:
        """What the last opening of that width showed."""
        self._strictness[opening] = 1.0 if found else min(STRICTEST, self._strictness[opening] * STRICTER)

    def _refresh(self) -> None:
        self._learnt, self._until_refresh = True, REFRESH_PACKETS
        ordered = sorted(self._octaves)
        quarter = len(ordered) // 4
        self._median = ordered[len(ordered) // 2]
        self._sigma = max(LEAST_SIGMA, (ordered[-quarter - 1] - ordered[quarter]) * SIGMAS_PER_IQR)
        for opening, strictness in self._strictness.items():
            self._strictness[opening] = max(1.0, strictness * 0.5 ** (REFRESH_PACKETS / RELAXES_PACKETS))
