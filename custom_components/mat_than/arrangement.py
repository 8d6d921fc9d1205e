"""What the engine is told: all cameras as their owner set them up, and how the place keeps and looks.

The entry's options and the cameras' setups become one `Configure`. Addresses of cameras that another integration
added are asked for when it is made, and again when they may have changed.
"""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from homeassistant.config_entries import ConfigEntry
from homeassistant.const import EVENT_CORE_CONFIG_UPDATE
from homeassistant.core import Event, HomeAssistant, callback

from .camera_setup import CameraSetup
from .camera_view import CameraView
from .const import (
    CONF_CONTINUOUS_DAYS,
    CONF_CPU_PERCENT,
    CONF_FREE_PERCENT,
    CONF_PROTECTED_GB,
    CONF_RETENTION_DAYS,
    CONF_RETENTION_GB,
    DEFAULT_RETENTION_DAYS,
    DEFAULT_RETENTION_GB,
)
from .engine_host import EngineHost
from .issues import async_clear_source_issue, async_set_source_issue
from .lib.mat_than_engine.commands import Configure
from .lib.mat_than_engine.settings import CameraSettings, RetentionSettings
from .source_entity import SourceGoneError, SourceWatch, async_entity_address
from .view_board import ViewBoard

ASK_SOURCE_AGAIN_S: Final = 60  # an address from another integration may have changed when the stream is gone
USUAL_CPU_PERCENT: Final = 25

type SourceTold = Callable[[CameraView, bool], None]


class Arrangement:
    """Keeps the engine told."""

    def __init__(
        self, hass: HomeAssistant, entry: ConfigEntry[Any], storage: str, host: EngineHost, board: ViewBoard
    ) -> None:
        self._hass = hass
        self._entry = entry
        self._storage = storage
        self._host = host
        self._board = board
        self._signing_seed: str | None = None
        self._source_told: SourceTold = lambda _view, _missing: None
        self._watch = SourceWatch(hass, self.schedule)
        self._making = asyncio.Lock()
        self._asked_source_at = 0.0
        self._stop_listening: Callable[[], None] | None = None

    def start(self, signing_seed: str, source_told: SourceTold) -> None:
        """From now on the engine may be told; `source_told` hears which camera's address is missing or back."""
        self._signing_seed = signing_seed
        self._source_told = source_told
        self._stop_listening = self._hass.bus.async_listen(EVENT_CORE_CONFIG_UPDATE, self._on_core_config)

    @callback
    def stop(self) -> None:
        """Follow nothing any more."""
        self._watch.stop()
        if self._stop_listening is not None:
            self._stop_listening()
            self._stop_listening = None

    @callback
    def schedule(self) -> None:
        """Tell the engine soon."""
        self._entry.async_create_background_task(self._hass, self.async_tell_engine(), "mat_than configure")

    @callback
    def ask_source_again(self) -> None:
        """A stream of another integration's camera broke: ask for its address anew, once a minute at most."""
        now = self._hass.loop.time()
        if now - self._asked_source_at > ASK_SOURCE_AGAIN_S:
            self._asked_source_at = now
            self.schedule()

    async def async_tell_engine(self) -> None:
        """Tell the engine everything as it is now; what did not change goes on undisturbed there."""
        async with self._making:
            self._watch.watch(frozenset(_sources(view.setup for view in self._board)))
            cameras = [await self._async_camera(view.setup) for view in self._board]
            options = self._entry.options
            await self._host.async_configure(
                Configure(
                    storage=self._storage,
                    cameras=tuple(camera for camera in cameras if camera is not None),
                    retention=read_retention(options),
                    time_zone=self._hass.config.time_zone,
                    cpu_budget=float(options.get(CONF_CPU_PERCENT, USUAL_CPU_PERCENT)) / 100,
                    signing_seed=self._signing_seed,
                )
            )

    async def _async_camera(self, setup: CameraSetup) -> CameraSettings | None:
        """The camera as the engine needs it, None while its address is not known."""
        if setup.entity_registry_id is None:
            main, sub = setup.own_addresses()
            return setup.settings(main, sub) if main else None
        try:
            address = await async_entity_address(self._hass, setup.entity_registry_id)
        except SourceGoneError:
            address = None
            async_set_source_issue(self._hass, setup)
        else:
            async_clear_source_issue(self._hass, setup.camera_id)
        view = self._board.views.get(setup.camera_id)
        if view is not None and view.source_missing == (address is not None):
            self._source_told(view, address is None)
        return setup.settings(address, await self._async_sub_address(setup)) if address else None

    async def _async_sub_address(self, setup: CameraSetup) -> str | None:
        """The smaller stream of another integration's camera; without it the main stream is watched."""
        if setup.sub_entity_registry_id is None:
            return None
        try:
            return await async_entity_address(self._hass, setup.sub_entity_registry_id)
        except SourceGoneError:
            return None

    @callback
    def _on_core_config(self, _event: Event) -> None:
        """The place's time zone may have changed: hours of zones and days of the ledger follow it."""
        self.schedule()


def _sources(setups: Iterable[CameraSetup]) -> Iterator[str]:
    """The entities whose addresses other integrations tell."""
    for setup in setups:
        yield from filter(None, (setup.entity_registry_id, setup.sub_entity_registry_id))


def read_retention(options: Mapping[str, Any]) -> RetentionSettings:
    """How much the place keeps; what an older version did not ask has its default."""
    usual = RetentionSettings()
    return RetentionSettings(
        days=float(options.get(CONF_RETENTION_DAYS, DEFAULT_RETENTION_DAYS)),
        continuous_days=float(options.get(CONF_CONTINUOUS_DAYS, usual.continuous_days)),
        gigabytes=float(options.get(CONF_RETENTION_GB, DEFAULT_RETENTION_GB)),
        free_percent=float(options.get(CONF_FREE_PERCENT, usual.free_percent)),
        protected_gigabytes=float(options.get(CONF_PROTECTED_GB, usual.protected_gigabytes)),
    )
