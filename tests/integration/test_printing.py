"""Papers from the panel: a link that opens by itself, only what the asker may see, the sign as it was last saved."""

from typing import Any

from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry, MockUser
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

from .conftest import StandIn


async def ask(client: Any, command: str, **fields: Any) -> dict[str, Any]:
    await client.send_json_auto_id({"type": f"mat_than/panel/{command}", **fields})
    answer: dict[str, Any] = await client.receive_json()
    return answer


async def test_the_sign_is_asked_once_and_opens_without_a_login(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, socket_enabled: None,
    hass_ws_client: WebSocketGenerator, hass_client_no_auth: ClientSessionGenerator,
) -> None:  # fmt: skip
    panel, browser = await hass_ws_client(hass), await hass_client_no_auth()
    assert (await ask(panel, "sign"))["result"] == {"who": "", "contact": ""}
    refused = await ask(panel, "sign/save", who=" ", contact="0912 345 678")
    assert refused["error"]["translation_key"] == "sign_incomplete"
    assert (await ask(panel, "sign/save", who="Bà Nguyễn <b>Ánh</b>", contact="0912  345 678"))["success"]
    url = (await ask(panel, "print", what="sign", subject="cam1", language="vi"))["result"]["url"]
    page = await browser.get(url)
    text = await page.text()
    assert page.status == 200
    assert "Bà Nguyễn &lt;b&gt;Ánh&lt;/b&gt;" in text
    assert "0912 345 678" in text
    assert "Không quá 14 ngày" in text
    assert "Biển này cho camera: Cổng." in text
    assert "script-src 'nonce-" in page.headers["Content-Security-Policy"]
    assert (await browser.get(url.replace("cam1", "place"))).status == 401
    assert (await browser.get("/api/mat_than/print/sign/place?language=vi")).status == 401
    english = await browser.get(
        (await ask(panel, "print", what="sign", subject="place", language="en"))["result"]["url"]
    )
    assert "CAMERAS RECORD HERE" in await english.text()


@pytest.mark.parametrize(("what", "subject"), [("consent", "x"), ("deletion", "x"), ("sign", "cam9"), ("sign", "hub")])
async def test_what_is_not_there_is_not_printed(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, socket_enabled: None, what: str, subject: str,
    hass_ws_client: WebSocketGenerator, hass_client_no_auth: ClientSessionGenerator,
) -> None:  # fmt: skip
    panel, browser = await hass_ws_client(hass), await hass_client_no_auth()
    url = (await ask(panel, "print", what=what, subject=subject, language="vi"))["result"]["url"]
    assert (await browser.get(url)).status == 404


async def test_who_may_not_see_a_camera_prints_nothing_of_it(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, socket_enabled: None, hass_admin_user: User,
    hass_ws_client: WebSocketGenerator, hass_client_no_auth: ClientSessionGenerator, hass_read_only_user: MockUser,
    hass_read_only_access_token: str,
) -> None:  # fmt: skip
    hass_read_only_user.mock_policy({})
    panel, browser = await hass_ws_client(hass, hass_read_only_access_token), await hass_client_no_auth()
    url = (await ask(panel, "print", what="sign", subject="cam1", language="vi"))["result"]["url"]
    assert (await browser.get(url)).status == 404
    assert (await ask(panel, "sign/save", who="A", contact="B"))["error"]["code"] == "unauthorized"
