"""The whole way of a household's footage: invitation, consent, event, still, clip, console, withdrawal."""

from datetime import timedelta

from conftest import Stage
from home import new_id

from mat_than_hub.jobs import finish_withdrawals
from mat_than_hub.keys import verify_ed25519
from mat_than_hub.protocol.consent import DeletionReceipt
from mat_than_hub.protocol.footage import StorageReceipt
from mat_than_hub.protocol.keys import comparison_code
from mat_than_hub.protocol.pairing import Invitation
from mat_than_hub.protocol.signed import Kind, open_object


async def test_a_household_joins_when_the_officer_has_compared_the_code(stage: Stage) -> None:
    home, link = stage.home(), await stage.invite()
    assert (await home.pair(link)).json()["state"] == "waiting"
    assert (await home.put_camera()).json()["type"] == "urn:mt:problem:not-confirmed"
    [household] = (await stage.officer.get("/api/households")).json()
    expected = comparison_code(home.public, stage.hub.key.public, Invitation.parse(link).code)
    assert household["comparison_code"] == expected
    await stage.officer.post(f"/api/households/{home.household_id}/confirm")
    state = await home.send("GET", f"/v1/pairings/{home.household_id}")
    assert state.json() == {"household_id": home.household_id, "state": "confirmed"}
    assert (await home.put_camera()).status_code == 201


async def test_event_still_and_clip_reach_the_officer_and_leave_after_withdrawal(
    stage: Stage, mp4: bytes, jpeg: bytes
) -> None:
    home = await stage.joined()
    consent_id = await home.put_consent()
    event = home.event(consent_id, zones=("cổng",), boxes=((0.1, 0.2, 0.3, 0.4),))
    assert await home.results(event) == [("accepted", None)]
    still_id = new_id()
    assert (await home.put_still(still_id, event.id, jpeg)).status_code == 201
    manifest = home.manifest(consent_id, mp4, event_ids=(event.id,))
    announced = await home.announce(manifest)
    assert announced.status_code == 201
    assert announced.headers["location"] == f"/v1/clips/{manifest.clip_id}/content"
    stored = await home.put_clip(manifest.clip_id, mp4)
    assert stored.status_code == 201, stored.text
    receipt = open_object(
        Kind.STORAGE_RECEIPT, StorageReceipt, stored.json()["receipt"], stage.hub.key.public, verify_ed25519
    )
    assert (receipt.clip_id, receipt.sha256) == (manifest.clip_id, manifest.sha256)

    [shown] = (await stage.officer.get("/api/events")).json()["events"]
    assert shown["camera"] == {"id": "cam-1", "name": "Cổng trước", "position": "gate"}
    assert shown["still_url"] == f"/api/stills/{still_id}"
    assert shown["clip"]["state"] == "stored"
    assert (await stage.officer.get(shown["still_url"])).content == jpeg
    assert (await stage.officer.get(shown["clip"]["url"])).content == mp4
    log = (await stage.officer.get("/api/access-log")).json()
    assert [entry["action"] for entry in log] == ["play_clip", "view_still"]
    assert {entry["event_id"] for entry in log} == {event.id}

    deletion = (await home.withdraw(consent_id)).json()
    assert deletion["done"] is False
    for path in (shown["still_url"], shown["clip"]["url"], f"/api/events/{event.id}"):
        assert (await stage.officer.get(path)).status_code == 410
    assert (await stage.officer.get("/api/events")).json()["events"] == []
    hub = stage.hub
    assert await finish_withdrawals(hub.db, hub.store, hub.key, hub.clock) == 1
    done = (await home.send("GET", f"/v1/deletions/{deletion['deletion_id']}")).json()
    proof = open_object(Kind.DELETION_RECEIPT, DeletionReceipt, done["receipt"], hub.key.public, verify_ed25519)
    assert (proof.events, proof.stills, proof.clips) == (1, 1, 1)
    assert proof.size_bytes == len(mp4) + len(jpeg)
    assert proof.first_at == manifest.started_at.replace(microsecond=manifest.started_at.microsecond // 1000 * 1000)
    assert await hub.store.list_keys() == []
    assert (await stage.officer.get(shown["clip"]["url"])).status_code == 410
    assert await home.results(event) == [("rejected", "consent-withdrawn")]
    assert proof.objects_deleted_at - proof.requested_at < timedelta(minutes=1)
