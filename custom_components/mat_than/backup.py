"""Before Home Assistant is backed up, what the engine has acknowledged goes to its final place.

A backup is worth more than a flushed index, so nothing that goes wrong here is allowed to stop it.
"""

import asyncio
import logging

from homeassistant.core import HomeAssistant

from .const import DOMAIN
from .engine_requests import EngineError
from .runtime import MatThanConfigEntry

_LOGGER = logging.getLogger(__name__)


async def async_pre_backup(hass: HomeAssistant) -> None:
    """Have everything written."""
    entries: list[MatThanConfigEntry] = hass.config_entries.async_loaded_entries(DOMAIN)
    await asyncio.gather(*(_async_flush(entry) for entry in entries))


async def async_post_backup(hass: HomeAssistant) -> None:
    """Recording went on all the while; there is nothing to resume."""


async def _async_flush(entry: MatThanConfigEntry) -> None:
    host = entry.runtime_data.coordinator.host
    if not host.alive:
        _LOGGER.info("The backup is made without the engine, which is not running; clips on disk are complete")
        return
    try:
        done = await host.async_flush()
    except EngineError as err:
        _LOGGER.warning("The backup goes on although the engine did not flush: %s", err)
        return
    if done.error is not None:
        _LOGGER.warning("The backup goes on although the clip index could not be flushed: %s", done.error)
