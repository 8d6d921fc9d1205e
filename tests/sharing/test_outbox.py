"""What waits for the hubs survives everything but the hub's acknowledgement, the owner's will, and the lack of room."""

from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
import random
import signal
import sqlite3
import subprocess
import sys
import time
from uuid import uuid7

import pytest

from custom_components.mat_than.lib.mat_than_engine.protocol.consent import DataKind
from custom_components.mat_than.sharing.errors import OutboxError
from custom_components.mat_than.sharing.outbox import Outbox
from custom_components.mat_than.sharing.parcel import MadeCopy, NewParcel, Parcel, Stage

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)


def parcel(kind: DataKind = DataKind.EVENTS, hub: str = "hub", **changes: object) -> NewParcel:
    object_id = str(uuid7())
    facts: dict[str, object] = {
        "camera_id": "cam1",
        "consent_id": "consent",
        "first_at": NOW,
        "last_at": NOW,
        "payload": '{"phase":"start"}',
        "source": None if kind is DataKind.EVENTS else "/clips/a.mp4",
    }
    return NewParcel(hub=hub, kind=kind, object_id=object_id, event_id=object_id, **(facts | changes))  # type: ignore[arg-type]  # a bag of fields


@pytest.fixture
def make(tmp_path: Path) -> Generator[Callable[..., Outbox]]:
    opened: list[Outbox] = []

    def open_outbox(now: datetime = NOW, **limits: int) -> Outbox:
        outbox = Outbox(tmp_path / "outbox", lambda: now, **limits)
        outbox.open()
        opened.append(outbox)
        return outbox

    yield open_outbox
    for outbox in opened:
        outbox.close()


def made(outbox: Outbox, what: Parcel, size_bytes: int = 10) -> MadeCopy:
    name = f"{what.object_id}.mp4"
    (outbox.copies / name).write_bytes(b"x" * size_bytes)
    return MadeCopy(file=name, sha256="0" * 64, size_bytes=size_bytes, masked=False, manifest="m", manifest_hash="h")


def with_copy(outbox: Outbox, size_bytes: int = 10, kind: DataKind = DataKind.CLIPS) -> Parcel:
    new = parcel(kind)
    outbox.put([new])
    waiting = next(p for p in outbox.all() if p.object_id == new.object_id)
    assert outbox.copied(waiting, made(outbox, waiting, size_bytes))
    return next((p for p in outbox.all() if p.object_id == new.object_id), waiting)


def test_the_oldest_of_a_kind_is_sent_first(make: Callable[..., Outbox]) -> None:
    outbox = make()
    events = [parcel(), parcel(), parcel(hub="another")]
    outbox.put(events)
    assert [p.object_id for p in outbox.next_to_send("hub", DataKind.EVENTS, 10)] == [e.object_id for e in events[:2]]


def test_an_update_takes_the_place_of_what_still_waits(make: Callable[..., Outbox]) -> None:
    outbox = make()
    start = parcel()
    outbox.put([start])
    outbox.put([replace(start, payload='{"phase":"end"}')])
    waiting = outbox.next_to_send("hub", DataKind.EVENTS, 10)
    assert [(p.payload, p.revision) for p in waiting] == [('{"phase":"end"}', 2)]


def test_an_acknowledgement_of_the_start_does_not_end_a_later_update(make: Callable[..., Outbox]) -> None:
    outbox = make()
    start = parcel()
    outbox.put([start])
    sent = outbox.next_to_send("hub", DataKind.EVENTS, 1)
    outbox.put([replace(start, payload='{"phase":"end"}')])
    outbox.acknowledged(sent)
    assert [p.payload for p in outbox.next_to_send("hub", DataKind.EVENTS, 1)] == ['{"phase":"end"}']


def test_a_file_waits_for_its_copy_and_is_removed_with_the_acknowledgement(make: Callable[..., Outbox]) -> None:
    outbox = make()
    clip = with_copy(outbox)
    assert clip.stage is Stage.WAITING
    assert outbox.previous_manifest("hub", "cam1") == "h"
    outbox.acknowledged([clip], "receipt")
    assert outbox.all() == []
    assert list(outbox.copies.iterdir()) == []
    assert outbox.receipt(clip.object_id) == ["receipt"]


def test_a_copy_that_comes_after_a_withdrawal_is_removed(make: Callable[..., Outbox]) -> None:
    outbox = make()
    outbox.put([parcel(DataKind.CLIPS)])
    copying = outbox.next_copy(DataKind.CLIPS)
    assert copying is not None
    outbox.discard(outbox.of_consent("consent"))
    assert not outbox.copied(copying, made(outbox, copying))
    assert list(outbox.copies.iterdir()) == []


