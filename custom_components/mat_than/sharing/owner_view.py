"""What the owner sees of sharing: cameras, hubs and their lines, consents, looks, requests; and which repairs it needs."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.util import dt as dt_util

from ..lib.mat_than_engine.protocol.access import AccessEntry
from .contact import LineState
from .hub import Hub
from .hub_lines import HubLines
from .hub_repairs import remove_repairs, update_repairs
from .ledger import KnownConsent
from .mirror import WEEK
from .outbox_figures import OutboxFigures, QueueFigures, RequestFigures
from .permissions import Permissions
from .queue_view import LineStanding, QueueRow, queue_rows
from .request_pages import AskedFootage, RefusedReport
from .sending_limits import UNLIMITED, SendingLimits
from .standing import GivenConsent


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
    queue: tuple[QueueRow, ...] = ()  # what waits, and for what
    parked: int = 0  # what the hub will not have
    limits: SendingLimits = UNLIMITED
    looks_this_week: int = 0  # of officers, at what this home shared
    requests_waiting: int = 0  # for the owner's yes or no


@dataclass(frozen=True, slots=True)
class Look:
    """A look of a hub's officers."""

    hub: str  # the hub's name
    entry: AccessEntry


class OwnerView:
    """The view, and who listens to it. The door tells it what waits."""

    def __init__(self, hass: HomeAssistant, permissions: Permissions, lines: HubLines) -> None:
        self._hass = hass
        self._permissions = permissions
        self._lines = lines
        self._figures = OutboxFigures(hubs={}, cameras={})
        self._never_kept = self._never_kept_seen = 0
        self._listeners: list[Callable[[], None]] = []

    def waiting(self, figures: OutboxFigures, never_kept: int) -> None:
        """What waits now; `never_kept` counts what was lost before it reached the outbox."""
        self._figures, self._never_kept = figures, never_kept

    def queue(self, hub: str) -> QueueFigures:
        """What waits for the hub of that code."""
        figures = self._figures.hubs.get(hub, QueueFigures())
        return replace(
            figures,
            dropped=figures.dropped + self._never_kept,
            dropped_unseen=figures.dropped_unseen + self._never_kept - self._never_kept_seen,
        )

    def drops_seen(self) -> None:
        """The owner knows of what was lost so far before it reached the outbox."""
        self._never_kept_seen = self._never_kept

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
        line, now = self._lines.state(hub.recipient) or LineState(), dt_util.utcnow()
        queue = self.queue(hub.code)
        return HubState(
            connected=line.connected,
            last_contact_at=line.last_contact_at,
            queue_length=queue.length,
            oldest_waiting_at=queue.oldest_at,
            dropped=queue.dropped,
            queue=queue_rows(queue, self._standing(hub, line), now, dt_util.get_default_time_zone()),
            parked=queue.parked,
            limits=hub.limits,
            problem=line.problem,
            idle=not self._permissions.open_to(hub.recipient),
            looks_this_week=self._permissions.mirror.looks_since(hub.code, now - WEEK),
            requests_waiting=self._permissions.book.waiting(hub.code, now),
        )

    def _standing(self, hub: Hub, state: LineState) -> LineStanding:
        line = self._lines.get(hub.recipient)
        resting = {} if line is None else line.resting_until()
        return LineStanding(
            answers=line is not None and state.problem is None, resting_until=resting, limits=hub.limits
        )

    # -- the papers

    @property
    def hubs(self) -> Mapping[str, Hub]:
        """The hubs that were joined, by their subentries."""
        return self._permissions.household.hubs

    def hub_name(self, consent: GivenConsent) -> str:
        """To which hub a consent was given; empty for one that is gone."""
        hub = self._permissions.household.hub_of(consent.recipient)
        return "" if hub is None else hub.name

    def consents(self, camera_ids: Collection[str]) -> list[GivenConsent]:
        """The consents of these cameras that are not withdrawn."""
        given = self._permissions.household.given
        return [c for c in self._permissions.live_consents(given) if c.record.camera_id in camera_ids]

    def withdrawn(self) -> list[KnownConsent]:
        """All consents that were withdrawn."""
        known = self._permissions.ledger.consents.values()
        return [consent for consent in known if consent.withdrawn_at is not None]

    def has_masks(self, camera_id: str) -> bool:
        """Whether the owner drew privacy masks for a camera."""
        return self._permissions.household.has_masks(camera_id)

    def looks(self, camera_ids: Collection[str], most: int) -> list[Look]:
        """The newest looks at what these cameras shared, newest first."""
        found = [
            Look(hub.name, entry)
            for hub in self.hubs.values()
            for entry in self._permissions.mirror.entries(hub.code)
            if entry.camera_id in camera_ids
        ]
        return sorted(found, key=lambda look: look.entry.at, reverse=True)[:most]

    def requests(self) -> list[tuple[str, AskedFootage]]:
        """The footage requests with the hubs (by their subentries) that asked, newest first."""
        hubs = {hub.code: hub_id for hub_id, hub in self.hubs.items()}
        return [(hubs[asked.hub], asked) for asked in self._permissions.book.asked() if asked.hub in hubs]

    def refused_reports(self) -> list[tuple[str, RefusedReport]]:
        """The owner's reports that did not get through, with the hubs (by their subentries), newest first."""
        hubs = {hub.code: hub_id for hub_id, hub in self.hubs.items()}
        reports = self._permissions.book.refused_reports()
        return [(hubs[report.hub], report) for report in reports if report.hub in hubs]

    def request_figures(self, request_id: str) -> RequestFigures:
        """How far the clips that were given for a request are."""
        return self._figures.requests.get(request_id, RequestFigures())

    # -- who is told

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
            update_repairs(self._hass, subentry_id, hub.name, problem, self.queue(hub.code))
        for listener in list(self._listeners):
            listener()

    @callback
    def forget_hub(self, subentry_id: str) -> None:
        """A hub that was left needs nothing more."""
        remove_repairs(self._hass, subentry_id)
