"""Packets of one camera's pictures and sound, read from the session's connection: all that came, and then nothing is waited for.

`open_reader` sets the session up and waits for a key frame, from which the stream's parameters are taken.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from struct import Struct
from typing import Final, cast

import av
from av.container import InputContainer

from ..address import Address
from ..clock import Clock
from ..errors import CameraError, UnsuitedError
from ..model import Cause
from ..packet_reader import MediaPacket, Nothing
from ..stream_parameters import head_of
from .depacketizer import Depacketizer, H264Depacketizer, H265Depacketizer, Picture
from .description import SessionDescription, Track
from .session import RtspSession
from .sound import Chunk, SoundPlace, TrackTime, chunks, head_of_sound, is_plain_aac

SETUP_S: Final = 7.0
FIRST_KEY_S: Final = 4.5  # a usual camera has a key frame at least every four; else FFmpeg opens without one
LONGEST_WITHOUT_KEY_S: Final = 25.0  # pictures that are refreshed bit by bit have none that is one by its name
HELD_BACK_BYTES: Final = 48 * 1024  # a connection begins with a window of 64 kB; the kernel widens it as it is emptied
HELD_BACK_S: Final = 0.005
RTP_HEAD_BYTES: Final = 12
_RTP_HEAD: Final = Struct(">HHI")  # flags, number, time; what follows says who sends
_MARK: Final = 0x80  # of the flags: a picture's last packet
MOST_STEPS_BACK: Final = 3  # in a row of pictures that is shown in another order than it is sent
_SOUNDS: Final = {"MPEG4-GENERIC": "aac", "MP4A-LATM": "aac", "PCMA": "pcm_alaw", "PCMU": "pcm_mulaw"}
_DEPACKETIZERS: Final = {"H264": ("h264", H264Depacketizer), "H265": ("hevc", H265Depacketizer)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What of a session is read, and how."""

    codec: str  # by FFmpeg's name
    track: Track
    depacketizer: Depacketizer
    audio: str | None  # the sound's codec by FFmpeg's name, whether it is read or not
    sound: Track | None


