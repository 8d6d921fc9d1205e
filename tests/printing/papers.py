"""A signed consent with its receipt, and a proved deletion with a hold, as a home has them; keys of the test's own."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from custom_components.mat_than.lib.mat_than_engine.protocol.consent import (
    ConsentReceipt,
    ConsentRecord,
    DataKind,
    DeletionReceipt,
    Purpose,
)
from custom_components.mat_than.lib.mat_than_engine.protocol.holds import HoldRelease, LegalHold, ReleaseCause
from custom_components.mat_than.lib.mat_than_engine.protocol.keys import PublicKey
from custom_components.mat_than.lib.mat_than_engine.protocol.signed import Kind, object_hash, sign_object
from custom_components.mat_than.printing.consent_paper import ConsentSheet, SignedConsent
from custom_components.mat_than.printing.deletion_paper import DeletionSheet, ProvedDeletion

HOME = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
HUB = Ed25519PrivateKey.from_private_bytes(bytes(range(32, 64)))
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 22, 2, 27, 18, tzinfo=UTC)
CONSENT_ID = "6f1f5c3e-58f4-4a38-9d2b-0a6f7c1f5e10"
DELETION_ID = "019aa9c2-72a1-7c3e-8a3f-2f6f5f0e7d41"
HOLD_ID = "019aa9c2-72a1-7c3e-8a3f-2f6f5f0e7d42"


def public(key: Ed25519PrivateKey) -> PublicKey:
    return PublicKey.of(key.public_key().public_bytes_raw())


def record() -> ConsentRecord:
    return ConsentRecord(
        consent_id=CONSENT_ID,
        version=2,
        household_id="0d3a3c2e-96a5-4c57-8a3f-2f6f5f0e7d41",
        hub_thumbprint=public(HUB).thumbprint,
        camera_id="01JD5K8T4V6ZP2N3Q7RXYA9WBC",
        purpose=Purpose.NEIGHBOURHOOD_SECURITY,
        kinds=(DataKind.EVENTS, DataKind.STILLS, DataKind.CLIPS),
        valid_from=NOW,
        valid_until=NOW + timedelta(days=180),
        retention_days=15,
        notice_version="2026-01",
        language="vi",
        given_at=NOW,
        masks_required=True,
    )


def consent() -> SignedConsent:
    token = sign_object(Kind.CONSENT, record(), public(HOME), HOME.sign)
    receipt = ConsentReceipt(
        consent_id=CONSENT_ID, version=2, record_sha256=object_hash(token), received_at=NOW + timedelta(seconds=1)
    )
    return SignedConsent(
        record=record(),
        token=token,
        home_key=public(HOME),
        hub_key=public(HUB),
        receipt=receipt,
        receipt_token=sign_object(Kind.CONSENT_RECEIPT, receipt, public(HUB), HUB.sign),
    )


def consent_sheet(language: str) -> ConsentSheet:
    return ConsentSheet(
        consent=consent(),
        place="Nhà bà Nguyễn Thị Ngọc Ánh <số 5>",
        camera="Cổng trước",
        hub="Trung tâm an ninh phường Cầu Ông Lãnh",
        hub_url="https://camera.cau-ong-lanh.example",
        commune="phường Cầu Ông Lãnh",
        language=language,
        zone=ZONE,
        printed_at=NOW + timedelta(days=1),
    )


def hold(items: int = 2) -> LegalHold:
    return LegalHold(
        hold_id=HOLD_ID,
        case_number="123/2026",
        basis="Quyết định số 45/QĐ-CAP ngày 20/11/2026 về xác minh vụ trộm xe máy",
        unit="Công an phường Cầu Ông Lãnh",
        decided_at=NOW,
        until=NOW + timedelta(days=60),
        item_ids=tuple(str(uuid5(UUID(HOLD_ID), str(number))) for number in range(items)),
        events=1,
        stills=0,
        clips=items - 1,
        size_bytes=4_200_000,
        first_at=NOW - timedelta(hours=5),
        last_at=NOW - timedelta(hours=4),
    )


def deletion(items: int = 2, released: bool = False) -> ProvedDeletion:
    held = hold(items)
    receipt = DeletionReceipt(
        deletion_id=DELETION_ID,
        consent_id=CONSENT_ID,
        events=41,
        stills=40,
        clips=38,
        size_bytes=512_000_000,
        requested_at=NOW,
        objects_deleted_at=NOW + timedelta(seconds=3),
        key_destroyed_at=NOW + timedelta(seconds=1),
        first_at=NOW - timedelta(days=14),
        last_at=NOW - timedelta(hours=1),
        held=held.item_ids,
        holds=(held,),
    )
    release = HoldRelease(
        hold_id=HOLD_ID,
        deletion_id=DELETION_ID,
        consent_id=CONSENT_ID,
        cause=ReleaseCause.LIFTED,
        ended_at=NOW + timedelta(days=20),
        item_ids=held.item_ids,
        events=1,
        stills=0,
        clips=items - 1,
        size_bytes=4_200_000,
        key_destroyed_at=NOW + timedelta(days=20, seconds=1),
        objects_deleted_at=NOW + timedelta(days=20, seconds=2),
    )
    return ProvedDeletion(
        receipt=receipt,
        receipt_token=sign_object(Kind.DELETION_RECEIPT, receipt, public(HUB), HUB.sign),
        releases=(release,) if released else (),
        release_tokens=(sign_object(Kind.HOLD_RELEASE, release, public(HUB), HUB.sign),) if released else (),
        hub_key=public(HUB),
    )


def deletion_sheet(language: str, *, released: bool = False) -> DeletionSheet:
    return DeletionSheet(
        deletion=deletion(released=released),
        camera="Cổng trước",
        hub="Trung tâm an ninh phường Cầu Ông Lãnh",
        withdrawn_at=NOW - timedelta(seconds=2),
        language=language,
        zone=ZONE,
    )


def without_receipt() -> SignedConsent:
    return replace(consent(), receipt=None, receipt_token=None)
