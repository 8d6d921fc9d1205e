"""Pictures out of ffmpeg's pipe, as the recorders that spawn ffmpeg get them; and on-times out of yes and no."""

from collections.abc import Iterator, Sequence
import subprocess

import numpy as np
from numpy.typing import NDArray

type Luma = NDArray[np.uint8]
SIZE = (640, 360)


def words(source: str, live_s: float | None = None) -> list[str]:
    """How ffmpeg is started on a file or an RTSP address; it ends by itself after `live_s`."""
    live = ["-rtsp_transport", "tcp"] if source.startswith("rtsp") else []
    live += ["-t", str(live_s)] if live_s else []
    return ["ffmpeg", "-nostdin", "-hide_banner", "-loglevel", "error", "-threads", "1", *live, "-i", source, "-an"]


def luma(source: str, fps: float | None, live_s: float | None = None) -> Iterator[Luma]:
    """The luma of each yuv420p picture: the whole picture goes through the pipe, the first two thirds are used."""
    width, height = SIZE
    rate = ["-r", str(fps)] if fps else []
    shape = ["-vf", f"scale={width}:{height}", "-pix_fmt", "yuv420p", "-f", "rawvideo", "pipe:1"]
    with subprocess.Popen([*words(source, live_s), *rate, *shape], stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        while len(data := child.stdout.read(width * height * 3 // 2)) == width * height * 3 // 2:
            yield np.frombuffer(data, np.uint8, width * height).reshape(height, width)
        # A reader that stops early closes the pipe on leaving; ffmpeg ends with it.


def on_times(yes: Sequence[bool], fps: float) -> list[tuple[float, float]]:
    """When it was on: neighbouring pictures are one interval, each lasts until the next."""
    found: list[tuple[float, float]] = []
    for number, on in enumerate(yes):
        if on:
            start = number / fps
            if found and start - found[-1][1] < 0.5 / fps:
                found[-1] = (found[-1][0], round((number + 1) / fps, 3))
            else:
                found.append((round(start, 3), round((number + 1) / fps, 3)))
    return found
