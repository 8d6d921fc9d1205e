"""Live view at home against a real hub: nothing without a yes, pieces in order while it lasts, nothing after the cut."""

import asyncio
from collections.abc import AsyncGenerator, Callable
import time
from typing import Any

from homeassistant.components import persistent_notification
from homeassistant.exceptions import ServiceValidationError
from homeassistant.util import dt as dt_util
import pytest

from custom_components.mat_than.lib.mat_than_engine.live.piece import Piece, PieceKind
from custom_components.mat_than.lib.mat_than_engine.model import Polygon
from custom_components.mat_than.lib.mat_than_engine.protocol.consent import DataKind, Hours
from custom_components.mat_than.lib.mat_than_engine.protocol.live import LiveEnding
from custom_components.mat_than.sharing import case_line, live_push
from custom_components.mat_than.sharing.live_book import AskedLive, LiveState
from scripts.live.hub import Hub

from .conftest import Home, until_some
from .counting_line import Line
from .live_film import fragment, init_segment

WITH_LIVE = (DataKind.EVENTS, DataKind.LIVE)


class Film:
    """A camera's pieces without a camera: an init segment, then a fragment each tenth of a second."""

    def __init__(self) -> None:
        self.shown = 0
        self.masks: tuple[Polygon, ...] = ()
        self.ended = asyncio.Event()

    async def async_show(self, camera_id: str, masks: tuple[Polygon, ...], for_s: float) -> AsyncGenerator[Piece]:
        self.masks = masks
        self.ended.clear()
        try:
            yield Piece(PieceKind.INIT, init_segment())
            while True:
                key = self.shown % 4 == 0
                kind = PieceKind.KEY_FRAGMENT if key else PieceKind.FRAGMENT
                self.shown += 1
                yield Piece(kind, fragment(self.shown, key=key), time.time())
                await asyncio.sleep(0.1)
        finally:
            self.ended.set()


class Officer:
    """Somebody at the hub's console."""

    def __init__(self, home: Home, hub: Hub) -> None:
        self._home, self._hub = home, hub

    async def _do[T](self, work: Callable[..., T], *values: Any) -> T:
        return await self._home.hass.async_add_executor_job(work, *values)

    async def ask(self, hub_id: str, **changes: Any) -> str:
        """Ask to look; the view's id, once the home has heard of it."""
        household = self._home.joined(hub_id).household_id
        wanted: dict[str, Any] = {
            "household_id": household,
            "camera_id": "cam1",
            "reason": "Có tiếng hô",
            "longest_s": 60,
        }
        live_id = str((await self._do(self._hub.http.post, "/api/live", wanted | changes))["id"])
        await self._home.until(lambda: self._home.door.live.book.get(live_id), 15)
        return live_id

    async def see(self, live_id: str) -> dict[str, Any]:
        return dict(await self._do(self._hub.http.get, f"/api/live/{live_id}"))

    async def until_state(self, live_id: str, state: str) -> dict[str, Any]:
        async def look() -> dict[str, Any] | None:
            shown = await self.see(live_id)
            return shown if shown["state"] == state else None

        return await until_some(look, 10)

    async def end(self, live_id: str) -> None:
        await self._do(self._hub.http.post, f"/api/live/{live_id}/end", {})


@pytest.fixture
async def film(home: Home, monkeypatch: pytest.MonkeyPatch) -> Film:
    monkeypatch.setattr(case_line, "LEAST_POLL_S", 0.2)
    film = Film()
    await home.shut()
    home.pictures = film
    await home.open()
    return film


@pytest.fixture
async def officer(home: Home, film: Film, real_hub: Hub) -> Officer:
    return Officer(home, real_hub)


def page_of(home: Home, live_id: str) -> AskedLive:
    page = home.door.live.book.get(live_id)
    assert page is not None
    return page


def notices(home: Home) -> dict[str, Any]:
    return dict(home.hass.data.get(persistent_notification.DOMAIN, {}))


