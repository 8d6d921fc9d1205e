"""A disk that is full, read-only or gone is told and worked around; recording goes on by itself as soon as it can.

The real recorder, keeper, ledger and custodian on a real file system of its own, which takes the right to mount one.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
import errno
import os
from pathlib import Path
import stat
import subprocess
import time

from filmed import Filmed, pictures_of
from hand_clock import HandClock
import pytest

from mat_than_engine.commands import Configure, Protect
from mat_than_engine.keeping.clip_store import ClipStore, clip_path
from mat_than_engine.keeping.coverage import spans_of
from mat_than_engine.keeping.custodian import Custodian
from mat_than_engine.keeping.disk import RESERVE
from mat_than_engine.keeping.keeper import AGAIN_S
from mat_than_engine.keeping.recording import publish, sha256_of
from mat_than_engine.model import Clip
from mat_than_engine.reports import ClipLost, ClipSaved, ClipsDeleted, StorageFigures
from mat_than_engine.settings import CameraSettings, RecordMode, RecordSettings, RetentionSettings

SOON_S = 60.0  # within this a trouble is told, and its end noticed


class Disk:
    """A small file system that only exists in memory."""

    def __init__(self, folder: Path, megabytes: int) -> None:
        self.folder = folder
        self.megabytes = megabytes
        folder.mkdir()

    def mount(self) -> None:
        made = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={self.megabytes}m", "mat_than_test", str(self.folder)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if made.returncode:
            pytest.skip(f"a file system cannot be mounted here: {made.stderr.strip()}")

    def vanish(self) -> None:
        subprocess.run(["umount", "-l", str(self.folder)], check=True)

    def remount(self, how: str) -> None:
        subprocess.run(["mount", "-o", f"remount,{how}", str(self.folder)], check=True)

    def fill(self, name: str = "somebody_elses") -> None:
        """Another program takes every byte that is left."""
        with suppress(OSError), (self.folder / name).open("ab", buffering=0) as file:
            for size in (1 << 20, 4096):
                with suppress(OSError):
                    while file.write(b"\1" * size) == size:
                        pass


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    disk = Disk(tmp_path / "disk", 40)
    disk.mount()
    yield disk
    while disk.folder.is_mount():
        disk.vanish()


class Place:
    """A camera and whoever looks after what is kept of it."""

    def __init__(self, storage: Path, file: Path, clock: HandClock, record: RecordSettings) -> None:
        self.clock = clock
        self.camera = Filmed(storage, file, clock, record)
        self.custodian = Custodian(self.camera.store, self.camera.reports.append, clock)
        cameras = (CameraSettings(camera_id="yard", name="Sân", main_url="rtsp://camera/1", record=record),)
        self.custodian.configure(Configure(storage=str(storage), cameras=cameras, retention=RetentionSettings()))
        self.reports = self.camera.reports
        self._second = 0.0

    def keep(self, started_at: datetime, size_bytes: int) -> str:
        """An older segment of a minute, in the index and on the disk."""
        store, clip_id = self.camera.store, f"old{started_at:%H%M}"
        path = clip_path("yard", started_at, clip_id)
        store.inside(path).parent.mkdir(parents=True, exist_ok=True)
        store.inside(path).write_bytes(b"\0" * size_bytes)
        store.add(
            Clip(
                clip_id=clip_id, camera_id="yard", event_ids=(), path=path, started_at=started_at,
                ended_at=started_at + timedelta(minutes=1), duration_s=60.0, pre_roll_s=0.0, size_bytes=size_bytes,
                sha256="0" * 64, codec="h264", width=1280, height=720, kind="continuous",
            )
        )  # fmt: skip
        return clip_id

    def run(self, seconds: float) -> None:
        """Play on; the custodian has its rounds, and is told of refusals as the conductor tells it."""
        until = self._second + seconds
        while self._second < until:
            known = len(self.reports)
            self._second += 1.0
            self.camera.run_to(self._second)
            self.camera.settle()
            refused = any(isinstance(r, ClipLost) and r.reason == "disk_full" for r in self.reports[known:])
            self.custodian.round(no_room=refused)

    def wait_for(self, trouble: str | None) -> float:
        """How long it takes until this is told."""
        since = self.clock.now
        while self.trouble != trouble:
            self.clock.advance(1)
            self.custodian.round()
            assert self.clock.now - since <= SOON_S
        return self.clock.now - since

    def of[T](self, kind: type[T]) -> list[T]:
        return [report for report in self.reports if isinstance(report, kind)]

    @property
    def trouble(self) -> str | None:
        return self.of(StorageFigures)[-1].trouble


@contextmanager
def place(storage: Path, file: Path, clock: HandClock, mode: RecordMode = RecordMode.CONTINUOUS) -> Iterator[Place]:
    made = Place(storage, file, clock, RecordSettings(mode=mode, segment_s=10.0))
    yield made
    made.camera.recorder.close()
    made.camera.source.close()
    made.camera.keeper.drain(5)
    made.custodian.stop()


def test_on_a_full_disk_the_oldest_makes_room_and_what_is_protected_stays(
    disk: Disk, yard: Path, clock: HandClock
) -> None:
    with place(disk.folder, yard, clock) as home:
        old = [home.keep(clock.wall - timedelta(minutes=1200 - 30 * n), 1_000_000) for n in range(30)]
        home.run(30)
        order = Protect(request_id="1", clip_ids=(old[0], old[3]), owner="Lan", reason="mất xe máy")
        assert home.custodian.protect(order).error is None
        full_at = clock.wall
        disk.fill()
        home.run(55)
        store = home.camera.store
        deleted = [clip_id for report in home.of(ClipsDeleted) for clip_id in report.clip_ids]
        assert {report.reason for report in home.of(ClipsDeleted)} == {"space"}
        assert deleted == [clip_id for clip_id in old if clip_id not in order.clip_ids][: len(deleted)]
        assert all(store.path_of(clip).exists() for clip in map(store.get, order.clip_ids) if clip is not None)
        assert None not in map(store.get, order.clip_ids)
        newest = [report.clip for report in home.of(ClipSaved) if report.clip.started_at > full_at]
        assert len(newest) >= 3
        assert all(store.path_of(clip).exists() for clip in newest)
        spans = spans_of(store, "yard", full_at, clock.wall, clock.wall)
        lost_s = sum(span.seconds for span in spans if span.cause == "disk_full")
        print(f"disk full: {len(deleted)} clips made room, {len(newest)} recorded since, {lost_s:.0f} s lost meanwhile")
        assert not [span for span in spans if span.kind == "unexplained"]
        day = spans_of(store, "yard", clock.wall - timedelta(hours=24), full_at, clock.wall)
        assert sum(span.seconds for span in day if span.cause == "deleted_space") == pytest.approx(60 * len(deleted))
        assert home.trouble is None


@pytest.mark.parametrize("mode", [RecordMode.CONTINUOUS, RecordMode.MOTION])
def test_what_was_written_before_the_disk_was_full_is_kept_up_to_the_last_fragment(
    disk: Disk, yard: Path, clock: HandClock, mode: RecordMode
) -> None:
    with place(disk.folder, yard, clock, mode) as home:
        home.run(4)
        home.camera.motion("e1", 4, 4)
        home.run(4)
        begun = home.camera.store.going_on()[-1]
        full_at = clock.wall
        disk.fill()
        home.run(3)
        (lost,) = home.of(ClipLost)
        (disk.folder / "somebody_elses").unlink()
        home.run(16)
        store = home.camera.store
        clip = store.get(begun.clip_id)
        assert clip is not None
        assert (clip.started_at, clip.event_ids) == (begun.started_at, ("e1",))
        assert clip.ended_at == pytest.approx(full_at, abs=timedelta(seconds=1))
        assert (lost.reason, lost.started_at) == ("disk_full", pytest.approx(clip.ended_at, abs=timedelta(seconds=0.1)))
        assert pictures_of(store.path_of(clip)) == pytest.approx(clip.duration_s * 15, abs=1)
        assert clip.sha256 == sha256_of(store.path_of(clip))
        spans = spans_of(store, "yard", begun.started_at, clock.wall, clock.wall)
        if mode is RecordMode.CONTINUOUS:
            full = next(span for span in spans if span.cause == "disk_full")
            assert full.start == pytest.approx(clip.ended_at, abs=timedelta(seconds=0.1))
        else:  # the motion goes on, and the ring still holds what the disk did not take
            assert timedelta(0) <= clip.ended_at - store.going_on()[-1].started_at <= timedelta(seconds=2.1)
        assert not [span for span in spans if span.kind == "unexplained"]
        assert not store.left_over()
        assert len(list(disk.folder.rglob("*.part"))) <= 1  # of what is being recorded now
        assert not list(disk.folder.rglob("*.mended"))


def test_a_clip_whose_index_finds_no_room_is_kept_when_there_is_some(disk: Disk, yard: Path, clock: HandClock) -> None:
    with place(disk.folder, yard, clock, RecordMode.MOTION) as home:
        home.run(6)
        home.camera.motion("e1", 6, 6)
        home.run(2)
        home.camera.motion_over("e1", 8)
        disk.fill()
        home.camera.recorder.close()
        home.camera.settle()
        assert [lost.reason for lost in home.of(ClipLost)] == ["disk_full"]
        (disk.folder / "somebody_elses").unlink()
        clock.advance(AGAIN_S)
        home.camera.settle()
        until = time.monotonic() + 5
        while not home.of(ClipSaved) and time.monotonic() < until:
            time.sleep(0.05)
        (saved,) = home.of(ClipSaved)
        assert pictures_of(home.camera.store.path_of(saved.clip)) == pytest.approx(saved.clip.duration_s * 15, abs=1)


def test_on_a_disk_without_a_free_byte_the_index_still_notes_what_goes(
    tmp_path: Path, yard: Path, clock: HandClock
) -> None:
    disk = Disk(tmp_path / "disk", 100)
    disk.mount()
    try:
        with place(disk.folder, yard, clock) as home:
            home.run(25)
            assert (disk.folder / RESERVE).exists()
            disk.fill()
            home.custodian.round(no_room=True)
            assert home.of(ClipsDeleted)
            assert home.camera.store.index.file.exists()
    finally:
        while disk.folder.is_mount():
            disk.vanish()


def test_a_disk_full_of_others_things_is_told(disk: Disk, yard: Path, clock: HandClock) -> None:
    with place(disk.folder, yard, clock, RecordMode.MOTION) as home:
        home.run(2)
        disk.fill()
        home.run(SOON_S)
        assert home.trouble == "disk_full"
        (disk.folder / "somebody_elses").unlink()
        home.run(SOON_S / 2)
        assert home.trouble is None


def test_a_read_only_disk_is_told_and_still_read_from_and_written_to_again_later(
    disk: Disk, yard: Path, clock: HandClock
) -> None:
    with place(disk.folder, yard, clock, RecordMode.MOTION) as home:
        home.run(8)
        home.camera.motion("e1", 7, 8)
        home.camera.motion_over("e1", 8)
        home.run(5)
        (saved,) = home.of(ClipSaved)
        home.custodian.stop()  # an index that is held open would keep the disk from being mounted anew
        disk.remount("ro")
        print(f"read-only: told after {home.wait_for('read_only'):.0f} s")
        assert ClipStore(disk.folder).list("yard") == (saved.clip,)
        disk.remount("rw")
        print(f"read-only: works again after {home.wait_for(None):.0f} s")
        now_s = clock.now - home.camera.began
        home.camera.run_to(now_s + 5)
        home.camera.motion("e2", now_s + 4, now_s + 5)
        home.camera.motion_over("e2", now_s + 5)
        home.camera.run_to(now_s + 10)
        home.camera.settle()
        assert len(home.of(ClipSaved)) == 2


def test_a_share_that_vanished_is_told_and_not_mistaken_for_an_empty_folder(
    disk: Disk, yard: Path, clock: HandClock
) -> None:
    storage = disk.folder / "mat_than"
    with place(storage, yard, clock) as home:
        home.run(4)
        home.camera.settle()
        disk.vanish()
        print(f"vanished share: told after {home.wait_for('gone'):.0f} s")
        now_s = clock.now - home.camera.began
        for second in range(30):
            home.camera.run_to(now_s + second)
            clock.advance(0.01)
            home.custodian.round()
        assert not list(disk.folder.iterdir())  # nothing was written where the share is not
        disk.mount()  # it comes back, empty as a new card would be
        print(f"vanished share: works again after {home.wait_for(None):.0f} s")
        now_s = clock.now - home.camera.began
        home.camera.run_to(now_s + 25)
        home.camera.settle()
        store = ClipStore(storage)
        assert len(store.list()) >= 1
        assert all(store.path_of(clip).exists() for clip in store.list())


def test_a_share_that_syncs_no_folders_keeps_clips_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such shares cannot be mounted here; what they answer is known."""
    sync = os.fsync

    def refuse_folders(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        sync(handle)

    monkeypatch.setattr(os, "fsync", refuse_folders)
    part, final = tmp_path / "c.mp4.part", tmp_path / "c.mp4"
    part.write_bytes(b"x")
    publish(part, final)
    assert final.exists()
