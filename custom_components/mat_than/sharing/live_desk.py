"""Live views of one place: what officers ask comes in, the owner's yes begins a view (`live_running`), his no or the time
ends the question.

Nothing of a camera leaves before the door's one question was answered with yes. What the owner asked wrongly is a
`ServiceValidationError`, what could not be done a `HomeAssistantError`.
"""

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
import logging
from typing import Final

from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError
from homeassistant.helpers.event import async_call_later
from homeassistant.util import dt as dt_util

from ..const import DOMAIN
from ..lib.mat_than_engine.protocol.live import LiveAnswer, LiveEnding, LiveRequest
from ..lib.mat_than_engine.protocol.problems import Problem
from ..lib.mat_than_engine.protocol.requests import InboxItem
from .consent import within_hours
from .errors import HubRefusedError, SharingError
from .hub import Hub
from .live_book import AskedLive, LiveBook, LiveState
from .live_calls import LiveCalls
from .live_pictures import LivePictures
from .live_running import LiveDoor, RunningViews

_LOGGER = logging.getLogger(__name__)

CLOCKS_DIFFER: Final = timedelta(minutes=1)


class LiveDesk:
    """The views of one place; `book` says how each stands."""

    def __init__(self, hass: HomeAssistant, door: LiveDoor, pictures: LivePictures | None) -> None:
        self._hass = hass
        self._door = door
        self._permissions = door.permissions
        self._pictures = pictures
        self._calls = LiveCalls(hass, door.permissions)
        self._deciding = asyncio.Lock()
        self._timers: dict[str, CALLBACK_TYPE] = {}
        self.book = LiveBook()
        self._running = RunningViews(hass, door, self.book, self._calls)

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
            self._running.end(live_id, cause)
        else:
            self._close(live_id, LiveState.EXPIRED, cause, now)

    def _is_possible(self, hub_code: str, request: LiveRequest, now: datetime) -> bool:
        if not request.asked_at - CLOCKS_DIFFER <= now < request.answer_by:
            return False
        hub = self._permissions.household.hub_by_code(hub_code)
        return hub is not None and self._permissions.ask_live(hub, request.camera_id).allowed

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
        consent_id = None if hub is None else self._permissions.ask_live(hub, page.request.camera_id).consent_id
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
        if live_id is not None and live_id not in self._running:
            raise _wrong("live_closed" if self.book.get(live_id) else "live_unknown")
        await self._running.async_cut(live_id)

    # -- what the door says

    @callback
    def recheck(self) -> None:
        """Switches, consents or masks were changed: end what may not go on, at once."""
        self._running.recheck()

    async def async_stop(self) -> None:
        """End everything; nothing is decided any more."""
        for stop in self._timers.values():
            stop()
        self._timers.clear()
        await self._running.async_cut()

    # -- a yes

    async def _async_approve(self, live_id: str, *, unasked: bool) -> None:
        async with self._deciding:
            page, hub = self._open(live_id)
            now = dt_util.utcnow()
            consent_id = self._permissions.ask_live(hub, page.request.camera_id).consent_id
            if consent_id is None or self._pictures is None:
                raise _wrong("live_not_allowed")
            until = now + timedelta(seconds=page.request.longest_s)
            no = self._answer(hub, page.request, now)
            yes = replace(no, approved=True, consent_id=consent_id, until=until, unasked=unasked)
            try:
                await self._calls.async_answer(hub, yes)
            except SharingError as err:
                self._not_taken(page, err)
            if not page.is_open(dt_util.utcnow()) or self.book.get(live_id) != page:
                over = self._calls.async_tell_end(hub, live_id, consent_id, LiveEnding.SILENCE)
                self._hass.async_create_background_task(over, f"{DOMAIN} live")
                raise _wrong("live_closed")
            self._forget_timer(live_id)
            running = replace(page, state=LiveState.RUNNING, consent_id=consent_id, unasked=unasked)
            self._running.begin(replace(running, started_at=now, until=until), hub, self._pictures)

    def _not_taken(self, page: AskedLive, err: SharingError) -> None:
        _LOGGER.info("A live view could not be begun: %s", err)
        if isinstance(err, HubRefusedError) and err.problem in {Problem.GONE, Problem.NOT_YOURS, Problem.CONFLICT}:
            self._close(page.request.live_id, LiveState.EXPIRED, LiveEnding.OFFICER, dt_util.utcnow())
            raise _wrong("live_closed") from err
        raise HomeAssistantError(translation_domain=DOMAIN, translation_key="live_hub") from err

    def _close(self, live_id: str, state: LiveState, cause: LiveEnding, now: datetime) -> None:
        self._forget_timer(live_id)
        self.book.close(live_id, state, cause, now)
        self._door.state_changed()

    def _forget_timer(self, live_id: str) -> None:
        stop = self._timers.pop(live_id, None)
        if stop is not None:
            stop()

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
