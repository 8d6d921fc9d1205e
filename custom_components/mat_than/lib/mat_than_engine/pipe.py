"""A process's end of the pipe to whoever started it: frames from standard input, reports to standard output.

Standard output belongs to the frames alone: whatever else prints lands on standard error. Reports wait in a bounded
queue for a host that is slow to read; figures and updates are dropped and counted when it is full, and a host that
does not read at all is taken for gone.
"""

import logging
import os
import queue
import sys
import threading
from typing import IO

from .messages import HEADER, encode, frame_length
from .reports import CameraFigures, MotionReport, Report
from .wire import WireError

_LOG = logging.getLogger(__name__)
QUEUE_LENGTH = 2000
PATIENCE_S = 30.0  # Home Assistant's start may keep its event loop busy for this long


class ReportPipe:
    """Writes reports in a thread of its own."""

    def __init__(self) -> None:
        self._out = os.dup(1)
        os.dup2(2, 1)
        sys.stdout = sys.stderr
        self._waiting: queue.Queue[Report | None] = queue.Queue(QUEUE_LENGTH)
        self._thread = threading.Thread(target=self._write, name="reports", daemon=True)
        self.broken = threading.Event()
        self.dropped = 0

    def start(self) -> None:
        """Begin to write."""
        self._thread.start()

    def put(self, report: Report) -> None:
        """Hand a report over; from any thread."""
        spare = isinstance(report, CameraFigures) or (
            isinstance(report, MotionReport) and report.motion.phase == "update"
        )
        try:
            self._waiting.put(report, block=not spare, timeout=PATIENCE_S)
        except queue.Full:
            self.dropped += 1
            if not spare:
                self.broken.set()

    def drain(self, timeout_s: float) -> None:
        """Write what waits and end."""
        try:
            self._waiting.put(None, timeout=timeout_s)
        except queue.Full:
            return
        self._thread.join(timeout_s)

    def _write(self) -> None:
        while (report := self._waiting.get()) is not None:
            try:
                data = memoryview(encode(report))
                while data:
                    data = data[os.write(self._out, data) :]
            except ValueError:
                _LOG.exception("a report cannot be written")
            except OSError:
                self.broken.set()
                return


def read_frame(stream: IO[bytes]) -> bytes | None:
    """The JSON of the next frame, or None when the other end has closed the pipe. WireError when it broke within one."""
    header = stream.read(HEADER.size)
    if not header:
        return None
    if len(header) < HEADER.size:
        raise WireError("", "the pipe broke within a frame")
    length = frame_length(header)
    data = stream.read(length)
    if len(data) < length:
        raise WireError("", "the pipe broke within a frame")
    return data
