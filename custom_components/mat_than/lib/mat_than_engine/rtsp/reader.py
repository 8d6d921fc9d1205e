"""Packets of one camera's pictures, read from the session's connection: all that came, and then nothing is waited for.

`open_reader` sets the session up and waits for a key frame, from which the stream's parameters are taken.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, cast

import av
from av.container import InputContainer

from ..address import Address
from ..clock import Clock
from ..errors import UnsuitedError
from ..packet_reader import MediaPacket, Nothing
from ..stream_parameters import head_of
from .depacketizer import Depacketizer, H264Depacketizer, H265Depacketizer
from .description import SessionDescription, Track
from .session import RtspSession

SETUP_S: Final = 7.0
FIRST_KEY_S: Final = 3.0  # cameras begin with a key frame, or have one every few seconds; else FFmpeg opens without one
LONGEST_WITHOUT_KEY_S: Final = 25.0  # pictures that are refreshed bit by bit have none that is one by its name
MOST_STEPS_BACK: Final = 3  # in a row of pictures that is shown in another order than it is sent
_WRAP = 1 << 32
_SOUNDS: Final = {"MPEG4-GENERIC": "aac", "PCMA": "pcm_alaw", "PCMU": "pcm_mulaw"}
_DEPACKETIZERS: Final = {"H264": ("h264", H264Depacketizer), "H265": ("hevc", H265Depacketizer)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What of a session is read, and how."""

    codec: str  # by FFmpeg's name
    track: Track
    depacketizer: Depacketizer
    audio: str | None  # the sound's codec by FFmpeg's name; it is not read


