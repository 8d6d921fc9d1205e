"""A home that shares: a door with the engine's own shared copies, against a real hub in a process of its own."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from fractions import Fraction
import hashlib
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import uuid4, uuid7

import av
from homeassistant.config_entries import ConfigEntry, ConfigSubentry, ConfigSubentryDataWithId
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import numpy as np
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry
import pytest_socket

from custom_components.mat_than.const import CONF_STORAGE, DOMAIN, SUBENTRY_CAMERA, SUBENTRY_CONSENT, SUBENTRY_HUB
from custom_components.mat_than.lib.mat_than_engine.commands import MakeSharedCopy, MakeSharedStill
from custom_components.mat_than.lib.mat_than_engine.keeping.shared_copy import make_shared_copy, make_shared_still
from custom_components.mat_than.lib.mat_than_engine.model import Clip, Motion, Polygon
from custom_components.mat_than.lib.mat_than_engine.protocol.consent import ConsentRecord, DataKind, Hours, Purpose
from custom_components.mat_than.lib.mat_than_engine.protocol.pairing import Invitation, PairingRequest
from custom_components.mat_than.lib.mat_than_engine.protocol.signed import Kind
from custom_components.mat_than.lib.mat_than_engine.reports import SharedCopyMade
from custom_components.mat_than.lib.mat_than_engine.wire import to_json
from custom_components.mat_than.sharing.client import HubClient
from custom_components.mat_than.sharing.copies import WHOLE, Part
from custom_components.mat_than.sharing.door import Door
from custom_components.mat_than.sharing.envelope import camera_card
from custom_components.mat_than.sharing.hub import Hub as JoinedHub
from custom_components.mat_than.sharing.identity import Identity, async_get_identities
from custom_components.mat_than.sharing.ledger import KnownConsent, async_get_ledger
from custom_components.mat_than.sharing.live_pictures import LivePictures
from custom_components.mat_than.sharing.standing import CONF_LIVE_HOURS, CONF_RECEIPT, CONF_RECORD
from custom_components.mat_than.sharing.transport import Transport, async_get_hub_session
from scripts.live.hub import Hub
from scripts.live.process import free_port

from .counting_line import Line

ALWAYS = Hours(time_zone="Asia/Ho_Chi_Minh")
EVERYTHING = (DataKind.EVENTS, DataKind.STILLS, DataKind.CLIPS)


@pytest.fixture
def hass_config_dir(hass_tmp_config_dir: str) -> str:
    """Nothing is written outside the test's own folder."""
    return hass_tmp_config_dir


@pytest.fixture(autouse=True)
def auto_enable_custom_integrations(enable_custom_integrations: None) -> None:
    """Custom integrations are found in every test here."""


@pytest.fixture(scope="session")
def footage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a clip of three seconds (H.264) and a still."""
    folder = tmp_path_factory.mktemp("footage")
    noise = np.random.default_rng(7)
    with av.open(str(folder / "clip.mp4"), "w") as container:
        stream = container.add_stream("libx264", rate=Fraction(15), options={"preset": "ultrafast", "crf": "30"})
        stream.width, stream.height, stream.pix_fmt = 320, 240, "yuv420p"
        for number in range(45):
            picture = noise.integers(0, 255, (240, 320, 3), dtype=np.uint8)
            picture[:, number * 5 : number * 5 + 40] = 255
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode())
    with av.open(str(folder / "still.jpg"), "w", format="image2") as container:
        stream = container.add_stream("mjpeg", rate=1)
        stream.width, stream.height, stream.pix_fmt = 320, 240, "yuvj420p"
        grey = np.full((240, 320, 3), 90, dtype=np.uint8)
        container.mux(stream.encode(av.VideoFrame.from_ndarray(grey, format="rgb24")))
        container.mux(stream.encode())
    return folder


@pytest.fixture(scope="session")
def real_hub(tmp_path_factory: pytest.TempPathFactory) -> Generator[Hub]:
    """A hub as an administrator starts it, set up, with an officer logged in."""
    pytest_socket.enable_socket()
    hub = Hub(tmp_path_factory.mktemp("hub") / "data")
    hub.start()
    yield hub
    hub.stop()


@pytest.fixture(scope="session")
def wired(tmp_path_factory: pytest.TempPathFactory) -> Generator[tuple[Hub, int]]:
    """A real hub, and the port by which homes know it; nothing listens there until a test lays a line."""
    pytest_socket.enable_socket()
    port = free_port()
    public_url = f"http://127.0.0.1:{port}"
    hub = Hub(tmp_path_factory.mktemp("wired") / "hub")
    hub.http.headers["Origin"] = public_url
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("MAT_THAN_HUB_PUBLIC_URL", public_url)
        hub.start()
    yield hub, port
    hub.stop()


@pytest.fixture
async def hub_and_line(socket_enabled: None, wired: tuple[Hub, int]) -> AsyncGenerator[tuple[Hub, Line]]:
    """That hub, which homes reach only through the line."""
    hub, port = wired
    line = Line(port, hub.port)
    await line.start()
    yield hub, line
    await line.stop()


class EngineCopies:
    """Shared copies by the engine's own code, in a thread instead of its process."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._hass = hass

    async def make_shared_copy(
        self, source: Path, target: Path, masks: tuple[Polygon, ...], audio: bool, part: Part = WHOLE
    ) -> SharedCopyMade:
        order = MakeSharedCopy(request_id="1", source=str(source), target=str(target), masks=masks, audio=audio)
        order = replace(order, from_s=part.from_s, until_s=part.until_s)
        return await self._hass.async_add_executor_job(make_shared_copy, order)

    async def make_shared_still(self, source: Path, target: Path, masks: tuple[Polygon, ...]) -> SharedCopyMade:
        order = MakeSharedStill(request_id="1", source=str(source), target=str(target), masks=masks)
        return await self._hass.async_add_executor_job(make_shared_still, order)