async def test_a_yes_begins_it_a_cut_ends_it_and_both_sides_know(
    home: Home, film: Film, officer: Officer, real_hub: Hub
) -> None:
    hub_id = await home.join(real_hub)
    await home.consent(hub_id, kinds=WITH_LIVE)
    live_id = await officer.ask(hub_id, case_number="12/2026")
    assert film.shown == 0
    await home.hass.async_block_till_done()
    (notice,) = notices(home).values()
    assert "Có tiếng hô" in notice["message"]
    await home.door.live.async_approve(live_id)
    running = await officer.until_state(live_id, "running")
    assert running["until"] is not None
    await home.until(lambda: film.shown >= 5)
    assert [page.request.live_id for page in home.door.live.book.running("cam1")] == [live_id]
    cut_at = time.monotonic()
    await home.door.live.async_cut(live_id)
    assert time.monotonic() - cut_at < 1
    shown = film.shown
    over = await officer.until_state(live_id, "over")
    assert (over["ending"], page_of(home, live_id).ending) == ("cut", LiveEnding.CUT)
    await asyncio.sleep(0.3)
    assert film.shown == shown
    await home.hass.async_block_till_done()
    assert notices(home) == {}
    with pytest.raises(ServiceValidationError):
        await home.door.live.async_approve(live_id)


async def test_a_no_looks_like_silence_and_shows_nothing(
    home: Home, film: Film, officer: Officer, real_hub: Hub
) -> None:
    hub_id = await home.join(real_hub)
    await home.consent(hub_id, kinds=WITH_LIVE)
    live_id = await officer.ask(hub_id)
    before = await officer.see(live_id)
    await home.door.live.async_decline(live_id)
    await asyncio.sleep(0.5)
    assert await officer.see(live_id) == before
    assert page_of(home, live_id).state is LiveState.DECLINED
    assert film.shown == 0


async def test_what_the_officer_takes_back_is_over_at_home(
    home: Home, film: Film, officer: Officer, real_hub: Hub
) -> None:
    hub_id = await home.join(real_hub)
    await home.consent(hub_id, kinds=WITH_LIVE)
    live_id = await officer.ask(hub_id)
    await home.door.live.async_approve(live_id)
    await home.until(lambda: film.shown >= 2)
    await officer.end(live_id)
    await home.until(lambda: page_of(home, live_id).state is LiveState.OVER)
    assert page_of(home, live_id).ending is LiveEnding.OFFICER
    again = await officer.ask(hub_id)
    await officer.end(again)
    await home.until(lambda: page_of(home, again).state is LiveState.EXPIRED)


@pytest.mark.parametrize("deed", ["switch", "withdrawal", "masks"])
async def test_the_owners_no_ends_it_within_a_second(
    home: Home, film: Film, officer: Officer, real_hub: Hub, deed: str
) -> None:
    hub_id = await home.join(real_hub)
    consent_id = await home.consent(hub_id, kinds=WITH_LIVE)
    live_id = await officer.ask(hub_id)
    await home.door.live.async_approve(live_id)
    await home.until(lambda: film.shown >= 2)
    began = time.monotonic()
    if deed == "switch":
        await home.door.async_pause("cam1")
    elif deed == "withdrawal":
        await home.door.async_withdraw(consent_id)
    else:
        camera = home.entry.subentries["cam1"]
        masks = [[[0, 0], [0.5, 0], [0.5, 0.5]]]
        home.hass.config_entries.async_update_subentry(home.entry, camera, data={**camera.data, "privacy_masks": masks})
        await home.settled()
    await home.until(film.ended.is_set, 1)
    assert time.monotonic() - began < 1
    await home.until(lambda: page_of(home, live_id).state is LiveState.OVER)
    assert page_of(home, live_id).ending is LiveEnding.CONSENT
    assert (await officer.until_state(live_id, "over"))["ending"] == "consent"
    assert time.monotonic() - began < 3, "whoever looked is told, and does not wait for the end of the view's time"


