"""A large clip goes in parts: after a break it goes on where the hub stands, and a hub that knows no parts gets it whole."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
import hashlib
import json
from pathlib import Path
from uuid import uuid7

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest

from custom_components.mat_than.lib.mat_than_engine.model import Clip
from custom_components.mat_than.lib.mat_than_engine.protocol.consent import DataKind, ReceiptAnswer
from custom_components.mat_than.lib.mat_than_engine.protocol.footage import StorageReceipt
from custom_components.mat_than.lib.mat_than_engine.protocol.parts import PART_BYTES, PARTS_ABOVE
from custom_components.mat_than.lib.mat_than_engine.protocol.signed import Kind, sign_object
from custom_components.mat_than.sharing.client import HubClient
from custom_components.mat_than.sharing.clip_upload import async_send_clip
from custom_components.mat_than.sharing.copy_file import CopyFile
from custom_components.mat_than.sharing.errors import HubNonsenseError, HubRefusedError
from custom_components.mat_than.sharing.identity import Identity
from custom_components.mat_than.sharing.ledger import async_get_ledger
from custom_components.mat_than.sharing.parcel import Parcel, Stage
from custom_components.mat_than.sharing.transport import Transport, async_get_hub_session
from scripts.live.hub import Hub

from .conftest import Home
from .counting_line import Line
from .hostile_hub import HostileHub, hostile_hub, http, json_answer

SIZE = 5 * 1024 * 1024 + 4321
HEADS = 32 * 1024  # of all requests of a test


def large(home: Home, clip: Clip) -> Clip:
    """The clip with a box behind it that players pass over."""
    path = home.storage / clip.path
    data = path.read_bytes()
    filling = SIZE - len(data)
    data += filling.to_bytes(4) + b"free" + bytes(filling - 8)
    path.write_bytes(data)
    return replace(clip, size_bytes=len(data), sha256=hashlib.sha256(data).hexdigest())


async def offered(home: Home, hub: Hub) -> Clip:
    """A large clip on its way, after its event has come."""
    motion = home.motion()
    home.door.offer_motion(motion)
    await home.until_received(hub, motion.event_id, lambda event: event["still_url"])
    clip = large(home, home.clip(motion))
    home.door.offer_clip(clip)
    return clip


async def test_a_line_that_breaks_costs_no_more_than_the_part_that_was_on_it(
    home: Home, hub_and_line: tuple[Hub, Line]
) -> None:
    hub, line = hub_and_line
    hub_id = await home.join(hub)
    await home.consent(hub_id)
    line.bytes_per_s = 8_000_000
    before = line.sent
    clip = await offered(home, hub)
    await home.until(lambda: line.sent - before > 2.6 * PART_BYTES)
    await line.stop()
    await asyncio.sleep(0.3)
    line.bytes_per_s = None
    await line.start()
    await home.until(lambda: home.door.hub_state(hub_id).queue_length == 0, 15)
    assert line.sent - before <= SIZE + PART_BYTES + HEADS + len((home.storage / "still.jpg").read_bytes())
    served = await home.hass.async_add_executor_job(hub.http.bytes_of, "GET", f"/api/clips/{clip.clip_id}")
    assert hashlib.sha256(served).hexdigest() == clip.sha256


async def test_what_is_bent_on_its_way_is_refused_and_sent_again(home: Home, hub_and_line: tuple[Hub, Line]) -> None:
    hub, line = hub_and_line
    hub_id = await home.join(hub)
    await home.consent(hub_id)
    line.bends = (b"Upload-Complete: ?0", b"Upload-Complete: ?1")
    before = line.sent
    clip = await offered(home, hub)
    await home.until(lambda: line.bends is None)
    await home.until(lambda: home.door.hub_state(hub_id).queue_length == 0, 15)
    assert home.door.hub_state(hub_id).parked == 0
    asked = [request for request in line.requests(before) if request.startswith("HEAD")]
    assert len(asked) == 2, "it began anew where the hub stood"
    served = await home.hass.async_add_executor_job(hub.http.bytes_of, "GET", f"/api/clips/{clip.clip_id}")
    assert hashlib.sha256(served).hexdigest() == clip.sha256


@pytest.mark.parametrize("parts_sent", [1.0, 1.4])
async def test_nothing_of_a_clip_leaves_any_more_once_its_consent_is_withdrawn(
    home: Home, hub_and_line: tuple[Hub, Line], parts_sent: float
) -> None:
    hub, line = hub_and_line
    consent_id = await home.consent(await home.join(hub))
    motion = home.motion()
    home.door.offer_motion(motion)
    await home.until_received(hub, motion.event_id, lambda event: event["still_url"])
    line.bytes_per_s = 1_000_000
    before = line.sent
    home.door.offer_clip(large(home, home.clip(motion)))
    await home.until(lambda: line.sent - before >= parts_sent * PART_BYTES)
    await home.door.async_withdraw(consent_id)
    withdrawn_at = line.sent
    ledger = await async_get_ledger(home.hass)
    await home.until(lambda: ledger.consents[consent_id].closed, 60)
    said = line.requests(withdrawn_at)
    assert said, "the hub was told"
    assert all("/withdrawal" in request or "/v1/deletions/" in request for request in said), said
    assert line.sent - withdrawn_at < HEADS, "what had not left this machine never did"
    assert await home.hass.async_add_executor_job(home.door.outbox.of_consent, consent_id) == []


@dataclass
class Sender:
    """The client of a home, and a clip to send by it."""

    hass: HomeAssistant
    client: HubClient
    parcel: Parcel
    copy: CopyFile
    allowed: int = 99  # so many parts

    def _may_go_on(self) -> bool:
        self.allowed -= 1
        return self.allowed >= 0

    async def send(self) -> str | None:
        return await async_send_clip(self.client, self.parcel, self.copy, self._may_go_on)


@pytest.fixture
async def hub(hass: HomeAssistant, socket_enabled: None) -> AsyncGenerator[HostileHub]:
    async with hostile_hub() as hub:
        hub.answers["/v1/clips"] = http(201)
        yield hub


@pytest.fixture
async def sender(hass: HomeAssistant, hub: HostileHub, tmp_path: Path) -> Sender:
    data = bytes(range(256)) * (PARTS_ABOVE // 256 + 10)
    (tmp_path / "copy.mp4").write_bytes(data)
    now = datetime(2026, 11, 22, 8, tzinfo=UTC)
    parcel = Parcel(
        seq=1,
        hub="hub",
        kind=DataKind.CLIPS,
        object_id=str(uuid7()),
        camera_id="cam1",
        consent_id=str(uuid7()),
        first_at=now,
        last_at=now,
        event_id="",
        stage=Stage.WAITING,
        payload="",
        source=None,
        manifest="a.b.c",
        masked=False,
        file="copy.mp4",
        sha256=hashlib.sha256(data).hexdigest(),
        size_bytes=len(data),
        revision=1,
        attempts=0,
        reason=None,
        request_id=None,
    )
    client = HubClient(Transport(async_get_hub_session(hass), hub.url, Identity.new(), dt_util.utcnow), hub.key)
    return Sender(hass, client, parcel, CopyFile(hass, tmp_path, parcel))


def answers(hub: HostileHub, sender: Sender, **by_method: bytes) -> None:
    """What the clip's content says to each method; a HEAD has no body."""

    async def answer(writer: asyncio.StreamWriter) -> None:
        method = hub.requests[-1][0].partition(" ")[0]
        said = by_method.get(method, http(405, b"{}"))
        writer.write(said.partition(b"\r\n\r\n")[0] + b"\r\n\r\n" if method == "HEAD" else said)
        await writer.drain()

    hub.answers[f"/v1/clips/{sender.parcel.object_id}/content"] = answer


