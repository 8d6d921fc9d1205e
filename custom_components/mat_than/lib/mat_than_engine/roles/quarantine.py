"""Which cameras are kept away from their shard for a while, because its process died over them.

A camera that was in the decoder at three deaths within ten minutes stays away, longer each time; when it is let back,
a single further death over it is enough. After a death with several suspects these come back one after the other, so
that the next death tells which of them it was.
"""

from collections import defaultdict
from collections.abc import Sequence

BLAMES = 3
WITHIN_S = 600.0
FIRST_AWAY_S = 600.0
LONGEST_AWAY_S = 7200.0
APART_S = 0.5  # between two suspects that come back


class Quarantine:
    """The cameras of one shard."""

    def __init__(self) -> None:
        self._blames: dict[str, list[float]] = defaultdict(list)
        self._away_until: dict[str, float] = {}
        self._convicted: dict[str, int] = {}  # how often, of those that are or were kept away for it

    def blame(self, suspects: Sequence[str], now_s: float) -> list[str]:
        """The process died, and these were at it. Those that must stay away now for longer than a moment."""
        for camera_id in suspects:
            recent = [at_s for at_s in self._blames[camera_id] if now_s - at_s < WITHIN_S]
            self._blames[camera_id] = [*recent, now_s]
        most = max((len(self._blames[camera_id]) for camera_id in suspects), default=0)
        convicted = [c for c in suspects if most >= BLAMES and len(self._blames[c]) == most]
        for camera_id in convicted:
            self._convict(camera_id, now_s)
        others = [camera_id for camera_id in suspects if camera_id not in convicted]
        if len(others) > 1:
            for place, camera_id in enumerate(others):
                self._away_until[camera_id] = now_s + APART_S * place
        return convicted

    def _convict(self, camera_id: str, now_s: float) -> None:
        times = self._convicted[camera_id] = self._convicted.get(camera_id, 0) + 1
        away_s = min(LONGEST_AWAY_S, FIRST_AWAY_S * 2.0 ** (times - 1))
        self._away_until[camera_id] = now_s + away_s
        self._blames[camera_id] = [now_s + away_s] * (BLAMES - 1)

    def away_s(self, camera_id: str, now_s: float) -> float:
        """How much longer this camera stays away; 0 when it does not."""
        return max(0.0, self._away_until.get(camera_id, now_s) - now_s)

    def is_convicted(self, camera_id: str, now_s: float) -> bool:
        """Whether it stays away for what it did, not only to tell it from others."""
        return camera_id in self._convicted and self.away_s(camera_id, now_s) > 0

    def released(self, now_s: float) -> list[str]:
        """Those whose time is over, each told once."""
        free = [camera_id for camera_id, until_s in self._away_until.items() if until_s <= now_s]
        for camera_id in free:
            del self._away_until[camera_id]
        return free

    def forget(self, camera_id: str) -> None:
        """The camera was removed, or is set up anew: it starts without a past."""
        self._blames.pop(camera_id, None)
        self._away_until.pop(camera_id, None)
        self._convicted.pop(camera_id, None)
