"""What a stream is: read from its headers at once, measured from its packets as they come."""

from collections import deque
from dataclasses import replace
from statistics import median

from av.container import InputContainer

from .model import Packet, StreamFacts

CODECS = ("h264", "hevc", "mjpeg")
MEASURE_S = 4.0  # rate and bit rate are taken over the last few seconds
MOST_PICTURES = 600


class FactFinder:
    """The facts of one stream, truer with every packet."""

    def __init__(self, container: InputContainer) -> None:
        video = container.streams.video[0]
        codec = video.codec_context
        rate = float(video.average_rate or 0)
        audio = container.streams.audio[0].codec_context if container.streams.audio else None
        self.facts = StreamFacts(
            codec=codec.name,
            width=codec.width,
            height=codec.height,
            fps=round(rate, 2) if 0.1 <= rate <= 240 else None,
            audio=audio.name if audio else None,
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
            self._measure(packet.time_s)
        self._key_at_s = packet.time_s

    def _measure(self, now_s: float) -> None:
        window = [(time_s, size) for time_s, size in self._recent if time_s >= now_s - MEASURE_S]
        span_s = window[-1][0] - window[0][0] if window else 0.0
        if span_s > 0.5:
            self.facts = replace(
                self.facts,
                fps=round((len(window) - 1) / span_s, 2),
                bit_rate_kbps=round(sum(size for _, size in window[:-1]) * 8 / span_s / 1000),
            )
        self.facts = replace(self.facts, key_frame_interval_s=round(median(self._intervals), 2))
