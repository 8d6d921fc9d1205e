"""What leaves: at the end of its time, after a withdrawal that was interrupted, when nobody owns it."""

from datetime import timedelta

from conftest import Stage
from home import Home, new_id

from mat_than_hub.clips.models import Clip, Still
from mat_than_hub.protocol.footage import ClipManifest, Event
from mat_than_hub.resources import Hub
from mat_than_hub.retention.expiry import expire
from mat_than_hub.retention.sweeper import sweep
from mat_than_hub.retention.withdrawal import finish_withdrawals


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
    upload = await hub.store.put("v1/x/2026-01-01/lost.mp4")
    await upload.write(b"lost")
    await upload.commit()
    unfinished = await hub.store.put("v1/x/2026-01-01/unfinished.mp4")
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
