"""Sharing as the panel is told it: who looked, what is given, what was withdrawn and proved, what did not get through."""

from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType
from uuid import uuid4

from homeassistant.config_entries import ConfigSubentry
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mat_than.const import SUBENTRY_CONSENT, SUBENTRY_HUB
from custom_components.mat_than.lib.mat_than_engine.protocol.access import AccessEntry, Action
from custom_components.mat_than.lib.mat_than_engine.protocol.consent import ConsentRecord, DataKind, Purpose
from custom_components.mat_than.lib.mat_than_engine.protocol.signed import Kind
from custom_components.mat_than.sharing.identity import Identity, async_get_identities
from custom_components.mat_than.sharing.ledger import KnownConsent, async_get_ledger
from custom_components.mat_than.sharing.mirror import async_get_mirror
from custom_components.mat_than.sharing.request_book import async_get_request_book
from custom_components.mat_than.sharing.request_pages import Answer, RequestState
from custom_components.mat_than.sharing.standing import CONF_RECEIPT, CONF_RECORD
from tests.printing import papers

from .conftest import StandIn, until
from .test_footage_requests import REQUEST_ID, request
from .test_hub_entities import HUB as ELSEWHERE
from .test_panel import Ask, ask

__all__ = ["ask"]  # a fixture of the panel's tests
HUB = replace(ELSEWHERE, url="http://127.0.0.1:9")  # where nobody listens


@pytest.fixture
async def hub_id(hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry) -> str:
    """A hub that was joined with a key of this home's."""
    await (await async_get_identities(hass)).async_put(HUB.recipient, Identity.new())
    joined = ConfigSubentry(data=HUB.as_data(), subentry_type=SUBENTRY_HUB, title=HUB.name, unique_id="hub")
    hass.config_entries.async_add_subentry(entry, joined)
    await until(hass, lambda: hass.states.get("sensor.phuong_mot_requests_waiting_for_you"))
    return joined.subentry_id


async def test_each_look_is_told_with_unit_case_and_reason_newest_first(
    hass: HomeAssistant, hub_id: str, ask: Ask
) -> None:
    mirror, now = await async_get_mirror(hass), dt_util.utcnow().replace(microsecond=0)
    look = AccessEntry(
        seq=1, at=now, action=Action.VIEW_STILL, camera_id="cam1", item_id=REQUEST_ID, unit="Công an phường",
        request_id=REQUEST_ID, case_number="12/2026", reason="Mất xe máy",
    )  # fmt: skip
    later = replace(look, seq=2, at=now + timedelta(seconds=5), action=Action.PLAY_CLIP)
    foreign = replace(look, seq=3, camera_id="a camera that was removed")
    await mirror.async_add(HUB.code, (look, later, foreign))
    told = (await ask("sharing"))["result"]
    assert [(one["action"], one["camera_id"], one["hub"]) for one in told["looks"]] == [
        ("play_clip", "cam1", "Phường Một"),
        ("view_still", "cam1", "Phường Một"),
    ]
    assert {one["case_number"] for one in told["looks"]} == {"12/2026"}
    assert {one["reason"] for one in told["looks"]} == {"Mất xe máy"}
    (hub,) = told["hubs"]
    assert (hub["hub_id"], hub["name"], hub["line"]["idle"]) == (hub_id, "Phường Một", True)


