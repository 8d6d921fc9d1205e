"""The actions: what reaches the engine, what comes back, and what is refused in words."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from homeassistant.core import Context, HomeAssistant
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError, Unauthorized
from homeassistant.helpers import device_registry as dr
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry, MockUser
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.mat_than import engine_host
from custom_components.mat_than.const import DOMAIN
from custom_components.mat_than.kept_reason import OWNER
from custom_components.mat_than.lib.mat_than_engine.clock import SystemClock
from custom_components.mat_than.lib.mat_than_engine.keeping.account import Standing
from custom_components.mat_than.lib.mat_than_engine.keeping.ledger import Ledger
from custom_components.mat_than.lib.mat_than_engine.keeping.protection import Protection, Protections

from .conftest import StandIn, notifications, until
from .happenings import CLIP_ID, STARTED_AT, clip
from .kept import keep

CAMERA = "binary_sensor.cong_motion"
PERIOD = {"since": STARTED_AT - timedelta(hours=1), "until": STARTED_AT + timedelta(hours=1)}


async def act(hass: HomeAssistant, name: str, *, answer: bool = False, **data: Any) -> Any:
    return await hass.services.async_call(DOMAIN, name, data, blocking=True, return_response=answer)


def said(engine: StandIn, kind: str) -> dict[str, Any]:
    command: dict[str, Any] = engine.commands(kind)[-1]
    return command


async def refused(hass: HomeAssistant, name: str, **data: Any) -> str | None:
    with pytest.raises(HomeAssistantError) as refusal:
        await act(hass, name, **data)
    return refusal.value.translation_key


# -- record


@pytest.mark.parametrize("target", ["entity", "camera", "place", "diagnostic"])
async def test_a_camera_is_recorded_by_any_of_its_entities_or_its_device(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, target: str
) -> None:
    devices = dr.async_get(hass)
    camera = devices.async_get_device_by_identifier((DOMAIN, "cam1"), entry.entry_id)
    place = devices.async_get_device_by_identifier((DOMAIN, entry.entry_id), entry.entry_id)
    targets = {
        "entity": {"entity_id": CAMERA},
        "diagnostic": {"entity_id": "switch.cong_recording"},
        "camera": {"device_id": camera.id},
        "place": {"device_id": place.id},
    }
    await act(hass, "record", duration={"seconds": 20}, pre_roll=8, **targets[target])
    order = said(engine, "record")
    assert (order["camera_id"], order["for_s"], order["pre_roll_s"]) == ("cam1", 20, 8)


async def test_a_target_without_a_camera_of_ours_is_refused(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    hass.states.async_set("light.hall", "on")
    assert await refused(hass, "record", duration=5, entity_id="light.hall") == "no_camera"
    assert not engine.commands("record")


@pytest.mark.parametrize(
    ("error", "key", "kind"),
    [
        ("not_live", "not_live", ServiceValidationError),
        ("unknown_camera", "unknown_camera", ServiceValidationError),
        ("disk", "action_disk", HomeAssistantError),
        ("failed", "action_failed", HomeAssistantError),
        ("silence", "engine", HomeAssistantError),
    ],
)
async def test_what_cannot_be_recorded_is_told_in_words(
    hass: HomeAssistant,
    engine: StandIn,
    entry: MockConfigEntry,
    monkeypatch: pytest.MonkeyPatch,
    error: str,
    key: str,
    kind: type[HomeAssistantError],
) -> None:
    monkeypatch.setenv("STAND_IN_ORDER_ERROR", error)
    monkeypatch.setattr(engine_host, "DONE_S", 0.5)
    assert await hass.config_entries.async_reload(entry.entry_id)
    await until(hass, lambda: entry.runtime_data.coordinator.host.alive)
    with pytest.raises(kind) as refusal:
        await act(hass, "record", duration=5, entity_id=CAMERA)
    assert refusal.value.translation_key == key


async def test_no_action_works_while_the_place_is_not_loaded(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    await hass.config_entries.async_unload(entry.entry_id)
    with pytest.raises(ServiceValidationError):
        await act(hass, "record", duration=5, entity_id=CAMERA)


# -- protect, unprotect, delete


async def test_clips_are_protected_by_id_or_by_time(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, storage: Path, hass_admin_user: MockUser
) -> None:
    await keep(hass, storage, [clip()])
    until_when = dt_util.now() + timedelta(days=30)
    done = await hass.services.async_call(
        DOMAIN,
        "protect",
        {"clip_ids": ["a", "b"], "reason": "Vụ 12", "keep_until": until_when},
        blocking=True,
        return_response=True,
        context=Context(user_id=hass_admin_user.id),
    )
    assert done == {"count": 2}
    order = said(engine, "protect")
    assert (order["clip_ids"], order["owner"], order["reason"]) == (["a", "b"], hass_admin_user.name, "Vụ 12")
    assert order["until"]
    await act(hass, "protect", reason="x", owner="Bà Lan", entity_id=CAMERA, **PERIOD)
    assert (said(engine, "protect")["clip_ids"], said(engine, "protect")["owner"]) == ([CLIP_ID], "Bà Lan")
    assert await refused(hass, "protect", reason="x") == "clips_or_period"
    empty = {"since": STARTED_AT - timedelta(days=9), "until": STARTED_AT - timedelta(days=8)}
    assert await refused(hass, "protect", reason="x", **empty) == "unknown_clip"
    assert await refused(hass, "protect", reason="x", clip_ids=["over_budget"]) == "over_budget"


async def test_deleting_needs_a_confirmation_and_an_administrator(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, hass_read_only_user: MockUser
) -> None:
    assert await refused(hass, "delete", clip_ids=["a"], confirm=False) == "not_confirmed"
    assert not engine.commands("delete_clips")
    assert await act(hass, "delete", answer=True, clip_ids="a", confirm=True) == {"count": 1}
    assert await refused(hass, "delete", clip_ids=["protected"], confirm=True) == "protected"
    assert await act(hass, "unprotect", answer=True, clip_ids=["a", "b"]) == {"count": 2}
    for name, more in (("delete", {"confirm": True}), ("unprotect", {})):
        with pytest.raises(Unauthorized):
            await hass.services.async_call(
                DOMAIN,
                name,
                {"clip_ids": ["a"], **more},
                blocking=True,
                context=Context(user_id=hass_read_only_user.id),
            )


# -- list, account, link


async def test_clips_are_listed_with_who_protects_them(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, storage: Path
) -> None:
    piece = clip(clip_id="piece", path="clips/cam1/2026-11-21/piece.mp4", kind="continuous", still=None)
    store = await keep(hass, storage, [clip(), piece])
    now = dt_util.utcnow()
    wish = Protection(clip_id="", owner="Bà Lan", reason="Vụ 12", since=now)
    await hass.async_add_executor_job(Protections(store).protect, [CLIP_ID], wish, 0, now)
    answer = await act(hass, "list_clips", answer=True, kind="motion", **PERIOD)
    (found,) = answer["clips"]
    assert (found["clip_id"], found["camera"], found["kind"]) == (CLIP_ID, "Cổng", "motion")
    assert found["protected"] == {"owner": "Bà Lan", "reason": "Vụ 12", "until": None}
    assert (found["duration_s"], found["pre_roll_s"], answer["limited"]) == (14, 5, False)
    every = await act(hass, "list_clips", answer=True, entity_id=CAMERA, limit=1, **PERIOD)
    assert (len(every["clips"]), every["limited"]) == (1, True)
    nothing = await act(hass, "list_clips", answer=True, since="2001-01-01 00:00:00", until="2001-01-02 00:00:00")
    assert nothing == {"clips": [], "limited": False}
    with pytest.raises(ServiceValidationError) as refusal:
        await act(hass, "list_clips", answer=True, since=PERIOD["until"], until=PERIOD["since"])
    assert refusal.value.translation_key == "period_backwards"


@pytest.mark.parametrize(
    ("language", "owner", "sentence"),
    [
        ("en", "Mắt Thần (requests)", "waits for your answer to request 12/2026"),
        ("vi", "Mắt Thần (yêu cầu)", "chờ bạn trả lời yêu cầu 12/2026"),
    ],
)
async def test_why_a_request_keeps_a_clip_is_said_in_the_language_of_this_home(
    hass: HomeAssistant,
    engine: StandIn,
    entry: MockConfigEntry,
    storage: Path,
    language: str,
    owner: str,
    sentence: str,
) -> None:
    hass.config.language = language
    store = await keep(hass, storage, [clip()])
    now = dt_util.utcnow()
    for reason in ("mt:kept_for_request:12/2026", sentence):  # as it is stored now, and as it was
        wish = Protection(clip_id="", owner=OWNER, reason=reason, since=now)
        await hass.async_add_executor_job(Protections(store).protect, [CLIP_ID], wish, 0, now)
        (found,) = (await act(hass, "list_clips", answer=True, kind="motion", **PERIOD))["clips"]
        assert found["protected"] == {"owner": owner, "reason": sentence, "until": None}


async def test_a_day_is_accounted_for(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, storage: Path
) -> None:
    store = await keep(hass, storage, [clip()])

    def note() -> None:
        ledger = Ledger(store, SystemClock())
        ledger.start()
        ledger.stands("cam1", Standing.DETECTION_OFF, dt_util.utcnow() - timedelta(minutes=5))
        ledger.stop(5.0)

    await hass.async_add_executor_job(note)
    past = await act(hass, "coverage", answer=True, day=dt_util.as_local(STARTED_AT).date().isoformat())
    (camera,) = past["cameras"]
    assert (camera["camera"], camera["seconds"]["recorded"]) == ("Cổng", 14)
    assert {span["kind"] for span in camera["spans"]} >= {"recorded"}
    today = await act(hass, "coverage", answer=True, entity_id=CAMERA)
    assert {span.get("cause") for span in today["cameras"][0]["spans"]} >= {"detection_off"}


async def test_a_link_opens_without_logging_in(
    hass: HomeAssistant,
    engine: StandIn,
    entry: MockConfigEntry,
    storage: Path,
    socket_enabled: None,
    hass_client_no_auth: ClientSessionGenerator,
) -> None:
    await keep(hass, storage, [clip()])
    stranger = await hass_client_no_auth()
    links = await act(hass, "link", answer=True, clip_id=CLIP_ID, hours=2)
    for key in ("url", "original_url", "still_url"):
        assert (await stranger.get(links[key])).status == 200
    assert (await stranger.get(links["url"].partition("?")[0])).status == 401
    with pytest.raises(ServiceValidationError) as refusal:
        await act(hass, "link", answer=True, clip_id="nothing")
    assert refusal.value.translation_key == "unknown_clip"


# -- export


async def test_an_export_is_waited_for_by_who_asks_for_the_answer(
    hass: HomeAssistant,
    engine: StandIn,
    entry: MockConfigEntry,
    storage: Path,
    socket_enabled: None,
    hass_client_no_auth: ClientSessionGenerator,
) -> None:
    await hass.config.async_update(language="vi")
    stranger = await hass_client_no_auth()
    answer = await act(hass, "export", answer=True, entity_id=CAMERA, title="Mất xe đạp, Ngõ 12/3", **PERIOD)
    path = Path(answer["path"])
    assert (path.parent, answer["clips"], answer["size_bytes"]) == (storage / "exports", 2, 6)
    assert "Mat-xe-dap-Ngo-12-3" in path.name
    order = said(engine, "export")
    assert (order["camera_ids"], order["language"], order["title"]) == (["cam1"], "vi", "Mất xe đạp, Ngõ 12/3")
    got = await stranger.get(answer["url"])
    assert (got.status, await got.read(), got.content_type) == (200, b"PK zip", "application/zip")
    assert got.headers["Content-Disposition"] == f'attachment; filename="{path.name}"'
    (message,) = notifications(hass)
    assert "Đã xuất 2 video" in message
    assert f'<a href="{answer["url"]}" target="_blank">Tải về máy</a>' in message
    for bad in ("..%2f..%2fsecret.zip", "nothing.zip", "clips.sqlite3"):
        signed = answer["url"].replace(path.name, bad)
        assert (await stranger.get(signed)).status in {400, 401, 404}


async def test_exports_are_for_who_is_logged_in(
    hass: HomeAssistant,
    engine: StandIn,
    entry: MockConfigEntry,
    socket_enabled: None,
    hass_client: ClientSessionGenerator,
) -> None:
    client = await hass_client()
    for name in ("nothing.zip", "clips.sqlite3", "..%2f..%2fsecret.zip"):
        assert (await client.get(f"/api/mat_than/exports/{name}")).status in {400, 404}


async def test_an_export_of_some_clips_spans_them_and_is_told_by_a_notification(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, storage: Path
) -> None:
    await keep(hass, storage, [clip()])
    await act(hass, "export", clip_ids=[CLIP_ID])
    await until(hass, lambda: any("2 clips are exported" in text for text in notifications(hass)))
    order = said(engine, "export")
    assert (order["clip_ids"], order["camera_ids"]) == ([CLIP_ID], ["cam1"])
    assert order["since"] == "2026-11-21T16:00:00.000Z"
    assert await refused(hass, "export", clip_ids=["nothing"]) == "unknown_clip"


@pytest.mark.parametrize(
    ("title", "key", "text"),
    [
        ("nothing_there", "export_nothing_there", "There is no clip"),
        ("disk_full", "export_disk", "no room"),
        ("failed", "export_failed", "failed"),
    ],
)
async def test_an_export_that_fails_says_why(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, title: str, key: str, text: str
) -> None:
    with pytest.raises(HomeAssistantError) as refusal:
        await act(hass, "export", answer=True, title=title, **PERIOD)
    assert refusal.value.translation_key == key
    await act(hass, "export", title=title, **PERIOD)
    await until(hass, lambda: len([message for message in notifications(hass) if text in message]) == 2)


async def test_an_export_without_an_engine_says_so(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_host, "EXPORT_S", 0.1)
    await entry.runtime_data.coordinator.async_stop()
    with pytest.raises(HomeAssistantError) as refusal:
        await act(hass, "export", answer=True, **PERIOD)
    assert refusal.value.translation_key == "export_failed"
