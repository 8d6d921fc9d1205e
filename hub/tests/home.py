"""A home for the tests: makes keys, signs requests and objects, sends what a real home sends.

Requests are signed here by hand from RFC 9421's text, not with the library that the hub verifies with: each checks
the other.
"""

import base64
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
import hashlib
import json
import secrets
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid7

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
import httpx

from mat_than_hub.protocol.consent import CameraCard, ConsentRecord, DataKind, PositionKind, Purpose, Withdrawal
from mat_than_hub.protocol.footage import ClipManifest, Event, EventBatch, EventData, EventType
from mat_than_hub.protocol.keys import PublicKey
from mat_than_hub.protocol.pairing import Invitation, PairingRequest
from mat_than_hub.protocol.signed import Kind, sign_object
from mat_than_hub.wire import to_json

COVERED = ("@method", "@authority", "@path", "@query")
COVERED_FIELDS = ("content-type", "upload-offset", "upload-complete")  # each that the request has


def new_id() -> str:
    return str(uuid7())


@dataclass(kw_only=True)
class Tamper:
    """What a test may do to a request on its way."""

    created: datetime | None = None
    nonce: str | None = None
    tag: str = "mt-1"
    alg: str = "ed25519"
    keyid: str | None = None
    authority: str | None = None
    covered: tuple[str, ...] | None = None
    signed_path: str | None = None
    digest_of: bytes | None = None
    label: str = "mt"
    extra: str = ""
    fields: dict[str, str | None] = field(default_factory=dict)  # of the head, changed or removed once it is signed


def signature_headers(
    request: tuple[str, str, bytes | None], fields: dict[str, str], key: Ed25519PrivateKey, tamper: Tamper
) -> dict[str, str]:
    """The headers that sign a request (method, URL, body) with these fields, as RFC 9421 section 3.1 says."""
    method, url, body = request
    parts = urlsplit(url)
    headers: dict[str, str] = {}
    covered = COVERED
    if body is not None:
        digest = hashlib.sha256(body if tamper.digest_of is None else tamper.digest_of).digest()
        headers["Content-Digest"] = f"sha-256=:{base64.b64encode(digest).decode()}:"
        covered = (*COVERED, "content-digest")
    named = {name.lower(): value for name, value in fields.items()}
    covered = (*covered, *(name for name in COVERED_FIELDS if name in named))
    if tamper.covered is not None:
        covered = tamper.covered
    values = named | {
        "@method": method,
        "@authority": tamper.authority or parts.netloc,
        "@path": tamper.signed_path or parts.path,
        "@query": f"?{parts.query}",
        "content-digest": headers.get("Content-Digest", ""),
    }
    public = PublicKey.of(key.public_key().public_bytes_raw())
    created = int((tamper.created or datetime.now(UTC)).timestamp())
    nonce = tamper.nonce or secrets.token_urlsafe(16)
    keyid = tamper.keyid or public.thumbprint
    names = " ".join(f'"{name}"' for name in covered)
    parameters = (
        f'({names});created={created};nonce="{nonce}";keyid="{keyid}";tag="{tamper.tag}";alg="{tamper.alg}"'
        f"{tamper.extra}"
    )
    base = "\n".join([*(f'"{name}": {values[name]}' for name in covered), f'"@signature-params": {parameters}'])
    signature = base64.b64encode(key.sign(base.encode())).decode()
    headers["Signature-Input"] = f"{tamper.label}={parameters}"
    headers["Signature"] = f"{tamper.label}=:{signature}:"
    return headers


