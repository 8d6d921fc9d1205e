"""Whatever answers at the hub's address, the home gets one typed error or a checked object, and goes on."""

import asyncio
from collections.abc import AsyncGenerator, Generator
from datetime import UTC, datetime
import gzip
from pathlib import Path
import re
import subprocess
from typing import Any

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest

from custom_components.mat_than.lib.mat_than_engine.protocol.footage import Event, EventData, EventType, Heartbeat
from custom_components.mat_than.lib.mat_than_engine.protocol.problems import Problem
from custom_components.mat_than.lib.mat_than_engine.wire import format_time
from custom_components.mat_than.sharing import transport
from custom_components.mat_than.sharing.client import HubClient
from custom_components.mat_than.sharing.errors import (
    HubCertificateError,
    HubKeyError,
    HubNonsenseError,
    HubRefusedError,
    HubUnreachableError,
    SharingError,
)
from custom_components.mat_than.sharing.identity import Identity
from custom_components.mat_than.sharing.transport import Transport, async_get_hub_session
from scripts.live.process import free_port

from .hostile_hub import SKEWED_BY, HostileHub, endless, hostile_hub, http, json_answer, problem

BEAT = Heartbeat()
ANSWER = {"server_time": "2026-11-22T08:00:00.000Z", "inbox_seq": 3}


@pytest.fixture
async def hub(hass: HomeAssistant, socket_enabled: None) -> AsyncGenerator[HostileHub]:
    async with hostile_hub() as hub:
        yield hub


@pytest.fixture
async def client(hass: HomeAssistant, hub: HostileHub) -> HubClient:
    return HubClient(Transport(async_get_hub_session(hass), hub.url, Identity.new(), dt_util.utcnow), hub.key)


async def test_an_answer_is_read(hub: HostileHub, client: HubClient) -> None:
    hub.answers["/v1/heartbeat"] = http(200, b'{"server_time":"2026-11-22T08:00:00.000Z","inbox_seq":3}')
    assert (await client.heartbeat(BEAT)).inbox_seq == 3


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (http(200, b"<html>It works!</html>", "text/html"), HubNonsenseError),
        (http(200, b'{"server_time":'), HubNonsenseError),
        (http(200, b"[" * 60000), HubNonsenseError),
        (http(200, b'{"server_time":5,"inbox_seq":3}'), HubNonsenseError),
        (http(200, b'{"server_time":"2026-11-22T08:00:00.000Z","inbox_seq":3,"more":1}'), HubNonsenseError),
        (http(200, gzip.compress(b" " * 50_000_000), "application/json", "Content-Encoding: gzip"), HubNonsenseError),
        (http(302, b"", "text/html", "Location: http://169.254.169.254/"), HubNonsenseError),
        (http(307, b"", "text/html", "Location: /elsewhere"), HubNonsenseError),
        (http(404, b"<html>?</html>", "text/html"), HubNonsenseError),
        (http(403, b'{"type":"urn:mt:problem:consent-missing"}', "application/problem+json"), HubNonsenseError),
        (http(502, b"<html>Bad gateway</html>", "text/html"), HubRefusedError),
        (b"SSH-2.0-OpenSSH_9.6\r\n", HubNonsenseError),
        (b"\x00\xff" * 5000, HubNonsenseError),
        (b"", HubUnreachableError),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{", HubUnreachableError),
        (endless, HubNonsenseError),
    ],
    ids=[
        "a web page",
        "half a JSON",
        "a deep JSON",
        "a number for a time",
        "an unknown field",
        "a packed bomb",
        "a redirect to another host",
        "a redirect on this one",
        "a 404 page",
        "half a problem",
        "a proxy's 502",
        "an SSH server",
        "bytes",
        "nothing",
        "a cut body",
        "an endless body",
    ],
)
async def test_nonsense_is_one_typed_error(
    hub: HostileHub, client: HubClient, answer: Any, error: type[SharingError]
) -> None:
    hub.answers["/v1/heartbeat"] = answer
    with pytest.raises(error):
        await client.heartbeat(BEAT)
    assert len(hub.requests) == 1, "nothing is followed"


