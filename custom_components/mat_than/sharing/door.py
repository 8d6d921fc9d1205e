"""The only way out of the home. Motions and clips come in from the coordinator; what a live consent allows is kept in
the outbox, copied as it may be seen, and handed to the hubs' lines; everything else goes nowhere.

The switch and a withdrawal hold from the moment they are called: first in memory, then the lines are interrupted,
then it is written, then what waits is removed. Every path out asks `consent.may_leave` twice, through `ask`.

Past 400 lines because the interface that the rest of the integration sees, and the order in which a switch or a
withdrawal takes hold, belong in one class.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
import logging
from pathlib import Path
from typing import Any, Final, override

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.exceptions import ConfigEntryNotReady, ServiceValidationError
from homeassistant.util import dt as dt_util
from homeassistant.util.hass_dict import HassKey

from ..const import DOMAIN
from ..lib.mat_than_engine.model import Clip, Motion
from ..lib.mat_than_engine.protocol.consent import CameraCard, DataKind, Withdrawal
from ..lib.mat_than_engine.protocol.footage import CameraHealth
from ..lib.mat_than_engine.protocol.signed import Kind
from .client import HubClient
from .consent import Reason, Recipient, Sharable, Standing, Verdict, may_leave
from .copier import Copier, CopyGate, CopyTerms
from .copies import SharedCopies
from .envelope import camera_card
from .errors import OutboxError
from .hub import Hub
from .hub_line import Gate, HubLine, LineState
from .hub_repairs import remove_repairs, update_repairs
from .identity import Identities, async_get_identities
from .intake import Intake
from .ledger import KnownConsent, Ledger, async_get_ledger
from .outbox import Outbox
from .packer import Packer
from .parcel import NewParcel, OutboxFigures, Parcel, QueueFigures, Stage
from .standing import Household, async_standings, read_household
from .transport import Transport, async_get_hub_session

_LOGGER = logging.getLogger(__name__)

OUTBOX_FOLDER: Final = ".sharing"  # beside the clips, and not shown in the media browser

DOOR: HassKey[Door] = HassKey(f"{DOMAIN}.door")


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


@dataclass(slots=True)
class _Running:
    """A hub's line and its task."""

    line: HubLine
    task: asyncio.Task[None]


