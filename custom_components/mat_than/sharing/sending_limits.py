"""What the owner allows a hub's line to take of his own: how fast, and at which hours no clip.

Quiet hours are hours on the clock of the home's wall and may reach over midnight; when that clock is set back, both of its
hours count. They hold back clips alone, and not those that he gave for a case.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Final

DAY_MINUTES: Final = 24 * 60
LEAST_KBIT_S: Final = 64
MOST_KBIT_S: Final = 1_000_000
_MINUTE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHours:
    """From one minute of the day to another, which is not in it any more. ValueError for none at all."""

    from_minute: int
    until_minute: int

    def __post_init__(self) -> None:
        """Refuse what is no span of a day."""
        minutes = (self.from_minute, self.until_minute)
        if self.from_minute == self.until_minute or not all(0 <= minute < DAY_MINUTES for minute in minutes):
            raise ValueError("no span of a day")

    def hold(self, now: datetime, zone: tzinfo) -> bool:
        """Whether it is quiet now, on the wall of that zone."""
        local = now.astimezone(zone)
        minute = local.hour * 60 + local.minute
        if self.from_minute < self.until_minute:
            return self.from_minute <= minute < self.until_minute
        return minute >= self.from_minute or minute < self.until_minute

    def end_after(self, now: datetime, zone: tzinfo) -> datetime:
        """The first moment after `now`, which is quiet, that is not quiet any more; UTC."""
        ends = time(self.until_minute // 60, self.until_minute % 60)
        today = now.astimezone(zone).date()
        moments = (
            datetime.combine(today + timedelta(days=days), ends, zone).replace(fold=fold).astimezone(UTC)
            for days in (0, 1, 2)
            for fold in (0, 1)
        )
        end = min(moment for moment in moments if moment > now and not self.hold(moment, zone))
        if end.astimezone(zone).utcoffset() == now.astimezone(zone).utcoffset():
            return end
        end = now.replace(second=0, microsecond=0) + _MINUTE  # clocks are set meanwhile: minute by minute
        while self.hold(end, zone):
            end += _MINUTE
        return end.astimezone(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class SendingLimits:
    """The limits of one hub's line; None is no limit."""

    kbit_s: int | None = None
    quiet: QuietHours | None = None


UNLIMITED: Final = SendingLimits()
