"""Stored clips looked at as if other settings held: what they would have made of them.

Runs in the workshop for a `Replay`; `ReplayedClip` by `ReplayedClip` goes back to whoever asked. A live detector has
known its scene for hours, a clip begins with a few seconds of it: so the clip's first seconds, which lie before the
motion it was kept for, are learnt as the scene beforehand, and then looked at like the rest.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace as changed
from datetime import UTC, datetime, time, timedelta, tzinfo
from itertools import takewhile
from pathlib import Path, PurePosixPath
import re

import av
from av.container import InputContainer
import av.error

from .address import open_options, parse_address
from .commands import Replay
from .errors import StoreError
from .keeping.clip_paths import inside
from .reports import ReplayedClip
from .settings import Transport, WatchSettings
from .viewing import REHEARSED_S, Viewing, facts_of, packets

_STAMP = re.compile(r"(\d{8}T\d{6})(\d{3})Z_")  # the name of a clip begins with when it does

type Stopped = Callable[[], bool]


def replay(order: Replay, storage: Path, zone: tzinfo, stopped: Stopped) -> Iterator[ReplayedClip]:
    """One report for each clip, in order; the last one says so. `stopped` is asked before every packet."""
    if not order.clips:
        yield ReplayedClip(request_id=order.request_id, clip="", last=True, error="missing")
    for number, clip in enumerate(order.clips, 1):
        report = _replayed(order, storage, clip, zone, stopped)
        over = number == len(order.clips) or report.error == "cancelled"
        yield changed(report, last=over)
        if over:
            return


def _replayed(order: Replay, storage: Path, clip: str, zone: tzinfo, stopped: Stopped) -> ReplayedClip:
    report = ReplayedClip(request_id=order.request_id, clip=clip, last=False)
    try:
        file = inside(storage, clip)
    except StoreError:
        return changed(report, error="missing")
    try:
        viewing = view_clip(file, order.watch, began_at(clip, zone), stopped)
    except FileNotFoundError:
        return changed(report, error="missing")
    except av.error.FFmpegError, OSError, ValueError:
        return changed(report, error="unreadable")
    if viewing is None:
        return changed(report, error="cancelled")
    return changed(
        report,
        motions=tuple(
            (round(m.started_s, 2), round(m.last_seen_s, 2), round(m.score, 3), m.reason) for m in viewing.motions
        ),
        suppressed=tuple((round(s.since_s, 2), round(s.until_s, 2), s.reason) for s in viewing.suppressed),
    )


def view_clip(file: Path, settings: WatchSettings, began: datetime | None, stopped: Stopped) -> Viewing | None:
    """Watch a clip to its end; None when stopped. FFmpegError, OSError or ValueError when it cannot be read."""

    def local_time(time_s: float) -> time:
        assert began is not None  # noqa: S101 - not asked of a clip whose beginning is not known
        return (began + timedelta(seconds=time_s)).time()

    with _opened(file) as container:
        stream = container.streams.video[0]
        viewing = Viewing(
            settings, stream.codec_context, facts_of(stream), local_time=local_time if began is not None else None
        )
        viewing.rehearse(
            packet
            for packet in takewhile(lambda packet: packet.time_s < REHEARSED_S, packets(container, stream))
            if not stopped()
        )
    with _opened(file) as container:
        for packet in packets(container, container.streams.video[0]):
            if stopped():
                return None
            viewing.feed(packet)
    viewing.close()
    return viewing


def began_at(clip: str, zone: tzinfo) -> datetime | None:
    """When a clip began, in the place's own time, by its name; None when the name does not say."""
    found = _STAMP.match(PurePosixPath(clip).name)
    if found is None:
        return None
    second = datetime.strptime(found[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
    return (second + timedelta(milliseconds=int(found[2]))).astimezone(zone)


def _opened(file: Path) -> InputContainer:
    """ValueError when there are no pictures in it."""
    container = av.open(str(file), options=open_options(parse_address(str(file)), Transport.TCP))
    if not container.streams.video:
        container.close()
        raise ValueError("no pictures")
    return container
