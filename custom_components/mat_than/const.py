"""Domain, subentry types and keys of what is stored in the entry. No logic."""

from typing import Final

from homeassistant.const import Platform

DOMAIN: Final = "mat_than"

PLATFORMS: Final = [
    Platform.BINARY_SENSOR,
    Platform.CAMERA,
    Platform.EVENT,
    Platform.IMAGE,
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

# How long clips are kept (options of the entry).
CONF_RETENTION_DAYS: Final = "retention_days"
CONF_RETENTION_GB: Final = "retention_gb"
DEFAULT_RETENTION_DAYS: Final = 14
DEFAULT_RETENTION_GB: Final = 20

# A camera (data of its subentry).
CONF_SOURCE: Final = "source"
SOURCE_ENTITY: Final = "entity"
SOURCE_URL: Final = "url"
CONF_ENTITY_REGISTRY_ID: Final = "entity_registry_id"
CONF_MAIN_URL: Final = "main_url"
CONF_SUB_URL: Final = "sub_url"
CONF_TRANSPORT: Final = "transport"
CONF_POSITION: Final = "position"
CONF_DETECT: Final = "detect"
CONF_SENSITIVITY: Final = "sensitivity"
CONF_CLIPS: Final = "clips"
CONF_PRE_ROLL: Final = "pre_roll_s"
CONF_PRIVACY_MASKS: Final = "privacy_masks"
POSITIONS: Final = ["gate", "yard", "street", "alley", "shop_floor", "workshop", "counter", "indoors", "other"]

CLIP_URL: Final = "/api/mat_than/clips/{clip_id}.mp4"
STILL_URL: Final = "/api/mat_than/stills/{clip_id}.jpg"

ISSUE_SOURCE_GONE: Final = "source_gone"
ISSUE_STORAGE: Final = "storage"
