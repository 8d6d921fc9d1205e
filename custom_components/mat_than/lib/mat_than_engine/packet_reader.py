"""Who reads a camera's packets: FFmpeg (`ffmpeg_reader`), or for most cameras a reader of our own (`rtsp`)."""

from enum import Enum
from typing import Protocol

import av

type MediaPacket = av.Packet[av.VideoStream] | av.Packet[av.AudioStream]


class Nothing(Enum):
    """Why a read gave no packet."""

    WAITING = "all that came was read"  # only where a read does not wait
    DAMAGED = "what came is no packet"
    BLANK = "a packet with nothing in it"


class PacketReader(Protocol):
    """Packets of one stream with pictures and perhaps one with sound, in the order they were sent.

    Every call blocks for a bounded time. CameraError when the camera is gone; UnsuitedError when another reader has
    to go on.
    """

    waits: bool  # whether a read waits for the camera; else it says `WAITING`
    datagrams: bool  # whether what is not fetched soon is lost
    paced: bool  # whether it comes as fast as it is read, and has to be played as a camera would send it
    video: av.VideoStream  # as it was when the stream was opened
    sound: av.AudioStream | None
    audio: str | None  # the sound's codec, also of sound that is not read
    fps: float | None  # what the camera says
    # Of what was read last:
    arrived_s: float  # when it came; monotonic
    stamp_s: float | None  # its time by the camera's clock of the pictures; None where it has none
    is_sound: bool

    def next_packet(self) -> MediaPacket | Nothing:
        """The next packet, or why there is none."""
        ...

    def wait(self, longest_s: float) -> None:
        """Until something comes; at once where a read waits by itself."""
        ...

    def close(self) -> None:
        """Hang up."""
        ...
