"""The live part: real RTSP streams, a profile of ours and its peers side by side, each process tree metered from outside.

Ours watches all cameras; a peer watches as many as `PEER_CAMERAS` (a process and an ffmpeg each; Motion one process),
since sixteen of a peer would not fit the machine. All cost is given per camera. The camera server is metered by nobody.
A ratio is of the same seconds: what a second of CPU is worth changes from minute to minute on a machine that is shared.
Latency runs from the moment somebody is visible on the server's clock to the moment the alarm left the detector.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
import contextlib
from dataclasses import dataclass, replace
import json
import os
from pathlib import Path
import subprocess
import sys
import tempfile
import time

import psutil

from mat_than_engine.commands import Configure
from mat_than_engine.reports import CameraFigures, MotionReport, SceneReport
from mat_than_engine.settings import CameraSettings, RecordMode, RecordSettings, WatchSettings

from .footage import demo
from .live_streams import Loop, calm_loop
from .runs import ENGINE, ROOT
from .scoring import share

sys.path.insert(0, str(ROOT / "tests/engine"))
from engine_child import EngineChild
from rtsp_server import RtspServer

CAMERAS = 16
PEER_CAMERAS = 2
SETTLE_S = 14.0
LONGER = {"quick": 1.6}  # its latency is a goal, and few come by in a minute
PEERS = ("frigate-style", "mog2", "scene-0.02", "motion")
BESIDE = {"economy": PEERS, "quick": ("frigate-style",)}  # whom a profile is measured beside


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveFigures:
    """One detector live; all per camera."""

    detector: str
    cameras: int
    window_s: float
    cpu_s_per_hour: float
    memory_mb: float  # PSS
    events: int
    latencies_s: tuple[float, ...]
    first_look_s: float | None = None  # from the engine's start to a look at every camera
    dropped: int = 0
    beside: str = ""  # the profile of ours that ran in the same seconds

    @property
    def p50_s(self) -> float | None:
        """Median latency."""
        return share(sorted(self.latencies_s), 0.5)

    @property
    def p90_s(self) -> float | None:
        """Latency of nine in ten."""
        return share(sorted(self.latencies_s), 0.9)


@dataclass(frozen=True, slots=True)
class Alarm:
    """Somebody moves before a camera, told at `at` (seconds since 1970)."""

    camera: str
    at: float


class Street:
    """The cameras: calm loops of the demo's scenes, each with its visit at another time."""

    def __init__(self, folder: Path, cameras: int = CAMERAS) -> None:
        clips = [clip for clip in demo() if clip.truth.events]
        visits = [(clip, i) for clip in clips for i, e in enumerate(clip.truth.events) if e[1] - e[0] < 13]
        self.loops: dict[str, Loop] = {}
        for number in range(cameras):
            clip, visit = visits[number % len(visits)]
            name = f"c{number:02}"
            before = (number + 0.5) / cameras
            self.loops[name] = calm_loop(clip.path, clip.truth, visit, before, folder / f"{name}.mp4")
        self.server = RtspServer({name: loop.path for name, loop in self.loops.items()}, password=False)

    def visible(self, cameras: Sequence[str], since: float, until: float) -> list[tuple[str, float]]:
        """Who comes into which picture when, by the wall clock."""
        found = []
        for name in cameras:
            loop, at = self.loops[name], self.server.started_at + self.loops[name].event[0]
            while at < until:
                if at >= since:
                    found.append((name, at))
                at += loop.length_s
        return found


def ours(street: Street, profile: str, window_s: float, folder: Path, say: Callable[[str], None]) -> LiveFigures:
    """The engine as Home Assistant runs it, nothing recorded."""
    names = list(street.loops)
    say(f"live: mat-than {profile} on {len(names)} cameras, {SETTLE_S + window_s:.0f} s")
    began = time.monotonic()
    engine = EngineChild(folder / f"{profile}.log")
    offset = time.time() - time.monotonic()
    try:
        engine.send(
            Configure(storage=str(folder / "storage"), cameras=tuple(_camera(street, n, profile) for n in names))
        )
        looked = _when_all_looked(engine, names)
        time.sleep(max(0.0, SETTLE_S - (time.monotonic() - began)))
        cost, since, until, memory = _metered(engine.process.pid, window_s)
        alarms = [
            Alarm(report.motion.camera_id, at + offset)
            for at, report in list(engine.reports)
            if isinstance(report, MotionReport) and report.motion.phase == "start"
        ]
        dropped = sum({f.camera_id: f.packets_dropped for f in engine.all_of(CameraFigures)}.values())
    finally:
        engine.close_input()
    figures = _figures(f"mat-than {profile}", (cost, since, until, memory), alarms, street, names)
    return replace(figures, first_look_s=looked - began if looked else None, dropped=dropped)


