"""The answer to a footage request: who may give it, what consent it gives, and the footage that comes with that."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from casework import (
    case_clip,
    case_record,
    decide,
    detail,
    give,
    member,
    news,
    opened,
    problem,
    sharing,
    span_of,
)
from conftest import Stage
from home import new_id
from hypothesis import given, strategies as st

from mat_than_hub.consents.rules import covers_span
from mat_than_hub.members.roles import Role
from mat_than_hub.protocol.consent import ConsentRecord, DataKind, FootageSpan, Purpose
from mat_than_hub.protocol.requests import Decision
from mat_than_hub.protocol.signed import Kind
from mat_than_hub.retention.expiry import expire

MS = timedelta(milliseconds=1)


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
