"""The words that several papers share: purposes, kinds, days, how a code is checked. Vietnamese and English."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..lib.mat_than_engine.protocol.consent import WEEKDAYS, DataKind, Hours, Purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonWords:
    """The words of one language."""

    print: str
    download: str
    other_language: str  # the name of the other one, in itself
    purposes: Mapping[Purpose, str]
    kinds: Mapping[DataKind, str]
    days: tuple[str, ...]  # from Monday on
    every_day: str
    all_day: str
    between: str  # with {since} and {until}
    yes: str
    no: str
    check: str
    code: str
    check_steps: tuple[str, ...]
    no_code: str
    home_key: str
    hub_key: str
    times: str  # with {zone}

    def hours(self, hours: Hours) -> str:
        """On which days, from when till when."""
        chosen = [name for day, name in zip(WEEKDAYS, self.days, strict=True) if day in hours.days]
        days = self.every_day if len(chosen) == len(self.days) else ", ".join(chosen)
        if (hours.from_minute, hours.to_minute) == (0, 1440):
            return f"{days}, {self.all_day}"
        clock = [f"{minute // 60 % 24:02d}:{minute % 60:02d}" for minute in (hours.from_minute, hours.to_minute)]
        return f"{days}, {self.between.format(since=clock[0], until=clock[1])} ({hours.time_zone})"


VI = CommonWords(
    print="In hoặc lưu PDF",
    download="Tải mã kiểm tra",
    other_language="Tiếng Việt",
    purposes={
        Purpose.NEIGHBOURHOOD_SECURITY: "giữ an ninh khu dân cư",
        Purpose.CASE: "làm rõ một vụ việc",
        Purpose.PUBLIC_PLACE: "trông coi nơi công cộng",
    },
    kinds={
        DataKind.EVENTS: "lúc nào có chuyển động",
        DataKind.STILLS: "ảnh",
        DataKind.CLIPS: "đoạn video",
        DataKind.LIVE: "hình trực tiếp",
    },
    days=("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"),
    every_day="mọi ngày",
    all_day="cả ngày",
    between="từ {since} đến {until}",
    yes="Có",
    no="Không",
    check="Cách kiểm tra tờ giấy này",
    code="Mã kiểm tra",
    check_steps=(
        "Quét mã bên cạnh bằng điện thoại hoặc máy quét, rồi chép nguyên dòng chữ bắt đầu bằng MT1: ra máy tính.",
        (
            "Chạy (không cần mạng): `mat-than-verify DÒNG-CHỮ --language vi` Chương trình cho biết chữ ký có đúng không và "
            "đọc lại nội dung đã ký."
        ),
        "So từng dòng chương trình đọc ra với tờ giấy này, và so dấu vân tay của khoá với nơi đã ký. Phải giống hệt nhau.",
    ),
    no_code=(
        "Danh sách quá dài nên không in được thành mã. Bấm “Tải mã kiểm tra” ở đầu trang này trong Home Assistant và giữ tệp ấy "
        "cùng tờ giấy; để kiểm tra, chạy mat-than-verify với tên tệp."
    ),
    home_key="Khoá của nhà",
    hub_key="Khoá của trung tâm",
    times="Giờ trên tờ này theo múi giờ {zone}.",
)

EN = CommonWords(
    print="Print or save as PDF",
    download="Download the code",
    other_language="English",
    purposes={
        Purpose.NEIGHBOURHOOD_SECURITY: "security of the neighbourhood",
        Purpose.CASE: "clearing up one case",
        Purpose.PUBLIC_PLACE: "looking after a public place",
    },
    kinds={
        DataKind.EVENTS: "when something moved",
        DataKind.STILLS: "stills",
        DataKind.CLIPS: "clips",
        DataKind.LIVE: "live pictures",
    },
    days=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    every_day="every day",
    all_day="all day",
    between="from {since} to {until}",
    yes="Yes",
    no="No",
    check="How to check this paper",
    code="Code to check by",
    check_steps=(
        "Scan the code beside this with a phone or scanner, and copy the whole line that begins with MT1: to a computer.",
        (
            "Run (no network needed): `mat-than-verify LINE --language en` It says whether the signatures fit and reads out "
            "what was signed."
        ),
        (
            "Compare each line it reads out with this paper, and the keys' fingerprints with those who signed. "
            "They must be the same."
        ),
    ),
    no_code=(
        "The list is too long for a printed code. Use “Download the code” at the top of this page in Home Assistant and keep "
        "that file with the paper; to check it, run mat-than-verify with the file's name."
    ),
    home_key="The home's key",
    hub_key="The hub's key",
    times="Times on this paper are of the time zone {zone}.",
)


def common(language: str) -> CommonWords:
    """The words of `vi`; of English for any other."""
    return VI if language == "vi" else EN
