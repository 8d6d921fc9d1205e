"""Contact with one hub: is it still the hub that the owner chose, does it answer, and what is wrong if not.

All lanes of a hub share it: the first that speaks after a start or a failure greets, and what one hears holds for all.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
import logging

from homeassistant.util import dt as dt_util

from .client import HubClient
from .errors import HubRefusedError, SharingError
from .hub import Hub
from .lane import Pulse

_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineState:
    """What is known of the line."""

    connected: bool = False
    last_contact_at: datetime | None = None
    problem: str | None = None  # a word of `errors`, or of the protocol's problems


class Contact:
    """A hub and its calls; `changed` is told when the state may be another."""

    def __init__(self, hub: Hub, client: HubClient, changed: Callable[[], None]) -> None:
        self.hub = hub
        self.client = client
        self.state = LineState()
        self.pulse = Pulse(asyncio.Event())
        self._changed = changed
        self._greeted = False
        self._greeting = asyncio.Lock()

    async def greet(self) -> None:
        """After a start and after each failure: is this still the hub that the owner chose? Raises SharingErrors."""
        async with self._greeting:
            if not self._greeted:
                await self.client.describe(self.hub.key.thumbprint)
                self._greeted = True
                self.heard()

    def heard(self) -> None:
        """The hub answered as it should."""
        if not self.state.connected:
            _LOGGER.info("Hub %s answers", self.hub.name)
            self.pulse.beat()
        self._set_state(LineState(connected=True, last_contact_at=dt_util.utcnow()))

    def failed(self, err: SharingError) -> None:
        """A lane's attempt failed."""
        self._greeted = False
        problem = err.code
        if isinstance(err, HubRefusedError) and err.problem is not None:
            problem = err.problem.value
        if self.state.problem != problem:
            _LOGGER.info("Hub %s: %s (%s)", self.hub.name, problem, err)
        self._set_state(replace(self.state, connected=False, problem=problem))

    def fell_silent(self) -> None:
        """Nothing may be said any more, so nothing is known."""
        if self.state.connected or self.state.problem:
            self._greeted = False
            self._set_state(LineState(last_contact_at=self.state.last_contact_at))

    def _set_state(self, state: LineState) -> None:
        self.state = state
        self._changed()
