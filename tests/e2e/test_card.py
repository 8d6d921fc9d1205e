"""The dashboard card in real Home Assistant: added by the dashboards' own editor, looked at, played from."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from axe_check import THEMES, put_on, violations
from motion_watch import wait_for_visit
from playwright.sync_api import Page, expect
import pytest

from scripts.live.browser import browser, enter_home_assistant, plays, shot
from scripts.live.neighbourhood import Neighbourhood

SHOTS = Path(__file__).parents[2] / "out/card"
CARD = "custom:mat-than-timeline-card"
DASHBOARD = "mat-than-card"
GATE = "Cổng"
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}

pytestmark = pytest.mark.slow


@contextmanager
def visitor(place: Neighbourhood, language: str, size: dict[str, int]) -> Iterator[Page]:
    """A browser that is logged in; no script may fail."""
    failures: list[str] = []
    with browser(language, **size) as page:
        page.on("pageerror", lambda error: failures.append(str(error)))
        enter_home_assistant(page, place.home, language)
        yield page
    assert failures == []


def dashboard(place: Neighbourhood, *cards: dict[str, Any]) -> None:
    """A dashboard with these cards."""
    command = place.home.connection.command
    if DASHBOARD not in {one["url_path"] for one in command("lovelace/dashboards/list")}:
        wanted = {"title": "Nhà", "icon": "mdi:home", "show_in_sidebar": True, "require_admin": False}
        command("lovelace/dashboards/create", url_path=DASHBOARD, mode="storage", **wanted)
    view = {"title": "Nhà", "type": "sections", "sections": [{"type": "grid", "cards": list(cards)}]}
    command("lovelace/config/save", url_path=DASHBOARD, config={"views": [view]})


def kept_cards(place: Neighbourhood) -> list[dict[str, Any]]:
    view = place.home.connection.command("lovelace/config", url_path=DASHBOARD)["views"][0]
    cards: list[dict[str, Any]] = view["sections"][0]["cards"]
    return cards


def test_the_card_is_found_set_up_and_kept_without_a_line_of_yaml(place: Neighbourhood) -> None:
    dashboard(place)
    with visitor(place, "vi", DESK) as page:
        page.goto(f"{place.home.url}/{DASHBOARD}/0?edit=1", wait_until="domcontentloaded")
        page.get_by_role("button", name="Thêm thẻ").first.click()
        page.get_by_role("tab", name="Theo thẻ").click()
        page.get_by_placeholder("Tìm kiếm thẻ").fill("Mắt Thần")
        offered = page.locator(".card").filter(has_text="Mắt Thần: một ngày của camera").first
        offered.locator("mt-day-bar").first.wait_for()  # shown as it would be
        offered.locator(".overlay").first.click()
        editor = page.locator("hui-dialog-edit-card")
        expect(editor.get_by_text("Camera (cảm biến chuyển động của nó)").first).to_be_visible()
        editor.locator("mt-day-bar").wait_for()
        editor.locator("input[name=name]").press_sequentially("Cổng sau", delay=60)
        expect(editor.locator("mt-timeline-card h2")).to_have_text("Cổng sau", timeout=15_000)
        shot(page, SHOTS / "editor.png")
        editor.get_by_role("button", name="Lưu").click()
        expect(editor.locator("mt-day-bar")).to_have_count(0)
    (card,) = kept_cards(place)
    assert (card["type"], card["name"]) == (CARD, "Cổng sau")
    assert place.home.state(card["entity"]) is not None


@pytest.mark.parametrize(("language", "size"), [("vi", PHONE), ("en", DESK)], ids=["phone", "desk"])
def test_the_card_is_read_and_used_by_everyone(place: Neighbourhood, language: str, size: dict[str, int]) -> None:
    wait_for_visit(place, GATE, since=0)
    motion = place.household.entity(GATE, "binary_sensor", "motion")
    camera = place.household.entity(GATE, "camera", "camera")  # any entity of the camera will do
    dashboard(place, {"type": CARD, "entity": motion}, {"type": CARD, "entity": camera, "clips": 0, "legend": False})
    with visitor(place, language, size) as page:
        page.goto(f"{place.home.url}/{DASHBOARD}/0", wait_until="domcontentloaded")
        expect(page.locator("mt-day-bar canvas")).to_have_count(2, timeout=30_000)
        page.locator("mt-clip-strip img").first.wait_for()
        for theme in THEMES:
            put_on(page, theme)
            assert violations(page, within="mat-than-timeline-card") == [], theme
            shot(page, SHOTS / f"card.{language}.{theme}.png")
        page.locator("mt-clip-strip button").first.click()
        assert plays(page.locator("mt-clip-view video"))
        shot(page, SHOTS / f"card.{language}.playing.png")
        page.get_by_role("link", name=GATE).first.click()
        assert plays(page.locator("mat-than-panel mt-clip-view video"))  # the panel goes on with the same clip
