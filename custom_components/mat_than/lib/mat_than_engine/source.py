"""Packets from a camera: RTSP, HTTP (MJPEG, HLS) or a plain file, all through the same few calls.

A `Source` is opened, read in batches and closed by one thread; every call into FFmpeg has a time-out. The socket is
emptied until a read has to wait for the camera, then the caller sleeps: waking for every packet costs as much CPU as
decoding. Packets go on to `seeing` (compressed still) and to `keeping/preroll`.
"""

from collections.abc import Iterator
from typing import cast

import av
from av.container import InputContainer

from .address import (
    MOST_PIXELS,
    OPEN_TIMEOUT_S,
    Address,
    cause_of_open,
    cause_of_read,
    open_options,
    parse_address,
)
from .clock import Clock
from .errors import CameraError
from .model import Cause, Packet, Sound, StreamFacts
from .settings import Transport
from .stream_facts import CODECS, FactFinder, audio_codec
from .stream_parameters import StreamParameters, head_of
from .stream_time import StreamClock, StreamTime

type Unit = Packet | Sound
type MediaPacket = av.Packet[av.VideoStream] | av.Packet[av.AudioStream]

STALL_S = 10.0  # something comes (sound, empty packets), but no picture for this long: the stream is dead
WAITED_S = 0.003  # what is in the socket already comes sooner than this
BEHIND_PICTURES = 2.0  # a slow read of a picture older than so many intervals was a busy machine, not a wait
LIVE_PACE = 0.5  # pictures that come at no less than half the camera's own pace are not read from a store
LONGEST_BATCH_S = 2.0  # a stream that never catches up (a replay faster than time) is still handed on
MOST_UNITS = 4000
MOST_FAILURES = 20  # reads in a row that gave nothing but an error: the stream cannot be read any more
# Half of what the kernel holds for a socket of datagrams unless its owner raised the limit (`net.core.rmem_max`).
DATAGRAM_BYTES = 64_000
SHORTEST_REST_S = 0.05

# FFmpeg's own lines hold addresses; what it has to say arrives as an error anyway.
av.logging.set_level(av.logging.PANIC)


