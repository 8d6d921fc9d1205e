"""The engine's first role, the process Home Assistant starts: it shares the work out among children and watches them.

Commands go to the shard of their camera or to the workshop, reports come back and go on to the host. A child that
dies is started again and told everything anew; until it is, its motions are ended towards the host and its orders
answered. Imports no video library, so nothing a camera sends can take this process down.

One thread owns all state: whatever happens is an event in one inbox, handled in order.
"""

from collections.abc import Callable
from contextlib import suppress
from importlib.util import find_spec
import logging
import os
import queue
import threading
from typing import Literal

from .. import SOFTWARE
from ..clock import Clock
from ..commands import Cancel, Command, Configure, Live, OwnSensor, Record, Snapshot, Tune
from ..errands import MakeRoom, Recover, SetProfile
from ..messages import PIPE_VERSION
from ..model import CameraState, Cause
from ..reports import CameraFigures, CameraStatus, ClipLost, Hello, MotionReport, Report
from .answers import failure, is_last, is_order, refusal, request_of
from .budget import Budget
from .child import ANOTHER_VERSION, Child, ChildProgram, Ended, Inbox, Said
from .placing import place
from .seat import Seat, ShardSeat

_LOG = logging.getLogger(__name__)
EVENTS = 2000
TICK_S = 0.5  # at most, between two looks at what is due; each costs as much as a batch of a camera
SHORTEST_REST_S = 0.02
WORKSHOP_LATEST_S = 3.0  # after the start; sooner when the shards are up, so that the first look does not wait for it
PROFILES_EVERY_S = 10.0
HELLO_LATEST_S = 8.0  # after the start; the host gives up after twenty


