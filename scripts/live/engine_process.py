"""The engine as Home Assistant runs it: a child process that is spoken to over its pipe."""

from collections.abc import Callable
import contextlib
from pathlib import Path
import subprocess
import sys
import threading
from typing import BinaryIO, cast

from mat_than_engine.commands import Command
from mat_than_engine.messages import HEADER, decode_report, encode, frame_length
from mat_than_engine.reports import Report

from .process import CannotStartError, Child

LIB = Path(__file__).parents[2] / "custom_components/mat_than/lib"


class EngineProcess:
    """Starts the engine and hands on what it reports, in a thread of its own."""

    def __init__(self, log: Path, hear: Callable[[Report], None]) -> None:
        self._hear = hear
        self._child = Child("engine", [sys.executable, "-m", "mat_than_engine"], log)

    def start(self) -> None:
        """Start it, and listen."""
        self._child.start({"PYTHONPATH": str(LIB)}, piped=True)
        threading.Thread(target=self._listen, name="engine reports", daemon=True).start()

    @property
    def pid(self) -> int:
        """Of the process that was started; it may have children."""
        return self._child.pid

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self._child.alive

    def send(self, command: Command) -> None:
        """Give an order."""
        process = self._child.process
        if process is None or process.stdin is None:
            raise CannotStartError("the engine was not started")
        pipe = cast("BinaryIO", process.stdin.buffer)  # type: ignore[attr-defined]  # a text pipe has one
        pipe.write(encode(command))
        pipe.flush()

    def stop(self) -> None:
        """Close its pipe, as an ending host would; end it when that does not do."""
        process = self._child.process
        if process is not None and process.stdin is not None and self._child.alive:
            process.stdin.close()
            with contextlib.suppress(subprocess.TimeoutExpired):  # it is ended below
                process.wait(10)
        self._child.stop()

    def _listen(self) -> None:
        process = self._child.process
        assert process is not None
        assert process.stdout is not None
        pipe = cast("BinaryIO", process.stdout.buffer)  # type: ignore[attr-defined]  # a text pipe has one
        while len(header := pipe.read(HEADER.size)) == HEADER.size:
            self._hear(decode_report(pipe.read(frame_length(header))))
