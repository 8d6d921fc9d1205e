"""What the door asks of whoever makes shared copies (the engine host): a clip or a still as it may leave the home."""

from pathlib import Path
from typing import Protocol

from ..lib.mat_than_engine.model import Polygon
from ..lib.mat_than_engine.reports import SharedCopyMade


class SharedCopies(Protocol):
    """Makes files that may leave. Raises `errors.CopyError` when there is no answer (the engine is down)."""

    async def make_shared_copy(
        self, source: Path, target: Path, masks: tuple[Polygon, ...], audio: bool
    ) -> SharedCopyMade:
        """Write `target`: H.264, the masks burnt in, without sound unless `audio`."""

    async def make_shared_still(self, source: Path, target: Path, masks: tuple[Polygon, ...]) -> SharedCopyMade:
        """Write `target`: a JPEG with the masks burnt in; boxes travel as data and are not drawn."""
