"""The part of a clip that a copy of it holds, in seconds from the clip's first picture.

What lies outside is not in the copy: no picture, no sound, nothing that an edit list would only hide.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

import av
from av.container import InputContainer
from av.stream import Stream

from ..commands import MakeSharedCopy

_BEFORE_S = 1.0  # sought so much earlier: pictures that lean on the key frame after them need the one before, too


@dataclass(frozen=True, slots=True)
class Cut:
    """From then till then; both ends belong to it, and None is the clip's end."""

    from_s: float = 0.0
    until_s: float | None = None

    @classmethod
    def of(cls, order: MakeSharedCopy) -> Cut:
        """What an order asks for."""
        return cls(max(order.from_s, 0.0), order.until_s)

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return self.from_s <= 0 and self.until_s is None

    def holds(self, time_s: float) -> bool:
        """Whether a picture of that time belongs to it."""
        return self.from_s <= time_s and not self.ends_before(time_s)

    def holds_sound(self, time_s: float, length_s: float) -> bool:
        """Whether a packet of sound belongs to it: also what it shares with the packets beside it lies inside."""
        return self.is_whole or (self.from_s + length_s <= time_s and not self.ends_before(time_s + 2 * length_s))

    def ends_before(self, time_s: float) -> bool:
        """Whether it is over by then."""
        return self.until_s is not None and time_s > self.until_s


def first_picture_s(video: av.VideoStream) -> float:
    """When the first picture is shown, on the container's clock."""
    if video.start_time is None or video.time_base is None:
        return 0.0
    return float(video.start_time * video.time_base)


def packets_of(
    container: InputContainer, streams: Sequence[av.VideoStream | av.AudioStream], cut: Cut
) -> Iterator[av.Packet[Stream]]:
    """The packets that a cut takes, and those before it that its first picture is decoded from.

    The pictures' stream comes first in `streams`. Ends when each stream is past the cut; a stream whose packets are
    decoded is still to be flushed then.
    """
    video = streams[0]
    zero_s = first_picture_s(video) if isinstance(video, av.VideoStream) else 0.0
    if cut.from_s > _BEFORE_S and video.time_base is not None:
        target = round((zero_s + cut.from_s - _BEFORE_S) / video.time_base)
        with suppress(av.FFmpegError):  # without an index it is read from its beginning
            container.seek(target, stream=video)
    going = {stream.index for stream in streams}
    for packet in container.demux(streams):
        if packet.dts is None or packet.time_base is None:
            continue  # what ends a stream
        if cut.ends_before(float(packet.dts * packet.time_base) - zero_s):
            going.discard(packet.stream.index)
            if not going:
                return
        else:
            yield packet
