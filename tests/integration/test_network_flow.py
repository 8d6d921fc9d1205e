"""Cameras found on the network: called over real multicast, read over real ONVIF, recognised when they are here already."""

import asyncio
from collections.abc import AsyncGenerator, Generator
from contextlib import AsyncExitStack
from ipaddress import IPv4Address
import socket
from typing import Any
from unittest.mock import Mock, patch

from aiohttp import web
from homeassistant.config_entries import SOURCE_USER, SubentryFlowResult
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.helpers import device_registry as dr, entity_registry as er
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry
import pytest_socket

from custom_components.mat_than import discovery
from custom_components.mat_than.discovery import read_matches

from .conftest import StandIn
from .onvif_device import FULL, OnvifDevice, Profile, envelope
from .other_camera import OtherCamera
from .test_camera_flow import SETTINGS, UNTOUCHED, go_on, notes

LOGIN = {"username": "admin", "password": "right"}


@pytest.fixture(autouse=True, scope="module")
def mock_network() -> Generator[None]:
    """The machine has one network: that of the machine with itself."""
    lo = Mock(nice_name="lo", ips=[Mock(is_IPv6=False, ip="127.0.0.1", network_prefix=8)], index=0)
    with patch("homeassistant.components.network.util.ifaddr.get_adapters", return_value=[lo]):
        yield