class RtspReader:
    """The pictures of one track; see `packet_reader.PacketReader`. UnsuitedError when FFmpeg has to read on."""

    waits = False
    datagrams = False

    def __init__(self, session: RtspSession, choice: Choice, channel: int, clock: Clock) -> None:
        self._session = session
        self._track = track = choice.track
        self._channel = channel
        self._codec = choice.codec
        self._depacketizer = choice.depacketizer
        self._clock = clock
        self._rest = b""
        self._next_number: int | None = None
        self._last_stamp: int | None = None
        self._ticks = 0
        self._steps_back = 0
        self._time_base = av.rational.AVRational(1, track.clock_hz)
        self.arrived_s = self._key_at_s = clock.monotonic_s()
        self._head: InputContainer
        self.video: av.VideoStream
        self.sound: av.AudioStream | None = None
        self.audio = choice.audio
        self.fps = track.fps
        self.tick_s: Mapping[int, float] = {0: 1 / track.clock_hz}

    def begin(self) -> None:
        """Wait for the first key frame and take the stream's parameters from it."""
        until_s = self._clock.monotonic_s() + FIRST_KEY_S
        pictures = self._depacketizer.pictures
        while not pictures or not pictures[0].key:
            if pictures:
                pictures.popleft()
            elif (left_s := until_s - self._clock.monotonic_s()) <= 0:
                raise UnsuitedError("no key frame came")
            elif not self._fill():
                self._session.wait(left_s)
        head = head_of(pictures[0].data, self._codec)
        if head is None:
            raise UnsuitedError("the key frame does not say what it is")
        self._head = head  # kept open: the stream is its
        self.video = head.streams.video[0]
        self._key_at_s = self.arrived_s

    def next_packet(self) -> MediaPacket | Nothing:
        """The next picture; `Nothing` says why there is none."""
        pictures = self._depacketizer.pictures
        while not pictures:
            if self._depacketizer.damaged:
                self._depacketizer.damaged -= 1
                return Nothing.DAMAGED
            if not self._fill():
                self._session.keep()
                return Nothing.WAITING
        picture = pictures.popleft()
        packet = cast("av.Packet[av.VideoStream]", av.Packet(picture.data))
        packet.time_base = self._time_base
        packet.pts = packet.dts = self._placed(picture.stamp)
        packet.is_keyframe = picture.key
        if picture.key:
            self._key_at_s, self._steps_back = self.arrived_s, 0
        elif self.arrived_s - self._key_at_s > LONGEST_WITHOUT_KEY_S:
            raise UnsuitedError("key frames do not come")
        return packet

    def wait(self, longest_s: float) -> None:
        """Until something comes."""
        self._session.wait(longest_s)

    def close(self) -> None:
        """Hang up."""
        self._session.close()

    def _fill(self) -> bool:
        """Take apart what came; False when nothing did."""
        data = self._session.receive()
        if data is None:
            return False
        self.arrived_s = self._clock.monotonic_s()
        data, at = self._rest + data, 0
        end = len(data)
        while end - at >= 4:
            if data[at] != 0x24:  # "$"
                at_next = self._session.heed(data, at)
                if at_next < 0:
                    break
                at = at_next
                continue
            packet_end = at + 4 + (data[at + 2] << 8 | data[at + 3])
            if packet_end > end:
                break
            if data[at + 1] == self._channel and packet_end - at > 16:
                self._take(data, at + 4, packet_end)
            at = packet_end
        self._rest = data[at:]
        return True

    def _take(self, data: bytes, at: int, end: int) -> None:
        """One RTP packet (RFC 3550), `data[at:end]`."""
        flags, kind = data[at], data[at + 1]
        if flags >> 6 != 2 or kind & 127 != self._track.payload_type:
            return
        begin = at + 12 + 4 * (flags & 15)
        if flags & 16:
            begin += 4 + 4 * int.from_bytes(data[begin + 2 : begin + 4])
        if flags & 32:
            end -= data[end - 1]
        if begin >= end:
            return
        number = data[at + 2] << 8 | data[at + 3]
        if number != self._next_number and self._next_number is not None:
            self._depacketizer.lose()
        self._next_number = number + 1 & 0xFFFF
        stamp = int.from_bytes(data[at + 4 : at + 8])
        self._depacketizer.add(data, begin, end, stamp, marked=kind > 127)

    def _placed(self, stamp: int) -> int:
        """A time that does not wrap. UnsuitedError where pictures are not sent in the order they are shown in."""
        if self._last_stamp is not None:
            step = (stamp - self._last_stamp + _WRAP // 2) % _WRAP - _WRAP // 2
            self._ticks += step
            if -self._track.clock_hz < step < 0:
                self._steps_back += 1
                if self._steps_back >= MOST_STEPS_BACK:
                    raise UnsuitedError("the pictures come in another order")
        self._last_stamp = stamp
        return self._ticks


def open_reader(address: Address, clock: Clock, *, sound: bool) -> RtspReader:
    """A reader for the camera's pictures. CameraError with the cause, or UnsuitedError where FFmpeg has to try.

    With `sound` wanted, a camera that has any that can be kept (AAC) is FFmpeg's.
    """
    session = RtspSession(address, clock, clock.monotonic_s() + SETUP_S)
    try:
        description = session.describe()
        choice = _chosen(description, sound=sound)
        reader = RtspReader(session, choice, session.play(description, choice.track), clock)
        reader.begin()
    except BaseException:
        session.close()
        raise
    return reader


def _chosen(description: SessionDescription, *, sound: bool) -> Choice:
    track, audio = description.first("video"), description.first("audio")
    if track is None or track.codec not in _DEPACKETIZERS or not track.clock_hz:
        raise UnsuitedError("another codec")
    if sound and audio is not None and audio.codec == "MPEG4-GENERIC":
        raise UnsuitedError("its sound is wanted")
    if track.parameters.get("packetization-mode") == "2" or track.parameters.get("sprop-max-don-diff", "0") != "0":
        raise UnsuitedError("units come in another order")
    codec, depacketizer = _DEPACKETIZERS[track.codec]
    heard = None if audio is None else _SOUNDS.get(audio.codec, audio.codec.lower() or None)
    return Choice(codec=codec, track=track, depacketizer=depacketizer(track.sets), audio=heard)
