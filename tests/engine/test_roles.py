"""The engine's processes: what dies is back soon, takes nothing else with it, and nothing outlives the first."""

from collections.abc import Callable, Iterator
import os
from pathlib import Path
import signal
import socket
import subprocess
import sys
import time

from engine_child import LIB, EngineChild
import psutil
import pytest
from rtsp_server import RtspServer

from mat_than_engine import SOFTWARE
from mat_than_engine.commands import Configure, Live, MakeSharedCopy, Probe, Record, Snapshot
from mat_than_engine.keeping.clip_store import ClipStore
from mat_than_engine.marks import Marks, new_page
from mat_than_engine.model import CameraState, Cause
from mat_than_engine.reports import (
    CameraFigures,
    CameraStatus,
    ClipSaved,
    Done,
    MotionReport,
    Probed,
    SharedCopyMade,
)
from mat_than_engine.roles.seat import STUCK_S
from mat_than_engine.settings import CameraSettings, RecordMode, RecordSettings, WatchSettings

type Start = Callable[..., EngineChild]

BACK_S = 5.0


def camera(camera_id: str, url: str, **changes: object) -> CameraSettings:
    fields: dict[str, object] = {
        "camera_id": camera_id,
        "name": camera_id,
        "main_url": url,
        "record": RecordSettings(mode=RecordMode.OFF),
    }
    return CameraSettings(**(fields | changes))  # type: ignore[arg-type]  # a test's own words


def is_live(camera_id: str) -> Callable[[CameraStatus], bool]:
    return lambda status: status.camera_id == camera_id and status.state is CameraState.LIVE


def statuses(child: EngineChild, camera_id: str) -> list[CameraStatus]:
    return [status for status in child.all_of(CameraStatus) if status.camera_id == camera_id]


def gone(pid: int, timeout_s: float) -> bool:
    until = time.monotonic() + timeout_s
    while time.monotonic() < until:
        try:
            if psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:  # dead; whoever adopted it has yet to bury it
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.02)
    return False


@pytest.fixture
def open_cameras(visit: dict[str, Path]) -> Iterator[RtspServer]:
    """A server without a login."""
    server = RtspServer({"sub": visit["sub"]}, password=False)
    yield server
    server.stop()


