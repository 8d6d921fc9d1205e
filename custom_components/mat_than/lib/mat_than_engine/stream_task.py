"""One stream of a camera, kept alive: opened, read in batches, and after a failure opened again.

The supervisor and the single attempt are two functions, in one named daemon thread of their own; packets go to the
`StreamSink` in that thread. FFmpeg cannot be interrupted, so a stopped task may linger in a read until its
time-out; it hands on nothing any more.
"""

from enum import StrEnum
import logging
import threading
import time
from typing import Protocol

from .backoff import CAMERA_CAP_S, Backoff
from .clock import Clock
from .errors import CameraError, UnsuitedError
from .marks import Doing, Mark, unmarked
from .model import CameraState, Cause
from .settings import Transport
from .source import Source, Unit, open_source

_LOG = logging.getLogger(__name__)
UNSUITED_S = 24 * 3600.0  # a camera may be set up otherwise, or get other software


class Role(StrEnum):
    """Which of a camera's streams this is."""

    MAIN = "main"
    SUB = "sub"


class StreamSink(Protocol):
    """Who takes what a stream gives; called in the stream's thread."""

    def opened(self, role: Role, source: Source) -> None:
        """The stream is open; packets follow."""
        ...

    def received(self, role: Role, units: list[Unit]) -> float:
        """A batch, maybe empty. Returns how many seconds to sleep before the next one."""
        ...

    def closed(self, role: Role) -> None:
        """The stream of the last `opened` is gone."""
        ...

    def changed(self, role: Role, state: CameraState, cause: Cause | None, retry_in_s: float | None) -> None:
        """The supervisor connects, is live, or waits before it tries again."""
        ...


class StreamTask:
    """Keeps one stream open for as long as it is wanted."""

    def __init__(
        self, role: Role, url: str, transport: Transport, sink: StreamSink, clock: Clock, mark: Mark | None = None
    ) -> None:
        self._role = role
        self._url = url
        self._transport = transport
        self._sink = sink
        self._clock = clock
        self._mark = mark or unmarked()
        self._backoff = Backoff(cap_s=CAMERA_CAP_S)
        self._stop = threading.Event()
        self._by_ffmpeg = False
        self._own_again_s = 0.0  # when our own reader may be tried again, once FFmpeg's connection has ended
        self._live_since_s: float | None = None
        self._thread = threading.Thread(target=self._run, name=f"{role.value} stream", daemon=True)
        self.cpu_s = 0.0  # CPU time of this thread

    def start(self) -> None:
        """Begin, in a thread of its own."""
        self._thread.start()

    def stop(self) -> None:
        """Ask the thread to end; does not wait for it."""
        self._stop.set()

    def join(self, timeout_s: float) -> bool:
        """Wait for the thread; True when it ended."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        self._mark.take()
        try:
            self._supervise()
        finally:
            self._mark.release()

    def _supervise(self) -> None:
        while not self._stop.is_set():
            self._live_since_s = None
            file_ended = False
            try:
                file_ended = self._attempt()
                cause = Cause.ENDED
            except CameraError as err:
                cause = err.cause
            except UnsuitedError as err:
                self._by_ffmpeg = True
                self._own_again_s = self._clock.monotonic_s() + (0.0 if err.passing else UNSUITED_S)
                continue
            except Exception:  # noqa: BLE001 - the top of a supervised loop: whatever it was, the camera is tried again
                _LOG.exception("the %s stream failed unexpectedly", self._role)
                cause = Cause.NO_DATA
            self._mark.set(Doing.NOTHING)
            self._by_ffmpeg = self._by_ffmpeg and self._clock.monotonic_s() < self._own_again_s
            if self._stop.is_set():
                return
            if file_ended:
                self._sink.changed(self._role, CameraState.OFF, Cause.ENDED, None)
                return
            held_s = 0.0 if self._live_since_s is None else self._clock.monotonic_s() - self._live_since_s
            wait_s = self._backoff.next_wait_s(held_s)
            self._sink.changed(self._role, CameraState.RETRYING, cause, round(wait_s, 1))
            self._clock.wait(self._stop, wait_s)

    def _attempt(self) -> bool:
        """Open and read until the task is stopped (False), a file is over (True), or CameraError."""
        self._sink.changed(self._role, CameraState.CONNECTING, None, None)
        self._mark.set(Doing.OPENING)
        source = open_source(
            self._url, self._transport, self._clock, sound=self._role is Role.MAIN, by_ffmpeg=self._by_ffmpeg
        )
        try:
            if self._stop.is_set():
                return False
            self._read(source)
        except CameraError as err:
            if source.is_file and err.cause is Cause.ENDED:
                return True
            raise
        finally:
            # Before the container closes: a recording is still made of its streams.
            self._sink.closed(self._role)
            source.close()
        return False

    def _read(self, source: Source) -> None:
        self._sink.opened(self._role, source)
        while not self._stop.is_set():
            self._mark.set(Doing.READING)
            units = source.read_batch()
            if self._stop.is_set():
                return
            if self._live_since_s is None and units:
                self._live_since_s = self._clock.monotonic_s()
                self._sink.changed(self._role, CameraState.LIVE, None, None)
            self._mark.set(Doing.LOOKING)
            pause_s = self._sink.received(self._role, units)
            if source.begins_anew:
                self._begin_anew(source)
                pause_s = 0.0
            self._mark.set(Doing.NOTHING)
            self.cpu_s = time.thread_time()
            self._clock.wait(self._stop, min(pause_s, source.longest_rest_s))

    def _begin_anew(self, source: Source) -> None:
        """End what the sink made for the pictures so far (a recording, a detector): those that follow are others."""
        self._sink.closed(self._role)
        source.corrupt = 0  # counted by the sink
        source.begin_anew()
        self._sink.opened(self._role, source)
