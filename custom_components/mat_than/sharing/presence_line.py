"""The home tells a hub that it is alive and which cameras it may know of, and asks who looked at what.

While nothing may leave, nothing at all is said.
"""

from collections.abc import Callable
from typing import Final

from ..lib.mat_than_engine.protocol.consent import CameraCard
from ..lib.mat_than_engine.protocol.footage import Heartbeat
from ..lib.mat_than_engine.protocol.limits import ACCESS_ENTRIES
from .case_line import CaseLine
from .contact import Contact
from .gate import Gate

HEARTBEAT_S: Final = 60.0
MIRROR_S: Final = 30.0  # the owner learns within a minute who looked


class PresenceLine:
    """One hub's heartbeat and mirror; `news` is called when its inbox has something."""

    def __init__(self, contact: Contact, gate: Gate, cases: CaseLine, news: Callable[[], None]) -> None:
        self._contact = contact
        self._hub = contact.hub
        self._gate = gate
        self._permissions = gate.permissions
        self._cases = cases
        self._news = news
        self._cards_sent: dict[str, CameraCard] = {}

    def forget_cards(self) -> None:
        """The hub may have lost our cameras: it is told of them again."""
        self._cards_sent.clear()

    async def tell_alive(self) -> float | None:
        """Tell of the cameras what is new, and that the home is alive."""
        recipient = self._hub.recipient
        if not self._permissions.open_to(recipient):
            self._contact.fell_silent()
            return HEARTBEAT_S  # a consent may begin by its date, without anybody waking us
        await self._contact.greet()
        for camera_id, card in self._permissions.cards(recipient).items():
            if self._cards_sent.get(camera_id) != card:
                await self._contact.client.put_camera(camera_id, card)
                self._cards_sent[camera_id] = card
        known_seq = self._permissions.book.last_seq(self._hub.code)
        answer = await self._contact.client.heartbeat(self._heartbeat())
        self._contact.heard()
        if await self._cases.heed(answer.inbox_seq, known_seq):
            self._news()
        return HEARTBEAT_S

    def _heartbeat(self) -> Heartbeat:
        queue = self._gate.queue(self._hub.code)
        return Heartbeat(
            cameras=self._permissions.health(self._hub.recipient),
            queue_length=queue.length,
            oldest_waiting_at=queue.oldest_at,
            dropped=queue.dropped,
        )

    async def read_mirror(self) -> float | None:
        """Ask who looked at what."""
        if not self._permissions.open_to(self._hub.recipient):
            return MIRROR_S  # nothing is said, not even this; it is read on from here later
        await self._contact.greet()
        mirror = self._permissions.mirror
        entries = await self._contact.client.access_log(mirror.last_seq(self._hub.code))
        await mirror.async_add(self._hub.code, entries)
        if entries:
            self._gate.state_changed()
        return 0.0 if len(entries) == ACCESS_ENTRIES else MIRROR_S
