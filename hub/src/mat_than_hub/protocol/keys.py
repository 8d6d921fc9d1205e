"""Keys and what is made of them: thumbprints, digests, request signatures, the comparison code."""

import base64
from collections.abc import Iterable
from dataclasses import dataclass
import hashlib
import hmac

from ..wire import WireError

# RFC 9421 request signatures
SIGNATURE_TAG = "mt-1"
SIGNATURE_LABEL = "mt"
SIGNED_COMPONENTS = ("@method", "@authority", "@path", "@query")
DIGEST_COMPONENT = "content-digest"  # wherever there is a body
# What a hub acts on in a request's head: each that is there is signed, too.
SIGNED_FIELDS = (DIGEST_COMPONENT, "content-type", "upload-offset", "upload-complete")


def components_of(fields: Iterable[str]) -> tuple[str, ...]:
    """What the signature of a request with head fields of these names covers, in the order in which a home writes it."""
    there = {name.lower() for name in fields}
    return (*SIGNED_COMPONENTS, *(name for name in SIGNED_FIELDS if name in there))


def b64url(data: bytes) -> str:
    """Base64url without padding, as JOSE writes it."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def from_b64url(text: str) -> bytes:
    """The reverse; ValueError for anything else, also for a second spelling of the same bytes."""
    data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    if b64url(data) != text:
        raise ValueError("not base64url")
    return data


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicKey:
    """An Ed25519 public key as a JWK (RFC 8037)."""

    kty: str
    crv: str
    x: str

    def __post_init__(self) -> None:
        """Refuse every other kind of key."""
        if self.kty != "OKP" or self.crv != "Ed25519":
            raise WireError("/kty", "is not an Ed25519 key")
        try:
            raw = from_b64url(self.x)
        except ValueError as err:
            raise WireError("/x", "is not base64url") from err
        if len(raw) != 32:
            raise WireError("/x", "is not 32 bytes long")

    @classmethod
    def of(cls, raw: bytes) -> PublicKey:
        """The JWK of 32 raw bytes."""
        return cls(kty="OKP", crv="Ed25519", x=b64url(raw))

    @property
    def raw(self) -> bytes:
        """The 32 bytes."""
        return from_b64url(self.x)

    @property
    def thumbprint(self) -> str:
        """RFC 7638; the `keyid` of signatures."""
        canonical = f'{{"crv":"{self.crv}","kty":"{self.kty}","x":"{self.x}"}}'
        return b64url(hashlib.sha256(canonical.encode()).digest())


def content_digest(body: bytes | str) -> str:
    """RFC 9530 `Content-Digest` of a body, or of a body's SHA-256 in hexadecimal."""
    digest = bytes.fromhex(body) if isinstance(body, str) else hashlib.sha256(body).digest()
    return f"sha-256=:{base64.b64encode(digest).decode()}:"


def comparison_code(home: PublicKey, hub: PublicKey, invitation_code: str) -> str:
    """The six digits that owner and officer compare: made of both keys and the invitation."""
    text = f"mt-1 comparison\n{home.thumbprint}\n{hub.thumbprint}\n{invitation_code}"
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])
    return f"{number % 1_000_000:06d}"


def same(left: str, right: str) -> bool:
    """Compare secrets in constant time."""
    return hmac.compare_digest(left.encode(), right.encode())
