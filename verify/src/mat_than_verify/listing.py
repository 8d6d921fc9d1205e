"""`index.json` and manifests as objects: what an export says of itself, each field checked for its kind.

Fields that this version does not know are let be, so that it reads what later ones write; they are sealed like all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

from .parcel import check_path
from .tokens import Key, NotReadable, read_key

FORMAT = "mat-than-export/1"
LARGEST_INDEX_BYTES = 64 * 1024 * 1024
LONGEST_TEXT_CHARS = 4000
_YEARS = range(1900, 9000)  # a clock may be wrong; times are moved by up to `_LONGEST_S` without leaving the calendar
_LONGEST_S = 1e10

_T = TypeVar("_T")


@dataclass(frozen=True)
class File:
    """A file as it was when the export was written."""

    path: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True)
class Clip:
    """A clip of the export."""

    clip_id: str
    camera_id: str
    path: str
    started_at: datetime
    ended_at: datetime
    fate: str
    manifest: str | None
    dated_anew: timedelta  # how much later than its manifest says, by a clock that was set only then


@dataclass(frozen=True)
class Absence:
    """A clip that was recorded and that the export does not hold."""

    camera_id: str
    sequence: int
    reason: str
    clip_id: str | None
    manifest: str | None
    manifest_sha256: str | None


@dataclass(frozen=True)
class Index:
    """All that `index.json` says."""

    title: str
    place: str
    exported_at: datetime
    since: datetime
    until: datetime
    chosen: bool
    key: Key | None
    cameras: dict[str, str]
    clips: tuple[Clip, ...]
    absent: tuple[Absence, ...]
    files: dict[str, File]


@dataclass(frozen=True)
class Manifest:
    """What is checked of a clip's manifest."""

    clip_id: str
    camera_id: str
    started_at: datetime
    ended_at: datetime
    created_at: datetime
    size_bytes: int
    sha256: str
    sequence: int
    previous: str | None
    clock: str
    clock_step_s: float | None


def read_index(value: dict[str, Any]) -> Index:
    """The index in parsed JSON. NotReadable when it is none."""
    if value.get("format") != FORMAT:
        raise NotReadable("another format than this version reads")
    files: dict[str, File] = {}
    for item in _objects(value, "files"):
        file = File(_path(item, "path"), _whole(item, "size_bytes"), _sha256(item, "sha256"))
        if file.path in files:
            raise NotReadable("a file listed twice")
        files[file.path] = file
    cameras = {_text(item, "camera_id"): _text(item, "name") for item in _objects(value, "cameras")}
    return Index(
        title=_text(value, "title"),
        place=_text(value, "place"),
        exported_at=_time(value, "exported_at"),
        since=_time(value, "since"),
        until=_time(value, "until"),
        chosen=_of(value, "chosen", bool),
        key=read_key(value["key"]) if "key" in value else None,
        cameras=cameras,
        clips=tuple(_clip(item) for item in _objects(value, "clips")),
        absent=tuple(_absence(item) for item in _objects(value, "absent")),
        files=files,
    )


def read_manifest(value: dict[str, Any]) -> Manifest:
    """The manifest in a token's payload. NotReadable when it is none."""
    step = value.get("clock_step_s")
    if step is not None and not isinstance(step, (int, float)):
        raise NotReadable("clock_step_s is no number")
    return Manifest(
        clip_id=_text(value, "clip_id"),
        camera_id=_text(value, "camera_id"),
        started_at=_time(value, "started_at"),
        ended_at=_time(value, "ended_at"),
        created_at=_time(value, "created_at"),
        size_bytes=_whole(value, "size_bytes"),
        sha256=_sha256(value, "sha256"),
        sequence=_whole(value, "sequence"),
        previous=_sha256(value, "previous") if "previous" in value else None,
        clock=_text(value, "clock"),
        clock_step_s=step,
    )


def _clip(item: dict[str, Any]) -> Clip:
    return Clip(
        clip_id=_text(item, "clip_id"),
        camera_id=_text(item, "camera_id"),
        path=_path(item, "path"),
        started_at=_time(item, "started_at"),
        ended_at=_time(item, "ended_at"),
        fate=_text(item, "fate"),
        manifest=_path(item, "manifest") if "manifest" in item else None,
        dated_anew=_seconds(item, "dated_anew_s"),
    )


def _absence(item: dict[str, Any]) -> Absence:
    return Absence(
        camera_id=_text(item, "camera_id"),
        sequence=_whole(item, "sequence"),
        reason=_text(item, "reason"),
        clip_id=_text(item, "clip_id") if "clip_id" in item else None,
        manifest=_path(item, "manifest") if "manifest" in item else None,
        manifest_sha256=_sha256(item, "manifest_sha256") if "manifest_sha256" in item else None,
    )


def _of(value: dict[str, Any], name: str, kind: type[_T]) -> _T:
    found = value.get(name)
    if not isinstance(found, kind) or (kind is int and isinstance(found, bool)):
        raise NotReadable(f"{name} is missing or of another kind")
    return found


def _objects(value: dict[str, Any], name: str) -> Iterator[dict[str, Any]]:
    for item in _of(value, name, list):
        if not isinstance(item, dict):
            raise NotReadable(f"{name} holds something else")
        yield item


def _text(value: dict[str, Any], name: str) -> str:
    text = _of(value, name, str)
    if len(text) > LONGEST_TEXT_CHARS:
        raise NotReadable(f"{name} is too long")
    return text


def _path(value: dict[str, Any], name: str) -> str:
    path = _text(value, name)
    check_path(path)
    return path


def _whole(value: dict[str, Any], name: str) -> int:
    number = _of(value, name, int)
    if not 0 <= number < 1 << 62:
        raise NotReadable(f"{name} is out of all measure")
    return number


def _seconds(value: dict[str, Any], name: str) -> timedelta:
    number = value.get(name, 0)
    if not isinstance(number, (int, float)) or isinstance(number, bool) or not abs(number) < _LONGEST_S:
        raise NotReadable(f"{name} is no number of seconds")
    return timedelta(seconds=number)


def _sha256(value: dict[str, Any], name: str) -> str:
    text = _of(value, name, str)
    if len(text) != 64 or not set(text) <= set("0123456789abcdef"):
        raise NotReadable(f"{name} is no SHA-256")
    return text


def _time(value: dict[str, Any], name: str) -> datetime:
    text = _text(value, name)
    try:
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError as err:
        raise NotReadable(f"{name} is no time") from err
    if moment.tzinfo is None:
        raise NotReadable(f"{name} is a time without a zone")
    if moment.year not in _YEARS:
        raise NotReadable(f"{name} is out of all measure")
    return moment
