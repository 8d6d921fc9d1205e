"""A host of the engine in the place of Home Assistant, in a process of its own, and ways to kill it and what is below it.

`python -m benchmarks.house ORDER NOTES` runs an engine as the order (a `Configure` as the pipe has it) says, starts it
again when it dies, and writes the id of each clip that it is told of into the notes.
"""

from collections.abc import Sequence
import os
from pathlib import Path
import random
import signal
import subprocess
import sys
from typing import NoReturn

from mat_than_engine.messages import HEADER, decode_report, frame_length
from mat_than_engine.reports import ClipSaved
from scripts.live.process_tree import descendants_of

ROOT = Path(__file__).parents[1]
LIB = ROOT / "custom_components/mat_than/lib"
KINDS = ("engine", "part", "whole engine", "home", "home and engine")  # what may be killed


def host(order: Path, acknowledged: Path) -> NoReturn:
    """Run an engine as ordered, start it again when it dies, and write down each clip it tells of."""
    engine: subprocess.Popen[bytes] | None = None
    ending = False

    def end(*_: object) -> None:
        nonlocal ending
        ending = True
        if engine is not None and engine.stdin is not None:
            engine.stdin.close()

    signal.signal(signal.SIGTERM, end)
    notes = os.open(acknowledged, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    while not ending:
        engine = subprocess.Popen(
            [sys.executable, "-m", "mat_than_engine"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(LIB)},
        )
        assert engine.stdin is not None
        assert engine.stdout is not None
        try:
            engine.stdin.write(order.read_bytes())
            engine.stdin.flush()
            while len(header := engine.stdout.read(HEADER.size)) == HEADER.size:
                report = decode_report(engine.stdout.read(frame_length(header)))
                if isinstance(report, ClipSaved):
                    os.write(notes, f"{report.clip.clip_id}\n".encode())
        except OSError, ValueError:
            pass  # killed in the middle of a word
        engine.wait()
    raise SystemExit(0)


class House:
    """A host with its engine, and ways to kill them."""

    def __init__(self, folder: Path, order: Path) -> None:
        self._folder = folder
        self._order = order
        self.acknowledged = folder / "acknowledged.txt"
        self._log = (folder / "engine.log").open("ab")
        self._host = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        words = [sys.executable, "-m", "benchmarks.house", str(self._order), str(self.acknowledged)]
        return subprocess.Popen(words, stderr=self._log, env=os.environ | {"PYTHONPATH": f"{ROOT}:{LIB}"})

    def kill(self, kind: str, dice: random.Random) -> None:
        """SIGKILL, as the kind says; whatever would start again in a home does."""
        tree = descendants_of(self._host.pid)
        engine, parts = tree[:1], tree[1:]
        match kind:
            case "engine":
                kill(engine)
            case "part":
                kill(dice.sample(parts, min(1, len(parts))))
            case "whole engine":
                kill(tree)
            case "home":
                self._kill_host([])
            case _:
                self._kill_host(tree)

    def _kill_host(self, others: Sequence[int]) -> None:
        kill([self._host.pid, *others])
        self._host.wait()
        self._host = self._start()

    def stop(self) -> None:
        """End it as Home Assistant ends."""
        self._host.terminate()
        self._host.wait(30)
        self._log.close()


def kill(pids: Sequence[int]) -> None:
    """SIGKILL to all of them, those that are gone already left out."""
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue


if __name__ == "__main__":
    host(Path(sys.argv[1]), Path(sys.argv[2]))
