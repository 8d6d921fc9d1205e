"""The panel in real Home Assistant, with what real cameras recorded: every page on a phone and on a desk."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time, timedelta
import json
from pathlib import Path
import time as clock
from typing import Any
from zoneinfo import ZoneInfo

from asked_footage import approved_request, wait_given
from axe_check import THEMES, put_on, violations
from motion_watch import wait_for_visit
from playwright.sync_api import Page, WebSocketRoute, expect
import pytest

from mat_than_verify.cli import verify
from mat_than_verify.findings import Verdict
from scripts.live.browser import browser, enter_home_assistant, plays, shot
from scripts.live.neighbourhood import Neighbourhood
from scripts.live.panel_deeds import scroll, scrub, zoom
from scripts.live.panel_trace import fill_day, longest_task_ms

SHOTS = Path(__file__).parents[2] / "out/panel"
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
PAGES = {"today": "mt-camera-card", "timeline": "button.row", "zones": "mt-area-canvas", "storage": ".figure",
         "sharing": "h2"}  # fmt: skip
GATE, YARD = "Cổng", "Sân nhà"
EVENTS, LONGEST_TASK_MS = 2000, 50.0

pytestmark = pytest.mark.slow


@contextmanager
def panel(place: Neighbourhood, language: str, size: dict[str, int]) -> Iterator[Page]:
    """A browser with the panel; nothing it asks for may lie outside Home Assistant, and no script may fail."""
    outside, failures = [], []
    own = (place.home.url, place.home.url.replace("http", "ws", 1), "blob:", "data:")
    with browser(language, **size) as page:
        page.on("request", lambda asked: None if asked.url.startswith(own) else outside.append(asked.url))
        page.on("pageerror", lambda error: failures.append(str(error)))
        enter_home_assistant(page, place.home, language)
        yield page
    assert (outside, failures) == ([], [])


def go(page: Page, place: Neighbourhood, path: str) -> None:
    page.goto(f"{place.home.url}/mat-than/{path}", wait_until="domcontentloaded")
    page.locator(PAGES[path.split("/", maxsplit=1)[0]]).first.wait_for()
    expect(page.locator(".skeleton")).to_have_count(0)


def gate(place: Neighbourhood) -> str:
    found = (camera for camera in place.household.subentries("camera") if camera["title"] == GATE)
    return str(next(found)["subentry_id"])


@pytest.mark.parametrize(("language", "size"), [("vi", PHONE), ("en", DESK)], ids=["phone", "desk"])
def test_every_page_can_be_read_and_used_by_everyone(place: Neighbourhood, language: str, size: dict[str, int]) -> None:
    wait_for_visit(place, GATE, since=0)
    with panel(place, language, size) as page:
        for name in PAGES:
            go(page, place, name if name != "timeline" else f"timeline/{gate(place)}")
            for theme in THEMES:
                put_on(page, theme)
                assert violations(page) == [], (name, theme)
                shot(page, SHOTS / f"{name}.{language}.{theme}.png")


def test_a_clip_is_found_played_and_kept(place: Neighbourhood) -> None:
    with panel(place, "vi", PHONE) as page:
        go(page, place, f"timeline/{gate(place)}")
        page.locator("button.row").last.click()
        assert plays(page.locator("mt-clip-view video"))
        page.get_by_role("button", name="Giữ lại").click()
        expect(page.get_by_role("button", name="Thôi giữ")).to_be_enabled()
        go(page, place, "storage")
        expect(page.locator(".kept-clips li")).to_have_count(1)
        page.get_by_role("button", name="Thôi giữ").click()
        expect(page.locator(".kept-clips li")).to_have_count(0)


def test_a_request_is_answered_with_what_the_owner_chose_and_taken_back(place: Neighbourhood) -> None:
    clip = shared_clip(place)
    request = approved_request(place.hub, YARD, clip)
    begin = (clip["start"] // 1000 + 2) * 1000  # two seconds into the clip
    with panel(place, "vi", PHONE) as page:
        go(page, place, "sharing")
        page.get_by_role("link", name="Xem hình và trả lời").click()
        page.locator("mt-answer mt-clip-list button.row").last.click()
        assert plays(page.locator("mt-answer video"))
        since = datetime.fromtimestamp(begin / 1000, ZoneInfo("Asia/Ho_Chi_Minh"))
        page.locator("mt-trim-bar #since").fill(since.strftime("%H:%M:%S"))
        page.locator("mt-trim-bar #since").press("Tab")
        assert violations(page) == []
        page.get_by_role("button", name="Đọc lại trước khi gửi").click()
        expect(page.locator(".sentence")).to_contain_text(f"camera {YARD}, cho {request['unit']}")
        assert violations(page) == []
        shot(page, SHOTS / "answer.summary.png")
        page.get_by_role("button", name="Đồng ý và gửi").click()
        (given,) = wait_given(place.hub, request["id"], 1)
        assert abs(datetime.fromisoformat(given["started_at"]).timestamp() * 1000 - begin) < 1000
        page.get_by_text("Đã gửi 1 đoạn.").wait_for()
        assert violations(page) == []
        shot(page, SHOTS / "answered.png")
        page.locator(".answered").get_by_role("button", name="Rút lại…").click()
        page.get_by_role("dialog").get_by_role("button", name="Rút lại").click()
        wait_given(place.hub, request["id"], 0)
        page.get_by_text("Bạn đã rút lại.").wait_for()
        with page.expect_download() as code:
            page.get_by_role("button", name="Tải mã kiểm tra").first.click()
        assert verify(code.value.path()).verdict is Verdict.INTACT
    place.household.withdraw_consent(YARD)


def shared_clip(place: Neighbourhood) -> dict[str, Any]:
    """The newest clip of a camera that is shared with the hub, as the panel's timeline has it."""
    if not place.household.subentries("hub"):
        place.household.join_hub(place.hub)
    place.household.give_consent(YARD)
    wait_for_visit(place, YARD, since=0)
    camera = next(one for one in place.household.subentries("camera") if one["title"] == YARD)["subentry_id"]
    end = clock.monotonic() + 30  # a clip ends some seconds after its motion
    while clock.monotonic() < end:
        today = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date()
        for day in (today, today - timedelta(days=1)):
            told = place.home.connection.command("mat_than/panel/day", camera_id=camera, day=day.isoformat())
            if told["clips"]:
                newest: dict[str, Any] = told["clips"][-1]
                return newest
        clock.sleep(0.5)
    raise AssertionError(f"{YARD} has no clip")


