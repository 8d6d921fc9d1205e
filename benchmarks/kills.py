"""Kills the engine, its parts, its host, or everything at once, at random moments while cameras record; then counts.

    PYTHONPATH=.:custom_components/mat_than/lib .venv/bin/python -m benchmarks.kills --times 200 [--seed N] [--json]

Four cameras over RTSP, continuous and on motion, are recorded by an engine whose host is a process of its own, in the
place of Home Assistant: it configures, listens, writes down every clip it is told of, and starts a dead engine again.
Each kill is SIGKILL. At the end everything that was ever acknowledged must be in the index, byte for byte as its hash
says, and play to its last key frame; no second of any camera's time may be without an explanation.
"""

import argparse
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from itertools import dropwhile
import json
from pathlib import Path
import random
import signal
import sys
import tempfile
import time

from benchmarks.clip_check import check_clips
from benchmarks.house import KINDS, ROOT, House
from mat_than_engine.commands import Configure
from mat_than_engine.errors import StoreError
from mat_than_engine.keeping.clip_paths import PART
from mat_than_engine.keeping.clip_store import ClipStore
from mat_than_engine.keeping.coverage import spans_of
from mat_than_engine.keeping.recovery import recover
from mat_than_engine.messages import encode
from mat_than_engine.reports import ClipSaved
from mat_than_engine.settings import CameraSettings, RecordMode, RecordSettings, RetentionSettings, WatchSettings
from scripts.live.camera_server import CameraServer

MEDIA = ROOT / "demo/media"
LONGEST_S = 6.0  # from all cameras recording to the next kill
START_LIMIT_S = 30.0
SEGMENT_S = 10.0
ALWAYS_RECORDING = 3  # of the four cameras
SETTLE_LIMIT_S = 150.0  # after the last kill: what was left behind is taken in, and the ledger knows why it was


@dataclass(slots=True)
class Outcome:
    """What is left after all kills."""

    kills: dict[str, int] = field(default_factory=dict)
    kills_unrecorded: int = 0  # that came before all cameras recorded, as starting took too long
    lasted_s: float = 0.0
    acknowledged: int = 0
    clips: int = 0  # in the index at the end
    lost: list[str] = field(default_factory=list)  # acknowledged, and not in the index
    damaged: list[str] = field(default_factory=list)  # not what their row says, or not playing to the last key frame
    key_frames: int = 0  # decoded
    left_over: int = 0  # recordings nobody took in
    unfinished: int = 0  # recordings the orderly end had no time for: the next start takes them in
    seconds: dict[str, dict[str, float]] = field(default_factory=dict)  # camera, what its time was
    unexplained: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """Whether everything held."""
        return not (self.lost or self.damaged or self.left_over or self.unexplained)


def cameras(server: CameraServer) -> tuple[CameraSettings, ...]:
    """Two that record everything unseen, one that also makes clips of motion, one that makes nothing else."""
    modes = (RecordMode.CONTINUOUS, RecordMode.CONTINUOUS, RecordMode.BOTH, RecordMode.MOTION)
    return tuple(
        CameraSettings(
            camera_id=f"camera{number}",
            name=f"Camera {number}",
            main_url=server.address(f"main{number}"),
            sub_url=server.address(f"sub{number}") if mode in {RecordMode.BOTH, RecordMode.MOTION} else None,
            detect=mode in {RecordMode.BOTH, RecordMode.MOTION},
            watch=WatchSettings(profile="economy"),
            record=RecordSettings(mode=mode, segment_s=SEGMENT_S, longest_clip_s=10),
        )
        for number, mode in enumerate(modes)
    )


def serve_cameras(folder: Path) -> CameraServer:
    """Four pairs of streams, each at another place of its film."""
    films = ("street_h265", "gate_night", "yard_day", "yard_day")
    streams = {f"main{n}": f"{MEDIA / film}.main.mp4@{n * 7}" for n, film in enumerate(films)}
    streams |= {f"sub{n}": f"{MEDIA / films[n]}.sub.mp4@{n * 7}" for n in (2, 3)}
    server = CameraServer(streams, folder / "cameras.log")
    server.start()
    return server


