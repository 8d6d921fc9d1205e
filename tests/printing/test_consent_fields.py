"""The paper of a consent answers every field that ISO/IEC TS 27560:2023 demands of a consent record."""

import re

import pytest

from custom_components.mat_than.printing.consent_paper import consent_paper

from . import papers

DEMANDED = {
    "schema_version", "record_id", "pii_principal_id",  # of the record
    "privacy_notice", "language", "purpose", "pii_type", "pii_controllers", "storage_locations", "retention_period",
    "jurisdiction", "recipient_third_parties", "withdrawal_method",  # of the processing
    "party_name", "party_address", "party_contact",  # of who receives
    "event_time", "validity_duration", "event_type", "event_state",  # of the consent as an event
}  # fmt: skip


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_demanded_field_is_named_on_the_paper(language: str) -> None:
    body = consent_paper(papers.consent_sheet(language)).body
    named = {field for row in re.findall(r"<small>([a-z_, ]+)</small>", body) for field in row.split(", ")}
    assert named >= DEMANDED
    assert "https://camera.cau-ong-lanh.example" in body
    assert "mt/1" in body
