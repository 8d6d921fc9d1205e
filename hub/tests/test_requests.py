"""Footage requests: two officers, one household's will; a no that looks like silence; nothing outside of what was given."""

from datetime import timedelta
from typing import Any

from casework import asked, case_record, decide, detail, give, member, news, opened, problem, sharing, span_of, wanted
from conftest import Stage
from home import new_id

from mat_than_hub.changes import service as changes
from mat_than_hub.members.roles import Role
from mat_than_hub.requests.service import close_overdue
from mat_than_hub.retention.withdrawal import finish_withdrawals

MS = timedelta(milliseconds=1)


async def test_what_a_household_gives_for_a_case_is_seen_for_that_case_and_leaves_with_its_consent(
    stage: Stage, mp4: bytes
) -> None:
    home, second, hub = await sharing(stage), await member(stage), stage.hub
    request = await opened(stage, second, home)
    [item] = await news(home)
    assert item.request is not None
    assert (item.request.case_number, item.request.unit) == ("12/2026", "Công an phường")
    assert item.request.span == span_of(request)
    manifest = await give(home, request, mp4)

    shown = await detail(stage.officer, request)
    assert (shown["state"], shown["households"], shown["gave"], shown["clips"]) == ("open", 1, 1, 1)
    assert (shown["asked_by"], shown["moderated_by"]) == ("lan", "minh")
    [clip] = shown["given"]
    assert (clip["id"], clip["state"], clip["duration_s"]) == (manifest.clip_id, "stored", 60)
    assert clip["household"] == {"id": home.household_id, "name": "Nhà bà Hoa"}
    played = await second.get(clip["url"])
    loaded = await stage.officer.get(f"{clip['url']}?download=1")
    assert played.content == loaded.content == mp4
    assert "attachment" in loaded.headers["content-disposition"]
    assert "content-disposition" not in played.headers

    log = (await home.send("GET", "/v1/household/access-log")).json()["entries"]
    assert [entry["action"] for entry in log] == ["play_clip", "download_clip"]
    for entry in (*log, *(await stage.officer.get("/api/access-log")).json()):
        assert entry["request_id"] == request["id"]
        assert (entry["case_number"], entry["reason"]) == ("12/2026", "Mất xe máy trước cổng chợ")

    assert (await home.withdraw(manifest.consent_id)).status_code == 202
    assert problem(await second.get(clip["url"])) == (410, "gone")
    assert await finish_withdrawals(hub.db, hub.store, hub.key, hub.clock) == 1
    assert await hub.store.list_keys() == []
    after = await detail(stage.officer, request)
    assert (after["given"], after["gave"], after["clips"]) == ([], 0, 0)
    assert {**after, "given": 0, "gave": 0, "clips": 0} == {**shown, "given": 0, "gave": 0, "clips": 0}
    assert len((await home.send("GET", "/v1/household/access-log")).json()["entries"]) == 2


async def test_no_home_hears_of_a_request_that_a_second_officer_has_not_approved(stage: Stage) -> None:
    home, second = await sharing(stage), await member(stage)
    waiting, refused, taken_back = [await asked(stage, home, case_number=str(number)) for number in range(3)]
    assert (waiting["state"], waiting["may_moderate"], waiting["may_cancel"]) == ("waiting", False, True)
    assert (await second.get("/api/requests/waiting")).json() == {"count": 3}
    assert (await stage.officer.get("/api/requests/waiting")).json() == {"count": 0}
    assert (await detail(second, waiting))["may_moderate"] is True

    for officer, status in (
        (stage.officer, (403, "forbidden")),
        (await member(stage, "vi", Role.VIEWER), (403, "forbidden")),
    ):
        answer = await officer.post(f"/api/requests/{waiting['id']}/moderation", json={"approved": True, "note": ""})
        assert problem(answer) == status
    word = {"approved": False, "note": "Vụ này đã xong"}
    shown = (await second.post(f"/api/requests/{refused['id']}/moderation", json=word)).json()
    assert (shown["state"], shown["moderated_by"], shown["moderation_note"]) == ("refused", "minh", "Vụ này đã xong")
    again = await second.post(f"/api/requests/{refused['id']}/moderation", json={"approved": True, "note": ""})
    assert problem(again) == (409, "conflict")
    assert problem(await second.post(f"/api/requests/{taken_back['id']}/cancellation")) == (403, "forbidden")
    assert (await stage.officer.post(f"/api/requests/{taken_back['id']}/cancellation")).json()["state"] == "cancelled"
    late = await second.post(f"/api/requests/{taken_back['id']}/moderation", json={"approved": True, "note": ""})
    assert problem(late) == (409, "conflict")
    assert await news(home) == ()
    for request in (waiting, refused, taken_back):
        assert problem(await decide(home, request)) == (404, "not-yours")


