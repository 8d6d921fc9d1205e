"""What the integration costs Home Assistant itself: many cameras from files, beside the same Home Assistant without them.

    .venv/bin/python -m benchmarks.home [--cameras 16] [--rounds 3] [--window 40]

One Home Assistant with cameras that record all the time is started again and again, in turn with and without the
integration (its entry is disabled, the rest of the folder stays), so that both see the same machine. Printed beside each
goal: what start-up takes by Home Assistant's own clock ("initialized in"; beside it, without a goal, the processor time
that its process had used when it was running, which tells more on a busy machine), the processor time of its main
loop's thread, the memory of its process, each of them as the difference of the medians; how long a camera takes to be
back when its address is changed, and what the ledgers of all the others say of that time; and what Home Assistant's
detector of blocking calls and asyncio's debug mode say of us. `without` has `stream` loaded, as any other camera's integration would. The engine's
processes are not counted here: `benchmarks.processes` does that. About eleven minutes.
"""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
import os
from pathlib import Path
import re
import statistics
import sys
import tempfile
import time

from scripts.live.camera_server import CameraServer
from scripts.live.footage import read_scene
from scripts.live.home_assistant import HomeAssistant
from scripts.live.household import CameraAddress, Household

SCENES = ("yard_day", "gate_night", "street_h265")
ELSEWHERE = "moved"  # a second address of the camera whose address is changed
LIVE_LIMIT_S = 90.0
SEGMENT_S = 60  # of continuous recording, as the form has it
SMALLEST_S = 0.01
TICKS_PER_S = os.sysconf("SC_CLK_TCK")

START_GOAL_S, LOOP_GOAL_PERCENT, MEMORY_GOAL_MB, RELOAD_GOAL_S, GAP_GOAL_S = 0.5, 1.0, 25.0, 2.0, 0.0

type Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One start of Home Assistant. `own_s` is what it says of our domain's setup."""

    initialized_s: float
    running_s: float
    started_cpu_s: float  # of all threads, until it was running
    own_s: float
    loop_percent: float
    memory_mb: float


@dataclass(slots=True)
class Found:
    """What was measured."""

    without: list[Run] = field(default_factory=list)
    with_cameras: list[Run] = field(default_factory=list)
    reloads_s: list[float] = field(default_factory=list)
    gap_s: float = 0.0  # of the camera that fared worst
    blocking: list[str] = field(default_factory=list)
    slow: list[str] = field(default_factory=list)


