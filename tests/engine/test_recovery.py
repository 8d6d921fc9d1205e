"""After a kill, index and disk agree again: what plays is taken in, what does not is removed and a gap."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
import shutil
import sqlite3
import struct
import subprocess
import sys
import threading
import time
from typing import override

from engine_child import LIB
from filmed import Filmed, filmed, pictures_of
from hand_clock import HandClock
from mp4_boxes import boxes
import pytest

from mat_than_engine.errors import StoreError
from mat_than_engine.keeping.clip_store import INDEX, Begun, ClipStore, clip_path
from mat_than_engine.keeping.notary import Notary
from mat_than_engine.keeping.recording import sha256_of
from mat_than_engine.keeping.recovery import recover
from mat_than_engine.model import Clip
from mat_than_engine.reports import ClipSaved, ClipsDeleted, Report
from mat_than_engine.roles.upkeep import RECOVER_AGAIN_S, Upkeep


def interrupted(storage: Path, file: Path, clock: HandClock, cut_bytes: int = 0) -> Path:
    """A recording as a kill leaves it; the `.part` file's path."""
    with filmed(storage / "before", file, clock) as camera:
        camera.run_to(8)
        camera.motion("e1", 8, 8)
        camera.run_to(13)
        (part,) = (storage / "before").rglob("*.part")
        shutil.copytree(storage / "before", storage / "after")
        camera.recorder.close()
    left = storage / "after" / part.relative_to(storage / "before")
    if cut_bytes:
        with left.open("r+b") as stream:
            stream.truncate(left.stat().st_size - cut_bytes)
    return left


def recovered(storage: Path) -> list[Clip]:
    reports = list(recover(ClipStore(storage)))
    assert all(isinstance(report, ClipSaved | ClipsDeleted) for report in reports)
    return [report.clip for report in reports if isinstance(report, ClipSaved)]


@pytest.mark.parametrize("cut_bytes", [0, 1, 1000, 60_000])
def test_a_recording_cut_off_by_a_kill_is_taken_in(
    tmp_path: Path, visit: dict[str, Path], clock: HandClock, cut_bytes: int
) -> None:
    part = interrupted(tmp_path, visit["main"], clock, cut_bytes)
    (clip,) = recovered(tmp_path / "after")
    store = ClipStore(tmp_path / "after")
    assert store.get(clip.clip_id) == clip
    assert clip.event_ids == ("e1",)
    assert clip.pre_roll_s >= 5
    assert clip.duration_s > 6
    assert pictures_of(store.path_of(clip)) == pytest.approx(clip.duration_s * 15, abs=1)
    assert not part.exists()
    assert not recovered(tmp_path / "after")


