"""What a camera shows, from the engine to a live view: the engine is asked over the pipe, and the pieces come over a
local socket that nobody else can reach. What is not fetched in time is dropped, so that a slow hub costs neither memory
nor the newest picture.
"""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator
import logging
from pathlib import Path
import shutil
import tempfile
from typing import Final

from homeassistant.core import HomeAssistant

from .engine_host import EngineHost
from .engine_requests import EngineError
from .lib.mat_than_engine.commands import Live
from .lib.mat_than_engine.live.piece import HEAD, Piece, PieceKind, read_head
from .lib.mat_than_engine.model import Polygon

_LOGGER = logging.getLogger(__name__)

MOST_WAITING: Final = 4  # fragments, about as many seconds; with more the view would be late for ever
SOCKET: Final = "film"


class EngineFilm:
    """Shows cameras with the engine's help."""

    def __init__(self, hass: HomeAssistant, host: EngineHost) -> None:
        self._hass = hass
        self._host = host

    async def async_show(self, camera_id: str, masks: tuple[Polygon, ...], for_s: float) -> AsyncGenerator[Piece]:
        """H.264 with the masks burnt in, without sound; ends with the camera, the time, or when it is closed."""
        folder = Path(await self._hass.async_add_executor_job(tempfile.mkdtemp, None, "mat_than_"))
        waiting = WaitingPieces()
        server = None
        try:
            server = await asyncio.start_unix_server(waiting.async_take, folder / SOCKET)
            order = Live(request_id="", camera_id=camera_id, for_s=for_s, outlet=str(folder / SOCKET), masks=masks)
            showing = self._hass.async_create_background_task(self._async_have_shown(order, waiting), "mat_than live")
            try:
                async for piece in waiting.async_all():
                    yield piece
            finally:
                showing.cancel()
        finally:
            if server is not None:
                server.close()
            waiting.end()
            await self._hass.async_add_executor_job(lambda: shutil.rmtree(folder, ignore_errors=True))
            if waiting.dropped:
                _LOGGER.info("A live view of %s was too slow for %d fragments", camera_id, waiting.dropped)

    async def _async_have_shown(self, order: Live, waiting: WaitingPieces) -> None:
        """Returns when the engine shows no more; whoever cancels this ends it."""
        try:
            done = await self._host.async_live(order)
            if done.error is not None:
                _LOGGER.info("A live view could not go on: %s", done.error)
        except EngineError as err:
            _LOGGER.info("A live view could not go on: %s", err)
        finally:
            waiting.end()


class WaitingPieces:
    """Pieces that came and were not fetched yet, `MOST_WAITING` at most."""

    def __init__(self) -> None:
        self._pieces: deque[Piece] = deque()
        self._needs_key = False
        self._news = asyncio.Event()
        self._ended = False
        self.dropped = 0

    async def async_take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """The engine's connection."""
        try:
            while True:
                kind, taken_s, length = read_head(await reader.readexactly(HEAD.size))
                self.put(Piece(kind, await reader.readexactly(length), taken_s))
        except asyncio.IncompleteReadError, OSError, ValueError:
            return  # the engine has its own last word
        finally:
            writer.close()

    def put(self, piece: Piece) -> None:
        """Take a piece. Where too many wait they make room for the next that needs none before it."""
        fragments = sum(one.kind is not PieceKind.INIT for one in self._pieces)
        if piece.kind is PieceKind.INIT:
            self.dropped += fragments
            self._pieces.clear()  # nobody needs what was to be read otherwise
            self._needs_key = False
        elif fragments >= MOST_WAITING:
            if piece.kind is not PieceKind.KEY_FRAGMENT:
                self.dropped += 1
                self._needs_key = True
                return
            self.dropped += fragments
            self._pieces = deque(one for one in self._pieces if one.kind is PieceKind.INIT)
        elif self._needs_key and piece.kind is not PieceKind.KEY_FRAGMENT:
            self.dropped += 1
            return
        if piece.kind is PieceKind.KEY_FRAGMENT:
            self._needs_key = False
        self._pieces.append(piece)
        self._news.set()

    @property
    def kinds(self) -> tuple[PieceKind, ...]:
        """What waits, in its order."""
        return tuple(piece.kind for piece in self._pieces)

    def end(self) -> None:
        """No more come."""
        self._ended = True
        self._news.set()

    async def async_all(self) -> AsyncGenerator[Piece]:
        """Each piece, as it comes."""
        while True:
            while self._pieces:
                yield self._pieces.popleft()
            if self._ended:
                return
            self._news.clear()
            await self._news.wait()
