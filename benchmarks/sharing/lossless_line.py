"""Nothing is lost: everything a home kept arrives once and whole, over a bad line, through kills and an hour without a hub.

    PYTHONPATH=.:custom_components/mat_than/lib .venv/bin/python -m benchmarks.sharing.lossless_line
        [--events 1000] [--clips 200] [--home-kills 10] [--hub-kills 10] [--seed N] [--json]

A real hub and a Home Assistant with the door, each in its own process, and between them a line that loses, delays, cuts,
doubles and overtakes (bad_line.py). Both are killed with SIGKILL at random moments. In the middle the hub is dead for
an hour by the clock of both (a file moves it). At the end the console's own calls must show every event once, with
its still and its clip, and each served byte must be the one that the home's copy has. Ends with 1 otherwise.
"""

import argparse
import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
import hashlib
import json
import os
from pathlib import Path
from random import Random
import sys
import tempfile
import time
from typing import Any
from uuid import uuid7

import aiohttp
import av
import numpy as np

from custom_components.mat_than.lib.mat_than_engine.commands import MakeSharedStill
from custom_components.mat_than.lib.mat_than_engine.keeping.shared_copy import make_shared_still
from custom_components.mat_than.lib.mat_than_engine.model import Clip, Motion
from custom_components.mat_than.lib.mat_than_engine.protocol.consent import (
    CameraCard,
    ConsentRecord,
    DataKind,
    PositionKind,
    Purpose,
)
from custom_components.mat_than.lib.mat_than_engine.protocol.keys import b64url
from custom_components.mat_than.lib.mat_than_engine.protocol.pairing import Invitation, PairingRequest
from custom_components.mat_than.lib.mat_than_engine.protocol.signed import Kind
from custom_components.mat_than.sharing.client import HubClient
from custom_components.mat_than.sharing.hub import Hub as JoinedHub
from custom_components.mat_than.sharing.identity import Identity
from custom_components.mat_than.sharing.transport import Transport
from scripts.live.hub import PROGRAM, Hub
from scripts.live.process import Child, free_port

from .bad_line import BadLine
from .lossless_home import Plan, Planned

HOUR_S = 3600
HUB_BY_CLOCK = Path(__file__).with_name("hub_by_clock.py")


@dataclass
class Figures:
    """What was kept, what came, and what happened on the way."""

    events: int
    stills: int
    clips: int
    seconds: float
    home_kills: int
    hub_kills: int
    fates: dict[str, int]
    missing: int
    twice: int
    other_bytes: int
    objects_without_owner: int
    parked: int
    dropped: int