class Conductor:
    """The engine as a whole."""

    def __init__(
        self,
        report: Callable[[Report], None],
        clock: Clock,
        program: ChildProgram | None = None,
        cores: int | None = None,
    ) -> None:
        self._report = report
        self._clock = clock
        self._program = program or ChildProgram()
        self._cores = cores or os.process_cpu_count() or 1
        self._inbox: Inbox = queue.Queue(EVENTS)
        self._wanted: Configure | None = None
        self._placed: dict[str, int] = {}
        self._shards = {0: ShardSeat(0)}
        self._workshop = Seat("workshop", retry_at_s=clock.monotonic_s() + WORKSHOP_LATEST_S)
        self._seat_of: dict[Child, Seat] = {}  # of every process that is not buried, dismissed ones too
        self._orders: dict[str, tuple[Command, Seat]] = {}  # that somebody waits for
        self._own_sensors: dict[str, OwnSensor] = {}  # that are on
        self._early: list[Command] | None = []  # commands that came before hello was said
        self._hello_at_s = clock.monotonic_s() + HELLO_LATEST_S
        self._budget = Budget()
        self._profiles_at_s = float("-inf")
        self._outdated = threading.Event()
        self._stopping = threading.Event()
        self._all_gone = threading.Event()

    def start(self) -> None:
        """Start the first shard, and the thread that handles events."""
        self._fill_seats()
        threading.Thread(target=self._work, name="conductor", daemon=True).start()

    def obey(self, command: Command) -> None:
        """Have a command carried out."""
        self._inbox.put(command)

    def tick(self) -> bool:
        """Whether this process may go on; not when another version lies on the disk than runs here."""
        return not self._outdated.is_set()

    def stop(self, timeout_s: float) -> None:
        """Have every child finish its clips and end, in that time."""
        self._stopping.set()
        with suppress(queue.Full):
            self._inbox.put_nowait(None)
        if not self._all_gone.wait(timeout_s):
            for child in tuple(self._seat_of):
                _LOG.warning("process %d of the engine did not end in time", child.pid)
                child.kill()
            self._all_gone.wait(0.1)

    # Events, in the one thread.

    def _work(self) -> None:
        dismissed = False
        while not (self._stopping.is_set() and not self._seat_of):
            try:
                if self._stopping.is_set() and not dismissed:
                    dismissed = True
                    for child in self._seat_of:
                        child.dismiss()
                self._handle_next()
                if not self._stopping.is_set():
                    self._look_after()
            except Exception:  # noqa: BLE001 - the top of the loop: the next event must not suffer from this one
                _LOG.exception("an event failed unexpectedly")
        self._all_gone.set()

    def _handle_next(self) -> None:
        try:
            event = self._inbox.get(timeout=self._rest_s())
        except queue.Empty:
            return
        match event:
            case None:
                pass  # somebody wants this thread to look around
            case Said():
                self._hear(event.child, event.report)
            case Ended():
                self._bury(event.child, event.code)
            case _ if self._early is not None:
                self._early.append(event)
            case _:
                self._route(event)

    def _rest_s(self) -> float:
        """How long nothing is due by the clock."""
        due_s = [seat.retry_at_s for seat in self._seats() if seat.child is None]
        if self._early is not None:
            due_s.append(self._hello_at_s)
        left_s = min(due_s, default=float("inf")) - self._clock.monotonic_s()
        return min(TICK_S, max(SHORTEST_REST_S, left_s))

    def _seats(self) -> tuple[Seat, ...]:
        return *self._shards.values(), self._workshop

    def _route(self, command: Command) -> None:
        """Send a command where it is carried out."""
        match command:
            case Configure():
                self._configure(command)
            case Cancel():
                _, seat = self._orders.get(command.request_id, (None, None))
                if seat is not None:
                    seat.post(command)
            case OwnSensor() | Tune() | Record() | Live() | Snapshot():
                self._route_to_shard(command)
            case _:
                self._order(command, self._workshop)

    def _route_to_shard(self, command: OwnSensor | Tune | Record | Live | Snapshot) -> None:
        shard = self._shard_of(command.camera_id)
        if isinstance(command, OwnSensor) and shard is not None:
            self._own_sensors.pop(command.camera_id, None)
            if command.on:
                self._own_sensors[command.camera_id] = command
        answered = isinstance(command, Record | Live | Snapshot)
        if shard is None or (answered and shard.child is None):
            if isinstance(command, Record | Live | Snapshot):
                self._report(refusal(command, "not_live" if shard else "unknown_camera"))
            return
        self._order(command, shard)

    def _order(self, command: Command, seat: Seat) -> None:
        request_id = request_of(command)
        if request_id is not None and is_order(command):
            self._orders[request_id] = (command, seat)
        if not seat.post(command):
            self._fail(request_id)
        if seat is self._workshop and seat.child is None and seat.idle:
            seat.retry_at_s = self._clock.monotonic_s()

    def _fail(self, request_id: str | None) -> None:
        command, _ = self._orders.pop(request_id or "", (None, None))
        if command is not None:
            self._report(failure(command))

    def _configure(self, wanted: Configure) -> None:
        """Cameras as they shall be: each to its shard, and only shards with cameras are kept, one at least."""
        before = {} if self._wanted is None else {camera.camera_id: camera for camera in self._wanted.cameras}
        self._wanted = wanted
        self._placed = place([camera.camera_id for camera in wanted.cameras], self._placed, self._cores)
        self._own_sensors = {c: sensor for c, sensor in self._own_sensors.items() if c in self._placed}
        self._budget.configure(wanted.cameras, wanted.cpu_budget)
        for number in {0, *self._placed.values()}:
            shard = self._shards.setdefault(number, ShardSeat(number))
            for camera_id in shard.cameras:
                if camera_id not in self._placed:
                    shard.quarantine.forget(camera_id)
            shard.cameras = {c.camera_id: c for c in wanted.cameras if self._placed[c.camera_id] == number}
            for camera_id, camera in shard.cameras.items():
                if before.get(camera_id, camera) != camera:
                    shard.quarantine.forget(camera_id)
        for number in self._shards.keys() - {0, *self._placed.values()}:
            shard = self._shards.pop(number)
            if shard.child is not None:
                shard.child.dismiss()
        self._budget.changes(self._clock.monotonic_s())
        for shard in self._shards.values():
            self._brief(shard)
        self._brief(self._workshop)

    def _brief(self, seat: Seat) -> None:
        """Tell a child what it is to do from now on, as far as it is known."""
        if seat.child is None or self._wanted is None:
            return
        if not isinstance(seat, ShardSeat):
            seat.child.send(self._wanted)
            return
        now_s = self._clock.monotonic_s()
        present = seat.present(now_s)
        seat.child.send(seat.configure(self._wanted, now_s))
        for camera_id in present:
            profile = self._budget.profile_of(camera_id)
            if profile is not None:
                seat.child.send(SetProfile(camera_id=camera_id, profile=profile))
            if camera_id in self._own_sensors:
                seat.child.send(self._own_sensors[camera_id])

    # What children say.

    def _hear(self, child: Child, report: Report) -> None:
        seat = self._seat_of[child]
        match report:
            case Hello():
                self._welcome(report.backend)
                return
            case MotionReport() if isinstance(seat, ShardSeat):
                seat.note_motion(report.motion)
            case CameraStatus():
                self._budget.see_status(report)
            case CameraFigures():
                self._budget.see_figures(report, self._clock.monotonic_s())
            case ClipLost(reason="disk_full"):
                self._workshop.post(MakeRoom())
        if is_last(report):
            self._orders.pop(request_of(report) or "", None)
        self._report(report)

    def _welcome(self, backend: Literal["opencv", "numpy"]) -> None:
        """A shard is up. The first one is what the host waits for."""
        if self._workshop.idle and self._wanted is not None:
            self._workshop.retry_at_s = self._clock.monotonic_s()
        if self._early is None:
            return
        early, self._early = self._early, None
        self._report(Hello(pipe_version=PIPE_VERSION, software=SOFTWARE, backend=backend, pid=os.getpid()))
        for command in early:
            self._route(command)

    def _bury(self, child: Child, code: int) -> None:
        """A child has ended: what it left open is closed in its place, and its seat is to be filled again."""
        seat = self._seat_of.pop(child)
        if code == ANOTHER_VERSION:
            self._outdated.set()
        if isinstance(seat, ShardSeat):
            for report in seat.end_motions(self._clock.utc_now()):
                self._report(report)
        if seat.child is not child or self._stopping.is_set():
            return
        now_s = self._clock.monotonic_s()
        seat.vacate(now_s, code)
        wait_s = max(0.0, seat.retry_at_s - now_s)
        _LOG.warning("%s ended (%s); starting it again in %.1f s", seat.name, _how(code), wait_s)
        for request_id in [r for r, (_, where) in self._orders.items() if where is seat and seat.had(r)]:
            self._fail(request_id)
        if isinstance(seat, ShardSeat):
            self._mourn(seat, code, now_s)

    def _mourn(self, shard: ShardSeat, code: int, now_s: float) -> None:
        """A shard died: say so of its cameras, and keep away the one it died over."""
        for camera_id in shard.convict(code, now_s):
            _LOG.error("%s is not watched for a while: the process died over it", shard.cameras[camera_id].name)
        for camera_id in shard.cameras:
            self._report(self._status(shard, camera_id, now_s))
        self._workshop.post(Recover())

    @staticmethod
    def _status(shard: ShardSeat, camera_id: str, now_s: float) -> CameraStatus:
        if not shard.quarantine.is_convicted(camera_id, now_s):
            return CameraStatus(camera_id=camera_id, state=CameraState.CONNECTING)
        retry_in_s = round(shard.quarantine.away_s(camera_id, now_s), 1)
        return CameraStatus(camera_id=camera_id, state=CameraState.RETRYING, cause=Cause.CRASHED, retry_in_s=retry_in_s)

    # What is due by the clock.

    def _look_after(self) -> None:
        now_s = self._clock.monotonic_s()
        self._fill_seats()
        if self._early is not None and now_s >= self._hello_at_s:
            # The machine is slow: the host is told that somebody is there, and which backend the shard will find.
            self._welcome("opencv" if find_spec("cv2") else "numpy")
        for shard in self._shards.values():
            if shard.is_stuck(now_s):
                _LOG.error("%s is stuck; ending it", shard.name)
                shard.put_down()
            if shard.quarantine.released(now_s):
                self._brief(shard)
        if now_s - self._profiles_at_s >= PROFILES_EVERY_S or self._budget.anew:
            self._profiles_at_s = now_s
            for camera_id, profile in self._budget.changes(now_s).items():
                shard_of = self._shard_of(camera_id)
                if shard_of is not None and shard_of.child is not None:
                    shard_of.child.send(SetProfile(camera_id=camera_id, profile=profile))

    def _fill_seats(self) -> None:
        """Start a process for each seat that is vacant and due."""
        now_s = self._clock.monotonic_s()
        for seat in self._seats():
            if seat.child is not None or now_s < seat.retry_at_s:
                continue
            child = seat.fill(self._program, self._inbox, now_s)
            if child is not None:
                self._seat_of[child] = seat
                self._brief(seat)
                seat.deliver()

    def _shard_of(self, camera_id: str) -> ShardSeat | None:
        number = self._placed.get(camera_id)
        return None if number is None else self._shards[number]


def _how(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"code {code}"
