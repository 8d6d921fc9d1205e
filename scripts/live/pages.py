"""What people look at: a dashboard of the cameras in Home Assistant, and the hub's console."""

from collections.abc import Iterator, Sequence
from pathlib import Path
import time

from playwright.sync_api import Page

from .browser import browser, enter_home_assistant, plays, settle, shot
from .home_assistant import HomeAssistant
from .household import Household
from .http_client import RefusedError
from .hub import Hub

DASHBOARD = "mat-than-demo"
PICTURE_LIMIT_S = 60.0
INTO_CLIP_S = 6.0  # past the pre-roll: somebody is in the picture


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
    def entity(domain: str, key: str) -> str:
        return household.entity(name, domain, key)

    shown = [
        entity("binary_sensor", "motion"),
        entity("binary_sensor", "connection"),
        entity("switch", "detection"),
        entity("switch", "sharing"),
    ]
    return [
        {"type": "heading", "heading": name},
        {"type": "picture-entity", "entity": entity("camera", "camera"), "show_name": False, "show_state": False},
        {
            "type": "picture-entity",
            "entity": entity("image", "last_motion_image"),
            "show_name": True,
            "show_state": True,
        },
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


def log_in(page: Page, hub: Hub, language: str) -> None:
    """The console's login form."""
    page.add_init_script(f"localStorage.setItem('mat-than.language', '{language}')")
    page.goto(f"{hub.url}/login")
    page.locator("input[name=user_name]").fill(hub.user)
    page.locator("input[name=password]").fill(hub.password)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: not address.endswith("/login"))


def play_clip(hub: Hub, event_id: str, folder: Path, language: str = "vi") -> bool:
    """Open an event on the console and play its clip; a picture of it goes into `folder`."""
    with browser(language) as page:
        log_in(page, hub, language)
        page.goto(f"{hub.url}/events/{event_id}")
        played = plays(page.locator("video").first, INTO_CLIP_S, limit_s=40)
        shot(page, folder / f"hub_event.{language}.png")
    return played


def picture_hub(hub: Hub, folder: Path) -> Iterator[Path]:
    """Feed, cameras, households and consents, in Vietnamese and in English."""
    for language in ("vi", "en"):
        with browser(language) as page:
            log_in(page, hub, language)
            for name in ("feed", "cameras", "households", "consents"):
                page.goto(f"{hub.url}/{name}")
                settle(page)
                yield shot(page, folder / f"hub_{name}.{language}.png")
