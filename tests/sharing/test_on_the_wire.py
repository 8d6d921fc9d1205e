"""What leaves the home, counted byte by byte on the line itself: nothing before a consent, nothing after it ended."""

import asyncio
from collections.abc import AsyncGenerator, Generator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from random import Random
import re
import time

import pytest
import pytest_socket

from custom_components.mat_than.sharing.ledger import async_get_ledger
from custom_components.mat_than.sharing.removal import async_remove_sharing
from scripts.live.hub import Hub
from scripts.live.process import free_port

from .conftest import Home


class _CutError(Exception):
    """The line breaks here."""


class Line:
    """A line to the hub that counts what the home sends, and may be cut or slow."""

    def __init__(self, port: int, hub_port: int) -> None:
        self.port = port
        self._hub_port = hub_port
        self.sent = 0
        self.last_at = 0.0
        self.pieces: list[bytes] = []
        self.bytes_per_s: float | None = None
        self.breaks: Random | None = None  # each connection is cut after a random number of bytes
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._join, "127.0.0.1", self.port)

    async def stop(self) -> None:
        assert self._server is not None
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _join(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        current = asyncio.current_task()
        assert current is not None
        self._tasks.add(current)
        try:
            hub_reader, hub_writer = await asyncio.open_connection("127.0.0.1", self._hub_port)
            budget = self.breaks.randint(200, 40_000) if self.breaks else None
            with suppress(OSError, _CutError):
                await asyncio.gather(self._up(reader, hub_writer, budget), self._down(hub_reader, writer))
            hub_writer.close()
        finally:
            writer.close()
            self._tasks.discard(current)

    async def _up(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, budget: int | None) -> None:
        while data := await reader.read(4096):
            if budget is not None:
                budget -= len(data)
                if budget < 0:
                    raise _CutError
            self.sent += len(data)
            self.last_at = time.monotonic()
            self.pieces.append(data)
            if self.bytes_per_s:
                await asyncio.sleep(len(data) / self.bytes_per_s)
            writer.write(data)
            await writer.drain()
        writer.close()

    async def _down(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(4096):
            writer.write(data)
            await writer.drain()
        writer.close()

    def requests(self, since: int = 0) -> list[str]:
        """The first lines of the requests after that many bytes."""
        text = b"".join(self.pieces)[since:].decode("latin-1")
        return re.findall(r"((?:GET|POST|PUT) /\S*) HTTP/1", text)


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


async def test_not_a_byte_leaves_without_a_consent_nor_after_it_is_withdrawn(
    home: Home, hub_and_line: tuple[Hub, Line]
) -> None:
    hub, line = hub_and_line
    hub_id = await home.join(hub)
    joined_at = line.sent
    for _ in range(3):
        motion = home.motion()
        home.door.offer_motion(motion)
        home.door.offer_clip(home.clip(motion))
        home.door.camera_health("cam1", True, motion.started_at)
    await asyncio.sleep(1.5)
    assert line.sent == joined_at, line.requests(joined_at)

    consent_id = await home.consent(hub_id)
    shared = home.motion()
    home.door.offer_motion(shared)
    home.door.offer_clip(home.clip(shared))
    await home.until_received(hub, shared.event_id, lambda event: event["clip"] and event["clip"]["state"] == "stored")
    assert line.sent > joined_at

    before = line.sent
    await home.door.async_withdraw(consent_id)
    hidden = home.motion()
    home.door.offer_motion(hidden)
    home.door.offer_clip(home.clip(hidden))
    ledger = await async_get_ledger(home.hass)
    await home.until(lambda: ledger.consents[consent_id].closed, 60)
    said = line.requests(before)
    assert all("/withdrawal" in request or "/v1/deletions/" in request for request in said), said
    assert said, "the hub was told"
    quiet = line.sent
    home.door.offer_motion(home.motion())
    await asyncio.sleep(2.5)
    assert line.sent == quiet


async def test_a_clip_on_its_way_is_broken_off_within_a_second(home: Home, hub_and_line: tuple[Hub, Line]) -> None:
    hub, line = hub_and_line
    consent_id = await home.consent(await home.join(hub))
    motion = home.motion()
    home.door.offer_motion(motion)
    await home.until_received(hub, motion.event_id, lambda event: event["still_url"])
    line.bytes_per_s = 20_000.0  # the clip takes many seconds now
    clip = home.clip(motion)
    before = line.sent
    home.door.offer_clip(clip)
    await home.until(lambda: any("/content" in request for request in line.requests(before)))
    await asyncio.sleep(0.2)
    assert b"".join(line.pieces).count(b"ftyp") == 1

    withdrawn_at = time.monotonic()
    line.bytes_per_s = None
    stopped_at = line.sent
    await home.door.async_withdraw(consent_id)
    ledger = await async_get_ledger(home.hass)
    await home.until(lambda: ledger.consents[consent_id].closed, 60)
    later = b"".join(line.pieces)[stopped_at:]
    # Bytes that the kernel already had may still arrive; far fewer than the clip, and all within the first second.
    assert len(later) < clip.size_bytes
    assert not [request for request in line.requests(stopped_at) if "clips" in request or "events" in request]
    assert time.monotonic() - withdrawn_at < 60


async def test_the_switch_silences_the_whole_line(home: Home, hub_and_line: tuple[Hub, Line]) -> None:
    hub, line = hub_and_line
    hub_id = await home.join(hub)
    await home.consent(hub_id)
    await home.until(lambda: home.door.hub_state(hub_id).connected)
    await asyncio.sleep(0.5)
    await home.door.async_pause("cam1")
    quiet = line.sent
    home.door.offer_motion(home.motion())
    home.door.camera_health("cam1", False, home.motion().started_at)
    await asyncio.sleep(1.5)
    assert line.sent == quiet, line.requests(quiet)
    assert home.door.hub_state(hub_id).idle


async def test_removing_everything_tells_the_hub_and_destroys_the_keys(
    home: Home, hub_and_line: tuple[Hub, Line], hass_storage: dict[str, object]
) -> None:
    hub, line = hub_and_line
    consent_id = await home.consent(await home.join(hub))
    await home.shut()
    before = line.sent
    await async_remove_sharing(home.hass, home.storage)
    assert [request.split("/")[-1] for request in line.requests(before)] == ["withdrawal"]
    assert not [key for key in hass_storage if key.startswith("mat_than")]
    assert not (home.storage / ".sharing").exists()
    consents = await home.hass.async_add_executor_job(hub.http.get, "/api/consents")
    assert [consent["state"] for consent in consents if consent["id"] == consent_id] == ["withdrawn"]


@pytest.mark.slow
async def test_on_a_line_that_keeps_breaking_everything_arrives_once(
    home: Home, hub_and_line: tuple[Hub, Line]
) -> None:
    hub, line = hub_and_line
    hub_id = await home.join(hub)
    await home.consent(hub_id)
    line.breaks = Random(20261122)
    motions = [home.motion() for _ in range(40)]
    for motion in motions:
        home.door.offer_motion(motion)
        home.door.offer_motion(replace(motion, phase="end", ended_at=motion.started_at + timedelta(seconds=1)))
    await home.until(lambda: home.door.hub_state(hub_id).queue_length >= 40)
    await home.until(lambda: home.door.hub_state(hub_id).queue_length == 0, 120)
    received = await home.received(hub)
    assert {motion.event_id for motion in motions} <= received.keys()
    assert all(received[motion.event_id]["still_url"] for motion in motions)
    assert all(received[motion.event_id]["ended_at"] for motion in motions)
    assert home.door.hub_state(hub_id).dropped == 0
