"""A notification for each footage request that waits, in the owner's language, gone when it is answered or over; and for
each report of his that a hub did not take.

Home Assistant forgets its notifications when it restarts; what still waits is then shown again.
"""

from collections.abc import Callable, Mapping
import re

from homeassistant.components import persistent_notification
from homeassistant.core import HomeAssistant, callback
from homeassistant.util import dt as dt_util

from ..const import DOMAIN
from ..words import async_option_words, async_words
from .request_pages import AskedFootage, RefusedReport

PAGE = "/mat-than/sharing/request/{request_id}"  # of the panel


class RequestNotices:
    """Shows and removes them; `camera_names` tells what the owner calls his cameras."""

    def __init__(self, hass: HomeAssistant, camera_names: Callable[[], Mapping[str, str]]) -> None:
        self._hass = hass
        self._camera_names = camera_names

    @callback
    def changed(self, asked: AskedFootage) -> None:
        """A request came, or is over."""
        if asked.is_open(dt_util.utcnow()):
            self._hass.async_create_task(self._async_show(asked), f"{DOMAIN} request")
        else:
            persistent_notification.async_dismiss(self._hass, _id(asked))

    @callback
    def report_refused(self, report: RefusedReport, hub: str) -> None:
        """A report of the owner's did not get through."""
        self._hass.async_create_task(self._async_show_report(report, hub), f"{DOMAIN} report")

    async def _async_show_report(self, report: RefusedReport, hub: str) -> None:
        words = await async_words(self._hass)
        text = words.say(f"report_{report.cause}", hub=plain(hub), at=words.moment(report.at, dt_util.utcnow()))
        persistent_notification.async_create(
            self._hass, text, words.say("report_refused_title", hub=hub), f"{DOMAIN}_report_{report.report_id}"
        )

    async def _async_show(self, asked: AskedFootage) -> None:
        words, option = await async_words(self._hass), await async_option_words(self._hass)
        request, names, now = asked.request, self._camera_names(), dt_util.utcnow()
        text = words.say(
            "request_text",
            contact=plain(request.contact),
            offence=option("offence", request.offence.value),
            case_number=plain(request.case_number),
            reason=plain(request.reason),
            cameras=plain(", ".join(names.get(camera_id, camera_id) for camera_id in request.camera_ids)),
            since=words.moment(request.span.since, now),
            until=words.moment(request.span.until, now),
            deadline=words.moment(request.deadline, now),
            page=PAGE.format(request_id=request.request_id),
        )
        persistent_notification.async_create(
            self._hass, text, words.say("request_title", unit=" ".join(request.unit.split())), _id(asked)
        )


def _id(asked: AskedFootage) -> str:
    return f"{DOMAIN}_request_{asked.request.request_id}"


def plain(text: str) -> str:
    """What a hub wrote, as letters and nothing else: no link, no picture, no heading of its making."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", " ".join(text.split()))
