"""Small luma pictures in, looks out: what differs from the scene, and whether it moves like somebody.

Owns the background, the scene's state and the movers of one camera. No clock, no decoding: `watch` decides which
pictures come, and may leave out as many as it likes.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import time

import numpy as np

from ..model import Box, Frame, Look, SceneState
from ..settings import WatchSettings
from .background import Background, Mask, Picture, blurred
from .canvas import Canvas
from .habits import Habits
from .heading import heading_of
from .image_ops import ImageOps, Sums
from .movers import Dismissed, Mover, Movers
from .patches import Patch, joined
from .scene import Scene, Verdict
from .workspace import Difference, Workspace, workspace
from .zones import ActiveZones, Placing, Zones

FLOOR = 8.0  # grey levels after the blur: above the coder's blocks, below a dark coat on wet asphalt
SMALLEST_PX = 12  # of 57,600: a person of 3 % of the picture's height
GAIN_ABSORBED = 0.02  # a change of brightness smaller than this is left to the learning
RECENT_S = 0.45  # what did not change for this long stands still
MOST_PATCHES = 14  # more are rain; the largest tell as much
ALIVE = 0.08  # share of a patch that must have changed to be alive: a slow walker's edges do
MAY_TURN = 0.1  # faint suspicion: whoever goes a way that does not count may turn round between two key frames
LEARN_EVERY_S = 0.45  # the scene changes slowly: learning at every look would only cost


@dataclass(frozen=True, slots=True)
class Seen:
    """A look, and what `watch` needs beside it."""

    look: Look
    suspicion: float  # the weight of what is alive and not yet believed, 0..1
    first_seen_s: float
    zones: tuple[str, ...]
    clarity: float  # how good a still of the motion this would be
    settling: bool = False  # the scene is being learnt: the next pictures are needed


class MotionDetector:
    """Finds movers in the pictures of one camera."""

    def __init__(
        self, settings: WatchSettings, ops: ImageOps, local_time: Callable[[float], time] | None = None
    ) -> None:
        self._settings, self._ops = settings, ops
        self._local_time = local_time  # the place's own time at a second of the stream; asked by zones with hours
        # 50 is the measured middle; each 25 points are a factor of about 1.4 in contrast and of 2 in size.
        self._floor = FLOOR * 2 ** ((50 - settings.sensitivity) / 50)
        self._smallest = max(4, round(SMALLEST_PX * 2 ** ((50 - settings.sensitivity) / 25)))
        self.scene = Scene()
        self.foreground: Mask | None = None  # of the last look that was to keep it: what differed from the scene
        self._shape: tuple[int, int] | None = None
        self._background: Background
        self._zones: Zones
        self._movers: Movers
        self._habits: Habits
        self._recent: tuple[float, Sums]
        self._newer: tuple[float, Sums]
        self._learnt_s = 0.0

    def look(self, frame: Frame, *, keep_foreground: bool = False) -> Seen:
        """Judge one picture. Pictures come in order of time."""
        sums = self._ops.sum3(frame.luma)
        with workspace(sums.shape) as room:
            picture = blurred(sums, room.picture)
            if self._shape != sums.shape:
                self._begin(frame.time_s, picture, sums)
            gain, difference = self._compensated(picture, room)
            if keep_foreground:
                self.foreground = difference.mask.copy()
            seen = self._judge(frame, room, gain, difference)
        self._remember(frame.time_s, sums)
        return seen

    def _judge(self, frame: Frame, room: Workspace, gain: float, difference: Difference) -> Seen:
        picture = room.picture
        verdict = self.scene.judge(frame, picture, self._background.mean, gain=gain, mask=difference.mask)
        if verdict.quiet:
            return self._silence(frame.time_s, picture, verdict, room)
        if abs(gain - 1) > GAIN_ABSORBED:
            self._background.brighten(gain)
        return self._search(frame.time_s, picture, difference, verdict)

    def dismissed(self) -> list[Dismissed]:
        """What stirred and was not believed since the last call; of many only the latest."""
        if self._shape is None:
            return []
        dismissed = list(self._movers.dismissed)
        self._movers.dismissed.clear()
        return dismissed

    @property
    def noise(self) -> float:
        """Grey levels by which a pixel of the empty scene usually strays; 0 before the first look."""
        return self._background.noise if self._shape is not None else 0.0

    def begin_anew(self) -> None:
        """What comes next is not what followed: keep the scene, forget who moved in it."""
        if self._shape is not None:
            self._movers.clear()
            self._movers.dismissed.clear()

    def accept(self) -> None:
        """Take what is seen for the scene: it has been going on for too long to be news."""
        self._background.rebase(blurred(self._newer[1]))
        self._movers.clear()

    def _begin(self, time_s: float, picture: Picture, sums: Sums) -> None:
        height, width = picture.shape
        self._shape = (height, width)
        self._background = Background(picture, self._floor)
        self._zones = Zones(self._settings.zones, width, height)
        self._recent = self._newer = (time_s, sums)
        self._learnt_s = time_s
        self._movers = Movers(self._settings.minimum_s, height)
        self._habits = Habits(width, height)

    def _compensated(self, picture: Picture, room: Workspace) -> tuple[float, Difference]:
        """The gain, and the difference under it; a gain that explains less than none is a large mover's doing."""
        gain, compare = self.scene.gain(picture, self._background.mean), self._background.compare
        plain = compare(picture, 1.0, room.plain)
        if abs(gain - 1) <= GAIN_ABSORBED:
            return 1.0, plain
        compensated = compare(picture, gain, room.lit)
        return (1.0, plain) if plain.pixels <= compensated.pixels else (gain, compensated)

    def _silence(self, time_s: float, picture: Picture, verdict: Verdict, room: Workspace) -> Seen:
        self._movers.clear()
        if verdict.hidden:
            return _nothing(time_s, verdict.state, verdict.state.value)
        if verdict.forget:
            self._background.forget(picture)
        elif verdict.rebase:
            self._background.rebase(picture)
            if verdict.relearn:
                self._background.relearn()
        else:
            difference = self._background.compare(picture, 1.0, room.plain)
            self._background.learn(difference, max(0.0, time_s - self._learnt_s))
        self._learnt_s = time_s
        nothing = _nothing(time_s, verdict.state, verdict.state.value)
        return replace(nothing, settling=verdict.state is not SceneState.DARK)

    def _search(self, time_s: float, picture: Picture, difference: Difference, verdict: Verdict) -> Seen:
        mask = difference.mask
        zones = self._active_zones(time_s)
        if zones.excluded is not None:
            mask = mask & ~zones.excluded
        canvas = Canvas(picture, self._recent[1], self._background, difference, mask)
        patches: list[Patch] = []
        if np.count_nonzero(mask) >= self._smallest:
            closed = self._ops.close3(mask)
            found = joined(self._ops.blobs(closed, max(3, self._smallest // 3)))
            patches = [canvas.stirring(p) for p in found if p.area >= self._smallest][:MOST_PATCHES]
        alive = [patch for patch in patches if patch.alive >= ALIVE]
        self._habits.fade(time_s)
        movers = self._movers.follow(
            time_s,
            alive,
            self._habits,
            infrared=bool(self.scene.infrared),
            caution=self.scene.caution(time_s),
            closer=canvas.closer,
        )
        if not verdict.strange and time_s - self._learnt_s >= LEARN_EVERY_S:
            self._learn(time_s, difference, mask if patches else None, movers)
        return self._conclusion(
            time_s, verdict, [(mover, self._place(mover, zones)) for mover in movers], bool(patches)
        )

    def _learn(self, time_s: float, difference: Difference, mask: Mask | None, movers: list[Mover]) -> None:
        held: list[tuple[slice, slice]] = []
        settled = None
        if mask is not None:
            for mover in self._movers.all:
                if mover.believed or (not mover.cried and self._habits.at(mover.patch.box) < 1):
                    p = mover.patch
                    held.append(np.s_[max(0, p.y0 - 2) : p.y1 + 2, max(0, p.x0 - 2) : p.x1 + 2])
            settled = mask.copy()
            for part in (*held, *(np.s_[m.patch.y0 : m.patch.y1, m.patch.x0 : m.patch.x1] for m in movers)):
                settled[part] = False
        self._background.learn(difference, time_s - self._learnt_s, held=held, settled=settled)
        self._learnt_s = time_s

    def _active_zones(self, time_s: float) -> ActiveZones:
        local = self._local_time(time_s) if self._local_time is not None and self._zones.ask_hours else None
        return self._zones.at(night=bool(self.scene.infrared), local=local)

    def _place(self, mover: Mover, zones: ActiveZones) -> Placing:
        """Whether a mover counts where it is, which way it goes and as large as it is."""
        if self._zones.ask_heading:
            assert self._shape is not None  # noqa: S101  a mover comes from a picture
            way = heading_of([(at, patch.box) for at, patch in mover.seen], self._shape[1], self._shape[0])
            mover.heading = way or mover.heading
        return zones.place(self.share_of(mover.patch.box), mover.heading, sure=mover.believed)

    def _conclusion(self, time_s: float, verdict: Verdict, movers: list[tuple[Mover, Placing]], anything: bool) -> Seen:
        counted = [(mover, placing.names) for mover, placing in movers if placing.counts]
        believed = [(mover, zones) for mover, zones in counted if mover.believed]
        if not believed:
            refused = next((placing.refused for mover, placing in movers if mover.believed), "outside")
            reason = counted[0][0].nuisance if counted else refused if movers else "still" if anything else "quiet"
            score = 0.4 if counted else 0.0
            boxes = tuple(self.share_of(mover.patch.box) for mover, _ in counted)
            look = Look(time_s, score, boxes, verdict.state, reason)
            suspicion = max((mover.weight for mover, _ in counted), default=0.0)
            if refused == "other_way":
                suspicion = max(suspicion, MAY_TURN)
            return Seen(look, suspicion, time_s, (), 0.0)
        contrast = max(mover.patch.contrast for mover, _ in believed)
        score = min(1.0, 0.5 + 0.1 * contrast)
        boxes = tuple(self.share_of(mover.patch.box) for mover, _ in believed)
        names = tuple(dict.fromkeys(name for _, zones in believed for name in zones))
        clarity = sum(mover.patch.area for mover, _ in believed) * contrast
        first_s = min(mover.first_s for mover, _ in believed)
        return Seen(Look(time_s, score, boxes, verdict.state, "moving"), 0.0, first_s, names, clarity)

    def share_of(self, box: tuple[int, int, int, int]) -> Box:
        """A box of the looked-at picture (x0, y0, x1, y1 in pixels) in shares of it."""
        assert self._shape is not None  # noqa: S101  a box comes from a picture
        height, width = self._shape
        x0, y0, x1, y1 = box
        return x0 / width, y0 / height, (x1 - x0) / width, (y1 - y0) / height

    def _remember(self, time_s: float, sums: Sums) -> None:
        if time_s - self._newer[0] >= RECENT_S:
            self._recent, self._newer = self._newer, (time_s, sums)


def _nothing(time_s: float, state: SceneState, reason: str) -> Seen:
    return Seen(Look(time_s, 0.0, (), state, reason), 0.0, time_s, (), 0.0)
