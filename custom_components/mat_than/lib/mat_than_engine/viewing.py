"""A file or a stream watched from its beginning to its end, and what was seen: the one way of `detect` and `replay`.

The same packets, the same `Watch` as a live camera's. Nothing is recorded and nobody is told.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import time
from statistics import median

import av
import numpy as np

from .model import Box, Frame, Look, Packet
from .seeing.decoder import Decoder, Shrinker
from .seeing.image_ops import ImageOps
from .seeing.trigger import Sighting
from .seeing.watch import Watch
from .settings import WatchSettings

JOINED_S = 1.0  # dismissals for the same reason that follow one another within this are one
REHEARSED_PICTURES = 24  # more tell no more of the scene
LEARNT_EVERY_S = 0.2  # as often as a scene is looked at while it is learnt
REHEARSED_LOOKS = 20  # four seconds: three in which it is learnt, and one awake


@dataclass(slots=True)
class Seen:
    """One motion. Seconds from the beginning."""

    started_s: float
    known_s: float  # when the sensor went on
    last_seen_s: float
    released_s: float  # and off again
    score: float
    reason: str
    zones: tuple[str, ...]
    track: list[tuple[float, float, tuple[Box, ...]]] = field(default_factory=list)  # seconds, score, boxes


@dataclass(slots=True)
class Suppressed:
    """Something that stirred and was not believed, or did not count."""

    since_s: float
    until_s: float
    reason: str
    box: Box


class Viewing:
    """Watches one source."""

    def __init__(
        self,
        settings: WatchSettings,
        stream: av.VideoCodecContext,
        *,
        ops: ImageOps | None = None,
        local_time: Callable[[float], time] | None = None,
    ) -> None:
        self.watch = Watch(settings, stream, backend=ops, local_time=local_time)
        self._stream = stream
        self.motions: list[Seen] = []
        self.suppressed: list[Suppressed] = []

    def rehearse(self, packets: Iterable[Packet]) -> None:
        """Know the scene before the first packet, from the key frames of the whole source.

        Each pixel is what it is in the middle one of the pictures: whoever moves is at one place in few of them, so
        that the scene is known although somebody is there from the first picture on.
        """
        decoder, shrinker = Decoder(self._stream), Shrinker()
        frames: list[Frame] = []
        for packet in _spread(packets):
            decoder.begin_anew()
            pictures = decoder.decode(packet) or decoder.drain(packet.time_s)
            frames += [shrinker.shrink(time_s, picture) for time_s, picture in pictures[:1]]
        frames = [frame for frame in frames if frame.luma.shape == frames[0].luma.shape]
        if not frames:
            return
        luma = np.median(np.stack([frame.luma for frame in frames]), axis=0).astype(np.uint8)
        chroma = median(frame.chroma for frame in frames)
        for number in range(REHEARSED_LOOKS, 0, -1):
            self.watch.motion.look(Frame(time_s=-number * LEARNT_EVERY_S, luma=luma, chroma=chroma))
        self.watch.motion.begin_anew()

    def feed(self, packet: Packet) -> None:
        """The next packet."""
        self._note(self.watch.feed(packet))
        self._explain()

    def close(self) -> None:
        """The source is over, or is not to be watched any longer."""
        self._note(self.watch.close())
        self._explain()

    def _note(self, sightings: list[Sighting]) -> None:
        for sighting in sightings:
            look = sighting.look
            if sighting.phase == "start":
                motion = Seen(sighting.started_s, sighting.time_s, 0.0, 0.0, 0.0, "", ())
                self.motions.append(motion)
            motion = self.motions[-1]
            motion.last_seen_s, motion.released_s = sighting.last_seen_s, sighting.time_s
            motion.score, motion.reason = max(motion.score, look.score), look.reason
            motion.zones = sighting.zones
            if not motion.track or look.time_s > motion.track[-1][0]:
                motion.track.append(_step(look))

    def _explain(self) -> None:
        for item in self.watch.motion.dismissed():
            last = self.suppressed[-1] if self.suppressed else None
            if last is not None and last.reason == item.reason and item.first_s - last.until_s <= JOINED_S:
                last.until_s = max(last.until_s, item.last_s)
            else:
                box = self.watch.motion.share_of(item.box)
                self.suppressed.append(Suppressed(item.first_s, item.last_s, item.reason, box))


def _spread(packets: Iterable[Packet]) -> list[Packet]:
    """So many key frames as are needed, evenly spread; with few, all there are."""
    keys = [packet for packet in packets if packet.key]
    step = max(1.0, len(keys) / REHEARSED_PICTURES)
    return [keys[int(number * step)] for number in range(int(len(keys) / step))]


def packets(container: av.container.InputContainer, stream: av.VideoStream) -> Iterator[Packet]:
    """A file's packets, their times counted from the first one and never stepping back."""
    first: float | None = None
    last, tick = 0.0, float(stream.time_base or 0)
    for raw in container.demux(stream):
        if not raw.size:
            continue
        stamp = raw.pts if raw.pts is not None else raw.dts
        now = last if stamp is None else stamp * tick
        first = now if first is None else first
        last = max(last, now - first)
        yield Packet(time_s=last, key=raw.is_keyframe, size=raw.size, raw=raw)


def _step(look: Look) -> tuple[float, float, tuple[Box, ...]]:
    boxes = tuple((round(x, 4), round(y, 4), round(w, 4), round(h, 4)) for x, y, w, h in look.boxes)
    return round(look.time_s, 3), round(look.score, 3), boxes
