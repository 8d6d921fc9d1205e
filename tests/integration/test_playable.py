"""What a browser cannot play gets an H.264 copy: made once, when asked for, a few at a time."""

import asyncio
from datetime import timedelta
from http import HTTPStatus
import os
from pathlib import Path
import time

from homeassistant.components.media_source import Unresolvable, async_browse_media, async_resolve_media
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

from custom_components.mat_than import playable
from custom_components.mat_than.lib.mat_than_engine.reports import ClipsDeleted
from custom_components.mat_than.playable import PlayableError

from .conftest import StandIn, until
from .happenings import STARTED_AT, clip
from .kept import CONTENT, keep

ROOT = "media-source://mat_than"


@pytest.fixture(autouse=True)
async def hevc(hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, storage: Path) -> None:
    """H.265 clips: some plain, one that takes its time, one that cannot be read; and one of H.264."""
    names = ["plain", "slow", "broken", "late", *(f"more{n}" for n in range(8))]
    clips = [
        clip(
            clip_id=name, path=f"clips/cam1/2026-11-21/{name}.mp4", codec="hevc", still=None,
            started_at=STARTED_AT + timedelta(minutes=n),
        )
        for n, name in enumerate(names)
    ]  # fmt: skip
    plain = clip(clip_id="h264", path="clips/cam1/2026-11-21/h264.mp4", still=None)
    await keep(hass, storage, [*clips, plain])
    assert await async_setup_component(hass, "media_source", {})


def copies_waiting(hass: HomeAssistant) -> int:
    return hass.config_entries.async_loaded_entries("mat_than")[0].runtime_data.playable.waiting


def made(engine: StandIn) -> list[str]:
    return [Path(command["source"]).stem for command in engine.commands("make_shared_copy")]


async def test_the_copy_is_made_once_and_served_with_ranges(
    hass: HomeAssistant, engine: StandIn, storage: Path, socket_enabled: None, hass_client: ClientSessionGenerator
) -> None:
    client = await hass_client()
    whole = await client.get("/api/mat_than/playable/plain.mp4")
    assert (whole.status, await whole.read()) == (HTTPStatus.OK, CONTENT)
    part = await client.get("/api/mat_than/playable/plain.mp4", headers={"Range": "bytes=2-4"})
    assert (part.status, await part.read()) == (HTTPStatus.PARTIAL_CONTENT, b"234")
    assert made(engine) == ["plain"]
    order = engine.commands("make_shared_copy")[0]
    assert (order["audio"], order["masks"]) == (True, [])
    assert [path.name for path in (storage / "playable").glob("*.mp4")] == ["plain.mp4"]
    assert (await client.get("/api/mat_than/playable/h264.mp4")).status == HTTPStatus.OK
    assert made(engine) == ["plain"]
    assert (await client.get("/api/mat_than/playable/nothing.mp4")).status == HTTPStatus.NOT_FOUND
    assert (await client.get("/api/mat_than/playable/broken.mp4")).status == HTTPStatus.SERVICE_UNAVAILABLE
    assert {path.stem for path in (storage / "playable").iterdir()} == {"plain"}


async def test_the_browser_plays_what_is_being_made_and_then_the_copy(hass: HomeAssistant, engine: StandIn) -> None:
    day = await async_browse_media(hass, f"{ROOT}/cam1/2026-11-21")
    shown = next(child for child in day.children if child.media_content_id.endswith("/plain"))
    assert (shown.can_play, shown.can_expand) == (True, False)
    media = await async_resolve_media(hass, shown.media_content_id, None)
    assert (media.url, media.mime_type) == ("/api/mat_than/playable/plain.m3u8", "application/x-mpegURL")
    await until(hass, lambda: made(engine) == ["plain"])
    await until(hass, lambda: not copies_waiting(hass))
    media = await async_resolve_media(hass, shown.media_content_id, None)
    assert (media.url, media.mime_type) == ("/api/mat_than/playable/plain.mp4", "video/mp4")


