"""A camera as its owner set it up: its subentry, read once into a frozen record.

The subentry's data is JSON that flows wrote and storage kept; from here on only `CameraSetup` travels. The
coordinator turns it into the engine's `CameraSettings` when the addresses are known.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from homeassistant.config_entries import ConfigEntry, ConfigSubentry
from homeassistant.const import CONF_PASSWORD, CONF_USERNAME

from .const import (
    CONF_CLIPS,
    CONF_DETECT,
    CONF_ENTITY_REGISTRY_ID,
    CONF_MAIN_URL,
    CONF_POSITION,
    CONF_PRE_ROLL,
    CONF_PRIVACY_MASKS,
    CONF_SENSITIVITY,
    CONF_SOURCE,
    CONF_SUB_URL,
    CONF_TRANSPORT,
    SOURCE_ENTITY,
    SUBENTRY_CAMERA,
)
from .lib.mat_than_engine.model import Polygon
from .lib.mat_than_engine.settings import CameraSettings, RecordMode, RecordSettings, Transport, WatchSettings
from .stream_url import with_credentials


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraSetup:
    """One camera. `camera_id` is the id of its subentry and never changes."""

    camera_id: str
    name: str
    entity_registry_id: str | None  # set when the camera is one that Home Assistant already has
    main_url: str | None
    sub_url: str | None
    username: str | None
    password: str | None
    transport: Transport
    position: str
    detect: bool
    watch: WatchSettings
    record: RecordSettings
    privacy_masks: tuple[Polygon, ...]

    @property
    def from_entity(self) -> bool:
        """Whether the stream's address is asked from another integration."""
        return self.entity_registry_id is not None

    def own_addresses(self) -> tuple[str | None, str | None]:
        """Main and sub stream as the engine opens them, for a camera added by address."""
        pair = (self.main_url, self.sub_url)
        main, sub = (with_credentials(url, self.username, self.password) if url else None for url in pair)
        return main, sub

    def settings(self, main_url: str, sub_url: str | None) -> CameraSettings:
        """What the engine needs to know."""
        return CameraSettings(
            camera_id=self.camera_id,
            name=self.name,
            main_url=main_url,
            sub_url=sub_url,
            transport=self.transport,
            detect=self.detect,
            watch=self.watch,
            record=self.record,
        )


def camera_setups(entry: ConfigEntry[Any]) -> dict[str, CameraSetup]:
    """The cameras of the place by their id."""
    cameras = (sub for sub in entry.subentries.values() if sub.subentry_type == SUBENTRY_CAMERA)
    return {sub.subentry_id: read_setup(sub) for sub in cameras}


def read_setup(subentry: ConfigSubentry) -> CameraSetup:
    """Read a camera subentry; what an older version did not store has its default."""
    data = subentry.data
    return CameraSetup(
        camera_id=subentry.subentry_id,
        name=subentry.title,
        entity_registry_id=data[CONF_ENTITY_REGISTRY_ID] if data[CONF_SOURCE] == SOURCE_ENTITY else None,
        main_url=data.get(CONF_MAIN_URL),
        sub_url=data.get(CONF_SUB_URL),
        username=data.get(CONF_USERNAME),
        password=data.get(CONF_PASSWORD),
        transport=Transport(data.get(CONF_TRANSPORT, Transport.TCP)),
        position=data.get(CONF_POSITION, "other"),
        detect=data.get(CONF_DETECT, True),
        watch=WatchSettings(sensitivity=int(data.get(CONF_SENSITIVITY, WatchSettings().sensitivity))),
        record=_record(data),
        privacy_masks=tuple(
            tuple((float(x), float(y)) for x, y in polygon) for polygon in data.get(CONF_PRIVACY_MASKS, ())
        ),
    )


def _record(data: Mapping[str, Any]) -> RecordSettings:
    usual = RecordSettings()
    return RecordSettings(
        mode=RecordMode.MOTION if data.get(CONF_CLIPS, True) else RecordMode.OFF,
        pre_roll_s=float(data.get(CONF_PRE_ROLL, usual.pre_roll_s)),
    )
