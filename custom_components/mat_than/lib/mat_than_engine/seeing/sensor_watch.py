"""The eyes of a camera whose own sensor is trusted: packets are held, and decoded for stills alone.

Stands where `watch` stands for other cameras and gives the same sightings, without boxes. A sensor that stays on for
ever is ended by `longest_s` and must go off before it is believed again.
"""

from collections import deque

import av
from av.video.frame import VideoFrame

from ..model import Look, Packet, SceneState
from ..settings import WatchSettings
from .decoder import Decoder, Shrinker
from .scene import COLOURLESS
from .still import jpeg
from .trigger import Sighting, Trigger

HELD_PACKETS = 600  # a group of pictures longer than this (20 s at 30 fps) gives its key frame for a still
HELD_BYTES = 8_000_000
REFRESHED_S = 0.5  # a still is made anew of what has come since


class SensorWatch:
    """Follows the camera's own sensor."""

    profile = "own_sensor"

    def __init__(self, settings: WatchSettings, codec: av.VideoCodecContext, *, on: bool = False) -> None:
        self.looks = 0
        self.scene = SceneState.LEARNING  # until the first picture has been decoded
        self.last_look: Look | None = None
        self._decoder, self._shrinker = Decoder(codec), Shrinker()
        self._trigger = Trigger(settings)
        self._on = on
        self._spent = False  # the sensor has been on for too long to be believed
        self._held: deque[Packet] = deque()
        self._held_bytes = 0
        self._time_s = 0.0
        self._pictured_s = float("-inf")
        self._picture: VideoFrame | None = None

    @property
    def corrupt(self) -> int:
        """Packets and pictures that were damaged."""
        return self._decoder.corrupt

    def sense(self, time_s: float, *, on: bool) -> list[Sighting]:
        """The sensor changed."""
        self._on, self._spent = on, self._spent and on
        return self.rest(time_s)

    def feed(self, packet: Packet) -> list[Sighting]:
        """Take the next packet of the stream."""
        self._hold(packet)
        if self.scene is SceneState.LEARNING and packet.key:
            self._look_now(packet.time_s)
        return self.rest(packet.time_s)

    def rest(self, time_s: float) -> list[Sighting]:
        """Time passes, with the sensor as it is."""
        self._time_s = max(self._time_s, time_s)
        if not self._on or self._spent:
            return self._trigger.rest(self._time_s)
        if not self._trigger.on:
            self._look_now(self._time_s)
        self.last_look = Look(self._time_s, 1.0, (), self.scene, "own_sensor")
        sightings = self._trigger.add(
            self.last_look, first_seen_s=self._time_s, night=self.scene is SceneState.INFRARED
        )
        self._spent = self._trigger.ended_as_stuck
        return sightings

    def close(self) -> list[Sighting]:
        """The stream ended: ends an open motion."""
        return self._trigger.close(self._time_s)

    def still_jpeg(self) -> bytes | None:
        """The latest picture while a motion goes on, afterwards the last one made of it."""
        if self._trigger.on and self._time_s - self._pictured_s >= REFRESHED_S:
            self._look_now(self._time_s)
        return jpeg(self._picture) if self._picture is not None else None

    def _look_now(self, time_s: float) -> None:
        """Decode up to the latest packet."""
        pictures = [picture for packet in self._held for _, picture in self._decoder.decode(packet)]
        if self._held:
            pictures += [picture for _, picture in self._decoder.drain(time_s)]
        self._decoder.begin_anew(frugal=True)  # hours may pass until the next one
        if not pictures:
            return
        self._picture, self._pictured_s = pictures[-1], time_s
        self.looks += 1
        colourless = self._shrinker.shrink(time_s, pictures[-1]).chroma < COLOURLESS
        self.scene = SceneState.INFRARED if colourless else SceneState.DAY

    def _hold(self, packet: Packet) -> None:
        if packet.key:
            self._held.clear()
            self._held_bytes = 0
        elif not self._held or len(self._held) >= HELD_PACKETS or self._held_bytes >= HELD_BYTES:
            return
        self._held.append(packet)
        self._held_bytes += packet.size
