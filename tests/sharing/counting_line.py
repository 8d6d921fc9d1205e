"""A line to the hub that counts what the home sends, byte by byte, and may be cut or slow."""

import asyncio
from contextlib import suppress
from random import Random
import re
import socket
import time


class _CutError(Exception):
    """The line breaks here."""


class Line:
    """A line to the hub that counts what the home sends, and may be cut or slow."""

    def __init__(self, port: int, hub_port: int) -> None:
        self.port = port
        self._hub_port = hub_port
        self.sent = 0
        self.last_at = 0.0
        self.pieces: list[bytes] = []
        self.bytes_per_s: float | None = None
        self.breaks: Random | None = None  # each connection is cut after a random number of bytes
        self.bends: tuple[bytes, bytes] | None = None  # what is changed on its way, once, and into what
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Like a thin line it takes little ahead: what it has not read is still the sender's."""
        listening = socket.create_server(("127.0.0.1", self.port))
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8 * 1024)
        self._server = await asyncio.start_server(self._join, sock=listening, limit=4096)

    async def stop(self) -> None:
        assert self._server is not None
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _join(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        current = asyncio.current_task()
        assert current is not None
        self._tasks.add(current)
        try:
            hub_reader, hub_writer = await asyncio.open_connection("127.0.0.1", self._hub_port)
            budget = self.breaks.randint(200, 40_000) if self.breaks else None
            with suppress(OSError, _CutError):
                await asyncio.gather(self._up(reader, hub_writer, budget), self._down(hub_reader, writer))
            hub_writer.close()
        finally:
            writer.close()
            self._tasks.discard(current)

    async def _up(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, budget: int | None) -> None:
        while data := await reader.read(4096):
            if budget is not None:
                budget -= len(data)
                if budget < 0:
                    raise _CutError
            if self.bends is not None and self.bends[0] in data:
                data, self.bends = data.replace(*self.bends), None
            self.sent += len(data)
            self.last_at = time.monotonic()
            self.pieces.append(data)
            if self.bytes_per_s:
                await asyncio.sleep(len(data) / self.bytes_per_s)
            writer.write(data)
            await writer.drain()
        writer.close()

    async def _down(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(4096):
            writer.write(data)
            await writer.drain()
        writer.close()

    def requests(self, since: int = 0) -> list[str]:
        """The first lines of the requests after that many bytes."""
        text = b"".join(self.pieces)[since:].decode("latin-1")
        return re.findall(r"((?:GET|HEAD|PATCH|POST|PUT) /\S*) HTTP/1", text)
