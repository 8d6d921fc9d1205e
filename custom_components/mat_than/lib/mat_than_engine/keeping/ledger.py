"""What became of each camera's time, as a process notes it: watched, recorded without a break, absent, off.

The `account` that cameras, recorders and keeper tell things to. A note is one row when something changes; between
changes a single row per process, its heartbeat, says that everything goes on: a card wears by one small write a half
minute however many cameras there are, and a kill leaves at most that much without a note. What is recorded is not
noted: the clips themselves say it. `coverage` puts notes and clips together into a day. Notes wait in memory while
the disk is gone. May be called from any thread; never blocks on the disk.
"""

from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta
import logging
import sqlite3
import threading
from typing import Literal

from ..clock import Clock
from ..errors import StoreError
from ..model import Cause
from .account import Standing
from .clip_rows import Gap, add_gap
from .clip_store import ClipStore
from .index import milliseconds
from .writer import boot_id, boot_of, runs_elsewhere

_LOG = logging.getLogger(__name__)
BEAT_S = 30.0
BATCH_S = 0.5  # notes that come together are written together
MOST_NOTES = 10_000  # in memory while the disk is gone
KEPT_DAYS = 400  # then the ledger forgets

STOPPED = "engine_stopped"  # by a kill, an update, new settings: nobody looked, and the machine ran on
POWER = "power"  # the machine itself was off
CLOCK_STEP = "clock_step"  # the clock was set forward, or the machine slept
REMOVED = "camera_removed"

type NoteKind = Literal["watched", "continuous", "absent", "off"]
"""`watched`: looked at, and a motion makes a clip. `continuous`: each second without a clip is one too many."""

_KINDS: dict[Standing | Cause, NoteKind] = {
    Standing.WATCHED: "watched",
    Standing.RECORDED: "continuous",
    Standing.DETECTION_OFF: "off",
    Standing.RECORDING_OFF: "off",
}
_CAUSES: dict[Standing | Cause, str] = {Standing.STOPPED: STOPPED}


@dataclass(frozen=True, slots=True)
class _Note:
    """From this moment on the camera's time is of this kind."""

    camera_id: str
    since_ms: int
    kind: NoteKind
    cause: str | None


@dataclass(frozen=True, slots=True)
class _Step:
    """The wall clock was set, or the machine slept: it showed one time, and then at once another."""

    from_ms: int
    to_ms: int


