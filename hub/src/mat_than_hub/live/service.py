"""What becomes of a live view: asked for, answered, pushed and looked at while its consent holds, over.

Whoever pushes and whoever looks is asked for again with each fragment: a withdrawal, the end of the consent's hours and
the end of the view hold at once, whatever is in memory.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid7

from sqlalchemy import and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from ..about import service as about
from ..audit.service import Item, note
from ..cameras.models import Camera
from ..changes.service import ChangeKind, record as record_change
from ..config import Settings
from ..consents import rules, service as consents
from ..consents.service import Signer
from ..errors import ConsoleProblem, Refusal
from ..households.models import Household
from ..keys import verify_ed25519
from ..members.roles import Role
from ..members.service import Officer
from ..protocol.access import Action
from ..protocol.consent import ConsentRecord, DataKind
from ..protocol.limits import LIVE_PATIENCE
from ..protocol.live import LiveAnswer, LiveEnding, LiveRequest
from ..protocol.pairing import PairingState
from ..protocol.problems import Problem
from ..protocol.signed import Kind, open_object
from ..wire import WireError, read, to_json
from . import news
from .models import LiveRow, LiveState

WINDOW = timedelta(hours=1)
MOST_OF_CAMERA = 6  # asked for in an hour: nobody is to be worn down by asking
MOST_OF_OFFICER = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLive:
    """What an officer asks for; `case_number` may be left out."""

    household_id: str
    camera_id: str
    reason: str
    longest_s: int
    case_number: str | None = None


# -- asked for


async def ask(session: AsyncSession, officer: Officer, wanted: NewLive, settings: Settings, now: datetime) -> LiveRow:
    """A new view that waits for the household's word, which is told of it."""
    row = LiveRow(
        id=str(uuid7()),
        household_id=wanted.household_id,
        camera_id=wanted.camera_id,
        reason=wanted.reason.strip(),
        case_number=(wanted.case_number or "").strip() or None,
        asked_by=officer.member_id,
        asked_at=now,
        answer_by=now + LIVE_PATIENCE,
        longest_s=wanted.longest_s,
    )
    await _check_camera(session, wanted, now)
    profile = await about.profile(session)
    _check_as_homes_read(row, profile.name if profile else settings.url)
    await _refuse_too_many(session, row, now)
    session.add(row)
    await session.flush()
    news.tell(session, row, now)
    record_change(session, ChangeKind.LIVE, row.household_id, row.id, now)
    return row


async def _check_camera(session: AsyncSession, wanted: NewLive, now: datetime) -> None:
    """Of a confirmed household that lets itself be asked, and nobody asks or looks at the moment."""
    camera = await session.get(Camera, (wanted.household_id, wanted.camera_id), with_for_update=True)
    household = None if camera is None else await session.get(Household, wanted.household_id)
    confirmed = household is not None and household.state == PairingState.CONFIRMED.value
    watchable = confirmed and await consents.watchable_cameras(session, {wanted.household_id}, now)
    if not watchable or (wanted.household_id, wanted.camera_id) not in watchable:
        raise Refusal(Problem.VALIDATION, [("/camera_id", "is no camera that may be asked for live")])
    if await _open_of(session, wanted.household_id, wanted.camera_id, now) is not None:
        raise Refusal(Problem.CONFLICT, [("/camera_id", "is asked for, or looked through, already")])


async def _open_of(session: AsyncSession, household_id: str, camera_id: str, now: datetime) -> LiveRow | None:
    waits = and_(or_(LiveRow.approved.is_(None), ~LiveRow.approved), LiveRow.answer_by > now)
    runs = and_(LiveRow.approved.is_(True), LiveRow.until > now)
    found: LiveRow | None = await session.scalar(
        select(LiveRow)
        .where(LiveRow.household_id == household_id, LiveRow.camera_id == camera_id)
        .where(LiveRow.ended_at.is_(None), or_(waits, runs))
        .limit(1)
    )
    return found


