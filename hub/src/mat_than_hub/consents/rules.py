"""May this object be taken under this consent? Pure: a record, a kind, two times in; yes or the problem out."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ..protocol.consent import WEEKDAYS, ConsentRecord, DataKind, Hours
from ..protocol.limits import SIGNATURE_WINDOW

CLIP_MARGIN = timedelta(seconds=30)
"""A clip may begin this long before the window and end this long after it: the pre-roll of an event inside of it."""


def covers(record: ConsentRecord, kind: DataKind, at: datetime, now: datetime) -> bool:
    """Whether something of that kind from `at` may be taken `now`."""
    return kind in record.kinds and is_live(record, now) and in_window(record, at)


def covers_span(record: ConsentRecord, started_at: datetime, ended_at: datetime, now: datetime) -> bool:
    """Whether a clip from `started_at` to `ended_at` may be taken `now`."""
    if DataKind.CLIPS not in record.kinds or not is_live(record, now):
        return False
    if record.footage is not None:  # cut to the span by who gives it: nothing of it lies outside
        inside = in_hours(record.hours, started_at) and in_hours(record.hours, ended_at)
        return inside and record.visible(started_at, ended_at)
    first, last = min(started_at + CLIP_MARGIN, ended_at), max(ended_at - CLIP_MARGIN, started_at)
    begins = in_window(record, started_at) or in_window(record, first)
    return begins and (in_window(record, ended_at) or in_window(record, last))


def is_live(record: ConsentRecord, now: datetime) -> bool:
    """Whether the consent holds now; its hours say of what time an object may be, not when it may be sent.

    A consent given a moment ago is dated by the home's clock, which may be ahead of the hub's as far as signatures may.
    """
    return record.valid_from - SIGNATURE_WINDOW <= now < record.valid_until


def in_window(record: ConsentRecord, at: datetime) -> bool:
    """Whether what was recorded at `at` lies in the consent's time and hours."""
    return record.visible(at, at) and in_hours(record.hours, at)


def in_hours(hours: Hours, at: datetime) -> bool:
    """Whether `at` lies in the hours, on the home's clock. A span over midnight belongs to the day it begins on."""
    local = at.astimezone(ZoneInfo(hours.time_zone))
    minute = local.hour * 60 + local.minute
    today, yesterday = WEEKDAYS[local.weekday()], WEEKDAYS[local.weekday() - 1]
    if hours.from_minute < hours.to_minute:
        return today in hours.days and hours.from_minute <= minute < hours.to_minute
    return (today in hours.days and minute >= hours.from_minute) or (
        yesterday in hours.days and minute < hours.to_minute
    )


def zone_exists(name: str) -> bool:
    """Whether the time zone is one of the world's."""
    try:
        ZoneInfo(name)
    except ZoneInfoNotFoundError, ValueError, OSError:
        return False
    return True
