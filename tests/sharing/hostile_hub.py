"""Something on a port that is no good hub: each path answers as the test says, byte by byte where it must."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
import json
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from homeassistant.util import dt as dt_util

from custom_components.mat_than.lib.mat_than_engine.protocol.keys import PublicKey
from custom_components.mat_than.lib.mat_than_engine.protocol.pairing import HubDescription, Statement
from custom_components.mat_than.lib.mat_than_engine.protocol.problems import PROBLEM_STATUS, Problem
from custom_components.mat_than.lib.mat_than_engine.wire import to_json

type Answer = bytes | Callable[[asyncio.StreamWriter], Awaitable[None]]


def http(status: int, body: bytes = b"", content_type: str = "application/json", *headers: str) -> bytes:
    """A whole answer."""
    head = [f"HTTP/1.1 {status} X", f"Content-Type: {content_type}", f"Content-Length: {len(body)}", *headers]
    return ("\r\n".join([*head, "Connection: close"]) + "\r\n\r\n").encode() + body


def json_answer(value: Any, status: int = 200) -> bytes:
    return http(status, json.dumps(to_json(value)).encode())


def problem(kind: Problem, **members: Any) -> bytes:
    """A problem document, with members of a later version in it."""
    status = PROBLEM_STATUS[kind]
    document = {"type": kind.urn, "title": "no", "status": status, "of_a_later_version": 1, **members}
    return http(status, json.dumps(document).encode(), "application/problem+json")


class HostileHub:
    """Answers by path; what is not told answers 404 without a problem document. Keeps the requests it got."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.requests: list[tuple[str, dict[str, str], bytes]] = []
        self.private = Ed25519PrivateKey.generate()
        self.key = PublicKey.of(self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))
        self.url = ""
        self.otherwise: Answer = http(404, b"<html>?</html>", "text/html")

    def description(self, **changes: Any) -> HubDescription:
        statement = Statement(
            language="vi",
            controller="UBND phường Yên Hoà",
            purposes="An ninh khu dân cư",
            retention="Nhiều nhất 30 ngày",
            contact="024 0000 0000",
            withdrawal="Trong Home Assistant, bất cứ lúc nào",
        )
        facts: dict[str, Any] = {
            "versions": ("mt/1",),
            "software": "tests",
            "name": "Nhà văn hoá",
            "commune": "Phường Yên Hoà",
            "key": self.key,
            "server_time": dt_util.utcnow(),
            "notice_version": "1",
            "statements": (statement,),
            "retention_days": 30,
        }
        return HubDescription(**(facts | changes))

    def describe(self, **changes: Any) -> None:
        self.answers["/.well-known/mt-hub"] = json_answer(self.description(**changes))

    @property
    def link(self) -> str:
        return f"{self.url}/join#{'A' * 26}.{self.key.thumbprint}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
            headers = {k.lower(): v for k, _, v in (line.partition(": ") for line in head[1:] if line)}
            body = await reader.readexactly(int(headers.get("content-length", 0)))
            method, target, _ = head[0].split(" ")
            self.requests.append((f"{method} {target}", headers, body))
            answer = self.answers.get(target.partition("?")[0], self.otherwise)
            if isinstance(answer, bytes):
                writer.write(answer)
                await writer.drain()
            else:
                await answer(writer)
        except OSError, asyncio.IncompleteReadError:
            pass
        finally:
            writer.close()


@asynccontextmanager
async def hostile_hub() -> AsyncGenerator[HostileHub]:
    hub = HostileHub()
    server = await asyncio.start_server(hub.serve, "127.0.0.1", 0)
    hub.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    hub.describe()
    yield hub
    server.close()


async def endless(writer: asyncio.StreamWriter) -> None:
    """A body that never ends."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
    while True:
        writer.write(b" " * 65536)
        await writer.drain()


async def silence(writer: asyncio.StreamWriter) -> None:
    """Not a byte, for longer than anybody waits."""
    await asyncio.sleep(3600)


SKEWED_BY = timedelta(minutes=47)
