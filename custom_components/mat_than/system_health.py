"""One line per figure on Home Assistant's system page."""

from typing import Any

from homeassistant.components.system_health import SystemHealthRegistration
from homeassistant.core import HomeAssistant, callback

from .runtime import loaded_runtime


@callback
def async_register(hass: HomeAssistant, register: SystemHealthRegistration) -> None:
    """Offer the figures."""
    register.async_register_info(async_health)


async def async_health(hass: HomeAssistant) -> dict[str, Any]:
    """Whether the engine runs, how many cameras are live, and by which key its clips are told."""
    runtime = loaded_runtime(hass)
    if runtime is None:
        return {"engine": False}
    coordinator = runtime.coordinator
    live = sum(view.live for view in coordinator.views.values())
    return {
        "engine": coordinator.host.alive,
        "engine_starts": coordinator.host.starts,
        "cameras": len(coordinator.views),
        "cameras_live": live,
        "fingerprint": coordinator.board.place.fingerprint,
    }
