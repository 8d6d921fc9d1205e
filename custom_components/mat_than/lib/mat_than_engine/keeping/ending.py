"""How a recording ended, and the clip that comes of it: one that was finished, one that was broken off.

`take` writes down an `Ending`, `keeper` brings the file home, and the row is made here. Imports no video library.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from ..errors import BreakReason
from ..model import Clip, StreamFacts
from .clip_rows import Begun
from .manifest import ClockState
from .recording import Recording, sha256_of
from .wall_clock import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """What is known of a recording when its last packet is in."""

    ended_at: datetime
    duration_s: float
    facts: StreamFacts
    sound: bool
    clock: ClockState
    clock_step_s: float | None  # by how much the wall clock was set meanwhile
    read: Reading  # both clocks, when this was written down


@dataclass(frozen=True, slots=True)
class Finished:
    """A recording with its last packet in, on its way home."""

    recording: Recording
    begun: Begun
    ending: Ending


@dataclass(frozen=True, slots=True)
class Broken:
    """A recording that came to a bad end: the whole fragments in its file are still footage."""

    finished: Finished
    reason: BreakReason

    @property
    def whole_until(self) -> datetime:
        """Up to when its pictures should lie in the file."""
        recording, begun = self.finished.recording, self.finished.begun
        whole_s = max(0.0, recording.whole_s - (recording.first_s or 0.0))
        return min(begun.started_at + timedelta(seconds=whole_s), max(begun.started_at, self.finished.ending.ended_at))


def clip_of(finished: Finished) -> Clip:
    """The index's row for a closed file."""
    begun, ending = finished.begun, finished.ending
    facts, file = ending.facts, finished.recording.part
    return Clip(
        clip_id=begun.clip_id,
        camera_id=begun.camera_id,
        event_ids=begun.event_ids,
        path=begun.path,
        still=begun.still,
        started_at=begun.started_at.astimezone(UTC),
        ended_at=ending.ended_at.astimezone(UTC),
        duration_s=ending.duration_s,
        pre_roll_s=begun.pre_roll_s,
        size_bytes=file.stat().st_size,
        sha256=sha256_of(file),
        codec=facts.codec,
        width=facts.width,
        height=facts.height,
        fps=facts.fps,
        audio="aac" if ending.sound else None,
        kind=begun.kind,
    )
