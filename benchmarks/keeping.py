"""What it costs to record cameras day and night: the engine, `ffmpeg -c copy -f segment`, Home Assistant's recorder.

    PYTHONPATH=.:custom_components/mat_than/lib .venv/bin/python benchmarks/keeping.py [--cameras 8] [--seconds 60]

All record the same RTSP streams (1280x720, 4 Mbit/s, 25 pictures a second, made on the spot) by stream copy into
segments, in the same run, one after the other, in rounds that are interleaved so that a busy machine slows all alike.
Printed for each: CPU of its processes per camera, in percent of a core and seconds an hour, and memory per camera
beyond the same program without cameras. `receive` is the engine with recording off: what is left when it is taken away
is the price of keeping. The camera server's own CPU is not counted. Only ratios of one run mean anything.
"""

import argparse
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
import json
from pathlib import Path
import statistics
import subprocess
import sys
import tempfile
import time

from mat_than_engine.commands import Configure
from mat_than_engine.settings import CameraSettings, RecordMode, RecordSettings
from scripts.live.camera_server import CameraServer
from scripts.live.engine_process import EngineProcess
from scripts.live.process import Child
from scripts.live.process_tree import Use, use_of

HERE = Path(__file__).parent
FPS, KEY_EVERY_S, FILM_S = 25, 2, 60
WARM_UP_S = 12.0  # streams open, the ring is full
HA_SEGMENT_S = 60


@dataclass(frozen=True, slots=True)
class Cost:
    """One program in one round."""

    program: str
    cpu_percent: float  # of a core, per camera
    cpu_s_per_h: float
    memory_mb: float  # per camera, beyond the same program without cameras
    written_mbit_s: float  # per camera: that it recorded everything


def film(folder: Path, mbit_s: float) -> Path:
    """A noisy film at a constant bit rate, as a camera in a busy street sends it."""
    path = folder / "film.mp4"
    rate = f"{mbit_s}M"
    picture = f"testsrc2=size=1280x720:rate={FPS},noise=alls=14:allf=t"
    coding = ["-c:v", "libx264", "-preset", "ultrafast", "-bf", "0", "-g", str(FPS * KEY_EVERY_S), "-sc_threshold", "0"]
    rates = ["-b:v", rate, "-minrate", rate, "-maxrate", rate, "-bufsize", f"{mbit_s / 2}M", "-pix_fmt", "yuv420p"]
    words = ["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", picture, "-t", str(FILM_S), *coding, *rates, str(path)]
    subprocess.run(words, check=True)
    return path


@contextmanager
def engine(addresses: Sequence[str], folder: Path, mode: RecordMode) -> Iterator[int]:
    """The engine with detection off, 10 s of pre-roll."""
    process = EngineProcess(folder / "engine.log", lambda _: None)
    process.start()
    cameras = tuple(
        CameraSettings(
            camera_id=f"camera{number}",
            name=f"Camera {number}",
            main_url=address,
            detect=False,
            record=RecordSettings(mode=mode, pre_roll_s=10),
        )
        for number, address in enumerate(addresses)
    )
    process.send(Configure(storage=str(folder / "storage"), cameras=cameras))
    try:
        yield process.pid
    finally:
        process.stop()


@contextmanager
def ffmpeg(addresses: Sequence[str], folder: Path) -> Iterator[int]:
    """One ffmpeg per camera, as recorders usually run it; a shell is their common parent."""
    lines = []
    for number, address in enumerate(addresses):
        (folder / str(number)).mkdir(parents=True)
        lines.append(
            f"ffmpeg -nostdin -v error -rtsp_transport tcp -i {address} -c copy -f segment -segment_time 60 "
            f"-reset_timestamps 1 {folder / str(number)}/%04d.mp4 &"
        )
    child = Child(
        "ffmpeg", ["bash", "-c", "trap 'kill $(jobs -p)' TERM\n" + "\n".join([*lines, "wait"])], folder / "log"
    )
    child.start()
    try:
        yield child.pid
    finally:
        child.stop()


