"""The demo's clips and what is known to happen in them (`demo/labels`), in seconds of the clip and in wall-clock time."""

from dataclasses import dataclass
import json
from pathlib import Path

DEMO = Path(__file__).parents[2] / "demo"


@dataclass(frozen=True, slots=True)
class Span:
    """From and to, in seconds, and what happens between them."""

    start: float
    end: float
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One camera's clip: its two streams and their truth."""

    name: str
    duration_s: float
    events: tuple[Span, ...]
    ignored: tuple[Span, ...]

    @property
    def main(self) -> Path:
        """The stream that is kept."""
        return DEMO / f"media/{self.name}.main.mp4"

    @property
    def sub(self) -> Path:
        """The stream that is looked at."""
        return DEMO / f"media/{self.name}.sub.mp4"

    def events_between(self, clip_began: float, start: float, end: float) -> list[Span]:
        """The events that begin between two moments, by the wall clock; the clip runs in a loop since `clip_began`."""
        return [span for span in self._looped(self.events, clip_began, end) if start <= span.start < end]

    def may_move(self, clip_began: float, moment: float, slack_s: float) -> bool:
        """Whether somebody is, even partly, in the picture at that moment or was `slack_s` seconds before."""
        spans = self._looped((*self.events, *self.ignored), clip_began, moment)
        return any(span.start <= moment <= span.end + slack_s for span in spans)

    def _looped(self, spans: tuple[Span, ...], clip_began: float, until: float) -> list[Span]:
        rounds = int(max(0.0, until - clip_began) // self.duration_s) + 1
        starts = [clip_began + i * self.duration_s for i in range(rounds)]
        return [Span(at + s.start, at + s.end, s.what) for at in starts for s in spans]


def read_scene(name: str) -> Scene:
    """A scene with its labels."""
    labels = json.loads((DEMO / f"labels/{name}.json").read_text())
    return Scene(
        name=name,
        duration_s=float(labels["duration"]),
        events=tuple(Span(*span) for span in labels["events"]),
        ignored=tuple(Span(*span) for span in labels["ignore"]),
    )
