"""Every sentence the verifier says, in Vietnamese and in English. `{subject}` is a path, or a camera and a number."""

from collections.abc import Mapping
from dataclasses import dataclass

from .findings import Verdict
from .paper_words import EN as EN_PAPER, VI as VI_PAPER, PaperWords


@dataclass(frozen=True)
class Words:
    """The sentences of one language."""

    verdicts: Mapping[Verdict, str]
    findings: Mapping[str, str]
    facts: Mapping[str, str]
    more: str
    proves: str
    proves_not: str
    compare: str
    compared: str
    export: str
    unreadable: str
    paper: PaperWords


EN = Words(
    verdicts={
        Verdict.INTACT: "NOTHING WAS CHANGED. Everything is as it was signed.",
        Verdict.CHANGED: "SOMETHING WAS CHANGED, or is missing. Do not rely on it before each point below is explained.",
        Verdict.UNPROVEN: "NOT PROVEN. Nothing contradicts, but not everything is vouched for by a signature.",
        Verdict.UNREADABLE: "CANNOT BE READ. This is nothing that Mắt Thần exported or printed, or it is too damaged to be opened.",
        Verdict.REPACKED: "THE FILES ARE UNCHANGED, but the zip around them is not the one that the home wrote.",
    },
    findings={
        "seal_broken": "The home's signature does not fit: the table of contents or the signature was changed.",
        "seal_missing": "The home's signature (seal.jws) was taken out.",
        "index_changed": "The table of contents (index.json) was changed after it was signed.",
        "index_contradicts": "The table of contents contradicts itself about {subject}.",
        "other_key": "It is signed by another key than the one you gave with --key: it is not from that home.",
        "unsigned": "The home had no key to sign with. Anybody could have made this export.",
        "file_added": "A file was added: {subject}",
        "file_missing": "A file was taken out: {subject}",
        "file_cut": "A file was cut short: {subject}",
        "file_longer": "Something was added to a file: {subject}",
        "file_changed": "A file was changed: {subject}",
        "file_damaged": "A file cannot be read any more: {subject}",
        "clip_unlisted": "A clip is named and is not in the table of contents: {subject}",
        "clip_changed_before": "The clip was already another than the recorded one when it was exported: {subject}",
        "clip_damaged_before": "The home's disk could not read the clip to its end when it was exported: {subject}",
        "clip_not_the_recorded": "The clip is not the one that was recorded: {subject}",
        "clip_misdescribed": "Time, camera or name of the clip are not those of its manifest: {subject}",
        "no_manifest": "The clip has no manifest: nothing vouches for it from the recording on: {subject}",
        "manifest_unlisted": "A manifest is named and is not in the table of contents: {subject}",
        "manifest_broken": "The signature does not fit, or this is no signed text: {subject}",
        "manifest_unsigned": "The manifest was not signed when the clip was recorded: {subject}",
        "manifest_other_key": "The manifest was signed by a key that this export does not bring: {subject}",
        "manifest_misplaced": "A manifest stands at the place of another: {subject}",
        "key_unknown": "It names the key {subject} and does not bring it. Give the key with --key.",
        "number_twice": "Two clips claim the same number: {subject}",
        "number_missing": "Clips are missing between those that are here: {subject}",
        "chain_broken": "The clip does not follow the one before it, as it did when they were recorded: {subject}",
        "gone_age": "Recorded, and deleted before the export because of its age: {subject}",
        "gone_space": "Recorded, and deleted before the export to make room: {subject}",
        "gone_owner": "Recorded, and deleted before the export by the owner: {subject}",
        "gone_forgotten": "Recorded so long ago that its manifest is not kept any more: {subject}",
        "dated_anew": "The home's clock was set only after this was recorded; its times were corrected: {subject}",
        "gone_missing": "Recorded, and gone from the home's disk without a reason before the export: {subject}",
        "clock_stepped": "The home's clock jumped while this was recorded: {subject}",
        "clock_unsure": "The home did not know whether its clock was right when this was recorded: {subject}",
        "receipt_missing": "The paper carries no receipt of the hub: only the home's signature was checked.",
        "receipt_other": "The hub's receipt is not for this consent.",
        "receipt_other_hub": "The receipt is signed by another hub than the one the consent was given to.",
        "release_other": "A proof on this paper belongs to another deletion.",
        "still_held": "Not deleted yet, because a case keeps it by law: {subject}",
        "chosen": "Somebody chose these clips; what the cameras recorded between them is not here.",
        "repacked": "The zip was packed anew, or a byte between the files was changed. The files are not affected.",
    },
    facts={
        "title": "Title",
        "place": "Exported by",
        "span": "Time span",
        "exported_at": "Exported at",
        "contents": "Contents",
        "key": "Signed by the key",
    },
    more="… and {count} more like this",
    proves="What the signature proves: the home that holds this key recorded and exported these files, and nothing was "
    "added, taken out, changed, cut or re-ordered since.",
    proves_not="What it does not prove: that the scene before the lens was real, that the home's clock was right, that "
    "whoever holds the key is honest, or that nothing was recorded after the last clip here.",
    compare="Compare this fingerprint with the one that the home's Home Assistant shows, or give it with --key. Until "
    "then somebody else's key would look the same.",
    compared="It is the key that you gave.",
    export="{cameras} cameras, {clips} clips, {files} files, {size}",
    unreadable="Why: {subject}",
    paper=EN_PAPER,
)

