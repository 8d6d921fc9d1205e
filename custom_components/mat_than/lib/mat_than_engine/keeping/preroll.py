"""The last seconds of a stream, compressed, so that a clip can begin before its motion.

A bounded ring of whole groups of pictures (a key frame and all that leans on it, with the sound between). Fed by
`camera_task` from the main stream; `recorder` takes a clip's beginning out of it. What does not fit is dropped by
whole groups, oldest first, and counted.
"""

from collections import deque
from collections.abc import Iterable

from ..model import Packet
from ..source import Unit

LARGEST_BYTES = 48 * 1024 * 1024  # 60 s at 6 Mbit/s


class _Group:
    """A key frame and what follows it up to the next."""

    __slots__ = ("began_s", "size", "units")

    def __init__(self, began_s: float) -> None:
        self.began_s = began_s
        self.size = 0  # bytes
        self.units: list[Unit] = []


class PreRoll:
    """Holds at least `seconds` of a stream, from a key frame on, as long as they fit into `largest_bytes`."""

    def __init__(self, seconds: float, largest_bytes: int = LARGEST_BYTES) -> None:
        self._seconds = seconds
        self._largest_bytes = largest_bytes
        self._groups: deque[_Group] = deque()
        self._size = 0
        self._last_s = 0.0
        self.dropped = 0  # pictures that should still be here and are not

    @property
    def buffered(self) -> bool:
        """Whether a clip could begin now."""
        return bool(self._groups)

    @property
    def buffered_s(self) -> float:
        """How much is held."""
        return self._last_s - self._groups[0].began_s if self._groups else 0.0

    @property
    def size_bytes(self) -> int:
        """How much memory the packets take."""
        return self._size

    def add(self, units: Iterable[Unit]) -> None:
        """Take the next packets; what comes before the first key frame is of no use and let go."""
        group = self._groups[-1] if self._groups else None
        for unit in units:
            if isinstance(unit, Packet):
                self._last_s = unit.time_s
                if unit.key:
                    group = _Group(unit.time_s)
                    self._groups.append(group)
            if group is not None:
                group.units.append(unit)
                group.size += unit.size
                self._size += unit.size
        self._forget()

    def since(self, time_s: float) -> list[Unit]:
        """Everything from the last key frame at or before that time; from the oldest one held if all are later."""
        groups = list(self._groups)
        first = max((i for i, group in enumerate(groups) if group.began_s <= time_s), default=0)
        return [unit for group in groups[first:] for unit in group.units]

    def clear(self) -> None:
        """Forget everything: the stream was lost."""
        self._groups.clear()
        self._size = 0

    def _forget(self) -> None:
        """Let go of the groups that are older than asked for, and of the oldest while all are too large."""
        while len(self._groups) > 1 and self._groups[1].began_s <= self._last_s - self._seconds:
            self._size -= self._groups.popleft().size
        while self._size > self._largest_bytes:
            group = self._groups.popleft()
            self._size -= group.size
            self.dropped += sum(isinstance(unit, Packet) for unit in group.units)
