"""What the owner does with a footage request: yes to a part of it, no, or a report of his own.

What he chose is checked (`case_choice`); a yes is a consent of its own for each camera (`case_consents`), then the
signed answer in the book; the hub's line tells it, and has the clips packed. What the owner asked wrongly is a
`ServiceValidationError`, what could not be done a `HomeAssistantError`.
"""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
import logging
from typing import Any, Final, Protocol
from uuid import uuid7

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.util import dt as dt_util

from ..const import DOMAIN
from ..lib.mat_than_engine.protocol.consent import FootageSpan
from ..lib.mat_than_engine.protocol.requests import Decision, Offence, Report
from ..lib.mat_than_engine.protocol.signed import Kind
from .case_choice import Given, all_of, checked_note, usable, within, wrong
from .case_consents import CaseConsents, ConsentDoor
from .case_packer import CasePacker
from .hub import Hub
from .identity import Identity
from .request_pages import Answer, AskedFootage, RequestState

_LOGGER = logging.getLogger(__name__)

ANSWERS_LANE: Final = "answers"


class AnsweringDoor(ConsentDoor, Protocol):
    """What is asked and told of the door."""

    async def async_outbox_changed(self) -> None:
        """What waits has changed."""

    def wake_lines(self, *lanes: str) -> None:
        """There may be something to do in these lanes."""

    def state_changed(self) -> None:
        """What is known has changed."""


