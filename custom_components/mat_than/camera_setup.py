"""A camera as its owner set it up: its subentry, read once into a frozen record.

The subentry's data is JSON that flows wrote and storage kept; from here on only `CameraSetup` travels. The
coordinator turns it into the engine's `CameraSettings` when the addresses are known. What an older version stored
is read as it was meant.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from homeassistant.config_entries import ConfigEntry, ConfigSubentry
from homeassistant.const import CONF_PASSWORD, CONF_USERNAME

from .const import (
    CONF_CAMERA_DAYS,
    CONF_CAMERA_GB,
    CONF_CLIPS,
    CONF_CONTINUOUS_DAYS,
    CONF_DETECT,
    CONF_ENTITY_REGISTRY_ID,
    CONF_IMPORTANT,
    CONF_MAIN_URL,
    CONF_MINIMUM,
    CONF_OWN_SENSOR,
    CONF_OWN_SENSOR_USE,
    CONF_POSITION,
    CONF_POST_ROLL,
    CONF_PRE_ROLL,
    CONF_PRIVACY_MASKS,
    CONF_PROFILE,
    CONF_RECORD,
    CONF_SEGMENT,
    CONF_SENSITIVITY,
    CONF_SOURCE,
    CONF_SUB_ENTITY_REGISTRY_ID,
    CONF_SUB_URL,
    CONF_TRANSPORT,
    CONF_ZONES,
    SOURCE_ENTITY,
    SUBENTRY_CAMERA,
)
from .lib.mat_than_engine.model import Polygon
from .lib.mat_than_engine.settings import CameraSettings, RecordMode, RecordSettings, Transport, WatchSettings, Zone
from .lib.mat_than_engine.wire import read
from .stream_url import with_credentials


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraSetup:
    """One camera. `camera_id` is the id of its subentry and never changes."""

    camera_id: str
    name: str
    entity_registry_id: str | None  # set when the camera is one that Home Assistant already has
    sub_entity_registry_id: str | None  # of such a camera: the entity that shows its smaller stream
    main_url: str | None
    sub_url: str | None
    username: str | None
    password: str | None
    transport: Transport
    position: str
    detect: bool
    important: bool
    own_sensor: str | None  # registry id, or entity id, of the camera's own motion sensor; None when it is ignored
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
            important=self.important,
            watch=self.watch,
            record=self.record,
        )


def camera_setups(entry: ConfigEntry[Any]) -> dict[str, CameraSetup]:
    """The cameras of the place by their id."""
    cameras = (sub for sub in entry.subentries.values() if sub.subentry_type == SUBENTRY_CAMERA)
    return {sub.subentry_id: read_setup(sub) for sub in cameras}


def taken_entities(entry: ConfigEntry[Any], but: str | None = None) -> set[str]:
    """Registry ids of the camera entities that are added, main and smaller streams; `but` is a camera left out."""
    setups = (setup for camera_id, setup in camera_setups(entry).items() if camera_id != but)
    ids = (registry_id for setup in setups for registry_id in (setup.entity_registry_id, setup.sub_entity_registry_id))
    return {registry_id for registry_id in ids if registry_id is not None}


def read_setup(subentry: ConfigSubentry) -> CameraSetup:
    """Read a camera subentry; what an older version did not store has its default."""
    data = subentry.data
    watch = read_watch(data)
    return CameraSetup(
        camera_id=subentry.subentry_id,
        name=subentry.title,
        entity_registry_id=data[CONF_ENTITY_REGISTRY_ID] if data[CONF_SOURCE] == SOURCE_ENTITY else None,
        sub_entity_registry_id=data.get(CONF_SUB_ENTITY_REGISTRY_ID) if data[CONF_SOURCE] == SOURCE_ENTITY else None,
        main_url=data.get(CONF_MAIN_URL),
        sub_url=data.get(CONF_SUB_URL),
        username=data.get(CONF_USERNAME),
        password=data.get(CONF_PASSWORD),
        transport=Transport(data.get(CONF_TRANSPORT, Transport.TCP)),
        position=data.get(CONF_POSITION, "other"),
        detect=data.get(CONF_DETECT, True),
        important=data.get(CONF_IMPORTANT, False),
        own_sensor=None if watch.own_sensor == "ignored" else data[CONF_OWN_SENSOR],
        watch=watch,
        record=read_record(data),
        privacy_masks=tuple(
            tuple((float(x), float(y)) for x, y in polygon) for polygon in data.get(CONF_PRIVACY_MASKS, ())
        ),
    )


def read_watch(data: Mapping[str, Any]) -> WatchSettings:
    """How motion is looked for. A sensor that was not chosen cannot be heeded."""
    usual = WatchSettings()
    return WatchSettings(
        profile=data.get(CONF_PROFILE, usual.profile),
        sensitivity=int(data.get(CONF_SENSITIVITY, usual.sensitivity)),
        minimum_s=float(data.get(CONF_MINIMUM, usual.minimum_s)),
        zones=read(tuple[Zone, ...], data.get(CONF_ZONES, [])),
        own_sensor=data.get(CONF_OWN_SENSOR_USE, "ignored") if data.get(CONF_OWN_SENSOR) else "ignored",
    )


def read_record_mode(data: Mapping[str, Any]) -> RecordMode:
    """What is kept; before there were modes, clips were on or off."""
    if CONF_RECORD in data:
        return RecordMode(data[CONF_RECORD])
    return RecordMode.MOTION if data.get(CONF_CLIPS, True) else RecordMode.OFF


def read_record(data: Mapping[str, Any]) -> RecordSettings:
    """What is kept of the camera; what it does not say of itself is as the place keeps it."""
    usual = RecordSettings()
    return RecordSettings(
        mode=read_record_mode(data),
        pre_roll_s=float(data.get(CONF_PRE_ROLL, usual.pre_roll_s)),
        post_roll_s=float(data.get(CONF_POST_ROLL, usual.post_roll_s)),
        segment_s=float(data.get(CONF_SEGMENT, usual.segment_s)),
        days=_limit(data.get(CONF_CAMERA_DAYS)),
        continuous_days=_limit(data.get(CONF_CONTINUOUS_DAYS)),
        gigabytes=_limit(data.get(CONF_CAMERA_GB)),
    )


def _limit(value: float | None) -> float | None:
    return float(value) if value else None
