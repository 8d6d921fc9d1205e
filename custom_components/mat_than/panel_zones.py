"""A camera's zones and masks in the panel: read, and saved as its owner drew them. For administrators.

What is saved is what the camera's form saves; the engine is told at once and the other cameras go on undisturbed.
"""

from typing import Final

from homeassistant.exceptions import ServiceValidationError
import probatio

from .const import CONF_MINIMUM, CONF_PRIVACY_MASKS, CONF_SENSITIVITY, CONF_ZONES, DOMAIN
from .lib.mat_than_engine.model import Polygon
from .lib.mat_than_engine.settings import WatchSettings, Zone
from .lib.mat_than_engine.wire import WireError, read, to_json
from .panel_access import Asked, Message, answering, command
from .zone_form import MOST_ZONES

MOST_CORNERS: Final = 64
_LIST: Final = probatio.All([dict], probatio.Length(max=MOST_ZONES))
_POLYGONS: Final = probatio.All([list], probatio.Length(max=MOST_ZONES))


async def _async_read(asked: Asked) -> Message:
    """The camera's zones, masks, and how it looks."""
    asked.require_admin()
    setup = asked.camera().setup
    return {"watch": to_json(setup.watch), "privacy_masks": to_json(setup.privacy_masks)}


async def _async_save(asked: Asked) -> Message:
    """Save what was drawn; ServiceValidationError when it is no zones."""
    asked.require_admin()
    view = asked.camera()
    changes = asked.msg
    try:
        masks = read(tuple[Polygon, ...], changes["privacy_masks"])
        zones = read(tuple[Zone, ...], changes["zones"])
        WatchSettings(sensitivity=changes["sensitivity"], minimum_s=changes["minimum_s"], zones=zones)
    except (WireError, ValueError) as err:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="zones_wrong") from err
    if any(not _is_area(polygon) for polygon in (*masks, *(zone.polygon for zone in zones))):
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="zones_wrong")
    subentry = asked.entry.subentries[view.setup.camera_id]
    data = subentry.data | {
        CONF_ZONES: to_json(zones),
        CONF_PRIVACY_MASKS: to_json(masks),
        CONF_SENSITIVITY: changes["sensitivity"],
        CONF_MINIMUM: changes["minimum_s"],
    }
    asked.hass.config_entries.async_update_subentry(asked.entry, subentry, data=data)
    return {}


def _is_area(polygon: Polygon) -> bool:
    inside = all(0 <= value <= 1 for corner in polygon for value in corner)
    return inside and 3 <= len(polygon) <= MOST_CORNERS


handle_zones = answering(command("zones", camera_id=str), _async_read)
handle_save_zones = answering(
    command(
        "zones/save",
        camera_id=str,
        zones=_LIST,
        privacy_masks=_POLYGONS,
        sensitivity=probatio.All(int, probatio.Range(min=1, max=100)),
        minimum_s=probatio.All(probatio.Coerce(float), probatio.Range(min=0, max=60)),
    ),
    _async_save,
)
