"""What can go wrong in the engine. A library's exception becomes one of these where the library is called."""

from typing import Literal

from .model import Cause

type DiskReason = Literal["disk_full", "disk_error"]
type BreakReason = DiskReason | Literal["stream_error"]
type CopyReason = Literal["source_missing", "unreadable", "empty", "disk_full", "cancelled", "failed"]


class EngineError(Exception):
    """Anything the engine raises on purpose."""


class CameraError(EngineError):
    """A camera cannot be opened or read; `cause` is what its owner is told."""

    def __init__(self, cause: Cause) -> None:
        super().__init__(cause.value)
        self.cause = cause


class UnsuitedError(EngineError):
    """A camera does something that this reader is not made for; another one has to read it.

    `passing` is what a camera does once in a while, and may not do the next time.
    """

    def __init__(self, message: str, *, passing: bool = False) -> None:
        super().__init__(message)
        self.passing = passing


class RecordingError(EngineError):
    """A clip cannot be gone on with."""

    def __init__(self, reason: BreakReason) -> None:
        super().__init__(reason)
        self.reason: BreakReason = reason


class DiskError(RecordingError):
    """The disk does not take a clip."""

    reason: DiskReason

    def __init__(self, reason: DiskReason) -> None:
        super().__init__(reason)


class StreamError(RecordingError):
    """A clip's file cannot hold what the camera sends; the disk has nothing to do with it."""

    def __init__(self) -> None:
        super().__init__("stream_error")


class StoreError(EngineError):
    """The clip index cannot be read or written."""

    def __init__(self, message: str, reason: DiskReason = "disk_error") -> None:
        super().__init__(message)
        self.reason: DiskReason = reason  # what the disk has to do with it


class CopyError(EngineError):
    """A shared copy cannot be made."""

    def __init__(self, reason: CopyReason) -> None:
        super().__init__(reason)
        self.reason: CopyReason = reason
