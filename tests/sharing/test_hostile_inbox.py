"""A hub may ask what it likes: nobody is shown what cannot be meant for this home, and nothing is given unasked."""

from collections.abc import AsyncGenerator
from datetime import UTC, datetime, timedelta
from typing import Any

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest

from custom_components.mat_than.lib.mat_than_engine.protocol.requests import InboxItem, RequestClosed
from custom_components.mat_than.lib.mat_than_engine.wire import read, to_json
from custom_components.mat_than.sharing import case_line
from custom_components.mat_than.sharing.request_book import MOST_WAITING, RequestBook, async_get_request_book
from custom_components.mat_than.sharing.request_pages import AskedFootage, RequestState

from .conftest import Home
from .hostile_hub import Answer, HostileHub, endless, hostile_hub, http, json_answer
from .test_hostile_door import shared_with

ID = "01939af0-0000-7000-8000-{:012d}"


@pytest.fixture
async def hub(socket_enabled: None, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[HostileHub]:
    monkeypatch.setattr(case_line, "LEAST_POLL_S", 0.2)
    async with hostile_hub() as hub:
        beat = {"server_time": "2026-11-22T08:00:00.000Z", "inbox_seq": 0}
        hub.answers |= {"/v1/cameras/cam1": http(201, b"{}"), "/v1/heartbeat": json_answer(beat)}
        hub.answers["/v1/household/access-log"] = json_answer({"entries": []})
        yield hub


def item(seq: int = 1, **changes: Any) -> dict[str, Any]:
    """A piece of news as a hub writes it."""
    now = dt_util.utcnow()
    span = {"since": to_json(now - timedelta(hours=2)), "until": to_json(now - timedelta(hours=1))}
    request = {
        "request_id": ID.format(seq),
        "case_number": "12/2026",
        "offence": "theft",
        "reason": "Mất xe máy",
        "unit": "Công an phường",
        "contact": "024 1234 567",
        "camera_ids": ["cam1"],
        "span": span,
        "asked_at": to_json(now - timedelta(minutes=1)),
        "deadline": to_json(now + timedelta(days=3)),
        "retention_days": 20,
    }
    return {"seq": seq, "at": to_json(now), "request": request | changes}


def polls(hub: HostileHub) -> int:
    return sum(request.startswith("GET /v1/inbox") for request, _, _ in hub.requests)


def ahead(**by: float) -> Any:
    return to_json(dt_util.utcnow() + timedelta(**by))


async def test_only_cameras_that_the_hub_may_know_of_are_asked_for(home: Home, hub: HostileHub) -> None:
    asked = [item(1, camera_ids=["cam1", "cam2", "cam9"]), item(2, camera_ids=["cam2"]), item(3, camera_ids=["cam9"])]
    hub.answers["/v1/inbox"] = json_answer({"items": asked})
    hub_id = await shared_with(home, hub)
    book = home.door.permissions.book
    await home.until(lambda: book.last_seq(home.joined(hub_id).code) == 3)
    assert [page.request.camera_ids for page in book.asked()] == [("cam1",)]


@pytest.mark.parametrize(
    "changes",
    [
        {"span": {"since": ahead(hours=1), "until": ahead(hours=2)}},
        {"span": {"since": ahead(hours=-1), "until": ahead(hours=2)}},
        {"asked_at": ahead(days=20), "deadline": ahead(days=40)},
        {"asked_at": ahead(days=-9), "deadline": ahead(days=-1)},
    ],
    ids=["a time to come", "until later", "asked next month", "over already"],
)
async def test_what_cannot_be_asked_now_is_shown_to_nobody(
    home: Home, hub: HostileHub, changes: dict[str, Any]
) -> None:
    hub.answers["/v1/inbox"] = json_answer({"items": [item(1, **changes), item(2)]})
    await shared_with(home, hub)
    book = home.door.permissions.book
    await home.until(book.asked)
    assert [page.request.request_id for page in book.asked()] == [ID.format(2)]


@pytest.mark.parametrize(
    "answer",
    [
        endless,
        http(200, b"<html>"),
        json_answer({"items": [{"seq": 1, "at": "2026-11-22T08:00:00.000Z"}]}),
        json_answer({"items": [item(2), item(1)]}),
        json_answer({"items": [item(1, camera_ids=["cam1", "cam1"])]}),
        json_answer({"items": [item(1, deadline="2099-01-01T00:00:00.000Z")]}),
        json_answer({"items": [item(1, reason="x" * 5000)]}),
        json_answer({"items": [item(1, request_id="../../etc")]}),
    ],
    ids=["endless", "a page", "nothing in it", "disorder", "twice", "for ever", "too long", "no id"],
)
async def test_an_inbox_that_cannot_be_is_not_believed(home: Home, hub: HostileHub, answer: Answer) -> None:
    hub.answers["/v1/inbox"] = answer
    hub_id = await shared_with(home, hub)
    await home.until(lambda: polls(hub) >= 1 and home.door.hub_state(hub_id).problem == "hub_nonsense")
    book = home.door.permissions.book
    assert (book.asked(), book.last_seq(home.joined(hub_id).code)) == ((), 0)
    hub.answers["/v1/inbox"] = json_answer({"items": [item(1)]})
    await home.until(book.asked, 15)


async def test_what_is_said_later_under_the_same_id_changes_nothing(home: Home, hub: HostileHub) -> None:
    hub.answers["/v1/inbox"] = json_answer({"items": [item(1)]})
    hub_id = await shared_with(home, hub)
    book = home.door.permissions.book
    await home.until(book.asked)
    other = item(7, request_id=ID.format(1), reason="something else", camera_ids=["cam1"])
    hub.answers["/v1/inbox"] = json_answer({"items": [other]})
    await home.until(lambda: book.last_seq(home.joined(hub_id).code) == 7)
    (page,) = book.asked()
    assert page.request.reason == "Mất xe máy"


async def test_a_hub_that_does_not_wait_is_not_asked_without_end(
    home: Home, hub: HostileHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(case_line, "LEAST_POLL_S", 30.0)
    hub.answers["/v1/inbox"] = json_answer({"items": []})
    hub_id = await shared_with(home, hub)
    await home.until(lambda: polls(hub) == 1)
    await home.until(lambda: home.door.hub_state(hub_id).connected)
    assert polls(hub) == 1


NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)


def news(seq: int, deadline: datetime) -> InboxItem:
    asked = item(seq, asked_at=to_json(NOW - timedelta(minutes=1)), deadline=to_json(deadline))
    return read(InboxItem, asked)


async def test_the_book_is_bounded_and_closes_by_its_own_clock(
    hass: HomeAssistant, hass_storage: dict[str, Any]
) -> None:
    book = await async_get_request_book(hass)
    heard: list[AskedFootage] = []
    book.async_listen("hub", heard.append)
    deadline = NOW + timedelta(days=1)
    await book.async_take("hub", [news(n, deadline) for n in range(1, MOST_WAITING + 10)], lambda r: r, NOW)
    assert book.waiting("hub", NOW) == len(heard) == MOST_WAITING
    assert book.last_seq("hub") == MOST_WAITING + 9
    closed = RequestClosed(request_id=ID.format(1), cause="cancelled", closed_at=NOW)  # type: ignore[arg-type]  # its word
    foreign = InboxItem(seq=1, at=NOW, closed=closed)
    await book.async_take("another hub", [foreign], lambda r: r, NOW)
    assert book.waiting("hub", NOW) == MOST_WAITING  # another hub closes nothing
    await book.async_expire(deadline)
    assert {page.state for page in book.asked()} == {RequestState.EXPIRED}
    assert len(heard) == 2 * MOST_WAITING
    again = RequestBook(hass)
    await again.async_load()
    assert (again.asked(), again.last_seq("hub")) == (book.asked(), book.last_seq("hub"))
