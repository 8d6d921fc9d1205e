"""One lane to a hub: one attempt after another, woken when there is something to do, resting after a failure.

The supervisor (`async_run`) and the attempt are two things: an attempt may be broken off at any moment by
`interrupt` (the owner paused or withdrew), and the lane goes on with a new one, which asks again.
"""

import asyncio
from collections.abc import Callable, Coroutine
import contextlib
from dataclasses import dataclass
from datetime import datetime, timedelta
import logging
from typing import Any, Final

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..lib.mat_than_engine.backoff import Backoff
from .errors import HubRefusedError, HubUnreachableError, SharingError

_LOGGER = logging.getLogger(__name__)

FIRST_BACKOFF_S: Final = 1.0
LONGEST_BACKOFF_S: Final = 60.0

type Attempt = Callable[[], Coroutine[Any, Any, float | None]]
"""Does one piece of work; seconds until the next look, 0 for at once, None for when it is woken."""


@dataclass(slots=True)
class Pulse:
    """Tells the lanes of one hub that it answers again."""

    _alive: asyncio.Event

    def beat(self) -> None:
        """The hub answers again: whoever waits for that goes on."""
        self._alive.set()
        self._alive = asyncio.Event()

    async def wait(self) -> None:
        """Until the hub answers again."""
        await self._alive.wait()


class Lane:
    """One lane; `failed` is told of each failure."""

    def __init__(
        self, hass: HomeAssistant, attempt: Attempt, failed: Callable[[SharingError], None], pulse: Pulse
    ) -> None:
        self._hass = hass
        self._attempt = attempt
        self._failed = failed
        self._pulse = pulse
        self._wake = asyncio.Event()
        self._running: asyncio.Task[float | None] | None = None
        self._backoff = Backoff(first_s=FIRST_BACKOFF_S)
        self.resting_until: datetime | None = None  # after a failure; sooner when another lane finds the hub alive

    def wake(self) -> None:
        """There may be something to do."""
        self._wake.set()

    def interrupt(self) -> None:
        """Break off what is being done; what still may be done is begun anew."""
        if self._running is not None:
            self._running.cancel()

    async def async_run(self) -> None:
        """Keep going until cancelled."""
        while True:
            self._wake.clear()
            try:
                pause_s = await self._one()
            except SharingError as err:
                await self._rest(err)
                continue
            except Exception:
                _LOGGER.exception("A lane to a hub failed")
                await asyncio.sleep(LONGEST_BACKOFF_S)
                continue
            self._backoff.reset()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(pause_s):
                    await self._wake.wait()

    async def _one(self) -> float | None:
        """One attempt, which may be interrupted."""
        self._running = self._hass.async_create_background_task(self._attempt(), "mat_than hub attempt")
        try:
            return await self._running
        except asyncio.CancelledError:
            current = asyncio.current_task()
            if current is not None and current.cancelling():
                raise
            return 0.0
        finally:
            self._running = None

    async def _rest(self, err: SharingError) -> None:
        """Tell of a failure and wait; a line that was dead is tried at once when another lane finds it alive."""
        pause_s = self._backoff.next_wait_s()
        if isinstance(err, HubRefusedError):
            pause_s = max(pause_s, err.retry_after_s or 0.0)
        self.resting_until = dt_util.utcnow() + timedelta(seconds=pause_s)
        self._failed(err)
        if isinstance(err, HubUnreachableError):
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(pause_s):
                    await self._pulse.wait()
        else:
            await asyncio.sleep(pause_s)
        self.resting_until = None