@contextmanager
def home_assistant(addresses: Sequence[str], folder: Path) -> Iterator[int]:
    """Home Assistant's `stream` recorder, all cameras in one process, as at home."""
    words = [sys.executable, str(HERE / "stream_recorder.py"), str(folder), str(HA_SEGMENT_S), *addresses]
    child = Child("stream recorder", words, folder.parent / f"{folder.name}.log")
    child.start()
    try:
        yield child.pid
    finally:
        child.stop()


def run_program(program: str, addresses: Sequence[str], folder: Path) -> AbstractContextManager[int]:
    """The context of a program by its name."""
    match program:
        case "engine":
            return engine(addresses, folder, RecordMode.CONTINUOUS)
        case "receive":
            return engine(addresses, folder, RecordMode.OFF)
        case "ffmpeg":
            return ffmpeg(addresses, folder)
        case _:
            return home_assistant(addresses, folder)


def measure(program: str, addresses: Sequence[str], folder: Path, seconds: float) -> Cost:
    """Run a program without cameras for its memory, then with them for its CPU."""
    folder.mkdir(parents=True)
    empty = Use()
    if program != "ffmpeg":
        with run_program(program, (), folder / "empty") as pid:
            time.sleep(5)
            empty = use_of(pid)
    target = folder / "full"
    target.mkdir()
    with run_program(program, addresses, target) as pid:
        time.sleep(WARM_UP_S)
        before, began_s, held = use_of(pid), time.monotonic(), size_of(target)
        time.sleep(seconds)
        after, lasted_s, holds = use_of(pid), time.monotonic() - began_s, size_of(target)
    share = (after.cpu_s - before.cpu_s) / lasted_s / len(addresses)
    return Cost(
        program=program,
        cpu_percent=round(100 * share, 3),
        cpu_s_per_h=round(3600 * share, 2),
        memory_mb=round((after.pss_mb - empty.pss_mb) / len(addresses), 2),
        written_mbit_s=round((holds - held) * 8 / 1e6 / lasted_s / len(addresses), 2),
    )


def size_of(folder: Path) -> int:
    """The bytes of all films below a folder, unfinished ones too."""
    return sum(file.stat().st_size for file in folder.rglob("*.mp4*"))


def summary(costs: Sequence[Cost]) -> list[dict[str, object]]:
    """The median of each program's rounds, and how it compares with the engine."""
    by_program = {cost.program: [other for other in costs if other.program == cost.program] for cost in costs}
    medians = {
        program: {
            name: statistics.median(getattr(cost, name) for cost in rounds)
            for name in ("cpu_percent", "cpu_s_per_h", "memory_mb", "written_mbit_s")
        }
        for program, rounds in by_program.items()
    }
    ours = medians["engine"]["cpu_percent"] if "engine" in medians else 0.0
    return [
        {"program": program, **figures, "times_the_engine": round(figures["cpu_percent"] / ours, 2) if ours else None}
        for program, figures in medians.items()
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cameras", type=int, default=8)
    parser.add_argument("--mbit", type=float, default=4.0)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--programs", nargs="+", default=["engine", "ffmpeg", "home_assistant", "receive"])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = film(folder, options.mbit)
        server = CameraServer({f"camera{n}": f"{path}@{n * 3}" for n in range(options.cameras)}, folder / "cameras.log")
        server.start()
        addresses = [server.address(stream) for stream in server.streams]
        costs = []
        try:
            for number in range(options.rounds):
                for program in options.programs:
                    costs.append(measure(program, addresses, folder / f"{number}.{program}", options.seconds))
                    print(json.dumps({"round": number} | summary(costs[-1:])[0]), file=sys.stderr, flush=True)
        finally:
            server.stop()
    for row in summary(costs):
        print(json.dumps(row))


if __name__ == "__main__":
    main()
