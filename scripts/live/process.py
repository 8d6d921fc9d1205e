"""A child process that never outlives the one that started it, and writes what it says to a log file."""

from collections.abc import Mapping, Sequence
from io import TextIOWrapper
import os
from pathlib import Path
import signal
import socket
import subprocess
import time
from typing import Self

STOP_LIMIT_S = 30.0


class CannotStartError(Exception):
    """A process ended, or was silent, when it should have come up. The message names its log."""


def free_port() -> int:
    """A port of 127.0.0.1 that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Child:
    """One process. `setpriv` has the kernel end it when its parent dies, however that dies."""

    def __init__(self, name: str, command: Sequence[str | Path], log: Path) -> None:
        self.name = name
        self.command = ["setpriv", "--pdeathsig", "TERM", "--", *map(str, command)]
        self.log = log
        self.process: subprocess.Popen[str] | None = None
        self._log_file: TextIOWrapper | None = None

    def start(
        self, environment: Mapping[str, str] | None = None, *, piped: bool = False, cwd: Path | None = None
    ) -> Self:
        """Start it; with `piped` its standard input and output belong to the caller, else both go to the log."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        self._log_file = self.log.open("a")
        self.process = subprocess.Popen(
            self.command,
            stdin=subprocess.PIPE if piped else subprocess.DEVNULL,
            stdout=subprocess.PIPE if piped else self._log_file,
            stderr=self._log_file,
            env={**os.environ, **(environment or {})},
            cwd=cwd,
            text=True,
            # Ctrl-C in the terminal reaches the parent alone, which ends its children in order.
            start_new_session=True,
        )
        return self

    @property
    def pid(self) -> int:
        """Its process id."""
        if self.process is None:
            raise CannotStartError(f"{self.name} was not started")
        return self.process.pid

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self.process is not None and self.process.poll() is None

    def check(self) -> None:
        """CannotStartError when it has ended."""
        if not self.alive:
            raise CannotStartError(f"{self.name} ended: see {self.log}")

    def stop(self) -> None:
        """Ask it to end, and make it end after a while."""
        if self.process is not None:
            if self.alive:
                self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(STOP_LIMIT_S)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
            for pipe in (self.process.stdin, self.process.stdout):
                if pipe is not None:
                    pipe.close()
        if self._log_file is not None:
            self._log_file.close()


def wait_for_port(child: Child, port: int, limit_s: float) -> None:
    """Until something listens on that port of 127.0.0.1."""
    end = time.monotonic() + limit_s
    while True:
        child.check()
        with socket.socket() as probe:
            probe.settimeout(1)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if time.monotonic() > end:
            raise CannotStartError(f"{child.name} does not listen after {limit_s:.0f} s: see {child.log}")
        time.sleep(0.1)