def test_the_conductor_loads_no_video_library() -> None:
    blocked = ("av", "numpy", "cv2")
    code = (
        f"import sys\nfor name in {blocked}: sys.modules[name] = None\n"
        "import mat_than_engine.__main__, mat_than_engine.roles.conductor, mat_than_engine.roles.workshop\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env=os.environ | {"PYTHONPATH": str(LIB)})


@pytest.mark.alone
def test_a_killed_shard_is_back_and_the_others_notice_nothing(
    engine: Start, open_cameras: RtspServer, tmp_path: Path
) -> None:
    child = engine(module="fragile_engine")
    url = open_cameras.url("sub")
    ids = [f"c{number}" for number in range(17)]
    child.send(Configure(storage=str(tmp_path / "storage"), cameras=tuple(camera(name, url) for name in ids)))
    for name in ids:
        child.wait_for(CameraStatus, is_live(name), child.within(20))
    shards = child.pids("shard")
    assert len(shards) == 2
    killed_at = time.monotonic()
    os.kill(shards[0], signal.SIGKILL)
    child.wait_for_pid("shard", shards, child.within(BACK_S))
    time.sleep(1.0)
    hit = [name for name in ids if any(s.state is CameraState.CONNECTING for s in statuses(child, name)[1:])]
    for name in hit:
        child.wait_for(CameraStatus, is_live(name), child.within(10), skip=1)
    assert 8 <= len(hit) <= 9
    assert time.monotonic() - killed_at <= child.within(BACK_S) + 2.0  # the next key frame is up to two seconds away
    spared = [name for name in ids if name not in hit]
    for name in spared:
        figures = child.wait_for(
            CameraFigures, lambda f, n=name: f.camera_id == n and child.time_of(f) > killed_at + 5, 20
        )
        assert figures.fps == pytest.approx(15, abs=1.5)
        assert all(status.state is CameraState.LIVE for status in statuses(child, name)[1:])


def test_motion_going_on_in_a_killed_shard_is_ended_and_its_clip_is_saved(
    engine: Start, early_visit: dict[str, Path], tmp_path: Path
) -> None:
    child = engine()
    yard = camera("yard", str(early_visit["main"]), record=RecordSettings())
    child.send(Configure(storage=str(tmp_path / "storage"), cameras=(yard,)))
    start = child.wait_for(MotionReport, lambda r: r.motion.phase == "start", 20)
    child.wait_for_pid("workshop")
    time.sleep(3)
    (shard,) = child.pids("shard")
    killed_at = time.monotonic()
    os.kill(shard, signal.SIGKILL)
    end = child.wait_for(MotionReport, lambda r: r.motion.phase == "end", 10)
    assert child.time_of(end) - killed_at < child.within(1.0)
    assert end.motion.event_id == start.motion.event_id
    assert end.motion.ended_at is not None
    saved = child.wait_for(ClipSaved, timeout_s=child.within(8))
    assert saved.clip.event_ids == (start.motion.event_id,)
    assert ClipStore(tmp_path / "storage").get(saved.clip.clip_id) == saved.clip
    assert child.process.poll() is None


def test_a_camera_that_crashes_the_decoder_is_kept_away_and_the_others_go_on(
    engine: Start, open_cameras: RtspServer, tmp_path: Path
) -> None:
    child = engine(module="fragile_engine")
    url = open_cameras.url("sub")
    cameras = tuple(camera(name, url) for name in ("yard", "poison", "gate"))
    child.send(Configure(storage=str(tmp_path / "storage"), cameras=cameras))
    away = child.wait_for(CameraStatus, lambda s: s.cause is Cause.CRASHED, child.within(30))
    assert (away.camera_id, away.state) == ("poison", CameraState.RETRYING)
    assert away.retry_in_s == pytest.approx(600, abs=1)
    convicted_at = child.time_of(away)
    for name in ("yard", "gate"):
        child.wait_for(
            CameraStatus, lambda s, n=name: is_live(n)(s) and child.time_of(s) > convicted_at, child.within(BACK_S) + 2
        )
    (shard,) = child.pids("shard")
    time.sleep(2)
    assert child.pids("shard") == [shard]
    assert not any(s.cause is Cause.CRASHED for s in child.all_of(CameraStatus) if s.camera_id != "poison")
    # An owner who sets the camera up anew does not have to wait.
    lives = len([s for s in statuses(child, "poison") if s.state is CameraState.LIVE])
    healed = (*cameras[::2], camera("poison", url, name="Healed"))
    child.send(Configure(storage=str(tmp_path / "storage"), cameras=healed))
    child.wait_for(
        CameraStatus, lambda s: s.camera_id == "poison" and s.state is CameraState.LIVE, child.within(10), skip=lives
    )


@pytest.mark.parametrize("dies_over", ["live", "snapshot"])
def test_a_crash_beside_the_streams_is_held_against_its_camera(
    engine: Start,
    monkeypatch: pytest.MonkeyPatch,
    early_visit: dict[str, Path],
    tmp_path: Path,
    dies_over: str,
) -> None:
    monkeypatch.setenv("DIES_OVER", dies_over)
    page = new_page()
    child = engine(module="fragile_engine", role=("shard", SOFTWARE, str(page)), handles=(page,))
    cameras = tuple(camera(name, str(early_visit["sub"])) for name in ("yard", "gate", "street"))
    child.send(Configure(storage=str(tmp_path / "storage"), cameras=cameras))
    for name in ("yard", "gate", "street"):
        child.wait_for(CameraStatus, is_live(name))
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "outlet"))
        listener.listen()
        if dies_over == "live":
            child.send(Live(request_id="r", camera_id="gate", for_s=60, outlet=str(tmp_path / "outlet")))
        else:
            child.send(Snapshot(request_id="r", camera_id="gate"))
        died = child.process.wait(10)
    assert died == -signal.SIGSEGV
    marks = Marks(page)
    assert marks.suspects(["yard", "gate", "street"]) == ["gate"]
    marks.close()


def test_orders_of_a_killed_workshop_are_answered_and_the_next_ones_are_carried_out(
    engine: Start, yard: Path, visit: dict[str, Path], tmp_path: Path
) -> None:
    child = engine()
    child.send(Configure(storage=str(tmp_path / "storage"), cameras=()))
    masked = (((0.0, 0.0), (0.5, 0.0), (0.5, 0.5)),)
    slow = MakeSharedCopy(request_id="slow", source=str(yard), target=str(tmp_path / "slow.mp4"), masks=masked)
    child.send(slow)
    workshop = child.wait_for_pid("workshop")
    time.sleep(1.5)
    assert not child.all_of(SharedCopyMade)
    os.kill(workshop, signal.SIGKILL)
    assert child.wait_for(SharedCopyMade, timeout_s=child.within(2)).error == "failed"
    target = tmp_path / "quick.mp4"
    child.send(MakeSharedCopy(request_id="quick", source=str(visit["sub"]), target=str(target)))
    made = child.wait_for(SharedCopyMade, lambda m: m.request_id == "quick", child.within(10))
    assert made.error is None
    assert target.stat().st_size == made.size_bytes
    assert child.pids("workshop") != [workshop]