def test_what_was_taken_in_says_itself_when_and_where_it_was_recorded(
    tmp_path: Path, visit: dict[str, Path], clock: HandClock
) -> None:
    interrupted(tmp_path, visit["main"], clock)
    store = ClipStore(tmp_path / "after")
    notary = Notary(utc_now=clock.utc_now, camera_names={"yard": "Sân sau"})
    (report,) = recover(store, notary)
    assert isinstance(report, ClipSaved)
    file = store.path_of(report.clip)
    meta = boxes(boxes(file.read_bytes())["meta"][4:])
    assert "Sân sau".encode() in meta["suep"]
    count, track, ticks = struct.unpack_from(">IIQ", meta["cstb"])
    assert (count, track) == (2, 1)
    assert datetime(1601, 1, 1, tzinfo=UTC) + timedelta(microseconds=ticks // 10) == report.clip.started_at
    assert report.clip.sha256 == sha256_of(file)
    assert pictures_of(file) == pytest.approx(report.clip.duration_s * 15, abs=1)


class _Unhurried(HandClock):
    """Waits for real, and a little; only the test moves time."""

    @override
    def wait(self, stop: threading.Event, timeout_s: float) -> bool:
        return stop.wait(0.01)


def test_what_the_disk_does_not_take_at_first_is_taken_in_later(tmp_path: Path, visit: dict[str, Path]) -> None:
    clock = _Unhurried()
    part = interrupted(tmp_path, visit["main"], HandClock())
    in_the_way = part.with_name(part.name.removesuffix(".part") + ".mended")
    in_the_way.mkdir()
    reports: list[Report] = []
    store = ClipStore(tmp_path / "after")
    store.prepare()
    upkeep = Upkeep(store, reports.append, clock)
    upkeep.start()
    try:
        time.sleep(0.5)  # recovery has been there, and could do nothing
        assert part.exists()
        in_the_way.rmdir()
        clock.advance(RECOVER_AGAIN_S)
        until = time.monotonic() + 10
        while not any(isinstance(report, ClipSaved) for report in reports) and time.monotonic() < until:
            time.sleep(0.02)
    finally:
        upkeep.stop()
    assert not part.exists()
    assert len(store.list("yard")) == 1


def test_a_recording_of_which_nothing_plays_becomes_a_gap(
    tmp_path: Path, visit: dict[str, Path], clock: HandClock
) -> None:
    part = interrupted(tmp_path, visit["main"], clock)
    part.write_bytes(part.read_bytes()[:300])
    assert not recovered(tmp_path / "after")
    store = ClipStore(tmp_path / "after")
    assert [gap.cause for gap in store.gaps("yard")] == ["engine_stopped"]
    assert not list((tmp_path / "after").rglob("*.mp4*"))
    assert not store.left_over()


def test_a_recording_that_left_no_file_becomes_a_gap(tmp_path: Path, clock: HandClock) -> None:
    store = ClipStore(tmp_path)
    store.prepare()
    path = clip_path("yard", clock.wall, "c1")
    store.begin(
        Begun(clip_id="c1", camera_id="yard", event_ids=(), path=path, still=None, started_at=clock.wall, pre_roll_s=0)
    )
    assert not recovered(tmp_path)
    assert [gap.cause for gap in store.gaps("yard")] == ["engine_stopped"]


def kept(storage: Path, file: Path, clock: HandClock) -> tuple[Filmed, Clip]:
    with filmed(storage, file, clock) as camera:
        camera.run_to(6)
        camera.motion("e1", 6, 6)
        camera.run_to(7)
        camera.motion_over("e1", 7)
        camera.run_to(11)
        (clip,) = camera.clips()
    return camera, clip


def test_a_finished_file_without_a_row_is_taken_in(tmp_path: Path, visit: dict[str, Path], clock: HandClock) -> None:
    camera, clip = kept(tmp_path, visit["main"], clock)
    with sqlite3.connect(tmp_path / INDEX) as db:
        db.execute("DELETE FROM clips")
    (found,) = recovered(tmp_path)
    assert found.clip_id == clip.clip_id
    assert found.started_at == clip.started_at
    assert found.sha256 == clip.sha256
    assert found.duration_s == pytest.approx(clip.duration_s, abs=0.1)
    assert camera.store.get(clip.clip_id) == found


def test_a_row_without_a_file_becomes_a_gap(tmp_path: Path, visit: dict[str, Path], clock: HandClock) -> None:
    camera, clip = kept(tmp_path, visit["main"], clock)
    camera.store.path_of(clip).unlink()
    assert not recovered(tmp_path)
    assert camera.store.get(clip.clip_id) is None
    (gap,) = camera.store.gaps("yard")
    assert gap.cause == "file_missing"
    assert abs(gap.started_at - clip.started_at) < timedelta(milliseconds=2)


def test_a_half_deletion_is_completed(tmp_path: Path, visit: dict[str, Path], clock: HandClock) -> None:
    camera, clip = kept(tmp_path, visit["main"], clock)
    with sqlite3.connect(tmp_path / INDEX) as db:
        db.execute("UPDATE clips SET deleted = 1")
    assert not recovered(tmp_path)
    assert not camera.store.path_of(clip).exists()
    assert not camera.store.half_deleted()


def test_a_file_mended_but_not_yet_in_the_index_is_taken_in_once(
    tmp_path: Path, visit: dict[str, Path], clock: HandClock
) -> None:
    part = interrupted(tmp_path, visit["main"], clock)
    spare = part.read_bytes()
    (clip,) = recovered(tmp_path / "after")
    part.write_bytes(spare)  # killed after the rename, before the row and the removal
    with sqlite3.connect(tmp_path / "after" / INDEX) as db:
        db.execute("DELETE FROM clips")
    assert [found.clip_id for found in recovered(tmp_path / "after")] == [clip.clip_id]
    assert not part.exists()


def test_what_this_process_records_is_left_alone(tmp_path: Path, visit: dict[str, Path], clock: HandClock) -> None:
    with filmed(tmp_path, visit["main"], clock) as camera:
        camera.run_to(8)
        camera.motion("e1", 8, 8)
        camera.run_to(10)
        assert not list(recover(camera.store))
        camera.motion_over("e1", 10)
        camera.run_to(14)
        (clip,) = camera.clips()
    assert pictures_of(camera.store.path_of(clip)) == pytest.approx(clip.duration_s * 15, abs=1)


def test_a_strangers_file_is_left_alone(tmp_path: Path, visit: dict[str, Path], clock: HandClock) -> None:
    camera, clip = kept(tmp_path, visit["main"], clock)
    stranger = camera.store.path_of(clip).with_name("holiday.mp4")
    stranger.write_bytes(b"x")
    assert not recovered(tmp_path)
    assert stranger.exists()
    assert camera.store.get(clip.clip_id) is not None


_OTHER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from mat_than_engine.keeping.clip_store import Begun, ClipStore, clip_path
store = ClipStore(Path(sys.argv[1]))
now = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
path = clip_path("yard", now, "c1")
store.begin(Begun(clip_id="c1", camera_id="yard", event_ids=(), path=path, still=None, started_at=now, pre_roll_s=0))
part = store.inside(path + ".part")
part.parent.mkdir(parents=True)
part.write_bytes(b"being written")
print(flush=True)
sys.stdin.read()
"""


def test_what_another_process_records_is_left_alone_until_it_dies(tmp_path: Path) -> None:
    ClipStore(tmp_path).prepare()
    other = subprocess.Popen(
        [sys.executable, "-c", _OTHER, str(tmp_path)], env={"PYTHONPATH": str(LIB)},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert other.stdout is not None
    other.stdout.readline()
    store = ClipStore(tmp_path)
    assert not recovered(tmp_path)
    assert [begun.clip_id for begun in store.going_on()] == ["c1"]
    assert list(tmp_path.rglob("*.part"))
    other.kill()
    other.wait()
    assert not recovered(tmp_path)
    assert not list(tmp_path.rglob("*.part"))
    assert [gap.cause for gap in store.gaps("yard")] == ["engine_stopped"]
    assert store.going_on() == ()


def test_a_share_with_no_clips_folder_is_not_taken_for_one_whose_clips_are_gone(
    tmp_path: Path, visit: dict[str, Path], clock: HandClock
) -> None:
    camera, clip = kept(tmp_path, visit["main"], clock)
    (tmp_path / "clips").rename(tmp_path / "elsewhere")
    with pytest.raises(StoreError):
        recovered(tmp_path)
    (tmp_path / "elsewhere").rename(tmp_path / "clips")
    assert camera.store.get(clip.clip_id) == clip