def receipt(hub: HostileHub, sender: Sender) -> bytes:
    stored = StorageReceipt(
        clip_id=sender.parcel.object_id,
        sha256=sender.parcel.sha256,
        size_bytes=sender.parcel.size_bytes,
        stored_at=dt_util.utcnow(),
    )
    return json_answer(ReceiptAnswer(receipt=sign_object(Kind.STORAGE_RECEIPT, stored, hub.key, hub.private.sign)), 201)


def methods(hub: HostileHub) -> list[str]:
    return [request[0].partition(" ")[0] for request in hub.requests]


async def test_a_hub_that_takes_no_parts_gets_the_clip_at_once(hub: HostileHub, sender: Sender) -> None:
    answers(hub, sender, PUT=receipt(hub, sender))
    assert await sender.send() is not None
    assert methods(hub) == ["POST", "HEAD", "PUT"]
    assert hashlib.sha256(hub.requests[-1][2]).hexdigest() == sender.parcel.sha256


async def test_a_hub_that_has_all_is_only_asked_to_say_so(hub: HostileHub, sender: Sender) -> None:
    stands = f"Upload-Offset: {sender.parcel.size_bytes}"
    answers(hub, sender, HEAD=http(204, b"", "text/plain", stands), PATCH=receipt(hub, sender))
    assert await sender.send() is not None
    _, fields, body = hub.requests[-1]
    assert (fields["upload-offset"], fields["upload-complete"], body) == (str(sender.parcel.size_bytes), "?1", b"")
    assert fields["content-type"] == "application/partial-upload"


