"""How an order ends: which report is its last word, and what is said of one that nobody can carry out any more."""

from typing import Literal

from ..commands import Cancel, Command, Export, Live, MakeSharedCopy, MakeSharedStill, Probe, Record, Replay, Snapshot
from ..errands import Errand
from ..model import Cause
from ..reports import Done, Exported, Probed, Progress, ReplayedClip, Report, SharedCopyMade, SnapshotMade


def request_of(message: Errand | Report) -> str | None:
    """The request a message belongs to, if it belongs to one."""
    request_id: str | None = getattr(message, "request_id", None)
    return request_id


def is_order(command: Errand) -> bool:
    """Whether somebody waits for an answer to it."""
    return request_of(command) is not None and not isinstance(command, Cancel)


def is_last(report: Report) -> bool:
    """Whether nothing more is said of its request after this report."""
    return not isinstance(report, Progress) and not (isinstance(report, ReplayedClip) and not report.last)


def failure(command: Command) -> Report:
    """The last word of an order that comes to nothing: its process died, it is not known, there are too many."""
    request_id = request_of(command) or ""
    match command:
        case Probe():
            return Probed(request_id=request_id, cause=Cause.NO_DATA)
        case Snapshot():
            return SnapshotMade(request_id=request_id, error="failed")
        case MakeSharedCopy() | MakeSharedStill():
            return SharedCopyMade(request_id=request_id, error="failed")
        case Export():
            return Exported(request_id=request_id, error="failed")
        case Replay():
            return ReplayedClip(request_id=request_id, clip="", last=True, error="unreadable")
        case _:
            return Done(request_id=request_id, error="failed")


def refusal(order: Record | Live | Snapshot, error: Literal["unknown_camera", "not_live"]) -> Report:
    """The last word of an order for a camera that is not there, or not now."""
    if isinstance(order, Snapshot):
        return SnapshotMade(request_id=order.request_id, error=error)
    return Done(request_id=order.request_id, error=error)
