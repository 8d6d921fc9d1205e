"""What the engine tells Home Assistant, unasked or as the answer to a command."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from .model import Box, CameraState, Cause, Clip, Motion, SceneState, StreamFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Hello:
    """The engine's first words."""

    pipe_version: int
    software: str
    backend: Literal["opencv", "numpy"]
    pid: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraStatus:
    """A camera's supervisor changed its state."""

    camera_id: str
    state: CameraState
    cause: Cause | None = None
    retry_in_s: float | None = None
    main: StreamFacts | None = None
    sub: StreamFacts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionReport:
    """A motion started, went on (at most once a second) or ended."""

    motion: Motion


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipSaved:
    """A clip is complete, on disk and in the index."""

    clip: Clip


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipLost:
    """A clip that should be there and is not, with the reason."""

    camera_id: str
    started_at: datetime
    reason: Literal["disk_full", "disk_error", "stream_error", "no_key_frame", "camera_gone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneReport:
    """The picture as a whole changed its state."""

    camera_id: str
    scene: SceneState
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraFigures:
    """Counters of a camera, every ten seconds; rates are over those ten seconds."""

    camera_id: str
    fps: float
    looks_per_s: float
    cpu_share: float  # of one core
    buffered_s: float  # pre-roll in memory
    packets_dropped: int  # since the start
    packets_corrupt: int
    profile: str


type FindingKind = Literal[
    "key_frames_rare",  # seconds between key frames
    "key_frames_irregular",  # "smart codec": the longest seconds between two
    "constant_bit_rate",  # kbit/s spent while nothing moves
    "no_sub_stream",  # megapixels of the main stream that has to be watched instead
    "large_watched_stream",  # megapixels
    "night_noise",  # grey levels
    "clock_in_picture",  # share of the picture it covers
    "busy_scene",  # share of the time something sways that is not believed
    "low_frame_rate",  # pictures a second
    "packets_lost",  # share of packets that arrive damaged
    "own_sensor_silent",  # days since the camera's own sensor was last on, where it is relied upon
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing worth knowing of a camera's stream; `kind` is the key of a translated sentence, `value` its figure."""

    kind: FindingKind
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What would help this camera, most helpful first; told when it changes."""

    camera_id: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TuningLook:
    """What the detector saw in one picture, while `Tune` lasts."""

    camera_id: str
    at: datetime
    score: float  # 0..1; motion from 0.5 upward
    suspicion: float  # 0..1: what is alive and not yet believed
    on: bool  # whether a motion is going on
    scene: SceneState
    reason: str
    boxes: tuple[Box, ...]
    dismissed: tuple[str, ...]  # reasons of what stirred and was not believed since the last look
    picture_jpeg: str  # base64, as small as the detector looks at it
    mask_width: int
    mask_height: int
    mask: str  # base64 of one bit a pixel, rows padded to bytes: what differs from the scene


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayedClip:
    """What the detector says of a stored clip under other settings. Seconds from the clip's beginning."""

    request_id: str
    clip: str
    last: bool  # no more follow
    error: Literal["missing", "unreadable", "cancelled"] | None = None
    motions: tuple[tuple[float, float, float, str], ...] = ()  # start, end, score, reason
    suppressed: tuple[tuple[float, float, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A command is carried out, or `error` says why not. `count` is how many clips it touched."""

    request_id: str
    error: (
        Literal["unknown_camera", "unknown_clip", "protected", "over_budget", "not_live", "disk", "failed"] | None
    ) = None
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far long work is, at most once a second."""

    request_id: str
    share: float  # 0..1


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """An export is on disk, or `error` says why it is not."""

    request_id: str
    error: Literal["nothing_there", "disk_full", "disk_error", "cancelled", "failed"] | None = None
    clips: int = 0
    size_bytes: int = 0
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipsDeleted:
    """Clips are gone from disk."""

    camera_id: str
    clip_ids: tuple[str, ...]
    reason: Literal["age", "space", "owner", "missing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StorageFigures:
    """What is kept and how long the disk will do, every minute and when it changes much."""

    used_bytes: int
    protected_bytes: int
    free_bytes: int
    clips: int
    days_left: float | None = None  # until retention must delete what it should still keep; None: not soon, not known
    trouble: Literal["disk_full", "read_only", "gone", "disk_error"] | None = None
    backlog: int = 0  # recordings that wait to be finished


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Seconds of a day without footage that should be there, or is not wanted, by cause."""

    cause: str
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much of a camera's day (until now) is accounted for; every minute."""

    camera_id: str
    day: str  # of the place's own time: 2026-11-22
    recorded_s: float
    watched_s: float  # seen, and nothing moved: nothing had to be recorded
    absent: tuple[Absence, ...] = ()
    unexplained_s: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Probed:
    """What a probe found: facts and a still, or the cause why not."""

    request_id: str
    cause: Cause | None = None
    main: StreamFacts | None = None
    sub: StreamFacts | None = None
    sub_cause: Cause | None = None  # the main stream works, the sub stream does not
    still_jpeg: str | None = None  # base64


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotMade:
    """What a camera shows, or why that cannot be said: no picture of it came lately, or what came is damaged."""

    request_id: str
    error: Literal["unknown_camera", "not_live", "failed"] | None = None
    jpeg: str | None = field(default=None, repr=False)  # base64
    taken_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedCopyMade:
    """A shared copy is on disk, or `error` says why it is not (`empty`: no picture lies in the part asked for)."""

    request_id: str
    error: Literal["source_missing", "unreadable", "empty", "disk_full", "cancelled", "failed"] | None = None
    codec: str | None = None
    masked: bool = False
    size_bytes: int = 0
    sha256: str = ""
    fps: float | None = None
    width: int = 0
    height: int = 0
    first_s: float | None = None  # of a part: its first picture, since the clip's first
    last_s: float | None = None  # and its last


type Report = (
    Hello
    | CameraStatus
    | MotionReport
    | ClipSaved
    | ClipLost
    | SceneReport
    | CameraFigures
    | Probed
    | SnapshotMade
    | SharedCopyMade
    | Advice
    | TuningLook
    | ReplayedClip
    | Done
    | Progress
    | Exported
    | ClipsDeleted
    | StorageFigures
    | Coverage
)

REPORTS: dict[str, type[Report]] = {
    "hello": Hello,
    "camera_status": CameraStatus,
    "motion": MotionReport,
    "clip_saved": ClipSaved,
    "clip_lost": ClipLost,
    "scene": SceneReport,
    "figures": CameraFigures,
    "probed": Probed,
    "snapshot_made": SnapshotMade,
    "shared_copy_made": SharedCopyMade,
    "advice": Advice,
    "tuning": TuningLook,
    "replayed_clip": ReplayedClip,
    "done": Done,
    "progress": Progress,
    "exported": Exported,
    "clips_deleted": ClipsDeleted,
    "storage": StorageFigures,
    "coverage": Coverage,
}
