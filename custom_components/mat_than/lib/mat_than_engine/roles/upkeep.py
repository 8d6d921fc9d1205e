"""The upkeep of a storage folder, in a thread of the workshop: what kills left behind is saved, the rest looked after.

Recovery comes first, once nobody else uses the folder, and again, for what it was recording, whenever a shard died and
for as long as something is left over.
The `custodian` follows in rounds, and makes room at once when a recording was refused for want of it.
"""

from collections.abc import Callable
import fcntl
import logging
import threading
from typing import IO

from ..clock import Clock
from ..errors import StoreError
from ..keeping.clip_store import ClipStore
from ..keeping.custodian import Custodian
from ..keeping.notary import Notary
from ..reports import Report

_LOG = logging.getLogger(__name__)
LOCK = ".engine.lock"
LOCK_WAIT_S = 5.0  # an engine before this one may still be finishing its clips
ROUND_S = 0.5
RECOVER_AGAIN_S = 20.0  # what could not be saved, as the disk or the index did not take it then


class Upkeep:
    """One folder, until it is stopped."""

    def __init__(
        self, store: ClipStore, report: Callable[[Report], None], clock: Clock, *, recovers: bool = True
    ) -> None:
        self._recovers = recovers
        self.store = store
        self.custodian = Custodian(store, report, clock)
        self.notary = Notary(utc_now=clock.utc_now)
        self._report = report
        self._clock = clock
        self._stop = threading.Event()
        self._left_over = threading.Event()
        self._no_room = threading.Event()
        self._whole = True  # the first recovery looks at everything
        self._again_s = float("inf")
        self._lock_file: IO[bytes] | None = None
        self._thread = threading.Thread(target=self._work, name="upkeep", daemon=True)

    def start(self) -> None:
        """Begin, with recovery; once."""
        if self._thread.ident is None:
            self._left_over.set()
            self._thread.start()

    def recover(self) -> None:
        """A process that recorded here died."""
        self._left_over.set()

    def make_room(self) -> None:
        """A recording was refused: do not wait for the next round."""
        self._no_room.set()

    def stop(self) -> None:
        """Go on to nothing new; the folder may have another keeper afterwards."""
        self._stop.set()
        self.custodian.stop()
        if self._lock_file is not None:
            self._lock_file.close()

    def _work(self) -> None:
        while not self._stop.is_set():
            try:
                self._round()
            except (StoreError, OSError) as err:
                _LOG.warning("the storage folder cannot be kept in order now: %s", type(err).__name__)
                self._prepare_again()
            except Exception:  # noqa: BLE001 - the top of a supervised loop: the next round may do better
                _LOG.exception("the upkeep failed unexpectedly")
            self._clock.wait(self._stop, ROUND_S)

    def _round(self) -> None:
        no_room = self._no_room.is_set()
        self._no_room.clear()
        self.custodian.round(no_room=no_room)
        now_s = self._clock.monotonic_s()
        if self._recovers and self.custodian.works and (self._left_over.is_set() or now_s >= self._again_s):
            self._left_over.clear()
            self._again_s = now_s + RECOVER_AGAIN_S  # unless nothing is left over in the end
            self._recover()
            if not self.store.left_over():
                self._again_s = float("inf")

    def _recover(self) -> None:
        from ..keeping.recovery import recover, recover_left_over  # noqa: PLC0415 - loads FFmpeg, for this alone

        if not self._is_alone():
            _LOG.warning("another engine uses the storage folder; what it left behind is looked at later")
            return
        mend = recover if self._whole else recover_left_over
        for report in mend(self.store, self.notary):
            self._report(report)
        self._whole = False

    def _prepare_again(self) -> None:
        """Make the folder and the index anew where they vanished: a share that came back empty, a card changed."""
        try:
            self.store.prepare()
        except StoreError:
            _LOG.warning("the storage folder cannot be used now")

    def _is_alone(self) -> bool:
        """Take the folder's lock; it is the process's until it ends, however it ends."""
        if self._lock_file is None:
            self._lock_file = (self.store.storage / LOCK).open("ab")
        until_s = self._clock.monotonic_s() + LOCK_WAIT_S
        while True:
            try:
                fcntl.flock(self._lock_file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if self._clock.monotonic_s() > until_s or self._clock.wait(self._stop, 0.2):
                    return False
            else:
                return True
