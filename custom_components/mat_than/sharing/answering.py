"""What the owner does with a footage request: yes to a part of it, no, or a report of his own.

A yes is a consent of its own for each camera, given as any other is (`giving`), then the signed answer in the book; the
hub's line tells it, and has the clips packed. What the owner asked wrongly is a `ServiceValidationError`, what could not
be done a `HomeAssistantError`.
"""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
import logging
from types import MappingProxyType
from typing import Any, Final, Protocol
from uuid import uuid4, uuid7

from homeassistant.config_entries import ConfigEntry, ConfigSubentry
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError
from homeassistant.util import dt as dt_util

from ..const import DOMAIN, SUBENTRY_CONSENT
from ..lib.mat_than_engine.protocol.consent import ConsentRecord, DataKind, FootageSpan, Hours, Purpose
from ..lib.mat_than_engine.protocol.limits import REASON_CHARS
from ..lib.mat_than_engine.protocol.requests import Decision, Offence, Report
from ..lib.mat_than_engine.protocol.signed import Kind
from ..lib.mat_than_engine.wire import WireError
from .case_footage import whole_ms
from .case_packer import CasePacker
from .errors import SharingError
from .giving import Offer, async_give, async_title, refusal_key
from .hub import Hub
from .identity import Identity
from .permissions import Permissions
from .request_book import Answer, AskedFootage, RequestState

_LOGGER = logging.getLogger(__name__)

SENDING_LASTS: Final = timedelta(days=7)  # how long what was given may be on its way
ANSWERS_LANE: Final = "answers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the owner gives of one camera; without `retention_days`, for as long as was asked."""

    camera_id: str
    span: FootageSpan
    audio: bool = False
    retention_days: int | None = None


class AnsweringDoor(Protocol):
    """What is asked and told of the door."""

    permissions: Permissions

    async def async_withdraw(self, consent_id: str) -> None:
        """Withdraw a consent."""

    async def async_read_entry(self) -> None:
        """Read hubs, consents and cameras anew."""

    async def async_outbox_changed(self) -> None:
        """What waits has changed."""

    def wake_lines(self, *lanes: str) -> None:
        """There may be something to do in these lanes."""

    def state_changed(self) -> None:
        """What is known has changed."""


