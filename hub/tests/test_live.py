"""The real server in its own process: uploads that break off, a kill in the middle, the live line, a graceful stop."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import timedelta
import hashlib
import json
from pathlib import Path
import shutil
import signal
import socket
import subprocess
import sys
import time

from casework import decide, news, report_of, send_report, wanted
from conftest import PASSWORD, TestClock
from home import Home, new_id
import httpx
import pytest

from mat_than_hub.keys import verify_ed25519
from mat_than_hub.protocol.consent import DataKind, DeletionReceipt, FootageSpan, Purpose
from mat_than_hub.protocol.keys import PublicKey
from mat_than_hub.protocol.signed import Kind, open_object


class Server:
    """`mat-than-hub serve` on a folder."""

    def __init__(self, data: Path) -> None:
        self.data = data
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[str] | None = None

    def client(self) -> httpx.AsyncClient:
        """Somebody's connection; a password's hash alone takes seconds on a busy machine."""
        return httpx.AsyncClient(base_url=self.url, timeout=20)

    def start(self) -> None:
        command = [sys.executable, "-m", "mat_than_hub", "serve", "--data", str(self.data), "--port", str(self.port)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for _ in range(600):
            assert self.process.poll() is None, "the hub ended"
            try:
                if httpx.get(f"{self.url}/api/health").status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.1)
        raise TimeoutError("the hub did not start")

    def kill(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> int:
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=20)


@contextmanager
def running(data: Path) -> Iterator[Server]:
    server = Server(data)
    server.start()
    try:
        yield server
    finally:
        if server.process is not None and server.process.poll() is None:
            server.kill()


@pytest.fixture
def server(tmp_path: Path, sqlite_template: Path) -> Iterator[Server]:
    shutil.copy(sqlite_template, tmp_path / "hub.sqlite")
    with running(tmp_path) as server:
        yield server


async def join(server: Server, http: httpx.AsyncClient, officer: httpx.AsyncClient) -> Home:
    code = (server.data / "setup-code").read_text()
    wanted = {"code": code, "hub_name": "Hub", "commune": "Xã", "user_name": "lan", "password": PASSWORD}
    assert (await officer.post("/api/setup", json=wanted)).status_code == 201
    key = (await http.get("/.well-known/mt-hub")).json()["key"]
    home = Home(http, server.url, PublicKey(**key), TestClock())
    link = (await officer.post("/api/invitations", json={})).json()["link"]
    assert (await home.pair(link)).status_code == 201
    await officer.post(f"/api/households/{home.household_id}/confirm")
    await home.put_camera()
    return home


async def slowly(data: bytes, *, until: asyncio.Event, started: asyncio.Event) -> AsyncIterator[bytes]:
    yield data[: len(data) // 2]
    started.set()
    await until.wait()
    yield data[len(data) // 2 :]


async def test_a_withdrawal_in_the_middle_of_an_upload_ends_it_and_leaves_nothing(server: Server, mp4: bytes) -> None:
    async with (
        server.client() as http,
        server.client() as officer,
    ):
        home = await join(server, http, officer)
        consent_id = await home.put_consent()
        manifest = home.manifest(consent_id, mp4)
        await home.announce(manifest)
        withdrawn, started = asyncio.Event(), asyncio.Event()
        upload = asyncio.create_task(
            home.put_clip(manifest.clip_id, mp4, stream=slowly(mp4, until=withdrawn, started=started))
        )
        await started.wait()
        deletion_id = (await home.withdraw(consent_id)).json()["deletion_id"]
        withdrawn.set()
        response = await upload
        assert (response.status_code, response.json()["type"]) == (403, "urn:mt:problem:consent-withdrawn")
        for _ in range(50):
            deletion = (await home.send("GET", f"/v1/deletions/{deletion_id}")).json()
            if deletion["done"]:
                break
            await asyncio.sleep(0.1)
        receipt = open_object(Kind.DELETION_RECEIPT, DeletionReceipt, deletion["receipt"], home.hub_key, verify_ed25519)
        assert (receipt.clips, receipt.size_bytes) == (0, 0)
        assert [path for path in (server.data / "objects").rglob("*") if path.is_file()] == []


async def test_an_upload_that_breaks_off_leaves_nothing_and_can_be_sent_again(server: Server, mp4: bytes) -> None:
    async with (
        server.client() as http,
        server.client() as officer,
    ):
        home = await join(server, http, officer)
        manifest = home.manifest(await home.put_consent(), mp4)
        await home.announce(manifest)
        never, started = asyncio.Event(), asyncio.Event()
        upload = asyncio.create_task(
            home.put_clip(manifest.clip_id, mp4, stream=slowly(mp4, until=never, started=started))
        )
        await started.wait()
        upload.cancel()
        await asyncio.gather(upload, return_exceptions=True)
        for _ in range(50):
            left = [path for path in (server.data / "objects").rglob("*") if path.is_file()]
            if not left:
                break
            await asyncio.sleep(0.1)
        assert left == []
        assert (await home.put_clip(manifest.clip_id, mp4)).status_code == 201


async def test_a_kill_in_the_middle_of_uploads_loses_nothing_that_was_acknowledged(server: Server, mp4: bytes) -> None:
    acknowledged: dict[str, str] = {}
    async with (
        server.client() as http,
        server.client() as officer,
    ):
        home = await join(server, http, officer)
        consent_id = await home.put_consent()
        for _ in range(3):
            enough = asyncio.Event()
            sending = asyncio.create_task(send_until_killed(home, consent_id, mp4, acknowledged, enough))
            await asyncio.wait_for(enough.wait(), 60)
            server.kill()
            await sending
            server.start()
        for clip_id, event_id in acknowledged.items():
            served = await officer.get(f"/api/clips/{clip_id}")
            assert served.status_code == 200
            assert hashlib.sha256(served.content).digest() == hashlib.sha256(mp4).digest()
            assert (await officer.get(f"/api/events/{event_id}")).json()["clip"]["state"] == "stored"
        assert len(acknowledged) >= 9
    assert server.stop() == 0


async def send_until_killed(
    home: Home, consent_id: str, mp4: bytes, acknowledged: dict[str, str], enough: asyncio.Event
) -> None:
    had = len(acknowledged)
    while True:
        if len(acknowledged) >= had + 3:
            enough.set()
        clip_id = new_id()
        event = home.event(consent_id, clip_id=clip_id)
        try:
            await home.results(event)
            await home.announce(home.manifest(consent_id, mp4, clip_id=clip_id, event_ids=(event.id,)))
            if (await home.put_clip(clip_id, mp4)).status_code == 201:
                acknowledged[clip_id] = event.id
        except httpx.TransportError:
            return


async def test_the_live_line_tells_within_a_second_and_goes_on_where_it_was(server: Server) -> None:
    async with (
        server.client() as http,
        server.client() as officer,
    ):
        home = await join(server, http, officer)
        consent_id = await home.put_consent()
        event = home.event(consent_id)
        async with officer.stream("GET", "/api/stream") as stream:
            messages = read_messages(stream)
            hello = await anext(messages)
            sent_at = time.monotonic()
            await home.results(event)
            kind, _, shown = await next_of(messages, "event")
            assert time.monotonic() - sent_at < 1
            assert (kind, shown["id"], shown["ended_at"]) == ("event", event.id, None)
        second = home.event(consent_id)
        await home.results(second)
        async with officer.stream("GET", "/api/stream", headers={"Last-Event-ID": hello[1]}) as stream:
            messages = read_messages(stream)
            caught_up = [(await next_of(messages, "event"))[2]["id"] for _ in range(2)]
            assert caught_up == [event.id, second.id]
            await home.withdraw(consent_id)
            _, _, camera = await next_of(messages, "camera")
            assert camera["consents"] == []
            await officer.post("/api/logout")
            assert len([message async for message in messages]) < 20  # the line ends by itself


async def test_requests_and_reports_come_over_the_live_line_and_a_no_does_not(server: Server) -> None:
    async with (
        server.client() as http,
        server.client() as officer,
        server.client() as second,
    ):
        home = await join(server, http, officer)
        consent_id = await home.put_consent()
        account = {"user_name": "minh", "password": PASSWORD}
        await officer.post("/api/members", json={**account, "role": "officer"})
        await second.post("/api/login", json=account)
        async with second.stream("GET", "/api/stream") as stream:
            messages = read_messages(stream)
            await anext(messages)
            request = (await officer.post("/api/requests", json=wanted(home, home))).json()
            _, _, shown = await next_of(messages, "request")
            assert (shown["id"], shown["state"], shown["may_moderate"]) == (request["id"], "waiting", True)
            waiting = asyncio.create_task(news(home, wait=20))
            await asyncio.sleep(0.2)
            told_at = time.monotonic()
            await second.post(f"/api/requests/{request['id']}/moderation", json={"approved": True, "note": ""})
            assert [item.request.case_number for item in await waiting if item.request] == ["12/2026"]
            assert time.monotonic() - told_at < 1
            assert (await next_of(messages, "request"))[2]["state"] == "open"
            assert (await decide(home, request)).status_code == 200
            await home.results(home.event(consent_id))
            assert (await anext(messages))[0] == "event"  # of the no there was no word before it
            await tell_the_unit(home)
            _, _, told = await next_of(messages, "report")
            assert (told["offence"], told["clips"]) == ("littering", 0)


async def tell_the_unit(home: Home) -> None:
    now = home.clock.now()
    span = FootageSpan(since=now - timedelta(minutes=5), until=now)
    consent_id = await home.put_consent(purpose=Purpose.CASE, kinds=(DataKind.CLIPS,), valid_from=now, footage=span)
    assert (await send_report(home, report_of(home, span, consent_id))).status_code == 201


async def test_a_stop_does_not_wait_for_those_who_watch(server: Server) -> None:
    async with (
        server.client() as http,
        server.client() as officer,
    ):
        await join(server, http, officer)
        async with officer.stream("GET", "/api/stream") as stream:
            await anext(read_messages(stream))
            started = time.monotonic()
            assert await asyncio.to_thread(server.stop) == 0
            assert time.monotonic() - started < 8


async def test_a_stop_wakes_the_homes_that_wait_at_their_inboxes(server: Server) -> None:
    async with (
        server.client() as http,
        server.client() as officer,
    ):
        home = await join(server, http, officer)
        waiting = [asyncio.create_task(news(home, wait=25)) for _ in range(3)]
        async with officer.stream("GET", "/api/stream") as stream:
            await anext(read_messages(stream))
            await asyncio.sleep(0.3)
            assert not any(task.done() for task in waiting)
            started, answered = time.monotonic(), list[float]()
            for task in waiting:
                task.add_done_callback(lambda _: answered.append(time.monotonic() - started))
            assert await asyncio.to_thread(server.stop) == 0
            stopped_s = time.monotonic() - started
        assert await asyncio.gather(*waiting) == [(), (), ()]  # an answer like any other, not a broken line
        print(f"answered after {max(answered):.2f} s, the process gone after {stopped_s:.2f} s")
        assert max(answered) < 1
        assert stopped_s < 4  # half a second on a quiet machine; whoever is not woken holds it for five


type Message = tuple[str, str, dict[str, object]]


async def read_messages(stream: httpx.Response) -> AsyncIterator[Message]:
    fields: dict[str, str] = {}
    async for line in stream.aiter_lines():
        name, _, value = line.partition(":")
        if name:
            fields[name] = value.strip()
        elif line == "" and "data" in fields:
            yield fields.get("event", ""), fields.get("id", ""), json.loads(fields["data"])
            fields = {}


async def next_of(messages: AsyncIterator[Message], kind: str) -> Message:
    async for message in messages:
        if message[0] == kind:
            return message
    raise EOFError("the line ended")
