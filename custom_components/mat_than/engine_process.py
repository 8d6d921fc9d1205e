"""One engine process: which program it is, how it is started, read from and ended. `engine_host` keeps it running."""

import asyncio
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable
import contextlib
from dataclasses import dataclass
import os
from pathlib import Path
import sys
from typing import Final

from homeassistant.util.hass_dict import HassKey

from .lib.mat_than_engine.messages import HEADER, decode_report, frame_length
from .lib.mat_than_engine.reports import Report

LAST_WORDS_S: Final = 2.0  # to finish the clip being written
TERMINATE_S: Final = 0.5

LIBRARY: Final = Path(__file__).parent / "lib"


@dataclass(frozen=True, slots=True)
class EngineProgram:
    """What is started: a module in a folder."""

    library: Path = LIBRARY
    module: str = "mat_than_engine"

    def environment(self) -> dict[str, str]:
        """The parent's environment, with its import path handed on so that PyAV resolves in every installation."""
        paths = [str(self.library), *(path for path in sys.path if path)]
        return os.environ | {"PYTHONPATH": os.pathsep.join(dict.fromkeys(paths)), "PYTHONUTF8": "1"}

    async def async_run(self) -> Process:
        """Start it. OSError when the machine will not."""
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            self.module,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            cwd=self.library,
            env=self.environment(),
            close_fds=False,  # keeps posix_spawn, which Home Assistant wants where memory is short
        )


ENGINE_PROGRAM: HassKey[EngineProgram] = HassKey("mat_than_engine_program")


async def async_read(process: Process) -> Report | None:
    """The next report, None when the engine has closed its output."""
    if process.stdout is None:
        return None
    try:
        header = await process.stdout.readexactly(HEADER.size)
        return decode_report(await process.stdout.readexactly(frame_length(header)))
    except asyncio.IncompleteReadError, ConnectionResetError:
        return None


async def async_end(process: Process) -> None:
    """Close its input and let it finish; then less politely. At most three seconds."""
    if process.stdin is not None:
        process.stdin.close()
    for seconds, send in ((LAST_WORDS_S, process.terminate), (TERMINATE_S, process.kill)):
        try:
            async with asyncio.timeout(seconds):
                await process.wait()
        except TimeoutError:
            signal(send)
        else:
            return
    await process.wait()


def signal(send: Callable[[], None]) -> None:
    """Send it, unless the process has ended meanwhile."""
    with contextlib.suppress(ProcessLookupError):
        send()
