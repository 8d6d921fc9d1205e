"""`python -m mat_than_engine`: the engine as a child process of Home Assistant, spoken to over its standard pipes.

`python -m mat_than_engine detect …` looks for motion in a file instead. The process ends when its input closes, when
a frame cannot be read, or when nobody reads its reports; it never outlives Home Assistant.
"""

import logging
import os
import sys
import threading
from typing import NoReturn

from .allocator import keep_pages
from .clock import SystemClock
from .engine import Engine
from .messages import PIPE_VERSION
from .pipe import ReportPipe, read_command
from .redact import RedactingFormatter
from .reports import Hello
from .seeing.image_ops import backend
from .wire import WireError

SOFTWARE = "0.1.0"
NICENESS = 5  # Home Assistant's own loop comes first
STOP_S = 1.4  # with the pipe's rest below, the process is gone within two seconds
_LOG = logging.getLogger("mat_than_engine")


def main(arguments: list[str]) -> int:
    """Run as the arguments say; the exit code."""
    if arguments and arguments[0] == "detect":
        from .detect import main as detect  # noqa: PLC0415 - the child process has no use for it

        return detect(arguments[1:])
    _log_to_stderr()
    os.nice(NICENESS)
    keep_pages()
    pipe = ReportPipe()
    engine = Engine(pipe.put, SystemClock())
    pipe.start()
    pipe.put(Hello(pipe_version=PIPE_VERSION, software=SOFTWARE, backend=backend().name, pid=os.getpid()))
    engine.start()
    code = _serve(engine, pipe)
    engine.stop(STOP_S)
    pipe.drain(0.3)
    return code


def _serve(engine: Engine, pipe: ReportPipe) -> int:
    """Obey commands until the pipe closes (0), breaks (1), or holds what is no command (2)."""
    codes: list[int] = []
    done = threading.Event()

    def read() -> None:
        try:
            while (command := read_command(stdin)) is not None:
                engine.obey(command)
            codes.append(0)
        except WireError as err:
            _LOG.error("a frame cannot be read: %s", err)
            codes.append(2)
        except Exception:  # noqa: BLE001 - the top of the command loop: an engine that cannot obey ends, and is started anew
            _LOG.exception("a command failed unexpectedly")
            codes.append(1)
        finally:
            done.set()

    stdin = sys.stdin.buffer
    threading.Thread(target=read, name="commands", daemon=True).start()
    while not done.wait(0.25):
        if pipe.broken.is_set():
            return 1
    return codes[0]


def _log_to_stderr() -> None:
    """Plain lines, `LEVEL logger: text`, without addresses; the host passes them on to its own log."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(RedactingFormatter("%(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])


def _end(code: int) -> NoReturn:
    """Leave without the interpreter's farewell: threads that wait in FFmpeg would hold it up, or crash in it."""
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    _end(main(sys.argv[1:]))
