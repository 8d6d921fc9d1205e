"""The line to one hub: its lanes run side by side, so that an event never waits behind a clip.

What goes out is `parcel_line`'s, that the home is alive and who looked `presence_line`'s, withdrawals are
`withdrawal_line`'s, and what officers ask and the owner answers `case_line`'s. All share one `contact`.
"""

import asyncio
from datetime import datetime

from homeassistant.core import HomeAssistant

from ..lib.mat_than_engine.protocol.consent import DataKind
from .case_line import CaseLine
from .client import HubClient
from .contact import Contact, LineState
from .gate import Gate
from .hub import Hub
from .lane import Attempt, Lane
from .outbox import Outbox
from .parcel_line import ParcelLine
from .presence_line import PresenceLine
from .withdrawal_line import WithdrawalLine


class HubLine:
    """One hub's lanes. `async_run` is the task; `wake` and `interrupt` are called from the door."""

    def __init__(self, hass: HomeAssistant, hub: Hub, client: HubClient, outbox: Outbox, gate: Gate) -> None:
        self.hub = hub
        self.contact = contact = Contact(hub, client, gate.state_changed)
        cases = CaseLine(contact, gate.permissions, gate.requests)
        self._presence = PresenceLine(contact, gate, cases, lambda: self.wake("inbox"))
        parcels = ParcelLine(hass, contact, outbox, gate, self._tell_cameras)
        attempts: dict[str, Attempt] = {
            "small": parcels.send_small,
            "clips": parcels.send_clip,
            "alive": self._presence.tell_alive,
            "withdrawals": WithdrawalLine(contact, gate.permissions.ledger, gate.state_changed).tell,
            "mirror": self._presence.read_mirror,
            "inbox": cases.read_inbox,
            "answers": cases.tell_answers,
        }
        self._lanes = {name: Lane(hass, attempt, contact.failed, contact.pulse) for name, attempt in attempts.items()}

    @property
    def state(self) -> LineState:
        """What is known of the line."""
        return self.contact.state

    async def async_run(self) -> None:
        """Keep the lanes going until cancelled."""
        async with asyncio.TaskGroup() as running:
            for lane in self._lanes.values():
                running.create_task(lane.async_run())

    def resting_until(self) -> dict[DataKind, datetime | None]:
        """Until when each kind's lane rests after a failure."""
        small, clips = self._lanes["small"].resting_until, self._lanes["clips"].resting_until
        return {DataKind.EVENTS: small, DataKind.STILLS: small, DataKind.CLIPS: clips}

    def wake(self, *lanes: str) -> None:
        """There may be something to do; without names, in every lane."""
        for name in lanes or self._lanes:
            self._lanes[name].wake()

    def interrupt(self) -> None:
        """Break off whatever is being sent; what still may leave is sent again."""
        for lane in self._lanes.values():
            lane.interrupt()

    def _tell_cameras(self) -> None:
        self._presence.forget_cards()
        self.wake("alive")
