"""The pipe between Home Assistant and the engine: one frame is a length (4 bytes, big endian) and that much JSON.

The host writes commands to the engine's standard input and reads reports from its standard output. A frame is
`{"type": NAME, …fields}`; the dataclasses below are the whole vocabulary. The engine ends when its input closes.
A frame longer than `LARGEST_FRAME` or one that cannot be read ends the engine: the host starts a new one.
"""

from dataclasses import dataclass, fields
from datetime import datetime
import json
import struct
from typing import Literal

from .model import Box, CameraSettings, CameraState, Cause, Clip, Motion, Polygon, SceneState, StreamFacts, Transport
from .wire import WireError, read, to_json

PIPE_VERSION = 1
LARGEST_FRAME = 4 * 1024 * 1024  # a probe's still in base64 is the largest thing that crosses


@dataclass(frozen=True, slots=True, kw_only=True)
class Configure:
    """All cameras as they shall be from now on; what did not change goes on undisturbed."""

    storage: str  # folder for clips and stills, absolute
    cameras: tuple[CameraSettings, ...]
    retention_days: float = 14.0  # clips older than this are deleted
    retention_gb: float = 50.0  # and the oldest, when all clips together are larger than this


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """Open a camera once, look at it, and say what it is; answered by `Probed`."""

    request_id: str
    main_url: str
    sub_url: str | None = None
    transport: Transport = Transport.TCP


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeSharedCopy:
    """Make what may leave the home out of a clip; answered by `SharedCopyMade`.

    The copy is H.264 with the masks burnt in, without sound unless `audio`. A clip that already is all of that is
    copied byte for byte.
    """

    request_id: str
    source: str  # absolute path of the clip
    target: str  # absolute path to write
    masks: tuple[Polygon, ...] = ()
    audio: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeSharedStill:
    """The same for a still: masks burnt in, at most `longest_edge` pixels; answered by `SharedCopyMade`."""

    request_id: str
    source: str
    target: str
    masks: tuple[Polygon, ...] = ()
    boxes: tuple[Box, ...] = ()
    longest_edge: int = 1280


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
    reason: Literal["disk_full", "disk_error", "no_key_frame", "camera_gone"]


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
class SharedCopyMade:
    """A shared copy is on disk, or `error` says why it is not."""

    request_id: str
    error: Literal["source_missing", "unreadable", "disk_full", "failed"] | None = None
    codec: str | None = None
    masked: bool = False
    size_bytes: int = 0
    sha256: str = ""
    fps: float | None = None
    width: int = 0
    height: int = 0


type Command = Configure | Probe | MakeSharedCopy | MakeSharedStill
type Report = (
    Hello | CameraStatus | MotionReport | ClipSaved | ClipLost | SceneReport | CameraFigures | Probed | SharedCopyMade
)

COMMANDS: dict[str, type[Command]] = {
    "configure": Configure,
    "probe": Probe,
    "make_shared_copy": MakeSharedCopy,
    "make_shared_still": MakeSharedStill,
}
REPORTS: dict[str, type[Report]] = {
    "hello": Hello,
    "camera_status": CameraStatus,
    "motion": MotionReport,
    "clip_saved": ClipSaved,
    "clip_lost": ClipLost,
    "scene": SceneReport,
    "figures": CameraFigures,
    "probed": Probed,
    "shared_copy_made": SharedCopyMade,
}
_NAMES: dict[type, str] = {cls: name for names in (COMMANDS, REPORTS) for name, cls in names.items()}

HEADER = struct.Struct(">I")


def encode(message: Command | Report) -> bytes:
    """The frame of a message. ValueError when it is larger than the pipe carries."""
    frame = {"type": _NAMES[type(message)]} | {f.name: to_json(getattr(message, f.name)) for f in fields(message)}
    data = json.dumps(frame, ensure_ascii=False, allow_nan=False).encode()
    if len(data) > LARGEST_FRAME:
        raise ValueError("message too large for the pipe")
    return HEADER.pack(len(data)) + data


def frame_length(header: bytes) -> int:
    """How many bytes follow a header. WireError when that is more than the pipe carries."""
    length: int = HEADER.unpack(header)[0]
    if length > LARGEST_FRAME:
        raise WireError("", "frame too long")
    return length


def decode_command(data: bytes) -> Command:
    """The command in a frame's JSON. WireError when it is none."""
    name, body = _open(data)
    if name not in COMMANDS:
        raise WireError("/type", "is not a command")
    return read(COMMANDS[name], body)


def decode_report(data: bytes) -> Report:
    """The report in a frame's JSON. WireError when it is none."""
    name, body = _open(data)
    if name not in REPORTS:
        raise WireError("/type", "is not a report")
    return read(REPORTS[name], body)


def _open(data: bytes) -> tuple[str, dict[str, object]]:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as err:
        raise WireError("", "is not JSON") from err
    if not isinstance(value, dict) or not isinstance(value.get("type"), str):
        raise WireError("/type", "is missing")
    return value.pop("type"), value
