"""What the engine's processes cost and how soon they are there: memory, first look, and back after a kill.

    PYTHONPATH=custom_components/mat_than/lib:tests/engine .venv/bin/python -m benchmarks.processes [--cameras 1 4 16]

Serves the demo's sub streams (640x360, 15 pictures a second) by RTSP on this machine and runs the engine on them as
Home Assistant does. Prints, for each number of cameras: seconds from the engine's start until each camera is live
and has been looked at, RSS and PSS of each process after half a minute, and seconds from the `kill -9` of a shard
until each of its cameras is live again. Beside each time stands what a busy machine cannot spoil: the CPU seconds the engine
took for it, and how long this machine needs at that moment to start an interpreter with PyAV and numpy. The server gives no picture before its next key frame: up to two seconds of
each figure are waiting for that.
"""

import argparse
from collections.abc import Callable
import os
from pathlib import Path
import signal
import statistics
import subprocess
import sys
import tempfile
import time

from engine_child import EngineChild
import psutil
from rtsp_server import RtspServer

from mat_than_engine.commands import Configure
from mat_than_engine.model import CameraState
from mat_than_engine.reports import CameraFigures, CameraStatus, SceneReport
from mat_than_engine.settings import CameraSettings, RecordSettings

MEDIA = Path(__file__).parents[1] / "demo/media"
FILES = ("yard_day", "gate_night", "street_h265")
SETTLE_S = 30.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cameras", type=int, nargs="+", default=[1, 4, 16])
    parser.add_argument("--settle", type=float, default=SETTLE_S, help="seconds before memory is read")
    words = parser.parse_args()
    for cameras in words.cameras:
        with tempfile.TemporaryDirectory() as folder:
            measure(cameras, Path(folder), words.settle)


def measure(cameras: int, folder: Path, settle_s: float) -> None:
    """One engine with so many cameras, from its start to its end."""
    names = [f"c{number:02}" for number in range(cameras)]
    server = RtspServer(
        {name: MEDIA / f"{FILES[number % len(FILES)]}.sub.mp4" for number, name in enumerate(names)}, password=False
    )
    yardstick = yardstick_s()
    began_s = time.monotonic()
    engine = EngineChild(folder / "engine.log")
    try:
        print(f"{cameras} cameras; hello after {time.monotonic() - began_s:.2f} s")
        settings = tuple(
            CameraSettings(camera_id=name, name=name, main_url=server.url(name), record=RecordSettings())
            for name in names
        )
        engine.send(Configure(storage=str(folder / "storage"), cameras=settings))
        live = [moment(engine, CameraStatus, is_live(name), began_s) for name in names]
        looks = [moment(engine, SceneReport, is_of(name), began_s) for name in names]
        print(f"  live: {span(live)}; looked at: {span(looks)}; {cpu_s(engine):.2f} CPU s, yardstick {yardstick:.2f} s")
        time.sleep(settle_s)
        print_memory(engine)
        print_profiles(engine, names)
        print_return(engine, names)
    finally:
        engine.close_input()
        engine.kill()
        server.stop()


def yardstick_s() -> float:
    """How long an interpreter with the libraries takes to start now: 0.35 s where two cores have nothing else to do."""
    began_s = time.monotonic()
    subprocess.run([sys.executable, "-c", "import av, numpy"], check=True)
    return time.monotonic() - began_s


def cpu_s(engine: EngineChild) -> float:
    """CPU seconds of all processes of the engine so far."""
    processes = [psutil.Process(pid) for pid in (engine.process.pid, *engine.pids())]
    return float(sum(times.user + times.system for times in (process.cpu_times() for process in processes)))


def is_live(name: str) -> Callable[[CameraStatus], bool]:
    return lambda status: status.camera_id == name and status.state is CameraState.LIVE


def is_of(name: str) -> Callable[[SceneReport], bool]:
    return lambda report: report.camera_id == name


def moment[R](engine: EngineChild, kind: type[R], test: Callable[[R], bool], since_s: float) -> float:
    """Seconds from a moment until the first such report after it."""
    found = engine.wait_for(kind, lambda report: test(report) and engine.time_of(report) > since_s, 60)
    return engine.time_of(found) - since_s


def span(seconds: list[float]) -> str:
    return f"median {statistics.median(seconds):.2f} s, last {max(seconds):.2f} s"


def print_memory(engine: EngineChild) -> None:
    total_rss = total_pss = 0.0
    for process in (psutil.Process(engine.process.pid), *psutil.Process(engine.process.pid).children()):
        memory = process.memory_full_info()
        role = next((word for word in process.cmdline() if word in {"shard", "workshop"}), "conductor")
        total_rss, total_pss = total_rss + memory.rss, total_pss + memory.pss
        print(
            f"  {role:10} RSS {memory.rss / 1e6:6.1f} MB  PSS {memory.pss / 1e6:6.1f} MB  {process.num_threads()} threads"
        )
    print(f"  {'together':10} RSS {total_rss / 1e6:6.1f} MB  PSS {total_pss / 1e6:6.1f} MB")


def print_profiles(engine: EngineChild, names: list[str]) -> None:
    last = {figures.camera_id: figures for figures in engine.all_of(CameraFigures)}
    profiles = [last[name].profile for name in names if name in last]
    share = sum(figures.cpu_share for figures in last.values())
    counts = ", ".join(f"{profiles.count(profile)} {profile}" for profile in sorted(set(profiles)))
    print(f"  profiles: {counts}; cameras' CPU {share:.3f} of a core")


def print_return(engine: EngineChild, names: list[str]) -> None:
    shard = engine.pids("shard")[0]
    killed_s = time.monotonic()
    os.kill(shard, signal.SIGKILL)
    engine.wait_for(CameraStatus, lambda s: s.state is CameraState.CONNECTING and engine.time_of(s) > killed_s, 10)
    time.sleep(0.3)
    hit = {
        status.camera_id
        for status in engine.all_of(CameraStatus)
        if status.state is CameraState.CONNECTING and engine.time_of(status) > killed_s
    }
    back = [moment(engine, CameraStatus, is_live(name), killed_s) for name in names if name in hit]
    print(
        f"  after the kill of a shard with {len(hit)} cameras, live again: {span(back)}; yardstick {yardstick_s():.2f} s"
    )


if __name__ == "__main__":
    main()
