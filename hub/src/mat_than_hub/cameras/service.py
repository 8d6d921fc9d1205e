"""What households say of their cameras, and whether these are alive."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from ..changes.service import ChangeKind, record
from ..errors import Refusal
from ..folding import fold
from ..protocol.consent import CameraCard
from ..protocol.footage import CameraHealth
from ..protocol.limits import check_text
from ..protocol.problems import Problem
from ..wire import WireError
from .models import Camera

MOST_CAMERAS = 500  # of one household
HEARTBEAT_SILENCE = timedelta(minutes=3)  # a home that missed three heartbeats: nobody knows of its cameras


async def put(session: AsyncSession, household_id: str, camera_id: str, card: CameraCard, now: datetime) -> bool:
    """Keep the card; True when the camera is new."""
    try:
        check_text(camera_id, "/camera_id", 64)
    except WireError as err:
        raise Refusal.of_wire(err) from err
    if ":" in camera_id:
        raise Refusal(Problem.VALIDATION, [("/camera_id", "has a colon, which separates the parts of a source")])
    camera = await session.get(Camera, (household_id, camera_id))
    new = camera is None
    if camera is None:
        if len(await of_household(session, household_id)) >= MOST_CAMERAS:
            raise Refusal(Problem.QUOTA, retry_after_s=3600)
        camera = Camera(household_id=household_id, id=camera_id)
        session.add(camera)
    camera.name, camera.folded, camera.position = card.name, fold(card.name), card.position.value
    camera.latitude, camera.longitude = card.latitude, card.longitude
    camera.changed_at = now
    record(session, ChangeKind.CAMERA, household_id, camera_id, now)
    return new


async def of_household(session: AsyncSession, household_id: str) -> Sequence[Camera]:
    """A household's cameras."""
    return (await session.scalars(select(Camera).where(Camera.household_id == household_id))).all()


async def everything(session: AsyncSession) -> Sequence[Camera]:
    """All cameras."""
    return (await session.scalars(select(Camera).order_by(Camera.household_id, Camera.name))).all()


async def counts(session: AsyncSession) -> dict[str, int]:
    """How many cameras each household has described."""
    rows = await session.execute(select(Camera.household_id, func.count()).group_by(Camera.household_id))
    return dict(rows.all())


async def note_health(
    session: AsyncSession, household_id: str, healths: Iterable[CameraHealth], shared: set[str], now: datetime
) -> None:
    """Keep the state of the cameras in `shared`; the hub does not want to know about others."""
    for health in healths:
        camera = await session.get(Camera, (household_id, health.camera_id))
        if camera is None or camera.id not in shared:
            continue
        if (camera.live, camera.live_since) != (health.live, health.since):
            camera.live, camera.live_since = health.live, health.since
            record(session, ChangeKind.CAMERA, household_id, camera.id, now)


def is_live(camera: Camera, last_heartbeat_at: datetime | None, now: datetime) -> bool | None:
    """Whether it is alive; None when its home is silent or has said nothing of it."""
    if last_heartbeat_at is None or now - last_heartbeat_at > HEARTBEAT_SILENCE:
        return None
    return camera.live
