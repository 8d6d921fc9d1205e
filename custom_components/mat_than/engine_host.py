"""The engine's process: started, watched, started again, and spoken to over its pipe.

Reports come in here from the engine's standard output and go on to the coordinator as typed messages; commands go
the other way. The engine is a child process so that a decoder's crash never takes Home Assistant down. It ends
when its input closes, so it cannot outlive Home Assistant, however that ended.
"""

import asyncio
from asyncio.subprocess import Process
from collections.abc import Callable
import contextlib
from dataclasses import replace
import logging
from typing import Final

from homeassistant.core import HomeAssistant

from .engine_process import EngineProgram, async_end, async_read, signal
from .engine_requests import Answer, EngineError, EngineRequests, Hear, async_answer
from .lib.mat_than_engine.commands import (
    Cancel,
    Command,
    Configure,
    DeleteClips,
    Export,
    Flush,
    Live,
    MakeSharedCopy,
    MakeSharedStill,
    Probe,
    Protect,
    Record,
    Replay,
    Snapshot,
    Unprotect,
)
from .lib.mat_than_engine.messages import PIPE_VERSION, encode
from .lib.mat_than_engine.reports import (
    Done,
    Exported,
    Hello,
    Probed,
    ReplayedClip,
    Report,
    SharedCopyMade,
    SnapshotMade,
)
from .lib.mat_than_engine.wire import WireError
from .process_log import async_pump_log

_LOGGER = logging.getLogger(__name__)

HELLO_S: Final = 20  # a cold start on a slow card; 0.6 s measured on two cores
WRITE_S: Final = 10  # an engine that does not read its input for this long is stuck
FIRST_RESPAWN_S: Final = 0.1
LONGEST_RESPAWN_S: Final = 60.0
STEADY_S: Final = 60  # an engine that ran this long begins the back-off anew
PROBE_S: Final = 25
SNAPSHOT_S: Final = 8  # Home Assistant gives a camera ten seconds for a picture
SHARED_COPY_S: Final = 180  # a two-minute clip with masks, re-encoded on a small machine
DONE_S: Final = 30  # what is only noted, deleted or begun
FLUSH_S: Final = 20  # a backup waits for it
EXPORT_S: Final = 120  # between two words of how far an export or a replay is


type Asked = (
    Probe
    | Snapshot
    | MakeSharedCopy
    | MakeSharedStill
    | Record
    | Live
    | Protect
    | Unprotect
    | DeleteClips
    | Export
    | Replay
    | Flush
)


