"""Domain, subentry types and keys of what is stored in the entry. No logic."""

from typing import Final

from homeassistant.const import Platform

DOMAIN: Final = "mat_than"

PLATFORMS: Final = [
    Platform.BINARY_SENSOR,
    Platform.CAMERA,
    Platform.EVENT,
    Platform.IMAGE,
    Platform.NUMBER,
    Platform.SELECT,
    Platform.SENSOR,
    Platform.SWITCH,
]

SUBENTRY_CAMERA: Final = "camera"
SUBENTRY_HUB: Final = "hub"
SUBENTRY_CONSENT: Final = "consent"

# The place (data of the entry).
CONF_KIND: Final = "kind"
CONF_STORAGE: Final = "storage"
PLACE_KINDS: Final = ["household", "shop", "workshop", "office", "public_place"]

# How long clips are kept, and what looking may cost (options of the entry).
CONF_RETENTION_DAYS: Final = "retention_days"
CONF_RETENTION_GB: Final = "retention_gb"
CONF_CONTINUOUS_DAYS: Final = "continuous_days"  # also of a camera
CONF_FREE_PERCENT: Final = "free_percent"
CONF_PROTECTED_GB: Final = "protected_gb"
CONF_CPU_PERCENT: Final = "cpu_percent"  # of one core
CONF_WARN_DAYS: Final = "warn_days"
DEFAULT_RETENTION_DAYS: Final = 14
DEFAULT_RETENTION_GB: Final = 20
DEFAULT_WARN_DAYS: Final = 3

# A camera (data of its subentry).
CONF_SOURCE: Final = "source"
SOURCE_ENTITY: Final = "entity"
SOURCE_URL: Final = "url"
CONF_ENTITY_REGISTRY_ID: Final = "entity_registry_id"
CONF_SUB_ENTITY_REGISTRY_ID: Final = "sub_entity_registry_id"  # the entity that shows its smaller stream
CONF_DEVICE: Final = "device"  # what a device on the network says it is, and which of its cameras
CONF_ENDPOINT: Final = "endpoint"  # the id with which the device answers on the network
CONF_MAIN_URL: Final = "main_url"
CONF_SUB_URL: Final = "sub_url"
CONF_TRANSPORT: Final = "transport"
CONF_POSITION: Final = "position"
CONF_DETECT: Final = "detect"
CONF_SENSITIVITY: Final = "sensitivity"
CONF_MINIMUM: Final = "minimum_s"
CONF_PROFILE: Final = "profile"
CONF_IMPORTANT: Final = "important"
CONF_OWN_SENSOR: Final = "own_sensor"  # registry id of the camera's own motion sensor, or its entity id without one
CONF_OWN_SENSOR_USE: Final = "own_sensor_use"
CONF_ZONES: Final = "zones"
CONF_CLIPS: Final = "clips"  # of a camera set up before there were modes: true is "motion", false is "off"
CONF_RECORD: Final = "record"
CONF_RECORD_WHEN_ON: Final = "record_when_on"  # the mode that the recording switch goes back to
CONF_PRE_ROLL: Final = "pre_roll_s"
CONF_POST_ROLL: Final = "post_roll_s"
CONF_SEGMENT: Final = "segment_s"
CONF_CAMERA_DAYS: Final = "days"
CONF_CAMERA_GB: Final = "gigabytes"
CONF_PRIVACY_MASKS: Final = "privacy_masks"
POSITIONS: Final = ["gate", "yard", "street", "alley", "shop_floor", "workshop", "counter", "indoors", "other"]
PROFILES: Final = ["auto", "quick", "balanced", "economy"]
OWN_SENSOR_USES: Final = ["ignored", "trigger", "vote"]

CLIP_URL: Final = "/api/mat_than/clips/{clip_id}.mp4"
PLAYABLE_URL: Final = "/api/mat_than/playable/{clip_id}.mp4"  # H.264, whatever the camera sent
PLAYLIST_URL: Final = "/api/mat_than/playable/{clip_id}.m3u8"  # of the same while it is made
PIECES_URL: Final = "/api/mat_than/playable/{clip_id}.m4s"
STILL_URL: Final = "/api/mat_than/stills/{clip_id}.jpg"
EXPORT_URL: Final = "/api/mat_than/exports/{name}"
EXPORTS_FOLDER: Final = "exports"  # below the storage folder
PLAYABLE_FOLDER: Final = "playable"  # below the storage folder; may be emptied at any time

ISSUE_SOURCE_GONE: Final = "source_gone"
ISSUE_STORAGE: Final = "storage"
ISSUE_FORECAST: Final = "storage_forecast"
ISSUE_GAP: Final = "gap"
ISSUE_QUARANTINED: Final = "quarantined"
