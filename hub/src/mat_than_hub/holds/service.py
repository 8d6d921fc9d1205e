"""Legal holds: an officer asks, a second one decides, anybody of them lifts it; its date ends it by itself.

A hold keeps its own sealed copies from the moment it is decided (`keeping`). What is decided about a consent that is being
withdrawn is settled by that consent's row: whichever came first counts. Every change of a hold stands in one ordered
transaction with the journal's line about it, so that whoever has it open sees what others decide.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid7

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from ..audit.service import Item, note
from ..changes.service import ChangeKind, record as record_change
from ..clips.models import Clip, Still
from ..consents.models import Consent
from ..errors import ConsoleProblem, Refusal
from ..events.models import EventRow
from ..members.service import Officer
from ..protocol.access import Action
from ..protocol.holds import HELD_ITEMS, HOLD_DAYS
from ..protocol.limits import CASE_CHARS, REASON_CHARS, check_text
from ..protocol.problems import Problem
from ..wire import WireError
from .keeping import Original
from .models import HeldItem, HeldKind, HoldLook, HoldRow, HoldState

BASIS_CHARS = 500  # so that the receipt which lists a consent's holds stays as short as a home reads
MOST_HOLDS = 8  # of one consent at a time
MOST_HELD = 150  # items of one consent at a time
LOOK_LASTS = timedelta(minutes=15)
COPYING_LASTS = timedelta(minutes=10)  # after that whoever was deciding has gone
_KEEPING = (HoldState.WAITING.value, HoldState.HELD.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewHold:
    """What an officer asks to hold: events with their stills and clips, clips alone; why, until when."""

    case_number: str
    basis: str
    until: datetime
    event_ids: tuple[str, ...] = ()
    clip_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldDecision:
    """The second officer's word; a refusal says why."""

    approved: bool
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LookReason:
    """Why an officer opens what is held."""

    reason: str


async def ask(session: AsyncSession, officer: Officer, wanted: NewHold, now: datetime) -> HoldRow:
    """A new hold, which keeps nothing before a second officer has decided."""
    _check(wanted, now)
    row = HoldRow(
        id=str(uuid7()),
        case_number=wanted.case_number.strip(),
        basis=wanted.basis.strip(),
        until=wanted.until,
        state=HoldState.WAITING.value,
        asked_by=officer.member_id,
        asked_at=now,
    )
    items = await _items(session, row.id, wanted)
    for consent_id in {item.consent_id for item in items}:
        await _refuse_too_many(session, consent_id, sum(item.consent_id == consent_id for item in items))
    session.add(row)
    await session.flush()
    session.add_all(items)
    record_change(session, ChangeKind.CASE, "", row.id, now)
    return row


async def undecided(session: AsyncSession, officer: Officer, hold_id: str) -> tuple[HoldRow, list[HeldItem]]:
    """A hold that waits, for the second officer. Refusal `forbidden` for who asked, `conflict` when it is decided."""
    row = await find(session, hold_id)
    if row.asked_by == officer.member_id:
        raise Refusal(ConsoleProblem.FORBIDDEN)
    if row.state != HoldState.WAITING.value:
        raise Refusal(Problem.CONFLICT, [("", "is not waiting for anybody")])
    return row, await items_of(session, hold_id)


async def claim(session: AsyncSession, officer: Officer, hold_id: str, now: datetime) -> list[HeldItem]:
    """The items of a hold that this officer is about to hold; nobody else decides about it meanwhile."""
    row, items = await undecided(session, officer, hold_id)
    if row.decided_at is not None and row.decided_at > now - COPYING_LASTS:
        raise Refusal(Problem.CONFLICT, [("", "is being decided")])
    row.decided_by, row.decided_at = officer.member_id, now
    return items


async def refuse(session: AsyncSession, officer: Officer, hold_id: str, text: str, now: datetime) -> HoldRow:
    """The second officer's no."""
    _check_text(text, "/note", REASON_CHARS)
    row, _ = await undecided(session, officer, hold_id)
    _decide(row, officer, text, now)
    row.state = HoldState.REFUSED.value
    record_change(session, ChangeKind.CASE, "", row.id, now)
    return row


async def original(session: AsyncSession, item: HeldItem) -> Original | None:
    """What is to be copied for the hold; None when it is gone, or its consent was withdrawn."""
    consent = await session.get(Consent, item.consent_id)
    if consent is None or consent.withdrawn_at is not None:
        return None
    if item.kind == HeldKind.EVENT.value:
        return await session.scalar(select(EventRow).where(EventRow.id == item.item_id))
    if item.kind == HeldKind.STILL.value:
        return await session.get(Still, item.item_id)
    return await session.get(Clip, item.item_id)


