"""The queue as its owner sees it: what waits for a hub, how much, since when, and for what.

One row for each kind and cause. Whether a hub answers, how long a lane rests and whether it is quiet is known of the
line; everything else is counted in the outbox.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from enum import StrEnum

from ..lib.mat_than_engine.protocol.consent import DataKind
from .outbox_figures import QueueFigures, Waiting
from .parcel import Stage
from .sending_limits import SendingLimits


class Cause(StrEnum):
    """Why something has not left yet."""

    ON_ITS_WAY = "on_its_way"  # it is its turn, or almost
    COPYING = "copying"  # its shared copy is not made yet
    QUIET_HOURS = "quiet_hours"
    NO_ANSWER = "no_answer"  # the hub does not answer as it should


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """Objects of one kind that wait for the same thing; `until` is when they go on, where that is known."""

    kind: DataKind
    cause: Cause
    count: int
    size_bytes: int  # of what is copied already
    oldest_at: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineStanding:
    """What the queue needs to know of a line: does the hub answer, and which kinds rest until when after a failure."""

    answers: bool
    resting_until: Mapping[DataKind, datetime | None]
    limits: SendingLimits


def queue_rows(figures: QueueFigures, line: LineStanding, now: datetime, zone: tzinfo) -> tuple[QueueRow, ...]:
    """The rows, in the order in which things leave."""
    rows: dict[tuple[DataKind, Cause], QueueRow] = {}
    for waiting in figures.waiting:
        row = _row(waiting, line, now, zone)
        known = rows.get((row.kind, row.cause))
        rows[row.kind, row.cause] = row if known is None else _together(known, row)
    return tuple(rows.values())


def _row(waiting: Waiting, line: LineStanding, now: datetime, zone: tzinfo) -> QueueRow:
    cause, until = Cause.ON_ITS_WAY, None
    quiet = line.limits.quiet
    if waiting.stage is Stage.COPYING:
        cause = Cause.COPYING
    elif waiting.kind is DataKind.CLIPS and not waiting.for_case and quiet is not None and quiet.hold(now, zone):
        cause, until = Cause.QUIET_HOURS, quiet.end_after(now, zone)
    elif not line.answers:
        cause, until = Cause.NO_ANSWER, line.resting_until.get(waiting.kind)
    return QueueRow(
        kind=waiting.kind,
        cause=cause,
        count=waiting.count,
        size_bytes=waiting.size_bytes,
        oldest_at=waiting.oldest_at,
        until=until,
    )


def _together(one: QueueRow, other: QueueRow) -> QueueRow:
    return replace(
        one,
        count=one.count + other.count,
        size_bytes=one.size_bytes + other.size_bytes,
        oldest_at=min(one.oldest_at, other.oldest_at),
    )
