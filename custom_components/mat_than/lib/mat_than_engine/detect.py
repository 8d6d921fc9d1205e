"""`python -m mat_than_engine detect`: what the detector says of files and streams, as JSON that any bench can score.

One object per source on standard output. `emitted` is the stream's time at which the sensor went on, `released` when
it went off again; an interval lasts from the mover's first showing to its last.
"""

import argparse
from collections.abc import Iterator
from dataclasses import replace
import json
from pathlib import Path
import sys
import time

import av
import av.error

from .allocator import keep_pages
from .model import Packet, StreamFacts
from .seeing.image_ops import ImageOps, backend
from .seeing.trigger import Sighting
from .seeing.watch import Watch
from .settings import WatchSettings
from .wire import WireError, read


def main(argv: list[str]) -> int:
    """Detect in each source; 0 when all could be read, 1 when one could not, 2 for wrong words."""
    words = _parser().parse_args(argv)
    try:
        settings = read(WatchSettings, json.loads(words.settings))
    except (ValueError, WireError) as err:
        print(f"--settings: {err}", file=sys.stderr)
        return 2
    if words.profile:
        settings = replace(settings, profile=words.profile)
    keep_pages()
    ops = backend(words.backend)
    failed = 0
    for source in words.sources:
        try:
            found = detect(source, settings, ops)
        except av.error.FFmpegError as err:
            print(f"{Path(source).name}: {err.strerror}", file=sys.stderr)
            failed = 1
            continue
        print(json.dumps(found) if words.json else _sentence(found), flush=True)
    return failed


def detect(source: str, settings: WatchSettings, ops: ImageOps) -> dict[str, object]:
    """Watch one source to its end and say what was seen. FFmpegError when it cannot be opened."""
    began = time.process_time()
    with av.open(source, options={"rtsp_transport": "tcp"} if source.startswith("rtsp") else {}) as container:
        stream = container.streams.video[0]
        watch = Watch(settings, stream.codec_context, _facts(stream), backend=ops)
        sightings: list[Sighting] = []
        suppressed: list[tuple[float, float, str]] = []
        for packet in packets(container, stream):
            sightings += watch.feed(packet)
            _join(suppressed, watch)
        sightings += watch.close()
    ends = [s for s in sightings if s.phase == "end"]
    return {
        "detector": f"mat_than/{watch.profile}",
        "clip": Path(source).name,
        "intervals": [[_ms(s.started_s), _ms(s.last_seen_s), round(s.look.score, 3), s.look.reason] for s in ends],
        "emitted": [_ms(s.time_s) for s in sightings if s.phase == "start"],
        "released": [_ms(s.time_s) for s in ends],
        "suppressed": [[_ms(start), _ms(end), reason] for start, end, reason in suppressed],
        "cpu_s": round(time.process_time() - began, 3),
        "profile": watch.profile,
        "looks": watch.looks,
        "corrupt": watch.corrupt,
    }


def packets(container: av.container.InputContainer, stream: av.VideoStream) -> Iterator[Packet]:
    """The stream's packets, their times counted from the first one and never stepping back."""
    first: float | None = None
    last, tick = 0.0, float(stream.time_base or 0)
    for raw in container.demux(stream):
        if not raw.size:
            continue
        stamp = raw.pts if raw.pts is not None else raw.dts
        now = last if stamp is None else stamp * tick
        first = now if first is None else first
        last = max(last, now - first)
        yield Packet(time_s=last, key=raw.is_keyframe, size=raw.size, raw=raw)


def _join(suppressed: list[tuple[float, float, str]], watch: Watch) -> None:
    """Add what was dismissed of late; the same reason within a second goes on."""
    for item in watch.motion.dismissed():
        if suppressed and suppressed[-1][2] == item.reason and item.first_s - suppressed[-1][1] <= 1:
            start, end, reason = suppressed.pop()
            suppressed.append((start, max(end, item.last_s), reason))
        else:
            suppressed.append((item.first_s, item.last_s, item.reason))


def _facts(stream: av.VideoStream) -> StreamFacts:
    return StreamFacts(
        codec=stream.codec_context.name,
        width=stream.codec_context.width,
        height=stream.codec_context.height,
        fps=float(stream.average_rate) if stream.average_rate else None,
    )


def _sentence(found: dict[str, object]) -> str:
    intervals = found["intervals"]
    assert isinstance(intervals, list)  # noqa: S101  made above
    spans = ", ".join(f"{start:.1f}-{end:.1f} s" for start, end, *_ in intervals) or "no motion"
    return f"{found['clip']}: {spans} ({found['profile']}, {found['cpu_s']} s of CPU)"


def _ms(seconds: float) -> float:
    return round(seconds, 3)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="mat_than_engine detect", description=__doc__)
    parser.add_argument("sources", nargs="+", metavar="FILE_OR_URL")
    parser.add_argument("--profile", choices=["auto", "quick", "balanced", "economy"])
    parser.add_argument("--settings", default="{}", help="WatchSettings as JSON")
    parser.add_argument("--backend", choices=["opencv", "numpy"])
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    return parser
