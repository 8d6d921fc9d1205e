"""The engine as a real child process, driven over its pipe as Home Assistant does."""

from collections.abc import Callable, Collection, Sequence
import contextlib
import os
from pathlib import Path
import resource
import signal
import subprocess
import sys
import threading
import time

import psutil

from mat_than_engine.commands import Command
from mat_than_engine.messages import decode_report, encode, frame_length
from mat_than_engine.reports import Hello, Report

QUIET_START_S = 1.5  # two cores with nothing else to do take 0.9
LIB = Path(__file__).parents[2] / "custom_components/mat_than/lib"


class EngineChild:
    """Starts the engine, collects its reports with the moment they came, and ends it."""

    def __init__(
        self,
        log: Path,
        *,
        largest_file_bytes: int | None = None,
        module: str = "mat_than_engine",
        role: Sequence[str] = (),
        handles: Sequence[int] = (),
    ) -> None:
        """The conductor, or one of its children by the words and open files that it starts it with."""
        self.log = log
        self.reports: list[tuple[float, Report]] = []
        self.bad_output: bytes = b""
        self._came = threading.Condition()
        limit = None
        if largest_file_bytes is not None:
            size = largest_file_bytes

            def limit() -> None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

        with log.open("ab") as stderr:
            self.process = subprocess.Popen(
                [sys.executable, "-m", module, *role],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=stderr,
                env=os.environ | {"PYTHONPATH": f"{LIB}:{Path(__file__).parent}"},
                pass_fds=handles,
                preexec_fn=limit,  # noqa: PLW1509 - sets a limit and nothing else
            )
        began = time.monotonic()
        threading.Thread(target=self._read, daemon=True).start()
        self.hello = self.wait_for(Hello, timeout_s=30)
        self._slowness = max(1.0, (time.monotonic() - began) / QUIET_START_S)

    def within(self, seconds: float) -> float:
        """A limit that holds on a quiet machine, for one that is as busy as this one was at the engine's start."""
        return seconds * self._slowness

    def pids(self, role: str = "") -> list[int]:
        """The engine's living children, or those of a role: `shard`, `workshop`."""
        pids = []
        for child in psutil.Process(self.process.pid).children():
            with contextlib.suppress(psutil.Error):
                if child.status() != psutil.STATUS_ZOMBIE and role in ("", *child.cmdline()):
                    pids.append(child.pid)
        return pids

    def wait_for_pid(self, role: str, other_than: Collection[int] = (), timeout_s: float = 10.0) -> int:
        """A child of the role that is not one of those."""
        until = time.monotonic() + timeout_s
        while time.monotonic() < until:
            for pid in self.pids(role):
                if pid not in other_than:
                    return pid
            time.sleep(0.02)
        raise AssertionError(f"no {role} in {timeout_s} s")

    def send(self, command: Command) -> None:
        self.send_bytes(encode(command))

    def send_bytes(self, data: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def all_of[T](self, kind: type[T]) -> list[T]:
        with self._came:
            return [report for _, report in self.reports if isinstance(report, kind)]

    def time_of(self, wanted: object) -> float:
        with self._came:
            return next(at for at, report in self.reports if report is wanted)

    def wait_for[T](
        self, kind: type[T], test: Callable[[T], bool] = lambda _: True, timeout_s: float = 15.0, skip: int = 0
    ) -> T:
        """The first report of the kind that passes the test, after the first `skip` that do."""
        until = time.monotonic() + timeout_s
        with self._came:
            while True:
                found = [report for _, report in self.reports if isinstance(report, kind) and test(report)]
                if len(found) > skip:
                    return found[skip]
                left = until - time.monotonic()
                if left <= 0:
                    said = "\n".join(repr(report)[:200] for _, report in self.reports[-8:])
                    raise AssertionError(f"no {kind.__name__} in {timeout_s} s; said:\n{said}\n{self.log.read_text()}")
                self._came.wait(left)

    def close_input(self) -> float:
        """Close the pipe as a dying host would; how long the engine took to end."""
        assert self.process.stdin is not None
        began = time.monotonic()
        self.process.stdin.close()
        self.process.wait(10)
        return time.monotonic() - began

    def kill(self) -> None:
        """End the engine and whatever of it there is, as a power cut would."""
        processes = [self.process.pid]
        with contextlib.suppress(psutil.NoSuchProcess):
            processes += [child.pid for child in psutil.Process(self.process.pid).children(recursive=True)]
        for pid in processes:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.process.wait(5)

    def _read(self) -> None:
        assert self.process.stdout is not None
        stream = self.process.stdout
        while len(header := stream.read(4)) == 4:
            try:
                report = decode_report(stream.read(frame_length(header)))
            except ValueError:
                self.bad_output = header + stream.read()
                return
            with self._came:
                self.reports.append((time.monotonic(), report))
                self._came.notify_all()
