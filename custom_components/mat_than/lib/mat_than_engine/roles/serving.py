"""What the roles have in common: they obey frames from standard input, report on standard output, and end with it.

A role ends when its input closes, when a frame cannot be read, or when nobody reads its reports; then it has two
seconds for its last words, and is gone after them whatever still hangs. So nothing outlives the process that started it.
"""

from collections.abc import Callable
import faulthandler
import logging
import os
import signal
import sys
import threading
from typing import NoReturn, Protocol

from ..pipe import ReportPipe, read_frame
from ..redact import RedactingFormatter
from ..wire import WireError

_LOG = logging.getLogger(__name__)
STOP_S = 1.2  # of a child; the conductor waits for its children
CONDUCTOR_STOP_S = 1.6
DRAIN_S = 0.2
TICK_S = 1.0


class Role[M](Protocol):
    """What a process does between its first and its last frame."""

    def start(self) -> None:
        """Begin, in threads of its own."""
        ...

    def obey(self, message: M) -> None:
        """Carry a message out, or see to it; never blocks for long."""
        ...

    def tick(self) -> bool:
        """Called at the start and then once a second: whether to go on."""
        ...

    def stop(self, timeout_s: float) -> None:
        """Bring to an end what is going on, in that time."""
        ...


def serve[M](role: Role[M], pipe: ReportPipe, decode: Callable[[bytes], M], stop_s: float = STOP_S) -> int:
    """Run a role to its end; the process's exit code: 0 asked to end, 1 broken, 2 a frame that cannot be read."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to all; the end comes through the pipe
    pipe.start()
    role.start()
    code = _obey(role, pipe, decode)
    _end_for_sure(code, stop_s + DRAIN_S + 0.1)
    role.stop(stop_s)
    pipe.drain(DRAIN_S)
    return code


def _obey[M](role: Role[M], pipe: ReportPipe, decode: Callable[[bytes], M]) -> int:
    codes: list[int] = []
    done = threading.Event()
    stdin = sys.stdin.buffer

    def read() -> None:
        try:
            while (frame := read_frame(stdin)) is not None:
                role.obey(decode(frame))
            codes.append(0)
        except WireError as err:
            _LOG.error("a frame cannot be read: %s", err)
            codes.append(2)
        except Exception:  # noqa: BLE001 - the top of the loop: a process that cannot obey ends, and is started anew
            _LOG.exception("a command failed unexpectedly")
            codes.append(1)
        finally:
            done.set()

    threading.Thread(target=read, name="commands", daemon=True).start()
    while role.tick() and not pipe.broken.is_set():
        if done.wait(TICK_S):
            return codes[0]
    return 1


def log_to_stderr() -> None:
    """Plain lines, `LEVEL logger: text`, without addresses; the host passes them on to its own log."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(RedactingFormatter("%(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    faulthandler.enable()  # a decoder's crash says where it was; names of functions, no values


def leave(code: int) -> NoReturn:
    """Leave without the interpreter's farewell: threads that wait in FFmpeg would hold it up, or crash in it."""
    sys.stderr.flush()
    os._exit(code)


def _end_for_sure(code: int, gone_s: float) -> None:
    """A disk or a decoder that hangs must not keep the process beyond its time."""
    watchdog = threading.Timer(gone_s, os._exit, (code,))
    watchdog.daemon = True
    watchdog.start()
