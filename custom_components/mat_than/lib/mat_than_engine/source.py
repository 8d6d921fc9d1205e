"""A camera's stream as the rest of the engine sees it: trustworthy times, facts, and batches of packets.

A `Source` is opened, read in batches and closed by one thread; every call blocks for a bounded time. Which reader
brings the packets (`packet_reader`) is decided here: our own for RTSP over TCP, FFmpeg for all else. FFmpeg's is read
until a read has to wait for the camera, our own until nothing is left; then the caller sleeps: waking for every packet
costs as much CPU as decoding. Packets go on to `seeing` (compressed still) and to `keeping/preroll`.
"""

from typing import cast

import av
from av.container import InputContainer

from .address import MOST_PIXELS, Address, parse_address
from .clock import Clock
from .errors import CameraError, UnsuitedError
from .ffmpeg_reader import FFmpegReader, open_container
from .model import Cause, Packet, Sound, StreamFacts
from .packet_reader import Nothing, PacketReader
from .rtsp.reader import open_reader
from .settings import Transport
from .stream_facts import CODECS, FactFinder
from .stream_parameters import StreamParameters, head_of
from .stream_time import StreamClock, StreamTime

type Unit = Packet | Sound

STALL_S = 10.0  # something comes (sound, empty packets), but no picture for this long: the stream is dead
WAITED_S = 0.003  # what is in the socket already comes sooner than this
BEHIND_PICTURES = 2.0  # a slow read of a picture older than so many intervals was a busy machine, not a wait
LIVE_PACE = 0.5  # pictures that come at no less than half the camera's own pace are not read from a store
LONGEST_BATCH_S = 2.0  # a stream that never catches up (a replay faster than time) is still handed on
MOST_UNITS = 4000
FIRST_WAIT_S = 0.1  # for the first packet of a batch, where a read does not wait by itself
# Half of what the kernel holds for a socket of datagrams unless its owner raised the limit (`net.core.rmem_max`).
DATAGRAM_BYTES = 64_000
SHORTEST_REST_S = 0.05