def _camera(street: Street, name: str, profile: str) -> CameraSettings:
    watch = WatchSettings(profile=profile)  # type: ignore[arg-type]  # one of PROFILES
    record = RecordSettings(mode=RecordMode.OFF, pre_roll_s=0)
    return CameraSettings(camera_id=name, name=name, main_url=street.server.url(name), watch=watch, record=record)


def _when_all_looked(engine: EngineChild, names: Sequence[str], limit_s: float = 40.0) -> float | None:
    until = time.monotonic() + limit_s
    while time.monotonic() < until:
        first: dict[str, float] = {}
        for at, report in list(engine.reports):
            if isinstance(report, SceneReport):
                first.setdefault(report.camera_id, at)
        if len(first) == len(names):
            return max(first.values())
        time.sleep(0.2)
    return None


def peer(street: Street, name: str, window_s: float, folder: Path, say: Callable[[str], None]) -> LiveFigures:
    """A peer on a few cameras, those whose visits come in its window."""
    now = time.time()
    coming = street.visible(list(street.loops), now + SETTLE_S, now + SETTLE_S + window_s)
    cameras = list(dict.fromkeys([camera for camera, _ in coming] + list(street.loops)))[:PEER_CAMERAS]
    say(f"live: {name} on {len(cameras)} cameras, {SETTLE_S + window_s:.0f} s")
    run = _motion if name == "motion" else _piped
    alarms, metered = run(street, name, cameras, window_s, folder)
    return _figures(name, metered, alarms, street, cameras)


class PeerFailedError(Exception):
    """A detector did not run to the end of its window; its last words are the message."""


type Metered = tuple[float, float, float, float]  # CPU seconds, since, until (wall clock), MB


def _piped(
    street: Street, name: str, cameras: Sequence[str], window_s: float, folder: Path
) -> tuple[list[Alarm], Metered]:
    environment = os.environ | {"PYTHONPATH": f"{ENGINE}{os.pathsep}{ROOT}"}
    children: dict[str, subprocess.Popen[bytes]] = {}
    try:
        for camera in cameras:
            words = [sys.executable, "-m", "benchmarks.peers", name, street.server.url(camera)]
            words += ["--live", str(SETTLE_S + window_s + 2)]
            with (folder / f"{name}.{camera}.json").open("w") as out, (folder / f"{name}.log").open("a") as errors:
                children[camera] = subprocess.Popen(words, stdout=out, stderr=errors, env=environment)
        time.sleep(SETTLE_S)
        meters = [_Meter(child.pid) for child in children.values()]
        since = time.time()
        time.sleep(window_s)
        cost, memory, until = sum(m.spent_s() for m in meters), sum(m.memory_mb() for m in meters), time.time()
        alarms = []
        for camera, child in children.items():
            child.wait(30)
            said = json.loads((folder / f"{name}.{camera}.json").read_text())
            alarms += [Alarm(camera, at) for at in said["alarms"]]
    except (OSError, ValueError, KeyError, psutil.Error, subprocess.TimeoutExpired) as err:
        raise PeerFailedError(_last_words(folder / f"{name}.log") or str(err)) from err
    finally:
        for child in children.values():
            _end(child)
    return alarms, (cost, since, until, memory)


def _last_words(log: Path) -> str:
    return log.read_text(errors="replace").strip()[-300:] if log.exists() else ""


def _end(child: subprocess.Popen[bytes]) -> None:
    """Of a peer that is still there, and of its ffmpeg."""
    if child.poll() is not None:
        return
    for process in [*psutil.Process(child.pid).children(recursive=True), psutil.Process(child.pid)]:
        with contextlib.suppress(psutil.Error):
            process.kill()
    child.wait(10)


