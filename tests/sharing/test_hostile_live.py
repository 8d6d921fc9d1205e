"""A hub may ask to look as it likes, and answer as it likes: nothing is shown unasked, and Home Assistant goes on."""

import asyncio
from collections.abc import AsyncGenerator
from datetime import timedelta
import time
from typing import Any

from homeassistant.util import dt as dt_util
import pytest

from custom_components.mat_than.lib.mat_than_engine.protocol.consent import DataKind
from custom_components.mat_than.lib.mat_than_engine.protocol.live import LiveEnding, LiveStanding
from custom_components.mat_than.lib.mat_than_engine.protocol.problems import Problem
from custom_components.mat_than.lib.mat_than_engine.wire import to_json
from custom_components.mat_than.sharing import case_line, live_client, live_push
from custom_components.mat_than.sharing.live_book import MOST_WAITING, LiveState

from .conftest import Home
from .hostile_hub import Answer, HostileHub, endless, hostile_hub, http, json_answer, problem
from .test_hostile_door import shared_with
from .test_live import Film

ID = "01939af0-0000-7000-8000-{:012d}"
KINDS = (DataKind.EVENTS, DataKind.LIVE)
LONGEST_PAUSE_S = 0.25  # of Home Assistant's loop, in its own CPU time: a busy machine takes none of that


