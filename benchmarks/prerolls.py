"""Whether clips hold what was before the motion: labelled footage over RTSP, the engine's clips against the labels.

    PYTHONPATH=.:custom_components/mat_than/lib .venv/bin/python benchmarks/prerolls.py [--events 50] [--pre-roll 5]
        [--data VIDEOS LABELS …]

Every film is served as several cameras, each at another place of it, until so many labelled events have begun and
ended. Printed for the events that made a clip: how much of the requested pre-roll is missing (never more than a
key-frame interval), and whether the labelled start lies inside the clip. What made no clip is counted apart: that is
seeing's business, not keeping's. `--data` names further folders of films and labels beside the demo's.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
import json
from pathlib import Path
import tempfile
import threading
import time

from mat_than_engine.commands import Configure
from mat_than_engine.model import Clip
from mat_than_engine.reports import CameraStatus, ClipSaved, Report
from mat_than_engine.settings import CameraSettings, RecordSettings, WatchSettings
from scripts.live.camera_server import CameraServer
from scripts.live.engine_process import EngineProcess

DEMO = Path(__file__).parents[1] / "demo"
SETTLED_S = 12.0  # after its end, an event's clip is saved
ARRIVAL_S = 0.25  # a picture's way through the camera server: its label is that much earlier than its arrival
LEAD_S = 3.0  # a motion told this much before its label is the event's all the same


@dataclass(frozen=True, slots=True)
class Film:
    """A labelled film; events are seconds from its beginning."""

    main: Path
    sub: Path | None
    length_s: float
    events: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One event and its clip."""

    camera_id: str
    missing_s: float  # of the pre-roll; below zero where more was kept
    inside: bool
    late_s: float  # the detector's, as the clip tells it


def films(videos: Path, labels: Path) -> Iterator[Film]:
    """The labelled films of a folder: NAME.main.mp4 with NAME.sub.mp4, or NAME.*.mp4."""
    for file in sorted(labels.glob("*.json")):
        known = json.loads(file.read_text())
        events = tuple((float(start), float(end)) for start, end, *_ in known["events"])
        main = next(
            iter(sorted(videos.glob(f"{file.stem}.main.mp4")) or sorted(videos.glob(f"{file.stem}.*264.mp4"))), None
        )
        if main is None or not events:
            continue
        sub = videos / f"{file.stem}.sub.mp4"
        yield Film(main, sub if sub.exists() else None, float(known["duration"]), events)


class Watcher:
    """What the engine told."""

    def __init__(self) -> None:
        self.clips: list[Clip] = []
        self.key_frame_s: dict[str, float] = {}
        self._lock = threading.Lock()

    def hear(self, report: Report) -> None:
        """Remember clips, and how far apart each camera's key frames are."""
        with self._lock:
            if isinstance(report, ClipSaved):
                self.clips.append(report.clip)
            if isinstance(report, CameraStatus) and report.main and report.main.key_frame_interval_s:
                self.key_frame_s[report.camera_id] = report.main.key_frame_interval_s


def moments(
    film: Film, offset_s: float, server_began: float, since: float, until: float
) -> Iterator[tuple[float, float]]:
    """When the film's events began and ended, on the wall clock, those within [since, until]."""
    origin = server_began - offset_s
    first = int((since - origin) // film.length_s)
    for turn in range(first, int((until - origin) // film.length_s) + 1):
        for start, end in film.events:
            begin, stop = origin + turn * film.length_s + start, origin + turn * film.length_s + end
            if begin >= since and stop <= until and end < film.length_s - 1:
                yield begin, stop


def judge(camera_id: str, begin: float, stop: float, clips: Sequence[Clip], asked_s: float) -> Verdict | None:
    """The clip of an event: the first whose motion began while it lasted. None when there is none."""
    for clip in sorted(clips, key=lambda clip: clip.started_at):
        motion_at = clip.started_at.timestamp() + clip.pre_roll_s
        going_on = clip.started_at.timestamp() <= begin <= clip.ended_at.timestamp()  # an earlier event's motion
        if clip.camera_id == camera_id and (begin - LEAD_S <= motion_at <= stop or going_on):
            inside = clip.started_at.timestamp() <= begin + ARRIVAL_S and clip.ended_at.timestamp() > begin
            return Verdict(camera_id, asked_s - clip.pre_roll_s, inside, motion_at - begin)
    return None


def run(played: Sequence[Film], wanted: int, asked_s: float, copies: int, folder: Path) -> dict[str, object]:
    """Serve, record until enough events are over, and judge."""
    cameras = {
        f"{film.main.name.split('.')[0]}-{copy}": (film, copy * film.length_s / copies)
        for film in played
        for copy in range(copies)
    }
    streams: dict[str, Path | str] = {}
    for name, (film, offset_s) in cameras.items():
        streams[name] = f"{film.main}@{offset_s}"
        if film.sub is not None:
            streams[f"{name}.sub"] = f"{film.sub}@{offset_s}"
    server = CameraServer(streams, folder / "cameras.log")
    server.start()
    watcher = Watcher()
    process = EngineProcess(folder / "engine.log", watcher.hear)
    process.start()
    settings = tuple(
        CameraSettings(
            camera_id=name,
            name=name,
            main_url=server.address(name),
            sub_url=server.address(f"{name}.sub") if film.sub is not None else None,
            watch=WatchSettings(profile="quick"),
            record=RecordSettings(pre_roll_s=asked_s, longest_clip_s=600),
        )
        for name, (film, _) in cameras.items()
    )
    process.send(Configure(storage=str(folder / "storage"), cameras=settings))
    since = time.time() + asked_s + 20  # all connected, and the ring full
    try:
        while True:
            time.sleep(1)
            until = time.time() - SETTLED_S
            begun = [
                (name, begin, stop)
                for name, (film, offset_s) in cameras.items()
                for begin, stop in moments(film, offset_s, server.began, since, until)
            ]
            if len(begun) >= wanted:
                break
    finally:
        process.stop()
        server.stop()
    verdicts = [judge(name, begin, stop, watcher.clips, asked_s) for name, begin, stop in begun]
    found = [verdict for verdict in verdicts if verdict is not None]
    interval_s = max(watcher.key_frame_s.values(), default=2.0)
    return {
        "events": len(begun),
        "without_a_clip": len(begun) - len(found),
        "requested_s": asked_s,
        "key_frame_interval_s": interval_s,
        "most_missing_s": round(max((v.missing_s for v in found), default=0.0), 3),
        "most_too_much_s": round(max((-v.missing_s for v in found), default=0.0), 3),
        "missing_more_than_an_interval": sum(v.missing_s > interval_s for v in found),
        "start_inside": sum(v.inside for v in found),
        "start_outside": sorted(v.camera_id for v in found if not v.inside),
        "median_late_s": round(sorted(v.late_s for v in found)[len(found) // 2], 2) if found else None,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=50)
    parser.add_argument("--pre-roll", type=float, default=5.0)
    parser.add_argument("--copies", type=int, default=2, help="cameras made of each film")
    parser.add_argument("--data", nargs=2, type=Path, action="append", default=[], metavar=("VIDEOS", "LABELS"))
    options = parser.parse_args()
    played = [*films(DEMO / "media", DEMO / "labels")]
    for videos, labels in options.data:
        played += films(videos, labels)
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(run(played, options.events, options.pre_roll, options.copies, Path(folder)), indent=1))


if __name__ == "__main__":
    main()
