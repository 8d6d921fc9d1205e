"""A place in the engine that is always to be filled by a child: who fills it now, and when the next one may.

A shard's place also holds what must outlive the child: its cameras, the motions it reported and has not ended, the
page on which its streams note what they are at, and who is kept away.
"""

from collections import deque
from dataclasses import replace
from datetime import datetime
import logging
import signal

from .. import SOFTWARE
from ..backoff import Backoff
from ..commands import Configure
from ..errands import Errand
from ..marks import Marks, new_page
from ..model import Motion
from ..reports import MotionReport
from ..settings import CameraSettings
from .answers import request_of
from .child import Child, ChildProgram, Inbox
from .quarantine import Quarantine

_LOG = logging.getLogger(__name__)
FIRST_RETRY_S = 0.4  # at most; a decoder that crashes at once is not worth more haste
LONGEST_RETRY_S = 30.0
MOST_WAITING = 100  # errands for a child that is not there
STUCK_S = 20.0  # without a sign of life
START_S = 60.0  # until the first one: a cold start from a slow card
LOOKED_AT_S = 1.0  # the longest that can pass between two looks of a conductor that runs
CRASHED_SOON_S = 60.0
HAPLESS = 3
CRASHES = frozenset({signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGFPE, signal.SIGILL})


class Seat:
    """A role that is to be filled."""

    def __init__(self, name: str, retry_at_s: float = float("-inf")) -> None:
        self.name = name
        self.child: Child | None = None
        self.retry_at_s = retry_at_s  # not before; while nobody is there
        self.idle = True  # never filled yet
        self._since_s = 0.0
        self._backoff = Backoff(first_s=FIRST_RETRY_S, cap_s=LONGEST_RETRY_S)
        self._crashes = 0  # one soon after the other
        self._waiting: deque[Errand] = deque()

    def fill(self, program: ChildProgram, inbox: Inbox, now_s: float) -> Child | None:
        """Start a child; None when the machine has no room for it, which is tried again later."""
        self.idle = False
        self._since_s = now_s
        try:
            self.child = self._start(program, inbox)
        except OSError:
            _LOG.exception("%s could not be started", self.name)
            self.vacate(now_s)
        return self.child

    def _start(self, program: ChildProgram, inbox: Inbox) -> Child:
        """The workshop. One that crashes again and again leaves what is left over alone: it may die over that."""
        return Child(program, ["workshop", SOFTWARE, "cautious" if self._crashes >= HAPLESS else "thorough"], inbox)

    def vacate(self, now_s: float, code: int = 0) -> None:
        """The child is gone; the next one may come after a wait that grows."""
        self.child = None
        if -code in CRASHES:
            self._crashes = self._crashes + 1 if now_s - self._since_s < CRASHED_SOON_S else 1
        self.retry_at_s = now_s + self._backoff.next_wait_s(now_s - self._since_s)

    def post(self, errand: Errand) -> bool:
        """Hand an errand to the child, or to the next one. False when too many wait for it."""
        if self.child is not None:
            self.child.send(errand)
            return True
        if len(self._waiting) >= MOST_WAITING:
            return False
        self._waiting.append(errand)
        return True

    def had(self, request_id: str) -> bool:
        """Whether the child that is gone had this order, rather than it waiting for the next one."""
        return all(request_of(errand) != request_id for errand in self._waiting)

    def deliver(self) -> None:
        """The child is there: what waited for it."""
        assert self.child is not None  # noqa: S101 - called when it was started
        while self._waiting:
            self.child.send(self._waiting.popleft())


class ShardSeat(Seat):
    """The place of a shard."""

    def __init__(self, number: int) -> None:
        super().__init__(f"shard {number + 1}")
        self.cameras: dict[str, CameraSettings] = {}
        self.quarantine = Quarantine()
        self._open: dict[str, Motion] = {}
        self._marks: Marks | None = None
        self._beats = 0  # signs of life so far
        self._looked_s = 0.0
        self._silent_s = 0.0  # without a new one
        self._stuck = False

    def _start(self, program: ChildProgram, inbox: Inbox) -> Child:
        handle = new_page()
        self._marks = Marks(handle)
        self._beats, self._looked_s, self._silent_s, self._stuck = 0, self._since_s, 0.0, False
        return Child(program, ["shard", SOFTWARE, str(handle)], inbox, (handle,))

    def present(self, now_s: float) -> list[str]:
        """The cameras that are not kept away."""
        return [camera_id for camera_id in self.cameras if not self.quarantine.away_s(camera_id, now_s)]

    def configure(self, wanted: Configure, now_s: float) -> Configure:
        """What the host wants, as far as this shard is concerned."""
        return replace(wanted, cameras=tuple(self.cameras[camera_id] for camera_id in self.present(now_s)))

    def note_motion(self, motion: Motion) -> None:
        """The child reported a motion."""
        if motion.phase == "end":
            self._open.pop(motion.event_id, None)
        else:
            self._open[motion.event_id] = motion

    def end_motions(self, now: datetime) -> list[MotionReport]:
        """The ends of those the child did not end itself."""
        ends = [
            MotionReport(motion=replace(motion, phase="end", ended_at=max(now, motion.last_seen_at)))
            for motion in self._open.values()
        ]
        self._open.clear()
        return ends

    def convict(self, code: int, now_s: float) -> list[str]:
        """The child died: those of its cameras that stay away for it.

        Only a crash is held against a camera, or that it held the child up: a kill from outside, by a person or for
        want of memory, says nothing about any of them.
        """
        marks, self._marks = self._marks, None
        if marks is None:
            return []
        suspects = marks.suspects(self.cameras) if self._stuck or -code in CRASHES else []
        if marks.last_words:
            _LOG.error("%s was here when it died:\n%s", self.name, marks.last_words)
        marks.close()
        convicted = self.quarantine.blame(suspects, now_s)
        if convicted:
            self._backoff.reset()  # what it died over stays away
        return convicted

    def is_stuck(self, now_s: float) -> bool:
        """Whether the child is there and has not shown a sign of life for too long."""
        if self.child is None or self._marks is None or self._stuck:
            return False
        beats, before = self._marks.beats, self._beats
        # Where all processes stood still together (a machine asleep, a container frozen) nobody is stuck.
        self._silent_s = 0.0 if beats != before else self._silent_s + min(LOOKED_AT_S, now_s - self._looked_s)
        self._beats, self._looked_s = beats, now_s
        return self._silent_s > (STUCK_S if beats else START_S)

    def put_down(self) -> None:
        """End a child that is stuck."""
        self._stuck = True
        if self.child is not None:
            self.child.kill()
