"""AAC over RTP (RFC 3640, AAC-hbr), and where its times lie among those of the pictures."""

import io
import struct
from typing import Final, NamedTuple, cast

import av
from av.container import InputContainer

from ..errors import UnsuitedError
from .description import Track

AU_SAMPLES: Final = 1024
MOST_UNITS: Final = 64  # of one packet
_SENDER_REPORT: Final = 200
_WRAP: Final = 1 << 32


class Chunk(NamedTuple):
    """One compressed piece of sound; `stamp` is its time in the track's clock, 32 bits that wrap."""

    data: bytes
    stamp: int


def is_plain_aac(track: Track) -> bool:
    """Whether it is the one form of AAC that cameras send."""
    sizes = tuple(track.parameters.get(name) for name in ("sizelength", "indexlength", "indexdeltalength"))
    return track.codec == "MPEG4-GENERIC" and sizes == ("13", "3", "3") and bool(track.config) and track.clock_hz > 0


def head_of_sound(track: Track) -> InputContainer:
    """A container that knows the track's parameters, to take a stream from. UnsuitedError when they are no AAC's."""
    channels = track.config[1] >> 3 & 15 if len(track.config) > 1 else 1
    audio = _element(0xE1, _element(0xB5, struct.pack(">f", track.clock_hz)) + _element(0x9F, bytes((channels,))))
    kind = _element(0xD7, b"\1") + _element(0x73C5, b"\1") + _element(0x83, b"\2")
    entry = _element(0xAE, kind + _element(0x86, b"A_AAC") + _element(0x63A2, track.config) + audio)
    cluster = _element(0x1F43B675, _element(0xE7, b"\0"))  # there is no sound in it
    segment = _element(0x18538067, _element(0x1654AE6B, entry) + cluster)
    file = _element(0x1A45DFA3, _element(0x4282, b"matroska")) + segment
    try:
        head = av.open(io.BytesIO(file), format="matroska", options={"codec_whitelist": "aac"})
    except (av.FFmpegError, OSError, ValueError) as err:
        raise UnsuitedError("its sound does not say what it is") from err
    if not head.streams.audio or not head.streams.audio[0].codec_context.sample_rate:
        head.close()
        raise UnsuitedError("its sound does not say what it is")
    return cast("InputContainer", head)


def _element(name: int, content: bytes) -> bytes:
    """An element of Matroska (RFC 9559), in which a stream is described in a few bytes."""
    return name.to_bytes((name.bit_length() + 7) // 8) + (1 << 56 | len(content)).to_bytes(8) + content


def chunks(data: bytes, begin: int, end: int, stamp: int) -> list[Chunk]:
    """The pieces of one packet's payload `data[begin:end]`; those that are not whole are left out."""
    head_bits = int.from_bytes(data[begin : begin + 2])
    at, found = begin + 2 + (head_bits + 7) // 8, list[Chunk]()
    for number in range(min(head_bits // 16, MOST_UNITS)):
        head = begin + 2 + 2 * number
        size = int.from_bytes(data[head : head + 2]) >> 3
        if size == 0 or at + size > end:
            break
        found.append(Chunk(data[at : at + size], (stamp + number * AU_SAMPLES) % _WRAP))
        at += size
    return found


class TrackTime:
    """A track's time in seconds that do not wrap, and by the camera's own clock once it has reported on it."""

    def __init__(self, clock_hz: int) -> None:
        self._clock_hz = clock_hz
        self._last_stamp: int | None = None
        self._ticks = 0
        self.ntp_offset_s: float | None = None  # of the camera's clock and this time

    def ticks_of(self, stamp: int) -> int:
        """The time of a stamp in the track's own unit; those of a track come in order or nearly."""
        if self._last_stamp is not None:
            self._ticks += (stamp - self._last_stamp + _WRAP // 2) % _WRAP - _WRAP // 2
        self._last_stamp = stamp
        return self._ticks

    def place(self, stamp: int) -> float:
        """The same in seconds."""
        return self.ticks_of(stamp) / self._clock_hz

    def hear(self, data: bytes, at: int, end: int) -> None:
        """A report of the camera (RTCP, RFC 3550 6.4.1), `data[at:end]`: what its clock showed at a stamp."""
        if end - at < 20 or data[at + 1] != _SENDER_REPORT or self._last_stamp is None:
            return
        shown_s = int.from_bytes(data[at + 8 : at + 12]) + int.from_bytes(data[at + 12 : at + 16]) / _WRAP
        stamp = int.from_bytes(data[at + 16 : at + 20])
        ahead = (stamp - self._last_stamp + _WRAP // 2) % _WRAP - _WRAP // 2
        self.ntp_offset_s = shown_s - (self._ticks + ahead) / self._clock_hz


class SoundPlace:
    """Where the sound lies among the pictures: as it came, until the camera has reported on both clocks."""

    def __init__(self, pictures: TrackTime, sound: TrackTime) -> None:
        self._pictures = pictures
        self._sound = sound
        self._by_arrival_s: float | None = None

    def among_pictures(self, sound_s: float, picture_s: float) -> float:
        """The time of a piece of sound on the pictures' clock; `picture_s` is that of the picture that came last."""
        if self._pictures.ntp_offset_s is not None and self._sound.ntp_offset_s is not None:
            return sound_s + self._sound.ntp_offset_s - self._pictures.ntp_offset_s
        if self._by_arrival_s is None:
            self._by_arrival_s = picture_s - sound_s
        return sound_s + self._by_arrival_s
