"""Takes batches of events, each checked against its consent, and reads the feed.

An event is one row under its id. Sent again it is compared by content: the same is a duplicate, another is an update
that may add what was not known yet (its end, its still, its clip) but never moves it to another camera, consent or
type.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
import hashlib
import json

from sqlalchemy import Select, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from ..cameras.models import Camera
from ..changes.service import ChangeKind, record as record_change
from ..clips.models import Clip, Still
from ..consents import rules, service as consents
from ..consents.models import Consent
from ..errors import Refusal
from ..folding import like_pattern
from ..households.models import Household
from ..protocol.consent import DataKind
from ..protocol.footage import Event, EventBatch, EventResult, EventResults, EventStatus
from ..protocol.limits import EVENT_AGE
from ..protocol.problems import Problem
from ..retention.tombstones import refuse_gone
from ..wire import to_json
from .models import EventRow

FUTURE = timedelta(minutes=5)  # cameras' clocks are not the home's


async def take(session: AsyncSession, household_id: str, batch: EventBatch, now: datetime) -> EventResults:
    """Keep what may be kept, and say of each event what became of it."""
    results = []
    for event in batch.events:
        try:
            status, problem = await _take_one(session, household_id, event, now), None
        except Refusal as refusal:
            if not isinstance(refusal.problem, Problem):
                raise
            status, problem = EventStatus.REJECTED, refusal.problem
        results.append(EventResult(id=event.id, status=status, problem=problem))
    return EventResults(results=tuple(results))


async def _take_one(session: AsyncSession, household_id: str, event: Event, now: datetime) -> EventStatus:
    if event.household_id != household_id:
        raise Refusal(Problem.NOT_YOURS)
    await _check_consent(session, event, now)
    await refuse_gone(session, event.id)
    row = await session.scalar(select(EventRow).where(EventRow.id == event.id))
    content = _content_hash(event)
    if row is not None and row.content_sha256 == content:
        return EventStatus.DUPLICATE
    if row is None:
        row = EventRow(
            id=event.id,
            household_id=household_id,
            camera_id=event.camera_id,
            consent_id=event.data.consent_id,
            type=event.type.value,
            received_at=now,
        )
        session.add(row)
        status = EventStatus.ACCEPTED
    elif (row.household_id, row.camera_id, row.consent_id, row.type) == (
        household_id,
        event.camera_id,
        event.data.consent_id,
        event.type.value,
    ):
        status = EventStatus.UPDATED
    else:
        raise Refusal(Problem.CONFLICT)
    _fill(row, event, content, now)
    await session.flush()
    record_change(session, ChangeKind.EVENT, household_id, row.id, now)
    return status


async def _check_consent(session: AsyncSession, event: Event, now: datetime) -> None:
    if (
        not now - EVENT_AGE <= event.data.started_at <= now + FUTURE
        or not now - EVENT_AGE <= event.time <= now + FUTURE
    ):
        raise Refusal(Problem.VALIDATION)
    consent = await consents.standing(session, event.household_id, event.data.consent_id)
    if consent.record.camera_id != event.camera_id:
        raise Refusal(Problem.CONSENT_MISSING)
    if not rules.covers(consent.record, DataKind.EVENTS, event.data.started_at, now):
        raise Refusal(Problem.CONSENT_MISSING)
    if await session.get(Camera, (event.household_id, event.camera_id)) is None:
        raise Refusal(Problem.NOT_YOURS)


def _fill(row: EventRow, event: Event, content: str, now: datetime) -> None:
    data = event.data
    row.time, row.started_at, row.ended_at = event.time, data.started_at, data.ended_at
    row.score, row.night = data.score, data.night
    row.zones, row.boxes = list(data.zones), [list(box) for box in data.boxes]
    row.still_id = data.still_id or row.still_id
    row.clip_id = data.clip_id or row.clip_id
    row.content_sha256, row.changed_at = content, now


def _content_hash(event: Event) -> str:
    return hashlib.sha256(json.dumps(to_json(event), sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An event with what is shown beside it; `still` and `clip` only where they may be served."""

    event: EventRow
    household: Household
    camera: Camera
    still: Still | None
    clip: Clip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedQuery:
    """What to read of the feed: the newest first, older than `before`."""

    limit: int = 50
    before: int | None = None
    household_id: str | None = None
    camera_id: str | None = None
    text: str | None = None


async def feed(session: AsyncSession, query: FeedQuery) -> tuple[list[FeedEntry], bool]:
    """A page of the feed, and whether there is more."""
    statement = _entries().order_by(EventRow.seq.desc()).limit(query.limit + 1)
    if query.before is not None:
        statement = statement.where(EventRow.seq < query.before)
    if query.household_id:
        statement = statement.where(EventRow.household_id == query.household_id)
    if query.camera_id:
        statement = statement.where(EventRow.camera_id == query.camera_id)
    if query.text and query.text.strip():
        pattern = like_pattern(query.text.strip())
        statement = statement.where(
            or_(Household.folded.like(pattern, escape="\\"), Camera.folded.like(pattern, escape="\\"))
        )
    entries = [FeedEntry(*row) for row in await session.execute(statement)]
    return entries[: query.limit], len(entries) > query.limit


async def find(session: AsyncSession, event_id: str) -> FeedEntry:
    """One event. Refusal `gone` after its consent was withdrawn, `not-yours` when there is none."""
    row = (await session.execute(_entries().where(EventRow.id == event_id))).one_or_none()
    if row is not None:
        return FeedEntry(*row)
    await refuse_gone(session, event_id)
    blocked = await session.scalar(select(EventRow.id).where(EventRow.id == event_id))
    raise Refusal(Problem.GONE if blocked else Problem.NOT_YOURS)


async def of_ids(session: AsyncSession, event_ids: Sequence[str]) -> list[FeedEntry]:
    """The events of these ids that may be shown."""
    rows = await session.execute(_entries().where(EventRow.id.in_(event_ids)).order_by(EventRow.seq))
    return [FeedEntry(*row) for row in rows]


def _entries() -> Select[EventRow, Household, Camera, Still, Clip]:
    """Events that may be shown: those whose consent, and whose clip's consent, were not withdrawn.

    A clip that was given for a case is no event's clip, whatever the event says.
    """
    withdrawn = select(Consent.id).where(Consent.withdrawn_at.is_not(None)).scalar_subquery()
    return (
        select(EventRow, Household, Camera, Still, Clip)
        .join(Consent, (Consent.id == EventRow.consent_id) & Consent.withdrawn_at.is_(None))
        .join(Household, Household.id == EventRow.household_id)
        .join(Camera, (Camera.household_id == EventRow.household_id) & (Camera.id == EventRow.camera_id))
        .outerjoin(Still, (Still.event_id == EventRow.id) & (Still.id == EventRow.still_id))
        .outerjoin(
            Clip,
            (Clip.id == EventRow.clip_id)
            & (Clip.household_id == EventRow.household_id)
            & (Clip.camera_id == EventRow.camera_id)
            & Clip.consent_id.not_in(withdrawn)
            & Clip.request_id.is_(None),
        )
    )
