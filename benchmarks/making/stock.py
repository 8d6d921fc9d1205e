"""A folder of made clips: made once, whole or not at all, by several processes."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import cv2

from .actors import sources
from .clip import Recipe, write

DEMO = Path(__file__).resolve().parents[2] / "demo"


def fill(folder: Path, wanted: Sequence[Recipe], jobs: int = 2) -> Iterator[Path]:
    """Make what is missing; yields every clip in order, as it is there."""
    if any(not (folder / what.file).exists() for what in wanted):
        sources(DEMO / "media", DEMO / "labels")  # once, before the processes part ways
    cv2.setNumThreads(1)
    with ProcessPoolExecutor(jobs, mp_context=get_context("fork")) as pool:
        yield from pool.map(partial(_made, folder), wanted)


def _made(folder: Path, what: Recipe) -> Path:
    clip = folder / what.file
    return clip if clip.exists() else write(what, sources(DEMO / "media", DEMO / "labels"), folder)
