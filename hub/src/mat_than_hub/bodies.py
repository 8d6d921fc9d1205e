"""Reads request bodies: bounded, on time, equal to the digest that was signed, then as the object the call takes."""

import asyncio
from collections.abc import AsyncIterator
import hashlib

from fastapi import Request
from starlette.requests import ClientDisconnect

from .errors import ConsoleProblem, Refusal
from .protocol.limits import JSON_BYTES
from .protocol.problems import Problem
from .protocol.signed import parse_body
from .wire import WireError

_SILENCE_S = 30.0  # a sender that says nothing for so long has gone


def media_type(request: Request) -> str:
    """The body's type without its parameters."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def bounded_stream(request: Request, longest: int) -> AsyncIterator[bytes]:
    """The body in pieces. Refusal `too-large` before or while reading; `validation` when it breaks off."""
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > longest:
        raise Refusal(Problem.TOO_LARGE)
    received = 0
    pieces = aiter(request.stream())
    while True:
        try:
            async with asyncio.timeout(_SILENCE_S):
                piece = await anext(pieces)
        except StopAsyncIteration:
            return
        except (TimeoutError, ClientDisconnect) as err:
            raise Refusal(Problem.VALIDATION, [("", "ends before it is complete")]) from err
        received += len(piece)
        if received > longest:
            raise Refusal(Problem.TOO_LARGE)
        if piece:
            yield piece


async def read_body(request: Request, longest: int, digest: str | None) -> bytes:
    """The whole body; Refusal `digest-mismatch` when `digest` (hexadecimal SHA-256) is given and is another's."""
    body = b"".join([piece async for piece in bounded_stream(request, longest)])
    if digest is not None and hashlib.sha256(body).hexdigest() != digest:
        raise Refusal(Problem.DIGEST_MISMATCH)
    return body


async def read_object[T](request: Request, cls: type[T], longest: int, digest: str | None) -> T:
    """The object in a JSON body."""
    if media_type(request) != "application/json":
        raise Refusal(ConsoleProblem.MEDIA_TYPE)
    body = await read_body(request, longest, digest)
    try:
        return parse_body(cls, body, longest)
    except WireError as err:
        raise Refusal.of_wire(err) from err


class JsonBody[T]:
    """A dependency: the body as `cls`. Stands after the call's gate, which has checked who sends it.

    For a signed call the gate has left the signed digest in the request's state; the body must have it.
    """

    def __init__(self, cls: type[T], longest: int = JSON_BYTES) -> None:
        self.cls = cls
        self.longest = longest

    async def __call__(self, request: Request) -> T:
        """Read it."""
        if not getattr(request.state, "gate_passed", False):
            raise RuntimeError("a body is read before its call's gate")
        digest: str | None = request.state.signed_digest
        return await read_object(request, self.cls, self.longest, digest)
