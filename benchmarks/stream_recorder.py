"""Home Assistant's own `stream` recorder on RTSP addresses, in a process of its own, for `benchmarks/keeping.py`.

    stream_recorder.py FOLDER SECONDS ADDRESS…

Each address is recorded into files of so many seconds, one after the other, until the process is ended. Only what the
recorder needs of Home Assistant is set up; its web server is not.
"""

import asyncio
from pathlib import Path
import sys
from types import SimpleNamespace
from typing import Any  # of the web server's stand-in

from homeassistant.components import stream
from homeassistant.components.camera.prefs import DynamicStreamSettings
from homeassistant.core import HomeAssistant


async def record(hass: HomeAssistant, address: str, folder: Path, seconds: int) -> None:
    """Record one address for ever."""
    source = stream.create_stream(hass, address, {}, DynamicStreamSettings())
    number = 0
    while True:
        number += 1
        await source.async_record(str(folder / f"{number}.mp4"), duration=seconds, lookback=0)


async def run(folder: Path, seconds: int, addresses: list[str]) -> None:
    """Record all addresses."""
    hass = HomeAssistant(str(folder))
    hass.config.allowlist_external_dirs = {str(folder)}
    web: Any = SimpleNamespace(register_view=lambda _: None)
    hass.http = web
    await stream.async_setup(hass, {})
    hass.config.components.add(stream.DOMAIN)
    async with asyncio.TaskGroup() as group:
        for number, address in enumerate(addresses):
            target = folder / str(number)
            target.mkdir(parents=True)
            group.create_task(record(hass, address, target, seconds))


if __name__ == "__main__":
    asyncio.run(run(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]))
