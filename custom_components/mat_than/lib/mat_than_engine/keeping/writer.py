"""Who writes: a name for each process that records, and whether that process still runs.

Recordings and spans of the ledger carry their writer's name, so that after one process died its own are mended and
nobody else's. The name holds the machine's boot, the process and when it started: no later process bears it.
"""

from functools import cache
from itertools import count
import os
from pathlib import Path

_numbers = count()


def new_writer() -> str:
    """A name for a writer in this process: boot, process, its start, a number."""
    return f"{boot_id()}.{os.getpid()}.{_started(os.getpid())}.{next(_numbers)}"


def boot_of(writer: str) -> str:
    """Which run of the machine a writer belongs to."""
    return writer.partition(".")[0]


def runs_elsewhere(writer: str) -> bool:
    """Whether the writer's process runs, and is not this one."""
    boot, _, rest = writer.partition(".")
    pid, _, rest = rest.partition(".")
    started = rest.partition(".")[0]
    if boot != boot_id() or not pid.isdecimal() or int(pid) == os.getpid():
        return False
    return started == _started(int(pid)) != ""


@cache
def boot_id() -> str:
    """A name for this run of the machine."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except OSError:
        return "unknown"


def _started(pid: int) -> str:
    """When a process started, in ticks since the boot; empty when there is none, or it is dead and not yet buried."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if fields[0] in {"Z", "X"} else fields[19]