async def hold(
    session: AsyncSession, officer: Officer, row_id: str, copies: Sequence[HeldItem], text: str, now: datetime
) -> tuple[HoldRow, list[HeldItem]]:
    """The second officer's yes, with the copies that were made; the hold, and the copies that may not be kept.

    Refusal `conflict` when nothing of it is left: then none of the copies may be kept.
    """
    row, items = await undecided(session, officer, row_id)
    if row.decided_by != officer.member_id:
        raise Refusal(Problem.CONFLICT, [("", "is being decided")])
    if row.until <= now:
        raise Refusal(Problem.CONFLICT, [("/until", "has passed")])
    standing = {consent_id: await _stands(session, consent_id) for consent_id in sorted({i.consent_id for i in items})}
    made = {copy.item_id: copy for copy in copies if standing[copy.consent_id]}
    if not made:
        raise Refusal(Problem.CONFLICT, [("", "names nothing that is still here")])
    for item in items:
        if item.item_id in made:
            item.object_key, item.size_bytes = made[item.item_id].object_key, made[item.item_id].size_bytes
            if item.kind != HeldKind.STILL.value:
                await note(session, officer.member_id, Action.HOLD_ITEM, _told(item, row.basis), now)
        else:
            await session.delete(item)
    _decide(row, officer, text, now)
    row.state = HoldState.HELD.value
    record_change(session, ChangeKind.CASE, "", row.id, now)
    return row, [copy for copy in copies if copy.item_id not in made]


async def lift(session: AsyncSession, officer: Officer, hold_id: str, now: datetime) -> HoldRow:
    """End a hold before its date, or take back one that waits."""
    row = await find(session, hold_id)
    if row.state not in _KEEPING:
        raise Refusal(Problem.CONFLICT, [("", "is over already")])
    row.state, row.ended_by, row.ended_at = HoldState.LIFTED.value, officer.member_id, now
    record_change(session, ChangeKind.CASE, "", row.id, now)
    return row


async def say_why(session: AsyncSession, officer: Officer, hold_id: str, reason: str, now: datetime) -> datetime:
    """An officer says why he looks; until when he may."""
    _check_text(reason, "/reason", BASIS_CHARS)
    row = await find(session, hold_id)
    if row.state != HoldState.HELD.value or row.until <= now:
        raise Refusal(Problem.GONE)
    session.add(HoldLook(hold_id=hold_id, member_id=officer.member_id, reason=reason.strip(), at=now))
    return now + LOOK_LASTS


async def show(session: AsyncSession, officer: Officer, hold_id: str, item_id: str, now: datetime) -> HeldItem:
    """A held item, for an officer who said why; logged with that. Refusal `forbidden` without, `gone` when it is over."""
    row = await find(session, hold_id)
    item = await session.get(HeldItem, (hold_id, item_id))
    if item is None:
        raise Refusal(Problem.NOT_YOURS)
    if row.state != HoldState.HELD.value or row.until <= now or item.object_key is None:
        raise Refusal(Problem.GONE)
    look = await newest_look(session, officer, hold_id, now)
    if look is None:
        raise Refusal(ConsoleProblem.FORBIDDEN)
    await note(session, officer.member_id, Action.VIEW_HELD, _told(item, look.reason), now)
    return item


async def newest_look(session: AsyncSession, officer: Officer, hold_id: str, now: datetime) -> HoldLook | None:
    """Why this officer may look now; None when he has not said so."""
    found: HoldLook | None = await session.scalar(
        select(HoldLook)
        .where(HoldLook.hold_id == hold_id, HoldLook.member_id == officer.member_id, HoldLook.at > now - LOOK_LASTS)
        .order_by(HoldLook.seq.desc())
        .limit(1)
    )
    return found


async def find(session: AsyncSession, hold_id: str) -> HoldRow:
    """The hold, held until the transaction ends. Refusal `not-yours` when there is none."""
    row = await session.scalar(select(HoldRow).where(HoldRow.id == hold_id).with_for_update())
    if row is None:
        raise Refusal(Problem.NOT_YOURS)
    return row


async def items_of(session: AsyncSession, hold_id: str) -> list[HeldItem]:
    """What a hold names, oldest first."""
    query = select(HeldItem).where(HeldItem.hold_id == hold_id).order_by(HeldItem.started_at, HeldItem.kind)
    return list(await session.scalars(query))


