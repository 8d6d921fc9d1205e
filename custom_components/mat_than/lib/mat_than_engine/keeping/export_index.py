"""The table of contents of an export, and the seal over it: the formats `mat-than-verify` reads.

`index.json` lists every file with its size and hash, and says of every clip where it stands in its camera's chain.
`seal.jws` is the home's signature over the hash of `index.json`; beside the index itself nothing is left unsealed.
"""

from dataclasses import dataclass
from datetime import datetime
import hashlib
import json
from typing import Literal

from ..protocol.keys import PublicKey
from ..protocol.signed import Kind, sign_object
from ..wire import to_json
from .manifest import signing_key

FORMAT = "mat-than-export/1"
INDEX_NAME = "index.json"
SEAL_NAME = "seal.jws"
COVER_NAME = "cover.html"
INSTRUCTIONS_NAME = "VERIFY.txt"

type Fate = Literal["kept", "changed", "damaged"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFile:
    """A file of the export as it was written."""

    path: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedClip:
    """A clip of the export. `fate`: as it was recorded, changed on the disk since, or not readable to its end."""

    clip_id: str
    camera_id: str
    path: str
    started_at: datetime
    ended_at: datetime
    fate: Fate
    manifest: str | None = None  # path
    dated_anew_s: float | None = None  # its manifest's times are that much earlier: the clock had not been set yet
    still: str | None = None  # path


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedAbsence:
    """A clip of the chain that the export does not hold."""

    camera_id: str
    sequence: int
    reason: str
    clip_id: str | None = None
    manifest: str | None = None  # path
    manifest_sha256: str | None = None  # where the manifest itself is not given
    started_at: datetime | None = None
    ended_at: datetime | None = None
    deleted_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCamera:
    """A camera by its id and its name."""

    camera_id: str
    name: str
    ledger: str | None = None  # path


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportIndex:
    """`index.json`."""

    format: str
    software: str
    title: str
    place: str
    language: str
    time_zone: str
    exported_at: datetime
    since: datetime
    until: datetime
    chosen: bool  # only clips that somebody chose, not all of that time
    key: PublicKey | None  # of the home
    cameras: tuple[ListedCamera, ...]
    clips: tuple[ListedClip, ...]
    absent: tuple[ListedAbsence, ...]
    files: tuple[ListedFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportSeal:
    """What the home signs (`Kind.EXPORT_SEAL`)."""

    index_sha256: str
    index_size_bytes: int
    exported_at: datetime


def index_bytes(index: ExportIndex) -> bytes:
    """`index.json`, laid out for a reader's eyes too."""
    return json.dumps(to_json(index), ensure_ascii=False, indent=1).encode() + b"\n"


def seal(index: bytes, exported_at: datetime, seed: bytes) -> bytes:
    """`seal.jws` over the bytes of `index.json`, by the home's key."""
    key, sign = signing_key(seed)
    digest = hashlib.sha256(index).hexdigest()
    payload = ExportSeal(index_sha256=digest, index_size_bytes=len(index), exported_at=exported_at)
    return sign_object(Kind.EXPORT_SEAL, payload, key, sign).encode() + b"\n"
