"""From the camera to the verifier: what a real engine records and exports stands, byte for byte, on its own."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
import zipfile

from engine_child import EngineChild
from rtsp_server import RtspServer

from mat_than_engine.commands import Cancel, Configure, Export, MakeSharedCopy, Record
from mat_than_engine.keeping.manifest import signing_key
from mat_than_engine.model import CameraState
from mat_than_engine.reports import CameraStatus, ClipSaved, Exported, Hello, SharedCopyMade
from mat_than_engine.settings import CameraSettings, RecordMode, RecordSettings
from mat_than_verify.cli import verify
from mat_than_verify.findings import Verdict

SEED = bytes(range(32))


def test_what_an_engine_recorded_and_exported_is_verified(
    engine: Callable[..., EngineChild], cameras: RtspServer, tmp_path: Path
) -> None:
    child = engine()
    assert child.wait_for(Hello)
    camera = CameraSettings(
        camera_id="gate",
        name="Cổng",
        main_url=cameras.url("main"),
        detect=False,
        record=RecordSettings(mode=RecordMode.OFF),
    )
    storage = tmp_path / "storage"
    child.send(
        Configure(storage=str(storage), cameras=(camera,), signing_seed=SEED.hex(), time_zone="Asia/Ho_Chi_Minh")
    )
    child.wait_for(CameraStatus, lambda status: status.state is CameraState.LIVE, child.within(30))
    clips = []
    for number in range(2):
        child.send(Record(request_id=f"record {number}", camera_id="gate", for_s=2))
        clips.append(child.wait_for(ClipSaved, timeout_s=child.within(30), skip=number).clip)
    since, until = clips[0].started_at, clips[1].ended_at + timedelta(seconds=1)
    target = tmp_path / "export.zip"
    child.send(Export(request_id="x", target=str(target), camera_ids=("gate",), since=since, until=until, title="Vụ 1"))
    made = child.wait_for(Exported, timeout_s=child.within(30))
    assert (made.error, made.clips) == (None, 2)
    key = signing_key(SEED)[0]
    answer = verify(target, (key.thumbprint,))
    assert answer.verdict is Verdict.INTACT, answer.findings
    assert {finding.code for finding in answer.findings} <= {"clock_unsure"}
    with zipfile.ZipFile(target) as archive:
        for clip in clips:
            data = archive.read(clip.path)
            assert data == (storage / clip.path).read_bytes()
            assert "Cổng".encode() in data[-400:]  # the source, in the file itself
    assert SEED.hex() not in child.log.read_text()
    child.send(MakeSharedCopy(request_id="c", source=str(storage / clips[0].path), target=str(tmp_path / "c.mp4")))
    child.send(Cancel(request_id="x"))  # of one that is over: nothing happens
    assert child.wait_for(SharedCopyMade, timeout_s=child.within(30)).error is None
