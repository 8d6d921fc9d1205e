"""Exports in the panel: those under way, those that are there, for whom, and the removal of one."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
import errno
from pathlib import Path
from typing import Any

from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.mat_than import panel_deletions
from custom_components.mat_than.exports import ExportRecord
from custom_components.mat_than.lib.mat_than_engine.commands import Export

from .conftest import notifications, until
from .happenings import STARTED_AT

ORDER = Export(
    request_id="",
    target="",
    camera_ids=("cam1",),
    since=STARTED_AT,
    until=STARTED_AT + timedelta(hours=1),
    title="Vụ 17",
)
NAME = "mat-than_20261121.zip"

type Asking = Callable[..., Awaitable[dict[str, Any]]]


async def _asking(hass: HomeAssistant, clients: WebSocketGenerator, *token: str) -> Asking:
    client = await clients(hass, *token)

    async def ask(name: str, /, **fields: Any) -> dict[str, Any]:
        await client.send_json_auto_id({"type": f"mat_than/panel/{name}", **fields})
        answer: dict[str, Any] = await client.receive_json()
        return answer

    return ask


@pytest.fixture
async def kept(hass: HomeAssistant, entry: MockConfigEntry, storage: Path) -> Path:
    """An export of the one camera, on disk with its record."""
    record = ExportRecord(camera_ids=ORDER.camera_ids, since=ORDER.since, until=ORDER.until, title=ORDER.title, clips=3)
    await entry.runtime_data.exports.async_note(NAME, record)
    path = storage / "exports" / NAME
    path.write_bytes(b"a zip")
    return path


async def test_an_export_under_way_says_how_far_it_is_and_is_gone_when_it_ends(
    hass: HomeAssistant, entry: MockConfigEntry, socket_enabled: None, hass_ws_client: WebSocketGenerator
) -> None:
    ask = await _asking(hass, hass_ws_client)
    with entry.runtime_data.exports.running.under_way(NAME, ORDER) as advance:
        advance(0.25)
        (running,) = (await ask("exports"))["result"]["running"]
    assert (running["share"], running["title"], running["cameras"]) == (0.25, "Vụ 17", ["Cổng"])
    assert (await ask("exports"))["result"] == {"running": [], "kept": []}


async def test_an_export_that_is_there_is_told_and_can_be_deleted_and_taken_back_by_an_administrator(
    hass: HomeAssistant,
    kept: Path,
    socket_enabled: None,
    hass_ws_client: WebSocketGenerator,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ask = await _asking(hass, hass_ws_client)
    (told,) = (await ask("exports"))["result"]["kept"]
    assert (told["name"], told["bytes"], told["clips"], told["cameras"]) == (NAME, 5, 3, ["Cổng"])
    assert told["since"] == STARTED_AT.timestamp() * 1000
    assert told["path"] == f"/api/mat_than/exports/{NAME}"
    token = (await ask("exports/delete", name=NAME))["result"]["token"]
    assert (await ask("exports"))["result"]["kept"] == []
    assert (await ask("exports/delete", name=NAME))["error"]["translation_key"] == "unknown_export"
    assert (await ask("undo", token=token))["result"] == {"undone": True}
    assert (await ask("exports"))["result"]["kept"] == [told]
    monkeypatch.setattr(panel_deletions, "UNDO_S", 0.05)
    assert (await ask("exports/delete", name=NAME))["success"]
    await until(hass, lambda: not kept.exists() and not panel_deletions.deletions(hass).doomed)
    assert (await ask("exports/delete", name=NAME))["error"]["translation_key"] == "unknown_export"
    assert (await ask("exports/delete", name="../secrets.zip"))["error"]["translation_key"] == "unknown_export"


async def test_what_the_disk_does_not_let_go_is_shown_again_and_its_owner_told(
    hass: HomeAssistant, entry: MockConfigEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(panel_deletions, "UNDO_S", 0.05)
    waiting = panel_deletions.deletions(hass)

    async def refuse() -> None:
        raise OSError(errno.EROFS, "what no test can have a disk say to root")

    waiting.begin(entry, [NAME], refuse)
    assert waiting.doomed == {NAME}
    await until(hass, lambda: not waiting.doomed)
    (told,) = notifications(hass)
    assert told.startswith("What was to be deleted is still there")


@pytest.mark.parametrize("controls", [True, False])
async def test_who_controls_its_cameras_sees_an_export_and_deletes_none(
    hass: HomeAssistant,
    entry: MockConfigEntry,
    kept: Path,
    socket_enabled: None,
    hass_ws_client: WebSocketGenerator,
    hass_read_only_user: User,
    hass_read_only_access_token: str,
    controls: bool,
) -> None:
    hass_read_only_user.mock_policy({"entities": {"entity_ids": {"camera.cong": {"read": True, "control": controls}}}})
    ask = await _asking(hass, hass_ws_client, hass_read_only_access_token)
    with entry.runtime_data.exports.running.under_way("other.zip", ORDER):
        told = (await ask("exports"))["result"]
    assert (len(told["kept"]), len(told["running"])) == ((1, 1) if controls else (0, 0))
    assert (await ask("exports/delete", name=NAME))["error"]["code"] == "unauthorized"
    assert kept.exists()
