"""Brings recordings home: closed, synced, named, hashed, in the index, and told to Home Assistant, in that order.

One thread for all cameras of a process, so that a slow disk delays clips and never the reading of a camera. It also
watches the wall clock, and tells the ledger. What was broken off is saved as far as it plays (`salvage`), now or when
the disk takes it. Its queue is bounded: when it is full the camera's own thread does the work, so that nothing is lost.
"""

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
import logging
import queue
import threading

from ..clock import Clock
from ..errors import BreakReason, DiskError, RecordingError, StoreError
from ..model import Clip
from ..reports import ClipLost, ClipSaved, Report
from .account import Account, NoAccount
from .clip_store import Begun, ClipStore
from .ending import Broken, Ending, Finished, clip_of
from .notary import Notary
from .onvif_boxes import Origin, append_origin
from .recording import disk_error, publish
from .salvage import saved_clip
from .wall_clock import Reading, Step, WallClock, is_believable, kernel_is_synchronised

_LOG = logging.getLogger(__name__)
QUEUE_LENGTH = 64
LOOK_EVERY_S = 0.5  # at the wall clock, at least
AGAIN_S = 10.0  # clips that lie on the disk while the index, or a mended file, could not be written
MOST_UNLISTED = 1000  # beyond it, recovery finds them at the next start
MOST_BROKEN = 64
MOST_UNDATED = 4096  # clips recorded before the clock was set, to be dated anew


@dataclass(frozen=True, slots=True)
class _Kept:
    """A clip whose file is durable, and what its manifest says of the clock."""

    clip: Clip
    ending: Ending


