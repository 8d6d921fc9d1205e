"""A legal hold as the home meets it: listed in its receipt, told with each look, proved when it is over."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from homeassistant.util import dt as dt_util
import pytest

from custom_components.mat_than.printing.consent_paper import consent_paper
from custom_components.mat_than.printing.deletion_paper import deletion_paper
from custom_components.mat_than.printing.sheets import consent_sheet, deletion_sheet
from custom_components.mat_than.sharing import withdrawal_line
from custom_components.mat_than.sharing.deletion_proof import DeletionProof, read_proof
from mat_than_verify.cli import verify_paper
from mat_than_verify.findings import Verdict
from scripts.live.hub import Hub

from .conftest import Home
from .test_requests import CASES, Officers


async def proof_of(home: Home, consent_id: str) -> DeletionProof | None:
    return read_proof(home.door.permissions.ledger.consents[consent_id])


async def do(home: Home, call: Any, *values: Any) -> Any:
    return await home.hass.async_add_executor_job(call, *values)


async def test_what_is_held_is_listed_and_its_end_is_proved(
    home: Home, real_hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(withdrawal_line, "HELD_S", 0.2)
    officers = await Officers(home, real_hub).begin()
    hub_id = await home.join(real_hub)
    consent_id = await home.consent(hub_id)
    motion = home.motion()
    home.door.offer_motion(motion)

    event = await home.until_received(real_hub, motion.event_id)
    wish = {
        "case_number": f"{next(CASES)}/2026",
        "basis": "Quyết định số 45/QĐ-CAP",
        "until": (dt_util.utcnow() + timedelta(days=30)).isoformat(),
        "event_ids": [event["id"]],
    }
    hold = await do(home, real_hub.http.post, "/api/holds", wish)
    word = {"approved": True, "note": ""}
    await do(home, officers.second.post, f"/api/holds/{hold['id']}/decision", word)
    await home.door.async_withdraw(consent_id)
    await home.until(lambda: not home.door.permissions.ledger.consents[consent_id].pending)
    proof = await proof_of(home, consent_id)
    assert proof is not None
    [listed] = proof.open_holds
    assert (listed.case_number, listed.basis) == (wish["case_number"], wish["basis"])
    assert event["id"] in listed.item_ids
    known = home.door.permissions.ledger.consents[consent_id]
    assert (known.open_holds, known.awaits) == ((hold["id"],), True)
    await do(home, officers.second.post, f"/api/holds/{hold['id']}/lifting", {})
    await home.until(lambda: not home.door.permissions.ledger.consents[consent_id].awaits)
    proof = await proof_of(home, consent_id)
    assert proof is not None
    assert (proof.open_holds, [release.hold_id for release in proof.releases]) == ((), [hold["id"]])


async def test_a_consent_and_the_proof_of_its_deletion_are_printed_from_what_both_signed(
    home: Home, real_hub: Hub
) -> None:
    hub_id = await home.join(real_hub)
    consent_id = await home.consent(hub_id)
    entry: Any = home.entry
    entry.runtime_data = SimpleNamespace(door=home.door)
    sheet = consent_sheet(home.hass, entry, consent_id, "vi")
    assert sheet is not None
    assert (sheet.hub, sheet.camera) == (home.joined(hub_id).name, "Cổng")
    keys = (sheet.consent.home_key.thumbprint, sheet.consent.hub_key.thumbprint)
    answer = verify_paper(sheet.consent.seal, keys)
    assert (answer.verdict, answer.findings, answer.facts.compared) == (Verdict.INTACT, (), True)
    assert "Biên nhận" in consent_paper(sheet).body
    assert deletion_sheet(entry, consent_id, "vi") is None
    await home.door.async_withdraw(consent_id)
    await home.until(lambda: not home.door.permissions.ledger.consents[consent_id].pending)
    assert consent_sheet(home.hass, entry, consent_id, "vi") is None
    proved = deletion_sheet(entry, consent_id, "vi")
    assert proved is not None
    assert verify_paper(proved.deletion.seal, keys[1:]).verdict is Verdict.INTACT
    assert "Không có hình nào bị giữ lại" in deletion_paper(proved).body