def test_a_workshop_that_dies_over_what_is_left_over_leaves_it_alone(
    engine: Start, monkeypatch: pytest.MonkeyPatch, visit: dict[str, Path], tmp_path: Path
) -> None:
    monkeypatch.setenv("WORKSHOP_DIES", "1")  # of the stand-in, as if recovery crashed
    child = engine(module="fragile_engine")
    child.send(Configure(storage=str(tmp_path / "storage"), cameras=()))
    target = tmp_path / "copy.mp4"
    for attempt in range(10):
        order = MakeSharedCopy(request_id=f"r{attempt}", source=str(visit["sub"]), target=str(target))
        child.send(order)
        made = child.wait_for(SharedCopyMade, lambda m, n=order.request_id: m.request_id == n, child.within(15))
        if made.error is None:
            break
    assert target.exists()
    assert attempt >= 2


@pytest.mark.slow
def test_a_shard_that_hangs_is_put_down_and_back(
    engine: Start, monkeypatch: pytest.MonkeyPatch, open_cameras: RtspServer, tmp_path: Path
) -> None:
    stuck_s = STUCK_S / 4  # a sign of life a second: as sure, and sooner over
    monkeypatch.setenv("STUCK_S", str(stuck_s))
    child = engine(module="fragile_engine")
    yard = camera("yard", open_cameras.url("sub"))
    child.send(Configure(storage=str(tmp_path / "storage"), cameras=(yard,)))
    child.wait_for(CameraStatus, is_live("yard"), child.within(20))
    (shard,) = child.pids("shard")
    os.kill(shard, signal.SIGSTOP)
    hung_at = time.monotonic()
    child.wait_for_pid("shard", [shard], stuck_s + child.within(BACK_S))
    assert time.monotonic() - hung_at >= stuck_s
    child.wait_for(CameraStatus, is_live("yard"), child.within(10), skip=1)
    assert gone(shard, 1.0)


def test_nothing_outlives_a_killed_conductor(engine: Start, early_visit: dict[str, Path], tmp_path: Path) -> None:
    child = engine()
    yard = camera("yard", str(early_visit["main"]), record=RecordSettings())
    child.send(Configure(storage=str(tmp_path / "storage"), cameras=(yard,)))
    child.wait_for(MotionReport, lambda r: r.motion.phase == "start", 20)
    child.wait_for_pid("workshop")
    time.sleep(1)
    pids = child.pids()
    assert len(pids) == 2
    os.kill(child.process.pid, signal.SIGKILL)
    assert all(gone(pid, child.within(2.0)) for pid in pids)
    (clip,) = ClipStore(tmp_path / "storage").list("yard")  # its last words
    assert clip.duration_s > 1


def test_nothing_is_left_after_an_end_in_peace(engine: Start, visit: dict[str, Path], tmp_path: Path) -> None:
    child = engine()
    child.send(Configure(storage=str(tmp_path / "storage"), cameras=(camera("yard", str(visit["sub"])),)))
    child.wait_for(CameraStatus, is_live("yard"))
    pids = [*child.pids("shard"), child.wait_for_pid("workshop")]
    assert child.close_input() < child.within(2)
    assert not any(psutil.pid_exists(pid) for pid in pids)


def test_important_cameras_get_the_quicker_profiles(engine: Start, open_cameras: RtspServer, tmp_path: Path) -> None:
    child = engine()
    url = open_cameras.url("sub")
    cameras = tuple(camera(f"c{number}", url, important=number == 2) for number in range(3))
    chosen = camera("own", url, watch=WatchSettings(profile="economy"))
    wanted = Configure(storage=str(tmp_path / "storage"), cameras=(*cameras, chosen), cpu_budget=0.02)
    child.send(wanted)
    profiles = {}
    for settings in wanted.cameras:
        figures = child.wait_for(CameraFigures, lambda f, n=settings.camera_id: f.camera_id == n, 20)
        profiles[settings.camera_id] = figures.profile
    assert profiles["own"] == "economy"
    assert profiles["c2"] != "economy"
    assert ["quick", "balanced", "economy"].index(profiles["c2"]) <= ["quick", "balanced", "economy"].index(
        profiles["c0"]
    )
    assert len(set(profiles.values())) > 1


def test_orders_for_nobody_are_answered(engine: Start, tmp_path: Path) -> None:
    child = engine()
    child.send(Record(request_id="r1", camera_id="attic", for_s=5))
    assert child.wait_for(Done).error == "unknown_camera"
    child.send(Configure(storage=str(tmp_path / "storage"), cameras=()))
    child.send(Probe(request_id="p1", main_url=str(tmp_path / "nothing.mp4")))
    assert child.wait_for(Probed).cause is not None
