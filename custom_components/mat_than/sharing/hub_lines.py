"""The lines to all hubs: one for each hub that is joined, or that still owes the proof of a deletion."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
import logging

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..const import DOMAIN
from .client import HubClient
from .consent import Recipient
from .contact import LineState
from .gate import Gate
from .hub import Hub
from .hub_line import HubLine
from .ledger import KnownConsent
from .outbox import Outbox
from .pace import Pace
from .transport import Transport, async_get_hub_session

_LOGGER = logging.getLogger(__name__)


@dataclass(slots=True)
class _Running:
    """A hub's line and its task."""

    line: HubLine
    task: asyncio.Task[None]


class HubLines:
    """The running lines, by recipient; `gate` is what each of them asks."""

    def __init__(self, hass: HomeAssistant, outbox: Outbox, gate: Gate) -> None:
        self._hass = hass
        self._outbox = outbox
        self._gate = gate
        self._running: dict[Recipient, _Running] = {}

    async def async_set(self) -> None:
        """Begin and end lines as the entry and the ledger want them; a key without a line is destroyed."""
        permissions = self._gate.permissions
        wanted = {hub.recipient: hub for hub in permissions.household.hubs.values()}
        for known in permissions.ledger.consents.values():
            if known.awaits and known.recipient not in wanted:
                wanted[known.recipient] = _former_hub(known)
        for recipient, running in list(self._running.items()):
            if wanted.get(recipient) != running.line.hub:
                del self._running[recipient]
                await _end([running.task])
        for recipient, hub in wanted.items():
            if recipient not in self._running:
                self._start(hub)
        await permissions.identities.async_keep_only(wanted.keys())

    def _start(self, hub: Hub) -> None:
        identity = self._gate.permissions.identities.get(hub.recipient)
        if identity is None:
            _LOGGER.warning("The key for the hub %s is lost; join it again with a new invitation", hub.name)
            return
        pace = None if hub.limits.kbit_s is None else Pace(hub.limits.kbit_s)
        transport = Transport(async_get_hub_session(self._hass), hub.url, identity, dt_util.utcnow, pace)
        line = HubLine(self._hass, hub, HubClient(transport, hub.key), self._outbox, self._gate)
        task = self._hass.async_create_background_task(line.async_run(), f"{DOMAIN} hub {hub.code}")
        self._running[hub.recipient] = _Running(line, task)

    async def async_stop(self) -> None:
        """End them all."""
        tasks = [running.task for running in self._running.values()]
        self._running.clear()
        await _end(tasks)

    def get(self, recipient: Recipient) -> HubLine | None:
        """The line to a hub, None where there is none (its key is lost, or it is no hub of ours)."""
        running = self._running.get(recipient)
        return running.line if running is not None else None

    def state(self, recipient: Recipient) -> LineState | None:
        """How the line to a hub stands."""
        line = self.get(recipient)
        return line.state if line is not None else None

    def wake(self, *lanes: str) -> None:
        """There may be something to do in these lanes of every line; without names, in all."""
        for running in self._running.values():
            running.line.wake(*lanes)

    def interrupt(self) -> None:
        """Break off whatever is being sent, everywhere; what still may leave is sent again."""
        for running in self._running.values():
            running.line.interrupt()


async def _end(tasks: Iterable[asyncio.Task[None]]) -> None:
    tasks = list(tasks)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _former_hub(known: KnownConsent) -> Hub:
    """A hub that the owner left, as far as it takes to hear the end of it."""
    return Hub(
        url=known.hub_url,
        key=known.hub_key,
        household_id=known.household_id,
        name=known.hub_name,
        commune="",
        notice_version="",
        retention_days=1,
    )
