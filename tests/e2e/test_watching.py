"""What the home itself does with three cameras: in time, nobody missed, nobody invented; and what it says of a bad one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
import json
from pathlib import Path
import socketserver
import threading
import time
import zipfile

from motion_watch import motion_sensor, seen, wait_for_state, wait_for_visit
import pytest

from scripts.live.browser import browser, enter_home_assistant, shot
from scripts.live.home_pages import fetch_export, open_newest_clip, watch
from scripts.live.latency import false_rises, middle, visits
from scripts.live.neighbourhood import Neighbourhood
from scripts.live.process import free_port

SENSOR_MEDIAN_S = 1.2
TRANSLATIONS = Path(__file__).parents[2] / "custom_components/mat_than/translations"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", autouse=True)
def ready_at(place: Neighbourhood) -> float:
    """From when on everybody has to be noticed, also while other cameras are tried: the detector has warmed up."""
    return time.time() + 5


class GarbageServer(socketserver.ThreadingTCPServer):
    """Answers every question with something that is no RTSP."""

    class Answer(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request.recv(4096)
            self.request.sendall(b"\x00\xffSSH-2.0-nonsense\r\n\r\n" * 20)

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), self.Answer)
        threading.Thread(target=self.serve_forever, daemon=True).start()


@pytest.mark.parametrize("trouble", ["credentials", "host", "path", "not_a_stream"])
def test_a_camera_that_cannot_be_watched_says_why(place: Neighbourhood, trouble: str) -> None:
    good = place.address(place.demo_cameras[0])
    garbage = GarbageServer()
    bad = {
        "credentials": replace(good, password="wrong", main_url=f"{good.main_url}?other"),
        "host": replace(good, main_url=f"rtsp://127.0.0.1:{free_port()}/live", sub_url=None),
        "path": replace(good, main_url=f"{good.main_url}_nowhere", sub_url=None),
        "not_a_stream": replace(good, main_url=f"rtsp://127.0.0.1:{garbage.server_address[1]}/live", sub_url=None),
    }[trouble]
    try:
        form = place.household.try_camera(bad)
    finally:
        garbage.shutdown()
    assert form["step_id"] == "address"
    assert form["errors"] == {"base": trouble}
    for language in ("vi", "en"):
        texts = json.loads((TRANSLATIONS / f"{language}.json").read_text())
        assert texts["config_subentries"]["camera"]["error"][trouble]


def test_an_h265_camera_is_found_with_a_note_of_what_that_means(place: Neighbourhood) -> None:
    street = place.address(place.demo_cameras[2])
    assert street.sub_url is not None
    form = place.household.try_camera(replace(street, main_url=street.sub_url, sub_url=None))
    assert form["step_id"] == "found"
    assert form["description_placeholders"]["main_codec"] == "H.265"
    assert form["description_placeholders"]["main_size"] == "640×360"
    assert "note_h265" in [field["name"] for field in form["data_schema"]]


def test_everyone_is_noticed_in_time_and_nobody_is_invented(place: Neighbourhood, ready_at: float) -> None:
    time.sleep(max(0.0, ready_at + 90 - time.time()))
    until = time.time() - 3
    found = []
    for camera in place.demo_cameras:
        rises = seen(place, camera.name)
        events = camera.scene.events_between(place.cameras.began, ready_at, until)
        found += visits(camera.name, events, rises, [])
        watched = [rise for rise in rises if rise.on_at >= ready_at]
        assert false_rises(camera.scene, place.cameras.began, watched) == [], camera.name
    assert len(found) >= 3
    assert [visit for visit in found if visit.rise is None] == []
    median = middle(visit.sensor_s for visit in found)
    assert median is not None
    assert median <= SENSOR_MEDIAN_S, [(v.camera, v.what, v.sensor_s) for v in found]


def test_clips_are_in_the_media_browser_and_can_be_fetched(place: Neighbourhood) -> None:
    wait_for_visit(place, "Sân nhà", since=0)  # H.264: the file itself is what is played
    told = place.household.entity("Sân nhà", "event", "happening")
    saved = place.home.connection.wait_for(
        lambda change: change.entity_id == told and change.attributes.get("event_type") == "clip_saved", 30
    )
    assert saved is not None
    media_id = saved.attributes["media_content_id"]
    found = place.home.connection.command("media_source/resolve_media", media_content_id=media_id)
    content = place.home.http.bytes_of("GET", found["url"])
    assert content[4:8] == b"ftyp"
    assert len(content) > 50_000


def test_an_h265_clip_plays_in_the_media_browser_while_its_copy_is_made(place: Neighbourhood, tmp_path: Path) -> None:
    asked: list[str] = []
    with browser("vi-VN") as page:
        page.on("request", lambda request: asked.append(request.headers.get("range", "")))
        enter_home_assistant(page, place.home, "vi")
        length_s = open_newest_clip(page, place.home, "Đường trước nhà")
        viewing = watch(page, length_s, limit_s=30)
        shot(page, tmp_path / "h265.png")
    assert viewing.played_after_s is not None
    assert viewing.whole_after_s is not None
    assert viewing.played_on_elsewhere
    assert len({wanted for wanted in asked if wanted}) > 2  # piece by piece


def test_an_export_is_fetched_with_a_click_on_its_notification(place: Neighbourhood, tmp_path: Path) -> None:
    camera = place.household.entity("Sân nhà", "camera", "camera")
    since = datetime.now(UTC) - timedelta(minutes=10)
    wanted = {"entity_id": camera, "since": since.isoformat(), "title": "Mất xe"}
    place.home.connection.command("call_service", domain="mat_than", service="export", service_data=wanted)
    with browser("vi-VN") as page:
        enter_home_assistant(page, place.home, "vi")
        file = fetch_export(page, place.home, tmp_path / "export.zip")
    with zipfile.ZipFile(file) as export:
        assert export.testzip() is None
        assert any(name.endswith(".html") for name in export.namelist())
        assert any(name.endswith(".mp4") for name in export.namelist())


def test_a_camera_that_dies_is_noticed_and_comes_back(place: Neighbourhood) -> None:
    connection = place.household.entity("Cổng", "binary_sensor", "connection")
    motion = motion_sensor(place, "Cổng")
    pulled_at = time.time()
    place.cameras.unplug("gate_night")
    place.cameras.unplug("gate_night_sub")
    wait_for_state(place, connection, "off", 25, since=pulled_at)
    wait_for_state(place, motion, "unavailable", 5, since=pulled_at)
    put_back_at = time.time()
    place.cameras.plug("gate_night")
    place.cameras.plug("gate_night_sub")
    wait_for_state(place, connection, "on", 65, since=put_back_at)
    wait_for_state(place, motion, "off", 5, since=put_back_at)
