"""A file or a stream watched from its beginning to its end, and what was seen: the one way of `detect` and `replay`.

The same packets, the same `Watch` as a live camera's. Nothing is recorded and nobody is told.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import time

import av

from .model import Box, Look, Packet, StreamFacts
from .seeing.decoder import Decoder, Shrinker
from .seeing.image_ops import ImageOps
from .seeing.trigger import Sighting
from .seeing.watch import Watch
from .settings import WatchSettings

JOINED_S = 1.0  # dismissals for the same reason that follow one another within this are one
LEARNT_EVERY_S = 0.18  # as often as a scene is looked at while it is quiet
REHEARSED_S = 4.0  # the detector learns a scene for three seconds and is awake for the fourth


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
        facts: StreamFacts,
        *,
        ops: ImageOps | None = None,
        local_time: Callable[[float], time] | None = None,
    ) -> None:
        self.watch = Watch(settings, stream, facts, backend=ops, local_time=local_time)
        self._stream = stream
        self.motions: list[Seen] = []
        self.suppressed: list[Suppressed] = []

    def rehearse(self, packets: Iterable[Packet]) -> None:
        """Learn the scene from these packets as if they had come just before the first one.

        What stirs in them is forgotten; what the scene looks like, and how it strays, is not.
        """
        decoder, shrinker = Decoder(self._stream), Shrinker()
        last_s = float("-inf")
        for number, packet in enumerate(packets):
            for time_s, picture in decoder.decode(packet, after_gap=number == 0):
                if time_s - last_s >= LEARNT_EVERY_S:
                    last_s = time_s
                    self.watch.motion.look(shrinker.shrink(time_s - REHEARSED_S, picture))
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


def facts_of(stream: av.VideoStream) -> StreamFacts:
    """What a file's header says of its pictures."""
    return StreamFacts(
        codec=stream.codec_context.name,
        width=stream.codec_context.width,
        height=stream.codec_context.height,
        fps=float(stream.average_rate) if stream.average_rate else None,
    )


def _step(look: Look) -> tuple[float, float, tuple[Box, ...]]:
    boxes = tuple((round(x, 4), round(y, 4), round(w, 4), round(h, 4)) for x, y, w, h in look.boxes)
    return round(look.time_s, 3), round(look.score, 3), boxes
