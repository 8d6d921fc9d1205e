"""What is made to break the verifier: bombs, tricks with names, numbers without measure. Refused, quickly, in words."""

import io
import json
from pathlib import Path
import struct
import time
import zipfile

from hypothesis import given, settings, strategies as st
import pytest

from benchmarks.sample_export import FINGERPRINT
from benchmarks.tampering import packed, unpacked as files_of
from mat_than_verify.cli import main, verify
from mat_than_verify.findings import Verdict
from mat_than_verify.tokens import UNSIGNED_MANIFEST, NotReadable, b64url, read_json, read_token


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "/etc/passwd", "C:/x", "a/../b", "a//b", "..\\x", "a\x1b[2Jb", "x" * 2000, "a/./b"],
)
def test_a_name_that_leads_elsewhere_is_refused(export: Path, tmp_path: Path, name: str) -> None:
    evil = tmp_path / "evil.zip"
    with zipfile.ZipFile(evil, "w") as archive:
        for path, data in files_of(export).items():
            archive.writestr(path, data)
        archive.writestr(name, b"x")
    assert verify(evil).verdict in {Verdict.UNREADABLE, Verdict.CHANGED}
    index = json.loads(files_of(export)["index.json"])
    index["files"].append({"path": name, "size_bytes": 1, "sha256": "0" * 64})
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "index.json").write_text(json.dumps(index))
    assert verify(folder).verdict is Verdict.UNREADABLE


def test_links_among_the_files_are_not_followed(unpacked: Path) -> None:
    (unpacked / "cover.html").unlink()
    (unpacked / "cover.html").symlink_to("/etc/hostname")
    answer = verify(unpacked)
    assert answer.verdict is Verdict.UNREADABLE
    assert "link" in answer.findings[0].subject


def test_a_bomb_is_not_blown_up(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("index.json", "w") as entry:
        for _ in range(100):
            entry.write(bytes(1 << 20))
    began_s = time.perf_counter()
    assert verify(bomb).verdict is Verdict.UNREADABLE
    assert time.perf_counter() - began_s < 2


def test_a_zip_that_lies_of_its_sizes_is_refused(export: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "lie.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files_of(export).items():
            archive.writestr(path, data)
        archive.writestr("clips/bomb.mp4", bytes(50 << 20))
    data = bytearray((tmp_path / "lie.zip").read_bytes())
    place = data.rindex(b"PK\1\2")
    struct.pack_into("<L", data, place + 24, 10)
    (tmp_path / "lie.zip").write_bytes(data)
    assert verify(tmp_path / "lie.zip").verdict in {Verdict.CHANGED, Verdict.UNREADABLE}


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        "{}",
        "null",
        '{"format": "mat-than-export/2"}',
        '{"format": "mat-than-export/1", "format": "mat-than-export/1"}',
        '{"format": ' + "9" * 100_000 + "}",
        '{"format": NaN}',
        "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    ],
)
def test_json_without_measure_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "index.json").write_text(text)
    assert verify(tmp_path).verdict is Verdict.UNREADABLE


@pytest.mark.parametrize("field", ["files", "clips", "absent", "cameras", "key", "exported_at", "chosen", "title"])
@pytest.mark.parametrize("value", [None, [], {}, "x", -1, 1e300, [None], [[]], True, "9999-99-99T00:00:00Z"])
def test_no_field_of_the_index_breaks_it(export: Path, tmp_path: Path, field: str, value: object) -> None:
    files = files_of(export)
    index = json.loads(files["index.json"])
    if index[field] == value:
        pytest.skip("as it is")
    index[field] = value
    files["index.json"] = json.dumps(index).encode()
    assert verify(packed(files, tmp_path / "e.zip"), (FINGERPRINT,)).verdict is not Verdict.INTACT


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_break_the_readers(data: bytes) -> None:
    for read in (read_token, read_json):
        try:
            read(data)
        except NotReadable:
            continue


@pytest.mark.parametrize("started_at", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "1899-12-31T23:59:59Z"])
def test_a_time_at_the_end_of_the_calendar_is_refused(unpacked: Path, started_at: str) -> None:
    index = json.loads((unpacked / "index.json").read_text())
    for clip in index["clips"]:
        clip |= {"started_at": started_at, "dated_anew_s": -9e9}
    (unpacked / "index.json").write_text(json.dumps(index))
    assert verify(unpacked).verdict is Verdict.UNREADABLE


@pytest.mark.parametrize("size_bytes", ["a thousand", [], {}, True, 1e300, None])
def test_a_clip_whose_manifest_says_nonsense_is_changed(tmp_path: Path, size_bytes: object) -> None:
    clip = tmp_path / "clip.mp4"
    clip.write_bytes(b"\0\0\0\x14ftypisom")
    parts = ({"alg": "none", "typ": UNSIGNED_MANIFEST}, {"sha256": "0" * 64, "size_bytes": size_bytes})
    token = ".".join(b64url(json.dumps(part).encode()) for part in parts)
    (tmp_path / "clip.mp4.jws").write_text(f"{token}.\n")
    assert verify(clip).verdict is Verdict.CHANGED


def test_a_signed_text_that_is_no_manifest_vouches_for_no_clip(unpacked: Path, tmp_path: Path) -> None:
    clip = tmp_path / "clip.mp4"
    clip.write_bytes((unpacked / "index.json").read_bytes())
    seal = (unpacked / "seal.jws").read_text()
    (tmp_path / "clip.mp4.jws").write_text(seal)
    assert verify(clip, (FINGERPRINT,)).verdict is Verdict.CHANGED


def test_no_file_at_all_an_empty_one_and_a_folder_without_anything_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.zip").touch()
    (tmp_path / "folder").mkdir()
    for name in ("nothing.zip", "empty.zip", "folder"):
        assert main([str(tmp_path / name), "--language", "en"]) == 4
        assert "CANNOT BE READ" in capsys.readouterr().out


def test_a_title_cannot_steer_the_terminal(export: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = files_of(export)
    index = json.loads(files["index.json"])
    index["title"] = "\x1b[2J\x1b[32mNOTHING WAS CHANGED\r\n"
    files["index.json"] = json.dumps(index).encode()
    assert main([str(packed(files, tmp_path / "e.zip"))]) == 1
    assert "\x1b" not in capsys.readouterr().out


def test_a_zip_within_a_zip_is_not_entered(export: Path, tmp_path: Path) -> None:
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w") as archive:
        archive.write(export, "export.zip")
    (tmp_path / "outer.zip").write_bytes(outer.getvalue())
    assert verify(tmp_path / "outer.zip").verdict is Verdict.UNREADABLE
