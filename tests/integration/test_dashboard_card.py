"""The card among the resources of Home Assistant's dashboards, for as long as there is a place."""

import gzip
from typing import Any

from homeassistant.components.frontend import DATA_EXTRA_MODULE_URL
from homeassistant.components.lovelace.const import LOVELACE_DATA
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.mat_than.dashboard_card import async_offer_card
from custom_components.mat_than.panel import FILES, FILES_URL

OTHERS = {"res_type": "css", "url": "/local/mine.css"}


@pytest.fixture
async def dashboards(hass: HomeAssistant, request: pytest.FixtureRequest) -> None:
    """Home Assistant's dashboards, set up before the place is."""
    wanted: dict[str, Any] = getattr(request, "param", {})
    assert await async_setup_component(hass, "frontend", {"lovelace": wanted})
    await hass.async_block_till_done()


def _card() -> str:
    (script,) = FILES.glob("card-*.js")
    return f"{FILES_URL}/{script.name}"


def _listed(hass: HomeAssistant) -> list[tuple[str, str]]:
    return [(item["type"], item["url"]) for item in hass.data[LOVELACE_DATA].resources.async_items()]


async def test_dashboards_load_the_card_until_the_place_is_removed(
    hass: HomeAssistant,
    dashboards: None,
    entry: MockConfigEntry,
    socket_enabled: None,
    hass_ws_client: WebSocketGenerator,
) -> None:
    client = await hass_ws_client(hass)
    await client.send_json_auto_id({"type": "lovelace/resources/create", **OTHERS})
    assert (await client.receive_json())["success"]
    assert _listed(hass) == [("module", _card()), ("css", OTHERS["url"])]
    assert await hass.config_entries.async_reload(entry.entry_id)
    assert len(_listed(hass)) == 2
    await hass.config_entries.async_remove(entry.entry_id)
    assert _listed(hass) == [("css", OTHERS["url"])]


async def test_after_an_update_dashboards_load_the_new_card_alone(
    hass: HomeAssistant, dashboards: None, entry: MockConfigEntry
) -> None:
    resources = hass.data[LOVELACE_DATA].resources
    await resources.async_create_item({"res_type": "module", "url": f"{FILES_URL}/card-older.js"})
    await async_offer_card(hass, FILES_URL, "card-newer.js")
    assert _listed(hass) == [("module", f"{FILES_URL}/card-newer.js")]


@pytest.mark.parametrize("dashboards", [{"resource_mode": "yaml"}], indirect=True)
async def test_where_the_list_is_the_owners_yaml_the_front_end_loads_the_card(
    hass: HomeAssistant, dashboards: None, entry: MockConfigEntry
) -> None:
    assert _card() in hass.data[DATA_EXTRA_MODULE_URL].urls
    assert _listed(hass) == []
    await hass.config_entries.async_remove(entry.entry_id)
    assert _card() not in hass.data[DATA_EXTRA_MODULE_URL].urls


def test_the_scripts_are_light_and_a_dashboard_without_the_card_loads_next_to_nothing() -> None:
    sizes = {path.name: len(gzip.compress(path.read_bytes())) for path in FILES.glob("*.js")}
    assert sum(sizes.values()) <= 150 * 1024
    (card,) = (size for name, size in sizes.items() if name.startswith("card-"))
    assert card <= 4 * 1024