def _motion(
    street: Street, _name: str, cameras: Sequence[str], window_s: float, folder: Path
) -> tuple[list[Alarm], Metered]:
    """Debian's Motion with its defaults, one process; pictures and films off, since nobody else records here."""
    log, home = folder / "motion.events", folder / "motion"
    home.mkdir(exist_ok=True)
    log.touch()
    shared = "daemon off\nwebcontrol_port 0\nstream_port 0\npicture_output off\nmovie_output off\nlog_level 4\n"
    lines = [f"{shared}width 640\nheight 360\nframerate 15\nevent_gap 5\ntarget_dir {home}"]
    for number, camera in enumerate(cameras):
        own = f"camera_id {number + 1}\nnetcam_url {street.server.url(camera)}\n"
        own += f'on_event_start echo "{camera} $(date +%s.%N)" >> {log}\n'
        (home / f"{camera}.conf").write_text(own)
        lines.append(f"camera {home / f'{camera}.conf'}")
    (home / "motion.conf").write_text("\n".join(lines) + "\n")
    with (folder / "motion.log").open("w") as out:
        child = subprocess.Popen(["motion", "-n", "-c", str(home / "motion.conf")], stdout=out, stderr=out)
        try:
            time.sleep(SETTLE_S)
            metered = _metered(child.pid, window_s)
            if child.poll() is not None:
                raise PeerFailedError(_last_words(folder / "motion.log"))
        except psutil.Error as err:
            raise PeerFailedError(_last_words(folder / "motion.log") or str(err)) from err
        finally:
            child.terminate()
            try:
                child.wait(15)
            except subprocess.TimeoutExpired:
                _end(child)
    alarms = [Alarm(row.split()[0], float(row.split()[1])) for row in log.read_text().splitlines()]
    return alarms, metered


def _figures(
    name: str,
    metered: Metered,
    alarms: Sequence[Alarm],
    street: Street,
    cameras: Sequence[str],
) -> LiveFigures:
    cost, since, until, memory = metered
    latencies = []
    # Who comes at the very end has no time to be seen.
    coming = street.visible(cameras, since - 2, until - 8)
    for camera, at in coming:
        told = [alarm.at - at for alarm in alarms if alarm.camera == camera and -1 <= alarm.at - at <= 12]
        if told:
            latencies.append(max(0.0, min(told)))
    return LiveFigures(
        detector=name,
        cameras=len(cameras),
        window_s=round(until - since, 1),
        cpu_s_per_hour=cost / (until - since) * 3600 / len(cameras),
        memory_mb=memory / len(cameras),
        events=len(coming),
        latencies_s=tuple(round(value, 2) for value in latencies),
    )


def _metered(pid: int, window_s: float) -> Metered:
    meter = _Meter(pid)
    since = time.time()
    time.sleep(window_s)
    return meter.spent_s(), since, time.time(), meter.memory_mb()


class _Meter:
    """CPU of a process and all it started, from /proc, since the meter was made."""

    def __init__(self, pid: int) -> None:
        self.root = psutil.Process(pid)
        self.before_s = self._all_s()

    def _tree(self) -> list[psutil.Process]:
        return [self.root, *self.root.children(recursive=True)]

    def _all_s(self) -> float:
        total = 0.0
        for process in self._tree():
            try:
                times = process.cpu_times()
            except psutil.NoSuchProcess:
                continue
            total += times.user + times.system
            if process.pid == self.root.pid:
                total += times.children_user + times.children_system
        return total

    def spent_s(self) -> float:
        """Seconds since then."""
        return self._all_s() - self.before_s

    def memory_mb(self) -> float:
        """PSS of the tree: what is shared counts once."""
        total = 0
        for process in self._tree():
            try:
                total += process.memory_full_info().pss
            except psutil.NoSuchProcess:
                continue
        return total / 1e6


def run(
    profiles: Sequence[str], peers: Sequence[str], window_s: float, say: Callable[[str], None]
) -> list[LiveFigures]:
    """Each profile with its peers beside it; quick's window is longer, and a peer that fails is left out."""
    found: list[LiveFigures] = []
    say("live: the cameras start")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        street = Street(folder)
        try:
            for profile in profiles:
                beside = [one for one in BESIDE.get(profile, ()) if one in peers]
                found += _together(street, profile, beside, window_s * LONGER.get(profile, 1.0), folder, say)
        finally:
            street.server.stop()
    return sorted(found, key=lambda one: not one.detector.startswith("mat"))


def _together(
    street: Street, profile: str, peers: Sequence[str], window_s: float, folder: Path, say: Callable[[str], None]
) -> list[LiveFigures]:
    with ThreadPoolExecutor(1 + len(peers)) as crowd:
        mine = crowd.submit(ours, street, profile, window_s, folder, say)
        others = {name: crowd.submit(peer, street, name, window_s, folder, say) for name in peers}
        found = [mine.result()]
        for name, running in others.items():
            try:
                found.append(running.result())
            except PeerFailedError as err:
                say(f"live: {name} FAILED and is left out: {err}")
    return [replace(figures, beside=profile) for figures in found]
