"""What entities show: the last known state of one camera, and of the place, replaced whole whenever it changes."""

from dataclasses import dataclass
from datetime import datetime

from .camera_setup import CameraSetup
from .lib.mat_than_engine.model import TAMPERED, CameraState, Cause, Motion, SceneState, StreamFacts
from .lib.mat_than_engine.reports import CameraFigures, Coverage, Finding, StorageFigures


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraView:
    """One camera as it is known to be now. Times are UTC."""

    setup: CameraSetup
    since: datetime  # of `live` being what it is
    state: CameraState = CameraState.CONNECTING
    cause: Cause | None = None
    source_missing: bool = False  # the camera's own integration tells no address
    main: StreamFacts | None = None
    sub: StreamFacts | None = None
    scene: SceneState | None = None
    night: bool | None = None  # infrared, or too dark for colour; states that come and go do not change it
    motion: Motion | None = None  # the one that goes on now
    last_motion_at: datetime | None = None
    still: str | None = None  # newest picture of a motion, relative to the storage folder
    still_at: datetime | None = None
    last_clip_at: datetime | None = None
    clips_today: int = 0
    clips_lost: int = 0
    figures: CameraFigures | None = None
    findings: tuple[Finding, ...] = ()
    coverage: Coverage | None = None

    @property
    def live(self) -> bool:
        """Whether pictures come from the camera."""
        return self.state is CameraState.LIVE

    @property
    def trouble(self) -> str | None:
        """Why the camera is not live, as a translation key; None while it is, or is just being connected."""
        if self.source_missing:
            return "source_missing"
        return None if self.live or self.cause is None else self.cause.value

    @property
    def tampering(self) -> SceneState | None:
        """What was done to the camera, None while it sees what it should."""
        return self.scene if self.scene in TAMPERED else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """The place as it is known to be now."""

    storage: StorageFigures | None = None
    fingerprint: str | None = None  # of the key that signs the manifests of clips


def night_after(scene: SceneState, before: bool | None) -> bool | None:
    """Whether it is night now: only day, infrared and darkness say so, all others leave it as it was."""
    if scene in {SceneState.INFRARED, SceneState.DARK}:
        return True
    return False if scene is SceneState.DAY else before
