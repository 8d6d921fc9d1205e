"""Home and hub read the same vectors alike. Runs in both environments: with the hub's package where it is installed,
with the engine's copy of the protocol elsewhere.
"""

from datetime import UTC, datetime
import hashlib
from importlib import import_module
from importlib.util import find_spec
import json
from pathlib import Path
import sys
from types import SimpleNamespace
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from http_message_signatures import HTTPMessageSigner, MappingKeyResolver, algorithms
import pytest

sys.path.insert(0, str(Path(__file__).parent))
import make_vectors

HUB_SIDE = find_spec("mat_than_hub") is not None
PACKAGE = "mat_than_hub" if HUB_SIDE else "mat_than_engine"
consent, keys, pairing, requests, signed = (
    import_module(f"{PACKAGE}.protocol.{name}") for name in ("consent", "keys", "pairing", "requests", "signed")
)
OBJECTS = {
    "mt-consent+jws": consent.ConsentRecord,
    "mt-withdrawal+jws": consent.Withdrawal,
    "mt-decision+jws": requests.Decision,
    "mt-report+jws": requests.Report,
}
wire = import_module(f"{PACKAGE}.wire")


def vectors(name: str) -> Any:
    return json.loads((make_vectors.VECTORS / f"{name}.json").read_text(encoding="utf-8"))


def named(name: str) -> list[Any]:
    return [pytest.param(vector, id=vector.get("name", vector.get("link"))) for vector in vectors(name)]


def verify(raw_key: bytes, signature: bytes, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(raw_key).verify(signature, message)
    except InvalidSignature:
        return False
    return True


@pytest.mark.parametrize("name", ["requests", "tokens", "invitations", "comparison"])
def test_the_vectors_are_those_that_the_script_makes(name: str) -> None:
    assert vectors(name) == json.loads(json.dumps(getattr(make_vectors, name)()))


@pytest.mark.parametrize("vector", named("tokens"))
def test_a_signed_object_is_read_or_refused_at_the_same_place(vector: dict[str, Any]) -> None:
    cls = OBJECTS[vector["kind"]]
    key = wire.read(keys.PublicKey, make_vectors.jwk(make_vectors.HOME))
    try:
        signed.open_object(signed.Kind(vector["kind"]), cls, vector["token"], key, verify)
        found = "ok"
    except wire.WireError as err:
        found = err.pointer or "/"
    assert found == vector["expect"]


@pytest.mark.parametrize("vector", named("invitations"))
def test_an_invitation_is_read_or_refused_at_the_same_place(vector: dict[str, Any]) -> None:
    if vector["expect"] != "ok":
        with pytest.raises(wire.WireError) as refused:
            pairing.Invitation.parse(vector["link"])
        assert refused.value.pointer == vector["expect"]
        return
    found = pairing.Invitation.parse(vector["link"])
    assert (found.hub_url, found.code, found.thumbprint) == (vector["hub_url"], vector["code"], vector["thumbprint"])


def test_both_screens_show_the_same_six_digits() -> None:
    vector = vectors("comparison")
    home, hub = (wire.read(keys.PublicKey, vector[side]) for side in ("home", "hub"))
    assert keys.comparison_code(home, hub, vector["code"]) == vector["digits"]
    assert home.thumbprint == vector["keyid"]


@pytest.mark.parametrize("vector", [param for param in named("requests") if param.values[0]["expect"] == "ok"])
def test_a_good_request_is_signed_to_the_byte(vector: dict[str, Any]) -> None:
    key: Ed25519PrivateKey = make_vectors.HOME
    body = vector["body"]
    own = {"Signature-Input", "Signature", "Content-Digest"}
    headers = {name: value for name, value in vector["headers"].items() if name not in own}
    if body is not None:
        headers["Content-Digest"] = keys.content_digest(body.encode())
    message = SimpleNamespace(method=vector["method"], url=vector["url"], headers=headers)
    HTTPMessageSigner(
        signature_algorithm=algorithms.ED25519,
        key_resolver=MappingKeyResolver(public_keys={}, private_keys={vectors("comparison")["keyid"]: key}),
    ).sign(
        message,
        key_id=vectors("comparison")["keyid"],
        created=datetime.fromtimestamp(make_vectors.CREATED, UTC),
        nonce=make_vectors.NONCE,
        label=keys.SIGNATURE_LABEL,
        tag=keys.SIGNATURE_TAG,
        covered_component_ids=keys.components_of(headers),
        use_existing_digest=body is not None,
    )
    made = {name.lower(): value for name, value in headers.items()}
    assert made == {name.lower(): value for name, value in vector["headers"].items()}


@pytest.mark.skipif(not HUB_SIDE, reason="the hub is who verifies requests")
@pytest.mark.parametrize("vector", named("requests"))
def test_the_hub_takes_or_refuses_a_request(vector: dict[str, Any]) -> None:
    errors, signing = import_module("mat_than_hub.errors"), import_module("mat_than_hub.signing")
    headers = {name.lower(): value for name, value in vector["headers"].items()}
    head = signing.SignedHead(vector["method"], vector["url"], headers)
    key = wire.read(keys.PublicKey, make_vectors.jwk(make_vectors.HOME))
    try:
        claim = signing.read_claim(head)
        signing.verify(head, claim, key, datetime.fromtimestamp(vector["now"], UTC))
        found = "ok"
        digest = None if vector["body"] is None else hashlib.sha256(vector["body"].encode()).hexdigest()
        assert claim.digest == digest
    except errors.Refusal as refusal:
        found = refusal.problem.value
    assert found == vector["expect"]
