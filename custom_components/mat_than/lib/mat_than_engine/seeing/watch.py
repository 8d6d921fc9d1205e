"""What one camera's watched stream shows: packets in, sightings out.

Decides which packets are decoded and which pictures are looked at, by profile; everything else is asked of the parts:
`gate` (packets), `decoder`, `motion` (with `scene` and `zones`), `trigger`, `still`. Between key frames nothing is
decoded in the frugal profiles until something is suspected; then the packets held since the key frame are caught up.
"""

from collections import deque

import av
from av.video.frame import VideoFrame

from ..model import Packet, SceneState, StreamFacts
from ..settings import WatchSettings
from .decoder import Decoder, Shrinker
from .gate import Gate, Opening
from .image_ops import ImageOps, backend as best_backend
from .motion import MotionDetector, Seen
from .profile import PACES, Profile, allot
from .still import jpeg
from .trigger import STARTS_AT, Sighting, Trigger

LOOK_EVERY_S = 0.19  # while nothing is suspected: every third picture of 15 a second
CONFIRM_EVERY_S = 0.12  # while something is: every second one
ON_EVERY_S = 0.3  # while a motion is going on, only its end is waited for
CLOCK_SLACK_S = 0.01  # cameras' timestamps jitter by some milliseconds
BURST_S = 1.8  # what is not believed after this long of looking closely was nothing
GIVES_UP_S = 0.5  # of a burst in which nothing stirs at all
PEEK_EVERY_S = 0.9  # key frames nearer to each other than this are not looked at for the gate's sake
CATCH_UP_S = 0.5  # looked at of what was held back when the gate opens: enough to tell what moves
LONGEST_GAP_S = 8.0  # cameras with rarer key frames are looked at between them at least this often
HELD_PACKETS = 600  # a group of pictures longer than this (20 s at 30 fps) is not caught up
HELD_BYTES = 8_000_000
BURST_SHARE = 0.06  # of all time the gate may spend in bursts
CLEAR_SUSPICION = 0.3
FIRST_BURSTS_S = 8.0  # the allowance a camera starts with


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
        self.profile: Profile = allot([facts])[0] if settings.profile == "auto" else settings.profile
        self.looks = 0
        self.motion = MotionDetector(settings, backend or best_backend())
        self._decoder, self._shrinker, self._gate = Decoder(codec), Shrinker(), Gate()
        self._trigger = Trigger(settings)
        self._held: deque[Packet] = deque()  # since the last key frame, what the decoder has not had
        self._held_bytes = 0
        self._in_step = False  # the decoder has had everything before what is held
        self._last_look_s = self._last_key_s = float("-inf")
        self._time_s = 0.0
        self._burst_until_s = 0.0
        self._stirred_s = 0.0  # when a burst began, or something last stirred in it
        self._gate_burst = self._peek = False  # what the gate has asked for
        self._allowance_s = FIRST_BURSTS_S
        self._suspicious = False
        self._clarity = 0.0
        self._best: VideoFrame | None = None

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
        self._allowance_s = min(
            FIRST_BURSTS_S, self._allowance_s + max(0.0, packet.time_s - self._time_s) * BURST_SHARE
        )
        self._time_s = packet.time_s
        self._hold(packet)
        if not self._worth_it(packet):
            return []
        sightings: list[Sighting] = []
        caught_up_from_s = packet.time_s - CATCH_UP_S
        while self._held:
            held = self._held.popleft()
            pictures = self._decoder.decode(held, after_gap=not self._in_step)
            self._in_step = True
            if held is packet and held.key and not pictures and not PACES[self.profile].everything:
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

    def _worth_it(self, packet: Packet) -> bool:
        """Whether to decode up to this packet now."""
        if not self._held or not (self._in_step or self._held[0].key):
            return False
        pace = PACES[self.profile]
        if pace.everything or packet.time_s < self._burst_until_s:
            return True
        if self._gate_burst:
            self._gate_burst = False
            self._gate.report(Opening.NOW, found=self._trigger.on)
        if packet.key:
            every_s = PEEK_EVERY_S if self._peek else min(pace.key_every_s, 1.9 if self._trigger.on else 60)
            return packet.time_s - self._last_key_s >= every_s - CLOCK_SLACK_S
        if packet.time_s - max(self._last_look_s, self._last_key_s) >= LONGEST_GAP_S:
            return True
        if not pace.gated or self._trigger.on:
            return False
        opening = self._gate.add(packet.size)
        self._peek = self._peek or opening is Opening.NEXT_KEY
        if opening is not Opening.NOW or self._allowance_s < BURST_S:
            return False
        self._burst(packet.time_s)
        self._gate_burst = True
        return True

    def _burst(self, time_s: float) -> None:
        """Decode everything for a while."""
        self._burst_until_s = time_s + BURST_S
        self._allowance_s -= BURST_S
        self._stirred_s = time_s

    def _give_up(self, time_s: float) -> None:
        """End a burst in which nothing stirs; what is left of it may be spent later."""
        self._allowance_s += self._burst_until_s - time_s
        self._burst_until_s = time_s

    def _maybe_look(self, time_s: float, picture: VideoFrame, *, key: bool) -> list[Sighting]:
        every_s = CONFIRM_EVERY_S if self._suspicious else ON_EVERY_S if self._trigger.on else LOOK_EVERY_S
        if key:
            self._last_key_s = time_s
        elif time_s - self._last_look_s < every_s - CLOCK_SLACK_S:
            return []
        return self._look(time_s, picture)

    def _look(self, time_s: float, picture: VideoFrame) -> list[Sighting]:
        gap_s = time_s - self._last_look_s
        self.looks += 1
        self._last_look_s = time_s
        seen = self.motion.look(self._shrinker.shrink(time_s, picture))
        self._keep_best(seen, picture)
        was_on = self._trigger.on
        sightings = self._trigger.add(
            seen.look,
            first_seen_s=seen.first_seen_s,
            zones=seen.zones,
            night=bool(self.motion.scene.infrared) or self.scene is SceneState.DARK,
            patience_s=0.0 if PACES[self.profile].everything else 1.2 * min(gap_s, LONGEST_GAP_S),
        )
        self._plan(seen, time_s, was_on=was_on)
        if self._trigger.ended_as_stuck:
            self._trigger.ended_as_stuck = False
            self.motion.accept()
        return sightings

    def _plan(self, seen: Seen, time_s: float, *, was_on: bool) -> None:
        """Whether to go on decoding between key frames."""
        if self._peek and time_s == self._last_key_s:
            self._peek = False
            self._gate.report(Opening.NEXT_KEY, found=seen.suspicion > 0 or self._trigger.on)
        if seen.suspicion > 0:
            self._stirred_s = time_s
        if seen.settling:
            self._burst_until_s = max(self._burst_until_s, time_s + CATCH_UP_S)
        elif time_s >= self._burst_until_s and self._worth_a_burst(seen.suspicion):
            self._burst(time_s)
        elif self._trigger.on and not was_on:
            self._burst_until_s = time_s
        elif time_s < self._burst_until_s and time_s - self._stirred_s >= GIVES_UP_S:
            self._give_up(time_s)
        self._suspicious = seen.suspicion > 0

    def _worth_a_burst(self, suspicion: float) -> bool:
        """What is clear always is; what is faint only while bursts are rare, or rain would decode everything."""
        return suspicion >= CLEAR_SUSPICION or (suspicion > 0 and self._allowance_s >= BURST_S)

    def _keep_best(self, seen: Seen, picture: VideoFrame) -> None:
        if seen.look.score < STARTS_AT:
            return
        if not self._trigger.on:
            self._clarity = 0.0
        if seen.clarity > self._clarity:
            self._best, self._clarity = picture, seen.clarity