async def test_what_the_camera_sent_lies_in_a_folder_of_its_day(hass: HomeAssistant, engine: StandIn) -> None:
    day = await async_browse_media(hass, f"{ROOT}/cam1/2026-11-21")
    folder = day.children[-1]
    assert (folder.title, folder.can_expand) == ("Originals from the camera", True)
    originals = await async_browse_media(hass, folder.media_content_id)
    assert [child.title for child in originals.children][-3:] == [
        "08:01:00 · 14 s · H.265",
        "08:00:00 · 14 s · H.265",
        "08:00:00 · 14 s · H.264",
    ]
    original = await async_resolve_media(hass, f"{ROOT}/original/plain", None)
    assert (original.url, original.mime_type) == ("/api/mat_than/clips/plain.mp4", "video/mp4")
    assert made(engine) == []


async def test_a_copy_is_watched_piece_by_piece_while_it_is_made(
    hass: HomeAssistant,
    engine: StandIn,
    storage: Path,
    socket_enabled: None,
    hass_client: ClientSessionGenerator,
    hass_client_no_auth: ClientSessionGenerator,
) -> None:
    client = await hass_client()
    text = await (await client.get("/api/mat_than/playable/slow.m3u8")).text()
    assert text.startswith("#EXTM3U\n#EXT-X-START:TIME-OFFSET=0\n")  # from its beginning, though it grows
    assert "ENDLIST" not in text
    pieces = next(line for line in text.splitlines() if not line.startswith("#"))
    stranger = await hass_client_no_auth()
    answer = await stranger.get(pieces, headers={"Range": "bytes=5-9"})  # its address is signed
    assert (answer.status, await answer.read()) == (HTTPStatus.PARTIAL_CONTENT, b"56789")
    assert answer.headers["Cache-Control"] == "no-store"
    assert (await stranger.get("/api/mat_than/playable/slow.m4s")).status == HTTPStatus.UNAUTHORIZED
    assert (await stranger.get("/api/mat_than/playable/slow.m3u8")).status == HTTPStatus.UNAUTHORIZED
    (engine.folder / "go_on").touch()
    await until(hass, lambda: not copies_waiting(hass))
    text = await (await client.get("/api/mat_than/playable/slow.m3u8")).text()
    assert text.endswith("#EXT-X-ENDLIST\n")
    for name, status in (("nothing", HTTPStatus.NOT_FOUND), ("broken", HTTPStatus.SERVICE_UNAVAILABLE)):
        assert (await client.get(f"/api/mat_than/playable/{name}.m3u8")).status == status
        assert (await client.get(f"/api/mat_than/playable/{name}.m4s")).status == HTTPStatus.NOT_FOUND
    assert sorted(path.name for path in (storage / "playable").iterdir()) == ["slow.m3u8", "slow.m4s", "slow.mp4"]


async def test_a_player_that_waits_too_long_is_told_to_come_back(
    hass: HomeAssistant,
    engine: StandIn,
    monkeypatch: pytest.MonkeyPatch,
    socket_enabled: None,
    hass_client: ClientSessionGenerator,
) -> None:
    monkeypatch.setattr(playable, "FIRST_PIECE_S", 0.1)
    answer = await (await hass_client()).get("/api/mat_than/playable/late.m3u8")
    assert (answer.status, answer.headers["Retry-After"]) == (HTTPStatus.SERVICE_UNAVAILABLE, "15")
    (engine.folder / "go_on").touch()
    await until(hass, lambda: not copies_waiting(hass))


async def test_pieces_that_are_gone_are_not_made_again_when_the_copy_is_there(
    hass: HomeAssistant, engine: StandIn, storage: Path, socket_enabled: None, hass_client: ClientSessionGenerator
) -> None:
    client = await hass_client()
    assert (await client.get("/api/mat_than/playable/plain.mp4")).status == HTTPStatus.OK
    for name in ("plain.m3u8", "plain.m4s"):
        long_ago = time.time() - playable.PIECES_STAY_S - 1
        os.utime(storage / "playable" / name, (long_ago, long_ago))
    assert (await client.get("/api/mat_than/playable/more0.mp4")).status == HTTPStatus.OK
    assert sorted(path.name for path in (storage / "playable").glob("plain*")) == ["plain.mp4"]
    assert (await client.get("/api/mat_than/playable/plain.m3u8")).status == HTTPStatus.NOT_FOUND
    assert made(engine) == ["plain", "more0"]


