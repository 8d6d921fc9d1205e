"""`python -m mat_than_engine detect`: what the detector says of files and streams, as JSON that any bench can score.

One object a source on standard output, in the order of the sources. An interval is [start_s, end_s, score, label],
from the mover's first showing to its last; `emitted` is the time at which the sensor went on, `released` when it went off
again; `suppressed` are [start_s, end_s, reason, box]. A stream of a camera is watched for `--seconds`, or until Ctrl-C:
then what was found so far is said all the same. A source that cannot be read has an `error`, and the others go on.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace
import json
from pathlib import Path
import sys
import time
from urllib.parse import urlsplit

import av
import av.error

from .clock import SystemClock
from .errors import CameraError
from .model import Packet
from .seeing.image_ops import ImageOps, backend
from .settings import Transport, WatchSettings
from .source import Source, open_source
from .viewing import Viewing, packets
from .wire import WireError, read

__all__ = ["detect", "main", "packets"]
BATCH_S = 0.25  # a stream is emptied this often
INTERRUPTED = 130  # what a shell says of a program ended by Ctrl-C


@dataclass(frozen=True, slots=True)
class Wish:
    """What the words on the command line ask for."""

    settings: WatchSettings
    ops: ImageOps
    seconds: float | None = None  # of each source
    explain: bool = False


def main(argv: list[str]) -> int:
    """Detect in each source; 0 when all could be read, 1 when one could not, 2 for wrong words, 130 after Ctrl-C."""
    words = _parser().parse_args(argv)
    try:
        settings = read(WatchSettings, json.loads(words.settings))
    except (ValueError, WireError) as err:
        print(f"--settings: {err}", file=sys.stderr)
        return 2
    if words.profile:
        settings = replace(settings, profile=words.profile)
    wish = Wish(settings, backend(words.backend), words.seconds, words.explain)
    failed = 0
    for source in words.sources:
        found = detect(source, wish)
        error = found.get("error")
        if error not in {None, "interrupted"}:
            print(f"{found['clip']}: {error}", file=sys.stderr)
            failed = 1
        if words.json or error in {None, "interrupted"}:
            print(json.dumps(found) if words.json else _sentence(found), flush=True)
        if error == "interrupted":
            return INTERRUPTED
    return failed


def detect(source: str, wish: Wish) -> dict[str, object]:
    """Watch one source to its end and say what was seen; with an `error` when it did not come to its end."""
    began = time.process_time()
    viewing: Viewing | None = None
    error = None
    try:
        for viewing, packet in _live(source, wish) if "://" in source else _filed(source, wish):
            if wish.seconds is not None and packet.time_s > wish.seconds:
                break
            viewing.feed(packet)
    except KeyboardInterrupt:
        error = "interrupted"
    except av.error.FFmpegError as err:
        error = err.strerror
    except CameraError as err:
        error = err.cause.value
    except (OSError, ValueError) as err:
        error = str(err)
    if viewing is not None:
        viewing.close()
    found = _found(source, viewing, wish) | {"cpu_s": round(time.process_time() - began, 3)}
    return found if error is None else found | {"error": error}


def _filed(source: str, wish: Wish) -> Iterator[tuple[Viewing, Packet]]:
    """A file, as fast as it can be read."""
    with av.open(source) as container:
        if not container.streams.video:
            raise ValueError("there are no pictures in it")
        stream = container.streams.video[0]
        viewing = Viewing(wish.settings, stream.codec_context, ops=wish.ops)
        for packet in packets(container, stream):
            yield viewing, packet


def _live(source: str, wish: Wish) -> Iterator[tuple[Viewing, Packet]]:
    """A camera's stream, read as the engine reads it; one that ends is over."""
    clock = SystemClock()
    camera = open_source(source, Transport.TCP, clock)
    try:
        viewing = Viewing(wish.settings, camera.codec, ops=wish.ops)
        until_s = None if wish.seconds is None else clock.monotonic_s() + wish.seconds
        while until_s is None or clock.monotonic_s() < until_s:
            for packet in _batch(camera):
                yield viewing, packet
            time.sleep(BATCH_S)
    except CameraError as err:
        if err.cause.value != "ended":
            raise
    finally:
        camera.close()


def _batch(camera: Source) -> list[Packet]:
    return [unit for unit in camera.read_batch() if isinstance(unit, Packet)]


def _found(source: str, viewing: Viewing | None, wish: Wish) -> dict[str, object]:
    motions = viewing.motions if viewing else []
    suppressed = viewing.suppressed if viewing else []
    profile = viewing.watch.profile if viewing else wish.settings.profile
    found: dict[str, object] = {
        "detector": f"mat_than/{profile}",
        "clip": _name(source),
        "intervals": [[_ms(m.started_s), _ms(m.last_seen_s), round(m.score, 3), m.reason] for m in motions],
        "emitted": [_ms(m.known_s) for m in motions],
        "released": [_ms(m.released_s) for m in motions],
        "suppressed": [
            [_ms(s.since_s), _ms(s.until_s), s.reason, [round(side, 4) for side in s.box]] for s in suppressed
        ],
        "profile": profile,
        "looks": viewing.watch.looks if viewing else 0,
        "corrupt": viewing.watch.corrupt if viewing else 0,
    }
    if wish.explain:
        found["tracks"] = [motion.track for motion in motions]
    return found


def _name(source: str) -> str:
    """A file's name, or an address without the login and whatever else may be secret in it."""
    if "://" not in source:
        return Path(source).name
    try:
        parts = urlsplit(source)
        host = f"{parts.hostname}:{parts.port}" if parts.port else parts.hostname
    except ValueError:
        return "stream"
    return Path(parts.path).name if parts.scheme == "file" else f"{parts.scheme}://{host}{parts.path}"


def _sentence(found: dict[str, object]) -> str:
    intervals = found["intervals"]
    assert isinstance(intervals, list)  # noqa: S101  made above
    spans = ", ".join(f"{start:.1f}-{end:.1f} s" for start, end, *_ in intervals) or "no motion"
    return f"{found['clip']}: {spans} ({found['profile']}, {found['cpu_s']} s of CPU)"


def _ms(seconds: float) -> float:
    return round(seconds, 3)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mat_than_engine detect", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sources", nargs="+", metavar="FILE_OR_URL")
    parser.add_argument("--profile", choices=["auto", "quick", "balanced", "economy"])
    parser.add_argument("--settings", default="{}", metavar="JSON", help='as an owner sets them: {"sensitivity": 60}')
    parser.add_argument("--backend", choices=["opencv", "numpy"], help="of the image operations; both say the same")
    parser.add_argument("--seconds", type=float, help="of each source; without it a file's end, or Ctrl-C")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument(
        "--explain", action="store_true", help="with --json: `tracks`, [time_s, score, boxes] of each motion"
    )
    return parser
