"""What belongs into an export: clips that are there, clips that are not any more, and why there is none between them.

Made of the index by `records`, from what `Export` asks for; `export` writes it down. All of it is what was known when
it was asked: a clip that retention takes meanwhile is told as missing by `export`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from ..model import Clip


@dataclass(frozen=True, slots=True)
class Kept:
    """A clip that is on disk, with its manifest where it has one."""

    clip: Clip
    manifest: str | None = None
    sequence: int | None = None  # of its manifest


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A clip that was recorded and is not there any more; its manifest was kept."""

    clip_id: str
    camera_id: str
    sequence: int
    manifest: str
    reason: str  # age, space, owner, missing
    started_at: datetime
    ended_at: datetime
    deleted_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """A clip of a camera's chain that this export does not hold; all that is told of it is its manifest's hash."""

    camera_id: str
    sequence: int
    manifest_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """A number of a camera's chain whose manifest lies so far back that it is not kept any more."""

    camera_id: str
    sequence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A time of a camera as the gap ledger has it: recorded, watched, off or absent, with the cause."""

    camera_id: str
    started_at: datetime
    ended_at: datetime
    state: str
    cause: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """All of an export, before a byte of it is written. Clips by camera, then by time."""

    kept: tuple[Kept, ...]
    gone: tuple[Gone, ...] = ()
    apart: tuple[Apart, ...] = ()
    forgotten: tuple[Forgotten, ...] = ()
    ledger: tuple[Stretch, ...] = ()
    camera_names: Mapping[str, str] = field(default_factory=dict)

    @property
    def size_bytes(self) -> int:
        """What the clips take."""
        return sum(kept.clip.size_bytes for kept in self.kept)

    def name_of(self, camera_id: str) -> str:
        """What the camera is called."""
        return self.camera_names.get(camera_id, camera_id)
