"""What is left of a scene under a mask in the clip that leaves the home: its correlation with the scene, in numbers.

    PYTHONPATH=.:custom_components/mat_than/lib .venv/bin/python benchmarks/shared_masks.py [--length 10] [--json]

Blocks of black and white noise, others in every picture, so that nothing under the mask can be guessed from what is
seen; 1920x1080, as H.264 and as H.265, under a rectangle, a slanted polygon and a triangle. Read are the pixels of
whole blocks under the mask, of every picture, in the decoded original and in the decoded copy. Ends with 1 above 0.01.
"""

import argparse
from collections.abc import Iterator
from dataclasses import asdict, dataclass
import json
from pathlib import Path
import sys
import tempfile

import av
from av.video.stream import VideoStream
import numpy as np
from numpy.typing import NDArray

from mat_than_engine.commands import MakeSharedCopy
from mat_than_engine.keeping.masks import cover
from mat_than_engine.keeping.shared_copy import make_shared_copy
from mat_than_engine.model import Polygon

WIDTH, HEIGHT, BLOCK = 1920, 1080, 24
RATE = 10
GOAL = 0.01
MASKS: dict[str, Polygon] = {
    "rectangle": ((0.1, 0.1), (0.6, 0.1), (0.6, 0.8), (0.1, 0.8)),
    "slanted": ((0.21, 0.18), (0.83, 0.27), (0.77, 0.86), (0.26, 0.71)),
    "triangle": ((0.5, 0.05), (0.95, 0.95), (0.05, 0.9)),
}


@dataclass
class Figures:
    """One clip under one mask."""

    codec: str
    mask: str
    pictures: int
    pixels: int  # under the mask, in each picture
    correlation_under: float
    correlation_beside: float  # the same measure where nothing is masked
    levels_under: int  # different values of luma under the mask, over the whole copy


def main() -> int:
    """Make, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--length", type=int, default=10, help="seconds")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    worst = 0.0
    with tempfile.TemporaryDirectory() as name:
        for codec in ("h264", "hevc"):
            source = Path(name) / f"{codec}.mp4"
            _make_noise(source, codec, options.length * RATE)
            for mask in MASKS:
                figures = _measure(source, codec, mask, Path(name) / "copy.mp4")
                worst = max(worst, abs(figures.correlation_under))
                print(json.dumps(asdict(figures)) if options.json else _line(figures), flush=True)
    return int(worst >= GOAL)


def _line(figures: Figures) -> str:
    return (
        f"{figures.codec:5} {figures.mask:10} {figures.pictures} pictures, {figures.pixels} pixels under the mask: "
        f"correlation {figures.correlation_under:+.5f} under it (goal < {GOAL}), {figures.correlation_beside:+.3f} beside it; "
        f"{figures.levels_under} level(s) of luma under it"
    )


def _make_noise(target: Path, codec: str, pictures: int) -> None:
    noise = np.random.default_rng(20261122)
    encoder = {"h264": "libx264", "hevc": "libx265"}[codec]
    options = {"preset": "ultrafast", "crf": "12"} | ({"x265-params": "log-level=error"} if codec == "hevc" else {})
    with av.open(str(target), "w") as container:
        stream = container.add_stream(encoder, rate=RATE, options=options)
        if not isinstance(stream, VideoStream):
            raise TypeError(f"{encoder} makes no pictures")
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        for _ in range(pictures):
            blocks = noise.integers(0, 2, (HEIGHT // BLOCK, WIDTH // BLOCK), np.uint8) * 219 + 16
            luma = np.kron(blocks, np.ones((BLOCK, BLOCK), np.uint8))
            planes = np.concatenate([luma, np.full((HEIGHT // 2, WIDTH), 128, np.uint8)])
            container.mux(stream.encode(av.VideoFrame.from_ndarray(planes, format="yuv420p")))
        container.mux(stream.encode(None))


def _measure(source: Path, codec: str, mask: str, target: Path) -> Figures:
    polygon = MASKS[mask]
    made = make_shared_copy(MakeSharedCopy(request_id="r", source=str(source), target=str(target), masks=(polygon,)))
    if made.error is not None:
        raise RuntimeError(f"no copy: {made.error}")
    hidden = cover((polygon,), WIDTH, HEIGHT)
    rows, columns = HEIGHT // BLOCK, WIDTH // BLOCK
    blocks = hidden.reshape(rows, BLOCK, columns, BLOCK)
    under = np.kron(blocks.all(axis=(1, 3)), np.ones((BLOCK, BLOCK), np.bool_))
    beside = np.kron(~blocks.any(axis=(1, 3)), np.ones((BLOCK, BLOCK), np.bool_))
    sums_under, sums_beside, levels, pictures = _Sums(), _Sums(), set[int](), 0
    for before, after in zip(_lumas(source), _lumas(target), strict=True):
        sums_under.add(before[under], after[under])
        sums_beside.add(before[beside], after[beside])
        levels.update(np.unique(after[under]).tolist())
        pictures += 1
    return Figures(
        codec=codec,
        mask=mask,
        pictures=pictures,
        pixels=int(under.sum()),
        correlation_under=sums_under.correlation,
        correlation_beside=sums_beside.correlation,
        levels_under=len(levels),
    )


class _Sums:
    """A correlation over more pixels than fit in memory at once; 0 where one side never changes."""

    def __init__(self) -> None:
        self._sums = np.zeros(6)

    def add(self, one: NDArray[np.uint8], two: NDArray[np.uint8]) -> None:
        a, b = one.astype(np.float64), two.astype(np.float64)
        self._sums += (len(a), a.sum(), b.sum(), (a * a).sum(), (b * b).sum(), (a * b).sum())

    @property
    def correlation(self) -> float:
        n, a, b, aa, bb, ab = self._sums
        size = ((aa - a * a / n) * (bb - b * b / n)) ** 0.5
        return float((ab - a * b / n) / size) if size > 0 else 0.0


def _lumas(file: Path) -> Iterator[NDArray[np.uint8]]:
    with av.open(str(file)) as container:
        for frame in container.decode(video=0):
            yield frame.to_ndarray(format="gray").astype(np.uint8)


if __name__ == "__main__":
    sys.exit(main())