@dataclass
class Home:
    """A place whose door can be opened and shut, with what an owner does in its forms done in one call."""

    hass: HomeAssistant
    entry: MockConfigEntry
    storage: Path
    footage: Path
    door: Door = field(init=False)
    pictures: LivePictures | None = None  # of live views

    async def open(self) -> None:
        self.door = Door(self.hass, self.entry, self.storage, EngineCopies(self.hass), self.pictures)
        await self.door.async_start()

    async def shut(self) -> None:
        await self.door.async_stop()

    def add(self, kind: str, title: str, data: dict[str, Any], subentry_id: str | None = None) -> str:
        subentry = ConfigSubentry(
            data=MappingProxyType(data),
            subentry_type=kind,
            title=title,
            unique_id=None,
            **({"subentry_id": subentry_id} if subentry_id else {}),
        )
        self.hass.config_entries.async_add_subentry(self.entry, subentry)
        return subentry.subentry_id

    async def join(self, hub: Hub, url: str | None = None) -> str:
        """Join a hub that confirms at once; the subentry's id."""
        link = await self.hass.async_add_executor_job(hub.invite, "tests")
        invitation = Invitation.parse(link)
        identity = Identity.new()
        session = async_get_hub_session(self.hass)
        client = HubClient(Transport(session, url or invitation.hub_url, identity, dt_util.utcnow), None)
        told = await client.describe(invitation.thumbprint)
        request = PairingRequest(code=invitation.code, key=identity.public, name="Nhà số 5", software="tests")
        household_id = (await client.pair(request)).household_id
        await self.hass.async_add_executor_job(hub.confirm_waiting)
        joined = JoinedHub(
            url=url or invitation.hub_url,
            key=told.key,
            household_id=household_id,
            name=told.name,
            commune=told.commune,
            notice_version=told.notice_version,
            retention_days=told.retention_days,
        )
        await (await async_get_identities(self.hass)).async_put(joined.recipient, identity)
        return self.add(SUBENTRY_HUB, told.name, joined.as_data())

    def joined(self, hub_id: str) -> JoinedHub:
        return JoinedHub.of(self.entry.subentries[hub_id].data)

    async def consent(self, hub_id: str, camera_id: str = "cam1", **terms: Any) -> str:
        """Give a consent as the form does; its id."""
        hub = self.joined(hub_id)
        identity = (await async_get_identities(self.hass)).get(hub.recipient)
        assert identity is not None
        now = dt_util.utcnow()
        facts = {
            "kinds": EVERYTHING,
            "valid_from": now,
            "valid_until": now + timedelta(days=30),
            "hours": ALWAYS,
        } | terms
        record = ConsentRecord(
            consent_id=str(uuid4()),
            version=1,
            household_id=hub.household_id,
            hub_thumbprint=hub.key.thumbprint,
            camera_id=camera_id,
            purpose=Purpose.NEIGHBOURHOOD_SECURITY,
            retention_days=7,
            notice_version=hub.notice_version,
            language="vi",
            given_at=now,
            **facts,
        )
        token = identity.sign_object(Kind.CONSENT, record)
        client = HubClient(Transport(async_get_hub_session(self.hass), hub.url, identity, dt_util.utcnow), hub.key)
        await client.put_camera(camera_id, camera_card("Cổng", "gate"))
        receipt = await client.put_consent(record.consent_id, 1, token)
        await (await async_get_ledger(self.hass)).async_put(KnownConsent.of(record.consent_id, camera_id, hub))
        self.add(SUBENTRY_CONSENT, "Cổng", {CONF_RECORD: token, CONF_RECEIPT: receipt})
        await self.settled()
        return record.consent_id

    async def settled(self) -> None:
        """The door has read the entry anew."""
        await self.door.async_subentries_changed()

    def set_live_hours(self, hours: Hours) -> None:
        """Hours in which a live view needs no yes of its own, as the form stores them; of every consent."""
        for subentry in list(self.entry.subentries.values()):
            if subentry.subentry_type == SUBENTRY_CONSENT:
                data = {**subentry.data, CONF_LIVE_HOURS: to_json(hours)}
                self.hass.config_entries.async_update_subentry(self.entry, subentry, data=data)

    def motion(self, camera_id: str = "cam1", **changes: Any) -> Motion:
        """A motion that starts now, with its still."""
        (self.storage / "still.jpg").write_bytes((self.footage / "still.jpg").read_bytes())
        now = dt_util.utcnow()
        facts: dict[str, Any] = {
            "event_id": str(uuid7()),
            "phase": "start",
            "started_at": now,
            "last_seen_at": now,
            "score": 0.9,
            "boxes": ((0.1, 0.2, 0.3, 0.4),),
            "still": "still.jpg",
            "still_at": now,
            "still_settled": True,
        }
        return Motion(camera_id=camera_id, **(facts | changes))

    def clip(self, motion: Motion, **changes: Any) -> Clip:
        """The clip of a motion, all of it after the motion's start."""
        data = (self.footage / "clip.mp4").read_bytes()
        clip_id = str(uuid7())
        (self.storage / f"{clip_id}.mp4").write_bytes(data)
        facts: dict[str, Any] = {
            "clip_id": clip_id,
            "camera_id": motion.camera_id,
            "event_ids": (motion.event_id,),
            "path": f"{clip_id}.mp4",
            "still": None,
            "started_at": motion.started_at,
            "ended_at": motion.started_at + timedelta(seconds=3),
            "duration_s": 3.0,
            "pre_roll_s": 0.0,
            "size_bytes": len(data),
            "sha256": hashlib.sha256(data).hexdigest(),
            "codec": "h264",
            "width": 320,
            "height": 240,
        }
        return Clip(**(facts | changes))

    async def until(self, holds: Callable[[], object], seconds: float = 10) -> float:
        """Wait until something holds; how long it took."""
        return await until(holds, seconds)

    async def received(self, hub: Hub) -> dict[str, dict[str, Any]]:
        """The hub's events by id."""
        events = await self.hass.async_add_executor_job(hub.events)
        return {event["id"]: event for event in events}

    async def until_received(
        self, hub: Hub, event_id: str, fits: Callable[[dict[str, Any]], object] = bool, seconds: float = 10
    ) -> dict[str, Any]:
        """Wait until the hub shows an event that fits."""

        async def look() -> dict[str, Any] | None:
            event = (await self.received(hub)).get(event_id)
            return event if event is not None and fits(event) else None

        return await until_some(look, seconds)


