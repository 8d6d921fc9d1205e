"""What must hold whatever happens: the engine may die, the integration may be removed, the log stays clean."""

import os
import signal
import time

from motion_watch import motion_sensor, wait_for_state
import pytest

from scripts.live.neighbourhood import Neighbourhood
from scripts.live.process_tree import children_of, command_line

ENGINE_BACK_S = 5.0

pytestmark = pytest.mark.slow


def engines(place: Neighbourhood) -> list[int]:
    return [pid for pid in children_of(place.home.pid) if "mat_than_engine" in command_line(pid)]


def test_a_killed_engine_is_back_in_time_while_home_assistant_serves(place: Neighbourhood) -> None:
    (engine,) = engines(place)
    motion = motion_sensor(place, "Sân nhà")
    killed_at = time.time()
    os.kill(engine, signal.SIGKILL)
    wait_for_state(place, motion, "unavailable", 3, since=killed_at)
    assert place.home.http.get("/api/config")["state"] == "RUNNING"
    while not engines(place) and time.time() - killed_at < ENGINE_BACK_S:
        time.sleep(0.05)
    assert engines(place) not in ([], [engine])
    assert time.time() - killed_at <= ENGINE_BACK_S
    back = place.home.connection.wait_for(
        lambda change: change.entity_id == motion and change.state in ("on", "off"), 20, since=killed_at + 0.2
    )
    assert back is not None


def test_the_repairs_are_empty_and_the_log_has_no_warning_of_ours(place: Neighbourhood) -> None:
    assert place.home.repairs() == []
    ours = [line for line in place.home.complaints() if "mat_than" in line and "homeassistant.loader" not in line]
    # The one warning that belongs here: the engine was killed by the test before.
    assert [line for line in ours if "engine" not in line.lower()] == []
    secret = place.cameras.password
    assert secret not in place.home.log.read_text()


def test_removal_leaves_no_process_and_no_entity(place: Neighbourhood) -> None:
    assert engines(place)
    place.household.remove()
    deadline = time.monotonic() + 15
    while (engines(place) or place.home.entities()) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert engines(place) == []
    assert place.home.entities() == []
    assert [s for s in place.home.http.get("/api/states") if "mat_than" in str(s["attributes"])] == []
    assert place.home.repairs() == []