class EngineHost:
    """One engine process for one place."""

    def __init__(
        self,
        hass: HomeAssistant,
        program: EngineProgram,
        on_report: Callable[[Report], None],
        on_alive: Callable[[bool], None],
    ) -> None:
        self._hass = hass
        self._program = program
        self._on_report = on_report
        self._on_alive = on_alive
        self._process: Process | None = None
        self._configure: Configure | None = None
        self._requests = EngineRequests()
        self._write_lock = asyncio.Lock()
        self._supervisor: asyncio.Task[None] | None = None
        self._first_answer = asyncio.Event()
        self.hello: Hello | None = None
        self.starts = 0
        self.unreadable = 0

    @property
    def alive(self) -> bool:
        """Whether the engine runs and has said hello."""
        return self.hello is not None

    async def async_start(self) -> None:
        """Start the engine in the background; it is alive a moment later."""
        self._supervisor = self._hass.async_create_background_task(self._supervise(), "mat_than engine", False)

    async def async_stop(self) -> None:
        """End the engine within three seconds, whatever it is doing."""
        supervisor, self._supervisor = self._supervisor, None
        if supervisor is not None:
            supervisor.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await supervisor
        if self._process is not None:  # the supervisor was stopped while it was ending one
            await async_end(self._process)
            self._process = None

    async def async_configure(self, configure: Configure) -> None:
        """Tell the engine all cameras, now and after each start."""
        self._configure = configure
        if self.alive:
            with contextlib.suppress(EngineError):  # the next engine is told on its start
                await self._async_send(configure)

    async def async_probe(self, probe: Probe) -> Probed:
        """Try a camera out. EngineError when there is no answer."""
        return await self._async_ask(probe, Probed, PROBE_S)

    async def async_take(self, snapshot: Snapshot) -> SnapshotMade:
        """What a camera shows now. EngineError when there is no answer, at once where there is no engine."""
        if not self.alive:
            raise EngineError("the engine is not running")
        return await self._async_ask(snapshot, SnapshotMade, SNAPSHOT_S)

    async def async_make_copy(
        self, order: MakeSharedCopy | MakeSharedStill, hear: Hear | None = None
    ) -> SharedCopyMade:
        """Have a shared copy made. EngineError when there is no answer."""
        return await self._async_ask(order, SharedCopyMade, SHARED_COPY_S, hear)

    async def async_do(self, command: Record | Protect | Unprotect | DeleteClips) -> Done:
        """Have something done that takes no time. EngineError when there is no answer."""
        return await self._async_ask(command, Done, DONE_S)

    async def async_live(self, live: Live) -> Done:
        """Have a camera shown; returns when that is over, cancelled it ends. EngineError when there is no answer."""
        return await self._async_ask(live, Done, live.for_s + DONE_S)

    async def async_flush(self) -> Done:
        """Have everything written to its final place. EngineError when there is no answer."""
        return await self._async_ask(Flush(request_id=""), Done, FLUSH_S)

    async def async_export(self, export: Export, hear: Hear) -> Exported:
        """Have an export written; `hear` is told how far it is. EngineError when there is no answer."""
        return await self._async_ask(export, Exported, EXPORT_S, hear)

    async def async_replay(self, replay: Replay, hear: Hear) -> ReplayedClip:
        """Look at clips again; `hear` is told of each, the last one is returned. EngineError as elsewhere."""
        return await self._async_ask(replay, ReplayedClip, EXPORT_S, hear)

    async def async_tell(self, command: Command) -> None:
        """Say something that is not answered. EngineError when it could not be said."""
        await self._async_send(command)

    async def _async_ask[A: Answer](
        self, command: Asked, kind: type[A], patience_s: float, hear: Hear | None = None
    ) -> A:
        """Send with an id of our own, and wait for the answer that carries it."""
        with self._requests.open(hear) as request:
            try:
                async with asyncio.timeout(patience_s):
                    await self._first_answer.wait()
                await self._async_send(replace(command, request_id=request.request_id))
                answer = await async_answer(request, patience_s)
            except TimeoutError as err:
                self._let_go(request.request_id)
                raise EngineError("the engine did not answer in time") from err
            except asyncio.CancelledError:
                self._let_go(request.request_id)
                raise
        if not isinstance(answer, kind):
            raise EngineError("the engine answered something else")
        return answer

    def _let_go(self, request_id: str) -> None:
        """Nobody waits for an answer any more: the engine need not go on with it."""
        if self.alive:
            name = "mat_than cancel"
            self._hass.async_create_background_task(self._async_cancel(request_id), name)

    async def _async_cancel(self, request_id: str) -> None:
        with contextlib.suppress(EngineError):
            await self._async_send(Cancel(request_id=request_id))

    async def _async_send(self, command: Command) -> None:
        process = self._process
        if process is None or process.stdin is None or process.returncode is not None:
            raise EngineError("the engine is not running")
        try:
            async with self._write_lock, asyncio.timeout(WRITE_S):
                process.stdin.write(encode(command))
                await process.stdin.drain()
        except TimeoutError as err:
            _LOGGER.warning("The engine does not read its input; starting it again")
            signal(process.kill)
            raise EngineError("the engine is stuck") from err
        except OSError as err:
            raise EngineError("the engine has ended") from err

    async def _supervise(self) -> None:
        """Keep an engine running: the first restart at once, then ever more slowly."""
        pause_s = FIRST_RESPAWN_S
        while True:
            started = self._hass.loop.time()
            try:
                await self._run_once()
            except asyncio.CancelledError:
                raise
            except Exception:  # the top of a supervised loop
                _LOGGER.exception("The engine could not be run")
            if self._hass.loop.time() - started > STEADY_S:
                pause_s = FIRST_RESPAWN_S
            _LOGGER.warning("The engine ended; starting it again in %.1f s", pause_s)
            await asyncio.sleep(pause_s)
            pause_s = min(LONGEST_RESPAWN_S, pause_s * 2)

    async def _run_once(self) -> None:
        """One engine from its start to its end."""
        self.starts += 1
        process = self._process = await self._program.async_run()
        log = self._hass.async_create_background_task(async_pump_log(process.stderr), "mat_than engine log", False)
        try:
            await self._converse(process)
        except WireError as err:
            _LOGGER.error("The engine said something that cannot be read: %s", err)  # noqa: TRY400 - says it all
            self.unreadable += 1
        finally:
            self._set_gone()
            await async_end(process)
            self._process = None
            log.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await log

    async def _converse(self, process: Process) -> None:
        try:
            async with asyncio.timeout(HELLO_S):
                hello = await async_read(process)
        except TimeoutError:
            _LOGGER.error("The engine did not say hello within %d s", HELLO_S)  # noqa: TRY400 - says it all
            return
        if hello is None:
            return
        if not isinstance(hello, Hello) or hello.pipe_version != PIPE_VERSION:
            raise WireError("/pipe_version", f"the engine does not speak version {PIPE_VERSION}")
        _LOGGER.debug("Engine %s is up (pid %d, %s)", hello.software, hello.pid, hello.backend)
        self.hello = hello
        if self._configure is not None:
            await self._async_send(self._configure)
        self._first_answer.set()
        self._on_alive(True)
        while (report := await async_read(process)) is not None:
            self._deliver(report)

    def _deliver(self, report: Report) -> None:
        if not self._requests.deliver(report):
            self._on_report(report)

    def _set_gone(self) -> None:
        was_alive = self.alive
        self.hello = None
        self._first_answer.clear()
        self._requests.fail_all()
        if was_alive:
            self._on_alive(False)
