"""A line between home and hub that loses, delays, cuts, doubles and overtakes requests and answers; it changes no byte."""

import asyncio
from collections import Counter
from contextlib import suppress
from random import Random

import aiohttp
from aiohttp import web

HOP = {"connection", "transfer-encoding", "keep-alive"}
PAGE = b"<html><body><h1>502 Bad Gateway</h1></body></html>"
HOLD_LONGEST_S = 3.0
DELAY_LONGEST_S = 0.3

# What becomes of a request, of 1000; the rest goes through.
FATES = {
    "lost": 20,
    "answer lost": 20,
    "sent twice": 30,
    "request cut": 15,
    "answer cut": 15,
    "a page instead": 15,
    "overtaken": 25,
    "delayed": 150,
}


class BadLine:
    """The line, on `port`, to the hub on `hub_port`. `seed` decides what happens once `bad` is set."""

    def __init__(self, port: int, hub_port: int, seed: int) -> None:
        self.bad = False
        self.fates: Counter[str] = Counter()
        self._port = port
        self._hub_port = hub_port
        self._random = Random(seed)
        self._runner: web.AppRunner | None = None
        self._session: aiohttp.ClientSession | None = None
        self._held: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Listen."""
        app = web.Application(client_max_size=128 * 1024 * 1024)
        app.router.add_route("*", "/{path:.*}", self._pass)
        self._session = aiohttp.ClientSession(auto_decompress=False)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()

    async def stop(self) -> None:
        """Stop; what is still held back is lost."""
        for task in self._held:
            task.cancel()
        if self._runner is not None:
            await self._runner.cleanup()
        if self._session is not None:
            await self._session.close()

    async def _pass(self, request: web.Request) -> web.StreamResponse:
        body = await request.read()
        fate = self._fate()
        self.fates[fate] += 1
        if fate == "overtaken":
            held = asyncio.create_task(self._later(request, body))
            self._held.add(held)
            held.add_done_callback(self._held.discard)
        if fate == "request cut":
            await self._forward_half(request, body)
        if fate in ("lost", "overtaken", "request cut"):
            return _hang_up(request)
        if fate == "a page instead":
            return web.Response(status=502, body=PAGE, content_type="text/html")
        if fate == "delayed":
            await asyncio.sleep(self._random.uniform(0, DELAY_LONGEST_S))
        try:
            if fate == "sent twice":
                await self._forward(request, body)
            status, headers, answer = await self._forward(request, body)
        except aiohttp.ClientError, OSError:
            return _hang_up(request)  # the hub is down
        if fate == "answer lost":
            return _hang_up(request)
        if fate == "answer cut":
            return await _answer_half(request, status, headers, answer)
        return web.Response(status=status, headers=headers, body=answer)

    def _fate(self) -> str:
        number = self._random.randrange(1000)
        for fate, share in FATES.items() if self.bad else ():
            if number < share:
                return fate
            number -= share
        return "through"

    async def _forward(self, request: web.Request, body: bytes) -> tuple[int, dict[str, str], bytes]:
        assert self._session is not None
        url = f"http://127.0.0.1:{self._hub_port}{request.raw_path}"
        headers = {name: value for name, value in request.headers.items() if name.lower() not in HOP}
        async with self._session.request(request.method, url, data=body or None, headers=headers) as answer:
            kept = {name: value for name, value in answer.headers.items() if name.lower() not in HOP}
            kept.pop("Content-Length", None)
            return answer.status, kept, await answer.read()

    async def _later(self, request: web.Request, body: bytes) -> None:
        """The home has long sent something newer when this one arrives."""
        await asyncio.sleep(self._random.uniform(0.3, HOLD_LONGEST_S))
        with suppress(aiohttp.ClientError, OSError):
            await self._forward(request, body)

    async def _forward_half(self, request: web.Request, body: bytes) -> None:
        """The head, half of the body, and then nothing."""
        with suppress(OSError):
            _, writer = await asyncio.open_connection("127.0.0.1", self._hub_port)
            lines = [f"{request.method} {request.raw_path} HTTP/1.1"]
            lines += [f"{name}: {value}" for name, value in request.headers.items()]
            writer.write("\r\n".join([*lines, "", ""]).encode() + body[: len(body) // 2])
            await writer.drain()
            await asyncio.sleep(0.05)
            writer.close()


def _hang_up(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _answer_half(request: web.Request, status: int, headers: dict[str, str], body: bytes) -> web.StreamResponse:
    answer = web.StreamResponse(status=status, headers={**headers, "Content-Length": str(len(body))})
    await answer.prepare(request)
    with suppress(OSError):
        await answer.write(body[: len(body) // 2])
    if request.transport is not None:
        request.transport.close()
    return answer
