"""The actions on live views: answer one that is asked for (administrators), and cut what runs (anybody of the house).

A notification's button and an automation of the owner's call them; the panel has its own way to the same door.
"""

from typing import Final

from homeassistant.core import HomeAssistant, ServiceCall, ServiceResponse, SupportsResponse, callback
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.service import async_get_config_entry, async_register_admin_service
import probatio

from .const import DOMAIN
from .sharing.live_desk import LiveDesk

ANSWER: Final = probatio.Schema({probatio.Required("live_id"): cv.string, probatio.Required("approved"): cv.boolean})
CUT: Final = probatio.Schema({probatio.Optional("live_id"): cv.string})


@callback
def async_register_live_actions(hass: HomeAssistant) -> None:
    """Offer them; once in the life of Home Assistant."""
    async_register_admin_service(hass, DOMAIN, "answer_live", _async_answer, ANSWER, SupportsResponse.NONE)
    hass.services.async_register(DOMAIN, "cut_live", _async_cut, CUT, SupportsResponse.NONE)


async def _async_answer(call: ServiceCall) -> ServiceResponse:
    """Yes or no to a live view."""
    desk = _desk(call)
    await (desk.async_approve if call.data["approved"] else desk.async_decline)(call.data["live_id"])
    return None


async def _async_cut(call: ServiceCall) -> ServiceResponse:
    """End a live view, or all."""
    await _desk(call).async_cut(call.data.get("live_id"))
    return None


def _desk(call: ServiceCall) -> LiveDesk:
    desk: LiveDesk = async_get_config_entry(call.hass, DOMAIN, None).runtime_data.door.live
    return desk
