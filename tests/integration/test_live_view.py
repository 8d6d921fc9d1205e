"""A live view in Home Assistant: an event, a notification, a sensor per camera, the panel's commands, the actions."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from homeassistant.config_entries import ConfigSubentry
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import ServiceValidationError
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.mat_than.const import DOMAIN, SUBENTRY_HUB
from custom_components.mat_than.lib.mat_than_engine.live.piece import Piece, PieceKind
from custom_components.mat_than.lib.mat_than_engine.protocol.live import LiveEnding, LiveRequest
from custom_components.mat_than.live_film import MOST_WAITING, WaitingPieces
from custom_components.mat_than.sharing.live_book import AskedLive, LiveBook, LiveState

from .conftest import StandIn, until
from .test_hub_entities import HUB

LIVE_ID = "0190a1b2-0000-7000-8000-00000000000d"
EVENT, SENSOR = "event.phuong_mot_live_view", "binary_sensor.cong_being_watched_live"


def page() -> AskedLive:
    now = dt_util.utcnow().replace(microsecond=0)
    request = LiveRequest(
        live_id=LIVE_ID,
        camera_id="cam1",
        unit="Công an phường",
        reason="Có [tiếng](https://lừa.example) hô",
        asked_at=now,
        answer_by=now + timedelta(minutes=2),
        longest_s=300,
    )
    return AskedLive(hub=HUB.code, request=request, received_at=now)


@pytest.fixture
async def book(hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry) -> LiveBook:
    """The book of a place that joined a hub."""
    joined = ConfigSubentry(data=HUB.as_data(), subentry_type=SUBENTRY_HUB, title="Phường Một", unique_id="hub")
    hass.config_entries.async_add_subentry(entry, joined)
    await until(hass, lambda: hass.states.get(EVENT) and hass.states.get(SENSOR))
    book: LiveBook = entry.runtime_data.door.live.book
    return book


async def test_everybody_sees_who_asks_who_looks_and_that_it_is_over(hass: HomeAssistant, book: LiveBook) -> None:
    asked = page()
    book.add(asked)
    await hass.async_block_till_done()
    told = hass.states.get(EVENT).attributes
    assert (told["event_type"], told["live_id"], told["camera_id"], told["minutes"]) == ("asked", LIVE_ID, "cam1", 5)
    assert hass.states.get(SENSOR).state == "off"
    (notice,) = hass.data["persistent_notification"].values()
    assert notice["title"] == "Công an phường asks to look live"
    assert "](https" not in notice["message"].replace("](/mat-than", "")
    running = replace(asked, state=LiveState.RUNNING, started_at=asked.received_at, until=asked.request.answer_by)
    book.put(running)
    book.put(replace(running, watching=2))
    await hass.async_block_till_done()
    assert hass.states.get(EVENT).attributes["event_type"] == "started"
    shown = hass.states.get(SENSOR)
    assert (shown.state, shown.attributes["unit"], shown.attributes["watching"]) == ("on", "Công an phường", 2)
    (notice,) = hass.data["persistent_notification"].values()
    assert notice["title"] == "🔴 Công an phường is watching live"
    book.close(LIVE_ID, LiveState.OVER, LiveEnding.CUT, dt_util.utcnow())
    await hass.async_block_till_done()
    told = hass.states.get(EVENT).attributes
    assert (told["event_type"], told["ending"]) == ("ended", "cut")
    assert hass.states.get(SENSOR).state == "off"
    assert not hass.data["persistent_notification"]


async def test_the_panel_is_told_and_refusals_come_as_sentences(
    hass: HomeAssistant, book: LiveBook, socket_enabled: None, hass_ws_client: WebSocketGenerator
) -> None:
    book.add(page())
    client = await hass_ws_client(hass)

    async def ask(name: str, **fields: Any) -> dict[str, Any]:
        await client.send_json_auto_id({"type": f"mat_than/panel/{name}", **fields})
        answer: dict[str, Any] = await client.receive_json()
        return answer

    (view,) = (await ask("live"))["result"]["views"]
    assert (view["camera"], view["state"], view["may_decide"], view["may_cut"]) == ("Cổng", "waiting", True, False)
    refused = await ask("live/answer", live_id=LIVE_ID, approved=True)
    assert refused["error"]["translation_key"] == "live_not_allowed"  # no consent
    assert (await ask("live/cut", live_id=LIVE_ID))["error"]["translation_key"] == "live_closed"
    assert (await ask("live/cut", live_id="x"))["error"]["translation_key"] == "live_unknown"


async def test_the_actions_go_through_the_same_door(hass: HomeAssistant, book: LiveBook) -> None:
    book.add(page())
    with pytest.raises(ServiceValidationError, match="do not allow"):
        await hass.services.async_call(DOMAIN, "answer_live", {"live_id": LIVE_ID, "approved": True}, blocking=True)
    await hass.services.async_call(DOMAIN, "cut_live", {}, blocking=True)  # nothing runs, and that is fine
    with pytest.raises(ServiceValidationError):
        await hass.services.async_call(DOMAIN, "cut_live", {"live_id": "x"}, blocking=True)


def test_what_is_not_fetched_makes_room_for_the_newest_that_can_be_shown() -> None:
    waiting = WaitingPieces()
    init, plain, key = (Piece(kind, b"") for kind in PieceKind)
    for piece in (init, key, *(plain,) * 20):
        waiting.put(piece)
    assert list(waiting.kinds) == [PieceKind.INIT, PieceKind.KEY_FRAGMENT, *[PieceKind.FRAGMENT] * (MOST_WAITING - 1)]
    waiting.put(key)
    waiting.put(plain)
    assert list(waiting.kinds) == [PieceKind.INIT, PieceKind.KEY_FRAGMENT, PieceKind.FRAGMENT]
    assert waiting.dropped == 17 + MOST_WAITING
    waiting.put(init)  # the camera was given another resolution
    assert list(waiting.kinds) == [PieceKind.INIT]
