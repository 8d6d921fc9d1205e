"""Work that takes its time, one piece after the other in a thread of its own, so that it holds up nothing else.

An order in a lane can be cancelled while it waits and while it is carried out: whoever does it is given an event to
look at. Each lane is bounded; an order too many is answered as failed.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
import logging
import queue
import threading

from ..commands import Command
from ..reports import Report
from .answers import failure, request_of

_LOG = logging.getLogger(__name__)
MOST_WAITING = 100


@dataclass(frozen=True, slots=True)
class _Job:
    order: Command
    act: Callable[[threading.Event], None]
    cancelled: threading.Event = field(default_factory=threading.Event)


class Lane:
    """A few threads, one as a rule, and the orders that wait for them."""

    def __init__(self, name: str, report: Callable[[Report], None], threads: int = 1) -> None:
        self._name = name
        self._report = report
        self._threads = threads
        self._jobs: queue.Queue[_Job] = queue.Queue(MOST_WAITING)
        self._known: dict[str, _Job] = {}  # by request, waiting or under way
        self._lock = threading.Lock()
        self._started = 0

    def put(self, order: Command, act: Callable[[threading.Event], None]) -> None:
        """Have `act` do it in its turn; a second order for the same request stops the first.

        What `act` does not answer because it raises is answered as failed.
        """
        job = _Job(order, act)
        with self._lock:
            earlier = self._known.get(request_of(order) or "")
            self._known[request_of(order) or ""] = job
            if self._started < self._threads:  # an order more than there were: a thread that waits costs memory
                self._started += 1
                threading.Thread(target=self._work, name=self._name, daemon=True).start()
        if earlier is not None:
            earlier.cancelled.set()
        try:
            self._jobs.put_nowait(job)
        except queue.Full:
            self._forget(job)
            self._report(failure(order))

    def cancel(self, request_id: str) -> None:
        """Stop an order, if it is one of this lane's."""
        with self._lock:
            job = self._known.get(request_id)
        if job is not None:
            job.cancelled.set()

    def stop(self) -> None:
        """Ask everything to stop; waits for nothing."""
        with self._lock:
            jobs = tuple(self._known.values())
        for job in jobs:
            job.cancelled.set()

    def _work(self) -> None:
        while True:
            job = self._jobs.get()
            try:
                job.act(job.cancelled)
            except Exception:  # noqa: BLE001 - the top of a supervised loop: the next order must not suffer from this one
                _LOG.exception("an order failed unexpectedly: %s", type(job.order).__name__)
                self._report(failure(job.order))
            finally:
                self._forget(job)

    def _forget(self, job: _Job) -> None:
        with self._lock:
            self._known = {request: known for request, known in self._known.items() if known is not job}
