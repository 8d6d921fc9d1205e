"""Reports: footage that an owner brings himself, under consents of its own."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from casework import case_record, member, opened, problem, report_of, send_report
from conftest import Stage
from home import Home, new_id
import httpx

from mat_than_hub.members.roles import Role
from mat_than_hub.protocol.consent import ConsentRecord, DataKind, FootageSpan, Purpose
from mat_than_hub.protocol.footage import ClipManifest
from mat_than_hub.protocol.requests import Report
from mat_than_hub.protocol.signed import Kind
from mat_than_hub.reports.models import ReportRow
from mat_than_hub.reports.service import MOST_A_DAY


def one_off(home: Home) -> ConsentRecord:
    """A consent for the last hour's footage, answering nothing."""
    now = home.clock.now()
    fields: dict[str, Any] = {
        "purpose": Purpose.CASE,
        "kinds": (DataKind.CLIPS,),
        "valid_from": now,
        "footage": FootageSpan(since=now - timedelta(hours=1), until=now),
    }
    return home.record(**fields)


async def reported(home: Home, content: bytes) -> tuple[Report, ClipManifest]:
    record = one_off(home)
    assert record.footage is not None
    await home.put_consent(record)
    report = report_of(home, record.footage, record.consent_id)
    assert (await send_report(home, report)).status_code == 201
    start = record.footage.since
    manifest = home.manifest(
        record.consent_id,
        content,
        started_at=start,
        ended_at=start + timedelta(seconds=20),
        request_id=report.report_id,
    )
    assert (await home.announce(manifest)).status_code == 201
    assert (await home.put_clip(manifest.clip_id, content)).status_code == 201
    return report, manifest


async def shown(officer: httpx.AsyncClient, report: Report) -> dict[str, Any]:
    found: dict[str, Any] = (await officer.get(f"/api/reports/{report.report_id}")).json()
    return found


async def test_a_report_reaches_the_officers_with_its_clip_and_the_owner_can_take_it_back(
    stage: Stage, mp4: bytes
) -> None:
    home = await stage.joined()  # which shares nothing else
    report, manifest = await reported(home, mp4)
    assert (await send_report(home, report)).status_code == 200
    [listed] = (await stage.officer.get("/api/reports")).json()["reports"]
    assert (listed["offence"], listed["note"], listed["clips"]) == ("littering", "Đổ rác đầu ngõ 8", 1)
    assert listed["household"] == {"id": home.household_id, "name": "Nhà bà Hoa"}
    [clip] = (await shown(stage.officer, report))["given"]
    assert (await stage.officer.get(clip["url"])).content == mp4
    [look] = (await home.send("GET", "/v1/household/access-log")).json()["entries"]
    assert (look["action"], look["request_id"], look.get("case_number")) == ("play_clip", report.report_id, None)
    await home.withdraw(manifest.consent_id)
    assert problem(await stage.officer.get(clip["url"])) == (410, "gone")
    assert await shown(stage.officer, report) == {**listed, "clips": 0, "given": []}


async def test_a_report_is_nothing_for_viewers(stage: Stage, mp4: bytes) -> None:
    viewer = await member(stage, "vi", Role.VIEWER)
    report, manifest = await reported(await stage.joined(), mp4)
    for path in ("/api/reports", f"/api/reports/{report.report_id}", f"/api/clips/{manifest.clip_id}"):
        assert problem(await viewer.get(path)) == (403, "forbidden")


async def test_a_report_that_does_not_fit_is_refused(stage: Stage) -> None:
    home, thief, second = await stage.joined(), await stage.joined("Nhà ông Tư"), await member(stage)
    sharing = await home.put_consent()
    request = await opened(stage, second, home)
    answering = await home.put_consent(case_record(home, request))
    foreign = await thief.put_consent(one_off(thief))
    record = one_off(home)
    assert record.footage is not None
    await home.put_consent(record)
    report = report_of(home, record.footage, record.consent_id)
    narrow = FootageSpan(since=record.footage.since + timedelta(seconds=1), until=record.footage.until)
    far = stage.clock.now() + timedelta(hours=1)
    for wrong in (
        *(replace(report, consent_ids=(consent_id,)) for consent_id in (sharing, answering, foreign, new_id())),
        replace(report, span=narrow),
        replace(report, household_id=thief.household_id),
        replace(report, reported_at=far),
        replace(report, span=FootageSpan(since=record.footage.since, until=far)),
    ):
        assert problem(await send_report(home, wrong)) == (422, "validation")
    assert problem(await send_report(home, report, Kind.DECISION)) == (422, "validation")
    assert problem(await send_report(home, replace(report, report_id=request["id"]))) == (409, "conflict")
    assert (await send_report(home, report)).status_code == 201
    assert problem(await send_report(home, replace(report, note="Khác"))) == (409, "conflict")
    stolen = report_of(thief, record.footage, foreign, report_id=report.report_id)
    assert problem(await send_report(thief, stolen)) == (409, "conflict")
    again = report_of(home, record.footage, record.consent_id)
    assert problem(await send_report(home, again)) == (422, "validation")  # its consent was given already


async def test_a_household_reports_only_so_often_a_day(stage: Stage) -> None:
    home, now = await stage.joined(), stage.clock.now()
    async with stage.hub.db.write() as session:  # as many as it may but one, without their consents
        session.add_all(report_row(home, now - timedelta(minutes=number)) for number in range(MOST_A_DAY - 1, 0, -1))
    for status in (201, 429):
        record = one_off(home)
        await home.put_consent(record)
        assert record.footage is not None
        answer = await send_report(home, report_of(home, record.footage, record.consent_id))
        assert answer.status_code == status
    assert 80_000 < int(answer.headers["retry-after"]) <= 86_400
    first = (await stage.officer.get("/api/reports?limit=15")).json()
    rest = (await stage.officer.get(f"/api/reports?before={first['reports'][-1]['seq']}")).json()
    assert (len(first["reports"]), first["more"], len(rest["reports"]), rest["more"]) == (15, True, 5, False)


def report_row(home: Home, at: datetime) -> ReportRow:
    return ReportRow(
        id=new_id(),
        household_id=home.household_id,
        offence="littering",
        note="x",
        since=at - timedelta(minutes=1),
        until=at,
        reported_at=at,
        received_at=at,
        report_jws="",
    )
