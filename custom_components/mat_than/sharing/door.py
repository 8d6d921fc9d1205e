"""The only way out of the home. Motions and clips come in from the coordinator; what a live consent allows is kept in
the outbox, copied as it may be seen, and handed to the hubs' lines; everything else goes nowhere.

Every path out asks `permissions` twice. The switch and a withdrawal (`owner_will`) hold from the moment they are called.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Final, override

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.exceptions import ConfigEntryNotReady
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
from .live_pictures import LivePictures
from .outbox import Outbox
from .outbox_figures import QueueFigures
from .owner_notices import OwnerNotices
from .owner_view import HubState, OwnerView, SharingState
from .owner_will import OwnerWill
from .packer import Packer
from .permissions import Permissions
from .request_book import ReportListener
from .request_pages import AskedFootage
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
        self.live = LiveDesk(hass, self, pictures)
        self._notices = OwnerNotices(hass, self.permissions, self.state_changed)
        self._will = OwnerWill(hass, entry, self)
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
        self._stop_listening += self._notices.show(self.live.book)
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

    def break_off(self) -> None:
        """Whatever is on its way out stops now; what still may leave begins anew."""
        self.lines.interrupt()
        self.live.recheck()

    def wake_all(self) -> None:
        """There may be something to do, or nothing any more."""
        self._copier.wake()
        self.lines.wake()

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

    # -- what the owner decides; it holds from the call on

    async def async_pause(self, camera_id: str) -> None:
        """Nothing of this camera leaves from now on; what waits of it is removed."""
        await self._will.async_pause(camera_id)

    async def async_resume(self, camera_id: str) -> None:
        """Share again what is recorded from now on. ServiceValidationError without a live consent."""
        await self._will.async_resume(camera_id)
        self.state_changed()

    async def async_withdraw(self, consent_id: str) -> None:
        """Withdraw a consent: at home at once; the hub is told until it proves the deletion. Repeats do nothing."""
        await self._will.async_withdraw(consent_id)

    async def async_drops_seen(self, hub_id: str) -> None:
        """The owner knows what was given up on its way to a hub (by its subentry)."""
        if (hub := self.view.hubs.get(hub_id)) is not None:
            self.view.drops_seen()
            await self._off_loop(self.outbox.drops_seen, hub.code)
            await self.async_outbox_changed()

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
            await self._will.async_withdraw_missing()
            await self.permissions.book.async_keep_only(hub.code for hub in self.permissions.household.hubs.values())
            await self.lines.async_set()
            await self._async_mask_again(before)
            for subentry_id in before.hubs.keys() - self.permissions.household.hubs.keys():
                self.view.forget_hub(subentry_id)
        self.wake_all()
        self.state_changed()

    async def _async_note_new(self) -> None:
        """A consent that the ledger does not know (its storage was restored) is written down."""
        household, ledger = self.permissions.household, self.permissions.ledger
        for consent_id, given in household.given.items():
            hub = household.hub_of(given.recipient)
            if consent_id not in ledger.consents and hub is not None:
                await ledger.async_put(KnownConsent.of(consent_id, given.record.camera_id, hub))

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

    async def _off_loop[*Args, T](self, work: Callable[[*Args], T], *values: *Args) -> T:
        return await self._hass.async_add_executor_job(work, *values)
