"""The verifier's answers: intact where it is, what and where when it is not, and never a raw exception."""

from datetime import timedelta
import json
from pathlib import Path
import shutil
import subprocess
import sys
import zipfile

import pytest

from benchmarks.mutations import found, mutations
from benchmarks.sample_export import FINGERPRINT, SINCE, Place, make_place, with_another_seed
from benchmarks.tampering import FILES, RAW
from mat_than_engine.keeping.clip_store import ClipStore
from mat_than_engine.keeping.export_writer import ExportWriter
from mat_than_verify import words
from mat_than_verify.cli import main, verify
from mat_than_verify.findings import Verdict
from mat_than_verify.wrapping import is_original

OTHER_FINGERPRINT = "1JlVLaXJCjHMIDTtvSNaZWm3JQLcwOgNYZgfB7g8MAE"


def codes(path: Path, *keys: str) -> set[str]:
    return {finding.code for finding in verify(path, keys).findings}


def test_a_clean_export_is_intact_as_zip_as_folder_and_clip_by_clip(export: Path, unpacked: Path) -> None:
    for path in (export, unpacked, unpacked / "index.json"):
        answer = verify(path, (FINGERPRINT,))
        assert answer.verdict is Verdict.INTACT
        assert {finding.code for finding in answer.findings} == {"gone_owner"}
        assert (answer.facts.clips, answer.facts.cameras, answer.facts.compared) == (7, 2, True)
    for clip in unpacked.rglob("*.mp4"):
        assert verify(clip).verdict is Verdict.INTACT
    for token in unpacked.rglob("*.jws"):
        assert verify(token).verdict is Verdict.INTACT


def test_without_a_key_it_says_that_somebody_must_compare_it(export: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(export), "--language", "en"]) == 0
    said = capsys.readouterr().out
    assert FINGERPRINT in said
    assert words.EN.compare in said
    assert main([str(export), "--language", "vi", "--key", FINGERPRINT]) == 0
    said = capsys.readouterr().out
    assert words.VI.compared in said
    assert words.VI.proves_not in said


def test_another_homes_key_is_told(export: Path) -> None:
    answer = verify(export, (OTHER_FINGERPRINT,))
    assert answer.verdict is Verdict.CHANGED
    assert "other_key" in {finding.code for finding in answer.findings}


@pytest.mark.parametrize("seed", [1, 2])
def test_every_kind_of_tampering_is_found(export: Path, tmp_path: Path, seed: int) -> None:
    kinds = len(RAW) + len(FILES)
    for mutation in mutations(export, kinds, seed):
        answer = found(mutation, tmp_path, (FINGERPRINT,))
        assert answer.verdict is not Verdict.INTACT, mutation.kind
        assert answer.findings, mutation.kind


