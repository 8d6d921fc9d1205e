"""One live view while it runs: a camera's pieces go to the hub, each after a fresh yes, until somebody or something ends it.

A piece that does not go in time is dropped; nothing waits for a hub that is slow or dead, and nothing is kept.
"""

import asyncio
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass
import logging
from typing import Final

from ..lib.mat_than_engine.live.piece import Piece, PieceKind
from ..lib.mat_than_engine.model import Polygon
from ..lib.mat_than_engine.protocol.live import LiveEnding, LiveStanding
from ..lib.mat_than_engine.protocol.problems import Problem
from .errors import HubRefusedError, SharingError
from .live_client import LiveClient
from .live_pictures import LivePictures

_LOGGER = logging.getLogger(__name__)

UNWATCHED_S: Final = 20.0  # nobody looks for so long, or the hub cannot be reached: it is over
_OVER: Final = {
    Problem.GONE: LiveEnding.OFFICER,
    Problem.NOT_YOURS: LiveEnding.OFFICER,
    Problem.CONSENT_MISSING: LiveEnding.CONSENT,
    Problem.CONSENT_WITHDRAWN: LiveEnding.CONSENT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveTerms:
    """What is shown, and for how long at most."""

    live_id: str
    camera_id: str
    masks: tuple[Polygon, ...]
    for_s: float


class LivePush:
    """The pushing of one view; `allowed` is the door's one question, asked before each piece."""

    def __init__(
        self, terms: LiveTerms, client: LiveClient, allowed: Callable[[], bool], watched: Callable[[int], None]
    ) -> None:
        self._terms = terms
        self._client = client
        self._allowed = allowed
        self._watched = watched
        self._init: bytes | None = None
        self._number = 0
        self.dropped = 0  # pieces that did not go

    async def async_run(self, pictures: LivePictures) -> LiveEnding:
        """Push until it is over, and say why it is."""
        loop = asyncio.get_running_loop()
        terms, looked_at_s = self._terms, loop.time()
        try:
            async with (
                asyncio.timeout(terms.for_s),
                aclosing(pictures.async_show(terms.camera_id, terms.masks, terms.for_s)) as pieces,
            ):
                async for piece in pieces:
                    if not self._allowed():
                        return LiveEnding.CONSENT
                    told = await self._send(piece)
                    if isinstance(told, LiveEnding):
                        return told
                    if told is not None and told.watching > 0:
                        looked_at_s = loop.time()
                    if told is not None:
                        self._watched(told.watching)
                    if loop.time() - looked_at_s > UNWATCHED_S:
                        return LiveEnding.UNWATCHED
        except TimeoutError:
            return LiveEnding.TIME
        return LiveEnding.CAMERA

    async def _send(self, piece: Piece) -> LiveStanding | LiveEnding | None:
        """How the view stands after this piece; None when it did not go."""
        try:
            if piece.kind is PieceKind.INIT:
                self._init = piece.data
                return await self._client.put_init(self._terms.live_id, piece.data)
            self._number += 1
            return await self._put(self._number, piece.data)
        except HubRefusedError as err:
            self.dropped += 1
            return None if err.problem is None else _OVER.get(err.problem)
        except SharingError as err:
            self.dropped += 1
            _LOGGER.debug("A piece of a live view did not go: %s", err)
            return None

    async def _put(self, number: int, data: bytes) -> LiveStanding:
        live_id = self._terms.live_id
        try:
            return await self._client.put_fragment(live_id, number, data)
        except HubRefusedError as err:
            # A hub that was started again has nothing of the view; it is told once more how to read it.
            if err.problem is not Problem.CONFLICT or self._init is None or not self._allowed():
                raise
            await self._client.put_init(live_id, self._init)
            return await self._client.put_fragment(live_id, number, data)
