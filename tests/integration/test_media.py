"""Clips in the media browser, and their bytes behind Home Assistant's authentication."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from freezegun.api import FrozenDateTimeFactory
from homeassistant.components.media_player import BrowseError
from homeassistant.components.media_source import (
    BrowseMediaSource,
    Unresolvable,
    async_browse_media,
    async_resolve_media,
)
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry, MockUser
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.mat_than.lib.mat_than_engine.keeping import clip_reader
from custom_components.mat_than.lib.mat_than_engine.model import Clip
from custom_components.mat_than.media_place import Place

from .conftest import StandIn, alive
from .happenings import CLIP_ID, EVENT_ID, STARTED_AT, clip
from .kept import keep

ROOT = "media-source://mat_than"


@pytest.fixture
async def clips(hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, storage: Path) -> list[Clip]:
    """Two clips on two days of Asia/Ho_Chi_Minh: 23:00 and, one and a half hours later, 00:30."""
    await hass.config.async_set_time_zone("Asia/Ho_Chi_Minh")
    second = "0190a1b2-0000-7000-8000-000000000003"
    later = STARTED_AT + timedelta(minutes=90)
    found = [clip(), clip(clip_id=second, started_at=later, ended_at=later, codec="hevc", still=None)]
    await keep(hass, storage, found)
    assert await async_setup_component(hass, "media_source", {})
    return found


def titles(folder: BrowseMediaSource) -> list[str]:
    return [child.title for child in folder.children or ()]


async def test_clips_are_found_by_camera_day_and_time(
    hass: HomeAssistant, clips: list[Clip], freezer: FrozenDateTimeFactory
) -> None:
    freezer.move_to(datetime(2027, 1, 1, tzinfo=UTC))
    root = await async_browse_media(hass, ROOT)
    assert titles(root) == ["Cổng"]
    camera = await async_browse_media(hass, root.children[0].media_content_id)
    assert titles(camera) == ["Sun 2026-11-22", "Sat 2026-11-21"]
    late = await async_browse_media(hass, camera.children[0].media_content_id)
    assert titles(late) == ["00:30:00 · 14 s", "Originals from the camera"]  # H.265
    early = await async_browse_media(hass, camera.children[1].media_content_id)
    assert titles(early) == ["23:00:00 · 14 s"]
    assert early.children[0].thumbnail == f"/api/mat_than/stills/{CLIP_ID}.jpg"
    assert late.children[0].thumbnail is None
    media = await async_resolve_media(hass, early.children[0].media_content_id, None)
    assert (media.url, media.mime_type) == (f"/api/mat_than/clips/{CLIP_ID}.mp4", "video/mp4")


@pytest.mark.parametrize(
    "place", ["nobody", "cam1/not-a-day", "a/b/c", "cam1/2026-13-01", "cam1/2026-11-21/24", "a/b/c/d", "clip/nothing"]
)
async def test_a_place_that_is_none_is_refused(hass: HomeAssistant, clips: list[Clip], place: str) -> None:
    with pytest.raises(BrowseError):
        await async_browse_media(hass, f"{ROOT}/{place}")


@pytest.mark.parametrize("place", ["clip/nothing", "cam1", "a/b/c"])
async def test_what_is_no_clip_does_not_play(hass: HomeAssistant, clips: list[Clip], place: str) -> None:
    with pytest.raises(Unresolvable):
        await async_resolve_media(hass, f"{ROOT}/{place}", None)


async def test_nothing_is_browsed_while_the_place_is_not_loaded(
    hass: HomeAssistant, clips: list[Clip], entry: MockConfigEntry
) -> None:
    await hass.config_entries.async_unload(entry.entry_id)
    with pytest.raises(BrowseError):
        await async_browse_media(hass, ROOT)
    with pytest.raises(Unresolvable):
        await async_resolve_media(hass, f"{ROOT}/clip/{CLIP_ID}", None)


def test_places_are_written_and_read_alike() -> None:
    day = STARTED_AT.date()
    for place in (
        Place(),
        Place("cam1"),
        Place("cam1", day),
        Place("cam1", day, 0),
        Place(clip_id=CLIP_ID),
        Place(clip_id=CLIP_ID, version="original"),
    ):
        assert Place.parse(str(place)) == place


async def test_a_clip_is_served_with_ranges_to_who_is_logged_in(
    hass: HomeAssistant,
    clips: list[Clip],
    socket_enabled: None,
    hass_client: ClientSessionGenerator,
    hass_client_no_auth: ClientSessionGenerator,
) -> None:
    url = f"/api/mat_than/clips/{CLIP_ID}.mp4"
    client = await hass_client()
    whole = await client.get(url)
    assert (whole.status, await whole.read(), whole.content_type) == (200, b"0123456789", "video/mp4")
    part = await client.get(url, headers={"Range": "bytes=2-4"})
    assert (part.status, await part.read()) == (206, b"234")
    still = await client.get(f"/api/mat_than/stills/{CLIP_ID}.jpg")
    assert (still.status, still.content_type) == (200, "image/jpeg")
    stranger = await hass_client_no_auth()
    assert (await stranger.get(url)).status == 401
    assert (await stranger.get(f"/api/mat_than/stills/{CLIP_ID}.jpg")).status == 401


@pytest.mark.parametrize(("groups", "status"), [("system-read-only", 200), ("none", 404)])
async def test_a_clip_is_for_those_who_may_see_its_camera(
    clips: list[Clip],
    hass_client: ClientSessionGenerator,
    hass_read_only_user: MockUser,
    hass_read_only_access_token: str,
    groups: str,
    status: int,
) -> None:
    if groups == "none":
        hass_read_only_user.mock_policy({})
    client = await hass_client(hass_read_only_access_token)
    assert (await client.get(f"/api/mat_than/clips/{CLIP_ID}.mp4")).status == status


@pytest.mark.parametrize(
    "url",
    [
        "/api/mat_than/clips/nothing.mp4",
        "/api/mat_than/clips/..%2f..%2fclips.sqlite3.mp4",
        "/api/mat_than/stills/0190a1b2-0000-7000-8000-000000000003.jpg",
    ],
)
async def test_what_is_not_there_is_not_found(
    hass: HomeAssistant, clips: list[Clip], socket_enabled: None, hass_client: ClientSessionGenerator, url: str
) -> None:
    assert (await (await hass_client()).get(url)).status in {400, 404}


async def test_a_clip_whose_file_is_gone_is_not_found(
    hass: HomeAssistant,
    clips: list[Clip],
    socket_enabled: None,
    hass_client: ClientSessionGenerator,
    storage: Path,
    entry: MockConfigEntry,
    engine: StandIn,
) -> None:
    (storage / clips[0].path).unlink()
    client = await hass_client()
    assert (await client.get(f"/api/mat_than/clips/{CLIP_ID}.mp4")).status == 404
    await hass.config_entries.async_unload(entry.entry_id)
    assert not alive(engine.pid)
    assert (await client.get(f"/api/mat_than/clips/{CLIP_ID}.mp4")).status == 503


async def test_last_motion_and_picture_are_known_again_after_a_restart(
    hass: HomeAssistant, clips: list[Clip], entry: MockConfigEntry
) -> None:
    assert await hass.config_entries.async_reload(entry.entry_id)
    assert hass.states.get("sensor.cong_last_motion").state == (STARTED_AT + timedelta(minutes=90)).isoformat()


async def test_what_was_recorded_without_a_break_lies_under_its_hours(
    hass: HomeAssistant, clips: list[Clip], storage: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clip_reader, "MOST_ROWS", 100)
    pieces = [
        clip(
            clip_id=f"piece{n:04d}",
            path=f"clips/cam1/2026-11-21/piece{n:04d}.mp4",
            kind="continuous",
            still=None,
            event_ids=(EVENT_ID,) if n == 1 else (),
            started_at=STARTED_AT + timedelta(seconds=450 * n),
            ended_at=STARTED_AT + timedelta(seconds=450 * n + 450),
        )
        for n in range(110)  # more than one page of the index; 13 hours and three quarters from 23:00 on
    ]
    await keep(hass, storage, pieces)
    await hass.config.async_update(language="vi")
    day = await async_browse_media(hass, f"{ROOT}/cam1/2026-11-21")
    assert titles(day) == ["Liên tục, 23–24 giờ", "23:00:00 · 14 giây"]
    assert day.title.endswith(" · Cổng")
    assert (
        len(titles(await async_browse_media(hass, f"{ROOT}/cam1/2026-11-22"))) == 13 + 1 + 1
    )  # and the folder of originals
    hour = await async_browse_media(hass, day.children[0].media_content_id)
    assert len(hour.children) == 8
    assert titles(hour)[:2] == ["23:00:00", "23:07:30 · có chuyển động"]
    pictures = [child.thumbnail for child in hour.children[:2]]
    assert pictures == [None, f"/api/mat_than/stills/{CLIP_ID}.jpg"]  # of the clip of that motion
    media = await async_resolve_media(hass, hour.children[0].media_content_id, None)
    assert media.url == "/api/mat_than/clips/piece0000.mp4"


async def test_a_clip_asked_for_is_named_so(hass: HomeAssistant, clips: list[Clip], storage: Path) -> None:
    asked = clip(clip_id="asked", path="clips/cam1/2026-11-21/asked.mp4", kind="asked")
    await keep(hass, storage, [asked])
    day = await async_browse_media(hass, f"{ROOT}/cam1/2026-11-21")
    assert "23:00:00 · 14 s · asked for" in titles(day)


async def test_a_clip_is_saved_under_its_own_name(
    hass: HomeAssistant, clips: list[Clip], socket_enabled: None, hass_client: ClientSessionGenerator
) -> None:
    answer = await (await hass_client()).get(f"/api/mat_than/clips/{CLIP_ID}.mp4?download=1")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{CLIP_ID}.mp4"'


@pytest.mark.parametrize(("year", "title"), [(2026, "Thứ bảy 21/11"), (2027, "Thứ bảy 21/11/2026")])
async def test_a_day_of_this_year_is_named_shortly(
    hass: HomeAssistant, clips: list[Clip], freezer: FrozenDateTimeFactory, year: int, title: str
) -> None:
    await hass.config.async_update(language="vi")
    freezer.move_to(datetime(year, 12, 1, tzinfo=UTC))
    camera = await async_browse_media(hass, f"{ROOT}/cam1")
    assert titles(camera)[-1] == title
    day = await async_browse_media(hass, camera.children[-1].media_content_id)
    assert day.title == f"{title} · Cổng"
