"""Which profile each camera gets that leaves it to us, so that looking at all of them keeps to its share of a core.

What a camera costs is estimated from its stream (`seeing/profile.py`) and then measured: each camera's own figures
take the place of the estimate for the profile it is on, and are remembered for a while after it left that profile.
Important cameras are served first, then in the owner's order. Measurements waver, so a profile is only slowed when
all together are clearly over the budget, and only quickened with room to spare and some time after its last change.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..model import StreamFacts
from ..reports import CameraFigures, CameraStatus
from ..seeing.profile import PACES, Profile, cost_share
from ..settings import CameraSettings

UNKNOWN_SUB = StreamFacts(codec="h264", width=640, height=360, fps=15.0)
UNKNOWN_MAIN = StreamFacts(codec="h264", width=1920, height=1080, fps=20.0)
SMOOTHING = 0.2  # of one measurement of ten seconds: a minute of motion counts, a moment does not
REMEMBERED_S = 3600.0  # what a profile cost; by then the light is another
OVER = 1.15  # of the budget, before a camera is slowed
ROOM = 0.85  # of the budget that a quicker profile must fit into
ROUNDING = 1e-9  # of sums of shares
CALM_S = 120.0  # after a camera's last change, before it is quickened


@dataclass(slots=True)
class _Cost:
    share: float
    at_s: float


@dataclass(slots=True)
class _Camera:
    settings: CameraSettings
    facts: StreamFacts
    profile: Profile | None = None
    changed_s: float = float("-inf")
    measured: dict[Profile, _Cost] = field(default_factory=dict)

    def cost(self, profile: Profile) -> float:
        known = self.measured.get(profile)
        return known.share if known else cost_share(self.facts, profile)


class Budget:
    """All cameras of the place that are watched."""

    def __init__(self) -> None:
        self._cameras: dict[str, _Camera] = {}
        self._share = 0.25
        self.anew = False  # cameras or streams changed: to be shared out without regard to what was

    def configure(self, cameras: Sequence[CameraSettings], share: float) -> None:
        """These are the cameras, in the owner's order, and this the share of a core."""
        watched = {camera.camera_id: camera for camera in cameras if camera.detect}
        kept = {}
        for camera_id, settings in watched.items():
            known = self._cameras.get(camera_id)
            if known is not None and known.settings == settings:
                kept[camera_id] = known
            else:
                kept[camera_id] = _Camera(settings, UNKNOWN_SUB if settings.sub_url else UNKNOWN_MAIN)
        self.anew |= list(kept.values()) != list(self._cameras.values()) or share != self._share
        self._cameras, self._share = kept, share

    def see_status(self, status: CameraStatus) -> None:
        """The camera's streams are known, or another one is watched."""
        camera = self._cameras.get(status.camera_id)
        facts = status.sub or status.main
        if camera is None or facts is None or _same_to_look_at(facts, camera.facts):
            return
        camera.facts = facts
        camera.measured.clear()
        self.anew = True

    def see_figures(self, figures: CameraFigures, now_s: float) -> None:
        """What the camera cost in the last ten seconds, on the profile it was on."""
        camera = self._cameras.get(figures.camera_id)
        if camera is None or figures.profile not in PACES or figures.profile != camera.profile:
            return
        if now_s - camera.changed_s < 20.0:
            return  # measured in part on the profile before
        before = camera.cost(camera.profile)
        share = before + SMOOTHING * (figures.cpu_share - before)
        camera.measured[camera.profile] = _Cost(share, now_s)

    def changes(self, now_s: float) -> dict[str, Profile]:
        """Which cameras change to which profile now."""
        for camera in self._cameras.values():
            camera.measured = {p: c for p, c in camera.measured.items() if now_s - c.at_s < REMEMBERED_S}
        cameras = sorted(self._cameras.values(), key=lambda camera: not camera.settings.important)
        wanted = self._share_out(cameras, self._share)
        if not self.anew:
            wanted = self._steadied(cameras, wanted, now_s)
        self.anew = False
        changed = {}
        for camera in cameras:
            profile = wanted[camera.settings.camera_id]
            if profile != camera.profile:
                camera.profile, camera.changed_s = profile, now_s
                if camera.settings.watch.profile == "auto":
                    changed[camera.settings.camera_id] = profile
        return changed

    def profile_of(self, camera_id: str) -> Profile | None:
        """What an automatic camera is on; None for one that is not, or not known."""
        camera = self._cameras.get(camera_id)
        return camera.profile if camera is not None and camera.settings.watch.profile == "auto" else None

    def _share_out(self, cameras: Sequence[_Camera], share: float) -> Mapping[str, Profile]:
        """The quickest profile for each in turn, so that all fit; what an owner chose himself is paid first."""
        chosen: dict[str, Profile] = {}
        left = share
        automatic = []
        for camera in cameras:
            fixed = camera.settings.watch.profile
            if fixed == "auto":
                automatic.append(camera)
                left -= camera.cost("economy")
            else:
                chosen[camera.settings.camera_id] = fixed
                left -= camera.cost(fixed)
        for camera in automatic:
            chosen[camera.settings.camera_id] = "economy"
            for profile in ("quick", "balanced"):
                extra = camera.cost(profile) - camera.cost("economy")
                if extra <= left + ROUNDING:
                    chosen[camera.settings.camera_id] = profile
                    left -= extra
                    break
        return chosen

    def _steadied(
        self, cameras: Sequence[_Camera], wanted: Mapping[str, Profile], now_s: float
    ) -> Mapping[str, Profile]:
        """The wanted profiles, where measurement alone is reason enough to change."""
        spent = sum(camera.cost(camera.profile) for camera in cameras if camera.profile)
        roomy = self._share_out(cameras, self._share * ROOM)
        steady = dict(wanted)
        for camera in cameras:
            camera_id, current = camera.settings.camera_id, camera.profile
            if current is None:
                continue
            slower = _speed(wanted[camera_id]) < _speed(current)
            if slower and spent > self._share * OVER:
                continue
            calm = now_s - camera.changed_s > CALM_S
            if not slower and calm and _speed(roomy[camera_id]) > _speed(current):
                steady[camera_id] = roomy[camera_id]
            else:
                steady[camera_id] = current
        return steady


def _speed(profile: Profile) -> int:
    return ("economy", "balanced", "quick").index(profile)


def _same_to_look_at(one: StreamFacts, other: StreamFacts) -> bool:
    """Frame rates waver while they are measured; that is no other stream."""
    fps = (one.fps or 15.0, other.fps or 15.0)
    return (one.codec, one.width, one.height) == (other.codec, other.width, other.height) and (
        max(fps) <= 1.3 * min(fps)
    )
