"""Before Home Assistant is backed up, what the engine has acknowledged goes to its final place.

A backup is worth more than a flushed index, so nothing that goes wrong here is allowed to stop it.
"""

import logging

from homeassistant.core import HomeAssistant

from .engine_host import EngineHost
from .engine_requests import EngineError
from .runtime import loaded_runtime

_LOGGER = logging.getLogger(__name__)


async def async_pre_backup(hass: HomeAssistant) -> None:
    """Have everything written."""
    runtime = loaded_runtime(hass)
    if runtime is not None:
        await _async_flush(runtime.coordinator.host)


async def async_post_backup(hass: HomeAssistant) -> None:
    """Recording went on all the while; there is nothing to resume."""


async def _async_flush(host: EngineHost) -> None:
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
