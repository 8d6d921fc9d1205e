"""What people look at: a dashboard of the cameras in Home Assistant, and the hub's console."""

from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page

from .browser import browser, enter_home_assistant, plays, settle, shot
from .home_assistant import HomeAssistant
from .household import Household
from .hub import Hub

DASHBOARD = "mat-than-demo"


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


def picture_home(home: HomeAssistant, folder: Path) -> list[Path]:
    """The dashboard, in Vietnamese and in English."""
    made = []
    for language in ("vi", "en"):
        with browser(language, width=1360, height=1000) as page:
            enter_home_assistant(page, home, language)
            page.goto(f"{home.url}/{DASHBOARD}/0", wait_until="domcontentloaded")
            settle(page, quiet_s=3)
            made.append(shot(page, folder / f"home.{language}.png"))
    return made


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
        played = plays(page.locator("video").first)
        shot(page, folder / f"hub_event.{language}.png")
    return played


def picture_hub(hub: Hub, folder: Path) -> list[Path]:
    """Feed, cameras and consents, in Vietnamese and in English."""
    made = []
    for language in ("vi", "en"):
        with browser(language) as page:
            log_in(page, hub, language)
            for name in ("feed", "cameras", "households", "consents"):
                page.goto(f"{hub.url}/{name}")
                settle(page)
                made.append(shot(page, folder / f"hub_{name}.{language}.png"))
    return made
