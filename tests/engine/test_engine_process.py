"""The engine as Home Assistant meets it: a child process on a pipe, with real cameras."""

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
import os
from pathlib import Path
import socket
import struct
import subprocess
import sys
import time

from engine_child import LIB, EngineChild
from filmed import pictures_of
import psutil
import pytest
from rtsp_server import PASSWORD, RtspServer

from mat_than_engine.commands import Configure, MakeSharedCopy, Probe
from mat_than_engine.keeping.clip_store import ClipStore
from mat_than_engine.messages import PIPE_VERSION
from mat_than_engine.model import CameraState, Cause
from mat_than_engine.reports import (
    CameraStatus,
    ClipLost,
    ClipSaved,
    ClipsDeleted,
    MotionReport,
    Probed,
    SharedCopyMade,
)
from mat_than_engine.settings import CameraSettings, RecordMode, RecordSettings

type Start = Callable[..., EngineChild]


def settings(main_url: str, sub_url: str | None = None, **changes: object) -> CameraSettings:
    fields: dict[str, object] = {"camera_id": "yard", "name": "Yard", "main_url": main_url, "sub_url": sub_url}
    return CameraSettings(**(fields | changes))  # type: ignore[arg-type]  # a test's own words


def is_state(state: CameraState, cause: Cause | None = None) -> Callable[[CameraStatus], bool]:
    return lambda status: status.state is state and status.cause is cause


def is_phase(phase: str) -> Callable[[MotionReport], bool]:
    return lambda report: report.motion.phase == phase


@pytest.mark.alone
def test_it_introduces_itself_and_ends_with_its_host(engine: Start) -> None:
    began = time.monotonic()
    child = engine()
    assert time.monotonic() - began < 5
    assert child.hello.pipe_version == PIPE_VERSION
    assert child.hello.pid == child.process.pid
    assert child.close_input() < 2
    assert child.process.returncode == 0


@pytest.mark.parametrize(
    "frame",
    [
        struct.pack(">I", 2**31),
        struct.pack(">I", 5) + b"hello",
        struct.pack(">I", 2) + b"{}",
        struct.pack(">I", 14) + b'{"type":"end"}',
        struct.pack(">I", 20) + b'{"type":"configure"}',
        struct.pack(">I", 200_000) + b"[" * 200_000,
        struct.pack(">I", 30) + b'{"type":"probe","request_id":1}'[:30],
    ],
    ids=["too long", "no JSON", "no type", "unknown", "no fields", "deep", "cut"],
)
def test_a_frame_that_is_no_command_ends_it(engine: Start, frame: bytes) -> None:
    child = engine()
    child.send_bytes(frame)
    assert child.process.wait(5) == 2


def test_a_frame_broken_off_ends_it(engine: Start) -> None:
    child = engine()
    child.send_bytes(struct.pack(">I", 100) + b"{")
    assert child.close_input() < 2
    assert child.process.returncode == 2


def test_it_imports_nothing_of_home_assistant() -> None:
    blocked = ("homeassistant", "aiohttp", "sqlalchemy", "voluptuous", "probatio")
    code = (
        f"import sys\nfor name in {blocked}: sys.modules[name] = None\n"
        "import pkgutil, importlib, mat_than_engine\n"
        "for m in pkgutil.walk_packages(mat_than_engine.__path__, 'mat_than_engine.'):\n"
        "    importlib.import_module(m.name)\n"
        "print(len(sys.modules))"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env=os.environ | {"PYTHONPATH": str(LIB)})