class Source:
    """One open stream of a camera."""

    def __init__(self, container: InputContainer, address: Address, clock: Clock) -> None:
        self._container = container
        self._clock = clock
        self.video = container.streams.video[0]
        self.sound = next((stream for stream in container.streams.audio if audio_codec(stream) == "aac"), None)
        self.finder = FactFinder(container)
        # Live JPEG has no timestamps worth the name, so its pictures are timed as they arrive, one by one.
        self._timed_by_arrival = self.finder.facts.codec == "mjpeg" and not address.is_file
        # What comes as fast as it is read is played as a camera would send it: what has an end, and playlists, whose
        # pictures arrive a segment at a time.
        self._paced = address.is_file or (
            not address.is_rtsp and (container.duration is not None or container.format.name == "hls")
        )
        self._datagrams = address.is_rtsp and container.options.get("rtsp_transport") == Transport.UDP.value
        self.is_file = address.is_file
        self.time = StreamTime(1 / (self.finder.facts.fps or 15.0))
        self.clock = StreamClock()
        self.corrupt = 0
        self._streams = [self.video] if self.sound is None else [self.video, self.sound]
        self._picture_index = self.video.index
        self._parameters = StreamParameters(self.video.codec_context)
        self._head: InputContainer | None = None  # what the present parameters were read from
        self._packets = self._demux()
        self._failures = 0
        self._held: Unit | None = None
        self._first_anew: Packet | None = None  # what is held, when it is the first picture with other parameters
        # Of the packet read last. Asked of the clock once a packet: with many cameras every microsecond of it counts.
        self._began_s = self._picture_at_s = self._arrived_s = clock.monotonic_s()
        self._picture_s = 0.0
        self._tick_s = {stream.index: float(stream.time_base or 0) for stream in self._streams}

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
        if not self._datagrams:
            return float("inf")
        return max(SHORTEST_REST_S, DATAGRAM_BYTES * 8 / 1000 / rate_kbps) if rate_kbps else SHORTEST_REST_S

    def read_batch(self) -> list[Unit]:
        """What has come since the last call, in order. CameraError when the stream is dead.

        All pictures of a batch have the same parameters; `begins_anew` says whether those of the next one have others.
        """
        units: list[Unit] = []
        self.begin_anew()
        began_s = now_s = self._clock.monotonic_s()
        while len(units) < MOST_UNITS:
            asked_s = now_s
            unit = self._held or self._next_unit()
            self._held = None
            now_s = max(self._arrived_s, asked_s)
            if unit is None:
                self._check_stall(now_s)
            elif self._paced and self._began_s + unit.time_s > now_s:
                self._held = unit
                break
            elif isinstance(unit, Packet) and self._parameters.changed_by(unit):
                self._held = self._first_anew = unit
                break
            else:
                units.append(unit)
                if self._handled(unit, now_s, began_s, waited=now_s - asked_s > WAITED_S):
                    break
            if now_s - began_s > LONGEST_BATCH_S:
                break
        return units

    @property
    def begins_anew(self) -> bool:
        """Whether the pictures that follow are coded otherwise than those before: for a decoder or a file of their own."""
        return self._first_anew is not None

    def begin_anew(self) -> None:
        """Describe the pictures that follow, when they are others than those before; `read_batch` does it at the latest."""
        first, self._first_anew = self._first_anew, None
        head = None if first is None else head_of(first, self.codec.name)
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
        step_s, gap_s = unit.time_s - self._picture_s, now_s - self._picture_at_s
        live = step_s > 0 and self._picture_at_s >= began_s and gap_s >= LIVE_PACE * step_s
        self._picture_s, self._picture_at_s = unit.time_s, now_s
        self.clock.observe(unit.time_s, self._began_s + unit.time_s if self._paced else now_s)
        self.finder.note(unit)
        if self._timed_by_arrival:
            return True
        behind_s = now_s - self.clock.monotonic_of(unit.time_s)
        return not self._paced and waited and (live or behind_s < BEHIND_PICTURES * self.time.interval_s)

    def _check_stall(self, now_s: float) -> None:
        if not self._paced and now_s - self._picture_at_s > STALL_S:
            raise CameraError(Cause.NO_DATA)

    def _demux(self) -> Iterator[MediaPacket]:
        return cast("Iterator[MediaPacket]", self._container.demux(self._streams))

    def _next_unit(self) -> Unit | None:
        """The next packet, or None for one that holds nothing. Blocks at most the read time-out."""
        raw = self._next_packet()
        self._arrived_s = self._clock.monotonic_s()
        if raw is None:
            return None
        if raw.is_corrupt:
            self.corrupt += 1
            return None
        if raw.size == 0:
            return None
        stamp = raw.dts if raw.dts is not None else raw.pts
        stamp_s = None if stamp is None else stamp * self._tick_s[raw.stream_index]
        if raw.stream_index != self._picture_index:
            sound_s = self.time.place(stamp_s)
            return None if sound_s is None else Sound(sound_s, raw.size, cast("av.Packet[av.AudioStream]", raw))
        if self._timed_by_arrival:
            stamp_s = self._arrived_s
        present_s = self.clock.time_of(self._arrived_s) if self.clock.known and not self._paced else None
        time_s = self.time.accept(stamp_s, present_s)
        return Packet(time_s, raw.is_keyframe, raw.size, cast("av.Packet[av.VideoStream]", raw))

    def _next_packet(self) -> MediaPacket | None:
        """What FFmpeg reads next; None where it could not make sense of what came."""
        try:
            raw = next(self._packets)
        except StopIteration as err:
            raise CameraError(Cause.ENDED) from err
        except av.InvalidDataError as err:
            self._failures += 1
            if self._failures >= MOST_FAILURES:
                raise CameraError(Cause.ENDED) from err
            self.corrupt += 1
            self._packets = self._demux()  # the failure ended the generator, not the stream
            return None
        except (av.FFmpegError, OSError, ValueError) as err:
            raise CameraError(cause_of_read(err)) from err
        if raw.size == 0 and raw.dts is None:  # PyAV's mark of the end
            raise CameraError(Cause.ENDED)
        self._failures = 0
        return raw

    def close(self) -> None:
        """Hang up. Blocks at most the read time-out."""
        self._container.close()


def open_source(url: str, transport: Transport, clock: Clock) -> Source:
    """Open a camera's stream. Blocks up to about ten seconds; CameraError with the cause when it fails."""
    address = parse_address(url)
    began_s = clock.monotonic_s()
    try:
        container = av.open(
            address.location,
            options=open_options(address, transport),
            timeout=(OPEN_TIMEOUT_S, address.read_timeout_s),
        )
    except (av.FFmpegError, OSError, ValueError) as err:
        raise CameraError(cause_of_open(err, address, clock.monotonic_s() - began_s)) from err
    cause = _unusable(container)
    if cause is not None:
        container.close()
        raise CameraError(cause)
    return Source(container, address, clock)


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
