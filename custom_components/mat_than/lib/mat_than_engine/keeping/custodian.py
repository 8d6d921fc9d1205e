"""Looks after one storage folder: retention, protection, what the disk is up to, and what became of cameras' time.

The workshop's upkeep calls `round` every moment and orders when they come; what is due is done then. A disk that is
full, read-only, broken or gone is told within `LOOK_EVERY_S` and works again as soon as it can; cameras never wait
for any of it. A second of a camera that nothing explains is told as soon as it is settled (`coverage`).
"""

from collections.abc import Callable
from datetime import datetime, timedelta
import logging

from ..clock import Clock, zone_named
from ..commands import Configure, DeleteClips, Flush, Protect, Unprotect
from ..errors import StoreError
from ..reports import ClipsDeleted, Done, Report, StorageFigures
from ..settings import RetentionSettings
from .clip_store import ClipStore
from .coverage import coverage_of, settled_seconds, spans_of
from .disk import Trouble
from .forecast import days_left, stocks_of
from .ledger import Ledger, forget_old
from .protection import Protection, Protections
from .retention import Retention, first_to_go

_LOG = logging.getLogger(__name__)
LOOK_EVERY_S = 15.0  # at the disk
WRITE_EVERY_S = 45.0  # to see whether it still takes something; cards wear by writing
TELL_EVERY_S = 60.0
AUDIT_EVERY_S = 20.0
AUDITED = timedelta(minutes=10)
RETENTION_EVERY_S = 300.0
FORECAST_EVERY_S = 600.0
FORGET_EVERY_S = 86_400.0
ROOM_BYTES = 64 * 1024 * 1024  # made at once when a write fails: some minutes of a few cameras
ROOM_SHARE = 0.25  # of the disk, where that is less
ALARM_S = 2.0  # of unexplained time
STARTING_S = 30.0  # the engine's processes start side by side; one that is not there after so long is missed
UNTOLD_AGAIN_S = 2.0


