"""What receiving costs: CPU seconds an hour and camera, packet by packet and in batches, over live RTSP.

`python -m scripts.live.receive` (with the engine on the path): one camera and many, each way in turn and around again,
so that a busy machine spoils all of them alike.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
import statistics
import sys
import tempfile
import threading
import time
from typing import cast

from av.container import InputContainer

from mat_than_engine.clock import SystemClock
from mat_than_engine.errors import CameraError
from mat_than_engine.settings import Transport
from mat_than_engine.source import Source, open_source

from .camera_server import CameraServer

ROOT = Path(__file__).parents[2]
SETTLE_S = 3.0
type Read = Callable[[Source, threading.Event], int]


def blocking(source: Source, stop: threading.Event) -> int:
    """Wait in FFmpeg for every packet, as most programs do; the source has to be FFmpeg's."""
    count = 0
    for _ in cast("InputContainer", source.video.container).demux(source.video):
        count += 1
        if stop.is_set():
            break
    return count


def batches(rest_s: float) -> Read:
    """Sleep, then take what has come."""

    def read(source: Source, stop: threading.Event) -> int:
        count = 0
        while not stop.wait(rest_s):
            count += len(source.read_batch())
        return count

    return read


def opened(url: str, *, by_ffmpeg: bool | None = None) -> Source:
    """A source; a server that still clears up behind the last client is asked again."""
    for _ in range(10):
        try:
            return open_source(url, Transport.TCP, SystemClock(), by_ffmpeg=by_ffmpeg)
        except CameraError:
            time.sleep(1)
    return open_source(url, Transport.TCP, SystemClock(), by_ffmpeg=by_ffmpeg)


def measure(urls: Sequence[str], read: Read, for_s: float) -> tuple[float, float]:
    """CPU seconds an hour and camera, and packets a second and camera."""
    stop, counts = threading.Event(), [0] * len(urls)
    sources = [opened(url, by_ffmpeg=True if read is blocking else None) for url in urls]

    def run(number: int) -> None:
        counts[number] = read(sources[number], stop)

    threads = [threading.Thread(target=run, args=(number,), daemon=True) for number in range(len(urls))]
    for thread in threads:
        thread.start()
    time.sleep(SETTLE_S)
    began_s, cpu_s = time.monotonic(), time.process_time()
    time.sleep(for_s)
    took_s, cpu_s = time.monotonic() - began_s, time.process_time() - cpu_s
    stop.set()
    for thread in threads:
        thread.join(10)
    for source in sources:
        source.close()
    return cpu_s / took_s * 3600 / len(urls), sum(counts) / len(urls) / (took_s + SETTLE_S)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="scripts.live.receive", description=__doc__)
    parser.add_argument("--file", type=Path, default=ROOT / "demo/media/gate_night.sub.mp4")
    parser.add_argument("--cameras", type=int, nargs="+", default=[1, 16])
    parser.add_argument("--seconds", type=float, default=12.0)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args(arguments)
    names = [f"camera{number}" for number in range(max(options.cameras))]
    ways: dict[str, Read] = {"packet by packet": blocking} | {
        f"every {rest_s:g} s": batches(rest_s) for rest_s in (0.25, 0.5, 1.0)
    }
    with tempfile.TemporaryDirectory() as folder:
        streams = {name: f"{options.file}@{number * 5.37:.2f}" for number, name in enumerate(names)}
        server = CameraServer(streams, Path(folder) / "cameras.log")
        server.start()
        try:
            found: dict[tuple[int, str], list[tuple[float, float]]] = defaultdict(list)
            for _ in range(options.rounds):
                for cameras in options.cameras:
                    for way, read in ways.items():
                        urls = [server.address(name) for name in names[:cameras]]
                        found[cameras, way].append(measure(urls, read, options.seconds))
                        print(f"{cameras} camera(s), {way}: {found[cameras, way][-1][0]:.2f}", file=sys.stderr)
        finally:
            server.stop()
    for (cameras, way), results in found.items():
        cost, rate = (statistics.median(column) for column in zip(*results, strict=True))
        print(f"{cameras:3} camera(s), {way:17} {cost:6.2f} CPU s/h each, {rate:5.1f} packets/s each")
    return 0


if __name__ == "__main__":
    sys.exit(main())
