"""Signed objects: compact JWS (RFC 7515) with one algorithm, and a `typ` so that none passes for another."""

from collections.abc import Callable
from enum import StrEnum
import hashlib
import json
from typing import Any

from ..wire import Json, WireError, read, to_json
from .keys import PublicKey, b64url, from_b64url
from .limits import JSON_BYTES


class Kind(StrEnum):
    """What a signed object is; its `typ`, so that none passes for another."""

    CONSENT = "mt-consent+jws"
    CONSENT_RECEIPT = "mt-consent-receipt+jws"
    WITHDRAWAL = "mt-withdrawal+jws"
    CLIP_MANIFEST = "mt-clip-manifest+jws"
    DECISION = "mt-decision+jws"
    REPORT = "mt-report+jws"
    LIVE_ANSWER = "mt-live-answer+jws"
    STORAGE_RECEIPT = "mt-storage-receipt+jws"
    DELETION_RECEIPT = "mt-deletion-receipt+jws"
    HOLD_RELEASE = "mt-hold-release+jws"
    RECORDING_MANIFEST = "mt-recording-manifest+jws"  # of a clip as it lies at home; it leaves only in an export
    EXPORT_SEAL = "mt-export-seal+jws"


def sign_object(kind: Kind, payload: Any, key: PublicKey, sign: Callable[[bytes], bytes]) -> str:
    """A compact JWS over a dataclass's JSON; `sign` is Ed25519 with the private half of `key`."""
    header = {"alg": "Ed25519", "typ": kind.value, "kid": key.thumbprint}
    parts = [json.dumps(part, separators=(",", ":"), ensure_ascii=False) for part in (header, to_json(payload))]
    signed = ".".join(b64url(part.encode()) for part in parts)
    return f"{signed}.{b64url(sign(signed.encode()))}"


def open_object[T](
    kind: Kind, cls: type[T], token: str, key: PublicKey, verify: Callable[[bytes, bytes, bytes], bool]
) -> T:
    """The object in a compact JWS, if `key` signed it as that kind.

    `verify(raw public key, signature, message)` is Ed25519. WireError when the form, the algorithm, the key, the
    kind or the signature is not right.
    """
    if len(token) > JSON_BYTES or token.count(".") != 2:
        raise WireError("", "is not a compact JWS")
    head, body, signature = token.split(".")
    try:
        header, payload = json.loads(from_b64url(head)), json.loads(from_b64url(body))
        raw_signature = from_b64url(signature)
    except (ValueError, RecursionError) as err:
        raise WireError("", "is not a compact JWS") from err
    if header != {"alg": "Ed25519", "typ": kind.value, "kid": key.thumbprint}:
        raise WireError("/header", "names another algorithm, kind or key")
    if not verify(key.raw, raw_signature, f"{head}.{body}".encode()):
        raise WireError("/signature", "does not fit")
    return read(cls, payload)


def object_hash(token: str) -> str:
    """SHA-256 of a signed object, hexadecimal: what the next manifest of a camera names as `previous`."""
    return hashlib.sha256(token.encode()).hexdigest()


def parse_body[T](cls: type[T], data: bytes, longest: int = JSON_BYTES) -> T:
    """A body's object. WireError when it is too long, not JSON, or not that object."""
    if len(data) > longest:
        raise WireError("", "is too long")
    try:
        value: Json = json.loads(data)
    except (ValueError, RecursionError) as err:
        raise WireError("", "is not JSON") from err
    return read(cls, value)
