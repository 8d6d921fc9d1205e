"""What sharing costs at home while nothing moves: processor time and memory of a door that is open, beside none.

    PYTHONPATH=.:custom_components/mat_than/lib .venv/bin/python -m benchmarks.sharing.idle [--window 120] [--json]

One process with a Home Assistant: first without a door, then with one that is joined to a real hub, has a consent, tells
every minute that it is alive and asks who looked. Both windows in the same run, so that what else the machine does
counts for both; memory is what comes on top of the loaded code. Ends with 1 above 0.5 % of a core or 20 MB.
"""

import argparse
import asyncio
from dataclasses import asdict, dataclass
import gc
import json
from pathlib import Path
import resource
import sys
import tempfile
import time

import aiohttp
from homeassistant.util import dt as dt_util
from pytest_homeassistant_custom_component.common import (  # type: ignore[import-untyped]  # a package without types
    async_test_home_assistant,
)

from custom_components.mat_than.lib.mat_than_engine.protocol.keys import from_b64url
from custom_components.mat_than.sharing.door import Door
from custom_components.mat_than.sharing.hub import Hub
from custom_components.mat_than.sharing.identity import Identity, async_get_identities

from .lossless_home import SESSION, Copies, entry_of
from .lossless_line import Bench
from .plan import CAMERA, CLIPS

CORE_GOAL_PERCENT = 0.5
MEMORY_GOAL_MB = 20.0
PAGE_BYTES = resource.getpagesize()
SETTLE_S = 3.0  # the first words to the hub are said


@dataclass(frozen=True, slots=True)
class Figures:
    """Of a core in percent, without and with the door; what the door takes of memory once it has talked."""

    window_s: float
    without_percent: float
    with_percent: float
    memory_mb: float

    @property
    def sharing_percent(self) -> float:
        """What the door adds."""
        return self.with_percent - self.without_percent


async def measure(folder: Path, window_s: float) -> Figures:
    """One window without, one with. RuntimeError when the door did not talk to the hub."""
    bench = Bench(folder, events=0, clips=0, seed=1)
    try:
        await bench.set_up()
        async with async_test_home_assistant(config_dir=str(folder / "config")) as hass:
            without = await _percent(window_s)
            before = _resident_mb()
            session = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar(), auto_decompress=False)
            hass.data[SESSION] = session
            recipient = Hub.of(bench.plan.hub).recipient
            identity = Identity.of(from_b64url(bench.plan.private_key))
            await (await async_get_identities(hass)).async_put(recipient, identity)
            door = Door(hass, entry_of(hass, bench.plan, folder / CLIPS), folder / CLIPS, Copies(hass))
            await door.async_start()
            door.camera_health(CAMERA, True, dt_util.utcnow())
            await asyncio.sleep(SETTLE_S)
            with_door = await _percent(window_s)
            memory = _resident_mb() - before
            if not door.hub_state("hub1").connected:
                raise RuntimeError("the door has not talked to the hub")
            await door.async_stop()
            await session.close()
            await hass.async_stop(force=True)
    finally:
        await bench.stop()
    return Figures(window_s=window_s, without_percent=without, with_percent=with_door, memory_mb=memory)


async def _percent(window_s: float) -> float:
    began, cpu = time.monotonic(), time.process_time()
    await asyncio.sleep(window_s)
    return 100 * (time.process_time() - cpu) / (time.monotonic() - began)


def _resident_mb() -> float:
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE_BYTES / 1e6


def main() -> int:
    """Measure, print; 1 where a goal is not met."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--window", type=float, default=120.0, help="seconds, twice")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = asyncio.run(measure(Path(folder), options.window))
    if options.json:
        print(json.dumps(asdict(figures)))
    else:
        print(
            f"in {figures.window_s:.0f} s: {figures.without_percent:.3f} % of a core without the door, "
            f"{figures.with_percent:.3f} % with it: {figures.sharing_percent:.3f} % for sharing (goal < {CORE_GOAL_PERCENT}); "
            f"{figures.memory_mb:.1f} MB (goal < {MEMORY_GOAL_MB:.0f})"
        )
    return int(figures.sharing_percent >= CORE_GOAL_PERCENT or figures.memory_mb >= MEMORY_GOAL_MB)


if __name__ == "__main__":
    sys.exit(main())
