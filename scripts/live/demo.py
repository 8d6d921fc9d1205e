"""The demo: `scripts/demo` runs it and stays; `scripts/demo --once` runs it to the first played clip and ends."""

import argparse
from collections.abc import Sequence
import contextlib
from itertools import chain
from pathlib import Path
import shutil
import signal
import sys
import time

from .footage import Scene
from .home_pages import make_dashboard, picture_home, wait_for_pictures
from .hub_pages import picture_hub, play_clip
from .latency import Rise, Visit, false_rises, middle, rises, visits
from .neighbourhood import Neighbourhood

ROOT = Path(__file__).parents[2]
WATCH_S = 95.0  # one round of the longest clip
CLIP_LIMIT_S = 60.0
PRE_ROLL_S = 6.0  # of a camera as the form sets it up, and a little: what a clip holds must lie within the consent
BEGAN = time.monotonic()


def say(text: str) -> None:
    """One line of progress, with the seconds since the start."""
    print(f"[{time.monotonic() - BEGAN:6.1f} s] {text}", flush=True)


class DemoError(Exception):
    """The demo did not show what it is there to show."""


class Demo:
    """One run."""

    def __init__(self, place: Neighbourhood, shots: Path) -> None:
        self.place = place
        self.shots = shots
        self.sensors: dict[str, str] = {}
        self.watched_from = 0.0

    def prepare(self) -> None:
        """Start everything and join it."""
        self.place.start()
        self.place.add_cameras()
        self.place.join()
        names = [camera.name for camera in self.place.demo_cameras]
        self.sensors = {name: self.place.household.entity(name, "binary_sensor", "motion") for name in names}
        make_dashboard(self.place.household, names)
        self.watched_from = time.time() + PRE_ROLL_S

    def tell_addresses(self) -> None:
        """Where to look, and with which login."""
        home, hub = self.place.home, self.place.hub
        print(f"\n  Home Assistant  {home.url}/mat-than-demo   user {home.user}   password {home.password}")
        print(f"  Hub             {hub.url}   user {hub.user}   password {hub.password}")
        print(f"  Logs            {self.place.folder}\n", flush=True)

    def seen(self, name: str) -> list[Rise]:
        """When that camera's sensor was on."""
        return rises(self.place.home.changes, self.sensors[name])

    def visits(self, until: float) -> list[Visit]:
        """Every labelled event that began since the watch began."""
        on_hub = self.place.hub.events()
        found: list[Visit] = []
        for camera in self.place.demo_cameras:
            events = camera.scene.events_between(self.place.cameras.began, self.watched_from, until)
            found += visits(camera.name, events, self.seen(camera.name), on_hub)
        return sorted(found, key=lambda visit: visit.visible_at)

    def watch(self, seconds: float) -> None:
        """Tell each motion and each clip as it comes."""
        told: set[str] = set()
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.tell_news(told)
            time.sleep(0.5)

    def tell_news(self, told: set[str]) -> None:
        """What came since the last time."""
        for name in self.sensors:
            for rise in self.seen(name):
                if rise.on_at >= self.watched_from and rise.event_id not in told:
                    told.add(rise.event_id)
                    say(f"{name}: motion")
        for event in self.place.hub.events():
            clip = event["clip"]
            for key, text in ((f"hub {event['id']}", "on the hub"), (f"clip {event['id']}", "its clip is on the hub")):
                ready = key.startswith("hub") or (clip is not None and clip["state"] == "stored")
                if ready and key not in told:
                    told.add(key)
                    say(f"{event['camera']['name']}: {text}")

    def wait_for_clips(self, until: float) -> list[Visit]:
        """The visits, once every one that was noticed has its clip on the hub (or the patience is over)."""
        end = time.monotonic() + CLIP_LIMIT_S
        while True:
            found = self.visits(until)
            if all(v.rise is None or v.hub_clip_at is not None for v in found) or time.monotonic() > end:
                return found
            time.sleep(0.5)

    def play(self, found: Sequence[Visit]) -> None:
        """A clip of a real person plays in a real browser."""
        shown = next((visit for visit in found if visit.hub_clip_at is not None and visit.rise is not None), None)
        if shown is None or shown.rise is None:
            raise DemoError("no clip came to the hub")
        say(f"playing the clip of {shown.camera} ({shown.what}) on the hub's console")
        if not play_clip(self.place.hub, shown.rise.event_id, self.shots):
            raise DemoError("the clip does not play in the console")
        play_clip(self.place.hub, shown.rise.event_id, self.shots, "en")

    def judge(self, found: Sequence[Visit]) -> None:
        """Print the times; DemoError when somebody was missed or nobody was there."""
        for visit in found:
            times = (_text(visit.sensor_s), _text(visit.hub_s), _text(visit.clip_s))
            say(
                "{}, {}: sensor {}, then hub {}; clip {} after the motion's end".format(
                    visit.camera, visit.what, *times
                )
            )
        medians = [_text(middle(values)) for values in _columns(found)]
        say("median of {}: sensor {}, then hub {}; clip {} after the motion's end".format(len(found), *medians))
        missed = [visit for visit in found if visit.rise is None]
        wrong = [f"{name} at {rise.on_at:.1f}" for name, scene in self._scenes() for rise in self._false(name, scene)]
        if missed or wrong:
            raise DemoError(f"missed: {[(v.camera, v.what) for v in missed]}; motion of nobody: {wrong}")
        if repairs := self.place.home.repairs():
            raise DemoError(f"repairs: {[issue['issue_id'] for issue in repairs]}")

    def _scenes(self) -> list[tuple[str, Scene]]:
        return [(camera.name, camera.scene) for camera in self.place.demo_cameras]

    def _false(self, name: str, scene: Scene) -> list[Rise]:
        seen = [rise for rise in self.seen(name) if rise.on_at >= self.watched_from]
        return false_rises(scene, self.place.cameras.began, seen)


