"""A new user's whole way, in Chromium and in Vietnamese: from an empty Home Assistant to the integration's removal.

`scripts/walkthrough` runs it in a phone's and a desk's window; the pictures of each step go to `--screens`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
import functools
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
import shutil
import tempfile
import threading
import time
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from asked_footage import approved_request, wait_given
from motion_watch import VISIT_LIMIT_S, wait_for_visit
from phone import Phone
import pytest

from scripts.live.browser import browser, enter_home_assistant
from scripts.live.front_end import FrontEnd
from scripts.live.neighbourhood import Neighbourhood
from scripts.live.newcomer import Newcomer
from scripts.live.process_tree import children_of, command_line

BLUEPRINTS = Path(__file__).parents[2] / "blueprints/automation/mat_than"
WINDOWS = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1280, "height": 900}}
MAKER, MAKER_PATH = "Hikvision", "Streaming/Channels/10"  # 1 is the main stream, 2 the smaller one
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")

pytestmark = pytest.mark.slow


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    metafunc.parametrize("window", metafunc.config.getoption("--windows"))


class Shelf(SimpleHTTPRequestHandler):
    """The blueprints at an address of this machine, in the place of GitHub's."""

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def blueprint_address(name: str) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Shelf, directory=str(BLUEPRINTS)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield quote(f"http://127.0.0.1:{server.server_address[1]}/{name}.yaml", safe="")
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def ward() -> Iterator[tuple[Neighbourhood, Path]]:
    """Three cameras, one of them at a maker's address; a hub; an empty Home Assistant; a folder for its clips."""
    folder = Path(tempfile.mkdtemp(prefix="nha-"))
    place = Neighbourhood(folder / "ward", print)
    gate = place.demo_cameras[1].scene
    place.cameras.streams |= {f"{MAKER_PATH}1": gate.main, f"{MAKER_PATH}2": gate.sub}
    (folder / "video").mkdir()
    try:
        with place:
            place.start()
            yield place, folder / "video"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def test_from_nothing_to_a_shared_camera_and_back_to_nothing(window: str, request: pytest.FixtureRequest) -> None:
    screens = request.config.getoption("--screens") / window
    shutil.rmtree(screens, ignore_errors=True)
    with ward() as (place, storage), browser("vi-VN", **WINDOWS[window]) as page:
        enter_home_assistant(page, place.home, "vi")
        owner, phone = Newcomer(FrontEnd(page, place.home, screens)), Phone("Điện thoại của Lan")
        phone.register(place.home)
        try:
            set_up(place, owner, storage)
            look_around(place, owner)
            with blueprint_address("night_motion") as address:
                owner.automate_the_night(address, phone.name, ["Cổng", "Sân nhà", "Đường trước nhà"])
            share(place, owner)
            answer(place, owner)
            assert phone.wait("Có chuyển động", 0, limit_s=VISIT_LIMIT_S)["data"]["image"]
            withdraw(place, owner)
            remove(place, owner, storage)
        except BaseException:
            print(owner.front_end.tell())
            owner.front_end.look("failed")
            raise
        finally:
            phone.close()


def set_up(place: Neighbourhood, owner: Newcomer, storage: Path) -> None:
    """Three cameras, one of them by its maker after a search in vain and a wrong password."""
    yard, gate, street = place.demo_cameras
    owner.begin(storage)
    owner.search_in_vain()
    owner.add_by_maker(MAKER, f"127.0.0.1:{place.cameras.port}", place.address(gate))
    owner.open_settings()
    owner.add_by_address(place.address(yard), "Sân")
    owner.add_by_address(place.address(street), "Đường phố")
    owner.front_end.look("integration")
    (entry,) = place.home.connection.command("config_entries/get", domain="mat_than")
    place.household.entry_id = entry["entry_id"]
    names = {camera["title"] for camera in place.household.subentries("camera")}
    assert names == {camera.name for camera in place.demo_cameras}


