"""The book of footage requests: what a hub's officers asked of this home, and what became of it.

Kept in Home Assistant's own storage; written before anybody is told, so that a restart loses no request and asks for
no decision twice. Each hub's inbox is read on from the last number that is stored. Bounded: of each hub the newest
`MOST_KEPT` stay, and more than `MOST_WAITING` at a time are not taken.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
import logging
from typing import Any, Final

from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers.storage import Store
from homeassistant.util import dt as dt_util
from homeassistant.util.hass_dict import HassKey

from ..const import DOMAIN
from ..lib.mat_than_engine.protocol.requests import Closing, FootageRequest, InboxItem
from ..lib.mat_than_engine.wire import read, to_json
from .request_pages import Answer, AskedFootage, RefusedReport, ReportFate, RequestState

_LOGGER = logging.getLogger(__name__)

STORE_KEY: Final = f"{DOMAIN}.requests"
STORE_VERSION: Final = 1
MOST_KEPT: Final = 200
MOST_WAITING: Final = 50
MOST_REFUSED: Final = 20  # reports that did not get through, kept to be shown

_BOOK: HassKey[RequestBook] = HassKey(STORE_KEY)


type Listener = Callable[[AskedFootage], None]
type ReportListener = Callable[[RefusedReport], None]


@dataclass(slots=True)
class _Pages:
    last_seq: dict[str, int] = field(default_factory=dict)
    asked: dict[str, AskedFootage] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    refused: dict[str, RefusedReport] = field(default_factory=dict)


class RequestBook:
    """The one book of this Home Assistant."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._store = Store[dict[str, Any]](hass, STORE_VERSION, STORE_KEY, private=True, atomic_writes=True)
        self._pages = _Pages()
        self._listeners: list[tuple[str | None, Listener]] = []
        self._report_listeners: list[tuple[str | None, ReportListener]] = []
        self.on_live: Callable[[str, InboxItem], None] | None = None  # news of live views are another's

    async def async_load(self) -> None:
        """Read what is stored."""
        data = await self._store.async_load()
        if data is None:
            return
        self._pages.last_seq = dict(data["last_seq"])
        for page in data["asked"]:
            asked = read(AskedFootage, page)
            self._pages.asked[asked.request.request_id] = asked
        for page in data["answers"]:
            answer = read(Answer, page)
            self._pages.answers[answer.subject_id] = answer
        for page in data.get("refused", []):
            report = read(RefusedReport, page)
            self._pages.refused[report.report_id] = report

    # -- what is in it

    def last_seq(self, hub: str) -> int:
        """The number to read a hub's inbox on from."""
        return self._pages.last_seq.get(hub, 0)

    def asked(self) -> tuple[AskedFootage, ...]:
        """All requests, newest first."""
        return tuple(sorted(self._pages.asked.values(), key=lambda asked: asked.received_at, reverse=True))

    def get(self, request_id: str) -> AskedFootage | None:
        """One request."""
        return self._pages.asked.get(request_id)

    def waiting(self, hub: str, now: datetime) -> int:
        """How many requests of a hub can be answered now."""
        return sum(asked.hub == hub and asked.is_open(now) for asked in self._pages.asked.values())

    def answers(self, hub: str | None = None) -> list[Answer]:
        """The answers that are not done, of one hub or of all."""
        found = self._pages.answers.values()
        return [answer for answer in found if (hub is None or answer.hub == hub) and not answer.is_done]

    def refused_reports(self) -> tuple[RefusedReport, ...]:
        """The owner's reports that did not get through, newest first."""
        return tuple(sorted(self._pages.refused.values(), key=lambda report: report.at, reverse=True))

    @callback
    def async_listen_reports(self, hub: str | None, listener: ReportListener) -> CALLBACK_TYPE:
        """Be told of each report of the owner's that did not get through; None is to any hub."""
        item = (hub, listener)
        self._report_listeners.append(item)
        return lambda: self._report_listeners.remove(item)

    @callback
    def async_listen(self, hub: str | None, listener: Listener) -> CALLBACK_TYPE:
        """Be told of each request that comes (waiting) and of each that ends (anything else); None is of all hubs."""
        item = (hub, listener)
        self._listeners.append(item)
        return lambda: self._listeners.remove(item)

    # -- what a hub says

    async def async_take(
        self,
        hub: str,
        items: Iterable[InboxItem],
        admit: Callable[[FootageRequest], FootageRequest | None],
        now: datetime,
    ) -> None:
        """Take a hub's news, in order. `admit` gives a request as it may be shown to the owner, or None.

        A request whose id is known stays what it was, whatever is said under that id later.
        """
        news: list[AskedFootage] = []
        for item in items:
            self._pages.last_seq[hub] = item.seq
            if item.closed is not None:
                state = RequestState.CANCELLED if item.closed.cause is Closing.CANCELLED else RequestState.EXPIRED
                if (ended := self._end(hub, item.closed.request_id, state)) is not None:
                    news.append(ended)
            elif item.request is not None and item.request.request_id not in self._pages.asked:
                admitted = admit(item.request)
                if admitted is None or self.waiting(hub, now) >= MOST_WAITING:
                    _LOGGER.warning("A footage request that cannot be meant for this home is not taken")
                    continue
                asked = AskedFootage(hub=hub, request=admitted, received_at=now)
                self._pages.asked[admitted.request_id] = asked
                news.append(asked)
        self._forget_oldest(hub)
        await self._async_save()
        self._tell(news)
        for item in items:
            if self.on_live is not None and (item.live is not None or item.live_closed is not None):
                self.on_live(hub, item)

    async def async_rewind(self, hub: str) -> None:
        """The hub has lost its newest news (a restored backup): read it from the beginning."""
        self._pages.last_seq.pop(hub, None)
        await self._async_save()

    async def async_expire(self, now: datetime) -> None:
        """Those whose deadline has passed are over, whether the hub says so or not."""
        over = [
            page for page in self._pages.asked.values() if page.state is RequestState.WAITING and not page.is_open(now)
        ]
        ended = [self._end(page.hub, page.request.request_id, RequestState.EXPIRED) for page in over]
        if ended:
            await self._async_save()
            self._tell([page for page in ended if page is not None])

    # -- what the owner decides

    async def async_decide(self, request_id: str, state: RequestState, answer: Answer, now: datetime) -> None:
        """The owner's yes or no, with what the hub will be told of it; on disk when this returns."""
        page = replace(self._pages.asked[request_id], state=state, decided_at=now, consent_ids=answer.consent_ids)
        self._pages.asked[request_id] = page
        self._pages.answers[request_id] = answer
        await self._async_save()
        self._tell([page])

    async def async_put_answer(self, answer: Answer) -> None:
        """Write an answer, or how far it is; one that is done is not kept."""
        self._pages.answers[answer.subject_id] = answer
        if answer.is_done:
            del self._pages.answers[answer.subject_id]
        page = self._pages.asked.get(answer.subject_id)
        if page is not None:
            self._pages.asked[answer.subject_id] = replace(page, consent_ids=answer.consent_ids)
        await self._async_save()

    async def async_undo(self, subject_id: str, state: RequestState) -> None:
        """An answer that never counted is struck out; the request stands so again (waiting, or over).

        Of a report nothing stands any more, and its owner is told.
        """
        answer = self._pages.answers.pop(subject_id, None)
        refused = self._refuse(answer, state) if answer is not None and answer.is_report else None
        page = self._pages.asked.get(subject_id)
        if page is not None:
            decided_at = None if state is RequestState.WAITING else page.decided_at
            page = replace(page, state=state, decided_at=decided_at, consent_ids=())
            self._pages.asked[subject_id] = page
        await self._async_save()
        if page is not None:
            self._tell([page])
        if refused is not None:
            for wanted, listener in list(self._report_listeners):
                if wanted in (None, refused.hub):
                    listener(refused)

    def _refuse(self, answer: Answer, state: RequestState) -> RefusedReport:
        cause = ReportFate.LOST if state is RequestState.WAITING else ReportFate.REFUSED
        report = answer.refused(cause, dt_util.utcnow())
        self._pages.refused[report.report_id] = report
        for old in self.refused_reports()[MOST_REFUSED:]:
            del self._pages.refused[old.report_id]
        return report

    # -- the end

    async def async_keep_only(self, hubs: Iterable[str]) -> None:
        """Forget what hubs asked that were left."""
        kept = set(hubs)
        gone = {page.hub for page in self._pages.asked.values()} | self._pages.last_seq.keys()
        if not gone - kept:
            return
        pages = self._pages
        pages.last_seq = {hub: seq for hub, seq in pages.last_seq.items() if hub in kept}
        over = [page for page in pages.asked.values() if page.hub not in kept]
        pages.asked = {key: page for key, page in pages.asked.items() if page.hub in kept}
        pages.answers = {key: answer for key, answer in pages.answers.items() if answer.hub in kept}
        pages.refused = {key: report for key, report in pages.refused.items() if report.hub in kept}
        await self._async_save()
        self._tell([replace(page, state=RequestState.CANCELLED) for page in over if page.state is RequestState.WAITING])

    async def async_destroy(self) -> None:
        """Remove everything, and the file."""
        self._pages = _Pages()
        await self._store.async_remove()

    def _end(self, hub: str, request_id: str, state: RequestState) -> AskedFootage | None:
        page = self._pages.asked.get(request_id)
        if page is None or page.hub != hub or page.state is not RequestState.WAITING:
            return None
        self._pages.asked[request_id] = page = replace(page, state=state)
        return page

    def _forget_oldest(self, hub: str) -> None:
        of_hub = [page for page in self.asked() if page.hub == hub]
        for page in of_hub[MOST_KEPT:]:
            if page.state is not RequestState.WAITING and page.request.request_id not in self._pages.answers:
                del self._pages.asked[page.request.request_id]

    def _tell(self, news: Iterable[AskedFootage]) -> None:
        for page in news:
            for wanted, listener in list(self._listeners):
                if wanted in (None, page.hub):
                    listener(page)

    async def _async_save(self) -> None:
        pages = self._pages
        await self._store.async_save(
            {
                "last_seq": dict(pages.last_seq),
                "asked": [to_json(page) for page in pages.asked.values()],
                "answers": [to_json(answer) for answer in pages.answers.values()],
                "refused": [to_json(report) for report in pages.refused.values()],
            }
        )


async def async_get_request_book(hass: HomeAssistant) -> RequestBook:
    """The one `RequestBook` of this Home Assistant, loaded."""
    if _BOOK not in hass.data:
        book = RequestBook(hass)
        await book.async_load()
        hass.data.setdefault(_BOOK, book)
    return hass.data[_BOOK]
