"""The live views of one place that run now: each a task, from its first piece to its end, which the hub is told.

A switch, a withdrawal or other masks end them at once, as a cut does: the send that is under way is broken off.
"""

import asyncio
from dataclasses import replace
import logging
from typing import Protocol

from homeassistant.core import HomeAssistant, callback
from homeassistant.util import dt as dt_util

from ..const import DOMAIN
from ..lib.mat_than_engine.protocol.live import LiveEnding
from .hub import Hub
from .live_book import AskedLive, LiveBook, LiveState
from .live_calls import LiveCalls
from .live_pictures import LivePictures
from .live_push import LivePush, LiveTerms
from .permissions import Permissions

_LOGGER = logging.getLogger(__name__)


class LiveDoor(Protocol):
    """What is asked and told of the door."""

    permissions: Permissions

    def state_changed(self) -> None:
        """What is known has changed."""


class RunningViews:
    """The tasks; `book` says how each view stands."""

    def __init__(self, hass: HomeAssistant, door: LiveDoor, book: LiveBook, calls: LiveCalls) -> None:
        self._hass = hass
        self._door = door
        self._permissions = door.permissions
        self._book = book
        self._calls = calls
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._causes: dict[str, LiveEnding] = {}  # of those that are being ended here
        self._masks: dict[str, object] = {}  # with which a view was begun

    def __contains__(self, live_id: str) -> bool:
        return live_id in self._tasks

    def begin(self, page: AskedLive, hub: Hub, pictures: LivePictures) -> None:
        """Show what `page` says, which is running from now on."""
        live_id, camera_id = page.request.live_id, page.request.camera_id
        camera = self._permissions.household.cameras.get(camera_id)
        masks = () if camera is None else camera.privacy_masks  # one that was removed meanwhile shows nothing
        self._masks[live_id] = masks
        self._book.put(page)
        terms = LiveTerms(live_id=live_id, camera_id=camera_id, masks=masks, for_s=page.request.longest_s)
        push = LivePush(
            terms, self._calls.client(hub), lambda: self._goes_on(live_id), lambda n: self._watched(live_id, n)
        )
        work = self._async_run(push, pictures, hub, page)
        task = self._hass.async_create_background_task(work, f"{DOMAIN} live view")
        if not task.done():
            self._tasks[live_id] = task
        self._door.state_changed()

    def end(self, live_id: str, cause: LiveEnding) -> None:
        """End what runs; the task's own end does the rest."""
        task = self._tasks.get(live_id)
        if task is not None:
            self._causes.setdefault(live_id, cause)
            task.cancel()

    async def async_cut(self, live_id: str | None = None) -> None:
        """End one, or all, for the owner; over when this returns."""
        wanted = list(self._tasks) if live_id is None else [live_id]
        tasks = [self._tasks[one] for one in wanted if one in self._tasks]
        for one in wanted:
            self.end(one, LiveEnding.CUT)
        await asyncio.gather(*tasks, return_exceptions=True)

    @callback
    def recheck(self) -> None:
        """Switches, consents or masks were changed: end what may not go on, at once."""
        for page in self._book.running():
            if not self._may_go_on(page):
                self.end(page.request.live_id, LiveEnding.CONSENT)

    async def _async_run(self, push: LivePush, pictures: LivePictures, hub: Hub, page: AskedLive) -> None:
        """One view from its first piece to its end."""
        live_id, cause = page.request.live_id, LiveEnding.CAMERA
        try:
            cause = await push.async_run(pictures)
        except asyncio.CancelledError:
            cause = self._causes.get(live_id, LiveEnding.CUT)
        except Exception:  # the top of the task: the view is over, and the home goes on
            _LOGGER.exception("A live view failed")
        finally:
            self._tasks.pop(live_id, None)
            self._causes.pop(live_id, None)
            self._masks.pop(live_id, None)
            self._book.close(live_id, LiveState.OVER, cause, dt_util.utcnow())
            self._door.state_changed()
            _LOGGER.info("A live view is over: %s; %d pieces did not go", cause, push.dropped)
        work = self._calls.async_tell_end(hub, live_id, page.consent_id, cause)
        self._hass.async_create_background_task(work, f"{DOMAIN} live")

    def _watched(self, live_id: str, watching: int) -> None:
        page = self._book.get(live_id)
        if page is not None and page.watching != watching and page.state is LiveState.RUNNING:
            self._book.put(replace(page, watching=watching))
            self._door.state_changed()

    def _goes_on(self, live_id: str) -> bool:
        page = self._book.get(live_id)
        return page is not None and page.state is LiveState.RUNNING and self._may_go_on(page)

    def _may_go_on(self, page: AskedLive) -> bool:
        household, camera_id = self._permissions.household, page.request.camera_id
        hub = household.hub_by_code(page.hub)
        camera = household.cameras.get(camera_id)
        if hub is None or camera is None or camera.privacy_masks != self._masks.get(page.request.live_id):
            return False
        return self._permissions.ask_live(hub, camera_id).allowed
