"""Request signatures (RFC 9421) and body digests (RFC 9530): the one place that knows the library for them.

`http-message-signatures` is pure Python, and is the integration's only requirement beside what Home Assistant
itself brings.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
import secrets

from http_message_signatures import HTTPMessageSigner, MappingKeyResolver, algorithms

from ..lib.mat_than_engine.protocol.keys import SIGNATURE_LABEL, SIGNATURE_TAG, components_of, content_digest
from .identity import Identity


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestHead:
    """A request before it is signed: `url` absolute as it goes on the wire, and the fields of its head so far.

    `body` is the bytes that will be sent, or their SHA-256 in hexadecimal where they are read from a file.
    """

    method: str
    url: str
    fields: Mapping[str, str]
    body: bytes | str | None = None


@dataclass(frozen=True, slots=True)
class _Message:
    """What the library needs to see of a request; it adds its own headers."""

    method: str
    url: str
    headers: dict[str, str] = field(default_factory=dict)


def signed_headers(identity: Identity, head: RequestHead, *, created: datetime) -> dict[str, str]:
    """All headers of the request: those of `head`, the body's digest, and what signs them."""
    message = _Message(head.method, head.url, dict(head.fields))
    if head.body is not None:
        message.headers["Content-Digest"] = content_digest(head.body)
    keyid = identity.public.thumbprint
    signer = HTTPMessageSigner(
        signature_algorithm=algorithms.ED25519,
        key_resolver=MappingKeyResolver(public_keys={}, private_keys={keyid: identity.private}),
    )
    signer.sign(
        message,
        key_id=keyid,
        created=created,
        nonce=secrets.token_urlsafe(16),
        label=SIGNATURE_LABEL,
        tag=SIGNATURE_TAG,
        covered_component_ids=components_of(message.headers),
        use_existing_digest=head.body is not None,
    )
    return message.headers
