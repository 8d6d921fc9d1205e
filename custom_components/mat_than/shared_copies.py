"""Shared copies of clips and stills, made by the engine: what the door asks for, asked over the pipe."""

from dataclasses import replace
from pathlib import Path

from .engine_host import EngineHost
from .engine_requests import EngineError
from .lib.mat_than_engine.commands import MakeSharedCopy, MakeSharedStill
from .lib.mat_than_engine.model import Polygon
from .lib.mat_than_engine.reports import SharedCopyMade
from .sharing.copies import WHOLE, Part
from .sharing.errors import CopyError


class EngineCopies:
    """Has the engine write files that may leave the home."""

    def __init__(self, host: EngineHost) -> None:
        self._host = host

    async def make_shared_copy(
        self, source: Path, target: Path, masks: tuple[Polygon, ...], audio: bool, part: Part = WHOLE
    ) -> SharedCopyMade:
        """A clip, or a part of one: H.264, the masks burnt in, without sound unless `audio`."""
        order = MakeSharedCopy(request_id="", source=str(source), target=str(target), masks=masks, audio=audio)
        return await self._async_make(replace(order, from_s=part.from_s, until_s=part.until_s))

    async def make_shared_still(self, source: Path, target: Path, masks: tuple[Polygon, ...]) -> SharedCopyMade:
        """A still with the masks burnt in."""
        return await self._async_make(
            MakeSharedStill(request_id="", source=str(source), target=str(target), masks=masks)
        )

    async def _async_make(self, order: MakeSharedCopy | MakeSharedStill) -> SharedCopyMade:
        try:
            return await self._host.async_make_copy(order)
        except EngineError as err:
            raise CopyError("the engine made no copy") from err
