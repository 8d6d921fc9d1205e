"""Exports on disk: who may have one, where they are found, and how one goes."""

from collections.abc import Callable
from datetime import timedelta
import json
from pathlib import Path
from typing import Any

from homeassistant.components.media_source import (
    BrowseMediaSource,
    Unresolvable,
    async_browse_media,
    async_resolve_media,
)
from homeassistant.core import Context, HomeAssistant
from homeassistant.exceptions import HomeAssistantError, Unauthorized
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry, MockUser
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

from custom_components.mat_than.const import DOMAIN

from .conftest import StandIn, camera_subentry, notifications, until
from .happenings import CLIP_ID, STARTED_AT, clip
from .kept import keep

ROOT = "media-source://mat_than"
PERIOD = {"since": STARTED_AT - timedelta(hours=1), "until": STARTED_AT + timedelta(hours=1)}
GATE, YARD = "binary_sensor.cong_motion", "binary_sensor.san_motion"


@pytest.fixture
async def two_cameras(
    hass: HomeAssistant, engine: StandIn, make_entry: Callable[..., MockConfigEntry]
) -> MockConfigEntry:
    """A place with a camera at the gate and one in the yard."""
    yard = camera_subentry("cam2", "Sân", url="rtsp://10.0.0.6/main")
    entry = make_entry(camera_subentry(), yard)
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(hass, lambda: all(view.live for view in entry.runtime_data.coordinator.board))
    assert await async_setup_component(hass, "media_source", {})
    return entry


async def act(hass: HomeAssistant, action: str, user: MockUser | None = None, **data: Any) -> Any:
    answers = action != "delete_export"
    context = None if user is None else Context(user_id=user.id)
    return await hass.services.async_call(DOMAIN, action, data, blocking=True, return_response=answers, context=context)


async def export(hass: HomeAssistant, *entity_ids: str, title: str = "") -> str:
    """An export of these cameras; its name."""
    answer = await act(hass, "export", entity_id=list(entity_ids), title=title, **PERIOD)
    return Path(answer["path"]).name


def controls(user: MockUser, *entity_ids: str) -> None:
    """What Home Assistant lets this person do."""
    user.mock_policy(
        {"entities": {"entity_ids": {entity_id: {"read": True, "control": True} for entity_id in entity_ids}}}
    )


@pytest.mark.parametrize(
    ("controlled", "status"),
    [
        (("camera.cong", "camera.san"), 200),
        (("camera.cong",), 404),
        ((), 404),
    ],
)
async def test_an_export_is_for_who_may_control_every_camera_in_it(
    hass: HomeAssistant,
    two_cameras: MockConfigEntry,
    hass_client: ClientSessionGenerator,
    hass_read_only_user: MockUser,
    hass_read_only_access_token: str,
    controlled: tuple[str, ...],
    status: int,
) -> None:
    name = await export(hass, GATE, YARD)
    controls(hass_read_only_user, *controlled)
    client = await hass_client(hass_read_only_access_token)
    assert (await client.get(f"/api/mat_than/exports/{name}")).status == status
    listed = await act(hass, "list_exports", user=hass_read_only_user)
    assert [each["name"] for each in listed["exports"]] == ([name] if status == 200 else [])


async def test_who_may_only_see_a_camera_gets_no_export_of_it(
    hass: HomeAssistant,
    two_cameras: MockConfigEntry,
    hass_client: ClientSessionGenerator,
    hass_read_only_access_token: str,
) -> None:
    name = await export(hass, GATE)
    client = await hass_client(hass_read_only_access_token)
    assert (await client.get(f"/api/mat_than/exports/{name}")).status == 404


@pytest.mark.parametrize("record", [None, "not json", '{"camera_ids": [], "since": 1}', '{"camera_ids": []}'])
async def test_an_export_that_nobody_can_say_anything_of_is_for_administrators(
    hass: HomeAssistant,
    two_cameras: MockConfigEntry,
    storage: Path,
    hass_client: ClientSessionGenerator,
    hass_read_only_user: MockUser,
    hass_read_only_access_token: str,
    record: str | None,
) -> None:
    name = await export(hass, GATE)
    file = storage / "exports" / name.replace(".zip", ".json")
    file.unlink() if record is None else file.write_text(record)
    controls(hass_read_only_user, "camera.cong", "camera.san")
    address = f"/api/mat_than/exports/{name}"
    assert (await (await hass_client(hass_read_only_access_token)).get(address)).status == 404
    assert (await (await hass_client()).get(address)).status == 200
    folder = await async_browse_media(hass, f"{ROOT}/exports")
    assert "contents unknown, for administrators" in titles(folder)[0]


async def test_an_export_of_a_camera_that_is_gone_is_for_administrators(
    hass: HomeAssistant,
    two_cameras: MockConfigEntry,
    hass_client: ClientSessionGenerator,
    hass_read_only_user: MockUser,
    hass_read_only_access_token: str,
) -> None:
    name = await export(hass, YARD)
    controls(hass_read_only_user, "camera.san")
    client = await hass_client(hass_read_only_access_token)
    assert (await client.get(f"/api/mat_than/exports/{name}")).status == 200
    hass.config_entries.async_remove_subentry(two_cameras, "cam2")
    await hass.async_block_till_done()
    assert (await client.get(f"/api/mat_than/exports/{name}")).status == 404


async def test_a_notification_has_a_link_only_where_everybody_who_sees_it_may_have_the_export(
    hass: HomeAssistant, two_cameras: MockConfigEntry, hass_read_only_user: MockUser
) -> None:
    controls(hass_read_only_user, "camera.cong")
    await export(hass, GATE)
    (message,) = notifications(hass)
    assert "authSig" in message
    await export(hass, YARD)
    assert [text for text in notifications(hass) if "authSig" in text] == [message]
    assert [text for text in notifications(hass) if "List exports" in text] != []


