"""What the tests of requests and reports need: a second officer, a request, a home that answers it."""

from datetime import datetime, timedelta
from typing import Any

from conftest import URL, Stage
from home import Home, new_id
import httpx

from mat_than_hub.gates import cookie_name
from mat_than_hub.members import service as members
from mat_than_hub.members.roles import Role
from mat_than_hub.protocol.consent import ConsentRecord, DataKind, FootageSpan, Purpose
from mat_than_hub.protocol.footage import ClipManifest
from mat_than_hub.protocol.requests import Decision, Inbox, InboxItem, Offence, Report
from mat_than_hub.protocol.signed import Kind, parse_body


def problem(response: httpx.Response) -> tuple[int, str]:
    return response.status_code, str(response.json()["type"]).removeprefix("urn:mt:problem:")


async def sharing(stage: Stage, name: str = "Nhà bà Hoa") -> Home:
    """A household that shares its camera, as every household that can be asked."""
    home = await stage.joined(name)
    await home.put_consent()
    return home


async def member(stage: Stage, user_name: str = "minh", role: Role = Role.OFFICER) -> httpx.AsyncClient:
    """Another officer who is logged in; without a password, whose hash takes its time."""
    async with stage.hub.db.write() as session:
        now = stage.clock.now()
        row = await members.add(session, user_name, "no password", role, now)
        token = await members.open_session(session, row.id, now, timedelta(days=90))
    return httpx.AsyncClient(transport=stage.http._transport, base_url=URL, cookies={cookie_name(secure=False): token})


def wanted(at: Stage | Home, *homes: Home, **changes: Any) -> dict[str, Any]:
    """The body of a new request for these homes' cameras, on the clock of a stage or a home."""
    now = at.clock.now()
    fields: dict[str, Any] = {
        "case_number": "12/2026",
        "offence": "theft",
        "reason": "Mất xe máy trước cổng chợ",
        "contact": "Trung uý Minh, 024 1234 567",
        "cameras": [{"household_id": home.household_id, "camera_id": home.camera_id} for home in homes],
        "since": (now - timedelta(hours=3)).isoformat(),
        "until": (now - timedelta(hours=1)).isoformat(),
        "deadline": (now + timedelta(days=3)).isoformat(),
        "retention_days": 20,
    }
    return fields | changes


async def asked(stage: Stage, *homes: Home, **changes: Any) -> dict[str, Any]:
    """A request that waits for the second officer."""
    response = await stage.officer.post("/api/requests", json=wanted(stage, *homes, **changes))
    assert response.status_code == 201, response.text
    shown: dict[str, Any] = response.json()
    return shown


async def opened(stage: Stage, second: httpx.AsyncClient, *homes: Home, **changes: Any) -> dict[str, Any]:
    """A request that households were told of."""
    request = await asked(stage, *homes, **changes)
    word = {"approved": True, "note": ""}
    response = await second.post(f"/api/requests/{request['id']}/moderation", json=word)
    assert response.status_code == 200, response.text
    shown: dict[str, Any] = response.json()
    return shown


async def detail(officer: httpx.AsyncClient, request: dict[str, Any]) -> dict[str, Any]:
    response = await officer.get(f"/api/requests/{request['id']}")
    assert response.status_code == 200, response.text
    shown: dict[str, Any] = response.json()
    return shown


async def news(home: Home, after: int = 0, wait: int = 0) -> tuple[InboxItem, ...]:
    response = await home.send("GET", f"/v1/inbox?after={after}&wait={wait}")
    assert response.status_code == 200, response.text
    return parse_body(Inbox, response.content).items


def span_of(request: dict[str, Any], **offsets: timedelta) -> FootageSpan:
    """The asked span, its ends moved."""
    none = timedelta()
    return FootageSpan(
        since=datetime.fromisoformat(request["since"]) + offsets.get("since", none),
        until=datetime.fromisoformat(request["until"]) + offsets.get("until", none),
    )


def case_record(home: Home, request: dict[str, Any], **changes: Any) -> ConsentRecord:
    """The consent of an answer to that request."""
    now = home.clock.now()
    fields: dict[str, Any] = {
        "purpose": Purpose.CASE,
        "kinds": (DataKind.CLIPS,),
        "valid_from": now,
        "valid_until": now + timedelta(days=7),
        "retention_days": request["retention_days"],
        "footage": span_of(request),
        "request_id": request["id"],
    }
    return home.record(**(fields | changes))


async def decide(home: Home, request: dict[str, Any], *consent_ids: str, **changes: Any) -> httpx.Response:
    """Yes with these consents, no without."""
    fields: dict[str, Any] = {
        "request_id": request["id"],
        "household_id": home.household_id,
        "approved": bool(consent_ids),
        "decided_at": home.clock.now(),
        "consent_ids": consent_ids,
    }
    return await send_decision(home, request, home.sign(Kind.DECISION, Decision(**(fields | changes))))


async def send_decision(home: Home, request: dict[str, Any], token: str) -> httpx.Response:
    return await home.send("POST", f"/v1/requests/{request['id']}/decision", {"decision": token})


def case_clip(home: Home, request: dict[str, Any], consent_id: str, content: bytes, **changes: Any) -> ClipManifest:
    """A clip of a minute, in the middle of the asked span."""
    start = span_of(request).since + timedelta(minutes=30)
    times = {"started_at": start, "ended_at": start + timedelta(minutes=1), "request_id": request["id"]}
    return home.manifest(consent_id, content, **(times | changes))


async def give(home: Home, request: dict[str, Any], content: bytes) -> ClipManifest:
    """Say yes and send a clip."""
    consent_id = await home.put_consent(case_record(home, request))
    assert (await decide(home, request, consent_id)).status_code == 200
    manifest = case_clip(home, request, consent_id, content)
    assert (await home.announce(manifest)).status_code == 201
    assert (await home.put_clip(manifest.clip_id, content)).status_code == 201
    return manifest


def report_of(home: Home, span: FootageSpan, *consent_ids: str, **changes: Any) -> Report:
    fields: dict[str, Any] = {
        "report_id": new_id(),
        "household_id": home.household_id,
        "offence": Offence.LITTERING,
        "note": "Đổ rác đầu ngõ 8",
        "span": span,
        "reported_at": home.clock.now(),
        "consent_ids": consent_ids,
    }
    return Report(**(fields | changes))


async def send_report(home: Home, report: Report, kind: Kind = Kind.REPORT) -> httpx.Response:
    return await home.send("POST", "/v1/reports", {"report": home.sign(kind, report)})
