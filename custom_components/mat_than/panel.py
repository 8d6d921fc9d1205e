"""The panel in Home Assistant's sidebar, and the card for people's dashboards: their files, and their places there.

The files in `panel_files/` are built from `frontend/panel` and lie in the repository, so that nobody needs Node at
home. Their names change with their content, which is why a browser may keep them.
"""

import logging
from pathlib import Path
from typing import Final

from homeassistant.components import frontend, panel_custom, websocket_api
from homeassistant.components.http import StaticPathConfig
from homeassistant.core import HomeAssistant, callback

from .const import DOMAIN
from .dashboard_card import async_offer_card, async_withdraw_card
from .panel_deletions import handle_undo
from .panel_export import handle_export
from .panel_exports import handle_delete_export, handle_exports
from .panel_live import handle_answer_live, handle_cut_live, handle_live
from .panel_overview import handle_overview
from .panel_printing import handle_print, handle_save_sign, handle_sign
from .panel_requests import handle_approve, handle_decline, handle_report, handle_requests
from .panel_sharing import handle_share_switch, handle_sharing, handle_withdraw
from .panel_storage import handle_storage
from .panel_timeline import handle_day, handle_delete, handle_protect, handle_unprotect
from .panel_zones import handle_save_zones, handle_zones

_LOGGER = logging.getLogger(__name__)
PANEL_PATH: Final = "mat-than"
FILES_URL: Final = "/mat_than_panel"
FILES: Final = Path(__file__).parent / "panel_files"
ELEMENT: Final = "mat-than-panel"
_SERVED: Final = f"{DOMAIN}.panel_files"
_COMMANDS: Final = (
    handle_overview,
    handle_day,
    handle_protect,
    handle_unprotect,
    handle_delete,
    handle_undo,
    handle_export,
    handle_exports,
    handle_delete_export,
    handle_zones,
    handle_save_zones,
    handle_storage,
    handle_sharing,
    handle_share_switch,
    handle_withdraw,
    handle_print,
    handle_sign,
    handle_save_sign,
    handle_requests,
    handle_approve,
    handle_decline,
    handle_report,
    handle_live,
    handle_answer_live,
    handle_cut_live,
)


@callback
def async_register_panel_commands(hass: HomeAssistant) -> None:
    """Offer what the panel asks; once in the life of Home Assistant."""
    for command in _COMMANDS:
        websocket_api.async_register_command(hass, command)


async def async_show_panel(hass: HomeAssistant) -> None:
    """Put the panel into the sidebar and the card beside the other cards: each sees what Home Assistant lets them see."""
    if PANEL_PATH in hass.data.get(frontend.DATA_PANELS, {}):
        return
    entrances = await hass.async_add_executor_job(_entrances)
    if entrances is None:  # cameras are watched and recorded without a panel too
        _LOGGER.error("The panel's files are missing; please install Mắt Thần again")
        return
    panel, card = entrances
    if _SERVED not in hass.data:
        hass.data[_SERVED] = True
        await hass.http.async_register_static_paths([StaticPathConfig(FILES_URL, str(FILES), cache_headers=True)])
    await panel_custom.async_register_panel(
        hass,
        frontend_url_path=PANEL_PATH,
        webcomponent_name=ELEMENT,
        sidebar_title="Mắt Thần",
        sidebar_icon="mdi:eye-outline",
        module_url=f"{FILES_URL}/{panel}",
        require_admin=False,
    )
    await async_offer_card(hass, FILES_URL, card)


async def async_hide_panel(hass: HomeAssistant) -> None:
    """Take both out again, when the place is removed."""
    frontend.async_remove_panel(hass, PANEL_PATH, warn_if_unknown=False)
    await async_withdraw_card(hass, FILES_URL)


def _entrances() -> tuple[str, str] | None:
    """The names of the files that begin the panel and the card; None when they are not there."""
    found = [next((path.name for path in FILES.glob(f"{name}-*.js")), None) for name in ("panel", "card")]
    panel, card = found
    return None if panel is None or card is None else (panel, card)
