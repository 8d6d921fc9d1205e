"""What an owner sets: cameras, how motion is looked for, what is kept.

Frozen dataclasses that refuse values outside their range with ValueError. Everything is in seconds or shares of the
picture, never in frames or pixels, so that it means the same on the main and on the sub stream.
"""

from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum
from typing import Literal

from .model import Polygon


class Transport(StrEnum):
    """How RTSP carries its packets."""

    TCP = "tcp"
    UDP = "udp"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A part of the picture where motion counts (`include`) or does not (`exclude`)."""

    name: str
    polygon: Polygon
    mode: Literal["include", "exclude"] = "include"
    heading: Literal["any", "left", "right", "up", "down"] = "any"  # only what goes this way in the picture counts
    smallest: float = 0.0  # share of the picture's area; what is smaller does not count here
    active: Literal["always", "day", "night", "hours"] = "always"  # night: infrared, or too dark for colour
    hours: tuple[str, str] | None = None  # "22:00", "05:30" of the place's own time; may cross midnight

    def __post_init__(self) -> None:
        """Refuse what is no area, and hours that are none."""
        if not 0 <= self.smallest < 1:
            raise ValueError("a zone's smallest size lies in 0..1")
        if (self.hours is not None) != (self.active == "hours"):
            raise ValueError("a zone has hours exactly when it is active by hours")
        for hour in self.hours or ():
            time.fromisoformat(hour)
        if len(self.polygon) < 3:
            raise ValueError("a zone has at least three corners")
        if any(not 0 <= value <= 1 for corner in self.polygon for value in corner):
            raise ValueError("a zone's corners lie in 0..1")


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchSettings:
    """How motion is looked for. Everything in seconds or shares of the picture, never in frames or pixels."""

    profile: Literal["auto", "quick", "balanced", "economy"] = "auto"
    sensitivity: int = 50  # 1 (only what is large and clear) … 100 (everything that moves)
    minimum_s: float = 0.3  # what moves for less than this is no motion
    quiet_s: float = 3.0  # motion ends after this long without any
    longest_s: float = 300.0  # motion is ended, whatever the picture says, after this long
    zones: tuple[Zone, ...] = ()
    own_sensor: Literal["ignored", "trigger", "vote"] = "ignored"  # the camera's own motion sensor (`OwnSensor`)

    def __post_init__(self) -> None:
        """Refuse values outside their range."""
        if not 1 <= self.sensitivity <= 100:
            raise ValueError("sensitivity lies in 1..100")
        if min(self.minimum_s, self.quiet_s) < 0 or self.longest_s < 10:
            raise ValueError("minimum_s and quiet_s are not negative, longest_s is at least 10")


class RecordMode(StrEnum):
    """What of a camera is kept."""

    OFF = "off"
    MOTION = "motion"  # a clip for each motion
    CONTINUOUS = "continuous"  # everything, in segments; motion is marked on them
    BOTH = "both"  # everything for a short while, motion for longer


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSettings:
    """What is kept of a camera, and for how long; None means as long as the place keeps it."""

    mode: RecordMode = RecordMode.MOTION
    pre_roll_s: float = 5.0
    post_roll_s: float = 3.0  # after the last motion seen
    longest_clip_s: float = 120.0  # a longer motion makes the next clip
    segment_s: float = 60.0  # of continuous recording, cut at the next key frame
    days: float | None = None  # clips of motion, and segments with motion on them where only those are recorded
    continuous_days: float | None = None  # segments without motion
    gigabytes: float | None = None  # of this camera alone

    def __post_init__(self) -> None:
        """Refuse values outside their range."""
        if not 0 <= self.pre_roll_s <= 60 or not 0 <= self.post_roll_s <= 60:
            raise ValueError("pre-roll and post-roll lie in 0..60 seconds")
        if not 10 <= self.longest_clip_s <= 600:
            raise ValueError("a clip lasts 10..600 seconds at most")
        if not 10 <= self.segment_s <= 600:
            raise ValueError("a segment lasts 10..600 seconds")
        if any(limit is not None and limit <= 0 for limit in (self.days, self.continuous_days, self.gigabytes)):
            raise ValueError("what is kept at all is kept for more than nothing")

    @property
    def on_motion(self) -> bool:
        """Whether each motion makes a clip."""
        return self.mode in {RecordMode.MOTION, RecordMode.BOTH}

    @property
    def continuous(self) -> bool:
        """Whether everything is recorded, in segments."""
        return self.mode in {RecordMode.CONTINUOUS, RecordMode.BOTH}


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionSettings:
    """How much the place keeps; what a camera says of itself goes before. Zero means without limit."""

    days: float = 14.0  # clips of motion
    continuous_days: float = 3.0  # segments without motion
    gigabytes: float = 50.0  # all clips together, protected ones aside
    free_percent: float = 5.0  # of the disk, left to others
    protected_gigabytes: float = 10.0  # protected clips; beyond it nothing more can be protected

    def __post_init__(self) -> None:
        """Refuse values outside their range."""
        if min(self.days, self.continuous_days, self.gigabytes, self.protected_gigabytes) < 0:
            raise ValueError("what is kept is not negative")
        if not 0 <= self.free_percent <= 90:
            raise ValueError("the share of the disk that stays free lies in 0..90 percent")


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraSettings:
    """One camera as its owner set it up. `name` is for log lines; URLs never appear in one."""

    camera_id: str
    name: str
    main_url: str
    sub_url: str | None = None
    transport: Transport = Transport.TCP
    detect: bool = True
    important: bool = False  # served first where the CPU budget is shared out
    watch: WatchSettings = field(default_factory=WatchSettings)
    record: RecordSettings = field(default_factory=RecordSettings)

    @property
    def watched_url(self) -> str:
        """The stream that is decoded: the sub stream where there is one."""
        return self.sub_url or self.main_url
