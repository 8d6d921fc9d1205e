"""Legal holds: two officers decide, a withdrawal leaves only what is held, readable through the hold alone, until it is over."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

from casework import member, problem
from conftest import Stage
from home import Home, new_id
import httpx
import pytest
from test_retention import finish, shared

from mat_than_hub.consent_keys import KeyDestroyedError
from mat_than_hub.holds.ending import finish_holds
from mat_than_hub.holds.keeping import key_name
from mat_than_hub.keys import verify_ed25519
from mat_than_hub.members.roles import Role
from mat_than_hub.protocol.access import AccessLog
from mat_than_hub.protocol.consent import Deletion, DeletionReceipt
from mat_than_hub.protocol.holds import HoldRelease, ReleaseCause
from mat_than_hub.protocol.signed import Kind, open_object, parse_body
from mat_than_hub.retention.expiry import expire
from mat_than_hub.retention.sweeper import sweep

BASIS = "Quyết định số 45/QĐ-CAP về xác minh vụ trộm xe máy"


def wish(stage: Stage, **changes: Any) -> dict[str, Any]:
    until = (stage.clock.now() + timedelta(days=60)).isoformat()
    return {"case_number": "123/2026", "basis": BASIS, "until": until} | changes


async def asked(stage: Stage, **changes: Any) -> dict[str, Any]:
    response = await stage.officer.post("/api/holds", json=wish(stage, **changes))
    assert response.status_code == 201, response.text
    shown: dict[str, Any] = response.json()
    return shown


async def decided(officer: httpx.AsyncClient, hold: dict[str, Any], *, approved: bool = True) -> httpx.Response:
    word = {"approved": approved, "note": "Đã đối chiếu quyết định"}
    return await officer.post(f"/api/holds/{hold['id']}/decision", json=word)


async def held(stage: Stage, second: httpx.AsyncClient, **changes: Any) -> dict[str, Any]:
    hold = await asked(stage, **changes)
    response = await decided(second, hold)
    assert response.status_code == 200, response.text
    return hold


async def look(
    officer: httpx.AsyncClient, hold: dict[str, Any], item_id: str, why: str = "Xem biển số"
) -> httpx.Response:
    if why:
        assert (await officer.post(f"/api/holds/{hold['id']}/looks", json={"reason": why})).status_code == 200
    return await officer.get(f"/api/holds/{hold['id']}/items/{item_id}")


async def deletion_of(home: Home, deletion_id: str) -> Deletion:
    return parse_body(Deletion, (await home.send("GET", f"/v1/deletions/{deletion_id}")).content)


def receipt_of(home: Home, deletion: Deletion) -> DeletionReceipt:
    assert deletion.receipt is not None
    return open_object(Kind.DELETION_RECEIPT, DeletionReceipt, deletion.receipt, home.hub_key, verify_ed25519)


async def end(stage: Stage) -> int:
    hub = stage.hub
    return await finish_holds(hub.db, hub.store, hub.key, hub.clock)


async def test_what_is_held_outlives_the_withdrawal_and_nothing_else_does(
    stage: Stage, mp4: bytes, jpeg: bytes
) -> None:
    home, second = await stage.joined(), await member(stage)
    consent_id = await home.put_consent()
    event, clip = await shared(home, consent_id, mp4, jpeg)
    other, _ = await shared(home, consent_id, mp4, jpeg)
    hold = await held(stage, second, event_ids=[event.id])
    deletion_id = (await home.withdraw(consent_id)).json()["deletion_id"]
    assert problem(await stage.officer.get(f"/api/clips/{clip.clip_id}")) == (410, "gone")
    assert await finish(stage.hub) == 1
    with pytest.raises(KeyDestroyedError):
        await stage.hub.store.keys.get(consent_id)
    receipt = receipt_of(home, await deletion_of(home, deletion_id))
    assert (receipt.events, receipt.stills, receipt.clips) == (1, 1, 1)  # the other's; what is held is not counted
    assert receipt.holds is not None
    [listed] = receipt.holds
    assert (listed.case_number, listed.basis, listed.unit) == ("123/2026", BASIS, "Công an phường")
    assert (listed.events, listed.stills, listed.clips) == (1, 1, 1)
    assert set(receipt.held) == set(listed.item_ids) >= {event.id, clip.clip_id}
    assert other.id not in receipt.held
    # Gone for everybody but through the hold, and there only with a reason, which its household reads.
    assert problem(await stage.officer.get(f"/api/events/{event.id}")) == (410, "gone")
    assert problem(await look(second, hold, clip.clip_id, why="")) == (403, "forbidden")
    opened = await look(second, hold, clip.clip_id)
    assert (opened.status_code, opened.content, opened.headers["content-type"]) == (200, mp4, "video/mp4")
    part = await second.get(f"/api/holds/{hold['id']}/items/{clip.clip_id}", headers={"Range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, mp4[10:20])
    assert (await look(second, hold, event.id)).json()["id"] == event.id
    assert problem(await look(stage.officer, hold, clip.clip_id, why="")) == (403, "forbidden")  # his own reason
    told = parse_body(AccessLog, (await home.send("GET", "/v1/household/access-log")).content).entries
    assert {(e.action, e.case_number, e.reason) for e in told if e.item_id == clip.clip_id} == {
        ("hold_item", "123/2026", BASIS),
        ("view_held", "123/2026", "Xem biển số"),
    }


@pytest.mark.parametrize("cause", ["lifted", "ended"])
async def test_when_the_hold_is_over_it_is_deleted_and_the_home_gets_a_second_receipt(
    stage: Stage, mp4: bytes, jpeg: bytes, cause: str
) -> None:
    home, second = await stage.joined(), await member(stage)
    consent_id = await home.put_consent()
    event, clip = await shared(home, consent_id, mp4, jpeg)
    hold = await held(stage, second, event_ids=[event.id])
    deletion_id = (await home.withdraw(consent_id)).json()["deletion_id"]
    await finish(stage.hub)
    assert (await look(second, hold, clip.clip_id)).status_code == 200
    assert await end(stage) == 0
    if cause == "lifted":
        assert (await second.post(f"/api/holds/{hold['id']}/lifting")).status_code == 200
    else:
        stage.clock.ahead = timedelta(days=60, seconds=1)
    assert problem(await second.get(f"/api/holds/{hold['id']}/items/{clip.clip_id}"))[1] in {"gone", "login-required"}
    assert await end(stage) == 1
    assert await end(stage) == 0
    assert await stage.hub.store.list_keys() == []
    with pytest.raises(KeyDestroyedError):
        await stage.hub.store.keys.get(key_name(hold["id"], consent_id))
    deletion = await deletion_of(home, deletion_id)
    assert deletion.releases is not None
    [token] = deletion.releases
    release = open_object(Kind.HOLD_RELEASE, HoldRelease, token, home.hub_key, verify_ed25519)
    assert (release.cause, release.consent_id, release.deletion_id) == (ReleaseCause(cause), consent_id, deletion_id)
    assert (release.events, release.stills, release.clips) == (1, 1, 1)
    assert set(release.item_ids) == set(receipt_of(home, deletion).held)


async def test_nobody_holds_alone(stage: Stage, mp4: bytes, jpeg: bytes) -> None:
    home, second, viewer = await stage.joined(), await member(stage), await member(stage, "xem", Role.VIEWER)
    event, clip = await shared(home, await home.put_consent(), mp4, jpeg)
    hold = await asked(stage, clip_ids=[clip.clip_id])
    assert problem(await decided(stage.officer, hold)) == (403, "forbidden")
    assert problem(await viewer.get("/api/holds")) == (403, "forbidden")
    assert (await second.get("/api/holds/waiting")).json() == {"count": 1}
    assert (await stage.officer.get("/api/holds/waiting")).json() == {"count": 0}
    assert problem(await look(second, hold, clip.clip_id, why="")) == (410, "gone")  # it keeps nothing yet
    assert (await decided(second, hold, approved=False)).json()["state"] == "refused"
    assert problem(await decided(second, hold)) == (409, "conflict")
    assert problem(await second.post(f"/api/holds/{hold['id']}/lifting")) == (409, "conflict")
    detail = (await stage.officer.get(f"/api/holds/{hold['id']}")).json()
    assert [(item["id"], item["kind"], item["url"]) for item in detail["named"]] == [(clip.clip_id, "clip", None)]
    assert event.id not in str(detail)


async def test_a_withdrawal_before_the_decision_wins(stage: Stage, mp4: bytes, jpeg: bytes) -> None:
    home, second = await stage.joined(), await member(stage)
    gone, stays = await home.put_consent(), await home.put_consent()
    _, first = await shared(home, gone, mp4, jpeg)
    _, other = await shared(home, stays, mp4, jpeg)
    hold, lost = (
        await asked(stage, clip_ids=[first.clip_id, other.clip_id]),
        await asked(stage, clip_ids=[first.clip_id]),
    )
    deletion_id = (await home.withdraw(gone)).json()["deletion_id"]
    assert (await decided(second, hold)).status_code == 200
    assert problem(await decided(second, lost)) == (409, "conflict")
    await finish(stage.hub)
    assert receipt_of(home, await deletion_of(home, deletion_id)).holds is None
    detail = (await second.get(f"/api/holds/{hold['id']}")).json()
    assert [item["id"] for item in detail["named"]] == [other.clip_id]
    assert {item.key for item in await stage.hub.store.list_keys("held/")} == {f"held/{hold['id']}/{other.clip_id}.mp4"}


async def test_two_who_decide_at_once_are_one_decision(stage: Stage, mp4: bytes, jpeg: bytes) -> None:
    home, officers = await stage.joined(), [await member(stage), await member(stage, "hai")]
    _, clip = await shared(home, await home.put_consent(), mp4, jpeg)
    hold = await asked(stage, clip_ids=[clip.clip_id])
    answers = await asyncio.gather(*(decided(officer, hold) for officer in officers))
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    assert (await look(officers[0], hold, clip.clip_id)).content == mp4


async def test_a_hold_outlives_retention_and_the_sweeper(stage: Stage, mp4: bytes, jpeg: bytes) -> None:
    home, second, hub = await stage.joined(), await member(stage), stage.hub
    _, clip = await shared(home, await home.put_consent(retention_days=1), mp4, jpeg)
    hold = await held(stage, second, clip_ids=[clip.clip_id])
    stage.clock.ahead = timedelta(days=3)
    assert await expire(hub.db, hub.store, hub.clock, 30) == 3
    assert await sweep(hub.db, hub.store, hub.clock) == 0
    assert (await look(second, hold, clip.clip_id)).content == mp4


@pytest.mark.parametrize(
    "changes",
    [
        {"case_number": " "},
        {"basis": ""},
        {"basis": "x" * 501},
        {"until": "2020-01-01T00:00:00Z"},
        {"until": "2099-01-01T00:00:00Z"},
        {"event_ids": []},
        {"event_ids": [new_id()]},
        {"clip_ids": [new_id()]},
        {"event_ids": [new_id() for _ in range(51)]},
    ],
)
async def test_what_cannot_be_held_is_refused(stage: Stage, changes: dict[str, Any]) -> None:
    response = await stage.officer.post("/api/holds", json=wish(stage, **({"event_ids": [new_id()]} | changes)))
    assert problem(response) == (422, "validation")


def telling(folder: Path, *marks: bytes) -> list[Path]:
    """The files that hold one of these."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if any(mark in path.read_bytes() for mark in marks)]


async def test_after_the_withdrawal_no_file_of_the_hub_tells_the_held_scene(
    stage: Stage, mp4: bytes, jpeg: bytes, dialect: str
) -> None:
    if dialect != "sqlite":
        pytest.skip("PostgreSQL's files are its own")
    home, second = await stage.joined(), await member(stage)
    consent_id = await home.put_consent()
    event = home.event(consent_id, zones=("DẤU-VẾT-BÍ-MẬT",))
    await home.results(event)
    await home.put_still(new_id(), event.id, jpeg)
    hold = await held(stage, second, event_ids=[event.id])
    await home.withdraw(consent_id)
    await finish(stage.hub)
    assert not telling(stage.hub.settings.data, "DẤU-VẾT-BÍ-MẬT".encode(), jpeg[:64])
    assert "DẤU-VẾT-BÍ-MẬT" in (await look(second, hold, event.id)).text
