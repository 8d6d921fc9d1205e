"""A request's body on its way out, which can be broken off: what has not left this machine by then never does.

A connection that is only closed sends what was written to it before, in this process and in the kernel. On a slow line
that is up to a minute of a clip after the owner's no. So the connection is reset, and both throw away what they hold.
"""

import asyncio
from collections.abc import AsyncIterable
from contextlib import suppress
import socket
import struct
from typing import Final, override

import aiohttp
from aiohttp.abc import AbstractStreamWriter
from aiohttp.http import StreamWriter

_AT_ONCE: Final = struct.pack("ii", 1, 0)  # SO_LINGER: what is left is thrown away when the socket is closed


class _Line:
    """The connection that a body goes out on, once it does."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None

    def begin(self, writer: AbstractStreamWriter) -> None:
        """It goes out now."""
        if isinstance(writer, StreamWriter):
            self._transport = writer.transport

    def reset(self) -> None:
        """Nothing more of it leaves. For a request that is under way; its connection serves no other."""
        transport, self._transport = self._transport, None
        if transport is None:
            return
        connection = transport.get_extra_info("socket")
        if connection is not None:
            with suppress(OSError):  # it is closed already
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
        transport.abort()


class OutgoingBytes(aiohttp.BytesPayload):
    """A body that is in memory."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.line = _Line()

    @override
    async def write_with_length(self, writer: AbstractStreamWriter, content_length: int | None) -> None:
        self.line.begin(writer)
        await super().write_with_length(writer, content_length)


class OutgoingPieces(aiohttp.AsyncIterablePayload):
    """A body that is read while it goes out."""

    def __init__(self, pieces: AsyncIterable[bytes]) -> None:
        super().__init__(pieces)
        self.line = _Line()

    @override
    async def write_with_length(self, writer: AbstractStreamWriter, content_length: int | None) -> None:
        self.line.begin(writer)
        await super().write_with_length(writer, content_length)


type OutgoingBody = OutgoingBytes | OutgoingPieces