async def test_a_household_is_asked_for_its_own_cameras_and_only_those_it_shares(stage: Stage) -> None:
    home, neighbour, second = await sharing(stage), await sharing(stage, "Nhà ông Tư"), await member(stage)
    await home.put_camera("cam-2", "Sân sau")
    hidden = [{"household_id": home.household_id, "camera_id": "cam-2"}]
    unshared = await stage.officer.post("/api/requests", json=wanted(stage, home, cameras=hidden))
    assert problem(unshared) == (422, "validation")
    side = await home.put_consent(camera_id="cam-2")
    both = [*wanted(stage, home, neighbour)["cameras"], *hidden]
    request = await asked(stage, cameras=both)
    assert request["households"] == 2
    await home.withdraw(side)  # between the officers' words
    answer = await second.post(f"/api/requests/{request['id']}/moderation", json={"approved": True, "note": ""})
    assert answer.json()["households"] == 2
    for house in (home, neighbour):
        [item] = await news(house)
        assert item.request is not None
        assert item.request.camera_ids == ("cam-1",)
    consent_id = await home.put_consent(case_record(home, request, camera_id="cam-2"))
    assert problem(await decide(home, request, consent_id)) == (422, "validation")
    assert [camera["camera"]["name"] for camera in (await detail(second, request))["cameras"]] == [
        "Cổng trước",
        "Sân sau",
        "Cổng trước",
    ]


async def test_a_request_that_reaches_nobody_any_more_is_not_approved(stage: Stage) -> None:
    home, second = await stage.joined(), await member(stage)
    consent_id = await home.put_consent()
    request = await asked(stage, home)
    await home.withdraw(consent_id)
    answer = await second.post(f"/api/requests/{request['id']}/moderation", json={"approved": True, "note": ""})
    assert problem(answer) == (409, "conflict")
    assert (await detail(second, request))["state"] == "waiting"


OUT_OF_BOUNDS: tuple[dict[str, Any], ...] = (
    {"case_number": " "},
    {"case_number": "x" * 41},
    {"offence": "murder"},
    {"reason": ""},
    {"contact": ""},
    {"cameras": []},
    {"cameras": [{"household_id": "x", "camera_id": "cam-1"}]},
    {"since": timedelta(days=-31)},
    {"since": timedelta(hours=-14)},
    {"since": timedelta(hours=-1), "until": timedelta(hours=-1)},
    {"until": timedelta(minutes=5)},
    {"deadline": timedelta(0)},
    {"deadline": timedelta(days=30, minutes=1)},
    {"retention_days": 0},
    {"retention_days": 31},
    {"colour": "red"},
)


async def test_a_request_out_of_bounds_is_refused_before_anybody_reads_it(stage: Stage) -> None:
    home, now = await sharing(stage), stage.clock.now()
    bodies = [wanted(stage, home, home)]
    for change in OUT_OF_BOUNDS:
        moved = {key: (now + at).isoformat() if isinstance(at, timedelta) else at for key, at in change.items()}
        bodies.append(wanted(stage, home, **moved))
    for body in bodies:
        assert problem(await stage.officer.post("/api/requests", json=body)) == (422, "validation"), body
    assert (await stage.officer.get("/api/requests")).json() == {"requests": [], "more": False}