class Door(Gate, CopyGate):
    """The door of one place."""

    def __init__(self, hass: HomeAssistant, entry: ConfigEntry[Any], storage: Path, copies: SharedCopies) -> None:
        self._hass = hass
        self._entry = entry
        self._packer = Packer(storage, self._judge)
        self._outbox = Outbox(storage / OUTBOX_FOLDER, dt_util.utcnow)
        self._copier = Copier(hass, self._outbox, copies, self)
        self._intake = Intake(hass, self._outbox, self)
        self._identities: Identities
        self._ledger: Ledger
        self._household = Household()
        self._standings: tuple[Standing, ...] = ()
        self._lines: dict[Recipient, _Running] = {}
        self._health: dict[str, CameraHealth] = {}
        self._figures = OutboxFigures(hubs={}, cameras={})
        self._listeners: list[Callable[[], None]] = []
        self._tasks: list[asyncio.Task[None]] = []
        self._reading = asyncio.Lock()
        self._stopped = False

    # -- life

    async def async_start(self) -> None:
        """Open the outbox and begin to talk to the hubs. ConfigEntryNotReady where the disk will not have it."""
        self._identities = await async_get_identities(self._hass)
        self._ledger = await async_get_ledger(self._hass)
        try:
            await self._off_loop(self._outbox.open)
        except OutboxError as err:
            raise ConfigEntryNotReady(translation_domain=DOMAIN, translation_key="sharing_outbox") from err
        self._hass.data[DOOR] = self
        await self._async_read()
        await self.async_outbox_changed()
        for work, name in ((self._copier.async_run(), "copies"), (self._intake.async_run(), "intake")):
            self._tasks.append(self._hass.async_create_background_task(work, f"{DOMAIN} {name}"))

    async def async_stop(self) -> None:
        """Stop talking; what waits stays on disk. May be called twice."""
        self._stopped = True
        if self._hass.data.get(DOOR) is self:
            del self._hass.data[DOOR]
        tasks = [*self._tasks, *(running.task for running in self._lines.values())]
        self._tasks.clear()
        self._lines.clear()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._off_loop(self._outbox.close)

    @callback
    def async_subentries_changed(self) -> asyncio.Task[None]:
        """Hubs, consents or cameras were added, changed or removed. The task may be awaited."""
        return self._hass.async_create_task(self._async_read(), f"{DOMAIN} consents")

    # -- what comes in

    @callback
    def offer_motion(self, motion: Motion) -> None:
        """A motion starts, goes on or ends: to the outbox of each hub that may have it."""
        self._intake.motion(motion)

    @callback
    def offer_clip(self, clip: Clip) -> None:
        """A clip is saved: its copy is made and sent to each hub that may have it."""
        self._intake.clip(clip)

    @callback
    def camera_health(self, camera_id: str, live: bool, since: datetime) -> None:
        """A camera came or went; hubs that may know are told at once."""
        self._health[camera_id] = CameraHealth(camera_id=camera_id, live=live, since=since)
        for standing in self._standings:
            if standing.record.camera_id == camera_id and standing.recipient in self._lines:
                self._lines[standing.recipient].line.wake("alive")

    # -- the parcels of what comes in

    def parcels_of_motion(self, motion: Motion, clip_id: str | None = None) -> list[NewParcel]:
        """What of a motion may go to which hub now."""
        return self._packer.motion(self._household, motion, clip_id)

    def parcels_of_clip(self, clip: Clip) -> list[NewParcel]:
        """To which hubs a clip may go now."""
        return self._packer.clip(self._household, clip)

    # -- the gate

    def _judge(self, thing: Sharable, under: str | None) -> Verdict:
        """The one question, with what is known now; `under` names the only consent that counts."""
        consents = [s for s in self._standings if under is None or s.record.consent_id == under]
        return may_leave(consents, self._ledger.switches, thing, dt_util.utcnow())

    @override
    def ask(self, parcel: Parcel) -> Verdict:
        hub = self._household.hub_by_code(parcel.hub)
        if hub is None:
            return Verdict(reason=Reason.NO_CONSENT)
        # Masks are burnt in when the copy is made; before that, the question is whether there are any.
        masked = self._household.has_masks(parcel.camera_id) if parcel.stage is Stage.COPYING else parcel.masked
        thing = Sharable(
            recipient=hub.recipient,
            camera_id=parcel.camera_id,
            kind=parcel.kind,
            first_at=parcel.first_at,
            last_at=parcel.last_at,
            masked=masked or parcel.kind is DataKind.EVENTS,
        )
        return self._judge(thing, parcel.consent_id)

    @override
    def open_to(self, recipient: Recipient) -> bool:
        return bool(self._open_cameras(recipient))

    @override
    def cards(self, recipient: Recipient) -> Mapping[str, CameraCard]:
        setups = self._household.cameras
        open_cameras = self._open_cameras(recipient)
        return {
            camera_id: camera_card(setups[camera_id].name, setups[camera_id].position) for camera_id in open_cameras
        }

    @override
    def health(self, recipient: Recipient) -> tuple[CameraHealth, ...]:
        now = dt_util.utcnow()
        told = []
        for camera_id in self._open_cameras(recipient):
            # How a camera is now is told like an event of this moment: within the consent's hours only.
            sharable = Sharable(
                recipient=recipient, camera_id=camera_id, kind=DataKind.EVENTS, first_at=now, last_at=now
            )
            known = self._health.get(camera_id)
            if known is not None and self._judge(sharable, None).allowed:
                told.append(known)
        return tuple(told)

    @override
    def queue(self, hub: str) -> QueueFigures:
        figures = self._figures.hubs.get(hub, QueueFigures())
        return replace(figures, dropped=figures.dropped + self._intake.dropped)

    @override
    def consent_record(self, consent_id: str) -> tuple[int, str] | None:
        given = self._household.given.get(consent_id)
        known = self._ledger.consents.get(consent_id)
        if given is None or (known is not None and known.withdrawn_at is not None):
            return None
        return given.record.version, given.token

    @override
    def terms(self, parcel: Parcel) -> CopyTerms | None:
        hub = self._household.hub_by_code(parcel.hub)
        given = self._household.given.get(parcel.consent_id)
        setup = self._household.cameras.get(parcel.camera_id)
        identity = self._identities.get(hub.recipient) if hub is not None else None
        if hub is None or given is None or setup is None or identity is None:
            return None
        return CopyTerms(
            recipient=hub.recipient,
            identity=identity,
            masks=setup.privacy_masks,
            audio=given.record.audio,
            clip_bytes=hub.clip_bytes,
        )

    @override
    async def async_outbox_changed(self) -> None:
        self._figures = await self._off_loop(self._outbox.figures)
        self._copier.wake()
        for running in self._lines.values():
            running.line.wake("small", "clips")
        self.state_changed()

    @override
    def state_changed(self) -> None:
        if self._stopped:
            return
        self._update_repairs()
        for listener in list(self._listeners):
            listener()

    # -- what the owner sees

    def async_listen(self, listener: Callable[[], None]) -> CALLBACK_TYPE:
        """Be told when a sharing or hub state may have changed."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def sharing_state(self, camera_id: str) -> SharingState:
        """How a camera's sharing stands."""
        now = dt_util.utcnow()
        live = [s for s in self._standings if s.record.camera_id == camera_id and s.live(now)]
        names = {hub.name for s in live if (hub := self._household.hub_of(s.recipient)) is not None}
        return SharingState(
            allowed=bool(live),
            on=bool(live) and self._switched_on(camera_id),
            hubs=tuple(sorted(names)),
            waiting=self._figures.cameras.get(camera_id, 0),
        )

    def hub_state(self, subentry_id: str) -> HubState:
        """How the line to a hub stands."""
        hub = self._household.hubs.get(subentry_id)
        if hub is None:
            return HubState()
        running = self._lines.get(hub.recipient)
        line = running.line.state if running is not None else LineState()
        queue = self.queue(hub.code)
        return HubState(
            connected=line.connected,
            last_contact_at=line.last_contact_at,
            queue_length=queue.length,
            oldest_waiting_at=queue.oldest_at,
            dropped=queue.dropped,
            problem=line.problem,
            idle=not self.open_to(hub.recipient),
        )

    # -- what the owner decides

    async def async_pause(self, camera_id: str) -> None:
        """Nothing of this camera leaves from now on; what waits of it is removed."""
        self._ledger.set_switch(camera_id, on=False, now=dt_util.utcnow())
        self._interrupt()
        await self._ledger.async_save()
        await self._async_purge(lambda: self._outbox.of_camera(camera_id))

    async def async_resume(self, camera_id: str) -> None:
        """Share again what is recorded from now on. ServiceValidationError without a live consent."""
        if not self.sharing_state(camera_id).allowed:
            raise ServiceValidationError(translation_domain=DOMAIN, translation_key="sharing_no_consent")
        self._ledger.set_switch(camera_id, on=True, now=dt_util.utcnow())
        await self._ledger.async_save()
        self._wake_all()
        self.state_changed()

    async def async_withdraw(self, consent_id: str) -> None:
        """Withdraw a consent: at home at once; the hub is told until it proves the deletion. Repeats do nothing."""
        known = self._ledger.consents.get(consent_id)
        if known is None or known.withdrawn_at is not None:
            return
        now = dt_util.utcnow()
        self._ledger.set_consent(self._withdrawn(known, now))
        self._standings = tuple(
            replace(s, withdrawn=True) if s.record.consent_id == consent_id else s for s in self._standings
        )
        self._interrupt()
        await self._ledger.async_save()
        given = self._household.given.get(consent_id)
        if given is not None and given.subentry_id in self._entry.subentries:
            self._hass.config_entries.async_remove_subentry(self._entry, given.subentry_id)
        await self._async_purge(lambda: self._outbox.of_consent(consent_id))

    def _withdrawn(self, known: KnownConsent, now: datetime) -> KnownConsent:
        identity = self._identities.get(known.recipient)
        if identity is None:
            # Without its key this home cannot prove who it is, so there is nobody to tell; nothing leaves any more.
            return replace(known, withdrawn_at=now, closed=True)
        withdrawal = Withdrawal(consent_id=known.consent_id, withdrawn_at=now)
        token = identity.sign_object(Kind.WITHDRAWAL, withdrawal)
        return replace(known, withdrawn_at=now, withdrawal=token)

    async def _async_purge(self, find: Callable[[], list[Parcel]]) -> None:
        await self._off_loop(lambda: self._outbox.discard(find()))
        await self.async_outbox_changed()
        self._wake_all()

    # -- what the entry says

    async def _async_read(self) -> None:
        """Read hubs, consents and cameras anew, and do what follows from the difference."""
        async with self._reading:
            if self._stopped:
                return
            before = self._household
            self._household = read_household(self._entry, self._identities)
            await self._async_note_new()
            await self._async_withdraw_missing()
            self._standings = await async_standings(self._household, self._ledger)
            await self._async_set_lines()
            await self._async_mask_again(before)
            for subentry_id in before.hubs.keys() - self._household.hubs.keys():
                remove_repairs(self._hass, subentry_id)
        self._wake_all()
        self.state_changed()

    async def _async_note_new(self) -> None:
        """A consent that the ledger does not know (its storage was restored) is written down."""
        for consent_id, given in self._household.given.items():
            hub = self._household.hub_of(given.recipient)
            if consent_id not in self._ledger.consents and hub is not None:
                await self._ledger.async_put(KnownConsent.of(consent_id, given.record.camera_id, hub))

    async def _async_withdraw_missing(self) -> None:
        """A consent whose subentry, hub or camera was removed is withdrawn."""
        for known in list(self._ledger.consents.values()):
            if known.withdrawn_at is not None or known.consent_id in self._ledger.being_given:
                continue
            there = known.consent_id in self._household.given and self._household.hub_of(known.recipient) is not None
            if not there or known.camera_id not in self._household.cameras:
                await self.async_withdraw(known.consent_id)

    async def _async_set_lines(self) -> None:
        """One line for each hub that is joined or still owes a proof; a key without either is destroyed."""
        wanted = {hub.recipient: hub for hub in self._household.hubs.values()}
        for known in self._ledger.consents.values():
            if known.pending and known.recipient not in wanted:
                wanted[known.recipient] = _former_hub(known)
        for recipient, running in list(self._lines.items()):
            if wanted.get(recipient) != running.line.hub:
                del self._lines[recipient]
                running.task.cancel()
                await asyncio.gather(running.task, return_exceptions=True)
        for recipient, hub in wanted.items():
            if recipient not in self._lines:
                self._start_line(hub)
        await self._identities.async_keep_only(wanted.keys())

    def _start_line(self, hub: Hub) -> None:
        identity = self._identities.get(hub.recipient)
        if identity is None:
            _LOGGER.warning("The key for the hub %s is lost; join it again with a new invitation", hub.name)
            return
        transport = Transport(async_get_hub_session(self._hass), hub.url, identity, dt_util.utcnow)
        line = HubLine(self._hass, hub, HubClient(transport, hub.key), self._outbox, self._ledger)
        task = self._hass.async_create_background_task(line.async_run(self), f"{DOMAIN} hub {hub.code}")
        self._lines[hub.recipient] = _Running(line, task)

    async def _async_mask_again(self, before: Household) -> None:
        """What waits of a camera whose masks were changed is copied anew, under the new ones."""
        for camera_id, setup in self._household.cameras.items():
            was = before.cameras.get(camera_id)
            if was is not None and was.privacy_masks != setup.privacy_masks:
                self._interrupt()
                for parcel in await self._off_loop(self._outbox.of_camera, camera_id):
                    if parcel.file is not None:
                        await self._off_loop(self._outbox.make_again, parcel)
                await self.async_outbox_changed()

    # -- small things

    def _open_cameras(self, recipient: Recipient) -> list[str]:
        now = dt_util.utcnow()
        live = {s.record.camera_id for s in self._standings if s.recipient == recipient and s.live(now)}
        return sorted(camera_id for camera_id in live if self._switched_on(camera_id))

    def _switched_on(self, camera_id: str) -> bool:
        switch = self._ledger.switches.get(camera_id)
        return switch is None or switch.on

    def _interrupt(self) -> None:
        for running in self._lines.values():
            running.line.interrupt()

    def _wake_all(self) -> None:
        self._copier.wake()
        for running in self._lines.values():
            running.line.wake()

    def _update_repairs(self) -> None:
        for subentry_id, hub in self._household.hubs.items():
            running = self._lines.get(hub.recipient)
            problem = running.line.state.problem if running is not None else "hub_key_lost"
            parked = self._figures.hubs.get(hub.code, QueueFigures()).parked
            update_repairs(self._hass, subentry_id, hub.name, problem, parked)

    async def _off_loop[*Args, T](self, work: Callable[[*Args], T], *values: *Args) -> T:
        return await self._hass.async_add_executor_job(work, *values)


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
