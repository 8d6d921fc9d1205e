"""What the detector sees, for as long as somebody looks: the looks of a camera go to those who asked for them.

The engine is asked for a little while at a time, so that it stops by itself when nobody is left to ask again.
"""

import asyncio
from collections import defaultdict
from collections.abc import Callable
from typing import Final

from homeassistant.core import HomeAssistant, callback

from .engine_host import EngineHost
from .engine_requests import EngineError
from .lib.mat_than_engine.commands import Tune
from .lib.mat_than_engine.reports import TuningLook

ASK_FOR_S: Final = 30.0
ASK_AGAIN_S: Final = 20.0


class Tuning:
    """Who looks at which camera."""

    def __init__(self, hass: HomeAssistant, host: EngineHost) -> None:
        self._hass = hass
        self._host = host
        self._lookers: defaultdict[str, list[Callable[[TuningLook], None]]] = defaultdict(list)
        self._asking: dict[str, asyncio.Task[None]] = {}

    @callback
    def look(self, camera_id: str, hear: Callable[[TuningLook], None]) -> Callable[[], None]:
        """Hear every look at that camera until the returned function is called."""
        lookers = self._lookers[camera_id]
        lookers.append(hear)
        if camera_id not in self._asking:
            name = "mat_than tuning"
            self._asking[camera_id] = self._hass.async_create_background_task(self._async_ask(camera_id), name)

        @callback
        def stop() -> None:
            if hear in lookers:
                lookers.remove(hear)
            if not lookers and (task := self._asking.pop(camera_id, None)) is not None:
                task.cancel()

        return stop

    @callback
    def deliver(self, look: TuningLook) -> None:
        """The engine looked."""
        for hear in list(self._lookers[look.camera_id]):
            hear(look)

    @callback
    def stop(self) -> None:
        """The engine is about to end."""
        for task in self._asking.values():
            task.cancel()
        self._asking.clear()

    async def _async_ask(self, camera_id: str) -> None:
        try:
            while True:
                await self._async_tune(camera_id, ASK_FOR_S)
                await asyncio.sleep(ASK_AGAIN_S)
        finally:
            if self._host.alive and camera_id not in self._asking:
                await self._async_tune(camera_id, 0)

    async def _async_tune(self, camera_id: str, for_s: float) -> None:
        try:
            await self._host.async_tell(Tune(camera_id=camera_id, for_s=for_s))
        except EngineError:
            return  # the next one is asked in its turn
