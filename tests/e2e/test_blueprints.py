"""The blueprints in a real Home Assistant, with a real camera, real clips, and a phone that takes and answers messages.

One Home Assistant runs all of them; what moves is told to it as the motion sensor's state, because a test cannot wait
for somebody to walk past.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
import time
from typing import Any

from phone import Message, Phone
import pytest

from scripts.live.camera_server import CameraServer
from scripts.live.footage import read_scene
from scripts.live.home_assistant import HomeAssistant
from scripts.live.household import CameraAddress, Household
from scripts.live.http_client import HttpClient

BLUEPRINTS = Path(__file__).parents[2] / "blueprints/automation/mat_than"
MUTE_S = 6.0
NO_HUB = "Choose the hub"

pytestmark = pytest.mark.slow


@dataclass
class House:
    """Home Assistant with one camera and one phone."""

    home: HomeAssistant
    household: Household
    phone: Phone
    device_id: str = ""

    def register_phone(self) -> None:
        """As the app does when it is installed."""
        self.device_id = self.phone.register(self.home)

    def import_blueprint(self, name: str) -> None:
        """As the dialog does when it has fetched the file."""
        text = (BLUEPRINTS / f"{name}.yaml").read_text()
        path = f"mat_than/{name}"
        self.home.connection.command("blueprint/save", domain="automation", path=path, yaml=text)

    def automate(self, blueprint: str, alias: str, **chosen: object) -> None:
        """Make an automation of a blueprint."""
        used = {"path": f"mat_than/{blueprint}.yaml", "input": {"notify_device": self.device_id, **chosen}}
        self.home.http.post(f"/api/config/automation/config/{alias}", {"alias": alias, "use_blueprint": used})
        running = self.home.connection.wait_for(
            lambda change: change.entity_id == f"automation.{alias}" and change.state == "on", 10
        )
        assert running is not None

    def set_state(self, entity_id: str, state: str, **attributes: object) -> None:
        self.home.http.post(f"/api/states/{entity_id}", {"state": state, "attributes": attributes})

    def move(self) -> None:
        """Something begins to move in front of the camera."""
        motion = self.household.entity("Cổng", "binary_sensor", "motion")
        for state in ("off", "on"):
            self.set_state(motion, state, device_class="motion")

    def answer(self, action: str) -> None:
        """A button of a message is tapped."""
        self.home.http.post("/api/events/mobile_app_notification_action", {"action": action})

    def told_that_there_is_no_hub(self) -> list[str]:
        """The lines of the log that say that a clip was to be sent and has nowhere to go."""
        return [line for line in self.home.complaints() if NO_HUB in line]

    def call(self, action: str, **data: object) -> Any:
        """An action of ours with its answer."""
        return self.home.http.post(f"/api/services/mat_than/{action}?return_response", data)["service_response"]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("blueprints")
    yard = read_scene("yard_day")
    cameras = CameraServer({"yard": yard.sub}, folder / "cameras.log")
    phone = Phone()
    home = HomeAssistant(folder / "home")
    house = House(home, Household(home), phone)
    try:
        cameras.start()
        home.start()
        house.household.set_up()
        url = cameras.address("yard", with_credentials=False)
        address = CameraAddress(name="Cổng", position="gate", main_url=url, sub_url=None, user="", password="")
        house.household.add_camera(address, detect=False)  # what moves is told by the test alone
        house.register_phone()
        connection = house.household.wait_entity("Cổng", "binary_sensor", "connection")
        assert home.connection.wait_for(lambda change: change.entity_id == connection and change.state == "on", 20)
        yield house
    finally:
        home.stop()
        cameras.stop()
        phone.close()


def buttons(message: Message) -> dict[str, str]:
    return {button["title"]: button["action"] for button in message["data"]["actions"]}


def test_motion_at_night_is_told_with_picture_and_clip_and_is_answered(house: House) -> None:
    motion = house.household.entity("Cổng", "binary_sensor", "motion")
    house.import_blueprint("night_motion")
    whole_day = {"night_begins": "00:00:00", "night_ends": "23:59:59"}
    usual = {"motion": [motion], "pause_min": 0.1, "mute_min": MUTE_S / 60}
    house.set_state("person.lan", "home")
    house.set_state("sun.sun", "above_horizon")
    house.automate("night_motion", "hours", message="trong giờ", ward=True, **usual, **whole_day)
    house.automate("night_motion", "dark", message="trời tối", when="dark", **usual)
    house.automate("night_motion", "away", message="vắng nhà", when="always", people=["person.lan"], **usual)

    # By day, with somebody at home: only the one that asks for neither speaks; with the picture and three buttons.
    house.move()
    first = house.phone.wait("trong giờ", 0)
    assert [said["message"] for said in house.phone.messages] == ["trong giờ"]
    assert first["title"] == "Cổng"
    picture = house.household.entity("Cổng", "image", "last_motion_image")
    assert first["data"]["image"] == f"/api/image_proxy/{picture}"
    assert list(buttons(first)) == ["Giữ lại", "Gửi phường", "Tắt tiếng 1 giờ"]

    # The clip follows in the same message's place, and its link opens without logging in. Asked for before it is
    # there, it is kept as soon as it is.
    house.answer(buttons(first)["Giữ lại"])
    house.home.http.post("/api/services/mat_than/record", {"entity_id": motion, "duration": 2})
    second = house.phone.wait("trong giờ", 1, 15)
    assert second["data"]["tag"] == first["data"]["tag"]
    assert HttpClient(house.home.url).bytes_of("GET", second["data"]["video"])[4:8] == b"ftyp"
    end = time.monotonic() + 5
    while not (clips := house.call("list_clips", entity_id=motion)["clips"])[0]["protected"]:
        assert time.monotonic() < end
        time.sleep(0.1)
    assert clips[0]["protected"]["reason"] == "trong giờ"

    # It is offered to the ward; this home has joined none, and says so.
    house.answer(buttons(second)["Gửi phường"])
    end = time.monotonic() + 5
    while not house.told_that_there_is_no_hub():
        assert time.monotonic() < end
        time.sleep(0.1)

    # Quiet for as long as it was asked for, also when it is asked for later; then it speaks again.
    house.answer(buttons(second)["Tắt tiếng 1 giờ"])
    muted_at = time.monotonic()
    time.sleep(0.5)
    seen = len(house.phone.messages)
    house.set_state("person.lan", "not_home")
    house.set_state("sun.sun", "below_horizon")
    house.move()
    house.phone.wait("trời tối", seen)
    house.phone.wait("vắng nhà", seen)
    assert "trong giờ" not in [said["message"] for said in house.phone.messages[seen:]]
    time.sleep(max(0.0, muted_at + MUTE_S + 0.5 - time.monotonic()))
    house.move()
    house.phone.wait("trong giờ", seen)


def test_a_camera_that_is_down_is_told_with_its_cause_and_again_when_it_is_back(house: House) -> None:
    connection = house.household.wait_entity("Cổng", "binary_sensor", "connection")
    house.import_blueprint("camera_down")
    house.automate("camera_down", "down", connection=[connection], patience={"seconds": 0})
    seen = len(house.phone.messages)
    house.set_state(connection, "off", device_class="connectivity", cause="host")
    down = house.phone.wait("✖", seen)
    assert down["title"] == "Cổng"
    assert down["message"] != "✖"
    house.set_state(connection, "on", device_class="connectivity", cause="none")
    house.phone.wait("✔", seen)


def test_tampering_is_told_and_recorded(house: House) -> None:
    tampering = house.household.entity("Cổng", "binary_sensor", "tamper")
    house.import_blueprint("tampering")
    house.automate("tampering", "tampered", tampering=[tampering], record_s=5)
    before = len(house.call("list_clips", entity_id=tampering)["clips"])
    seen = len(house.phone.messages)
    house.set_state(tampering, "off", device_class="tamper", what="none")
    house.set_state(tampering, "on", device_class="tamper", what="covered")
    assert house.phone.wait("", seen)["title"] == "Cổng"
    end = time.monotonic() + 20
    while len(house.call("list_clips", entity_id=tampering)["clips"]) == before:
        assert time.monotonic() < end
        time.sleep(0.2)


def test_the_day_is_told_in_one_message(house: House) -> None:
    motion = house.household.entity("Cổng", "binary_sensor", "motion")
    house.import_blueprint("daily_digest")
    house.automate("daily_digest", "digest", cameras=[motion])
    seen = len(house.phone.messages)
    house.home.http.post("/api/services/automation/trigger", {"entity_id": "automation.digest"})
    said = house.phone.wait("Cổng:", seen)
    assert said["title"] == "Mắt Thần: 24 giờ qua"
    assert said["message"].startswith("Cổng: 0 lần")


def test_nothing_went_wrong_in_an_automation(house: House) -> None:
    lines = [line for line in house.home.complaints() if "automation" in line or "script" in line]
    assert [line for line in lines if NO_HUB not in line] == []
