"""What the lines of a printed paper are called, and the few words that stand in them. Vietnamese and English."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
import re

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z")
_MINUTES = re.compile(r"(from_minute|to_minute) (\d+)")
_WORDED = {"purpose", "kinds", "audio", "parents", "masks_required", "cause", "language", "hours", "footage"}


@dataclass(frozen=True)
class PaperWords:
    """The words of one language."""

    titles: Mapping[str, str]
    names: Mapping[str, str]
    words: Mapping[str, str]
    compare: str
    proves: str
    proves_not: str

    def name(self, field: str) -> str:
        """What a field is called."""
        return self.names.get(field, field)

    def value(self, field: str, text: str) -> str:
        """A field's value as people read it; times are of this computer's zone, as the offset says."""
        if field in _WORDED:
            text = _MINUTES.sub(lambda found: f"{found[1]} {int(found[2]) // 60:02d}:{int(found[2]) % 60:02d}", text)
            text = re.sub(r"[A-Za-z_]+", lambda found: self.words.get(found[0], found[0]), text)
        return _TIME.sub(lambda found: _local(found[0]), text)


def _local(text: str) -> str:
    try:
        local = datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone()
    except (ValueError, OverflowError, OSError):
        return text
    offset = local.strftime("%z")
    return f"{local:%d/%m/%Y %H:%M:%S} ({offset[:3]}:{offset[3:5]})"


VI = PaperWords(
    titles={"mt-consent": "Bản đồng ý chia sẻ hình ảnh camera", "mt-deletion-receipt": "Biên nhận xoá hình ảnh camera"},
    names={
        "consent_id": "Mã bản đồng ý",
        "version": "Phiên bản",
        "household_id": "Mã hộ",
        "hub_thumbprint": "Bên nhận (khoá)",
        "camera_id": "Camera (mã)",
        "purpose": "Mục đích",
        "kinds": "Loại dữ liệu",
        "audio": "Âm thanh",
        "masks_required": "Che vùng riêng tư",
        "hours": "Ngày và giờ",
        "footage": "Chỉ hình của khoảng",
        "request_id": "Trả lời yêu cầu",
        "valid_from": "Hiệu lực từ",
        "valid_until": "Hiệu lực đến trước",
        "retention_days": "Bên nhận giữ (ngày)",
        "parents": "Chuyển lên cấp trên",
        "notice_version": "Thông báo, phiên bản",
        "language": "Ngôn ngữ",
        "given_at": "Lúc đồng ý",
        "received_at": "Trung tâm nhận lúc",
        "record_sha256": "Mã băm của bản đã ký",
        "requested_at": "Trung tâm nhận yêu cầu rút lại lúc",
        "key_destroyed_at": "Khoá bị huỷ lúc",
        "objects_deleted_at": "Xoá xong lúc",
        "events": "Sự kiện",
        "stills": "Ảnh",
        "clips": "Đoạn video",
        "size_bytes": "Dung lượng (byte)",
        "first_at": "Ghi từ",
        "last_at": "Ghi đến",
        "deletion_id": "Mã biên nhận",
        "case_number": "Còn giữ cho vụ việc",
        "basis": "Căn cứ giữ",
        "unit": "Nơi quyết định giữ",
        "decided_at": "Quyết định lúc",
        "until": "Giữ muộn nhất đến",
        "hold_id": "Hết giữ: mã lệnh",
        "cause": "Vì sao hết giữ",
        "ended_at": "Hết giữ lúc",
        "home_key": "Nhà đã ký bằng khoá",
        "hub_key": "Trung tâm đã ký bằng khoá",
    },
    words={
        "neighbourhood_security": "giữ an ninh khu dân cư",
        "case": "làm rõ một vụ việc",
        "public_place": "trông coi nơi công cộng",
        "events": "lúc nào có chuyển động",
        "stills": "ảnh",
        "clips": "đoạn video",
        "live": "hình trực tiếp",
        "True": "có",
        "False": "không",
        "vi": "tiếng Việt",
        "en": "tiếng Anh",
        "days": "các ngày",
        "from_minute": "từ",
        "to_minute": "đến",
        "time_zone": "múi giờ",
        "since": "từ",
        "until": "đến",
        "mon": "T2",
        "tue": "T3",
        "wed": "T4",
        "thu": "T5",
        "fri": "T6",
        "sat": "T7",
        "sun": "CN",
        "ended": "hết hạn giữ",
        "lifted": "được bỏ trước hạn",
    },
    compare="Hãy so từng dòng trên với tờ giấy, và so dấu vân tay của các khoá với nhà và trung tâm đã ký (hoặc đưa vào "
    "bằng --key). Tờ giấy ghi khác thì đừng tin tờ giấy.",
    proves="Chữ ký cho biết: người giữ các khoá này đã ký đúng nội dung trên, và từ đó đến nay không chữ nào bị sửa.",
    proves_not="Chữ ký không cho biết: khoá là của ai, nội dung còn hiệu lực hay đã rút lại, và tờ giấy có in đúng hay không.",
)

EN = PaperWords(
    titles={
        "mt-consent": "Consent to share camera footage",
        "mt-deletion-receipt": "Receipt for the deletion of camera footage",
    },
    names={
        "consent_id": "Record",
        "version": "Version",
        "household_id": "Household",
        "hub_thumbprint": "Recipient (key)",
        "camera_id": "Camera (id)",
        "purpose": "Purpose",
        "kinds": "Kinds of data",
        "audio": "Sound",
        "masks_required": "Private areas blackened",
        "hours": "Days and hours",
        "footage": "Footage of this span alone",
        "request_id": "Answers the request",
        "valid_from": "Valid from",
        "valid_until": "Valid until before",
        "retention_days": "Kept by the recipient (days)",
        "parents": "Passed on to hubs above",
        "notice_version": "Notice, version",
        "language": "Language",
        "given_at": "Agreed at",
        "received_at": "Received by the hub at",
        "record_sha256": "Hash of the signed record",
        "requested_at": "Withdrawal received by the hub at",
        "key_destroyed_at": "Key destroyed at",
        "objects_deleted_at": "Deletion done at",
        "events": "Events",
        "stills": "Stills",
        "clips": "Clips",
        "size_bytes": "Size (bytes)",
        "first_at": "Recorded from",
        "last_at": "Recorded until",
        "deletion_id": "Receipt",
        "case_number": "Still held for the case",
        "basis": "Basis of the hold",
        "unit": "Who decided the hold",
        "decided_at": "Decided at",
        "until": "Held until at the latest",
        "hold_id": "Hold that is over",
        "cause": "Why it is over",
        "ended_at": "Over at",
        "home_key": "Signed by the home with the key",
        "hub_key": "Signed by the hub with the key",
    },
    words={
        "neighbourhood_security": "security of the neighbourhood",
        "case": "clearing up one case",
        "public_place": "looking after a public place",
        "events": "when something moved",
        "live": "live pictures",
        "True": "yes",
        "False": "no",
        "vi": "Vietnamese",
        "en": "English",
        "from_minute": "from",
        "to_minute": "to",
        "time_zone": "time zone",
        "since": "from",
        "ended": "the hold ended",
        "lifted": "lifted before its date",
    },
    compare="Compare each line above with the paper, and the keys' fingerprints with the home and the hub that signed (or "
    "give them with --key). Where the paper says something else, do not believe the paper.",
    proves="What the signatures prove: whoever holds these keys signed exactly what stands above, and not a letter was changed "
    "since.",
    proves_not="What they do not prove: whose keys these are, that it still holds and was not withdrawn, or that the paper was "
    "printed right.",
)


def paper_words(language: str) -> PaperWords:
    """The words of `vi`; of English for any other."""
    return VI if language == "vi" else EN
