"""Live views of one place: what officers ask comes in, the owner's yes begins a view, his no, the time or a cut ends it.

Nothing of a camera leaves before the door's one question was answered with yes, and it is asked again for each piece. A
switch, a withdrawal or other masks end what runs at once, as a cut does. What the owner asked wrongly is a
`ServiceValidationError`, what could not be done a `HomeAssistantError`.
"""

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
import logging
from typing import Final, Protocol

from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError
from homeassistant.helpers.event import async_call_later
from homeassistant.util import dt as dt_util

from ..const import DOMAIN
from ..lib.mat_than_engine.protocol.consent import DataKind
from ..lib.mat_than_engine.protocol.live import LiveAnswer, LiveEnding, LiveRequest
from ..lib.mat_than_engine.protocol.problems import Problem
from ..lib.mat_than_engine.protocol.requests import InboxItem
from .consent import Sharable, Verdict, within_hours
from .errors import HubRefusedError, SharingError
from .hub import Hub
from .live_book import AskedLive, LiveBook, LiveState
from .live_calls import LiveCalls
from .live_pictures import LivePictures
from .live_push import LivePush, LiveTerms
from .permissions import Permissions

_LOGGER = logging.getLogger(__name__)

CLOCKS_DIFFER: Final = timedelta(minutes=1)


class LiveDoor(Protocol):
    """What is asked and told of the door."""

    permissions: Permissions

    def state_changed(self) -> None:
        """What is known has changed."""