def _check_as_homes_read(row: LiveRow, unit: str) -> None:
    """A home refuses what is out of bounds, so it is refused here first."""
    try:
        sent = read(LiveRequest, to_json(news.addressed(row, unit)))
    except WireError as err:
        raise Refusal.of_wire(err) from err
    row.asked_at, row.answer_by = sent.asked_at, sent.answer_by


async def _refuse_too_many(session: AsyncSession, row: LiveRow, now: datetime) -> None:
    recent = LiveRow.asked_at > now - WINDOW
    of_camera = and_(LiveRow.household_id == row.household_id, LiveRow.camera_id == row.camera_id)
    for counted, most in ((of_camera, MOST_OF_CAMERA), (LiveRow.asked_by == row.asked_by, MOST_OF_OFFICER)):
        found = (await session.execute(select(func.count(), func.min(LiveRow.asked_at)).where(counted, recent))).one()
        if found[0] >= most:
            raise Refusal(Problem.QUOTA, retry_after_s=(found[1] + WINDOW - now).total_seconds())


# -- answered


async def answer(session: AsyncSession, signer: Signer, live_id: str, token: str, now: datetime) -> LiveRow:
    """Keep a household's word. The same again changes nothing; a no shows nowhere."""
    said = _open(signer, live_id, token)
    row = await _locked(session, live_id)
    if row.household_id != signer.household_id or row.camera_id != said.camera_id:
        raise Refusal(Problem.NOT_YOURS)
    if row.approved is not None:
        if (row.approved, row.consent_id) != (said.approved, said.consent_id):
            raise Refusal(Problem.CONFLICT)
        return row
    if state_at(row, now) is not LiveState.WAITING:
        raise Refusal(Problem.GONE)
    if said.consent_id is not None and said.until is not None:
        await _covering(session, row, said.consent_id, now)
        row.consent_id = said.consent_id
        row.until = min(said.until, now + timedelta(seconds=row.longest_s))
        record_change(session, ChangeKind.LIVE, row.household_id, row.id, now)
    row.approved, row.answered_at, row.answer_jws, row.unasked = said.approved, now, token, said.unasked
    return row


def _open(signer: Signer, live_id: str, token: str) -> LiveAnswer:
    try:
        said = open_object(Kind.LIVE_ANSWER, LiveAnswer, token, signer.key, verify_ed25519)
    except WireError as err:
        raise Refusal.of_wire(err) from err
    if said.live_id != live_id:
        raise Refusal(Problem.VALIDATION, [("/live_id", "is not the one in the address")])
    if said.household_id != signer.household_id:
        raise Refusal(Problem.VALIDATION, [("/household_id", "is another household")])
    return said


async def _covering(session: AsyncSession, row: LiveRow, consent_id: str, now: datetime) -> ConsentRecord:
    """The consent, if it lets this camera be seen live at this moment."""
    record = (await consents.standing(session, row.household_id, consent_id)).record
    # A consent given a moment ago is dated by the home's clock, which may be a little ahead of ours.
    at = max(now, record.valid_from)
    fits = record.camera_id == row.camera_id and record.footage is None
    if not fits or not rules.covers(record, DataKind.LIVE, at, now):
        raise Refusal(Problem.CONSENT_MISSING)
    return record


# -- while it runs


async def pushed(
    session: AsyncSession, household_id: str, live_id: str, now: datetime
) -> tuple[LiveRow, ConsentRecord]:
    """The view that a household pushes, and the consent that lets it. Refusal when it may not, now."""
    row = await session.scalar(select(LiveRow).where(LiveRow.id == live_id))
    if row is None or row.household_id != household_id:
        raise Refusal(Problem.NOT_YOURS)
    if state_at(row, now) is LiveState.WAITING and row.approved is None:
        raise Refusal(Problem.CONFLICT, [("", "was not answered yet")])
    return row, await _running(session, row, now)


async def looked_at(session: AsyncSession, live_id: str, now: datetime) -> LiveRow:
    """The view that somebody looks at. Refusal when it is over, or its consent is."""
    row = await find(session, live_id)
    await _running(session, row, now)
    return row


