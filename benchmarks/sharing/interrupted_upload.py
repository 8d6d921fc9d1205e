"""What a broken line costs: a clip of 20 MB goes through while the line is cut and the hub is killed, part by part.

    PYTHONPATH=.:custom_components/mat_than/lib .venv/bin/python -m benchmarks.sharing.interrupted_upload
        [--megabytes 20] [--cuts 4] [--seed N] [--json]

A real hub in its own process, the home's own upload (`clip_upload`), and between them a line that cuts the connection
at random places inside a part; once the hub is killed with SIGKILL, too. After each break the upload begins as a lane
begins it. Counted is every byte that the home handed to the line: above one for each byte of the clip, each break may cost at
most one part. Ends with 1 above that, or when the hub serves other bytes.
"""

import argparse
import asyncio
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
import hashlib
import json
from pathlib import Path
from random import Random
import sys
import tempfile
from uuid import uuid7

import aiohttp
from pytest_homeassistant_custom_component.common import (  # type: ignore[import-untyped]  # a package without types
    async_test_home_assistant,
)

from custom_components.mat_than.lib.mat_than_engine.protocol.consent import DataKind
from custom_components.mat_than.lib.mat_than_engine.protocol.footage import ClipManifest
from custom_components.mat_than.lib.mat_than_engine.protocol.parts import PART_BYTES
from custom_components.mat_than.lib.mat_than_engine.protocol.signed import Kind
from custom_components.mat_than.sharing.clip_upload import async_send_clip
from custom_components.mat_than.sharing.copy_file import CopyFile
from custom_components.mat_than.sharing.errors import HubRefusedError, HubUnreachableError
from custom_components.mat_than.sharing.parcel import Parcel, Stage
from scripts.live.hub import Hub
from scripts.live.process import free_port

from .cutting_line import CuttingLine
from .household import Household, join
from .noise_media import CLIP_S, free_box, write_clip
from .plan import CAMERA

HEADS_BYTES = 4096  # of one request, at most


@dataclass(frozen=True, slots=True)
class Figures:
    """Bytes of the clip, bytes that were put on the line for it, and how often it broke."""

    clip_bytes: int
    line_bytes: int
    requests: int
    cuts: int
    hub_kills: int
    whole: bool  # the hub serves the very bytes

    @property
    def again_bytes(self) -> int:
        """What was sent more than once, and the requests' heads."""
        return self.line_bytes - self.clip_bytes

    @property
    def allowed_bytes(self) -> int:
        """A part for each break."""
        return (self.cuts + self.hub_kills) * PART_BYTES + self.requests * HEADS_BYTES


async def measure(folder: Path, options: argparse.Namespace) -> Figures:
    """Join, send, break, look."""
    line_port = free_port()
    hub = Hub(folder / "hub", public_port=line_port)
    hub.http.headers["Origin"] = f"http://127.0.0.1:{line_port}"
    line = CuttingLine(line_port, hub.port)
    try:
        await asyncio.to_thread(hub.start)
        await line.start()
        async with (
            aiohttp.ClientSession(auto_decompress=False) as session,
            async_test_home_assistant(config_dir=str(folder / "config")) as hass,
        ):
            household = await join(hub, session)
            parcel = await _announced(folder, household, options.megabytes)
            before = line.sent
            random = Random(options.seed)
            breaks = ["cut"] * options.cuts + ["hub"]
            random.shuffle(breaks)
            while True:
                if breaks:
                    line.cut_after = random.randint(PART_BYTES // 2, 3 * PART_BYTES)
                try:
                    await async_send_clip(household.client, parcel, CopyFile(hass, folder, parcel), lambda: True)
                    break
                except (HubUnreachableError, HubRefusedError) as err:
                    if not line.was_cut:
                        raise RuntimeError("the line broke by itself") from err
                line.was_cut = False
                if breaks.pop() == "hub":
                    await asyncio.to_thread(hub.kill)
                    await asyncio.to_thread(hub.start)
            served = await asyncio.to_thread(hub.http.bytes_of, "GET", f"/api/clips/{parcel.object_id}")
            await hass.async_stop(force=True)
    finally:
        await line.stop()
        await asyncio.to_thread(hub.stop)
    return Figures(
        clip_bytes=parcel.size_bytes,
        line_bytes=line.sent - before,
        requests=line.requests,
        cuts=options.cuts,
        hub_kills=1,
        whole=hashlib.sha256(served).hexdigest() == parcel.sha256,
    )


async def _announced(folder: Path, household: Household, megabytes: int) -> Parcel:
    """A clip on disk with its manifest, as the outbox has it."""
    began = datetime.now(UTC) - timedelta(minutes=5)
    consent_id, _ = await household.consent(CAMERA, began - timedelta(minutes=5))
    video = await asyncio.to_thread(write_clip, folder / "clip.mp4", 320, 240, {"crf": "35"})
    data = video + free_box(bytes(megabytes * 1_000_000 - len(video)))
    (folder / "copy.mp4").write_bytes(data)
    manifest = ClipManifest(
        clip_id=str(uuid7()),
        household_id=household.household_id,
        camera_id=CAMERA,
        consent_id=consent_id,
        sha256=hashlib.sha256(data).hexdigest(),
        size_bytes=len(data),
        codec="h264",
        started_at=began,
        ended_at=began + timedelta(seconds=CLIP_S),
        created_at=began,
    )
    return Parcel(
        seq=1,
        hub=household.hub.code,
        kind=DataKind.CLIPS,
        object_id=manifest.clip_id,
        camera_id=CAMERA,
        consent_id=consent_id,
        first_at=manifest.started_at,
        last_at=manifest.ended_at,
        event_id="",
        stage=Stage.WAITING,
        payload="",
        source=None,
        manifest=household.identity.sign_object(Kind.CLIP_MANIFEST, manifest),
        masked=False,
        file="copy.mp4",
        sha256=manifest.sha256,
        size_bytes=manifest.size_bytes,
        revision=1,
        attempts=0,
        reason=None,
        request_id=None,
    )


def main() -> int:
    """Measure, print; 1 when a break cost more than a part, or the clip is another."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--megabytes", type=int, default=20)
    parser.add_argument("--cuts", type=int, default=4)
    parser.add_argument("--seed", type=int, default=20261122)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "config").mkdir()
        figures = asyncio.run(measure(Path(folder), options))
    if options.json:
        print(json.dumps(asdict(figures)))
    else:
        print(
            f"{figures.clip_bytes / 1e6:.1f} MB in {figures.requests} requests, line cut {figures.cuts} times, hub killed "
            f"{figures.hub_kills} time: {figures.again_bytes / 1e6:.2f} MB went again (goal: at most a part of "
            f"{PART_BYTES / 1e6:.2f} MB each time, {figures.allowed_bytes / 1e6:.2f} MB); "
            f"whole: {'yes' if figures.whole else 'no'}"
        )
    return int(figures.again_bytes > figures.allowed_bytes or not figures.whole)


if __name__ == "__main__":
    sys.exit(main())
