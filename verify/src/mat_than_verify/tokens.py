"""Signed texts: compact JWS (RFC 7515) with Ed25519 alone, and keys as JWK (RFC 8037), read within bounds.

A token's header must be exactly what Mắt Thần writes: another algorithm, an extra field or a second spelling of the
same bytes is refused. `alg: none` is a kind of its own that never counts as signed.
"""

import base64
from dataclasses import dataclass
import hashlib
import json
from typing import Any

from . import ed25519

LONGEST_TOKEN_BYTES = 64 * 1024
MANIFEST = "mt-recording-manifest+jws"
UNSIGNED_MANIFEST = MANIFEST + "+unsigned"
SHARED_MANIFEST = "mt-clip-manifest+jws"  # of the copy that left the home
MANIFESTS = {MANIFEST, UNSIGNED_MANIFEST, SHARED_MANIFEST}  # what says of a file that it is a clip
SEAL = "mt-export-seal+jws"
KINDS = {
    *MANIFESTS,
    SEAL,
    "mt-consent+jws",
    "mt-consent-receipt+jws",
    "mt-withdrawal+jws",
    "mt-storage-receipt+jws",
    "mt-deletion-receipt+jws",
    "mt-hold-release+jws",
}


class NotReadable(ValueError):  # noqa: N818 - what it is called in sentences
    """Something is not in the form it should have; nothing is said of who changed what."""


@dataclass(frozen=True)
class Key:
    """An Ed25519 public key."""

    raw: bytes

    @property
    def thumbprint(self) -> str:
        """RFC 7638, in base64url: what Home Assistant shows as the home's fingerprint."""
        text = f'{{"crv":"Ed25519","kty":"OKP","x":"{b64url(self.raw)}"}}'
        return b64url(hashlib.sha256(text.encode()).digest())


@dataclass(frozen=True)
class Token:
    """A token taken apart; nothing is verified yet."""

    text: str
    kind: str
    key_id: str | None  # the thumbprint of the key that should have signed; None where nobody did
    payload: dict[str, Any]
    signature: bytes

    @property
    def sha256(self) -> str:
        """What the next manifest of the camera names as `previous`."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def fits(self, key: Key) -> bool:
        """Whether that key signed it."""
        signed = self.text.rpartition(".")[0]
        return self.key_id == key.thumbprint and ed25519.verify(key.raw, self.signature, signed.encode())


def read_token(data: bytes) -> Token:
    """The token in a file's bytes (one line). NotReadable when it is none."""
    if len(data) > LONGEST_TOKEN_BYTES + 1:
        raise NotReadable("longer than a signed text may be")
    try:
        text = data.decode("ascii")
    except UnicodeDecodeError as err:
        raise NotReadable("no signed text") from err
    text = text.removesuffix("\n")
    parts = text.split(".")
    if len(parts) != 3:
        raise NotReadable("no signed text")
    header, payload = (read_json(from_b64url(part)) for part in parts[:2])
    kind = header.get("typ")
    if kind not in KINDS or not isinstance(payload, dict):
        raise NotReadable("no signed text of Mat Than")
    signature = from_b64url(parts[2])
    if kind == UNSIGNED_MANIFEST:
        if header != {"alg": "none", "typ": kind} or signature:
            raise NotReadable("a header that Mat Than does not write")
        return Token(text, kind, None, payload, b"")
    key_id = header.get("kid")
    if header != {"alg": "Ed25519", "typ": kind, "kid": key_id} or not isinstance(key_id, str):
        raise NotReadable("a header that Mat Than does not write")
    return Token(text, kind, key_id, payload, signature)


def read_json(data: bytes) -> dict[str, Any]:
    """The JSON object in some bytes. NotReadable for anything else, also for one that names a field twice."""
    try:
        value = json.loads(data, object_pairs_hook=_once, parse_constant=_no_constant)
    except (ValueError, RecursionError) as err:
        raise NotReadable("no JSON") from err
    if not isinstance(value, dict):
        raise NotReadable("no JSON object")
    return value


def read_key(value: object) -> Key:
    """The key in a JWK. NotReadable when it is none."""
    if not isinstance(value, dict) or value.get("kty") != "OKP" or value.get("crv") != "Ed25519":
        raise NotReadable("no Ed25519 key")
    x = value.get("x")
    raw = from_b64url(x) if isinstance(x, str) else b""
    if len(raw) != 32:
        raise NotReadable("no Ed25519 key")
    return Key(raw)


def b64url(data: bytes) -> str:
    """Base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def from_b64url(text: str) -> bytes:
    """The reverse. NotReadable for anything else, also for a second spelling of the same bytes."""
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except ValueError as err:
        raise NotReadable("no base64url") from err
    if b64url(data) != text:
        raise NotReadable("no base64url")
    return data


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a field twice")
    return found


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")
