"""A household's inbox: read on from a number, wakes who waits, holds nothing while it waits."""

import asyncio
from datetime import timedelta
import time

from casework import asked, decide, member, news, opened, sharing
from conftest import Stage

from mat_than_hub.jobs import run_jobs
from mat_than_hub.protocol.limits import INBOX_WAIT_S, JSON_BYTES
from mat_than_hub.protocol.requests import Closing
from mat_than_hub.requests.api import MOST_WAITING


async def test_the_inbox_is_read_on_from_a_number_and_the_heartbeat_tells_the_newest(stage: Stage) -> None:
    home, neighbour, second = await sharing(stage), await sharing(stage, "Nhà ông Tư"), await member(stage)
    first = await opened(stage, second, home, case_number="1")
    await opened(stage, second, neighbour, case_number="2")
    await opened(stage, second, home, neighbour, case_number="3")
    await stage.officer.post(f"/api/requests/{first['id']}/cancellation")
    items = await news(home)
    assert [bool(item.request) for item in items] == [True, True, False]
    for place, item in enumerate(items):
        assert await news(home, item.seq) == items[place + 1 :]
    beat = await home.send("POST", "/v1/heartbeat", {})
    assert beat.json()["inbox_seq"] == items[-1].seq
    assert (await (await stage.joined("Nhà mới")).send("POST", "/v1/heartbeat", {})).json()["inbox_seq"] == 0


async def test_who_waits_is_woken_by_what_comes_and_by_nothing_else(stage: Stage) -> None:
    home, neighbour, second = await sharing(stage), await sharing(stage, "Nhà ông Tư"), await member(stage)
    waiting = asyncio.create_task(news(home, wait=INBOX_WAIT_S))
    await opened(stage, second, neighbour, case_number="1")
    await home.results(home.event(await home.put_consent()))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    started = time.monotonic()
    request = await opened(stage, second, home)
    [item] = await waiting
    assert time.monotonic() - started < 5
    assert item.request is not None
    assert item.request.request_id == request["id"]


async def test_who_waits_for_nothing_is_answered_in_time(stage: Stage) -> None:
    home = await sharing(stage)
    started = time.monotonic()
    assert await news(home, wait=1) == ()
    assert 0.9 < time.monotonic() - started < 10
    for wrong in ("after=-1", "after=x", f"wait={INBOX_WAIT_S + 1}", "wait=-1", f"after={2**70}"):
        assert (await home.send("GET", f"/v1/inbox?{wrong}")).status_code == 422
    assert (await stage.officer.get("/v1/inbox")).status_code == 401


async def test_those_who_wait_hold_no_connection(stage: Stage) -> None:
    homes = [await sharing(stage, f"Nhà số {number}") for number in range(3)]
    waits = [home for home in homes for _ in range(MOST_WAITING)]  # more than there are connections
    waiting = [asyncio.create_task(news(home, wait=INBOX_WAIT_S)) for home in waits]
    for _ in range(500):
        if all(stage.hub.bus.waiting(home.household_id) == MOST_WAITING for home in homes):
            break
        await asyncio.sleep(0.02)
    async with asyncio.timeout(20):
        too_many = await homes[0].send("GET", "/v1/inbox?wait=1")
        assert (too_many.status_code, too_many.headers["retry-after"]) == (429, str(INBOX_WAIT_S))
        request = await opened(stage, await member(stage), *homes)
        answers = await asyncio.gather(*waiting)
    assert {item.request.request_id for (item,) in answers if item.request} == {request["id"]}


async def test_a_page_is_as_long_as_a_home_reads(stage: Stage) -> None:
    home, second = await sharing(stage), await member(stage)
    object.__setattr__(stage.hub.settings, "requests_per_officer", 99)
    wordy = "🚓" * 1000
    ids = [(await opened(stage, second, home, case_number=str(n), reason=wordy))["id"] for n in range(17)]
    answer = await home.send("GET", "/v1/inbox?after=0")
    assert JSON_BYTES * 0.9 < len(answer.content) <= JSON_BYTES
    found, after = [], 0
    while items := await news(home, after):
        found += [item.request.request_id for item in items if item.request]
        after = items[-1].seq
    assert found == ids


async def test_who_has_answered_is_not_told_that_a_request_is_closed(stage: Stage) -> None:
    home, second = await sharing(stage), await member(stage)
    request = await opened(stage, second, home)
    await asked(stage, home)
    await decide(home, request)
    stage.clock.ahead = timedelta(minutes=1)
    await stage.officer.post(f"/api/requests/{request['id']}/cancellation")
    assert len(await news(home)) == 1


async def test_the_hubs_own_work_tells_who_waits_that_a_deadline_has_passed(stage: Stage) -> None:
    home, second = await sharing(stage), await member(stage)
    await opened(stage, second, home)
    [asked_for] = await news(home)
    stage.clock.ahead = timedelta(days=3, seconds=1)
    waiting = asyncio.create_task(news(home, asked_for.seq, wait=INBOX_WAIT_S))
    jobs = asyncio.create_task(run_jobs(stage.hub))
    async with asyncio.timeout(15):
        [item] = await waiting
    jobs.cancel()
    await asyncio.gather(jobs, return_exceptions=True)
    assert item.closed is not None
    assert item.closed.cause is Closing.EXPIRED
