"""Streams for the live part: hours of an empty scene and a visit now and then, out of the demo's packets as they are.

A calm loop repeats the groups of pictures in which nothing happens and puts one visit among them, so that somebody is
there for at most 5 % of the time. Nothing is coded anew: the packets are the camera's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av

from .labels import Interval, Labels

FPS = 15
ACTIVE = 0.05

type Group = list[bytes]  # a key frame and what follows until the next


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """A file and when in it somebody is visible."""

    path: Path
    length_s: float
    event: Interval


def calm_loop(clip: Path, truth: Labels, visit: int, before: float, target: Path) -> Loop:
    """One event of `truth` in a loop where it takes 5 %; `before` (0..1) of the quiet time lies before it."""
    start, end, _ = truth.events[visit]
    with av.open(str(clip)) as source, av.open(str(target), "w") as made:
        stream = source.streams.video[0]
        groups, group_s = _groups(source, stream)
        busy = [(a, b) for a, b, _ in (*truth.events, *truth.ignore, *truth.negatives)]
        quiet = [g for i, g in enumerate(groups) if not _near(i * group_s, (i + 1) * group_s, busy)]
        first, last = int(max(0.0, start - 0.3) / group_s), int((end + 0.5) / group_s)
        wanted = max(len(groups), int((end - start) / ACTIVE / group_s) + 1) - (last - first + 1)
        lead = int(wanted * before)
        idle = [quiet[i % len(quiet)] for i in range(wanted)]
        order = [*idle[:lead], *groups[first : last + 1], *idle[lead:]]
        _write(made, stream, order)
    shift = (lead - first) * group_s
    return Loop(path=target, length_s=len(order) * group_s, event=(start + shift, end + shift))


def _groups(source: av.container.InputContainer, stream: av.VideoStream) -> tuple[list[Group], float]:
    groups: list[Group] = []
    for packet in source.demux(stream):
        if packet.size:
            if packet.is_keyframe:
                groups.append([])
            groups[-1].append(bytes(packet))
    return groups, len(groups[0]) / FPS


def _write(made: av.container.OutputContainer, like: av.VideoStream, order: Sequence[Group]) -> None:
    stream = made.add_stream_from_template(like)
    stream.time_base = Fraction(1, FPS * 1000)
    number = 0
    for group in order:
        for place, data in enumerate(group):
            packet = av.Packet(data)
            packet.stream, packet.time_base = stream, stream.time_base
            packet.pts = packet.dts = number * 1000
            packet.duration, packet.is_keyframe = 1000, place == 0
            made.mux(packet)
            number += 1


def _near(start: float, end: float, spans: Sequence[Interval], slack_s: float = 1.5) -> bool:
    return any(start < last + slack_s and end > first - slack_s for first, last in spans)
