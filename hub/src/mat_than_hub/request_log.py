"""Numbers requests, logs each with its route, status and duration, and turns what nobody expected into a 500.

No address, no header, no body, no name is logged: a route's template says what was called, not by whom.
"""

from collections.abc import Awaitable, Callable
import time
from uuid import uuid4

import structlog

from .answers import problem_response
from .console_page import Message, Receive, Send
from .errors import ConsoleProblem, Refusal
from .logs import trace

_log = structlog.get_logger("mat_than_hub.requests")


class RequestLog:
    """ASGI middleware, the outermost."""

    def __init__(self, app: Callable[[Message, Receive, Send], Awaitable[None]]) -> None:
        self._app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass the request on, and log what came of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = uuid4().hex
        scope.setdefault("state", {})["request_id"] = request_id
        started, status = time.monotonic(), 0

        async def watch(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, watch)
        except Exception as err:  # noqa: BLE001 - the top of every request
            _log.error("request failed", request=request_id, route=_route(scope), error=trace(err))
            if status == 0:
                await problem_response(Refusal(ConsoleProblem.INTERNAL), instance_of(request_id))(scope, receive, watch)
        finally:
            duration_ms = round((time.monotonic() - started) * 1000)
            _log.info("request", request=request_id, route=_route(scope), status=status, duration_ms=duration_ms)


def instance_of(request_id: str) -> str:
    """The `instance` member of a problem document."""
    return f"urn:mt:request:{request_id}"


def _route(scope: Message) -> str:
    return f"{scope['method']} {getattr(scope.get('route'), 'path', '-')}"
