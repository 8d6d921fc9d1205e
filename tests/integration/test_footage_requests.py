"""What the owner sees of a footage request in Home Assistant, and that only administrators decide."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from homeassistant.auth.models import User
from homeassistant.config_entries import ConfigSubentry
from homeassistant.core import Context, HomeAssistant
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError, Unauthorized
from homeassistant.helpers import device_registry as dr
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.mat_than.const import DOMAIN, SUBENTRY_HUB
from custom_components.mat_than.lib.mat_than_engine.protocol.consent import FootageSpan
from custom_components.mat_than.lib.mat_than_engine.protocol.requests import (
    Closing,
    FootageRequest,
    InboxItem,
    Offence,
    RequestClosed,
)
from custom_components.mat_than.sharing.identity import Identity, async_get_identities
from custom_components.mat_than.sharing.request_book import async_get_request_book

from .conftest import StandIn, until
from .happenings import CLIP_ID, clip
from .kept import keep
from .test_hub_entities import HUB

REQUEST_ID = "0190a1b2-0000-7000-8000-00000000000c"
AN_HOUR = {"since": "2026-11-21 10:00:00", "until": "2026-11-21 11:00:00"}
BACKWARDS = {"since": AN_HOUR["until"], "until": AN_HOUR["since"]}
EVENT, COUNT = "event.phuong_mot_footage_request", "sensor.phuong_mot_requests_waiting_for_you"


def request() -> FootageRequest:
    now = dt_util.utcnow().replace(microsecond=0)
    return FootageRequest(
        request_id=REQUEST_ID,
        case_number="12/2026",
        offence=Offence.THEFT,
        reason="Mất xe máy",
        unit="Công an phường",
        contact="024 1234 567",
        camera_ids=("cam1", "cam2"),
        span=FootageSpan(since=now - timedelta(hours=2), until=now - timedelta(hours=1)),
        asked_at=now,
        deadline=now + timedelta(days=2),
        retention_days=20,
    )


@pytest.fixture
async def asked(hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry) -> FootageRequest:
    """A hub that was joined has asked for footage."""
    joined = ConfigSubentry(data=HUB.as_data(), subentry_type=SUBENTRY_HUB, title="Phường Một", unique_id="hub")
    hass.config_entries.async_add_subentry(entry, joined)
    await until(hass, lambda: hass.states.get(EVENT) and hass.states.get(COUNT))
    wanted = request()
    book = await async_get_request_book(hass)
    await book.async_take(
        HUB.code, [InboxItem(seq=1, at=wanted.asked_at, request=wanted)], lambda r: r, wanted.asked_at
    )
    await hass.async_block_till_done()
    return wanted


async def test_a_request_is_an_event_a_count_and_a_notification_until_it_is_closed(
    hass: HomeAssistant, asked: FootageRequest
) -> None:
    told = hass.states.get(EVENT).attributes
    assert (told["event_type"], told["request_id"], told["state"]) == ("asked", REQUEST_ID, "waiting")
    assert (told["case_number"], told["offence"], told["camera_ids"]) == ("12/2026", "theft", ["cam1", "cam2"])
    assert hass.states.get(COUNT).state == "1"
    (notice,) = hass.data["persistent_notification"].values()
    assert notice["title"] == "Công an phường asks for footage"
    assert "Cổng" in notice["message"]
    assert "Theft" in notice["message"]
    book = await async_get_request_book(hass)
    closed = RequestClosed(request_id=REQUEST_ID, cause=Closing.CANCELLED, closed_at=dt_util.utcnow())
    await book.async_take(
        HUB.code, [InboxItem(seq=2, at=closed.closed_at, closed=closed)], lambda r: r, closed.closed_at
    )
    told = hass.states.get(EVENT).attributes
    assert (told["event_type"], told["state"]) == ("closed", "cancelled")
    assert hass.states.get(COUNT).state == "0"
    assert not hass.data["persistent_notification"]


async def test_the_panel_is_told_and_answers_come_as_sentences(
    hass: HomeAssistant, asked: FootageRequest, socket_enabled: None, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client(hass)

    async def ask(name: str, **fields: Any) -> dict[str, Any]:
        await client.send_json_auto_id({"type": f"mat_than/{name}", **fields})
        answer: dict[str, Any] = await client.receive_json()
        return answer

    (told,) = (await ask("requests"))["result"]["requests"]
    assert (told["state"], told["may_decide"], told["hub"], told["unit"]) == (
        "waiting",
        True,
        "Phường Một",
        "Công an phường",
    )
    camera = {"camera_id": "cam1", "name": "Cổng", "clips": 0, "has_footage": False, "masked": False}
    assert told["cameras"] == [camera]
    given = {"request_id": REQUEST_ID, "cameras": ["cam1"], "audio": False, "retention_days": 20}
    times = {"since": told["since"], "until": told["until"]}
    refused = await ask("requests/approve", **given, **times)
    assert refused["error"]["translation_key"] == "request_no_footage"
    refused = await ask("requests/approve", **given, since=told["until"], until=told["since"])
    assert refused["error"]["translation_key"] == "request_span"
    report = {"hub_id": told["hub_id"], "camera_id": "cam1", "offence": "theft", "note": "x", **times}
    assert (await ask("report", **report))["error"]["translation_key"] == "request_no_footage"
    unknown = await ask("requests/decline", request_id="0190a1b2-0000-7000-8000-00000000000d")
    assert unknown["error"]["translation_key"] == "request_unknown"
    # The key for this hub was never made here, so no answer can be signed: the request stays open.
    assert (await ask("requests/decline", request_id=REQUEST_ID))["error"]["translation_key"] == "give_gone"
    assert (await ask("requests"))["result"]["requests"][0]["state"] == "waiting"


async def test_others_see_their_cameras_and_decide_nothing(
    hass: HomeAssistant,
    asked: FootageRequest,
    socket_enabled: None,
    hass_ws_client: WebSocketGenerator,
    hass_read_only_access_token: str,
    hass_read_only_user: User,
) -> None:
    client = await hass_ws_client(hass, hass_read_only_access_token)
    await client.send_json_auto_id({"type": "mat_than/requests"})
    (told,) = (await client.receive_json())["result"]["requests"]
    assert (told["may_decide"], [camera["camera_id"] for camera in told["cameras"]]) == (False, ["cam1"])
    await client.send_json_auto_id({"type": "mat_than/requests/decline", "request_id": REQUEST_ID})
    assert (await client.receive_json())["error"]["code"] == "unauthorized"
    with pytest.raises(Unauthorized):
        await hass.services.async_call(
            DOMAIN,
            "decline_request",
            {"request_id": REQUEST_ID},
            blocking=True,
            context=Context(user_id=hass_read_only_user.id),
        )


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("approve_request", {"request_id": REQUEST_ID}, "request_no_footage"),
        ("approve_request", {"request_id": REQUEST_ID, "cameras": "binary_sensor.cong_motion"}, "request_no_footage"),
        ("approve_request", {"request_id": REQUEST_ID, "cameras": "light.kitchen"}, "no_camera"),
        ("approve_request", {"request_id": "nobody's"}, "request_unknown"),
        ("decline_request", {"request_id": "nobody's"}, "request_unknown"),
        ("report", {"offence": "theft", "note": "x"}, "report_of_what"),
        ("report", {"offence": "theft", "note": "x", "clip_id": "gone"}, "unknown_clip"),
        ("approve_request", {"request_id": REQUEST_ID, **BACKWARDS}, "request_span"),
        ("report", {"offence": "theft", "note": "x", "camera": "cam1", **BACKWARDS}, "request_span"),
        ("report", {"offence": "theft", "note": "x", "camera": "cam1", **AN_HOUR}, "request_no_footage"),
        ("report", {"offence": "theft", "note": "x", "camera": "cam1", "hub": "x", **AN_HOUR}, "unknown_hub"),
        ("report", {"offence": "theft", "note": " ", "camera": "cam1", **AN_HOUR}, "report_note"),
    ],
)
async def test_what_is_asked_wrongly_is_said_in_a_sentence(
    hass: HomeAssistant, asked: FootageRequest, name: str, data: dict[str, Any], key: str
) -> None:
    with pytest.raises(ServiceValidationError) as refused:
        await hass.services.async_call(DOMAIN, name, data, blocking=True)
    assert refused.value.translation_key == key


async def test_a_no_by_an_action_is_final(hass: HomeAssistant, asked: FootageRequest) -> None:
    await (await async_get_identities(hass)).async_put(HUB.recipient, Identity.new())
    decline = {"request_id": REQUEST_ID}
    await hass.services.async_call(DOMAIN, "decline_request", decline, blocking=True)
    assert hass.states.get(COUNT).state == "0"
    with pytest.raises(ServiceValidationError) as refused:
        await hass.services.async_call(DOMAIN, "decline_request", decline, blocking=True)
    assert refused.value.translation_key == "request_closed"


@pytest.mark.parametrize("named", ["the only one", "its id", "its device"])
async def test_a_report_of_a_clip_goes_to_the_hub_that_is_named(
    hass: HomeAssistant,
    entry: MockConfigEntry,
    asked: FootageRequest,
    storage: Path,
    socket_enabled: None,
    named: str,
) -> None:
    await (await async_get_identities(hass)).async_put(HUB.recipient, Identity.new())
    (hub_id,) = entry.runtime_data.door.view.hubs
    nowhere = {**HUB.as_data(), "hub_url": "http://127.0.0.1:9"}
    hass.config_entries.async_update_subentry(entry, entry.subentries[hub_id], data=nowhere)
    await until(hass, lambda: entry.runtime_data.door.view.hubs[hub_id].url == nowhere["hub_url"])
    device = dr.async_get(hass).async_get_device_by_identifier((DOMAIN, hub_id), entry.entry_id)
    assert device is not None
    await keep(hass, storage, [clip()])
    hub = {"its id": {"hub": hub_id}, "its device": {"hub": device.id}}.get(named, {})
    report = {"offence": "theft", "note": "Mất xe", "clip_id": CLIP_ID, **hub}
    with pytest.raises(HomeAssistantError) as failed:  # nobody listens there
        await hass.services.async_call(DOMAIN, "report", report, blocking=True, return_response=True)
    assert failed.value.translation_key == "give_hub_unreachable"
    assert failed.value.translation_placeholders == {"hub": "Phường Một"}
    assert entry.runtime_data.door.view.consents({"cam1"}) == []


async def test_a_hub_that_is_left_takes_its_requests_along(
    hass: HomeAssistant, entry: MockConfigEntry, asked: FootageRequest, make_entry: Callable[..., MockConfigEntry]
) -> None:
    hub = next(sub for sub in entry.subentries.values() if sub.subentry_type == SUBENTRY_HUB)
    hass.config_entries.async_remove_subentry(entry, hub.subentry_id)
    book = await async_get_request_book(hass)
    await until(hass, lambda: not book.asked())
    assert not hass.data["persistent_notification"]
