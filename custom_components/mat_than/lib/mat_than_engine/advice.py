"""What would help a camera, from what its stream and its detector showed: measured facts in, findings out.

Owned by a camera's eyes, which tell it of every packet that is watched and of everything that stirred and was not
believed. Without clocks and pictures: time is the caller's, in seconds that never step back. A finding comes when its
figure is clearly bad and goes when it is clearly good, so that nothing is said to and fro; the words are Home Assistant's.
"""

from collections import deque
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median, pstdev
from typing import Final

from .model import Box, Packet, StreamFacts
from .reports import Finding, FindingKind

FIRST_AFTER_S = 60.0
TELL_AGAIN = 0.3  # a figure that changed by less than this share is no news
WINDOW_S = 600.0  # what stirs and what is lost is counted over ten minutes
GROUPS = 300  # of pictures: ten to twenty minutes
FEWEST_GROUPS = 5
IDLE_GROUPS, MOVING_GROUPS = 20, 5  # before bit rates of the two are compared
LONGEST_GROUP_S = 60.0  # more is a stream that was away
LENGTHS = 60  # of groups, from which the interval of key frames is told
IRREGULAR = 2.0  # times the median: a long interval; again and again, the camera saves key frames while nothing moves
IRREGULAR_RUNS = 2  # one run is a camera whose settings were changed
INTER_SHARE = (
    0.85  # of a constant bit rate, even an idle camera spends nearly everything on pictures between key frames
)
CONSTANT = 0.12  # coefficient of variation of the rate, and what moving may add to it
DAY_S = 86400.0
CLOCK_CELLS = (32, 18)
CLOCK_WINDOW_S = 120.0
CLOCK_STIRS = 5  # dismissals as text in one cell within that window: a clock ticks on


@dataclass(frozen=True, slots=True)
class Streams:
    """What is known of a camera's two streams, and of its detector, now."""

    main: StreamFacts | None
    sub: StreamFacts | None
    watched: StreamFacts | None
    has_sub: bool  # the owner gave a sub stream, whether it lives or not
    packets: int = 0  # of the watched stream since the start, and how many of them came damaged
    corrupt: int = 0
    noise: float | None = None  # grey levels a still pixel strays, under infrared light; None by day
    clock_share: float | None = None  # of the picture, where the detector has found a clock and masked it
    silent_sensor_s: float | None = None  # since the camera's own sensor was last on, where the owner relies on it


@dataclass(frozen=True, slots=True)
class _Rule:
    """From where on a figure is a finding, and from where on it is none any more."""

    kind: FindingKind
    comes_at: float
    goes_at: float

    def holds(self, value: float, *, was: bool) -> bool:
        limit = self.goes_at if was else self.comes_at
        return value >= limit if self.comes_at >= self.goes_at else value <= limit


# Most helpful first. Every figure grows with the trouble, but for the frame rate.
_RULES: Final = (
    _Rule("packets_lost", 0.005, 0.002),
    _Rule("own_sensor_silent", 3.0, 3.0),  # days
    _Rule("key_frames_irregular", 4.0, 3.5),
    _Rule("key_frames_rare", 4.6, 4.2),  # economy looks every four seconds anyway
    _Rule("no_sub_stream", 0.8, 0.7),
    _Rule("large_watched_stream", 0.6, 0.5),
    _Rule("constant_bit_rate", 1.0, 1.0),  # kbit/s: whether it is constant has its own limits
    _Rule("low_frame_rate", 5.0, 6.0),
    _Rule("night_noise", 4.0, 3.3),  # from 3.1 on the noise, and no more the floor, sets the limit
    _Rule("clock_in_picture", 0.0005, 0.0002),
    _Rule("busy_scene", 0.2, 0.1),
)