@pytest.fixture(autouse=True)
def network(socket_enabled: None, hass_storage: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Home Assistant may use it, and nobody else's test is heard."""
    pytest_socket.socket_allow_hosts(["127.0.0.1", "127.0.0.2", "127.0.0.3"], allow_unix_socket=True)
    hass_storage["core.network"] = {"version": 1, "key": "core.network", "data": {"configured_adapters": ["lo"]}}
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as free:
        free.bind(("127.0.0.1", 0))
        monkeypatch.setattr(discovery, "GROUP", (discovery.GROUP[0], free.getsockname()[1]))
    monkeypatch.setattr(discovery, "SEARCH_S", 0.3)


@pytest.fixture
async def devices() -> AsyncGenerator[AsyncExitStack]:
    """Devices that are on the network until the test is over."""
    async with AsyncExitStack() as stack:
        yield stack


async def wait_out(hass: HomeAssistant, form: SubentryFlowResult) -> SubentryFlowResult:
    """The page after the progress."""
    flows = hass.config_entries.subentries
    for _ in range(400):
        if form["type"] is not FlowResultType.SHOW_PROGRESS:
            return form
        await asyncio.sleep(0.02)
        await hass.async_block_till_done()
        if flows._progress[form["flow_id"]].cur_step["type"] is not FlowResultType.SHOW_PROGRESS:
            form = await flows.async_configure(form["flow_id"])
    raise AssertionError("the progress does not end")


async def search(hass: HomeAssistant, entry: MockConfigEntry) -> SubentryFlowResult:
    flows = hass.config_entries.subentries
    menu = await flows.async_init((entry.entry_id, "camera"), context={"source": SOURCE_USER})
    return await wait_out(hass, await flows.async_configure(menu["flow_id"], {"next_step_id": "search"}))


async def read(hass: HomeAssistant, form: SubentryFlowResult, *chosen: OnvifDevice, **login: str) -> SubentryFlowResult:
    typed = {"cameras": [device.endpoint for device in chosen]} | (login or LOGIN)
    return await wait_out(hass, await go_on(hass, form, **typed))


def failures(form: SubentryFlowResult) -> list[str]:
    assert form["step_id"] == "tried"
    return [str(key) for key in form["data_schema"].schema if str(key).startswith("failed_")]


def suggested(form: SubentryFlowResult, field: str) -> Any:
    (key,) = (key for key in form["data_schema"].schema if str(key) == field)
    return key.description["suggested_value"]


async def test_a_camera_is_found_read_tried_and_added(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, devices: AsyncExitStack
) -> None:
    device = await devices.enter_async_context(OnvifDevice(stream_host="10.9.9.9"))
    form = await search(hass, entry)
    assert form["step_id"] == "choose"
    options = form["data_schema"].schema["cameras"].config["options"]
    assert options == [{"value": device.endpoint, "label": "IPC HDW1 – 127.0.0.1"}]
    assert suggested(form, "cameras") == [device.endpoint]
    found = await read(hass, form, device)
    assert (found["step_id"], notes(found)) == ("found", ["note_sub_found"])
    assert found["description_placeholders"]["picture"].startswith("data:image/jpeg;base64,")
    await go_on(hass, found, **SETTINGS, **UNTOUCHED)
    (added,) = (sub for sub in entry.subentries.values() if sub.title == "Sân")
    assert added.data["main_url"] == "rtsp://127.0.0.1:554/main?unicast=true&proto=Onvif"
    assert added.data["sub_url"] == "rtsp://127.0.0.1:554/sub?unicast=true&proto=Onvif"
    assert (added.data["username"], added.data["password"]) == ("admin", "right")
    assert added.data["device"] == "mac:aa:bb:cc:00:11:22/source_1"
    await hass.async_block_till_done()
    assert (await search(hass, entry))["reason"] == "all_known"


async def test_nobody_answers(hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry) -> None:
    menu = await search(hass, entry)
    assert (menu["type"], menu["step_id"]) == (FlowResultType.MENU, "nothing_found")
    again = await hass.config_entries.subentries.async_configure(menu["flow_id"], {"next_step_id": "search"})
    assert (await wait_out(hass, again))["step_id"] == "nothing_found"


async def test_a_wrong_password_can_be_corrected(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, devices: AsyncExitStack
) -> None:
    device = await devices.enter_async_context(OnvifDevice())
    failed = await read(hass, await search(hass, entry), device, username="admin", password="wrong")
    assert failures(failed) == ["failed_credentials"]
    assert failed["description_placeholders"]["names_credentials"] == "IPC HDW1 (127.0.0.1)"
    found = await wait_out(hass, await go_on(hass, failed, next="again", password="right"))
    assert found["step_id"] == "found"


async def test_a_wrong_clock_is_taken_into_account_and_told(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, devices: AsyncExitStack
) -> None:
    device = await devices.enter_async_context(OnvifDevice(clock_off_s=-7 * 3600 - 120))
    found = await read(hass, await search(hass, entry), device)
    assert notes(found) == ["note_sub_found", "note_clock"]
    assert found["description_placeholders"]["clock"].startswith("−7:0")


async def test_a_clock_that_is_not_told_is_named_beside_the_password(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, devices: AsyncExitStack
) -> None:
    device = await devices.enter_async_context(OnvifDevice(clock_off_s=86_400, tells_time=False))
    assert failures(await read(hass, await search(hass, entry), device)) == ["failed_credentials_or_clock"]


async def test_each_thing_that_is_no_camera_has_its_sentence(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, devices: AsyncExitStack
) -> None:
    bell = await devices.enter_async_context(OnvifDevice(has_media=False))
    empty = await devices.enter_async_context(OnvifDevice(host="127.0.0.2", profiles=()))
    gone = await devices.enter_async_context(OnvifDevice(host="127.0.0.3"))
    form = await search(hass, entry)
    await gone._runner.cleanup()
    failed = await read(hass, form, bell, empty, gone)
    assert failures(failed) == ["failed_no_media", "failed_host"]
    assert failed["description_placeholders"]["names_no_media"] == "IPC HDW1 (127.0.0.1), IPC HDW1 (127.0.0.2)"
    assert failed["data_schema"].schema["next"].config["options"] == ["again"]


@pytest.mark.parametrize(
    ("device", "error"),
    [
        (OnvifDevice(answers_all=web.Response(status=401)), "credentials_or_clock"),
        (OnvifDevice(answers_all=web.Response(status=500)), "onvif"),
        (OnvifDevice(answers_all=web.Response(text="<html>hello")), "onvif"),
        (OnvifDevice(refuses=frozenset({"GetProfiles"})), "onvif"),
        (OnvifDevice(stream_host=" "), "no_media"),
    ],
)
async def test_a_device_that_speaks_otherwise_is_refused_in_words(
    hass: HomeAssistant,
    engine: StandIn,
    entry: MockConfigEntry,
    devices: AsyncExitStack,
    device: OnvifDevice,
    error: str,
) -> None:
    await devices.enter_async_context(device)
    assert failures(await read(hass, await search(hass, entry), device)) == [f"failed_{error}"]


async def test_a_device_without_an_address_of_its_own_is_known_by_its_number(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, devices: AsyncExitStack
) -> None:
    sound = Profile("/sound", 0, 0)
    silent = OnvifDevice(mac="00:00:00:00:00:00", profiles=(sound, *FULL))
    unknown = OnvifDevice(host="127.0.0.2", refuses=frozenset({"GetNetworkInterfaces"}), serial="0000", profiles=FULL)
    for device, known_as in ((silent, "serial:SN1"), (unknown, unknown.endpoint)):
        async with device:
            found = await read(hass, await search(hass, entry), device)
            await go_on(hass, found, **SETTINGS, **UNTOUCHED)
            added = [sub.data["device"] for sub in entry.subentries.values() if sub.title == "Sân"]
            assert f"{known_as}/source_1" in added


async def test_nothing_is_chosen(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, devices: AsyncExitStack
) -> None:
    await devices.enter_async_context(OnvifDevice())
    form = await read(hass, await search(hass, entry))
    assert (form["step_id"], form["errors"]) == ("choose", {"cameras": "none_chosen"})


async def test_an_adapter_that_is_gone_holds_up_no_other(socket_enabled: None, devices: AsyncExitStack) -> None:
    device = await devices.enter_async_context(OnvifDevice())
    found = await discovery.async_search([IPv4Address("192.0.2.77"), IPv4Address("127.0.0.1")])
    assert [one.endpoint for one in found] == [device.endpoint]


async def test_a_recorder_is_as_many_cameras_as_it_has_and_is_added_in_one_go(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, devices: AsyncExitStack
) -> None:
    streams = (
        Profile("/first", 1920, 1080),
        Profile("/first_sub", 640, 480),
        Profile("/second", 1280, 720, source="source_2"),
        Profile("/no_data", 1280, 720, source="source_3"),
    )
    recorder = await devices.enter_async_context(OnvifDevice(profiles=streams, mac=None))
    camera = await devices.enter_async_context(
        OnvifDevice(host="127.0.0.2", name="Gate%20Cam", mac="00:11:22:33:44:55")
    )
    failed = await read(hass, await search(hass, entry), recorder, camera)
    assert failures(failed) == ["failed_no_data"]
    assert failed["description_placeholders"]["works"] == "IPC HDW1 1, IPC HDW1 2, Gate Cam"
    several = await go_on(hass, failed, next="go_on")
    assert several["step_id"] == "several"
    assert several["description_placeholders"]["names_note_no_sub"] == "IPC HDW1 2"
    sections = {f"camera_{at}": {"name": name, "position": "yard"} for at, name in enumerate("ABC", start=1)}
    await go_on(hass, several, **sections, detect=True, record="both")
    await hass.async_block_till_done()
    cameras = {sub.title: sub.data for sub in entry.subentries.values()}
    assert set(cameras) == {"Cổng", "A", "B", "C"}
    assert cameras["B"]["device"] == "serial:SN1/source_2"
    assert (cameras["C"]["record"], cameras["C"]["position"]) == ("both", "yard")
    assert {title for title in "ABC" if hass.states.get(f"binary_sensor.{title.lower()}_motion")} == set("ABC")


async def test_a_camera_that_moved_is_followed_to_its_new_address(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, devices: AsyncExitStack
) -> None:
    async with OnvifDevice(host="127.0.0.2") as device:
        found = await read(hass, await search(hass, entry), device)
        await go_on(hass, found, **SETTINGS, **UNTOUCHED)
    moved = await devices.enter_async_context(OnvifDevice(host="127.0.0.3", endpoint=device.endpoint))
    done = await read(hass, await search(hass, entry), moved)
    assert done["reason"] == "moved"
    (added,) = (sub for sub in entry.subentries.values() if sub.title == "Sân")
    assert added.data["main_url"].startswith("rtsp://127.0.0.3:554/main")
    assert added.data["position"] == "yard"
    # Under another id it is still the same device, by its hardware address.
    async with OnvifDevice(host="127.0.0.3") as again:
        form = await search(hass, entry)
        assert form["description_placeholders"]["names_note_same_host"] == "IPC HDW1 – 127.0.0.3"
        assert suggested(form, "cameras") == []
        assert (await read(hass, form, again))["reason"] == "already_configured"


async def test_a_camera_that_another_integration_has_is_recognised(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, devices: AsyncExitStack
) -> None:
    other = await OtherCamera.add(hass, "rtsp://10.0.0.8/main")
    theirs = MockConfigEntry(domain="onvif")
    theirs.add_to_hass(hass)
    of_theirs = dr.async_get(hass).async_get_or_create(
        config_entry_id=theirs.entry_id, connections={(dr.CONNECTION_NETWORK_MAC, "aa:bb:cc:00:11:22")}
    )
    registry = er.async_get(hass)
    registry.async_update_entity(other.entity_id, device_id=of_theirs.id)
    flows = hass.config_entries.subentries
    menu = await flows.async_init((entry.entry_id, "camera"), context={"source": SOURCE_USER})
    form = await flows.async_configure(menu["flow_id"], {"next_step_id": "existing"})
    await go_on(hass, await go_on(hass, form, entity_ids=[other.entity_id]), **SETTINGS, **UNTOUCHED)
    device = await devices.enter_async_context(OnvifDevice())
    assert (await read(hass, await search(hass, entry), device))["reason"] == "already_configured"


async def test_a_form_that_is_closed_ends_what_it_began(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, devices: AsyncExitStack
) -> None:
    device = await devices.enter_async_context(OnvifDevice())
    form = await search(hass, entry)
    trying = await go_on(hass, form, cameras=[device.endpoint], **LOGIN)
    assert (trying["type"], trying["progress_action"]) == (FlowResultType.SHOW_PROGRESS, "trying")
    hass.config_entries.subentries.async_abort(trying["flow_id"])
    await hass.async_block_till_done(wait_background_tasks=False)
    assert not engine.commands("probe")


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"not xml",
        b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>",
        envelope("<d:ProbeMatches/>", "<a:RelatesTo>uuid:1</a:RelatesTo>").encode(),
        envelope("<d:ProbeMatches><d:ProbeMatch/></d:ProbeMatches>", "<a:RelatesTo>uuid:1</a:RelatesTo>").encode(),
        envelope("", "<a:RelatesTo>uuid:2</a:RelatesTo>").encode(),
    ],
)
def test_what_is_no_answer_is_passed_over(answer: bytes) -> None:
    assert read_matches(answer, "192.168.1.9", {"uuid:1"}) == []


