"""What the parts of the engine hand one another: packets and pictures along, motion and clips out.

Frozen dataclasses without behaviour. Times called `…_at` are UTC wall clock; times called `time_s` are seconds of
the stream's own clock since it was opened, which never steps back. Boxes and polygons are in 0..1 of the picture,
origin at the top left, so that they mean the same on the main and on the sub stream.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import av
    import numpy as np
    from numpy.typing import NDArray

type Box = tuple[float, float, float, float]
"""x, y, width, height in 0..1."""
type Polygon = tuple[tuple[float, float], ...]
"""At least three corners (x, y) in 0..1."""


class Cause(StrEnum):
    """Why a camera is not live, told apart because each asks something else of the owner."""

    CREDENTIALS = "credentials"  # the camera refused the user name or password
    HOST = "host"  # no answer from that address and port
    PATH = "path"  # the camera answers, but knows no such stream
    NOT_A_STREAM = "not_a_stream"  # something answers there that is no camera
    CODEC = "codec"  # video that is neither H.264, H.265 nor MJPEG
    TOO_LARGE = "too_large"  # pictures of more pixels than any camera's should have
    NO_DATA = "no_data"  # connected, but no picture comes
    ENDED = "ended"  # the camera closed the stream
    CRASHED = "crashed"  # what it sends made the decoder crash again and again; it is kept away for a while


class CameraState(StrEnum):
    """Where the supervisor of a camera stands."""

    OFF = "off"
    CONNECTING = "connecting"
    LIVE = "live"
    RETRYING = "retrying"


class SceneState(StrEnum):
    """What the picture as a whole is doing; explains why there is no motion."""

    LEARNING = "learning"
    DAY = "day"
    INFRARED = "infrared"
    SWITCHING = "switching"  # the infrared filter moves
    LIGHT_STEP = "light_step"  # a lamp, a flash, a cloud
    DARK = "dark"
    CLOUD = "cloud"  # the light drifts faster than the day
    FLASH = "flash"  # a moment of light: lightning, a camera's flash
    RECONNECTING = "reconnecting"  # grey or smeared pictures after a loss
    SETTLING = "settling"  # exposure and white balance find their place
    MOVED = "moved"  # the camera shows another place now
    COVERED = "covered"  # a hand, a bag, paint: nothing is to be seen
    DEFOCUSED = "defocused"
    BLINDED = "blinded"  # a lamp or the sun shines into the lens
    FROZEN = "frozen"  # pictures come, but always the same


TAMPERED = frozenset(
    {SceneState.MOVED, SceneState.COVERED, SceneState.DEFOCUSED, SceneState.BLINDED, SceneState.FROZEN}
)
"""The states in which a camera does not do its work and somebody should look at it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamFacts:
    """What was found out about a stream."""

    codec: str  # "h264", "hevc", "mjpeg"
    width: int
    height: int
    fps: float | None = None
    key_frame_interval_s: float | None = None
    audio: str | None = None
    bit_rate_kbps: int | None = None


@dataclass(frozen=True, slots=True)
class Packet:
    """One compressed picture of one stream, as the camera sent it."""

    time_s: float  # on the stream's clock, never stepping back
    key: bool
    size: int  # bytes
    raw: av.Packet[av.VideoStream] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Sound:
    """One packet of sound that came with the pictures."""

    time_s: float  # on the pictures' clock
    size: int  # bytes
    raw: av.Packet[av.AudioStream] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Frame:
    """One decoded picture, as small as the detector wants it."""

    time_s: float
    luma: NDArray[np.uint8]  # (height, width), about 320x180, true to the camera's aspect
    chroma: float  # how far apart the picture's colours lie, 0..256; at most 1 under infrared light


@dataclass(frozen=True, slots=True)
class Look:
    """What the detector says of one picture."""

    time_s: float
    score: float  # 0..1; motion from 0.5 upward
    boxes: tuple[Box, ...]
    scene: SceneState
    reason: str  # one word of docs/glossary.md: why this is motion, or why it is not


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """A motion as it starts, goes on and ends; one `event_id` (UUIDv7) from the first to the last."""

    event_id: str
    camera_id: str
    phase: Literal["start", "update", "end"]
    started_at: datetime
    last_seen_at: datetime
    ended_at: datetime | None = None
    score: float = 0.0
    boxes: tuple[Box, ...] = ()
    zones: tuple[str, ...] = ()
    night: bool = False
    reason: str = ""
    still: str | None = None  # path of a JPEG below the storage folder
    still_at: datetime | None = None  # when it was last written; the clearest picture so far takes its place
    still_settled: bool = False  # no longer the first glimpse: whoever moves has had time to come into the picture
    scores: tuple[float, ...] = ()  # the highest of each second since `started_at`, told with the end


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """A finished recording: a row of the index, and a file below the storage folder."""

    clip_id: str
    camera_id: str
    event_ids: tuple[str, ...]
    path: str  # relative to the storage folder
    still: str | None = None
    started_at: datetime
    ended_at: datetime
    duration_s: float  # media duration; the wall-clock times may differ from it by the clock's steps
    pre_roll_s: float  # what was really kept before the motion
    size_bytes: int
    sha256: str
    codec: str
    width: int
    height: int
    fps: float | None = None
    audio: str | None = None
    kind: Literal["motion", "continuous", "asked"] = "motion"  # why it was recorded
