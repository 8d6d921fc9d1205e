"""What the owner is notified of: footage requests and live views that wait, a view that runs, a report that was not taken."""

from collections.abc import Callable

from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.util import dt as dt_util

from .live_book import LiveBook
from .live_notice import LiveNotices
from .permissions import Permissions
from .request_notice import RequestNotices
from .request_pages import AskedFootage, RefusedReport


class OwnerNotices:
    """The notifications of one place; `state_changed` is called when a request or a report has changed."""

    def __init__(self, hass: HomeAssistant, permissions: Permissions, state_changed: Callable[[], None]) -> None:
        self._permissions = permissions
        self._state_changed = state_changed
        self._of_requests = RequestNotices(hass, self._camera_names)
        self._of_views = LiveNotices(hass, self._camera_names)

    def show(self, views: LiveBook) -> list[CALLBACK_TYPE]:
        """Notify of what waits, now and from now on; what ends it."""
        book = self._permissions.book
        stops = [
            book.async_listen(None, self._request_changed),
            book.async_listen_reports(None, self._report_refused),
            views.async_listen(None, self._of_views.changed),
        ]
        for asked in book.asked():
            if asked.is_open(dt_util.utcnow()):
                self._of_requests.changed(asked)
        return stops

    @callback
    def _request_changed(self, asked: AskedFootage) -> None:
        self._of_requests.changed(asked)
        self._state_changed()

    @callback
    def _report_refused(self, report: RefusedReport) -> None:
        hub = self._permissions.household.hub_by_code(report.hub)
        if hub is not None:
            self._of_requests.report_refused(report, hub.name)
        self._state_changed()

    def _camera_names(self) -> dict[str, str]:
        return {camera_id: setup.name for camera_id, setup in self._permissions.household.cameras.items()}
