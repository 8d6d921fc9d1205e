"""Counts wrong tries (passwords, codes) per address or name, in this process.

Bounded: when more keys are tried than it can hold, the oldest counts are forgotten first.
"""

from collections import OrderedDict
from datetime import datetime, timedelta

from .errors import Refusal
from .protocol.problems import Problem

_MOST_KEYS = 20_000


class AttemptLimit:
    """At most `most` wrong tries in `window_s` seconds."""

    def __init__(self, most: int, window_s: float) -> None:
        self._most = most
        self._window = timedelta(seconds=window_s)
        self._tries: OrderedDict[str, list[datetime]] = OrderedDict()

    def check(self, key: str, now: datetime) -> None:
        """Refusal `quota` when `key` has used up its tries."""
        recent = self._recent(key, now)
        if len(recent) >= self._most:
            raise Refusal(Problem.QUOTA, retry_after_s=(recent[0] + self._window - now).total_seconds())

    def count(self, key: str, now: datetime) -> None:
        """A try by `key` was wrong."""
        self._tries[key] = [*self._recent(key, now), now]
        self._tries.move_to_end(key)
        while len(self._tries) > _MOST_KEYS:
            self._tries.popitem(last=False)

    def forget(self, key: str) -> None:
        """A try by `key` was right."""
        self._tries.pop(key, None)

    def _recent(self, key: str, now: datetime) -> list[datetime]:
        return [moment for moment in self._tries.get(key, ()) if now - moment < self._window]