def test_it_names_the_file_that_was_changed(unpacked: Path) -> None:
    clip = sorted(unpacked.rglob("*.mp4"))[2]
    data = bytearray(clip.read_bytes())
    data[len(data) // 2] ^= 1
    clip.write_bytes(data)
    (finding,) = [finding for finding in verify(unpacked).findings if finding.code == "file_changed"]
    assert unpacked / finding.subject == clip
    clip.write_bytes(data[:-1])
    assert "file_cut" in codes(unpacked)
    clip.unlink()
    assert "file_missing" in codes(unpacked)
    assert verify(clip.with_name(clip.name + ".jws")).verdict is Verdict.INTACT  # of itself it is


def test_what_the_desktop_leaves_in_a_folder_is_no_added_file(unpacked: Path) -> None:
    for name in (".DS_Store", "Thumbs.db", "._cover.html", "desktop.ini"):
        (unpacked / name).write_bytes(b"litter")
    assert verify(unpacked).verdict is Verdict.INTACT
    (unpacked / "clips/extra.mp4").write_bytes(b"no litter")
    assert "file_added" in codes(unpacked)


def test_an_export_that_was_packed_anew_is_unchanged_and_told_apart(unpacked: Path, tmp_path: Path) -> None:
    again = Path(shutil.make_archive(str(tmp_path / "again"), "zip", unpacked))
    answer = verify(again, (FINGERPRINT,))
    assert answer.verdict is Verdict.REPACKED
    assert main([str(again)]) == 5


def test_a_clip_that_vanished_from_the_home_or_was_changed_there_is_told(tmp_path: Path) -> None:
    place = make_place(tmp_path / "home", clips=3)
    gate = place.store.list("gate")
    place.store.path_of(gate[0]).unlink()
    yard = place.store.list("yard")
    place.store.path_of(yard[0]).write_bytes(place.store.path_of(yard[1]).read_bytes())
    assert place.export(tmp_path / "e.zip").error is None
    assert {"gone_missing", "clip_changed_before"} <= codes(tmp_path / "e.zip")


def test_a_row_taken_out_of_the_index_leaves_a_hole_in_the_numbers(tmp_path: Path) -> None:
    place = make_place(tmp_path / "home", clips=3)
    with place.store.index.write() as db:
        db.execute("DELETE FROM clips WHERE camera_id = 'yard' AND started_ms = ?", (_ms(2),))
        db.execute("DELETE FROM manifests WHERE camera_id = 'yard' AND sequence = 2")
    assert place.export(tmp_path / "e.zip").error is None
    answer = verify(tmp_path / "e.zip", (FINGERPRINT,))
    assert answer.verdict is Verdict.CHANGED
    assert [finding.subject for finding in answer.findings if finding.code == "number_missing"] == ["yard #2"]


def test_chosen_clips_are_intact_and_said_to_be_chosen(place: Place, tmp_path: Path) -> None:
    clips = place.store.list("yard")
    place.export(tmp_path / "e.zip", clip_ids=[clips[0].clip_id, clips[-1].clip_id])
    answer = verify(tmp_path / "e.zip", (FINGERPRINT,))
    assert answer.verdict is Verdict.INTACT
    assert answer.facts.clips == 2
    assert {finding.code for finding in answer.findings} == {"chosen"}


def test_without_a_key_to_sign_with_nothing_is_proven(tmp_path: Path) -> None:
    place = make_place(tmp_path / "home", clips=1, seed=None)
    place.export(tmp_path / "e.zip")
    assert verify(tmp_path / "e.zip").verdict is Verdict.UNPROVEN
    assert verify(tmp_path / "e.zip", (FINGERPRINT,)).verdict is Verdict.CHANGED
    assert main([str(tmp_path / "e.zip")]) == 3


def test_clips_from_before_the_home_had_its_key_are_told_apart(tmp_path: Path) -> None:
    place = make_place(tmp_path / "home", clips=1, seed=None)
    signing = Place(ClipStore(tmp_path / "home"))
    signing.record("yard", 5)
    signing.export(tmp_path / "e.zip")
    answer = verify(tmp_path / "e.zip", (FINGERPRINT,))
    assert answer.verdict is Verdict.UNPROVEN
    assert len([finding for finding in answer.findings if finding.code == "manifest_unsigned"]) == 2
    assert with_another_seed(place).export(tmp_path / "o.zip").error is None
    assert "manifest_other_key" in codes(tmp_path / "o.zip")


def test_a_clock_that_was_unsure_or_jumped_or_was_set_later_is_noted(tmp_path: Path) -> None:
    place = make_place(tmp_path / "home", clips=1)
    place.record("yard", 5, clock="unsure")
    place.record("yard", 6, clock="stepped")
    dated = place.record("yard", 7)
    place.store.shift((dated.clip_id,), timedelta(minutes=10))
    place.export(tmp_path / "e.zip")
    answer = verify(tmp_path / "e.zip", (FINGERPRINT,))
    assert answer.verdict is Verdict.INTACT
    assert {"clock_unsure", "clock_stepped", "dated_anew"} <= {finding.code for finding in answer.findings}


def test_json_is_one_object_a_line_with_the_same_codes_in_every_language(
    export: Path, unpacked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (unpacked / "cover.html").write_text("other")
    assert main([str(export), str(unpacked), "--json", "--language", "vi"]) == 1
    clean, changed = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert clean["verdict"] == "intact"
    assert {finding["code"] for finding in changed["findings"]} == {"file_cut", "gone_owner"}


def test_every_finding_has_its_sentence_in_both_languages() -> None:
    assert words.EN.findings.keys() == words.VI.findings.keys()
    assert words.EN.verdicts.keys() == words.VI.verdicts.keys() == set(Verdict)


def test_it_runs_alone_with_nothing_but_pythons_own_library(export: Path) -> None:
    source = Path(__file__).parents[2] / "verify/src"
    words = (
        f"import sys; sys.path = [{str(source)!r}, *(p for p in sys.path if 'site-packages' not in p)];"
        "from mat_than_verify.cli import main; sys.exit(main())"
    )
    command = [sys.executable, "-I", "-c", words, str(export), "--key", FINGERPRINT]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.slow
def test_a_zip_beyond_two_gigabytes_has_the_wrapping_that_is_expected(tmp_path: Path) -> None:
    source, target = tmp_path / "large.bin", tmp_path / "e.zip"
    with source.open("wb") as stream:
        stream.truncate((1 << 31) + 5)  # sparse; the zip of it is not
    try:
        with ExportWriter(target, lambda _: None) as out:
            out.copy("large.bin", source)
            out.add("after.txt", b"beyond two gigabytes")
        with target.open("rb") as stream, zipfile.ZipFile(stream) as archive:
            assert is_original(stream, archive, target.stat().st_size)
    finally:
        target.unlink()


def _ms(minute: int) -> int:
    return int(SINCE.timestamp() * 1000) + minute * 60_000
