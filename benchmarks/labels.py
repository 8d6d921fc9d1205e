"""Truth and what detectors said, as files hold them: one JSON file of labels a scene, one object a clip and detector."""

from dataclasses import dataclass, field
import json
from pathlib import Path
from typing import Any

type Interval = tuple[float, float]
type Named = tuple[float, float, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The truth of one scene, in seconds; `mask` are rectangles x0, y0, x1, y1 of a 640x360 picture."""

    scene: str
    duration_s: float
    events: tuple[Named, ...]
    ignore: tuple[Named, ...] = ()
    negatives: tuple[Named, ...] = ()
    mask: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Detections:
    """What one detector said of one clip. `emitted`: when each interval became known; its start unless told."""

    detector: str
    clip: str
    intervals: tuple[Interval, ...]
    emitted: tuple[float, ...] = ()
    cpu_s: float | None = None
    notes: dict[str, Any] = field(default_factory=dict)

    @property
    def scene(self) -> str:
        """The clip's name up to the first dot."""
        return self.clip.split(".")[0]


def read_labels(folder: Path) -> dict[str, Labels]:
    """All scenes of a folder. ValueError when a file is no labels."""
    return {path.stem: _labels(path) for path in sorted(folder.glob("*.json"))}


def _labels(path: Path) -> Labels:
    try:
        held = json.loads(path.read_text())
        return Labels(
            scene=path.stem,
            duration_s=float(held["duration"]),
            events=_named(held["events"]),
            ignore=_named(held.get("ignore", [])),
            negatives=_named(held.get("negatives", [])),
            mask=tuple((int(a), int(b), int(c), int(d)) for a, b, c, d in held.get("mask", [])),
        )
    except (KeyError, TypeError, ValueError) as err:
        raise ValueError(f"{path}: no labels: {err}") from err


def _named(rows: list[list[Any]]) -> tuple[Named, ...]:
    return tuple((float(row[0]), float(row[1]), str(row[2])) for row in rows)


def read_detections(path: Path) -> list[Detections]:
    """One object or a list of them."""
    held = json.loads(path.read_text())
    return [from_json(one) for one in (held if isinstance(held, list) else [held])]


def from_json(held: dict[str, Any]) -> Detections:
    """The form any bench reads; see the README of the bench."""
    known = {"detector", "clip", "intervals", "emitted", "cpu_s"}
    return Detections(
        detector=str(held["detector"]),
        clip=str(held["clip"]),
        intervals=tuple((float(row[0]), float(row[1])) for row in held["intervals"]),
        emitted=tuple(float(value) for value in held.get("emitted") or ()),
        cpu_s=None if held.get("cpu_s") is None else float(held["cpu_s"]),
        notes={key: value for key, value in held.items() if key not in known},
    )


def to_json(found: Detections) -> dict[str, Any]:
    """The inverse of `from_json`."""
    return {
        "detector": found.detector,
        "clip": found.clip,
        "intervals": [list(span) for span in found.intervals],
        "emitted": list(found.emitted) or [start for start, _ in found.intervals],
        "cpu_s": found.cpu_s,
        **found.notes,
    }
