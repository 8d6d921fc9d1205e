"""Exports: byte for byte, listed and signed, with what is missing; nothing is left of one that came to nothing."""

import hashlib
from html.parser import HTMLParser
import json
from pathlib import Path
import re
import resource
from threading import Event
import zipfile

from hand_clock import HandClock
import pytest

from benchmarks.sample_export import NAMES, SEED, SINCE, UNTIL, Place, make_place
from mat_than_engine.commands import Export
from mat_than_engine.keeping.export import Exporter
from mat_than_engine.keeping.export_index import ExportIndex
from mat_than_engine.keeping.manifest import open_manifest, signing_key
from mat_than_engine.keeping.records import case_of
from mat_than_engine.reports import Exported, Progress, Report
from mat_than_engine.wire import read


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return make_place(tmp_path_factory.mktemp("home"))


class SlowClock(HandClock):
    """A second passes whenever somebody looks."""

    def monotonic_s(self) -> float:
        self.advance(1.0)
        return self.now


def order(target: Path, **wishes: object) -> Export:
    given = {"camera_ids": tuple(NAMES), "since": SINCE, "until": UNTIL, "title": "", "language": "en"} | wishes
    return Export(request_id="r", target=str(target), **given)  # type: ignore[arg-type]  # any of Export's own


def carry_out(
    place: Place, wanted: Export, cancelled: Event | None = None, told: list[Report] | None = None
) -> Exported:
    heard: list[Report] = [] if told is None else told
    clock = SlowClock()
    exporter = Exporter(
        locate=place.store.inside, clock=clock, report=heard.append, time_zone="Asia/Ho_Chi_Minh", seed=SEED
    )
    case = case_of(place.store, wanted, NAMES, clock.utc_now())
    return exporter.export(wanted, case, cancelled or Event())


def test_clips_and_stills_go_in_byte_for_byte_and_every_file_is_listed(place: Place, tmp_path: Path) -> None:
    made = carry_out(place, order(tmp_path / "e.zip"))
    assert (made.error, made.clips) == (None, 7)
    assert made.sha256 == hashlib.sha256((tmp_path / "e.zip").read_bytes()).hexdigest()
    assert made.size_bytes == (tmp_path / "e.zip").stat().st_size
    with zipfile.ZipFile(tmp_path / "e.zip") as archive:
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
        index = read(ExportIndex, json.loads(archive.read("index.json")))
        for clip in place.store.list():
            assert archive.read(clip.path) == place.store.path_of(clip).read_bytes()
            token = archive.read(f"{clip.path}.jws").decode().strip()
            assert open_manifest(token, signing_key(SEED)[0]).sha256 == clip.sha256
        assert {file.path for file in index.files} == {*archive.namelist()} - {"index.json", "seal.jws"}
        for file in index.files:
            assert hashlib.sha256(archive.read(file.path)).hexdigest() == file.sha256
    assert {clip.fate for clip in index.clips} == {"kept"}
    assert index.clips[0].still is not None


def test_what_was_deleted_in_that_time_is_told_with_its_manifest(place: Place, tmp_path: Path) -> None:
    carry_out(place, order(tmp_path / "e.zip"))
    with zipfile.ZipFile(tmp_path / "e.zip") as archive:
        index = read(ExportIndex, json.loads(archive.read("index.json")))
        (absent,) = index.absent
        assert (absent.camera_id, absent.sequence, absent.reason) == ("gate", 2, "owner")
        assert absent.deleted_at == UNTIL
        assert absent.manifest is not None
        manifest = open_manifest(archive.read(absent.manifest).decode().strip(), signing_key(SEED)[0])
        assert manifest.clip_id == absent.clip_id
        spans = json.loads(archive.read("ledger/gate.json"))
    assert spans[0]["started_at"] == "2026-11-22T02:00:00.000Z"
    assert {(span["state"], span.get("cause")) for span in spans} >= {("recorded", None), ("absent", "deleted_owner")}