class Keeper:
    """Finishes recordings for all cameras of one storage folder."""

    def __init__(
        self,
        store: ClipStore,
        report: Callable[[Report], None],
        clock: Clock,
        account: Account | None = None,
        synchronised: Callable[[], bool] = kernel_is_synchronised,
    ) -> None:
        self.store = store
        self.report = report
        self.account = account or NoAccount()
        self.notary = Notary(utc_now=clock.utc_now)
        self.wall = WallClock(clock, synchronised)
        self._undated: deque[str] = deque(maxlen=MOST_UNDATED)
        self._unlisted: deque[_Kept] = deque(maxlen=MOST_UNLISTED)
        self._broken: deque[Broken] = deque()
        self._again_s = float("-inf")
        self._clock = clock
        self._jobs: queue.Queue[Callable[[], None]] = queue.Queue(QUEUE_LENGTH)
        self._thread = threading.Thread(target=self._work, name="clip keeper", daemon=True)
        self._stop = threading.Event()

    def start(self) -> None:
        """Begin, in a thread of its own."""
        self._thread.start()

    def finish(self, finished: Finished) -> None:
        """Close and keep a recording; returns at once, unless the queue is full."""
        self.soon(lambda: self._finish(finished))

    def mark(self, clip_id: str, event_ids: tuple[str, ...], still: str | None) -> None:
        """A motion lies in a clip that was handed over already."""
        self.soon(lambda: self._mark(clip_id, event_ids, still))

    def soon(self, job: Callable[[], None]) -> None:
        """Do something of the disk in this thread; in the caller's own when the queue is full."""
        try:
            self._jobs.put_nowait(job)
        except queue.Full:
            self._run(job)

    def rescue(self, broken: Broken) -> None:
        """A recording was broken off: tell what is lost at once, and save what its file holds."""
        finished, since = broken.finished, broken.whole_until
        camera_id = finished.begun.camera_id
        self.report(ClipLost(camera_id=camera_id, started_at=since, reason=broken.reason))
        self.account.failed(camera_id, since, finished.ending.ended_at, broken.reason)
        self.soon(lambda: self._rescue(broken))

    def lost(self, begun: Begun, reason: BreakReason, at: datetime) -> None:
        """A recording came to nothing: not a byte of it was written."""
        self.report(ClipLost(camera_id=begun.camera_id, started_at=begun.started_at, reason=reason))
        self.account.failed(begun.camera_id, begun.started_at, at, reason)
        self.soon(lambda: self._give_up(begun))

    def drain(self, timeout_s: float) -> bool:
        """Finish what is in the queue and end the thread; True when all was done in time."""
        self._stop.set()
        self.soon(lambda: None)  # wakes the thread
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _work(self) -> None:
        while not (self._stop.is_set() and self._jobs.empty()):
            self._look_at_clock()
            self._try_again()
            with suppress(queue.Empty):
                self._run(self._jobs.get(timeout=LOOK_EVERY_S))

    def _run(self, job: Callable[[], None]) -> None:
        try:
            job()
        except Exception:  # noqa: BLE001 - the top of a supervised loop: the next clip must not suffer from this one
            _LOG.exception("keeping a clip failed unexpectedly")

    def _look_at_clock(self) -> None:
        """Tell a step of the wall clock, and date anew, before retention looks at them, what was recorded before it."""
        step = self.wall.step()
        if step is None:
            return
        _LOG.warning("the wall clock was set by %+.1f s", (step.after - step.before).total_seconds())
        self.account.stepped(step.before, step.after)
        if is_believable(step.after) and self._undated:
            self._run(lambda: self._date_anew(step))

    def _date_anew(self, step: Step) -> None:
        clip_ids, self._undated = tuple(self._undated), deque(maxlen=MOST_UNDATED)
        self.store.shift(clip_ids, step.after - step.before)

    def _mark(self, clip_id: str, event_ids: tuple[str, ...], still: str | None) -> None:
        try:
            self.store.mark(clip_id, event_ids, still)
        except StoreError:
            _LOG.warning("the clip index could not note a motion on a finished segment")

    def _prepare_again(self) -> None:
        """Make the folder and the index anew where they vanished: a share that came back empty, a card changed."""
        try:
            self.store.prepare()
        except StoreError:
            _LOG.warning("the storage folder cannot be used now")

    def _finish(self, finished: Finished) -> None:
        try:
            finished.recording.close()
            append_origin(finished.recording.part, self._origin(finished))
            clip = self._dated(clip_of(finished), finished.ending.read)
            publish(finished.recording.part, finished.recording.path)
        except (RecordingError, OSError) as err:
            reason = err.reason if isinstance(err, RecordingError) else disk_error(err).reason
            _LOG.warning("a clip of %s could not be finished: %s", finished.begun.camera_id, reason)
            self.rescue(Broken(finished, reason))
            return
        self._list(_Kept(clip, finished.ending))

    def _rescue(self, broken: Broken) -> None:
        """Make a clip of what a broken recording's file holds; where the disk does not take that now, try again."""
        begun, ending, whole_until = broken.finished.begun, broken.finished.ending, broken.whole_until
        try:
            clip = saved_clip(self.store, begun, broken.finished.recording.part, self._origin(broken.finished))
        except DiskError, StoreError, OSError:
            if len(self._broken) < MOST_BROKEN:
                self._broken.append(broken)  # one that is not waited with is recovered at the next start
            return
        until = begun.started_at if clip is None else clip.ended_at
        if until < whole_until:
            self.account.failed(begun.camera_id, until, whole_until, broken.reason)
        if clip is None:
            self._give_up(begun)
        else:
            self._list(_Kept(self._dated(clip, ending.read), ending))

    def _list(self, kept: _Kept) -> None:
        """Take a clip in; where the index cannot be written, later."""
        try:
            self._take_in(kept)
        except StoreError:
            _LOG.warning("a clip of %s lies on the disk, but the index cannot be written now", kept.clip.camera_id)
            self._unlisted.append(kept)
            self._prepare_again()

    def _take_in(self, kept: _Kept) -> None:
        """Take a clip whose file is durable into the index, with its manifest, and tell."""
        clip, ending = kept.clip, kept.ending
        self.store.add(clip, self.notary.finished(clip, ending.clock, ending.clock_step_s))
        if not is_believable(clip.started_at):
            self._undated.append(clip.clip_id)
        self.account.recorded(clip.camera_id, clip.started_at, clip.ended_at)
        self.report(ClipSaved(clip=clip))

    def _try_again(self) -> None:
        """Try once more, now and then, to save what was broken off, and to take in what the index did not."""
        now_s = self._clock.monotonic_s()
        if not (self._unlisted or self._broken) or now_s < self._again_s:
            return
        self._again_s = now_s + AGAIN_S
        broken, self._broken = self._broken, deque()
        for each in broken:
            self._run(partial(self._rescue, each))
        self._run(self._list_again)

    def _list_again(self) -> None:
        try:
            while self._unlisted:
                kept = self._unlisted[0]
                if self.store.path_of(kept.clip).exists():
                    self._take_in(kept)
                self._unlisted.popleft()
        except StoreError:
            return  # tried again

    def _dated(self, clip: Clip, then: Reading) -> Clip:
        """The clip, dated anew where the clock was set between its end and now, and could not be believed before."""
        step_s = then.step_s(self.wall.read())
        if is_believable(clip.started_at) or not step_s:
            return clip
        by = timedelta(seconds=step_s)
        return replace(clip, started_at=clip.started_at + by, ended_at=clip.ended_at + by)

    def _origin(self, finished: Finished) -> Origin:
        """What is written into the closed file, before its hash is taken: when and where it was recorded."""
        begun, tracks = finished.begun, (1, 2) if finished.ending.sound else (1,)
        return self.notary.origin(begun.camera_id, begun.started_at, tracks)

    def _give_up(self, begun: Begun) -> None:
        try:
            self.store.give_up(begun.clip_id)
        except StoreError:
            _LOG.warning("the clip index cannot be written")
            self._prepare_again()
