"""A camera's day, second by second: recorded, watched, absent with a cause, off, or, which must not be, unexplained.

Puts together what the index knows (clips, recordings going on, gaps) and what the `ledger` noted. The spans of a day
are disjoint, in order, and fill it until now. Where several things are told of one second (a clock that was set back
lives an hour twice) the strongest counts: footage that is there, then footage that is missing, then an absence, then
that somebody looked. Read by Home Assistant too; imports no video library.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from heapq import heappop, heappush
from itertools import pairwise
import sqlite3
from typing import Literal

from ..reports import Absence, Coverage
from .clip_reader import day_bounds
from .clip_store import ClipStore
from .index import milliseconds, moment
from .writer import runs_elsewhere

type SpanKind = Literal["recorded", "watched", "absent", "off", "unexplained"]

BRIDGED_MS = 2000  # between two clips: a picture's length, a key frame that came late
SETTLED_S = 20.0  # what is younger may still be explained: a beat, a clip on its way home, an engine just starting
NOTICED_LATE_MS = 60_000  # an absence is noticed when nothing has come for a while; it began with the last picture
_FIRST_KEY_MS = 10_000  # a recording begins with a key frame, for which it waits
_OLD_BEAT_MS = 90_000  # a writer that beats every half minute and has not for so long is not to be believed
_CLIPS_BACK_MS = 3 * 60 * 60 * 1000  # a clip lasts ten minutes at most, and looks longer when the clock was set

# The strongest comes first. A continuous recording without a clip is not explained by having been intended.
_RECORDED, _GAP, _ABSENT, _WATCHED, _OFF, _ASSUMED, _UNEXPLAINED = range(7)
_KINDS: dict[int, SpanKind] = {
    _RECORDED: "recorded",
    _GAP: "absent",
    _ABSENT: "absent",
    _WATCHED: "watched",
    _OFF: "off",
    _ASSUMED: "absent",
    _UNEXPLAINED: "unexplained",
}


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a camera's time; the cause is a word, for what is absent or off."""

    start: datetime
    end: datetime
    kind: SpanKind
    cause: str | None = None

    @property
    def seconds(self) -> float:
        """How long it lasted, by the wall clock."""
        return (self.end - self.start).total_seconds()


type _Told = tuple[int, int, int, str | None]
"""Start and end in milliseconds, how strong it is, the cause."""


def day_of(store: ClipStore, camera_id: str, day: date, zone: tzinfo, now: datetime) -> tuple[Span, ...]:
    """The spans of a day in that zone, until now; none of a day to come."""
    start, end = day_bounds(day, zone)
    return spans_of(store, camera_id, start, min(end, now), now)


def spans_of(store: ClipStore, camera_id: str, start: datetime, end: datetime, now: datetime) -> tuple[Span, ...]:
    """The spans of [start, end), which lies before now. StoreError when the index cannot be used."""
    first, last = milliseconds(start), milliseconds(end)
    if last <= first:
        return ()
    with store.index.read() as db:
        told = [
            *_recorded(db, camera_id, (first, last), milliseconds(now)),
            *_gaps(db, camera_id, (first, last)),
            *_noted(db, store, camera_id, (first, last), milliseconds(now)),
        ]
    return tuple(
        Span(moment(begin), moment(stop), _KINDS[strength], cause)
        for begin, stop, strength, cause in _begun_earlier(_strongest(told, first, last))
    )


def coverage_of(store: ClipStore, camera_id: str, zone: tzinfo, now: datetime) -> Coverage:
    """How much of the camera's day is accounted for; what is not yet settled counts as what it seems to be."""
    day = now.astimezone(zone).date()
    recorded_s = watched_s = unexplained_s = 0.0
    absent: dict[str, float] = {}
    for span in day_of(store, camera_id, day, zone, now):
        match span.kind:
            case "recorded":
                recorded_s += span.seconds
            case "watched":
                watched_s += span.seconds
            case "unexplained":
                unexplained_s += settled_seconds(span, now)
            case _:
                cause = span.cause or span.kind
                absent[cause] = absent.get(cause, 0.0) + span.seconds
    return Coverage(
        camera_id=camera_id,
        day=day.isoformat(),
        recorded_s=round(recorded_s, 3),
        watched_s=round(watched_s, 3),
        absent=tuple(Absence(cause=cause, seconds=round(seconds, 3)) for cause, seconds in sorted(absent.items())),
        unexplained_s=round(unexplained_s, 3),
    )


def settled_seconds(span: Span, now: datetime) -> float:
    """How much of a span is old enough to be believed."""
    return max(0.0, (min(span.end, now - timedelta(seconds=SETTLED_S)) - span.start).total_seconds())


