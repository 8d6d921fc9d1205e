"""Brings recordings home: closed, synced, named, hashed, in the index, and told to Home Assistant, in that order.

One thread for all cameras of a process, so that a slow disk delays clips and never the reading of a camera. It also
watches the wall clock, and tells the ledger. Its queue is bounded: when it is full the camera's own thread does the
work, so that nothing is lost.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
import hashlib
import logging
from pathlib import Path
import queue
import threading

from ..clock import Clock
from ..errors import DiskError, DiskReason, StoreError
from ..model import Clip, StreamFacts
from ..reports import ClipLost, ClipSaved, Report
from .account import Account, NoAccount
from .clip_store import Begun, ClipStore
from .manifest import ClockState
from .notary import Notary
from .onvif_boxes import Origin, append_origin
from .recording import Recording, disk_error, publish
from .wall_clock import Reading, Step, WallClock, is_believable, kernel_is_synchronised

_LOG = logging.getLogger(__name__)
QUEUE_LENGTH = 64
LOOK_EVERY_S = 0.2  # at the queue and at the wall clock
LIST_AGAIN_S = 10.0  # clips that lie on the disk while the index could not be written
MOST_UNLISTED = 1000  # beyond it, recovery finds them at the next start
MOST_UNDATED = 4096  # clips recorded before the clock was set, to be dated anew


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """What is known of a recording when its last packet is in."""

    ended_at: datetime
    duration_s: float
    facts: StreamFacts
    sound: bool
    clock: ClockState
    clock_step_s: float | None  # by how much the wall clock was set meanwhile
    read: Reading  # both clocks, when this was written down


@dataclass(frozen=True, slots=True)
class Finished:
    """A recording with its last packet in, on its way home."""

    recording: Recording
    begun: Begun
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
        self._unlisted: deque[tuple[Clip, Ending]] = deque(maxlen=MOST_UNLISTED)
        self._list_again_s = float("-inf")
        self._clock = clock
        self._jobs: queue.Queue[Callable[[], None]] = queue.Queue(QUEUE_LENGTH)
        self._thread = threading.Thread(target=self._work, name="clip keeper", daemon=True)
        self._stop = threading.Event()

    def start(self) -> None:
        """Begin, in a thread of its own."""
        self._thread.start()

    def finish(self, finished: Finished) -> None:
        """Close and keep a recording; returns at once, unless the queue is full."""
        self._soon(lambda: self._finish(finished))

    def mark(self, clip_id: str, event_ids: tuple[str, ...], still: str | None) -> None:
        """A motion lies in a clip that was handed over already."""
        self._soon(lambda: self._mark(clip_id, event_ids, still))

    def soon(self, job: Callable[[], None]) -> None:
        """Do something else of the disk in this thread."""
        self._soon(job)

    def lost(self, begun: Begun, reason: DiskReason, at: datetime) -> None:
        """A recording came to nothing."""
        self.report(ClipLost(camera_id=begun.camera_id, started_at=begun.started_at, reason=reason))
        self.account.failed(begun.camera_id, begun.started_at, at, reason)
        self._soon(lambda: self._give_up(begun))

    def drain(self, timeout_s: float) -> bool:
        """Finish what is in the queue and end the thread; True when all was done in time."""
        self._stop.set()
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _soon(self, job: Callable[[], None]) -> None:
        try:
            self._jobs.put_nowait(job)
        except queue.Full:
            self._run(job)

    def _work(self) -> None:
        while True:
            self._look_at_clock()
            try:
                job = self._jobs.get(timeout=LOOK_EVERY_S)
            except queue.Empty:
                if self._stop.is_set():
                    return
                self._list_again()
            else:
                self._run(job)

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
            self._say_origin(finished)
            clip = self._dated(clip_of(finished, finished.recording.part), finished.ending.read)
            publish(finished.recording.part, finished.recording.path)
        except (DiskError, OSError) as err:
            reason: DiskReason = err.reason if isinstance(err, DiskError) else "disk_error"
            _LOG.warning("a clip of %s could not be kept: %s", finished.begun.camera_id, reason)
            finished.recording.part.unlink(missing_ok=True)
            self.lost(finished.begun, reason, finished.ending.ended_at)
            return
        try:
            self._list(clip, finished.ending)
        except StoreError:
            _LOG.warning("a clip of %s lies on the disk, but the index cannot be written now", clip.camera_id)
            self._unlisted.append((clip, finished.ending))
            self._prepare_again()

    def _list(self, clip: Clip, ending: Ending) -> None:
        """Take a clip whose file is durable into the index, with its manifest, and tell."""
        self.store.add(clip, self.notary.finished(clip, ending.clock, ending.clock_step_s))
        if not is_believable(clip.started_at):
            self._undated.append(clip.clip_id)
        self.account.recorded(clip.camera_id, clip.started_at, clip.ended_at)
        self.report(ClipSaved(clip=clip))

    def _list_again(self) -> None:
        """Try once more, now and then, to take in what the index did not."""
        now_s = self._clock.monotonic_s()
        if not self._unlisted or now_s < self._list_again_s:
            return
        self._list_again_s = now_s + LIST_AGAIN_S
        try:
            while self._unlisted:
                clip, ending = self._unlisted[0]
                if self.store.path_of(clip).exists():
                    self._list(clip, ending)
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

    def _say_origin(self, finished: Finished) -> None:
        """Write into the closed file when and where it was recorded, before its hash is taken. Raises DiskError."""
        origin = Origin(
            camera_name=self.notary.name_of(finished.begun.camera_id),
            unit_name=self.notary.unit_name,
            started_at=finished.begun.started_at,
            written_at=self._clock.utc_now(),
            tracks=(1, 2) if finished.ending.sound else (1,),
        )
        try:
            append_origin(finished.recording.part, origin)
        except OSError as err:
            raise disk_error(err) from err

    def _give_up(self, begun: Begun) -> None:
        try:
            self.store.give_up(begun.clip_id)
        except StoreError:
            _LOG.warning("the clip index cannot be written")
            self._prepare_again()


def clip_of(finished: Finished, file: Path) -> Clip:
    """The index's row for a closed file."""
    begun, ending = finished.begun, finished.ending
    facts = ending.facts
    return Clip(
        clip_id=begun.clip_id,
        camera_id=begun.camera_id,
        event_ids=begun.event_ids,
        path=begun.path,
        still=begun.still,
        started_at=begun.started_at.astimezone(UTC),
        ended_at=ending.ended_at.astimezone(UTC),
        duration_s=ending.duration_s,
        pre_roll_s=begun.pre_roll_s,
        size_bytes=file.stat().st_size,
        sha256=sha256_of(file),
        codec=facts.codec,
        width=facts.width,
        height=facts.height,
        fps=facts.fps,
        audio="aac" if ending.sound else None,
        kind=begun.kind,
    )


def sha256_of(file: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
