"""A consent with thousands of objects is withdrawn: when nothing is shown any more, when the receipt is there, what is left.

    PYTHONPATH=.:custom_components/mat_than/lib .venv/bin/python -m benchmarks.sharing.withdrawal [--objects 5000] [--json]

A real hub in its own process takes events, stills and clips of one camera, each with marker bytes in it, and as many
of a second camera's that stays. Then the first consent is withdrawn while an officer keeps asking for its items. At the end
every file of the hub (database, write-ahead log, objects, keys, log) is searched for the markers; that they are
found where they should be (the second camera's, in the database) shows that the search works.
"""

import argparse
import asyncio
from collections.abc import AsyncIterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
import hashlib
import json
from pathlib import Path
import sys
import tempfile
import time
from uuid import uuid7

import aiohttp
import numpy as np

from custom_components.mat_than.lib.mat_than_engine.protocol.consent import DeletionReceipt, Withdrawal
from custom_components.mat_than.lib.mat_than_engine.protocol.footage import ClipManifest, Event, EventData, EventType
from custom_components.mat_than.lib.mat_than_engine.protocol.signed import Kind, object_hash, open_object
from custom_components.mat_than.sharing.identity import verify_ed25519
from custom_components.mat_than.sharing.transport import FileBody
from scripts.live.http_client import RefusedError
from scripts.live.hub import Hub

from .household import Household, join
from .noise_media import CLIP_S, free_box, write_clip, write_still

REFUSED_GOAL_S = 1.0
RECEIPT_GOAL_S = 60.0
PER_BATCH = 50
CLIP_EVERY = 6  # events
CONSENT_BEGAN = timedelta(days=1)  # ago
MEDIA_SIZE = (640, 360)  # width, height


@dataclass(frozen=True, slots=True)
class Figures:
    """What the withdrawal took, and what it left."""

    objects: int
    megabytes: float
    refused_after_s: float
    receipt_after_s: float
    key_destroyed_after_s: float
    receipt_counts: tuple[int, int, int]
    markers_before: int  # files that hold a marker of the camera before its withdrawal, in the clear
    markers_after: int
    markers_of_the_other: int
    others_shown: bool


@dataclass(frozen=True, slots=True)
class Shared:
    """What a camera has at the hub."""

    consent_id: str
    marker: bytes
    events: list[str]
    stills: list[str]
    clips: list[str]


