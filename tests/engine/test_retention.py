"""What goes and what stays: by days, by room, by camera, by will; nothing that is protected goes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from hand_clock import HandClock
import pytest

from mat_than_engine.commands import Configure, DeleteClips, Flush, Protect, Unprotect
from mat_than_engine.keeping.account import Standing
from mat_than_engine.keeping.clip_store import ClipStore, clip_path, still_path
from mat_than_engine.keeping.custodian import Custodian
from mat_than_engine.keeping.forecast import Stock, days_left, stocks_of
from mat_than_engine.keeping.ledger import Ledger
from mat_than_engine.keeping.protection import Protection, Protections
from mat_than_engine.keeping.retention import Retention
from mat_than_engine.model import Clip
from mat_than_engine.reports import ClipsDeleted, Coverage, Done, Report, StorageFigures
from mat_than_engine.settings import CameraSettings, RecordMode, RecordSettings, RetentionSettings

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
MB = 1_000_000

type Kept = Callable[..., Clip]


@pytest.fixture
def store(tmp_path: Path) -> ClipStore:
    store = ClipStore(tmp_path)
    store.prepare()
    return store


@pytest.fixture
def kept(store: ClipStore) -> Kept:
    """Adds a clip that claims to be as large as it likes."""

    def keep(
        clip_id: str, ago: timedelta, kind: Literal["motion", "continuous", "asked"] = "motion", camera: str = "yard",
        size: int = MB, events: tuple[str, ...] = (),
    ) -> Clip:  # fmt: skip
        started = NOON - ago
        path, still = clip_path(camera, started, clip_id), still_path(camera, started, clip_id)
        store.inside(path).parent.mkdir(parents=True, exist_ok=True)
        store.inside(path).write_bytes(b"x")
        store.inside(still).write_bytes(b"x")
        clip = Clip(
            clip_id=clip_id, camera_id=camera, event_ids=events, path=path, still=still, started_at=started,
            ended_at=started + timedelta(seconds=60), duration_s=60.0, pre_roll_s=0.0, size_bytes=size,
            sha256="0" * 64, codec="h264", width=1280, height=720, kind=kind,
        )  # fmt: skip
        store.add(clip)
        return clip

    return keep


def gone(reports: tuple[ClipsDeleted, ...]) -> set[tuple[str, str]]:
    """Why what was deleted."""
    return {(report.reason, clip_id) for report in reports for clip_id in report.clip_ids}


def limits(**limits: float) -> Retention:
    """Without limits but these; the disk of the tests may be as full as it is."""
    return replace(Retention(days=0, gigabytes=0, continuous_days=0, free_percent=0), **limits)  # type: ignore[arg-type]


def test_motion_is_kept_longer_than_what_shows_none(store: ClipStore, kept: Kept) -> None:
    kept("motion", 5 * DAY)
    kept("old motion", 15 * DAY)
    kept("quiet", 5 * DAY, "continuous")
    kept("fresh", 2 * DAY, "continuous")
    reports = limits(days=14, continuous_days=3).enforce(store, NOON)
    assert gone(reports) == {("age", "old motion"), ("age", "quiet")}


@pytest.mark.parametrize(("mode", "left"), [(RecordMode.CONTINUOUS, {"marked"}), (RecordMode.BOTH, set[str]())])
def test_a_segment_with_motion_on_it_is_kept_as_motion_where_it_is_all_there_is(
    store: ClipStore, kept: Kept, mode: RecordMode, left: set[str]
) -> None:
    kept("marked", 5 * DAY, "continuous", events=("e1",))
    kept("quiet", 5 * DAY, "continuous")
    limits(days=14, continuous_days=3, cameras={"yard": RecordSettings(mode=mode)}).enforce(store, NOON)  # type: ignore[arg-type]
    assert {clip.clip_id for clip in store.list()} == left


def test_what_a_camera_says_goes_before_what_the_place_says(store: ClipStore, kept: Kept) -> None:
    kept("y", 5 * DAY)
    kept("g", 5 * DAY, camera="gate")
    cameras = {"yard": RecordSettings(days=2), "gate": RecordSettings(days=30)}
    reports = limits(days=4, cameras=cameras).enforce(store, NOON)  # type: ignore[arg-type]
    assert gone(reports) == {("age", "y")}


def test_a_camera_keeps_to_its_own_gigabytes(store: ClipStore, kept: Kept) -> None:
    for number in range(5):
        kept(f"y{number}", (5 - number) * DAY)
        kept(f"g{number}", (5 - number) * DAY, camera="gate")
    reports = limits(cameras={"yard": RecordSettings(gigabytes=3 * MB / 1e9)}).enforce(store, NOON)  # type: ignore[arg-type]
    assert gone(reports) == {("space", "y0"), ("space", "y1")}


def test_for_room_the_continuous_goes_first_then_what_is_marked_then_motion(store: ClipStore, kept: Kept) -> None:
    kept("motion", 9 * DAY)
    kept("marked", 1 * DAY, "continuous", events=("e1",))
    kept("quiet", 1 * DAY, "continuous")
    kept("asked", 8 * DAY, "asked")
    order = []
    for room in (3, 2, 1, 0.5):
        order += [clip_id for _, clip_id in gone(limits(gigabytes=room * MB / 1e9).enforce(store, NOON))]
    assert order == ["quiet", "marked", "motion", "asked"]


def test_a_clip_from_before_the_clock_was_set_has_no_age(store: ClipStore, kept: Kept) -> None:
    clip = kept("undated", NOON - datetime(1970, 1, 1, 0, 5, tzinfo=UTC))
    assert limits(days=14).enforce(store, NOON) == ()
    assert store.path_of(clip).exists()
    assert gone(limits(gigabytes=1e-9).enforce(store, NOON)) == {("space", "undated")}


def protect(store: ClipStore, *clip_ids: str, budget_bytes: int = 0, until: datetime | None = None) -> str | None:
    wish = Protection(clip_id="", owner="Lan", reason="mất xe", since=NOON, until=until)
    return Protections(store).protect(clip_ids, wish, budget_bytes, NOON)


def test_a_protected_clip_outlives_its_days_and_any_want_of_room(store: ClipStore, kept: Kept) -> None:
    kept("safe", 30 * DAY)
    kept("other", 30 * DAY)
    assert protect(store, "safe") is None
    assert gone(limits(days=14, gigabytes=1e-9).enforce(store, NOON)) == {("age", "other")}
    assert not store.delete("safe")
    assert limits().make_room(store, NOON, 10**12) == ()
    assert store.get("safe") is not None


def test_protected_clips_take_nothing_from_the_others(store: ClipStore, kept: Kept) -> None:
    kept("safe", 3 * DAY)
    kept("other", 2 * DAY)
    protect(store, "safe")
    assert limits(gigabytes=1 * MB / 1e9).enforce(store, NOON) == ()


def test_a_protection_ends_when_it_said_and_then_nothing_goes_silently(store: ClipStore, kept: Kept) -> None:
    kept("safe", 30 * DAY)
    protect(store, "safe", until=NOON + DAY)
    retention = limits(days=14)
    assert retention.enforce(store, NOON) == ()
    assert gone(retention.enforce(store, NOON + 2 * DAY)) == {("age", "safe")}


def test_protection_has_a_budget_of_its_own_and_takes_all_or_none(store: ClipStore, kept: Kept) -> None:
    for number in range(3):
        kept(f"c{number}", DAY)
    assert protect(store, "c0", budget_bytes=2 * MB) is None
    assert protect(store, "c1", "c2", budget_bytes=2 * MB) == "over_budget"
    assert protect(store, "c1", "nobody", budget_bytes=2 * MB) == "unknown_clip"
    assert protect(store, "c0", "c1", budget_bytes=2 * MB) is None  # what is protected already counts once
    assert {p.clip_id for p in Protections(store).all(NOON)} == {"c0", "c1"}
    assert Protections(store).unprotect(["c0", "c2"]) == 1


def test_a_day_of_two_thousand_clips_comes_in_pages(store: ClipStore, kept: Kept) -> None:
    with store.index.write() as db:
        db.executemany(
            "INSERT INTO clips (clip_id, camera_id, event_ids, path, started_ms, ended_ms, duration_s, pre_roll_s, "
            "size_bytes, sha256, codec, width, height) VALUES (?,'yard','[]',?,?,?,1,0,1,'','h264',1,1)",
            [(f"c{n:04d}", f"clips/yard/d/{n}", n // 2 * 1000, n // 2 * 1000 + 1) for n in range(2000)],
        )
    first = store.page("yard")
    second = store.page("yard", after=first.following)
    assert (len(first.clips), len(second.clips)) == (1000, 1000)
    assert store.page("yard", after=second.following).clips == ()
    ids = [clip.clip_id for clip in (*first.clips, *second.clips)]
    assert ids == [f"c{n:04d}" for n in reversed(range(2000))]
    assert store.count("yard") == 2000
    assert store.page("yard", kind="continuous").clips == ()


# How long the disk will do.


def test_a_disk_that_holds_all_there_will_ever_be_has_no_end() -> None:
    assert days_left([Stock(held_bytes=10, age_days=10, bytes_per_day=1, kept_days=10)], 10.5) is None


def test_days_left_are_those_until_room_is_wanted() -> None:
    fresh = Stock(held_bytes=0, age_days=0, bytes_per_day=2, kept_days=30)
    assert days_left([fresh], 46) == pytest.approx(23, abs=0.1)
    assert days_left([fresh, fresh], 46) == pytest.approx(11.5, abs=0.1)
    assert days_left([Stock(held_bytes=50, age_days=5, bytes_per_day=1, kept_days=30)], 46) == 0.0


def test_without_a_limit_of_days_the_disk_always_fills() -> None:
    assert days_left([Stock(held_bytes=0, age_days=0, bytes_per_day=1, kept_days=0)], 100) == pytest.approx(
        100, abs=0.1
    )


def test_what_grows_too_old_makes_room_for_what_comes() -> None:
    full = Stock(held_bytes=30, age_days=30, bytes_per_day=1, kept_days=30)
    assert days_left([full], 31) is None
    assert days_left([replace(full, bytes_per_day=2)], 40) == pytest.approx(10, abs=0.1)


def test_the_rate_is_that_of_the_last_three_days(store: ClipStore, kept: Kept) -> None:
    for hour in range(72):
        kept(f"c{hour}", timedelta(hours=hour, minutes=30), size=MB)
    kept("long ago", 10 * DAY, size=100 * MB)
    (stock,) = stocks_of(store, limits(days=14), NOON)
    assert stock.bytes_per_day == pytest.approx(24 * MB)
    assert stock.held_bytes == 172 * MB
    assert stock.age_days == pytest.approx(10)


def test_of_an_hour_nothing_is_foretold(store: ClipStore, kept: Kept) -> None:
    kept("c", timedelta(minutes=30))
    assert stocks_of(store, limits(), NOON) == ()


# The custodian's answers.


@pytest.fixture
def custodian(store: ClipStore, clock: HandClock) -> Custodian:
    clock.wall = NOON
    custodian = Custodian(store, [].append, clock)
    custodian.configure(_configure(store))
    return custodian


def _configure(store: ClipStore) -> Configure:
    camera = CameraSettings(camera_id="yard", name="Sân", main_url="rtsp://camera/1")
    retention = RetentionSettings(days=14, protected_gigabytes=2 * MB / 1e9, free_percent=0)
    return Configure(storage=str(store.storage), cameras=(camera,), retention=retention, time_zone="Asia/Ho_Chi_Minh")


def test_orders_are_answered(custodian: Custodian, store: ClipStore, kept: Kept) -> None:
    for number in range(3):
        kept(f"c{number}", DAY)
    keep = Protect(request_id="1", clip_ids=("c0", "c1"), owner="Lan", reason="mất xe")
    assert custodian.protect(keep) == Done(request_id="1", count=2)
    assert custodian.protect(replace(keep, clip_ids=("c2",))).error == "over_budget"
    assert custodian.delete(DeleteClips(request_id="2", clip_ids=("c0", "c2"))).error == "protected"
    assert store.count() == 3
    assert custodian.unprotect(Unprotect(request_id="3", clip_ids=("c0",))) == Done(request_id="3", count=1)
    assert custodian.delete(DeleteClips(request_id="4", clip_ids=("c0", "c2"))) == Done(request_id="4", count=2)
    assert custodian.delete(DeleteClips(request_id="5", clip_ids=("c0",))).error == "unknown_clip"
    assert custodian.flush(Flush(request_id="6")) == Done(request_id="6", count=1)


def test_storage_and_coverage_are_told_each_minute(store: ClipStore, kept: Kept, clock: HandClock) -> None:
    clock.wall = NOON
    reports: list[Report] = []
    custodian = Custodian(store, reports.append, clock)
    custodian.configure(_configure(store))
    kept("c0", timedelta(hours=2))
    for _ in range(180):
        custodian.round()
        clock.advance(1)
    figures = [report for report in reports if isinstance(report, StorageFigures)]
    assert len(figures) == 3
    assert (figures[0].clips, figures[0].used_bytes, figures[0].trouble) == (1, MB, None)
    coverage = [report for report in reports if isinstance(report, Coverage)]
    assert len(coverage) == 3
    assert coverage[0].recorded_s == 60.0


@pytest.mark.parametrize("spoken_after_s", [3, None])
def test_a_restart_is_a_gap_only_when_a_camera_has_nothing_to_say_for_half_a_minute(
    store: ClipStore, clock: HandClock, spoken_after_s: int | None
) -> None:
    clock.wall = NOON
    before = Ledger(store, clock)
    before.stands("yard", Standing.WATCHED, clock.wall)
    before.flush()
    clock.advance(45)  # nothing runs
    started = ClipStore(store.storage)
    reports: list[Report] = []
    custodian = Custodian(started, reports.append, clock)
    custodian.configure(_configure(started))
    told_after = None
    for second in range(60):
        if second == spoken_after_s:
            shard = Ledger(started, clock)
            shard.stands("yard", Standing.CONNECTING, clock.wall)
            shard.flush()
        custodian.round()
        if told_after is None and any(isinstance(r, Coverage) and r.unexplained_s > 0 for r in reports):
            told_after = second
        clock.advance(1)
    coverage = [report for report in reports if isinstance(report, Coverage)]
    assert coverage != []
    if spoken_after_s is None:
        assert told_after is not None
        assert 30 <= told_after <= 60
    else:
        assert told_after is None
        assert coverage[0].absent[-1].cause in {"engine_stopped", "not_set_up"}


def test_a_second_that_nothing_explains_is_told_within_a_minute(store: ClipStore, clock: HandClock) -> None:
    clock.wall = NOON
    reports: list[Report] = []
    custodian = Custodian(store, reports.append, clock)
    custodian.configure(_configure(store))
    with store.index.write() as db:  # an engine that noted it records everything, and does not
        db.execute(
            "INSERT INTO spans (camera_id, started_ms, kind, writer) VALUES ('yard', ?, 'continuous', ?)",
            (round((NOON - DAY).timestamp() * 1000), store.writer),
        )
        db.execute("INSERT INTO beats VALUES (?, '', ?)", (store.writer, round(NOON.timestamp() * 1000) + 3_600_000))
        db.execute(
            "INSERT INTO gaps VALUES ('yard', ?, ?, 'disk_full')",
            (round((NOON - DAY).timestamp() * 1000), round(NOON.timestamp() * 1000)),
        )
    told_after = None
    for second in range(90):
        custodian.round()
        if told_after is None and any(isinstance(r, Coverage) and r.unexplained_s >= 2 for r in reports):
            told_after = second
        clock.advance(1)
    assert told_after is not None
    assert told_after <= 60
    print(f"unexplained: told {told_after} s after it began")