class Bench:
    """One Home Assistant in a folder, with its cameras."""

    def __init__(self, folder: Path, words: argparse.Namespace, say: Say) -> None:
        self._words = words
        self._say = say
        self.names = [f"Camera {number:02}" for number in range(words.cameras)]
        streams: dict[str, Path | str] = {}
        for number in range(words.cameras):
            scene = read_scene(SCENES[number % len(SCENES)])
            ahead = number * 7 % int(scene.duration_s)  # nobody walks past all cameras at once
            for name in (f"c{number:02}", *([ELSEWHERE] if number == 0 else [])):
                streams[f"{name}_main"] = f"{scene.main}@{ahead}"
                streams[f"{name}_sub"] = f"{scene.sub}@{ahead}"
        self.cameras = CameraServer(streams, folder / "cameras.log")
        self.folder = folder / "home"
        self.home = HomeAssistant(self.folder)
        self.household = Household(self.home)
        self.found = Found()

    def set_up(self) -> None:
        """Every camera through its own forms, then the settings that the measurement wants."""
        self.cameras.start()
        self.home.start()
        self.household.set_up()
        for number, name in enumerate(self.names):
            self.household.add_camera(self._address(name, f"c{number:02}"))
        for name in self.names:
            select = self.household.wait_entity(name, "select", "record")
            self.home.http.post("/api/services/select/select_option", {"entity_id": select, "option": "continuous"})
        self.wait_live()
        self._say(f"{len(self.names)} cameras added")

    def _address(self, name: str, stream: str) -> CameraAddress:
        main, sub = (self.cameras.address(f"{stream}_{kind}") for kind in ("main", "sub"))
        return CameraAddress(name=name, position="other", main_url=main, sub_url=sub, user="", password="")

    def enable(self, *, with_cameras: bool) -> None:
        """Whether the integration is there at the next start."""
        self.home.connection.command(
            "config_entries/disable",
            entry_id=self.household.entry_id,
            disabled_by=None if with_cameras else "user",
        )
        self.home.stop()

    def measure(self, *, with_cameras: bool) -> None:
        """Start, let it settle, look at it for a while, and stop."""
        began = time.monotonic()
        self.home.start()
        running_s = time.monotonic() - began
        started_cpu_s = cpu_s(f"/proc/{self.home.pid}/stat")
        if with_cameras:
            self.wait_live()
        time.sleep(self._words.settle)
        loop_s, at = loop_cpu_s(self.home.pid), time.monotonic()
        time.sleep(self._words.window)
        run = Run(
            initialized_s=initialized_s(self.home.log),
            running_s=running_s,
            started_cpu_s=started_cpu_s,
            own_s=self._own_setup_s(),
            loop_percent=100 * (loop_cpu_s(self.home.pid) - loop_s) / (time.monotonic() - at),
            memory_mb=memory_mb(self.home.pid),
        )
        (self.found.with_cameras if with_cameras else self.found.without).append(run)
        self._say(f"{'with' if with_cameras else 'without'}: {told(run)}")

    def _own_setup_s(self) -> float:
        timings = self.home.connection.command("integration/setup_info")
        return sum(float(one["seconds"]) for one in timings if one["domain"] == "mat_than")

    def wait_live(self) -> None:
        """Until every camera has a picture."""
        for name in self.names:
            connection = self.household.entity(name, "binary_sensor", "connection")
            end = time.monotonic() + LIVE_LIMIT_S
            while self.home.state(connection) != "on":
                if time.monotonic() > end:
                    raise TimeoutError(f"{name} does not get live")
                time.sleep(0.1)

    def reload_one(self) -> None:
        """Change one camera's address to and fro, while the others record."""
        began = datetime.now().astimezone()
        for turn in range(self._words.reloads):
            self.found.reloads_s.append(self._move((ELSEWHERE, "c00")[turn % 2]))
            time.sleep(3)
        ended = datetime.now().astimezone()
        limit = time.monotonic() + 2 * SEGMENT_S + 30  # until the recordings that were under way are whole
        while True:
            self.found.gap_s = max(self._absent_s(name, began, ended) for name in self.names[1:])
            if self.found.gap_s < SMALLEST_S or time.monotonic() > limit:
                return
            time.sleep(5)

    def _move(self, stream: str) -> float:
        """Seconds from the last click of the form until the camera has a picture again."""
        camera = next(one for one in self.household.subentries("camera") if one["title"] == self.names[0])
        handler = {"handler": [self.household.entry_id, "camera"], "subentry_id": camera["subentry_id"]}
        address = self._address(self.names[0], stream)
        menu = self.home.http.post("/api/config/config_entries/subentries/flow", handler)
        form = self.household.answer(menu, {"next_step_id": "address"})
        typed = {"main_url": address.main_url, "sub_url": address.sub_url, "advanced": {"transport": "tcp"}}
        found = self.household.answer(form, typed)
        if found.get("step_id") != "found":
            raise RuntimeError(f"the address was refused: {found.get('errors')}")
        sections: dict[str, object] = {name: {} for name in ("recording", "tuning", "camera_sensor", "zone")}
        settings = {"name": self.names[0], "position": "other", "detect": True, "record": "continuous", **sections}
        connection = self.household.entity(self.names[0], "binary_sensor", "connection")
        clicked = time.time()
        self.household.answer(found, settings)
        back = self.home.connection.wait_for(
            lambda change: change.entity_id == connection and change.state == "on", 30, since=clicked
        )
        if back is None:
            raise TimeoutError("the camera did not come back")
        return back.at - clicked

    def _absent_s(self, name: str, since: datetime, until: datetime) -> float:
        """How much of that time a camera's ledger does not call recorded."""
        motion = self.household.entity(name, "binary_sensor", "motion")
        answer = self.home.http.post("/api/services/mat_than/coverage?return_response", {"entity_id": motion})
        spans = answer["service_response"]["cameras"][0]["spans"]
        recorded = 0.0
        for span in spans:
            start, end = (datetime.fromisoformat(span[key]) for key in ("start", "end"))
            if span["kind"] == "recorded":
                recorded += max(0.0, (min(end, until) - max(start, since)).total_seconds())
        return max(0.0, (until - since).total_seconds() - recorded)

    def debug(self) -> None:
        """With every detector that Home Assistant and asyncio have: what do they say of us?"""
        self.home = self.household.home = self._debugged()
        self.home.start()
        self.wait_live()
        self._move(ELSEWHERE)
        time.sleep(self._words.window)
        lines = self.home.log.read_text().splitlines()
        self.found.blocking = [line for line in lines if "Detected blocking call" in line and "mat_than" in line]
        self.found.slow = [line for line in lines if "Executing <" in line and "mat_than" in line]

    def _debugged(self) -> HomeAssistant:
        home = HomeAssistant(self.folder, port=self.home.port, options=["--debug"])
        home.token, home.user, home.password = self.home.token, self.home.user, self.home.password
        return home

    def stop(self) -> None:
        """End everything."""
        self.home.stop()
        self.cameras.stop()