class Adviser:
    """Learns one camera."""

    def __init__(self, now_s: float) -> None:
        self._began_s = now_s
        self._groups: deque[_Group] = deque(maxlen=GROUPS)
        self._group: _Group | None = None
        self._lengths: deque[float] = deque(maxlen=LENGTHS)
        self._stirred: deque[tuple[float, float]] = deque(maxlen=600)  # spans without overlap, on the caller's clock
        self._text: deque[tuple[float, Box]] = deque(maxlen=200)
        self._counts: deque[tuple[float, int, int]] = deque(maxlen=120)
        self._night_noise = 0.0
        self._told: dict[FindingKind, float] = {}

    def note_packets(self, packets: list[Packet], *, moving: bool) -> None:
        """Packets of the watched stream, and whether a motion was going on."""
        for packet in packets:
            if packet.key:
                if self._group is not None:
                    self._finish(self._group, packet.time_s)
                self._group = _Group(packet.time_s, packet.size)
            elif self._group is not None:
                self._group.inter_bytes += packet.size
            if self._group is not None:
                self._group.moving |= moving

    def note_break(self) -> None:
        """The stream was away: nothing is measured across the gap, and it may have other settings now."""
        self._group = None
        self._lengths.clear()

    def note_dismissed(self, since_s: float, until_s: float, reason: str, box: Box) -> None:
        """Something stirred in that time and was not believed."""
        if reason == "text":
            self._text.append((until_s, box))
        if self._stirred and since_s <= self._stirred[-1][1]:
            first_s, last_s = self._stirred.pop()
            since_s, until_s = min(first_s, since_s), max(last_s, until_s)
        self._stirred.append((since_s, until_s))

    def conclude(self, now_s: float, streams: Streams) -> tuple[Finding, ...] | None:
        """The findings where they changed since they were last told; None where there is nothing new."""
        self._counts.append((now_s, streams.packets, streams.corrupt))
        if now_s - self._began_s < FIRST_AFTER_S:
            return None
        values = self._values(now_s, streams)
        held = {
            rule.kind: values[rule.kind]
            for rule in _RULES
            if rule.kind in values and rule.holds(values[rule.kind], was=rule.kind in self._told)
        }
        if held.keys() == self._told.keys() and not any(
            abs(value - self._told[kind]) > TELL_AGAIN * abs(self._told[kind]) for kind, value in held.items()
        ):
            return None
        self._told = held
        return tuple(Finding(kind=kind, value=round(value, 4)) for kind, value in held.items())

    def _values(self, now_s: float, streams: Streams) -> dict[FindingKind, float]:
        """Every figure that can be told by now."""
        values: dict[FindingKind, float] = {
            "busy_scene": self._stirred_share(now_s),
            "packets_lost": self._lost_share(now_s),
        }
        values |= self._of_key_frames()
        rate = self._constant_rate()
        if rate is not None:
            values["constant_bit_rate"] = rate
        main, watched = streams.main, streams.watched
        if main is not None and not streams.has_sub:
            values["no_sub_stream"] = main.width * main.height / 1e6
        elif streams.sub is not None:
            values["large_watched_stream"] = streams.sub.width * streams.sub.height / 1e6
        if watched is not None and watched.fps is not None:
            values["low_frame_rate"] = watched.fps
        if streams.noise is not None:
            self._night_noise = streams.noise
        values["night_noise"] = self._night_noise  # what a night showed is worth knowing by day
        values["clock_in_picture"] = streams.clock_share or self._text_share(now_s)
        if streams.silent_sensor_s is not None:
            values["own_sensor_silent"] = streams.silent_sensor_s / DAY_S
        return values

    def _finish(self, group: _Group, now_s: float) -> None:
        group.length_s = now_s - group.since_s
        if 0 < group.length_s <= LONGEST_GROUP_S:
            self._groups.append(group)
            self._lengths.append(group.length_s)

    def _of_key_frames(self) -> dict[FindingKind, float]:
        """A camera that saves key frames while nothing moves is told so, and not that they are rare as well."""
        lengths = list(self._lengths)
        if len(lengths) < FEWEST_GROUPS:
            return {}
        middle = median(lengths)
        long = [length >= IRREGULAR * middle for length in lengths]
        runs = sum(1 for before, now in pairwise([False, *long]) if now and not before)
        return {"key_frames_irregular": max(lengths)} if runs >= IRREGULAR_RUNS else {"key_frames_rare": middle}

    def _constant_rate(self) -> float | None:
        """Kilobits a second while nothing moves, if moving makes no difference to them."""
        idle = [group for group in self._groups if not group.moving]
        moving = [group for group in self._groups if group.moving]
        if len(idle) < IDLE_GROUPS or len(moving) < MOVING_GROUPS:
            return None
        rates = [group.kbps for group in self._groups]
        level, raised = median(group.kbps for group in idle), median(group.kbps for group in moving)
        constant = (
            abs(raised / level - 1) <= CONSTANT
            and pstdev(rates) <= CONSTANT * fmean(rates)
            and median(group.inter_share for group in idle) >= INTER_SHARE
        )
        return level if constant else None

    def _stirred_share(self, now_s: float) -> float:
        since_s = max(self._began_s, now_s - WINDOW_S)
        stirred_s = sum(max(0.0, min(until, now_s) - max(since, since_s)) for since, until in self._stirred)
        return stirred_s / max(now_s - since_s, FIRST_AFTER_S)

    def _lost_share(self, now_s: float) -> float:
        while now_s - self._counts[0][0] > WINDOW_S:
            self._counts.popleft()
        packets, corrupt = (self._counts[-1][n] - self._counts[0][n] for n in (1, 2))
        return corrupt / packets if packets > 0 else 0.0

    def _text_share(self, now_s: float) -> float:
        """Share of the picture in which something like writing keeps changing."""
        columns, rows = CLOCK_CELLS
        stirs: dict[tuple[int, int], int] = {}
        for at_s, (x, y, width, height) in self._text:
            if now_s - at_s > CLOCK_WINDOW_S:
                continue
            for column in range(int(x * columns), int((x + width) * columns) + 1):
                for row in range(int(y * rows), int((y + height) * rows) + 1):
                    stirs[column, row] = stirs.get((column, row), 0) + 1
        return sum(1 for count in stirs.values() if count >= CLOCK_STIRS) / (columns * rows)


@dataclass(slots=True)
class _Group:
    """A key frame and what came until the next."""

    since_s: float
    key_bytes: int
    inter_bytes: int = 0
    moving: bool = False
    length_s: float = 0.0

    @property
    def kbps(self) -> float:
        return (self.key_bytes + self.inter_bytes) * 8 / 1000 / self.length_s

    @property
    def inter_share(self) -> float:
        return self.inter_bytes / max(1, self.key_bytes + self.inter_bytes)