async def test_a_consent_is_told_in_full_and_withdrawn(
    hass: HomeAssistant, entry: MockConfigEntry, hub_id: str, ask: Ask
) -> None:
    identity = (await async_get_identities(hass)).get(HUB.recipient)
    assert identity is not None
    now = dt_util.utcnow()
    record = ConsentRecord(
        consent_id=str(uuid4()), version=1, household_id=HUB.household_id, hub_thumbprint=HUB.key.thumbprint,
        camera_id="cam1", purpose=Purpose.NEIGHBOURHOOD_SECURITY, kinds=(DataKind.EVENTS,), valid_from=now,
        valid_until=now + timedelta(days=30), retention_days=7, notice_version="1", language="vi", given_at=now,
    )  # fmt: skip
    await (await async_get_ledger(hass)).async_put(KnownConsent.of(record.consent_id, "cam1", HUB))
    data = MappingProxyType({CONF_RECORD: identity.sign_object(Kind.CONSENT, record), CONF_RECEIPT: "kept as it came"})
    given = ConfigSubentry(data=data, subentry_type=SUBENTRY_CONSENT, title="Cổng", unique_id="consent")
    hass.config_entries.async_add_subentry(entry, given)
    await until(hass, lambda: entry.runtime_data.door.view.consents({"cam1"}))
    told = (await ask("sharing"))["result"]
    (consent,) = told["consents"]
    assert (consent["hub"], consent["camera_id"], consent["kinds"]) == ("Phường Một", "cam1", ["events"])
    assert (consent["live"], consent["footage"], consent["audio"], consent["retention_days"]) == (True, None, False, 7)
    assert told["cameras"]["cam1"]["allowed"] is True
    assert (await ask("sharing/switch", camera_id="cam1", on=False))["success"]
    assert (await ask("sharing"))["result"]["cameras"]["cam1"]["on"] is False
    assert (await ask("sharing/withdraw", consent_id=record.consent_id))["success"]
    told = (await ask("sharing"))["result"]
    assert told["consents"] == []
    (withdrawn,) = told["withdrawn"]
    assert (withdrawn["camera"], withdrawn["proved"], withdrawn["pending"]) == ("Cổng", False, True)
    assert (withdrawn["deleted"], withdrawn["holds"]) == (None, [])
    due = dt_util.parse_datetime(withdrawn["due_at"]) - dt_util.parse_datetime(withdrawn["withdrawn_at"])
    assert due == timedelta(days=20)


@pytest.mark.parametrize("released", [False, True])
async def test_a_proved_deletion_says_what_was_deleted_and_what_a_hold_still_keeps(
    hass: HomeAssistant, hub_id: str, ask: Ask, released: bool
) -> None:
    proved = papers.deletion(released=released)
    known = replace(
        KnownConsent.of(papers.CONSENT_ID, "cam1", HUB), hub_key=proved.hub_key, withdrawn_at=papers.NOW,
        receipt=proved.receipt_token, releases=proved.release_tokens, closed=True,
    )  # fmt: skip
    ledger = await async_get_ledger(hass)
    await ledger.async_put(known)
    (told,) = (await ask("sharing"))["result"]["withdrawn"]
    assert (told["proved"], told["pending"]) == (True, False)
    assert (told["deleted"]["events"], told["deleted"]["stills"], told["deleted"]["clips"]) == (41, 40, 38)
    (hold,) = told["holds"]
    assert (hold["case_number"], hold["unit"], hold["events"]) == ("123/2026", papers.hold().unit, 1)
    assert (hold["released_at"] is not None) is released
    # What the hub did not sign proves nothing.
    await ledger.async_put(replace(known, receipt=f"{proved.receipt_token[:-8]}AAAAAAAA"))
    (told,) = (await ask("sharing"))["result"]["withdrawn"]
    assert (told["deleted"], told["holds"]) == (None, [])


async def test_a_report_that_did_not_get_through_is_told_for_two_weeks(
    hass: HomeAssistant, hub_id: str, ask: Ask
) -> None:
    book = await async_get_request_book(hass)
    report = Answer(subject_id=REQUEST_ID, hub=HUB.code, token="signed", is_report=True, footage=request().span)
    await book.async_put_answer(report)
    await book.async_undo(REQUEST_ID, RequestState.CANCELLED)
    (told,) = (await ask("sharing"))["result"]["refused_reports"]
    assert (told["report_id"], told["hub"], told["cause"]) == (REQUEST_ID, "Phường Một", "refused")
