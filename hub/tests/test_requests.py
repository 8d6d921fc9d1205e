"""Footage requests: two officers, one household's will; a no that looks like silence; nothing outside of what was given."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from casework import asked, case_clip, case_record, decide, detail, give, member, news, opened, problem, span_of, wanted
from conftest import Stage
from home import Home, new_id
from hypothesis import given, strategies as st

from mat_than_hub.changes import service as changes
from mat_than_hub.consents.rules import covers_span
from mat_than_hub.members.roles import Role
from mat_than_hub.protocol.consent import ConsentRecord, DataKind, FootageSpan, Purpose
from mat_than_hub.protocol.requests import Decision
from mat_than_hub.protocol.signed import Kind
from mat_than_hub.requests.service import close_overdue
from mat_than_hub.retention.expiry import expire
from mat_than_hub.retention.withdrawal import finish_withdrawals

MS = timedelta(milliseconds=1)


async def sharing(stage: Stage, name: str = "Nhà bà Hoa") -> Home:
    """A household that shares its camera, as every household that can be asked."""
    home = await stage.joined(name)
    await home.put_consent()
    return home


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


async def test_a_decision_is_final(stage: Stage) -> None:
    home, second = await sharing(stage), await member(stage)
    no, yes = [await opened(stage, second, home, case_number=str(number)) for number in range(2)]
    consent_id = await home.put_consent(case_record(home, yes))
    for request, first, other in ((no, (), (consent_id,)), (yes, (consent_id,), ())):
        assert (await decide(home, request, *first)).status_code == 200
        assert (await decide(home, request, *first)).status_code == 200
        assert problem(await decide(home, request, *other)) == (409, "conflict")
    stage.clock.ahead = timedelta(days=3, seconds=1)
    assert (await decide(home, yes, consent_id)).status_code == 200  # an answer that was lost on the line


async def test_it_is_too_late_once_a_request_is_cancelled_or_past_its_deadline(stage: Stage) -> None:
    home, second = await sharing(stage), await member(stage)
    cancelled, late = [await opened(stage, second, home, case_number=str(number)) for number in range(2)]
    await stage.officer.post(f"/api/requests/{cancelled['id']}/cancellation")
    assert problem(await decide(home, cancelled)) == (410, "gone")
    stage.clock.ahead = timedelta(days=3, seconds=1)
    consent_id = await home.put_consent(case_record(home, late))
    assert problem(await decide(home, late, consent_id)) == (410, "gone")
    assert (await detail(second, late))["state"] == "expired"  # though nobody has written it down yet
    assert problem(await second.post(f"/api/requests/{late['id']}/cancellation")) == (403, "forbidden")


async def test_another_households_request_cannot_be_answered(stage: Stage) -> None:
    home, thief, second = await sharing(stage), await sharing(stage, "Nhà ông Tư"), await member(stage)
    request = await opened(stage, second, home)
    assert await news(thief) == ()
    consent_id = await thief.put_consent(case_record(thief, request))
    for answer in (await decide(thief, request), await decide(thief, request, consent_id)):
        assert problem(answer) == (404, "not-yours")
    assert problem(await decide(thief, {"id": new_id()})) == (404, "not-yours")
    for forged in (
        await decide(thief, request, household_id=home.household_id),
        await decide(home, request, request_id=new_id()),
        await decide(home, request, consent_id),
    ):
        assert problem(forged) == (422, "validation")
    assert (await detail(second, request))["gave"] == 0


async def test_a_signed_object_of_another_kind_or_hand_is_no_decision(stage: Stage) -> None:
    home, second = await sharing(stage), await member(stage)
    request = await opened(stage, second, home)
    decision = Decision(
        request_id=request["id"], household_id=home.household_id, approved=False, decided_at=stage.clock.now()
    )
    for token in (
        home.sign(Kind.REPORT, decision),
        home.sign(Kind.CONSENT, decision),
        stage.home().sign(Kind.DECISION, decision),
        home.sign(Kind.DECISION, decision)[:-8] + "AAAAAAAA",
        "x",
    ):
        answer = await home.send("POST", f"/v1/requests/{request['id']}/decision", {"decision": token})
        assert problem(answer) == (422, "validation")
    assert (await decide(home, request)).status_code == 200


async def test_a_yes_gives_consents_that_fit_the_request_or_is_refused(stage: Stage) -> None:
    home, second = await sharing(stage), await member(stage)
    await home.put_camera("cam-2", "Sân sau")
    request = await opened(stage, second, home)
    other = await opened(stage, second, home, case_number="13")
    now = stage.clock.now()
    misfits = [
        case_record(home, request, camera_id="cam-2"),
        case_record(home, request, footage=span_of(request, since=-MS)),
        case_record(home, request, footage=span_of(request, until=MS)),
        case_record(home, request, request_id=None),
        case_record(home, other),
        case_record(home, request, valid_from=now + timedelta(hours=1)),
        home.record(purpose=Purpose.CASE),
        home.record(),
    ]
    for record in misfits:
        answer = await decide(home, request, await home.put_consent(record))
        assert problem(answer) == (422, "validation"), record
        assert [error["pointer"] for error in answer.json()["errors"]] == ["/consent_ids/0"]
    withdrawn = await home.put_consent(case_record(home, request))
    await home.withdraw(withdrawn)
    good = await home.put_consent(case_record(home, request, footage=span_of(request, since=MS, until=-MS)))
    for consent_ids in ((withdrawn,), (new_id(),), (good, withdrawn)):
        assert problem(await decide(home, request, *consent_ids)) == (422, "validation")
    assert (await decide(home, request, good)).status_code == 200


async def test_a_case_consent_carries_its_footage_and_nothing_else(stage: Stage, mp4: bytes) -> None:
    home, second = await sharing(stage), await member(stage)
    request = await opened(stage, second, home)
    record = case_record(home, request, footage=span_of(request, since=timedelta(minutes=5)), masks_required=True)
    consent_id = await home.put_consent(record)
    ordinary = await home.put_consent()
    assert (await decide(home, request, consent_id)).status_code == 200
    assert record.footage is not None
    first, last = record.footage.since, record.footage.until
    good = case_clip(home, request, consent_id, mp4, masked=True, started_at=first, ended_at=last)
    now = stage.clock.now()
    for manifest, expected in (
        (replace(good, started_at=first - MS), (403, "consent-missing")),
        (replace(good, ended_at=last + MS), (403, "consent-missing")),
        (replace(good, started_at=now - MS, ended_at=now), (403, "consent-missing")),
        (replace(good, masked=False), (403, "consent-missing")),
        (replace(good, camera_id="cam-2"), (403, "consent-missing")),
        (replace(good, request_id=None), (422, "validation")),
        (replace(good, request_id=new_id()), (403, "consent-missing")),
        (home.manifest(ordinary, mp4, request_id=request["id"]), (422, "validation")),
    ):
        assert problem(await home.announce(manifest)) == expected
    assert await home.results(home.event(consent_id, started_at=first)) == [("rejected", "consent-missing")]
    assert (await home.announce(good)).status_code == 201
    assert (await home.put_clip(good.clip_id, mp4)).status_code == 201


async def test_no_clip_is_taken_for_a_case_before_the_answer_it_belongs_to(stage: Stage, mp4: bytes) -> None:
    home, second = await sharing(stage), await member(stage)
    request, other = [await opened(stage, second, home, case_number=str(number)) for number in range(2)]
    consent_id = await home.put_consent(case_record(home, request))
    manifest = case_clip(home, request, consent_id, mp4)
    assert problem(await home.announce(manifest)) == (403, "consent-missing")
    await decide(home, other)
    assert problem(await home.announce(replace(manifest, request_id=other["id"]))) == (403, "consent-missing")
    await decide(home, request, consent_id)
    assert (await home.announce(manifest)).status_code == 201
    [clip] = (await detail(second, request))["given"]
    assert clip["state"] == "announced"
    assert problem(await second.get(clip["url"])) == (404, "not-yours")  # not here yet


async def test_a_home_whose_clock_is_a_little_ahead_can_answer(stage: Stage, mp4: bytes) -> None:
    home, second = await sharing(stage), await member(stage)
    request = await opened(stage, second, home)
    ahead = stage.clock.now() + timedelta(seconds=50)
    consent_id = await home.put_consent(case_record(home, request, valid_from=ahead))
    assert (await decide(home, request, consent_id)).status_code == 200
    assert (await home.announce(case_clip(home, request, consent_id, mp4))).status_code == 201


async def test_footage_of_a_case_is_in_no_feed_and_for_no_viewer(stage: Stage, mp4: bytes) -> None:
    home, second, viewer = await sharing(stage), await member(stage), await member(stage, "vi", Role.VIEWER)
    request = await opened(stage, second, home)
    clip_id = new_id()
    event = home.event(await home.put_consent(), clip_id=clip_id)
    await home.results(event)
    consent_id = await home.put_consent(case_record(home, request))
    manifest = case_clip(home, request, consent_id, mp4, clip_id=clip_id, event_ids=(event.id,))
    await decide(home, request, consent_id)
    await home.announce(manifest)
    await home.put_clip(clip_id, mp4)
    [shown] = (await viewer.get("/api/events")).json()["events"]
    assert shown["clip"] is None
    for path in (f"/api/clips/{clip_id}", "/api/requests", "/api/requests/waiting", f"/api/requests/{request['id']}"):
        assert problem(await viewer.get(path)) == (403, "forbidden")
    assert (await second.get(f"/api/clips/{clip_id}")).status_code == 200
    log = (await stage.officer.get(f"/api/access-log?event_id={event.id}")).json()
    assert log == []


async def test_what_a_case_consent_is_about_never_changes(stage: Stage) -> None:
    home, second = await sharing(stage), await member(stage)
    request = await opened(stage, second, home)
    record = case_record(home, request, footage=span_of(request, since=timedelta(minutes=5)))
    await home.put_consent(record)
    for change in ({"footage": span_of(request)}, {"request_id": None}, {"footage": None, "request_id": None}):
        wider = replace(record, version=2, **change)
        token = home.sign_consent(wider)
        answer = await home.send("PUT", f"/v1/consents/{record.consent_id}", {"record": token})
        assert problem(answer) == (422, "validation")
    longer = replace(record, version=2, valid_until=record.valid_until + timedelta(days=1))
    token = home.sign_consent(longer)
    assert (await home.send("PUT", f"/v1/consents/{record.consent_id}", {"record": token})).status_code == 201


async def test_old_footage_that_is_given_is_kept_from_the_day_it_comes(stage: Stage, mp4: bytes) -> None:
    home, second, hub = await sharing(stage), await member(stage), stage.hub
    now = stage.clock.now()
    span = {"since": (now - timedelta(days=29)).isoformat(), "until": (now - timedelta(days=28.6)).isoformat()}
    late = (now + timedelta(days=29)).isoformat()
    request = await opened(stage, second, home, **span, deadline=late, retention_days=5)
    stage.clock.ahead = timedelta(days=28)
    manifest = await give(home, request, mp4)
    stage.clock.ahead = timedelta(days=32)
    assert await expire(hub.db, hub.store, hub.clock, 30) == 0
    assert (await second.get(f"/api/clips/{manifest.clip_id}")).status_code == 200
    stage.clock.ahead = timedelta(days=34)
    assert await expire(hub.db, hub.store, hub.clock, 30) == 1
    assert problem(await second.get(f"/api/clips/{manifest.clip_id}")) == (410, "gone")


@given(st.lists(st.integers(-3, 9), min_size=2, max_size=2), st.sampled_from([-90, -30, 0, 86399, 86400]))
def test_a_clip_of_a_case_lies_inside_the_footage_to_the_millisecond(ends: list[int], after_s: int) -> None:
    given_at = datetime(2026, 11, 22, tzinfo=UTC)
    record = ConsentRecord(
        consent_id=new_id(),
        version=1,
        household_id=new_id(),
        hub_thumbprint="x",
        camera_id="cam-1",
        purpose=Purpose.CASE,
        kinds=(DataKind.CLIPS,),
        valid_from=given_at,
        valid_until=given_at + timedelta(days=1),
        retention_days=7,
        notice_version="n1",
        language="vi",
        given_at=given_at,
        footage=FootageSpan(since=given_at - timedelta(days=9), until=given_at - timedelta(days=9) + 6 * MS),
    )
    assert record.footage is not None
    first, last = (record.footage.since + end * MS for end in ends)
    covered = covers_span(record, first, last, given_at + timedelta(seconds=after_s))
    assert covered is (0 <= ends[0] <= ends[1] <= 6 and after_s in {-30, 0, 86399})


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