class Home:
    """A household that sends as fast as the hub takes it."""

    def __init__(self, household: Household) -> None:
        self.client = household.client
        self.household = household
        self._previous: str | None = None

    async def share(self, camera_id: str, objects: int, media: tuple[bytes, bytes]) -> Shared:
        """That many objects or a few more: events, each with its still, every sixth with a clip."""
        marker = f"marker-{camera_id}-{uuid7().hex}".encode()
        consent_id, _ = await self.household.consent(camera_id, datetime.now(UTC) - CONSENT_BEGAN)
        shared = Shared(consent_id, marker, [], [], [])
        jpeg, mp4 = _marked_jpeg(media[0], marker), media[1] + free_box(marker)
        while len(shared.events) + len(shared.stills) + len(shared.clips) < objects:
            await self._share_some(camera_id, shared, jpeg, mp4, PER_BATCH)
        return shared

    async def _share_some(self, camera_id: str, shared: Shared, jpeg: bytes, mp4: bytes, count: int) -> None:
        events = [self._event(camera_id, shared) for _ in range(count)]
        for result in await self.client.post_events(events):
            assert result.status == "accepted", result
        shared.events.extend(event.id for event in events)
        for event in events:
            still_id = str(uuid7())
            await self.client.put_still(still_id, event.id, _body(jpeg))
            shared.stills.append(still_id)
        for event in events[: count // CLIP_EVERY]:
            clip_id = str(uuid7())
            await self.client.put_clip(clip_id, self._manifest(camera_id, shared, clip_id, event, mp4), _body(mp4))
            shared.clips.append(clip_id)

    def _event(self, camera_id: str, shared: Shared) -> Event:
        now = datetime.now(UTC)
        data = EventData(consent_id=shared.consent_id, started_at=now, score=0.9, zones=(shared.marker.decode(),))
        source = f"urn:mt:{self.household.household_id}:{camera_id}"
        return Event(id=str(uuid7()), source=source, type=EventType.MOTION, time=now, data=data)

    def _manifest(self, camera_id: str, shared: Shared, clip_id: str, event: Event, mp4: bytes) -> str:
        claim = ClipManifest(
            clip_id=clip_id,
            household_id=self.household.household_id,
            camera_id=camera_id,
            consent_id=shared.consent_id,
            sha256=hashlib.sha256(mp4).hexdigest(),
            size_bytes=len(mp4),
            codec="h264",
            started_at=event.time,
            ended_at=event.time + timedelta(seconds=CLIP_S),
            created_at=event.time,
            event_ids=(event.id,),
            previous=self._previous,
        )
        token = self.household.identity.sign_object(Kind.CLIP_MANIFEST, claim)
        self._previous = object_hash(token)
        return token

    async def withdraw(self, consent_id: str) -> str:
        """Take a consent back; the deletion's id."""
        withdrawal = Withdrawal(consent_id=consent_id, withdrawn_at=datetime.now(UTC))
        token = self.household.identity.sign_object(Kind.WITHDRAWAL, withdrawal)
        return (await self.client.withdraw(consent_id, token)).deletion_id


async def measure(folder: Path, objects: int) -> Figures:
    """Fill a hub, withdraw, look."""
    hub = Hub(folder / "data")
    await asyncio.to_thread(hub.start)
    try:
        async with aiohttp.ClientSession(auto_decompress=False) as session:
            home = Home(await join(hub, session))
            media = _media(folder)
            gone = await home.share("doomed", objects, media)
            kept = await home.share("kept", min(objects, 2 * PER_BATCH), media)
            return await _withdraw(hub, home, gone, kept)
    finally:
        await asyncio.to_thread(hub.stop)


async def _withdraw(hub: Hub, home: Home, gone: Shared, kept: Shared) -> Figures:
    size = sum(path.stat().st_size for path in hub.folder.rglob("*") if path.is_file())
    before = _holding(hub, gone.marker)
    shown = [f"/api/clips/{gone.clips[0]}", f"/api/stills/{gone.stills[0]}", f"/api/events/{gone.events[0]}"]
    assert not [path for path in shown if await asyncio.to_thread(_refused, hub, path)]
    asked = time.monotonic()
    deletion_id = await home.withdraw(gone.consent_id)
    refused_s = receipt_s = None
    while receipt_s is None:
        if refused_s is None and all([await asyncio.to_thread(_refused, hub, path) for path in shown]):
            refused_s = time.monotonic() - asked
        deletion = await home.client.deletion(deletion_id, gone.consent_id)
        if deletion.receipt is not None:
            receipt_s = time.monotonic() - asked
        await asyncio.sleep(0.02)
        assert time.monotonic() - asked < 10 * RECEIPT_GOAL_S, "no receipt"
    key = home.household.told.key
    proof = open_object(Kind.DELETION_RECEIPT, DeletionReceipt, deletion.receipt or "", key, verify_ed25519)
    assert proof.key_destroyed_at is not None
    await asyncio.sleep(1)
    return Figures(
        objects=len(gone.events) + len(gone.stills) + len(gone.clips),
        megabytes=size / 1e6,
        refused_after_s=refused_s or time.monotonic() - asked,
        receipt_after_s=receipt_s,
        key_destroyed_after_s=(proof.key_destroyed_at - proof.requested_at).total_seconds(),
        receipt_counts=(proof.events, proof.stills, proof.clips),
        markers_before=before,
        markers_after=_holding(hub, gone.marker),
        markers_of_the_other=_holding(hub, kept.marker),
        others_shown=not _refused(hub, f"/api/clips/{kept.clips[0]}"),
    )


def _refused(hub: Hub, path: str) -> bool:
    try:
        hub.http.bytes_of("GET", path)
    except RefusedError as err:
        if err.status != 410:
            raise
        return True
    return False


def _holding(hub: Hub, marker: bytes) -> int:
    """How many of the hub's files hold the marker: its folder, and the log beside it."""
    files = [path for path in (*hub.folder.rglob("*"), hub.log) if path.is_file()]
    return sum(marker in path.read_bytes() for path in files)


def _body(data: bytes) -> FileBody:
    async def read() -> AsyncIterator[bytes]:
        yield data

    return FileBody(sha256=hashlib.sha256(data).hexdigest(), size_bytes=len(data), read=read)


def _marked_jpeg(jpeg: bytes, marker: bytes) -> bytes:
    """The picture with a comment after its first bytes."""
    return jpeg[:2] + b"\xff\xfe" + (len(marker) + 2).to_bytes(2) + marker + jpeg[2:]


def _media(folder: Path) -> tuple[bytes, bytes]:
    """A still and a clip of a usual size."""
    noise = np.random.default_rng(1).integers(0, 255, (MEDIA_SIZE[1], MEDIA_SIZE[0], 3), np.uint8)
    still = write_still(folder / "still.jpg", np.asarray(noise // 8 + 90, np.uint8))
    return still, write_clip(folder / "clip.mp4", *MEDIA_SIZE, {})


def main() -> int:
    """Measure, print; 1 where a goal is not met."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--objects", type=int, default=5000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = asyncio.run(measure(Path(folder), options.objects))
    if options.json:
        print(json.dumps(asdict(figures)))
    else:
        print(
            f"{figures.objects} objects, {figures.megabytes:.0f} MB at the hub\n"
            f"views refused after {figures.refused_after_s:.2f} s (goal < {REFUSED_GOAL_S:.0f})\n"
            f"key destroyed after {figures.key_destroyed_after_s:.2f} s, receipt after {figures.receipt_after_s:.1f} s "
            f"(goal <= {RECEIPT_GOAL_S:.0f}), for events, stills, clips {figures.receipt_counts}\n"
            f"files with a marker in the clear: {figures.markers_before} before, {figures.markers_after} after (goal 0); "
            f"of the camera that stays {figures.markers_of_the_other}, still shown: {figures.others_shown}"
        )
    met = figures.refused_after_s < REFUSED_GOAL_S and figures.receipt_after_s <= RECEIPT_GOAL_S
    return int(not (met and figures.markers_after == 0 and figures.markers_of_the_other and figures.others_shown))


if __name__ == "__main__":
    sys.exit(main())
