"""Legal holds in the console: from an event's page to a second officer's yes, a look with a reason, and the end.

Who asked has the hold's page open all the while, and sees there what the other decides.
"""

from pathlib import Path

from playwright.sync_api import Page, expect

from .browsing import Open, Ward
from .neighbourhood import Officer
from .test_pages import violations
from .test_requests import SECOND, second

__all__ = ["second"]  # a fixture of the requests' tests
BASIS = "Quyết định số 45/QĐ-CAP ngày 20/11/2026 về xác minh vụ trộm xe máy"


def shoot(page: Page, folder: Path, name: str) -> None:
    page.screenshot(path=folder / f"{name}.png", full_page=True)
    page.set_viewport_size({"width": 390, "height": 844})
    page.screenshot(path=folder / f"{name}-phone.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.set_viewport_size({"width": 1280, "height": 900})


def test_two_officers_hold_an_event_and_one_looks_at_it(
    inside: Open, ward: Ward, second: Officer, tmp_path: Path
) -> None:
    event = next(one for one in ward.officer.call("GET", "/events")["events"] if one["clip"] and one["still_url"])
    page, _ = inside(f"/events/{event['id']}")
    page.get_by_role("link", name="Giữ cho vụ việc").click()
    page.get_by_role("button", name="Đề nghị giữ").click()
    expect(page.get_by_text("Hãy ghi đủ số vụ việc")).to_be_visible()
    page.get_by_label("Số vụ việc").fill("123/2026")
    page.get_by_label("Căn cứ pháp lý").fill(BASIS)
    assert violations(page) == []
    shoot(page, tmp_path, "asking")
    page.get_by_role("button", name="Đề nghị giữ").click()
    expect(page.get_by_text("Chờ duyệt", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Duyệt và giữ")).to_have_count(0)
    other, _ = inside("/holds", user=SECOND)
    expect(other.locator("nav.side .count").filter(has_text="đề nghị giữ")).to_contain_text("1 đề nghị giữ")
    other.get_by_role("link", name="Vụ việc 123/2026").click()
    assert violations(other) == []
    shoot(other, tmp_path, "deciding")
    other.get_by_role("button", name="Duyệt và giữ").click()
    expect(other.get_by_text("Đang giữ", exact=True)).to_be_visible()
    expect(page.get_by_text("Đang giữ", exact=True)).to_be_visible()  # the asker's page, open all the while
    other.get_by_role("button", name="Ghi lý do và xem").click()
    other.get_by_label("Vì sao bạn cần xem?").fill("Xem biển số xe")
    other.get_by_role("button", name="Ghi lý do và xem").click()
    expect(other.get_by_text("Mỗi lần mở đều được ghi")).to_be_visible()
    other.get_by_role("button", name="Xem ảnh").click()
    picture = other.locator("mt-hold-page img")
    expect(picture).to_be_visible()
    assert picture.evaluate("async (image) => (await image.decode(), image.naturalWidth)") > 0
    assert violations(other) == []
    shoot(other, tmp_path, "looking")
    other.goto(f"{ward.url}/holds")
    shoot(other, tmp_path, "register")
    other.get_by_role("link", name="Vụ việc 123/2026").click()
    other.get_by_role("button", name="Bỏ giữ…").click()
    other.get_by_role("button", name="Bỏ giữ và xoá").click()
    expect(other.get_by_text("Đã bỏ giữ", exact=True)).to_be_visible()
    expect(page.get_by_text("Đã bỏ giữ", exact=True)).to_be_visible()
    expect(page.get_by_text("đã xoá, khoá đã huỷ")).to_be_visible()