async def test_a_case_and_an_officer_have_only_so_many_requests_a_week(stage: Stage) -> None:
    home, second = await sharing(stage), await member(stage)
    object.__setattr__(stage.hub.settings, "requests_per_officer", 6)
    refused = await asked(stage, home)
    await second.post(f"/api/requests/{refused['id']}/moderation", json={"approved": False, "note": ""})
    await opened(stage, second, home)
    await asked(stage, home, case_number=" 12/2026")
    taken_back = await asked(stage, home)
    full = await stage.officer.post("/api/requests", json=wanted(stage, home))
    assert problem(full) == (429, "quota")
    assert 6.9 * 86400 < int(full.headers["retry-after"]) <= 7 * 86400
    await stage.officer.post(f"/api/requests/{taken_back['id']}/cancellation")
    await asked(stage, home)
    await asked(stage, home, case_number="13/2026")
    assert problem(await stage.officer.post("/api/requests", json=wanted(stage, home, case_number="14"))) == (
        429,
        "quota",
    )
    assert (await second.post("/api/requests", json=wanted(stage, home, case_number="14"))).status_code == 201


async def test_a_deadline_that_passes_is_told_to_those_who_have_not_answered(stage: Stage) -> None:
    silent, declined, second = await sharing(stage), await sharing(stage, "Nhà ông Tư"), await member(stage)
    request = await opened(stage, second, silent, declined)
    waiting = await asked(stage, silent, case_number="13")
    await decide(declined, request)
    async with stage.hub.db.write(ordered=True) as session:
        assert await close_overdue(session, stage.clock.now()) == set()
    stage.clock.ahead = timedelta(days=3, seconds=1)
    assert (await second.get("/api/requests?state=expired")).json()["requests"][0]["id"] == waiting["id"]
    async with stage.hub.db.write(ordered=True) as session:
        assert await close_overdue(session, stage.clock.now()) == {silent.household_id}
    _, closed = await news(silent)
    assert closed.closed is not None
    assert (closed.closed.request_id, closed.closed.cause) == (request["id"], "expired")
    assert len(await news(declined)) == 1
    states = {shown["id"]: shown["state"] for shown in (await second.get("/api/requests")).json()["requests"]}
    assert states == {request["id"]: "expired", waiting["id"]: "expired"}
    assert (await second.get("/api/requests?state=open")).json()["requests"] == []
    assert (await second.get("/api/requests/waiting")).json() == {"count": 0}


READ_BY_OFFICERS = (
    "/api/requests",
    "/api/requests?state=open",
    "/api/requests?state=expired",
    "/api/requests/waiting",
    "/api/reports",
    "/api/households",
    "/api/cameras",
    "/api/consents",
    "/api/events",
    "/api/access-log",
    "/api/invitations",
    "/api/hub",
    "/api/members",
)


async def everything(stage: Stage, request: dict[str, Any]) -> list[Any]:
    """Whatever the console can know, and how far the journal of its live pages has come."""
    answers = [(await stage.officer.get(path)).json() for path in READ_BY_OFFICERS]
    async with stage.hub.db.read() as session:
        return [*answers, await detail(stage.officer, request), await changes.newest(session)]


async def test_a_no_looks_like_silence_in_every_answer(stage: Stage) -> None:
    silent, declining, second = await sharing(stage), await sharing(stage, "Nhà ông Tư"), await member(stage)
    request = await opened(stage, second, silent, declining)
    before = await everything(stage, request)
    assert (await decide(declining, request)).status_code == 200
    assert await everything(stage, request) == before
    assert problem(await decide(declining, request, new_id())) == (409, "conflict")
    assert await everything(stage, request) == before
    await stage.officer.post(f"/api/requests/{request['id']}/cancellation")
    shown = await detail(stage.officer, request)
    assert (shown["state"], shown["households"], shown["gave"], shown["given"]) == ("cancelled", 2, 0, [])