def look_around(place: Neighbourhood, owner: Newcomer) -> None:
    """The panel, and a zone drawn in it."""
    gate = camera_id(place, "Cổng")
    owner.go("today", "mt-camera-card")
    owner.front_end.look("today")
    owner.draw_zone(gate)
    (zone,) = place.home.connection.command("mat_than/panel/zones", camera_id=gate)["watch"]["zones"]
    assert zone["mode"] == "include"
    assert zone["polygon"][0] == pytest.approx([0.08, 0.15], abs=0.02)


def share(place: Neighbourhood, owner: Newcomer) -> None:
    """One camera of the three, with the ward's hub."""
    owner.open_settings()
    digits = owner.join(place.hub.invite("Nhà bà Lan"))
    place.hub.confirm_waiting(digits)
    owner.front_end.done("Đã tham gia.")
    owner.share("Sân nhà", "Nhà văn hoá tổ 5")
    owner.front_end.look("shared")
    (consent,) = place.hub.http.get("/api/consents")
    assert (consent["state"], set(consent["kinds"])) == ("live", {"events", "stills", "clips"})


def answer(place: Neighbourhood, owner: Newcomer) -> None:
    """Officers ask; they get what the owner cut out, and nothing before it."""
    yard = camera_id(place, "Sân nhà")
    wait_for_visit(place, "Sân nhà", since=0)
    clip = newest_clip(place, yard)
    filmed_on = datetime.fromtimestamp(clip["start"] / 1000, ZONE).date()  # perhaps on the day before
    owner.go(f"timeline/{yard}/{filmed_on.isoformat()}", "button.row")
    owner.front_end.look("timeline")
    asked = approved_request(place.hub, "Sân nhà", clip)
    begin = clip["start"] // 1000 + 2
    owner.answer(datetime.fromtimestamp(begin, ZONE).strftime("%H:%M:%S"))
    (given,) = wait_given(place.hub, asked["id"], 1)
    assert abs(datetime.fromisoformat(given["started_at"]).timestamp() - begin) < 1


def withdraw(place: Neighbourhood, owner: Newcomer) -> None:
    """What the hub had of the camera is gone from it."""
    owner.withdraw("Sân nhà")
    end = time.monotonic() + 30
    while (held := place.hub.events()) and time.monotonic() < end:
        time.sleep(0.2)
    assert held == []


def remove(place: Neighbourhood, owner: Newcomer, storage: Path) -> None:
    """Nothing of it is left but the clips, which are the owner's."""
    owner.remove()
    end = time.monotonic() + 40
    while (left := remains(place)) and time.monotonic() < end:
        time.sleep(0.2)
    assert left == []
    assert list(storage.glob("clips/**/*.mp4"))
    ours = [line for line in place.home.complaints() if "mat_than" in line and "homeassistant.loader" not in line]
    assert ours == []


def remains(place: Neighbourhood) -> list[object]:
    """Entities, processes, and consents that the hub does not know to be withdrawn."""
    standing = [one["id"] for one in place.hub.http.get("/api/consents") if one["state"] != "withdrawn"]
    return [*place.home.entities(), *engines(place), *standing]


def engines(place: Neighbourhood) -> list[int]:
    return [pid for pid in children_of(place.home.pid) if "mat_than_engine" in command_line(pid)]


def camera_id(place: Neighbourhood, name: str) -> str:
    return next(str(one["subentry_id"]) for one in place.household.subentries("camera") if one["title"] == name)


def newest_clip(place: Neighbourhood, camera: str) -> dict[str, Any]:
    """As the panel's timeline has it; a clip ends some seconds after its motion, perhaps on the day before."""
    end = time.monotonic() + 40
    while time.monotonic() < end:
        today = datetime.now(ZONE).date()
        for day in (today, today - timedelta(days=1)):
            told = place.home.connection.command("mat_than/panel/day", camera_id=camera, day=day.isoformat())
            if told["clips"]:
                newest: dict[str, Any] = told["clips"][-1]
                return newest
        time.sleep(0.5)
    raise AssertionError("the camera has no clip")
