"""Three real cameras, one home, one hub: started together, joined as people join them, ended together."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
import secrets
import time
from typing import Self

from .camera_server import CameraServer
from .footage import Scene, read_scene
from .home_assistant import HomeAssistant
from .household import CameraAddress, Household
from .hub import Hub
from .wiretap import Wiretap


@dataclass(frozen=True, slots=True)
class DemoCamera:
    """A camera of the demo: its clip, and what its owner calls it."""

    scene: Scene
    name: str
    position: str


def demo_cameras() -> list[DemoCamera]:
    """A yard by day, a gate by night, a street in H.265."""
    return [
        DemoCamera(read_scene("yard_day"), "Sân nhà", "yard"),
        DemoCamera(read_scene("gate_night"), "Cổng", "gate"),
        DemoCamera(read_scene("street_h265"), "Đường trước nhà", "street"),
    ]


type Progress = Callable[[str], None]


class Neighbourhood:
    """Everything, in one folder. Use as a context: leaving it ends what was started."""

    def __init__(
        self, folder: Path, progress: Progress, *, hub_port: int = 0, home_port: int = 0, wiretap: Wiretap | None = None
    ) -> None:
        self.folder = folder
        self.demo_cameras = demo_cameras()
        streams = {}
        for camera in self.demo_cameras:
            streams[camera.scene.name] = camera.scene.main
            streams[f"{camera.scene.name}_sub"] = camera.scene.sub
        password = secrets.token_urlsafe(9)
        self.cameras = CameraServer(streams, folder / "cameras.log", user="viewer", password=password)
        self.wiretap = wiretap
        self.hub = Hub(folder / "hub", port=hub_port, public_port=wiretap.port if wiretap else 0)
        self.home = HomeAssistant(folder / "home", port=home_port)
        self.household = Household(self.home)
        self._progress = progress

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Cameras, hub and Home Assistant, which takes longest and so begins first; none of them knows another yet."""
        self.home.begin()
        self._timed("cameras", self.cameras.start)
        self._timed("hub", self.hub.start)
        if self.wiretap is not None:
            self.wiretap.start(self.hub.port)
        self._timed("Home Assistant", self.home.start)

    def add_cameras(self) -> None:
        """The place, then each camera through its form with the live test."""
        self._timed("integration", self.household.set_up)
        for camera in self.demo_cameras:
            self._timed(f"camera {camera.name}", partial(self.household.add_camera, self.address(camera)))

    def address(self, camera: DemoCamera) -> CameraAddress:
        """What the owner types for a camera."""
        return CameraAddress(
            name=camera.name,
            position=camera.position,
            main_url=self.cameras.address(camera.scene.name, with_credentials=False),
            sub_url=self.cameras.address(f"{camera.scene.name}_sub", with_credentials=False),
            user=self.cameras.user,
            password=self.cameras.password,
        )

    def join(self) -> None:
        """The home joins the hub by invitation, and its owner gives a consent for each camera."""
        self._timed("invitation to the hub", lambda: self.household.join_hub(self.hub))
        for camera in self.demo_cameras:
            self._timed(f"consent for {camera.name}", partial(self.household.give_consent, camera.name))

    def _timed(self, what: str, action: Callable[[], None]) -> None:
        began = time.monotonic()
        action()
        self._progress(f"{what}: {time.monotonic() - began:.1f} s")

    def stop(self) -> None:
        """Home first, so that nothing looks for what is gone."""
        self.home.stop()
        self.hub.stop()
        if self.wiretap is not None:
            self.wiretap.stop()
        self.cameras.stop()