class RtspReader:
    """The pictures of one track, and the sound of another; see `packet_reader.PacketReader`.

    UnsuitedError when FFmpeg has to read on.
    """

    waits = False
    datagrams = False
    paced = False

    def __init__(self, session: RtspSession, choice: Choice, channels: Sequence[int], clock: Clock) -> None:
        """`channels` are those of the pictures and, where there is any, of the sound."""
        self._session = session
        self._choice = choice
        self._depacketizer = choice.depacketizer
        self._clock = clock
        self._rest = b""
        self._fetched_bytes = 0  # since the socket was empty
        self._next_number: int | None = None
        self._ready: deque[Picture | Chunk] = deque()
        self._last_s: float | None = None  # of the pictures
        self._steps_back = 0
        self._time = TrackTime(choice.track.clock_hz)
        self._time_base = av.rational.AVRational(1, choice.track.clock_hz)
        self.sound: av.AudioStream | None = None
        self._channel = channels[0]
        # How every piece from the middle of a picture begins: its frame, and its flags without the mark of a last one.
        self._frame, self._flags = bytes((0x24, channels[0])), bytes((0x80, choice.track.payload_type))
        self._plain = 0x8000 | choice.track.payload_type
        self._middle = _middle(0, 0)
        # What comes on a channel goes to one of these, with the bytes and where it begins and ends.
        self._takers = {channels[0]: self._take_picture, channels[0] + 1: self._time.hear}
        if choice.sound is not None:
            self._sound_head = head_of_sound(choice.sound)
            self.sound = self._sound_head.streams.audio[0]
            self._sound_time = TrackTime(choice.sound.clock_hz)
            self._sound_place = SoundPlace(self._time, self._sound_time)
            self._takers |= {channels[1]: self._take_sound, channels[1] + 1: self._sound_time.hear}
        self._head: InputContainer
        self.video: av.VideoStream
        self.audio = choice.audio
        self.fps = choice.track.fps
        self.arrived_s = self._key_at_s = clock.monotonic_s()
        self.stamp_s: float | None = None
        self.is_sound = False

    def begin(self) -> None:
        """Wait for the first key frame and take the stream's parameters from it. CameraError when nothing comes."""
        until_s, came = self._clock.monotonic_s() + FIRST_KEY_S, False
        while not (self._ready and isinstance(first := self._ready[0], Picture) and first.key):
            if self._ready:
                self._ready.popleft()
            elif (left_s := until_s - self._clock.monotonic_s()) <= 0:
                if not came:
                    raise CameraError(Cause.NO_DATA)
                raise UnsuitedError("no key frame came")
            elif self._fill():
                came = True
            else:
                self._session.wait(left_s)
        head = head_of(first.data, self._choice.codec)
        if head is None:
            raise UnsuitedError("the key frame does not say what it is")
        self._head = head  # kept open: the stream is its
        self.video = head.streams.video[0]
        self._key_at_s = self.arrived_s

    def next_packet(self) -> MediaPacket | Nothing:
        """The next picture or piece of sound; `Nothing` says why there is none."""
        while not self._ready:
            if self._depacketizer.damaged:
                self._depacketizer.damaged -= 1
                return Nothing.DAMAGED
            if not self._fill() and not self._comes_more():
                self._session.keep()
                return Nothing.WAITING
        piece = self._ready.popleft()
        return self._picture(piece) if isinstance(piece, Picture) else self._sound_of(piece)

    def wait(self, longest_s: float) -> None:
        """Until something comes."""
        self._session.wait(longest_s)

    def close(self) -> None:
        """Hang up."""
        self._session.close()

    # -- what came, to packets

    def _picture(self, picture: Picture) -> MediaPacket:
        packet = cast("av.Packet[av.VideoStream]", av.Packet(picture.data))
        ticks = self._time.ticks_of(picture.stamp)
        at_s = ticks / self._choice.track.clock_hz
        if self._last_s is not None and -1 < at_s - self._last_s < 0:
            self._steps_back += 1
            if self._steps_back >= MOST_STEPS_BACK:
                raise UnsuitedError("the pictures come in another order")
        packet.time_base = self._time_base
        packet.pts = packet.dts = ticks
        packet.is_keyframe = picture.key
        if picture.key:
            self._key_at_s, self._steps_back = self.arrived_s, 0
        elif self.arrived_s - self._key_at_s > LONGEST_WITHOUT_KEY_S:
            raise UnsuitedError("key frames do not come")
        self.stamp_s = self._last_s = at_s
        self.is_sound = False
        return packet

    def _sound_of(self, chunk: Chunk) -> MediaPacket:
        at_s = self._sound_place.among_pictures(self._sound_time.place(chunk.stamp), self._last_s or 0.0)
        self.stamp_s, self.is_sound = at_s, True
        return cast("av.Packet[av.AudioStream]", av.Packet(chunk.data))

    # -- bytes, to what came

    def _comes_more(self) -> bool:
        """Whether the camera may have held something back because nobody fetched, and sends it now."""
        held_back, self._fetched_bytes = self._fetched_bytes >= HELD_BACK_BYTES, 0
        if held_back:
            self._session.wait(HELD_BACK_S)
        return held_back

    def _fill(self) -> bool:
        """Take apart what came; False when nothing did."""
        data = self._session.receive()
        if data is None:
            return False
        self._fetched_bytes += len(data)
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
            channel = data[at + 1]
            take = self._takers.get(channel)
            if take is not None and packet_end - at > 16:
                take(data, at + 4, packet_end)
            large = channel == self._channel and self._depacketizer.goes_on
            at = self._take_middles(data, at, packet_end, end) if large else packet_end
        self._rest = data[at:]
        return True

    def _take_picture(self, data: bytes, at: int, end: int) -> None:
        """A piece of a picture."""
        flags, number, stamp = _RTP_HEAD.unpack_from(data, at)
        begin = at + RTP_HEAD_BYTES
        if flags & ~_MARK != self._plain:
            begin, end = payload(data, at, end, self._choice.track.payload_type)
        if begin >= end:
            return
        if number != self._next_number and self._next_number is not None:
            self._depacketizer.lose()
        self._next_number = number + 1 & 0xFFFF
        self._depacketizer.add(data, begin, end, stamp, marked=flags & _MARK != 0)
        if pictures := self._depacketizer.pictures:
            self._ready += pictures
            pictures.clear()

    def _take_middles(self, data: bytes, before: int, at: int, end: int) -> int:
        """Pieces from the middle of a unit, of which large pictures consist; where what is none of them begins.

        They differ from the one at `before` in length, number and payload alone, so that is all that is read of them.
        """
        goes_on = self._depacketizer.goes_on
        size = 4 + int.from_bytes(data[at + 2 : at + 4])
        if at + size > end or size <= 4 + RTP_HEAD_BYTES + len(goes_on):
            return at
        fields = self._middle
        if fields.size != size:
            fields = self._middle = _middle(size, len(goes_on))
        head = self._frame + data[at + 2 : at + 4] + self._flags
        same = data[before + 8 : before + 16] + goes_on  # time, source, and how the payload begins
        number, pieces = self._next_number or 0, list[bytes]()
        for its_head, its_number, its_same, piece in fields.iter_unpack(memoryview(data)[at : end - (end - at) % size]):
            if its_number != number or its_same != same or its_head != head:
                break
            pieces.append(piece)
            number = number + 1 & 0xFFFF
        if pieces:
            self._next_number = number
            self._depacketizer.go_on(pieces, len(pieces) * len(pieces[0]))
        return at + len(pieces) * size

    def _take_sound(self, data: bytes, at: int, end: int) -> None:
        """A packet of sound."""
        if self._choice.sound is None:
            return
        begin, end = payload(data, at, end, self._choice.sound.payload_type)
        if end - begin > 4:
            self._ready += chunks(data, begin, end, int.from_bytes(data[at + 4 : at + 8]))


