"""Does the integration load and work on the Home Assistant of this environment? `scripts/smoke-ha VERSION` asks it.

A real process, a real camera through its form, somebody who walks by, a clip, the removal; at last the log: a warning
that names us, or something of ours that will stop working in a later Home Assistant, is a failure.
"""

from importlib.metadata import version
from pathlib import Path
import sys
import tempfile
import time

from .camera_server import CameraServer
from .footage import read_scene
from .home_assistant import HomeAssistant
from .household import CameraAddress, FormError, Household
from .process_tree import children_of, command_line

SCENE, NAME, AHEAD_S = "yard_day", "Sân nhà", 5  # somebody comes thirteen seconds after the start
LIVE_LIMIT_S, MOTION_LIMIT_S, GONE_LIMIT_S = 30.0, 110.0, 20.0
# Home Assistant says of every custom integration that it has not tested it.
USUAL = ("We found a custom integration",)


class SmokeError(Exception):
    """Something did not work."""


class Smoke:
    """One home with one camera."""

    def __init__(self, folder: Path) -> None:
        scene = read_scene(SCENE)
        streams = {"main": f"{scene.main}@{AHEAD_S}", "sub": f"{scene.sub}@{AHEAD_S}"}
        self.cameras = CameraServer(streams, folder / "cameras.log")
        self.home = HomeAssistant(folder / "home")
        self.household = Household(self.home)

    def run(self) -> None:
        """All of it, or SmokeError."""
        self.cameras.start()
        self.home.start()
        say(f"Home Assistant {self.home.http.get('/api/config')['version']} runs")
        self.household.set_up()
        main, sub = (self.cameras.address(name) for name in ("main", "sub"))
        self.household.add_camera(
            CameraAddress(name=NAME, position="yard", main_url=main, sub_url=sub, user="", password="")
        )
        self._wait("connection", "binary_sensor", "on", LIVE_LIMIT_S)
        say("the camera is live")
        self._wait("motion", "binary_sensor", "on", MOTION_LIMIT_S)
        say("motion is seen")
        self._wait_clip()
        say("its clip is kept")
        self._remove()
        say("the integration is removed; no process and no entity is left")
        self._judge_log()
        say("the log has no warning of ours")

    def _wait(self, key: str, domain: str, state: str, limit_s: float) -> None:
        entity = self.household.wait_entity(NAME, domain, key)
        change = self.home.connection.wait_for(lambda one: one.entity_id == entity and one.state == state, limit_s)
        if change is None:
            raise SmokeError(f"{entity} is not {state} but {self.home.state(entity)} after {limit_s:.0f} s")

    def _wait_clip(self) -> None:
        told = self.household.wait_entity(NAME, "event", "happening")
        saved = self.home.connection.wait_for(
            lambda one: one.entity_id == told and one.attributes.get("event_type") == "clip_saved", MOTION_LIMIT_S
        )
        if saved is None:
            raise SmokeError("no clip was kept")
        media_id = saved.attributes["media_content_id"]
        found = self.home.connection.command("media_source/resolve_media", media_content_id=media_id)
        if self.home.http.bytes_of("GET", found["url"])[4:8] != b"ftyp":
            raise SmokeError("the clip is no film")

    def _remove(self) -> None:
        self.household.remove()
        end = time.monotonic() + GONE_LIMIT_S
        while (left := [*self.home.entities(), *self._engines()]) and time.monotonic() < end:
            time.sleep(0.2)
        if left or self.home.repairs():
            raise SmokeError(f"left behind: {left or self.home.repairs()}")

    def _engines(self) -> list[int]:
        return [pid for pid in children_of(self.home.pid) if "mat_than_engine" in command_line(pid)]

    def _judge_log(self) -> None:
        ours = [line for line in self.home.complaints() if "mat_than" in line and not any(say in line for say in USUAL)]
        if ours:
            raise SmokeError("the log: " + "\n".join(ours))

    def stop(self) -> None:
        """End it."""
        self.home.stop()
        self.cameras.stop()


def say(text: str) -> None:
    """One line of progress."""
    print(f"smoke: {text}", flush=True)


def main() -> int:
    """The exit code: 0 when all of it worked."""
    say(f"Python {sys.version.split()[0]}, homeassistant {version('homeassistant')}")
    with tempfile.TemporaryDirectory(prefix="mat-than-smoke-") as folder:
        smoke = Smoke(Path(folder))
        try:
            smoke.run()
        except (SmokeError, FormError) as err:
            say(f"FAILED: {err}")
            return 1
        finally:
            smoke.stop()
    say("all of it works")
    return 0


if __name__ == "__main__":
    sys.exit(main())
