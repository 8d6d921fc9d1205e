"""Packets by way of FFmpeg: HTTP, files, RTSP over UDP or TLS, and every camera that `rtsp` is not made for.

A read waits for the camera, for as long as FFmpeg's time-outs allow.
"""

from collections.abc import Iterator
from typing import cast

import av
from av.container import InputContainer

from .address import OPEN_TIMEOUT_S, Address, cause_of_open, cause_of_read, open_options
from .clock import Clock
from .errors import CameraError
from .model import Cause
from .packet_reader import MediaPacket, Nothing
from .settings import Transport
from .stream_facts import audio_codec

MOST_FAILURES = 20  # reads in a row that gave nothing but an error: the stream cannot be read any more

# FFmpeg's own lines hold addresses; what it has to say arrives as an error anyway.
av.logging.set_level(av.logging.PANIC)


class FFmpegReader:
    """One open container; see `packet_reader.PacketReader`."""

    waits = True

    def __init__(self, container: InputContainer, address: Address, clock: Clock) -> None:
        self._container = container
        self._clock = clock
        self.arrived_s = clock.monotonic_s()
        self.video = container.streams.video[0]
        self.sound = next((stream for stream in container.streams.audio if audio_codec(stream) == "aac"), None)
        self.audio = next(filter(None, map(audio_codec, container.streams.audio)), None)
        rate = float(self.video.average_rate or 0)
        self.fps = rate if 0.1 <= rate <= 240 else None
        # What has an end, and playlists, whose pictures arrive a segment at a time.
        self.paced = address.is_file or (
            not address.is_rtsp and (container.duration is not None or container.format.name == "hls")
        )
        self.datagrams = container.options.get("rtsp_transport") == Transport.UDP.value
        self._streams = [self.video] if self.sound is None else [self.video, self.sound]
        self.stamp_s: float | None = None
        self.is_sound = False
        self._tick_s = {stream.index: float(stream.time_base or 0) for stream in self._streams}
        self._packets = self._demux()
        self._failures = 0

    def next_packet(self) -> MediaPacket | Nothing:
        """What FFmpeg reads next."""
        found = self._read()
        self.arrived_s = self._clock.monotonic_s()
        if not isinstance(found, Nothing):
            stamp = found.dts if found.dts is not None else found.pts
            self.stamp_s = None if stamp is None else stamp * self._tick_s[found.stream_index]
            self.is_sound = found.stream_index != self.video.index
        return found

    def _read(self) -> MediaPacket | Nothing:
        try:
            raw = next(self._packets)
        except StopIteration as err:
            raise CameraError(Cause.ENDED) from err
        except av.InvalidDataError as err:
            self._failures += 1
            if self._failures >= MOST_FAILURES:
                raise CameraError(Cause.ENDED) from err
            self._packets = self._demux()  # the failure ended the generator, not the stream
            return Nothing.DAMAGED
        except (av.FFmpegError, OSError, ValueError) as err:
            raise CameraError(cause_of_read(err)) from err
        if raw.size == 0 and raw.dts is None:  # PyAV's mark of the end
            raise CameraError(Cause.ENDED)
        self._failures = 0
        if raw.is_corrupt:
            return Nothing.DAMAGED
        return raw if raw.size else Nothing.BLANK

    def wait(self, longest_s: float) -> None:
        """A read waits by itself."""

    def close(self) -> None:
        """Hang up. Blocks at most the read time-out."""
        self._container.close()

    def _demux(self) -> Iterator[MediaPacket]:
        return cast("Iterator[MediaPacket]", self._container.demux(self._streams))


def open_container(address: Address, transport: Transport, clock: Clock) -> InputContainer:
    """Have FFmpeg open an address. Blocks up to about ten seconds; CameraError with the cause when it fails."""
    began_s = clock.monotonic_s()
    try:
        return av.open(
            address.location,
            options=open_options(address, transport),
            timeout=(OPEN_TIMEOUT_S, address.read_timeout_s),
        )
    except (av.FFmpegError, OSError, ValueError) as err:
        raise CameraError(cause_of_open(err, address, clock.monotonic_s() - began_s)) from err
