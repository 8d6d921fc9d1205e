"""`mt/1`: what is signed is what is read, and nothing passes for something else."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
import json

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from joserfc import jws
from joserfc.jwk import OKPKey
import pytest

from mat_than_engine.protocol.consent import ConsentRecord, DataKind, Hours, Purpose
from mat_than_engine.protocol.footage import ClipManifest, Event, EventBatch
from mat_than_engine.protocol.keys import PublicKey, comparison_code, content_digest, from_b64url
from mat_than_engine.protocol.limits import JSON_BYTES
from mat_than_engine.protocol.pairing import Invitation
from mat_than_engine.protocol.signed import Kind, open_object, parse_body, sign_object
from mat_than_engine.wire import WireError, read, to_json

PRIVATE = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
KEY = PublicKey.of(PRIVATE.public_key().public_bytes_raw())
OTHER = PublicKey.of(Ed25519PrivateKey.from_private_bytes(bytes(32)).public_key().public_bytes_raw())
NOW = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
ID = "0192f0c1-2345-7abc-8def-0123456789ab"

CONSENT = ConsentRecord(
    consent_id=ID, version=1, household_id=ID, hub_thumbprint=OTHER.thumbprint, camera_id="01JD0000000000000000000000",
    purpose=Purpose.NEIGHBOURHOOD_SECURITY, kinds=(DataKind.EVENTS, DataKind.CLIPS), valid_from=NOW,
    valid_until=NOW + timedelta(days=365), retention_days=30, notice_version="1", language="vi", given_at=NOW,
)  # fmt: skip


def verify(key: bytes, signature: bytes, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def signed_consent() -> str:
    return sign_object(Kind.CONSENT, CONSENT, KEY, PRIVATE.sign)


def test_a_signed_object_comes_through_whole() -> None:
    assert open_object(Kind.CONSENT, ConsentRecord, signed_consent(), KEY, verify) == CONSENT


def test_another_library_reads_the_same_signature() -> None:
    jwk = OKPKey.import_key({"kty": KEY.kty, "crv": KEY.crv, "x": KEY.x})
    token = jws.deserialize_compact(signed_consent(), jwk, algorithms=["Ed25519"])
    assert json.loads(token.payload) == to_json(CONSENT)
    assert jwk.thumbprint() == KEY.thumbprint


def test_a_changed_object_is_refused() -> None:
    head, body, signature = signed_consent().split(".")
    changed = body[:40] + ("A" if body[40] != "A" else "B") + body[41:]
    with pytest.raises(WireError):
        open_object(Kind.CONSENT, ConsentRecord, f"{head}.{changed}.{signature}", KEY, verify)


@pytest.mark.parametrize(
    ("kind", "key"), [(Kind.CLIP_MANIFEST, KEY), (Kind.CONSENT, OTHER)], ids=["another kind", "another key"]
)
def test_an_object_passes_for_no_other(kind: Kind, key: PublicKey) -> None:
    with pytest.raises(WireError, match="names another"):
        open_object(kind, ConsentRecord, signed_consent(), key, verify)


def test_no_algorithm_is_no_signature() -> None:
    unsigned = sign_object(Kind.CONSENT, CONSENT, KEY, lambda _: b"")
    with pytest.raises(WireError, match="does not fit"):
        open_object(Kind.CONSENT, ConsentRecord, unsigned, KEY, lambda *_: False)


def test_a_thumbprint_is_that_of_rfc_8037() -> None:
    key = PublicKey(kty="OKP", crv="Ed25519", x="11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")
    assert key.thumbprint == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"


def test_a_digest_is_that_of_rfc_9530() -> None:
    assert content_digest(b'{"hello": "world"}') == "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:"


def test_the_comparison_code_needs_both_keys_and_the_invitation() -> None:
    code = comparison_code(KEY, OTHER, "A" * 26)
    assert len(code) == 6
    assert code.isdecimal()
    assert len({code, comparison_code(OTHER, KEY, "A" * 26), comparison_code(KEY, OTHER, "B" * 26)}) == 3


def test_base64url_has_one_spelling() -> None:
    with pytest.raises(ValueError, match="base64url"):
        from_b64url("AB")  # the last bits are not zero


INVITATION = Invitation(hub_url="https://hub.xa.vn", code="0123456789ABCDEFGHJKMNPQRS", thumbprint=KEY.thumbprint)


def test_an_invitation_goes_into_a_link_and_back() -> None:
    assert Invitation.parse(f"  {INVITATION.link}\n") == INVITATION
    assert INVITATION.link.index("#") < INVITATION.link.index(INVITATION.code)
    below = replace(INVITATION, hub_url="https://xa.vn/mat-than")
    assert Invitation.parse(below.link) == below


@pytest.mark.parametrize(
    ("link", "pointer"),
    [
        ("", "/link"),
        ("hub.xa.vn", "/link"),
        ("https://hub.xa.vn/join", "/link"),
        ("https://hub.xa.vn/join#short.code", "/link"),
        (INVITATION.link.replace("/join", "/other"), "/link"),
        (INVITATION.link.replace("https://", "https://user:secret@"), "/link"),
        (INVITATION.link.replace("https://", "http://"), "/https"),
        (INVITATION.link.replace("https://", "file://"), "/https"),
        (INVITATION.link.replace("https://hub.xa.vn", "http://127.0.0.1.evil.vn"), "/https"),
        ("https://[bad/join#" + INVITATION.link.partition("#")[2], "/link"),
    ],
)
def test_what_is_no_invitation_is_refused(link: str, pointer: str) -> None:
    with pytest.raises(WireError) as refused:
        Invitation.parse(link)
    assert refused.value.pointer == pointer


@pytest.mark.parametrize(
    "change",
    [
        {"kinds": []}, {"kinds": ["events", "events"]}, {"valid_until": "2026-11-22T01:00:00Z"},
        {"valid_until": "2036-11-22T01:00:00Z"}, {"retention_days": 0}, {"version": 0}, {"purpose": "curiosity"},
        {"consent_id": ID.upper()}, {"hours": {"days": ["mon", "mon"]}}, {"hours": {"from_minute": 1440}},
    ],
)  # fmt: skip
def test_a_consent_to_nothing_or_for_ever_is_none(change: dict[str, object]) -> None:
    body = to_json(CONSENT)
    assert isinstance(body, dict)
    with pytest.raises(WireError):
        read(ConsentRecord, body | change)


def test_hours_default_to_the_whole_week() -> None:
    assert Hours() == Hours(days=("mon", "tue", "wed", "thu", "fri", "sat", "sun"), from_minute=0, to_minute=1440)


def test_a_body_is_bounded_before_it_is_parsed() -> None:
    with pytest.raises(WireError, match="too long"):
        parse_body(EventBatch, b" " * (JSON_BYTES + 1))
    with pytest.raises(WireError, match="JSON"):
        parse_body(EventBatch, b"[" * 30_000)


EVENT = {
    "specversion": "1.0", "id": ID, "source": f"urn:mt:{ID}:camera", "type": "vn.matthan.motion.v1",
    "time": "2026-11-22T01:00:00Z", "data": {"consent_id": ID, "started_at": "2026-11-22T01:00:00Z"},
}  # fmt: skip


def test_an_event_names_its_household_and_camera() -> None:
    event = read(Event, EVENT)
    assert (event.household_id, event.camera_id) == (ID, "camera")


@pytest.mark.parametrize(
    "data",
    [
        {"boxes": [[0, 0, 1, 1]] * 21}, {"boxes": [[0, 0, 1, 1.1]]}, {"score": 2}, {"still_id": "../../etc/passwd"},
        {"ended_at": "2026-11-22T00:59:59Z"}, {"zones": ["x" * 81]},
    ],
)  # fmt: skip
def test_an_event_is_bounded(data: dict[str, object]) -> None:
    with pytest.raises(WireError):
        read(Event, EVENT | {"data": EVENT["data"] | data})  # type: ignore[operator] # both are dicts


def test_a_clip_is_bounded_before_a_byte_of_it_is_taken() -> None:
    manifest = ClipManifest(
        clip_id=ID, household_id=ID, camera_id="camera", consent_id=ID, sha256="0" * 64, size_bytes=1, codec="h264",
        started_at=NOW, ended_at=NOW, created_at=NOW,
    )  # fmt: skip
    for change in (
        {"size_bytes": 0},
        {"size_bytes": 2**40},
        {"codec": "hevc"},
        {"sha256": "0" * 63},
        {"sha256": "G" * 64},
    ):
        with pytest.raises(WireError):
            read(ClipManifest, to_json(manifest) | change)  # type: ignore[operator] # it is a dict
