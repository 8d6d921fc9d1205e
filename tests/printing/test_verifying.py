"""What the verifier says of a paper's code: intact when it is, what was changed when it is not, and never a raw exception."""

import base64
from pathlib import Path
import zlib

import pytest

from custom_components.mat_than.lib.mat_than_engine.protocol.consent import ConsentReceipt
from custom_components.mat_than.lib.mat_than_engine.protocol.printed import SEAL_PREFIX, paper_seal
from custom_components.mat_than.lib.mat_than_engine.protocol.signed import Kind, object_hash, sign_object
from custom_components.mat_than.lib.mat_than_engine.wire import WireError
from mat_than_verify.cli import main, verify, verify_paper
from mat_than_verify.findings import Verdict

from . import papers

HOME, HUB = papers.public(papers.HOME), papers.public(papers.HUB)


def lines_of(code: str) -> list[str]:
    packed = code.removeprefix(SEAL_PREFIX)
    return zlib.decompress(base64.b32decode(packed + "=" * (-len(packed) % 8))).decode().split("\n")


def code_of(lines: list[str]) -> str:
    return SEAL_PREFIX + base64.b32encode(zlib.compress("\n".join(lines).encode())).decode().rstrip("=")


def codes(text: str, *keys: str) -> set[str]:
    return {finding.code for finding in verify_paper(text, keys).findings}


def test_it_reads_out_what_was_signed_in_plain_words(capsys: pytest.CaptureFixture[str]) -> None:
    seal = papers.consent().seal
    assert main([seal, "--language", "vi", "--key", HOME.thumbprint, "--key", HUB.thumbprint]) == 0
    said = capsys.readouterr().out
    for sentence in (
        "KHÔNG CÓ GÌ BỊ SỬA",
        "Mục đích: giữ an ninh khu dân cư",
        "Loại dữ liệu: lúc nào có chuyển động, ảnh, đoạn video",
        "Âm thanh: không",
        "Bên nhận giữ (ngày): 15",
        f"Nhà đã ký bằng khoá: {HOME.thumbprint}",
        "Đúng là khoá bạn đã đưa vào",
    ):
        assert sentence in said
    assert main([seal, "--language", "en"]) == 0
    said = capsys.readouterr().out
    assert "Days and hours: days mon, tue, wed, thu, fri, sat, sun; from 00:00; to 24:00" in said
    assert "Compare each line above with the paper" in said


def test_a_file_with_the_code_and_a_code_broken_into_lines_are_read_too(tmp_path: Path) -> None:
    seal = papers.deletion(released=True).seal
    (tmp_path / "code.txt").write_text("\n".join(seal[at : at + 60] for at in range(0, len(seal), 60)))
    assert verify(tmp_path / "code.txt").verdict is Verdict.INTACT
    assert verify_paper(" " + seal.lower() + "\n").verdict is Verdict.INTACT


def test_the_signed_texts_themselves_are_verified_as_files(tmp_path: Path) -> None:
    (tmp_path / "release.jws").write_text(papers.deletion(released=True).release_tokens[0])
    assert verify(tmp_path / "release.jws", (base64_of_hub(),)).verdict is Verdict.INTACT


def base64_of_hub() -> str:
    return HUB.x


def test_every_changed_letter_of_what_was_signed_is_told() -> None:
    for place in range(len(lines_of(papers.consent().seal))):
        lines = lines_of(papers.consent().seal)
        if place % 4 == 2:
            lines[place] = lines[place].replace('"version":2', '"version":3')
            assert "manifest_broken" in codes(code_of(lines))
        else:  # the kind, the key, the signature: another one does not fit, or is none
            lines[place] = lines[place][:-2] + ("A" if lines[place][-2] != "A" else "B") + lines[place][-1]
            assert verify_paper(code_of(lines)).verdict in {Verdict.CHANGED, Verdict.UNREADABLE}


def test_a_receipt_for_another_consent_or_of_another_hub_is_told() -> None:
    consent = papers.consent()
    assert consent.receipt is not None
    other = sign_object(
        Kind.CONSENT_RECEIPT,
        ConsentReceipt(
            consent_id=papers.CONSENT_ID, version=2, record_sha256=object_hash("x"), received_at=papers.NOW
        ),
        HUB, papers.HUB.sign,
    )  # fmt: skip
    first = (Kind.CONSENT, consent.token, HOME)
    assert codes(paper_seal([first, (Kind.CONSENT_RECEIPT, other, HUB)])) == {"receipt_other"}
    forged = sign_object(Kind.CONSENT_RECEIPT, consent.receipt, HOME, papers.HOME.sign)
    assert codes(paper_seal([first, (Kind.CONSENT_RECEIPT, forged, HOME)])) == {"receipt_other_hub"}
    assert codes(paper_seal([first])) == {"receipt_missing"}
    deletion = papers.deletion(released=True)
    mixed = [first, (Kind.HOLD_RELEASE, deletion.release_tokens[0], HUB)]
    assert codes(paper_seal(mixed)) == {"receipt_other"}


def test_another_key_than_the_one_given_is_told() -> None:
    answer = verify_paper(papers.consent().seal, ("1JlVLaXJCjHMIDTtvSNaZWm3JQLcwOgNYZgfB7g8MAE",))
    assert answer.verdict is Verdict.CHANGED
    assert not answer.facts.compared
    one_of_two = verify_paper(papers.consent().seal, (HOME.thumbprint,))
    assert (one_of_two.verdict, one_of_two.facts.compared) == (Verdict.INTACT, False)


@pytest.mark.parametrize(
    "text",
    [
        "MT1:", "MT1:!!!", "MT1:AAAA", "MT1:" + "A" * 70_000, papers.consent().seal[:-9],
        code_of(["mt-consent+jws"]), code_of(["a", "b", "c", "d"]), code_of([""] * 4),
        code_of(["mt-clip-manifest+jws", HOME.x, "{}", "A"]), code_of(["mt-consent+jws", HOME.x, "[]", "AA"]),
        code_of(["x" * 5_000_000]), code_of(lines_of(papers.consent().seal)[4:]),
    ],
    ids=lambda text: text[:20],
)  # fmt: skip
def test_what_is_no_code_is_said_to_be_none(text: str) -> None:
    assert verify_paper(text).verdict is Verdict.UNREADABLE


def test_only_what_the_home_signs_is_put_into_a_code() -> None:
    with pytest.raises(WireError):
        paper_seal([(Kind.CONSENT, papers.consent().token, HUB)])
    with pytest.raises(WireError):
        paper_seal([(Kind.WITHDRAWAL, papers.consent().token, HOME)])
