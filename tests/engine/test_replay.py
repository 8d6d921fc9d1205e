"""A clip looked at again says what the live detector said of it, as long as the settings are the same."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from eyes import eyes
from hand_clock import HandClock
import pytest

from mat_than_engine.commands import Replay
from mat_than_engine.keeping.clip_store import ClipStore
from mat_than_engine.model import Clip
from mat_than_engine.replay import began_at, replay
from mat_than_engine.reports import ReplayedClip
from mat_than_engine.settings import RecordSettings, WatchSettings, Zone

WHOLE = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
MEDIA = Path(__file__).parents[2] / "demo/media"
SCENES = ("yard_day", "gate_night", "street_h265")


@pytest.fixture(scope="module", params=SCENES)
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Clip], object]:
    """A scene watched and recorded by the engine's own eyes and recorder: the folder, its clips, its motions."""
    storage = tmp_path_factory.mktemp(request.param)
    with eyes(storage, MEDIA / f"{request.param}.sub.mp4", HandClock(), profile="quick") as camera:
        camera.look_to(91)
        camera.rest(6)
        clips = camera.clips()
        motions = [motion for motion in camera.motions if motion.phase == "end"]
    return storage, clips, motions


def store_in(storage: Path) -> ClipStore:
    store = ClipStore(storage)
    store.prepare()
    return store


def replayed(storage: Path, clips: list[str], **settings: object) -> list[ReplayedClip]:
    order = Replay(request_id="r", clips=tuple(clips), watch=WatchSettings(**settings))
    return list(replay(order, store_in(storage), UTC, lambda: False))


def test_the_same_settings_find_the_same_motion(kept) -> None:
    storage, clips, motions = kept
    assert clips
    reports = replayed(storage, [clip.path for clip in clips], profile="quick")
    assert [report.clip for report in reports] == [clip.path for clip in clips]
    assert [report.last for report in reports] == [False] * (len(clips) - 1) + [True]
    for clip, report in zip(clips, reports, strict=True):
        live = [
            (
                (motion.started_at - clip.started_at).total_seconds(),
                (motion.last_seen_at - clip.started_at).total_seconds(),
            )
            for motion in motions
            if motion.event_id in clip.event_ids
        ]
        assert report.error is None
        assert len(report.motions) == len(live)
        for (start_s, end_s, score, reason), (live_start_s, live_end_s) in zip(report.motions, live, strict=True):
            assert start_s == pytest.approx(live_start_s, abs=1.0)
            assert end_s == pytest.approx(live_end_s, abs=1.0)
            assert 0.5 <= score <= 1
            assert reason == "moving"


def test_other_settings_find_something_else(kept) -> None:
    storage, clips, _ = kept
    paths = [clip.path for clip in clips]
    nowhere = Zone(name="all", polygon=WHOLE, mode="exclude")
    assert all(report.motions == () for report in replayed(storage, paths, profile="quick", zones=(nowhere,)))
    giants = Zone(name="giants", polygon=WHOLE, smallest=0.9)
    assert all(report.motions == () for report in replayed(storage, paths, profile="quick", zones=(giants,)))


def test_zones_with_hours_ask_when_the_clip_was_recorded(kept) -> None:
    storage, clips, _ = kept
    began = clips[0].started_at
    late = Zone(
        name="late", polygon=WHOLE, active="hours", hours=(f"{began:%H:%M}", f"{began + timedelta(hours=1):%H:%M}")
    )
    early = replace(late, hours=(f"{began - timedelta(hours=2):%H:%M}", f"{began - timedelta(hours=1):%H:%M}"))
    assert replayed(storage, [clips[0].path], profile="quick", zones=(late,))[0].motions
    assert not replayed(storage, [clips[0].path], profile="quick", zones=(early,))[0].motions


def test_somebody_who_is_there_from_the_first_picture_is_seen_all_the_same(tmp_path: Path, clock: HandClock) -> None:
    with eyes(tmp_path, MEDIA / "yard_day.sub.mp4", clock, RecordSettings(pre_roll_s=0), profile="quick") as camera:
        camera.look_to(35)
        camera.rest(6)
        (clip,) = camera.clips()
        live = camera.motions[-1]
    ((start_s, end_s, *_),) = replayed(tmp_path, [clip.path], profile="quick")[0].motions
    assert clip.pre_roll_s < 2.1
    assert start_s == pytest.approx((live.started_at - clip.started_at).total_seconds(), abs=0.7)
    assert end_s == pytest.approx((live.last_seen_at - clip.started_at).total_seconds(), abs=0.7)


def test_a_clip_s_name_says_when_it_began() -> None:
    clip = "clips/yard/2026-11-22/20261122T011500250Z_0190.mp4"
    assert began_at(clip, ZoneInfo("Asia/Ho_Chi_Minh")) == datetime(2026, 11, 22, 1, 15, 0, 250000, tzinfo=UTC)
    assert began_at("clips/yard/2026-11-22/film.mp4", UTC) is None


def test_clips_that_cannot_be_read_are_named_and_the_others_go_on(tmp_path: Path, visit: dict[str, Path]) -> None:
    folder = tmp_path / "clips/yard"
    folder.mkdir(parents=True)
    (folder / "visit.mp4").write_bytes(visit["sub"].read_bytes())
    (folder / "letter.mp4").write_text("no video")
    paths = ["clips/yard/none.mp4", "clips/yard/letter.mp4", "../secret.mp4", "clips/yard/visit.mp4"]
    reports = replayed(tmp_path, paths, profile="economy")
    assert [report.error for report in reports] == ["missing", "unreadable", "missing", None]
    assert reports[-1].last
    assert len(reports[-1].motions) == 1


def test_a_cancelled_replay_says_so_and_goes_no_further(tmp_path: Path, visit: dict[str, Path]) -> None:
    folder = tmp_path / "clips/yard"
    folder.mkdir(parents=True)
    (folder / "visit.mp4").write_bytes(visit["sub"].read_bytes())
    asked = 0

    def stopped() -> bool:
        nonlocal asked
        asked += 1
        return asked > 100

    order = Replay(request_id="r", clips=("clips/yard/visit.mp4",) * 3, watch=WatchSettings())
    reports = list(replay(order, store_in(tmp_path), UTC, stopped))
    assert [(report.error, report.last) for report in reports] == [("cancelled", True)]
    assert asked < 120


def test_no_clips_are_an_answer_too(tmp_path: Path) -> None:
    assert [(report.error, report.last) for report in replayed(tmp_path, [])] == [("missing", True)]
