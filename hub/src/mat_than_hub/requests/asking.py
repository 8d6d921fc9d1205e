"""An officer asks for footage: what may be asked, of whom, how often. No home hears of it yet."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid7

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from ..about import service as about
from ..cameras.models import Camera
from ..changes.service import ChangeKind, record as record_change
from ..config import Settings
from ..consents import service as consents
from ..errors import Refusal
from ..households.models import Household
from ..members.service import Officer
from ..protocol.limits import REQUEST_AGE
from ..protocol.pairing import PairingState
from ..protocol.problems import Problem
from ..protocol.requests import FootageRequest, Offence
from ..wire import WireError, read, to_json
from . import inbox, quotas
from .models import RequestCamera, RequestRow, RequestState

MOST_CAMERAS = 500  # of one request, over all households
AHEAD = timedelta(minutes=1)  # what an officer's clock may be ahead; footage of the future cannot be asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedCamera:
    """A camera to be asked for."""

    household_id: str
    camera_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRequest:
    """What an officer asks."""

    case_number: str
    offence: Offence
    reason: str
    contact: str
    cameras: tuple[AskedCamera, ...]
    since: datetime
    until: datetime
    deadline: datetime
    retention_days: int


async def ask(
    session: AsyncSession, officer: Officer, wanted: NewRequest, settings: Settings, now: datetime
) -> RequestRow:
    """A new request, which waits for the second officer."""
    row = _row(officer, wanted, now)
    profile = await about.profile(session)
    _check_times(wanted, settings, now)
    await _check_cameras(session, wanted.cameras, now)
    for sent in _as_homes_read(row, wanted.cameras, profile.name if profile else settings.url):
        row.since, row.until, row.deadline = sent.span.since, sent.span.until, sent.deadline
    await quotas.refuse_too_many(session, row, settings, now)
    session.add(row)
    await session.flush()
    session.add_all(
        RequestCamera(request_id=row.id, household_id=camera.household_id, camera_id=camera.camera_id)
        for camera in wanted.cameras
    )
    record_change(session, ChangeKind.CASE, "", row.id, now)
    return row


def _row(officer: Officer, wanted: NewRequest, now: datetime) -> RequestRow:
    return RequestRow(
        id=str(uuid7()),
        case_number=wanted.case_number.strip(),
        case_key=wanted.case_number.strip().casefold(),
        offence=wanted.offence.value,
        reason=wanted.reason.strip(),
        contact=wanted.contact.strip(),
        since=wanted.since,
        until=wanted.until,
        asked_by=officer.member_id,
        asked_at=now,
        deadline=wanted.deadline,
        retention_days=wanted.retention_days,
        state=RequestState.WAITING.value,
    )


def _check_times(wanted: NewRequest, settings: Settings, now: datetime) -> None:
    wrong = [
        (pointer, detail)
        for fits, pointer, detail in (
            (wanted.since >= now - REQUEST_AGE, "/since", "lies too long ago"),
            (wanted.until <= now + AHEAD, "/until", "lies in the future"),
            (wanted.deadline >= now + AHEAD, "/deadline", "leaves no time to answer"),
            (
                wanted.retention_days <= settings.retention_days,
                "/retention_days",
                "is more than this hub keeps anything",
            ),
        )
        if not fits
    ]
    if wrong:
        raise Refusal(Problem.VALIDATION, wrong)


async def _check_cameras(session: AsyncSession, cameras: tuple[AskedCamera, ...], now: datetime) -> None:
    """Each once, of a confirmed household, with a live consent."""
    if not 1 <= len(set(cameras)) == len(cameras) <= MOST_CAMERAS:
        raise Refusal(Problem.VALIDATION, [("/cameras", "are none, too many, or one twice")])
    households = {camera.household_id for camera in cameras}
    known = await session.execute(
        select(Camera.household_id, Camera.id)
        .join(Household, Household.id == Camera.household_id)
        .where(Household.id.in_(households), Household.state == PairingState.CONFIRMED.value)
    )
    askable = {(household, camera) for household, camera in known}
    askable &= await consents.live_cameras(session, households, now)
    wrong = [
        (f"/cameras/{place}", "is no camera that is shared now")
        for place, camera in enumerate(cameras)
        if (camera.household_id, camera.camera_id) not in askable
    ]
    if wrong:
        raise Refusal(Problem.VALIDATION, wrong)


def _as_homes_read(row: RequestRow, cameras: tuple[AskedCamera, ...], unit: str) -> list[FootageRequest]:
    """What each household will read. A home refuses what is out of bounds, so it is refused here first."""
    of_household: dict[str, tuple[str, ...]] = {}
    for camera in cameras:
        of_household[camera.household_id] = (*of_household.get(camera.household_id, ()), camera.camera_id)
    try:
        return [read(FootageRequest, to_json(inbox.addressed(row, ids, unit))) for ids in of_household.values()]
    except WireError as err:
        raise Refusal.of_wire(err) from err