def run(times: int, seed: int, folder: Path, limit_s: float = float("inf"), longest_s: float = LONGEST_S) -> Outcome:
    """Record, kill so many times or for so long, let it settle, and look at what is there.

    `longest_s` is the longest from all cameras recording to the next kill.
    """
    dice = random.Random(seed)
    storage = folder / "storage"
    server = serve_cameras(folder)
    order = folder / "configure.bin"
    settings = cameras(server)
    # Nothing may be deleted by age or size: what is missing at the end was lost.
    order.write_bytes(
        encode(
            Configure(storage=str(storage), cameras=settings, retention=RetentionSettings(gigabytes=0, free_percent=0))
        )
    )
    outcome = Outcome(kills=dict.fromkeys(KINDS, 0))
    began, began_s = datetime.now(UTC), time.monotonic()
    house = House(folder, order)
    try:
        store = ClipStore(storage)
        for _ in range(times):
            if time.monotonic() - began_s > limit_s:
                break
            outcome.kills_unrecorded += not wait_for_recordings(store)
            time.sleep(dice.uniform(0, longest_s))
            kind = dice.choice(KINDS)
            outcome.kills[kind] += 1
            house.kill(kind, dice)
        camera_ids = [camera.camera_id for camera in settings]
        ended = settle(store, camera_ids, began)
        outcome.left_over = len(store.left_over())
        look_at_time(outcome, store, camera_ids, (began, ended))
    finally:
        house.stop()
        server.stop()
    outcome.unfinished = len(store.left_over())
    acknowledged = house.acknowledged.read_text().split()
    acknowledged += [report.clip.clip_id for report in recover(store) if isinstance(report, ClipSaved)]
    outcome.left_over += len(store.left_over())
    outcome.lasted_s = round(time.monotonic() - began_s, 1)
    check = check_clips(store)
    outcome.clips, outcome.damaged, outcome.key_frames = len(check.clip_ids), check.damaged, check.key_frames
    outcome.acknowledged = len(set(acknowledged))
    outcome.lost = sorted(set(acknowledged) - check.clip_ids)
    return outcome


def wait_for_recordings(store: ClipStore) -> bool:
    """Wait until all cameras that record everything do; False when they do not in time."""
    until_s = time.monotonic() + START_LIMIT_S
    while time.monotonic() < until_s:
        try:
            begun = store.going_on()
        except StoreError:  # the index is not made yet
            begun = ()
        parts = (store.inside(recording.path + PART) for recording in begun if recording.kind == "continuous")
        if sum(part.exists() and part.stat().st_size > 0 for part in parts) >= ALWAYS_RECORDING:
            return True
        time.sleep(0.1)
    return False


def settle(store: ClipStore, camera_ids: Sequence[str], began: datetime) -> datetime:
    """Wait until what the kills left behind is taken in and explained; since when all cameras record again."""
    time.sleep(1)
    wait_for_recordings(store)
    resumed, until_s = datetime.now(UTC), time.monotonic() + SETTLE_LIMIT_S
    while time.monotonic() < until_s and (
        store.left_over() or any(unexplained_s(store, camera_id, began, resumed) for camera_id in camera_ids)
    ):
        time.sleep(0.5)
    return resumed


def unexplained_s(store: ClipStore, camera_id: str, began: datetime, ended: datetime) -> float:
    """How long nothing is known of a camera after its first note."""
    spans = spans_of(store, camera_id, began, ended, datetime.now(UTC))
    known = dropwhile(lambda span: span.kind == "unexplained", spans)  # the engine was not up yet
    return sum(span.seconds for span in known if span.kind == "unexplained")


def look_at_time(
    outcome: Outcome, store: ClipStore, camera_ids: Sequence[str], time_of: tuple[datetime, datetime]
) -> None:
    """What became of each camera's time from its first note until all was well again, second by second."""
    began, ended = time_of
    for camera_id in camera_ids:
        seconds: defaultdict[str, float] = defaultdict(float)
        known = False
        for span in spans_of(store, camera_id, began, ended, datetime.now(UTC)):
            known = known or span.kind != "unexplained"
            if not known:
                continue  # the engine was not up yet
            seconds[span.cause if span.kind == "absent" and span.cause else span.kind] += span.seconds
            if span.kind == "unexplained":
                outcome.unexplained.append(f"{camera_id} {span.start:%H:%M:%S.%f} {span.seconds:.3f} s")
        outcome.seconds[camera_id] = {name: round(value, 3) for name, value in sorted(seconds.items())}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--limit-s", type=float, default=float("inf"), help="no more kills after this long")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where to record, and to leave everything; else a folder that goes")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # nothing started here outlives an order to stop
    if options.folder is not None:
        options.folder.mkdir(parents=True, exist_ok=True)
        outcome = run(options.times, options.seed, options.folder, options.limit_s)
    else:
        with tempfile.TemporaryDirectory() as folder:
            outcome = run(options.times, options.seed, Path(folder), options.limit_s)
    print(json.dumps(asdict(outcome), indent=None if options.json else 1))
    return 0 if outcome.good else 1


if __name__ == "__main__":
    raise SystemExit(main())
