"""A clip's manifest: what it is and when it was recorded, signed by the home's key when its last byte is on disk.

Each camera's manifests are numbered and each names the hash of the one before it, so that a clip taken out, put in or
put elsewhere shows. `keeper` has one made for every clip, `clip_store` keeps it beside the clip's row and beyond the
clip's deletion, `export` hands it out, and `mat-than-verify` reads it without anything of this engine.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
import json
from typing import Literal

from ..model import Clip
from ..protocol.keys import PublicKey, b64url, from_b64url
from ..protocol.limits import JSON_BYTES, check_order, check_sha256
from ..protocol.signed import Kind, object_hash, open_object, sign_object
from ..wire import WireError, read, to_json

type ClockState = Literal["synchronised", "unsure", "stepped"]
type Sign = Callable[[bytes], bytes]

UNSIGNED = {"alg": "none", "typ": f"{Kind.RECORDING_MANIFEST.value}+unsigned"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a recording is. Times are the home's wall clock in UTC, by whose word `clock` says."""

    clip_id: str
    camera_id: str
    camera_name: str
    kind: Literal["motion", "continuous", "asked"]
    started_at: datetime
    ended_at: datetime
    duration_s: float
    pre_roll_s: float
    size_bytes: int
    sha256: str
    codec: str
    width: int
    height: int
    sequence: int  # of this camera: 1, 2, 3 …
    clock: ClockState
    software: str
    created_at: datetime
    previous: str | None = None  # `manifest_hash` of the camera's manifest before this one
    clock_step_s: float | None = None  # by how much the wall clock jumped while this was recorded
    event_ids: tuple[str, ...] = ()
    fps: float | None = None
    audio: str | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be a recording; only a clock that stepped back lets the end lie before the start."""
        check_sha256(self.sha256, "/sha256")
        if self.previous is not None:
            check_sha256(self.previous, "/previous")
        if self.clock != "stepped":
            check_order(self.started_at, self.ended_at, "/ended_at")
        if self.sequence < 1 or (self.sequence == 1) != (self.previous is None):
            raise WireError("/sequence", "does not fit whether a manifest lies before it")


@dataclass(frozen=True, slots=True)
class Link:
    """Where a manifest stands in its camera's chain."""

    sequence: int = 1
    previous: str | None = None

    def next(self, token: str) -> Link:
        """The place behind a manifest that took this one."""
        return Link(self.sequence + 1, manifest_hash(token))


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What a manifest says beside the clip's own facts."""

    camera_name: str
    software: str
    created_at: datetime
    clock: ClockState = "unsure"
    clock_step_s: float | None = None


def manifest_of(clip: Clip, circumstances: Circumstances, link: Link) -> Manifest:
    """The manifest of a finished clip at its place in the camera's chain."""
    return Manifest(
        clip_id=clip.clip_id,
        camera_id=clip.camera_id,
        camera_name=circumstances.camera_name,
        kind=clip.kind,
        started_at=clip.started_at,
        ended_at=clip.ended_at,
        duration_s=clip.duration_s,
        pre_roll_s=clip.pre_roll_s,
        size_bytes=clip.size_bytes,
        sha256=clip.sha256,
        codec=clip.codec,
        width=clip.width,
        height=clip.height,
        sequence=link.sequence,
        previous=link.previous,
        clock=circumstances.clock,
        clock_step_s=circumstances.clock_step_s,
        software=circumstances.software,
        created_at=circumstances.created_at,
        event_ids=clip.event_ids,
        fps=clip.fps,
        audio=clip.audio,
    )


def sign_manifest(manifest: Manifest, seed: bytes | None) -> str:
    """The manifest as a compact JWS, by the Ed25519 key of 32 bytes; without one, the same form with no signature."""
    if seed is not None:
        key, sign = signing_key(seed)
        return sign_object(Kind.RECORDING_MANIFEST, manifest, key, sign)
    parts = (json.dumps(part, separators=(",", ":"), ensure_ascii=False) for part in (UNSIGNED, to_json(manifest)))
    return ".".join(b64url(part.encode()) for part in parts) + "."


def open_manifest(token: str, key: PublicKey | None) -> Manifest:
    """The manifest in a token that `key` signed, or that nobody did (None). WireError when it is not that."""
    if key is not None:
        return open_object(Kind.RECORDING_MANIFEST, Manifest, token, key, _verify)
    if len(token) > JSON_BYTES or token.count(".") != 2 or not token.endswith("."):
        raise WireError("", "is not an unsigned manifest")
    head, body, _ = token.split(".")
    try:
        header, payload = json.loads(from_b64url(head)), json.loads(from_b64url(body))
    except (ValueError, RecursionError) as err:
        raise WireError("", "is not an unsigned manifest") from err
    if header != UNSIGNED:
        raise WireError("/header", "names an algorithm or another kind")
    return read(Manifest, payload)


def recorded_at(token: str) -> datetime:
    """When the clip of a manifest of this home began by the clock of then; its signature is not looked at."""
    try:
        return read(datetime, json.loads(from_b64url(token.split(".")[1]))["started_at"])
    except (ValueError, LookupError, TypeError) as err:
        raise WireError("", "is not a manifest") from err


def is_signed(token: str) -> bool:
    """Whether a manifest carries a signature; whose, and whether it fits, says `open_manifest`."""
    return not token.endswith(".")


def manifest_hash(token: str) -> str:
    """What the camera's next manifest names as `previous`."""
    return object_hash(token)


def signing_key(seed: bytes) -> tuple[PublicKey, Sign]:
    """The public half of the home's key, and what signs with the private one."""
    # Loaded when first needed: an engine without a key to sign with runs where the library is missing.
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

    private = Ed25519PrivateKey.from_private_bytes(seed)
    return PublicKey.of(private.public_key().public_bytes_raw()), private.sign


def _verify(key: bytes, signature: bytes, message: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - as above
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except InvalidSignature:
        return False
    return True
