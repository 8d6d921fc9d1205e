"""What one camera's watched stream shows: packets in, sightings out.

Holds the packets since the last key frame and asks the `schedule` which are worth decoding; then what was held is
caught up (`decoder`), looked at (`motion`, with `scene` and `zones`) and made start and end of a motion (`trigger`).
"""

from collections import deque
from collections.abc import Callable
from datetime import time

import av
from av.video.frame import VideoFrame

from ..model import Look, Packet, SceneState
from ..settings import WatchSettings
from .decoder import Decoder, Shrinker
from .image_ops import ImageOps, backend as best_backend
from .motion import MotionDetector, Seen
from .profile import Profile
from .schedule import Schedule
from .still import jpeg
from .trigger import STARTS_AT, Sighting, Trigger
from .tuning import Shown

CATCH_UP_S = 0.5  # looked at of what was held back when a burst begins: enough to tell what moves
HELD_PACKETS = 600  # a group of pictures longer than this (20 s at 30 fps) is not caught up
HELD_BYTES = 8_000_000


class Watch:
    """The detector of one camera."""

    def __init__(
        self,
        settings: WatchSettings,
        codec: av.VideoCodecContext,
        *,
        backend: ImageOps | None = None,
        local_time: Callable[[float], time] | None = None,
    ) -> None:
        # Who is alone has the whole budget to himself; of many cameras each is told its profile.
        self._schedule = Schedule("quick" if settings.profile == "auto" else settings.profile)
        self.looks = 0
        self.last_look: Look | None = None
        self.observer: Callable[[Shown], None] | None = None  # who is shown every look, while somebody is
        self.motion = MotionDetector(settings, backend or best_backend(), local_time)
        self._decoder, self._shrinker = Decoder(codec), Shrinker()
        self._trigger = Trigger(settings)
        self._held: deque[Packet] = deque()  # since the last key frame, what the decoder has not had
        self._held_bytes = 0
        self._in_step = False  # the decoder has had everything before what is held
        self._last_look_s = float("-inf")
        self._time_s = 0.0
        self._clarity = 0.0
        self._best: VideoFrame | None = None

    @property
    def profile(self) -> Profile:
        """How much is looked at; may be changed at any time."""
        return self._schedule.profile

    @profile.setter
    def profile(self, profile: Profile) -> None:
        self._schedule.profile = profile

    @property
    def scene(self) -> SceneState:
        """What the picture as a whole is doing."""
        return self.motion.scene.state

    @property
    def corrupt(self) -> int:
        """Packets and pictures that were damaged."""
        return self._decoder.corrupt

    def feed(self, packet: Packet) -> list[Sighting]:
        """Take the next packet of the stream; damaged ones are skipped and counted."""
        self._time_s = packet.time_s
        self._hold(packet)
        wanted = self._schedule.worth_decoding(packet, on=self._trigger.on)
        if not wanted or not self._held or not (self._in_step or self._held[0].key):
            return []
        sightings: list[Sighting] = []
        caught_up_from_s = packet.time_s - CATCH_UP_S
        while self._held:
            held = self._held.popleft()
            if not self._in_step:
                self._decoder.begin_anew(frugal=self.profile != "quick")
            pictures = self._decoder.decode(held)
            self._in_step = True
            if held is packet and held.key and not pictures and self.profile != "quick":
                pictures = self._key_held_back(held)
            for time_s, picture in pictures:
                if held is packet or time_s >= caught_up_from_s:
                    sightings += self._maybe_look(time_s, picture, key=held.key)
            if not self._in_step:
                break
        self._held_bytes = 0
        return sightings

    def rest(self, time_s: float) -> list[Sighting]:
        """No packet came until now: a motion ends all the same."""
        self._time_s = max(self._time_s, time_s)
        return self._trigger.rest(time_s)

    def close(self) -> list[Sighting]:
        """The stream ended, or detection was switched off: ends an open motion."""
        return self._trigger.close(self._time_s)

    def still_jpeg(self) -> bytes | None:
        """The clearest picture of the motion going on, or of the last one."""
        return jpeg(self._best) if self._best is not None else None

    def _key_held_back(self, key: Packet) -> list[tuple[float, VideoFrame]]:
        """Press a key frame out of a decoder that waits for more to reorder; it stays held, to be decoded again."""
        pictures = self._decoder.drain(key.time_s)
        self._held.append(key)
        self._in_step = False
        return pictures

    def _hold(self, packet: Packet) -> None:
        """Keep the packet until it is decoded or the next key frame makes it useless."""
        if packet.key and (self._held or not self._in_step):
            self._held.clear()
            self._held_bytes, self._in_step = 0, False
        self._held.append(packet)
        self._held_bytes += packet.size
        if len(self._held) > HELD_PACKETS or self._held_bytes > HELD_BYTES:
            self._held.clear()
            self._held_bytes, self._in_step = 0, False

    def _maybe_look(self, time_s: float, picture: VideoFrame, *, key: bool) -> list[Sighting]:
        if not self._schedule.worth_a_look(time_s, key=key, on=self._trigger.on):
            return []
        return self._look(time_s, picture, key=key)

    def _look(self, time_s: float, picture: VideoFrame, *, key: bool) -> list[Sighting]:
        gap_s = time_s - self._last_look_s
        self.looks += 1
        self._last_look_s = time_s
        frame = self._shrinker.shrink(time_s, picture)
        seen = self.motion.look(frame, keep_foreground=self.observer is not None)
        self.last_look = seen.look
        self._keep_best(seen, picture)
        was_on = self._trigger.on
        sightings = self._trigger.add(
            seen.look,
            first_seen_s=seen.first_seen_s,
            zones=seen.zones,
            night=bool(self.motion.scene.infrared) or self.scene is SceneState.DARK,
            patience_s=self._schedule.longest_wait_s(gap_s),
        )
        if self.observer is not None:
            self.observer(Shown(frame, seen, self.motion.foreground))
        self._schedule.note_look(
            time_s, key=key, suspicion=seen.suspicion, settling=seen.settling, on=self._trigger.on, was_on=was_on
        )
        if self._trigger.ended_as_stuck:
            self._trigger.ended_as_stuck = False
            self.motion.accept()
        return sightings

    def _keep_best(self, seen: Seen, picture: VideoFrame) -> None:
        if seen.look.score < STARTS_AT:
            return
        if not self._trigger.on:
            self._clarity = 0.0
        if seen.clarity > self._clarity:
            self._best, self._clarity = picture, seen.clarity
