"""A camera that is gone is tried again: soon, then ever less often, never all cameras at once."""

import random
import socket

from hand_clock import HandClock

from mat_than_engine.backoff import CAMERA_CAP_S, CAP_S, FIRST_S, Backoff
from mat_than_engine.model import CameraState, Cause
from mat_than_engine.settings import Transport
from mat_than_engine.source import Source, Unit
from mat_than_engine.stream_task import Role, StreamTask


def test_the_first_retry_comes_within_two_seconds() -> None:
    assert all(1.0 <= Backoff(random.Random(seed)).next_wait_s(0) <= FIRST_S <= 2.0 for seed in range(50))


def test_waits_double_up_to_a_minute() -> None:
    backoff = Backoff(random.Random(1))
    waits = [backoff.next_wait_s(0) for _ in range(12)]
    for step, wait in enumerate(waits):
        longest = min(CAP_S, FIRST_S * 2**step)
        assert longest / 2 <= wait <= longest
    assert CAP_S == 60


def test_two_cameras_do_not_knock_together() -> None:
    assert Backoff(random.Random(1)).next_wait_s(0) != Backoff(random.Random(2)).next_wait_s(0)


def test_a_good_stretch_starts_again_at_the_first_wait() -> None:
    backoff = Backoff(random.Random(1))
    for _ in range(8):
        backoff.next_wait_s(held_s=3)
    assert backoff.next_wait_s(held_s=120) <= FIRST_S


class Patience:
    """A sink that watches a supervisor fail until it has seen enough."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.causes: list[Cause | None] = []
        self.waits: list[float] = []
        self.task: StreamTask | None = None

    def opened(self, role: Role, source: Source) -> None:
        raise AssertionError("nothing listens there")

    def received(self, role: Role, units: list[Unit]) -> float:
        raise AssertionError("nothing listens there")

    def closed(self, role: Role) -> None:
        raise AssertionError("nothing was opened")

    def changed(self, role: Role, state: CameraState, cause: Cause | None, retry_in_s: float | None) -> None:
        if state is CameraState.RETRYING:
            self.causes.append(cause)
            self.waits.append(retry_in_s or 0)
            if len(self.waits) == self.most and self.task is not None:
                self.task.stop()


def test_the_supervisor_tries_again_with_growing_waits(clock: HandClock) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))  # bound, and not listening: refused
        sink = Patience(8)
        url = f"rtsp://127.0.0.1:{unused.getsockname()[1]}/x"
        sink.task = StreamTask(Role.MAIN, url, Transport.TCP, sink, clock)
        sink.task.start()
        assert sink.task.join(15)
    assert sink.causes == [Cause.HOST] * 8
    assert [round(wait, 1) for wait in clock.waits] == sink.waits
    assert sink.waits[0] <= 2.0
    assert CAMERA_CAP_S / 2 <= sink.waits[7] <= CAMERA_CAP_S < 60
