"""RFC 9421 signatures on requests: the one place that knows the library.

A request is verified from its head alone, before its body is read: `read_claim` says who claims to have signed it,
the caller finds that key, `verify` checks it. The body is then compared with the digest that was signed
(`bodies.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, override

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from http_message_signatures import (
    HTTPMessageSignaturesException,
    HTTPMessageVerifier,
    MappingKeyResolver,
    algorithms,
)
import http_sf

from .errors import Refusal
from .protocol.keys import DIGEST_COMPONENT, SIGNATURE_LABEL, SIGNATURE_TAG, PublicKey, components_of
from .protocol.limits import SIGNATURE_WINDOW
from .protocol.problems import Problem

_PARAMETERS = {"created": int, "nonce": str, "keyid": str, "tag": str, "alg": str}


@dataclass(frozen=True, slots=True)
class SignedHead:
    """A request's head, as the signature library wants to see it. `url` has the public authority."""

    method: str
    url: str
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says to have signed a request, when; `digest` is the body's SHA-256 in hexadecimal, None without a body."""

    keyid: str
    nonce: str
    created: datetime
    digest: str | None


def read_claim(head: SignedHead) -> Claim:
    """Read the signature's parameters. Refusal `signature-invalid` when they are not those of mt/1."""
    parameters = _parameters(head.headers.get("signature-input", ""))
    for name, kind in _PARAMETERS.items():
        if type(parameters.get(name)) is not kind:
            raise Refusal(Problem.SIGNATURE_INVALID)
    if parameters["tag"] != SIGNATURE_TAG or parameters["alg"] != "ed25519":
        raise Refusal(Problem.SIGNATURE_INVALID)
    if len(parameters["keyid"]) != 43 or not 8 <= len(parameters["nonce"]) <= 64:
        raise Refusal(Problem.SIGNATURE_INVALID)
    try:
        created = datetime.fromtimestamp(parameters["created"], UTC)
    except (ValueError, OverflowError, OSError) as err:
        raise Refusal(Problem.SIGNATURE_INVALID) from err
    return Claim(parameters["keyid"], parameters["nonce"], created, _digest(head.headers.get(DIGEST_COMPONENT)))


def verify(head: SignedHead, claim: Claim, key: PublicKey, now: datetime) -> None:
    """Check the signature with its key, then its age. Refusal `signature-invalid` or `clock-skew`.

    Whatever of the head is acted on later has to be signed, also what somebody on the way has added.
    """
    public = Ed25519PublicKey.from_public_bytes(key.raw)
    verifier = _Verifier(
        signature_algorithm=algorithms.ED25519,
        key_resolver=MappingKeyResolver(public_keys={claim.keyid: public}, private_keys={}),
    )
    try:
        verifier.verify(
            head,
            max_age=None,
            expect_tag=SIGNATURE_TAG,
            expect_label=SIGNATURE_LABEL,
            require_components=components_of(head.headers),
        )
    except HTTPMessageSignaturesException as err:
        raise Refusal(Problem.SIGNATURE_INVALID) from err
    # `created` is in whole seconds: half a second of rounding belongs to nobody.
    if abs(now - claim.created) > SIGNATURE_WINDOW + timedelta(seconds=1):
        raise Refusal(Problem.CLOCK_SKEW, server_time=now)


class _Verifier(HTTPMessageVerifier):
    """Leaves the time to `verify`, which has the hub's clock and answers with it."""

    @override
    def validate_created_and_expires(self, sig_input: Any, max_age: timedelta | None = None) -> None:
        if "expires" in sig_input.params:
            raise Refusal(Problem.SIGNATURE_INVALID)


def _parameters(field: str) -> dict[str, Any]:
    try:
        members: Any = http_sf.parse(field.encode("ascii"), tltype="dictionary")
        _, parameters = members[SIGNATURE_LABEL]
    except (ValueError, KeyError, TypeError) as err:
        raise Refusal(Problem.SIGNATURE_INVALID) from err
    return dict(parameters)


def _digest(field: str | None) -> str | None:
    if field is None:
        return None
    try:
        members: Any = http_sf.parse(field.encode("ascii"), tltype="dictionary")
        digest, _ = members["sha-256"]
    except (ValueError, KeyError, TypeError) as err:
        raise Refusal(Problem.SIGNATURE_INVALID) from err
    if not isinstance(digest, bytes) or len(digest) != 32:
        raise Refusal(Problem.SIGNATURE_INVALID)
    return digest.hex()
