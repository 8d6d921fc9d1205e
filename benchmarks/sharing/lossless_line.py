"""Nothing is lost: everything a home kept arrives once and whole, over a bad line, through kills and an hour without a hub.

    PYTHONPATH=.:custom_components/mat_than/lib .venv/bin/python -m benchmarks.sharing.lossless_line
        [--events 1000] [--clips 200] [--home-kills 10] [--hub-kills 10] [--seed N] [--json]

A real hub and a Home Assistant with the door, each in its own process, and between them a line that loses, delays, cuts,
doubles and overtakes (bad_line.py). Both are killed with SIGKILL at random moments. In the middle the hub is dead for
an hour by the clock of both (a file moves it). At the end the console's own calls must show every event once, with
its still and its clip, and each served byte must be the one that the home's copy has. Ends with 1 otherwise.
"""

import argparse
import asyncio
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
import json
import os
from pathlib import Path
from random import Random
import sys
import tempfile
import time

import aiohttp

from custom_components.mat_than.lib.mat_than_engine.protocol.keys import b64url
from scripts.live.hub import PROGRAM, Hub
from scripts.live.process import Child, free_port

from .arrivals import Arrivals, count_arrivals
from .bad_line import BadLine
from .household import join
from .plan import CAMERA, CLIPS, Plan, make_things

HOUR_S = 3600
HUB_BY_CLOCK = Path(__file__).with_name("hub_by_clock.py")
CONSENT_BEGAN = timedelta(hours=3)  # ago
FIRST_EVENT = timedelta(hours=2)  # ago


@dataclass(frozen=True, slots=True)
class Figures:
    """What was kept, what came, and what happened on the way."""

    events: int  # each with a still
    clips: int
    taken_s: float
    home_kills: int
    hub_kills: int
    fates: dict[str, int]
    arrivals: Arrivals
    parked: int
    dropped: int


