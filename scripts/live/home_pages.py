"""What people look at in Home Assistant: a dashboard of the cameras, the media browser, an export's notification."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
import re
import time
from urllib.parse import quote

from playwright.sync_api import Locator, Page

from .browser import browser, enter_home_assistant, plays, settle, shot
from .home_assistant import HomeAssistant
from .household import Household
from .http_client import RefusedError

DASHBOARD = "mat-than-demo"
PICTURE_LIMIT_S = 60.0
DAY_TITLE = re.compile(r"^\D+ \d\d/\d\d(/\d{4})?\s*$")
CLIP_TITLE = re.compile(r"^\s*\d\d:\d\d:\d\d · (\d+) giây")


@dataclass(frozen=True, slots=True)
class Viewing:
    """How it was to watch a clip."""

    played_after_s: float | None  # from the click to a second of moving pictures
    whole_after_s: float | None  # until all of it could be watched
    played_on_elsewhere: bool  # put into its last third


def make_dashboard(household: Household, names: Sequence[str]) -> None:
    """A page with a card for each camera: live picture, motion, the last motion's picture, the two switches."""
    connection = household.home.connection
    known = {dashboard["url_path"] for dashboard in connection.command("lovelace/dashboards/list")}
    if DASHBOARD not in known:
        wanted = {"title": "Mắt Thần", "icon": "mdi:cctv", "show_in_sidebar": True, "require_admin": False}
        connection.command("lovelace/dashboards/create", url_path=DASHBOARD, mode="storage", **wanted)
    sections = [{"type": "grid", "cards": _cards(household, name)} for name in names]
    view = {"title": "Camera", "type": "sections", "max_columns": 3, "sections": sections}
    connection.command("lovelace/config/save", url_path=DASHBOARD, config={"views": [view]})


def _cards(household: Household, name: str) -> list[dict[str, object]]:
    def entity(domain: str, key: str) -> dict[str, object]:
        # Called as on its own page: the camera's name stands above all its cards.
        return {"entity": household.entity(name, domain, key), "name": {"type": "entity"}}

    shown = [
        entity("binary_sensor", "motion"),
        entity("sensor", "last_motion"),
        entity("binary_sensor", "connection"),
        entity("switch", "detection"),
        entity("switch", "sharing"),
    ]
    return [
        {"type": "heading", "heading": name},
        {"type": "picture-entity", **entity("camera", "camera"), "show_name": False, "show_state": False},
        {"type": "picture-entity", **entity("image", "last_motion_image"), "show_name": True, "show_state": False},
        {"type": "entities", "entities": shown},
    ]


def wait_for_pictures(household: Household, names: Sequence[str]) -> None:
    """Until every camera has given its first still picture: Home Assistant opens the stream when it is first asked."""
    end = time.monotonic() + PICTURE_LIMIT_S
    for name in names:
        entity_id = household.entity(name, "camera", "camera")
        while time.monotonic() < end:
            try:
                household.home.http.bytes_of("GET", f"/api/camera_proxy/{entity_id}")
            except RefusedError:
                time.sleep(0.5)
            else:
                break


def picture_home(home: HomeAssistant, folder: Path) -> Iterator[Path]:
    """The dashboard, in Vietnamese and in English."""
    for language in ("vi", "en"):
        with browser(language, width=1360, height=1000) as page:
            enter_home_assistant(page, home, language)
            page.goto(f"{home.url}/{DASHBOARD}/0", wait_until="domcontentloaded")
            settle(page, quiet_s=3)
            yield shot(page, folder / f"home.{language}.png")


def open_newest_clip(page: Page, home: HomeAssistant, camera: str) -> float:
    """In Home Assistant's media browser, in Vietnamese: click the camera, its last day, its last clip. How long it is."""
    page.goto(f"{home.url}/media-browser/browser/{quote('app,media-source://mat_than', safe='')}")
    _shown(page, re.compile(rf"^\s*{camera}\s*$")).click()
    _shown(page, DAY_TITLE).click()
    clip = _shown(page, CLIP_TITLE)
    found = CLIP_TITLE.match(clip.inner_text().strip())
    clip.click()
    return float(found[1]) if found else 0.0


def fetch_export(page: Page, home: HomeAssistant, target: Path) -> Path:
    """Click the link in the notification of a finished export, in Vietnamese, and keep what comes."""
    page.goto(home.url)
    _shown(page, re.compile(r"^\s*Thông báo\s*$")).click()
    with page.expect_download(timeout=60_000) as download:
        _shown(page, re.compile(r"^\s*Tải về máy\s*$")).click(timeout=60_000)
    download.value.save_as(target)
    return target


def _shown(page: Page, text: re.Pattern[str]) -> Locator:
    """The first of what can be seen; a title in the media browser has a hidden tooltip beside it."""
    return page.get_by_text(text).filter(visible=True).first


def watch(page: Page, length_s: float, limit_s: float) -> Viewing:
    """Watch the clip that was opened: it plays, there is more and more of it, it can be put elsewhere."""
    video = page.locator("video").first
    began = time.monotonic()
    played_after_s = time.monotonic() - began if plays(video, limit_s=limit_s) else None
    whole_after_s = None
    while whole_after_s is None and time.monotonic() < began + limit_s:
        if video.evaluate("video => video.duration") >= length_s - 1:
            whole_after_s = time.monotonic() - began
        time.sleep(0.1)
    video.evaluate("(video, at) => { video.currentTime = at; }", length_s * 2 / 3)
    elsewhere = plays(video, limit_s=max(1.0, began + limit_s - time.monotonic()))
    at_s = float(video.evaluate("video => video.currentTime"))
    return Viewing(played_after_s, whole_after_s, elsewhere and at_s > length_s * 2 / 3)
