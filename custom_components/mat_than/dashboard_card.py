"""The dashboard card: its script among the resources of Home Assistant's dashboards, and taken out again.

Dashboards load their resources when they are opened. Home Assistant keeps the list; where it is written in YAML
instead, it is the owner's, and the front end loads the script with its own pages.
"""

from collections.abc import Mapping
from typing import Any, Final

from homeassistant.components import frontend
from homeassistant.components.lovelace.const import CONF_RESOURCE_TYPE_WS, LOVELACE_DATA
from homeassistant.components.lovelace.resources import ResourceStorageCollection
from homeassistant.const import CONF_ID, CONF_URL
from homeassistant.core import HomeAssistant
from homeassistant.util.hass_dict import HassKey

from .const import DOMAIN

_LOADED_WITH_PAGES: HassKey[str] = HassKey(f"{DOMAIN}.card_url")
_MODULE: Final = "module"


async def async_offer_card(hass: HomeAssistant, folder_url: str, script: str) -> None:
    """Have dashboards load `script` of the folder, and no other script of it: not that of an earlier version."""
    url = f"{folder_url}/{script}"
    resources = await _async_resources(hass)
    if resources is None:
        _load_with_pages(hass, url)
        return
    ours = _ours(resources, folder_url)
    if not ours:
        await resources.async_create_item({CONF_RESOURCE_TYPE_WS: _MODULE, CONF_URL: url})
    for item in ours[:1]:
        if item[CONF_URL] != url:
            await resources.async_update_item(item[CONF_ID], {CONF_URL: url})
    for item in ours[1:]:
        await resources.async_delete_item(item[CONF_ID])


async def async_withdraw_card(hass: HomeAssistant, folder_url: str) -> None:
    """No dashboard loads it any more."""
    loaded = hass.data.pop(_LOADED_WITH_PAGES, None)
    if loaded is not None:
        frontend.remove_extra_js_url(hass, loaded)
    resources = await _async_resources(hass)
    if resources is None:
        return
    for item in _ours(resources, folder_url):
        await resources.async_delete_item(item[CONF_ID])


async def _async_resources(hass: HomeAssistant) -> ResourceStorageCollection | None:
    """The list that Home Assistant keeps, read from disk where nobody did yet; None when it is the owner's YAML."""
    lovelace = hass.data.get(LOVELACE_DATA)
    if lovelace is None or not isinstance(lovelace.resources, ResourceStorageCollection):
        return None
    await lovelace.resources.async_get_info()
    return lovelace.resources


def _ours(resources: ResourceStorageCollection, folder_url: str) -> list[Mapping[str, Any]]:
    return [item for item in resources.async_items() if item[CONF_URL].startswith(f"{folder_url}/")]


def _load_with_pages(hass: HomeAssistant, url: str) -> None:
    if frontend.DATA_EXTRA_MODULE_URL in hass.data and _LOADED_WITH_PAGES not in hass.data:
        hass.data[_LOADED_WITH_PAGES] = url
        frontend.add_extra_js_url(hass, url)
