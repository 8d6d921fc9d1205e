"""What officers look at: the hub's console."""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page

from .browser import browser, plays, settle, shot
from .hub import Hub

INTO_CLIP_S = 6.0  # past the pre-roll: somebody is in the picture


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