@pytest.fixture
async def hub(socket_enabled: None, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[HostileHub]:
    monkeypatch.setattr(case_line, "LEAST_POLL_S", 0.2)
    monkeypatch.setattr(live_push, "UNWATCHED_S", 1.0)
    monkeypatch.setattr(live_client, "PIECE_S", 0.3)
    async with hostile_hub() as hub:
        beat = {"server_time": "2026-11-22T08:00:00.000Z", "inbox_seq": 0}
        hub.answers |= {"/v1/cameras/cam1": http(201, b"{}"), "/v1/heartbeat": json_answer(beat)}
        hub.answers["/v1/household/access-log"] = json_answer({"entries": []})
        yield hub


@pytest.fixture
async def film(home: Home) -> Film:
    film = Film()
    await home.shut()
    home.pictures = film
    await home.open()
    return film


def item(seq: int = 1, **changes: Any) -> dict[str, Any]:
    now = dt_util.utcnow()
    live = {
        "live_id": ID.format(seq),
        "camera_id": "cam1",
        "unit": "Công an phường",
        "reason": "Có tiếng hô",
        "asked_at": to_json(now - timedelta(seconds=2)),
        "answer_by": to_json(now + timedelta(seconds=100)),
        "longest_s": 60,
    }
    return {"seq": seq, "at": to_json(now), "live": live | changes}


def ahead(**by: float) -> Any:
    return to_json(dt_util.utcnow() + timedelta(**by))


async def test_only_what_may_be_looked_at_now_is_shown_to_the_owner(home: Home, hub: HostileHub, film: Film) -> None:
    asked = [
        item(1, camera_id="cam2"),  # shared with nobody
        item(2, camera_id="cam9"),
        item(3, asked_at=ahead(minutes=-4), answer_by=ahead(minutes=-3)),
        item(4, asked_at=ahead(minutes=30), answer_by=ahead(minutes=31)),
        *(item(seq) for seq in range(5, 15)),
        {**item(15), "live": {**item(5)["live"], "reason": "something else"}},
    ]
    hub.answers["/v1/inbox"] = json_answer({"items": asked})
    hub_id = await shared_with(home, hub, KINDS)
    await home.until(lambda: home.door.permissions.book.last_seq(home.joined(hub_id).code) == 15)
    pages = home.door.live.book.pages()
    assert {page.request.live_id for page in pages} == {ID.format(seq) for seq in range(5, 5 + MOST_WAITING)}
    assert {page.request.reason for page in pages} == {"Có tiếng hô"}
    assert film.shown == 0


async def test_without_the_kind_not_even_a_question_comes_through(home: Home, hub: HostileHub, film: Film) -> None:
    hub.answers["/v1/inbox"] = json_answer({"items": [item(1)]})
    hub_id = await shared_with(home, hub)
    await home.until(lambda: home.door.permissions.book.last_seq(home.joined(hub_id).code) == 1)
    assert home.door.live.book.pages() == ()


def standing(watching: int = 1) -> bytes:
    return json_answer(LiveStanding(until=dt_util.utcnow() + timedelta(minutes=1), watching=watching))


async def begun(home: Home, hub: HostileHub) -> str:
    """A view that the owner agreed to."""
    live_id = ID.format(1)
    hub.answers["/v1/inbox"] = json_answer({"items": [item(1)]})
    hub.answers[f"/v1/live/{live_id}/answer"] = http(200)
    await shared_with(home, hub, KINDS)
    await home.until(lambda: home.door.live.book.get(live_id))
    await home.door.live.async_approve(live_id)
    return live_id


async def slow(_writer: asyncio.StreamWriter) -> None:
    """Not a byte, for longer than a piece of a film is worth waiting for."""
    await asyncio.sleep(0.5)


@pytest.mark.parametrize(
    "answer",
    [
        endless,
        slow,
        http(200, b"<html>", "text/html"),
        http(200, b'{"until": 1}'),
        http(302, b"", "text/html", "Location: http://127.0.0.1/"),
        problem(Problem.OVERLOADED),
        problem(Problem.CODEC),
    ],
    ids=["endless", "silence", "a page", "nonsense", "elsewhere", "overloaded", "codec"],
)
async def test_whatever_it_answers_the_view_ends_and_home_assistant_goes_on(
    home: Home, hub: HostileHub, film: Film, answer: Answer
) -> None:
    hub.otherwise = answer
    live_id = await begun(home, hub)
    longest_s = 0.0
    page = home.door.live.book.get(live_id)
    while page is not None and page.state is LiveState.RUNNING:
        before_s = time.thread_time()
        await asyncio.sleep(0.01)
        longest_s = max(longest_s, time.thread_time() - before_s)
        page = home.door.live.book.get(live_id)
    assert page is not None
    assert page.ending is LiveEnding.UNWATCHED
    assert film.ended.is_set()
    assert longest_s < LONGEST_PAUSE_S
    if answer is slow:
        await asyncio.sleep(1.0)  # it has its last word


@pytest.mark.parametrize(
    ("kind", "ending"),
    [(Problem.CONSENT_WITHDRAWN, LiveEnding.CONSENT), (Problem.GONE, LiveEnding.OFFICER)],
)
async def test_its_no_ends_the_view(home: Home, hub: HostileHub, film: Film, kind: Problem, ending: LiveEnding) -> None:
    hub.otherwise = problem(kind)
    live_id = await begun(home, hub)
    await home.until(film.ended.is_set)
    await home.until(lambda: home.door.live.book.running() == [])
    page = home.door.live.book.get(live_id)
    assert page is not None
    assert page.ending is ending


async def test_a_hub_that_forgot_how_the_film_is_read_is_told_again(home: Home, hub: HostileHub, film: Film) -> None:
    live_id = ID.format(1)
    hub.answers[f"/v1/live/{live_id}/init"] = standing()
    hub.answers[f"/v1/live/{live_id}/fragments/1"] = standing()
    hub.answers[f"/v1/live/{live_id}/fragments/2"] = problem(Problem.CONFLICT)
    hub.otherwise = standing()
    await begun(home, hub)
    await home.until(lambda: film.shown >= 4)
    puts = [target for target, _, _ in hub.requests if target.startswith("PUT /v1/live/")]
    names = [target.rpartition(f"{live_id}/")[2] for target in puts]
    assert names[:6] == ["init", "fragments/1", "fragments/2", "init", "fragments/2", "fragments/3"]
    await home.door.live.async_cut()
