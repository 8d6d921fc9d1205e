"""What is true of a clip, written beside it: when each visitor is to be seen, and when only a few pixels of one are."""

from collections.abc import Iterable
import json
from pathlib import Path

from .camera import Camera
from .picture import FPS
from .scenes import Span

SAME_RUN = FPS  # frames: a visitor behind a post is still the same one


def spans(frames: Iterable[int], what: str) -> list[Span]:
    """The stretches of time in which there are such frames."""
    runs: list[list[int]] = []
    for frame in frames:
        if runs and frame - runs[-1][1] <= SAME_RUN:
            runs[-1][1] = frame
        else:
            runs.append([frame, frame])
    return [(round(first / FPS, 2), round((last + 1) / FPS, 2), what) for first, last in runs]


def write_labels(camera: Camera, folder: Path) -> list[Span]:
    """The label file of a camera whose pictures were all made; its events."""
    scene = camera.scene
    events = [
        span for visit, frames in zip(scene.visits, camera.seen, strict=True) for span in spans(frames, visit.what)
    ]
    label = {
        "clip": scene.name,
        "files": [f"{scene.name}.main.mp4", f"{scene.name}.sub.mp4"],
        "duration": scene.duration_s,
        "fps": FPS,
        "events": events,
        "ignore": spans(camera.edge, "a few pixels of a visitor"),
        "negatives": scene.negatives,
        "mask": scene.mask,
    }
    (folder / f"{scene.name}.json").write_text(json.dumps(label, indent=1) + "\n")
    return events
