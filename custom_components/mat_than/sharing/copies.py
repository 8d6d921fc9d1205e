"""What the door asks of whoever makes shared copies (the engine host): a clip or a still as it may leave the home."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from ..lib.mat_than_engine.model import Polygon
from ..lib.mat_than_engine.protocol.limits import CLIP_BYTES
from ..lib.mat_than_engine.reports import SharedCopyMade
from .consent import Recipient
from .identity import Identity


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyTerms:
    """Under which terms a copy is made: for whom, with which masks, signed by whom."""

    recipient: Recipient
    identity: Identity
    masks: tuple[Polygon, ...]
    audio: bool
    clip_bytes: int = CLIP_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a clip, in seconds since its first picture; None is the clip's end."""

    from_s: float = 0.0
    until_s: float | None = None


WHOLE: Final = Part()


class SharedCopies(Protocol):
    """Makes files that may leave. Raises `errors.CopyError` when there is no answer (the engine is down)."""

    async def make_shared_copy(
        self, source: Path, target: Path, masks: tuple[Polygon, ...], audio: bool, part: Part = WHOLE
    ) -> SharedCopyMade:
        """Write `target`: H.264, the masks burnt in, without sound unless `audio`; of `part` and nothing beside it."""

    async def make_shared_still(self, source: Path, target: Path, masks: tuple[Polygon, ...]) -> SharedCopyMade:
        """Write `target`: a JPEG with the masks burnt in; boxes travel as data and are not drawn."""