class Answering:
    """The answers of one place. One at a time, so that two clicks are one decision."""

    def __init__(self, hass: HomeAssistant, entry: ConfigEntry[Any], packer: CasePacker, door: AnsweringDoor) -> None:
        self._consents = CaseConsents(hass, entry, door)
        self._packer = packer
        self._door = door
        self._permissions = door.permissions
        self._deciding = asyncio.Lock()

    # -- what the owner decides

    async def async_approve(self, request_id: str, choices: Sequence[Given], language: str) -> None:
        """Give footage for a request: of these cameras, these spans. Cameras without footage in it are left out."""
        async with self._deciding:
            asked = self._open(request_id)
            hub = self._hub(asked)
            choices = [within(self._permissions, asked, choice) for choice in choices]
            choices = await self._with_footage(choices)
            tokens = await self._consents.async_give_all(
                [self._consents.offer(hub, c, language, asked=asked) for c in choices]
            )
            now = dt_util.utcnow()
            if not self._is_open(request_id, now):
                await self._consents.async_take_back(tokens)
                raise wrong("request_closed")
            decision = Decision(
                request_id=request_id,
                household_id=hub.household_id,
                approved=True,
                decided_at=now,
                consent_ids=tuple(tokens),
            )
            answer = Answer(
                subject_id=request_id,
                hub=hub.code,
                token=self._identity(hub).sign_object(Kind.DECISION, decision),
                footage=all_of(choices),
                consent_ids=tuple(tokens),
            )
            await self._permissions.book.async_decide(request_id, RequestState.APPROVED, answer, now)
        self._follow_up()

    async def async_decline(self, request_id: str) -> None:
        """Say no. Nothing of it is to be seen at the hub but that no footage came."""
        async with self._deciding:
            hub = self._hub(self._open(request_id))
            now = dt_util.utcnow()
            answer = Answer(subject_id=request_id, hub=hub.code, token=self._no(hub, request_id, now))
            await self._permissions.book.async_decide(request_id, RequestState.DECLINED, answer, now)
        self._follow_up()

    async def async_report(self, hub_id: str, choice: Given, offence: Offence, note: str, language: str) -> str:
        """Bring footage to a hub unasked; the report's id."""
        async with self._deciding:
            hub = self._permissions.household.hubs.get(hub_id)
            if hub is None:
                raise wrong("unknown_hub")
            now = dt_util.utcnow()
            text = checked_note(note)
            (choice,) = await self._with_footage([usable(self._permissions, choice, now)])
            report = Report(
                report_id=str(uuid7()),
                household_id=hub.household_id,
                offence=offence,
                note=text,
                span=choice.span,
                reported_at=now,
                consent_ids=tuple(await self._consents.async_give_all([self._consents.offer(hub, choice, language)])),
            )
            await self._permissions.book.async_put_answer(
                Answer(
                    subject_id=report.report_id,
                    hub=hub.code,
                    token=self._identity(hub).sign_object(Kind.REPORT, report),
                    is_report=True,
                    footage=choice.span,
                    consent_ids=report.consent_ids,
                )
            )
        self._follow_up()
        return report.report_id

    # -- what follows

    async def async_recover(self) -> None:
        """After a start: a yes whose consents were not yet saved when the power went is asked for again."""
        book = self._permissions.book
        for answer in book.answers():
            if answer.told or answer.footage is None:
                continue
            live = self._permissions.live_consents(answer.consent_ids)
            if len(live) < len(answer.consent_ids):
                await self._consents.async_take_back([given.record.consent_id for given in live])
                await book.async_undo(answer.subject_id, RequestState.WAITING)

    async def async_as_it_stands(self, answer: Answer) -> Answer:
        """An answer that the hub does not know yet, without what was withdrawn meanwhile; nothing left is a no."""
        live = self._permissions.live_consents(answer.consent_ids)
        left = tuple(given.record.consent_id for given in live)
        if answer.is_report or left == answer.consent_ids:
            return answer
        asked = self._permissions.book.get(answer.subject_id)
        hub = self._permissions.household.hub_by_code(answer.hub)
        if asked is None or hub is None or asked.decided_at is None:
            return answer
        decision = Decision(
            request_id=answer.subject_id,
            household_id=hub.household_id,
            approved=bool(left),
            decided_at=asked.decided_at,
            consent_ids=left,
        )
        token = self._identity(hub).sign_object(Kind.DECISION, decision)
        changed = replace(answer, token=token, consent_ids=left, footage=answer.footage if left else None)
        await self._permissions.book.async_put_answer(changed)
        return changed

    async def async_pack(self, answer: Answer) -> bool:
        """Put the clips of an answer into the outbox; False when they cannot be looked up now."""
        packed_at = dt_util.utcnow()
        if not await self._packer.async_pack(answer):
            return False
        await self._door.async_outbox_changed()
        await self._permissions.book.async_put_answer(replace(answer, packed_at=packed_at))
        return True

    async def async_refused(self, answer: Answer) -> None:
        """The hub will not have an answer: what was given with it is taken back."""
        _LOGGER.info("A hub does not take an answer any more; what was given with it is taken back")
        await self._consents.async_take_back(answer.consent_ids)
        asked = self._permissions.book.get(answer.subject_id)
        over = asked is not None and asked.request.deadline <= dt_util.utcnow()
        state = RequestState.EXPIRED if over else RequestState.CANCELLED
        if asked is not None and asked.state is RequestState.DECLINED:
            state = RequestState.DECLINED
        await self._permissions.book.async_undo(answer.subject_id, state)
        self._door.state_changed()

    async def async_footage(self, camera_id: str, span: FootageSpan) -> int:
        """How many clips of a camera touch a span."""
        return await self._packer.async_count(camera_id, span)

    # -- what may be given

    def _open(self, request_id: str) -> AskedFootage:
        asked = self._permissions.book.get(request_id)
        if asked is None:
            raise wrong("request_unknown")
        if not asked.is_open(dt_util.utcnow()):
            raise wrong("request_closed")
        return asked

    def _is_open(self, request_id: str, now: datetime) -> bool:
        asked = self._permissions.book.get(request_id)
        return asked is not None and asked.is_open(now)

    def _hub(self, asked: AskedFootage) -> Hub:
        hub = self._permissions.household.hub_by_code(asked.hub)
        if hub is None:
            raise wrong("request_closed")
        return hub

    def _identity(self, hub: Hub) -> Identity:
        identity = self._permissions.identities.get(hub.recipient)
        if identity is None:
            raise HomeAssistantError(
                translation_domain=DOMAIN, translation_key="give_gone", translation_placeholders={"hub": hub.name}
            )
        return identity

    async def _with_footage(self, choices: Iterable[Given]) -> list[Given]:
        found = [choice for choice in choices if await self.async_footage(choice.camera_id, choice.span)]
        if not found:
            raise wrong("request_no_footage")
        return found

    def _no(self, hub: Hub, request_id: str, now: datetime) -> str:
        decision = Decision(request_id=request_id, household_id=hub.household_id, approved=False, decided_at=now)
        return self._identity(hub).sign_object(Kind.DECISION, decision)

    def _follow_up(self) -> None:
        self._door.wake_lines(ANSWERS_LANE)
        self._door.state_changed()
