"""The calls of a live view: the owner's answer, the pieces in their order, the end."""

import asyncio
import json
from typing import Any, Final

from ..lib.mat_than_engine.protocol.live import LiveAnswerUpload, LiveEnd, LiveEnding, LiveStanding
from ..lib.mat_than_engine.protocol.signed import parse_body
from ..lib.mat_than_engine.wire import WireError, to_json
from .errors import HubNonsenseError, HubUnreachableError
from .transport import Answer, Call, Transport

PIECE_S: Final = 8.0  # a fragment that takes longer is of no use to anybody any more


class LiveClient:
    """One hub. Every method raises `SharingError`s and nothing else."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def answer(self, live_id: str, answer: str) -> None:
        """Hand over the signed answer; repeats are welcome."""
        await self._post(f"/v1/live/{live_id}/answer", LiveAnswerUpload(answer=answer))

    async def put_init(self, live_id: str, data: bytes) -> LiveStanding:
        """How the fragments that follow are to be read."""
        return await self._put(f"/v1/live/{live_id}/init", data)

    async def put_fragment(self, live_id: str, number: int, data: bytes) -> LiveStanding:
        """The next fragment."""
        return await self._put(f"/v1/live/{live_id}/fragments/{number}", data)

    async def end(self, live_id: str, cause: LiveEnding) -> None:
        """Say that no more comes; repeats are welcome."""
        await self._post(f"/v1/live/{live_id}/end", LiveEnd(cause=cause))

    async def _put(self, path: str, data: bytes) -> LiveStanding:
        answer = await self._ask(Call(method="PUT", path=path, body=data, content_type="video/mp4"))
        try:
            return parse_body(LiveStanding, answer.body)
        except WireError as err:
            raise HubNonsenseError("the answer is no LiveStanding") from err

    async def _post(self, path: str, payload: Any) -> None:
        body = json.dumps(to_json(payload), separators=(",", ":"), ensure_ascii=False).encode()
        await self._ask(Call(method="POST", path=path, body=body))

    async def _ask(self, call: Call) -> Answer:
        try:
            async with asyncio.timeout(PIECE_S):
                return await self._transport.ask(call)
        except TimeoutError as err:
            raise HubUnreachableError("no answer in time") from err
