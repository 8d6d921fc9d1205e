"""The only way out of the home. Motions and clips come in from the coordinator; what a live consent allows is kept in
the outbox, copied as it may be seen, and handed to the hubs' lines; everything else goes nowhere.

The switch and a withdrawal hold from the moment they are called: first in memory, then the lines are interrupted,
then it is written, then what waits is removed. Every path out asks `permissions` twice.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Final, override

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.exceptions import ConfigEntryNotReady, ServiceValidationError
from homeassistant.util import dt as dt_util
from homeassistant.util.hass_dict import HassKey

from ..const import DOMAIN
from ..lib.mat_than_engine.model import Clip, Motion
from ..lib.mat_than_engine.protocol.access import AccessEntry
from .answering import Answering
from .case_packer import CasePacker
from .copier import Copier
from .copies import SharedCopies
from .errors import OutboxError
from .gate import Gate
from .hub import Hub
from .hub_lines import HubLines
from .intake import Intake
from .ledger import KnownConsent
from .live_book import AskedLive
from .live_desk import LiveDesk
from .live_notice import LiveNotices
from .live_pictures import LivePictures
from .outbox import Outbox
from .outbox_figures import QueueFigures
from .owner_view import HubState, OwnerView, SharingState
from .packer import Packer
from .parcel import Parcel
from .permissions import Permissions
from .request_book import AskedFootage, RefusedReport, ReportListener
from .request_notice import RequestNotices
from .standing import Household

OUTBOX_FOLDER: Final = ".sharing"  # beside the clips, and not shown in the media browser

DOOR: HassKey[Door] = HassKey(f"{DOMAIN}.door")


class Door(Gate):
    """The door of one place."""

    def __init__(
        self,
        hass: HomeAssistant,
        entry: ConfigEntry[Any],
        storage: Path,
        copies: SharedCopies,
        pictures: LivePictures | None = None,
    ) -> None:
        self._hass = hass
        self._entry = entry
        self.permissions = Permissions(hass, entry)
        self.outbox = Outbox(storage / OUTBOX_FOLDER, dt_util.utcnow)
        self._copier = Copier(hass, self.outbox, copies, self)
        self._intake = Intake(hass, self.outbox, Packer(storage, self.permissions), self)
        packer = CasePacker(hass, storage, self.outbox, self.permissions)
        self.requests = Answering(hass, entry, packer, self)
        self._notices = RequestNotices(hass, self._camera_names)
        self.live = LiveDesk(hass, self, pictures)
        self._live_notices = LiveNotices(hass, self._camera_names)
        self.lines = HubLines(hass, self.outbox, self)
        self.view = OwnerView(hass, self.permissions, self.lines)
        self._tasks: list[asyncio.Task[None]] = []
        self._reading = asyncio.Lock()
        self._stopped = False
        self._stop_listening: list[CALLBACK_TYPE] = []

    # -- life

    async def async_start(self) -> None:
        """Open the outbox and begin to talk to the hubs. ConfigEntryNotReady where the disk will not have it."""
        await self.permissions.async_load()
        self.permissions.book.on_live = self.live.hear
        try:
            await self._off_loop(self.outbox.open)
        except OutboxError as err:
            raise ConfigEntryNotReady(translation_domain=DOMAIN, translation_key="sharing_outbox") from err
        self._hass.data[DOOR] = self
        await self.permissions.async_read()
        await self.requests.async_recover()
        await self._async_read()
        self._show_requests()
        await self.async_outbox_changed()
        for work, name in ((self._copier.async_run(), "copies"), (self._intake.async_run(), "intake")):
            self._tasks.append(self._hass.async_create_background_task(work, f"{DOMAIN} {name}"))

    async def async_stop(self) -> None:
        """Stop talking; what waits stays on disk. May be called twice."""
        self._stopped = True
        for stop in self._stop_listening:
            stop()
        self._stop_listening.clear()
        if self._hass.data.get(DOOR) is self:
            del self._hass.data[DOOR]
        tasks = list(self._tasks)
        self._tasks.clear()
        for task in tasks:
            task.cancel()
        await self.live.async_stop()
        await asyncio.gather(*tasks, self.lines.async_stop(), return_exceptions=True)
        await self._off_loop(self.outbox.close)

    @callback
    def async_subentries_changed(self) -> asyncio.Task[None]:
        """Hubs, consents or cameras were added, changed or removed. The task may be awaited."""
        return self._hass.async_create_task(self._async_read(), f"{DOMAIN} consents")

    def _show_requests(self) -> None:
        """Notify of what waits, now and from now on."""
        book = self.permissions.book
        self._stop_listening.append(book.async_listen(None, self._request_changed))
        self._stop_listening.append(book.async_listen_reports(None, self._report_refused))
        self._stop_listening.append(self.live.book.async_listen(None, self._live_notices.changed))
        for asked in book.asked():
            if asked.is_open(dt_util.utcnow()):
                self._notices.changed(asked)

    @callback
    def _request_changed(self, asked: AskedFootage) -> None:
        self._notices.changed(asked)
        self.state_changed()

    @callback
    def _report_refused(self, report: RefusedReport) -> None:
        hub = self.permissions.household.hub_by_code(report.hub)
        if hub is not None:
            self._notices.report_refused(report, hub.name)
        self.state_changed()

    def _camera_names(self) -> dict[str, str]:
        return {camera_id: setup.name for camera_id, setup in self.permissions.household.cameras.items()}

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
        for recipient in self.permissions.note_health(camera_id, live, since):
            if (line := self.lines.get(recipient)) is not None:
                line.wake("alive")

    # -- what lines, copier and intake ask and tell

    @override
    def queue(self, hub: str) -> QueueFigures:
        return self.view.queue(hub)

    @override
    async def async_outbox_changed(self) -> None:
        figures = await self._off_loop(self.outbox.figures)
        self.view.waiting(figures, self._intake.dropped)
        self._copier.wake()
        self.lines.wake("small", "clips")
        self.state_changed()

    @override
    def state_changed(self) -> None:
        if not self._stopped:
            self.view.changed()

    # -- what the owner sees

    def async_listen(self, listener: Callable[[], None]) -> CALLBACK_TYPE:
        """Be told when a sharing or hub state may have changed."""
        return self.view.async_listen(listener)

    def sharing_state(self, camera_id: str) -> SharingState:
        """How a camera's sharing stands."""
        return self.view.sharing_state(camera_id)

    def hub_state(self, subentry_id: str) -> HubState:
        """How the line to a hub stands."""
        return self.view.hub_state(subentry_id)

    def async_listen_looks(self, subentry_id: str, listener: Callable[[AccessEntry], None]) -> CALLBACK_TYPE:
        """Be told of each look of a hub's officers at what this home shared."""
        hub = Hub.of(self._entry.subentries[subentry_id].data)
        return self.permissions.mirror.async_listen(hub.code, listener)

    def async_listen_requests(self, subentry_id: str, listener: Callable[[AskedFootage], None]) -> CALLBACK_TYPE:
        """Be told of each footage request of a hub that comes, and of each that is over."""
        hub = Hub.of(self._entry.subentries[subentry_id].data)
        return self.permissions.book.async_listen(hub.code, listener)

    def async_listen_reports(self, subentry_id: str, listener: ReportListener) -> CALLBACK_TYPE:
        """Be told of each report of the owner's that a hub does not take."""
        hub = Hub.of(self._entry.subentries[subentry_id].data)
        return self.permissions.book.async_listen_reports(hub.code, listener)

    def async_listen_live(self, subentry_id: str, listener: Callable[[AskedLive], None]) -> CALLBACK_TYPE:
        """Be told of each live view that a hub asks for, and of what becomes of it."""
        hub = Hub.of(self._entry.subentries[subentry_id].data)
        return self.live.book.async_listen(hub.code, listener)

    # -- what the owner decides

    async def async_pause(self, camera_id: str) -> None:
        """Nothing of this camera leaves from now on; what waits of it is removed."""
        ledger = self.permissions.ledger
        ledger.set_switch(camera_id, on=False, now=dt_util.utcnow())
        self.lines.interrupt()
        self.live.recheck()
        await ledger.async_save()
        await self._async_purge(lambda: self.outbox.of_camera(camera_id))

    async def async_resume(self, camera_id: str) -> None:
        """Share again what is recorded from now on. ServiceValidationError without a live consent."""
        if not self.permissions.live_recipients(camera_id):
            raise ServiceValidationError(translation_domain=DOMAIN, translation_key="sharing_no_consent")
        ledger = self.permissions.ledger
        ledger.set_switch(camera_id, on=True, now=dt_util.utcnow())
        await ledger.async_save()
        self._wake_all()
        self.state_changed()

    async def async_withdraw(self, consent_id: str) -> None:
        """Withdraw a consent: at home at once; the hub is told until it proves the deletion. Repeats do nothing."""
        ledger = self.permissions.ledger
        known = ledger.consents.get(consent_id)
        if known is None or known.withdrawn_at is not None:
            return
        ledger.set_consent(self.permissions.withdrawn(known, dt_util.utcnow()))
        self.lines.interrupt()
        self.live.recheck()
        await ledger.async_save()
        given = self.permissions.household.given.get(consent_id)
        if given is not None and given.subentry_id in self._entry.subentries:
            self._hass.config_entries.async_remove_subentry(self._entry, given.subentry_id)
        await self._async_purge(lambda: self.outbox.of_consent(consent_id))

    async def async_drops_seen(self, hub_id: str) -> None:
        """The owner knows what was given up on its way to a hub (by its subentry)."""
        if (hub := self.view.hubs.get(hub_id)) is not None:
            self.view.drops_seen()
            await self._off_loop(self.outbox.drops_seen, hub.code)
            await self.async_outbox_changed()

    async def _async_purge(self, find: Callable[[], list[Parcel]]) -> None:
        await self._off_loop(lambda: self.outbox.discard(find()))
        await self.async_outbox_changed()
        self._wake_all()

    # -- what the entry says

    async def async_read_entry(self) -> None:
        """Read hubs, consents and cameras anew, now."""
        await self._async_read()

    def wake_lines(self, *lanes: str) -> None:
        """There may be something to do in these lanes of every line; without names, in all."""
        self.lines.wake(*lanes)

    async def _async_read(self) -> None:
        """Read hubs, consents and cameras anew, and do what follows from the difference."""
        async with self._reading:
            if self._stopped:
                return
            before = await self.permissions.async_read()
            self.live.recheck()
            await self._async_note_new()
            await self._async_withdraw_missing()
            await self.permissions.book.async_keep_only(hub.code for hub in self.permissions.household.hubs.values())
            await self.lines.async_set()
            await self._async_mask_again(before)
            for subentry_id in before.hubs.keys() - self.permissions.household.hubs.keys():
                self.view.forget_hub(subentry_id)
        self._wake_all()
        self.state_changed()

    async def _async_note_new(self) -> None:
        """A consent that the ledger does not know (its storage was restored) is written down."""
        household, ledger = self.permissions.household, self.permissions.ledger
        for consent_id, given in household.given.items():
            hub = household.hub_of(given.recipient)
            if consent_id not in ledger.consents and hub is not None:
                await ledger.async_put(KnownConsent.of(consent_id, given.record.camera_id, hub))

    async def _async_withdraw_missing(self) -> None:
        """A consent whose subentry, hub or camera was removed is withdrawn."""
        household, ledger = self.permissions.household, self.permissions.ledger
        ledger.being_given -= household.given.keys()  # given; from now on its removal is a withdrawal
        for known in list(ledger.consents.values()):
            if known.withdrawn_at is not None or known.consent_id in ledger.being_given:
                continue
            there = known.consent_id in household.given and household.hub_of(known.recipient) is not None
            if not there or known.camera_id not in household.cameras:
                await self.async_withdraw(known.consent_id)

    async def _async_mask_again(self, before: Household) -> None:
        """What waits of a camera whose masks were changed is copied anew, under the new ones."""
        for camera_id, setup in self.permissions.household.cameras.items():
            was = before.cameras.get(camera_id)
            if was is not None and was.privacy_masks != setup.privacy_masks:
                self.lines.interrupt()
                for parcel in await self._off_loop(self.outbox.of_camera, camera_id):
                    if parcel.file is not None:
                        await self._off_loop(self.outbox.make_again, parcel)
                await self.async_outbox_changed()

    def _wake_all(self) -> None:
        self._copier.wake()
        self.lines.wake()

    async def _off_loop[*Args, T](self, work: Callable[[*Args], T], *values: *Args) -> T:
        return await self._hass.async_add_executor_job(work, *values)