async def test_of_a_paused_camera_the_hub_hears_that_its_view_is_over_and_nothing_else(
    home: Home, film: Film, hub_and_line: tuple[Hub, Line]
) -> None:
    hub, line = hub_and_line
    officer, hub_id = Officer(home, hub), await home.join(hub)
    await home.consent(hub_id, kinds=WITH_LIVE)
    live_id = await officer.ask(hub_id)
    await home.door.live.async_approve(live_id)
    await home.until(lambda: film.shown >= 2)
    said = line.sent
    await home.door.async_pause("cam1")
    await officer.until_state(live_id, "over")
    await asyncio.sleep(0.5)
    *under_way, last = line.requests(said)
    assert last == f"POST /v1/live/{live_id}/end"
    assert len(under_way) <= 1, "at most the piece that was on its way to the line when the owner paused"
    assert all(request.startswith(f"PUT /v1/live/{live_id}/fragments/") for request in under_way)
    home.door.live.recheck()
    with pytest.raises(ServiceValidationError):
        await home.door.live.async_approve(live_id)


async def test_a_hub_that_cannot_be_told_of_the_end_is_told_when_it_can(
    home: Home, film: Film, hub_and_line: tuple[Hub, Line]
) -> None:
    hub, line = hub_and_line
    officer, hub_id = Officer(home, hub), await home.join(hub)
    await home.consent(hub_id, kinds=WITH_LIVE)
    live_id = await officer.ask(hub_id)
    await home.door.live.async_approve(live_id)
    await home.until(lambda: film.shown >= 2)
    await line.stop()
    await home.door.async_pause("cam1")
    await home.until(film.ended.is_set, 1)
    await asyncio.sleep(0.2)
    await line.start()
    assert (await officer.until_state(live_id, "over"))["ending"] == "consent"


async def test_without_the_kind_nobody_can_ask(home: Home, film: Film, officer: Officer, real_hub: Hub) -> None:
    hub_id = await home.join(real_hub)
    await home.consent(hub_id, kinds=(DataKind.EVENTS, DataKind.CLIPS))
    with pytest.raises(Exception, match="422"):
        await officer.ask(hub_id)


async def test_within_the_owners_hours_nobody_is_asked_and_outside_somebody_is(
    home: Home, film: Film, officer: Officer, real_hub: Hub
) -> None:
    hub_id = await home.join(real_hub)
    await home.consent(hub_id, kinds=WITH_LIVE)
    now = dt_util.now()
    minute = now.hour * 60 + now.minute
    for hours, begins in (
        (Hours(from_minute=(minute + 60) % 1440, to_minute=(minute + 120) % 1440 or 1440), False),
        (Hours(from_minute=(minute - 60) % 1440, to_minute=(minute + 60) % 1440 or 1440), True),
    ):
        home.set_live_hours(hours)
        await home.settled()
        live_id = await officer.ask(hub_id)
        await home.hass.async_block_till_done()
        if begins:
            await home.until(lambda live_id=live_id: page_of(home, live_id).state is LiveState.RUNNING)
            assert (await officer.until_state(live_id, "running"))["unasked"]
        else:
            await asyncio.sleep(0.3)
            assert page_of(home, live_id).state is LiveState.WAITING
            await officer.end(live_id)
            await home.until(lambda live_id=live_id: page_of(home, live_id).state is LiveState.EXPIRED)


async def test_it_ends_when_nobody_looks(
    home: Home, film: Film, officer: Officer, real_hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_push, "UNWATCHED_S", 0.6)
    hub_id = await home.join(real_hub)
    await home.consent(hub_id, kinds=WITH_LIVE)
    live_id = await officer.ask(hub_id)
    await home.door.live.async_approve(live_id)
    await home.until(lambda: page_of(home, live_id).state is LiveState.OVER)
    assert page_of(home, live_id).ending is LiveEnding.UNWATCHED
    assert (await officer.until_state(live_id, "over"))["ending"] == "unwatched"