def test_a_live_picture_comes_on_a_tap(place: Neighbourhood) -> None:
    with panel(place, "vi", PHONE) as page:
        go(page, place, "today")
        page.get_by_role("button", name="Xem trực tiếp Sân nhà").click()
        assert plays(page.locator("ha-camera-stream video").first, limit_s=40)


def test_an_area_is_drawn_tried_on_last_nights_clips_and_saved(place: Neighbourhood) -> None:
    with panel(place, "vi", DESK) as page:
        go(page, place, f"zones/{gate(place)}")
        page.get_by_role("button", name="Vùng bỏ qua").click()
        corner = page.locator("circle.corner").first
        box, canvas = corner.bounding_box(), page.locator("mt-area-canvas").bounding_box()
        assert box is not None
        assert canvas is not None
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.mouse.down()
        page.mouse.move(canvas["x"] + 0.1 * canvas["width"], canvas["y"] + 0.2 * canvas["height"], steps=4)
        page.mouse.up()
        page.get_by_role("button", name="Thử với các đoạn đêm qua").click()
        expect(page.locator("mt-rehearsal .counts")).to_be_visible(timeout=30_000)
        page.get_by_role("button", name="Dừng thử").or_(page.get_by_role("button", name="Thử với")).click()
        page.get_by_role("button", name="Lưu", exact=True).click()
        expect(page.locator(".save")).to_be_hidden()
        shot(page, SHOTS / "zones.drawn.png")
    command = place.home.connection.command
    saved = command("mat_than/panel/zones", camera_id=gate(place))["watch"]
    (zone,) = saved["zones"]
    assert zone["mode"] == "exclude"
    assert zone["polygon"][0] == pytest.approx([0.1, 0.2], abs=0.01)
    unchanged = {"sensitivity": saved["sensitivity"], "minimum_s": saved["minimum_s"]}
    command("mat_than/panel/zones/save", camera_id=gate(place), zones=[], privacy_masks=[], **unchanged)


