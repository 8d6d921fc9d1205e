"""What lives as long as the entry is loaded, and the entry's type."""

from dataclasses import dataclass

from homeassistant.config_entries import ConfigEntry

from .clips import ClipArchive
from .coordinator import MatThanCoordinator
from .playable import PlayableCopies
from .sharing.door import Door


@dataclass(frozen=True, slots=True)
class MatThanRuntime:
    """The running parts of one place."""

    coordinator: MatThanCoordinator
    archive: ClipArchive
    door: Door
    playable: PlayableCopies
    place_device_id: str


type MatThanConfigEntry = ConfigEntry[MatThanRuntime]
