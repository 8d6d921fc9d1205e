"""A place in the tree of the media browser, and the text that names it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

type Version = Literal["clip", "original"]

_ORIGINALS = "originals"
_EXPORTS = "exports"


@dataclass(frozen=True, slots=True)
class Place:
    """The root, a camera, its day, an hour or the originals of it; a clip, as it is best played or as it was sent.

    Or the exports, or one of them.
    """

    camera_id: str | None = None
    day: date | None = None
    hour: int | None = None
    originals: bool = False
    clip_id: str | None = None
    version: Version = "clip"
    exports: bool = False
    export: str | None = None

    def __str__(self) -> str:
        """The identifier that `parse` reads."""
        if self.export is not None:
            return f"export/{self.export}"
        if self.exports:
            return _EXPORTS
        if self.clip_id is not None:
            return f"{self.version}/{self.clip_id}"
        within = _ORIGINALS if self.originals else None if self.hour is None else f"{self.hour:02d}"
        return "/".join(part for part in (self.camera_id, self.day and self.day.isoformat(), within) if part)

    @classmethod
    def parse(cls, identifier: str | None) -> Place:
        """The reverse of `str`, and the root for None; ValueError when it is no place."""
        match (identifier or "").split("/"):
            case [""]:
                return cls()
            case ["clip" | "original" as version, clip_id]:
                return cls(clip_id=clip_id, version=version)
            case ["export", name]:
                return cls(export=name)
            case [only] if only == _EXPORTS:
                return cls(exports=True)
            case [camera_id]:
                return cls(camera_id)
            case [camera_id, day]:
                return cls(camera_id, date.fromisoformat(day))
            case [camera_id, day, within] if within == _ORIGINALS:
                return cls(camera_id, date.fromisoformat(day), originals=True)
            case [camera_id, day, hour] if hour.isdecimal() and int(hour) < 24:
                return cls(camera_id, date.fromisoformat(day), int(hour))
        raise ValueError("no such place")