class Bench:
    """Hub, line and home in one folder."""

    def __init__(self, folder: Path, events: int, clips: int, seed: int) -> None:
        self.folder = folder
        self.random = Random(seed)
        self.ahead = folder / "ahead"
        self.ahead.write_text("0")
        (folder / "clips").mkdir()
        (folder / "config").mkdir()
        line_port = free_port()
        python = PROGRAM.with_name("python")
        self.hub = Hub(folder / "hub", public_port=line_port, program=(python, HUB_BY_CLOCK, self.ahead))
        self.hub.http.headers["Origin"] = f"http://127.0.0.1:{line_port}"
        self.line = BadLine(line_port, self.hub.port, seed)
        self._counts = (events, clips)
        self.plan: Plan
        self.home = self._new_home()

    def _new_home(self) -> Child:
        command: list[str | Path] = [
            sys.executable,
            "-m",
            "benchmarks.sharing.lossless_home",
            self.folder / "plan.json",
        ]
        return Child("the home", command, self.folder / "home.log")

    async def set_up(self) -> None:
        """A hub that is set up, a household that is paired, a consent; and the plan of what is shared."""
        await asyncio.to_thread(self.hub.start)
        await self.line.start()
        async with aiohttp.ClientSession(auto_decompress=False) as session:
            self.plan = await self._paired(session)
        self.plan.save(self.folder / "plan.json")

    async def _paired(self, session: aiohttp.ClientSession) -> Plan:
        invitation = Invitation.parse(await asyncio.to_thread(self.hub.invite, "bench"))
        identity = Identity.new()
        transport = Transport(session, invitation.hub_url, identity, lambda: datetime.now(UTC))
        told = await HubClient(transport, None).describe(invitation.thumbprint)
        request = PairingRequest(code=invitation.code, key=identity.public, name="Nhà số 5", software="bench")
        client = HubClient(transport, told.key)
        household_id = (await client.pair(request)).household_id
        await asyncio.to_thread(self.hub.confirm_waiting)
        joined = JoinedHub(
            url=invitation.hub_url,
            key=told.key,
            household_id=household_id,
            name=told.name,
            commune=told.commune,
            notice_version=told.notice_version,
            retention_days=told.retention_days,
        )
        now = datetime.now(UTC)
        record = ConsentRecord(
            consent_id=str(uuid7()),
            version=1,
            household_id=household_id,
            hub_thumbprint=told.key.thumbprint,
            camera_id="cam1",
            purpose=Purpose.NEIGHBOURHOOD_SECURITY,
            kinds=(DataKind.EVENTS, DataKind.STILLS, DataKind.CLIPS),
            valid_from=now - timedelta(hours=3),
            valid_until=now + timedelta(days=30),
            retention_days=7,
            notice_version=told.notice_version,
            language="vi",
            given_at=now,
        )
        token = identity.sign_object(Kind.CONSENT, record)
        await client.put_camera("cam1", CameraCard(name="Cổng", position=PositionKind.GATE))
        await client.put_consent(record.consent_id, 1, token)
        return Plan(
            folder=str(self.folder),
            hub=joined.as_data(),
            private_key=b64url(identity.private.private_bytes_raw()),
            consent=token,
            things=await asyncio.to_thread(self._things, now - timedelta(hours=2)),
        )

    def _things(self, begin: datetime) -> tuple[Planned, ...]:
        events, clips = self._counts
        video = _mp4(self.folder / "clip.mp4")
        every = max(1, events // clips) if clips else events + 1
        return tuple(
            self._thing(number, begin + timedelta(seconds=number * 5), video if number % every == 0 else None)
            for number in range(events)
        )

    def _thing(self, number: int, at: datetime, video: bytes | None) -> Planned:
        still = f"still-{number}.jpg"
        _write_jpeg(self.folder / "clips" / still, number)
        motion = Motion(
            camera_id="cam1",
            event_id=str(uuid7()),
            phase="end",
            started_at=at,
            last_seen_at=at + timedelta(seconds=2),
            ended_at=at + timedelta(seconds=3),
            score=0.9,
            still=still,
            still_at=at,
            still_settled=True,
        )
        if video is None:
            return Planned(motion=motion)
        clip_id = str(uuid7())
        data = video + (len(clip_id) + 8).to_bytes(4) + b"free" + clip_id.encode()  # no two clips alike
        (self.folder / "clips" / f"{clip_id}.mp4").write_bytes(data)
        clip = Clip(
            clip_id=clip_id,
            camera_id="cam1",
            event_ids=(motion.event_id,),
            path=f"{clip_id}.mp4",
            still=None,
            started_at=at,
            ended_at=at + timedelta(seconds=2),
            duration_s=2.0,
            pre_roll_s=0.0,
            size_bytes=len(data),
            sha256=hashlib.sha256(data).hexdigest(),
            codec="h264",
            width=320,
            height=240,
        )
        return Planned(motion=motion, clip=clip)

    async def share(self, home_kills: int, hub_kills: int) -> dict[str, int]:
        """Until the home says that nothing waits any more; its last words."""
        self.line.bad = True
        self._start_home()
        deeds = ["home"] * home_kills + ["hub"] * hub_kills
        self.random.shuffle(deeds)
        deeds.insert(len(deeds) // 2, "hour")
        for deed in deeds:
            await asyncio.sleep(self.random.uniform(1, 12))
            if not self.home.alive:
                self._check_home()
                continue
            match deed:
                case "home":
                    self._kill_home()
                    self._start_home()
                case "hub":
                    await asyncio.to_thread(self.hub.kill)
                    await asyncio.sleep(self.random.uniform(0, 2))
                    await asyncio.to_thread(self.hub.start)
                case _:
                    await self._an_hour_without_hub()
        while self.home.alive:  # noqa: ASYNC110 - a process tells nobody that it ends
            await asyncio.sleep(0.5)
        words: dict[str, int] = json.loads(self._check_home())
        return words

    async def _an_hour_without_hub(self) -> None:
        await asyncio.to_thread(self.hub.kill)
        await asyncio.sleep(3)
        new = self.ahead.with_suffix(".new")
        new.write_text(str(HOUR_S))
        new.replace(self.ahead)  # whoever reads sees one time or the other
        await asyncio.sleep(5)
        await asyncio.to_thread(self.hub.start)

    def _start_home(self) -> None:
        self.home = self._new_home().start({"PYTHONPATH": os.pathsep.join(sys.path)}, cwd=Path.cwd())

    def _kill_home(self) -> None:
        if self.home.process is not None:
            self.home.process.kill()
        self.home.stop()

    def _check_home(self) -> str:
        """The last line of a home that ended by itself."""
        if self.home.process is None or self.home.process.returncode:
            raise RuntimeError(f"the home ended:\n{self.home.log.read_text()[-3000:]}")
        return self.home.log.read_text().rstrip().rpartition("\n")[2]

    async def stop(self) -> None:
        """End all."""
        self._kill_home()
        await self.line.stop()
        await asyncio.to_thread(self.hub.stop)

    def verify(self) -> dict[str, int]:
        """Ask the hub for everything, as an officer does."""
        shown = self._feed()
        counts = Counter(event["id"] for event in shown)
        by_id = {event["id"]: event for event in shown}
        missing = other = 0
        for thing in self.plan.things:
            event = by_id.get(thing.motion.event_id)
            for url, file in self._files(thing):
                if event is None or (address := _address(event, url)) is None:
                    missing += 1
                elif hashlib.sha256(self.hub.http.bytes_of("GET", address)).digest() != file:
                    other += 1
            missing += event is None or event["ended_at"] is None
        files = [path for path in (self.folder / "hub/objects").rglob("*") if path.is_file()]
        wanted = len(self.plan.things) + sum(thing.clip is not None for thing in self.plan.things)
        return {
            "missing": missing,
            "twice": sum(count - 1 for count in counts.values()) + len(counts.keys() - self._ids()),
            "other_bytes": other,
            "objects_without_owner": len(files) - wanted,
        }

    def _ids(self) -> set[str]:
        return {thing.motion.event_id for thing in self.plan.things}

    def _feed(self) -> list[dict[str, Any]]:
        shown: list[dict[str, Any]] = []
        before = ""
        while True:
            page = self.hub.http.get(f"/api/events?limit=200{before}")
            shown += page["events"]
            if not page["more"]:
                return shown
            before = f"&before={page['events'][-1]['seq']}"

    def _files(self, thing: Planned) -> Sequence[tuple[str, bytes]]:
        """What must be served of it, and the hash of the home's copy: of a still the engine makes the same again."""
        copy = self.folder / "copy.jpg"
        source = self.folder / "clips" / (thing.motion.still or "")
        make_shared_still(MakeSharedStill(request_id="1", source=str(source), target=str(copy)))
        files = [("still", hashlib.sha256(copy.read_bytes()).digest())]
        if thing.clip is not None:
            files.append(("clip", bytes.fromhex(thing.clip.sha256)))
        return files


def _address(event: dict[str, Any], what: str) -> str | None:
    if what == "still":
        still: str | None = event["still_url"]
        return still
    clip = event["clip"]
    return clip["url"] if clip is not None and clip["state"] == "stored" else None


def _mp4(path: Path) -> bytes:
    with av.open(str(path), "w", options={"movflags": "faststart"}) as container:
        stream = container.add_stream("libx264", rate=10, options={"preset": "ultrafast", "crf": "35"})
        stream.width, stream.height, stream.pix_fmt = 320, 240, "yuv420p"
        noise = np.random.default_rng(2)
        for _ in range(20):
            picture = noise.integers(60, 180, (240, 320, 3), np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode(None))
    return path.read_bytes()


def _write_jpeg(path: Path, number: int) -> None:
    with av.open(str(path), "w", format="image2") as container:
        stream = container.add_stream("mjpeg", rate=1)
        stream.width, stream.height, stream.pix_fmt = 160, 96, "yuvj420p"
        noise = np.random.default_rng(number).integers(0, 255, (12, 20, 3), np.uint8)
        picture = np.kron(noise, np.ones((8, 8, 1), np.uint8))
        container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode(None))


async def measure(folder: Path, options: argparse.Namespace) -> Figures:
    """Set up, share, look."""
    bench = Bench(folder, options.events, options.clips, options.seed)
    try:
        await bench.set_up()
        began = time.monotonic()
        words = await bench.share(options.home_kills, options.hub_kills)
        taken_s = time.monotonic() - began
        bench.line.bad = False
        found = await asyncio.to_thread(bench.verify)
    finally:
        await bench.stop()
    return Figures(
        events=len(bench.plan.things),
        stills=len(bench.plan.things),
        clips=sum(thing.clip is not None for thing in bench.plan.things),
        seconds=taken_s,
        home_kills=options.home_kills,
        hub_kills=options.hub_kills + 1,
        fates=dict(bench.line.fates),
        **found,
        **words,
    )


def main() -> int:
    """Measure, print; 1 when anything is missing, twice or other than it was."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--events", type=int, default=1000)
    parser.add_argument("--clips", type=int, default=200)
    parser.add_argument("--home-kills", type=int, default=10)
    parser.add_argument("--hub-kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=20261122)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = asyncio.run(measure(Path(folder), options))
    if options.json:
        print(json.dumps(asdict(figures)))
    else:
        print(
            f"{figures.events} events with stills and {figures.clips} clips in {figures.seconds:.0f} s; killed: home "
            f"{figures.home_kills}, hub {figures.hub_kills} times, once for an hour of both clocks\n"
            f"requests: {', '.join(f'{name} {count}' for name, count in sorted(figures.fates.items()))}\n"
            f"missing {figures.missing}, twice {figures.twice}, other bytes {figures.other_bytes}, parked "
            f"{figures.parked}, dropped {figures.dropped} (goal: all 0); objects that wait for the sweeper "
            f"{figures.objects_without_owner}"
        )
    lost = figures.missing + figures.twice + figures.other_bytes + figures.parked + figures.dropped
    return int(lost > 0)


if __name__ == "__main__":
    sys.exit(main())
