"""Households that answer a request with footage or without, and that report something themselves."""

from datetime import UTC, datetime, timedelta
from typing import Any

from casework import case_clip, case_record, decide, report_of, send_report
from home import Home

from mat_than_hub.protocol.consent import DataKind, FootageSpan, Purpose
from mat_than_hub.protocol.requests import Offence

from .neighbourhood import Neighbour, Scene, footage


def give(neighbour: Neighbour, scene: Scene, request: dict[str, Any]) -> str:
    """A yes, and a clip of the asked span; the consent's id."""
    _, film = footage(scene)

    async def deed(home: Home) -> str:
        home.camera_id = scene.camera_id
        consent = await home.put_consent(case_record(home, request))
        assert (await decide(home, request, consent)).status_code == 200
        await _send(home, case_clip(home, request, consent, film, masked=scene.night), film)
        return consent

    return neighbour.do(deed)


def take_back(neighbour: Neighbour, consent: str) -> None:
    """A withdrawal of what was given."""
    assert neighbour.do(lambda home: home.withdraw(consent)).status_code == 202


def decline(neighbour: Neighbour, request: dict[str, Any]) -> None:
    """A no."""
    assert neighbour.do(lambda home: decide(home, request)).status_code == 200


def bring(neighbour: Neighbour, scene: Scene, offence: Offence, note: str) -> str:
    """A report with one clip; its id."""
    _, film = footage(scene)
    now = datetime.now(UTC)
    span = FootageSpan(since=now - timedelta(minutes=20), until=now - timedelta(minutes=19))

    async def deed(home: Home) -> str:
        home.camera_id = scene.camera_id
        consent = await home.put_consent(purpose=Purpose.CASE, kinds=(DataKind.CLIPS,), footage=span)
        report = report_of(home, span, consent, offence=offence, note=note)
        assert (await send_report(home, report)).status_code == 201
        times = {"started_at": span.since, "ended_at": span.until, "request_id": report.report_id}
        await _send(home, home.manifest(consent, film, **times), film)
        return report.report_id

    return neighbour.do(deed)


async def _send(home: Home, manifest: Any, film: bytes) -> None:
    assert (await home.announce(manifest)).status_code == 201
    assert (await home.put_clip(manifest.clip_id, film)).status_code == 201
