"""What Home Assistant asks of a camera's eyes, over the pipe of a real engine: tuning, its own sensor, a replay."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
import shutil

from engine_child import EngineChild
from rtsp_server import RtspServer

from mat_than_engine.commands import Configure, OwnSensor, Replay, Tune
from mat_than_engine.model import CameraState
from mat_than_engine.reports import CameraStatus, MotionReport, ReplayedClip, TuningLook
from mat_than_engine.settings import CameraSettings, WatchSettings


def test_own_sensor_tuning_and_replay(
    engine: Callable[..., EngineChild], visit: dict[str, Path], tmp_path: Path
) -> None:
    server = RtspServer({"sub": visit["sub"]})
    storage = tmp_path / "storage"
    try:
        child = engine()
        cameras = tuple(
            CameraSettings(
                camera_id=name,
                name=name,
                main_url=server.url("sub"),
                watch=WatchSettings(profile="quick", own_sensor=own),
            )
            for name, own in (("seen", "ignored"), ("sensed", "trigger"))
        )
        child.send(Configure(storage=str(storage), cameras=cameras))
        for camera in cameras:
            child.wait_for(
                CameraStatus, lambda s, c=camera: s.camera_id == c.camera_id and s.state is CameraState.LIVE, 30
            )
        child.send(Tune(camera_id="seen", for_s=10))
        child.send(OwnSensor(camera_id="sensed", on=True, at=datetime.now(UTC)))
        sensed = child.wait_for(MotionReport, lambda report: report.motion.camera_id == "sensed", 15)
        assert sensed.motion.reason == "own_sensor"
        look = child.wait_for(TuningLook, timeout_s=15)
        assert look.camera_id == "seen"
        child.send(OwnSensor(camera_id="sensed", on=False, at=datetime.now(UTC)))
        child.wait_for(
            MotionReport, lambda report: report.motion.camera_id == "sensed" and report.motion.phase == "end", 20
        )
        kept = storage / "clips/seen/visit.mp4"
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(visit["sub"], kept)
        wish = Replay(request_id="r", clips=("clips/seen/visit.mp4",), watch=WatchSettings(profile="quick"))
        child.send(wish)
        replayed = child.wait_for(ReplayedClip, timeout_s=60)
        child.close_input()
    finally:
        server.stop()
    assert replayed.last
    ((start_s, end_s, *_),) = replayed.motions
    assert 7.5 < start_s < 10
    assert 17 < end_s < 21
