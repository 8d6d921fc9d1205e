"""The part of a hub's line that is about cases: what is asked comes in by a long poll, what was answered goes out.

The inbox is waited at only while the hub may be spoken to. What a hub asks is not believed because it asks: a camera
that it may not know of, or footage of a time to come, is not shown to anybody.
"""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from homeassistant.util import dt as dt_util

from ..lib.mat_than_engine.protocol.limits import INBOX_WAIT_S, REQUEST_AGE
from ..lib.mat_than_engine.protocol.problems import Problem
from ..lib.mat_than_engine.protocol.requests import FootageRequest
from .answering import Answering
from .contact import Contact
from .errors import HubRefusedError
from .permissions import Permissions
from .request_pages import Answer

CLOSED_S: Final = 60.0  # until the next look whether the hub may be spoken to
NO_INBOX_S: Final = 600.0  # a hub that knows no inbox is asked again after that
LEAST_POLL_S: Final = 5.0  # a hub that does not wait is asked no more often
AFTER_NEWS_S: Final = 1.0
DUE_S: Final = 30.0  # between two looks at what has expired, and at what was saved late
CLOCKS_DIFFER: Final = timedelta(minutes=5)
_FINAL: Final = {Problem.GONE, Problem.VALIDATION, Problem.NOT_YOURS, Problem.CONSENT_WITHDRAWN}


class CaseLine:
    """One hub's requests and answers."""

    def __init__(self, contact: Contact, permissions: Permissions, answering: Answering) -> None:
        self._contact = contact
        self._hub = contact.hub
        self._client = contact.client
        self._permissions = permissions
        self._answering = answering

    # -- what is asked

    async def read_inbox(self) -> float | None:
        """Wait for news of the hub, and keep it."""
        recipient, book = self._hub.recipient, self._permissions.book
        if not self._permissions.open_to(recipient):
            return CLOSED_S
        await self._contact.greet()
        loop = asyncio.get_running_loop()
        began = loop.time()
        try:
            items = await self._client.inbox(book.last_seq(self._hub.code), INBOX_WAIT_S)
        except HubRefusedError as err:
            if err.problem is Problem.NOT_YOURS:
                return NO_INBOX_S
            raise
        self._contact.heard()
        if not self._permissions.open_to(recipient):
            return CLOSED_S
        if items:
            await book.async_take(self._hub.code, items, self._admitted, dt_util.utcnow())
            return AFTER_NEWS_S
        return max(0.0, LEAST_POLL_S - (loop.time() - began))

    def _admitted(self, request: FootageRequest) -> FootageRequest | None:
        """The request as the owner may see it: of cameras that this hub may know of, and of what has been."""
        now = dt_util.utcnow()
        if request.span.until > now + CLOCKS_DIFFER or request.asked_at > now + CLOCKS_DIFFER:
            return None
        if request.deadline <= now or request.deadline > now + REQUEST_AGE + CLOCKS_DIFFER:
            return None
        recipient = self._hub.recipient
        known = [
            camera_id
            for camera_id in request.camera_ids
            if camera_id in self._permissions.household.cameras
            and recipient in self._permissions.live_recipients(camera_id)
        ]
        return replace(request, camera_ids=tuple(known)) if known else None

    async def heed(self, inbox_seq: int, known_seq: int) -> bool:
        """The hub's newest number, as its heartbeat tells, and ours when it was asked; whether there is news."""
        if inbox_seq < known_seq:
            await self._permissions.book.async_rewind(self._hub.code)
        return inbox_seq != known_seq

    # -- what was answered

    async def tell_answers(self) -> float | None:
        """What has expired is over; what was decided is told, and what was given is packed."""
        book, now = self._permissions.book, dt_util.utcnow()
        await book.async_expire(now)
        if self._permissions.open_to(self._hub.recipient):
            for answer in book.answers(self._hub.code):
                await self._bring_on(answer, now)
        return DUE_S if book.answers(self._hub.code) or book.waiting(self._hub.code, now) else None

    async def _bring_on(self, answer: Answer, now: datetime) -> None:
        """One answer: told, then packed."""
        told = answer
        if not answer.told:
            told = await self._answering.async_as_it_stands(answer)
            if not await self._tell(told):
                return
            told = replace(told, told=True)
            await self._permissions.book.async_put_answer(told)
        if told.footage is not None and _is_due(told, now):
            await self._answering.async_pack(told)

    async def _tell(self, answer: Answer) -> bool:
        """Whether the hub knows it now."""
        await self._contact.greet()
        try:
            if answer.is_report:
                await self._client.report(answer.token)
            else:
                await self._client.decide(answer.subject_id, answer.token)
        except HubRefusedError as err:
            if err.problem is Problem.CONFLICT:
                return True  # it has an answer of ours already; whatever was withdrawn since then is withdrawn
            if err.problem not in _FINAL:
                raise
            await self._answering.async_refused(answer)
            return False
        self._contact.heard()
        return True


def _is_due(answer: Answer, now: datetime) -> bool:
    """At once, and again while clips of the span may still come in."""
    return answer.packed_at is None or now - answer.packed_at >= timedelta(seconds=DUE_S)
