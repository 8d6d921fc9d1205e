"""The real engine under Home Assistant: what the form says of real cameras, and of what is none."""

import asyncio
from collections.abc import AsyncGenerator, Callable
import json
from pathlib import Path
import socket
from typing import Any

from homeassistant.config_entries import SOURCE_USER
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mat_than.engine_process import ENGINE_PROGRAM, EngineProgram

from .conftest import StandIn, until

ROOT = Path(__file__).parents[2]
MEDIA = ROOT / "demo/media"


@pytest.fixture
async def rtsp() -> AsyncGenerator[str]:
    """A camera with a password, and an H.265 one behind the same."""
    process = await asyncio.create_subprocess_exec(
        str(ROOT / "scripts/rtsp_camera.py"), "serve", "--port", "0", "--user", "admin", "--password", "p@ss",
        f"yard={MEDIA / 'yard_day.main.mp4'}", f"yard_sub={MEDIA / 'yard_day.sub.mp4'}",
        f"street={MEDIA / 'street_h265.main.mp4'}",
        stdout=asyncio.subprocess.PIPE, stdin=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    assert process.stdout is not None
    async with asyncio.timeout(20):
        port = json.loads(await process.stdout.readline())["port"]
    yield f"rtsp://127.0.0.1:{port}"
    process.terminate()
    await process.wait()


async def talk_garbage(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """What a server of something else answers to a camera's question."""
    await reader.read(100)
    writer.write(b"220 mail.example ESMTP\r\n" * 20)
    await writer.drain()
    writer.close()


@pytest.fixture
async def place(hass: HomeAssistant, engine: StandIn, make_entry: Callable[..., MockConfigEntry]) -> MockConfigEntry:
    """A place without cameras whose engine is the real one."""
    hass.data[ENGINE_PROGRAM] = EngineProgram()
    entry = make_entry()
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(hass, lambda: entry.runtime_data.coordinator.host.alive, 20)
    return entry


async def try_camera(hass: HomeAssistant, place: MockConfigEntry, **typed: Any) -> dict[str, Any]:
    flows = hass.config_entries.subentries
    menu = await flows.async_init((place.entry_id, "camera"), context={"source": SOURCE_USER})
    form = await flows.async_configure(menu["flow_id"], {"next_step_id": "address"})
    return await flows.async_configure(form["flow_id"], {"advanced": {"transport": "tcp"}, **typed})


async def test_a_real_camera_is_found_watched_and_let_go(
    hass: HomeAssistant, place: MockConfigEntry, rtsp: str
) -> None:
    login = {"username": "admin", "password": "p@ss"}
    found = await try_camera(hass, place, main_url=f"{rtsp}/yard", sub_url=f"{rtsp}/yard_sub", **login)
    assert found["step_id"] == "found", found["errors"]
    figures = found["description_placeholders"]
    assert (figures["main_codec"], figures["main_size"], figures["sub_size"]) == ("H.264", "1280×720", "640×360")
    assert figures["picture"].startswith("data:image/jpeg;base64,/9j/")
    settings = {"name": "Sân", "position": "yard", "detect": True, "record": "motion"}
    keeping = {"recording": {"pre_roll_s": 2}, "tuning": {}, "camera_sensor": {}, "zone": {}}
    done = await hass.config_entries.subentries.async_configure(found["flow_id"], settings | keeping)
    assert done["type"] is FlowResultType.CREATE_ENTRY
    connection = "binary_sensor.san_connection"
    await until(hass, lambda: (state := hass.states.get(connection)) and state.state == "on", 20)
    (subentry_id,) = place.subentries
    hass.config_entries.async_remove_subentry(place, subentry_id)
    await until(hass, lambda: hass.states.get(connection) is None)


async def test_an_h265_camera_is_told_as_such(hass: HomeAssistant, place: MockConfigEntry, rtsp: str) -> None:
    found = await try_camera(hass, place, main_url=f"{rtsp}/street", username="admin", password="p@ss")
    assert found["description_placeholders"]["main_codec"] == "H.265"
    assert "note_h265" in [str(key) for key in found["data_schema"].schema]


async def test_a_wrong_password_and_a_wrong_path_are_told_apart(
    hass: HomeAssistant, place: MockConfigEntry, rtsp: str
) -> None:
    refused = await try_camera(hass, place, main_url=f"{rtsp}/yard", username="admin", password="wrong")
    assert refused["errors"] == {"base": "credentials"}
    nowhere = await try_camera(hass, place, main_url=f"{rtsp}/nothing", username="admin", password="p@ss")
    assert nowhere["errors"] == {"base": "path"}


async def test_a_port_nobody_listens_on_is_told_as_such(
    hass: HomeAssistant, place: MockConfigEntry, socket_enabled: None
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    failed = await try_camera(hass, place, main_url=f"rtsp://127.0.0.1:{port}/x")
    assert failed["errors"] == {"base": "host"}


async def test_a_port_that_answers_garbage_is_told_as_such(
    hass: HomeAssistant, place: MockConfigEntry, socket_enabled: None
) -> None:
    server = await asyncio.start_server(talk_garbage, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        failed = await try_camera(hass, place, main_url=f"rtsp://127.0.0.1:{port}/x")
    assert failed["errors"] == {"base": "not_a_stream"}
