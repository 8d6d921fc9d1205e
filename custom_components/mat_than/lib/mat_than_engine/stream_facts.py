"""What a stream is: read from its headers at once, measured from its packets as they come."""

from collections import deque
from dataclasses import replace
from statistics import median
from typing import cast

import av

from .model import Packet, StreamFacts

CODECS = ("h264", "hevc", "mjpeg")
MEASURE_S = 4.0  # rate and bit rate are taken over the last few seconds
MOST_PICTURES = 600


def audio_codec(stream: av.AudioStream) -> str | None:
    """The name of a sound's codec; None when FFmpeg knows none for it, whatever its types say."""
    codec = cast("av.AudioCodecContext | None", stream.codec_context)
    return codec.name if codec is not None else None


class FactFinder:
    """The facts of one stream, truer with every packet."""

    def __init__(self, codec: av.VideoCodecContext, fps: float | None, audio: str | None) -> None:
        self.facts = StreamFacts(
            codec=codec.name,
            width=codec.width,
            height=codec.height,
            fps=None if fps is None else round(fps, 2),
            audio=audio,
        )
        self._recent: deque[tuple[float, int]] = deque(maxlen=MOST_PICTURES)
        self._key_at_s: float | None = None
        self._intervals: deque[float] = deque(maxlen=5)

    @property
    def measured(self) -> bool:
        """Whether the key-frame interval is known."""
        return bool(self._intervals)

    def begin_anew(self, width: int, height: int) -> None:
        """Pictures of another size follow; their rates are measured from the beginning."""
        self.facts = replace(self.facts, width=width, height=height)
        self._recent.clear()
        self._intervals.clear()
        self._key_at_s = None

    def note(self, packet: Packet) -> None:
        """Count a picture; at each key frame the facts are brought up to date."""
        self._recent.append((packet.time_s, packet.size))
        if not packet.key:
            return
        if self._key_at_s is not None and packet.time_s > self._key_at_s:
            self._intervals.append(packet.time_s - self._key_at_s)
            self._measure()
        self._key_at_s = packet.time_s

    def _measure(self) -> None:
        last_s, last_bytes = self._recent[-1]
        while self._recent[0][0] < last_s - MEASURE_S:
            self._recent.popleft()
        span_s = last_s - self._recent[0][0]
        if span_s > 0.5:
            size = sum(size for _, size in self._recent) - last_bytes
            self.facts = replace(
                self.facts,
                fps=round((len(self._recent) - 1) / span_s, 2),
                bit_rate_kbps=round(size * 8 / span_s / 1000),
            )
        self.facts = replace(self.facts, key_frame_interval_s=round(median(self._intervals), 2))
