"""How long the disk will do: when retention will have to delete for room what it should still keep by its days.

For each camera and rank (`index`) the rate is what it recorded in the last `WINDOW` divided by that time. After t days
it takes rate × min(t, its days), and of what is there now, taken as evenly spread over its age, the part that has not
yet grown too old is left. The answer is the first t at which all together is more than clips may take, in steps of an
hour up to `FURTHEST`; None when that never comes, or less than `LEAST_S` is known.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from .clip_store import ClipStore
from .index import milliseconds
from .retention import Retention

WINDOW = timedelta(days=3)
LEAST_S = 3600.0  # of recording: an hour says little, less says nothing
FURTHEST = timedelta(days=400)
_DAY_S = 86_400.0
_STEP_DAYS = 1 / 24


@dataclass(frozen=True, slots=True)
class Stock:
    """What there is of one camera and rank, and how fast more comes."""

    held_bytes: int
    age_days: float  # of the oldest
    bytes_per_day: float
    kept_days: float  # how long it is to be kept; zero: without limit

    def bytes_after(self, days: float) -> float:
        """What it takes then."""
        kept = self.kept_days or float("inf")
        left = min(1.0, max(0.0, (kept - days) / self.age_days)) if self.age_days > 0 else float(days < kept)
        return self.held_bytes * left + self.bytes_per_day * min(days, kept)


def days_left(stocks: Iterable[Stock], capacity_bytes: float) -> float | None:
    """In how many days they outgrow the capacity; 0.0 when they do already, None when they never do."""
    stocks = tuple(stocks)
    if sum(stock.bytes_after(FURTHEST.days) for stock in stocks) <= capacity_bytes and all(
        sum(stock.bytes_after(day) for stock in stocks) <= capacity_bytes for day in range(FURTHEST.days)
    ):
        return None
    step = 0
    while sum(stock.bytes_after(step * _STEP_DAYS) for stock in stocks) <= capacity_bytes:
        step += 1
    return round(step * _STEP_DAYS, 2)


def stocks_of(store: ClipStore, retention: Retention, now: datetime) -> tuple[Stock, ...]:
    """What the index knows; empty when it knows too little to say anything."""
    since = milliseconds(now - WINDOW)
    with store.index.read() as db:
        rows = db.execute(
            "SELECT camera_id, rank, bytes, (SELECT min(started_ms) FROM clips WHERE deleted = 0 "
            "AND clips.camera_id = totals.camera_id AND clips.rank = totals.rank), "
            "(SELECT sum(size_bytes) FROM clips WHERE deleted = 0 AND clips.camera_id = totals.camera_id "
            "AND clips.rank = totals.rank AND started_ms >= ?) FROM totals WHERE clips > 0",
            (since,),
        ).fetchall()
    first = min((row[3] for row in rows), default=None)
    known_s = 0.0 if first is None else min(WINDOW.total_seconds(), (milliseconds(now) - first) / 1000)
    if known_s < LEAST_S:
        return ()
    return tuple(
        Stock(
            held_bytes=held,
            age_days=max(0.0, (milliseconds(now) - oldest) / 1000 / _DAY_S),
            bytes_per_day=(recent or 0) / known_s * _DAY_S,
            kept_days=retention.days_of(camera_id, rank),
        )
        for camera_id, rank, held, oldest, recent in rows
    )
