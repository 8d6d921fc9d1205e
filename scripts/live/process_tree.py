"""Who descends from a process, and what all of them take of this machine, from /proc."""

from collections import defaultdict
from dataclasses import dataclass
import os
from pathlib import Path

_TICKS_PER_S = os.sysconf("SC_CLK_TCK")
_MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Use:
    """The sums over a tree. `cpu_s` counts ended children too, as long as their parent waited for them."""

    processes: int = 0
    threads: int = 0
    files: int = 0
    rss_mb: float = 0.0
    pss_mb: float = 0.0  # shared pages counted once
    cpu_s: float = 0.0


def use_of(root: int) -> Use:
    """The tree of `root` as it is now; what ends while we look is left out."""
    found = [one for pid in (root, *descendants_of(root)) if (one := _use_of_one(pid)) is not None]
    return Use(
        processes=len(found),
        threads=sum(one.threads for one in found),
        files=sum(one.files for one in found),
        rss_mb=round(sum(one.rss_mb for one in found), 2),
        pss_mb=round(sum(one.pss_mb for one in found), 2),
        cpu_s=round(sum(one.cpu_s for one in found), 2),
    )


def children_of(pid: int) -> list[int]:
    """The processes that `pid` started and that still run."""
    return [child for child, (state, parent) in _parents().items() if parent == pid and state != "Z"]


def command_line(pid: int) -> str:
    """How a process was started, or nothing when it has ended."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""


def descendants_of(root: int) -> list[int]:
    """A process's children and theirs, parents first."""
    children: dict[int, list[int]] = defaultdict(list)
    for pid, (_, parent) in _parents().items():
        children[parent].append(pid)
    found = list(children[root])
    for pid in found:
        found += children[pid]
    return found


def _parents() -> dict[int, tuple[str, int]]:
    """Of every process of the machine its state and its parent."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, parent = _stat(int(folder.name))[:2]
        except OSError:
            continue  # ended while we looked
        found[int(folder.name)] = (state, int(parent))
    return found


def _stat(pid: int) -> list[str]:
    """The fields after the name: state, parent, …"""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def _use_of_one(pid: int) -> Use | None:
    try:
        stat = _stat(pid)
        memory = _memory_kb(pid)
        files = len(list(Path(f"/proc/{pid}/fd").iterdir()))
    except OSError:
        return None
    return Use(
        processes=1,
        threads=int(stat[17]),
        files=files,
        rss_mb=memory.get("Rss", 0) * 1024 / _MB,
        pss_mb=memory.get("Pss", 0) * 1024 / _MB,
        cpu_s=sum(map(int, stat[11:15])) / _TICKS_PER_S,
    )


def _memory_kb(pid: int) -> dict[str, int]:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    return {name: int(rest.split()[0]) for name, _, rest in (line.partition(":") for line in lines)}