async def test_what_nobody_watches_any_more_makes_way(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, storage: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(playable, "ABANDONED_S", 0.3)
    copies, archive = entry.runtime_data.playable, entry.runtime_data.archive
    slow, plain = await archive.async_get("slow"), await archive.async_get("plain")
    assert "slow.m4s" in await copies.async_playlist(slow)
    await asyncio.sleep(0.5)
    assert copies.waiting == 1  # nobody waits for something else, so it is finished
    path = await asyncio.wait_for(copies.async_path(plain), 5)
    assert path.name == "plain.mp4"
    await until(hass, lambda: len(engine.commands("cancel")) == 1)
    assert list((storage / "playable").glob("slow*")) == []


async def test_one_is_made_at_a_time_and_only_some_may_wait(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    copies, archive = entry.runtime_data.playable, entry.runtime_data.archive
    slow = await archive.async_get("slow")
    shares: list[float] = []
    first = hass.async_create_background_task(copies.async_path(slow, shares.append), "first")
    second = hass.async_create_background_task(copies.async_path(slow, shares.append), "second")
    await until(hass, lambda: 0.5 in shares)
    for n in range(playable.MOST_WAITING):
        await copies.async_begin(await archive.async_get(f"more{n}"))
    with pytest.raises(PlayableError) as refusal:
        await copies.async_begin(await archive.async_get("more7"))
    assert refusal.value.key == "playable_busy"
    with pytest.raises(Unresolvable):
        await async_resolve_media(hass, f"{ROOT}/clip/more7", None)
    assert made(engine) == ["slow"]
    (engine.folder / "go_on").touch()
    assert await first == await second
    assert shares[-1] == 1.0
    await until(hass, lambda: len(made(engine)) == 1 + playable.MOST_WAITING)
    await until(hass, lambda: not copies.waiting)


async def test_the_copy_of_a_deleted_clip_is_deleted(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, storage: Path
) -> None:
    await entry.runtime_data.playable.async_path(await entry.runtime_data.archive.async_get("plain"))
    assert (storage / "playable/plain.mp4").exists()
    await engine.report(hass, ClipsDeleted(camera_id="cam1", clip_ids=("plain",), reason="age"))
    await until(hass, lambda: not list((storage / "playable").iterdir()))


async def test_what_is_left_over_is_removed_at_the_start(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, storage: Path
) -> None:
    folder = storage / "playable"
    folder.mkdir()
    for name in ("plain.mp4", "plain.m3u8", "plain.m4s", "slow.part.mp4", "of-a-clip-that-is-gone.mp4"):
        (folder / name).write_bytes(b"x")
    assert await hass.config_entries.async_reload(entry.entry_id)
    assert [path.name for path in folder.iterdir()] == ["plain.mp4"]


async def test_the_copy_that_was_not_watched_for_longest_makes_room(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, storage: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(playable, "MOST_BYTES", 2 * len(CONTENT))
    copies, archive = entry.runtime_data.playable, entry.runtime_data.archive
    for name in ("more0", "more1", "more2"):
        await copies.async_path(await archive.async_get(name))
        await asyncio.sleep(0.02)
    await copies.async_path(await archive.async_get("more0"))  # watched again
    await copies.async_path(await archive.async_get("more3"))
    assert sorted(path.stem for path in (storage / "playable").glob("*.mp4")) == ["more0", "more2", "more3"]


async def test_the_panel_is_told_how_far_a_copy_is(
    hass: HomeAssistant, engine: StandIn, socket_enabled: None, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client(hass)

    async def ask(clip_id: str) -> list[dict[str, object]]:
        await client.send_json_auto_id({"type": "mat_than/playable", "clip_id": clip_id})
        assert (await client.receive_json())["success"]
        events = []
        while "share" in (event := (await client.receive_json())["event"]):
            events.append(event)
        return [*events, event]

    (engine.folder / "go_on").touch()
    assert (await ask("slow"))[-1] == {"url": "/api/mat_than/playable/slow.mp4"}
    assert await ask("h264") == [{"url": "/api/mat_than/playable/h264.mp4"}]
    assert await ask("nothing") == [{"error": "clip_gone"}]
    assert (await ask("broken"))[-1] == {"error": "playable_failed"}