class Ledger:
    """Notes of one process on the cameras it runs."""

    def __init__(self, store: ClipStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._writer = store.writer
        self._lock = threading.Lock()
        self._waiting: deque[_Note | _Step | Gap] = deque()
        self._now: dict[str, _Note] = {}  # the last note of each camera, written or not
        self._writing = threading.Lock()
        self._beaten_at_s = float("-inf")
        self._wake = threading.Event()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work, name="ledger", daemon=True)
        self.dropped = 0

    # What is told (`account`). Of `recorded` the index is the witness; it is not noted a second time.

    def stands(self, camera_id: str, standing: Standing | Cause, at: datetime) -> None:
        """From now on this is what is done with the camera's pictures, until the next call for it."""
        kind = _KINDS.get(standing, "absent")
        cause = None if kind in {"watched", "continuous"} else _CAUSES.get(standing, standing.value)
        self._note(_Note(camera_id, milliseconds(at), kind, cause))

    def removed(self, camera_id: str, at: datetime) -> None:
        """Its owner has the camera no more, or not yet again."""
        self._note(_Note(camera_id, milliseconds(at), "off", REMOVED))

    def recorded(self, camera_id: str, since: datetime, until: datetime) -> None:
        """A clip is durable and in the index, which is what `coverage` asks."""

    def failed(self, camera_id: str, since: datetime, until: datetime, cause: str) -> None:
        """What came in that time should have been kept and was not."""
        self._put(Gap(camera_id, since, until, cause))

    def stepped(self, before: datetime, after: datetime) -> None:
        """The wall clock showed `before` and was set to `after` in the same moment."""
        self._put(_Step(milliseconds(before), milliseconds(after)))

    # How it comes to the disk.

    def followed(self) -> set[str]:
        """The cameras with something going on other than being removed, whoever noted it."""
        with self._store.index.read() as db:
            query = "SELECT camera_id FROM spans WHERE ended_ms IS NULL AND cause IS NOT ?"
            return {camera_id for (camera_id,) in db.execute(query, (REMOVED,))}

    def left_behind(self) -> set[str]:
        """The cameras whose last word is of a process that is gone: what follows is not told yet."""
        with self._store.index.read() as db:
            rows = db.execute("SELECT camera_id, writer FROM spans WHERE ended_ms IS NULL").fetchall()
        return {camera for camera, writer in rows if writer != self._writer and not runs_elsewhere(writer)}

    def start(self) -> None:
        """Write notes and beat, in a thread of its own."""
        self._thread.start()

    def stop(self, timeout_s: float) -> None:
        """Write what waits, and one last beat: what follows is the engine's absence."""
        self._stop.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(timeout_s)
        self.flush()

    def flush(self) -> bool:
        """Write everything noted so far, and a beat; False when the disk does not take it now."""
        try:
            self._write(beat=True)
        except StoreError:
            return False
        return True

    def _note(self, note: _Note) -> None:
        with self._lock:
            known = self._now.get(note.camera_id)
            if known is not None and (known.kind, known.cause) == (note.kind, note.cause):
                return
            self._now[note.camera_id] = note
        self._put(note)

    def _put(self, note: _Note | _Step | Gap) -> None:
        with self._lock:
            if len(self._waiting) >= MOST_NOTES:
                self._waiting.popleft()
                self.dropped += 1
            self._waiting.append(note)
        self._wake.set()

    def _work(self) -> None:
        while not self._stop.is_set():
            self._clock.wait(self._wake, BEAT_S)
            if self._wake.is_set():
                self._wake.clear()
                self._clock.wait(self._stop, BATCH_S)
            try:
                self._write(beat=self._clock.monotonic_s() - self._beaten_at_s >= BEAT_S)
            except StoreError as err:
                _LOG.debug("the ledger waits for the disk: %s", err)
            except Exception:  # noqa: BLE001 - the top of a supervised loop: the next note must not suffer from this one
                _LOG.exception("a note of the ledger failed unexpectedly")

    def _write(self, *, beat: bool) -> None:
        with self._writing:  # notes stay in their order
            with self._lock:
                notes = tuple(self._waiting)
                now = self._clock.utc_now()
            if not notes and not beat:
                return
            with self._store.index.write(durable=any(isinstance(note, Gap) for note in notes)) as db:
                scribe = _Scribe(db, self._writer)
                for note in notes:
                    scribe.write(note)
                db.execute("INSERT OR REPLACE INTO beats VALUES (?,?,?)", (self._writer, boot_id(), milliseconds(now)))
            self._beaten_at_s = self._clock.monotonic_s()
            with self._lock:
                for note in notes:  # more may have come meanwhile, and the oldest been dropped
                    if self._waiting and self._waiting[0] is note:
                        self._waiting.popleft()


