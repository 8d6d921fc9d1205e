"""The form's live test: open a camera once, look at it for a few seconds, say what it is or why it does not work.

Main and sub stream are tried side by side, each in a thread of its own, and the answer comes within ten seconds
however the camera behaves.
"""

import base64
from dataclasses import dataclass
import logging
import threading
from typing import cast

import av
from av.video.frame import VideoFrame

from .clock import Clock
from .commands import Probe
from .errors import CameraError
from .model import Cause, Packet, StreamFacts
from .reports import Probed
from .seeing.still import jpeg
from .settings import Transport
from .source import Source, open_source

_LOG = logging.getLogger(__name__)
ANSWER_S = 10.0
LOOK_S = 5.0  # long enough for two key frames of most cameras
STILL_WIDTH = 640
PAUSE_S = 0.2


@dataclass(slots=True)
class _Finding:
    """What one stream turned out to be."""

    facts: StreamFacts | None = None
    cause: Cause | None = Cause.HOST  # until it answered; a name that does not resolve may block for longer
    still: bytes | None = None


def probe(order: Probe, clock: Clock) -> Probed:
    """Try both streams. Blocks up to `ANSWER_S`."""
    findings = [_Finding(), _Finding()]
    urls = [url for url in (order.main_url, order.sub_url) if url]
    threads = [
        threading.Thread(target=_look, args=(url, order.transport, clock, finding), name="probe", daemon=True)
        for url, finding in zip(urls, findings, strict=False)
    ]
    until_s = clock.monotonic_s() + ANSWER_S
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(max(0.0, until_s - clock.monotonic_s()))
    main, sub = findings
    still = main.still or sub.still
    return Probed(
        request_id=order.request_id,
        cause=main.cause,
        main=main.facts if main.cause is None else None,
        sub=sub.facts if order.sub_url and sub.cause is None else None,
        sub_cause=sub.cause if order.sub_url else None,
        still_jpeg=base64.b64encode(still).decode() if still and main.cause is None else None,
    )


def _look(url: str, transport: Transport, clock: Clock, finding: _Finding) -> None:
    began_s = clock.monotonic_s()
    try:
        source = open_source(url, transport, clock)
        finding.cause = Cause.NO_DATA
        try:
            _watch(source, clock, finding, began_s)
        finally:
            source.close()
    except CameraError as err:
        # A short file is over before the look is; what was seen of it counts.
        finding.cause = None if err.cause is Cause.ENDED and finding.facts is not None else err.cause
    except Exception:  # noqa: BLE001 - the top of a thread: the form gets an answer whatever happens
        _LOG.exception("a probe failed unexpectedly")
        finding.cause = Cause.NO_DATA


def _watch(source: Source, clock: Clock, finding: _Finding, began_s: float) -> None:
    """Read until facts are measured and a picture is decoded, or the time is over."""
    decoder = cast("av.VideoCodecContext", av.VideoCodecContext.create(source.codec.name, "r"))
    decoder.extradata = source.codec.extradata
    pause = threading.Event()
    until_s = min(clock.monotonic_s() + LOOK_S, began_s + ANSWER_S - 1.0)
    while clock.monotonic_s() < until_s:
        for unit in source.read_batch():
            if isinstance(unit, Packet):
                finding.facts, finding.cause = source.facts, None
                if finding.still is None:
                    finding.still = _still(decoder, unit)
        if source.finder.measured and finding.still is not None:
            return
        clock.wait(pause, PAUSE_S)


def _still(decoder: av.VideoCodecContext, packet: Packet) -> bytes | None:
    try:
        frames = decoder.decode(packet.raw)
    except av.FFmpegError:
        return None  # before the first key frame
    return jpeg(_small(frames[0])) if frames else None


def _small(frame: VideoFrame) -> VideoFrame:
    if frame.width <= STILL_WIDTH:
        return frame
    return frame.reformat(width=STILL_WIDTH, height=round(frame.height * STILL_WIDTH / frame.width / 2) * 2)
