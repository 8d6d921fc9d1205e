"""A line between home and hub that counts what the home sends, and is cut after so many bytes."""

import asyncio
from contextlib import suppress


class _CutError(Exception):
    """The line breaks here."""


class CuttingLine:
    """The line, on `port`, to the hub on `hub_port`; `cut_after` counts bytes from now on, None lets all through."""

    def __init__(self, port: int, hub_port: int) -> None:
        self.sent = 0
        self.requests = 0
        self.cut_after: int | None = None
        self.was_cut = False
        self._port = port
        self._hub_port = hub_port
        self._server: asyncio.Server | None = None

    async def start(self) -> None:
        """Listen."""
        self._server = await asyncio.start_server(self._join, "127.0.0.1", self._port)

    async def stop(self) -> None:
        """Listen no more."""
        if self._server is not None:
            self._server.close()

    async def _join(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            hub_reader, hub_writer = await asyncio.open_connection("127.0.0.1", self._hub_port)
        except OSError:
            writer.close()
            return
        down = asyncio.create_task(self._down(hub_reader, writer))
        with suppress(OSError, _CutError):
            await self._up(reader, hub_writer)
        for end in (writer, hub_writer):
            end.transport.abort()
        await asyncio.gather(down, return_exceptions=True)

    async def _up(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(16 * 1024):
            self.sent += len(data)
            self.requests += data.count(b" HTTP/1.1\r\n")
            if self.cut_after is not None:
                self.cut_after -= len(data)
                if self.cut_after <= 0:
                    self.cut_after, self.was_cut = None, True
                    raise _CutError
            writer.write(data)
            await writer.drain()

    async def _down(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(16 * 1024):
            writer.write(data)
            await writer.drain()
        writer.close()
