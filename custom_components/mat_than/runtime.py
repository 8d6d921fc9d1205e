"""What lives as long as the entry is loaded, the entry's type, and how the rest finds it."""

from dataclasses import dataclass

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant

from .clips import ClipArchive
from .const import DOMAIN
from .coordinator import MatThanCoordinator
from .exports import ExportFolder
from .playable import PlayableCopies
from .sharing.door import Door


@dataclass(frozen=True, slots=True)
class MatThanRuntime:
    """The running parts of one place."""

    coordinator: MatThanCoordinator
    archive: ClipArchive
    door: Door
    playable: PlayableCopies
    exports: ExportFolder
    place_device_id: str


type MatThanConfigEntry = ConfigEntry[MatThanRuntime]


def loaded_entry(hass: HomeAssistant) -> MatThanConfigEntry | None:
    """The place, while it is loaded; there is one at most."""
    entries: list[MatThanConfigEntry] = hass.config_entries.async_loaded_entries(DOMAIN)
    return entries[0] if entries else None


def loaded_runtime(hass: HomeAssistant) -> MatThanRuntime | None:
    """The running parts of the place, while it is loaded."""
    entry = loaded_entry(hass)
    return None if entry is None else entry.runtime_data
