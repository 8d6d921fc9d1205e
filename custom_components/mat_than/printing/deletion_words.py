"""The words of a printed proof of deletion."""

from dataclasses import dataclass

from ..lib.mat_than_engine.protocol.holds import ReleaseCause


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletionWords:
    """The words of one language; braces are filled in by `deletion_paper`."""

    title: str
    lead: str
    names: tuple[str, ...]  # of the rows, in their order
    counts: str
    none: str
    deleted: str
    holds: str
    holds_lead: str
    hold_names: tuple[str, ...]
    held: str
    until: str
    decided: str
    releases: str
    causes: dict[ReleaseCause, str]
    release: str
    nothing_held: str
    says: str


VI = DeletionWords(
    title="Biên nhận xoá hình ảnh camera",
    lead="Chủ nhà đã rút lại sự đồng ý. Trung tâm đã ký điện tử rằng mình đã xoá những gì ghi dưới đây.",
    names=(
        "Bản đồng ý đã rút lại",
        "Camera",
        "Bên đã xoá",
        "Chủ nhà rút lại lúc",
        "Trung tâm nhận và ngừng cho xem lúc",
        "Khoá mở hình bị huỷ lúc",
        "Hình bị xoá xong lúc",
        "Đã xoá",
        "Ghi từ … đến …",
        "Mã biên nhận",
    ),
    counts="{events} sự kiện, {stills} ảnh, {clips} đoạn video ({size})",
    none="không có gì",
    deleted="1. Đã xoá",
    holds="2. Còn bị giữ lại theo luật",
    holds_lead="Những hình này chưa xoá vì đang được giữ cho một vụ việc. Không ai mở được chúng, trừ người làm vụ việc đó, "
    "và mỗi lần mở đều bị ghi lại. Khi hết hạn giữ, chúng bị xoá và nhà nhận thêm một biên nhận.",
    hold_names=("Vụ việc", "Căn cứ", "Giữ những gì", "Đến ngày", "Ai quyết định", "Mã lệnh giữ"),
    held="{counts}, ghi từ {since} đến {until}",
    until="{until}, muộn nhất",
    decided="{unit}: một cán bộ đề nghị, một cán bộ khác duyệt lúc {at}",
    releases="3. Đã xoá sau khi hết giữ",
    causes={ReleaseCause.ENDED: "hết hạn giữ", ReleaseCause.LIFTED: "lệnh giữ được bỏ"},
    release="{at}: {cause}; khoá bị huỷ lúc {destroyed}, xoá xong lúc {deleted}: {counts}",
    nothing_held="Không có hình nào bị giữ lại.",
    says="Chữ ký cho biết trung tâm nói gì và nói lúc nào. Nó không tự chứng minh rằng không còn bản sao nào khác.",
)

EN = DeletionWords(
    title="Receipt for the deletion of camera footage",
    lead="The owner took his consent back. The hub has signed electronically that it deleted what is listed here.",
    names=(
        "Consent that was withdrawn",
        "Camera",
        "Deleted by",
        "Withdrawn by the owner at",
        "Received, and not shown any more, at",
        "Key that opens it destroyed at",
        "Deletion done at",
        "Deleted",
        "Recorded from … until …",
        "Receipt",
    ),
    counts="{events} events, {stills} stills, {clips} clips ({size})",
    none="nothing",
    deleted="1. Deleted",
    holds="2. Still held by law",
    holds_lead="This is not deleted yet because a case keeps it. Nobody can open it but those who work on that case, and each "
    "look is logged. When the hold is over it is deleted, and the home gets a second receipt.",
    hold_names=("Case", "Basis", "What is held", "Until", "Who decided", "Hold"),
    held="{counts}, recorded from {since} until {until}",
    until="{until} at the latest",
    decided="{unit}: asked by one officer, decided by a second one at {at}",
    releases="3. Deleted after a hold was over",
    causes={ReleaseCause.ENDED: "the hold ended", ReleaseCause.LIFTED: "the hold was lifted"},
    release="{at}: {cause}; key destroyed at {destroyed}, deletion done at {deleted}: {counts}",
    nothing_held="Nothing is held back.",
    says="The signature says what the hub declared and when. It cannot by itself prove that no other copy exists.",
)


def deletion_words(language: str) -> DeletionWords:
    """The words of `vi`; of English for any other."""
    return VI if language == "vi" else EN