def test_when_there_is_no_room_clips_go_first_and_events_stay(make: Callable[..., Outbox]) -> None:
    outbox = make(largest_bytes=100)
    outbox.put([parcel()])
    with_copy(outbox, 60, DataKind.STILLS)
    old = with_copy(outbox, 30)
    with_copy(outbox, 40)
    assert old.object_id not in {p.object_id for p in outbox.all()}
    assert [p.kind for p in outbox.all()] == [DataKind.EVENTS, DataKind.STILLS, DataKind.CLIPS]
    assert outbox.figures().hubs["hub"].dropped == 1
    assert len(list(outbox.copies.iterdir())) == 2


def test_too_many_parcels_drop_the_oldest_clips_then_stills_then_events(make: Callable[..., Outbox]) -> None:
    outbox = make(most_parcels=3)
    clip, still, *events = parcel(DataKind.CLIPS), parcel(DataKind.STILLS), *(parcel() for _ in range(4))
    outbox.put([clip, still])
    outbox.put(events)
    assert [p.object_id for p in outbox.all()] == [event.object_id for event in events[1:]]
    assert outbox.figures().hubs["hub"].dropped == 3


def test_what_is_older_than_a_hub_takes_is_dropped_and_counted(make: Callable[..., Outbox]) -> None:
    outbox = make()
    outbox.put([parcel(first_at=NOW - timedelta(days=32), last_at=NOW - timedelta(days=32)), parcel()])
    assert len(outbox.all()) == 1
    assert outbox.figures().hubs["hub"].dropped == 1


def test_a_damaged_database_is_set_aside_and_a_new_one_begun(make: Callable[..., Outbox], tmp_path: Path) -> None:
    outbox = make()
    outbox.put([parcel()])
    outbox.close()
    for name in ("outbox.sqlite3-wal", "outbox.sqlite3-shm"):
        (tmp_path / "outbox" / name).unlink(missing_ok=True)
    (tmp_path / "outbox/outbox.sqlite3").write_bytes(b"not a database, for longer than its header" * 100)
    again = make()
    assert again.all() == []
    again.put([parcel()])
    assert (tmp_path / "outbox/outbox.sqlite3.damaged").exists()


def test_a_folder_that_cannot_be_written_is_one_error(tmp_path: Path) -> None:
    (tmp_path / "outbox").write_text("a file where a folder should be")
    with pytest.raises(OutboxError):
        Outbox(tmp_path / "outbox", lambda: NOW).open()


def test_a_lost_copy_is_made_anew_and_a_copy_without_a_row_is_removed(make: Callable[..., Outbox]) -> None:
    outbox = make()
    clip = with_copy(outbox)
    (outbox.copies / (clip.file or "")).unlink()
    (outbox.copies / "stranger.mp4").write_bytes(b"?")
    outbox.close()
    again = make()
    assert [p.stage for p in again.all()] == [Stage.COPYING]
    assert list(again.copies.iterdir()) == []


# The outbox needs nothing of Home Assistant; packages without their `__init__` spare the child from loading it.
_WRITER = """
import sys
from types import ModuleType
for name in ("custom_components", "custom_components.mat_than", "custom_components.mat_than.sharing"):
    package = sys.modules[name] = ModuleType(name)
    package.__path__ = [name.replace(".", "/")]
from datetime import UTC, datetime
from pathlib import Path
from custom_components.mat_than.lib.mat_than_engine.protocol.consent import DataKind
from custom_components.mat_than.sharing.outbox import Outbox
from custom_components.mat_than.sharing.parcel import MadeCopy, NewParcel

now = datetime(2026, 11, 22, 8, tzinfo=UTC)
outbox = Outbox(Path(sys.argv[1]), lambda: now)
outbox.open()
number = 0
while True:
    number += 1
    kind = DataKind.CLIPS if number % 3 == 0 else DataKind.EVENTS
    name = f"{sys.argv[2]}-{number}"
    source = "/clips/a.mp4" if kind is DataKind.CLIPS else None
    outbox.put([NewParcel(hub="hub", kind=kind, object_id=name, camera_id="cam1", consent_id="c", first_at=now,
                          last_at=now, event_id=name, payload="{}", source=source)])
    print("kept", name, flush=True)
    copying = outbox.next_copy(DataKind.CLIPS)
    if copying is not None:
        (outbox.copies / name).write_bytes(b"x" * 1000)
        outbox.copied(copying, MadeCopy(file=name, sha256="0" * 64, size_bytes=1000, masked=False))
    waiting = outbox.next_to_send("hub", kind, 1)
    if number % 5 == 0 and waiting:
        print("leaving", waiting[0].object_id, flush=True)
        outbox.acknowledged(waiting)
"""