def loop_cpu_s(pid: int) -> float:
    """Processor time of the thread that Home Assistant's loop runs in: the main one."""
    return cpu_s(f"/proc/{pid}/task/{pid}/stat")


def cpu_s(stat_file: str) -> float:
    """Processor time of a process or a thread, by its `stat`; of children nothing."""
    stat = Path(stat_file).read_text().rpartition(")")[2].split()
    return (int(stat[11]) + int(stat[12])) / TICKS_PER_S


def memory_mb(pid: int) -> float:
    """What is in memory of this one process, children left out."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:"))


def initialized_s(log: Path) -> float:
    """What Home Assistant itself says its start-up took, the last time."""
    times = re.findall(r"Home Assistant initialized in ([\d.]+)s", log.read_text())
    return float(times[-1])


def told(run: Run) -> str:
    """A run in one line."""
    return (
        f"initialized in {run.initialized_s:.2f} s, running after {run.running_s:.2f} s "
        f"and {run.started_cpu_s:.2f} s of processor time, own setup {run.own_s:.2f} s, "
        f"loop {run.loop_percent:.2f} % of a core, memory {run.memory_mb:.0f} MB"
    )


def more(found: Found, figure: Callable[[Run], float]) -> float:
    """By how much the median with cameras is above that without."""
    return statistics.median(map(figure, found.with_cameras)) - statistics.median(map(figure, found.without))


def verdicts(found: Found) -> list[tuple[str, float, float, str]]:
    """Each goal: its words, what was measured, what is allowed, the unit."""
    return [
        ("start-up is delayed by", more(found, lambda run: run.initialized_s), START_GOAL_S, "s"),
        ("share of the main loop", more(found, lambda run: run.loop_percent), LOOP_GOAL_PERCENT, "% of a core"),
        ("memory of the process", more(found, lambda run: run.memory_mb), MEMORY_GOAL_MB, "MB"),
        ("a changed camera is back after", statistics.median(found.reloads_s), RELOAD_GOAL_S, "s"),
        ("gap in another camera's ledger", found.gap_s, GAP_GOAL_S, "s"),
        ("blocking calls of ours", float(len(found.blocking)), 0.0, ""),
    ]


def show(found: Found) -> bool:
    """Print it all; whether every goal is met."""
    met = True
    for words, measured, goal, unit in verdicts(found):
        good = round(measured, 2) <= goal
        met = met and good
        print(f"{'ok  ' if good else 'MISS'}  {words:32} {measured:7.2f} {unit:12} goal {goal:g}")
    print(f"start-up takes {more(found, lambda run: run.started_cpu_s):.2f} s of processor time more")
    print(f"reloads: {', '.join(f'{each:.2f}' for each in found.reloads_s)} s")
    for line in (*found.blocking, *found.slow):
        print(line)
    return met


def main() -> int:
    """The command line; 0 when every goal is met."""
    words = _words(sys.argv[1:])
    began = time.monotonic()

    def say(line: str) -> None:
        print(f"{time.monotonic() - began:6.0f} s  {line}", file=sys.stderr, flush=True)

    with tempfile.TemporaryDirectory(prefix="mat-than-home-") as folder:
        bench = Bench(Path(folder), words, say)
        try:
            bench.set_up()
            bench.reload_one()
            for _ in range(words.rounds):
                for with_cameras in (False, True):
                    bench.enable(with_cameras=with_cameras)
                    bench.measure(with_cameras=with_cameras)
            bench.home.stop()
            bench.debug()
        finally:
            bench.stop()
    return 0 if show(bench.found) else 1


def _words(typed: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cameras", type=int, default=16)
    parser.add_argument("--rounds", type=int, default=3, help="starts with and without")
    parser.add_argument("--window", type=float, default=40.0, help="seconds of each look at the loop")
    parser.add_argument("--settle", type=float, default=20.0, help="seconds before each look")
    parser.add_argument("--reloads", type=int, default=6)
    return parser.parse_args(typed)


if __name__ == "__main__":
    raise SystemExit(main())
