"""An outbox of each earlier version opens with everything in it.

`fixtures/outbox_*.sql` were written by those versions' own doors: events, stills and a clip that wait, a clip that the hub
would not have, one given up, one stored; from version 2 on an event for a case, from version 3 on drops the owner has seen.
"""

from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
import json
from pathlib import Path
import sqlite3

import pytest

from custom_components.mat_than.lib.mat_than_engine.model import Clip
from custom_components.mat_than.lib.mat_than_engine.protocol.consent import DataKind
from custom_components.mat_than.lib.mat_than_engine.protocol.footage import Event
from custom_components.mat_than.lib.mat_than_engine.wire import read
from custom_components.mat_than.sharing.outbox import Outbox
from custom_components.mat_than.sharing.parcel import NewParcel, Stage

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("outbox_*.sql"))
SAME_DAY = datetime(2026, 11, 22, 21, tzinfo=UTC)
WITH_CASES, WITH_SEEN = 2, 3


@dataclass(frozen=True)
class Kept:
    """An outbox's folder as a version left it."""

    version: int
    folder: Path

    def open(self) -> Outbox:
        outbox = Outbox(self.folder, lambda: SAME_DAY)
        outbox.open()
        return outbox

    def facts(self, question: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.folder / "outbox.sqlite3")) as db:
            return db.execute(question).fetchall()


@pytest.fixture(params=FIXTURES, ids=lambda path: path.stem)
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Kept:
    stored: Path = request.param
    (tmp_path / "copies").mkdir()
    with closing(sqlite3.connect(tmp_path / "outbox.sqlite3")) as db:
        db.executescript(stored.read_text())
        for (name,) in db.execute("SELECT file FROM parcels WHERE file IS NOT NULL"):
            (tmp_path / "copies" / name).write_bytes(b"a copy")
    return Kept(int(stored.stem.rpartition("_")[2]), tmp_path)


def test_there_is_a_fixture_of_each_version() -> None:
    assert [path.stem for path in FIXTURES] == ["outbox_1", "outbox_2", "outbox_3"]


def test_everything_that_waited_waits_and_can_still_be_read(kept: Kept) -> None:
    before = kept.facts("SELECT seq, object_id, stage, file, manifest FROM parcels ORDER BY seq")
    with closing(kept.open()) as outbox:
        parcels = outbox.all()
        assert [(p.seq, p.object_id, p.stage, p.file, p.manifest) for p in parcels] == before
        for_cases = 1 if kept.version >= WITH_CASES else 0
        waiting = Counter(parcel.kind for parcel in parcels if parcel.stage is Stage.WAITING)
        assert waiting == {DataKind.EVENTS: 4 + for_cases, DataKind.STILLS: 2, DataKind.CLIPS: 1}
        assert [(p.kind, p.reason) for p in parcels if p.stage is Stage.PARKED] == [
            (DataKind.CLIPS, "the hub will not have it")
        ]
        assert [p.request_id is not None for p in parcels].count(True) == for_cases
        for parcel in parcels:  # what a hub's line and the copier make of it
            if parcel.kind is DataKind.EVENTS:
                assert read(Event, json.loads(parcel.payload)).data.consent_id == parcel.consent_id
            elif parcel.kind is DataKind.CLIPS:
                assert read(Clip, json.loads(parcel.payload)).clip_id == parcel.object_id
        hub = parcels[0].hub
        (next_clip,) = outbox.next_to_send(hub, DataKind.CLIPS)
        assert (outbox.copies / str(next_clip.file)).exists()
        assert outbox.previous_manifest(hub, "cam1") is not None


def test_what_was_stored_and_given_up_is_remembered(kept: Kept) -> None:
    ((clip_id, receipt),) = kept.facts("SELECT clip_id, receipt FROM storage_receipts")
    with closing(kept.open()) as outbox:
        assert outbox.receipt(str(clip_id)) == [receipt]
        (figures,) = outbox.figures().hubs.values()
        unseen = 0 if kept.version >= WITH_SEEN else 1
        assert (figures.dropped, figures.dropped_unseen, figures.parked) == (1, unseen, 1)


def test_it_is_used_as_one_that_was_made_today(kept: Kept, tmp_path_factory: pytest.TempPathFactory) -> None:
    with closing(kept.open()) as outbox:
        like = outbox.all()[0]
        outbox.put(
            [
                NewParcel(
                    hub=like.hub,
                    kind=DataKind.CLIPS,
                    object_id="clip",
                    camera_id="cam1",
                    consent_id="consent",
                    first_at=SAME_DAY,
                    last_at=SAME_DAY,
                    event_id="clip",
                    source="clip.mp4",
                    request_id="request",
                )
            ]
        )
        new = outbox.next_copy(DataKind.CLIPS)
        assert new is not None
        assert new.request_id == "request"
        outbox.acknowledged([new], "receipt")
        outbox.drops_seen(like.hub)
        assert outbox.figures().hubs[like.hub].dropped_unseen == 0
    fresh = Kept(0, tmp_path_factory.mktemp("fresh"))
    fresh.open().close()
    columns = (
        "SELECT m.name, c.name, c.type FROM sqlite_schema m, pragma_table_info(m.name) c"
        " WHERE m.type IN ('table', 'index') AND m.name NOT LIKE 'sqlite_%' ORDER BY 1, 2"
    )
    assert kept.facts(columns) == fresh.facts(columns)
    kept.open().close()  # and once more
