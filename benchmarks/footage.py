"""The clips a run looks at: the demo's, those made from reporting seeds, or a folder of anyone's own.

A folder holds clips and `labels/<scene>.json`; a clip's scene is its name up to the first dot. Made clips lie in
`out/bench/clips` once they are made. Tuning seeds are refused: a figure on them would say nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .labels import Labels, read_labels
from .making.clip import recipe
from .making.stock import DEMO, fill

FIRST_REPORTING_SEED = 1000
MADE = Path(__file__).resolve().parents[1] / "out/bench/clips"


type Say = Callable[[str], None]  # tells the user how far it is


class TuningSeedError(Exception):
    """A report was asked for on seeds that detectors were tuned on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """A file and its truth."""

    path: Path
    truth: Labels


def demo() -> list[Clip]:
    """The demo's sub streams."""
    return _labelled(sorted((DEMO / "media").glob("*.sub.mp4")), DEMO / "labels")


def folder(path: Path) -> list[Clip]:
    """Every labelled clip of a folder. ValueError when there is none."""
    labels = path / "labels"
    found = _labelled(sorted(path.glob("*.mp4")), labels if labels.is_dir() else path)
    if not found:
        raise ValueError(f"{path}: no clip with labels")
    return found


def made(seeds: Sequence[int], seconds: float) -> Iterator[Clip]:
    """Clips of reporting seeds, made where they are missing."""
    if any(seed < FIRST_REPORTING_SEED for seed in seeds):
        raise TuningSeedError(f"seeds below {FIRST_REPORTING_SEED} are for tuning; a report needs others")
    where = MADE / f"{seconds:.0f}s"
    for path in fill(where, [recipe(seed, seconds) for seed in seeds]):
        yield from _labelled([path], where / "labels")


def _labelled(paths: Sequence[Path], labels: Path) -> list[Clip]:
    truths = read_labels(labels)
    return [Clip(path=path, truth=truths[scene]) for path in paths if (scene := path.name.split(".")[0]) in truths]
