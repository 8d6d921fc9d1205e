"""Which footage of a camera a yes to a case gives: every clip that touches the span, each cut to it.

Continuous recording comes first; clips of motion fill only what it leaves open, so that no moment goes out twice. Pure:
clips and a span in, pieces out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from math import ceil
from typing import Final
from uuid import UUID, uuid5

from ..lib.mat_than_engine.model import Clip
from ..lib.mat_than_engine.protocol.consent import FootageSpan
from .copies import WHOLE, Part
from .parcel import to_ms

LEAST: Final = timedelta(seconds=1)  # a shorter hole between two pieces is the seam of a recording
CLOCK_WAS_SET: Final = timedelta(seconds=1)  # a clip whose times and whose length differ by more
FULL: Final = 0.8  # of what a hub takes: a copy that is encoded anew may be larger than the original
GROWS: Final = 2.0  # an H.265 clip, on its way to H.264

_PIECES: Final = UUID("0d3a3c2e-96a5-5c57-8a3f-2f6f5f0e7d41")  # a name space for the ids of pieces; any will do


@dataclass(frozen=True, slots=True)
class Piece:
    """A clip, or a part of one, that lies in the span."""

    clip: Clip
    first_at: datetime
    last_at: datetime

    def object_id(self, consent_id: str) -> str:
        """Its id at the hub: always the same under the same consent, so that a repeat is a repeat."""
        return str(uuid5(_PIECES, f"{consent_id}/{self.clip.clip_id}/{to_ms(self.first_at)}"))


def pieces_of(clips: Iterable[Clip], footage: FootageSpan, most_bytes: int) -> list[Piece]:
    """The pieces of the span, oldest first, none so large that a hub which takes `most_bytes` would refuse it."""
    ordered = sorted((clip for clip in clips if clip.started_at < clip.ended_at), key=lambda clip: clip.started_at)
    pieces = []
    free = [(footage.since, footage.until)]
    for clip in ordered:
        if clip.kind == "continuous" and (piece := _within(clip, footage.since, footage.until)) is not None:
            pieces.append(piece)
            free = _without(free, piece)
    for clip in ordered:
        if clip.kind != "continuous":
            for since, until in free:
                if (piece := _within(clip, since, until)) is not None:
                    pieces.append(piece)
                    free = _without(free, piece)
    pieces.sort(key=lambda piece: piece.first_at)
    return [part for piece in pieces for part in _small_enough(piece, most_bytes)]


def part_of(clip: Clip, first_at: datetime, last_at: datetime) -> Part:
    """What of a clip's file lies between two moments.

    Where the clock was set while the clip was recorded, a picture's time is told by the clip's beginning or by its end,
    and nobody knows by which: then it must lie between them by both.
    """
    beginnings = [clip.started_at]
    by_its_end = clip.ended_at - timedelta(seconds=clip.duration_s)
    if abs(by_its_end - clip.started_at) > CLOCK_WAS_SET:
        beginnings.append(by_its_end)
    elif first_at <= clip.started_at and whole_ms(clip.ended_at) <= last_at:
        return WHOLE
    from_s = max((first_at - begun).total_seconds() for begun in beginnings)
    until_s = min((last_at - begun).total_seconds() for begun in beginnings)
    return Part(from_s=max(from_s, 0.0), until_s=until_s)


def whole_ms(moment: datetime) -> datetime:
    """The moment as it is told and kept: in milliseconds, never later than it was."""
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def _within(clip: Clip, since: datetime, until: datetime) -> Piece | None:
    first, last = whole_ms(max(clip.started_at, since)), whole_ms(min(clip.ended_at, until))
    return Piece(clip, first, last) if first < last else None


def _without(free: Sequence[tuple[datetime, datetime]], piece: Piece) -> list[tuple[datetime, datetime]]:
    """What stays open."""
    left = []
    for since, until in free:
        left += [(since, min(until, piece.first_at)), (max(since, piece.last_at), until)]
    return [(since, until) for since, until in left if until - since >= LEAST]


def _small_enough(piece: Piece, most_bytes: int) -> list[Piece]:
    """The piece, in as many parts as it takes."""
    length = piece.last_at - piece.first_at
    share = length / (piece.clip.ended_at - piece.clip.started_at)
    likely = piece.clip.size_bytes * share * (1.0 if piece.clip.codec == "h264" else GROWS)
    count = max(1, ceil(likely / (FULL * most_bytes)))
    marks = [whole_ms(piece.first_at + length * number / count) for number in range(count + 1)]
    return [Piece(piece.clip, first, last) for first, last in pairwise(marks)]
