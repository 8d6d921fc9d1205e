"""The words of a printed consent: its record, the transfer agreement, the hub's receipt."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentWords:
    """The words of one language; braces are filled in by `consent_paper`."""

    title: str
    lead: str
    record: str
    names: tuple[str, ...]  # of the record's rows, in their order on the paper
    version: str
    form: str
    household: str
    address: str
    stored: str
    law: str
    explicit: str
    basis: str
    masks: str
    no_masks: str
    audio: str
    no_audio: str
    valid: str
    kept: str
    parents: str
    no_parents: str
    notice: str
    languages: dict[str, str]
    stands: str
    over: str
    withdrawal: str
    agreement: str
    parties: str
    clauses: tuple[str, ...]
    receipt: str
    receipt_names: tuple[str, str, str]
    receipt_says: str
    no_receipt: str
    owner_hand: str
    hub_hand: str
    hands: str


VI = ConsentWords(
    title="Bản đồng ý chia sẻ hình ảnh camera",
    lead="Chủ nhà đã đồng ý và ký điện tử nội dung dưới đây. Tờ giấy này chỉ in lại; bản gốc là bản đã ký.",
    record="1. Nội dung đồng ý",
    names=(
        "Mã bản đồng ý",
        "Theo mẫu",
        "Người đồng ý",
        "Bên nhận",
        "Địa chỉ bên nhận",
        "Camera",
        "Mục đích",
        "Cơ sở pháp lý",
        "Loại dữ liệu",
        "Âm thanh",
        "Vùng riêng tư",
        "Thời gian hình",
        "Hiệu lực",
        "Thời gian lưu",
        "Nơi lưu",
        "Chuyển tiếp",
        "Thông báo đã đọc",
        "Lúc đồng ý",
        "Tình trạng",
        "Cách rút lại",
        "Luật áp dụng",
    ),
    version="{id}, phiên bản {version}",
    form="{form}, có các mục của ISO/IEC TS 27560:2023",
    household="{place} (mã hộ {id})",
    address="{url}; ai chịu trách nhiệm và cách liên hệ: trong thông báo đã đọc",
    stored="Máy chủ của bên nhận, được mã hoá; ở nơi khác chỉ khi mục “Chuyển tiếp” nói vậy",
    law="Việt Nam",
    explicit="{at}, bằng cách tự chọn từng mục trong Home Assistant rồi xác nhận lại; không có mục nào được chọn sẵn",
    basis="Sự đồng ý tự nguyện của chủ nhà (Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15; Nghị định 356/2025/NĐ-CP)",
    masks="Che đen trước khi hình rời khỏi nhà",
    no_masks="Không yêu cầu che",
    audio="Có tiếng",
    no_audio="Không có tiếng: tiếng bị bỏ trước khi gửi",
    valid="Từ {since} đến trước {until}",
    kept="Bên nhận giữ {days} ngày rồi xoá",
    parents="Trung tâm cấp trên của bên nhận cũng được xem",
    no_parents="Không chuyển cho ai khác",
    notice="Phiên bản {version}, {language}",
    languages={"vi": "tiếng Việt", "en": "tiếng Anh"},
    stands="Còn hiệu lực lúc in ({at})",
    over="Không còn hiệu lực lúc in ({at})",
    withdrawal="Bất cứ lúc nào, trong Home Assistant của nhà: Mắt Thần, Chia sẻ, Rút lại. Có tác dụng ngay, không cần nêu lý do.",
    agreement="2. Thoả thuận chuyển giao dữ liệu cá nhân",
    parties="Giữa chủ nhà “{place}” (bên chuyển) và “{hub}”{commune} (bên nhận):",
    clauses=(
        "Mục đích: {purpose}. Bên nhận không dùng hình vào việc khác.",
        "Loại dữ liệu: {kinds}, chỉ của camera “{camera}”, chỉ trong thời gian ghi ở phần 1.",
        (
            "Lưu và xoá: bên nhận giữ không quá {days} ngày rồi xoá. Khi chủ nhà rút lại, bên nhận ngừng cho xem ngay, "
            "huỷ khoá mở hình, xoá hình và gửi lại biên nhận xoá có chữ ký."
        ),
        (
            "Giữ lại theo luật: nếu pháp luật buộc giữ một hình cho một vụ việc, bên nhận ghi rõ hình nào, căn cứ nào, đến "
            "ngày nào trong biên nhận xoá, và xoá khi hết hạn."
        ),
        "Cơ sở pháp lý: sự đồng ý ghi ở phần 1. Không có sự đồng ý còn hiệu lực thì không chuyển gì.",
        (
            "Trách nhiệm của bên nhận: giữ hình được mã hoá; chỉ người có nhiệm vụ được xem; ghi lại mỗi lần xem và báo cho "
            "chủ nhà; báo ngay khi lộ, mất dữ liệu."
        ),
        "Trách nhiệm của chủ nhà: chỉ chuyển hình từ camera của mình; đặt biển báo có camera ở nơi người ngoài đi qua.",
        (
            "Thời hạn theo luật: bên nhận trả lời yêu cầu rút lại trong 2 ngày làm việc, làm xong trong 15 ngày "
            "(20 ngày nếu có bên thứ ba); xoá xong trong 20 ngày (30 ngày nếu có bên thứ ba)."
        ),
    ),
    receipt="3. Biên nhận của bên nhận",
    receipt_names=("Nhận lúc", "Cho bản đồng ý", "Mã băm của bản đã ký (SHA-256)"),
    receipt_says="Trung tâm đã ký điện tử rằng mình nhận đúng bản đồng ý này.",
    no_receipt="Chưa có biên nhận của trung tâm cho bản đồng ý này.",
    owner_hand="Chủ nhà",
    hub_hand="Đại diện bên nhận",
    hands="Ký tay ở đây nếu hai bên muốn; chữ ký điện tử ở trên đã có giá trị đối chiếu.",
)

EN = ConsentWords(
    title="Consent to share camera footage",
    lead="The owner agreed to what follows and signed it electronically. This paper repeats it; the signed record is the original.",
    record="1. What was agreed",
    names=(
        "Record",
        "Form",
        "Who agreed",
        "Recipient",
        "Recipient's address",
        "Camera",
        "Purpose",
        "Legal basis",
        "Kinds of data",
        "Sound",
        "Private areas",
        "Time of the footage",
        "Validity",
        "Kept for",
        "Kept where",
        "Passed on",
        "Notice that was read",
        "Agreed at",
        "State",
        "How to withdraw",
        "Law of",
    ),
    version="{id}, version {version}",
    form="{form}, with the fields of ISO/IEC TS 27560:2023",
    household="{place} (household {id})",
    address="{url}; who answers for it and how to reach him: in the notice that was read",
    stored="On the recipient's server, encrypted; elsewhere only where “Passed on” says so",
    law="Viet Nam",
    explicit="{at}, by choosing each item in Home Assistant and confirming the summary; nothing was pre-ticked",
    basis="The owner's free consent (Law on Personal Data Protection No. 91/2025/QH15; Decree 356/2025/ND-CP)",
    masks="Blackened before anything leaves the home",
    no_masks="None demanded",
    audio="With sound",
    no_audio="Without sound: it is removed before anything is sent",
    valid="From {since} until before {until}",
    kept="The recipient keeps it for {days} days, then deletes it",
    parents="Hubs above the recipient may see it too",
    no_parents="To nobody else",
    notice="Version {version}, {language}",
    languages={"vi": "Vietnamese", "en": "English"},
    stands="In force when this was printed ({at})",
    over="Not in force any more when this was printed ({at})",
    withdrawal="At any time in the home's Home Assistant: Mắt Thần, Sharing, Take back. It holds at once and needs no reason.",
    agreement="2. Agreement on the transfer of personal data",
    parties="Between the owner of “{place}” (who gives) and “{hub}”{commune} (who receives):",
    clauses=(
        "Purpose: {purpose}. The recipient uses the footage for nothing else.",
        "Kinds of data: {kinds}, of the camera “{camera}” alone, within the times of part 1 alone.",
        (
            "Keeping and deletion: the recipient keeps it for at most {days} days, then deletes it. When the owner withdraws, the "
            "recipient stops showing it at once, destroys the key that opens it, deletes it, and sends back a signed receipt."
        ),
        (
            "Legal holds: where the law obliges the recipient to keep something for a case, the deletion receipt says what, on "
            "which basis and until when, and it is deleted when that is over."
        ),
        "Legal basis: the consent of part 1. Without a consent in force nothing is transferred.",
        (
            "Duties of the recipient: footage is kept encrypted; only those whose task it is may look; each look is logged and told to "
            "the owner; a leak or loss is told at once."
        ),
        "Duties of the owner: to transfer footage of his own cameras only, and to put up a sign where others pass by.",
        (
            "Terms by law: a withdrawal is acknowledged within 2 working days and done within 15 days (20 with third parties); "
            "deletion is done within 20 days (30 with third parties)."
        ),
    ),
    receipt="3. The recipient's receipt",
    receipt_names=("Received at", "For the record", "Hash of the signed record (SHA-256)"),
    receipt_says="The hub has signed electronically that it received exactly this consent.",
    no_receipt="There is no receipt of the hub for this consent yet.",
    owner_hand="Owner",
    hub_hand="For the recipient",
    hands="Sign by hand here if both sides wish; the electronic signatures above can be checked without it.",
)


def consent_words(language: str) -> ConsentWords:
    """The words of `vi`; of English for any other."""
    return VI if language == "vi" else EN
