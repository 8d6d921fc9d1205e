"""How fast the panel opens, and how busy it keeps the browser: real Home Assistant, real cameras, Chromium.

    PYTHONPATH=.:custom_components/mat_than/lib .venv/bin/python -m benchmarks.panel [--rounds 5] [--slow 4]

Opening is a link followed in a Home Assistant that is open on another page, until Today shows every camera:
cold in a fresh browser profile that never read the panel's files, warm when it is opened again, each as a median of the
rounds. Then a day of 2,000 events is opened, scrolled through, scrubbed over and zoomed: the longest task of the page's
main thread, in processor time of Chromium's own trace, so that a busy machine does not spoil it. --slow N does all of it
once more with the browser's processor slowed N times, as a cheap phone's is: for information, no goal is set there.
Ends with 1 when a goal is missed. About three minutes.
"""

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time as clock_time, timedelta
from functools import partial
from pathlib import Path
import statistics
import sys
import tempfile
import time
from zoneinfo import ZoneInfo

from playwright.sync_api import Page

from scripts.live.browser import browser, enter_home_assistant, settle
from scripts.live.camera_server import CameraServer
from scripts.live.footage import read_scene
from scripts.live.home_assistant import HomeAssistant
from scripts.live.household import CameraAddress, Household
from scripts.live.panel_deeds import open_panel, scroll, scrub, zoom
from scripts.live.panel_trace import fill_day, longest_task_ms

EVENTS = 2_000
OPENING_GOAL_MS, TASK_GOAL_MS = 1_000.0, 50.0
CAMERAS = 4
CLIP_LIMIT_S = 150.0
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
ELSEWHERE = "profile"  # a page of Home Assistant that asks for little


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Milliseconds; `longest` by what was done."""

    cold: float
    warm: float
    longest: dict[str, float]


class House:
    """A Home Assistant whose cameras have filmed something, one of them 2,000 times yesterday."""

    def __init__(self, folder: Path) -> None:
        scene = read_scene("yard_day")
        streams: dict[str, Path | str] = {}
        for number in range(CAMERAS):
            streams |= {f"main{number}": scene.main, f"sub{number}": scene.sub}
        self.cameras = CameraServer(streams, folder / "cameras.log")
        self.home = HomeAssistant(folder / "home")
        self.household = Household(self.home)
        self.yesterday = (datetime.now(ZONE) - timedelta(days=1)).date()
        self.camera_id = ""

    def set_up(self) -> None:
        """Through the forms; then until the first clip is there."""
        self.cameras.start()
        self.home.start()
        self.household.set_up()
        for number in range(CAMERAS):
            main, sub = (self.cameras.address(f"{kind}{number}") for kind in ("main", "sub"))
            address = CameraAddress(
                name=f"Camera {number + 1}", position="yard", main_url=main, sub_url=sub, user="", password=""
            )
            self.household.add_camera(address, detect=number == 0)
        self.camera_id = str(
            next(one for one in self.household.subentries("camera") if one["title"] == "Camera 1")["subentry_id"]
        )
        self._wait_for_clip()
        midnight = datetime.combine(self.yesterday, clock_time(), ZONE).astimezone(UTC)
        fill_day(self.home.folder / "media/mat_than", self.camera_id, midnight, EVENTS)

    def _wait_for_clip(self) -> None:
        today = datetime.now(ZONE).date().isoformat()
        end = time.monotonic() + CLIP_LIMIT_S
        while time.monotonic() < end:
            told = self.home.connection.command("mat_than/panel/day", camera_id=self.camera_id, day=today)
            if any(clip["still"] for clip in told["clips"]):
                return
            time.sleep(1)
        raise TimeoutError(f"no clip within {CLIP_LIMIT_S:.0f} s")

    def stop(self) -> None:
        """End what was started."""
        self.home.stop()
        self.cameras.stop()


@contextmanager
def visitor(house: House, slow: float) -> Iterator[Page]:
    """A fresh browser in which Home Assistant is open on another page and at rest."""
    with browser("vi", width=1280, height=800) as page:
        enter_home_assistant(page, house.home, "vi")
        page.goto(f"{house.home.url}/{ELSEWHERE}", wait_until="domcontentloaded")
        settle(page)
        if slow > 1:
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slow})
        yield page


def openings(house: House, rounds: int, slow: float) -> tuple[float, float]:
    """Cold and warm, in milliseconds; each the median of the rounds."""
    cold, warm = [], []
    for _ in range(rounds):
        with visitor(house, slow) as page:
            cold.append(open_panel(page, CAMERAS))
            page.evaluate("() => { history.back(); }")
            page.wait_for_url(f"**/{ELSEWHERE}**")
            settle(page)
            warm.append(open_panel(page, CAMERAS))
    return statistics.median(cold), statistics.median(warm)


def longest_tasks(house: House, slow: float) -> dict[str, float]:
    """What the longest task was, by what was done with the day."""
    day = f"/mat-than/timeline/{house.camera_id}/{house.yesterday.isoformat()}"
    with visitor(house, slow) as page:
        open_panel(page, CAMERAS)

        def opening() -> None:
            page.evaluate(
                "address => { history.pushState(null, '', address); window.dispatchEvent("
                "new CustomEvent('location-changed', {detail: {replace: false}})); }",
                day,
            )
            page.get_by_text(f"{EVENTS} đoạn").wait_for()

        found = {"opening": longest_task_ms(page, opening)}
        for deed in (scroll, scrub, zoom):
            found[deed.__name__] = longest_task_ms(page, partial(deed, page))
    return found


def measure(house: House, rounds: int, slow: float) -> Figures:
    """All of it."""
    cold, warm = openings(house, rounds, slow)
    return Figures(cold=cold, warm=warm, longest=longest_tasks(house, slow))


def report(name: str, figures: Figures) -> bool:
    """Printed beside the goals; whether these are met."""
    print(f"{name}: opens in {figures.cold:.0f} ms cold, {figures.warm:.0f} ms warm (goal {OPENING_GOAL_MS:.0f} ms)")
    told = ", ".join(f"{deed} {ms:.0f}" for deed, ms in figures.longest.items())
    print(f"{name}: a day of {EVENTS} events, longest task in ms: {told} (goal {TASK_GOAL_MS:.0f} ms)")
    return max(figures.cold, figures.warm) <= OPENING_GOAL_MS and max(figures.longest.values()) <= TASK_GOAL_MS


def main(words: Sequence[str] | None = None) -> int:
    """The command line; 0 when the goals are met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--slow", type=float, default=0.0, help="slow the browser's processor so many times, once more")
    options = parser.parse_args(words)
    with tempfile.TemporaryDirectory(prefix="mat-than-panel-") as folder:
        house = House(Path(folder))
        try:
            house.set_up()
            met = report("this machine", measure(house, options.rounds, 0.0))
            if options.slow > 1:
                report(f"{options.slow:.0f} times slower", measure(house, options.rounds, options.slow))
        finally:
            house.stop()
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
