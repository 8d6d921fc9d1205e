"""A notification for each live view: that one is asked for, and as long as it runs that somebody looks; gone after it."""

from collections.abc import Callable, Mapping

from homeassistant.components import persistent_notification
from homeassistant.core import HomeAssistant, callback
from homeassistant.util import dt as dt_util

from ..const import DOMAIN
from ..words import async_words
from .live_book import AskedLive, LiveState
from .request_notice import plain

PAGE = "/mat-than/sharing"  # of the panel


class LiveNotices:
    """Shows and removes them; `camera_names` tells what the owner calls his cameras."""

    def __init__(self, hass: HomeAssistant, camera_names: Callable[[], Mapping[str, str]]) -> None:
        self._hass = hass
        self._camera_names = camera_names
        self._shown: dict[str, LiveState] = {}

    @callback
    def changed(self, page: AskedLive) -> None:
        """A view is asked for, began, or is over."""
        live_id = page.request.live_id
        if page.state not in {LiveState.WAITING, LiveState.RUNNING}:
            self._shown.pop(live_id, None)
            persistent_notification.async_dismiss(self._hass, _id(page))
        elif self._shown.get(live_id) is not page.state:
            self._shown[live_id] = page.state
            self._hass.async_create_task(self._async_show(page), f"{DOMAIN} live")

    async def _async_show(self, page: AskedLive) -> None:
        words, request = await async_words(self._hass), page.request
        if self._shown.get(request.live_id) is not page.state:
            return  # it is further by now
        camera = self._camera_names().get(request.camera_id, request.camera_id)
        running = page.state is LiveState.RUNNING
        until = page.until if page.until is not None else request.answer_by
        text = words.say(
            "live_running_text" if running else "live_asked_text",
            camera=plain(camera),
            reason=plain(request.reason),
            case_number=plain(request.case_number or "-"),
            minutes=str(round(request.longest_s / 60)),
            until=f"{dt_util.as_local(until):%H:%M:%S}",
            page=PAGE,
        )
        title = words.say("live_running_title" if running else "live_asked_title", unit=" ".join(request.unit.split()))
        persistent_notification.async_create(self._hass, text, title, _id(page))


def _id(page: AskedLive) -> str:
    return f"{DOMAIN}_live_{page.request.live_id}"