class Source:
    """One open stream of a camera."""

    def __init__(self, reader: PacketReader, address: Address, clock: Clock) -> None:
        self.reader = reader
        self._clock = clock
        self.video = reader.video
        self.sound = reader.sound
        self.finder = FactFinder(self.video.codec_context, reader.fps, reader.audio)
        # Live JPEG has no timestamps worth the name, so its pictures are timed as they arrive, one by one.
        self._timed_by_arrival = self.finder.facts.codec == "mjpeg" and not address.is_file
        self.is_file = address.is_file
        self.time = StreamTime(1 / (self.finder.facts.fps or 15.0))
        self.clock = StreamClock()
        self.corrupt = 0
        self._parameters = StreamParameters(self.video.codec_context)
        self._head: InputContainer | None = None  # what the present parameters were read from
        self._held: Unit | None = None
        self._first_anew: Packet | None = None  # what is held, when it is the first picture with other parameters
        self._began_s = self._picture_at_s = clock.monotonic_s()
        self._picture_s = 0.0

    @property
    def facts(self) -> StreamFacts:
        """What is known of the stream by now."""
        return self.finder.facts

    @property
    def codec(self) -> av.VideoCodecContext:
        """The stream's parameters, for a decoder or a file of the same kind."""
        return self.video.codec_context

    def now_s(self) -> float:
        """The present on this stream's clock."""
        return self.clock.time_of(self._clock.monotonic_s()) if self.clock.known else 0.0

    @property
    def longest_rest_s(self) -> float:
        """How long the caller may sleep before what comes is lost: datagrams wait for nobody."""
        rate_kbps = self.facts.bit_rate_kbps
        if not self.reader.datagrams:
            return float("inf")
        return max(SHORTEST_REST_S, DATAGRAM_BYTES * 8 / 1000 / rate_kbps) if rate_kbps else SHORTEST_REST_S

    def read_batch(self) -> list[Unit]:
        """What has come since the last call, in order. CameraError when the stream is dead.

        All pictures of a batch have the same parameters; `begins_anew` says whether those of the next one have others.
        """
        units: list[Unit] = []
        self.begin_anew()
        began_s = now_s = self._clock.monotonic_s()
        reader = self.reader
        while len(units) < MOST_UNITS:
            asked_s = now_s
            unit = self._held or self._next_unit()
            self._held = None
            now_s = max(now_s, reader.arrived_s)
            if isinstance(unit, Nothing):
                self._check_stall(now_s)
                if unit is Nothing.WAITING and not self._waited_for_first(units, began_s):
                    break
            elif reader.paced and self._began_s + unit.time_s > now_s:
                self._held = unit
                break
            elif isinstance(unit, Packet) and unit.key and self._parameters.changed_by(unit):
                self._held = self._first_anew = unit
                break
            else:
                units.append(unit)
                if self._handled(unit, now_s, began_s, waited=reader.waits and now_s - asked_s > WAITED_S):
                    break
            if now_s - began_s > LONGEST_BATCH_S:
                break
        return units

    def _waited_for_first(self, units: list[Unit], began_s: float) -> bool:
        """Wait a moment for the first packet of a batch; False when there is one, or none came."""
        if units or self._clock.monotonic_s() - began_s > FIRST_WAIT_S / 2:
            return False
        self.reader.wait(FIRST_WAIT_S)
        return True

    @property
    def begins_anew(self) -> bool:
        """Whether the pictures that follow are coded otherwise than those before: for a decoder or a file of their own."""
        return self._first_anew is not None

    def begin_anew(self) -> None:
        """Describe the pictures that follow, when they are others than those before; `read_batch` does it at the latest."""
        first, self._first_anew = self._first_anew, None
        head = None if first is None else head_of(bytes(first.raw), self.codec.name)
        if head is not None:
            self._head = head
            self.video = head.streams.video[0]
            if _is_too_large(self.codec):
                raise CameraError(Cause.TOO_LARGE)
            self.finder.begin_anew(self.codec.width, self.codec.height)

    def _handled(self, unit: Unit, now_s: float, began_s: float, *, waited: bool) -> bool:
        """Note a unit's arrival; True when there is nothing more to fetch for now.

        The stream's clock alone cannot tell that: it is set by what was read, so whoever stops where it says stays
        as late as the first packets were; and a camera that hurried at first seems late for a minute.
        """
        if isinstance(unit, Sound):
            self._check_stall(now_s)
            return False
        before_s, before_at_s = self._picture_s, self._picture_at_s
        self._picture_s, self._picture_at_s = unit.time_s, now_s
        paced = self.reader.paced
        self.clock.observe(unit.time_s, self._began_s + unit.time_s if paced else now_s)
        self.finder.note(unit)
        if paced or not waited:
            return self._timed_by_arrival
        step_s, gap_s = unit.time_s - before_s, now_s - before_at_s
        live = step_s > 0 and before_at_s >= began_s and gap_s >= LIVE_PACE * step_s
        behind_s = now_s - self.clock.monotonic_of(unit.time_s)
        return self._timed_by_arrival or live or behind_s < BEHIND_PICTURES * self.time.interval_s

    def _check_stall(self, now_s: float) -> None:
        if not self.reader.paced and now_s - self._picture_at_s > STALL_S:
            raise CameraError(Cause.NO_DATA)

    def _next_unit(self) -> Unit | Nothing:
        """The next packet, or why there is none to hand on."""
        reader = self.reader
        raw = reader.next_packet()
        if isinstance(raw, Nothing):
            self.corrupt += raw is Nothing.DAMAGED
            return raw
        stamp_s = reader.stamp_s
        if reader.is_sound:
            sound_s = self.time.place(stamp_s)
            return (
                Nothing.BLANK if sound_s is None else Sound(sound_s, raw.size, cast("av.Packet[av.AudioStream]", raw))
            )
        if self._timed_by_arrival:
            stamp_s = reader.arrived_s
        present_s = self.clock.time_of(reader.arrived_s) if self.clock.known and not reader.paced else None
        time_s = self.time.accept(stamp_s, present_s)
        return Packet(time_s, raw.is_keyframe, raw.size, cast("av.Packet[av.VideoStream]", raw))

    def close(self) -> None:
        """Hang up. Blocks at most the read time-out."""
        self.reader.close()


def open_source(
    url: str, transport: Transport, clock: Clock, *, sound: bool = True, by_ffmpeg: bool | None = None
) -> Source:
    """Open a camera's stream. Blocks up to about ten seconds; CameraError with the cause when it fails.

    Where `sound` is not wanted it may be left out. Whether FFmpeg has to read is found out, unless `by_ffmpeg` says it
    is known: with False, UnsuitedError tells that it has to.
    """
    address = parse_address(url)
    if address.scheme == "rtsp" and transport is Transport.TCP and not by_ffmpeg:
        try:
            reader = open_reader(address, clock, sound=sound)
        except UnsuitedError:
            if by_ffmpeg is False:
                raise
        else:
            if _is_too_large(reader.video.codec_context):
                reader.close()
                raise CameraError(Cause.TOO_LARGE)
            return Source(reader, address, clock)
    container = open_container(address, transport, clock)
    cause = _unusable(container)
    if cause is not None:
        container.close()
        raise CameraError(cause)
    return Source(FFmpegReader(container, address, clock), address, clock)


def _unusable(container: InputContainer) -> Cause | None:
    if not container.streams.video:
        return Cause.CODEC if container.streams.audio or len(container.streams) else Cause.NOT_A_STREAM
    codec = container.streams.video[0].codec_context
    if codec is None or codec.name not in CODECS:
        return Cause.CODEC
    if _is_too_large(codec):
        return Cause.TOO_LARGE
    return None if codec.width and codec.height else Cause.NO_DATA


def _is_too_large(codec: av.VideoCodecContext) -> bool:
    return codec.width * codec.height > MOST_PIXELS
