"""Request signatures (RFC 9421) and body digests (RFC 9530): the one place that knows the library for them.

`http-message-signatures` is pure Python, and is the integration's only requirement beside what Home Assistant
itself brings.
"""

from dataclasses import dataclass, field
from datetime import datetime
import secrets

from http_message_signatures import HTTPMessageSigner, MappingKeyResolver, algorithms

from ..lib.mat_than_engine.protocol.keys import (
    DIGEST_COMPONENT,
    SIGNATURE_LABEL,
    SIGNATURE_TAG,
    SIGNED_COMPONENTS,
    content_digest,
)
from .identity import Identity


@dataclass(frozen=True, slots=True)
class _Request:
    """What the library needs to see of a request; it adds its own headers."""

    method: str
    url: str
    headers: dict[str, str] = field(default_factory=dict)


def signed_headers(
    identity: Identity, method: str, url: str, *, created: datetime, body: bytes | str | None = None
) -> dict[str, str]:
    """The headers that sign a request to `url` (absolute, as it goes on the wire).

    `body` is the bytes that will be sent, or their SHA-256 in hexadecimal where they are read from a file.
    """
    request = _Request(method, url)
    covered = list(SIGNED_COMPONENTS)
    if body is not None:
        request.headers["Content-Digest"] = content_digest(body)
        covered.append(DIGEST_COMPONENT)
    keyid = identity.public.thumbprint
    signer = HTTPMessageSigner(
        signature_algorithm=algorithms.ED25519,
        key_resolver=MappingKeyResolver(public_keys={}, private_keys={keyid: identity.private}),
    )
    signer.sign(
        request,
        key_id=keyid,
        created=created,
        nonce=secrets.token_urlsafe(16),
        label=SIGNATURE_LABEL,
        tag=SIGNATURE_TAG,
        covered_component_ids=covered,
        use_existing_digest=body is not None,
    )
    return request.headers
