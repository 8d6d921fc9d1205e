"""Footage requests and reports in the console: asked by one officer, moderated by another, answered by homes."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, expect
import pytest

from mat_than_hub.protocol.requests import Offence

from .browsing import PASSWORD, USER, Open, Ward
from .givers import bring, decline, give, take_back
from .neighbourhood import GATE, STREET, Officer
from .test_pages import LOOKS, read, violations

SECOND = "minh.tran"
CASE = "17/2026-ĐN"
YESTERDAY = (datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")) - timedelta(days=1)).date()


@pytest.fixture(scope="module")
def second(ward: Ward) -> Officer:
    """Another officer of the unit."""
    ward.officer.call("POST", "/members", {"user_name": SECOND, "password": PASSWORD, "role": "officer"})
    return Officer.log_in(ward.url, SECOND, PASSWORD)


def asked(ward: Ward, case: str = CASE) -> dict[str, Any]:
    """A request that waits for the second officer: two households, two hours of yesterday."""
    since = datetime(YESTERDAY.year, YESTERDAY.month, YESTERDAY.day, 14, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    cameras = [(ward.tu, GATE), (ward.giang, STREET)]
    request: dict[str, Any] = ward.officer.call(
        "POST",
        "/requests",
        {
            "case_number": case,
            "offence": "theft",
            "reason": "Mất xe máy trước cổng chợ.",
            "contact": "Thượng uý Nam, 024 3838 0000",
            "cameras": [
                {"household_id": who.home.household_id, "camera_id": scene.camera_id} for who, scene in cameras
            ],
            "since": since.isoformat(),
            "until": (since + timedelta(hours=2)).isoformat(),
            "deadline": (datetime.now(since.tzinfo) + timedelta(days=2)).isoformat(),
            "retention_days": 30,
        },
    )
    return request


def go_on(page: Page) -> None:
    """To the next question, which everyone can read."""
    assert violations(page) == []
    page.get_by_role("button", name="Tiếp").click()


def test_an_officer_asks_step_by_step_and_another_approves(inside: Open, ward: Ward, second: Officer) -> None:
    page, _ = inside("/requests/new")
    page.get_by_role("button", name="Tiếp").click()
    expect(page.get_by_text("Hãy ghi số vụ việc trong sổ của đơn vị.")).to_be_visible()
    page.get_by_label("Số vụ việc").fill(CASE)
    page.get_by_label("Loại việc").select_option(label="Trộm cắp")
    page.get_by_label("Vì sao cần hình").fill("Mất xe máy trước cổng chợ.")
    page.get_by_label("Chủ hộ muốn hỏi").fill("Thượng uý Nam, 024 3838 0000")
    go_on(page)
    page.get_by_label("Tìm theo tên hộ").fill("xuan dinh")
    page.get_by_role("checkbox").check()
    page.get_by_label("Tìm theo tên hộ").fill("")
    page.get_by_role("checkbox", name=GATE.name).check()
    expect(page.get_by_text("Đã chọn 2 camera")).to_be_visible()
    go_on(page)
    page.get_by_label("Ngày").fill(YESTERDAY.isoformat())
    page.get_by_label("Từ", exact=True).fill("02:00")
    page.get_by_label("Đến").fill("15:00")
    expect(page.get_by_text("Mỗi lần nhiều nhất 12 giờ.")).to_be_visible()
    page.get_by_label("Từ", exact=True).fill("14:00")
    expect(page.get_by_text("1 giờ")).to_be_visible()
    go_on(page)
    go_on(page)
    expect(page.get_by_text("2 camera của 2 hộ")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Gửi để duyệt").click()
    expect(page.get_by_text("Chờ cán bộ khác duyệt")).to_be_visible()
    expect(page.get_by_role("button", name="Duyệt và hỏi các hộ")).to_have_count(0)

    other, _ = inside("/feed", user=SECOND)
    waiting = other.locator("nav.side .count").filter(has_text="yêu cầu")
    expect(waiting).to_contain_text("1 yêu cầu chờ bạn duyệt")
    other.get_by_role("link", name="Yêu cầu trích xuất").click()
    other.get_by_role("link", name=CASE).click()
    other.get_by_role("button", name="Từ chối", exact=True).click()
    expect(other.locator("#note[aria-invalid]")).to_be_focused()
    assert violations(other) == []
    other.get_by_role("button", name="Duyệt và hỏi các hộ").click()
    expect(other.get_by_text("Đã duyệt.")).to_be_visible()
    expect(waiting).to_have_count(0)
    expect(page.get_by_text("Đang hỏi các hộ")).to_be_visible()
    expect(page.get_by_text("Đã hỏi 2 hộ, 0 hộ đã gửi")).to_be_visible()


def test_what_homes_give_is_played_and_who_gave_nothing_is_not_told(inside: Open, ward: Ward, second: Officer) -> None:
    request = asked(ward, "18/2026")
    second.call("POST", f"/requests/{request['id']}/moderation", {"approved": True, "note": ""})
    page, _ = inside(f"/requests/{request['id']}")
    played: list[str] = []
    page.on("request", lambda asking: played.append(asking.url) if "/api/clips/" in asking.url else None)
    consent = give(ward.tu, GATE, request)
    expect(page.get_by_text("Đã hỏi 2 hộ, 1 hộ đã gửi")).to_be_visible()
    before = page.locator("main").inner_text()
    decline(ward.giang, request)
    page.reload()
    expect(page.get_by_text("Đã hỏi 2 hộ, 1 hộ đã gửi")).to_be_visible()
    assert page.locator("main").inner_text() == before
    assert played == []  # a list is no look
    page.get_by_role("button", name="Phát đoạn video").click()
    video = page.locator("mt-player video")
    page.wait_for_function("video => video.currentTime > 0.3", arg=video.element_handle())
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải đoạn lúc").click()
    assert download.value.suggested_filename.endswith(".mp4")
    take_back(ward.tu, consent)
    expect(page.get_by_text("Đã hỏi 2 hộ, 0 hộ đã gửi")).to_be_visible()
    expect(page.locator("mt-given-clips")).to_have_count(0)
    page.goto(f"{ward.url}/access")
    looks = page.get_by_role("row").filter(has_text="18/2026")
    expect(looks.filter(has_text="Xem đoạn video")).to_have_count(1)
    expect(looks.filter(has_text="Tải đoạn video")).to_have_count(1)


def test_a_request_is_cancelled_by_who_asked(inside: Open, ward: Ward) -> None:
    request = asked(ward, "19/2026")
    page, _ = inside(f"/requests/{request['id']}")
    page.get_by_role("button", name="Huỷ yêu cầu…").click()
    page.get_by_role("dialog").get_by_role("button", name="Huỷ yêu cầu").click()
    expect(page.locator(".head .chip")).to_have_text("Đã huỷ")


def test_a_report_of_a_household_comes_in_live_with_its_clip(inside: Open, ward: Ward) -> None:
    page, _ = inside("/reports")
    read(page)
    bring(ward.tu, GATE, Offence.LITTERING, "Đổ rác đầu ngõ 8 lúc nửa đêm, lần thứ ba trong tuần.")
    link = page.get_by_role("link", name="Đổ rác, xả thải trái phép")
    expect(link).to_contain_text("1 đoạn video")
    link.click()
    expect(page.get_by_text("lần thứ ba trong tuần")).to_be_visible()
    expect(page.get_by_role("button", name="Phát đoạn video")).to_be_visible()


@pytest.mark.parametrize("look", LOOKS, ids=("wide light vi", "phone dark en"))
def test_requests_and_reports_are_readable_by_everyone(inside: Open, ward: Ward, look: dict[str, Any]) -> None:
    requests = ward.officer.call("GET", "/requests")["requests"]
    (report,) = ward.officer.call("GET", "/reports")["reports"]
    page, _ = inside("/requests", user=USER, **look)
    for path in (
        "/requests",
        "/requests/new",
        f"/requests/{requests[-2]['id']}",
        "/reports",
        f"/reports/{report['id']}",
        "/access",
    ):
        page.goto(ward.url + path)
        page.get_by_role("heading", level=1).wait_for()
        read(page)
        assert violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} is wider than the screen"
