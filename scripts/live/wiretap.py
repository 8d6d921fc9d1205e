"""A line that is listened to: what goes between the home and the hub passes through here and is kept, with its time.

The demo's hub speaks plain http on 127.0.0.1, so what is kept can be read.
"""

import asyncio
from collections import deque
from dataclasses import dataclass
import threading
import time

from .process import free_port

KEPT = 200_000  # pieces of at most 64 KiB; a run of the tests makes a few thousand
PIECE_BYTES = 65536


@dataclass(frozen=True, slots=True)
class Piece:
    """Some bytes on their way to the hub."""

    at: float
    content: bytes


class Wiretap:
    """Forwards connections to a port of this machine and notes what goes towards it."""

    def __init__(self) -> None:
        self.port = free_port()
        self._pieces: deque[Piece] = deque(maxlen=KEPT)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="wiretap", daemon=True)
        self._target = 0
        self._server: asyncio.Server | None = None

    def start(self, target_port: int) -> None:
        """Listen, and forward to `target_port`."""
        self._target = target_port
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._listen(), self._loop).result(10)

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(self._forward, "127.0.0.1", self.port)

    async def _forward(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            hub_reader, hub_writer = await asyncio.open_connection("127.0.0.1", self._target)
        except OSError:
            writer.close()
            return
        await asyncio.gather(
            self._pump(reader, hub_writer, noted=True),
            self._pump(hub_reader, writer, noted=False),
            return_exceptions=True,
        )

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, noted: bool) -> None:
        try:
            while content := await reader.read(PIECE_BYTES):
                if noted:
                    self._pieces.append(Piece(time.time(), content))
                writer.write(content)
                await writer.drain()
        finally:
            writer.close()

    def since(self, moment: float) -> bytes:
        """Everything that went to the hub since then, one after the other."""
        return b"".join(piece.content for piece in list(self._pieces) if piece.at >= moment)

    def stop(self) -> None:
        """Close the line."""
        if self._thread.is_alive():
            if self._server is not None:
                self._loop.call_soon_threadsafe(self._server.close)
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
