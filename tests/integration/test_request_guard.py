"""Footage that officers ask for outlives retention until the owner has answered; a report that is refused is told to him."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
from pytest_homeassistant_custom_component.common import MockConfigEntry, async_fire_time_changed

from custom_components.mat_than import request_guard
from custom_components.mat_than.const import CONF_STORAGE
from custom_components.mat_than.kept_reason import OWNER
from custom_components.mat_than.lib.mat_than_engine.keeping.clip_store import ClipStore
from custom_components.mat_than.lib.mat_than_engine.keeping.protection import Protection, Protections
from custom_components.mat_than.lib.mat_than_engine.model import Clip
from custom_components.mat_than.lib.mat_than_engine.protocol.requests import (
    Closing,
    FootageRequest,
    InboxItem,
    RequestClosed,
)
from custom_components.mat_than.sharing.request_book import async_get_request_book
from custom_components.mat_than.sharing.request_pages import Answer, RequestState

from .conftest import StandIn, until
from .happenings import clip
from .kept import keep
from .test_footage_requests import EVENT, REQUEST_ID, asked, request
from .test_hub_entities import HUB

__all__ = ["asked"]  # a fixture of the requests' tests
IDS = [f"0190a1b2-0000-7000-8000-0000000000{number:02d}" for number in range(10, 15)]


def clips(wanted: FootageRequest) -> list[Clip]:
    """Inside at its beginning, across its end, the owner's, too late, of another camera."""
    starts = [timedelta(), timedelta(minutes=59, seconds=55), timedelta(minutes=30), timedelta(hours=2), timedelta()]
    return [
        clip(
            clip_id=clip_id, camera_id="cam3" if number == 4 else "cam1", started_at=wanted.span.since + start,
            ended_at=wanted.span.since + start + timedelta(seconds=14), path=f"clips/x/{clip_id}.mp4", still=None,
            size_bytes=3_000_000_000,
        )
        for number, (clip_id, start) in enumerate(zip(IDS, starts, strict=True))
    ]  # fmt: skip


def protect(store: ClipStore, clip_ids: list[str], owner: str, until_at: datetime | None, reason: str = "vì") -> None:
    now = dt_util.utcnow()
    wish = Protection(clip_id="", owner=owner, reason=reason, since=now, until=until_at)
    assert Protections(store).protect(clip_ids, wish, 0, now) is None


async def later(hass: HomeAssistant) -> None:
    async_fire_time_changed(hass, dt_util.utcnow() + request_guard.LOOK_AGAIN)
    await hass.async_block_till_done()


async def test_what_is_asked_for_is_protected_until_its_deadline_and_released_when_it_is_over(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, asked: FootageRequest
) -> None:
    store = await keep(hass, Path(entry.data[CONF_STORAGE]), clips(asked))
    await hass.async_add_executor_job(protect, store, [IDS[2]], "Bà Hoa", None)
    await later(hass)
    await until(hass, lambda: engine.commands("protect"))
    (order,) = engine.commands("protect")
    # The owner's protection is not taken over; 3 GB each: of the 10 GB, half is for what is asked, so for one of two.
    assert order["clip_ids"] == [IDS[0]]
    assert (order["owner"], order["reason"]) == (OWNER, "mt:kept_for_request:12/2026")
    assert dt_util.parse_datetime(order["until"]) == asked.deadline
    await hass.async_add_executor_job(protect, store, [IDS[0]], OWNER, asked.deadline, order["reason"])
    await later(hass)
    assert len(engine.commands("protect")) == 1  # nothing new to protect
    of_old = "chờ bạn trả lời yêu cầu 12/2026"
    await hass.async_add_executor_job(protect, store, [IDS[0]], OWNER, asked.deadline, of_old)
    await later(hass)
    await until(hass, lambda: len(engine.commands("protect")) == 2)
    assert engine.commands("protect")[1]["reason"] == order["reason"]  # a sentence becomes a code
    book = await async_get_request_book(hass)
    closed = RequestClosed(request_id=REQUEST_ID, cause=Closing.CANCELLED, closed_at=dt_util.utcnow())
    await book.async_take(
        HUB.code, [InboxItem(seq=2, at=closed.closed_at, closed=closed)], lambda r: r, closed.closed_at
    )
    await until(hass, lambda: engine.commands("unprotect"))
    assert [order["clip_ids"] for order in engine.commands("unprotect")] == [[IDS[0]]]


async def test_what_was_given_stays_until_it_is_sent(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, asked: FootageRequest
) -> None:
    book = await async_get_request_book(hass)
    answer = Answer(subject_id=REQUEST_ID, hub=HUB.code, token="signed", footage=asked.span, consent_ids=())
    await book.async_decide(REQUEST_ID, RequestState.APPROVED, answer, dt_util.utcnow())
    store = await keep(hass, Path(entry.data[CONF_STORAGE]), [replace(clips(asked)[0], size_bytes=9)])
    await later(hass)
    await until(hass, lambda: engine.commands("protect"))
    assert engine.commands("protect")[0]["reason"] == "mt:kept_for_sending:12/2026"
    await hass.async_add_executor_job(protect, store, [IDS[0]], OWNER, asked.deadline)
    await book.async_put_answer(replace(answer, told=True, packed_at=asked.span.until + timedelta(hours=1)))
    await book.async_undo(REQUEST_ID, RequestState.EXPIRED)  # tells the listeners, as the end of sending does
    await until(hass, lambda: engine.commands("unprotect"))


async def test_a_report_that_the_hub_does_not_take_is_an_event_and_a_notification(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, asked: FootageRequest
) -> None:
    book = await async_get_request_book(hass)
    report = Answer(subject_id=IDS[0], hub=HUB.code, token="signed", is_report=True, footage=request().span)
    await book.async_put_answer(report)
    await book.async_undo(IDS[0], RequestState.CANCELLED)
    await hass.async_block_till_done()
    told = hass.states.get(EVENT).attributes
    assert (told["event_type"], told["report_id"], told["cause"]) == ("report_refused", IDS[0], "refused")
    notices = [n for n in hass.data["persistent_notification"].values() if "report" in n["notification_id"]]
    assert notices[0]["title"] == "Your report did not reach Phường Một"
    assert "taken back" in notices[0]["message"]
    (shown,) = entry.runtime_data.door.view.refused_reports()
    assert shown[1].report_id == IDS[0]


async def test_a_refused_report_survives_a_restart(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, asked: FootageRequest
) -> None:
    book = await async_get_request_book(hass)
    await book.async_put_answer(Answer(subject_id=IDS[0], hub=HUB.code, token="signed", is_report=True))
    await book.async_undo(IDS[0], RequestState.WAITING)
    again = type(book)(hass)
    await again.async_load()
    assert [(one.report_id, one.cause.value) for one in again.refused_reports()] == [(IDS[0], "lost")]
