"""What leaves: at the end of its time, after a withdrawal that was interrupted, when nobody owns it."""

from datetime import timedelta
from pathlib import Path
from random import Random

from conftest import Stage
from home import Home, new_id
import pytest

from mat_than_hub.clips.models import Clip, Still
from mat_than_hub.consent_keys import ConsentKeys, KeyDestroyedError
from mat_than_hub.protocol.footage import ClipManifest, Event
from mat_than_hub.resources import Hub
from mat_than_hub.retention.expiry import expire
from mat_than_hub.retention.sweeper import sweep
from mat_than_hub.retention.withdrawal import finish_withdrawals
from mat_than_hub.sealing import PIECE_BYTES, SealBrokenError, SealedStore
from mat_than_hub.store import LocalClipStore


async def shared(home: Home, consent_id: str, mp4: bytes, jpeg: bytes) -> tuple[Event, ClipManifest]:
    event = home.event(consent_id)
    await home.results(event)
    await home.put_still(new_id(), event.id, jpeg)
    manifest = home.manifest(consent_id, mp4, event_ids=(event.id,))
    await home.announce(manifest)
    assert (await home.put_clip(manifest.clip_id, mp4)).status_code == 201
    return event, manifest


async def finish(hub: Hub) -> int:
    return await finish_withdrawals(hub.db, hub.store, hub.key, hub.clock)


async def test_what_a_consent_keeps_for_a_week_is_gone_after_a_week(stage: Stage, mp4: bytes, jpeg: bytes) -> None:
    home, hub = await stage.joined(), stage.hub
    week, day = await home.put_consent(retention_days=7), await home.put_consent(retention_days=1)
    kept, _ = await shared(home, week, mp4, jpeg)
    short, clip = await shared(home, day, mp4, jpeg)
    assert await expire(hub.db, hub.store, hub.clock, 30) == 0
    stage.clock.ahead = timedelta(days=2)
    await stage.officer.post("/api/login", json={"user_name": "lan", "password": "một mật khẩu dài"})
    assert await expire(hub.db, hub.store, hub.clock, 30) == 3
    assert len(await hub.store.list_keys()) == 2
    shown = (await stage.officer.get("/api/events")).json()["events"]
    assert [event["id"] for event in shown] == [kept.id]
    assert (await stage.officer.get(f"/api/clips/{clip.clip_id}")).status_code == 410
    assert await home.results(short) == [("rejected", "gone")]
    stage.clock.ahead = timedelta(days=3)
    assert await expire(hub.db, hub.store, hub.clock, 2) == 3


async def test_a_withdrawal_that_was_interrupted_goes_on_and_counts_the_same(
    stage: Stage, mp4: bytes, jpeg: bytes
) -> None:
    home, hub = await stage.joined(), stage.hub
    consent_id = await home.put_consent()
    await shared(home, consent_id, mp4, jpeg)
    other, _ = await shared(home, await home.put_consent(), mp4, jpeg)
    deletion_id = (await home.withdraw(consent_id)).json()["deletion_id"]
    for item in await hub.store.list_keys():  # as if the hub had been killed between objects and rows
        async with hub.db.read() as session:
            owner = await session.get_one(_table(item.key), _row_id(item.key))
        if owner.consent_id == consent_id:
            await hub.store.delete(item.key)
    assert await finish(hub) == 1
    assert await finish(hub) == 0
    [withdrawn] = [c for c in (await stage.officer.get("/api/consents")).json() if c["state"] == "withdrawn"]
    deletion = withdrawn["deletion"]
    assert (deletion["events"], deletion["stills"], deletion["clips"]) == (1, 1, 1)
    assert deletion["size_bytes"] == len(mp4) + len(jpeg)
    assert (await home.send("GET", f"/v1/deletions/{deletion_id}")).json()["receipt"] == deletion["receipt"]
    shown = (await stage.officer.get("/api/events")).json()["events"]
    assert [event["id"] for event in shown] == [other.id]


async def test_a_withdrawn_text_is_in_no_file_of_the_database(stage: Stage, mp4: bytes, jpeg: bytes) -> None:
    home, hub = await stage.joined(), stage.hub
    consent_id = await home.put_consent()
    marker = "zone-4711-marker"
    await home.results(home.event(consent_id, zones=(marker,)))
    await home.withdraw(consent_id)
    await finish(hub)
    for path in hub.settings.data.glob("hub.sqlite*"):
        assert marker.encode() not in path.read_bytes()