def test_nothing_that_was_kept_is_lost_by_kills_at_any_moment(tmp_path: Path, make: Callable[..., Outbox]) -> None:
    kept: set[str] = set()
    left: set[str] = set()
    for turn in range(8):
        writer = subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(tmp_path / "outbox"), str(turn)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        assert writer.stdout is not None
        first = writer.stdout.readline()
        time.sleep(random.uniform(0.05, 0.4))
        writer.send_signal(signal.SIGKILL)
        for line in [first, *writer.stdout.read().splitlines()]:
            word, _, name = line.strip().partition(" ")
            (kept if word == "kept" else left).add(name)
        writer.wait()
        writer.stdout.close()
    assert len(kept) > 8
    outbox = make()
    there = {p.object_id: p for p in outbox.all()}
    assert kept - left <= there.keys()
    files = {path.name for path in outbox.copies.iterdir()}
    assert files == {p.file for p in there.values() if p.file is not None}
    assert all(p.file is not None for p in there.values() if p.kind is DataKind.CLIPS and p.stage is Stage.WAITING)


def test_what_was_given_for_a_case_goes_first_and_is_given_up_last(make: Callable[..., Outbox]) -> None:
    outbox = make()
    usual = with_copy(outbox)
    outbox.put([given := parcel(DataKind.CLIPS, request_id="request")])
    copied = outbox.next_copy(DataKind.CLIPS)
    assert copied is not None
    assert copied.object_id == given.object_id
    outbox.copied(copied, made(outbox, copied))
    assert [p.object_id for p in outbox.next_to_send("hub", DataKind.CLIPS, 2)] == [given.object_id, usual.object_id]
    assert outbox.figures().requests["request"].waiting == 1
    outbox.acknowledged(outbox.next_to_send("hub", DataKind.CLIPS), "a receipt")
    figures = outbox.figures().requests["request"]
    assert (figures.waiting, figures.sent) == (0, 1)
    assert outbox.sent_already("hub", given.object_id)
    assert not outbox.sent_already("hub", usual.object_id)
    outbox.close()
    tight = make(most_parcels=2)
    tight.put([old := parcel(DataKind.CLIPS, request_id="request"), parcel(DataKind.CLIPS), parcel(DataKind.CLIPS)])
    assert old.object_id in {waiting.object_id for waiting in tight.all()}


def test_footage_for_a_case_may_be_older_than_anything_else_that_waits(make: Callable[..., Outbox]) -> None:
    outbox = make()
    long_ago = NOW - timedelta(days=40)
    times = {"first_at": long_ago, "last_at": long_ago}
    outbox.put([parcel(DataKind.CLIPS, **times), given := parcel(DataKind.CLIPS, request_id="request", **times)])
    assert [waiting.object_id for waiting in outbox.all()] == [given.object_id]


def test_hours_of_footage_are_copied_only_a_little_ahead(make: Callable[..., Outbox]) -> None:
    outbox = make(ahead_bytes=15)
    usual = parcel(DataKind.CLIPS, camera_id="cam2")
    outbox.put([*(parcel(DataKind.CLIPS, request_id="request") for _ in range(3)), usual])
    for _ in range(2):
        given = outbox.next_copy(DataKind.CLIPS)
        assert given is not None
        assert given.request_id == "request"
        outbox.copied(given, made(outbox, given))
    following = outbox.next_copy(DataKind.CLIPS)
    assert following is not None
    assert following.object_id == usual.object_id
    outbox.acknowledged(outbox.next_to_send("hub", DataKind.CLIPS))
    following = outbox.next_copy(DataKind.CLIPS)
    assert following is not None
    assert following.request_id == "request"


def test_an_outbox_from_before_there_were_requests_goes_on(make: Callable[..., Outbox], tmp_path: Path) -> None:
    outbox = make()
    outbox.put([waiting := parcel()])
    outbox.close()
    with closing(sqlite3.connect(tmp_path / "outbox/outbox.sqlite3")) as db:
        db.executescript(
            "DROP INDEX parcels_of_cases; DROP INDEX receipts_of_cases;"
            "ALTER TABLE parcels DROP COLUMN request_id; ALTER TABLE storage_receipts DROP COLUMN request_id;"
        )
    again = make()
    assert [(p.object_id, p.request_id) for p in again.all()] == [(waiting.object_id, None)]
    again.put([parcel(DataKind.CLIPS, request_id="request")])
    assert again.figures().requests["request"].waiting == 1