async def test_between_two_parts_it_is_asked_whether_they_may_go(hub: HostileHub, sender: Sender) -> None:
    taken = http(204, b"", "text/plain", f"Upload-Offset: {2 * PART_BYTES}")
    answers(hub, sender, HEAD=http(204, b"", "text/plain", "Upload-Offset: 0"), PATCH=taken)
    sender.allowed = 2
    assert await sender.send() is None
    assert methods(hub) == ["POST", "HEAD", "PATCH", "PATCH"]
    assert [fields["upload-offset"] for _, fields, _ in hub.requests[2:]] == ["0", str(PART_BYTES)]


@pytest.mark.parametrize("stands", ["99999999", "-5", "1e3", "0, 0", "٣"])
async def test_an_offset_that_cannot_be_is_not_believed(hub: HostileHub, sender: Sender, stands: str) -> None:
    head = http(204, b"", "text/plain").replace(
        b"HTTP/1.1 204 X\r\n", f"HTTP/1.1 204 X\r\nUpload-Offset: {stands}\r\n".encode()
    )
    answers(hub, sender, HEAD=head, PUT=receipt(hub, sender))
    if stands == "99999999":
        with pytest.raises(HubNonsenseError):
            await sender.send()
    else:  # nonsense is no offset, and who tells none takes no parts
        assert await sender.send() is not None
    assert "PATCH" not in methods(hub)


@pytest.mark.parametrize("had", [None, 0, PART_BYTES - 1])
async def test_a_part_that_was_taken_and_is_not_there_is_nonsense(
    hub: HostileHub, sender: Sender, had: int | None
) -> None:
    fields = [] if had is None else [f"Upload-Offset: {had}"]
    stands = http(204, b"", "text/plain", "Upload-Offset: 0")
    answers(hub, sender, HEAD=stands, PATCH=http(204, b"", "text/plain", *fields))
    with pytest.raises(HubNonsenseError):
        await sender.send()
    assert methods(hub).count("PATCH") == 1


async def test_the_end_needs_the_hubs_own_receipt(hub: HostileHub, sender: Sender) -> None:
    stands = http(204, b"", "text/plain", f"Upload-Offset: {sender.parcel.size_bytes - 5}")
    for said in (http(204), json_answer({"receipt": "a.b.c"}, 201)):
        answers(hub, sender, HEAD=stands, PATCH=said)
        with pytest.raises(HubNonsenseError):
            await sender.send()


async def test_a_part_that_does_not_follow_is_the_lines_business_and_tried_again(
    hub: HostileHub, sender: Sender
) -> None:
    document = {"type": "urn:mt:problem:mismatching-upload-offset", "title": "no", "status": 409}
    refusal = http(409, json.dumps(document).encode(), "application/problem+json", "Upload-Offset: 0")
    answers(hub, sender, HEAD=http(204, b"", "text/plain", "Upload-Offset: 0"), PATCH=refusal)
    with pytest.raises(HubRefusedError) as refused:
        await sender.send()
    assert refused.value.problem is None, "no word of the clip itself"


async def test_a_busy_hub_is_not_mistaken_for_one_without_parts(hub: HostileHub, sender: Sender) -> None:
    answers(hub, sender, HEAD=http(503, b"", "text/html", "Retry-After: 7"))
    with pytest.raises(HubRefusedError) as refused:
        await sender.send()
    assert refused.value.retry_after_s == 7
    assert methods(hub) == ["POST", "HEAD"]