async def look(session: AsyncSession, officer: Officer, live_id: str, now: datetime) -> LiveRow:
    """Begin to look: written into the log that the household reads, in the transaction that allows it."""
    row = await looked_at(session, live_id, now)
    item = Item(id=row.id, household_id=row.household_id, camera_id=row.camera_id, event_id=None)
    await note(session, officer.member_id, Action.WATCH_LIVE, item, now)
    return row


async def _running(session: AsyncSession, row: LiveRow, now: datetime) -> ConsentRecord:
    # The consent first: whoever withdrew it is told so, although the view is over by that too.
    record = None if row.consent_id is None else await _covering(session, row, row.consent_id, now)
    if record is None or state_at(row, now) is not LiveState.RUNNING:
        raise Refusal(Problem.GONE)
    return record


# -- over


async def end_by_home(
    session: AsyncSession, household_id: str, live_id: str, cause: LiveEnding, now: datetime
) -> LiveRow:
    """The household pushes no more; a repetition changes nothing."""
    row = await _locked(session, live_id)
    if row.household_id != household_id:
        raise Refusal(Problem.NOT_YOURS)
    if row.approved and row.ended_at is None:
        _end(session, row, cause, now)
    return row


async def end_by_officer(session: AsyncSession, officer: Officer, live_id: str, now: datetime) -> LiveRow:
    """Whoever asked, or an administrator, needs it no more; the household is told."""
    row = await _locked(session, live_id)
    if not may_end(row, officer):
        raise Refusal(ConsoleProblem.FORBIDDEN)
    if state_at(row, now) in {LiveState.WAITING, LiveState.RUNNING}:
        news.tell(session, row, now, LiveEnding.OFFICER)
        row.ended_by = officer.member_id
        _end(session, row, LiveEnding.OFFICER, now)
    return row


async def end_under(session: AsyncSession, consent_id: str, now: datetime) -> set[str]:
    """A consent was withdrawn: the views under it are over; their ids."""
    rows = await session.scalars(
        select(LiveRow).where(LiveRow.consent_id == consent_id, LiveRow.ended_at.is_(None), LiveRow.until > now)
    )
    ended = rows.all()
    for row in ended:
        _end(session, row, LiveEnding.CONSENT, now)
    return {row.id for row in ended}


def _end(session: AsyncSession, row: LiveRow, cause: LiveEnding, now: datetime) -> None:
    row.ending, row.ended_at = cause.value, now
    record_change(session, ChangeKind.LIVE, row.household_id, row.id, now)


# -- read


def state_at(row: LiveRow, now: datetime) -> LiveState:
    """Where the view stands."""
    if row.approved and row.until is not None:
        return LiveState.RUNNING if row.ended_at is None and now < row.until else LiveState.OVER
    if row.ended_at is not None:
        return LiveState.OVER
    return LiveState.WAITING if now < row.answer_by else LiveState.UNANSWERED


def may_end(row: LiveRow, officer: Officer) -> bool:
    """Whether an officer may end it before its time."""
    return row.asked_by == officer.member_id or officer.role is Role.ADMIN


async def find(session: AsyncSession, live_id: str) -> LiveRow:
    """The view. Refusal `not-yours` when there is none."""
    row = await session.scalar(select(LiveRow).where(LiveRow.id == live_id))
    if row is None:
        raise Refusal(Problem.NOT_YOURS)
    return row


async def open_views(session: AsyncSession, now: datetime) -> list[LiveRow]:
    """The views that wait or run, newest first."""
    rows = await session.scalars(
        select(LiveRow)
        .where(LiveRow.ended_at.is_(None), or_(LiveRow.answer_by > now, LiveRow.until > now))
        .order_by(LiveRow.seq.desc())
        .limit(100)
    )
    return [row for row in rows if state_at(row, now) in {LiveState.WAITING, LiveState.RUNNING}]


async def _locked(session: AsyncSession, live_id: str) -> LiveRow:
    row = await session.scalar(select(LiveRow).where(LiveRow.id == live_id).with_for_update())
    if row is None:
        raise Refusal(Problem.NOT_YOURS)
    return row
