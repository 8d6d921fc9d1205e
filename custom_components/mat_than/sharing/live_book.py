"""The live views that officers asked for, and what became of each. In memory only: after a restart nobody looks any
more, and what waited is over, which is a no. Bounded; a hub that asks too much is not heard.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from homeassistant.core import CALLBACK_TYPE, callback

from ..lib.mat_than_engine.protocol.live import LiveEnding, LiveRequest

MOST_WAITING: Final = 5  # of one hub
MOST_KEPT: Final = 50


class LiveState(StrEnum):
    """Where a view stands, for the owner."""

    WAITING = "waiting"
    RUNNING = "running"
    DECLINED = "declined"
    EXPIRED = "expired"  # nobody answered, or it was taken back before
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedLive:
    """A view's page in the book."""

    hub: str  # `Hub.code`
    request: LiveRequest
    received_at: datetime
    state: LiveState = LiveState.WAITING
    consent_id: str | None = None  # under which it is shown
    unasked: bool = False  # the owner lets it be in these hours
    started_at: datetime | None = None
    until: datetime | None = None
    watching: int = 0
    ended_at: datetime | None = None
    ending: LiveEnding | None = None

    def is_open(self, now: datetime) -> bool:
        """Whether it can still be answered."""
        return self.state is LiveState.WAITING and now < self.request.answer_by


type Listener = Callable[[AskedLive], None]


class LiveBook:
    """The pages, and who is told when one changes its state."""

    def __init__(self) -> None:
        self._pages: dict[str, AskedLive] = {}
        self._listeners: list[tuple[str | None, Listener]] = []

    def get(self, live_id: str) -> AskedLive | None:
        """One view."""
        return self._pages.get(live_id)

    def pages(self) -> tuple[AskedLive, ...]:
        """All of them, newest first."""
        return tuple(sorted(self._pages.values(), key=lambda page: page.received_at, reverse=True))

    def running(self, camera_id: str | None = None) -> list[AskedLive]:
        """Those that are shown now, of one camera or of all."""
        return [
            page
            for page in self.pages()
            if page.state is LiveState.RUNNING and camera_id in (None, page.request.camera_id)
        ]

    def add(self, page: AskedLive) -> bool:
        """A view is asked for; False for one that is known, or one too many."""
        waiting = [p for p in self._pages.values() if p.hub == page.hub and p.is_open(page.received_at)]
        if page.request.live_id in self._pages or len(waiting) >= MOST_WAITING:
            return False
        self._pages[page.request.live_id] = page
        over = [p for p in self.pages() if p.state not in {LiveState.WAITING, LiveState.RUNNING}]
        for old in over[MOST_KEPT:]:
            del self._pages[old.request.live_id]
        self._tell(page)
        return True

    def put(self, page: AskedLive) -> None:
        """Write a page anew."""
        self._pages[page.request.live_id] = page
        self._tell(page)

    def close(self, live_id: str, state: LiveState, ending: LiveEnding, now: datetime) -> None:
        """It is over."""
        page = self._pages.get(live_id)
        if page is not None and page.state in {LiveState.WAITING, LiveState.RUNNING}:
            self.put(replace(page, state=state, ending=ending, ended_at=now, watching=0))

    @callback
    def async_listen(self, hub: str | None, listener: Listener) -> CALLBACK_TYPE:
        """Be told of each change of a page; None is of all hubs."""
        item = (hub, listener)
        self._listeners.append(item)
        return lambda: self._listeners.remove(item)

    def _tell(self, page: AskedLive) -> None:
        for wanted, listener in list(self._listeners):
            if wanted in (None, page.hub):
                listener(page)
