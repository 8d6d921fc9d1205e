"""Where files of clips lie below the storage folder: `clips/<camera>/<day in UTC>/`, stills beside the clips.

Names sort by time and hold what a rescue needs. No path leads out of the clips folder, through links neither.
"""

from datetime import UTC, datetime
import hashlib
from pathlib import Path, PurePosixPath
import re

from ..errors import StoreError

CLIPS = "clips"
PART = ".part"  # behind the name of a clip that is still being recorded
MENDED = ".mended"  # behind the name of a clip that is being made whole
_SAFE_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")


def clip_path(camera_id: str, started_at: datetime, clip_id: str) -> str:
    """Where a new clip goes, relative to the storage folder."""
    moment = started_at.astimezone(UTC)
    stamp = f"{moment:%Y%m%dT%H%M%S}{moment.microsecond // 1000:03d}Z"
    return f"{CLIPS}/{folder_name(camera_id)}/{moment:%Y-%m-%d}/{stamp}_{clip_id}.mp4"


def still_path(camera_id: str, started_at: datetime, event_id: str) -> str:
    """Where the still of a motion goes: beside the clips of its day."""
    return f"{CLIPS}/{folder_name(camera_id)}/{started_at.astimezone(UTC):%Y-%m-%d}/{event_id}.jpg"


def folder_name(camera_id: str) -> str:
    """A camera's id as the name of a folder, whatever characters it has."""
    return camera_id if _SAFE_NAME.fullmatch(camera_id) else hashlib.sha256(camera_id.encode()).hexdigest()[:32]


def inside(storage: Path, relative: str) -> Path:
    """The path of a file of the clips folder. StoreError for any other, links out of it included."""
    parts = PurePosixPath(relative).parts
    if not parts or parts[0] != CLIPS or ".." in parts or "\\" in relative or "\0" in relative:
        raise StoreError("a path outside the clips folder")
    path = storage.joinpath(*parts)
    if not path.resolve().is_relative_to((storage / CLIPS).resolve()):
        raise StoreError("a path outside the clips folder")
    return path
