"""What a camera's parts tell the gap ledger, as it happens; the ledger makes of it what every second of a day was.

`camera_task` says how the camera stands, `recorder` what came to nothing, `keeper` what is in the index and that the
wall clock stepped. All moments are UTC of the wall clock at the time of telling. Calls come from several threads,
never block on the disk, and never raise.
"""

from datetime import datetime
from enum import StrEnum
from typing import Protocol

from ..model import Cause


class Standing(StrEnum):
    """What is done with a camera's pictures from now on; while it is none of these, a `Cause` says why none come."""

    CONNECTING = "connecting"
    WATCHED = "watched"  # looked at; a motion makes a clip, a still scene needs none
    RECORDED = "recorded"  # everything goes into segments
    DETECTION_OFF = "detection_off"  # the owner keeps clips of motion, and nobody looks for it
    RECORDING_OFF = "recording_off"  # the owner keeps nothing
    STOPPED = "stopped"  # the camera's task ends: new settings, or the engine's end


class Account(Protocol):
    """The ledger's open ear."""

    def stands(self, camera_id: str, standing: Standing | Cause, at: datetime) -> None:
        """From now on this is what is done with the camera's pictures, until the next call for it."""
        ...

    def recorded(self, camera_id: str, since: datetime, until: datetime) -> None:
        """A clip with every picture of that time is durable and in the index."""
        ...

    def failed(self, camera_id: str, since: datetime, until: datetime, cause: str) -> None:
        """What came in that time should have been kept and was not: a `BreakReason`, `no_key_frame`."""
        ...

    def stepped(self, before: datetime, after: datetime) -> None:
        """The wall clock showed `before` and was set to `after` in the same moment."""
        ...


class NoAccount:
    """Nobody keeps a ledger: footage is recorded without one."""

    def stands(self, camera_id: str, standing: Standing | Cause, at: datetime) -> None:
        """Heard by nobody."""

    def recorded(self, camera_id: str, since: datetime, until: datetime) -> None:
        """Heard by nobody."""

    def failed(self, camera_id: str, since: datetime, until: datetime, cause: str) -> None:
        """Heard by nobody."""

    def stepped(self, before: datetime, after: datetime) -> None:
        """Heard by nobody."""
