"""A run over the clips goes on when a detector fails."""

from pathlib import Path

from benchmarks.footage import Clip
from benchmarks.labels import Detections, Labels
from benchmarks.runs import DetectorFailedError, interleaved

CLIPS = [
    Clip(path=Path(f"{name}.mp4"), truth=Labels(scene=name, duration_s=60, events=())) for name in ("yard", "gate")
]


def sound(clip: Clip) -> Detections:
    return Detections(detector="sound", clip=clip.path.name, intervals=())


def fails_at_the_gate(clip: Clip) -> Detections:
    if clip.truth.scene == "gate":
        raise DetectorFailedError("no such filter")
    return Detections(detector="broken", clip=clip.path.name, intervals=())


def test_a_detector_that_fails_is_left_out_altogether_and_the_others_go_on() -> None:
    told: list[str] = []
    found = interleaved(CLIPS, {"broken": fails_at_the_gate, "sound": sound}, told.append)
    assert [(one.detector, one.clip) for one in found] == [("sound", "yard.mp4"), ("sound", "gate.mp4")]
    assert any("broken" in line and "no such filter" in line for line in told)