@dataclass
class Home:
    """A household with one camera."""

    http: httpx.AsyncClient
    url: str
    hub_key: PublicKey
    clock: Any
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    household_id: str = ""
    camera_id: str = "cam-1"

    @property
    def public(self) -> PublicKey:
        return PublicKey.of(self.key.public_key().public_bytes_raw())

    def sign(self, kind: Kind, payload: Any) -> str:
        return sign_object(kind, payload, self.public, self.key.sign)

    async def send(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        content_type: str = "application/json",
        tamper: Tamper | None = None,
        stream: Any = None,
        headers: dict[str, str] | None = None,
    ) -> httpx.Response:
        """A signed request; `body` is bytes or what becomes JSON. `stream` replaces the bytes that are sent."""
        data = body if body is None or isinstance(body, bytes) else json.dumps(to_json(body)).encode()
        tamper = tamper or Tamper()
        tamper.created = tamper.created or self.clock.now()
        fields = ({} if data is None else {"Content-Type": content_type}) | (headers or {})
        signed = signature_headers((method, f"{self.url}{path}", data), fields, self.key, tamper)
        sent = signed | fields | tamper.fields
        return await self.http.request(
            method,
            f"{self.url}{path}",
            content=data if stream is None else stream,
            headers={name: value for name, value in sent.items() if value is not None},
        )

    async def pair(self, link: str, name: str = "Nhà bà Hoa", **kwargs: Any) -> httpx.Response:
        code = Invitation.parse(link).code
        request = PairingRequest(code=code, key=self.public, name=name, software="tests 1")
        response = await self.send("POST", "/v1/pairings", request, **kwargs)
        if response.status_code == 201:
            self.household_id = response.json()["household_id"]
        return response

    async def put_camera(self, camera_id: str | None = None, name: str = "Cổng trước") -> httpx.Response:
        card = CameraCard(name=name, position=PositionKind.GATE)
        return await self.send("PUT", f"/v1/cameras/{camera_id or self.camera_id}", card)

    def record(self, **changes: Any) -> ConsentRecord:
        now = self.clock.now()
        fields: dict[str, Any] = {
            "consent_id": new_id(),
            "version": 1,
            "household_id": self.household_id,
            "hub_thumbprint": self.hub_key.thumbprint,
            "camera_id": self.camera_id,
            "purpose": Purpose.NEIGHBOURHOOD_SECURITY,
            "kinds": (DataKind.EVENTS, DataKind.STILLS, DataKind.CLIPS),
            "valid_from": now - timedelta(hours=1),
            "valid_until": now + timedelta(days=30),
            "retention_days": 7,
            "notice_version": "n1",
            "language": "vi",
            "given_at": now,
        }
        return ConsentRecord(**(fields | changes))

    def sign_consent(self, record: ConsentRecord) -> str:
        return self.sign(Kind.CONSENT, record)

    async def put_consent(self, record: ConsentRecord | None = None, **changes: Any) -> str:
        record = record or self.record(**changes)
        token = self.sign_consent(record)
        response = await self.send("PUT", f"/v1/consents/{record.consent_id}", {"record": token})
        assert response.status_code == 201, response.text
        return record.consent_id

    async def withdraw(self, consent_id: str, **kwargs: Any) -> httpx.Response:
        token = self.sign(Kind.WITHDRAWAL, Withdrawal(consent_id=consent_id, withdrawn_at=self.clock.now()))
        return await self.send("POST", f"/v1/consents/{consent_id}/withdrawal", {"withdrawal": token}, **kwargs)

    def event(self, consent_id: str, event_id: str | None = None, **data: Any) -> Event:
        fields: dict[str, Any] = {"consent_id": consent_id, "started_at": self.clock.now(), "score": 0.8}
        return Event(
            id=event_id or new_id(),
            source=f"urn:mt:{self.household_id}:{self.camera_id}",
            type=EventType.MOTION,
            time=self.clock.now(),
            data=EventData(**(fields | data)),
        )

    async def send_events(self, *events: Event) -> httpx.Response:
        return await self.send("POST", "/v1/events", EventBatch(events=events))

    async def results(self, *events: Event) -> list[tuple[str, str | None]]:
        response = await self.send_events(*events)
        assert response.status_code == 202, response.text
        return [(result["status"], result.get("problem")) for result in response.json()["results"]]

    def manifest(self, consent_id: str, content: bytes, **changes: Any) -> ClipManifest:
        now = self.clock.now()
        fields: dict[str, Any] = {
            "clip_id": new_id(),
            "household_id": self.household_id,
            "camera_id": self.camera_id,
            "consent_id": consent_id,
            "sha256": hashlib.sha256(content).hexdigest(),
            "size_bytes": len(content),
            "codec": "h264",
            "started_at": now - timedelta(seconds=10),
            "ended_at": now,
            "created_at": now,
        }
        return ClipManifest(**(fields | changes))

    def sign_manifest(self, manifest: ClipManifest) -> str:
        return self.sign(Kind.CLIP_MANIFEST, manifest)

    async def announce(self, manifest: ClipManifest) -> httpx.Response:
        return await self.send("POST", "/v1/clips", {"manifest": self.sign_manifest(manifest)})

    async def put_clip(self, clip_id: str, content: bytes, **kwargs: Any) -> httpx.Response:
        return await self.send(
            "PUT", f"/v1/clips/{clip_id}/content", content, **({"content_type": "video/mp4"} | kwargs)
        )

    async def put_still(self, still_id: str, event_id: str, content: bytes, **kwargs: Any) -> httpx.Response:
        return await self.send(
            "PUT", f"/v1/stills/{still_id}?event={event_id}", content, **({"content_type": "image/jpeg"} | kwargs)
        )
