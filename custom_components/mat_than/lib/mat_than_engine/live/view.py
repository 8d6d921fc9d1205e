"""One live view: takes a camera's packets, makes pieces of them in a thread of its own, hands them to its outlet.

The camera's thread only puts packets into a bounded queue. While the queue is full (a slow host, an encoder that cannot
follow) pictures are dropped up to the next key frame, and counted: the newest is worth more than the whole.
"""

from collections.abc import Callable
from dataclasses import dataclass
import logging
import queue
import threading
from typing import Literal

import av

from ..clock import Clock, wall_at
from ..commands import Live
from ..marks import Doing, Mark
from ..model import Packet
from ..reports import Done, Report
from ..source import Source
from .fragments import Coded
from .makers import Maker, make_maker
from .outlet import Outlet, OutletError
from .piece import PieceKind

_LOG = logging.getLogger(__name__)
MOST_WAITING = 300  # pictures
STALLED_S = 20.0  # without a picture the view is over
LOOK_EVERY_S = 0.25

type LiveError = Literal["not_live", "failed"]


@dataclass(frozen=True, slots=True)
class _Begin:
    """The pictures that follow are of another stream than those before."""

    maker: Maker


class LiveView:
    """The view that one `Live` command asks for. It ends by itself, and says so with the command's last word."""

    def __init__(self, order: Live, report: Callable[[Report], None], clock: Clock, mark: Mark) -> None:
        """`mark` is its own, given back when the view is over."""
        self.order = order
        self.over = False
        self._mark = mark
        self._report = report
        self._clock = clock
        self._began_s = clock.monotonic_s()
        self._waiting: queue.Queue[_Begin | Coded] = queue.Queue(MOST_WAITING)
        self._stop = threading.Event()
        self._error: LiveError | None = None
        self._source: tuple[Source, av.VideoStream] | None = None
        self._offset_s = 0.0  # from the stream's time to the view's
        self._free_from_s = 0.0  # the view's time after its last picture
        self._needs_key = True
        self._maker: Maker | None = None
        self.dropped = 0  # pictures
        self.fragments = 0

    def start(self) -> None:
        """Begin, in a thread of its own."""
        threading.Thread(target=self._work, name="live view", daemon=True).start()

    def stop(self, error: LiveError | None = None) -> None:
        """End it."""
        self._error = error
        self._stop.set()

    # -- in the camera's thread

    def receive(self, source: Source, packets: list[Packet]) -> None:
        """A batch of the stream that is shown."""
        for packet in packets:
            if self._source != (source, source.video):
                if not packet.key:
                    continue
                if not self._begin(source):
                    return
                # A picture may have come before the view began, or before the last one of another stream.
                moment_s = source.clock.monotonic_of(packet.time_s) - self._began_s
                self._offset_s = max(moment_s, self._free_from_s) - packet.time_s
            if self._needs_key and not packet.key:
                self.dropped += 1
                continue
            self._needs_key = not self._put(self._coded(source, packet))
            self.dropped += self._needs_key

    def _begin(self, source: Source) -> bool:
        """Made here and not in the view's thread: the stream's parameters are only there while its camera is."""
        try:
            maker = make_maker(source.video, self.order.masks, source.facts.fps)
        except (av.FFmpegError, OSError, ValueError) as err:
            _LOG.warning("a live view cannot hold what the camera sends: %s", type(err).__name__)
            self.stop(error="failed")
            return False
        if not self._put(_Begin(maker)):
            maker.close()
            return False
        self._source = (source, source.video)
        return True

    def _coded(self, source: Source, packet: Packet) -> Coded:
        raw = packet.raw
        later_s = 0.0
        if raw.pts is not None and raw.dts is not None and raw.time_base is not None:
            later_s = max(0.0, float((raw.pts - raw.dts) * raw.time_base))
        taken = wall_at(self._clock, source.clock.monotonic_of(packet.time_s))
        at_s = packet.time_s + self._offset_s
        self._free_from_s = at_s + source.time.interval_s
        return Coded(bytes(raw), packet.key, at_s, taken.timestamp(), later_s)

    def _put(self, item: _Begin | Coded) -> bool:
        try:
            self._waiting.put_nowait(item)
        except queue.Full:
            return False
        return True

    # -- in the view's own

    def _work(self) -> None:
        error: LiveError | None = "failed"
        self._mark.take()
        try:
            outlet = Outlet(self.order.outlet)
            try:
                self._show(outlet)
            finally:
                outlet.close()
            error = self._error
        except OutletError as err:
            _LOG.info("a live view ends: %s", err)
        except Exception:  # noqa: BLE001 - the top of the thread: whatever it was, the view is over and the camera is not
            _LOG.exception("a live view failed unexpectedly")
        finally:
            self.over = True
            self._end_maker()
            self._mark.release()
        _LOG.info("a live view is over: %d fragments, %d pictures dropped", self.fragments, self.dropped)
        self._report(Done(request_id=self.order.request_id, error=error, count=self.fragments))

    def _show(self, outlet: Outlet) -> None:
        picture_at_s = self._clock.monotonic_s()
        while not self._stop.is_set() and self._clock.monotonic_s() - self._began_s < self.order.for_s:
            try:
                item = self._waiting.get(timeout=LOOK_EVERY_S)
            except queue.Empty:
                if self._clock.monotonic_s() - picture_at_s > STALLED_S:
                    self._error = "not_live"
                    return
                continue
            picture_at_s = self._clock.monotonic_s()
            if isinstance(item, _Begin):
                self._end_maker()
                self._maker = item.maker
            elif self._maker is not None:
                self._mark.set(Doing.LOOKING)
                pieces = self._maker.take(item)
                self._mark.set(Doing.NOTHING)
                for piece in pieces:
                    if self._stop.is_set():
                        return
                    outlet.send(piece)
                    self.fragments += piece.kind is not PieceKind.INIT

    def _end_maker(self) -> None:
        maker, self._maker = self._maker, None
        if maker is not None:
            self._mark.set(Doing.LOOKING)
            try:
                maker.close()
            except (av.FFmpegError, OSError, ValueError) as err:
                _LOG.debug("the end of a stretch could not be written: %s", type(err).__name__)
            self._mark.set(Doing.NOTHING)
