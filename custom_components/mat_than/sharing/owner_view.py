"""What the owner sees of sharing: how a camera's sharing stands, how the line to a hub stands, which repairs it needs."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.util import dt as dt_util

from .hub_line import LineState
from .hub_lines import HubLines
from .hub_repairs import remove_repairs, update_repairs
from .mirror import WEEK
from .parcel import OutboxFigures, QueueFigures
from .permissions import Permissions


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingState:
    """A camera as its sharing switch shows it."""

    allowed: bool = False  # a live consent names it
    on: bool = False  # and the switch is on
    hubs: tuple[str, ...] = ()
    waiting: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HubState:
    """A hub as its sensors show it. `idle`: nothing may leave, so nothing is said and nothing known."""

    connected: bool = False
    last_contact_at: datetime | None = None
    queue_length: int = 0
    oldest_waiting_at: datetime | None = None
    dropped: int = 0
    problem: str | None = None
    idle: bool = True
    looks_this_week: int = 0  # of officers, at what this home shared


class OwnerView:
    """The view, and who listens to it. The door tells it what waits."""

    def __init__(self, hass: HomeAssistant, permissions: Permissions, lines: HubLines) -> None:
        self._hass = hass
        self._permissions = permissions
        self._lines = lines
        self._figures = OutboxFigures(hubs={}, cameras={})
        self._never_kept = 0
        self._listeners: list[Callable[[], None]] = []

    def waiting(self, figures: OutboxFigures, never_kept: int) -> None:
        """What waits now; `never_kept` counts what was lost before it reached the outbox."""
        self._figures, self._never_kept = figures, never_kept

    def queue(self, hub: str) -> QueueFigures:
        """What waits for the hub of that code."""
        figures = self._figures.hubs.get(hub, QueueFigures())
        return replace(figures, dropped=figures.dropped + self._never_kept)

    def sharing_state(self, camera_id: str) -> SharingState:
        """How a camera's sharing stands."""
        recipients = self._permissions.live_recipients(camera_id)
        household = self._permissions.household
        names = {hub.name for recipient in recipients if (hub := household.hub_of(recipient)) is not None}
        return SharingState(
            allowed=bool(recipients),
            on=bool(recipients) and self._permissions.switched_on(camera_id),
            hubs=tuple(sorted(names)),
            waiting=self._figures.cameras.get(camera_id, 0),
        )

    def hub_state(self, subentry_id: str) -> HubState:
        """How the line to a hub stands."""
        hub = self._permissions.household.hubs.get(subentry_id)
        if hub is None:
            return HubState()
        line = self._lines.state(hub.recipient) or LineState()
        queue = self.queue(hub.code)
        return HubState(
            connected=line.connected,
            last_contact_at=line.last_contact_at,
            queue_length=queue.length,
            oldest_waiting_at=queue.oldest_at,
            dropped=queue.dropped,
            problem=line.problem,
            idle=not self._permissions.open_to(hub.recipient),
            looks_this_week=self._permissions.mirror.looks_since(hub.code, dt_util.utcnow() - WEEK),
        )

    def async_listen(self, listener: Callable[[], None]) -> CALLBACK_TYPE:
        """Be told when a sharing or hub state may have changed."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @callback
    def changed(self) -> None:
        """Tell the listeners, and bring the repairs up to date."""
        for subentry_id, hub in self._permissions.household.hubs.items():
            state = self._lines.state(hub.recipient)
            problem = state.problem if state is not None else "hub_key_lost"
            update_repairs(self._hass, subentry_id, hub.name, problem, self.queue(hub.code).parked)
        for listener in list(self._listeners):
            listener()

    @callback
    def forget_hub(self, subentry_id: str) -> None:
        """A hub that was left needs nothing more."""
        remove_repairs(self._hass, subentry_id)