VI = Words(
    verdicts={
        Verdict.INTACT: "KHÔNG CÓ GÌ BỊ SỬA. Mọi thứ đúng như khi được ký.",
        Verdict.CHANGED: "CÓ CHỖ BỊ SỬA hoặc bị thiếu. Đừng dựa vào bản này trước khi làm rõ từng điểm dưới đây.",
        Verdict.UNPROVEN: "CHƯA CHỨNG MINH ĐƯỢC. Không thấy điều gì mâu thuẫn, nhưng không phải tất cả đều có chữ ký.",
        Verdict.UNREADABLE: "KHÔNG ĐỌC ĐƯỢC. Đây không phải thứ Mắt Thần xuất hay in ra, hoặc đã hỏng quá nặng.",
        Verdict.REPACKED: "CÁC TỆP KHÔNG BỊ SỬA, nhưng tệp zip bên ngoài không phải là tệp mà nơi xuất đã ghi.",
    },
    findings={
        "seal_broken": "Chữ ký của nơi xuất không khớp: mục lục hoặc chữ ký đã bị sửa.",
        "seal_missing": "Chữ ký của nơi xuất (seal.jws) đã bị lấy đi.",
        "index_changed": "Mục lục (index.json) đã bị sửa sau khi ký.",
        "index_contradicts": "Mục lục tự mâu thuẫn về {subject}.",
        "other_key": "Bản này được ký bằng khoá khác với khoá bạn đưa vào bằng --key: không phải từ nơi đó.",
        "unsigned": "Nơi xuất không có khoá để ký. Bất kỳ ai cũng có thể tạo ra bản này.",
        "file_added": "Có tệp bị thêm vào: {subject}",
        "file_missing": "Có tệp bị lấy đi: {subject}",
        "file_cut": "Có tệp bị cắt ngắn: {subject}",
        "file_longer": "Có tệp bị nối thêm: {subject}",
        "file_changed": "Có tệp bị sửa: {subject}",
        "file_damaged": "Có tệp không đọc được nữa: {subject}",
        "clip_unlisted": "Có đoạn video được nhắc tới nhưng không có trong mục lục: {subject}",
        "clip_changed_before": "Khi xuất, đoạn video đã khác với lúc ghi: {subject}",
        "clip_damaged_before": "Khi xuất, ổ đĩa không đọc được đến hết đoạn video: {subject}",
        "clip_not_the_recorded": "Đoạn video không phải là đoạn đã ghi: {subject}",
        "clip_misdescribed": "Giờ, camera hoặc tên của đoạn video không đúng với bản kê của nó: {subject}",
        "no_manifest": "Đoạn video không có bản kê: không có gì bảo đảm từ lúc ghi: {subject}",
        "manifest_unlisted": "Có bản kê được nhắc tới nhưng không có trong mục lục: {subject}",
        "manifest_broken": "Chữ ký không khớp, hoặc đây không phải văn bản đã ký: {subject}",
        "manifest_unsigned": "Bản kê không được ký khi ghi: {subject}",
        "manifest_other_key": "Bản kê được ký bằng khoá mà bản xuất này không kèm theo: {subject}",
        "manifest_misplaced": "Có bản kê đứng vào chỗ của bản kê khác: {subject}",
        "key_unknown": "Văn bản ghi khoá {subject} nhưng không kèm khoá. Hãy đưa khoá vào bằng --key.",
        "number_twice": "Hai đoạn video nhận cùng một số thứ tự: {subject}",
        "number_missing": "Thiếu đoạn video giữa các đoạn có ở đây: {subject}",
        "chain_broken": "Đoạn video không nối tiếp đoạn trước nó như khi ghi: {subject}",
        "gone_age": "Đã ghi, đã xoá trước khi xuất vì quá thời hạn lưu: {subject}",
        "gone_space": "Đã ghi, đã xoá trước khi xuất để lấy chỗ trống: {subject}",
        "gone_owner": "Đã ghi, chủ camera đã xoá trước khi xuất: {subject}",
        "gone_forgotten": "Đã ghi quá lâu, bản kê không còn được giữ: {subject}",
        "dated_anew": "Đồng hồ của nơi đó chỉ được đặt đúng sau khi ghi; giờ đã được sửa lại: {subject}",
        "gone_missing": "Đã ghi, nhưng mất khỏi ổ đĩa trước khi xuất mà không rõ lý do: {subject}",
        "clock_stepped": "Đồng hồ của nơi đó nhảy trong lúc ghi: {subject}",
        "clock_unsure": "Lúc ghi, nơi đó không biết đồng hồ của mình có đúng hay không: {subject}",
        "receipt_missing": "Tờ giấy không kèm biên nhận của trung tâm: chỉ kiểm tra được chữ ký của nhà.",
        "receipt_other": "Biên nhận của trung tâm không phải cho bản đồng ý này.",
        "receipt_other_hub": "Biên nhận do một trung tâm khác ký, không phải nơi mà bản đồng ý gửi tới.",
        "release_other": "Có một bằng chứng trên tờ giấy thuộc về lần xoá khác.",
        "still_held": "Chưa xoá, vì đang được giữ theo luật cho vụ việc: {subject}",
        "chosen": "Đây là các đoạn được chọn; những gì camera ghi ở giữa không có ở đây.",
        "repacked": "Tệp zip đã được đóng gói lại, hoặc một byte nằm giữa các tệp bị sửa. Các tệp không bị ảnh hưởng.",
    },
    facts={
        "title": "Tiêu đề",
        "place": "Nơi xuất",
        "span": "Khoảng thời gian",
        "exported_at": "Xuất lúc",
        "contents": "Nội dung",
        "key": "Khoá đã ký",
    },
    more="… và {count} điểm tương tự",
    proves="Chữ ký cho biết: nơi giữ khoá này đã ghi và đã xuất các tệp này, và từ đó đến nay không có gì bị thêm, bớt, "
    "sửa, cắt hay đổi thứ tự.",
    proves_not="Chữ ký không cho biết: cảnh trước ống kính có thật hay không, đồng hồ của nơi đó có đúng hay không, "
    "người giữ khoá có trung thực hay không, và sau đoạn cuối ở đây còn ghi gì nữa hay không.",
    compare="Hãy so dấu vân tay này với dấu vân tay mà Home Assistant của nơi đó hiển thị, hoặc đưa vào bằng --key. "
    "Trước khi so, khoá của người khác trông cũng giống như vậy.",
    compared="Đúng là khoá bạn đã đưa vào.",
    export="{cameras} camera, {clips} đoạn video, {files} tệp, {size}",
    unreadable="Lý do: {subject}",
    paper=VI_PAPER,
)


def words(language: str) -> Words:
    """The sentences of `vi`; of English for any other."""
    return VI if language == "vi" else EN
