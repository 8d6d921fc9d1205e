"""The fields of the place's forms: what it is, where its clips go, how long they stay, what looking may cost."""

from pathlib import Path
from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.helpers.selector import (
    NumberSelector,
    NumberSelectorConfig,
    NumberSelectorMode,
    SelectSelector,
    SelectSelectorConfig,
    SelectSelectorMode,
    TextSelector,
)
import probatio

from .arrangement import USUAL_CPU_PERCENT
from .const import (
    CONF_CONTINUOUS_DAYS,
    CONF_CPU_PERCENT,
    CONF_FREE_PERCENT,
    CONF_KIND,
    CONF_PROTECTED_GB,
    CONF_RETENTION_DAYS,
    CONF_RETENTION_GB,
    CONF_STORAGE,
    CONF_WARN_DAYS,
    DEFAULT_RETENTION_DAYS,
    DEFAULT_RETENTION_GB,
    DEFAULT_WARN_DAYS,
    DOMAIN,
    PLACE_KINDS,
)
from .lib.mat_than_engine.settings import RetentionSettings

_USUAL: Final = RetentionSettings()


def _figure(least: int, most: int, unit: str | None = None) -> NumberSelector:
    config = NumberSelectorConfig(min=least, max=most, step=1, mode=NumberSelectorMode.BOX)
    return NumberSelector(config | {"unit_of_measurement": unit} if unit else config)


KIND: Final = {
    probatio.Required(CONF_KIND, default=PLACE_KINDS[0]): SelectSelector(
        SelectSelectorConfig(options=PLACE_KINDS, mode=SelectSelectorMode.LIST, translation_key="kind")
    )
}
RETENTION: Final = {
    probatio.Required(CONF_RETENTION_DAYS, default=DEFAULT_RETENTION_DAYS): _figure(1, 365),
    probatio.Required(CONF_RETENTION_GB, default=DEFAULT_RETENTION_GB): _figure(1, 20000, "GB"),
}
OPTIONS: Final = probatio.Schema(
    RETENTION
    | {
        probatio.Required(CONF_CONTINUOUS_DAYS, default=int(_USUAL.continuous_days)): _figure(0, 365),
        probatio.Required(CONF_FREE_PERCENT, default=int(_USUAL.free_percent)): _figure(0, 90, "%"),
        probatio.Required(CONF_PROTECTED_GB, default=int(_USUAL.protected_gigabytes)): _figure(0, 20000, "GB"),
        probatio.Required(CONF_WARN_DAYS, default=DEFAULT_WARN_DAYS): _figure(0, 60),
        probatio.Required(CONF_CPU_PERCENT, default=USUAL_CPU_PERCENT): NumberSelector(
            NumberSelectorConfig(min=5, max=200, step=5, mode=NumberSelectorMode.SLIDER, unit_of_measurement="%")
        ),
    }
)


def default_storage(hass: HomeAssistant) -> str:
    """Beside Home Assistant's own media, so that clips are on the disk meant for such things."""
    media = hass.config.media_dirs.get("local") or hass.config.path("media")
    return str(Path(media) / DOMAIN)


def storage_field(hass: HomeAssistant | None = None) -> dict[probatio.Marker, TextSelector]:
    """The folder for clips, with a proposal for a new place."""
    if hass is None:
        return {probatio.Required(CONF_STORAGE): TextSelector()}
    return {probatio.Required(CONF_STORAGE, default=default_storage(hass)): TextSelector()}


def lies_in_backup(hass: HomeAssistant, folder: str) -> bool:
    """Whether every backup of Home Assistant would hold all clips. Blocks: links are followed."""
    return Path(folder).resolve().is_relative_to(Path(hass.config.config_dir).resolve())
