"""The last seconds of each live view, in this process's memory and nowhere else, and those who look at them.

A home puts pieces in, watchers take them out: whoever joins begins with the newest key frame, whoever is slow misses
what fell out meanwhile. A room is bounded in pieces and bytes and is gone with its view.
"""

import asyncio
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
import hashlib

from ..changes.service import Hints
from ..errors import Refusal
from ..protocol.problems import Problem
from .film import Fragment

MOST_ROOMS = 64
MOST_PIECES = 20  # about as many seconds
MOST_BYTES = 12 * 1024 * 1024
LOOKS_S = 10.0  # a watcher that took nothing for so long does not look any more


@dataclass(slots=True, eq=False)
class Watcher:
    """Somebody who looks, and what he has."""

    taken_s: float
    hints: Hints = field(default_factory=Hints)
    piece: int = 0  # the last that he has, by the room's own count; 0 is none
    init: int = 0


class Room:
    """One view's pieces."""

    def __init__(self) -> None:
        self.closed = False
        self.last_number = 0  # of the home's fragments
        self._last_digest = ""
        self._init = b""
        self._inits = 0
        self._pieces: deque[tuple[int, Fragment]] = deque()
        self._count = 0
        self._size = 0
        self._watchers: set[Watcher] = set()

    # -- what the home puts in

    def put_init(self, data: bytes) -> None:
        """How the fragments that follow are to be read. The same again is no change."""
        if data == self._init:
            return
        self._init = data
        self._inits += 1
        self._pieces.clear()
        self._size = 0

    def put(self, number: int, fragment: Fragment) -> bool:
        """Take a fragment; False for the last one again. Numbers grow: what was dropped on the way never comes."""
        digest = hashlib.sha256(fragment.data).hexdigest()
        if not self._init:
            raise Refusal(Problem.CONFLICT, [("", "has no init segment")])
        if number == self.last_number and digest == self._last_digest:
            return False
        if number <= self.last_number:
            raise Refusal(Problem.CONFLICT, [("", "is not the next fragment")])
        self.last_number, self._last_digest = number, digest
        self._count += 1
        self._pieces.append((self._count, fragment))
        self._size += len(fragment.data)
        while len(self._pieces) > MOST_PIECES or self._size > MOST_BYTES:
            self._size -= len(self._pieces.popleft()[1].data)
        for watcher in self._watchers:
            watcher.hints.give()
        return True

    def close(self) -> None:
        """It is over: nothing is left of it, and who looks is told."""
        self.closed = True
        self._pieces.clear()
        self._init = b""
        self._size = 0
        for watcher in self._watchers:
            watcher.hints.give()

    # -- who looks

    @contextmanager
    def watching(self, now_s: float) -> Iterator[Watcher]:
        """Somebody looks, as long as the block lasts."""
        watcher = Watcher(now_s)
        self._watchers.add(watcher)
        try:
            yield watcher
        finally:
            self._watchers.discard(watcher)

    def take(self, watcher: Watcher, now_s: float) -> bytes:
        """What has come since he last took something; of a view that he joins, from its newest key frame on."""
        watcher.taken_s = now_s
        begins = watcher.init != self._inits
        pieces = [(count, piece) for count, piece in self._pieces if count > watcher.piece]
        if begins:
            keys = [at for at, (_, piece) in enumerate(pieces) if piece.key]
            pieces = pieces[keys[-1] :] if keys else []
        if not pieces:
            return b""
        head = self._init if begins else b""
        watcher.piece, watcher.init = pieces[-1][0], self._inits
        return head + b"".join(piece.data for _, piece in pieces)

    def looking(self, now_s: float) -> int:
        """How many look now."""
        return sum(now_s - watcher.taken_s < LOOKS_S for watcher in self._watchers)


class Rooms:
    """The rooms of this process, by view."""

    def __init__(self) -> None:
        self._rooms: dict[str, Room] = {}

    def open(self, live_id: str, lasts_s: float) -> Room:
        """The room of a view that runs; made when there is none, and closed by itself when the view's time is over."""
        room = self._rooms.get(live_id)
        if room is None:
            if len(self._rooms) >= MOST_ROOMS:
                raise Refusal(Problem.OVERLOADED, retry_after_s=10)
            room = self._rooms[live_id] = Room()
            asyncio.get_running_loop().call_later(max(0.0, lasts_s), self.close, live_id)
        return room

    def close(self, live_id: str) -> None:
        """The view is over."""
        room = self._rooms.pop(live_id, None)
        if room is not None:
            room.close()

    def watching(self, live_id: str) -> int:
        """How many look at a view now."""
        room = self._rooms.get(live_id)
        return 0 if room is None else room.looking(asyncio.get_running_loop().time())
