"""The engine's second role: some of the cameras, from their packets to their clips, in a process of their own.

Cameras come with `Configure` from the conductor; those whose settings did not change go on undisturbed. Reports go
back over the pipe. A decoder that crashes takes this process down and no other.
"""

from collections.abc import Callable
import gc
import logging
from pathlib import Path
import threading

from ..allocator import give_back
from ..camera_task import CameraTask
from ..clock import Clock, zone_named
from ..commands import Cancel, Configure, Live, OwnSensor, Record, Snapshot, Tune
from ..errands import Errand, SetProfile
from ..errors import StoreError
from ..keeping.clip_store import ClipStore
from ..keeping.keeper import Keeper
from ..keeping.ledger import Ledger
from ..keeping.notary import notary_for
from ..marks import Marks
from ..reports import Done, Report
from .answers import failure, refusal
from .lane import Lane
from .orders import Orders

_LOG = logging.getLogger(__name__)
FIGURES_EVERY_S = 10.0
# FFmpeg's containers and their streams refer to one another. Left alone, the interpreter looks that far once in hours,
# and every connection that was lost keeps a quarter of a megabyte until then.
COLLECT_EVERY_S = 60.0
MOVE_S = 5.0  # clips that are being finished when the storage folder changes


class Shard:
    """The cameras of one process."""

    def __init__(
        self,
        report: Callable[[Report], None],
        clock: Clock,
        marks: Marks,
        camera: type[CameraTask] = CameraTask,
    ) -> None:
        self._report = report
        self._clock = clock
        self._marks = marks
        self._camera = camera
        self._keeper: Keeper | None = None
        self._ledger: Ledger | None = None
        self._cameras: dict[str, CameraTask] = {}
        self._stop = threading.Event()
        self._snapshots = Lane("snapshots", report)
        self._orders = Orders(report)
        self._orders.on(Configure, self._configure)
        self._orders.on(SetProfile, self._set_profile)
        self._orders.on(Record, self._record)
        self._orders.on(OwnSensor, self._sense)
        self._orders.on(Tune, self._tune)
        self._orders.on(Snapshot, self._snapshot)
        self._orders.on(Live, self._show_live)
        self._orders.on(Cancel, self._cancel)

    def start(self) -> None:
        """Start the thread that counts for all cameras, and collects what nobody can reach any more."""
        gc.freeze()  # what a process begins with stays, and need not be looked at again and again; cameras come later
        threading.Thread(target=self._count, name="figures", daemon=True).start()

    def obey(self, errand: Errand) -> None:
        """Carry an errand out, or see to it; never blocks for long."""
        self._orders.carry_out(errand)

    def tick(self) -> bool:
        """Show the conductor that this process is not stuck."""
        self._marks.beat()
        return True

    def stop(self, timeout_s: float) -> None:
        """End every motion and keep every clip, in that time."""
        self._stop.set()
        self._snapshots.stop()
        until_s = self._clock.monotonic_s() + timeout_s
        self._let_go_of_all()
        if self._keeper is not None and not self._keeper.drain(max(0.1, until_s - self._clock.monotonic_s())):
            _LOG.warning("not all clips were finished in time; the next start mends them")
        if self._ledger is not None:
            self._ledger.stop(max(0.1, until_s - self._clock.monotonic_s()))

    def _configure(self, wanted: Configure) -> None:
        storage = Path(wanted.storage)
        if self._keeper is None or self._keeper.store.storage != storage:
            self._move(storage)
        keeper = self._keeper
        assert keeper is not None  # noqa: S101 - `_move` has made one
        keeper.notary = notary_for(wanted, self._clock.utc_now)
        settings = {camera.camera_id: camera for camera in wanted.cameras}
        for camera_id, task in list(self._cameras.items()):
            if settings.get(camera_id) != task.settings:
                task.stop()
                del self._cameras[camera_id]
        for camera_id, camera in settings.items():
            if camera_id not in self._cameras:
                task = self._camera(camera, keeper, self._report, self._clock, self._marks)
                self._cameras[camera_id] = task
                task.start()
            self._cameras[camera_id].set_time_zone(zone_named(wanted.time_zone))

    def _move(self, storage: Path) -> None:
        """Keep clips in this folder from now on."""
        self._let_go_of_all()
        if self._keeper is not None:
            self._keeper.drain(MOVE_S)
        if self._ledger is not None:
            self._ledger.stop(MOVE_S)
        store = ClipStore(storage)
        try:
            store.prepare()
        except StoreError as err:
            # Motion is still seen and told; every clip that cannot be kept is reported as lost.
            _LOG.error("clips cannot be kept: %s", err)
        self._ledger = Ledger(store, self._clock)
        self._keeper = Keeper(store, self._report, self._clock, self._ledger)
        self._ledger.start()
        self._keeper.start()

    def _let_go_of_all(self) -> None:
        for camera in self._cameras.values():
            camera.stop()
        self._cameras.clear()

    def _set_profile(self, errand: SetProfile) -> None:
        camera = self._cameras.get(errand.camera_id)
        if camera is not None:
            camera.set_profile(errand.profile)

    def _record(self, order: Record) -> None:
        camera = self._cameras.get(order.camera_id)
        error = camera.record(order.for_s, order.pre_roll_s) if camera is not None else "unknown_camera"
        self._report(Done(request_id=order.request_id, error=error, count=0 if error else 1))

    def _sense(self, told: OwnSensor) -> None:
        camera = self._cameras.get(told.camera_id)
        if camera is not None:
            camera.sense(told.at, on=told.on)

    def _tune(self, order: Tune) -> None:
        camera = self._cameras.get(order.camera_id)
        if camera is not None:
            camera.tune(order.for_s)

    def _snapshot(self, order: Snapshot) -> None:
        camera = self._cameras.get(order.camera_id)
        if camera is None:
            self._report(refusal(order, "unknown_camera"))
            return

        def take(cancelled: threading.Event) -> None:
            self._report(failure(order) if cancelled.is_set() else camera.snapshots.take(order))

        self._snapshots.put(order, take)

    def _show_live(self, order: Live) -> None:
        camera = self._cameras.get(order.camera_id)
        if camera is None:
            self._report(refusal(order, "unknown_camera"))
        else:
            camera.show_live(order)

    def _cancel(self, order: Cancel) -> None:
        self._snapshots.cancel(order.request_id)
        for camera in tuple(self._cameras.values()):
            camera.end_live(order.request_id)

    def _count(self) -> None:
        collected_s = self._clock.monotonic_s()
        while not self._clock.wait(self._stop, FIGURES_EVERY_S):
            if self._clock.monotonic_s() - collected_s >= COLLECT_EVERY_S:
                collected_s = self._clock.monotonic_s()
                gc.collect()
                give_back()
            for camera in tuple(self._cameras.values()):
                figures = camera.figures()
                if figures is not None:
                    self._report(figures)
