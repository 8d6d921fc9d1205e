"""The live views of one camera: begun, fed and ended. Called under the camera's lock."""

from collections.abc import Callable
from typing import Final

from ..clock import Clock
from ..commands import Live
from ..marks import Mark
from ..model import Packet
from ..reports import Done, Report
from ..source import Source
from .view import LiveView

MOST_VIEWS: Final = 3  # of several hubs at a time; each has a thread
REST_S: Final = 0.15  # between two batches while somebody looks


class LiveFeeds:
    """The views that go on."""

    def __init__(self, report: Callable[[Report], None], clock: Clock, new_mark: Callable[[], Mark]) -> None:
        self._report = report
        self._clock = clock
        self._new_mark = new_mark
        self._views: dict[str, LiveView] = {}

    @property
    def rest_s(self) -> float:
        """How long the camera's streams may rest between two batches."""
        return REST_S if self._going() else float("inf")

    def begin(self, order: Live) -> None:
        """Begin a view; answered with the order's last word when it is over."""
        if len(self._going()) >= MOST_VIEWS:
            self._report(Done(request_id=order.request_id, error="over_budget"))
            return
        view = self._views[order.request_id] = LiveView(order, self._report, self._clock, self._new_mark())
        view.start()

    def receive(self, source: Source, packets: list[Packet]) -> None:
        """A batch of the stream that is shown."""
        for view in self._going():
            view.receive(source, packets)

    def cancel(self, request_id: str) -> None:
        """End a view, if it is one of these."""
        view = self._views.get(request_id)
        if view is not None:
            view.stop()

    def stop(self) -> None:
        """End them all: the camera goes."""
        for view in self._going():
            view.stop("not_live")
        self._views.clear()

    def _going(self) -> list[LiveView]:
        if not self._views:  # asked with each batch of each camera, and hardly ever is there one
            return []
        self._views = {request_id: view for request_id, view in self._views.items() if not view.over}
        return list(self._views.values())