def test_a_visit_becomes_motion_and_a_clip(engine: Start, visit: dict[str, Path], tmp_path: Path) -> None:
    child = engine()
    server = RtspServer({"main": visit["main"], "sub": visit["sub"]})  # its clock runs from here; the engine is there
    try:
        camera = settings(server.url("main"), server.url("sub"))
        child.send(Configure(storage=str(tmp_path / "storage"), cameras=(camera,)))
        live = child.wait_for(CameraStatus, lambda s: s.state is CameraState.LIVE and s.sub is not None)
        assert live.main is not None
        start = child.wait_for(MotionReport, is_phase("start"), 40)
        assert start.motion.still is not None
        end = child.wait_for(MotionReport, is_phase("end"), 30)
        saved = child.wait_for(ClipSaved, timeout_s=5)
        peers = {end for pid in (child.process.pid, *child.pids()) for end in remote_ends(pid)}
        child.close_input()
    finally:
        server.stop()
    assert child.time_of(saved) - child.time_of(end) <= 1.0
    assert end.motion.event_id == start.motion.event_id
    assert saved.clip.event_ids == (start.motion.event_id,)
    # Somebody is on the picture from 8.2 s to 19.3 s of every 22 s since the server started.
    began_s = (start.motion.started_at.timestamp() - server.started_at) % 22
    assert 7.7 <= began_s <= 10.2
    assert saved.clip.pre_roll_s >= 3  # as much as came since the camera was connected; the recorder's tests are exact
    assert saved.clip.started_at < start.motion.started_at < saved.clip.ended_at
    store = ClipStore(tmp_path / "storage")
    assert store.list("yard") == (saved.clip,)
    assert pictures_of(store.path_of(saved.clip)) == pytest.approx(saved.clip.duration_s * 15, abs=2)
    updates = [r for r in child.all_of(MotionReport) if r.motion.phase == "update"]
    times = [child.time_of(update) for update in updates]
    assert all(later - sooner >= 0.9 for sooner, later in pairwise(times))
    settled = next(told.motion for told in (start, *updates) if told.motion.still_settled)
    assert (settled.last_seen_at - start.motion.started_at).total_seconds() < 3.0
    pictured = [motion.still_at for motion in (start.motion, settled, end.motion)]
    assert pictured == sorted(pictured)  # written anew, each time with the clearest picture so far
    assert pictured[0] < pictured[-1]
    assert peers == {("127.0.0.1", server.port)}
    log = child.log.read_text()
    assert PASSWORD.split("%")[0] not in log
    assert "rtsp://" not in log
    assert not child.bad_output


def remote_ends(pid: int) -> set[tuple[str, int]]:
    """Whom a process speaks with over the network."""
    return {(c.raddr.ip, c.raddr.port) for c in psutil.Process(pid).net_connections("inet") if c.raddr}


def test_a_camera_that_dies_ends_its_motion_keeps_its_clip_and_comes_back(
    engine: Start, early_visit: dict[str, Path], tmp_path: Path
) -> None:
    child = engine()
    server = RtspServer({"main": early_visit["main"]})
    try:
        child.send(Configure(storage=str(tmp_path / "storage"), cameras=(settings(server.url("main")),)))
        child.wait_for(MotionReport, is_phase("start"), 40)
        time.sleep(1)
        server.unplug("main")
        unplugged = time.monotonic()
        end = child.wait_for(MotionReport, is_phase("end"), 10)
        assert child.time_of(end) - unplugged < 3
        child.wait_for(ClipSaved, timeout_s=3)
        retrying = child.wait_for(CameraStatus, lambda s: s.state is CameraState.RETRYING)
        assert retrying.retry_in_s is not None
        assert retrying.retry_in_s <= 2
        child.wait_for(CameraStatus, is_state(CameraState.RETRYING, Cause.PATH), 10)
        lives = sum(is_state(CameraState.LIVE)(s) for s in child.all_of(CameraStatus))
        server.plug_in("main")
        child.wait_for(CameraStatus, is_state(CameraState.LIVE), 15, skip=lives)
    finally:
        server.stop()


def test_a_dead_sub_stream_is_replaced_by_the_main_stream(
    engine: Start, early_visit: dict[str, Path], tmp_path: Path
) -> None:
    child = engine()
    server = RtspServer({"main": early_visit["main"]})
    try:
        camera = settings(server.url("main"), server.url("nothing"))
        child.send(Configure(storage=str(tmp_path / "storage"), cameras=(camera,)))
        status = child.wait_for(CameraStatus, is_state(CameraState.LIVE))
        assert status.sub is None
        child.wait_for(MotionReport, is_phase("start"), 40)
    finally:
        server.stop()