async def test_files_without_an_owner_are_swept_after_an_hour(stage: Stage, mp4: bytes, jpeg: bytes) -> None:
    home, hub = await stage.joined(), stage.hub
    await shared(home, await home.put_consent(), mp4, jpeg)
    upload = await hub.store.put("v1/x/2026-01-01/lost.mp4", new_id())
    await upload.write(b"lost")
    await upload.commit()
    unfinished = await hub.store.put("v1/x/2026-01-01/unfinished.mp4", new_id())
    await unfinished.write(b"x")
    assert await sweep(hub.db, hub.store, hub.clock) == 0
    stage.clock.ahead = timedelta(hours=1, minutes=1)
    assert await sweep(hub.db, hub.store, hub.clock) == 2
    assert len(await hub.store.list_keys()) == 2
    assert list((hub.settings.data / "objects/v1/x/2026-01-01").iterdir()) == []


def _table(key: str) -> type[Clip | Still]:
    return Clip if key.endswith(".mp4") else Still


def _row_id(key: str) -> str:
    return key.rpartition("/")[2][:36]


async def opened(store: SealedStore, key: str, consent_id: str, start: int, stop: int) -> bytes:
    return b"".join([piece async for piece in store.read(key, consent_id, start, stop)])


async def test_what_lies_on_disk_is_noise_and_after_the_withdrawal_for_ever(
    stage: Stage, mp4: bytes, jpeg: bytes
) -> None:
    home, hub = await stage.joined(), stage.hub
    consent_id = await home.put_consent()
    await shared(home, consent_id, mp4, jpeg)
    other, _ = await shared(home, await home.put_consent(), mp4, jpeg)
    files = [path for path in (hub.settings.data / "objects").rglob("*") if path.is_file()]
    backup = {path: path.read_bytes() for path in files}
    assert len(backup) == 4
    assert not [path for path, data in backup.items() if jpeg[200:232] in data or mp4[-2000:-1968] in data]
    [url] = [e["still_url"] for e in (await stage.officer.get("/api/events")).json()["events"] if e["id"] == other.id]
    assert (await stage.officer.get(url)).content == jpeg

    await home.withdraw(consent_id)
    await finish(hub)
    assert not await hub.store.keys.exists(consent_id)
    for path, data in backup.items():  # as if somebody had kept a copy of the disk
        path.write_bytes(data)
    for item in await hub.store.list_keys():
        with pytest.raises((KeyDestroyedError, SealBrokenError)):
            await opened(hub.store, item.key, consent_id, 0, 100)
    with pytest.raises(KeyDestroyedError):
        await hub.store.put("v1/x/2026-01-01/again.mp4", consent_id)
    assert (await stage.officer.get(url)).content == jpeg


async def test_a_range_of_a_sealed_object_is_that_range_and_a_changed_one_does_not_open(tmp_path: Path) -> None:
    store = SealedStore(LocalClipStore(tmp_path / "objects"), ConsentKeys(tmp_path / "keys"))
    consent_id, random = new_id(), Random(20261122)
    for size in (0, 1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 3 * PIECE_BYTES, 400_001):
        data, key = random.randbytes(size), f"v1/a/{size}"
        upload = await store.put(key, consent_id)
        for start in range(0, size, 50_000):
            await upload.write(data[start : start + 50_000])
        await upload.commit()
        found = await store.stat(key)
        assert found is not None
        assert found.size_bytes == size
        for _ in range(20):
            start, stop = sorted((random.randint(0, size), random.randint(0, size)))
            if start < stop:
                assert await opened(store, key, consent_id, start, stop) == data[start:stop]
    path = tmp_path / "objects/v1/a/400001"
    sound = path.read_bytes()
    sealed = PIECE_BYTES + 16
    swapped = sound[:32] + sound[32 + sealed : 32 + 2 * sealed] + sound[32 : 32 + sealed] + sound[32 + 2 * sealed :]
    for broken in (sound[:40] + b"\0" + sound[41:], swapped, sound[: 32 + 2 * sealed], b"x" + sound[1:]):
        path.write_bytes(broken)
        with pytest.raises(SealBrokenError):
            await opened(store, "v1/a/400001", consent_id, 0, 131_072)