def _recorded(db: sqlite3.Connection, camera_id: str, bounds: tuple[int, int], now_ms: int) -> Iterable[_Told]:
    """What is on the disk, with the seams between clips closed, and what is being written by somebody who lives."""
    first, last = bounds
    clips = db.execute(
        "SELECT started_ms, ended_ms FROM clips WHERE deleted = 0 AND camera_id = ? AND started_ms >= ? "
        "AND started_ms < ? ORDER BY started_ms",
        (camera_id, first - _CLIPS_BACK_MS, last),
    ).fetchall()
    going_on = db.execute(
        "SELECT started_ms, min(?, coalesce(beat_ms, started_ms)), recordings.writer, beat_ms FROM recordings "
        "LEFT JOIN beats USING (writer) WHERE camera_id = ?",
        (now_ms, camera_id),
    ).fetchall()
    for start, beat, writer, _ in going_on:
        del writer
        clips.append((start, max(start, now_ms if now_ms - beat < _OLD_BEAT_MS else beat)))
    end_before: int | None = None
    for start, end in sorted(clips):
        if end_before is not None and 0 < start - end_before <= BRIDGED_MS:
            start = end_before  # noqa: PLW2901 - the seam belongs to the clip behind it
        yield start, end, _RECORDED, None
        end_before = max(end_before or 0, end)


def _gaps(db: sqlite3.Connection, camera_id: str, bounds: tuple[int, int]) -> Iterable[_Told]:
    """Footage that was lost, or is not kept any more."""
    first, last = bounds
    for start, end, cause in db.execute(
        "SELECT started_ms, ended_ms, cause FROM gaps WHERE camera_id = ? AND started_ms < ? AND ended_ms > ?",
        (camera_id, last, first),
    ):
        yield start, end, _GAP, cause


def _noted(
    db: sqlite3.Connection, store: ClipStore, camera_id: str, bounds: tuple[int, int], now_ms: int
) -> Iterable[_Told]:
    """What the ledger holds; the time before its first note is off, nobody had set the camera up."""
    first, last = bounds
    row = db.execute("SELECT min(started_ms) FROM spans WHERE camera_id = ?", (camera_id,)).fetchone()
    set_up_ms = last if row[0] is None else int(row[0])
    if first < set_up_ms:
        yield first, min(set_up_ms, last), _OFF, "not_set_up"
    for start, ended, kind, cause, writer, beat in db.execute(
        "SELECT started_ms, ended_ms, kind, cause, spans.writer, beat_ms FROM spans LEFT JOIN beats USING (writer) "
        "WHERE camera_id = ? AND started_ms < ? AND (ended_ms IS NULL OR ended_ms > ?)",
        (camera_id, last, first),
    ):
        end = ended
        if end is None:
            lives = (writer == store.writer or runs_elsewhere(writer)) and now_ms - (beat or start) < _OLD_BEAT_MS
            end = max(start, now_ms if lives else beat or start)
        match kind:
            case "watched":
                yield start, end, _WATCHED, None
            case "continuous":
                yield start, min(end, start + _FIRST_KEY_MS), _ABSENT, "connecting"
            case "absent":
                yield start, end, _ABSENT, cause
            case "off":
                yield start, end if ended is not None else now_ms, _OFF, cause
            case "assumed":
                yield start, end, _ASSUMED, cause


def _strongest(told: Iterable[_Told], first: int, last: int) -> list[_Told]:
    """One line out of many that overlap: at each moment the strongest, holes told as unexplained."""
    edges = sorted(
        (max(first, start), min(last, end), strength, cause)
        for start, end, strength, cause in told
        if start < last and end > first
    )
    times = sorted({first, last, *(edge[0] for edge in edges), *(edge[1] for edge in edges)})
    going: list[tuple[int, str, int, str | None]] = []
    line: list[_Told] = []
    place = 0
    for begin, stop in pairwise(times):
        while place < len(edges) and edges[place][0] <= begin:
            _, end, strength, cause = edges[place]
            heappush(going, (strength, cause or "", end, cause))
            place += 1
        while going and going[0][2] <= begin:
            heappop(going)
        strength, cause = (going[0][0], going[0][3]) if going else (_UNEXPLAINED, None)
        if line and line[-1][2:] == (strength, cause):
            line[-1] = (line[-1][0], stop, strength, cause)
        else:
            line.append((begin, stop, strength, cause))
    return line


def _begun_earlier(line: list[_Told]) -> list[_Told]:
    """A short hole right before an absence is the time in which it was not noticed yet."""
    told: list[_Told] = []
    for begin, stop, strength, cause in reversed(line):
        following = told[-1] if told else None
        late = following is not None and following[2] in {_ABSENT, _ASSUMED} and stop - begin <= NOTICED_LATE_MS
        if strength == _UNEXPLAINED and late and following is not None:
            told[-1] = (begin, *following[1:])
        else:
            told.append((begin, stop, strength, cause))
    return told[::-1]
