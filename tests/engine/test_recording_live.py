"""Recording by the real engine from real RTSP cameras: everything, and what is asked for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby
from pathlib import Path
import time

from engine_child import EngineChild
import pytest
from rtsp_server import RtspServer

from mat_than_engine.commands import Configure, Record
from mat_than_engine.keeping.clip_store import ClipStore
from mat_than_engine.keeping.coverage import Span, spans_of
from mat_than_engine.model import CameraState, Clip
from mat_than_engine.reports import CameraStatus, ClipSaved, Done
from mat_than_engine.settings import CameraSettings, RecordMode, RecordSettings


@dataclass(frozen=True, slots=True)
class Home:
    """One engine that records real cameras for all tests here, each its own."""

    child: EngineChild
    server: RtspServer
    store: ClipStore

    def saved(self, camera_id: str, skip: int = 0) -> Clip:
        """A clip of the camera, after so many."""
        return self.child.wait_for(ClipSaved, lambda s: s.clip.camera_id == camera_id, 60, skip).clip

    def spans(self, camera_id: str, since: datetime) -> tuple[Span, ...]:
        """What the camera's time was, up to a second ago."""
        now = datetime.now(UTC)
        return spans_of(self.store, camera_id, since, now - timedelta(seconds=1), now)

    def is_told(self, camera_id: str, state: CameraState, skip: int = 0) -> CameraStatus:
        return self.child.wait_for(CameraStatus, lambda s: s.camera_id == camera_id and s.state is state, 60, skip)


def kinds(spans: Iterable[Span]) -> list[str]:
    """The kinds one after the other, the first three."""
    return [kind for kind, _ in groupby(span.kind for span in spans)][:3]


@pytest.fixture(scope="module")
def home(visit: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    folder = tmp_path_factory.mktemp("home")
    server = RtspServer(dict.fromkeys(("yard", "gate", "door"), visit["main"]))
    child = EngineChild(folder / "engine.log")
    modes = dict.fromkeys(("yard", "gate"), RecordMode.CONTINUOUS) | dict.fromkeys(("door", "attic"), RecordMode.OFF)
    cameras = tuple(
        CameraSettings(
            camera_id=name,
            name=name,
            main_url=server.url(name),
            detect=False,
            record=RecordSettings(mode=mode, segment_s=10),
        )
        for name, mode in modes.items()
    )
    child.send(Configure(storage=str(folder / "storage"), cameras=cameras))
    yield Home(child, server, ClipStore(folder / "storage"))
    child.kill()
    server.stop()


def test_an_order_is_answered_and_becomes_a_clip(home: Home) -> None:
    home.child.wait_for(CameraStatus, lambda s: s.camera_id == "door" and s.main is not None
                        and s.main.key_frame_interval_s is not None, 40)  # fmt: skip
    home.child.send(Record(request_id="r1", camera_id="door", for_s=3, pre_roll_s=1))
    home.child.send(Record(request_id="r2", camera_id="attic", for_s=3))
    home.child.send(Record(request_id="r3", camera_id="cellar", for_s=3))
    answers = {
        name: home.child.wait_for(Done, lambda done, name=name: done.request_id == name, 20)
        for name in ("r1", "r2", "r3")
    }
    assert {name: answer.error for name, answer in answers.items()} == {
        "r1": None, "r2": "not_live", "r3": "unknown_camera",
    }  # fmt: skip
    clip = home.saved("door")
    assert clip.kind == "asked"
    assert clip.pre_roll_s >= 1
    assert clip.duration_s == pytest.approx(clip.pre_roll_s + 3, abs=0.5)


def test_a_camera_nobody_watches_is_recorded_without_a_hole(home: Home) -> None:
    first, second = home.saved("yard"), home.saved("yard", skip=1)
    assert (first.kind, second.kind) == ("continuous", "continuous")
    assert first.ended_at == second.started_at
    assert 10 <= first.duration_s <= 12.2
    (span,) = spans_of(home.store, "yard", first.started_at, second.ended_at, datetime.now(UTC))
    assert span.kind == "recorded"


def test_a_pulled_cable_is_an_absence_with_its_cause(home: Home) -> None:
    home.saved("gate")
    home.server.unplug("gate")
    before = sum(saved.clip.camera_id == "gate" for saved in home.child.all_of(ClipSaved))
    home.is_told("gate", CameraState.RETRYING)
    last = home.saved("gate", skip=before)
    lives = sum(s.camera_id == "gate" and s.state is CameraState.LIVE for s in home.child.all_of(CameraStatus))
    home.server.plug_in("gate")
    home.is_told("gate", CameraState.LIVE, skip=lives)
    spans = home.spans("gate", last.started_at)
    until = time.monotonic() + 20
    while kinds(spans) != ["recorded", "absent", "recorded"] and time.monotonic() < until:
        time.sleep(0.2)  # a segment counts from its first key frame on
        spans = home.spans("gate", last.started_at)
    assert kinds(spans) == ["recorded", "absent", "recorded"]
    cause, *more = (span.cause for span in spans if span.kind == "absent")
    assert cause in {"ended", "path", "no_data", "host"}
    assert set(more) <= {"path", "no_data", "host", "connecting"}  # of its attempts to be back
    assert abs(spans[1].start - last.ended_at) < timedelta(seconds=1)