class Custodian:
    """One folder, its clips and its disk. Called by one thread, `obey` and `configure` by others too."""

    def __init__(self, store: ClipStore, report: Callable[[Report], None], clock: Clock) -> None:
        self.store = store
        self.retention = Retention()
        self.disk = store.disk
        self._report = report
        self._clock = clock
        self._place = RetentionSettings()
        self._zone = zone_named("UTC")
        self._cameras: tuple[str, ...] = ()
        self._ledger = Ledger(store, clock)
        self._due: dict[str, float] = {}
        self._trouble: Trouble | None = None
        self._days_left: float | None = None
        self._alarmed: dict[str, datetime] = {}  # how far each camera's unexplained time was told
        self._started_s = clock.monotonic_s()

    @property
    def works(self) -> bool:
        """Whether the folder can be read and written, as far as is known."""
        return self._trouble in {None, "disk_full"}

    def configure(self, wanted: Configure) -> None:
        """What the owner set, from now on."""
        cameras = {camera.camera_id: camera.record for camera in wanted.cameras}
        self._place, self._zone = wanted.retention, zone_named(wanted.time_zone)
        self.retention = Retention.of(wanted.retention, cameras)
        self._cameras = tuple(cameras)
        self._due.pop("removed", None)

    def round(self, *, no_room: bool = False) -> None:
        """Do what is due. StoreError when the index cannot be used, which is told before."""
        if self._is_due("look", LOOK_EVERY_S):
            self._look()
        if not self.works:
            return
        if no_room:
            self._make_room()
        if self._is_due("removed", FORGET_EVERY_S):
            self._note_removed()
        if self._is_due("retention", RETENTION_EVERY_S):
            self._tell_deleted(self.retention.enforce(self.store, self._clock.utc_now()))
        if self._is_due("forecast", FORECAST_EVERY_S):
            self._days_left = self._forecast()
        if self._is_due("audit", AUDIT_EVERY_S):
            self._audit()
        if self._is_due("tell", TELL_EVERY_S):
            self._tell()
        if self._is_due("forget", FORGET_EVERY_S):
            forget_old(self.store, self._clock.utc_now())

    def stop(self) -> None:
        """Write down what the ledger still waits with, and let go of the index."""
        self._ledger.flush()
        self.store.index.close()

    # Orders.

    def protect(self, order: Protect) -> Done:
        """Keep clips whatever retention says."""
        now = self._clock.utc_now()
        wish = Protection(clip_id="", owner=order.owner, reason=order.reason, since=now, until=order.until)
        budget = int(self._place.protected_gigabytes * 1e9)
        refusal = Protections(self.store).protect(order.clip_ids, wish, budget, now)
        count = 0 if refusal else len(set(order.clip_ids))
        return Done(request_id=order.request_id, error=refusal, count=count)

    def unprotect(self, order: Unprotect) -> Done:
        """Leave clips to retention again."""
        return Done(request_id=order.request_id, count=Protections(self.store).unprotect(order.clip_ids))

    def delete(self, order: DeleteClips) -> Done:
        """Delete clips by the owner's will: all of them, or none when one is protected or not there."""
        now = self._clock.utc_now()
        clips = [self.store.get(clip_id) for clip_id in dict.fromkeys(order.clip_ids)]
        if not clips or None in clips:
            return Done(request_id=order.request_id, error="unknown_clip")
        if Protections(self.store).of(order.clip_ids, now):
            return Done(request_id=order.request_id, error="protected")
        gone = self.store.delete_all(order.clip_ids, "owner", now)
        for camera_id in sorted({clip.camera_id for clip in gone}):
            ids = tuple(clip.clip_id for clip in gone if clip.camera_id == camera_id)
            self._report(ClipsDeleted(camera_id=camera_id, clip_ids=ids, reason="owner"))
        return Done(request_id=order.request_id, count=len(gone))

    def flush(self, order: Flush) -> Done:
        """Write everything that is acknowledged to its final place: the log back into the index."""
        self._ledger.flush()
        self.store.index.flush()
        return Done(request_id=order.request_id, count=sum(total.clips for total in self.store.totals()))

    # What is due.

    def _is_due(self, what: str, every_s: float) -> bool:
        now_s = self._clock.monotonic_s()
        if now_s < self._due.get(what, float("-inf")):
            return False
        self._due[what] = now_s + every_s
        return True

    def _look(self) -> None:
        """See what the disk is up to, by looking and by writing, and tell when it changed."""
        trouble = self.disk.trouble()
        if trouble == "gone":
            self.store.index.close()
        elif trouble != "read_only" and (self._trouble is not None or trouble or self._is_due("write", WRITE_EVERY_S)):
            trouble = self._write_something() or trouble
        if trouble == "disk_full":
            trouble = self._relieved()
        if trouble is None:
            self.disk.keep_reserve()
            self._hurry_if_short()
        if trouble != self._trouble:
            _LOG.warning("the storage folder: %s", trouble or "works again")
            self._trouble = trouble
            self._tell_figures()

    def _hurry_if_short(self) -> None:
        """Others fill the disk too, and do not wait for retention's next round."""
        room = self.disk.room()
        if room is not None and room.free_bytes < room.total_bytes * self.retention.free_percent / 100:
            self._due.pop("retention", None)

    def _write_something(self) -> Trouble | None:
        """Whether the index takes a row; where the folder came back empty, once it has an index again."""
        try:
            self.store.index.probe()
        except StoreError:
            try:
                self.store.prepare()
                self.store.index.probe()
            except StoreError as err:
                return err.reason
        self.store.index.open()
        return None

    def _relieved(self) -> Trouble | None:
        """What is still the matter with a full disk after room was made on it."""
        try:
            self._make_room()
        except StoreError as err:
            return err.reason
        return self.disk.trouble() or self._write_something()

    def _make_room(self) -> None:
        """A write failed for want of room: delete the oldest. Where the index has no room to note it, help it first."""
        now, room = self._clock.utc_now(), self.disk.room()
        wanted = ROOM_BYTES if room is None else min(ROOM_BYTES, int(room.total_bytes * ROOM_SHARE))
        helps = (self.disk.give_reserve, lambda: self._give_files(now, wanted))
        for give_help in (*helps, None):
            try:
                self._tell_deleted(self.retention.make_room(self.store, now, wanted))
            except StoreError:
                if give_help is None:
                    raise
                give_help()
            else:
                return

    def _give_files(self, now: datetime, size_bytes: int) -> None:
        """The last resort: the files first and their rows when those can be written again, in a moment."""
        self.store.remove_files(first_to_go(self.store, now, size_bytes))

    def _note_removed(self) -> None:
        """Cameras that the ledger follows and the owner has no more."""
        for camera_id in self._ledger.followed() - set(self._cameras):
            self._ledger.removed(camera_id, self._clock.utc_now())
        self._ledger.flush()

    def _forecast(self) -> float | None:
        now, room = self._clock.utc_now(), self.disk.room()
        stocks = stocks_of(self.store, self.retention, now)
        if room is None or not stocks:
            return None
        used = self.store.size_bytes()
        capacity = float(used + room.free_bytes - room.total_bytes * self.retention.free_percent / 100)
        if self.retention.gigabytes:
            protected = sum(Protections(self.store).size_by_camera(now).values())
            capacity = min(capacity, self.retention.gigabytes * 1e9 + protected)
        return days_left(stocks, capacity)

    def _audit(self) -> None:
        """Tell at once when a camera has time that nothing explains."""
        now = self._clock.utc_now()
        with self.store.index.read():
            for camera_id in self._accountable():
                self._audit_camera(camera_id, now)

    def _audit_camera(self, camera_id: str, now: datetime) -> None:
        told = self._alarmed.get(camera_id, now - AUDITED)
        holes = [
            span
            for span in spans_of(self.store, camera_id, max(told, now - AUDITED), now, now)
            if span.kind == "unexplained" and settled_seconds(span, now) >= ALARM_S
        ]
        if holes:
            self._alarmed[camera_id] = now
            _LOG.warning("a camera has %.0f s that nothing explains", sum(settled_seconds(s, now) for s in holes))
            self._report(coverage_of(self.store, camera_id, self._zone, now))

    def _tell(self) -> None:
        now, cameras = self._clock.utc_now(), self._accountable()
        with self.store.index.read():
            for camera_id in cameras:
                self._report(coverage_of(self.store, camera_id, self._zone, now))
        if len(cameras) < len(self._cameras):
            self._due["tell"] = self._clock.monotonic_s() + UNTOLD_AGAIN_S
        self._tell_figures()

    def _accountable(self) -> tuple[str, ...]:
        """The cameras whose time can be judged.

        After a restart the time without an engine is explained by the first note of the process that runs the camera
        now. Before that note it would look like a gap, though nothing is amiss.
        """
        if self._clock.monotonic_s() >= self._started_s + STARTING_S:
            return self._cameras
        left_behind = self._ledger.left_behind()
        return tuple(camera_id for camera_id in self._cameras if camera_id not in left_behind)

    def _tell_deleted(self, deleted: tuple[ClipsDeleted, ...]) -> None:
        for report in deleted:
            self._report(report)

    def _tell_figures(self) -> None:
        room = self.disk.room()
        try:
            totals = self.store.totals()
            protected = sum(Protections(self.store).size_by_camera(self._clock.utc_now()).values())
            backlog = len(self.store.going_on())
        except StoreError:
            totals, protected, backlog = (), 0, 0  # the trouble says why nothing is known
        self._report(
            StorageFigures(
                used_bytes=sum(total.size_bytes for total in totals),
                protected_bytes=protected,
                free_bytes=0 if room is None else room.free_bytes,
                clips=sum(total.clips for total in totals),
                days_left=self._days_left,
                trouble=self._trouble,
                backlog=backlog,
            )
        )
