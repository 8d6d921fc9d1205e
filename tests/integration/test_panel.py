"""The panel's place in the sidebar, and what it may ask: for whom, and with which answers."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from homeassistant.auth.models import User
from homeassistant.components.frontend import DATA_PANELS
from homeassistant.config_entries import ConfigSubentry
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

from custom_components.mat_than import panel_deletions
from custom_components.mat_than.lib.mat_than_engine.keeping.protection import Protection, Protections
from custom_components.mat_than.lib.mat_than_engine.reports import StorageFigures
from custom_components.mat_than.panel import FILES, FILES_URL, PANEL_PATH

from .conftest import StandIn, camera_subentry, until
from .happenings import CLIP_ID, STARTED_AT, clip, motion_report
from .kept import keep

ZONE = {"name": "Cổng", "polygon": [[0.1, 0.1], [0.9, 0.1], [0.5, 0.9]], "mode": "include"}
ZONES = {"zones": [ZONE], "privacy_masks": [[[0, 0], [0.2, 0], [0, 0.2]]], "sensitivity": 70, "minimum_s": 0.5}
DAY = {"camera_id": "cam1", "day": "2026-11-21"}

type Ask = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
async def ask(
    hass: HomeAssistant, entry: MockConfigEntry, socket_enabled: None, hass_ws_client: WebSocketGenerator
) -> Ask:
    """One question of the panel, by an administrator; the whole answer."""
    await hass.config.async_set_time_zone("UTC")
    client = await hass_ws_client(hass)

    async def asking(name: str, **fields: Any) -> dict[str, Any]:
        await client.send_json_auto_id({"type": f"mat_than/panel/{name}", **fields})
        answer: dict[str, Any] = await client.receive_json()
        return answer

    return asking


async def test_the_panel_stands_in_the_sidebar_for_as_long_as_there_is_a_place(
    hass: HomeAssistant, entry: MockConfigEntry, socket_enabled: None, hass_client_no_auth: ClientSessionGenerator
) -> None:
    panel = hass.data[DATA_PANELS][PANEL_PATH]
    assert panel.require_admin is False
    module = panel.config["_panel_custom"]["module_url"]
    client = await hass_client_no_auth()
    for name in (module.removeprefix(f"{FILES_URL}/"), *(file.name for file in FILES.glob("*.js"))):
        answer = await client.get(f"{FILES_URL}/{name}")
        assert (answer.status, answer.content_type) == (200, "text/javascript")
    assert await hass.config_entries.async_reload(entry.entry_id)
    await hass.config_entries.async_remove(entry.entry_id)
    assert PANEL_PATH not in hass.data[DATA_PANELS]


async def test_the_overview_is_told_at_once_and_when_something_moves(
    hass: HomeAssistant,
    engine: StandIn,
    entry: MockConfigEntry,
    socket_enabled: None,
    hass_ws_client: WebSocketGenerator,
) -> None:
    client = await hass_ws_client(hass)
    await client.send_json_auto_id({"type": "mat_than/panel/overview"})
    assert (await client.receive_json())["success"]
    told = (await client.receive_json())["event"]
    (camera,) = told["cameras"]
    assert (told["loaded"], told["engine"], camera["name"], camera["live"]) == (True, True, "Cổng", True)
    assert hass.states.get(camera["entities"]["camera"])
    assert "rtsp" not in str(told)
    await engine.report(hass, motion_report("start"))
    told = (await client.receive_json())["event"]
    assert told["cameras"][0]["moving"] is True
    hass.config_entries.async_add_subentry(entry, _subentry("cam2", "Sân"))
    while len(told["cameras"]) < 2:
        told = (await client.receive_json())["event"]
    await hass.config_entries.async_unload(entry.entry_id)
    while told["loaded"]:
        told = (await client.receive_json())["event"]
    assert told["cameras"] == []


def _subentry(camera_id: str, title: str) -> Any:
    data = camera_subentry(camera_id, title, url=f"rtsp://10.0.0.6/{camera_id}")
    return ConfigSubentry(**data)


async def test_a_day_is_its_seconds_and_its_clips(hass: HomeAssistant, storage: Path, ask: Ask) -> None:
    second = clip(
        clip_id="second", path="clips/cam1/2026-11-21/second.mp4", still=None, event_ids=(), kind="continuous"
    )
    store = await keep(hass, storage, [clip(), second])
    wish = Protection(clip_id="", owner="Lan", reason="trộm", since=STARTED_AT)
    await hass.async_add_executor_job(lambda: Protections(store).protect([CLIP_ID], wish, 0, STARTED_AT))
    day = (await ask("day", **DAY))["result"]
    assert day["until"] - day["since"] == timedelta(days=1) / timedelta(milliseconds=1)
    first, other = sorted(day["clips"], key=lambda told: -told["motions"])
    assert (first["id"], first["start"], first["kept"]["reason"]) == (CLIP_ID, STARTED_AT.timestamp() * 1000, "trộm")
    assert (other["still"], other["kind"], "kept" in other) == (False, "continuous", False)
    assert "recorded" in {span[2] for span in day["spans"]}
    assert (await ask("day", camera_id="nobody", day="2026-11-21"))["error"]["translation_key"] == "unknown_camera"


async def test_clips_are_kept_in_the_name_of_who_asks(
    hass: HomeAssistant, engine: StandIn, storage: Path, ask: Ask, hass_admin_user: User
) -> None:
    await keep(hass, storage, [clip()])
    assert (await ask("protect", clip_ids=[CLIP_ID], reason="trộm"))["success"]
    (order,) = engine.commands("protect")
    assert (order["clip_ids"], order["owner"], order["reason"]) == ([CLIP_ID], hass_admin_user.name, "trộm")
    assert (await ask("protect", clip_ids=[CLIP_ID]))["success"]
    assert engine.commands("protect")[1]["reason"] == "mt:kept_from_timeline"
    assert (await ask("unprotect", clip_ids=[CLIP_ID]))["success"]
    assert len(engine.commands("unprotect")) == 1
    refused = await ask("protect", clip_ids=["gone"], reason="")
    assert refused["error"]["translation_key"] == "unknown_clip"


async def test_our_own_reason_for_keeping_is_told_as_a_code_and_a_sentence_as_it_is(
    hass: HomeAssistant, storage: Path, ask: Ask
) -> None:
    store = await keep(hass, storage, [clip()])
    stored = {
        "mt:kept_for_request:12/2026": {"why": "kept_for_request", "case_number": "12/2026"},
        "mt:kept_from_timeline": {"why": "kept_from_timeline", "case_number": ""},
        "waits for your answer to request 12/2026": {},
        "mt:unheard_of:1": {},
    }
    for reason, told in stored.items():
        wish = Protection(clip_id="", owner="Lan", reason=reason, since=STARTED_AT)
        await hass.async_add_executor_job(Protections(store).protect, [CLIP_ID], wish, 0, STARTED_AT)
        (found,) = (await ask("day", **DAY))["result"]["clips"]
        assert found["kept"] == {"owner": "Lan", "reason": reason, "until": None, **told}


async def test_what_is_deleted_is_hidden_and_can_be_brought_back_for_a_while(
    hass: HomeAssistant, engine: StandIn, storage: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    await keep(hass, storage, [clip()])
    token = (await ask("delete", clip_ids=[CLIP_ID]))["result"]["token"]
    assert (await ask("day", **DAY))["result"]["clips"] == []
    assert (await ask("undo", token=token))["result"] == {"undone": True}
    assert len((await ask("day", **DAY))["result"]["clips"]) == 1
    monkeypatch.setattr(panel_deletions, "UNDO_S", 0.05)
    token = (await ask("delete", clip_ids=[CLIP_ID]))["result"]["token"]
    await until(hass, lambda: engine.commands("delete_clips"))
    await until(hass, lambda: not panel_deletions.deletions(hass).doomed)
    assert engine.commands("delete_clips")[0]["clip_ids"] == [CLIP_ID]
    assert (await ask("undo", token=token))["result"] == {"undone": False}


async def test_an_export_says_how_far_it_is_and_where_it_lies(
    hass: HomeAssistant,
    engine: StandIn,
    entry: MockConfigEntry,
    storage: Path,
    socket_enabled: None,
    hass_ws_client: WebSocketGenerator,
) -> None:
    await keep(hass, storage, [clip()])
    client = await hass_ws_client(hass)

    async def events(**fields: Any) -> dict[str, Any]:
        period = {"camera_id": "cam1", "since": 0, "until": round(dt_util.utcnow().timestamp() * 1000)}
        await client.send_json_auto_id({"type": "mat_than/panel/export", **period, **fields})
        assert (await client.receive_json())["success"]
        event: dict[str, Any] = {}
        while "url" not in event and "error" not in event:
            event = (await client.receive_json())["event"]
        return event

    assert "authSig" in (await events(clip_ids=[CLIP_ID], title="Cổng"))["url"]
    assert engine.commands("export")[0]["clip_ids"] == [CLIP_ID]
    assert (await events(clip_ids=["gone"]))["error"] == "unknown_clip"
    assert (await events(camera_id="nobody"))["error"] == "unknown_camera"


async def test_zones_are_saved_as_they_are_drawn_and_the_engine_is_told(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, ask: Ask
) -> None:
    before = (await ask("zones", camera_id="cam1"))["result"]
    assert (before["watch"]["zones"], before["privacy_masks"]) == ([], [])
    assert (await ask("zones/save", camera_id="cam1", **ZONES))["success"]
    saved = (await ask("zones", camera_id="cam1"))["result"]
    assert saved["watch"]["zones"][0]["polygon"] == ZONE["polygon"]
    assert (saved["watch"]["sensitivity"], saved["privacy_masks"]) == (70, [[[0.0, 0.0], [0.2, 0.0], [0.0, 0.2]]])
    await until(hass, lambda: engine.commands("configure")[-1]["cameras"][0]["watch"]["zones"])
    for wrong in (
        {"zones": [ZONE | {"polygon": [[0, 0], [1, 1]]}]},
        {"zones": [ZONE | {"mode": "sometimes"}]},
        {"privacy_masks": [[[0, 0], [2, 0], [0, 1]]]},
        {"privacy_masks": [[[0, 0], [1, 0]]]},
    ):
        refused = await ask("zones/save", camera_id="cam1", **(ZONES | wrong))
        assert refused["error"]["translation_key"] == "zones_wrong"
    assert (await ask("zones", camera_id="cam1"))["result"] == saved


async def test_the_storage_says_what_is_used_and_what_is_protected(
    hass: HomeAssistant, engine: StandIn, storage: Path, ask: Ask, entry: MockConfigEntry
) -> None:
    store = await keep(hass, storage, [clip()])
    wish = Protection(clip_id="", owner="Lan", reason="trộm", since=STARTED_AT)
    await hass.async_add_executor_job(lambda: Protections(store).protect([CLIP_ID], wish, 0, STARTED_AT))
    await engine.report(hass, StorageFigures(used_bytes=8, protected_bytes=8, free_bytes=100, clips=1, days_left=9.5))
    await until(hass, lambda: entry.runtime_data.coordinator.board.place.storage)
    told = (await ask("storage"))["result"]
    assert (told["folder"], told["figures"]["days_left"], told["retention"]["days"]) == (str(storage), 9.5, 14)
    assert told["cameras"] == [{"camera_id": "cam1", "name": "Cổng", "clips": 1, "bytes": 8}]
    assert [kept["kept"]["owner"] for kept in told["protected"]] == ["Lan"]


@pytest.mark.parametrize("groups", ["system-read-only", "none"])
async def test_others_see_what_home_assistant_lets_them_see(
    hass: HomeAssistant,
    engine: StandIn,
    entry: MockConfigEntry,
    storage: Path,
    socket_enabled: None,
    hass_ws_client: WebSocketGenerator,
    hass_read_only_user: User,
    hass_read_only_access_token: str,
    groups: str,
) -> None:
    await keep(hass, storage, [clip()])
    if groups == "none":
        hass_read_only_user.mock_policy({})
    sees = groups != "none"
    client = await hass_ws_client(hass, hass_read_only_access_token)

    async def answer(name: str, **fields: Any) -> dict[str, Any]:
        await client.send_json_auto_id({"type": f"mat_than/panel/{name}", **fields})
        told: dict[str, Any] = await client.receive_json()
        return told

    await answer("overview")
    assert len((await client.receive_json())["event"]["cameras"]) == sees
    assert (await answer("day", **DAY))["success"] is sees
    assert len((await answer("sharing"))["result"]["cameras"]) == sees
    storage_told = (await answer("storage"))["result"]
    assert (len(storage_told["cameras"]), storage_told["folder"]) == (sees, None)
    chosen: dict[str, Any] = {"clip_ids": [CLIP_ID]}
    for name, fields in (
        ("protect", chosen | {"reason": ""}),
        ("unprotect", chosen),
        ("delete", chosen),
        ("undo", {"token": "x"}),
        ("zones", {"camera_id": "cam1"}),
        ("zones/save", {"camera_id": "cam1", **ZONES}),
        ("sharing/withdraw", {"consent_id": "x"}),
        ("sharing/switch", {"camera_id": "cam1", "on": False}),
    ):
        assert (await answer(name, **fields))["error"]["code"] == "unauthorized", name
    await answer("export", camera_id="cam1", since=0, until=1, **chosen)
    assert (await client.receive_json())["event"] == {"error": "unauthorized"}
    assert not any(engine.commands(kind) for kind in ("protect", "unprotect", "delete_clips", "export"))


async def test_sharing_is_told_as_it_stands_and_nothing_is_shared_without_a_consent(
    hass: HomeAssistant, entry: MockConfigEntry, ask: Ask
) -> None:
    told = (await ask("sharing"))["result"]
    assert (told["hubs"], told["consents"], told["withdrawn"]) == ([], [], [])
    assert told["cameras"]["cam1"] == {"allowed": False, "on": False, "hubs": [], "waiting": 0}
    assert (await ask("sharing/switch", camera_id="cam1", on=False))["success"]
    for name, fields in (("switch", {"camera_id": "cam1", "on": True}), ("withdraw", {"consent_id": "none"})):
        assert (await ask(f"sharing/{name}", **fields))["error"]["translation_key"] == "sharing_no_consent"


async def test_a_place_that_is_not_loaded_answers_so(hass: HomeAssistant, entry: MockConfigEntry, ask: Ask) -> None:
    await hass.config_entries.async_unload(entry.entry_id)
    for name, fields in (("storage", {}), ("day", DAY), ("export", {"camera_id": "cam1", "since": 0, "until": 1})):
        assert (await ask(name, **fields))["error"]["translation_key"] == "not_loaded"