def test_early_in_the_day_its_minutes_are_seen_and_the_evening_before_is_one_tap_away(place: Neighbourhood) -> None:
    with panel(place, "vi", PHONE) as page:
        page.route_web_socket(lambda url: url.endswith("/api/websocket"), ten_past_midnight)
        page.goto(f"{place.home.url}/mat-than/timeline/{gate(place)}", wait_until="domcontentloaded")
        expect(page.locator(".early")).to_contain_text("01:00")
        assert shown_hours(page) == (0, 1)
        assert violations(page) == []
        shot(page, SHOTS / "timeline.early.png")
        page.get_by_role("button", name="Thu nhỏ").click()
        assert shown_hours(page) == (0, 2)
        page.get_by_role("link", name="Xem tối hôm qua").click()
        page.wait_for_url("**/evening")
        expect(page.locator("mt-day-bar canvas")).to_be_visible()
        assert shown_hours(page) == (18, 24)
        expect(page.locator(".early")).to_have_count(0)
        shot(page, SHOTS / "timeline.evening.png")


def ten_past_midnight(line: WebSocketRoute) -> None:
    """Between the panel and Home Assistant: today began ten minutes ago, with what was filmed in them."""
    home = line.connect_to_server()

    def tell(message: str | bytes) -> None:
        told = json.loads(message)
        for one in told if isinstance(told, list) else [told]:
            day = one.get("result")
            if isinstance(day, dict) and {"spans", "clips"} <= day.keys() and day["now"] < day["until"]:
                since, later = day["since"], day["now"] - day["since"] - 600_000
                spans = ([max(since, start - later), end - later, *rest] for start, end, *rest in day["spans"])
                clips = ({**clip, "start": clip["start"] - later, "end": clip["end"] - later} for clip in day["clips"])
                day["spans"] = [span for span in spans if span[1] > since]
                day["clips"] = [clip for clip in clips if clip["start"] >= since]
                day["now"] -= later
        line.send(json.dumps(told))

    home.on_message(tell)


def shown_hours(page: Page) -> tuple[float, float]:
    """From which hour of its day to which the bar goes."""
    seen: list[float] = page.locator("mt-day-bar").evaluate(
        "bar => [bar.window.from, bar.window.until].map((at) => (at - bar.day.since) / 3_600_000)"
    )
    return seen[0], seen[1]


def test_a_day_of_two_thousand_events_scrolls_and_scrubs_without_a_long_task(place: Neighbourhood) -> None:
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    yesterday = datetime.now(zone).date() - timedelta(days=1)
    midnight = datetime.combine(yesterday, time(), zone).astimezone(UTC)
    fill_day(place.home.folder / "media/mat_than", gate(place), midnight, EVENTS)
    with panel(place, "vi", DESK) as page:
        go(page, place, f"timeline/{gate(place)}/{yesterday.isoformat()}")
        expect(page.locator(".count")).to_have_text(f"{EVENTS} đoạn")
        assert page.locator("button.row").count() < 40
        longest = {deed.__name__: longest_task_ms(page, lambda deed=deed: deed(page)) for deed in (scroll, scrub, zoom)}
    print(f"longest task, ms of processor time: { {name: round(ms) for name, ms in longest.items()} }")
    assert max(longest.values()) <= LONGEST_TASK_MS, longest
