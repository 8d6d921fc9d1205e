"""An index of any version made so far becomes one of this version, and is the same as one made anew."""

from datetime import timedelta
from pathlib import Path
import sqlite3
import threading

from hand_clock import HandClock
import pytest

from mat_than_engine.errors import StoreError
from mat_than_engine.keeping.clip_store import INDEX, ClipStore
from mat_than_engine.keeping.index import SCHEMA_VERSION, moment
from mat_than_engine.keeping.retention import CONTINUOUS, MARKED, MOTION

VERSION_1 = Path(__file__).with_name("index_version_1.sql")


@pytest.fixture
def old(tmp_path: Path) -> ClipStore:
    with sqlite3.connect(tmp_path / INDEX) as db:
        db.executescript(VERSION_1.read_text("utf-8"))
    return ClipStore(tmp_path)


def schema_of(store: ClipStore) -> list[tuple[str, str]]:
    with sqlite3.connect(store.index.file) as db:
        rows = db.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
        return [
            (name, " ".join(sql.replace("(", " ( ").replace(")", " ) ").replace(",", " , ").split()))
            for name, sql in rows
        ]


def test_an_index_of_version_1_keeps_everything_it_holds(old: ClipStore) -> None:
    old.prepare()
    newer, older = old.list("yard")
    assert (older.kind, older.event_ids, older.size_bytes, older.audio) == (
        "motion", ("01a1fd5b-6fa7-7a35-9a25-000000000001",), 812_345, "aac",
    )  # fmt: skip
    assert newer.codec == "hevc"
    assert older.started_at == moment(1_795_253_415_250)
    (recording,) = old.left_over()
    assert recording.clip_id.endswith("2f13")
    (gap,) = old.gaps("yard")
    assert gap.ended_at - gap.started_at == timedelta(seconds=60)
    assert old.half_deleted() == ("01a1fd5b-6fa7-7a35-9a25-3a4d3c1e2f12",)


def test_what_version_1_kept_is_counted(old: ClipStore) -> None:
    old.prepare()
    (total,) = old.totals()
    assert (total.camera_id, total.rank, total.clips, total.size_bytes) == ("yard", MOTION, 2, 1_312_345)
    assert old.size_bytes() == 1_312_345


def test_an_index_brought_up_is_like_one_made_anew(old: ClipStore, tmp_path: Path) -> None:
    old.prepare()
    new = ClipStore(tmp_path / "new")
    new.prepare()
    assert schema_of(old) == schema_of(new)
    with sqlite3.connect(old.index.file) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_several_processes_may_bring_it_up_at_once(old: ClipStore) -> None:
    errors: list[StoreError] = []

    def prepare() -> None:
        try:
            ClipStore(old.storage).prepare()
        except StoreError as err:
            errors.append(err)

    threads = [threading.Thread(target=prepare) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert len(old.list("yard")) == 2


def test_until_it_is_brought_up_nobody_reads_it_wrongly(old: ClipStore) -> None:
    with pytest.raises(StoreError):
        old.list("yard")


def test_what_is_counted_along_is_what_there_is(old: ClipStore, clock: HandClock) -> None:
    old.prepare()
    first, second = old.list("yard")
    old.mark(second.clip_id, ["e9"])
    with sqlite3.connect(old.index.file) as db:
        db.execute("UPDATE clips SET kind = 'continuous'")
    assert {(total.rank, total.clips) for total in old.totals()} == {(MARKED, 1), (CONTINUOUS, 1)}
    old.mark(first.clip_id, ["e1"])
    old.delete(second.clip_id, "owner", clock.wall)
    (total,) = old.totals()
    assert (total.rank, total.clips, total.size_bytes) == (MARKED, 1, first.size_bytes)


def test_flushing_leaves_everything_in_the_one_file(old: ClipStore) -> None:
    old.prepare()
    old.index.open()
    old.mark(old.list("yard")[0].clip_id, ["e9"])
    log = old.index.file.with_name(f"{INDEX}-wal")
    assert log.stat().st_size > 0
    old.index.flush()
    assert log.stat().st_size == 0
    old.index.close()


def test_a_read_within_a_read_sees_the_same_moment(old: ClipStore, clock: HandClock) -> None:
    old.prepare()
    first, second = old.list("yard")
    with old.index.read():
        assert old.list("yard") == (first, second)
        old.delete(second.clip_id, "owner", clock.wall)
        assert old.list("yard") == (first, second)
        threads_view: list[object] = []
        other = threading.Thread(target=lambda: threads_view.extend(old.list("yard")))
        other.start()
        other.join()
        assert threads_view == [first]
        with pytest.raises(StoreError), old.index.read() as db:
            db.execute("SELECT nothing")
    assert old.list("yard") == (first,)