async def test_a_hub_that_says_nothing_is_given_up(
    hub: HostileHub, client: HubClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def silence(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(1.5)

    hub.answers["/v1/heartbeat"] = silence
    monkeypatch.setattr(transport, "SMALL_TIMEOUT", transport.aiohttp.ClientTimeout(total=0.5))
    with pytest.raises(HubUnreachableError):
        await client.heartbeat(BEAT)
    await asyncio.sleep(1.2)


async def test_nobody_there_is_told(hass: HomeAssistant, socket_enabled: None) -> None:
    url = f"http://127.0.0.1:{free_port()}"
    client = HubClient(Transport(async_get_hub_session(hass), url, Identity.new(), dt_util.utcnow), None)
    with pytest.raises(HubUnreachableError):
        await client.heartbeat(BEAT)


async def test_a_refusal_keeps_its_problem_and_when_to_come_back(hub: HostileHub, client: HubClient) -> None:
    hub.answers["/v1/heartbeat"] = problem(Problem.QUOTA, retry_after_s=7.5)
    with pytest.raises(HubRefusedError) as refused:
        await client.heartbeat(BEAT)
    assert (refused.value.problem, refused.value.status, refused.value.retry_after_s) == (Problem.QUOTA, 429, 7.5)


async def test_a_hub_cannot_silence_a_home_for_years(hub: HostileHub, client: HubClient) -> None:
    hub.answers["/v1/heartbeat"] = http(503, b"", "text/html", "Retry-After: 999999999")
    with pytest.raises(HubRefusedError) as refused:
        await client.heartbeat(BEAT)
    assert refused.value.retry_after_s == 3600


async def test_the_home_corrects_itself_by_the_hubs_clock(hub: HostileHub, client: HubClient) -> None:
    theirs = dt_util.utcnow() + SKEWED_BY

    async def strict(writer: asyncio.StreamWriter) -> None:
        created = int(re.search(r"created=(\d+)", hub.requests[-1][1]["signature-input"])[1])  # type: ignore[index]  # it is there, or the test fails
        good = abs(created - theirs.timestamp()) < 60
        writer.write(
            http(200, b'{"server_time":"2026-11-22T08:00:00.000Z"}')
            if good
            else problem(Problem.CLOCK_SKEW, server_time=format_time(theirs))
        )

    hub.answers["/v1/heartbeat"] = strict
    await client.heartbeat(BEAT)
    await client.heartbeat(BEAT)
    assert len(hub.requests) == 3, "once corrected, it stays corrected"


async def test_a_clock_that_can_never_be_right_ends_in_a_refusal(hub: HostileHub, client: HubClient) -> None:
    hub.answers["/v1/heartbeat"] = problem(Problem.CLOCK_SKEW, server_time="2026-11-22T08:00:00Z")
    with pytest.raises(HubRefusedError) as refused:
        await client.heartbeat(BEAT)
    assert refused.value.problem is Problem.CLOCK_SKEW
    assert len(hub.requests) == 2


async def test_another_key_is_noticed_before_anything_is_sent(hub: HostileHub, client: HubClient) -> None:
    hub.describe(key=Identity.new().public)
    with pytest.raises(HubKeyError):
        await client.describe(hub.key.thumbprint)
    assert "signature" not in hub.requests[0][1]


async def test_a_version_that_this_home_does_not_speak_is_nonsense(hub: HostileHub, client: HubClient) -> None:
    hub.describe(versions=("mt/9",))
    with pytest.raises(HubNonsenseError):
        await client.describe(hub.key.thumbprint)


async def test_results_for_other_events_are_not_believed(hub: HostileHub, client: HubClient) -> None:
    moment = datetime(2026, 11, 22, 8, tzinfo=UTC)
    consent_id = "01939af0-0000-7000-8000-000000000001"
    event = Event(
        id="01939af0-0000-7000-8000-000000000002",
        source="urn:mt:home:cam1",
        type=EventType.MOTION,
        time=moment,
        data=EventData(consent_id=consent_id, started_at=moment),
    )
    hub.answers["/v1/events"] = json_answer({"results": [{"id": consent_id, "status": "accepted"}]}, 202)
    with pytest.raises(HubNonsenseError):
        await client.post_events([event])


@pytest.mark.parametrize("receipt", ["", "a.b.c", "eyJ.eyJ.AAAA"])
async def test_a_deletion_is_done_only_with_the_hubs_signature(
    hub: HostileHub, client: HubClient, receipt: str
) -> None:
    hub.answers["/v1/deletions/1"] = json_answer({"deletion_id": "1", "done": True, "receipt": receipt})
    with pytest.raises(HubNonsenseError):
        await client.deletion("1", "01939af0-0000-7000-8000-000000000001")
    hub.answers["/v1/deletions/1"] = json_answer({"deletion_id": "1", "done": True})
    with pytest.raises(HubNonsenseError):
        await client.deletion("1", "01939af0-0000-7000-8000-000000000001")


@pytest.fixture
def self_signed(tmp_path: Path) -> Generator[str]:
    """The address of a server with a certificate that it signed itself."""
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout key.pem -out cert.pem"
    subprocess.run(command.split(), cwd=tmp_path, check=True, capture_output=True)
    port = free_port()
    server = subprocess.Popen(
        f"openssl s_server -accept 127.0.0.1:{port} -cert cert.pem -key key.pem -www".split(),
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert server.stdout is not None
    while "ACCEPT" not in server.stdout.readline():
        assert server.poll() is None, "the server did not start"
    yield f"https://127.0.0.1:{port}"
    server.kill()
    server.wait()
    server.stdout.close()


async def test_a_certificate_that_nobody_vouches_for_is_told(
    hass: HomeAssistant, socket_enabled: None, self_signed: str
) -> None:
    client = HubClient(Transport(async_get_hub_session(hass), self_signed, Identity.new(), dt_util.utcnow), None)
    with pytest.raises(HubCertificateError):
        await client.heartbeat(BEAT)
