"""What is printed: whole Vietnamese letters, the right number of pages, a code that reads back what was signed."""

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
import subprocess
import unicodedata

import cv2
import numpy as np
import pypdfium2
import pytest

from custom_components.mat_than.printing.consent_paper import consent_paper
from custom_components.mat_than.printing.consent_words import consent_words
from custom_components.mat_than.printing.deletion_paper import deletion_paper
from custom_components.mat_than.printing.gate_sign import GateSign, Sharing, gate_sign
from custom_components.mat_than.printing.paper import Bar, Paper, make_page
from custom_components.mat_than.printing.words import common
from mat_than_verify.cli import verify_paper
from mat_than_verify.findings import Verdict

from . import papers

SIGN = GateSign(
    language="vi",
    name="Bà Nguyễn Thị Ngọc Ánh",
    contact="Gõ cửa số 5, hoặc gọi 0912 345 678",
    camera=None,
    kind="household",
    keeps_days=14.0,
    shared=(Sharing(hub="Công an phường Cầu Ông Lãnh", purpose="giữ an ninh khu dân cư", retention_days=15),),
)


def printed(paper: Paper, folder: Path) -> pypdfium2.PdfDocument:
    """The PDF that a browser makes of a paper."""
    page = make_page(paper, Bar(print_word="In", links=(("English", "/x"),)))
    source, target = folder / "paper.html", folder / "paper.pdf"
    source.write_text(page.html, encoding="utf-8")
    subprocess.run(
        [
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
            f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={target}", source.as_uri(),
        ],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    return pypdfium2.PdfDocument(target)


def text_of(document: pypdfium2.PdfDocument) -> str:
    """All letters, composed, with one space where there were several or a line ended."""
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    return " ".join(unicodedata.normalize("NFC", text).split())


def codes_of(document: pypdfium2.PdfDocument) -> list[str]:
    """The QR codes on the paper, read as a scanner of 300 dpi sees them."""
    found = []
    for page in document:
        picture = np.asarray(page.render(scale=300 / 72).to_pil().convert("L"))
        text, corners, _ = cv2.QRCodeDetector().detectAndDecode(picture)
        if corners is not None and text:
            found.append(text)
    return found


def test_the_sign_is_one_a4_page_with_every_letter_whole(tmp_path: Path) -> None:
    document = printed(gate_sign(SIGN), tmp_path)
    assert len(document) == 1
    width, height = document[0].get_size()
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (210, 297)
    said = text_of(document)
    for sentence in (
        "KHU VỰC CÓ CAMERA GHI HÌNH",
        "Bà Nguyễn Thị Ngọc Ánh",
        "Gõ cửa số 5, hoặc gọi 0912 345 678",
        "Bảo vệ người và tài sản của gia đình",
        "Không quá 14 ngày rồi tự động xoá",
        "Công an phường Cầu Ông Lãnh để giữ an ninh khu dân cư",
        "Điều 32 Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15",
    ):
        assert sentence in said
    assert "In hoặc lưu" not in said


def test_the_longest_sign_is_one_page_too(tmp_path: Path) -> None:
    long = replace(
        SIGN,
        name="N" * 40 + " " + "Ậ" * 39,
        contact="Ữ" * 80,
        camera="Camera ở góc khuất nhất của ngõ",
        shared=SIGN.shared * 2,
    )
    assert len(printed(gate_sign(long), tmp_path)) == 1


def test_a_consent_on_paper_can_be_checked_by_its_code(tmp_path: Path) -> None:
    document = printed(consent_paper(papers.consent_sheet("vi")), tmp_path)
    assert len(document) <= 3
    said = text_of(document)
    for sentence in (
        "Bản đồng ý chia sẻ hình ảnh camera",
        "Nhà bà Nguyễn Thị Ngọc Ánh <số 5>",
        "Cổng trước",
        "giữ an ninh khu dân cư",
        "22/11/2026 09:27:18 (+07:00)",
        "Thoả thuận chuyển giao dữ liệu cá nhân",
        papers.consent().receipt.record_sha256[:20],
    ):
        assert sentence in said
    (code,) = codes_of(document)
    answer = verify_paper(code, (papers.public(papers.HOME).thumbprint, papers.public(papers.HUB).thumbprint))
    assert (answer.verdict, answer.facts.compared, answer.findings) == (Verdict.INTACT, True, ())
    assert ("consent_id", papers.CONSENT_ID) in answer.facts.lines


def test_a_proof_of_deletion_tells_what_is_still_held_and_until_when(tmp_path: Path) -> None:
    document = printed(deletion_paper(papers.deletion_sheet("en")), tmp_path)
    said = text_of(document)
    assert "41 events, 40 stills, 38 clips (512.0 MB)" in said
    assert "Quyết định số 45/QĐ-CAP" in said
    assert "21 Jan 2027 09:27:18 (+07:00) at the latest" in said
    (code,) = codes_of(document)
    answer = verify_paper(code)
    assert answer.verdict is Verdict.INTACT
    assert [finding.code for finding in answer.findings] == ["still_held"]


def test_after_the_hold_the_paper_says_that_this_too_is_deleted() -> None:
    html = deletion_paper(papers.deletion_sheet("vi", released=True)).body
    assert "lệnh giữ được bỏ" in html
    answer = verify_paper(papers.deletion(released=True).seal)
    assert (answer.verdict, answer.findings) == (Verdict.INTACT, ())


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_consent_without_a_receipt_says_so(language: str) -> None:
    sheet = replace(papers.consent_sheet(language), consent=papers.without_receipt())
    assert consent_words(language).no_receipt in consent_paper(sheet).body


def test_what_others_wrote_stays_text() -> None:
    class Tags(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.found: set[str] = set()

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.found.add(tag)
            assert not any(name.startswith("on") for name, _ in attrs)

    evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    sheet = replace(papers.consent_sheet("vi"), place=evil, camera=evil, hub=evil, commune=evil)
    sign = replace(SIGN, name=evil, contact=evil, camera=evil, shared=(replace(SIGN.shared[0], hub=evil),))
    for paper in (consent_paper(sheet), gate_sign(sign)):
        tags = Tags()
        page = make_page(paper, Bar(print_word="In", links=((evil, "javascript:" + evil),)))
        tags.feed(page.html)
        assert "img" not in tags.found
        assert page.html.count("<script") == 1


def test_a_list_too_long_for_a_code_says_where_the_proof_is() -> None:
    sheet = replace(papers.deletion_sheet("vi"), deletion=papers.deletion(items=150))
    body = deletion_paper(sheet).body
    assert "<svg" not in body
    assert "quá dài" in body
    assert common("vi").download in body
    assert verify_paper(sheet.deletion.seal).verdict is Verdict.INTACT