async def until(holds: Callable[[], object], seconds: float = 10) -> float:
    loop = asyncio.get_running_loop()
    began = loop.time()
    while not holds():
        assert loop.time() - began < seconds, "it did not come to hold"
        await asyncio.sleep(0.02)
    return loop.time() - began


async def until_some[T](look: Callable[[], Awaitable[T | None]], seconds: float = 10) -> T:
    end = asyncio.get_running_loop().time() + seconds
    while (found := await look()) is None:
        assert asyncio.get_running_loop().time() < end, "it did not come"
        await asyncio.sleep(0.05)
    return found


def camera(camera_id: str, title: str, **data: Any) -> ConfigSubentryDataWithId:
    facts = {"source": "url", "main_url": f"rtsp://10.0.0.5/{camera_id}", "position": "gate"} | data
    return ConfigSubentryDataWithId(
        data=facts, subentry_id=camera_id, subentry_type=SUBENTRY_CAMERA, title=title, unique_id=camera_id
    )


@pytest.fixture
async def home(hass: HomeAssistant, socket_enabled: None, tmp_path: Path, footage: Path) -> AsyncGenerator[Home]:
    """A place with two cameras, its door open, joined to nothing."""
    await hass.config.async_set_time_zone("Asia/Ho_Chi_Minh")
    storage = tmp_path / "clips"
    storage.mkdir()
    entry = MockConfigEntry(
        domain=DOMAIN,
        title="Mắt Thần",
        data={"kind": "household", CONF_STORAGE: str(storage)},
        subentries_data=[camera("cam1", "Cổng"), camera("cam2", "Sân")],
    )
    entry.add_to_hass(hass)
    home = Home(hass, entry, storage, footage)
    await home.open()

    async def updated(_hass: HomeAssistant, _entry: ConfigEntry[Any]) -> None:
        await home.door.async_subentries_changed()

    entry.add_update_listener(updated)
    yield home
    await home.shut()


def moment_in(days: float) -> datetime:
    return dt_util.utcnow() + timedelta(days=days)