class LiveDesk:
    """The views of one place; `book` says how each stands."""

    def __init__(self, hass: HomeAssistant, door: LiveDoor, pictures: LivePictures | None) -> None:
        self._hass = hass
        self._door = door
        self._permissions = door.permissions
        self._pictures = pictures
        self._calls = LiveCalls(hass, door.permissions)
        self._deciding = asyncio.Lock()
        self._running: dict[str, asyncio.Task[None]] = {}
        self._causes: dict[str, LiveEnding] = {}  # of those that are being ended here
        self._masks: dict[str, object] = {}  # with which a running view was begun
        self._timers: dict[str, CALLBACK_TYPE] = {}
        self.book = LiveBook()

    # -- what hubs say

    @callback
    def hear(self, hub_code: str, item: InboxItem) -> None:
        """A piece of news of a hub; what cannot be meant for this home now is shown to nobody."""
        now = dt_util.utcnow()
        if item.live_closed is not None:
            self._closed_by_hub(hub_code, item.live_closed.live_id, item.live_closed.cause, now)
        elif item.live is not None and self._is_possible(hub_code, item.live, now):
            page = AskedLive(hub=hub_code, request=item.live, received_at=now)
            if self.book.add(page):
                self._wait(page, now)
                self._hass.async_create_background_task(self._async_consider(page), f"{DOMAIN} live")
                self._door.state_changed()

    def _closed_by_hub(self, hub_code: str, live_id: str, cause: LiveEnding, now: datetime) -> None:
        page = self.book.get(live_id)
        if page is None or page.hub != hub_code:
            return
        if live_id in self._running:
            self._end(live_id, cause)
        else:
            self._close(live_id, LiveState.EXPIRED, cause, now)

    def _is_possible(self, hub_code: str, request: LiveRequest, now: datetime) -> bool:
        if not request.asked_at - CLOCKS_DIFFER <= now < request.answer_by:
            return False
        hub = self._permissions.household.hub_by_code(hub_code)
        return hub is not None and self._judge(hub, request, now).allowed

    def _wait(self, page: AskedLive, now: datetime) -> None:
        """Silence until then is a no."""
        left_s = (page.request.answer_by - now).total_seconds()

        @callback
        def over(_now: datetime) -> None:
            self._close(page.request.live_id, LiveState.EXPIRED, LiveEnding.SILENCE, dt_util.utcnow())

        self._timers[page.request.live_id] = async_call_later(self._hass, left_s, over)

    async def _async_consider(self, page: AskedLive) -> None:
        """Within hours that the owner named for this consent, nobody is asked."""
        now = dt_util.utcnow()
        hub = self._permissions.household.hub_by_code(page.hub)
        consent_id = None if hub is None else self._judge(hub, page.request, now).consent_id
        given = self._permissions.household.given.get(consent_id or "")
        if given is None or given.live_hours is None:
            return
        zone = await dt_util.async_get_time_zone(given.live_hours.time_zone)
        if zone is None or not within_hours(given.live_hours, zone, now):
            return
        with suppress(HomeAssistantError):  # then the owner is asked after all, or it is over
            await self._async_approve(page.request.live_id, unasked=True)

    # -- what the owner decides

    async def async_approve(self, live_id: str) -> None:
        """Let officers look, for as long as they asked, at most a quarter of an hour."""
        await self._async_approve(live_id, unasked=False)

    async def async_decline(self, live_id: str) -> None:
        """Say no. At the hub it looks like silence."""
        async with self._deciding:
            page, hub = self._open(live_id)
            self._close(live_id, LiveState.DECLINED, LiveEnding.SILENCE, dt_util.utcnow())
            answer = self._answer(hub, page.request, dt_util.utcnow())
        work = self._calls.async_tell_no(hub, answer)
        self._hass.async_create_background_task(work, f"{DOMAIN} live")

    async def async_cut(self, live_id: str | None = None) -> None:
        """End a view now, or all. From here on nothing more of it leaves."""
        wanted = list(self._running) if live_id is None else [live_id]
        tasks = [self._running[one] for one in wanted if one in self._running]
        if live_id is not None and not tasks:
            raise _wrong("live_closed" if self.book.get(live_id) else "live_unknown")
        for one in wanted:
            self._end(one, LiveEnding.CUT)
        await asyncio.gather(*tasks, return_exceptions=True)

    # -- what the door says

    @callback
    def recheck(self) -> None:
        """Switches, consents or masks were changed: end what may not go on, at once."""
        for page in self.book.running():
            if not self._may_go_on(page):
                self._end(page.request.live_id, LiveEnding.CONSENT)

    async def async_stop(self) -> None:
        """End everything; nothing is decided any more."""
        for stop in self._timers.values():
            stop()
        self._timers.clear()
        with suppress(HomeAssistantError):
            await self.async_cut()

    # -- a view

    async def _async_approve(self, live_id: str, *, unasked: bool) -> None:
        async with self._deciding:
            page, hub = self._open(live_id)
            now = dt_util.utcnow()
            verdict = self._judge(hub, page.request, now)
            if verdict.consent_id is None or self._pictures is None:
                raise _wrong("live_not_allowed")
            until = now + timedelta(seconds=page.request.longest_s)
            no = self._answer(hub, page.request, now)
            yes = replace(no, approved=True, consent_id=verdict.consent_id, until=until, unasked=unasked)
            try:
                await self._calls.async_answer(hub, yes)
            except SharingError as err:
                self._not_taken(page, err)
            if not page.is_open(dt_util.utcnow()) or self.book.get(live_id) != page:
                raise _wrong("live_closed")
            self._begin(replace(page, state=LiveState.RUNNING, unasked=unasked, started_at=now, until=until), hub)

    def _not_taken(self, page: AskedLive, err: SharingError) -> None:
        _LOGGER.info("A live view could not be begun: %s", err)
        if isinstance(err, HubRefusedError) and err.problem in {Problem.GONE, Problem.NOT_YOURS, Problem.CONFLICT}:
            self._close(page.request.live_id, LiveState.EXPIRED, LiveEnding.OFFICER, dt_util.utcnow())
            raise _wrong("live_closed") from err
        raise HomeAssistantError(translation_domain=DOMAIN, translation_key="live_hub") from err

    def _begin(self, page: AskedLive, hub: Hub) -> None:
        live_id = page.request.live_id
        self._forget_timer(live_id)
        camera_id = page.request.camera_id
        masks = self._permissions.household.cameras[camera_id].privacy_masks
        self._masks[live_id] = masks
        self.book.put(page)
        terms = LiveTerms(live_id=live_id, camera_id=camera_id, masks=masks, for_s=page.request.longest_s)
        push = LivePush(
            terms, self._calls.client(hub), lambda: self._goes_on(live_id), lambda n: self._watched(live_id, n)
        )
        task = self._hass.async_create_background_task(self._async_run(push, hub, live_id), f"{DOMAIN} live view")
        self._running[live_id] = task
        self._door.state_changed()

    async def _async_run(self, push: LivePush, hub: Hub, live_id: str) -> None:
        """One view from its first piece to its end, which the hub is told."""
        cause = LiveEnding.CAMERA
        try:
            if self._pictures is not None:
                cause = await push.async_run(self._pictures)
        except asyncio.CancelledError:
            cause = self._causes.get(live_id, LiveEnding.CUT)
        except Exception:  # the top of the task: the view is over, and the home goes on
            _LOGGER.exception("A live view failed")
        finally:
            self._running.pop(live_id, None)
            self._causes.pop(live_id, None)
            self._masks.pop(live_id, None)
            self._close(live_id, LiveState.OVER, cause, dt_util.utcnow())
            _LOGGER.info("A live view is over: %s; %d pieces did not go", cause, push.dropped)
        work = self._calls.async_tell_end(hub, live_id, cause)
        self._hass.async_create_background_task(work, f"{DOMAIN} live")

    def _end(self, live_id: str, cause: LiveEnding) -> None:
        """End what runs; the task's own end does the rest."""
        task = self._running.get(live_id)
        if task is not None:
            self._causes.setdefault(live_id, cause)
            task.cancel()

    def _close(self, live_id: str, state: LiveState, cause: LiveEnding, now: datetime) -> None:
        self._forget_timer(live_id)
        self.book.close(live_id, state, cause, now)
        self._door.state_changed()

    def _forget_timer(self, live_id: str) -> None:
        stop = self._timers.pop(live_id, None)
        if stop is not None:
            stop()

    def _watched(self, live_id: str, watching: int) -> None:
        page = self.book.get(live_id)
        if page is not None and page.watching != watching and page.state is LiveState.RUNNING:
            self.book.put(replace(page, watching=watching))
            self._door.state_changed()

    # -- whether it may

    def _goes_on(self, live_id: str) -> bool:
        page = self.book.get(live_id)
        return page is not None and page.state is LiveState.RUNNING and self._may_go_on(page)

    def _may_go_on(self, page: AskedLive) -> bool:
        hub = self._permissions.household.hub_by_code(page.hub)
        camera = self._permissions.household.cameras.get(page.request.camera_id)
        if hub is None or camera is None or camera.privacy_masks != self._masks.get(page.request.live_id):
            return False
        return self._judge(hub, page.request, dt_util.utcnow()).allowed

    def _judge(self, hub: Hub, request: LiveRequest, now: datetime) -> Verdict:
        """The door's one question, for what the camera shows at this moment."""
        thing = Sharable(
            recipient=hub.recipient,
            camera_id=request.camera_id,
            kind=DataKind.LIVE,
            first_at=now,
            last_at=now,
            masked=self._permissions.household.has_masks(request.camera_id),
        )
        return self._permissions.judge(thing)

    def _open(self, live_id: str) -> tuple[AskedLive, Hub]:
        page = self.book.get(live_id)
        if page is None:
            raise _wrong("live_unknown")
        hub = self._permissions.household.hub_by_code(page.hub)
        if hub is None or not page.is_open(dt_util.utcnow()):
            raise _wrong("live_closed")
        return page, hub

    @staticmethod
    def _answer(hub: Hub, request: LiveRequest, now: datetime) -> LiveAnswer:
        """A no; a yes is made of it."""
        return LiveAnswer(
            live_id=request.live_id,
            household_id=hub.household_id,
            camera_id=request.camera_id,
            approved=False,
            answered_at=now,
        )


def _wrong(key: str) -> ServiceValidationError:
    return ServiceValidationError(translation_domain=DOMAIN, translation_key=key)