class Answering:
    """The answers of one place. One at a time, so that two clicks are one decision."""

    def __init__(self, hass: HomeAssistant, entry: ConfigEntry[Any], packer: CasePacker, door: AnsweringDoor) -> None:
        self._hass = hass
        self._entry = entry
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
            choices = [self._within(asked, choice) for choice in choices]
            choices = await self._with_footage(choices)
            tokens = await self._async_give_all([self._offer(hub, c, language, asked=asked) for c in choices])
            now = dt_util.utcnow()
            if not self._is_open(request_id, now):
                await self._async_take_back(tokens)
                raise _wrong("request_closed")
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
                footage=_all_of(choices),
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
                raise _wrong("unknown_hub")
            now = dt_util.utcnow()
            text = _checked_note(note)
            (choice,) = await self._with_footage([self._usable(choice, now)])
            report = Report(
                report_id=str(uuid7()),
                household_id=hub.household_id,
                offence=offence,
                note=text,
                span=choice.span,
                reported_at=now,
                consent_ids=tuple(await self._async_give_all([self._offer(hub, choice, language)])),
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
                await self._async_take_back([given.record.consent_id for given in live])
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
        await self._async_take_back(answer.consent_ids)
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
            raise _wrong("request_unknown")
        if not asked.is_open(dt_util.utcnow()):
            raise _wrong("request_closed")
        return asked

    def _is_open(self, request_id: str, now: datetime) -> bool:
        asked = self._permissions.book.get(request_id)
        return asked is not None and asked.is_open(now)

    def _hub(self, asked: AskedFootage) -> Hub:
        hub = self._permissions.household.hub_by_code(asked.hub)
        if hub is None:
            raise _wrong("request_closed")
        return hub

    def _identity(self, hub: Hub) -> Identity:
        identity = self._permissions.identities.get(hub.recipient)
        if identity is None:
            raise HomeAssistantError(translation_domain=DOMAIN, translation_key="give_gone")
        return identity

    def _within(self, asked: AskedFootage, choice: Given) -> Given:
        """The choice, if it is a part of what was asked."""
        request = asked.request
        if choice.camera_id not in request.camera_ids:
            raise _wrong("request_cameras")
        if not request.span.holds(choice.span.since, choice.span.until):
            raise _wrong("request_span")
        days = request.retention_days if choice.retention_days is None else choice.retention_days
        if not 1 <= days <= request.retention_days:
            raise _wrong("request_retention")
        return self._usable(replace(choice, retention_days=days), dt_util.utcnow())

    def _usable(self, choice: Given, now: datetime) -> Given:
        """The choice in whole milliseconds, and no footage that is still to come."""
        camera = self._permissions.household.cameras.get(choice.camera_id)
        if camera is None:
            raise _wrong("unknown_camera")
        if not self._permissions.switched_on(choice.camera_id):
            raise _wrong("request_paused", camera=camera.name)
        try:
            span = FootageSpan(since=whole_ms(choice.span.since), until=whole_ms(min(choice.span.until, now)))
        except WireError as err:
            raise _wrong("request_span") from err
        return replace(choice, span=span)

    async def _with_footage(self, choices: Iterable[Given]) -> list[Given]:
        found = [choice for choice in choices if await self.async_footage(choice.camera_id, choice.span)]
        if not found:
            raise _wrong("request_no_footage")
        return found

    # -- giving

    def _offer(self, hub: Hub, choice: Given, language: str, asked: AskedFootage | None = None) -> Offer:
        camera = self._permissions.household.cameras[choice.camera_id]
        now = dt_util.utcnow()
        record = ConsentRecord(
            consent_id=str(uuid4()),
            version=1,
            household_id=hub.household_id,
            hub_thumbprint=hub.key.thumbprint,
            camera_id=choice.camera_id,
            purpose=Purpose.CASE,
            kinds=(DataKind.CLIPS,),
            valid_from=now,
            valid_until=now + SENDING_LASTS,
            retention_days=choice.retention_days or min(365, hub.retention_days),
            notice_version=hub.notice_version,
            language=language,
            given_at=now,
            hours=Hours(time_zone=str(self._hass.config.time_zone)),
            masks_required=bool(camera.privacy_masks),
            audio=choice.audio,
            footage=choice.span,
            request_id=None if asked is None else asked.request.request_id,
        )
        return Offer(camera=camera, hub=hub, record=record)

    async def _async_give_all(self, offers: Sequence[Offer]) -> list[str]:
        """Give them all, or none: the ids of the consents, which are subentries when this returns."""
        given: list[ConfigSubentry] = []
        for number, offer in enumerate(offers):
            try:
                data = await async_give(self._hass, offer)
            except SharingError as err:
                _LOGGER.info("Footage could not be given: %s", err)
                await self._async_take_back(tried.record.consent_id for tried in offers[: number + 1])
                raise HomeAssistantError(
                    translation_domain=DOMAIN,
                    translation_key=f"give_{refusal_key(err)}",
                    translation_placeholders={"hub": offer.hub.name},
                ) from err
            given.append(
                ConfigSubentry(
                    data=MappingProxyType(data),
                    subentry_type=SUBENTRY_CONSENT,
                    title=await async_title(self._hass, offer),
                    unique_id=f"{SUBENTRY_CONSENT}/{offer.record.consent_id}",
                )
            )
        for subentry in given:
            self._hass.config_entries.async_add_subentry(self._entry, subentry)
        await self._door.async_read_entry()
        return [offer.record.consent_id for offer in offers]

    async def _async_take_back(self, consent_ids: Iterable[str]) -> None:
        for consent_id in consent_ids:
            await self._door.async_withdraw(consent_id)

    def _no(self, hub: Hub, request_id: str, now: datetime) -> str:
        decision = Decision(request_id=request_id, household_id=hub.household_id, approved=False, decided_at=now)
        return self._identity(hub).sign_object(Kind.DECISION, decision)

    def _follow_up(self) -> None:
        self._door.wake_lines(ANSWERS_LANE)
        self._door.state_changed()


def _all_of(choices: Iterable[Given]) -> FootageSpan:
    """From the earliest to the latest; all lie in one request's span, so it is no longer than that."""
    spans = [choice.span for choice in choices]
    return FootageSpan(since=min(span.since for span in spans), until=max(span.until for span in spans))


def _checked_note(note: str) -> str:
    if not 1 <= len(note.strip()) <= REASON_CHARS:
        raise _wrong("report_note")
    return note.strip()


def _wrong(key: str, **facts: str) -> ServiceValidationError:
    """What the owner asked wrongly."""
    return ServiceValidationError(translation_domain=DOMAIN, translation_key=key, translation_placeholders=facts)
