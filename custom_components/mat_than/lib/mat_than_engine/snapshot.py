"""What a camera shows now, as a JPEG for whoever asks: the newest key frame, decoded when it is wanted.

`camera_task` notes the newest key frame of each stream as it came, compressed: it is in memory anyway, so a camera that
nobody asks for costs nothing. `take` is called in a thread that the shard has for this, one after the other, and never
in one that receives: a key frame of eight megapixels takes a tenth of a second. No mask is applied, as the picture
stays at home.
"""

import base64
from collections.abc import Callable
from dataclasses import dataclass, replace
import threading
from typing import Final, cast

import av
from av.video.frame import VideoFrame

from .clock import Clock, wall_at
from .commands import Snapshot
from .marks import Doing, Mark
from .model import Packet
from .reports import SnapshotMade
from .seeing.still import jpeg
from .source import Source

LARGEST_WIDTH: Final = 2560  # in base64 it has to fit into a frame of the pipe
SMALLEST_WIDTH: Final = 32
STALE_S: Final = 60.0  # a picture older than this is not what the camera shows now
KEPT_S: Final = 1.0  # a JPEG serves until the next key frame, and for so long at least
MOST_KEPT: Final = 3  # of different widths
SAME_SHAPE: Final = 0.03  # how far the aspects of two streams may differ


@dataclass(frozen=True, slots=True, eq=False)
class KeyFrame:
    """A picture that can be decoded alone, with what a decoder has to know of its stream."""

    codec: str
    extradata: bytes | None
    width: int
    height: int
    packet: Packet
    taken_s: float  # on the monotonic clock

    def is_shaped_like(self, other: KeyFrame) -> bool:
        """Whether both show the same: some cameras squeeze or crop their smaller stream."""
        wide, others = self.width * other.height, other.width * self.height
        return abs(wide - others) <= SAME_SHAPE * max(wide, others)


@dataclass(frozen=True, slots=True)
class _Made:
    frame: KeyFrame
    at_s: float
    answer: SnapshotMade


class Snapshots:
    """The newest picture of one camera: noted in the threads of its streams, taken in another."""

    def __init__(self, clock: Clock, new_mark: Callable[[], Mark]) -> None:
        """`new_mark` is a place on the page of marks: a decoder may crash here as well."""
        self._clock = clock
        self._new_mark = new_mark
        self._lock = threading.Lock()
        self._newest: dict[str, KeyFrame] = {}
        self._made: dict[int, _Made] = {}  # by the width asked for

    def note(self, stream: str, source: Source, packets: list[Packet]) -> None:
        """A batch of a stream came."""
        key = next((packet for packet in reversed(packets) if packet.key), None)
        if key is None:
            return
        codec, taken_s = source.codec, source.clock.monotonic_of(key.time_s)
        frame = KeyFrame(codec.name, codec.extradata, codec.width, codec.height, key, taken_s)
        with self._lock:
            self._newest[stream] = frame
            if self._made:
                self._made = {width: made for width, made in self._made.items() if self._may_serve(made)}

    def forget(self, stream: str) -> None:
        """A stream is gone, and what it showed is no longer what the camera shows."""
        with self._lock:
            self._newest.pop(stream, None)
            self._made.clear()

    def take(self, order: Snapshot) -> SnapshotMade:
        """The newest picture, at most as wide as asked for; `not_live` where none came within the last minute."""
        width = max(SMALLEST_WIDTH, min(order.width or LARGEST_WIDTH, LARGEST_WIDTH))
        with self._lock:
            frame, made = self._best(width), self._made.get(width)
        if frame is None:
            return SnapshotMade(request_id=order.request_id, error="not_live")
        if made is not None and (made.frame is frame or self._is_young(made)):
            return replace(made.answer, request_id=order.request_id)
        answer = self._answer(order, frame, width)
        with self._lock:
            if answer.error is None and frame in self._newest.values():
                self._made[width] = _Made(frame, self._clock.monotonic_s(), answer)
                while len(self._made) > MOST_KEPT:
                    del self._made[next(iter(self._made))]
        return answer

    def _best(self, width: int) -> KeyFrame | None:
        """The smallest picture that is large enough, the largest where none is."""
        now_s = self._clock.monotonic_s()
        fresh = [frame for frame in self._newest.values() if now_s - frame.taken_s <= STALE_S]
        largest = max(fresh, key=lambda frame: frame.width, default=None)
        if largest is None:
            return None
        enough = [frame for frame in fresh if frame.width >= width and frame.is_shaped_like(largest)]
        return min(enough, key=lambda frame: frame.width, default=largest)

    def _may_serve(self, made: _Made) -> bool:
        return made.frame in self._newest.values() or self._is_young(made)

    def _is_young(self, made: _Made) -> bool:
        return self._clock.monotonic_s() - made.at_s < KEPT_S

    def _answer(self, order: Snapshot, frame: KeyFrame, width: int) -> SnapshotMade:
        mark = self._new_mark()
        mark.take()
        mark.set(Doing.LOOKING)
        try:
            picture = decoded(frame)
            data = None if picture is None else jpeg(picture, width)
        finally:
            mark.release()
        if data is None:
            return SnapshotMade(request_id=order.request_id, error="failed")
        taken_at = wall_at(self._clock, frame.taken_s)
        return SnapshotMade(request_id=order.request_id, jpeg=base64.b64encode(data).decode(), taken_at=taken_at)


def decoded(frame: KeyFrame) -> VideoFrame | None:
    """What it shows; None when it is damaged."""
    try:
        context = cast("av.VideoCodecContext", av.CodecContext.create(frame.codec, "r"))
        context.extradata = frame.extradata
        context.thread_count = 1
        packet = cast("av.Packet[av.VideoStream]", av.Packet(bytes(frame.packet.raw)))
        pictures = context.decode(packet) or context.decode(None)
    except av.FFmpegError, ValueError, MemoryError:
        return None
    return pictures[0] if pictures else None