def test_what_a_device_says_of_itself_is_read_with_care() -> None:
    device = OnvifDevice(name="A%20%0A%20Cam")
    device.port = 80
    answer = device.match("uuid:1").replace(
        "http://127.0.0.1:80", "http://cam.example:80 http://[::1:x https://10.0.0.9"
    )
    answer = answer.replace("org/x", "org/manufacturer/Dahua onvif://www.onvif.org/MAC/AABBCC001122 http://x")
    (found,) = read_matches(answer.encode(), "10.0.0.9", {"uuid:1"})
    assert (found.host, found.port, found.secure) == ("10.0.0.9", 443, True)
    assert (found.label, found.mac) == ("A Cam · Dahua · HDW1 – 10.0.0.9", "aa:bb:cc:00:11:22")
    assert (
        read_matches(answer.replace("https://10.0.0.9", "x").replace("169.254.7.7", "x").encode(), "", {"uuid:1"}) == []
    )


def test_an_answer_sends_nobody_outside_the_network() -> None:
    device = OnvifDevice(host="8.8.8.8")
    device.port = 80
    assert read_matches(device.match("uuid:1").encode(), "192.168.1.9", {"uuid:2"}) == []
    (found,) = read_matches(device.match("uuid:1").encode(), "192.168.1.9", {"uuid:1"})
    assert found.host == "169.254.7.7"  # the public address beside it is left out
