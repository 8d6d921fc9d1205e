"""The words of the sign for the gate."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SignWords:
    """The words of one language."""

    title: str
    other_title: str
    title_of_file: str
    who: str
    why: str
    how_long: str
    contact: str
    missing: str
    purposes: Mapping[str, str]  # by the kind of place
    shared: str
    keeps: str
    keeps_room: str
    of_place: str
    of_camera: str
    rights: str
    law: str

    def kept(self, days: float | None) -> str:
        """How long footage is kept."""
        return self.keeps_room if days is None else self.keeps.format(days=f"{days:g}")


VI = SignWords(
    title="KHU VỰC CÓ CAMERA GHI HÌNH",
    other_title="CCTV in operation",
    title_of_file="Biển báo camera",
    who="Ai ghi hình",
    why="Để làm gì",
    how_long="Giữ bao lâu",
    contact="Liên hệ",
    missing="………………………………",
    purposes={
        "household": "Bảo vệ người và tài sản của gia đình",
        "shop": "Bảo vệ người và tài sản của cửa hàng",
        "workshop": "Bảo vệ người và tài sản của xưởng",
        "office": "Bảo vệ người và tài sản của cơ quan",
        "public_place": "Giữ an ninh, trật tự nơi công cộng",
    },
    shared="Một phần hình được chia sẻ với {hub} để {purpose}; nơi đó giữ {days} ngày.",
    keeps="Không quá {days} ngày rồi tự động xoá, trừ hình cần cho một vụ việc",
    keeps_room="Đến khi hết chỗ lưu thì hình cũ nhất tự động bị xoá, trừ hình cần cho một vụ việc",
    of_place="Biển này cho mọi camera của nơi này.",
    of_camera="Biển này cho camera: {camera}.",
    rights="Bạn có quyền hỏi hình của mình được dùng thế nào, xin xem, và yêu cầu xoá: hãy liên hệ theo địa chỉ trên.",
    law="Theo Điều 32 Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15.",
)

EN = SignWords(
    title="CAMERAS RECORD HERE",
    other_title="Khu vực có camera ghi hình",
    title_of_file="Camera sign",
    who="Who records",
    why="What for",
    how_long="Kept for",
    contact="Contact",
    missing="………………………………",
    purposes={
        "household": "To protect the people and belongings of this home",
        "shop": "To protect the people and goods of this shop",
        "workshop": "To protect the people and goods of this workshop",
        "office": "To protect the people and belongings of this office",
        "public_place": "For security and order in this public place",
    },
    shared="Part of it is shared with {hub} for {purpose}; it is kept there for {days} days.",
    keeps="At most {days} days, then deleted automatically, but for what a case needs",
    keeps_room="Until the room is needed; the oldest is deleted first, but for what a case needs",
    of_place="This sign is for all cameras of this place.",
    of_camera="This sign is for the camera: {camera}.",
    rights="You may ask how pictures of you are used, ask to see them, and ask for their deletion: see the contact above.",
    law="According to article 32 of Law No. 91/2025/QH15 on personal data protection.",
)


def sign_words(language: str) -> SignWords:
    """The words of `vi`; of English for any other."""
    return VI if language == "vi" else EN
