"""ffmpeg's scene filter on every picture; Home Assistant's own ffmpeg_motion is this with a threshold of 0.10."""

from collections.abc import Iterator
import re
import subprocess

from .pictures import words

FPS = 15


def hits(source: str, threshold: float, live_s: float | None = None) -> Iterator[float]:
    """The stream's times of pictures that differ so much from the one before."""
    # Without `direct` ffmpeg tells of a hit when its buffer is full, minutes later.
    chosen = f"select='gt(scene,{threshold})',metadata=print:file=-:direct=1"
    command = [*words(source, live_s), "-vf", chosen, "-f", "null", "-"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, bufsize=1) as child:
        assert child.stdout is not None
        for line in child.stdout:
            if found := re.search(r"pts_time:\s*([\d.]+)", line):
                yield float(found[1])
