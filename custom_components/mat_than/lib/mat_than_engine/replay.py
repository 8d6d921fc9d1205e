"""Stored clips looked at as if other settings held: what they would have made of them.

Runs in the workshop for a `Replay`; `ReplayedClip` by `ReplayedClip` goes back to whoever asked. A live detector has
known its scene for hours; a clip begins with its pre-roll, in which the scene can be learnt where it is long enough.
Any other clip may begin with somebody in it: then the scene is learnt beforehand, from the key frames of all of it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace as changed
from datetime import UTC, datetime, time, timedelta, tzinfo
from functools import partial
from itertools import takewhile
from pathlib import Path, PurePosixPath
import re

import av
from av.container import InputContainer
import av.error

from .address import open_options, parse_address
from .commands import Replay
from .errors import StoreError
from .keeping.clip_store import ClipStore
from .model import Clip
from .reports import ReplayedClip
from .settings import Transport, WatchSettings
from .viewing import Viewing, packets

LEARNT_IN_S = 4.0  # of pre-roll: three seconds in which the detector learns, and one awake
_STAMP = re.compile(r"(\d{8}T\d{6})(\d{3})Z_")  # the name of a clip begins with when it does

type Stopped = Callable[[], bool]


def replay(order: Replay, store: ClipStore, zone: tzinfo, stopped: Stopped) -> Iterator[ReplayedClip]:
    """One report for each clip, in order; the last one says so. `stopped` is asked before every packet."""
    if not order.clips:
        yield ReplayedClip(request_id=order.request_id, clip="", last=True, error="missing")
    for number, clip in enumerate(order.clips, 1):
        report = _replayed(order, store, clip, zone, stopped)
        over = number == len(order.clips) or report.error == "cancelled"
        yield changed(report, last=over)
        if over:
            return


def _replayed(order: Replay, store: ClipStore, clip: str, zone: tzinfo, stopped: Stopped) -> ReplayedClip:
    report = ReplayedClip(request_id=order.request_id, clip=clip, last=False)
    try:
        file, row = store.inside(clip), store.clip_at(clip)
    except StoreError:
        return changed(report, error="missing")
    wish = Wish(order.watch, began_at(clip, zone), rehearsed=row is None or not _begins_quietly(row))
    try:
        viewing = view_clip(file, wish, stopped)
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


@dataclass(frozen=True, slots=True)
class Wish:
    """How a clip is to be looked at."""

    settings: WatchSettings
    began: datetime | None  # in the place's own time
    rehearsed: bool  # learn the scene from the whole clip beforehand


def view_clip(file: Path, wish: Wish, stopped: Stopped) -> Viewing | None:
    """Watch a clip to its end; None when stopped. FFmpegError, OSError or ValueError when it cannot be read."""
    with _opened(file) as container:
        stream = container.streams.video[0]
        clock = None if wish.began is None else partial(_local_time, wish.began)
        viewing = Viewing(wish.settings, stream.codec_context, local_time=clock)
        if wish.rehearsed:
            viewing.rehearse(takewhile(lambda _: not stopped(), packets(container, stream)))
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


def _local_time(began: datetime, time_s: float) -> time:
    return (began + timedelta(seconds=time_s)).time()


def _begins_quietly(clip: Clip) -> bool:
    """Whether it begins so long before its motion that the detector is awake by then."""
    return clip.kind == "motion" and clip.pre_roll_s >= LEARNT_IN_S


def _opened(file: Path) -> InputContainer:
    """ValueError when there are no pictures in it."""
    container = av.open(str(file), options=open_options(parse_address(str(file)), Transport.TCP))
    if not container.streams.video:
        container.close()
        raise ValueError("no pictures")
    return container