def _middle(size: int, known_bytes: int) -> Struct:
    """A frame of so many bytes with a piece from the middle: head, number, what is known of it, the rest."""
    return Struct(f">6sH{8 + known_bytes}s{max(0, size - 16 - known_bytes)}s")


def payload(data: bytes, at: int, end: int, payload_type: int) -> tuple[int, int]:
    """Where the payload of the RTP packet `data[at:end]` (RFC 3550, 5.1) lies; nowhere in one of another type."""
    flags = data[at]
    if flags >> 6 != 2 or data[at + 1] & 127 != payload_type:
        return 0, 0
    begin = at + 12 + 4 * (flags & 15)
    if flags & 16:
        begin += 4 + 4 * int.from_bytes(data[begin + 2 : begin + 4])
    return begin, end - data[end - 1] if flags & 32 else end


def open_reader(address: Address, clock: Clock, *, sound: bool) -> RtspReader:
    """A reader for the camera's pictures. CameraError with the cause, or UnsuitedError where FFmpeg has to try.

    With `sound` wanted, AAC comes along.
    """
    session = RtspSession(address, clock, clock.monotonic_s() + SETUP_S)
    try:
        description = session.describe()
        choice = _chosen(description, sound=sound)
        channels = [session.set_up(choice.track, 0)]
        if choice.sound is not None:
            channels.append(session.set_up(choice.sound, 2))
        reader = RtspReader(session, choice, channels, clock)
        session.play(description)
        reader.begin()
    except BaseException:
        session.close()
        raise
    return reader


def _chosen(description: SessionDescription, *, sound: bool) -> Choice:
    track, audio = description.first("video"), description.first("audio")
    if track is None or track.codec not in _DEPACKETIZERS or not track.clock_hz:
        raise UnsuitedError("another codec")
    wanted = audio if sound and audio is not None and _SOUNDS.get(audio.codec) == "aac" else None
    if wanted is not None and not is_plain_aac(wanted):
        raise UnsuitedError("its sound comes in another form")
    if track.parameters.get("packetization-mode") == "2" or track.parameters.get("sprop-max-don-diff", "0") != "0":
        raise UnsuitedError("units come in another order")
    codec, depacketizer = _DEPACKETIZERS[track.codec]
    heard = None if audio is None else _SOUNDS.get(audio.codec, audio.codec.lower() or None)
    return Choice(codec=codec, track=track, depacketizer=depacketizer(track.sets), audio=heard, sound=wanted)