def test_motion_ends_when_settings_change_and_others_go_on_undisturbed(
    engine: Start, short_visit: dict[str, Path], tmp_path: Path
) -> None:
    child = engine()
    storage = str(tmp_path / "storage")
    yard = settings(str(short_visit["main"]), str(short_visit["sub"]))
    gate = settings(str(short_visit["sub"]), camera_id="gate", record=RecordSettings(mode=RecordMode.OFF))
    child.send(Configure(storage=storage, cameras=(yard, gate)))
    start = child.wait_for(MotionReport, lambda r: r.motion.phase == "start" and r.motion.camera_id == "yard", 20)
    off = settings(str(short_visit["main"]), str(short_visit["sub"]), detect=False)
    child.send(Configure(storage=storage, cameras=(off, gate)))
    end = child.wait_for(MotionReport, lambda r: r.motion.phase == "end" and r.motion.camera_id == "yard", 3)
    assert end.motion.event_id == start.motion.event_id
    child.wait_for(ClipSaved, timeout_s=3)
    child.wait_for(MotionReport, lambda r: r.motion.phase == "end" and r.motion.camera_id == "gate", 20)
    gates = [s for s in child.all_of(CameraStatus) if s.camera_id == "gate"]
    assert sum(s.state is CameraState.CONNECTING for s in gates) == 1
    assert all(
        r.motion.camera_id == "gate" for r in child.all_of(MotionReport)[child.all_of(MotionReport).index(end) + 1 :]
    )
    assert {saved.clip.camera_id for saved in child.all_of(ClipSaved)} == {"yard"}


def test_a_file_plays_once(engine: Start, tmp_path: Path, visit: dict[str, Path]) -> None:
    short = tmp_path / "short.mp4"
    cut = ["ffmpeg", "-v", "error", "-i", str(visit["sub"]), "-t", "2", "-c", "copy", str(short)]
    subprocess.run(cut, check=True)
    child = engine()
    child.send(Configure(storage=str(tmp_path / "storage"), cameras=(settings(str(short)),)))
    child.wait_for(CameraStatus, is_state(CameraState.LIVE))
    child.wait_for(CameraStatus, is_state(CameraState.OFF, Cause.ENDED), 6)


def test_closing_the_pipe_in_the_middle_of_a_clip_keeps_it(
    engine: Start, early_visit: dict[str, Path], tmp_path: Path
) -> None:
    child = engine()
    child.send(Configure(storage=str(tmp_path / "storage"), cameras=(settings(str(early_visit["main"])),)))
    child.wait_for(MotionReport, is_phase("start"), 20)
    time.sleep(1)
    assert child.close_input() < 2
    (clip,) = ClipStore(tmp_path / "storage").list("yard")
    assert pictures_of(ClipStore(tmp_path / "storage").path_of(clip)) > 30
    child.wait_for(MotionReport, is_phase("end"), 1)
    child.wait_for(ClipSaved, timeout_s=1)


def test_a_kill_in_the_middle_of_a_clip_loses_nothing_acknowledged(
    engine: Start, early_visit: dict[str, Path], tmp_path: Path
) -> None:
    storage = tmp_path / "storage"
    child = engine()
    child.send(Configure(storage=str(storage), cameras=(settings(str(early_visit["main"])),)))
    start = child.wait_for(MotionReport, is_phase("start"), 20)
    time.sleep(3)
    child.kill()
    assert ClipStore(storage).list("yard") == ()  # nothing half-written is served
    again = engine()
    again.send(Configure(storage=str(storage), cameras=()))
    saved = again.wait_for(ClipSaved, timeout_s=again.within(8))
    assert saved.clip.event_ids == (start.motion.event_id,)
    store = ClipStore(storage)
    assert store.list("yard") == (saved.clip,)
    assert pictures_of(store.path_of(saved.clip)) == pytest.approx(saved.clip.duration_s * 15, abs=2)
    assert saved.clip.duration_s >= 4
    assert not list(storage.rglob("*.part"))


