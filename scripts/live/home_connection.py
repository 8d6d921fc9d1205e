"""One websocket to Home Assistant, open in a thread of its own: commands, and every change of a state as it happens.

In a thread because Playwright's synchronous interface holds an event loop of its own in the caller's.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
import threading
import time
from typing import Any

import aiohttp

ANSWER_LIMIT_S = 120.0
CHANGES_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Change:
    """An entity has a new state. `at` is Home Assistant's own time of it, in seconds since 1970."""

    entity_id: str
    state: str
    attributes: dict[str, Any]
    at: float


class CommandFailedError(Exception):
    """Home Assistant refused a command."""


class HomeConnection:
    """Commands and changes of one Home Assistant."""

    def __init__(self, url: str, token: str) -> None:
        self.changes: deque[Change] = deque(maxlen=CHANGES_KEPT)
        self._url = url.replace("http", "ws", 1) + "/api/websocket"
        self._token = token
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._last_id = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="home connection", daemon=True)
        self._socket: aiohttp.ClientWebSocketResponse | None = None
        self._session: aiohttp.ClientSession | None = None
        self._reader: asyncio.Task[None] | None = None

    def open(self) -> None:
        """Connect, and begin to note changes."""
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._open(), self._loop).result(ANSWER_LIMIT_S)
        self.command("subscribe_events", event_type="state_changed")

    async def _open(self) -> None:
        self._session = aiohttp.ClientSession()
        self._socket = await self._session.ws_connect(self._url, max_msg_size=0)
        await self._socket.receive_json()
        await self._socket.send_json({"type": "auth", "access_token": self._token})
        if (await self._socket.receive_json())["type"] != "auth_ok":
            raise CommandFailedError("the token was refused")
        self._reader = asyncio.create_task(self._read(self._socket))

    async def _read(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        async for message in socket:
            body = message.json()
            if body["type"] == "event" and body["event"].get("event_type") == "state_changed":
                self._note(body["event"]["data"])
            elif body["type"] == "result":
                answer = self._answers.pop(body["id"], None)
                if answer is not None and not answer.done():
                    answer.set_result(body)

    def _note(self, data: dict[str, Any]) -> None:
        new = data["new_state"]
        if new is None:
            self.changes.append(Change(data["entity_id"], "removed", {}, time.time()))
            return
        at = datetime.fromisoformat(new["last_updated"]).timestamp()
        self.changes.append(Change(data["entity_id"], new["state"], new["attributes"], at))

    def command(self, kind: str, **fields: object) -> Any:
        """One command's result. CommandFailedError when it is refused."""
        answer = asyncio.run_coroutine_threadsafe(self._command(kind, fields), self._loop).result(ANSWER_LIMIT_S)
        if not answer["success"]:
            raise CommandFailedError(f"{kind}: {answer['error']}")
        return answer["result"]

    async def _command(self, kind: str, fields: dict[str, object]) -> dict[str, Any]:
        if self._socket is None:
            raise CommandFailedError("not connected")
        self._last_id += 1
        answer: asyncio.Future[dict[str, Any]] = self._loop.create_future()
        self._answers[self._last_id] = answer
        await self._socket.send_json({"id": self._last_id, "type": kind, **fields})
        return await answer

    def wait_for(self, fits: Callable[[Change], bool], limit_s: float, *, since: float = 0.0) -> Change | None:
        """The first change at or after `since` that fits, also one that was already; None when the time is over."""
        end = time.monotonic() + limit_s
        while True:
            found = next((change for change in list(self.changes) if change.at >= since and fits(change)), None)
            if found is not None or time.monotonic() > end:
                return found
            time.sleep(0.05)

    def close(self) -> None:
        """Disconnect."""
        if self._thread.is_alive():
            asyncio.run_coroutine_threadsafe(self._close(), self._loop).result(ANSWER_LIMIT_S)
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()

    async def _close(self) -> None:
        if self._reader is not None:
            self._reader.cancel()
        if self._socket is not None:
            await self._socket.close()
        if self._session is not None:
            await self._session.close()
