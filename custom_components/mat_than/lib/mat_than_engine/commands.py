"""What Home Assistant asks of the engine; each is answered, or carried out, as its docstring says."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from .model import Box, Polygon
from .settings import CameraSettings, RetentionSettings, Transport, WatchSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Configure:
    """All cameras as they shall be from now on; what did not change goes on undisturbed."""

    storage: str  # folder for clips and stills, absolute
    cameras: tuple[CameraSettings, ...]
    retention: RetentionSettings = field(default_factory=RetentionSettings)
    time_zone: str = "UTC"  # of the place (IANA): hours of zones, days of the ledger
    cpu_budget: float = 0.25  # share of one core for looking, all cameras together; profile `auto` keeps to it
    signing_seed: str | None = field(default=None, repr=False)  # the home's Ed25519 key, hexadecimal: signs manifests


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """Open a camera once, look at it, and say what it is; answered by `Probed`."""

    request_id: str
    main_url: str
    sub_url: str | None = None
    transport: Transport = Transport.TCP


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeSharedCopy:
    """Make what may leave the home out of a clip; `Progress` while it is encoded, then `SharedCopyMade`.

    The copy is H.264 with the masks burnt in, without sound unless `audio`. A clip that already is all of that is
    copied byte for byte.

    With `playlist` a copy that is encoded can be watched while it is made: an HLS playlist is written there that grows
    by a piece of two seconds at a time, and beside it, ending in `.m4s`, one file with all pieces. Both stay.

    With `from_s` or `until_s` the copy holds that part and nothing beside it, encoded anew; `SharedCopyMade` says of
    when its first and its last picture are.
    """

    request_id: str
    source: str  # absolute path of the clip
    target: str  # absolute path to write
    masks: tuple[Polygon, ...] = ()
    audio: bool = False
    playlist: str | None = None  # absolute path ending in .m3u8
    from_s: float = 0.0  # since the clip's first picture
    until_s: float | None = None  # likewise; None is the clip's end


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
class OwnSensor:
    """The camera's own motion sensor changed; heeded as `WatchSettings.own_sensor` says."""

    camera_id: str
    on: bool
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Tune:
    """Show what the detector sees: a `TuningLook` at most twice a second, for that long; 0 ends it."""

    camera_id: str
    for_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """Look at stored clips as if these were the settings; a `ReplayedClip` for each, in order.

    Nothing is recorded or reported as a motion. A second replay for the same request stops the first.
    """

    request_id: str
    clips: tuple[str, ...]  # paths relative to the storage folder
    watch: WatchSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Record a camera now, whether anything moves or not; answered by `Done` when it has begun, then `ClipSaved`."""

    request_id: str
    camera_id: str
    for_s: float
    pre_roll_s: float | None = None  # None: the camera's own


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What a camera shows now, for people at home: without masks. Answered by `SnapshotMade`."""

    request_id: str
    camera_id: str
    width: int | None = None  # pixels at most, never enlarged; None: as wide as the camera sends it


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """Show a camera as it is, piece by piece, to whoever listens at `outlet`; answered by `Done` once it is over.

    The stream that is watched is shown, without sound: copied where it is H.264 and there are no masks, else encoded
    anew with the masks burnt in. `Cancel` ends it before its time. What a piece is: `live.piece`.
    """

    request_id: str
    camera_id: str
    for_s: float
    outlet: str  # path of a local socket
    masks: tuple[Polygon, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Protect:
    """Keep clips whatever retention says, until a moment or until `Unprotect`; answered by `Done`."""

    request_id: str
    clip_ids: tuple[str, ...]
    owner: str
    reason: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unprotect:
    """Leave clips to retention again; answered by `Done`."""

    request_id: str
    clip_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteClips:
    """Delete clips by the owner's will; protected ones are refused. Answered by `Done`, then `ClipsDeleted`."""

    request_id: str
    clip_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """Write clips with their manifests, the gap ledger and a cover sheet into one zip.

    All clips of the cameras that touch [since, until), or exactly `clip_ids`. `Progress` on the way, then `Exported`.
    """

    request_id: str
    target: str  # absolute path of the zip
    camera_ids: tuple[str, ...]
    since: datetime
    until: datetime
    clip_ids: tuple[str, ...] = ()
    title: str = ""  # of the cover sheet: a case number, a name
    place: str = ""  # who exports, for the cover sheet
    language: Literal["vi", "en"] = "vi"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancel:
    """Stop what goes on for a request (an export, a copy, a replay); what it wrote is removed."""

    request_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flush:
    """Write everything that is acknowledged to its final place, for a backup; answered by `Done`."""

    request_id: str


type Command = (
    Configure
    | Probe
    | MakeSharedCopy
    | MakeSharedStill
    | OwnSensor
    | Tune
    | Replay
    | Record
    | Snapshot
    | Live
    | Protect
    | Unprotect
    | DeleteClips
    | Export
    | Cancel
    | Flush
)

COMMANDS: dict[str, type[Command]] = {
    "configure": Configure,
    "probe": Probe,
    "make_shared_copy": MakeSharedCopy,
    "make_shared_still": MakeSharedStill,
    "own_sensor": OwnSensor,
    "tune": Tune,
    "replay": Replay,
    "record": Record,
    "snapshot": Snapshot,
    "live": Live,
    "protect": Protect,
    "unprotect": Unprotect,
    "delete_clips": DeleteClips,
    "export": Export,
    "cancel": Cancel,
    "flush": Flush,
}
