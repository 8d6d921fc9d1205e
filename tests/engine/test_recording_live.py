"""Recording by the real engine from real RTSP cameras: everything, and what is asked for."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from engine_child import EngineChild
import pytest
from rtsp_server import RtspServer

from mat_than_engine.commands import Configure, Record
from mat_than_engine.keeping.clip_store import ClipStore
from mat_than_engine.keeping.coverage import spans_of
from mat_than_engine.model import CameraState
from mat_than_engine.reports import CameraStatus, ClipSaved, Done
from mat_than_engine.settings import CameraSettings, RecordMode, RecordSettings

type Start = Callable[..., EngineChild]


def camera(url: str, mode: RecordMode, name: str = "yard") -> CameraSettings:
    record = RecordSettings(mode=mode, segment_s=10)
    return CameraSettings(camera_id=name, name=name, main_url=url, detect=False, record=record)


def test_a_camera_nobody_watches_is_recorded_without_a_hole(engine: Start, cameras: RtspServer, tmp_path: Path) -> None:
    child = engine()
    wanted = camera(cameras.url("main"), RecordMode.CONTINUOUS)
    child.send(Configure(storage=str(tmp_path / "storage"), cameras=(wanted,)))
    first = child.wait_for(ClipSaved, timeout_s=40).clip
    second = child.wait_for(ClipSaved, timeout_s=30, skip=1).clip
    assert (first.kind, second.kind) == ("continuous", "continuous")
    assert first.ended_at == second.started_at
    assert 10 <= first.duration_s <= 12.2
    store = ClipStore(tmp_path / "storage")
    now = datetime.now(UTC)
    (span,) = spans_of(store, "yard", first.started_at, second.ended_at, now)
    assert span.kind == "recorded"


def test_an_order_is_answered_and_becomes_a_clip(engine: Start, cameras: RtspServer, tmp_path: Path) -> None:
    child = engine()
    wanted = camera(cameras.url("main"), RecordMode.OFF)
    away = camera(cameras.url("attic"), RecordMode.OFF, "attic")
    child.send(Configure(storage=str(tmp_path / "storage"), cameras=(wanted, away)))
    child.wait_for(CameraStatus, lambda s: s.state is CameraState.LIVE and s.main is not None and bool(s.main.fps), 40)
    child.wait_for(CameraStatus, lambda s: s.camera_id == "yard" and s.main is not None
                   and s.main.key_frame_interval_s is not None, 40)  # fmt: skip
    child.send(Record(request_id="r1", camera_id="yard", for_s=3, pre_roll_s=1))
    child.send(Record(request_id="r2", camera_id="attic", for_s=3))
    child.send(Record(request_id="r3", camera_id="cellar", for_s=3))
    answers = {
        name: child.wait_for(Done, lambda done, name=name: done.request_id == name, 20) for name in ("r1", "r2", "r3")
    }
    assert {name: answer.error for name, answer in answers.items()} == {
        "r1": None, "r2": "not_live", "r3": "unknown_camera",
    }  # fmt: skip
    clip = child.wait_for(ClipSaved, timeout_s=20).clip
    assert clip.kind == "asked"
    assert clip.pre_roll_s >= 1
    assert clip.duration_s == pytest.approx(clip.pre_roll_s + 3, abs=0.5)


def test_a_pulled_cable_is_an_absence_with_its_cause(engine: Start, visit: dict[str, Path], tmp_path: Path) -> None:
    server = RtspServer({"main": visit["main"]})
    try:
        child = engine()
        wanted = camera(server.url("main"), RecordMode.CONTINUOUS)
        child.send(Configure(storage=str(tmp_path / "storage"), cameras=(wanted,)))
        child.wait_for(ClipSaved, timeout_s=40)
        server.unplug("main")
        child.wait_for(CameraStatus, lambda s: s.state is CameraState.RETRYING, 30)
        last = child.wait_for(ClipSaved, timeout_s=20, skip=1).clip
        server.plug_in("main")
        child.wait_for(CameraStatus, lambda s: s.state is CameraState.LIVE, 40, skip=1)
        child.wait_for(ClipSaved, timeout_s=40, skip=2)
    finally:
        server.stop()
    store = ClipStore(tmp_path / "storage")
    now = datetime.now(UTC)
    spans = spans_of(store, "yard", last.started_at, now - timedelta(seconds=1), now)
    assert [span.kind for span in spans][:3] == ["recorded", "absent", "recorded"]
    assert spans[1].cause in {"ended", "path", "no_data", "host"}
    assert abs(spans[1].start - last.ended_at) < timedelta(seconds=1)
