"""What the tests wait for: somebody comes, goes, and every sensor is quiet again."""

from collections.abc import Callable, Sequence
import time

from scripts.live.home_connection import Change
from scripts.live.latency import Rise, rises
from scripts.live.neighbourhood import Neighbourhood

VISIT_LIMIT_S = 100.0


def motion_sensor(place: Neighbourhood, camera: str) -> str:
    return place.household.entity(camera, "binary_sensor", "motion")


def seen(place: Neighbourhood, camera: str) -> list[Rise]:
    return rises(place.home.changes, motion_sensor(place, camera))


def wait_for_rise(place: Neighbourhood, camera: str, *, since: float) -> Rise:
    """A motion that began after `since`, as soon as it is noticed."""
    return _wait_for(place, [camera], lambda rise: rise.on_at >= since)


def wait_for_visit(place: Neighbourhood, camera: str, *, since: float) -> Rise:
    """A whole motion, from on to off, that began after `since`."""
    return _wait_for(place, [camera], lambda rise: rise.on_at >= since and rise.off_at is not None)


def wait_for_any_visit(place: Neighbourhood, *, since: float) -> Rise:
    """The same before whichever camera somebody comes first."""
    cameras = [camera.name for camera in place.demo_cameras]
    return _wait_for(place, cameras, lambda rise: rise.on_at >= since and rise.off_at is not None)


def _wait_for(place: Neighbourhood, cameras: Sequence[str], fits: Callable[[Rise], bool]) -> Rise:
    end = time.monotonic() + VISIT_LIMIT_S
    while time.monotonic() < end:
        for camera in cameras:
            for rise in seen(place, camera):
                if fits(rise):
                    return rise
        time.sleep(0.1)
    raise AssertionError(f"{', '.join(cameras)}: nobody came and went within {VISIT_LIMIT_S:.0f} s")


def wait_for_state(place: Neighbourhood, entity_id: str, state: str, limit_s: float, *, since: float) -> Change:
    """The change of an entity into that state."""
    change = place.home.connection.wait_for(
        lambda change: change.entity_id == entity_id and change.state == state, limit_s, since=since
    )
    assert change is not None, (
        f"{entity_id} did not become {state} within {limit_s} s; it is {place.home.state(entity_id)}"
    )
    return change
