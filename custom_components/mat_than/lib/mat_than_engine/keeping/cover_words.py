"""The words of an export's cover sheet and of its instructions, in Vietnamese and in English."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverWords:
    """Everything the cover sheet says that is not of the case itself."""

    heading: str
    place: str
    cameras: str
    span: str
    exported_at: str
    holds: str
    contents: str  # with {clips}, {size}, {duration}
    chosen: str
    key: str
    unsigned: str
    pictures: str
    more_pictures: str  # with {count}
    clips: str
    absent: str
    none_absent: str
    ledger: str
    no_ledger: str
    all_accounted: str
    camera: str
    start: str
    end: str
    duration: str
    file: str
    fate: str
    reason: str
    number: str
    cause: str
    fates: Mapping[str, str]
    reasons: Mapping[str, str]
    states: Mapping[str, str]
    causes: Mapping[str, str]
    verify: str
    verify_steps: tuple[str, ...]
    proves: str
    proves_not: str
    times: str  # with {zone}


VI = CoverWords(
    heading="Bản xuất hình ảnh camera",
    place="Nơi xuất",
    cameras="Camera",
    span="Khoảng thời gian",
    exported_at="Xuất lúc",
    holds="Nội dung",
    contents="{clips} đoạn video, {duration}, {size}",
    chosen="Chỉ gồm các đoạn được chọn, không phải tất cả những gì camera đã ghi trong khoảng thời gian này.",
    key="Dấu vân tay khoá của nơi xuất",
    unsigned="Bản xuất này KHÔNG được ký: nó không chứng minh được điều gì về nguồn gốc hay việc có bị sửa hay không.",
    pictures="Ảnh chụp",
    more_pictures="và {count} ảnh khác trong thư mục clips",
    clips="Các đoạn video",
    absent="Các đoạn đã ghi nhưng không có trong bản xuất",
    none_absent="Không có: mọi đoạn đã ghi trong khoảng thời gian này đều ở đây.",
    ledger="Khoảng không có hình và lý do",
    no_ledger="Không có sổ ghi khoảng trống cho khoảng thời gian này.",
    all_accounted="Không có khoảng trống nào.",
    camera="Camera",
    start="Bắt đầu",
    end="Kết thúc",
    duration="Thời lượng",
    file="Tệp và SHA-256",
    fate="Tình trạng",
    reason="Lý do",
    number="Số thứ tự",
    cause="Nguyên nhân",
    fates={
        "kept": "nguyên vẹn như khi ghi",
        "changed": "KHÁC với khi ghi: tệp đã bị thay đổi trên ổ đĩa trước khi xuất",
        "damaged": "HỎNG: ổ đĩa không đọc được đến hết tệp",
    },
    reasons={
        "age": "đã xoá vì quá thời hạn lưu",
        "space": "đã xoá để lấy chỗ trống",
        "owner": "chủ camera đã xoá",
        "missing": "tệp không còn trên ổ đĩa",
        "not_chosen": "không được chọn",
        "outside": "ngoài khoảng thời gian này",
        "forgotten": "quá lâu, không còn bản kê",
    },
    states={
        "recorded": "đã ghi",
        "watched": "đã quan sát, không có chuyển động",
        "off": "chủ camera đã tắt",
        "absent": "không có hình",
        "unexplained": "không rõ lý do",
    },
    causes={
        "credentials": "camera từ chối tên hoặc mật khẩu",
        "host": "không kết nối được camera",
        "path": "camera không có luồng hình này",
        "not_a_stream": "địa chỉ không phải camera",
        "codec": "loại hình không hỗ trợ",
        "too_large": "hình quá lớn",
        "no_data": "camera không gửi hình",
        "ended": "camera ngắt luồng hình",
        "engine_stopped": "phần mềm ghi hình dừng",
        "engine_restarted": "phần mềm ghi hình khởi động lại",
        "file_missing": "tệp không còn trên ổ đĩa",
        "no_key_frame": "camera không gửi khung hình chính",
        "camera_gone": "camera mất kết nối",
        "disk_full": "ổ đĩa đầy",
        "disk_error": "lỗi ổ đĩa",
        "stream_error": "không ghi lại được hình của camera",
        "power": "mất điện",
        "clock_step": "đồng hồ bị chỉnh",
        "detection_off": "chủ camera đã tắt phát hiện chuyển động",
        "recording_off": "chủ camera đã tắt ghi hình",
        "connecting": "đang kết nối camera",
        "stopped": "phần mềm ghi hình dừng",
        "not_set_up": "camera chưa được cài đặt",
        "camera_removed": "camera đã được gỡ bỏ",
        "deleted_age": "đã xoá vì quá thời hạn lưu",
        "deleted_space": "đã xoá để lấy chỗ trống",
        "deleted_owner": "chủ camera đã xoá",
        "off": "chủ camera đã tắt",
    },
    verify="Cách kiểm tra",
    verify_steps=(
        "Cài chương trình kiểm tra (không cần mạng khi chạy): pipx install mat-than-verify",
        "Chạy: mat-than-verify TÊN-TỆP.zip --language vi",
        "So dấu vân tay khoá ở trên với dấu vân tay mà Home Assistant của nơi xuất hiển thị. Phải giống hệt nhau.",
    ),
    proves="Chữ ký cho biết: các tệp này đúng là những tệp mà Mắt Thần của nơi đó đã ghi và đã xuất, chưa bị thêm, bớt, "
    "sửa, cắt hay đổi thứ tự kể từ đó.",
    proves_not="Chữ ký không cho biết: cảnh trước ống kính có thật hay không, đồng hồ của nơi đó có đúng hay không, "
    "và người giữ khoá có trung thực hay không.",
    times="Giờ theo múi giờ {zone}.",
)

EN = CoverWords(
    heading="Export of camera footage",
    place="Exported by",
    cameras="Cameras",
    span="Time span",
    exported_at="Exported at",
    holds="Contents",
    contents="{clips} clips, {duration}, {size}",
    chosen="Only clips that were chosen, not everything that the cameras recorded in this time.",
    key="Fingerprint of the home's key",
    unsigned="This export is NOT signed: it proves nothing of where it is from or whether it was changed.",
    pictures="Pictures",
    more_pictures="and {count} more in the folder clips",
    clips="Clips",
    absent="Recorded, but not in this export",
    none_absent="None: every clip that was recorded in this time is here.",
    ledger="Times without footage, and why",
    no_ledger="There is no gap ledger for this time.",
    all_accounted="There are no gaps.",
    camera="Camera",
    start="Start",
    end="End",
    duration="Duration",
    file="File and SHA-256",
    fate="State",
    reason="Reason",
    number="Number",
    cause="Cause",
    fates={
        "kept": "as it was recorded",
        "changed": "NOT as it was recorded: the file was changed on the disk before the export",
        "damaged": "DAMAGED: the disk could not read the file to its end",
    },
    reasons={
        "age": "deleted: older than clips are kept",
        "space": "deleted to make room",
        "owner": "deleted by the owner",
        "missing": "its file is not on the disk any more",
        "not_chosen": "not chosen",
        "outside": "outside this time span",
        "forgotten": "so long ago that its manifest is not kept any more",
    },
    states={
        "recorded": "recorded",
        "watched": "watched, nothing moved",
        "off": "switched off by the owner",
        "absent": "no footage",
        "unexplained": "no known reason",
    },
    causes={
        "credentials": "the camera refused the user name or password",
        "host": "the camera could not be reached",
        "path": "the camera has no such stream",
        "not_a_stream": "the address is no camera",
        "codec": "a kind of video that is not supported",
        "too_large": "pictures too large",
        "no_data": "the camera sent no picture",
        "ended": "the camera closed the stream",
        "engine_stopped": "the recording software stopped",
        "engine_restarted": "the recording software was restarted",
        "file_missing": "the file is not on the disk any more",
        "no_key_frame": "the camera sent no key frame",
        "camera_gone": "the connection to the camera was lost",
        "disk_full": "the disk was full",
        "disk_error": "the disk failed",
        "stream_error": "the camera's stream could not be recorded",
        "power": "power cut",
        "clock_step": "the clock was set",
        "detection_off": "detection was switched off by the owner",
        "recording_off": "recording was switched off by the owner",
        "connecting": "connecting to the camera",
        "stopped": "the recording software stopped",
        "not_set_up": "the camera was not set up yet",
        "camera_removed": "the camera was removed",
        "deleted_age": "deleted: older than clips are kept",
        "deleted_space": "deleted to make room",
        "deleted_owner": "deleted by the owner",
        "off": "switched off by the owner",
    },
    verify="How to verify",
    verify_steps=(
        "Install the verifier (it needs no network when it runs): pipx install mat-than-verify",
        "Run: mat-than-verify FILE.zip --language en",
        "Compare the key's fingerprint above with the one that the home's Home Assistant shows. They must be the same.",
    ),
    proves="What the signature proves: these files are the ones that this home's Mắt Thần recorded and exported; "
    "nothing was added, taken out, changed, cut or re-ordered since.",
    proves_not="What it does not prove: that the scene before the lens was real, that the home's clock was right, or "
    "that whoever holds the home's key is honest.",
    times="Times are of the time zone {zone}.",
)


def words(language: Literal["vi", "en"] | str) -> CoverWords:
    """The words of a language; English for any that is not Vietnamese."""
    return VI if language == "vi" else EN


def instructions(language: Literal["vi", "en"] | str) -> str:
    """`VERIFY.txt`: the steps and what they prove, for whoever has nothing but the zip."""
    said = words(language)
    steps = "\n".join(f"{number}. {step}" for number, step in enumerate(said.verify_steps, 1))
    return f"{said.verify}\n\n{steps}\n\n{said.proves}\n\n{said.proves_not}\n"
