"""`python -m mat_than_engine`: the engine as a child process of Home Assistant, spoken to over its standard pipes.

Without words this is the conductor, which starts the same program as its children: `shard VERSION HANDLE` runs
cameras, `workshop VERSION MANNER` works on files. `detect …` looks for motion in a file instead. Each role imports only
what it needs: the conductor no video library.
"""

# ruff: noqa: PLC0415 - a role's imports are its memory
import os
import sys

from . import SOFTWARE

NICENESS = 5  # Home Assistant's own loop comes first
WORKSHOP_NICENESS = 5  # beyond that: cameras come before copies


def main(words: list[str]) -> int:
    """Run as the words say; the exit code."""
    match words:
        case []:
            return run_conductor()
        case ["shard", version, handle]:
            return run_shard(version, int(handle))
        case ["workshop", version, manner]:
            return run_workshop(version, thorough=manner == "thorough")
        case ["detect", *rest]:
            from .detect import main as detect

            return detect(rest)
        case _:
            sys.stderr.write(f"{__doc__}\n")
            return 2


def run_conductor(module: str = "mat_than_engine", cores: int | None = None) -> int:
    """The conductor; its children are started from this module, at most one shard for each core."""
    from .clock import SystemClock
    from .messages import decode_command
    from .pipe import ReportPipe
    from .roles.child import ChildProgram
    from .roles.conductor import Conductor
    from .roles.serving import CONDUCTOR_STOP_S, log_to_stderr, serve

    log_to_stderr()
    os.nice(NICENESS)  # children inherit it
    pipe = ReportPipe()
    conductor = Conductor(pipe.put, SystemClock(), ChildProgram(module), cores)
    return serve(conductor, pipe, decode_command, CONDUCTOR_STOP_S)


def run_shard(version: str, handle: int) -> int:
    """A shard; `handle` is the page it shares with the conductor."""
    from .allocator import keep_pages
    from .clock import SystemClock
    from .marks import Marks
    from .messages import PIPE_VERSION, decode_errand
    from .pipe import ReportPipe
    from .reports import Hello
    from .roles.child import ANOTHER_VERSION
    from .roles.serving import log_to_stderr, serve
    from .roles.shard import Shard
    from .seeing.image_ops import backend

    if version != SOFTWARE:
        return ANOTHER_VERSION
    log_to_stderr()
    keep_pages()
    marks = Marks(handle)
    marks.catch_crashes()
    pipe = ReportPipe()
    pipe.put(Hello(pipe_version=PIPE_VERSION, software=SOFTWARE, backend=backend().name, pid=os.getpid()))
    return serve(Shard(pipe.put, SystemClock(), marks), pipe, decode_errand)


def run_workshop(version: str, *, thorough: bool = True) -> int:
    """The workshop; one that is not thorough leaves alone what kills left behind."""
    from .allocator import keep_pages
    from .clock import SystemClock
    from .messages import decode_errand
    from .pipe import ReportPipe
    from .roles.child import ANOTHER_VERSION
    from .roles.serving import log_to_stderr, serve
    from .roles.workshop import Workshop

    if version != SOFTWARE:
        return ANOTHER_VERSION
    log_to_stderr()
    keep_pages()
    os.nice(WORKSHOP_NICENESS)
    pipe = ReportPipe()
    return serve(Workshop(pipe.put, SystemClock(), thorough=thorough), pipe, decode_errand)


if __name__ == "__main__":
    from .roles.serving import leave

    leave(main(sys.argv[1:]))