class Bench:
    """Hub, line and home in one folder."""

    def __init__(self, folder: Path, events: int, clips: int, seed: int) -> None:
        self.folder = folder
        self.random = Random(seed)
        self.ahead = folder / "ahead"
        self.ahead.write_text("0")
        (folder / CLIPS).mkdir()
        (folder / "config").mkdir()
        line_port = free_port()
        python = PROGRAM.with_name("python")
        self.hub = Hub(folder / "hub", public_port=line_port, program=(python, HUB_BY_CLOCK, self.ahead))
        self.hub.http.headers["Origin"] = f"http://127.0.0.1:{line_port}"
        self.line = BadLine(line_port, self.hub.port, seed)
        self._counts = (events, clips)
        self.plan: Plan
        self.home = self._new_home()

    def _new_home(self) -> Child:
        command: list[str | Path] = [
            sys.executable,
            "-m",
            "benchmarks.sharing.lossless_home",
            self.folder / "plan.json",
        ]
        return Child("the home", command, self.folder / "home.log")

    async def set_up(self) -> None:
        """A hub that is set up, a household that joined it, a consent; and the plan of what is shared."""
        await asyncio.to_thread(self.hub.start)
        await self.line.start()
        async with aiohttp.ClientSession(auto_decompress=False) as session:
            self.plan = await self._joined(session)
        self.plan.save(self.folder / "plan.json")

    async def _joined(self, session: aiohttp.ClientSession) -> Plan:
        household = await join(self.hub, session)
        now = datetime.now(UTC)
        _, consent = await household.consent(CAMERA, now - CONSENT_BEGAN)
        things = await asyncio.to_thread(lambda: tuple(make_things(self.folder, now - FIRST_EVENT, *self._counts)))
        return Plan(
            folder=str(self.folder),
            hub=household.hub.as_data(),
            private_key=b64url(household.identity.private.private_bytes_raw()),
            consent=consent,
            things=things,
        )

    async def share(self, home_kills: int, hub_kills: int) -> dict[str, int]:
        """Until the home says that nothing waits any more; its last words."""
        self.line.bad = True
        self._start_home()
        deeds = ["home"] * home_kills + ["hub"] * hub_kills
        self.random.shuffle(deeds)
        deeds.insert(len(deeds) // 2, "hour")
        for deed in deeds:
            await asyncio.sleep(self.random.uniform(1, 12))
            if not self.home.alive:
                self._check_home()
                continue
            match deed:
                case "home":
                    self._kill_home()
                    self._start_home()
                case "hub":
                    await asyncio.to_thread(self.hub.kill)
                    await asyncio.sleep(self.random.uniform(0, 2))
                    await asyncio.to_thread(self.hub.start)
                case _:
                    await self._an_hour_without_hub()
        while self.home.alive:  # noqa: ASYNC110 - a process tells nobody that it ends
            await asyncio.sleep(0.5)
        words: dict[str, int] = json.loads(self._check_home())
        return words

    async def _an_hour_without_hub(self) -> None:
        await asyncio.to_thread(self.hub.kill)
        await asyncio.sleep(3)
        new = self.ahead.with_suffix(".new")
        new.write_text(str(HOUR_S))
        new.replace(self.ahead)  # whoever reads sees one time or the other
        await asyncio.sleep(5)
        await asyncio.to_thread(self.hub.start)

    def _start_home(self) -> None:
        self.home = self._new_home().start({"PYTHONPATH": os.pathsep.join(sys.path)}, cwd=Path.cwd())

    def _kill_home(self) -> None:
        if self.home.process is not None:
            self.home.process.kill()
        self.home.stop()

    def _check_home(self) -> str:
        """The last line of a home that ended by itself."""
        if self.home.process is None or self.home.process.returncode:
            raise RuntimeError(f"the home ended:\n{self.home.log.read_text()[-3000:]}")
        return self.home.log.read_text().rstrip().rpartition("\n")[2]

    async def stop(self) -> None:
        """End all."""
        self._kill_home()
        await self.line.stop()
        await asyncio.to_thread(self.hub.stop)


async def measure(folder: Path, options: argparse.Namespace) -> Figures:
    """Set up, share, look."""
    bench = Bench(folder, options.events, options.clips, options.seed)
    try:
        await bench.set_up()
        began = time.monotonic()
        words = await bench.share(options.home_kills, options.hub_kills)
        taken_s = time.monotonic() - began
        bench.line.bad = False
        arrivals = await asyncio.to_thread(count_arrivals, bench.hub, bench.plan)
    finally:
        await bench.stop()
    return Figures(
        events=len(bench.plan.things),
        clips=sum(thing.clip is not None for thing in bench.plan.things),
        taken_s=taken_s,
        home_kills=options.home_kills,
        hub_kills=options.hub_kills + 1,
        fates=dict(bench.line.fates),
        arrivals=arrivals,
        parked=words["parked"],
        dropped=words["dropped"],
    )


def main() -> int:
    """Measure, print; 1 when anything is missing, twice or other than it was."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--events", type=int, default=1000)
    parser.add_argument("--clips", type=int, default=200)
    parser.add_argument("--home-kills", type=int, default=10)
    parser.add_argument("--hub-kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=20261122)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = asyncio.run(measure(Path(folder), options))
    came = figures.arrivals
    if options.json:
        print(json.dumps(asdict(figures)))
    else:
        print(
            f"{figures.events} events with stills and {figures.clips} clips in {figures.taken_s:.0f} s; killed: home "
            f"{figures.home_kills}, hub {figures.hub_kills} times, once for an hour of both clocks\n"
            f"requests: {', '.join(f'{name} {count}' for name, count in sorted(figures.fates.items()))}\n"
            f"missing {came.missing}, twice {came.twice}, other bytes {came.other_bytes}, parked {figures.parked}, "
            f"dropped {figures.dropped} (goal: all 0); objects that wait for the sweeper {came.objects_without_owner}"
        )
    return int(came.missing + came.twice + came.other_bytes + figures.parked + figures.dropped > 0)


if __name__ == "__main__":
    sys.exit(main())
