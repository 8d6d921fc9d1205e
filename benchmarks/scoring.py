"""How right a detector was on one clip, and on many together.

An event is found when the detector was on within `TOLERANCE_S` of it; on-times closer than `JOIN_S` count as one, so
that a hold-off changes nothing; one that touches neither event nor ignored span is false. What lies in the first
`WARM_UP_S` alone is forgiven unless it hits an event. Latency runs from the event's start to the moment the
detector made it known, and is never negative. "Falsely on" is the share of the quiet time that the detector was on:
it shows who is always on, and so misses nothing.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median

from .labels import Detections, Interval, Labels, Named

TOLERANCE_S = 2.0
JOIN_S = 5.0
WARM_UP_S = 10.0
CAUSE_S = 1.0  # so near a known nuisance a false interval is put down to it


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One detector on one clip."""

    detector: str
    clip: str
    duration_s: float
    found: tuple[Named, ...]
    missed: tuple[Named, ...]
    latencies_s: tuple[float, ...]
    false: tuple[Interval, ...]
    causes: tuple[str, ...]  # of the false ones, in order
    quiet_s: float
    falsely_on_s: float
    cpu_s: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """One detector on many clips. Rates are None where there was nothing to measure."""

    detector: str
    clips: int
    hours: float
    events: int
    found: int
    recall: float | None
    false: int
    false_per_hour: float | None
    falsely_on: float | None
    latency_p50_s: float | None
    latency_p90_s: float | None
    cpu_s_per_hour: float | None
    causes: dict[str, int]


def score(said: Detections, truth: Labels) -> Score:
    """Hold what was said of a clip against the truth."""
    known_at = said.emitted or tuple(start for start, _ in said.intervals)
    heard = [
        (span, at)
        for span, at in zip(said.intervals, known_at, strict=False)
        if span[1] > WARM_UP_S or any(_touch(span, event, TOLERANCE_S) for event in truth.events)
    ]
    joined = join((span for span, _ in heard), JOIN_S)
    found, missed, latencies = [], [], []
    for event in truth.events:
        if not any(_touch(span, event, TOLERANCE_S) for span in joined):
            missed.append(event)
            continue
        found.append(event)
        moments = [at for span, at in heard if _touch(span, event, TOLERANCE_S)]
        # None of the raw intervals touches it where a joined one spans it: the detector was on before and after.
        latencies.append(max(0.0, min(moments) - event[0]) if moments else 0.0)
    busy = [(start - TOLERANCE_S, end + TOLERANCE_S) for start, end, _ in (*truth.events, *truth.ignore)]
    false = [span for span in joined if not any(_touch(span, spared) for spared in busy)]
    spared = join(busy, 0)
    alert = [(max(a, WARM_UP_S), min(b, truth.duration_s)) for a, b in joined]
    rest = [(min(WARM_UP_S, truth.duration_s), truth.duration_s)]
    return Score(
        detector=said.detector,
        clip=said.clip,
        duration_s=truth.duration_s,
        found=tuple(found),
        missed=tuple(missed),
        latencies_s=tuple(latencies),
        false=tuple(false),
        causes=tuple(_cause(span, truth.negatives) for span in false),
        quiet_s=max(1e-9, _length(_without(rest, spared))),
        falsely_on_s=_length(_without([span for span in alert if span[1] > span[0]], spared)),
        cpu_s=said.cpu_s,
    )


def total(scores: Sequence[Score]) -> Total:
    """Sum up the clips of one detector."""
    events = sum(len(s.found) + len(s.missed) for s in scores)
    found = sum(len(s.found) for s in scores)
    quiet_s = sum(s.quiet_s for s in scores)
    latencies = sorted(value for s in scores for value in s.latencies_s)
    metered = [s for s in scores if s.cpu_s is not None]
    return Total(
        detector=scores[0].detector,
        clips=len(scores),
        hours=sum(s.duration_s for s in scores) / 3600,
        events=events,
        found=found,
        recall=found / events if events else None,
        false=sum(len(s.false) for s in scores),
        false_per_hour=3600 * sum(len(s.false) for s in scores) / quiet_s if quiet_s > 1 else None,
        falsely_on=sum(s.falsely_on_s for s in scores) / quiet_s if quiet_s > 1 else None,
        latency_p50_s=median(latencies) if latencies else None,
        latency_p90_s=share(latencies, 0.9),
        cpu_s_per_hour=3600 * sum(s.cpu_s or 0 for s in metered) / sum(s.duration_s for s in metered)
        if metered
        else None,
        causes=dict(Counter(cause for s in scores for cause in s.causes)),
    )


def share(ordered: Sequence[float], part: float) -> float | None:
    """The smallest value that at least that part of the ordered values does not exceed."""
    return ordered[max(0, ceil(part * len(ordered)) - 1)] if ordered else None


def join(spans: Iterable[Interval], gap_s: float) -> list[Interval]:
    """Sorted, with gaps up to `gap_s` closed."""
    joined: list[Interval] = []
    for start, end in sorted(spans):
        if joined and start - joined[-1][1] <= gap_s:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _touch(span: Interval, other: Interval | Named, tolerance_s: float = 0.0) -> bool:
    return span[0] <= other[1] + tolerance_s and span[1] >= other[0] - tolerance_s


def _without(spans: Sequence[Interval], taken: Sequence[Interval]) -> list[Interval]:
    """What of the spans no `taken` one (sorted, apart) covers."""
    left = []
    for start, end in spans:
        at = start
        for first, last in taken:
            if last <= at or first >= end:
                continue
            if first > at:
                left.append((at, first))
            at = max(at, last)
        if at < end:
            left.append((at, end))
    return left


def _length(spans: Iterable[Interval]) -> float:
    return sum(end - start for start, end in spans)


def _cause(span: Interval, negatives: Sequence[Named]) -> str:
    near = [what for start, end, what in negatives if _touch(span, (start, end), CAUSE_S)]
    return near[-1].split(",")[0] if near else "quiet"
