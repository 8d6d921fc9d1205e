"""What a call that is broken off had not sent by then is never sent, though it was written to its connection."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
import hashlib
import socket

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest

from custom_components.mat_than.sharing.identity import Identity
from custom_components.mat_than.sharing.transport import Call, FileBody, Transport, async_get_hub_session

BODY = bytes(range(256)) * 4096  # a part of a clip, and as much as a large piece of a live view


class SlowHub:
    """Takes a call and reads nothing of it until it is told to."""

    def __init__(self) -> None:
        self.called = asyncio.Event()
        self.reads = asyncio.Event()
        self.closed = asyncio.Event()
        self.read = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.called.set()
        await self.reads.wait()
        try:
            while data := await reader.read(4096):
                self.read += len(data)
        except ConnectionResetError:
            pass
        finally:
            writer.close()
            self.closed.set()


@pytest.fixture
async def slow_hub(socket_enabled: None) -> AsyncGenerator[tuple[SlowHub, str]]:
    hub = SlowHub()
    listening = socket.create_server(("127.0.0.1", 0))
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8 * 1024)
    server = await asyncio.start_server(hub.serve, sock=listening, limit=4096)
    yield hub, f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.close()


async def pieces() -> AsyncIterator[bytes]:
    yield BODY


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(BODY, id="in memory"),
        pytest.param(FileBody(sha256=hashlib.sha256(BODY).hexdigest(), size_bytes=len(BODY), read=pieces), id="read"),
    ],
)
async def test_what_was_not_sent_when_the_call_is_broken_off_is_never_sent(
    hass: HomeAssistant, slow_hub: tuple[SlowHub, str], body: bytes | FileBody
) -> None:
    hub, url = slow_hub
    transport = Transport(async_get_hub_session(hass), url, Identity.new(), dt_util.utcnow)
    call = asyncio.create_task(transport.ask(Call(method="PUT", path="/v1/x", body=body, content_type="video/mp4")))
    await hub.called.wait()
    await asyncio.sleep(0.1)
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    hub.reads.set()
    async with asyncio.timeout(5):
        await hub.closed.wait()
    assert hub.read < len(BODY) // 8
