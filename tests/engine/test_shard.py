"""A shard collects what nobody can reach any more: lost connections lie in memory as cycles."""

import gc
import threading
from typing import override
import weakref

from hand_clock import HandClock

from mat_than_engine.marks import Marks, new_page
from mat_than_engine.roles.shard import COLLECT_EVERY_S, FIGURES_EVERY_S, Shard


class _ClockOfOneMinute(HandClock):
    """Waits until the test lets it, then lets one collecting pass and stops."""

    def __init__(self) -> None:
        super().__init__()
        self.go, self.over = threading.Event(), threading.Event()

    @override
    def wait(self, stop: threading.Event, timeout_s: float) -> bool:
        self.go.wait(10)
        if len(self.waits) * FIGURES_EVERY_S > COLLECT_EVERY_S:
            self.over.set()
            return True
        return super().wait(stop, timeout_s)


class _Knot:
    """Refers to itself, as FFmpeg's containers and their streams refer to one another."""

    def __init__(self) -> None:
        self.myself = self


def test_what_was_lost_long_ago_is_collected_within_a_minute() -> None:
    clock = _ClockOfOneMinute()
    shard = Shard(lambda report: None, clock, Marks(new_page()))
    shard.start()
    try:
        knot = _Knot()
        lost = weakref.ref(knot)
        gc.collect()  # it has been there for long: the interpreter would not look at it again for hours
        del knot
        assert lost() is not None
        clock.go.set()
        assert clock.over.wait(10)
        assert lost() is None
    finally:
        gc.unfreeze()
        shard.stop(1)
