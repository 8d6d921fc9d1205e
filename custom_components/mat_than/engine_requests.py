"""What was asked of the engine and is not answered yet.

Each question carries an id of its own. The answer with that id ends it; what comes on the way (how far it is, one
clip of a replay) is handed to whoever asked and proves that the engine is still at it. When the engine ends, so do
all questions.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol
from uuid import uuid4

from .lib.mat_than_engine.reports import (
    Done,
    Exported,
    Probed,
    Progress,
    ReplayedClip,
    Report,
    SharedCopyMade,
    SnapshotMade,
)

type Answer = Probed | SnapshotMade | SharedCopyMade | Done | Exported | ReplayedClip
type Step = Progress | ReplayedClip
type Hear = Callable[[Step], None]

_ANSWERS = (Probed, SnapshotMade, SharedCopyMade, Done, Exported, ReplayedClip)


class EngineError(Exception):
    """The engine did not do what was asked: it is not there, it ended, or it took too long."""


class HasRequestId(Protocol):
    """Any command that is answered."""

    request_id: str


class OpenRequest:
    """One question: its id, and the answer to come."""

    def __init__(self, answer: asyncio.Future[Answer], hear: Hear | None) -> None:
        self.request_id = uuid4().hex
        self.answer = answer
        self.hear = hear
        self.alive_at = 0.0  # the loop's clock: when the engine last said something of it


class EngineRequests:
    """All questions that are open."""

    def __init__(self) -> None:
        self._open: dict[str, OpenRequest] = {}

    @contextmanager
    def open(self, hear: Hear | None = None) -> Iterator[OpenRequest]:
        """A question for as long as the block lasts; `hear` is told what comes before the answer."""
        request = OpenRequest(asyncio.get_running_loop().create_future(), hear)
        self._open[request.request_id] = request
        try:
            yield request
        finally:
            self._open.pop(request.request_id, None)

    def deliver(self, report: Report) -> bool:
        """Hand an answer, or a step towards it, to whoever asked. False when the report is neither."""
        if not isinstance(report, (*_ANSWERS, Progress)):
            return False
        request = self._open.get(report.request_id)
        if request is None or request.answer.done():
            return True
        request.alive_at = asyncio.get_running_loop().time()
        if isinstance(report, (Progress, ReplayedClip)) and request.hear is not None:
            request.hear(report)
        if isinstance(report, _ANSWERS) and not (isinstance(report, ReplayedClip) and not report.last):
            request.answer.set_result(report)
        return True

    def fail_all(self) -> None:
        """The engine ended."""
        for request in self._open.values():
            if not request.answer.done():
                request.answer.set_exception(EngineError("the engine ended"))
                request.answer.exception()  # a caller that is not yet waiting is told all the same; nobody else must be


async def async_answer(request: OpenRequest, patience_s: float) -> Answer:
    """Wait for the answer, as long as the engine says something of it every `patience_s`. TimeoutError when not."""
    loop = asyncio.get_running_loop()
    request.alive_at = max(request.alive_at, loop.time())
    while not request.answer.done():
        left_s = request.alive_at + patience_s - loop.time()
        if left_s <= 0:
            raise TimeoutError
        await asyncio.wait((request.answer,), timeout=left_s)
    return request.answer.result()
