"""Trying cameras out before they are kept: one while its form waits, several side by side.

The live test is the engine's probe, so what a form says is what detection will get. An `Attempt` is what the owner
chose (an entity, a device on the network); it becomes one `Trial` or, for a recorder with several cameras, one each.
"""

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from .engine_requests import EngineError
from .lib.mat_than_engine.commands import Probe
from .lib.mat_than_engine.model import Cause
from .lib.mat_than_engine.reports import Probed
from .runtime import MatThanConfigEntry

AT_ONCE: Final = 4  # as many as the engine tries side by side; more would wait there and count as unanswered
ALREADY: Final = "already_configured"
MOVED: Final = "moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What became of one camera: `found` and `connection`, or `error`, the key of the sentence that says why not."""

    name: str
    connection: dict[str, Any] = field(default_factory=dict)  # the part of its subentry that says where it is
    found: Probed | None = None
    error: str | None = None
    clock_off_s: float = 0.0

    @property
    def settled(self) -> bool:
        """Whether trying again would change nothing."""
        return self.error in (None, ALREADY, MOVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """What the owner chose, and how it is tried."""

    key: str
    name: str
    run: Callable[[], Coroutine[Any, Any, Sequence[Trial]]]


class LiveTest:
    """Tries the cameras of one flow out, never more at once than the engine does."""

    def __init__(self, entry: MatThanConfigEntry) -> None:
        self._entry = entry
        self._gate = asyncio.Semaphore(AT_ONCE)

    async def async_try(self, probe: Probe) -> tuple[Probed | None, str | None]:
        """What was found, or the key of the sentence that says why not."""
        async with self._gate:
            return await async_probe(self._entry, probe)


async def async_probe(entry: MatThanConfigEntry, probe: Probe) -> tuple[Probed | None, str | None]:
    """Try a camera out: what was found, or the key of the sentence that says why not."""
    try:
        probed = await entry.runtime_data.coordinator.host.async_probe(probe)
    except EngineError:
        return None, "engine"
    if probed.cause is None and probed.main is not None:
        return probed, None
    cause = probed.cause or Cause.NO_DATA
    return None, (Cause.NO_DATA if cause is Cause.ENDED else cause).value


async def async_run_all(attempts: Iterable[Attempt], told: Callable[[float], None]) -> dict[str, tuple[Trial, ...]]:
    """Run every attempt, a few side by side; `told` hears how far it is, from 0 to 1. The trials by the attempts' keys."""
    waiting = list(attempts)
    trials: dict[str, tuple[Trial, ...]] = {}
    gate = asyncio.Semaphore(AT_ONCE)

    async def run(attempt: Attempt) -> None:
        async with gate:
            trials[attempt.key] = tuple(await attempt.run())
        told(len(trials) / len(waiting))

    async with asyncio.TaskGroup() as group:
        for attempt in waiting:
            group.create_task(run(attempt))
    return {attempt.key: trials[attempt.key] for attempt in waiting}