def test_a_shorter_time_holds_what_touches_it_alone(place: Place, tmp_path: Path) -> None:
    until = SINCE.replace(minute=1, second=1)
    assert carry_out(place, order(tmp_path / "e.zip", until=until)).clips == 2
    assert carry_out(place, order(tmp_path / "e.zip", camera_ids=("yard",))).clips == 4
    assert (
        carry_out(place, order(tmp_path / "n.zip", since=UNTIL, until=UNTIL.replace(hour=5))).error == "nothing_there"
    )
    assert not (tmp_path / "n.zip").exists()


def test_the_numbers_between_chosen_clips_are_told_by_their_hash_alone(place: Place, tmp_path: Path) -> None:
    clips = place.store.list("yard")
    carry_out(place, order(tmp_path / "e.zip", clip_ids=(clips[0].clip_id, clips[-1].clip_id)))
    with zipfile.ZipFile(tmp_path / "e.zip") as archive:
        index = read(ExportIndex, json.loads(archive.read("index.json")))
        names = archive.namelist()
    assert index.chosen
    assert [(absent.sequence, absent.reason, absent.manifest) for absent in index.absent] == [
        (2, "not_chosen", None),
        (3, "not_chosen", None),
    ]
    assert not any(name.startswith("gone/") for name in names)


class Page(HTMLParser):
    """What a browser would make of a page: its elements, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"src", "href", "action"}]

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_cover_sheet_tells_people_all_of_it_and_asks_for_nothing(
    place: Place, tmp_path: Path, language: str
) -> None:
    title = '<script>alert(1)</script> & "case"'
    wanted = order(tmp_path / "e.zip", title=title, place="<img src=http://x>", language=language)
    carry_out(place, wanted)
    with zipfile.ZipFile(tmp_path / "e.zip") as archive:
        page = Page(archive.read("cover.html").decode())
    assert "script" not in page.tags
    assert title in page.text
    assert "<img src=http://x>" in page.text
    assert page.tags.count("img") == 7
    assert all(link.startswith("data:image/jpeg;base64,") for link in page.links)
    assert "2026-11-22 09:01:00 +07:00" in page.text  # of the place's own zone
    assert signing_key(SEED)[0].thumbprint in page.text
    for clip in place.store.list():
        assert clip.sha256 in page.text
    assert ("chủ camera đã xoá" if language == "vi" else "deleted by the owner") in page.text
    assert not re.search(r"\{\w+\}", page.text)


def test_it_tells_how_far_it_is_and_a_cancelled_one_leaves_nothing(place: Place, tmp_path: Path) -> None:
    told: list[Report] = []
    assert carry_out(place, order(tmp_path / "e.zip"), told=told).error is None
    shares = [report.share for report in told if isinstance(report, Progress)]
    assert shares == sorted(shares)
    assert 0 < shares[0] < shares[-1] <= 1
    cancelled = Event()
    cancelled.set()
    assert carry_out(place, order(tmp_path / "c.zip"), cancelled).error == "cancelled"
    assert [path.name for path in tmp_path.iterdir()] == ["e.zip"]


def test_a_disk_that_takes_no_more_is_told_and_nothing_is_left(place: Place, tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        made = carry_out(place, order(tmp_path / "e.zip"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert made.error == "disk_full"
    assert not list(tmp_path.iterdir())
    (tmp_path / "file").touch()
    assert carry_out(place, order(tmp_path / "file/e.zip")).error == "disk_error"


def test_a_clip_that_is_not_there_any_more_is_told_as_missing(tmp_path: Path) -> None:
    place = make_place(tmp_path / "home", clips=1)
    place.store.path_of(place.store.list("yard")[0]).unlink()
    assert carry_out(place, order(tmp_path / "e.zip")).clips == 1
    with zipfile.ZipFile(tmp_path / "e.zip") as archive:
        index = read(ExportIndex, json.loads(archive.read("index.json")))
    assert [(absent.camera_id, absent.reason) for absent in index.absent] == [("yard", "missing")]