@dataclass(frozen=True, slots=True)
class _Scribe:
    """Writes notes as spans that follow one another without a hole."""

    db: sqlite3.Connection
    writer: str

    def write(self, note: _Note | _Step | Gap) -> None:
        match note:
            case _Note():
                self._turn(note)
            case _Step():
                self._step(note)
            case Gap():
                add_gap(self.db, note)

    def _turn(self, note: _Note) -> None:
        """End what went on for the camera, and begin what goes on now."""
        known_to = self._end(note.camera_id, note.since_ms)
        if known_to is None:
            self._explain(note)
        since_ms = max(note.since_ms, known_to or 0)  # told late: what is known already stays as it is
        self._begin(note.camera_id, since_ms, note.kind, note.cause)

    def _step(self, step: _Step) -> None:
        """End all spans at the old time and begin them again at the new one."""
        self.db.execute("INSERT INTO clock_steps VALUES (?,?,?)", (step.from_ms, step.to_ms, self.writer))
        spans = self.db.execute(
            "SELECT camera_id, kind, cause FROM spans WHERE ended_ms IS NULL AND writer = ?", (self.writer,)
        ).fetchall()
        for camera_id, kind, cause in spans:
            known_to = self._end(camera_id, step.from_ms)
            self._assume(camera_id, known_to or step.from_ms, step.to_ms, CLOCK_STEP)
            self._begin(camera_id, step.to_ms, kind, cause)

    def _explain(self, note: _Note) -> None:
        """The camera's first note of this process: what lies between it and the last one is the engine's absence."""
        last = self.db.execute(
            "SELECT ended_ms, kind, cause, writer FROM spans WHERE camera_id = ? ORDER BY span_id DESC LIMIT 1",
            (note.camera_id,),
        ).fetchone()
        if last is None:
            return
        ended_ms, kind, cause, writer = last
        if kind == "off":  # the owner's will holds while the engine does not run
            self._span(note.camera_id, ended_ms, note.since_ms, "off", cause)
        else:
            self._assume(note.camera_id, ended_ms, note.since_ms, STOPPED if boot_of(writer) == boot_id() else POWER)

    def _end(self, camera_id: str, at_ms: int) -> int | None:
        """End the camera's open spans; gives where the one of a writer that lives ended, None when there is none."""
        known_to = None
        spans = self.db.execute(
            "SELECT span_id, started_ms, writer FROM spans WHERE camera_id = ? AND ended_ms IS NULL", (camera_id,)
        ).fetchall()
        for span_id, started_ms, writer in spans:
            lives = writer == self.writer or runs_elsewhere(writer)
            end_ms = at_ms if lives else self._beat_of(writer, started_ms)
            if started_ms <= at_ms < end_ms:  # otherwise the clock shows a time from before all that
                end_ms = at_ms
            end_ms = max(started_ms, end_ms)
            self.db.execute("UPDATE spans SET ended_ms = ? WHERE span_id = ?", (end_ms, span_id))
            if lives:
                known_to = end_ms
        return known_to

    def _beat_of(self, writer: str, otherwise_ms: int) -> int:
        row = self.db.execute("SELECT beat_ms FROM beats WHERE writer = ?", (writer,)).fetchone()
        return int(row[0]) if row else otherwise_ms

    def _begin(self, camera_id: str, since_ms: int, kind: str, cause: str | None) -> None:
        self.db.execute(
            "INSERT INTO spans (camera_id, started_ms, kind, cause, writer) VALUES (?,?,?,?,?)",
            (camera_id, since_ms, kind, cause, self.writer),
        )

    def _assume(self, camera_id: str, start_ms: int, end_ms: int, cause: str) -> None:
        """Nobody noted anything in that time; what somebody noted all the same, by a clock set wrong, goes before."""
        self._span(camera_id, start_ms, end_ms, "assumed", cause)

    def _span(self, camera_id: str, start_ms: int, end_ms: int, kind: str, cause: str | None) -> None:
        if start_ms < end_ms:
            self.db.execute(
                "INSERT INTO spans (camera_id, started_ms, ended_ms, kind, cause, writer) VALUES (?,?,?,?,?,?)",
                (camera_id, start_ms, end_ms, kind, cause, self.writer),
            )


def forget_old(store: ClipStore, now: datetime) -> None:
    """Forget what lies further back than anybody asks for, and the heartbeats of writers long gone."""
    limit = milliseconds(now - timedelta(days=KEPT_DAYS))
    with store.index.write() as db:
        for table in ("spans", "gaps"):
            db.execute(f"DELETE FROM {table} WHERE ended_ms < ?", (limit,))  # noqa: S608 - a constant
        db.execute("DELETE FROM clock_steps WHERE to_ms < ? AND from_ms < ?", (limit, limit))
        # The newest of each camera stays: the next one is numbered and chained after it.
        db.execute(
            "DELETE FROM manifests WHERE deleted_ms < ? AND ended_ms < ? AND sequence < "
            "(SELECT max(sequence) FROM manifests AS newer WHERE newer.camera_id = manifests.camera_id)",
            (limit, limit),
        )
        db.execute("DELETE FROM beats WHERE writer NOT IN (SELECT writer FROM spans) AND beat_ms < ?", (limit,))