async def test_what_footage_is_taken_away_by_asks_for_the_control_of_its_cameras(
    hass: HomeAssistant, two_cameras: MockConfigEntry, storage: Path, hass_read_only_user: MockUser
) -> None:
    await keep(hass, storage, [clip()])
    for name, data in (
        ("export", {"entity_id": GATE, **PERIOD}),
        ("export", {"clip_ids": [CLIP_ID]}),
        ("export", PERIOD),
        ("protect", {"clip_ids": [CLIP_ID], "reason": "x"}),
    ):
        with pytest.raises(Unauthorized):
            await act(hass, name, user=hass_read_only_user, **data)
    assert (await act(hass, "list_clips", user=hass_read_only_user, **PERIOD))["clips"] != []
    assert (await act(hass, "link", user=hass_read_only_user, clip_id=CLIP_ID))["url"]
    controls(hass_read_only_user, "camera.san")
    with pytest.raises(Unauthorized):
        await act(hass, "link", user=hass_read_only_user, clip_id=CLIP_ID)
    assert (await act(hass, "list_clips", user=hass_read_only_user, **PERIOD))["clips"] == []
    answer = await act(hass, "export", user=hass_read_only_user, **PERIOD)  # of all that they may
    record = Path(answer["path"]).with_suffix(".json")
    assert json.loads(record.read_text())["camera_ids"] == ["cam2"]


def titles(folder: BrowseMediaSource) -> list[str]:
    return [child.title for child in folder.children or ()]


async def test_exports_lie_in_the_media_browser_with_date_and_size(
    hass: HomeAssistant, two_cameras: MockConfigEntry, hass_ws_client: WebSocketGenerator
) -> None:
    assert titles(await async_browse_media(hass, ROOT)) == ["Cổng", "Sân"]
    await hass.config.async_update(language="vi")
    name = await export(hass, GATE, YARD, title="Mất xe")
    root = await async_browse_media(hass, ROOT)
    assert titles(root) == ["Cổng", "Sân", "Bản xuất"]
    folder = await async_browse_media(hass, root.children[-1].media_content_id)
    (leaf,) = folder.children
    assert leaf.title.endswith(" · Mất xe · Cổng, Sân · 2 video · 0.0 MB")
    media = await async_resolve_media(hass, leaf.media_content_id, None)
    assert (media.url, media.mime_type) == (f"/api/mat_than/exports/{name}", "application/zip")
    with pytest.raises(Unresolvable):
        await async_resolve_media(hass, f"{ROOT}/export/nothing.zip", None)


async def test_whoever_browses_sees_what_they_may(
    hass: HomeAssistant,
    two_cameras: MockConfigEntry,
    hass_ws_client: WebSocketGenerator,
    hass_read_only_user: MockUser,
    hass_read_only_access_token: str,
) -> None:
    await export(hass, GATE)
    name = await export(hass, YARD)
    controls(hass_read_only_user, "camera.san")
    client = await hass_ws_client(hass, hass_read_only_access_token)

    async def ask(kind: str, place: str = "") -> Any:
        await client.send_json_auto_id({"type": f"media_source/{kind}", "media_content_id": f"{ROOT}{place}"})
        return await client.receive_json()

    assert [child["title"] for child in (await ask("browse_media"))["result"]["children"]] == ["Sân", "Exports"]
    assert not (await ask("browse_media", "/cam1"))["success"]
    (leaf,) = (await ask("browse_media", "/exports"))["result"]["children"]
    assert leaf["media_content_id"] == f"{ROOT}/export/{name}"
    assert (await ask("resolve_media", f"/export/{name}"))["success"]
    exports = (await act(hass, "list_exports"))["exports"]
    (other,) = [each["name"] for each in exports if each["name"] != name]
    assert not (await ask("resolve_media", f"/export/{other}"))["success"]


async def test_an_export_is_deleted_with_its_record(
    hass: HomeAssistant, two_cameras: MockConfigEntry, storage: Path, hass_read_only_user: MockUser
) -> None:
    await export(hass, GATE, title="giữ lại")
    kept = {path.name for path in (storage / "exports").iterdir()}
    name = await export(hass, GATE)
    with pytest.raises(Unauthorized):
        await act(hass, "delete_export", user=hass_read_only_user, name=name, confirm=True)
    for wrong, key in (
        ({"name": name, "confirm": False}, "not_confirmed"),
        ({"name": "nothing.zip", "confirm": True}, "unknown_export"),
        ({"name": "../clips.sqlite3", "confirm": True}, "unknown_export"),
    ):
        with pytest.raises(HomeAssistantError) as refusal:
            await act(hass, "delete_export", **wrong)
        assert refusal.value.translation_key == key
    await act(hass, "delete_export", name=name, confirm=True)
    assert {path.name for path in (storage / "exports").iterdir()} == kept


async def test_what_an_export_left_behind_that_was_broken_off_is_swept(
    hass: HomeAssistant, two_cameras: MockConfigEntry, storage: Path
) -> None:
    with pytest.raises(HomeAssistantError):
        await export(hass, GATE, title="failed")
    folder = storage / "exports"
    assert list(folder.iterdir()) == []
    name = await export(hass, GATE)
    (folder / "mat-than_x.zip.part").write_bytes(b"half")
    (folder / "mat-than_x.json").write_text("{}")
    (folder / "somebody's own.txt").write_text("stays")
    assert await hass.config_entries.async_reload(two_cameras.entry_id)
    left = {path.name for path in folder.iterdir()}
    assert left == {name, name.replace(".zip", ".json"), "somebody's own.txt"}
