"""What axe-core finds in our elements within Home Assistant's pages, in its light theme and in its dark one."""

from contextlib import suppress
import json
from pathlib import Path
from typing import Final, Literal

from playwright.sync_api import Page, TimeoutError as NotInTime

AXE: Final = Path(__file__).parents[2] / "frontend/panel/node_modules/axe-core/axe.min.js"
TAGS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
THEMES: Final = ("light", "dark")
PANEL: Final = "mat-than-panel"


def put_on(page: Page, theme: Literal["light", "dark"]) -> None:
    """The browser's scheme, which Home Assistant follows; said again where it was changed before Home Assistant listened."""
    is_on = "dark => document.querySelector('home-assistant').hass.themes.darkMode === dark"
    for _ in range(6):
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        with suppress(NotInTime):
            page.wait_for_function(is_on, arg=theme == "dark", timeout=5_000)
            return
        page.emulate_media(color_scheme="light" if theme == "dark" else "dark")
    raise AssertionError(f"the theme is not {theme}")


def violations(page: Page, within: str = PANEL) -> list[str]:
    """What is wrong within an element of ours; Home Assistant's own frame is its own."""
    page.evaluate(AXE.read_text())
    report = page.evaluate("tags => axe.run({runOnly: tags})", TAGS)
    found = [(one["id"], json.dumps(node["target"])) for one in report["violations"] for node in one["nodes"]]
    return [f"{name}: {target}" for name, target in found if within in target]
