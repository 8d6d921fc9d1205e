"""The console in a real browser on a real hub: set-up to withdrawal, in both languages, readable by everyone."""

from datetime import timedelta
import json
from pathlib import Path
import re
from typing import Any

import cv2
import numpy as np
from playwright.sync_api import Page, Route, expect
import pytest

from .browsing import COMMUNE, HUB, PASSWORD, USER, Open, Server, Ward
from .neighbourhood import GATE, STREET, YARD, join, knock

AXE = Path(__file__).parents[2] / "console" / "node_modules" / "axe-core" / "axe.min.js"
PAGES = ("/feed", "/cameras", "/households", "/invite", "/consents", "/access", "/settings")
LOOKS = ({"width": 1280, "dark": False, "language": "vi"}, {"width": 412, "dark": True, "language": "en"})


def violations(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.2 AA, each with the elements concerned."""
    page.evaluate(AXE.read_text())
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    report: dict[str, Any] = page.evaluate("tags => axe.run({runOnly: tags})", tags)
    return [
        f"{found['id']}: {json.dumps([node['target'] for node in found['nodes']])}" for found in report["violations"]
    ]


def read(page: Page) -> None:
    """Wait until the page has its data."""
    expect(page.locator(".skeleton")).to_have_count(0)


def test_the_first_run_makes_an_administrator_with_the_printed_code(browse: Open, fresh_hub: Server) -> None:
    page, _ = browse(fresh_hub.url, "/")
    expect(page).to_have_url(f"{fresh_hub.url}/setup")
    assert violations(page) == []
    page.locator("#code").fill("0000-0000")
    page.locator("#hub").fill(HUB)
    page.locator("#commune").fill(COMMUNE)
    page.locator("#user").fill(USER)
    page.locator("#password").fill(PASSWORD)
    page.locator("#again").fill("something else")
    page.get_by_role("button", name="Bắt đầu dùng").click()
    expect(page.get_by_text("Hai lần nhập không giống nhau.")).to_be_visible()
    page.locator("#again").fill(PASSWORD)
    page.get_by_role("button", name="Bắt đầu dùng").click()
    expect(page.get_by_role("alert").filter(has_text="Mã thiết lập không đúng")).to_be_visible()
    page.locator("#code").fill(fresh_hub.code)
    page.get_by_role("button", name="Bắt đầu dùng").click()
    expect(page).to_have_url(f"{fresh_hub.url}/invite")
    expect(page.locator("mt-header")).to_contain_text(HUB)
    page.goto(f"{fresh_hub.url}/feed")
    expect(page.get_by_role("link", name="Tạo lời mời đầu tiên")).to_be_visible()


def test_a_wrong_password_is_a_sentence_in_the_language_chosen(browse: Open, ward: Ward) -> None:
    page, _ = browse(ward.url, "/login")
    page.get_by_role("button", name="EN – English").click()
    page.locator("#user").fill(USER)
    page.locator("#password").fill("wrong wrong wrong")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("alert")).to_contain_text("User name or password is wrong.")
    assert violations(page) == []
    page.reload()
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()


def test_an_ended_session_leads_to_the_login_and_back(inside: Open, ward: Ward) -> None:
    page, _ = inside("/consents")
    by_itself = re.compile(r"/api/(consents|households|requests/waiting|holds/waiting)$")
    page.route(by_itself, lambda route: route.abort())  # what the page asks for unasked must not find out first
    page.context.clear_cookies()
    page.get_by_role("link", name="Camera", exact=True).click()
    expect(page.get_by_text("Phiên làm việc đã hết.")).to_be_visible()
    page.unroute(by_itself)
    page.locator("#user").fill(USER)
    page.locator("#password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{ward.url}/cameras")


@pytest.mark.parametrize("look", LOOKS, ids=("wide light vi", "phone dark en"))
def test_every_page_is_readable_by_everyone(inside: Open, ward: Ward, look: dict[str, Any]) -> None:
    page, _ = inside("/feed", **look)
    event = ward.officer.call("GET", "/events?limit=1")["events"][0]["id"]
    for path in (*PAGES, f"/events/{event}"):
        page.goto(ward.url + path)
        page.get_by_role("heading", level=1).wait_for()
        read(page)
        assert violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} is wider than the screen"


def test_an_address_that_leads_nowhere_says_so_and_leads_back(browse: Open, inside: Open, ward: Ward) -> None:
    guest, _ = browse(ward.url, "/nothing", language="en", width=412)
    expect(guest.get_by_role("heading", name="Page not found")).to_be_visible()
    guest.get_by_role("link", name="To the events").click()
    expect(guest.get_by_role("heading", name="Log in")).to_be_visible()
    page, _ = inside("/feed")
    for path in ("/cases/unknown", "/events/%E0%A4"):
        page.goto(ward.url + path)
        expect(page.get_by_role("heading", name="Không tìm thấy trang")).to_be_visible()
        expect(page.locator("mt-navigation")).to_be_attached()
        assert violations(page) == [], path
    page.get_by_role("link", name="Về trang sự kiện").click()
    expect(page).to_have_url(f"{ward.url}/feed")


def test_an_invitation_is_a_qr_code_that_reads_as_its_link(inside: Open) -> None:
    page, _ = inside("/invite")
    page.locator("#note").fill("Cô Ba, số 5")
    page.get_by_role("button", name="Tạo lời mời").click()
    made = page.locator("#made")
    expect(made).to_be_visible()
    assert violations(page) == []
    link = made.locator("code").inner_text()
    picture = cv2.imdecode(np.frombuffer(made.locator(".paper").screenshot(), np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    assert cv2.QRCodeDetector().detectAndDecode(picture)[0] == link
    page.emulate_media(media="print")
    expect(page.locator(".sheet")).to_be_visible()
    expect(page.locator("mt-header")).to_be_hidden()
    expect(page.locator(".sheet")).to_contain_text("Invitation to share a security camera")
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Thu hồi lời mời Cô Ba, số 5").click()
    page.get_by_role("dialog").get_by_role("button", name="Thu hồi").click()
    expect(page.get_by_role("row").filter(has_text="Cô Ba, số 5")).to_contain_text("Đã thu hồi")


def test_the_page_of_an_invitation_tells_the_hub_nothing(browse: Open, ward: Ward) -> None:
    link = ward.officer.invite("Chú Năm")
    page, watch = browse(ward.url, link.removeprefix(ward.url))
    expect(page.locator("code")).to_have_text(link)
    assert violations(page) == []
    assert [url for url in watch.requests if "/api/" in url] == []
    page.goto(f"{ward.url}/feed")
    page.goto(f"{ward.url}/join")
    expect(page.get_by_text("Đường dẫn bị thiếu")).to_be_visible()


def test_a_waiting_household_shows_its_code_and_is_confirmed(inside: Open, ward: Ward) -> None:
    page, _ = inside("/households")
    neighbour = knock(ward.url, ward.officer.invite("Bác Bảy"), "Nhà bác Bảy")
    card = page.locator("article").filter(has_text="Nhà bác Bảy")
    expect(card).to_be_visible()
    told = next(one for one in ward.officer.call("GET", "/households") if one["id"] == neighbour.home.household_id)
    assert card.locator(".digits").inner_text().replace("\n", "") == told["comparison_code"]
    card.get_by_role("button", name="Mã giống nhau, xác nhận").click()
    expect(page.get_by_role("row").filter(has_text="Nhà bác Bảy")).to_be_visible()
    expect(card).to_have_count(0)


def test_the_feed_shows_a_motion_as_it_comes(inside: Open, ward: Ward) -> None:
    page, _ = inside("/feed")
    read(page)
    before = page.locator("a.event").count()
    ward.tu.report(GATE, length_s=None)
    expect(page.locator("a.event")).to_have_count(before + 1)
    first = page.locator("a.event").first
    expect(first).to_contain_text("đang diễn ra")
    expect(first.locator("img")).to_have_js_property("complete", value=True)
    assert first.locator("img").evaluate("image => image.naturalWidth") == 960


def test_a_paused_feed_holds_new_ones_behind_a_button(inside: Open, ward: Ward) -> None:
    page, _ = inside("/feed")
    read(page)
    before = page.locator("a.event").count()
    page.get_by_role("button", name="Tạm dừng").click()
    ward.tu.report(YARD, clip=False)
    button = page.get_by_role("button", name="1 sự kiện mới")
    expect(button).to_be_visible()
    assert page.locator("a.event").count() == before
    button.click()
    expect(page.locator("a.event")).to_have_count(before + 1)


def test_the_feed_is_walked_with_keys_and_filtered_by_camera(inside: Open, ward: Ward) -> None:
    page, _ = inside("/feed")
    read(page)
    links = page.locator("a.event")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/events/"))
    page.keyboard.press("Escape")
    expect(page).to_have_url(f"{ward.url}/feed")
    page.locator("#filter").select_option(label=STREET.name)
    expect(page).to_have_url(re.compile("camera=street"))
    expect(links.filter(has_text=GATE.name)).to_have_count(0)
    expect(links.filter(has_text=STREET.name)).to_have_count(2)


def test_a_clip_plays_in_the_browser_by_ranges(inside: Open, ward: Ward) -> None:
    event = ward.tu.report(GATE, timedelta(minutes=1))
    page, _ = inside(f"/events/{event}")
    statuses: list[int] = []
    page.on("response", lambda answer: statuses.append(answer.status) if "/api/clips/" in answer.url else None)
    page.reload()
    video = page.locator("mt-player video")
    expect(video).to_be_visible()
    assert video.evaluate("video => video.paused && !video.loop && !video.autoplay")
    video.evaluate("video => { video.muted = true; return video.play(); }")
    page.wait_for_function("video => video.currentTime > 0.6", arg=video.element_handle())
    assert 206 in statuses
    page.get_by_role("button", name="Ảnh").click()
    expect(page.locator("mt-still rect.over")).to_have_count(1)
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải về").click()
    assert download.value.suggested_filename.endswith(".mp4")
    page.reload()
    expect(page.locator(".lookers")).to_contain_text("Xem đoạn video")


def test_what_a_household_withdraws_leaves_every_screen(inside: Open, ward: Ward) -> None:
    home = join(ward.officer, "Quán nước đầu ngõ")
    home.share(YARD)
    event = home.report(YARD)
    feed, _ = inside("/feed")
    expect(feed.locator("a.event").filter(has_text="Quán nước đầu ngõ")).to_have_count(1)
    detail, _ = inside(f"/events/{event}")
    expect(detail.get_by_role("heading", level=1)).to_have_text(YARD.name)
    home.withdraw(YARD)
    expect(feed.locator("a.event").filter(has_text="Quán nước đầu ngõ")).to_have_count(0)
    expect(detail.get_by_role("alert")).to_contain_text("đã rút lại sự đồng ý")
    feed.goto(f"{ward.url}/consents?household={home.home.household_id}")
    expect(feed.get_by_text("Đã xoá khỏi trung tâm")).to_be_visible()


def test_what_is_withdrawn_while_a_page_still_reads_is_gone_all_the_same(inside: Open, ward: Ward) -> None:
    home = join(ward.officer, "Tiệm may cô Bích")
    home.share(YARD)
    event = home.report(YARD)
    detail, _ = inside("/feed")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    detail.route("**/api/consents", hold)
    detail.goto(f"{ward.url}/events/{event}")
    expect(detail.get_by_role("heading", level=1)).to_have_text(YARD.name)
    home.withdraw(YARD)
    gone = detail.get_by_role("alert")
    expect(gone).to_contain_text("đã rút lại sự đồng ý")
    with detail.expect_response("**/api/consents"):
        for route in held:
            route.continue_()
    detail.wait_for_timeout(500)
    expect(gone).to_contain_text("đã rút lại sự đồng ý")


def test_what_is_withdrawn_while_the_line_is_down_is_gone_when_it_stands_again(inside: Open, ward: Ward) -> None:
    home = join(ward.officer, "Hàng xôi bà Thìn")
    home.share(YARD)
    event = home.report(YARD)
    detail, _ = inside("/feed")
    detail.route("**/api/stream", lambda route: route.abort())
    detail.goto(f"{ward.url}/events/{event}")
    heading = detail.get_by_role("heading", level=1)
    expect(heading).to_have_text(YARD.name)
    home.withdraw(YARD)
    detail.wait_for_timeout(500)
    expect(heading).to_have_text(YARD.name)
    detail.unroute("**/api/stream")
    expect(detail.get_by_role("alert")).to_contain_text("đã rút lại sự đồng ý")


def test_who_only_views_is_offered_nothing_else(inside: Open, ward: Ward) -> None:
    ward.officer.call("POST", "/members", {"user_name": "minh", "password": PASSWORD, "role": "viewer"})
    page, _ = inside("/feed", user="minh")
    expect(page.locator("mt-navigation nav.side li")).to_have_count(2)
    page.goto(f"{ward.url}/settings")
    expect(page.get_by_role("alert")).to_contain_text("không có quyền")
    expect(page.locator("form")).to_have_count(1)  # the dialog's own, which is closed


def test_the_statement_and_the_names_are_changed_by_the_administrator(inside: Open, ward: Ward) -> None:
    page, _ = inside("/settings")
    contact = page.locator("#vi-contact")
    contact.fill("Trực ban: 024 3838 0000")
    page.get_by_role("button", name="Lưu thay đổi").click()
    expect(page.get_by_text("Đã lưu.")).to_be_visible()
    told = ward.officer.call("GET", "/hub")["statements"]
    assert next(one for one in told if one["language"] == "vi")["contact"] == "Trực ban: 024 3838 0000"