def _columns(found: Sequence[Visit]) -> tuple[list[float | None], ...]:
    return [v.sensor_s for v in found], [v.hub_s for v in found], [v.clip_s for v in found]


def _text(seconds: float | None) -> str:
    return "-" if seconds is None else f"{seconds:.2f} s"


def run_once(demo: Demo) -> None:
    """Watch one round, then prove it."""
    say(f"watching three cameras for {WATCH_S:.0f} s")
    demo.watch(WATCH_S)
    until = time.time() - 2  # whoever comes in the last two seconds is the next run's
    found = demo.wait_for_clips(until)
    demo.play(found)
    wait_for_pictures(demo.place.household, [camera.name for camera in demo.place.demo_cameras])
    for picture in chain(picture_home(demo.place.home, demo.shots), picture_hub(demo.place.hub, demo.shots)):
        say(f"picture: {picture}")
    demo.judge(found)


def run_on(demo: Demo) -> None:
    """Until Ctrl-C."""
    say("running; Ctrl-C ends everything")
    told: set[str] = set()
    while True:
        demo.tell_news(told)
        time.sleep(1)


def main() -> int:
    """The command line; the exit code."""
    parser = argparse.ArgumentParser(prog="scripts/demo", description="The whole of Mắt Thần on this machine.")
    parser.add_argument("--once", action="store_true", help="without a window: to a played clip, then end")
    parser.add_argument("--folder", type=Path, default=ROOT / ".demo", help="data and logs, made anew (.demo)")
    parser.add_argument("--shots", type=Path, default=ROOT / "out/demo", help="pictures of --once (out/demo)")
    parser.add_argument("--home-port", type=int, default=0, help="Home Assistant's port (any free one)")
    parser.add_argument("--hub-port", type=int, default=0, help="the hub's port (any free one)")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    shutil.rmtree(options.folder, ignore_errors=True)
    folder = options.folder.absolute()
    with Neighbourhood(folder, say, hub_port=options.hub_port, home_port=options.home_port) as place:
        try:
            demo = Demo(place, options.shots.absolute())
            demo.prepare()
            demo.tell_addresses()
            (run_once if options.once else run_on)(demo)
        except KeyboardInterrupt:
            say("ending")
            return 130 if options.once else 0
        except Exception as err:  # noqa: BLE001 - the top of the demo: the reason and the logs' place, then exit code 1
            say(f"failed: {err}")
            say(f"logs: {folder}")
            return 1
        finally:
            with contextlib.suppress(KeyboardInterrupt):
                place.stop()
    say("done" if options.once else "ended")
    return 0


if __name__ == "__main__":
    sys.exit(main())
