"""What one camera's watched stream shows: packets in, sightings out.

Decides which packets are decoded and which pictures are looked at, by profile; everything else is asked of the parts:
`gate` (packets), `decoder`, `motion` (with `scene` and `zones`), `trigger`, `still`.
"""

import av
from av.video.frame import VideoFrame

from ..model import Packet, SceneState, StreamFacts, WatchSettings
from .decoder import Decoder, Shrinker
from .image_ops import ImageOps, backend as best_backend
from .motion import MotionDetector, Seen
from .still import jpeg
from .trigger import STARTS_AT, Sighting, Trigger

LOOK_EVERY_S = 0.19  # while nothing is suspected: every third picture of 15 a second
CONFIRM_EVERY_S = 0.12  # while something is: every second one
CLOCK_SLACK_S = 0.01  # cameras' timestamps jitter by some milliseconds


class Watch:
    """The detector of one camera."""

    def __init__(
        self,
        settings: WatchSettings,
        codec: av.VideoCodecContext,
        facts: StreamFacts,
        *,
        backend: ImageOps | None = None,
    ) -> None:
        self._settings, self._facts = settings, facts
        self._decoder, self._shrinker = Decoder(codec), Shrinker()
        self._detector = MotionDetector(settings, backend or best_backend())
        self._trigger = Trigger(settings)
        self.profile: str = "quick" if settings.profile == "auto" else settings.profile
        self.looks = 0
        self._last_look_s = float("-inf")
        self._time_s = 0.0
        self._suspicious = False
        self._clarity = 0.0
        self._best: VideoFrame | None = None

    @property
    def scene(self) -> SceneState:
        """What the picture as a whole is doing."""
        return self._detector.scene.state

    @property
    def corrupt(self) -> int:
        """Packets and pictures that were damaged."""
        return self._decoder.corrupt

    def feed(self, packet: Packet) -> list[Sighting]:
        """Take the next packet of the stream; damaged ones are skipped and counted."""
        self._time_s = packet.time_s
        sightings: list[Sighting] = []
        for time_s, picture in self._decoder.decode(packet):
            every_s = CONFIRM_EVERY_S if self._suspicious else LOOK_EVERY_S
            if time_s - self._last_look_s >= every_s - CLOCK_SLACK_S:
                sightings += self._look(time_s, picture)
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

    def _look(self, time_s: float, picture: VideoFrame) -> list[Sighting]:
        self.looks += 1
        self._last_look_s = time_s
        seen = self._detector.look(self._shrinker.shrink(time_s, picture))
        self._suspicious = seen.suspicious
        self._keep_best(seen, picture)
        sightings = self._trigger.add(
            seen.look,
            first_seen_s=seen.first_seen_s,
            zones=seen.zones,
            night=bool(self._detector.scene.infrared) or self.scene is SceneState.DARK,
        )
        if self._trigger.ended_as_stuck:
            self._trigger.ended_as_stuck = False
            self._detector.accept()
        return sightings

    def _keep_best(self, seen: Seen, picture: VideoFrame) -> None:
        if seen.look.score < STARTS_AT:
            return
        if not self._trigger.on:
            self._clarity = 0.0
        if seen.clarity > self._clarity:
            self._best, self._clarity = picture, seen.clarity
