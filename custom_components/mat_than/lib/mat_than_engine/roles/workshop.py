"""The engine's third role: whatever touches files of video that are already there, and the upkeep of their folder.

Probes, shared copies, replays and exports are orders, each in its lane; the upkeep goes on by itself. All of it reads
video that may be damaged or malicious, and may die at any time without a camera noticing. FFmpeg is loaded with the
first order that needs it (`video_orders`): until then this process is small.
"""

from collections.abc import Callable
import logging
from pathlib import Path
import threading

from ..clock import Clock, zone_named
from ..commands import (
    Cancel,
    Configure,
    DeleteClips,
    Export,
    Flush,
    MakeSharedCopy,
    MakeSharedStill,
    Probe,
    Protect,
    Replay,
    Unprotect,
)
from ..errands import Errand, MakeRoom, Recover
from ..errors import StoreError
from ..keeping.clip_store import ClipStore
from ..keeping.custodian import Custodian
from ..keeping.notary import notary_for
from ..keeping.progress import Meter
from ..reports import Done, Report, SharedCopyMade
from .answers import failure
from .lane import Lane
from .orders import Orders
from .upkeep import Upkeep

_LOG = logging.getLogger(__name__)
MOST_PROBES = 4


class Workshop:
    """The orders of one place, and its storage folder."""

    def __init__(self, report: Callable[[Report], None], clock: Clock, *, thorough: bool = True) -> None:
        """One that is not `thorough` does without recovery: those before it died over something."""
        self._thorough = thorough
        self._report = report
        self._clock = clock
        self._upkeep: Upkeep | None = None
        self._probes = Lane("probe", report, threads=MOST_PROBES)
        # Two lanes, so that what is quickly copied never waits for a clip that is encoded anew.
        self._quick = Lane("shared copies", report)
        self._encoded = Lane("encoded copies", report)
        self._index = Lane("index", report)
        self._replays = Lane("replays", report)
        self._exports = Lane("exports", report)
        self._time_zone = "UTC"
        self._lanes = (self._probes, self._quick, self._encoded, self._index, self._replays, self._exports)
        self._orders = Orders(report)
        self._plug_in(self._orders)

    def _plug_in(self, orders: Orders) -> None:
        """Who carries out what."""
        orders.on(Configure, self._configure)
        orders.on(Cancel, self._cancel)
        orders.on(Recover, self._recover)
        orders.on(MakeRoom, self._make_room)
        orders.on(Replay, lambda order: self._replays.put(order, lambda stop: self._replay(order, stop)))
        self._ask_custodian(orders, Protect, Custodian.protect)
        self._ask_custodian(orders, Unprotect, Custodian.unprotect)
        self._ask_custodian(orders, DeleteClips, Custodian.delete)
        self._ask_custodian(orders, Flush, Custodian.flush)
        orders.on(Export, lambda order: self._exports.put(order, lambda stop: self._export(order, stop)))
        orders.on(Probe, lambda order: self._probes.put(order, lambda _: self._probe(order)))
        orders.on(MakeSharedCopy, lambda order: self._quick.put(order, lambda stop: self._copy(order, stop)))
        orders.on(MakeSharedStill, lambda order: self._quick.put(order, lambda _: self._still(order)))

    def start(self) -> None:
        """Nothing is to be done before the first order."""

    def obey(self, errand: Errand) -> None:
        """Carry an errand out, or see to it; never blocks for long."""
        self._orders.carry_out(errand)

    def tick(self) -> bool:
        """Nothing here is due by the tick."""
        return True

    def stop(self, timeout_s: float) -> None:
        """Stop all work at once; what is half written is no clip, and is cleared away at the next start."""
        for lane in self._lanes:
            lane.stop()
        if self._upkeep is not None:
            self._upkeep.stop()

    def _configure(self, wanted: Configure) -> None:
        self._time_zone = wanted.time_zone
        storage = Path(wanted.storage)
        if self._upkeep is None or self._upkeep.store.storage != storage:
            if self._upkeep is not None:
                self._upkeep.stop()
            store = ClipStore(storage)
            try:
                store.prepare()
            except StoreError as err:
                _LOG.error("the storage folder cannot be used: %s", err)
            self._upkeep = Upkeep(store, self._report, self._clock, recovers=self._thorough)
        self._upkeep.custodian.configure(wanted)
        self._upkeep.notary = notary_for(wanted, self._clock.utc_now)
        self._upkeep.start()

    def _recover(self, _: Recover) -> None:
        if self._upkeep is not None:
            self._upkeep.recover()

    def _make_room(self, _: MakeRoom) -> None:
        if self._upkeep is not None:
            self._upkeep.make_room()

    def _ask_custodian[O: Protect | Unprotect | DeleteClips | Flush](
        self, orders: Orders, kind: type[O], act: Callable[[Custodian, O], Done]
    ) -> None:
        """Orders of this kind take their turn at the index; before there is a folder they fail."""

        def carry_out(order: O) -> None:
            upkeep = self._upkeep
            answer = failure(order) if upkeep is None else act(upkeep.custodian, order)
            self._report(answer)

        orders.on(kind, lambda order: self._index.put(order, lambda _: carry_out(order)))

    def _cancel(self, order: Cancel) -> None:
        for lane in self._lanes:
            lane.cancel(order.request_id)

    def _replay(self, order: Replay, stop: threading.Event) -> None:
        from .video_orders import replay  # noqa: PLC0415 - loads FFmpeg

        if self._upkeep is None:
            self._report(failure(order))
            return
        for report in replay(order, self._upkeep.store, zone_named(self._time_zone), stop.is_set):
            self._report(report)

    def _probe(self, order: Probe) -> None:
        from .video_orders import probe  # noqa: PLC0415 - loads FFmpeg

        self._report(probe(order, self._clock))

    def _copy(self, order: MakeSharedCopy, stop: threading.Event) -> None:
        from .video_orders import make_shared_copy, must_be_encoded  # noqa: PLC0415 - loads FFmpeg

        if stop.is_set():
            self._report(SharedCopyMade(request_id=order.request_id, error="cancelled"))
        elif must_be_encoded(order):
            self._encoded.put(order, lambda stop: self._encode(order, stop))
        else:
            self._report(make_shared_copy(order))

    def _encode(self, order: MakeSharedCopy, stop: threading.Event) -> None:
        from .video_orders import make_shared_copy  # noqa: PLC0415 - loads FFmpeg

        self._report(make_shared_copy(order, Meter(order.request_id, self._report, self._clock, stop)))

    def _export(self, order: Export, stop: threading.Event) -> None:
        from .video_orders import Exporter, case_of  # noqa: PLC0415 - loads FFmpeg

        if self._upkeep is None:
            self._report(failure(order))
            return
        store, notary = self._upkeep.store, self._upkeep.notary
        case = case_of(store, order, notary.camera_names, self._clock.utc_now())
        exporter = Exporter(
            locate=store.inside,
            clock=self._clock,
            report=self._report,
            time_zone=self._time_zone,
            seed=notary.seed,
        )
        self._report(exporter.export(order, case, stop))

    def _still(self, order: MakeSharedStill) -> None:
        from .video_orders import make_shared_still  # noqa: PLC0415 - loads FFmpeg

        self._report(make_shared_still(order))