def _check(wanted: NewHold, now: datetime) -> None:
    _check_text(wanted.case_number, "/case_number", CASE_CHARS)
    _check_text(wanted.basis, "/basis", BASIS_CHARS)
    if not now < wanted.until <= now + timedelta(days=HOLD_DAYS):
        raise Refusal(Problem.VALIDATION, [("/until", "does not lie ahead, or too far")])
    named = [*wanted.event_ids, *wanted.clip_ids]
    if not 1 <= len(set(named)) == len(named) <= HELD_ITEMS:
        raise Refusal(Problem.VALIDATION, [("/event_ids", "are none, too many, or one twice")])


def _check_text(text: str, pointer: str, longest: int) -> None:
    try:
        check_text(text, pointer, longest)
    except WireError as err:
        raise Refusal.of_wire(err) from err


async def _items(session: AsyncSession, hold_id: str, wanted: NewHold) -> list[HeldItem]:
    """The items to hold: each event with its still and its clip, each clip. Refusal where one is not to be seen now."""
    found: dict[str, HeldItem] = {}
    clip_ids = list(wanted.clip_ids)
    for place, event_id in enumerate(wanted.event_ids):
        event = await session.scalar(select(EventRow).where(EventRow.id == event_id))
        if event is None or not await _stands(session, event.consent_id):
            raise Refusal(Problem.VALIDATION, [(f"/event_ids/{place}", "is not here")])
        found[event.id] = _item(hold_id, HeldKind.EVENT, event, event.id)
        still = None if event.still_id is None else await session.get(Still, event.still_id)
        if still is not None:
            found[still.id] = _item(hold_id, HeldKind.STILL, still, event.id)
        if event.clip_id is not None and (clip := await _stored(session, event.clip_id)) is not None:
            found[clip.id] = _item(hold_id, HeldKind.CLIP, clip, event.id)
    for place, clip_id in enumerate(clip_ids):
        clip = await _stored(session, clip_id)
        if clip is None:
            raise Refusal(Problem.VALIDATION, [(f"/clip_ids/{place}", "is not here")])
        found.setdefault(clip.id, _item(hold_id, HeldKind.CLIP, clip, None))
    return list(found.values())


def _item(hold_id: str, kind: HeldKind, of: Original, event_id: str | None) -> HeldItem:
    started_at = of.taken_at if isinstance(of, Still) else of.started_at
    ended_at = started_at if isinstance(of, Still) else of.ended_at or started_at
    return HeldItem(
        hold_id=hold_id,
        item_id=of.id,
        kind=kind.value,
        household_id=of.household_id,
        camera_id=of.camera_id,
        consent_id=of.consent_id,
        event_id=event_id,
        started_at=started_at,
        ended_at=ended_at,
        size_bytes=0 if isinstance(of, EventRow) else of.size_bytes,
    )


async def _stored(session: AsyncSession, clip_id: str) -> Clip | None:
    clip = await session.get(Clip, clip_id)
    if clip is None or clip.stored_at is None or not await _stands(session, clip.consent_id):
        return None
    return clip


async def _stands(session: AsyncSession, consent_id: str) -> bool:
    """Whether a consent was not withdrawn; it cannot be before this transaction ends."""
    consent = await session.get_one(Consent, consent_id, with_for_update={"read": True}, populate_existing=True)
    return consent.withdrawn_at is None


async def _refuse_too_many(session: AsyncSession, consent_id: str, more: int) -> None:
    holds, items = (
        await session.execute(
            select(func.count(HeldItem.hold_id.distinct()), func.count())
            .join(HoldRow, HoldRow.id == HeldItem.hold_id)
            .where(HeldItem.consent_id == consent_id, HoldRow.state.in_(_KEEPING))
        )
    ).one()
    if holds >= MOST_HOLDS or items + more > MOST_HELD:
        raise Refusal(Problem.CONFLICT, [("/event_ids", "are more than may be held of one consent at a time")])


def _decide(row: HoldRow, officer: Officer, text: str, now: datetime) -> None:
    row.decided_by, row.decided_at, row.decision_note = officer.member_id, now, text.strip() or None


def _told(item: HeldItem, reason: str) -> Item:
    return Item(
        id=item.item_id,
        household_id=item.household_id,
        camera_id=item.camera_id,
        event_id=item.event_id,
        hold_id=item.hold_id,
        reason=reason,
    )
