"""The engine without its pipe: cameras as configured, probes and copies as ordered, reports handed to a callable.

`Configure` replaces the set of cameras; those whose settings did not change go on undisturbed. Probes run side by
side up to a bound. Shared copies are made in two queues of bounded length, so that what is quickly copied never waits
for a clip that is encoded anew.
"""

from collections.abc import Callable
import fcntl
import logging
from pathlib import Path
import queue
import threading
from typing import IO

from .camera_task import CameraTask
from .clock import Clock
from .commands import Command, Configure, MakeSharedCopy, MakeSharedStill, Probe
from .errors import StoreError
from .keeping.clip_store import ClipStore
from .keeping.keeper import Keeper
from .keeping.recovery import recover
from .keeping.retention import Retention
from .keeping.shared_copy import make_shared_copy, make_shared_still, must_be_encoded
from .model import Cause
from .probe import probe
from .reports import Probed, Report, SharedCopyMade

type Order = MakeSharedCopy | MakeSharedStill

_LOG = logging.getLogger(__name__)
FIGURES_EVERY_S = 10.0
MOST_PROBES = 4
MOST_COPIES = 100
LOCK = ".engine.lock"
LOCK_WAIT_S = 5.0  # an engine before this one may still be finishing its clips


class Engine:
    """All cameras of one place."""

    def __init__(self, report: Callable[[Report], None], clock: Clock) -> None:
        self._report = report
        self._clock = clock
        self._keeper: Keeper | None = None
        self._cameras: dict[str, CameraTask] = {}
        self._probes = threading.BoundedSemaphore(MOST_PROBES)
        self._quick_orders: queue.Queue[Order] = queue.Queue(MOST_COPIES)
        self._encode_orders: queue.Queue[Order] = queue.Queue(MOST_COPIES)
        self._stop = threading.Event()
        self._lock_file: IO[bytes] | None = None

    def start(self) -> None:
        """Start the threads that serve all cameras."""
        for orders, name in ((self._quick_orders, "shared copies"), (self._encode_orders, "encoded copies")):
            threading.Thread(target=self._copy, args=(orders,), name=name, daemon=True).start()
        threading.Thread(target=self._count, name="figures", daemon=True).start()

    def obey(self, command: Command) -> None:
        """Carry a command out, or see to it; never blocks for long."""
        match command:
            case Configure():
                self._configure(command)
            case Probe():
                self._probe(command)
            case MakeSharedCopy() | MakeSharedStill():
                self._order(self._quick_orders, command)

    def stop(self, timeout_s: float) -> None:
        """End every motion and keep every clip, in that time."""
        self._stop.set()
        until_s = self._clock.monotonic_s() + timeout_s
        for camera in self._cameras.values():
            camera.stop()
        self._cameras.clear()
        if self._keeper is not None and not self._keeper.drain(max(0.1, until_s - self._clock.monotonic_s())):
            _LOG.warning("not all clips were finished in time; the next start mends them")

    def _configure(self, wanted: Configure) -> None:
        storage = Path(wanted.storage)
        if self._keeper is None or self._keeper.store.storage != storage:
            self._move(storage)
        keeper = self._keeper
        assert keeper is not None  # noqa: S101 - `_move` has made one
        keeper.retention = Retention(wanted.retention.days, wanted.retention.gigabytes)
        settings = {camera.camera_id: camera for camera in wanted.cameras}
        for camera_id, task in list(self._cameras.items()):
            if settings.get(camera_id) != task.settings:
                task.stop()
                del self._cameras[camera_id]
        for camera_id, camera in settings.items():
            if camera_id not in self._cameras:
                task = CameraTask(camera, keeper, self._report, self._clock)
                self._cameras[camera_id] = task
                task.start()

    def _move(self, storage: Path) -> None:
        """Keep clips in this folder from now on."""
        for task in self._cameras.values():
            task.stop()
        self._cameras.clear()
        if self._keeper is not None:
            self._keeper.drain(LOCK_WAIT_S)
        store = ClipStore(storage)
        try:
            store.prepare()
        except StoreError as err:
            # Motion is still seen and told; every clip that cannot be kept is reported as lost.
            _LOG.error("clips cannot be kept: %s", err)
        self._keeper = Keeper(store, self._report, self._clock)
        self._keeper.start()
        self._keeper.soon(lambda: self._recover(store))

    def _recover(self, store: ClipStore) -> None:
        try:
            if not self._is_alone(store.storage):
                _LOG.warning("another engine uses the storage folder; what it left behind is looked at next time")
                return
            for saved in recover(store):
                self._report(saved)
        except (StoreError, OSError) as err:
            _LOG.warning("clips left behind could not be looked at: %s", type(err).__name__)

    def _is_alone(self, storage: Path) -> bool:
        """Take the folder's lock; it is the process's until it ends, however it ends."""
        self._lock_file = (storage / LOCK).open("ab")
        until_s = self._clock.monotonic_s() + LOCK_WAIT_S
        while True:
            try:
                fcntl.flock(self._lock_file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if self._clock.monotonic_s() > until_s or self._clock.wait(self._stop, 0.2):
                    return False
            else:
                return True

    def _probe(self, order: Probe) -> None:
        if not self._probes.acquire(blocking=False):
            self._report(Probed(request_id=order.request_id, cause=Cause.NO_DATA))
            return

        def run() -> None:
            try:
                self._report(probe(order, self._clock))
            finally:
                self._probes.release()

        threading.Thread(target=run, name="probe", daemon=True).start()

    def _order(self, orders: queue.Queue[Order], order: Order) -> None:
        try:
            orders.put_nowait(order)
        except queue.Full:
            self._report(SharedCopyMade(request_id=order.request_id, error="failed"))

    def _copy(self, orders: queue.Queue[Order]) -> None:
        while not self._stop.is_set():
            try:
                order = orders.get(timeout=0.5)
            except queue.Empty:
                continue
            try:
                if orders is self._quick_orders and isinstance(order, MakeSharedCopy) and must_be_encoded(order):
                    self._order(self._encode_orders, order)
                    continue
                made = make_shared_copy(order) if isinstance(order, MakeSharedCopy) else make_shared_still(order)
            except Exception:  # noqa: BLE001 - the top of a supervised loop: the next order must not suffer from this one
                _LOG.exception("a shared copy failed unexpectedly")
                made = SharedCopyMade(request_id=order.request_id, error="failed")
            self._report(made)

    def _count(self) -> None:
        while not self._clock.wait(self._stop, FIGURES_EVERY_S):
            for camera in tuple(self._cameras.values()):
                figures = camera.figures()
                if figures is not None:
                    self._report(figures)
