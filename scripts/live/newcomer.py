"""Somebody who has never seen Mắt Thần, in Vietnamese, from an empty Home Assistant to its removal; each step a method.

Everything is done in the browser with what stands on the screen. Only what another person does (the officer at the hub)
comes from outside. `tests/e2e/test_new_user.py` walks these steps and looks at what they did.
"""

from pathlib import Path

from playwright.sync_api import expect

from .browser import TIMEOUT_S
from .front_end import FrontEnd
from .household import HOUSEHOLD_NAME, CameraAddress

SETTINGS = "/config/integrations/integration/mat_than"
DAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")
NIGHT = "chuyển động ban đêm"
expect.set_options(timeout=TIMEOUT_S * 1000)


class Newcomer:
    """One person at one Home Assistant."""

    def __init__(self, front_end: FrontEnd) -> None:
        self.front_end = front_end
        self.page = front_end.page

    # -- the place and its cameras

    def begin(self, storage: Path) -> None:
        """Find the integration, say what the place is."""
        it = self.front_end
        it.open("/config/integrations/dashboard")
        it.press("Thêm bộ tích hợp")
        self.page.get_by_placeholder("Tìm kiếm tên thương hiệu").fill("mat than")
        it.says("Mắt Thần")
        it.look("brands")
        it.tap("Mắt Thần")
        it.says("Loại địa điểm")
        it.type_in("Thư mục lưu đoạn video", str(storage))
        it.look("place")
        it.press("Gửi đi")
        it.says("Camera được kết nối bằng cách nào?")
        it.look("ways")

    def search_in_vain(self) -> None:
        """The easiest way first; on this network nothing answers."""
        it = self.front_end
        it.follow("Tìm camera trong mạng")
        it.says("Không camera nào trả lời")
        it.look("nothing_found")
        it.follow("Thêm theo hãng và địa chỉ")

    def add_by_maker(self, maker: str, host: str, camera: CameraAddress) -> None:
        """The maker and the address, at first with a wrong password."""
        it = self.front_end
        it.says("Địa chỉ trong mạng")
        it.choose("Hãng", maker)
        it.type_in("Địa chỉ trong mạng", host)
        it.look("maker")
        it.press("Gửi đi")
        it.says("Luồng chính")
        it.type_in("Tên đăng nhập", camera.user)
        it.type_in("Mật khẩu", "mat-khau-cua-ung-dung")
        it.look("address")
        it.press("Gửi đi")
        it.says("Camera từ chối tên đăng nhập hoặc mật khẩu")
        it.look("refused")
        it.type_in("Mật khẩu", camera.password)
        it.press("Gửi đi")
        self._name(camera.name, "Cổng, cửa ra vào", "found")

    def add_by_address(self, camera: CameraAddress, position: str) -> None:
        """By the addresses of its streams."""
        it = self.front_end
        it.press("Thêm camera")
        it.follow("Theo địa chỉ luồng video")
        it.says("Luồng chính")
        it.type_in("Luồng chính", camera.main_url)
        it.type_in("Luồng phụ", camera.sub_url or "")
        it.type_in("Tên đăng nhập", camera.user)
        it.type_in("Mật khẩu", camera.password)
        it.press("Gửi đi")
        self._name(camera.name, position, "")

    def _name(self, name: str, position: str, look: str) -> None:
        it = self.front_end
        it.says("Camera đang gửi hình này")
        if look:
            it.look(look)
        it.type_in("Tên", name)
        it.choose("Camera nhìn vào đâu", position)
        if look:
            it.look(f"{look}_named")
        it.press("Gửi đi")
        it.done("Đã thêm. Xem camera ở mục Mắt Thần")

    def open_settings(self) -> None:
        """The integration's own page."""
        self.front_end.open(SETTINGS)
        self.front_end.says("Thêm camera")

    # -- the panel

    def go(self, page: str, until: str) -> None:
        """A page of the panel, until something of it is there."""
        self.front_end.open(f"/mat-than/{page}")
        self.page.locator(until).first.wait_for()
        expect(self.page.locator(".skeleton")).to_have_count(0)

    def draw_zone(self, camera_id: str) -> None:
        """Where motion counts: a new zone, one of its corners put elsewhere."""
        self.go(f"zones/{camera_id}", "mt-area-canvas")
        self.page.get_by_role("button", name="Vùng theo dõi").click()
        self.page.locator("mt-area-canvas img:not(.seen, .hidden)").wait_for()  # it gives the canvas its height
        corner = self.page.locator("circle.corner").first
        corner.scroll_into_view_if_needed()
        canvas, box = self.front_end.stands(self.page.locator("mt-area-canvas")), self.front_end.stands(corner)
        self.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        self.page.mouse.down()
        self.page.mouse.move(canvas["x"] + 0.08 * canvas["width"], canvas["y"] + 0.15 * canvas["height"], steps=4)
        self.page.mouse.up()
        self.front_end.look("zone")
        self.page.get_by_role("button", name="Lưu", exact=True).click()
        self.front_end.says("dùng ngay các vùng này")

    # -- the night message

    def automate_the_night(self, blueprint_url: str, phone: str, cameras: list[str]) -> None:
        """The README's import button, then the form of the automation."""
        it = self.front_end
        it.open(f"/_my_redirect/blueprint_import?blueprint_url={blueprint_url}")
        it.says("Địa chỉ bản thiết kế")
        it.press("Xem trước")
        it.says("Đường dẫn bản thiết kế")
        it.look("blueprint_preview")
        it.press("Nhập bản thiết kế")
        row = self.page.locator("ha-data-table").get_by_text(NIGHT).filter(visible=True).first
        it.reach(row, self.page.get_by_text("Chọn một thực thể").filter(visible=True).first)
        it.pick("Chọn một thực thể", cameras[0])
        for camera in cameras[1:]:
            self.page.get_by_role("button", name="Thêm thực thể").click()
            it.take(camera)
        it.pick("Chọn một thiết bị", phone)
        it.tick("Cả ngày lẫn đêm")
        it.look("blueprint")
        it.press("Lưu")
        self.page.wait_for_url(lambda address: not address.endswith("/edit/new"))  # it has a number of its own now

    # -- the ward

    def join(self, invitation: str) -> str:
        """By invitation, until the officer has to compare; the six digits on the screen."""
        it = self.front_end
        it.press("Tham gia trung tâm")
        it.says("Liên kết lời mời")
        it.type_in("Liên kết lời mời", invitation)
        it.type_in("Tên hộ gia đình", HOUSEHOLD_NAME)
        it.look("invitation")
        it.press("Gửi đi")
        it.says("Trung tâm tự giới thiệu")
        it.agree()
        it.look("statement")
        it.press("Gửi đi")
        it.says("Hãy so các chữ số này")
        it.look("digits")
        return self.page.locator("step-flow-progress h1").inner_text().replace(" ", "")

    def share(self, camera: str, hub: str) -> None:
        """One camera, every day and hour, with what the form proposes of the rest."""
        it = self.front_end
        it.press("Chia sẻ camera")
        it.says("Mỗi sự đồng ý dành cho một camera")
        expect(self.page.locator("ha-radio-option[checked], ha-radio-option:state(checked)")).to_have_count(0)
        it.choose("Camera", camera)
        it.choose("Trung tâm", hub)
        it.tick("An ninh khu dân cư")
        it.look("parties")
        it.press("Gửi đi")
        it.says(f"{camera} cho {hub}")
        expect(self.page.locator("ha-checkbox[checked], ha-checkbox:state(checked)")).to_have_count(0)
        for box in ("Sự kiện", "Hình ảnh", "Đoạn video", *DAYS):
            it.tick(box)
        self.page.locator("ha-checkbox").first.scroll_into_view_if_needed()
        it.look("terms")
        it.press("Gửi đi")
        it.says("Có đúng ý bạn không?")
        it.agree()
        it.look("confirm")
        it.press("Gửi đi")
        it.done("Từ bây giờ camera này được chia sẻ")

    def answer(self, since: str) -> None:
        """Look at what is asked, cut it, read one sentence, send it."""
        it = self.front_end
        self.go("sharing", "h2")
        it.look("request")
        self.page.get_by_role("link", name="Xem hình và trả lời").click()
        self.page.locator("mt-answer mt-clip-list button.row").last.click()
        self.page.locator("mt-trim-bar #since").fill(since)
        self.page.locator("mt-trim-bar #since").press("Tab")
        it.look("answer_form")
        self.page.get_by_role("button", name="Đọc lại trước khi gửi").click()
        self.page.locator(".sentence").wait_for()
        it.look("answer")
        self.page.get_by_role("button", name="Đồng ý và gửi").click()
        it.says("Đã gửi 1 đoạn.", limit_s=120)
        it.look("answered")

    def withdraw(self, camera: str) -> None:
        """In two taps."""
        it = self.front_end
        self.go("sharing", "h2")
        consent = self.page.locator("article.consent").filter(has_text=f"{camera} →")
        consent.get_by_role("button", name="Rút lại…").click()
        it.look("withdraw")
        self.page.get_by_role("dialog").get_by_role("button", name="Rút lại").click()
        it.says("Đã rút lại.")
        it.look("withdrawn")

    # -- the end

    def remove(self) -> None:
        """The integration, on its own page."""
        it = self.front_end
        self.open_settings()
        menu = self.page.locator("ha-config-entry-row ha-dropdown ha-icon-button").first
        it.reach(menu, self.page.locator("ha-dropdown-item").filter(has_text="Xóa").filter(visible=True).last)
        it.follow("Xóa")
        it.says("Các thiết bị và thực thể của nó sẽ bị xóa vĩnh viễn")
        it.look("remove")
        it.press("Xóa")
        it.says("Không có mục nhập")
        it.look("removed")
