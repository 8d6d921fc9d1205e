"""The index serves what is complete, forgets what is deleted, and never leads out of its folder."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
import sqlite3
import subprocess
import sys
import threading
from zoneinfo import ZoneInfo

from engine_child import LIB
import pytest

from mat_than_engine.errors import StoreError
from mat_than_engine.keeping.clip_store import (
    INDEX,
    Begun,
    ClipStore,
    Gap,
    clip_path,
    day_bounds,
    folder_name,
    still_path,
)
from mat_than_engine.keeping.retention import Retention
from mat_than_engine.model import Clip
from mat_than_engine.reports import ClipsDeleted

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> ClipStore:
    store = ClipStore(tmp_path)
    store.prepare()
    return store


def kept(store: ClipStore, clip_id: str, started_at: datetime = NOON, camera_id: str = "yard", size: int = 10) -> Clip:
    """A clip of the index with a file and a still."""
    path, still = clip_path(camera_id, started_at, clip_id), still_path(camera_id, started_at, f"e{clip_id}")
    for relative in (path, still):
        (store.storage / relative).parent.mkdir(parents=True, exist_ok=True)
        (store.storage / relative).write_bytes(b"x" * size)
    clip = Clip(
        clip_id=clip_id, camera_id=camera_id, event_ids=(f"e{clip_id}", "e2"), path=path, still=still,
        started_at=started_at, ended_at=started_at + timedelta(seconds=12), duration_s=12.0, pre_roll_s=5.4,
        size_bytes=size, sha256="0" * 64, codec="h264", width=1280, height=720, fps=15.0, audio=None,
    )  # fmt: skip
    store.add(clip)
    return clip


def test_what_is_added_is_read_back_as_it_was(store: ClipStore) -> None:
    clip = kept(store, "c1")
    assert store.get("c1") == clip
    assert store.list("yard") == (clip,)
    assert store.clip_at(clip.path) == clip
    assert store.size_bytes() == 10


def test_clips_are_listed_newest_first_by_camera_and_time(store: ClipStore) -> None:
    clips = [kept(store, f"c{hour}", NOON + timedelta(hours=hour)) for hour in range(5)]
    kept(store, "other", camera_id="gate")
    assert store.list("yard") == tuple(reversed(clips))
    found = store.list("yard", since=NOON + timedelta(hours=1), until=NOON + timedelta(hours=3))
    assert found == (clips[2], clips[1])
    assert store.list("yard", limit=1) == (clips[4],)
    assert len(store.list()) == 6


def test_the_latest_of_each_camera_is_no_segment_of_a_continuous_recording(store: ClipStore) -> None:
    clips = [kept(store, f"c{hour}", NOON + timedelta(hours=hour)) for hour in range(3)]
    segment = {"path": "clips/yard/segment.mp4", "started_at": NOON + timedelta(hours=9), "event_ids": ()}
    store.add(replace(clips[0], clip_id="segment", kind="continuous", **segment))
    latest = store.latest(["yard", "gate"], NOON + timedelta(minutes=30))
    assert (latest["yard"].newest, latest["yard"].count) == (clips[2], 2)
    assert (latest["gate"].newest, latest["gate"].count) == (None, 0)


def test_days_are_those_of_the_owners_clock(store: ClipStore) -> None:
    hanoi = ZoneInfo("Asia/Ho_Chi_Minh")
    kept(store, "evening", datetime(2026, 11, 22, 16, 59, tzinfo=UTC))
    kept(store, "midnight", datetime(2026, 11, 22, 17, 0, tzinfo=UTC))
    assert store.days("yard") == (date(2026, 11, 22),)
    assert store.days("yard", hanoi) == (date(2026, 11, 23), date(2026, 11, 22))
    since, until = day_bounds(date(2026, 11, 23), hanoi)
    assert [clip.clip_id for clip in store.list("yard", since=since, until=until)] == ["midnight"]


def test_deleting_removes_row_and_files(store: ClipStore) -> None:
    clip = kept(store, "c1")
    assert store.delete("c1")
    assert store.get("c1") is None
    assert not store.path_of(clip).exists()
    assert not (store.storage / str(clip.still)).exists()
    assert not store.delete("c1")


def test_a_clip_whose_deletion_was_interrupted_is_not_served(store: ClipStore) -> None:
    clip = kept(store, "c1")
    with sqlite3.connect(store.storage / INDEX) as db:
        db.execute("UPDATE clips SET deleted = 1")
    assert store.get("c1") is None
    assert store.list("yard") == ()
    assert store.days("yard") == ()
    assert store.path_of(clip).exists()
    assert store.half_deleted() == ("c1",)


@pytest.mark.parametrize(
    "path",
    ["../secret.mp4", "clips/../../secret.mp4", "/etc/passwd", "clips/x/../../../etc/passwd", "secret", "", "clips\\x"],
)
def test_a_path_never_leads_out_of_the_clips_folder(store: ClipStore, path: str) -> None:
    clip = kept(store, "c1")
    with pytest.raises(StoreError):
        store.path_of(replace(clip, path=path))
    with pytest.raises(StoreError):
        store.add(replace(clip, clip_id="c2", path=path))


def test_a_link_out_of_the_folder_is_not_followed(store: ClipStore, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (store.storage / "clips" / "yard").symlink_to(elsewhere)
    with pytest.raises(StoreError):
        store.inside("clips/yard/secret.mp4")


@pytest.mark.parametrize("camera_id", ["..", "a/b", "", "nhà cửa", "x" * 200, "a\0b"])
def test_any_camera_id_makes_a_harmless_folder(camera_id: str) -> None:
    name = folder_name(camera_id)
    assert name.isalnum()
    assert len(name) == 32
    assert folder_name("01JD-yard_2") == "01JD-yard_2"


def test_before_the_engines_first_start_everything_is_empty(tmp_path: Path) -> None:
    store = ClipStore(tmp_path)
    assert store.list("yard") == ()
    assert store.get("c1") is None
    assert store.days("yard") == ()
    assert not list(tmp_path.iterdir())


def test_an_index_of_a_newer_version_is_left_alone(store: ClipStore) -> None:
    with sqlite3.connect(store.storage / INDEX) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError):
        store.prepare()


def test_a_broken_index_is_one_kind_of_error(tmp_path: Path) -> None:
    (tmp_path / INDEX).write_bytes(b"no index at all" * 100)
    with pytest.raises(StoreError):
        ClipStore(tmp_path).list("yard")


def test_reading_goes_on_while_the_engine_writes(store: ClipStore) -> None:
    errors: list[Exception] = []

    def read() -> None:
        reader = ClipStore(store.storage)
        try:
            for _ in range(60):
                reader.list("yard")
        except StoreError as err:
            errors.append(err)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(30):
        kept(store, f"c{number}", NOON + timedelta(seconds=number))
    for reader in readers:
        reader.join()
    assert not errors
    assert len(store.list("yard")) == 30


def test_a_recording_begun_is_known_to_the_next_process_until_it_is_added(store: ClipStore) -> None:
    path = clip_path("yard", NOON, "c1")
    begun = Begun(
        clip_id="c1", camera_id="yard", event_ids=("e1",), path=path, still=None, started_at=NOON, pre_roll_s=5.0
    )
    store.begin(begun)
    assert store.left_over() == ()
    assert ClipStore(store.storage).left_over() == (begun,)
    kept(store, "c1")
    assert ClipStore(store.storage).left_over() == ()


def test_a_lost_clip_leaves_a_gap_with_its_cause(store: ClipStore) -> None:
    clip = kept(store, "c1")
    store.lose([clip], "file_missing")
    assert store.gaps("yard") == (Gap("yard", clip.started_at, clip.ended_at, "file_missing"),)


def test_the_index_needs_no_video_library() -> None:
    code = "import sys; sys.modules['av'] = None; import mat_than_engine.keeping.clip_store"
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": str(LIB)})


def gone(reports: tuple[ClipsDeleted, ...]) -> set[tuple[str, str]]:
    """Why what was deleted."""
    return {(report.reason, clip_id) for report in reports for clip_id in report.clip_ids}


def test_retention_deletes_by_days(store: ClipStore) -> None:
    old, new = kept(store, "old", NOON - timedelta(days=15)), kept(store, "new", NOON - timedelta(days=13))
    assert gone(Retention(days=14, gigabytes=0).enforce(store, NOON)) == {("age", "old")}
    assert store.list("yard") == (new,)
    assert not store.path_of(old).parent.exists()


def test_retention_deletes_the_oldest_beyond_the_budget(store: ClipStore) -> None:
    clips = [kept(store, f"c{n}", NOON + timedelta(minutes=n), size=1000) for n in range(10)]
    reports = Retention(days=0, gigabytes=4500 / 1e9).enforce(store, NOON + timedelta(hours=1))
    assert gone(reports) == {("space", f"c{n}") for n in range(6)}
    assert store.list("yard") == tuple(reversed(clips[6:]))


def test_a_still_that_two_clips_share_goes_with_the_last_of_them(store: ClipStore) -> None:
    first = kept(store, "c1")
    second = replace(
        kept(store, "c2", NOON + timedelta(minutes=1)), clip_id="c3", path=f"{first.path}.3", still=first.still
    )
    store.inside(second.path).write_bytes(b"x")
    store.add(second)
    still = store.inside(str(first.still))
    assert store.delete("c1")
    assert still.exists()
    assert store.delete("c3")
    assert not still.exists()


def test_retention_removes_stills_of_days_past(store: ClipStore) -> None:
    still = store.inside(still_path("yard", NOON - timedelta(days=20), "e1"))
    still.parent.mkdir(parents=True)
    still.write_bytes(b"x")
    Retention(days=14).enforce(store, NOON)
    assert not still.parent.exists()