def test_a_full_disk_keeps_what_was_written_says_so_and_goes_on(
    engine: Start, short_visit: dict[str, Path], tmp_path: Path
) -> None:
    child = engine(largest_file_bytes=150_000)  # the kernel refuses to write further, as a quota does
    child.send(Configure(storage=str(tmp_path / "storage"), cameras=(settings(str(short_visit["main"])),)))
    lost = child.wait_for(ClipLost, timeout_s=25)
    assert lost.reason == "disk_full"
    saved = child.wait_for(ClipSaved, timeout_s=10)
    assert abs(saved.clip.ended_at - lost.started_at) < timedelta(seconds=1)
    assert saved.clip.duration_s > 1
    end = child.wait_for(MotionReport, is_phase("end"), 25)
    assert end.motion.camera_id == "yard"
    assert child.process.poll() is None
    kept = {clip.clip_id for clip in ClipStore(tmp_path / "storage").list("yard")}
    gone = {clip_id for deleted in child.all_of(ClipsDeleted) for clip_id in deleted.clip_ids}  # to make room
    assert kept | gone == {saved.clip.clip_id for saved in child.all_of(ClipSaved)}
    assert not list((tmp_path / "storage").rglob("*.part"))


def test_a_probe_finds_picture_facts_and_sub_stream(engine: Start, cameras: RtspServer) -> None:
    child = engine()
    began = time.monotonic()
    child.send(Probe(request_id="p1", main_url=cameras.url("street"), sub_url=cameras.url("sub")))
    found = child.wait_for(Probed, timeout_s=11)
    assert time.monotonic() - began < 10
    assert (found.cause, found.sub_cause) == (None, None)
    assert found.main is not None
    assert (found.main.codec, found.main.width, found.main.key_frame_interval_s) == ("hevc", 1280, 2.0)
    assert found.sub is not None
    assert found.sub.width == 640
    assert found.still_jpeg is not None
    assert found.still_jpeg.startswith("/9j/")


@pytest.mark.parametrize(("login", "path", "cause"), [("viewer:no@", "main", "credentials"), (None, "attic", "path")])
def test_a_probe_says_what_is_wrong(
    engine: Start, cameras: RtspServer, login: str | None, path: str, cause: str
) -> None:
    child = engine()
    child.send(Probe(request_id="p1", main_url=cameras.url(path, login)))
    found = child.wait_for(Probed, timeout_s=11)
    assert found.cause is Cause(cause)
    assert found.still_jpeg is None
    child.send(Probe(request_id="p2", main_url=cameras.url("main"), sub_url=cameras.url(path, login)))
    second = child.wait_for(Probed, lambda p: p.request_id == "p2", 11)
    assert (second.cause, second.sub_cause) == (None, Cause(cause))


def test_a_probe_of_a_name_that_is_none_and_of_a_dead_port_says_host(engine: Start) -> None:
    child = engine()
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        for number, host in enumerate((f"127.0.0.1:{unused.getsockname()[1]}", "no-such-camera.invalid")):
            child.send(Probe(request_id=f"p{number}", main_url=f"rtsp://{host}/x"))
            found = child.wait_for(Probed, lambda p, n=number: p.request_id == f"p{n}", 11)
            assert found.cause is Cause.HOST


def test_shared_copies_are_made_while_cameras_run(engine: Start, visit: dict[str, Path], tmp_path: Path) -> None:
    child = engine()
    for number in range(3):
        target = tmp_path / f"{number}.mp4"
        child.send(MakeSharedCopy(request_id=f"r{number}", source=str(visit["sub"]), target=str(target)))
    for number in range(3):
        made = child.wait_for(SharedCopyMade, lambda m, n=number: m.request_id == f"r{n}", 10)
        assert made.error is None
        assert made.size_bytes > 0
