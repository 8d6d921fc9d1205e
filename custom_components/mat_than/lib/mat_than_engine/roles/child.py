"""A child of the conductor: one process from its start to its end, spoken to and listened to by threads of its own.

What it says and that it ended become events of the conductor's inbox, in order. It is sent away by closing its
input, and never outlives the conductor: when that dies, however it dies, the input closes too.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
import logging
import queue
import subprocess
import sys
import threading

from ..commands import Command
from ..errands import Errand
from ..messages import decode_report, encode
from ..pipe import read_frame
from ..reports import Report
from ..wire import WireError

_LOG = logging.getLogger(__name__)
MOST_WAITING = 1000  # errands for a child that does not read
ANOTHER_VERSION = 64  # how a child ends that was updated on the disk since its conductor started
LINGER_S = 2.5  # after its output closed

type Inbox = queue.Queue[Said | Ended | Command | None]  # None wakes whoever waits


@dataclass(frozen=True, slots=True)
class ChildProgram:
    """What is started as a child, with the role's words after it: a module on this process's import path."""

    module: str = "mat_than_engine"


@dataclass(frozen=True, slots=True)
class Said:
    """A child reported something."""

    child: Child
    report: Report


@dataclass(frozen=True, slots=True)
class Ended:
    """A child is gone, and its process is buried."""

    child: Child
    code: int  # negative: the signal that killed it


class Child:
    """One process. Every call may come from any thread and blocks for nothing."""

    def __init__(
        self, program: ChildProgram, words: Sequence[str], inbox: Inbox, handles: tuple[int, ...] = ()
    ) -> None:
        """Start it; `handles` are inherited under their numbers. OSError when there is no room for a process."""
        self._inbox = inbox
        self._outgoing: queue.Queue[Errand | None] = queue.Queue(MOST_WAITING)
        self._process = subprocess.Popen(
            [sys.executable, "-m", program.module, *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            pass_fds=handles,
        )
        threading.Thread(target=self._listen, name="child's reports", daemon=True).start()
        threading.Thread(target=self._speak, name="child's errands", daemon=True).start()

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def send(self, errand: Errand) -> None:
        """Have it do something. A child that has stopped reading is killed."""
        self._put(errand)

    def dismiss(self) -> None:
        """Let it end by itself: its input closes after what was sent."""
        self._put(None)

    def kill(self) -> None:
        """End it now."""
        self._process.kill()  # does nothing to one that is already buried

    def wait(self, timeout_s: float) -> bool:
        """Wait for its end; True when it has ended."""
        try:
            self._process.wait(timeout_s)
        except subprocess.TimeoutExpired:
            return False
        return True

    def _put(self, errand: Errand | None) -> None:
        try:
            self._outgoing.put_nowait(errand)
        except queue.Full:
            _LOG.error("a process of the engine does not read its input")
            self.kill()

    def _speak(self) -> None:
        stdin = self._process.stdin
        assert stdin is not None  # noqa: S101 - it was started with a pipe
        try:
            while (errand := self._outgoing.get()) is not None:
                stdin.write(encode(errand))
                stdin.flush()
        except OSError, ValueError:
            pass  # it has ended; `_listen` says so
        finally:
            with suppress(OSError):  # what was still to be written has no reader
                stdin.close()

    def _listen(self) -> None:
        stdout = self._process.stdout
        assert stdout is not None  # noqa: S101 - it was started with a pipe
        try:
            while (frame := read_frame(stdout)) is not None:
                self._inbox.put(Said(self, decode_report(frame)))
        except WireError, OSError:
            _LOG.error("a process of the engine said something that cannot be read")
            self.kill()
        if not self.wait(LINGER_S):
            self.kill()
            self._process.wait()
        stdout.close()
        self._put_end()

    def _put_end(self) -> None:
        self._inbox.put(Ended(self, self._process.returncode))
        self._put(None)
